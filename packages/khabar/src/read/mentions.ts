// Reads mentions back from the JSON Lines that `khabar code` prints, article by article. What is wrong with a line is told, and the next line is read.
import { createReadStream } from 'node:fs';
import { EVENT_TYPES, type Mention } from '@khabar/core';
import type { Report, Whereabouts } from '../errors.js';
import { BrokenCompression, type Chunks, gunzipChunks, peek } from './chunks.js';
import { type Line, splitLines } from './lines.js';
import { fileProblem, findSources } from './paths.js';

const TYPES: ReadonlySet<unknown> = new Set(EVENT_TYPES);

/** The mentions of one article after the other, as they stand in the files. Holds one article at a time. */
export async function* readMentions(paths: string[], stdin: Chunks, report: Report): AsyncGenerator<Mention[]> {
  for await (const { path } of findSources(paths, report)) {
    try {
      yield* articlesIn(path, path === '-' ? stdin : createReadStream(path), report);
    } catch (error) {
      report(error instanceof BrokenCompression ? { code: 'KH205', at: { path }, detail: error.message } : fileProblem(error, path));
    }
  }
}

async function* articlesIn(path: string, bytes: Chunks, report: Report): AsyncGenerator<Mention[]> {
  const { head, chunks } = await peek(bytes);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  let article: Mention[] = [];
  for await (const line of splitLines(isGzip ? gunzipChunks(chunks) : chunks)) {
    const mention = mentionIn(line, { path, line: line.number }, report);
    if (mention === null) continue;
    if (article[0] !== undefined && article[0].article.id !== mention.article.id) {
      yield article;
      article = [];
    }
    article.push(mention);
  }
  if (article.length > 0) yield article;
}

function mentionIn(line: Line, at: Whereabouts, report: Report): Mention | null {
  if (line.bytes === null) {
    report({ code: 'KH408', at, detail: `${line.length} bytes` });
    return null;
  }
  const text = new TextDecoder().decode(line.bytes);
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    if (isMention(value)) return value;
    report({ code: 'KH409', at });
  } catch (error) {
    report({ code: 'KH401', at, detail: error instanceof Error ? error.message.slice(0, 120) : String(error) });
  }
  return null;
}

/** By the fields that tell a mention from an article or an event; the rest is as the coder wrote it. */
function isMention(value: unknown): value is Mention {
  if (typeof value !== 'object' || value === null) return false;
  const { id, event, article, sentence, trigger, type, actors } = value as Partial<Record<keyof Mention, unknown>>;
  const isObject = (part: unknown) => typeof part === 'object' && part !== null;
  const isNamed = isObject(article) && typeof (article as { id?: unknown }).id === 'string';
  return (
    typeof id === 'string' &&
    typeof event === 'string' &&
    isNamed &&
    isObject(sentence) &&
    isObject(trigger) &&
    TYPES.has(type) &&
    Array.isArray(actors)
  );
}
