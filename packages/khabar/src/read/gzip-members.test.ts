import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BREAK, unpackMembers } from './gzip-members.js';

/** Bytes that hardly shrink, so that a member spans several pieces. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return 97 + ((state >> 16) % 26);
    }),
  );
}

async function unpack(bytes: Uint8Array, chunk = bytes.length): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const parts: string[] = [''];
  for await (const piece of unpackMembers(chunks())) {
    if (piece === BREAK) parts.push('');
    else parts[parts.length - 1] += Buffer.from(piece).toString();
  }
  return parts;
}

const LONG = noise(100_000);

test.each([1, 7, 1000, 1 << 20])('members are joined, whatever the chunks (%i bytes)', async (chunk) => {
  const small = chunk < 1000 ? LONG.subarray(0, 3000) : LONG;
  const file = Buffer.concat([gzipSync('one '), gzipSync(small), gzipSync(''), gzipSync(' two')]);
  expect(await unpack(file, chunk)).toEqual([`one ${small} two`]);
});

test('a broken member is a break, and the next one is read', async () => {
  const middle = gzipSync(LONG);
  middle.fill(0xff, 30_000, 30_100);
  const [before, after] = await unpack(Buffer.concat([gzipSync('one'), middle, gzipSync('two')]), 5000);
  expect([before?.slice(0, 20_003), after]).toEqual([`one${LONG.subarray(0, 20_000)}`, 'two']);
});

test('a member that is cut off does not take the next one with it', async () => {
  const file = Buffer.concat([gzipSync('one'), gzipSync(LONG).subarray(0, 200), gzipSync('two'), gzipSync('three')]);
  expect((await unpack(file)).at(-1)).toBe('twothree');
});

test('a wrong checksum holds the end of the member back', async () => {
  const wrong = gzipSync('damaged');
  wrong[wrong.length - 8] = (wrong[wrong.length - 8] ?? 0) ^ 1;
  expect(await unpack(Buffer.concat([wrong, gzipSync('sound')]))).toEqual(['', 'sound']);
});

test('the header may have a name, a comment, extra bytes and a checksum of its own', async () => {
  const packed = gzipSync('text');
  const header = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9]);
  const file = Buffer.concat([header, Buffer.from('name\0note\0'), Buffer.from([1, 2]), packed.subarray(10)]);
  expect(await unpack(file)).toEqual(['text']);
});

test('a file cut off at its end, or not packed at all, ends with a break', async () => {
  expect(await unpack(Buffer.concat([gzipSync('one'), gzipSync('two').subarray(0, 16)]))).toEqual(['onetwo', '']);
  expect(await unpack(Buffer.from('plain text'))).toEqual(['', '']);
});

test('a member of any size is held in small pieces', async () => {
  const block = noise(1 << 20);
  const file = gzipSync(Buffer.concat(Array.from({ length: 40 }, () => block)));
  let longest = 0;
  let total = 0;
  async function* chunks() {
    for (let at = 0; at < file.length; at += 65_536) yield file.subarray(at, at + 65_536);
  }
  for await (const piece of unpackMembers(chunks())) {
    if (piece === BREAK) throw new Error('a break');
    longest = Math.max(longest, piece.length);
    total += piece.length;
  }
  expect([total, longest <= 65_536]).toEqual([40 << 20, true]);
});
