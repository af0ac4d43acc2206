// Expressions of one day: absolute (7 أغسطس 2018, الأول من مايو, 13/7/2018, 25 شوال 1436 هـ), named (الجمعة) and relative (أمس, فجر الأحد).

import type { DateSpan, Day } from '../document.js';
import { TokenKind } from '../text/tokens.js';
import { dayFrom, hijriDay, isDate, partsOf, weekdayOf } from './calendar.js';
import { hijriYearOf, isAhead, type Month, monthAt, yearAfter, yearOf } from './months.js';
import { digitOf, type TimeMatch, type TimeWords } from './words.js';

/** A span with what its reader must know to join it with others. */
export interface Found extends DateSpan {
  unit: 'day' | 'week' | 'month' | 'year' | 'span';
  hijri: boolean;
  /** No year was written. */
  loose: boolean;
  /** Only a weekday was written: 0 to 6, else -1. */
  weekday: number;
}

const BLANK: Found = { from: -1, to: -1, start: 0, end: 0, unit: 'day', hijri: false, loose: false, weekday: -1 };

export function found(from: number, to: number, start: Day, end: Day, unit: Found['unit'], more?: Partial<Found>): Found {
  return { ...BLANK, from, to, start, end, unit, ...more };
}

const oneDay = (from: number, to: number, day: Day, more?: Partial<Found>): Found => found(from, to, day, day, 'day', more);

/** What stands before a day: يوم (day), فجر (dawn of), في وقت متأخر من ليل (late in the night of). */
interface Lead {
  to: number;
  night: boolean;
  /** يوم, which makes even a bare number a day of the month. */
  named: boolean;
  partOfDay: boolean;
}

function leadAt(w: TimeWords, i: number): Lead {
  const lead: Lead = { to: i, night: false, named: false, partOfDay: false };
  for (;;) {
    const at = lead.to;
    const opening = at === i;
    const find = opening ? w.opens : w.word;
    const hour = find.call(w, at, 'hour-of-day');
    if (hour) {
      lead.to = w.skip(w.past(hour.to, '،,'), 'from');
      lead.partOfDay = true;
      continue;
    }
    const part = find.call(w, at, 'part-of-day');
    // الليلة الماضية (last night) is a day word itself.
    if (part && !part.reading.def) {
      lead.to = w.skip(part.to, 'from');
      lead.night ||= part.entry.value === 1;
      lead.partOfDay = true;
      continue;
    }
    const unit = find.call(w, at, 'unit') ?? find.call(w, at, 'unit-two') ?? find.call(w, at, 'unit-many');
    if (unit?.entry.value === 1 && !unit.reading.def) {
      lead.to = unit.to;
      lead.named = true;
      continue;
    }
    return lead;
  }
}

/** The day at token `i`, with what belongs before and behind it. */
export function dayAt(w: TimeWords, i: number): Found | null {
  const lead = leadAt(w, i);
  const core = coreDay(w, lead.to, lead, lead.to === i);
  if (!core) return null;
  core.from = i;
  if (lead.night) throughNight(w, core);
  return core;
}

function coreDay(w: TimeWords, i: number, lead: Lead, opening: boolean): Found | null {
  const weekday = opening ? w.opens(i, 'weekday') : w.word(i, 'weekday');
  if (weekday) return weekdayAt(w, i, weekday);
  const word = opening ? w.opens(i, 'day') : (w.word(i, 'day') ?? (lead.partOfDay || lead.named ? w.word(i, 'named-day') : null));
  if (word) return relativeDay(w, i, word, lead);
  return absoluteDay(w, i, -1, lead.named, opening);
}

/** ليل الثلاثاء الأربعاء, ليل 5-6 سبتمبر: the night between two days counts as the second. */
function throughNight(w: TimeWords, core: Found): void {
  if (core.end - core.start === 1) core.start = core.end;
  let at = w.past(core.to, '-–/');
  if (at === core.to) at = w.skip(w.skip(at, 'to'), 'and');
  const next = w.word(at, 'weekday') ?? (at === core.to ? w.joined(at, 'weekday') : null);
  if (!next || core.weekday < 0 || next.entry.value !== (core.weekday + 1) % 7 || w.day === null) return;
  core.to = next.to;
  core.start = core.end =
    core.start + 1 > w.day && core.start + 1 - w.day === 1 && !isAhead(w, core.from) ? core.start - 6 : core.start + 1;
  core.weekday = next.entry.value;
}

/** Days to the latest such weekday on or before `day`. */
const back = (day: Day, weekday: number): number => (weekdayOf(day) - weekday + 7) % 7;

