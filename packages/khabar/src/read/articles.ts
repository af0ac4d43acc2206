// From paths to articles, one by one: the only door through which the commands read. Trouble with one file or line never stops the next.
import { createReadStream } from 'node:fs';
import type { Problem, Report } from '../errors.js';
import { BrokenCompression, BrokenText, type Chunks, gunzipChunks, peek, toUtf8 } from './chunks.js';
import { controlShare, countControls } from './encoding.js';
import { type ReadItem, readJsonLines } from './jsonl.js';
import { fileProblem, findSources, type Source, type SourceKind } from './paths.js';
import { readPlainText } from './plain.js';

export type { ReadItem } from './jsonl.js';

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
  const bytes = source.path === '-' ? reading.stdin : fileChunks(source.path, reading.onBytes);
  const packed = await peek(bytes);
  const unpacked = isGzip(packed.head) ? gunzipChunks(packed.chunks) : packed.chunks;
  const { head, chunks } = await peek(toUtf8(unpacked));
  const kind = source.kind === 'unknown' ? kindByContent(head) : source.kind;
  if (kind === 'jsonl') yield* readJsonLines(source.path, chunks, reading.report);
  else if (kind === 'html') yield* (await import('./html.js')).readHtml(source.path, chunks, reading.report);
  else yield* readPlainText(source.path, chunks, reading.report);
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

function kindByContent(head: Uint8Array): SourceKind {
  const start = new TextDecoder().decode(head.subarray(0, 200)).trimStart().toLowerCase();
  if (start.startsWith('{')) return 'jsonl';
  return start.startsWith('<!doctype html') || start.startsWith('<html') ? 'html' : 'plain';
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
