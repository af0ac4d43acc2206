// Reads JSON Lines: one article a line. What is wrong with a line is told, and the next line is read.
import type { Article } from '@khabar/core';
import type { Report, Whereabouts } from '../errors.js';
import { articleOf, noticesOnce, type ReadItem, shortReason } from './article.js';
import type { Chunks } from './chunks.js';
import { decodeText, decodeUtf8 } from './encoding.js';
import { type Line, splitLines } from './lines.js';

/** The articles of a stream in UTF-8 (or an older encoding), in their order. Holds one line at a time. */
export async function* readJsonLines(path: string, chunks: Chunks, report: Report): AsyncGenerator<ReadItem> {
  const say = noticesOnce(report);
  for await (const line of splitLines(chunks)) {
    const at = { path, line: line.number };
    const text = await decodeLine(line, at, say);
    if (text === null || text.trim() === '') continue;
    const article = await parseArticle(text, at, say);
    if (article !== null) yield { article, at };
  }
}

async function decodeLine(line: Line, at: Whereabouts, report: Report): Promise<string | null> {
  if (line.bytes === null) {
    report({ code: 'KH408', at, detail: `${line.length} bytes` });
    return null;
  }
  const text = decodeUtf8(line.bytes);
  if (text !== null) return text;
  const decoded = await decodeText(line.bytes);
  if (decoded.text === null) report({ code: decoded.broken ? 'KH301' : 'KH303', at, detail: decoded.detail });
  else report({ code: 'KH302', at, detail: `read as ${decoded.encoding}` });
  return decoded.text;
}

async function parseArticle(line: string, at: Whereabouts, report: Report): Promise<Article | null> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    report({ code: 'KH401', at, detail: shortReason(error) });
    return null;
  }
  return articleOf(value, at, report);
}
