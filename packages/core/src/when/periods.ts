// Expressions of a period: months, years, seasons, decades, weeks, and spans counted from the article's day (قبل يومين, الأيام الثلاثة الماضية).

import type { Day } from '../document.js';
import { dayFrom, daysInMonth, hijriDay, partsOf } from './calendar.js';
import { type Found, found, weekStart } from './days.js';
import { bareYear, hijriYearOf, isAhead, lastOfHijriMonth, lastOfMonth, monthAt, yearAfter, yearOfMonth } from './months.js';
import type { TimeMatch, TimeWords } from './words.js';

/** The period at token `i`. `bound`: what stands before makes a bare month or year a date (نهاية مايو, من 2012 إلى 2014). */
export function periodAt(w: TimeWords, i: number, bound = false): Found | null {
  return (
    countedAgo(w, i) ??
    partOfPeriod(w, i) ??
    fractionOfPeriod(w, i) ??
    monthPeriod(w, i, bound) ??
    seasonPeriod(w, i) ??
    decadePeriod(w, i, bound) ??
    yearPeriod(w, i, bound) ??
    countedSpan(w, i) ??
    unitPeriod(w, i)
  );
}

/** Whether the token before is a preposition behind which a month (or also a year) can stand bare. */
function isIntroduced(w: TimeWords, i: number, year: boolean): boolean {
  return w.isWordOf(i - 1, 'in', year ? 0 : 1);
}

/** شهر مايو, أغسطس 2018, مايو المقبل, في حزيران/يونيو, شهر رمضان. */
function monthPeriod(w: TimeWords, i: number, bound: boolean): Found | null {
  const unit = w.opens(i, 'unit');
  const named = unit?.entry.value === 30 && !unit.reading.def;
  const at = named ? unit.to : i;
  const month = monthAt(w, at, !named);
  if (!month) return null;
  const prefixed =
    !named && w.reader.matchesAt(i).some((m) => m.entry.kind === 'time' && i + m.length <= month.to && m.reading.prep !== '');
  const relative = w.word(month.to, 'relative');
  const year = relative ? null : yearAfter(w, month.to, month.hijri);
  const introduced = !prefixed && (bound || isIntroduced(w, i, false));
  if (!named && !relative && !year && (month.nameLike || !introduced)) return null;
  const to = relative?.to ?? year?.to ?? month.to;
  const { day } = w;
  if (!year && day === null) return null;
  if (month.hijri) {
    const y = year?.year ?? hijriYearOf(month.month, 15, day as Day, relative?.entry.value ?? 0);
    return found(i, to, hijriDay(y, month.month, 1), lastOfHijriMonth(y, month.month), 'month', { hijri: true, loose: !year });
  }
  let y = year?.year;
  if (y === undefined) {
    const today = partsOf(day as Day);
    if (relative) y = yearOfMonth(month.month, day as Day, relative.entry.value);
    else if (isAhead(w, i)) y = month.month >= today.month ? today.year : today.year + 1;
    else y = yearOfMonth(month.month, day as Day, null);
  }
  return found(i, to, dayFrom(y, month.month, 1), lastOfMonth(y, month.month), 'month', { loose: !year });
}

const wholeYear = (from: number, to: number, year: number, hijri: boolean): Found =>
  hijri
    ? found(from, to, hijriDay(year, 1, 1), hijriDay(year + 1, 1, 1) - 1, 'year', { hijri })
    : found(from, to, dayFrom(year, 1, 1), dayFrom(year, 12, 31), 'year');

/** The oldest year that is one behind عام (year), and behind a mere preposition. */
const OLDEST_NAMED = 600;
const OLDEST_BARE = 1900;

