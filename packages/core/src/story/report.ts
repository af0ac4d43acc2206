// What one article says of one act: the mentions that share an event, seen from the side of merging. Compared with reports of other articles in same-act.ts.

import type { Day } from '../document.js';
import { searchForms } from '../text/search.js';
import type { EventDate, EventType, Mention, Participant } from '../types.js';
import { dayOf, localDay } from '../when/calendar.js';

/** Told as having happened, foretold, possible, or denied: reports of different standing never tell of one act. */
export type Standing = 'told' | 'future' | 'hypothetical' | 'negated';

/** Who stands on a side: the country (or the name of a body without one) and the kind of actor, null where it is open. */
export interface Party {
  id: string;
  group: string | null;
}

export interface Report {
  /** The id of its first mention. */
  id: string;
  article: string;
  source: string | null;
  /** Milliseconds since 1970 UTC; infinite where nothing dates the article. */
  published: number;
  mentions: Mention[];
  type: EventType;
  standing: Standing;
  /** The day it is filed under: the stated day, or the first of a stated span, else the day of publication; null where there is neither. */
  day: Day | null;
  /** The last day of a stated span of several days, else null. */
  until: Day | null;
  /** Whether an article states the day. */
  stated: boolean;
  /** Background without a date: it may be any act of the past, and is kept apart. */
  alone: boolean;
  actors: Party[];
  recipients: Party[];
  /** Both sides by name, without kinds of actors: what a newsroom would file it under. */
  who: string;
  people: { actors: string[]; recipients: string[] };
  /** Modes that one act may be told in count as one. */
  families: string[];
  /** Whether all that is done is done within one country. */
  within: boolean;
  lemmas: string[];
  topics: string[];
  places: { name: string; lat: number; lon: number }[];
  /** The search forms of the words of its sentences, each once. */
  words: Set<string>;
}

const STANDINGS: Record<Mention['status'], Standing> = {
  actual: 'told',
  historical: 'told',
  future: 'future',
  hypothetical: 'hypothetical',
  negated: 'negated',
};

/** Kinds of actors that a newsroom names for one another: "Damascus", "the Syrian army", "the regime". */
const GROUPS: Record<string, string> = {
  GOV: 'state',
  MIL: 'state',
  COP: 'state',
  SPY: 'state',
  ELI: 'state',
  JUD: 'court',
  LEG: 'parliament',
  PTY: 'party',
  OPP: 'party',
  REB: 'rebels',
  PRM: 'rebels',
  UAF: 'rebels',
};

/**
 * Modes that one act may be told in: a raid by one outlet is a missile attack in the next. A mode not named here is a family of its own; an empty name says nothing of
 * the manner.
 */
const FAMILIES: Record<string, string> = {
  'ASSAULT aerial': 'bombardment',
  'ASSAULT drone': 'bombardment',
  'ASSAULT heavy-weapons': 'bombardment',
  'ASSAULT unconventional': 'bombardment',
  'ASSAULT destroy': 'bombardment',
  'ASSAULT targeted': '',
  'ASSAULT explosives': 'blast',
  'ASSAULT suicide-attack': 'blast',
  'ASSAULT firearms': 'shooting',
  'ASSAULT crowd-control': 'shooting',
  'ASSAULT beat': 'abuse',
  'ASSAULT torture': 'abuse',
  'ASSAULT sexual': 'abuse',
  'CONSULT visit': 'meeting',
  'CONSULT multilateral': 'meeting',
  'CONSULT third-party': 'meeting',
  'PROTEST demo': 'street',
  'PROTEST riot': 'street',
  'PROTEST obstruct': 'street',
  'PROTEST vandalize': 'street',
};

/** Codes that stand for many bodies: which one is told by the name. */
const COLLECTIVE = new Set(['IGO', 'NGO', 'IMG', 'MNC', 'ISM']);

const MUTUAL = new Set<EventType>(['CONSULT', 'AGREE', 'COOPERATE']);

/** Types in which all who take part act together, whichever side a report puts them on. */
export function isMutual(type: EventType): boolean {
  return MUTUAL.has(type);
}

const isPerson = ({ kind, name, wikidata }: Participant): boolean =>
  kind === 'person' || (kind === 'role' && name.en !== null && wikidata === null);

