import type { Archive } from '../src/store/archive.js';
import type { Tables } from '../src/store/schema.js';

const TABLES: (keyof Tables)[] = [
  'articles',
  'mentions',
  'events',
  'event_mentions',
  'participants',
  'dyads',
  'duplicates',
  'unmerged',
  'reviews',
  'meta',
];

/** Every row of every table of an archive, sorted. */
export async function dump(archive: Archive): Promise<string[]> {
  const lines: string[] = [];
  for (const table of TABLES)
    for (const row of await archive.database.db.selectFrom(table).selectAll().execute()) lines.push(`${table} ${JSON.stringify(row)}`);
  return lines.sort();
}
