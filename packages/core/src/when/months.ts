// Months and years as they are written, and which year is meant where none is.

import type { Day } from '../document.js';
import { Form } from '../lexicon/entries.js';
import { dayFrom, daysInMonth, hijriDay, hijriYear, isDate, partsOf, weekdayOf } from './calendar.js';
import type { TimeWords } from './words.js';

export interface Month {
  to: number;
  month: number;
  hijri: boolean;
  /** Nothing but its place says that the word is a month: ماي is also Theresa May, رجب a man's name. */
  nameLike: boolean;
}

export interface Year {
  to: number;
  year: number;
}

/** Between two names of one month stand these marks: يونيو/حزيران, نيسان - أبريل, مايو (أيار). */
const BETWEEN_NAMES = '/-–(';

/** A month under one or several names. */
export function monthAt(w: TimeWords, i: number, opening = false): Month | null {
  const find = opening ? w.opens : w.word;
  const plain = find.call(w, i, 'month');
  const first = plain ?? find.call(w, i, 'name-like-month') ?? find.call(w, i, 'hijri-month') ?? find.call(w, i, 'number-like-month');
  if (!first) return null;
  const hijri = first.entry.of === 'hijri-month' || first.entry.of === 'number-like-month';
  const month = first.entry.value;
  let { to } = first;
  let nameLike = plain === null;
  for (;;) {
    const at = w.past(to, BETWEEN_NAMES);
    const again = hijri ? w.word(at, 'hijri-month') : (w.word(at, 'month') ?? w.word(at, 'name-like-month'));
    if (!again || again.entry.value !== month) break;
    nameLike = false;
    to = w.reader.mark(to) === '(' ? w.past(again.to, ')') : again.to;
  }
  // صفر (Safar) is also nil, as in 1-صفر: it wants a year.
  if (first.entry.of === 'number-like-month' && !yearAfter(w, to, true)) return null;
  return { to, month, hijri, nameLike };
}

const isYear = (n: number): boolean => n >= 1900 && n <= 2100;
const isHijriYear = (n: number): boolean => n >= 1300 && n <= 1500;

/** The year behind a month: 2018 · عام 2018 · ، 2018 · من العام الماضي. */
export function yearAfter(w: TimeWords, i: number, hijri: boolean): Year | null {
  let at = w.past(i, '،,/-–.');
  const bare = w.figure(at);
  if (bare >= 0) {
    const marked = at > i && w.reader.mark(i) !== '،' && w.reader.mark(i) !== ',';
    if (marked && !isYear(bare)) return null;
    return (hijri ? isHijriYear(bare) : isYear(bare)) ? { to: w.skip(at + 1, hijri ? 'hijri-mark' : 'gregorian-mark'), year: bare } : null;
  }
  if (at > i) {
    const words = hijri ? null : w.numeral(at);
    return words && isYear(words.value) ? { to: words.to, year: words.value } : null;
  }
  at = w.skip(at, 'from');
  const the = w.word(at, 'unit');
  if (the?.entry.value === 365) {
    const numeral = w.numeral(w.skip(the.to, 'hijri-mark'));
    if (numeral && (hijri ? isHijriYear(numeral.value) : isYear(numeral.value)))
      return { to: w.skip(numeral.to, hijri ? 'hijri-mark' : 'gregorian-mark'), year: numeral.value };
    const relative = the.reading.def ? w.word(the.to, 'relative') : null;
    if (relative && w.day !== null)
      return { to: relative.to, year: (hijri ? hijriYear(w.day) : partsOf(w.day).year) + relative.entry.value };
  }
  const now = w.word(at, 'this');
  const year = now ? w.word(now.to, 'unit') : null;
  if (now && year?.entry.value === 365 && w.day !== null) return { to: year.to, year: hijri ? hijriYear(w.day) : partsOf(w.day).year };
  if (!now) {
    const words = w.numeral(at);
    if (words && isYear(words.value)) return { to: words.to, year: words.value };
  }
  return null;
}

/** A year that stands alone behind عام (year) or a preposition, with the mark of its calendar. */
export function bareYear(w: TimeWords, i: number, oldest: number): (Year & { hijri: boolean }) | null {
  const numeral = w.numeral(i);
  if (!numeral) return null;
  const { value: year } = numeral;
  const mark = w.word(numeral.to, 'hijri-mark');
  if (mark && isHijriYear(year)) return { to: mark.to, year, hijri: true };
  return year >= oldest && year <= 2100 ? { to: w.skip(numeral.to, 'gregorian-mark'), year, hijri: false } : null;
}