/** عام 2015, العام الهجري 1439, عامي 2012 و2014, في 2003, 2014-2018. */
function yearPeriod(w: TimeWords, i: number, bound: boolean): Found | null {
  const unit = w.opens(i, 'unit') ?? w.opens(i, 'unit-two') ?? w.opens(i, 'unit-many');
  if (unit) {
    if (unit.entry.value !== 365) return null;
    const year = bareYear(w, w.skip(unit.to, 'hijri-mark'), OLDEST_NAMED);
    if (!year) return null;
    const hijri = year.hijri || w.skip(unit.to, 'hijri-mark') > unit.to;
    const one = wholeYear(i, w.skip(year.to, 'relative'), year.year, hijri);
    return unit.entry.of === 'unit' ? overYears(w, one, year.year, false) : overYears(w, one, year.year, unit.entry.of === 'unit-two');
  }
  if (w.reader.isWord(i) && !bound) return null;
  const number = w.reader.isWord(i) ? (w.numeral(i)?.value ?? -1) : w.figure(i);
  if (number < OLDEST_BARE || number > 2100) return null;
  const year = bareYear(w, i, OLDEST_BARE);
  if (!year) return null;
  const one = overYears(w, wholeYear(i, year.to, year.year, year.hijri), year.year, false);
  if (one.end - one.start > 366) return one;
  if (!bound && !isIntroduced(w, i, true)) return null;
  // في 2000 قرية: two thousand villages.
  if (number % 100 === 0 && w.reader.isWord(one.to) && !w.reader.particle(one.to)) return null;
  return one;
}

/** A second year: 2014-2018, 2017/2018, عامي 2012 و2014. */
function overYears(w: TimeWords, one: Found, first: number, two: boolean): Found {
  const mark = w.past(one.to, '-–/');
  const at = mark > one.to ? mark : two ? w.skip(one.to, 'and') : one.to;
  if (at === one.to) return one;
  const last = w.figure(at);
  if (last <= first || last > 2100 || last - first > 100 || (w.reader.mark(one.to) === '/' && last !== first + 1)) return one;
  if (mark > one.to && w.past(at + 1, '-–/') > at + 1) return one;
  return { ...one, to: w.skip(at + 1, 'gregorian-mark'), end: dayFrom(last, 12, 31), unit: 'span' };
}

/** صيف 2006, صيف العام الماضي, الصيف المقبل, هذا الصيف. Winter counts as the January and February of its year. */
function seasonPeriod(w: TimeWords, i: number): Found | null {
  const now = w.opens(i, 'this');
  const season = now ? w.word(now.to, 'season') : w.opens(i, 'season');
  if (!season) return null;
  const relative = season.reading.def ? w.word(season.to, 'relative') : null;
  const year = relative || now ? null : yearAfter(w, season.to, false);
  if (!now && !relative && !year) return null;
  if (!year && w.day === null) return null;
  const first = season.entry.value === 12 ? 1 : season.entry.value;
  const last = season.entry.value === 12 ? 2 : first + 2;
  const today = w.day === null ? null : partsOf(w.day);
  let y = year?.year ?? today?.year ?? 0;
  if (relative && today) {
    if (relative.entry.value < 0 && last >= today.month) y--;
    if (relative.entry.value > 0 && first <= today.month) y++;
  }
  return found(i, relative?.to ?? year?.to ?? season.to, dayFrom(y, first, 1), lastOfMonth(y, last), 'span', { loose: !year });
}

/** الثمانينيات, ثمانينيات القرن الماضي; not في السبعينيات من عمره (in his seventies). */
function decadePeriod(w: TimeWords, i: number, bound: boolean): Found | null {
  const unit = w.opens(i, 'unit');
  const named = unit?.entry.value === 3650 && !unit.reading.def;
  const decade = named ? w.word(unit.to, 'decade') : w.opens(i, 'decade');
  if (!decade) return null;
  let to = decade.to;
  const from = w.skip(to, 'from');
  if (w.word(from, 'age')) return null;
  const century = w.word(from, 'unit');
  let start = decade.entry.value;
  if (century?.entry.value === 36500 && century.reading.def) {
    const relative = w.word(century.to, 'relative');
    const ordinal = relative ? null : w.word(century.to, 'ordinal');
    to = relative?.to ?? ordinal?.to ?? century.to;
    if (ordinal) start = (ordinal.entry.value - 1) * 100 + (start % 100);
    else if (relative?.entry.value === 0) start = 2000 + (start % 100);
  } else if (!decade.reading.def && !named && !bound && !isIntroduced(w, i, true)) return null;
  return found(i, to, dayFrom(start, 1, 1), dayFrom(start + 9, 12, 31), 'span');
}