/** الجمعة, الجمعة الماضي, الجمعة 13 يوليو, الجمعة من الأسبوع المقبل: a bare weekday is the latest on or before the article's day, or the next where the clause looks ahead. */
function weekdayAt(w: TimeWords, i: number, match: TimeMatch): Found | null {
  const weekday = match.entry.value;
  const relative = w.word(match.to, 'relative');
  let to = relative?.to ?? match.to;
  const dated = beside(w, to, weekday);
  if (dated) return { ...dated, from: i };
  const { day } = w;
  if (day === null) return null;
  const week = relative ? null : weekOf(w, to);
  to = trailing(w, week?.to ?? to);
  if (week) return oneDay(i, to, week.start + ((weekday + 1) % 7));
  const today = weekdayOf(day);
  let at: Day;
  if (relative && relative.entry.value > 0) at = day + ((weekday - today + 6) % 7) + 1 + 7 * (relative.entry.value - 1);
  else if (relative && relative.entry.value < 0) at = day - (back(day, weekday) || 7) + 7 * (relative.entry.value + 1);
  else if (!relative && isAhead(w, i)) at = day + ((weekday - today + 7) % 7);
  else at = day - back(day, weekday);
  return oneDay(i, to, at, { weekday: relative ? -1 : weekday });
}

/** من الأسبوع المقبل behind a weekday: the first day of that week, which begins on Saturday. */
function weekOf(w: TimeWords, i: number): { to: number; start: Day } | null {
  if (w.day === null) return null;
  const at = w.skip(i, 'from');
  const now = w.word(at, 'this');
  const unit = w.word(now?.to ?? at, 'unit');
  if (unit?.entry.value !== 7 || !unit.reading.def) return null;
  const relative = now ? null : w.word(unit.to, 'relative');
  if (!now && !relative) return null;
  return { to: relative?.to ?? unit.to, start: weekStart(w.day) + 7 * (relative?.entry.value ?? 0) };
}

export function weekStart(day: Day): Day {
  return day - ((weekdayOf(day) + 1) % 7);
}

/** مساء behind a day (الجمعة مساء), unless a day follows it. */
function trailing(w: TimeWords, i: number): number {
  const part = w.word(i, 'part-of-day');
  if (!part || part.reading.def || w.word(part.to, 'day') || w.word(part.to, 'weekday') || w.word(part.to, 'unit')) return i;
  return w.reader.token(part.to)?.kind === TokenKind.Word && !w.reader.particle(part.to) && !w.reader.token(part.to)?.word?.def
    ? i
    : part.to;
}

/** An absolute day that says once more which day it is: after a comma, in brackets, after الموافق (corresponding to). */
function beside(w: TimeWords, i: number, weekday: number): Found | null {
  let at = w.past(i, '،,(-–/');
  const bracket = w.reader.mark(i) === '(';
  at = w.skip(at, 'corresponding');
  const unit = w.word(at, 'unit');
  if (unit?.entry.value === 1 && !unit.reading.def) at = unit.to;
  const day = absoluteDay(w, at, weekday, false, at > i);
  if (day && bracket) day.to = w.past(day.to, ')');
  return day;
}

const HAMZA = '\u0621';

/** اليوم, أمس, غدا, with the weekday that they are said to be. */
function relativeDay(w: TimeWords, i: number, match: TimeMatch, lead: Lead): Found | null {
  const { value } = match.entry;
  // غداء (lunch) has the same key as غدا (tomorrow).
  if (value === 1 && w.reader.token(i)?.surface.includes(HAMZA)) return null;
  if (value === 0 && !isToday(w, i, match, lead)) return null;
  const dated = beside(w, match.to, -1);
  if (dated && !dated.loose) return { ...dated, from: i };
  if (w.day === null) return null;
  const at = w.day + value;
  const behind = w.past(match.to, '،,(');
  const weekday = w.word(behind, 'weekday');
  if (!weekday) return oneDay(i, trailing(w, match.to), at);
  const late = back(at, weekday.entry.value);
  if (behind > match.to && late !== 0) return oneDay(i, match.to, at);
  const written = late <= 3 ? at - late : at + 7 - late;
  const full = beside(w, weekday.to, weekday.entry.value);
  if (full && Math.abs(full.start - written) < 4) return { ...full, from: i };
  return oneDay(i, w.past(weekday.to, w.reader.mark(match.to) === '(' ? ')' : ''), written);
}

/** اليوم is today, but not in اليوم التالي (the next day), ذلك اليوم (that day), في اليوم (a day). */
function isToday(w: TimeWords, i: number, match: TimeMatch, lead: Lead): boolean {
  const after = w.word(match.to, 'not-today') ?? w.word(match.to, 'ordinal');
  if (after && (after.reading.def || (after.entry.of === 'not-today' && after.entry.value === 1))) return false;
  if (w.word(match.to, 'weekday')) return true;
  if (match.reading.prep) return false;
  if (lead.partOfDay || match.to > i + 1) return true;
  const before = lead.to === i ? i - 1 : lead.to - 2;
  return !w.opens(before, 'before-no-today') && !w.opens(before, 'before-plain-today');
}

