// Numbers that the text gives for an event: killed, injured, arrested, taking part, displaced; as figures or as words, with "at least" and "between … and …".

import type { SentenceReader } from '../clauses/reader.js';
import { numberOf } from '../text/letters.js';
import { TokenKind } from '../text/tokens.js';
import type { Count, CountKind, EventType } from '../types.js';

/** What numbers each type of event comes with. */
const KINDS_OF: Partial<Record<EventType, readonly CountKind[]>> = {
  ASSAULT: ['killed', 'injured', 'displaced', 'arrested'],
  COERCE: ['arrested', 'killed', 'injured', 'displaced'],
  PROTEST: ['participants', 'killed', 'injured', 'arrested'],
  AID: ['money', 'displaced'],
  SANCTION: ['money'],
};

/** The numbers that an event of this type can have, of all that its sentence gives; `counts` is asked only where it can have any. */
export function countsOf(type: EventType, counts: () => readonly Count[]): Count[] {
  const kinds = KINDS_OF[type];
  return kinds ? counts().filter((c) => kinds.includes(c.kind)) : [];
}

/** All numbers of a sentence that count persons or money, in the order of the text. */
export function findCounts(reader: SentenceReader, text: string): Count[] {
  const found: Count[] = [];
  const add = (kind: CountKind, from: number, to: number, low: number, high: number): void => {
    found.push({ kind, low, high, text: text.slice(reader.token(from)?.start, reader.token(to - 1)?.end) });
  };
  for (let i = reader.from; i < reader.to; i++) {
    if (!reader.view(i).time && reader.token(i)?.kind !== TokenKind.Number) continue;
    const number = numberAt(reader, i);
    if (!number) {
      const two = counted(reader, i, 'count-dual-', 0);
      if (two) add(two.kind, i, two.to, 2, 2);
      continue;
    }
    const kind = kindOf(reader, i, number.to);
    if (kind) add(kind.kind, Math.min(i, kind.from), Math.max(number.to, kind.to), number.low, number.high);
    i = number.to - 1;
  }
  return found;
}

interface Numeral {
  to: number;
  low: number;
  high: number;
}

/** A number, or two of them with a hyphen or بين … و… (between … and …). */
function numberAt(reader: SentenceReader, i: number): Numeral | null {
  const first = numeralAt(reader, i);
  if (!first) return null;
  const range = reader.mark(first.to) === '-' || isBetween(reader, i - 1);
  // After بين the second number is a token of its own behind و, or a word that begins with it.
  const apart = reader.mark(first.to) === '-' || reader.token(first.to)?.surface === 'و';
  const second = range ? numeralAt(reader, apart ? first.to + 1 : first.to) : null;
  return second && second.value > first.value
    ? { to: second.to, low: first.value, high: second.value }
    : { to: first.to, low: first.value, high: first.value };
}

function isBetween(reader: SentenceReader, i: number): boolean {
  return reader.token(i)?.surface === 'بين';
}

/** One number in figures or words, with the hundreds, thousands and millions behind it. */
function numeralAt(reader: SentenceReader, i: number): { to: number; value: number } | null {
  const token = reader.token(i);
  if (!token) return null;
  let value: number;
  let to = i + 1;
  if (token.kind === TokenKind.Number) {
    value = numberOf(token.surface);
    if (!Number.isFinite(value) || reader.mark(to) === '/' || reader.mark(i - 1) === '/') return null;
  } else {
    const word = timeWord(reader, i, 'number');
    if (!word) return null;
    ({ value, to } = word);
    const ten = timeWord(reader, to, 'number');
    if (ten && ten.value >= 20 && value < 10) {
      value += ten.value;
      to = ten.to;
    }
  }
  const times = timeWord(reader, to, 'multiplier');
  return times ? { to: times.to, value: value * times.value } : { to, value };
}

function timeWord(reader: SentenceReader, i: number, of: string): { value: number; to: number } | null {
  const view = reader.view(i);
  if (!view.time) return null;
  for (const m of view.matches)
    if (m.entry.kind === 'time' && m.entry.of === of && !m.reading.prep) return { value: m.entry.value, to: i + m.length };
  return null;
}

/** The kind that the words at a token count: `value` 0 for a counted word, 1 for a deed. */
function counted(reader: SentenceReader, i: number, prefix: string, value: number): { kind: CountKind; to: number } | null {
  const view = reader.view(i);
  if (!view.time) return null;
  for (const m of view.matches) {
    if (m.entry.kind !== 'time' || m.entry.value !== value || !m.entry.of.startsWith(prefix)) continue;
    const kind = m.entry.of.slice(prefix.length);
    if (!kind.includes('-')) return { kind: kind as CountKind, to: i + m.length };
  }
  return null;
}

/** How far from its number a word may stand that tells what is counted (tokens). */
const BEHIND = 3;
const BEFORE = 6;

/** What a number counts: the counted word behind it, or the deed before it. People who march, or who fled, may be counted as killed or arrested. */
function kindOf(reader: SentenceReader, from: number, to: number): { kind: CountKind; from: number; to: number } | null {
  let word: { kind: CountKind; from: number; to: number } | null = null;
  for (let k = to; k < Math.min(to + BEHIND, reader.to) && !word; k++) {
    if (reader.mark(k) || reader.matchesAt(k).some((m) => m.reading.conj) || numeralAt(reader, k)) break;
    const kind = counted(reader, k, 'count-', 0);
    if (kind) word = { kind: kind.kind, from, to: kind.to };
  }
  if (word && word.kind !== 'participants' && word.kind !== 'displaced') return word;
  for (let k = from - 1; k >= Math.max(from - BEFORE, reader.from); k--) {
    if (reader.mark(k) || reader.token(k)?.kind === TokenKind.Number) break;
    const kind = counted(reader, k, 'count-', 1);
    if (kind) return { kind: kind.kind, from: k, to: word?.to ?? to };
  }
  return word;
}