/** Same day so many units away; months and years keep the day of the month where they can. */
function shift(day: Day, unit: number, count: number): Day {
  if (unit < 30) return day + unit * count;
  const { year, month, date } = partsOf(day);
  const months = unit === 30 ? count : Math.round(unit / 365) * 12 * count;
  const first = dayFrom(year, month + months, 1);
  const there = partsOf(first);
  return first + Math.min(date, daysInMonth(there.year, there.month)) - 1;
}

/** Hours, as days of the calendar. */
const HOUR = 1 / 24;

/** A number of units: يومين, ثلاثة أيام, 24 ساعة, شهر; null where the number stays open (أيام, days). */
function countOf(w: TimeWords, i: number, alone: boolean): { to: number; unit: number; count: number; def: boolean } | null {
  const two = w.word(i, 'unit-two');
  if (two) return { to: w.skip(two.to, 'number'), unit: two.entry.value || HOUR, count: 2, def: two.reading.def };
  const numeral = numeralWithArticle(w, i);
  if (numeral) {
    const unit = w.word(numeral.to, 'unit-many') ?? w.word(numeral.to, 'unit') ?? w.word(numeral.to, 'unit-two');
    return unit ? { to: unit.to, unit: unit.entry.value || HOUR, count: numeral.value, def: numeral.def || unit.reading.def } : null;
  }
  const one = alone ? w.word(i, 'unit') : null;
  if (!one || one.reading.def) return null;
  const single = w.word(one.to, 'number');
  return { to: single?.entry.value === 1 ? single.to : one.to, unit: one.entry.value || HOUR, count: 1, def: false };
}

function numeralWithArticle(w: TimeWords, i: number): { to: number; value: number; def: boolean } | null {
  const def = w.word(i, 'article') !== null || w.word(i, 'number')?.reading.def === true;
  const numeral = w.numeral(i);
  return numeral ? { ...numeral, def } : null;
}

/** قبل يومين, منذ ثلاثة أسابيع, بعد شهرين من الآن: one point, as exact as its unit. A count from another event (قبل يومين من القمة, two days before the summit) dates nothing. */
function countedAgo(w: TimeWords, i: number): Found | null {
  const before = w.opens(i, 'ago');
  const after = before ? null : w.opens(i, 'after');
  const word = before ?? after;
  const { day } = w;
  if (!word || day === null) return null;
  const count = countOf(w, w.skip(word.to, 'about'), true);
  if (!count || count.def || count.unit > 3650) return null;
  let { to } = count;
  const half = w.joined(to, 'fraction');
  if (half?.entry.value === 2) to = half.to;
  const now = w.word(to, 'of-now');
  if (!now && (w.word(to, 'from') || (after && w.word(to, 'upon')) || isNamedUnit(w, to))) return null;
  if (after && !now && !isAhead(w, i)) return null;
  const direction = before ? -1 : 1;
  const steps = direction * (count.count + (half?.entry.value === 2 ? 0.5 : 0));
  return pointIn(i, now?.to ?? to, day, count.unit, steps, now !== null);
}

/** يوم, شهر and عام are no counts before their names: قبل يوم الجمعة, قبل شهر مايو, قبل عام 2015. */
function isNamedUnit(w: TimeWords, i: number): boolean {
  return w.word(i, 'weekday') !== null || w.word(i, 'day') !== null || w.figure(i) >= 0 || monthAt(w, i) !== null;
}

function pointIn(from: number, to: number, day: Day, unit: number, steps: number, exact: boolean): Found {
  if (unit === HOUR) return found(from, to, day + Math.trunc(steps / 24), day + Math.trunc(steps / 24), 'day');
  if (unit < 30) return found(from, to, day + Math.trunc(unit * steps), day + Math.trunc(unit * steps), 'day');
  const { year, month } = partsOf(day);
  if (unit === 30 || exact || !Number.isInteger(steps)) {
    const months = unit === 30 ? Math.trunc(steps) : Math.trunc((unit / 365) * 12 * steps);
    const there = partsOf(dayFrom(year, month + months, 1));
    return found(from, to, dayFrom(there.year, there.month, 1), lastOfMonth(there.year, there.month), 'month');
  }
  const there = year + Math.round((unit / 365) * steps);
  return found(from, to, dayFrom(there, 1, 1), dayFrom(there, 12, 31), 'year');
}

