// An archive: articles with their mentions, and the events made of them. The one way in for commands, dossiers, exports and servers.
import type { EventRecord, Mention, ReadArticle } from '@khabar/core';
import { articleOf, countEvents, eventsOf, mentionsOf, type Page, reportsOfEvent } from './ask.js';
import { type Database, openDatabase } from './database.js';
import type { Filter } from './filter.js';

export type { EventOrder, Page } from './ask.js';
export type { Filter } from './filter.js';

export interface Archive {
  /** For the parts of the store. */
  readonly database: Database;
  /** Events by day, or as `page` sorts them; streamed, so that any number can be read. */
  events(filter?: Filter, page?: Page): AsyncIterable<EventRecord>;
  countEvents(filter?: Filter): Promise<number>;
  /** One event, or null. */
  event(id: string): Promise<EventRecord | null>;
  /** The mentions of an event in the order of publication, each with the reason why it is there. */
  reports(event: string): Promise<{ mention: Mention; why: string }[]>;
  /** Mentions by article and place in the text; `event` is the event of the archive. */
  mentions(filter?: Filter, page?: Omit<Page, 'sort'>): AsyncIterable<Mention>;
  article(id: string): Promise<ReadArticle | null>;
  /** Whether mentions have come since events were last made: a run of `khabar add` was broken off. */
  isUnmerged(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens an archive: the path of a SQLite file, or `postgresql://…`. `create` makes it where there is none.
 * @throws UsageError where there is none, or it cannot be opened
 */
export async function openArchive(where: string, { create = false } = {}): Promise<Archive> {
  const database = await openDatabase(where, create);
  return {
    database,
    events: (filter, page) => eventsOf(database, filter, page),
    countEvents: (filter) => countEvents(database, filter),
    async event(id) {
      for await (const event of eventsOf(database, { ids: [id] })) return event;
      return null;
    },
    reports: (event) => reportsOfEvent(database, event),
    mentions: (filter, page) => mentionsOf(database, filter, page),
    article: (id) => articleOf(database, id),
    async isUnmerged() {
      return (await database.db.selectFrom('unmerged').select('type').limit(1).execute()).length > 0;
    },
    close: () => database.close(),
  };
}
