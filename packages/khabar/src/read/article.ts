// An article as JSON gives it: in our own form, or as a news item of an agency (ninjs). What is wrong with a field is told, and the rest is read.
import type { Article } from '@khabar/core';
import { placeOf, type Report, type Whereabouts } from '../errors.js';
import { isNinjs, readNinjs } from './ninjs.js';
import { readPublished } from './published.js';

/** An article with the place where it was found. */
export interface ReadItem {
  article: Article;
  at: Whereabouts;
}

export type Fields = Record<string, unknown>;

const OPTIONAL_FIELDS = ['url', 'source', 'title'] as const;

/** The article that a JSON value holds, or null where it holds none; why is then told. */
export async function articleOf(value: unknown, at: Whereabouts, report: Report): Promise<Article | null> {
  if (!isRecord(value)) {
    report({ code: 'KH402', at, detail: kindOf(value) });
    return null;
  }
  if (value.text === undefined && isNinjs(value)) return readNinjs(value, at, report);
  return ownArticle(value, at, report);
}

/** Whether a JSON value holds an article in one of the forms, be it a faulty one. */
export function isArticle(value: unknown): boolean {
  return isRecord(value) && ('text' in value || isNinjs(value));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownArticle(fields: Fields, at: Whereabouts, report: Report): Article | null {
  const { text } = fields;
  if (typeof text !== 'string') {
    report(text === undefined ? { code: 'KH403', at } : { code: 'KH404', at, detail: `it is ${kindOf(text)}` });
    return null;
  }
  const article: Article = { id: idOf(fields.id, at, report), url: null, source: null, title: null, published: null, text };
  for (const field of OPTIONAL_FIELDS) article[field] = stringOrNull(fields[field], field, at, report);
  article.published = publishedOf(fields.published, at, report);
  return article;
}

/** Without an id of its own, an article is named by the file, and from the second one on by its place too, so that ids stay apart. */
function idOf(id: unknown, at: Whereabouts, report: Report): string {
  if (typeof id === 'string' && id !== '') return id;
  if (typeof id === 'number') return String(id);
  if (id !== undefined && id !== null && id !== '') report({ code: 'KH407', at, detail: `"id" is ${kindOf(id)}` });
  return (at.line ?? at.item ?? 1) === 1 ? at.path : placeOf(at);
}

function stringOrNull(value: unknown, field: string, at: Whereabouts, report: Report): string | null {
  if (typeof value === 'string') return value;
  if (value !== undefined && value !== null) report({ code: 'KH407', at, detail: `"${field}" is ${kindOf(value)}` });
  return null;
}

/** A date of publication in the coder's form; what is wrong with it is told. */
export function publishedOf(value: unknown, at: Whereabouts, report: Report, read = readPublished): string | null {
  if (value === undefined || value === null || value === '') return null;
  const published = typeof value === 'string' ? read(value) : null;
  if (published === null) report({ code: 'KH405', at, detail: typeof value === 'string' ? `"${value.slice(0, 60)}"` : kindOf(value) });
  else if (!published.complete) report({ code: 'KH406', at, detail: String(value) });
  return published?.iso ?? null;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Notices are said once a file: a feed of a million lines has the same one on each. */
export function noticesOnce(report: Report): Report {
  const said = new Set<string>();
  return (problem) => {
    if (problem.code !== 'KH302' && problem.code !== 'KH406') return report(problem);
    if (said.has(problem.code)) return;
    said.add(problem.code);
    report({ ...problem, detail: [problem.detail, 'said once for this file'].filter(Boolean).join('; ') });
  };
}

/** The parser quotes what it reads, which may be long: its first words say enough. */
export function shortReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length <= 120 ? message : `${message.slice(0, 120)}…`;
}
