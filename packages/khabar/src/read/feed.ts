// Reads a feed (RSS 0.9 to 2.0, Atom, RDF, JSON Feed): one article an item, with its full text where the feed has it, else its summary.
import { createHash } from 'node:crypto';
import type { Article } from '@khabar/core';
import type { Problem, Report } from '../errors.js';
import { noticesOnce, publishedOf, type ReadItem, shortReason } from './article.js';
import { type Chunks, gatherBytes } from './chunks.js';
import { decodeMarkup } from './encoding.js';
import { type FeedItem, itemsOf } from './feed-items.js';
import { readWrittenDate } from './html-dates.js';
import { LONGEST_LINE } from './lines.js';

/** What is known of a feed that a server gave; nothing of it is of a file. */
export interface FeedOrigin {
  charset?: string | null;
  /** Its address, for links that are not whole. */
  url?: string | null;
}

/** The articles of a feed in its order. An item that is broken is told, and the others are read. */
export async function* readFeed(path: string, chunks: Chunks, report: Report, origin: FeedOrigin = {}): AsyncGenerator<ReadItem> {
  const at = { path };
  const bytes = await gatherBytes(chunks, LONGEST_LINE);
  if (bytes === null) return report({ code: 'KH206', at });
  const say = noticesOnce(report);
  const xml = await decodeMarkup(bytes, [origin.charset ?? null, encodingInProlog(bytes)], at, say);
  if (xml === null) return;
  if (xml.trim() === '') return report({ code: 'KH103', at });
  yield* articlesOfFeed(xml, path, say, origin);
}

/** The articles of a feed whose text is at hand; of a JSON Feed too. */
export async function* articlesOfFeed(feed: string, path: string, report: Report, origin: FeedOrigin = {}): AsyncGenerator<ReadItem> {
  const { parseFeed } = await import('feedsmith');
  for (const [index, item] of itemsIn(feed, parseFeed).entries()) {
    const place = { path, item: index + 1 };
    if ('problem' in item) {
      report({ ...item.problem, at: item.problem.code === 'KH214' ? place : { path } });
      continue;
    }
    const published = publishedOf(item.published, place, report, readWrittenDate);
    yield { article: await articleOfItem(item, published, path, origin.url ?? null), at: place };
  }
}

async function articleOfItem(item: FeedItem, published: string | null, path: string, feedUrl: string | null): Promise<Article> {
  const { textOfFragment } = await import('./html.js');
  const [full, summary] = await Promise.all([textOfFragment(item.text ?? ''), textOfFragment(item.summary ?? '')]);
  const text = full.length >= summary.length ? full : summary;
  const title = item.title === null ? null : oneLine(await textOfFragment(item.title));
  const url = wholeAddress(item.url, [item.base, feedUrl]);
  return { id: idOf(item, url, path, `${title}\n${text}`), url, source: item.source, title, published, text };
}

/** The item's own id where it is one for the whole world (it has a scheme), else its address; a number of a site's own is only told apart by the feed. */
function idOf({ id }: FeedItem, url: string | null, path: string, words: string): string {
  if (id?.includes(':')) return id;
  return url ?? `${path}#${id ?? createHash('sha256').update(words).digest('hex').slice(0, 16)}`;
}

function wholeAddress(url: string | null, bases: (string | null)[]): string | null {
  if (url === null) return null;
  const base = bases.find((each) => each !== null && URL.canParse(url, each));
  const whole = base == null ? url : new URL(url, base).href;
  return /^https?:\/\//i.test(whole) ? whole : null;
}

function oneLine(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim() || null;
}

type Parse = (xml: string) => unknown;
type ItemOrProblem = FeedItem | { problem: Omit<Problem, 'at'> };

/** The parser refuses a broken feed, or takes all that follows a broken item for a part of it; such a feed is parsed item by item. */
function itemsIn(xml: string, parse: Parse): ItemOrProblem[] {
  const pieces = piecesOf(xml);
  const one = () => pieces.flatMap((piece) => itemsOfPiece(piece, parse));
  try {
    const whole = itemsOf(parse(xml));
    return whole.length >= pieces.length ? whole : longer(whole, one());
  } catch (error) {
    const code = /<(?:rss|feed|rdf:RDF)\b/.test(xml.slice(0, 2000)) ? 'KH217' : 'KH209';
    return pieces.length > 0 ? one() : [{ problem: { code, detail: shortReason(error) } }];
  }
}

/** What looks like an item may stand in the text of one. */
function longer(whole: FeedItem[], pieces: ItemOrProblem[]): ItemOrProblem[] {
  return pieces.filter((piece) => !('problem' in piece)).length > whole.length ? pieces : whole;
}

function itemsOfPiece(piece: string | null, parse: Parse): ItemOrProblem[] {
  if (piece === null) return [{ problem: { code: 'KH214', detail: 'it has no end' } }];
  try {
    return itemsOf(parse(piece));
  } catch (error) {
    return [{ problem: { code: 'KH214', detail: shortReason(error) } }];
  }
}

/** Each item as a feed of its own, in the head of the whole one; null for an item that has no end. */
function piecesOf(xml: string): (string | null)[] {
  const starts = [...xml.matchAll(/<(item|entry)[\s>]/g)];
  const head = xml.slice(0, starts[0]?.index ?? 0);
  const closing = [...head.matchAll(/<(rss|channel|feed|rdf:RDF)[\s>]/g)]
    .map(([, name]) => `</${name}>`)
    .filter((end) => !head.includes(end))
    .reverse()
    .join('');
  return starts.map(({ 1: name, index }, place) => {
    const until = starts[place + 1]?.index ?? xml.length;
    const end = xml.slice(index, until).lastIndexOf(`</${name}>`);
    return end < 0 ? null : `${head}${xml.slice(index, index + end)}</${name}>${closing}`;
  });
}

function encodingInProlog(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1] ?? null;
}
