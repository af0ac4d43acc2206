// The tables of an archive, the same in SQLite and PostgreSQL, and the steps by which an older archive is brought up to date.
// Rows hold nothing of the clock or of the order of arrival: the same articles and reviews give the same rows.
import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from './database.js';

/** Days are whole days since 1970-01-01; `UNDATED` stands where there is none. Flags are 0 or 1. */
export const UNDATED = -1_000_000;

export interface ArticleRow {
  id: string;
  url: string | null;
  source: string | null;
  title: string | null;
  /** As given; null where only a dateline in the text dates the article. */
  published: string | null;
  /** As read: from `published` or the dateline. */
  dated: string | null;
  language: string;
  /** The coded text, into which all offsets point. */
  text: string;
  /** What two copies of one text have in common. */
  hash: string;
  /** Version and lexicon of the coder that read it. */
  coder: string;
}

export interface MentionRow {
  id: string;
  article: string;
  /** Its place among the article's mentions, from 0. */
  position: number;
  type: string;
  status: string;
  standing: string;
  /** The day under which its report is filed for merging. */
  filed: number;
  quad: number;
  score: number;
  confidence: number;
  /** Codes as they are searched: `|visit|`, `|actor USA|actor USA GOV|recipient IRN|…|`. */
  modes: string;
  contexts: string;
  sides: string;
  topics: string;
  place: string;
  /** The mention as JSON, as the coder gave it, without `article` and `coder`. */
  record: string;
}

export interface EventRow {
  /** Grows with the day, so that events stand in the order of time. */
  seq: number;
  id: string;
  type: string;
  status: string;
  standing: string;
  /** The day under which it is filed for merging: its own, else that of publication. */
  filed: number;
  day: number;
  until: number;
  quad: number;
  score: number;
  confidence: number;
  modes: string;
  contexts: string;
  topics: string;
  outlets: string;
  place: string;
  mentions: number;
  articles: number;
  outletCount: number;
  reviewed: number;
  /** The event as JSON. */
  record: string;
}

/** Which mention belongs to which event, and why. */
export interface EventMentionRow {
  mention: string;
  event: string;
  article: string;
  why: string;
}

export interface ParticipantRow {
  seq: number;
  position: number;
  side: 'actor' | 'recipient';
  country: string;
  sector: string;
  name: string;
}

/** A pair of countries between which something happened, once an event; of those who act together, both ways. */
export interface DyadRow {
  seq: number;
  actor: string;
  recipient: string;
  day: number;
  type: string;
  quad: number;
  score: number;
}

export interface ReviewRow {
  id: string;
  kind: string;
  mentions: string;
  correction: string | null;
  made: string;
  by: string | null;
  note: string | null;
}

/** An article that copies another: it is kept, but only the original is coded. */
export interface DuplicateRow {
  article: string;
  original: string;
  /** How it was found: `text` where the texts are the same. */
  how: string;
}

export interface Tables {
  articles: ArticleRow;
  mentions: MentionRow;
  events: EventRow;
  event_mentions: EventMentionRow;
  event_words: { seq: number; words: string };
  participants: ParticipantRow;
  dyads: DyadRow;
  dossiers: { id: string; definition: string };
  reviews: ReviewRow;
  review_mentions: { mention: string; review: string };
  feeds: { url: string; state: string };
  duplicates: DuplicateRow;
  /** Where mentions came or went since events were last made. */
  unmerged: { type: string; standing: string; day: number };
  meta: { key: string; value: string };
}

type Migration = (db: Kysely<Tables>, kind: DatabaseKind) => Promise<void>;

/** In order, for ever: a step that has been released is not changed. */
const MIGRATIONS: Migration[] = [createTables];

/** Brings an archive to the present schema. @throws Error where a newer program made it */
export async function migrate(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  await db.schema
    .createTable('meta')
    .ifNotExists()
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text')
    .execute();
  const found = await db.selectFrom('meta').select('value').where('key', '=', 'schema').executeTakeFirst();
  const version = Number(found?.value ?? 0);
  if (version > MIGRATIONS.length)
    throw new Error(`the archive was made by a newer version (schema ${version}, here ${MIGRATIONS.length})`);
  for (let step = version; step < MIGRATIONS.length; step++) {
    await db.transaction().execute(async (within) => {
      await MIGRATIONS[step]?.(within, kind);
      await within.deleteFrom('meta').where('key', '=', 'schema').execute();
      await within
        .insertInto('meta')
        .values({ key: 'schema', value: String(step + 1) })
        .execute();
    });
  }
}

type ColumnKind = 'text' | 'text?' | 'key' | 'integer' | 'bigint' | 'bigkey' | 'real';

/** Only with the type `integer` does SQLite keep a table in the order of its key. */
function typeOf(column: ColumnKind, kind: DatabaseKind): 'double precision' | 'bigint' | 'integer' | 'text' {
  if (column === 'real') return 'double precision';
  if (column === 'integer' || (column === 'bigkey' && kind === 'sqlite')) return 'integer';
  return column.startsWith('big') ? 'bigint' : 'text';
}