/** The days before a month: one, or two that make a span (12 و13, 5-7, من 5 إلى 7). */
interface Dates {
  to: number;
  first: number;
  last: number;
  /** The token behind the first number, where each is a day of its own (5 و9 مايو); else -1. */
  firstTo: number;
}

/** A day of the month in digits or as an ordinal: 12, الـ12, الخامس عشر, أول. */
function dateNumber(w: TimeWords, i: number, opening: boolean): { to: number; value: number } | null {
  const ordinal = opening ? w.opens(i, 'ordinal') : w.word(i, 'ordinal');
  if (ordinal && (ordinal.reading.def || (ordinal.entry.value === 1 && ordinal.reading.prep === '')))
    return { to: ordinal.to, value: ordinal.entry.value };
  const numeral = w.numeral(i);
  return numeral && numeral.value >= 1 && numeral.value <= 31 ? numeral : null;
}

function datesAt(w: TimeWords, i: number, opening: boolean): Dates | null {
  const first = dateNumber(w, i, opening);
  if (!first) return null;
  let at = w.past(first.to, '-–');
  if (at === first.to) at = w.skip(at, 'to');
  const through = at > first.to;
  if (!through) at = w.skip(w.past(at, '،'), 'and');
  const second = dateNumber(w, at, at === first.to && w.joined(at, 'ordinal') !== null);
  if (second && second.value > first.value && (at > first.to || w.joined(at, 'ordinal'))) {
    const separate = !through && second.value > first.value + 1;
    return { to: second.to, first: first.value, last: second.value, firstTo: separate ? first.to : -1 };
  }
  return { to: first.to, first: first.value, last: first.value, firstTo: -1 };
}

/** A day with its month, in figures or words; both calendars where both stand there. */
export function absoluteDay(w: TimeWords, i: number, weekday: number, named: boolean, opening: boolean): Found | null {
  const figures = numericDay(w, i, weekday >= 0 || named);
  if (figures) return withOther(w, figures);
  const dates = datesAt(w, i, opening);
  if (!dates) return null;
  let at = w.past(dates.to, '-/.–');
  at = w.skip(at, 'from');
  const unit = w.word(at, 'unit');
  const month = monthAt(w, unit?.entry.value === 30 && !unit.reading.def ? unit.to : at);
  const day = month ? inMonth(w, i, dates, month, weekday) : inRelativeMonth(w, i, dates, at, at > dates.to);
  return day ? withOther(w, day) : null;
}

/** Dates of a month that is named. */
function inMonth(w: TimeWords, i: number, dates: Dates, month: Month, weekday: number): Found | null {
  const { day } = w;
  const relative = w.word(month.to, 'relative');
  const year = relative ? null : yearAfter(w, month.to, month.hijri);
  const to = relative?.to ?? year?.to ?? month.to;
  if (month.hijri) {
    if (!year && day === null && dates.first > 30) return null;
    const y = year?.year ?? (day === null ? null : hijriYearOf(month.month, dates.first, day, relative?.entry.value ?? 0));
    if (y === null) return besideOnly(w, i, to);
    const start = hijriDay(y, month.month, dates.first);
    return span(i, to, dates, start, { hijri: true, loose: !year });
  }
  if (!year && day === null) return null;
  const y =
    year?.year ?? yearOf(month.month, dates.first, day as Day, relative ? relative.entry.value || 0 : isAhead(w, i) ? 1 : 0, weekday);
  const history = year || relative ? null : historyOf(w, i, month.month, dates.first);
  if (!isDate(history ?? y, month.month, dates.last) || w.opens(i - 1, 'named-for')) return null;
  return span(i, to, dates, dayFrom(history ?? y, month.month, dates.first), { loose: !year && !history });
}

/** A Hijri day without year in a text that nothing dates counts only with the other calendar behind it. */
function besideOnly(w: TimeWords, i: number, to: number): Found | null {
  const other = beside(w, to, -1);
  return other && !other.hijri ? { ...other, from: i } : null;
}

function span(from: number, to: number, dates: Dates, start: Day, more: Partial<Found>): Found {
  const apart = dates.last - dates.first;
  if (dates.firstTo >= 0) return oneDay(from, dates.firstTo, start, more);
  return apart === 0 ? oneDay(from, to, start, more) : found(from, to, start, start + apart, 'span', more);
}

