// Who counts as one actor in a dossier: a state with all its organs is one, a body is one, an armed group or party is one.

import type { LocalName, Mention, Participant } from '../types.js';
import type { DossierActor } from './types.js';
import { BODY_NAMES, groupName } from './words.js';

/** Sectors that act for their state. */
const STATE_SECTORS = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY']);
/** Sectors that act for themselves. Others (civilians, journalists, traders …) take part in events, but are no actors of a dispute. */
const GROUP_SECTORS = new Set(['REB', 'PRM', 'OPP', 'PTY', 'PRE']);
/** Codes that stand for many bodies: which one is told by its name alone. */
const MANY_BODIES = new Set(['IGO', 'NGO', 'IMG', 'MNC', 'ISM']);
const ONE_BODY = new Set(['UNO', 'EUR']);
/** Unnamed forces are those of a group; an unnamed court or union is not the one named before. */
const ARMED = new Set(['REB', 'PRM', 'MIL']);
/** Of the named groups of one country and sector, the one that stands for those without a name: at least this share. */
const DOMINANT = 0.6;

export interface Cast {
  /** The actor that a participant belongs to; null where it is none of a dispute's. */
  actorOf(participant: Participant): DossierActor | null;
  actors(mention: Mention): DossierActor[];
  recipients(mention: Mention): DossierActor[];
  /** A state or body by its code. */
  state(code: string): DossierActor;
}

interface Group {
  country: string;
  sector: string | null;
  /** The group's own name, where the participant gives it. */
  name: LocalName | null;
}

/** The cast of a dossier: unnamed members of a group are counted to the one that dominates there ("the rebels" to the Houthis). */
export function castOf(mentions: readonly Mention[], stateName: (code: string) => LocalName | null): Cast {
  const known = organisationNames(mentions);
  const dominant = dominantNames(mentions, known);
  const made = new Map<string, DossierActor>();
  const state = (code: string): DossierActor => {
    const name = BODY_NAMES[code] ?? stateName(code) ?? { ar: null, en: code };
    return remember(made, { key: code, country: code, sector: null, name });
  };
  const actorOf = (participant: Participant): DossierActor | null => {
    const group = groupOf(participant, known);
    if (group === null) return null;
    const { country, sector } = group;
    if (sector === null && !MANY_BODIES.has(country)) return state(country);
    const place = `${country} ${sector ?? ''}`.trim();
    const name = group.name ?? dominant.get(forcesOf(participant) ?? '') ?? null;
    const own = name === null ? place : `${place} ${name.en ?? name.ar}`;
    return remember(made, { key: own, country, sector, name: name ?? groupName(country, sector, stateName(country)) });
  };
  const found = new Map<Participant[], DossierActor[]>();
  const all = (participants: Participant[]) => {
    const before = found.get(participants);
    if (before !== undefined) return before;
    const actors = unique(participants.flatMap((each) => actorOf(each) ?? []));
    found.set(participants, actors);
    return actors;
  };
  return { actorOf, state, actors: (mention) => all(mention.actors), recipients: (mention) => all(mention.recipients) };
}

export function unique(actors: DossierActor[]): DossierActor[] {
  return [...new Map(actors.map((actor) => [actor.key, actor])).values()];
}

function remember(made: Map<string, DossierActor>, actor: DossierActor): DossierActor {
  const before = made.get(actor.key);
  if (before !== undefined) return before;
  made.set(actor.key, actor);
  return actor;
}

function groupOf({ country, sectors, name }: Participant, known: Set<string>): Group | null {
  if (country === null) return null;
  const own = name.en !== null && known.has(name.en) ? name : null;
  const sector = sectors[0] ?? null;
  if (ONE_BODY.has(country)) return sector === null || STATE_SECTORS.has(sector) ? { country, sector: null, name: null } : null;
  if (MANY_BODIES.has(country)) return sector === 'JRN' ? null : { country, sector: null, name: own };
  if (sectors.includes('PRE')) return { country, sector: 'PRE', name: own };
  if (sector === null || STATE_SECTORS.has(sector)) return { country, sector: null, name: null };
  return GROUP_SECTORS.has(sector) ? { country, sector, name: own } : null;
}

/** Country and sector of armed forces; null for others. */
function forcesOf({ country, sectors: [sector] }: Participant): string | null {
  return sector !== undefined && ARMED.has(sector) ? `${country} ${sector}` : null;
}

/** English names that the lexicon gives to organisations: a person's name is no group's. Unspecified ones count as unnamed. */
function organisationNames(mentions: readonly Mention[]): Set<string> {
  const names = new Set<string>();
  for (const { actors, recipients } of mentions)
    for (const { kind, name } of [...actors, ...recipients])
      if (kind === 'organisation' && name.en !== null && !name.en.endsWith('(unspecified)')) names.add(name.en);
  return names;
}

function dominantNames(mentions: readonly Mention[], known: Set<string>): Map<string, LocalName> {
  const counts = new Map<string, Map<string, { name: LocalName; count: number }>>();
  for (const { actors, recipients } of mentions) {
    for (const participant of [...actors, ...recipients]) {
      const group = groupOf(participant, known);
      const forces = forcesOf(participant);
      if (group === null || group.name === null || forces === null) continue;
      const names = counts.get(forces) ?? new Map<string, { name: LocalName; count: number }>();
      counts.set(forces, names);
      const at = names.get(group.name.en ?? '') ?? { name: group.name, count: 0 };
      names.set(group.name.en ?? '', { ...at, count: at.count + 1 });
    }
  }
  const dominant = new Map<string, LocalName>();
  for (const [forces, names] of counts) {
    const all = [...names.values()];
    const total = all.reduce((sum, { count }) => sum + count, 0);
    const first = all.find(({ count }) => count / total >= DOMINANT);
    if (first !== undefined) dominant.set(forces, first.name);
  }
  return dominant;
}
