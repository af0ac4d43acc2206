// What people say about mentions, kept by the ids of the mentions, so that it outlives every merging and re-coding.
import type { MentionCorrection, Review } from '@khabar/core';
import type { Kysely } from 'kysely';
import type { Tables } from './schema.js';

/** All reviews of the archive, in the order in which they were made. */
export async function reviewsOf(db: Kysely<Tables>): Promise<Review[]> {
  const rows = await db.selectFrom('reviews').selectAll().orderBy('made').orderBy('id').execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Review['kind'],
    mentions: JSON.parse(row.mentions) as string[],
    correction: row.correction === null ? null : (JSON.parse(row.correction) as MentionCorrection),
  }));
}
