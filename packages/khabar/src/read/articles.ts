// From paths to articles, one by one: the only door through which the commands read. Trouble with one file or line never stops the next.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Problem, Report } from '../errors.js';
import type { ReadItem } from './article.js';
import { BrokenCompression, BrokenText, type Chunks, gunzipChunks, peek, toUtf8 } from './chunks.js';
import { controlShare, countControls } from './encoding.js';
import { readJsonLines } from './jsonl.js';
import { fileProblem, findSources, type Source, type SourceKind } from './paths.js';
import { readPlainText } from './plain.js';

export type { ReadItem } from './article.js';

export interface Reading {
  stdin: Chunks;
  report: Report;
  /** Told of every chunk read from disk, in bytes, for the progress display. */
  onBytes?: (count: number) => void;
}

/** The articles at `paths`, in their order. Memory does not grow with their number. */
export async function* readArticles(paths: string[], reading: Reading): AsyncGenerator<ReadItem> {
  for await (const source of findSources(paths, reading.report)) {
    try {
      for await (const item of readSource(source, reading)) {
        if (checkText(item, reading.report)) yield item;
      }
    } catch (error) {
      reading.report(sourceProblem(error, source.path));
    }
  }
}

async function* readSource(source: Source, reading: Reading): AsyncGenerator<ReadItem> {
  const { path, kind } = source;
  const { report } = reading;
  const bytes = path === '-' ? reading.stdin : fileChunks(path, reading.onBytes);
  const packed = await peek(bytes);
  if (kind === 'warc' || (kind === 'unknown' && (await holdsWarc(packed.head)))) {
    return yield* (await import('./warc.js')).readWarc(path, packed.chunks, report);
  }
  const unpacked = isGzip(packed.head) ? gunzipChunks(packed.chunks) : packed.chunks;
  const { head, chunks } = await peek(toUtf8(unpacked));
  yield* await readAs(kind === 'unknown' ? kindByContent(head) : kind, path, chunks, reportOf(source, report));
}

/** A folder holds other JSON and XML too; only a file that the user named must hold news. */
function reportOf(source: Source, report: Report): Report {
  if (source.named) return report;
  return (problem) => report(problem.code === 'KH209' || problem.code === 'KH215' ? { code: 'KH216', at: problem.at } : problem);
}

/** Each reader is loaded when a file of its kind is met. */
async function readAs(kind: SourceKind, path: string, chunks: Chunks, report: Report): Promise<AsyncGenerator<ReadItem>> {
  if (kind === 'jsonl') return readJsonLines(path, chunks, report);
  if (kind === 'json') return (await import('./json.js')).readJson(path, chunks, report);
  if (kind === 'html') return (await import('./html.js')).readHtml(path, chunks, report);
  if (kind === 'feed') return (await import('./feed.js')).readFeed(path, chunks, report);
  return readPlainText(path, chunks, report);
}

async function* fileChunks(path: string, onBytes: ((count: number) => void) | undefined): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Whether a stream, packed or not, is a web archive: that reader unpacks by itself, so that it can go on after a break. */
async function holdsWarc(head: Uint8Array): Promise<boolean> {
  const startsRightly = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'WARC/';
  if (!isGzip(head)) return startsRightly(head);
  const { unpackMembers } = await import('./gzip-members.js');
  for await (const piece of unpackMembers(Readable.from([head])))
    if (typeof piece !== 'symbol' && piece.length > 0) return startsRightly(piece);
  return false;
}

function kindByContent(head: Uint8Array): SourceKind {
  const start = new TextDecoder().decode(head.subarray(0, 1000)).trimStart().toLowerCase();
  if (start.startsWith('[')) return 'json';
  if (start.startsWith('{')) return /^\{\s*\n/.test(start) ? 'json' : 'jsonl';
  if (/^<(?:!doctype html|html)/.test(start)) return 'html';
  if (/^<(?:rss|feed|rdf:rdf)[\s>]/.test(start)) return 'feed';
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'html' : 'feed';
  return 'plain';
}

function sourceProblem(error: unknown, path: string): Problem {
  if (error instanceof BrokenCompression) return { code: 'KH205', at: { path }, detail: error.message };
  if (error instanceof BrokenText) return { code: 'KH303', at: { path }, detail: error.message };
  return fileProblem(error, path);
}

/** Whether there is text to code; says what is odd about it. */
function checkText({ article, at }: ReadItem, report: Report): boolean {
  const blank = article.text.trim() === '' && (article.title ?? '').trim() === '';
  if (blank) {
    report({ code: 'KH103', at });
    return false;
  }
  const controls = countControls(article.text);
  if (controls === 0) return true;
  const binary = controlShare(article.text) > 0.1;
  report({ code: binary ? 'KH105' : 'KH104', at, detail: `${controls} of ${article.text.length} characters are controls` });
  return !binary;
}