/** So much farther a date without year may lie in the past than in the future, and is still taken as past: the news tell of what was. */
const PAST_WEIGHT = 2;

/**
 * The year of a date that names none. `direction`: 1 it is to come, -1 it is past, 0 nothing says so; `weekday` 0 to 6 where the text gives it, else -1.
 */
export function yearOf(month: number, date: number, day: Day, direction: number, weekday: number): number {
  const { year } = partsOf(day);
  let best = year;
  let least = Number.POSITIVE_INFINITY;
  for (let y = year - 3; y <= year + 3; y++) {
    if (!isDate(y, month, date)) continue;
    const at = dayFrom(y, month, date);
    const away = at - day;
    if ((direction < 0 && away >= 0) || (direction > 0 && away < 0)) continue;
    let distance = away > 0 && direction === 0 ? away * PAST_WEIGHT : Math.abs(away);
    if (weekday >= 0 && weekdayOf(at) !== weekday) distance += 2000;
    if (distance < least) {
      least = distance;
      best = y;
    }
  }
  return best;
}

/** The year of a month that names none: مايو الماضي said in May is that of last year. */
export function yearOfMonth(month: number, day: Day, direction: number | null): number {
  const today = partsOf(day);
  if (direction === null || direction === 0) {
    if (direction === 0) return today.year;
    const ahead = (month - today.month + 12) % 12;
    return ahead * PAST_WEIGHT > 12 - ahead && ahead !== 0
      ? month > today.month
        ? today.year - 1
        : today.year
      : month >= today.month
        ? today.year
        : today.year + 1;
  }
  if (direction < 0) return (month < today.month ? today.year : today.year - 1) + (direction + 1);
  return (month > today.month ? today.year : today.year + 1) + (direction - 1);
}

/** The Hijri year that brings the date nearest to the day. */
export function hijriYearOf(month: number, date: number, day: Day, direction: number): number {
  const year = hijriYear(day);
  let best = year;
  let least = Number.POSITIVE_INFINITY;
  for (let y = year - 1; y <= year + 1; y++) {
    const away = hijriDay(y, month, date) - day;
    if ((direction < 0 && away >= 0) || (direction > 0 && away < 0)) continue;
    if (Math.abs(away) < least) {
      least = Math.abs(away);
      best = y;
    }
  }
  return best;
}

export function lastOfMonth(year: number, month: number): Day {
  return dayFrom(year, month, 1) + daysInMonth(year, month) - 1;
}

export function lastOfHijriMonth(year: number, month: number): Day {
  return (month === 12 ? hijriDay(year + 1, 1, 1) : hijriDay(year, month + 1, 1)) - 1;
}

/** How far back a word that points to the future may stand, and how far before it كان (tokens). */
const FORESIGHT = 24;
const BEFORE_FUTURE = 6;
const QUOTES = '"«»“”';

/**
 * Whether the clause before the token speaks of what is to come: سيزور (he will visit), من المقرر (it is planned). A finished act, a quotation mark or بعد (after) nearer by
 * ends the search; كانت ستنتهي (was to end) is past.
 */
export function isAhead(w: TimeWords, i: number): boolean {
  const { reader } = w;
  for (let k = i - 1; k >= reader.from && k >= i - FORESIGHT; k--) {
    const mark = reader.mark(k);
    if (mark !== '' && QUOTES.includes(mark)) return false;
    if (w.opens(k, 'ahead')) return true;
    if (w.opens(k, 'behind')) return false;
    const tense = tenseAt(w, k);
    if (tense === 'future') return !isPastFuture(w, k);
    if (tense === 'past') return false;
  }
  return false;
}

function tenseAt(w: TimeWords, k: number): 'future' | 'past' | null {
  let past = false;
  for (const { entry, reading, bits } of w.reader.matchesAt(k)) {
    if (entry.kind === 'verb') {
      if (reading.future && bits & Form.Imperfect) return 'future';
      if (!(bits & (Form.Perfect | Form.Imperfect | Form.Imperative))) return null;
      if (bits & Form.Perfect && !reading.def && !reading.prep) past = true;
    } else if (entry.kind !== 'particle' && entry.kind !== 'time') return null;
  }
  return past ? 'past' : null;
}

function isPastFuture(w: TimeWords, k: number): boolean {
  for (let j = k - 1; j >= k - BEFORE_FUTURE; j--) if (w.opens(j, 'was')) return true;
  return false;
}
