// What GDELT's two tables share: which events go in.
import { type EventReports, eventDay, isAsserted } from './reports.js';

/** The day as `YYYYMMDD`; null where the event does not go in. */
export function gdeltDay(reports: EventReports): string | null {
  return isAsserted(reports) ? (eventDay(reports)?.replaceAll('-', '') ?? null) : null;
}