async function createTable(
  db: Kysely<Tables>,
  kind: DatabaseKind,
  name: string,
  columns: Record<string, ColumnKind>,
  primary: string[] = [],
): Promise<void> {
  let table = db.schema.createTable(name);
  for (const [column, columnKind] of Object.entries(columns)) {
    table = table.addColumn(column, typeOf(columnKind, kind), (definition) => {
      if (columnKind === 'key' || columnKind === 'bigkey') return definition.primaryKey();
      return columnKind === 'text?' ? definition : definition.notNull();
    });
  }
  if (primary.length > 0) table = table.addPrimaryKeyConstraint(`${name}_key`, primary as never[]);
  // A table of short rows is kept within its key.
  if (primary.length > 0 && kind === 'sqlite') table = table.modifyEnd(sql`without rowid`);
  await table.execute();
}

async function createTables(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  await createTable(db, kind, 'articles', {
    id: 'key',
    url: 'text?',
    source: 'text?',
    title: 'text?',
    published: 'text?',
    dated: 'text?',
    language: 'text',
    text: 'text',
    hash: 'text',
    coder: 'text',
  });
  await createTable(db, kind, 'mentions', {
    id: 'key',
    article: 'text',
    position: 'integer',
    type: 'text',
    status: 'text',
    standing: 'text',
    filed: 'integer',
    quad: 'integer',
    score: 'real',
    confidence: 'real',
    modes: 'text',
    contexts: 'text',
    sides: 'text',
    topics: 'text',
    place: 'text',
    record: 'text',
  });
  await createTable(db, kind, 'events', {
    seq: 'bigkey',
    id: 'text',
    type: 'text',
    status: 'text',
    standing: 'text',
    filed: 'integer',
    day: 'integer',
    until: 'integer',
    quad: 'integer',
    score: 'real',
    confidence: 'real',
    modes: 'text',
    contexts: 'text',
    topics: 'text',
    outlets: 'text',
    place: 'text',
    mentions: 'integer',
    articles: 'integer',
    outletCount: 'integer',
    reviewed: 'integer',
    record: 'text',
  });
  await createTable(db, kind, 'event_mentions', { mention: 'text', event: 'text', article: 'text', why: 'text' }, ['mention']);
  await createTable(
    db,
    kind,
    'participants',
    { seq: 'bigint', position: 'integer', side: 'text', country: 'text', sector: 'text', name: 'text' },
    ['seq', 'position'],
  );
  await createTable(
    db,
    kind,
    'dyads',
    { seq: 'bigint', actor: 'text', recipient: 'text', day: 'integer', type: 'text', quad: 'integer', score: 'real' },
    ['seq', 'actor', 'recipient'],
  );
  await createTable(db, kind, 'dossiers', { id: 'key', definition: 'text' });
  await createTable(db, kind, 'reviews', {
    id: 'key',
    kind: 'text',
    mentions: 'text',
    correction: 'text?',
    made: 'text',
    by: 'text?',
    note: 'text?',
  });
  await createTable(db, kind, 'review_mentions', { mention: 'text', review: 'text' }, ['mention', 'review']);
  await createTable(db, kind, 'feeds', { url: 'key', state: 'text' });
  await createTable(db, kind, 'duplicates', { article: 'key', original: 'text', how: 'text' });
  await createTable(db, kind, 'unmerged', { type: 'text', standing: 'text', day: 'integer' }, ['type', 'standing', 'day']);
  await createIndexes(db);
  await createWords(db, kind);
}

async function createIndexes(db: Kysely<Tables>): Promise<void> {
  const index = (table: string, name: string, columns: string[]): Promise<void> =>
    db.schema.createIndex(`${table}_by_${name}`).on(table).columns(columns).execute();
  await index('articles', 'hash', ['hash']);
  await index('mentions', 'article', ['article']);
  await index('mentions', 'filing', ['type', 'standing', 'filed']);
  await index('event_mentions', 'event', ['event']);
  await db.schema.createIndex('events_by_id').on('events').column('id').unique().execute();
  await index('events', 'filing', ['type', 'standing', 'filed']);
  await index('participants', 'country', ['country', 'side', 'seq']);
  await index('dyads', 'pair', ['actor', 'recipient', 'day', 'type', 'quad', 'score']);
  await index('duplicates', 'original', ['original']);
}

/** The words of an event's sentences, in the form in which they are searched. */
async function createWords(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  if (kind === 'sqlite') {
    await sql`create virtual table event_words using fts5(words, content='', contentless_delete=1)`.execute(db);
    return;
  }
  await sql`create table event_words (seq bigint primary key, words tsvector not null)`.execute(db);
  await sql`create index event_words_by_word on event_words using gin (words)`.execute(db);
}
