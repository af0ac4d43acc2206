// Reads an archive: events and mentions by filter, in pages or as a stream, and the counts that are asked of them.
import { corrected, type EventRecord, type Mention, type MentionCorrection, type ReadArticle } from '@khabar/core';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.js';
import { eventConditions, type Filter, mentionConditions, partiesAlone } from './filter.js';
import { reviewsOf } from './reviews.js';
import { mentionOf } from './rows.js';
import { holdsWords } from './words.js';

/** `-` before the name sorts downwards. */
export const EVENT_ORDERS = [
  'day',
  '-day',
  'mentions',
  '-mentions',
  'outlets',
  '-outlets',
  'confidence',
  '-confidence',
  'score',
  '-score',
] as const;
export type EventOrder = (typeof EVENT_ORDERS)[number];

export interface Page {
  /** Default: by day, the earliest first. */
  sort?: EventOrder;
  limit?: number | undefined;
  offset?: number;
}

/** Rows that are fetched at once when a whole answer is streamed. */
const PORTION = 2000;

const COLUMNS: Record<string, string> = {
  day: 'seq',
  mentions: 'mentions',
  outlets: 'outletCount',
  confidence: 'confidence',
  score: 'score',
};

function inOrder(sort: EventOrder): RawBuilder<unknown> {
  const down = sort.startsWith('-');
  const column = COLUMNS[sort.replace('-', '')] ?? 'seq';
  const direction = sql.raw(down ? 'desc' : 'asc');
  return column === 'seq' ? sql`seq ${direction}` : sql`${sql.ref(`events.${column}`)} ${direction}, seq`;
}

/** The events of a filter. Memory does not grow with their number. */
export async function* eventsOf(database: Database, filter: Filter = {}, page: Page = {}): AsyncGenerator<EventRecord> {
  const { sort = 'day' } = page;
  const isPage = page.limit !== undefined && (sort === 'day' || sort === '-day');
  const conditions = eventConditions(database.kind, filter, isPage && (await isFrequent(database, filter)));
  let offset = page.offset ?? 0;
  let left = page.limit ?? Number.POSITIVE_INFINITY;
  let after: number | null = null;
  while (left > 0) {
    // A stream by day goes on from the last row read, so that its end costs no more than its beginning.
    const onward: RawBuilder<unknown> = after === null ? sql`` : sort === 'day' ? sql` and seq > ${after}` : sql` and seq < ${after}`;
    const query = sql<{
      seq: number;
      record: string;
    }>`select seq, record from events where ${sql.join([sql`1 = 1`, ...conditions], sql` and `)}${onward}
      order by ${inOrder(sort)} limit ${Math.min(left, PORTION)} offset ${offset}`;
    const { rows }: { rows: { seq: number; record: string }[] } = await query.execute(database.db);
    for (const { record } of rows) yield JSON.parse(record) as EventRecord;
    if (rows.length < PORTION) return;
    left -= rows.length;
    if (sort === 'day' || sort === '-day') {
      after = rows.at(-1)?.seq ?? null;
      offset = 0;
    } else offset += rows.length;
  }
}

/** Events of a party from which on a page of them is found by going through all events in order. */
const FREQUENT = 5000;

async function isFrequent({ db }: Database, filter: Filter): Promise<boolean> {
  const alone = partiesAlone(filter);
  if (alone === null) return false;
  const some = sql`select 1 from participants where country in (${sql.join(alone.countries)}) and side in (${sql.join(alone.sides)}) limit ${FREQUENT}`;
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${some}) as some`.execute(db);
  return (rows[0]?.count ?? 0) >= FREQUENT;
}

export async function countEvents(database: Database, filter: Filter = {}): Promise<number> {
  const conditions = eventConditions(database.kind, filter);
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from events where ${sql.join([sql`1 = 1`, ...conditions], sql` and `)}`.execute(database.db);
  return rows[0]?.count ?? 0;
}

const FACTS = sql`mentions.record, articles.id, articles.url, articles.source, articles.title, articles.dated, articles.coder, event_mentions.event`;
type MentionAnswer = Parameters<typeof mentionOf>[0] & Parameters<typeof mentionOf>[1] & { event: string | null };

/** The mentions of a filter as people have corrected them, by article and place in it; `event` is the archive's event. */
export async function* mentionsOf(database: Database, filter: Filter = {}, page: Omit<Page, 'sort'> = {}): AsyncGenerator<Mention> {
  const conditions = mentionConditions(database.kind, filter);
  const corrections = await correctionsOf(database);
  let left = page.limit ?? Number.POSITIVE_INFINITY;
  // Which sentence of an event holds the words is seen only here, so that what is skipped is counted here too.
  let skipped = filter.text === undefined ? 0 : (page.offset ?? 0);
  let offset = filter.text === undefined ? (page.offset ?? 0) : 0;
  for (;;) {
    const { rows } = await sql<MentionAnswer>`select ${FACTS} from mentions join articles on articles.id = mentions.article
      left join event_mentions on event_mentions.mention = mentions.id where ${sql.join([sql`1 = 1`, ...conditions], sql` and `)}
      order by mentions.article, mentions.position limit ${PORTION} offset ${offset}`.execute(database.db);
    for (const row of rows) {
      const mention = withEvent(row, corrections);
      if (filter.text !== undefined && !holdsWords(mention.sentence.text, filter.text)) continue;
      if (skipped-- > 0) continue;
      if (left-- <= 0) return;
      yield mention;
    }
    if (rows.length < PORTION) return;
    offset += rows.length;
  }
}

function withEvent(row: MentionAnswer, corrections: ReadonlyMap<string, MentionCorrection>): Mention {
  const mention = mentionOf(row, row);
  return { ...corrected(mention, corrections.get(mention.id)), event: row.event ?? mention.event };
}

/** What people have put in the place of what the coder said, by mention id. */
export async function correctionsOf({ db }: Pick<Database, 'db'>): Promise<Map<string, MentionCorrection>> {
  const corrections = new Map<string, MentionCorrection>();
  for (const { kind, mentions, correction } of await reviewsOf(db))
    if (kind === 'correct' && correction) for (const id of mentions) corrections.set(id, { ...corrections.get(id), ...correction });
  return corrections;
}

/** The mentions of one event, first report first, each with the reason for which it is there. */
export async function reportsOfEvent(database: Database, event: string): Promise<{ mention: Mention; why: string }[]> {
  const corrections = await correctionsOf(database);
  const { rows } = await sql<
    MentionAnswer & { why: string }
  >`select ${FACTS}, event_mentions.why from event_mentions join mentions on mentions.id = event_mentions.mention
    join articles on articles.id = mentions.article where event_mentions.event = ${event} order by articles.dated, mentions.article, mentions.position`.execute(
    database.db,
  );
  return rows.map((row) => ({ mention: withEvent(row, corrections), why: row.why }));
}

/** An article as it was read, or null where the archive has none of this id. */
export async function articleOf({ db }: Database, id: string): Promise<ReadArticle | null> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { url, source, title, dated, language, text } = row;
  return { id, url, source, title, published: dated, language, text };
}