/** الأيام الثلاثة الماضية, اليومين المقبلين, الـ24 ساعة الماضية, آخر ثلاثة أيام: the span up to the article's day or from it. */
function countedSpan(w: TimeWords, i: number): Found | null {
  const { day } = w;
  if (day === null) return null;
  const last = w.opens(i, 'latest');
  const many = last ? null : w.opens(i, 'unit-many');
  let count: { to: number; unit: number; count: number } | null = null;
  if (many) {
    const numeral = many.reading.def ? numeralWithArticle(w, many.to) : null;
    if (numeral?.def) count = { to: numeral.to, unit: many.entry.value || HOUR, count: numeral.value };
  } else {
    const two = last ? null : w.opens(i, 'unit-two');
    if (two) count = two.reading.def ? { to: two.to, unit: two.entry.value || HOUR, count: 2 } : null;
    else {
      const other = countOf(w, last?.to ?? i, false);
      if (other && (other.def || last || w.word(other.to, 'relative'))) count = other;
    }
  }
  if (!count || count.count > 1000) return null;
  const tail = w.word(count.to, 'relative') ?? w.word(count.to, 'latest');
  if (!tail && !last) return null;
  const direction = tail?.entry.value ?? -1;
  if (direction === 0) return null;
  const unit = count.unit === HOUR ? 1 : count.unit;
  const steps = count.unit === HOUR ? Math.ceil(count.count / 24) : count.count;
  const to = tail?.to ?? count.to;
  return direction < 0 ? found(i, to, shift(day, unit, -steps), day, 'span') : found(i, to, day, shift(day, unit, steps), 'span');
}

/** هذا الأسبوع, الشهر الماضي, العام المقبل, الأسبوع قبل الماضي, القرن العشرين, الأسبوع الأول من مايو. */
function unitPeriod(w: TimeWords, i: number): Found | null {
  const now = w.opens(i, 'this');
  const unit = now ? w.word(now.to, 'unit') : w.opens(i, 'unit');
  if (!unit?.reading.def || unit.entry.value < 7) return null;
  const ordinal = now ? null : (w.word(unit.to, 'ordinal') ?? w.word(unit.to, 'latest'));
  if (ordinal?.reading.def || ordinal?.entry.of === 'latest') return ordinalUnit(w, i, unit, ordinal);
  const relative = now ? null : w.word(unit.to, 'relative');
  if ((!now && !relative) || w.day === null) return null;
  return { ...unitFrom(unit.entry.value, relative?.entry.value ?? 0, w.day), from: i, to: relative?.to ?? unit.to };
}

function ordinalUnit(w: TimeWords, i: number, unit: TimeMatch, ordinal: TimeMatch): Found | null {
  if (unit.entry.value === 36500 && ordinal.entry.of === 'ordinal') {
    const start = (ordinal.entry.value - 1) * 100;
    return start < 600 ? null : found(i, ordinal.to, dayFrom(start, 1, 1), dayFrom(start + 99, 12, 31), 'span');
  }
  if (unit.entry.value !== 7) return null;
  const month = periodAt(w, w.skip(ordinal.to, 'from'), true);
  if (month?.unit !== 'month') return null;
  const start = ordinal.entry.of === 'latest' ? month.end - 6 : month.start + 7 * (ordinal.entry.value - 1);
  return start > month.end ? null : found(i, month.to, start, Math.min(start + 6, month.end), 'week');
}

