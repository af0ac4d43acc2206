// Days and calendars: Gregorian and Hijri (tabular, civil epoch), counted as whole days since 1970-01-01.

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

/** The day of `published` in its own offset; null where it is missing or no date. */
export function localDay(published: string | null | undefined): Day | null {
  if (!published) return null;
  const day = dayOf(published);
  return Number.isFinite(day) ? day : null;
}

export function daysInMonth(year: number, month: number): number {
  return dayFrom(year, month + 1, 1) - dayFrom(year, month, 1);
}

/** Day of a Hijri date by the tabular calendar: within a day or two of what a country announces. */
export function hijriDay(year: number, month: number, date: number): Day {
  const julian = date + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 1948439;
  return julian - 2440588;
}
