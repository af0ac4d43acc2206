// How right an archive is: a random sample of its events for a person to judge, and what the verdicts say about all of them.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Archive, Filter } from './archive.js';
import { eventConditions } from './filter.js';

/** One event to be judged. `verdict` is filled in by the reader: true where the act happened as the record says, false where not, null where the texts do not tell. */
export interface AuditItem {
  event: string;
  says: { type: string; mode: string[]; status: string; actors: string[]; recipients: string[]; date: string | null; place: string | null };
  reports: { outlet: string | null; sentence: string }[];
  verdict: boolean | null;
}

export interface Precision {
  judged: number;
  right: number;
  precision: number;
  /** The interval in which the precision of all events lies with a probability of 95 %, after Wilson. */
  low: number;
  high: number;
}

/** The same sample for the same events and seed, on every machine. */
export async function sampleEvents(archive: Archive, filter: Filter, size: number, seed: string): Promise<AuditItem[]> {
  const { kind, db } = archive.database;
  const conditions = eventConditions(kind, filter);
  const { rows } = await sql<{ id: string }>`select id from events where ${sql.join([sql`1 = 1`, ...conditions], sql` and `)}`.execute(db);
  const lot = (id: string): string => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  const drawn = rows.map(({ id }) => ({ id, lot: lot(id) })).sort((a, b) => (a.lot < b.lot ? -1 : 1));
  return Promise.all(drawn.slice(0, size).map(({ id }) => auditItem(archive, id)));
}

async function auditItem(archive: Archive, id: string): Promise<AuditItem> {
  const event = await archive.event(id);
  if (event === null) throw new RangeError(`no event ${id}`);
  const reports = await archive.reports(id);
  const codes = (parties: typeof event.actors): string[] =>
    parties.map(({ name, country, sectors }) => [name.en, country ?? '---', ...sectors].filter(Boolean).join(' '));
  const { type, mode, status, actors, recipients, date, place } = event;
  return {
    event: id,
    says: {
      type,
      mode,
      status,
      actors: codes(actors),
      recipients: codes(recipients),
      date: date?.start ?? null,
      place: place?.name.en ?? null,
    },
    reports: reports.map(({ mention }) => ({ outlet: mention.article.source, sentence: mention.sentence.text })),
    verdict: null,
  };
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

/** @throws RangeError where nothing is judged */
export function precisionOf(verdicts: (boolean | null)[]): Precision {
  const given = verdicts.filter((verdict) => verdict !== null);
  const judged = given.length;
  if (judged === 0) throw new RangeError('nothing is judged');
  const right = given.filter(Boolean).length;
  const share = right / judged;
  const middle = (share + (Z * Z) / (2 * judged)) / (1 + (Z * Z) / judged);
  const half = (Z / (1 + (Z * Z) / judged)) * Math.sqrt((share * (1 - share)) / judged + (Z * Z) / (4 * judged * judged));
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return { judged, right, precision: rounded(share), low: rounded(middle - half), high: rounded(middle + half) };
}
