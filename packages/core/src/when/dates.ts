// Expressions of date and period in a sentence, resolved against the article's day: absolute (7 أغسطس 2018), named (الجمعة), relative (أمس, الشهر الماضي).

import type { SentenceReader } from '../clauses/reader.js';
import type { DateSpan, Day } from '../document.js';
import type { TimeEntry } from '../lexicon/entries.js';
import { numberOf } from '../text/letters.js';
import { TokenKind } from '../text/tokens.js';
import { dayFrom, daysInMonth, hijriDay, partsOf } from './calendar.js';

interface TimeWord {
  to: number;
  of: string;
  value: number;
  conj: boolean;
  prep: string;
}

function timeAt(reader: SentenceReader, i: number, of?: string): TimeWord | null {
  for (const m of reader.matchesAt(i)) {
    if (m.entry.kind !== 'time' || m.pron || m.reading.future) continue;
    const entry: TimeEntry = m.entry;
    if (of === undefined || entry.of === of) return { to: i + m.length, of: entry.of, value: entry.value, conj: m.reading.conj, prep: m.reading.prep };
  }
  return null;
}

function numberAt(reader: SentenceReader, i: number): number | null {
  const token = reader.token(i);
  if (token?.kind !== TokenKind.Number) return null;
  const n = numberOf(token.surface);
  return Number.isInteger(n) ? n : null;
}

const isYear = (n: number | null): n is number => n !== null && n >= 1900 && n <= 2100;

/** All dates of a sentence in order. `day` is the article's day, or null where nothing dates it: then only full dates are found. */
export function findDates(reader: SentenceReader, day: Day | null): DateSpan[] {
  const dates: DateSpan[] = [];
  let i = reader.from;
  while (i < reader.to) {
    const found = dateAt(reader, i, day);
    if (found) {
      dates.push(found);
      i = found.to;
    } else i++;
  }
  return dates;
}

function dateAt(reader: SentenceReader, i: number, day: Day | null): DateSpan | null {
  return numericDate(reader, i) ?? dayMonth(reader, i, i, day) ?? monthYear(reader, i, day) ?? namedDay(reader, i, day) ?? relativePeriod(reader, i, day) ?? yearOnly(reader, i);
}

/** 13/7/2018, 2018-07-13. */
function numericDate(reader: SentenceReader, i: number): DateSpan | null {
  const a = numberAt(reader, i);
  const first = reader.mark(i + 1);
  if (a === null || (first !== '/' && first !== '-') || reader.mark(i + 3) !== first) return null;
  const b = numberAt(reader, i + 2);
  const c = numberAt(reader, i + 4);
  if (b === null || c === null) return null;
  const [year, month, date] = isYear(a) ? [a, b, c] : [c, b, a];
  if (!isYear(year) || month < 1 || month > 12 || date < 1 || date > 31) return null;
  const at = dayFrom(year, month, date);
  return { from: i, to: i + 5, start: at, end: at };
}

/** Several names of one month: يونيو/حزيران, نيسان / أبريل, يونيو حزيران. */
function monthAt(reader: SentenceReader, i: number): { to: number; month: number; hijri: boolean } | null {
  const one = timeAt(reader, i, 'month');
  const hijri = one ? null : timeAt(reader, i, 'hijri-month');
  const found = one ?? hijri;
  if (!found || found.conj) return null;
  let to = found.to;
  for (;;) {
    const slash = reader.mark(to) === '/' || reader.mark(to) === '-' || reader.mark(to) === '(' ? 1 : 0;
    const again = timeAt(reader, to + slash, hijri ? 'hijri-month' : 'month');
    if (!again || again.conj || again.value !== found.value) break;
    to = again.to;
    if (slash && reader.mark(to) === ')') to++;
  }
  return { to, month: found.value, hijri: hijri !== null };
}

/** The year that brings the date nearest to the article's day. */
function nearestYear(month: number, date: number, day: Day, direction: number): number {
  const { year } = partsOf(day);
  let best = year;
  let distance = Number.POSITIVE_INFINITY;
  for (const y of [year - 1, year, year + 1]) {
    const away = dayFrom(y, month, date) - day;
    if ((direction < 0 && away > 0) || (direction > 0 && away < 0)) continue;
    if (Math.abs(away) < distance) {
      distance = Math.abs(away);
      best = y;
    }
  }
  return best;
}

