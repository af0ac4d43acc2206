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
 * and a line that a broken-off run left unfinished is taken away. @throws UsageError where the file cannot be opened
 */
export async function openJsonLines(path: string): Promise<JsonLinesFile> {
  const file = await open(path, 'a+').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be written (${error.code ?? error.message})`, 'Check the path given to --out and its permissions');
  });
  const { ids, whole } = await readIds(path);
  await file.truncate(whole);
  return {
    put: (article) => write(file, article, ids),
    close: () => file.close(),
  };
}

async function write(file: FileHandle, article: Article, ids: Set<string>): Promise<boolean> {
  if (ids.has(article.id)) return false;
  await file.appendFile(`${JSON.stringify(article)}\n`);
  await file.datasync();
  ids.add(article.id);
  return true;
}

/** The ids in the file, and the length in bytes of all its lines that have an end. */
async function readIds(path: string): Promise<{ ids: Set<string>; whole: number }> {
  const ids = new Set<string>();
  let whole = 0;
  let ended = true;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path)) {
      ended = chunk.at(-1) === 0x0a;
      yield chunk;
    }
  }
  let before = 0;
  for await (const { bytes, length } of splitLines(chunks())) {
    before = whole;
    whole += length + 1;
    const id = idOf(bytes);
    if (id !== null) ids.add(id);
  }
  return { ids, whole: ended ? whole : before };
}

function idOf(line: Uint8Array | null): string | null {
  try {
    const { id } = JSON.parse(Buffer.from(line ?? []).toString()) as { id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}
