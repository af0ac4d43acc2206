// Days and calendars: Gregorian and Hijri, counted as whole days since 1970-01-01.

import type { Day } from '../document.js';

const MS = 86_400_000;

/** The day of an ISO date `YYYY-MM-DD`; NaN for what is none. */
export function dayOf(iso: string): Day {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / MS;
}

/** The day of year, month (1 to 12, may overflow) and day of month. */
export function dayFrom(year: number, month: number, date: number): Day {
  return Date.UTC(year, month - 1, date) / MS;
}

export function isoOf(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

export function partsOf(day: Day): { year: number; month: number; date: number; weekday: number } {
  const d = new Date(day * MS);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, date: d.getUTCDate(), weekday: d.getUTCDay() };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day of `published` in its own offset; null where it is missing or no date. */
export function localDay(published: string | null | undefined): Day | null {
  if (!published) return null;
  const day = dayOf(published);
  return Number.isFinite(day) ? day : null;
}

export function daysInMonth(year: number, month: number): number {
  return dayFrom(year, month + 1, 1) - dayFrom(year, month, 1);
}

/** Whether the month (1 to 12) has that day. */
export function isDate(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 && date <= daysInMonth(year, month);
}

/**
 * Months of the Umm al-Qura calendar of Saudi Arabia, 1420 to 1450 AH: three hexadecimal digits a year, the lowest bit for Muharram; 1 for a month of 30 days, 0 for 29.
 * From 1423 on, a month begins after the first evening on which the moon was new before sunset at Mecca and sets after the sun.
 */
const UMM_AL_QURA = 'bd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a5';
const FIRST_YEAR = 1420;
/** 1 Muharram 1420: 17 April 1999. */
const FIRST_DAY: Day = 10698;

/** The first day of each month of the table, and of the month after its last. */
const MONTHS: Day[] = (() => {
  const starts = [FIRST_DAY];
  let day = FIRST_DAY;
  for (let i = 0; i < UMM_AL_QURA.length; i += 3) {
    const year = Number.parseInt(UMM_AL_QURA.slice(i, i + 3), 16);
    for (let month = 0; month < 12; month++) {
      day += 29 + ((year >> month) & 1);
      starts.push(day);
    }
  }
  return starts;
})();

/** Day of a Hijri date: by Umm al-Qura from 1420 to 1450, else by the tabular (civil) calendar, within a day or two of what a country announces. */
export function hijriDay(year: number, month: number, date: number): Day {
  const start = MONTHS[(year - FIRST_YEAR) * 12 + month - 1];
  if (start !== undefined && year >= FIRST_YEAR) return start + date - 1;
  const julian = date + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 1948439;
  return julian - 2440588;
}

/** The Hijri year in which a day falls. */
export function hijriYear(day: Day): number {
  let year = Math.floor((day + 492148) / 354.367) + 1;
  while (hijriDay(year, 1, 1) > day) year--;
  while (hijriDay(year + 1, 1, 1) <= day) year++;
  return year;
}
