// What can be changed in an archive besides adding to it: reviews made and taken back, articles coded again and deleted.
import { createHash } from 'node:crypto';
import type { Review } from '@khabar/core';
import { correctionsOf } from './ask.js';
import type { Database, Within } from './database.js';
import { type ArticleRows, mentionOf, mentionRows } from './rows.js';
import type { ArticleRow } from './schema.js';
import { addMentions, inPortions, linkCopies, removeArticles, removeMentions } from './take-in.js';

/** Named after what it says, so that the same review is the same row wherever it is made. */
export function reviewOf(review: Omit<Review, 'id'>): Review {
  const mentions = [...new Set(review.mentions)].sort();
  const { kind, correction, made, by } = review;
  const id = createHash('sha256')
    .update(JSON.stringify([kind, mentions, correction, made, by]))
    .digest('hex')
    .slice(0, 14);
  return { ...review, mentions, id };
}

/** Keeps a review; the next merging applies it. */
export async function addReview(database: Database, review: Review): Promise<void> {
  await database.db.transaction().execute(async (within) => {
    const { correction, mentions, ...row } = review;
    await database.insert(within, 'reviews', [
      { ...row, mentions: JSON.stringify(mentions), correction: correction === null ? null : JSON.stringify(correction) },
    ]);
    await database.insert(
      within,
      'review_mentions',
      mentions.map((mention) => ({ mention, review: review.id })),
    );
    await refile(database, within, mentions);
  });
}

/** Takes a review back. @returns whether there was one of this id */
export async function removeReview(database: Database, id: string): Promise<boolean> {
  return database.db.transaction().execute(async (within) => {
    const row = await within.selectFrom('reviews').select('mentions').where('id', '=', id).executeTakeFirst();
    if (row === undefined) return false;
    await within.deleteFrom('reviews').where('id', '=', id).execute();
    await within.deleteFrom('review_mentions').where('review', '=', id).execute();
    await refile(database, within, JSON.parse(row.mentions) as string[]);
    return true;
  });
}

const MENTION_AND_ARTICLE = [
  'mentions.record',
  'articles.id',
  'articles.url',
  'articles.source',
  'articles.title',
  'articles.dated',
  'articles.coder',
] as const;

/** Files the articles of these mentions anew, by what people have corrected, and marks the mentions for merging. */
async function refile(database: Database, within: Within, mentions: string[]): Promise<void> {
  const corrections = await correctionsOf({ db: within });
  const articles = new Set<string>();
  for (const ids of inPortions(mentions))
    for (const { article } of await within.selectFrom('mentions').select('article').distinct().where('id', 'in', ids).execute())
      articles.add(article);
  for (const article of articles) {
    const rows = await within
      .selectFrom('mentions')
      .innerJoin('articles', 'articles.id', 'mentions.article')
      .select(MENTION_AND_ARTICLE)
      .where('mentions.article', '=', article)
      .orderBy('mentions.position')
      .execute();
    await removeMentions(within, [article], database);
    await addMentions(
      database,
      within,
      mentionRows(
        rows.map((row) => mentionOf(row, row)),
        corrections,
      ),
    );
  }
}

export interface MentionChange {
  article: string;
  mention: string;
  change: 'gone' | 'added' | 'changed';
}

/** Puts newly coded mentions in the place of the old ones. Reviews stay. @returns what is different */
export async function replaceMentions(database: Database, batch: ArticleRows[]): Promise<MentionChange[]> {
  return database.db.transaction().execute(async (within) => {
    const changes: MentionChange[] = [];
    const corrections = await correctionsOf({ db: within });
    for (const { article, mentions } of batch) {
      const old = await within.selectFrom('mentions').select(['id', 'record']).where('article', '=', article.id).execute();
      changes.push(...changesBetween(article.id, old, mentions));
      const { coder, dated, language } = article;
      await within.updateTable('articles').set({ coder, dated, language }).where('id', '=', article.id).execute();
      await removeMentions(within, [article.id], database);
      await addMentions(database, within, mentions);
      const corrected = mentions.map(({ id }) => id).filter((id) => corrections.has(id));
      if (corrected.length > 0) await refile(database, within, corrected);
    }
    return changes;
  });
}

type Recorded = { id: string; record: string };

function changesBetween(article: string, old: Recorded[], fresh: Recorded[]): MentionChange[] {
  const before = new Map(old.map(({ id, record }) => [id, record]));
  const after = new Map(fresh.map(({ id, record }) => [id, record]));
  const change = (mention: string): MentionChange['change'] | null => {
    if (!after.has(mention)) return 'gone';
    if (!before.has(mention)) return 'added';
    return before.get(mention) === after.get(mention) ? null : 'changed';
  };
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((mention) => {
    const found = change(mention);
    return found === null ? [] : [{ article, mention, change: found }];
  });
}

/** Articles that another coder read; copies are not coded. In the order of their ids, from after `after` on. */
export function articlesCodedOtherwise({ db }: Database, coder: string, after: string, limit: number): Promise<ArticleRow[]> {
  return db
    .selectFrom('articles')
    .selectAll()
    .where('coder', '!=', coder)
    .where('id', '>', after)
    .where('id', 'not in', db.selectFrom('duplicates').select('article'))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Deletes an article with all that came from it. @returns the copy that is to be coded in its place, null where there is none, `missing` where there is no
 * such article
 */
export async function deleteArticle(database: Database, id: string): Promise<ArticleRow | null | 'missing'> {
  return database.db.transaction().execute(async (within) => {
    const article = await within.selectFrom('articles').select('hash').where('id', '=', id).executeTakeFirst();
    if (article === undefined) return 'missing';
    const wasOriginal = (await within.selectFrom('duplicates').select('article').where('article', '=', id).execute()).length === 0;
    await removeArticles(within, [id], database);
    await within.deleteFrom('duplicates').where('original', '=', id).execute();
    const copies = await within.selectFrom('articles').selectAll().where('hash', '=', article.hash).execute();
    await linkCopies(database, within, copies);
    const linked = await within
      .selectFrom('duplicates')
      .select('article')
      .where('article', 'in', ['', ...copies.map((copy) => copy.id)])
      .execute();
    return wasOriginal ? (copies.find((copy) => !linked.some((link) => link.article === copy.id)) ?? null) : null;
  });
}

/** Whether these mentions are in the archive; the missing ones. */
export async function missingMentions({ db }: Database, mentions: string[]): Promise<string[]> {
  const known = new Set<string>();
  for (const ids of inPortions(mentions))
    for (const { id } of await db.selectFrom('mentions').select('id').where('id', 'in', ids).execute()) known.add(id);
  return mentions.filter((id) => !known.has(id));
}