/** The year of a day known to all by its date alone: هجمات 11 سبتمبر (the attacks of 11 September). */
function historyOf(w: TimeWords, i: number, month: number, date: number): number | null {
  for (const m of w.reader.matchesAt(i - 1)) {
    if (m.entry.kind !== 'time' || m.entry.of !== 'history' || m.length > 1) continue;
    const { value } = m.entry;
    const year = Math.floor(value / 10000);
    if (value % 10000 === month * 100 + date && (w.day === null || dayFrom(year, month, date) <= w.day)) return year;
  }
  return null;
}

/** 20 من الشهر الجاري, 18 الجاري. */
function inRelativeMonth(w: TimeWords, i: number, dates: Dates, at: number, linked: boolean): Found | null {
  const { day } = w;
  if (day === null) return null;
  const now = w.word(at, 'this');
  const unit = w.word(now?.to ?? at, 'unit');
  const isMonth = unit?.entry.value === 30 && unit.reading.def;
  if (unit && !isMonth) return null;
  const relative = now ? null : w.word(unit?.to ?? at, 'relative');
  if (!relative && !(now && unit)) return null;
  if (!unit && (linked || !w.opens(i - 1, 'in') || w.reader.token(i)?.kind !== TokenKind.Number)) return null;
  const { year, month } = partsOf(dayFrom(partsOf(day).year, partsOf(day).month + (relative?.entry.value ?? 0), 1));
  if (!isDate(year, month, dates.last)) return null;
  return span(i, relative?.to ?? unit?.to ?? at, dates, dayFrom(year, month, dates.first), {});
}

/** The same day in the other calendar behind it makes one span, and the Gregorian date stands. */
function withOther(w: TimeWords, day: Found): Found {
  const linked = w.past(day.to, '،,(-–/') > day.to || w.word(day.to, 'corresponding') !== null;
  if (!day.hijri && !linked) return day;
  const other = beside(w, day.to, -1);
  if (!other || other.hijri === day.hijri || other.unit !== 'day') return day;
  const gregorian = day.hijri ? other : day;
  return { ...gregorian, from: day.from, to: other.to };
}

const DATE_MARKS = '/-.';

/** 13/7/2018, 2018-07-13, 13.7.2018; 13/7 only behind a weekday or يوم. Day before month, as Arabs write; the other way round only where no other reading is a date. */
function numericDay(w: TimeWords, i: number, named: boolean): Found | null {
  const token = w.reader.token(i);
  if (token?.kind !== TokenKind.Number) return null;
  const dotted = dottedDay(token.surface);
  if (dotted !== null) return oneDay(i, w.skip(i + 1, 'gregorian-mark'), dotted);
  const mark = w.reader.mark(i + 1);
  if (mark === '' || !DATE_MARKS.includes(mark)) return null;
  const a = w.figure(i);
  const b = w.figure(i + 2);
  if (a < 1 || b < 1) return null;
  const c = w.reader.mark(i + 3) === mark ? w.figure(i + 4) : -1;
  if (c >= 0) {
    const hijri = (c >= 1300 && c <= 1500) || (a >= 1300 && a <= 1500);
    const day = hijri ? hijriFigures(a, b, c) : figuresDay(a, b, c);
    return day === null ? null : oneDay(i, w.skip(w.skip(i + 5, 'gregorian-mark'), 'hijri-mark'), day, { hijri });
  }
  if (!named || mark !== '/' || w.day === null || a > 31 || b > 12) return null;
  return oneDay(i, i + 3, dayFrom(yearOf(b, a, w.day, isAhead(w, i) ? 1 : 0, -1), b, a), { loose: true });
}

function figuresDay(a: number, b: number, c: number): Day | null {
  const [year, month, date] = a >= 1900 ? [a, b, c] : [c, b, a];
  if (year < 1900 || year > 2100) return null;
  if (isDate(year, month, date)) return dayFrom(year, month, date);
  return isDate(year, date, month) ? dayFrom(year, date, month) : null;
}

function hijriFigures(a: number, b: number, c: number): Day | null {
  const [year, month, date] = a >= 1300 ? [a, b, c] : [c, b, a];
  return month <= 12 && date <= 30 ? hijriDay(year, month, date) : null;
}

/** A date in one number token: 13.7.2018. */
function dottedDay(surface: string): Day | null {
  if (surface.length < 8 || surface.length > 10) return null;
  const parts = [0, 0, 0];
  let k = 0;
  for (let c = 0; c < surface.length; c++) {
    const digit = digitOf(surface.charCodeAt(c));
    if (digit < 0) k++;
    else if (k < 3) parts[k] = (parts[k] ?? 0) * 10 + digit;
  }
  return k === 2 ? figuresDay(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0) : null;
}