/** Null for an unknown attacker, who may be anyone. */
function partyOf(participant: Participant): Party | null {
  const { country, sectors, name } = participant;
  const [sector] = sectors;
  const group = sector === undefined ? null : (GROUPS[sector] ?? 'society');
  if (country !== null && !COLLECTIVE.has(country)) return { id: country, group };
  const named = isPerson(participant) ? null : name.en;
  if (country === null && named === null) return null;
  return { id: `${country ?? '---'}:${named ?? sector ?? ''}`, group: null };
}

function partiesOf(participants: Participant[]): Party[] {
  const parties: Party[] = [];
  for (const participant of participants) {
    const party = partyOf(participant);
    if (party && !parties.some(({ id, group }) => id === party.id && group === party.group)) parties.push(party);
  }
  return parties.sort((a, b) => compareText(a.id, b.id) || compareText(a.group ?? '', b.group ?? ''));
}

/** By code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const distinct = (items: string[]): string[] => [...new Set(items)].sort(compareText);

const idsOf = (parties: Party[]): string => distinct(parties.map(({ id }) => id)).join(',');

const namesOf = (participants: Participant[]): string[] =>
  distinct(participants.flatMap((p) => (isPerson(p) && p.name.en !== null ? [p.name.en] : [])));

/** The reports of one article's mentions, in the order of the text. A date of its own makes a report of its own; what is undated joins the first. */
export function reportsOf(mentions: readonly Mention[]): Report[] {
  const groups = new Map<string, { date: EventDate | null; mentions: Mention[] }[]>();
  for (const mention of mentions) {
    const key = `${mention.event} ${mention.type} ${STANDINGS[mention.status]}`;
    const ofEvent = groups.get(key) ?? [];
    groups.set(key, ofEvent);
    const joined = ofEvent.find(({ date }) => date === null || mention.date === null || sameDate(date, mention.date));
    if (joined) {
      joined.mentions.push(mention);
      joined.date ??= mention.date;
    } else ofEvent.push({ date: mention.date, mentions: [mention] });
  }
  return [...groups.values()].flatMap((ofEvent) => ofEvent.map((group) => reportOf(group.mentions, group.date)));
}

const sameDate = (a: EventDate, b: EventDate): boolean => a.start === b.start && a.end === b.end;

function reportOf(mentions: Mention[], date: EventDate | null): Report {
  const [first] = mentions;
  if (first === undefined) throw new RangeError('a report has at least one mention');
  const { article, type, status } = first;
  const acting = mentions.flatMap((mention) => mention.actors);
  const receiving = mentions.flatMap((mention) => mention.recipients);
  const actors = partiesOf(acting);
  const recipients = partiesOf(receiving);
  return {
    id: first.id,
    article: article.id,
    source: article.source,
    published: publishedAt(article.published),
    mentions,
    type,
    standing: STANDINGS[status],
    day: date ? dayOf(date.start) : localDay(article.published),
    until: date && date.end !== date.start ? dayOf(date.end) : null,
    stated: date !== null,
    alone: date === null && mentions.every((mention) => mention.status === 'historical'),
    actors,
    recipients,
    who: isMutual(type) ? idsOf([...actors, ...recipients]) : `${idsOf(actors)}|${idsOf(recipients)}`,
    people: { actors: namesOf(acting), recipients: namesOf(receiving) },
    families: distinct(mentions.flatMap(({ mode }) => mode.map((one) => FAMILIES[`${type} ${one}`] ?? one))).filter(Boolean),
    within: recipients.every(({ id }) => actors.length === 0 || actors.some((actor) => actor.id === id)),
    lemmas: distinct(mentions.map(({ trigger }) => trigger.lemma)),
    topics: distinct(mentions.flatMap(({ topics }) => topics.map(({ id }) => id))),
    places: mentions.flatMap(({ place }) =>
      place && place.lat !== null && place.lon !== null ? [{ name: place.name.en ?? place.text, lat: place.lat, lon: place.lon }] : [],
    ),
    words: new Set(mentions.flatMap(({ sentence }) => searchForms(sentence.text).filter(({ length }) => length > 2))),
  };
}

/** Milliseconds since 1970 UTC; infinite where the article is not dated, so that it sorts last. */
export function publishedAt(published: string | null): number {
  const time = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}
