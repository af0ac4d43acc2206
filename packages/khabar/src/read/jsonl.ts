// Reads JSON Lines: one article a line. What is wrong with a line is told, and the next line is read.
import type { Article } from '@khabar/core';
import type { Problem, ProblemCode, Report, Whereabouts } from '../errors.js';
import type { Chunks } from './chunks.js';
import { decodeText, decodeUtf8 } from './encoding.js';
import { type Line, splitLines } from './lines.js';
import { readPublished } from './published.js';

export interface ReadItem {
  article: Article;
  at: Whereabouts;
}

const OPTIONAL_FIELDS = ['url', 'source', 'title'] as const;

/** The articles of a stream in UTF-8 (or an older encoding), in their order. Holds one line at a time. */
export async function* readJsonLines(path: string, chunks: Chunks, report: Report): AsyncGenerator<ReadItem> {
  const say = noticesOnce(report);
  for await (const line of splitLines(chunks)) {
    const at = { path, line: line.number };
    const text = await decodeLine(line, at, say);
    if (text === null || text.trim() === '') continue;
    const article = parseArticle(text, at, say);
    if (article !== null) yield { article, at };
  }
}

/** Notices are said once a file: a feed of a million lines has the same one on each. */
function noticesOnce(report: Report): Report {
  const said = new Set<ProblemCode>();
  return (problem) => {
    if (problem.code !== 'KH302' && problem.code !== 'KH406') return report(problem);
    if (said.has(problem.code)) return;
    said.add(problem.code);
    report({ ...problem, detail: [problem.detail, 'said once for this file'].filter(Boolean).join('; ') });
  };
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

function parseArticle(line: string, at: Whereabouts, report: Report): Article | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    report({ code: 'KH401', at, detail: shortReason(error) });
    return null;
  }
  if (!isRecord(value)) {
    report({ code: 'KH402', at, detail: Array.isArray(value) ? 'a list' : `${value === null ? 'null' : `a ${typeof value}`}` });
    return null;
  }
  return articleOf(value, at, report);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parser quotes the line, which may be long: its first words say enough. */
function shortReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length <= 120 ? message : `${message.slice(0, 120)}…`;
}

function articleOf(fields: Record<string, unknown>, at: Whereabouts, report: Report): Article | null {
  const { text } = fields;
  const refused: Problem | null =
    text === undefined ? { code: 'KH403', at } : typeof text !== 'string' ? { code: 'KH404', at, detail: `it is ${kindOf(text)}` } : null;
  if (refused !== null) report(refused);
  if (typeof text !== 'string') return null;
  const article: Article = { id: idOf(fields.id, at, report), url: null, source: null, title: null, published: null, text };
  for (const field of OPTIONAL_FIELDS) article[field] = stringOrNull(fields[field], field, at, report);
  article.published = publishedOf(fields.published, at, report);
  return article;
}

/** Without an id of its own, an article is named by the file, and from the second line on by its line too, so that ids stay apart. */
function idOf(id: unknown, at: Whereabouts, report: Report): string {
  if (typeof id === 'string' && id !== '') return id;
  if (typeof id === 'number') return String(id);
  if (id !== undefined && id !== null && id !== '') report({ code: 'KH407', at, detail: `"id" is ${kindOf(id)}` });
  return at.line === undefined || at.line === 1 ? at.path : `${at.path}:${at.line}`;
}

function stringOrNull(value: unknown, field: string, at: Whereabouts, report: Report): string | null {
  if (typeof value === 'string') return value;
  if (value !== undefined && value !== null) report({ code: 'KH407', at, detail: `"${field}" is ${kindOf(value)}` });
  return null;
}

function publishedOf(value: unknown, at: Whereabouts, report: Report): string | null {
  if (value === undefined || value === null || value === '') return null;
  const published = typeof value === 'string' ? readPublished(value) : null;
  if (published === null) report({ code: 'KH405', at, detail: typeof value === 'string' ? `"${value.slice(0, 60)}"` : kindOf(value) });
  else if (!published.complete) report({ code: 'KH406', at, detail: String(value) });
  return published?.iso ?? null;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
