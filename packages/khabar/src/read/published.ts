// Checks a date of publication and brings it into the one form that the coder takes: ISO 8601 with an offset from UTC.

/** `complete` is false where the offset is missing; `iso` then has +00:00, which keeps the day as written. */
export interface Published {
  iso: string;
  complete: boolean;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})([.,]\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Reads `2020-10-10T04:20:00+03:00` and its usual relatives (`+0300`, a blank for T, without seconds, without time); null for anything else. */
export function readPublished(written: string): Published | null {
  const [match, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '', zone] =
    ISO.exec(written.trim()) ?? [];
  if (match === undefined || !isCalendarDay(Number(year), Number(month), Number(day))) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const offset = zone === undefined ? '+00:00' : completeOffset(zone);
  if (offset === null) return null;
  return { iso: `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.replace(',', '.')}${offset}`, complete: zone !== undefined };
}

/** Midnight of a day that is known without time and zone. */
export function publishedOnDay(year: number, month: number, day: number): Published | null {
  if (!isCalendarDay(year, month, day)) return null;
  const digits = (number: number, width: number) => String(number).padStart(width, '0');
  return { iso: `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T00:00:00+00:00`, complete: false };
}

function completeOffset(zone: string): string | null {
  if (zone.toUpperCase() === 'Z') return 'Z';
  const hours = zone.slice(1, 3);
  const minutes = zone.length > 3 ? zone.slice(-2) : '00';
  return Number(hours) <= 14 && Number(minutes) <= 59 ? `${zone[0]}${hours}:${minutes}` : null;
}

export function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
