// The words of time in a sentence: what the lexicon's times.tsv says of a token, and numbers in digits and words.

import type { SentenceReader } from '../clauses/reader.js';
import type { Day } from '../document.js';
import type { TimeEntry } from '../lexicon/entries.js';
import { TokenKind } from '../text/tokens.js';
import type { WordView } from '../text/view.js';
import type { Reading } from '../text/words.js';

type Times = NonNullable<WordView['times']>;

/** A word or phrase of time, and the token behind it. */
export interface TimeMatch {
  to: number;
  reading: Reading;
  entry: TimeEntry;
}

/** A number and the token behind it. */
export interface Numeral {
  to: number;
  value: number;
}

/** Classes of times.tsv with which an expression of time can begin; number tokens begin one too. */
const OPENERS = new Set([
  'month',
  'name-like-month',
  'hijri-month',
  'number-like-month',
  'weekday',
  'day',
  'named-day',
  'part-of-day',
  'hour-of-day',
  'unit',
  'unit-two',
  'unit-many',
  'this',
  'part',
  'fraction',
  'season',
  'decade',
  'latest',
  'from',
  'between',
  'ago',
  'after',
  'no-date',
  'ordinal',
  'article',
  'number',
]);
/** Openers that are everywhere, and date nothing without another word of time. */
const COMMON = new Set(['this', 'from', 'between', 'ago', 'after', 'ordinal', 'article', 'latest', 'number']);

/** What may stand attached before a word. */
enum Attached {
  Nothing = 0,
  Conjunction = 1,
  Anything = 2,
}

/** Reads words of time at given tokens. `day` is the article's day, or null where nothing dates it. */
export class TimeWords {
  constructor(
    readonly reader: SentenceReader,
    readonly day: Day | null,
  ) {}

  /** The longest word of the class at the token, with whatever stands attached before it; null where there is none. */
  opens(i: number, of: string): TimeMatch | null {
    return this.find(i, of, Attached.Anything);
  }

  /** The same inside an expression: nothing but the article stands before it. */
  word(i: number, of: string): TimeMatch | null {
    return this.find(i, of, Attached.Nothing);
  }

  /** The same behind an attached و (and). */
  joined(i: number, of: string): TimeMatch | null {
    return this.find(i, of, Attached.Conjunction);
  }

  private find(i: number, of: string, attached: Attached): TimeMatch | null {
    const matches = timesOf(this.reader.view(i))?.get(of);
    if (!matches) return null;
    for (const { length, reading, entry } of matches) {
      if (attached !== Attached.Anything && (reading.prep !== '' || reading.conj !== (attached === Attached.Conjunction))) continue;
      return { to: i + length, reading, entry };
    }
    return null;
  }

  /** Whether a single word of the class stands at the token, and its value is at most `most`. */
  isWordOf(i: number, of: string, most = Number.POSITIVE_INFINITY): boolean {
    const view = this.reader.view(i);
    return view.time && view.matches.some((m) => m.entry.kind === 'time' && m.entry.of === of && m.length === 1 && m.entry.value <= most);
  }

  /** The token behind the word of the class, or `i` itself where it does not stand there. */
  skip(i: number, of: string): number {
    return this.word(i, of)?.to ?? i;
  }

  /** The token behind the mark, or `i` itself. */
  past(i: number, marks: string): number {
    const mark = this.reader.mark(i);
    return mark !== '' && marks.includes(mark) ? i + 1 : i;
  }

  /** A whole number of at most four digits; -1 for anything else. */
  figure(i: number): number {
    const token = this.reader.token(i);
    if (token?.kind !== TokenKind.Number) return -1;
    const { surface } = token;
    if (surface.length > 4) return -1;
    let n = 0;
    for (let k = 0; k < surface.length; k++) {
      const digit = digitOf(surface.charCodeAt(k));
      if (digit < 0) return -1;
      n = n * 10 + digit;
    }
    return n;
  }

  /** A number in digits or words (خمسة عشر, fifteen; ألفين وثمانية عشر, two thousand and eighteen). */
  numeral(i: number): Numeral | null {
    const at = this.skip(i, 'article');
    const figure = this.figure(at);
    if (figure >= 0) return { to: at + 1, value: figure };
    const first = this.word(i, 'number') ?? this.word(i, 'multiplier');
    if (!first || first.entry.value > 2000) return null;
    let { to } = first;
    let { value } = first.entry;
    let least = value;
    for (;;) {
      const next = this.joined(to, 'number');
      if (!next || !fits(least, next.entry.value)) break;
      least = next.entry.value;
      value += least;
      to = next.to;
    }
    return { to, value };
  }
}

/** The words of time at a token by class, the longest first: with no pronoun behind them and no future س before; null where none stands there. */
function timesOf(view: WordView): Times | null {
  if (!view.time) return null;
  if (!view.times) {
    const times: Times = new Map();
    for (const { length, reading, entry, pron } of view.matches) {
      if (entry.kind !== 'time' || pron !== '' || reading.future) continue;
      const at = times.get(entry.of);
      if (at) at.push({ length, reading, entry });
      else times.set(entry.of, [{ length, reading, entry }]);
    }
    view.times = times;
  }
  return view.times;
}

/** Whether a number word goes on behind و: smaller by a magnitude (مئة وخمسة), or the tens behind ones (خمسة وعشرين). */
function fits(last: number, next: number): boolean {
  if (last < 10) return next >= 20 && next <= 90;
  return last >= 100 && next < (last >= 1000 ? 1000 : 100);
}

export function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x0660 && code <= 0x0669) return code - 0x0660;
  if (code >= 0x06f0 && code <= 0x06f9) return code - 0x06f0;
  return -1;
}

/** How an expression of time may begin at a token. */
enum Opening {
  None = 0,
  /** With a word that is everywhere, and dates nothing without another word of time. */
  Common = 1,
  Certain = 2,
}

function openingOf(reader: SentenceReader, i: number): Opening {
  const view = reader.view(i);
  if (!view.time) return reader.token(i)?.kind === TokenKind.Number ? Opening.Certain : Opening.None;
  view.opening ??= view.matches.reduce((most, { entry }) => Math.max(most, entry.kind === 'time' ? openingWith(entry.of) : 0), 0);
  return view.opening;
}

function openingWith(of: string): Opening {
  return !OPENERS.has(of) ? Opening.None : COMMON.has(of) ? Opening.Common : Opening.Certain;
}

/** Whether an expression of time may begin at the token. */
export function mayOpen(reader: SentenceReader, i: number): boolean {
  return openingOf(reader, i) !== Opening.None;
}

export function hasTime(reader: SentenceReader): boolean {
  for (let i = reader.from; i < reader.to; i++) if (openingOf(reader, i) === Opening.Certain) return true;
  return false;
}
