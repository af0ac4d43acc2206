import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { Problem } from '../errors.js';
import { readArticles } from './articles.js';

const TEXT = 'أعلنت وزارة الخارجية العمانية أن الوزير سيزور طهران.';
const PAGE = `<html><head><title>عنوان</title></head><body><article><h1>عنوان</h1><p>${`${TEXT} `.repeat(5)}</p></article></body></html>`;
const FEED = `<rss version="2.0"><channel><title>م</title><item><guid>feed:item</guid><description>${TEXT}</description></item></channel></rss>`;
const HTTP = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`;
const WARC = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nContent-Type: application/http\r\nContent-Length: ${Buffer.byteLength(HTTP)}\r\n\r\n${HTTP}\r\n\r\n`;

const FILES: Record<string, string | Uint8Array> = {
  'a.txt': TEXT,
  'b.html': PAGE,
  'c.xml': FEED,
  'deep/d.json': JSON.stringify({ id: 'json', text: TEXT }),
  'deep/e.jsonl': JSON.stringify({ id: 'jsonl', text: TEXT }),
  'deep/er/f.warc': WARC,
  'deep/er/g.warc.gz': gzipSync(WARC),
  'deep/er/h.txt.gz': gzipSync(TEXT),
  'x/broken.jsonl.gz': gzipSync(JSON.stringify({ id: 'jsonl', text: TEXT })).subarray(0, 20),
  'x/picture.png': 'png',
  'x/settings.json': '{"colour": "red"}',
  'x/sitemap.xml': '<urlset></urlset>',
  'x/z.txt': TEXT,
  'one (1).txt': TEXT,
};
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-articles-'));
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
});

async function read(paths: string[], stdin: string | Uint8Array = '') {
  const problems: Problem[] = [];
  async function* piped(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(stdin);
  }
  const ids: string[] = [];
  const items = readArticles(paths, { stdin: piped(), report: (problem) => problems.push(problem) });
  const short = (path: string) => path.replace(`${folder}/`, '');
  for await (const { article } of items) ids.push(short(article.id));
  return { ids, problems: problems.map(({ code, at }) => `${code} ${short(at.path)}`) };
}

const inFolder = (...names: string[]) => names.map((name) => join(folder, name));

test('a folder gives the articles of all its files, in the order of their names', async () => {
  expect(await read(inFolder('a.txt', 'b.html', 'c.xml', 'deep'))).toEqual({
    ids: ['a.txt', 'b.html', 'feed:item', 'json', 'jsonl', 'https://example.org/1', 'https://example.org/1', 'deep/er/h.txt.gz'],
    problems: [],
  });
});

test('what is broken in a folder is named, what is no news is passed over with a notice, and the rest is read', async () => {
  expect(await read(inFolder('x'))).toEqual({
    ids: ['x/z.txt'],
    problems: ['KH205 x/broken.jsonl.gz', 'KH216 x/settings.json', 'KH216 x/sitemap.xml'],
  });
});

test('a file without news that is named itself is an error', async () => {
  expect((await read(inFolder('x/settings.json', 'x/sitemap.xml', 'x/picture.png', 'nowhere.txt'))).problems).toEqual([
    'KH215 x/settings.json',
    'KH209 x/sitemap.xml',
    'KH203 x/picture.png',
    'KH201 nowhere.txt',
  ]);
});

test('a pattern gives the files of known kinds that it matches, sorted', async () => {
  expect(await read(inFolder('**/*.{txt,json}'))).toEqual({
    ids: ['a.txt', 'json', 'one (1).txt', 'x/z.txt'],
    problems: ['KH216 x/settings.json'],
  });
  expect(await read(inFolder('deep/er/*'))).toMatchObject({ ids: ['https://example.org/1', 'https://example.org/1', 'deep/er/h.txt.gz'] });
  expect(await read(inFolder('none/*.txt'))).toEqual({ ids: [], problems: ['KH208 none/*.txt'] });
});

test('a name with brackets is a file before it is a pattern', async () => {
  expect((await read(inFolder('one (1).txt'))).ids).toEqual(['one (1).txt']);
});

test.each<[string, string | Uint8Array, string]>([
  ['a page', `\n${PAGE}`, '-'],
  ['a page in XML', `<?xml version="1.0"?>\n${PAGE}`, '-'],
  ['a feed', FEED, 'feed:item'],
  ['a feed with a prolog', `<?xml version="1.0"?>\n${FEED}`, 'feed:item'],
  ['JSON', JSON.stringify({ id: 'json', text: TEXT }, null, 1), 'json'],
  ['a list', JSON.stringify([{ id: 'json', text: TEXT }]), 'json'],
  ['JSON Lines', JSON.stringify({ id: 'jsonl', text: TEXT }), 'jsonl'],
  ['packed JSON Lines', gzipSync(JSON.stringify({ id: 'jsonl', text: TEXT })), 'jsonl'],
  ['an archive', WARC, 'https://example.org/1'],
  ['a packed archive', gzipSync(WARC), 'https://example.org/1'],
  ['text', TEXT, '-'],
])('standard input is known by its first bytes: %s', async (_, content, id) => {
  expect(await read(['-'], content)).toEqual({ ids: [id], problems: [] });
});
