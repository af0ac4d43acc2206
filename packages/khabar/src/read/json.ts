// Reads a JSON file: one article, a list of them, or a JSON Feed.
import type { Report } from '../errors.js';
import { articleOf, isArticle, noticesOnce, type ReadItem, shortReason } from './article.js';
import { type Chunks, gatherBytes } from './chunks.js';
import { decodeText } from './encoding.js';
import { LONGEST_LINE } from './lines.js';

/** The articles of one JSON value. A list's faults are told one by one. */
export async function* readJson(path: string, chunks: Chunks, report: Report): AsyncGenerator<ReadItem> {
  const at = { path };
  const bytes = await gatherBytes(chunks, LONGEST_LINE);
  if (bytes === null) return report({ code: 'KH206', at });
  const decoded = await decodeText(bytes);
  if (decoded.text === null) return report({ code: decoded.broken ? 'KH301' : 'KH303', at, detail: decoded.detail });
  if (decoded.encoding !== 'utf-8') report({ code: 'KH302', at, detail: `read as ${decoded.encoding}` });
  if (decoded.text.trim() === '') return report({ code: 'KH103', at });
  const value = parse(decoded.text, path, report);
  if (value === undefined) return;
  if (isJsonFeed(value)) return yield* (await import('./feed.js')).articlesOfFeed(decoded.text, path, noticesOnce(report));
  if (!(Array.isArray(value) ? value : [value]).some(isArticle)) return report({ code: 'KH215', at });
  const say = noticesOnce(report);
  if (!Array.isArray(value)) {
    const article = await articleOf(value, at, say);
    if (article !== null) yield { article, at };
    return;
  }
  for (const [index, each] of value.entries()) {
    const place = { path, item: index + 1 };
    const article = await articleOf(each, place, say);
    if (article !== null) yield { article, at: place };
  }
}

function isJsonFeed(value: unknown): boolean {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  return typeof version === 'string' && /^https?:\/\/(?:www\.)?jsonfeed\.org\//.test(version);
}

function parse(text: string, path: string, report: Report): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    report({ code: 'KH210', at: { path }, detail: shortReason(error) });
    return undefined;
  }
}
