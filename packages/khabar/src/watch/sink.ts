// Where the watcher puts articles: a file of JSON Lines. Whatever else takes articles one by one, such as an archive, fits in its place.
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Article } from '@khabar/core';
import { UsageError } from '../errors.js';
import { splitLines } from '../read/lines.js';

/** Takes an article; resolves when it is safe on disk. False where it has the article already. */
export type Sink = (article: Article) => Promise<boolean>;

export interface JsonLinesFile {
  put: Sink;
  close(): Promise<void>;
}

/**
 * Opens a file of articles to write on at its end; makes it where there is none. An article that is in it already (by its id) is not written again,
 * and a line that a broken-off run left unfinished is taken away. @throws UsageError where the file cannot be opened or holds something else
 */
export async function openJsonLines(path: string): Promise<JsonLinesFile> {
  const file = await open(path, 'a+').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be written (${error.code ?? error.message})`, 'Check the path given to --out and its permissions');
  });
  try {
    const ids = new Set<string>();
    await mendEnd(file, await readLines(path, ids), path);
    return { put: (article) => write(file, article, ids), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A last line without an end. `from`: where it begins, in bytes. */
interface OpenEnd {
  from: number;
  text: string;
}

/** Takes an unfinished article away, and gives a finished one its line end. */
async function mendEnd(file: FileHandle, end: OpenEnd | null, path: string): Promise<void> {
  if (end === null) return;
  if (idOf(end.text) !== null) return file.appendFile('\n');
  if (!END_OF_OURS.test(end.text)) throw new UsageError(`${path} holds something else than articles`, 'Name another file with --out');
  await file.truncate(end.from);
}

/** However short an unfinished line is, it begins as ours do. */
const END_OF_OURS = /^(?:\{"id":.*|\{"id"|\{"id|\{"i|\{"|\{)$/s;

async function write(file: FileHandle, article: Article, ids: Set<string>): Promise<boolean> {
  if (ids.has(article.id)) return false;
  await file.appendFile(`${JSON.stringify(article)}\n`);
  await file.datasync();
  ids.add(article.id);
  return true;
}

/** Gathers the ids in the file. */
async function readLines(path: string, ids: Set<string>): Promise<OpenEnd | null> {
  let ended = true;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path)) {
      ended = chunk.at(-1) === 0x0a;
      yield chunk;
    }
  }
  let from = 0;
  let last = { from: 0, text: '' };
  for await (const { bytes, length } of splitLines(chunks())) {
    last = { from, text: Buffer.from(bytes ?? []).toString() };
    from += length + 1;
    const id = idOf(last.text);
    if (id !== null) ids.add(id);
  }
  return ended ? null : last;
}

function idOf(line: string): string | null {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}
