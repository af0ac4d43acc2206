// Names that an article introduces, and the part of them that stands for their bearer alone afterwards: فلورانس بارلي (Florence Parly), later بارلي.

import type { Day, Who } from '../document.js';
import { FINITE } from '../lexicon/entries.js';
import type { Match } from '../text/view.js';
import { personWho } from '../who/names.js';
import type { SentenceReader } from './reader.js';

/** The parts of names that this article has introduced, by their words; of a compound like عبد الرحمن both words. */
export type Bearers = Map<string, Who>;

const isCommon = (m: Match, ...classes: string[]): boolean => m.entry.kind === 'common' && classes.includes(m.entry.of);

/** Whether the word at `i` is half a name, that makes one with the word behind it: عبد, أبو, بن. */
const isHalf = (reader: SentenceReader, i: number): boolean => reader.matchesAt(i).some((m) => isCommon(m, 'name-half'));

const keyAt = (reader: SentenceReader, i: number): string => reader.token(i)?.word?.key ?? '';

/** What a word can be as it stands: with the article neither a finite verb, a particle nor a word of time. */
export function asNoun(reader: SentenceReader, i: number): Match[] {
  return reader.matchesAt(i).filter(({ entry, bits, reading }) => {
    if (!reading.def) return true;
    return entry.kind !== 'particle' && entry.kind !== 'time' && !(entry.kind === 'verb' && bits & FINITE);
  });
}

/** The last name of a full name in tokens `from` to `to`. */
function lastNameOf(reader: SentenceReader, from: number, to: number): string {
  const last = keyAt(reader, to - 1);
  return to - 2 >= from && isHalf(reader, to - 2) ? `${keyAt(reader, to - 2)} ${last}` : last;
}

/** Remembers the last and, unless it is a given name, the first word of each full name of the lexicon. */
export function learnPersons(reader: SentenceReader, bearers: Bearers, day: Day | null): void {
  for (let i = reader.from; i < reader.to; i++) {
    const match = reader.person(i);
    if (match?.entry.kind !== 'person' || match.length < 2) continue;
    const who = personWho(match.entry, i, i + match.length, day);
    const first = reader.matchesAt(i).some((m) => isCommon(m, 'given')) ? '' : keyAt(reader, i);
    for (const key of [lastNameOf(reader, i, i + match.length), first]) if (key.length >= 3 && !bearers.has(key)) bearers.set(key, who);
  }
}

/** States where the family name comes first: مون جاي إن … مون. */
const FAMILY_NAME_FIRST = new Set(['KOR', 'PRK', 'CHN', 'TWN', 'VNM']);

/** Remembers the last name of one whom an office or a title tells, whether the lexicon knows him or not. His name ends before token `end`. */
export function learnTitled(reader: SentenceReader, bearers: Bearers, who: Who, end: number): void {
  const named = who.kind === 'role' ? who.name.ar !== null || who.name.en !== null : who.kind === 'person' && end - who.from > 1;
  if (!named || end <= who.from) return;
  const last = lastNameOf(reader, who.from, end);
  const first = FAMILY_NAME_FIRST.has(who.country ?? '') ? firstOfName(reader, who, end) : '';
  // Where his country is not known yet, it is that of the one named so before.
  for (const key of [...(last.length >= 3 ? [last] : []), ...(first.length >= 2 ? [first] : [])]) {
    if (who.country) bearers.set(key, who);
    else if (!bearers.has(key)) bearers.set(key, { ...who, reference: 'name' });
  }
}

/** The first word of the name itself, which the lexicon knows as nothing else. */
function firstOfName(reader: SentenceReader, who: Who, end: number): string {
  for (let i = who.from; i < end; i++) {
    const person = reader.person(i);
    if (person && i + person.length <= end) return reader.matchesAt(i).some((m) => m.length === 1) ? '' : keyAt(reader, i);
    if (reader.matchesAt(i).length === 0) return keyAt(reader, i);
  }
  return '';
}

interface Named {
  who: Who;
  length: number;
  clitic: string;
}

/** One named before by a part of his name alone, how many tokens it has, and the letter attached to it. */
export function bearerAt(reader: SentenceReader, bearers: Bearers, i: number): Named | null {
  if (bearers.size === 0) return null;
  const key = keyAt(reader, i);
  return (
    bearerCalled(reader, bearers, i, key, '') ?? (CLITIC.test(key) ? bearerCalled(reader, bearers, i, key.slice(1), key.charAt(0)) : null)
  );
}

const CLITIC = /^[وفبل]./;

function bearerCalled(reader: SentenceReader, bearers: Bearers, i: number, word: string, clitic: string): Named | null {
  const compound = isHalf(reader, i) ? bearers.get(`${word} ${keyAt(reader, i + 1)}`) : undefined;
  if (compound) return { who: compound, length: 2, clitic };
  const who = bearers.get(word);
  return who && standsAlone(reader, i) ? { who, length: 1, clitic } : null;
}

/** Whether a word that may be another thing is a name here: not before a name, nor before what would describe that thing. */
function standsAlone(reader: SentenceReader, i: number): boolean {
  const matches = asNoun(reader, i).filter((m) => m.entry.kind !== 'verb' || m.reading.def);
  if (matches.length === 0) return true;
  const given = matches.some((m) => isCommon(m, 'given'));
  const word = reader.token(i)?.word;
  const next = reader.token(i + 1)?.word;
  if (reader.matchesAt(i + 1).some((m) => isCommon(m, 'given') || (m.entry.kind === 'person' && !m.reading.conj))) return false;
  if (given) return next === undefined || next === null || reader.matchesAt(i + 1).length > 0;
  const other = matches.some((m) => isCommon(m, 'adj') || (m.entry.kind === 'role' && m.length === 1));
  return other && word?.def === true && !matches.some((m) => m.length > 1) && !next?.def && reader.nisba(i + 1) === null;
}
