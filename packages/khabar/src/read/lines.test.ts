import { expect, test } from 'vitest';
import { splitLines } from './lines.js';

async function* chunksOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

async function linesOf(chunks: AsyncIterable<Uint8Array>, longest?: number): Promise<(string | number)[]> {
  const lines: (string | number)[] = [];
  for await (const line of splitLines(chunks, longest)) lines.push(line.bytes === null ? line.length : Buffer.from(line.bytes).toString());
  return lines;
}

test('lines end at line feeds, with or without a carriage return', async () => {
  expect(await linesOf(chunksOf('a\r\nb\nc'))).toEqual(['a', 'b', 'c']);
});

test('empty lines are counted, and a line feed at the end opens no line', async () => {
  expect(await linesOf(chunksOf('a\n\nb\n'))).toEqual(['a', '', 'b']);
});

test('a letter cut by the border of two chunks stays whole', async () => {
  const bytes = Buffer.from('خبر\nسلام\n');
  const lines = await linesOf(chunksOf(...Array.from(bytes, (byte) => Uint8Array.of(byte))));
  expect(lines).toEqual(['خبر', 'سلام']);
});

test('a line that is too long is told by its length, and the next one is read', async () => {
  expect(await linesOf(chunksOf('aaaa', 'aaaa', 'aaaa\nb\n', 'cccccc'), 5)).toEqual([12, 'b', 6]);
});

test('a line of exactly the longest length is kept', async () => {
  expect(await linesOf(chunksOf('aaaaa\naaaaaa\n'), 5)).toEqual(['aaaaa', 6]);
});

test('lines are numbered from 1', async () => {
  const numbers: number[] = [];
  for await (const line of splitLines(chunksOf('a\nb\nc'))) numbers.push(line.number);
  expect(numbers).toEqual([1, 2, 3]);
});

test('a line without end is not held in memory', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    for (let count = 0; count < 400; count += 1) yield chunk;
  }
  const before = process.memoryUsage().arrayBuffers;
  expect(await linesOf(endless())).toEqual([400 * 1024 * 1024]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
});
