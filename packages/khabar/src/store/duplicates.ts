// Which articles are copies of others. The original is the copy published first, so that the order of arrival does not matter.
import { publishedAt } from '@khabar/core';
import type { Within } from './database.js';
import type { ArticleRow } from './schema.js';

export type Copy = Pick<ArticleRow, 'id' | 'hash' | 'dated'>;

/** The first published; of those published at once, the first by id. */
function compareCopies(a: Copy, b: Copy): number {
  const [x, y] = [publishedAt(a.dated), publishedAt(b.dated)];
  return (x === y ? 0 : x - y) || (a.id < b.id ? -1 : 1);
}

/** The original of each article, itself where it copies none. `known`: all articles of the archive with which these could share a text. */
export function originalsOf(known: readonly Copy[]): Map<string, string> {
  const byText = new Map<string, Copy[]>();
  for (const copy of known) byText.set(copy.hash, [...(byText.get(copy.hash) ?? []), copy]);
  const originals = new Map<string, string>();
  for (const copies of byText.values()) {
    const [original] = [...copies].sort(compareCopies);
    for (const { id } of copies) originals.set(id, original?.id ?? id);
  }
  return originals;
}

/** Articles of the archive that have one of these texts. */
export function withTexts(within: Within, hashes: string[]): Promise<Copy[]> {
  return within.selectFrom('articles').select(['id', 'hash', 'dated']).where('hash', 'in', hashes).execute();
}
