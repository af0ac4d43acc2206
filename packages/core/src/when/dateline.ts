// The dateline that a page carries inside its text: السبت ١٠ أكتوبر ٢٠٢٠ - ٠٤:٢٠ بتوقيت غرينتش (Saturday 10 October 2020 - 04:20 Greenwich time).

import type { SentenceReader } from '../clauses/reader.js';
import { isoOf } from './calendar.js';
import { findDates } from './dates.js';
import { TimeWords } from './words.js';

/** A dateline is a short line; longer ones are prose (tokens). */
const LONGEST = 22;
/** So many words may stand beside its date: a place, the agency, "published on". */
const MOST_WORDS = 7;
/** With so few it is one though a word of them may be a verb: نشر في (published on). */
const FEW_WORDS = 2;

export interface Dateline {
  /** ISO 8601 with offset. */
  published: string;
}

/** The dateline in a line, or null: a short line with a full date and little else. */
export function readDateline(reader: SentenceReader): Dateline | null {
  const length = reader.to - reader.from;
  if (length > LONGEST || length < 3) return null;
  const dates = findDates(reader, null);
  const date = dates[0];
  if (!date || dates.length > 1 || date.start !== date.end) return null;
  const w = new TimeWords(reader, null);
  let words = 0;
  let clock: Clock | null = null;
  for (let i = reader.from; i < reader.to; i++) {
    if (i >= date.from && i < date.to) continue;
    clock ??= clockAt(w, i);
    if (clock && i >= clock.from && i < clock.to) continue;
    if (reader.isWord(i)) words++;
  }
  // A short sentence with a full date tells of a deed: it has a verb, and no clock.
  if (words > MOST_WORDS || (!clock && words > FEW_WORDS && reader.framed)) return null;
  return {
    published: `${isoOf(date.start)}T${clock ? two(clock.hour) : '00'}:${clock ? two(clock.minute) : '00'}:00${offset(clock?.zone ?? 0)}`,
  };
}

interface Clock {
  from: number;
  to: number;
  hour: number;
  minute: number;
  /** Minutes before Greenwich time. */
  zone: number;
}

/** 20:26 · 04:20 بتوقيت غرينتش · 8:30 مساء بتوقيت مكة المكرمة. */
function clockAt(w: TimeWords, i: number): Clock | null {
  if (w.reader.mark(i + 1) !== ':') return null;
  let hour = w.figure(i);
  const minute = w.figure(i + 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  let to = w.reader.mark(i + 3) === ':' && w.figure(i + 4) >= 0 ? i + 5 : i + 3;
  const late = w.word(to, 'after-noon');
  if (late) {
    if (hour < 12) hour += 12;
    to = late.to;
  } else {
    const early = w.word(to, 'before-noon');
    if (early) {
      if (hour === 12) hour = 0;
      to = early.to;
    }
  }
  const of = w.opens(to, 'clock-of');
  const zone = of ? w.word(of.to, 'clock') : w.word(to, 'clock');
  return { from: i, to: zone?.to ?? of?.to ?? to, hour, minute, zone: zone?.entry.value ?? 0 };
}

const two = (n: number): string => String(n).padStart(2, '0');

function offset(minutes: number): string {
  return `+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
