// Takes coded articles into the archive: each batch whole or not at all, the same article twice changes nothing.
import { publishedAt } from '@khabar/core';
import type { Database, Within } from './database.js';
import { originalsOf, withTexts } from './duplicates.js';
import { type ArticleRows, textHash } from './rows.js';
import type { ArticleRow, MentionRow, Tables } from './schema.js';

/** How many values one statement may name: below the limit of every SQLite. */
const MOST_VALUES = 500;

export function inPortions<Item>(items: readonly Item[], size = MOST_VALUES): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, k) => items.slice(k * size, (k + 1) * size));
}

type Given = Pick<ArticleRow, 'id' | 'url' | 'source' | 'title' | 'published'> & { hash: string };

/** Of two versions of one article (the same id) the one published later is kept; of two published at once, the greater as text. */
function supersedes(a: Given, b: Given): boolean {
  const line = ({ url, source, title, published, hash }: Given): string => JSON.stringify([url, source, title, published, hash]);
  const [x, y] = [publishedAt(a.published), publishedAt(b.published)];
  if (x !== y) return Number.isFinite(x) && (!Number.isFinite(y) || x > y);
  return line(a) > line(b);
}

/** Of these articles, the ones that the archive lacks, or has in an older version. */
export async function newArticles<
  Item extends {
    article: { id: string; title?: string | null; text: string; url?: string | null; source?: string | null; published?: string | null };
  },
>({ db }: Database, items: Item[]): Promise<Item[]> {
  const known = new Map<string, Given>();
  for (const ids of inPortions(items.map(({ article }) => article.id))) {
    const rows = await db
      .selectFrom('articles')
      .select(['id', 'url', 'source', 'title', 'published', 'hash'])
      .where('id', 'in', ids)
      .execute();
    for (const row of rows) known.set(row.id, row);
  }
  return items.filter(({ article }) => {
    const before = known.get(article.id);
    const { id, url = null, source = null, title = null, published = null } = article;
    return before === undefined || supersedes({ id, url, source, title, published, hash: textHash(article) }, before);
  });
}

/** What became of a batch. */
export interface TakenIn {
  added: number;
  copies: number;
  mentions: number;
}

/** Stores a batch in one transaction and marks what must be merged anew. */
export function takeIn(database: Database, batch: ArticleRows[]): Promise<TakenIn> {
  const given = latestVersions(batch);
  return database.db.transaction().execute(async (within) => {
    await removeArticles(
      within,
      given.map(({ article }) => article.id),
      database,
    );
    await database.insert(
      within,
      'articles',
      given.map(({ article }) => article),
    );
    const copies = await linkCopies(
      database,
      within,
      given.map(({ article }) => article),
    );
    const coded = given.filter(({ article }) => !copies.has(article.id)).flatMap(({ mentions }) => mentions);
    await addMentions(database, within, coded);
    return { added: given.length, copies: copies.size, mentions: coded.length };
  });
}

function latestVersions(batch: ArticleRows[]): ArticleRows[] {
  const latest = new Map<string, ArticleRows>();
  for (const rows of batch) {
    const before = latest.get(rows.article.id);
    if (before === undefined || supersedes(rows.article, before.article)) latest.set(rows.article.id, rows);
  }
  return [...latest.values()];
}

/** Links the copies among these articles and those in the archive. Returns the ids of those given that are copies. */
export async function linkCopies(database: Database, within: Within, given: ArticleRow[]): Promise<Set<string>> {
  const copies = new Set<string>();
  const ours = new Set(given.map(({ id }) => id));
  for (const hashes of inPortions([...new Set(given.map(({ hash }) => hash))])) {
    const originals = [...originalsOf(await withTexts(within, hashes))].filter(([id, original]) => id !== original);
    if (originals.length === 0) continue;
    const ids = originals.map(([id]) => id);
    for (const portion of inPortions(ids)) await within.deleteFrom('duplicates').where('article', 'in', portion).execute();
    await database.insert(
      within,
      'duplicates',
      originals.map(([article, original]) => ({ article, original, how: 'text' })),
    );
    await removeMentions(
      within,
      ids.filter((id) => !ours.has(id)),
      database,
    );
    for (const id of ids) if (ours.has(id)) copies.add(id);
  }
  return copies;
}

export async function addMentions(database: Database, within: Within, mentions: MentionRow[]): Promise<void> {
  await database.insert(within, 'mentions', mentions);
  await markUnmerged(database, within, mentions);
}

/** Notes where mentions came or went. */
export async function markUnmerged(
  database: Database,
  within: Within,
  mentions: Pick<MentionRow, 'type' | 'standing' | 'filed'>[],
): Promise<void> {
  const cells = new Map<string, Tables['unmerged']>();
  for (const { type, standing, filed } of mentions) cells.set(`${type} ${standing} ${filed}`, { type, standing, day: filed });
  for (const { type, standing, day } of cells.values())
    await within.deleteFrom('unmerged').where('type', '=', type).where('standing', '=', standing).where('day', '=', day).execute();
  await database.insert(within, 'unmerged', [...cells.values()]);
}

/** The mentions of these articles go, and with the next merging what came from them. */
export async function removeMentions(within: Within, articles: string[], database: Database): Promise<void> {
  for (const ids of inPortions(articles)) {
    const cells = await within
      .selectFrom('mentions')
      .select(['type', 'standing', 'filed'])
      .distinct()
      .where('article', 'in', ids)
      .execute();
    await markUnmerged(database, within, cells);
    await within.deleteFrom('mentions').where('article', 'in', ids).execute();
  }
}

export async function removeArticles(within: Within, articles: string[], database: Database): Promise<void> {
  await removeMentions(within, articles, database);
  for (const ids of inPortions(articles)) {
    await within.deleteFrom('articles').where('id', 'in', ids).execute();
    await within.deleteFrom('duplicates').where('article', 'in', ids).execute();
  }
}
