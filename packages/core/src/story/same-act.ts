// Whether two reports of different articles can tell of one act, and why. The day is not looked at here: it decides which reports are compared (across.ts).

import { PLOVER } from '../ontology/plover.js';
import type { EventType } from '../types.js';
import { isMutual, type Party, type Report } from './report.js';

/** Places further apart than this, in kilometres, are places of two acts: within a country, and where one country acts on another. */
const FAR_WITHIN = 60;
const FAR_ACROSS = 200;

/** The least share of common parties among all that two reports name on a side. */
const LEAST_OVERLAP = 0.3;

/** Whether a report leaves no side open. */
export function knowsSides({ type, actors, recipients }: Report): boolean {
  return isMutual(type) ? actors.length + recipients.length > 1 : actors.length > 0 && recipients.length > 0;
}

/** Types of acts that are done on the ground. Of others, the sentence's place is often the one that they are about. */
const PLACED = new Set<EventType>(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT']);

/** Shares of common words that count as a sign, and as a strong one. */
const SOME_WORDS = 0.25;
const MANY_WORDS = 0.4;

type Likeness = 'equal' | 'overlap' | 'open' | 'differ';

const sameGroup = (a: Party, b: Party): boolean => a.group === b.group || a.group === null || b.group === null;
const holds = (side: readonly Party[], party: Party, byGroup: boolean): boolean =>
  side.some((other) => other.id === party.id && (!byGroup || sameGroup(other, party)));

function likeness(a: readonly Party[], b: readonly Party[], byGroup: boolean): Likeness {
  if (a.length === 0 && b.length === 0) return 'equal';
  if (a.length === 0 || b.length === 0) return 'open';
  const inB = a.filter((party) => holds(b, party, byGroup)).length;
  const inA = b.filter((party) => holds(a, party, byGroup)).length;
  if (inB === a.length && inA === b.length) return 'equal';
  const within = inB === a.length || inA === b.length;
  const shared = Math.min(inA, inB);
  return within && shared / (a.length + b.length - shared) >= LEAST_OVERLAP ? 'overlap' : 'differ';
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((item) => b.includes(item));
const apart = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && !share(a, b);

/** Kilometres between two points on the sphere, after the haversine formula. */
function distance(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180;
  const half = (angle: number): number => Math.sin((angle * radians) / 2) ** 2;
  const chord = half(b.lat - a.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(b.lon - a.lon);
  return 12742 * Math.asin(Math.sqrt(chord));
}

/** Null where one of them names no place. */
function nearest(a: Report, b: Report): number | null {
  if (a.places.length === 0 || b.places.length === 0) return null;
  return Math.min(...a.places.flatMap((x) => b.places.map((y) => distance(x, y))));
}

/** What can speak for one act beyond sides and day, a bit each. */
const SIGNS = [
  'the same mode',
  'the same person',
  'the same place',
  'the same dispute',
  'the same word',
  'part of the sentence is the same',
  'most of the sentence is the same',
];
const [MODE, PERSON, PLACE, TOPIC, WORD, PART, MOST] = SIGNS.map((_, bit) => 1 << bit) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** The signs that two reports tell of one act; null where something speaks against it. */
function signsOf(a: Report, b: Report): number | null {
  const done = isDone(a.type);
  if (apart(a.families, b.families)) return null;
  if (!done && apart(a.people.actors, b.people.actors)) return null;
  if (apart(a.people.recipients, b.people.recipients)) return null;
  if (!done && apart(a.topics, b.topics)) return null;
  const way = nearest(a, b);
  if (PLACED.has(a.type) && way !== null && way > (a.within && b.within ? FAR_WITHIN : FAR_ACROSS)) return null;
  const samePerson = share(a.people.actors, b.people.actors) || share(a.people.recipients, b.people.recipients);
  const words = wordsShared(a, b);
  return (
    (share(a.families, b.families) ? MODE : 0) |
    (samePerson ? PERSON : 0) |
    (way !== null && way <= FAR_ACROSS ? PLACE : 0) |
    (share(a.topics, b.topics) ? TOPIC : 0) |
    (share(a.lemmas, b.lemmas) ? WORD : 0) |
    (words >= SOME_WORDS ? PART : 0) |
    (words >= MANY_WORDS ? MOST : 0)
  );
}

function count(signs: number): number {
  let left = signs;
  let found = 0;
  for (; left > 0; left &= left - 1) found++;
  return found;
}

/** The share of the shorter report's words that stand in the other. */
function wordsShared(a: Report, b: Report): number {
  const [less, more] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  let shared = 0;
  for (const word of less) if (more.has(word)) shared++;
  return less.size === 0 ? 0 : shared / less.size;
}

/** Deeds, as against words: whoever gives the order, the deed is one. */
function isDone(type: EventType): boolean {
  return PLOVER[type].quad === 2 || PLOVER[type].quad === 4;
}

function sides(a: Report, b: Report): Likeness {
  if (isMutual(a.type)) {
    const all = [a, b].map(({ actors, recipients }) => [...actors, ...recipients]);
    const both = likeness(all[0] ?? [], all[1] ?? [], true);
    return both === 'overlap' && Math.min(...all.map((side) => side.length)) < 2 ? 'open' : both;
  }
  const kinds = a.within || a.type === 'COERCE' || a.type === 'SANCTION';
  const actors = likeness(a.actors, b.actors, true);
  const recipients = likeness(a.recipients, b.recipients, kinds && a.recipients.length > 0 && !isBombed(a));
  if (actors === 'differ' || recipients === 'differ') return 'differ';
  if (actors === 'open' || recipients === 'open') return actors === 'equal' || recipients === 'equal' ? 'open' : 'differ';
  return actors === 'equal' && recipients === 'equal' ? 'equal' : 'overlap';
}

/** Whom an attack hits, one outlet calls civilians and the next rebels. */
function isBombed(report: Report): boolean {
  return report.type === 'ASSAULT';
}

const SIDES: Record<Exclude<Likeness, 'differ'>, string> = {
  equal: 'the same sides',
  overlap: 'one names more parties than the other',
  open: 'one leaves a side open',
};

/** How much of what can hold two acts apart a report tells: its mode, and its place or persons. */
export function precision({ type, families, places, people }: Report): number {
  const named = isDone(type) ? people.recipients : [...people.actors, ...people.recipients];
  const details = [families, named, PLACED.has(type) ? places : []];
  return details.filter((list) => list.length > 0).length;
}

/** Whether two reports of the same type and standing can be of one act. Symmetric. */
export function areOneAct(a: Report, b: Report): boolean {
  const likeSides = sides(a, b);
  if (likeSides === 'differ') return false;
  const signs = signsOf(a, b);
  return signs !== null && count(signs) >= signsNeeded(a, b, likeSides);
}

/** Whether the second report is the first told again: the same sides in much the same words, or the same visit, which lasts. */
export function isRetold(a: Report, b: Report): boolean {
  if (a.who !== b.who || !knowsSides(a) || !areOneAct(a, b)) return false;
  return wordsShared(a, b) >= MANY_WORDS || (isVisit(a) && isVisit(b));
}

const isVisit = ({ type, mentions }: Report): boolean => type === 'CONSULT' && mentions.some(({ mode }) => mode.includes('visit'));

/** Why they can, for people to read; null where they cannot. */
export function sameAct(a: Report, b: Report): string[] | null {
  if (!areOneAct(a, b)) return null;
  const signs = signsOf(a, b) ?? 0;
  const likeSides = sides(a, b);
  return likeSides === 'differ' ? null : [SIDES[likeSides], ...SIGNS.filter((_, bit) => (signs & (1 << bit)) !== 0)];
}

/** The less the sides tell, the more else must speak for one act: countries accuse one another daily, and a country strikes another, or meets it, once. */
function signsNeeded(a: Report, b: Report, likeSides: Likeness): number {
  if (likeSides === 'open' || !knowsSides(a) || !knowsSides(b)) return 3;
  return (isDone(a.type) && !a.within) || (isMutual(a.type) && likeSides === 'equal') ? 1 : 2;
}
