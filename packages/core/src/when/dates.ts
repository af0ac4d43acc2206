// Expressions of date and period in a sentence, resolved against the article's day. Days stand in days.ts, periods in periods.ts; here they are found in order and joined to spans.

import type { SentenceReader } from '../clauses/reader.js';
import type { DateSpan, Day } from '../document.js';
import { dayFrom, isDate, partsOf } from './calendar.js';
import { absoluteDay, dayAt, type Found, found } from './days.js';
import { periodAt } from './periods.js';
import { hasTime, mayOpen, TimeWords } from './words.js';

/** All dates of a sentence in order. `day` is the article's day, or null where nothing dates it: then only full dates are found. */
export function findDates(reader: SentenceReader, day: Day | null): DateSpan[] {
  const dates: DateSpan[] = [];
  if (!hasTime(reader)) return dates;
  const w = new TimeWords(reader, day);
  for (let i = reader.from; i < reader.to; ) {
    if (!mayOpen(reader, i)) {
      i++;
      continue;
    }
    const none = w.opens(i, 'no-date');
    if (none) {
      i = none.to;
      continue;
    }
    const date = spanAt(w, i);
    if (date && date.to > i) {
      const bound = boundOf(w, i, date);
      dates.push(
        bound
          ? { from: i, to: date.to, start: date.start, end: date.end, bound }
          : { from: i, to: date.to, start: date.start, end: date.end },
      );
      i = date.to;
    } else i++;
  }
  return dates;
}

const BOUNDS = [null, 'since', 'until', 'before', 'after'] as const;

/** Whether what is dated began, ended, or came before or after the span rather than in it: منذ 2011, حتى الخميس. A span counted from today (منذ مطلع العام) holds it. */
function boundOf(w: TimeWords, i: number, date: Found): DateSpan['bound'] | null {
  const own = w.opens(i, 'bound');
  if (own) return own.entry.value === 1 && date.unit !== 'span' ? 'since' : null;
  const before = w.opens(i - 1, 'bound');
  return before?.to === i ? (BOUNDS[before.entry.value] ?? null) : null;
}

function spanAt(w: TimeWords, i: number): Found | null {
  const from = w.opens(i, 'from');
  const word = from ?? w.opens(i, 'between');
  if (word) return rangeAt(w, i, word.to, from !== null);
  const one = single(w, i, false);
  return one ? (toSecond(w, one) ?? one) : null;
}

function single(w: TimeWords, i: number, bound: boolean): Found | null {
  return dayAt(w, i) ?? periodAt(w, i, bound);
}

/** من 5 إلى 7 مايو, بين عامي 2012 و2014, من السبت حتى الخميس. */
function rangeAt(w: TimeWords, i: number, to: number, isFrom: boolean): Found | null {
  if (!mayOpen(w.reader, to)) return null;
  const left = single(w, to, true);
  if (!left) return fromNumber(w, i, to, isFrom);
  if (!isFrom && left.unit === 'span') return { ...left, from: i };
  const right = isFrom ? behindTo(w, left.to) : behindAnd(w, left.to);
  return right ? joined(i, left, right, isFrom) : null;
}

/** What stands behind إلى or حتى (to, until). */
function behindTo(w: TimeWords, i: number): Found | null {
  const at = w.opens(w.past(i, '،,'), 'to');
  return at ? single(w, at.to, true) : null;
}

/** What stands behind و (and), attached or before a number. */
function behindAnd(w: TimeWords, i: number): Found | null {
  const and = w.word(i, 'and');
  if (and) return single(w, and.to, true);
  return w.reader.token(i)?.word?.readings.some((r) => r.conj) ? single(w, i, true) : null;
}

/** A bare number before the second day: من 5 إلى 7 مايو, بين 28 و2 أغسطس. */
function fromNumber(w: TimeWords, i: number, at: number, isFrom: boolean): Found | null {
  const ordinal = w.word(at, 'ordinal');
  const number = ordinal?.reading.def ? { to: ordinal.to, value: ordinal.entry.value } : w.numeral(at);
  if (!number || number.value < 1 || number.value > 31) return null;
  const link =
    w.past(number.to, '-–') > number.to ? w.past(number.to, '-–') : isFrom ? w.opens(number.to, 'to')?.to : w.word(number.to, 'and')?.to;
  const behind = link ?? (w.joined(number.to, 'ordinal') ? number.to : null);
  if (behind === null || behind === undefined) return null;
  const right = absoluteDay(w, behind, -1, false, true);
  if (!right) return null;
  const { year, month, date } = partsOf(right.start);
  const inSame = number.value < date;
  const start = right.hijri ? right.start - (hijriDate(w, behind) - number.value) : dayFrom(year, inSame ? month : month - 1, number.value);
  if (start >= right.end || (!right.hijri && inSame && !isDate(year, month, number.value))) return null;
  return found(i, right.to, start, right.end, 'span');
}

const hijriDate = (w: TimeWords, i: number): number => (w.word(i, 'ordinal') ?? null)?.entry.value ?? w.numeral(i)?.value ?? 0;

/** A span without من: 2 أكتوبر إلى 22 أكتوبر, 30 أبريل - 5 مايو, السبت والأحد of يومي السبت والأحد. */
function toSecond(w: TimeWords, left: Found): Found | null {
  const two = w.opens(left.from, 'unit-two');
  if (two && left.unit === 'day') {
    const right = behindAnd(w, left.to);
    return right && right.unit === 'day' ? joined(left.from, left, right, false) : null;
  }
  if (left.unit !== 'day' && left.unit !== 'month') return null;
  const marked = w.past(left.to, '-–');
  if (marked > left.to && left.weekday < 0) {
    const right = left.unit === 'day' ? dayAt(w, marked) : periodAt(w, marked, true);
    if (!right || right.unit !== left.unit || right.weekday >= 0 || right.start <= left.start) return null;
    return joined(left.from, left, right, true);
  }
  const right = behindTo(w, left.to);
  return right && right.unit === left.unit ? joined(left.from, left, right, true) : null;
}

/** The span from the one to the other. A weekday `onward` follows the first, else both are past (السبت والأحد said on a Saturday); a date without year takes that of the second. */
function joined(from: number, left: Found, right: Found, onward: boolean): Found | null {
  let { start } = left;
  let { end } = right;
  if (right.weekday >= 0 && end < start) {
    if (onward || left.weekday < 0) end += 7 * Math.ceil((start - end) / 7);
    else start -= 7 * Math.ceil((start - end) / 7);
  }
  if (left.loose && !right.loose) start = nearestBefore(start, end);
  else if (right.loose && end < start) end = nextAfter(end, start);
  return end < start ? null : found(from, right.to, start, end, 'span');
}

function nearestBefore(start: Day, end: Day): Day {
  const { month, date } = partsOf(start);
  const { year } = partsOf(end);
  const same = dayFrom(year, month, date);
  return same <= end ? same : dayFrom(year - 1, month, date);
}

function nextAfter(end: Day, start: Day): Day {
  const { month, date } = partsOf(end);
  const { year } = partsOf(start);
  const same = dayFrom(year, month, date);
  return same >= start ? same : dayFrom(year + 1, month, date);
}