/** [weekday] 7 أغسطس [2018], also with the month of another calendar in brackets behind it. */
function dayMonth(reader: SentenceReader, start: number, i: number, day: Day | null): DateSpan | null {
  const weekday = timeAt(reader, i, 'weekday');
  if (weekday && !weekday.conj && start === i) {
    const comma = reader.mark(weekday.to) === '،' || reader.mark(weekday.to) === ',' || reader.mark(weekday.to) === '(' ? 1 : 0;
    const dated = dayMonth(reader, start, weekday.to + comma, day);
    if (dated) return dated;
  }
  const date = numberAt(reader, i);
  if (date === null || date < 1 || date > 31) return null;
  const skip = timeAt(reader, i + 1, 'preposition')?.to ?? i + 1;
  const month = monthAt(reader, skip);
  if (!month) return null;
  let to = month.to;
  const next = timeAt(reader, to, 'relative');
  const year = numberAt(reader, reader.mark(to) === '،' || reader.mark(to) === ',' ? to + 1 : to);
  if (month.hijri) {
    if (year === null || year < 1300 || year > 1500) return null;
    to = numberAt(reader, to) !== null ? to + 1 : to + 2;
    const at = hijriDay(year, month.month, date);
    return { from: start, to, start: at, end: at };
  }
  let y: number;
  if (isYear(year)) {
    y = year;
    to = numberAt(reader, to) !== null ? to + 1 : to + 2;
  } else if (day === null) return null;
  else {
    y = nearestYear(month.month, date, day, next?.value ?? 0);
    if (next) to = next.to;
  }
  const at = dayFrom(y, month.month, date);
  return { from: start, to, start: at, end: at };
}

/** أغسطس 2018, مايو المقبل, في حزيران/يونيو. */
function monthYear(reader: SentenceReader, i: number, day: Day | null): DateSpan | null {
  const month = monthAt(reader, i);
  if (!month || month.hijri) return null;
  const year = numberAt(reader, month.to);
  const relative = timeAt(reader, month.to, 'relative');
  if (isYear(year)) return wholeMonth(year, month.month, i, month.to + 1);
  if (day === null) return null;
  const before = reader.token(i - 1)?.word?.key ?? '';
  if (!relative && before !== 'في' && before !== 'منذ' && before !== 'شهر' && before !== 'خلال' && before !== 'حتي' && before !== 'من') return null;
  return wholeMonth(nearestYear(month.month, 15, day, relative?.value ?? 0), month.month, i, relative?.to ?? month.to);
}

function wholeMonth(year: number, month: number, from: number, to: number): DateSpan {
  const start = dayFrom(year, month, 1);
  return { from, to, start, end: start + daysInMonth(year, month) - 1 };
}

/** اليوم, أمس, الجمعة, الجمعة الماضي: a bare weekday is the latest on or before the article's day. */
function namedDay(reader: SentenceReader, i: number, day: Day | null): DateSpan | null {
  if (day === null) return null;
  const word = timeAt(reader, i, 'day');
  if (word && !word.conj) {
    if (word.value === 0 && reader.token(i)?.word?.key !== 'اليوم') return null;
    const weekday = timeAt(reader, word.to, 'weekday');
    return { from: i, to: weekday?.to ?? word.to, start: day + word.value, end: day + word.value };
  }
  const weekday = timeAt(reader, i, 'weekday');
  if (!weekday) return null;
  const relative = timeAt(reader, weekday.to, 'relative');
  const yesterday = timeAt(reader, weekday.to, 'day');
  const today = partsOf(day).weekday;
  let back = (today - weekday.value + 7) % 7;
  if (relative?.value === -1 && back === 0) back = 7;
  const at = relative?.value === 1 ? day + ((weekday.value - today + 6) % 7) + 1 : day - back;
  return { from: i, to: relative?.to ?? yesterday?.to ?? weekday.to, start: at, end: at };
}

/** الأسبوع الماضي, الشهر الجاري, العام المقبل, قبل يومين. */
function relativePeriod(reader: SentenceReader, i: number, day: Day | null): DateSpan | null {
  if (day === null) return null;
  const unit = timeAt(reader, i, 'the-unit');
  const relative = unit ? timeAt(reader, unit.to, 'relative') : null;
  if (!unit || !relative) return null;
  return { from: i, to: relative.to, ...period(unit.value, relative.value, day) };
}

function period(unit: number, step: number, day: Day): { start: Day; end: Day } {
  const { year, month, weekday } = partsOf(day);
  if (unit === 365) return { start: dayFrom(year + step, 1, 1), end: dayFrom(year + step, 12, 31) };
  if (unit === 30) {
    const start = dayFrom(year, month + step, 1);
    const at = partsOf(start);
    return { start, end: start + daysInMonth(at.year, at.month) - 1 };
  }
  const start = day - ((weekday + 1) % 7) + step * 7;
  return { start, end: start + 6 };
}

/** عام 2015, سنة 2011, في 2003. */
function yearOnly(reader: SentenceReader, i: number): DateSpan | null {
  const year = numberAt(reader, i);
  if (!isYear(year)) return null;
  const before = reader.token(i - 1)?.word?.key ?? '';
  if (!/^[وفبل]?(ل?ال)?(عام|سنه|العام|في|منذ|عامي|مطلع|نهايه|اواخر|اوائل|منتصف|حتي|خلال|صيف|ربيع|شتاء|خريف)$/.test(before)) return null;
  return { from: i, to: i + 1, start: dayFrom(year, 1, 1), end: dayFrom(year, 12, 31) };
}
