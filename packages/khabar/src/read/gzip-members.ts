// Unpacks a gzip file of many members (a web archive has one a record) and goes on after a break: with the next member that can be unpacked.
import { crc32, createInflateRaw } from 'node:zlib';
import type { Chunks } from './chunks.js';

/** Stands in the stream where bytes are lost. */
export const BREAK = Symbol('break');
export type Broken = typeof BREAK;

/** Compressed bytes go in by pieces of this size, so that little is held. */
const PIECE = 64 * 1024;
/** How far back in a member's compressed bytes the next member is looked for after a break. */
const LONGEST_MEMORY = 256 * 1024;
const TRAILER = 8;

/**
 * The unpacked bytes. The last bytes of a member are held back until its checksum is found right, so that a record with a wrong byte is never whole.
 * A file that is not packed at all is one break.
 */
export async function* unpackMembers(chunks: Chunks): AsyncGenerator<Uint8Array | Broken> {
  const input = createInput(chunks);
  let broken = false;
  try {
    while (await input.has(1)) {
      const header = await headerLength(input);
      const isWhole = header !== null && (yield* inflateMember(input, header));
      if (!isWhole) {
        if (!broken) yield BREAK;
        await skipToMember(input);
      }
      broken = !isWhole;
    }
  } finally {
    await input.close();
  }
}

/** The compressed bytes from where the current member begins; `has` reads on until so many are at hand. */
interface Input {
  bytes: Uint8Array;
  has(count: number): Promise<boolean>;
  drop(count: number): void;
  close(): Promise<void>;
}

function createInput(chunks: Chunks): Input {
  const iterator = chunks[Symbol.asyncIterator]();
  const input: Input = {
    bytes: new Uint8Array(0),
    async has(count) {
      while (input.bytes.length < count) {
        const step = await iterator.next();
        if (step.done) return false;
        input.bytes = input.bytes.length === 0 ? step.value : Buffer.concat([input.bytes, step.value]);
      }
      return true;
    },
    drop(count) {
      input.bytes = input.bytes.subarray(count);
    },
    async close() {
      await iterator.return?.();
    },
  };
  return input;
}

/** Length of the member's header (RFC 1952, 2.3), null where none begins here. */
async function headerLength(input: Input): Promise<number | null> {
  if (!(await input.has(10)) || !isMemberStart(input.bytes, 0)) return null;
  const flags = input.bytes[3] ?? 0;
  let length = 10;
  if (flags & 4) {
    if (!(await input.has(length + 2))) return null;
    length += 2 + (input.bytes[length] ?? 0) + 256 * (input.bytes[length + 1] ?? 0);
  }
  for (const field of [8, 16]) {
    if (!(flags & field)) continue;
    while ((await input.has(length + 1)) && input.bytes[length] !== 0) length += 1;
    length += 1;
  }
  if (flags & 2) length += 2;
  return (await input.has(length)) ? length : null;
}

function isMemberStart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && ((bytes[at + 3] ?? 0xff) & 0xe0) === 0;
}

/** Unpacks one member and drops it from the input. Returns whether it was whole; where not, the input still begins with its (last) bytes. */
async function* inflateMember(input: Input, header: number): AsyncGenerator<Uint8Array, boolean> {
  const inflate = openInflate();
  try {
    return yield* inflateWith(inflate, input, header);
  } finally {
    inflate.close();
  }
}

async function* inflateWith(inflate: Inflate, input: Input, header: number): AsyncGenerator<Uint8Array, boolean> {
  let at = header;
  let dropped = 0;
  let held: Uint8Array | null = null;
  let checksum = 0;
  while (!inflate.ended && inflate.failure === null && (await input.has(at + 1))) {
    const piece = input.bytes.subarray(at, at + PIECE);
    await inflate.put(piece);
    at += piece.length;
    for (const unpacked of inflate.take()) {
      if (held !== null) yield held;
      checksum = crc32(unpacked, checksum);
      held = unpacked;
    }
    const excess = at - header - LONGEST_MEMORY;
    if (excess > 0 && !inflate.ended) {
      input.drop(excess);
      at -= excess;
      dropped += excess;
    }
  }
  const end = header + inflate.consumed - dropped;
  if (!inflate.ended || !(await input.has(end + TRAILER))) {
    // At the end of the file only the rest is missing: what has been unpacked is right.
    if (inflate.failure === null && held !== null) yield held;
    return false;
  }
  if (Buffer.from(input.bytes.subarray(end, end + 4)).readUInt32LE(0) !== checksum) return false;
  input.drop(end + TRAILER);
  if (held !== null) yield held;
  return true;
}

type Inflate = ReturnType<typeof openInflate>;

/** Node's unpacker as calls. It ends by itself once it is given bytes beyond the end of the compressed ones. */
function openInflate() {
  const stream = createInflateRaw();
  const over = new Promise<void>((done) => stream.once('close', done).once('end', done));
  const unpacked: Uint8Array[] = [];
  const inflate = {
    ended: false,
    failure: null as Error | null,
    get consumed() {
      return stream.bytesWritten;
    },
    put: (piece: Uint8Array) => Promise.race([new Promise<void>((done) => stream.write(piece, () => done())), over]),
    take: () => unpacked.splice(0),
    close: () => stream.destroy(),
  };
  stream.on('data', (piece: Buffer) => unpacked.push(piece));
  stream.on('end', () => {
    inflate.ended = true;
  });
  stream.on('error', (error) => {
    inflate.failure = error;
  });
  return inflate;
}

/** Drops bytes up to the next place, other than here, where a member may begin. */
async function skipToMember(input: Input): Promise<void> {
  input.drop(1);
  for (;;) {
    for (let at = input.bytes.indexOf(0x1f); at !== -1; at = input.bytes.indexOf(0x1f, at + 1)) {
      if (at + 4 > input.bytes.length) break;
      if (isMemberStart(input.bytes, at)) return input.drop(at);
    }
    input.drop(Math.max(0, input.bytes.length - 3));
    if (!(await input.has(input.bytes.length + 1))) return input.drop(input.bytes.length);
  }
}
