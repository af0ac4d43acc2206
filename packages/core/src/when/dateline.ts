// The dateline that a page carries inside its text: السبت ١٠ أكتوبر ٢٠٢٠ - ٠٤:٢٠ بتوقيت غرينتش (Saturday 10 October 2020 - 04:20 Greenwich time).

import type { SentenceReader } from '../clauses/reader.js';
import { numberOf } from '../text/letters.js';
import { isoOf } from './calendar.js';
import { findDates } from './dates.js';

/** A dateline is a short line; longer ones are prose (tokens). */
const LONGEST = 16;

export interface Dateline {
  /** ISO 8601 with offset. */
  published: string;
}

/** The dateline in a line, or null: a short line with a full date and little else. */
export function readDateline(reader: SentenceReader): Dateline | null {
  const length = reader.to - reader.from;
  if (length > LONGEST || length < 3) return null;
  const [date] = findDates(reader, null);
  if (!date || date.start !== date.end) return null;
  let words = 0;
  let time = '00:00';
  for (let i = reader.from; i < reader.to; i++) {
    if (i >= date.from && i < date.to) continue;
    if (reader.mark(i) === ':') {
      const hour = numberOf(reader.token(i - 1)?.surface ?? '');
      const minute = numberOf(reader.token(i + 1)?.surface ?? '');
      if (hour < 24 && minute < 60) time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    }
    if (reader.isWord(i)) words++;
  }
  return words <= 6 ? { published: `${isoOf(date.start)}T${time}:00+00:00` } : null;
}