/** The week (from Saturday), month, year, decade or century so many steps from that of the day. */
function unitFrom(unit: number, step: number, day: Day): Found {
  const { year, month } = partsOf(day);
  if (unit === 7) {
    const start = weekStart(day) + step * 7;
    return found(0, 0, start, start + 6, 'week');
  }
  if (unit === 30) {
    const there = partsOf(dayFrom(year, month + step, 1));
    return found(0, 0, dayFrom(there.year, there.month, 1), lastOfMonth(there.year, there.month), 'month');
  }
  if (unit === 365) return found(0, 0, dayFrom(year + step, 1, 1), dayFrom(year + step, 12, 31), 'year');
  const years = unit === 3650 ? 10 : 100;
  const first = (Math.floor(year / years) + step) * years;
  return found(0, 0, dayFrom(first, 1, 1), dayFrom(first + years - 1, 12, 31), 'span');
}

/** مطلع الشهر, منتصف مايو, نهاية العام الماضي, أواخر الثمانينيات: a third of it; منذ مطلع العام runs to the article's day. */
function partOfPeriod(w: TimeWords, i: number): Found | null {
  const since = w.opens(i, 'ago');
  const part = since ? w.word(since.to, 'part') : w.opens(i, 'part');
  if (!part || part.reading.def || (since && since.entry.value !== 1)) return null;
  const whole = bareUnit(w, part.to) ?? periodAt(w, part.to, true);
  if (!whole || whole.unit === 'day') return null;
  const third = { ...thirdOf(whole, part.entry.value), from: i, to: whole.to };
  if (since && w.day !== null && third.start <= w.day) return { ...third, end: Math.max(third.end, w.day), unit: 'span' };
  return third;
}

/** نهاية الشهر: the unit in which the article's day lies. */
function bareUnit(w: TimeWords, i: number): Found | null {
  const unit = w.word(i, 'unit');
  if (!unit?.reading.def || unit.entry.value < 7 || w.day === null || w.word(unit.to, 'relative')) return null;
  const other = w.word(unit.to, 'not-today') ?? w.word(unit.to, 'ordinal');
  if (other || w.figure(unit.to) >= 0 || w.word(unit.to, 'hijri-mark')) return null;
  return { ...unitFrom(unit.entry.value, 0, w.day), from: i, to: unit.to };
}

function thirdOf(whole: Found, part: number): Found {
  const { start, end, unit } = whole;
  // The end of a week is its weekend, of Friday to Sunday: some Arab countries rest on Friday, others and their partners on Sunday.
  if (unit === 'week' && end - start === 6)
    return part === 1
      ? { ...whole, end: start + 2 }
      : part === 2
        ? { ...whole, start: start + 2, end: start + 4 }
        : { ...whole, start: end, end: end + 2 };
  if (unit === 'month')
    return part === 1
      ? { ...whole, end: start + 9 }
      : part === 2
        ? { ...whole, start: start + 10, end: start + 19 }
        : { ...whole, start: start + 20 };
  if (unit === 'year' && !whole.hijri) {
    const { year } = partsOf(start);
    return { ...whole, start: dayFrom(year, 4 * part - 3, 1), end: lastOfMonth(year, 4 * part), unit: 'span' };
  }
  const third = (end - start + 1) / 3;
  return { ...whole, start: Math.round(start + third * (part - 1)), end: Math.round(start + third * part) - 1, unit: 'span' };
}

/** النصف الثاني من مايو, الربع الأول من عام 2018. */
function fractionOfPeriod(w: TimeWords, i: number): Found | null {
  const fraction = w.opens(i, 'fraction');
  if (!fraction?.reading.def) return null;
  const ordinal = w.word(fraction.to, 'ordinal') ?? w.word(fraction.to, 'latest');
  if (!ordinal) return null;
  const parts = fraction.entry.value;
  const at = ordinal.entry.of === 'latest' ? parts : ordinal.entry.value;
  const behind = w.skip(ordinal.to, 'from');
  const whole = bareUnit(w, behind) ?? periodAt(w, behind, true);
  if (!whole || whole.unit === 'day' || at > parts) return null;
  if (whole.unit === 'year' && !whole.hijri) {
    const { year } = partsOf(whole.start);
    const months = 12 / parts;
    return found(i, whole.to, dayFrom(year, months * (at - 1) + 1, 1), lastOfMonth(year, months * at), 'span');
  }
  const length = (whole.end - whole.start + 1) / parts;
  return found(i, whole.to, Math.round(whole.start + length * (at - 1)), Math.round(whole.start + length * at) - 1, 'span');
}
