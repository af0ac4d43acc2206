import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openJsonLines } from './sink.js';

let path = '';
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'khabar-sink-')), 'out.jsonl');
});

const line = (id: string) => JSON.stringify({ id, text: 'خبر' });

async function put(...ids: string[]): Promise<boolean[]> {
  const file = await openJsonLines(path);
  const fresh: boolean[] = [];
  for (const id of ids) fresh.push(await file.put({ id, text: 'خبر' }));
  await file.close();
  return fresh;
}

test('an article is written once, in one run or in two', async () => {
  expect(await put('a', 'b', 'a')).toEqual([true, true, false]);
  expect(await put('b', 'c')).toEqual([false, true]);
  expect(await readFile(path, 'utf8')).toBe(`${line('a')}\n${line('b')}\n${line('c')}\n`);
});

test.each(['{', '{"id', '{"id":"b","te', `${line('b').slice(0, -1)}`])('an unfinished line is taken away: %s', async (end) => {
  await writeFile(path, `${line('a')}\n${end}`);
  expect(await put('b')).toEqual([true]);
  expect(await readFile(path, 'utf8')).toBe(`${line('a')}\n${line('b')}\n`);
});

test('a whole line without a line end is kept', async () => {
  await writeFile(path, `${line('a')}\n${line('b')}`);
  expect(await put('b', 'c')).toEqual([false, true]);
  expect(await readFile(path, 'utf8')).toBe(`${line('a')}\n${line('b')}\n${line('c')}\n`);
});

test('a file of something else is left as it is', async () => {
  await writeFile(path, 'notes\nof mine');
  await expect(put('a')).rejects.toThrow('holds something else than articles');
  expect(await readFile(path, 'utf8')).toBe('notes\nof mine');
});
