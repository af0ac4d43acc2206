// Who is what in a dispute: its parties, those who mediate, and outsiders who support. Each role rests on the mentions that give it.

import type { Mention } from '../types.js';
import { unique } from './actors.js';
import { asserted, type CaseFile, groundsOf, isSolid } from './case-file.js';
import { stanceOf } from './positions.js';
import type { DossierActor, MediatorRole, PartyRole, SupporterRole } from './types.js';

const FORCE = new Set(['ASSAULT', 'MOBILIZE']);
/** Events of force that make an outsider a party: at least so many, and at least this share of all such events in the file. */
const DEEDS = 2;
const SHARE_OF_DEEDS = 0.02;

const isForce = (mention: Mention): boolean => FORCE.has(mention.type) && asserted(mention);

/** Those whom the dispute's definition names, then those who are parties by their deeds, most mentioned first. */
export function partiesOf(file: CaseFile): PartyRole[] {
  const listed = file.dispute.parties.map((code) => file.cast.state(code));
  const names = new Set(listed.map(({ key }) => key));
  const force = file.mentions.filter(isForce);
  const enough = Math.max(DEEDS, eventsAmong(file, force) * SHARE_OF_DEEDS);
  const roles = listed.map((actor) => ({ actor, listed: true, ...groundsOf(file, taking(file, actor), conflictFirst) }));
  const byDeed = unique(force.flatMap((mention) => file.cast.actors(mention)))
    .filter(({ key, country }) => !names.has(key) && country !== 'NGO')
    .map((actor) => ({ actor, deeds: deedsOf(file, actor, names) }))
    .filter(({ deeds }) => eventsAmong(file, deeds) >= enough)
    .map(({ actor, deeds }) => ({ actor, listed: false, ...groundsOf(file, deeds, conflictFirst) }));
  return [...roles, ...byDeed.sort((a, b) => b.mentions.length - a.mentions.length)];
}

const eventsAmong = (file: CaseFile, mentions: Mention[]): number => new Set(mentions.map((mention) => file.eventOf(mention))).size;

function taking(file: CaseFile, actor: DossierActor): Mention[] {
  return file.mentions.filter((mention) => hasSide(file, mention, actor.key) && asserted(mention));
}

function hasSide(file: CaseFile, mention: Mention, key: string): boolean {
  return [...file.cast.actors(mention), ...file.cast.recipients(mention)].some((side) => side.key === key);
}

/** Force against a party (or, by a group of a party's country, against anyone), or fighting beside one. */
function deedsOf(file: CaseFile, actor: DossierActor, parties: Set<string>): Mention[] {
  return file.mentions.filter((mention) => {
    if (!isForce(mention) || !file.cast.actors(mention).some(({ key }) => key === actor.key)) return false;
    const home = actor.sector !== null && parties.has(actor.country);
    return (
      home || mention.recipients.some(({ country }) => country !== null && parties.has(country)) || fightsParty(file, mention, parties)
    );
  });
}

function fightsParty(file: CaseFile, mention: Mention, parties: Set<string>): boolean {
  return mention.recipients.length === 0 && file.cast.actors(mention).some(({ key }) => parties.has(key));
}

/** What shows a party best: fighting and its end, then quarrels and mediation, then agreements and deeds, then the rest. */
function conflictFirst({ type, mode, quad }: Mention): number {
  if (type === 'ASSAULT' || type === 'MOBILIZE' || mode.includes('ceasefire')) return 0;
  if ((quad === 3 && type !== 'REQUEST') || mode.includes('third-party')) return 1;
  return quad === 4 || type === 'AGREE' || type === 'RETREAT' ? 2 : 3;
}

/** Outsiders at one table with parties: more of them make a conference. */
const BROKERS = 2;

/** Those who mediate or offer to, and those at whose table parties talk with each other. */
export function mediatorsOf(file: CaseFile, parties: readonly PartyRole[]): MediatorRole[] {
  const inside = new Set(parties.map(({ actor }) => actor.key));
  const found = new Map<string, { actor: DossierActor; between: DossierActor[]; mentions: Mention[] }>();
  for (const mention of file.mentions) {
    if (!asserted(mention)) continue;
    const sides = unique([...file.cast.actors(mention), ...file.cast.recipients(mention)]);
    const mediating = isMediation(mention) ? mediatingIn(file, mention) : brokersIn(mention, sides, inside);
    const between = sides.filter((side) => !mediating.includes(side));
    for (const actor of mediating) {
      const role = found.get(actor.key) ?? { actor, between: [], mentions: [] };
      found.set(actor.key, { actor, between: unique([...role.between, ...between]), mentions: [...role.mentions, mention] });
    }
  }
  return mostMentioned(file, [...found.values()]).map(({ actor, between, mentions }) => ({
    actor,
    between,
    ...groundsOf(file, mentions, (mention) => (isMediation(mention) ? 0 : 1)),
  }));
}

/** CAMEO 045 is to mediate, 039 to state the intent. */
function isMediation({ type, mode, cameo }: Mention): boolean {
  return (type === 'CONSULT' && (mode.includes('third-party') || cameo === '045')) || cameo === '039';
}

/** A listed party counts where it mediates between others; a group at home in a party's country is a side itself. */
function mediatingIn(file: CaseFile, mention: Mention): DossierActor[] {
  const acting = file.cast.actors(mention);
  const outside = acting.filter(({ country }) => !file.dispute.parties.includes(country));
  if (outside.length > 0) return outside;
  return mention.recipients.length > 0 ? acting : [];
}

/** The states and bodies from outside that talk with two parties or more at once. */
function brokersIn({ type }: Mention, sides: DossierActor[], inside: Set<string>): DossierActor[] {
  if (type !== 'CONSULT' || sides.filter(({ key }) => inside.has(key)).length < 2) return [];
  const outside = sides.filter(({ key }) => !inside.has(key));
  return outside.length <= BROKERS ? outside.filter(({ sector }) => sector === null) : [];
}

/** Outsiders that back, aid or stand ready to help. A group at home in a party's country is no outsider. */
export function supportersOf(file: CaseFile, parties: readonly PartyRole[]): SupporterRole[] {
  const inside = new Set(parties.map(({ actor }) => actor.key));
  const found = new Map<string, { actor: DossierActor; of: DossierActor[]; mentions: Mention[] }>();
  for (const mention of file.mentions) {
    if (!givesSupport(file, mention)) continue;
    for (const actor of file.cast.actors(mention)) {
      if (inside.has(actor.key) || file.dispute.parties.includes(actor.country)) continue;
      const role = found.get(actor.key) ?? { actor, of: [], mentions: [] };
      const of = file.cast.recipients(mention).filter(({ key }) => key !== actor.key);
      found.set(actor.key, { actor, of: unique([...role.of, ...of]), mentions: [...role.mentions, mention] });
    }
  }
  return mostMentioned(file, [...found.values()]).map(({ actor, of, mentions }) => ({ actor, of, ...groundsOf(file, mentions) }));
}

function givesSupport(file: CaseFile, mention: Mention): boolean {
  if (mention.type === 'AID') return asserted(mention) && file.names(mention);
  return ['supports', 'ready'].includes(stanceOf(file, mention) ?? '');
}

function mostMentioned<Role extends { mentions: Mention[] }>(file: CaseFile, roles: Role[]): Role[] {
  return roles.filter(({ mentions }) => isSolid(file, mentions)).sort((a, b) => b.mentions.length - a.mentions.length);
}
