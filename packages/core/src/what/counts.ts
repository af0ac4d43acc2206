// Numbers that the text gives for an event: killed, injured, arrested, taking part, displaced; as figures or as words, with "at least" and "more than".

import type { SentenceReader } from '../clauses/reader.js';
import { numberOf } from '../text/letters.js';
import { TokenKind } from '../text/tokens.js';
import type { Count, CountKind } from '../types.js';

export interface CountFound {
  from: number;
  to: number;
  count: Count;
}

/** Counts in a sentence, in order, each with its place. */
export function findCounts(reader: SentenceReader, text: string): CountFound[] {
  const found: CountFound[] = [];
  for (let i = reader.from; i < reader.to; i++) {
    const number = numeralAt(reader, i);
    if (!number) {
      const alone = kindAt(reader, i, 'count-dual');
      if (alone) found.push(made(reader, text, i, alone.to, 2, 2, alone.kind));
      continue;
    }
    const kind = kindNear(reader, i, number.to);
    if (kind) {
      const low = number.low;
      found.push(made(reader, text, Math.min(i, kind.from), kind.to, low, number.high, kind.kind));
    }
    i = number.to - 1;
  }
  return found;
}

function made(reader: SentenceReader, text: string, from: number, to: number, low: number, high: number, kind: CountKind): CountFound {
  const start = reader.token(from)?.start ?? 0;
  const end = reader.token(to - 1)?.end ?? start;
  return { from, to, count: { kind, low, high, text: text.slice(start, end) } };
}

interface Numeral {
  to: number;
  low: number;
  high: number;
}

/** A number in digits or words, with a following thousand or million. */
function numeralAt(reader: SentenceReader, i: number): Numeral | null {
  const token = reader.token(i);
  if (!token) return null;
  let value: number;
  let to = i + 1;
  if (token.kind === TokenKind.Number) {
    value = numberOf(token.surface);
    if (!Number.isFinite(value) || reader.mark(to) === '/' || reader.mark(i - 1) === '/') return null;
  } else {
    const word = numeralWord(reader, i, 'number');
    if (!word) return null;
    value = word.value;
    to = word.to;
    const ten = numeralWord(reader, to, 'number');
    if (ten && ten.value >= 20 && value < 10) {
      value += ten.value;
      to = ten.to;
    }
  }
  const times = numeralWord(reader, to, 'multiplier');
  if (times) {
    value *= times.value;
    to = times.to;
  }
  return { to, low: value, high: value };
}

function numeralWord(reader: SentenceReader, i: number, of: string): { value: number; to: number } | null {
  for (const m of reader.matchesAt(i)) if (m.entry.kind === 'time' && m.entry.of === of && !m.reading.prep) return { value: m.entry.value, to: i + m.length };
  return null;
}

const KINDS: Record<string, CountKind> = { 'count-killed': 'killed', 'count-injured': 'injured', 'count-arrested': 'arrested', 'count-participants': 'participants', 'count-displaced': 'displaced', 'count-money': 'money' };

function kindAt(reader: SentenceReader, i: number, prefix: string): { kind: CountKind; to: number } | null {
  for (const m of reader.matchesAt(i)) {
    if (m.entry.kind !== 'time') continue;
    if (prefix === 'count-dual') {
      const kind = /^count-dual-(.*)$/.exec(m.entry.of)?.[1];
      if (kind) return { kind: kind as CountKind, to: i + m.length };
      continue;
    }
    const kind = KINDS[m.entry.of];
    if (kind) return { kind, to: i + m.length };
  }
  return null;
}

/** The word that tells what is counted: behind the number within three words, or just before it (مقتل 3, إصابة 12 آخرين). */
function kindNear(reader: SentenceReader, i: number, to: number): { kind: CountKind; from: number; to: number } | null {
  for (let k = to; k < Math.min(to + 3, reader.to); k++) {
    if (reader.mark(k) || (k > to && numeralAt(reader, k))) break;
    const kind = kindAt(reader, k, '');
    if (kind) return { kind: kind.kind, from: i, to: kind.to };
  }
  for (let k = i - 1; k >= Math.max(i - 4, reader.from); k--) {
    if (reader.mark(k)) break;
    const kind = kindAt(reader, k, '');
    if (kind) return { kind: kind.kind, from: k, to };
  }
  return null;
}
