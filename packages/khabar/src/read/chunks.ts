// Streams of bytes on their way from a file to a reader: unpacked, turned into UTF-8 where a mark says UTF-16, gathered.
import { createGunzip } from 'node:zlib';

export type Chunks = AsyncIterable<Uint8Array>;

/** Thrown where a compressed stream is broken or ends early; what came before has been handed on. */
export class BrokenCompression extends Error {
  override name = 'BrokenCompression';
}

/** Thrown where bytes are not the text that their mark promised. */
export class BrokenText extends Error {
  override name = 'BrokenText';
}

/** Compressed bytes go in by small pieces, so that little is held and little is lost before a break. */
const COMPRESSED_PIECE = 1024;

/** Unpacks gzip, one or several members. Everything before a break is handed on. @throws BrokenCompression */
export async function* gunzipChunks(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const gunzip = openGunzip();
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length && gunzip.failure === null; from += COMPRESSED_PIECE) {
      await gunzip.put(chunk.subarray(from, from + COMPRESSED_PIECE));
      yield* gunzip.take();
    }
    if (gunzip.failure !== null) break;
  }
  await gunzip.end();
  yield* gunzip.take();
  if (gunzip.failure !== null) throw new BrokenCompression(gunzip.failure);
}

/** Node's unpacker as calls: what has been unpacked is taken after each piece, since a failure would throw it away. */
function openGunzip() {
  const stream = createGunzip();
  const closed = new Promise<void>((done) => stream.once('close', done));
  const unpacked: Uint8Array[] = [];
  const gunzip = {
    failure: null as string | null,
    /** A write that fails is never answered, but closes the stream. */
    put: (piece: Uint8Array) => Promise.race([new Promise<void>((done) => stream.write(piece, () => done())), closed]),
    end: () => {
      stream.end();
      return closed;
    },
    take: () => {
      while (stream.read() !== null);
      return unpacked.splice(0);
    },
  };
  stream.on('data', (piece: Buffer) => unpacked.push(piece));
  stream.on('error', (error) => {
    gunzip.failure = error.message;
  });
  return gunzip;
}

/** Chunks with the first ones joined until `wanted` bytes are at hand (or the end is reached). */
async function* withLongHead(chunks: Chunks, wanted: number): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < wanted) continue;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}

/** Hands the bytes on as they are or, where they begin with a UTF-16 byte order mark, as UTF-8. A UTF-8 mark is taken off. @throws BrokenText */
export async function* toUtf8(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  let first = true;
  const decode = (chunk?: Uint8Array) => {
    try {
      return Buffer.from(chunk === undefined ? (decoder?.decode() ?? '') : (decoder?.decode(chunk, { stream: true }) ?? ''));
    } catch {
      throw new BrokenText('not the UTF-16 that its byte order mark promises');
    }
  };
  for await (const chunk of withLongHead(chunks, 3)) {
    const encoding = first ? markedEncoding(chunk) : null;
    if (encoding === 'utf-16le' || encoding === 'utf-16be') decoder = new TextDecoder(encoding, { fatal: true });
    first = false;
    if (decoder !== null) yield decode(chunk);
    else yield encoding === 'utf-8' ? chunk.subarray(3) : chunk;
  }
  if (decoder !== null) yield decode();
}

function markedEncoding(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** How far to look for something other than white space. */
const LONGEST_PEEK = 64 * 1024;

/** The first chunk that holds more than white space (joined with what came before it), and all chunks from the start. */
export async function peek(chunks: Chunks): Promise<{ head: Uint8Array; chunks: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    seen.push(step.value);
    length += step.value.length;
    if (length > LONGEST_PEEK || step.value.some((byte) => byte > 0x20)) break;
  }
  return { head: Buffer.concat(seen), chunks: joined(seen, iterator) };
}

/** Closes the source also where the reader stops within the first chunks. */
async function* joined(first: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* first;
    yield* { [Symbol.asyncIterator]: () => rest };
  } finally {
    await rest.return?.();
  }
}

/** All bytes at once, or null where there are more than `most`; the rest is then left unread. */
export async function gatherBytes(chunks: Chunks, most: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return null;
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
}
