// Files with random damage: no reader may fail, hang, or lose more than what was damaged.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../errors.js';
import { readArticles } from './articles.js';

const TEXT = 'أعلنت وزارة الخارجية العمانية أن الوزير سيزور طهران لإجراء محادثات مع نظيره حول أمن الملاحة في الخليج. ';
const COUNT = 8;
const all = <Piece>(piece: (number: number) => Piece) => Array.from({ length: COUNT }, (_, index) => piece(index + 1));

function warcRecord(number: number): Buffer {
  const page = `<html><head><title>عنوان ${number}</title></head><body><article><h1>عنوان ${number}</h1><p>${TEXT.repeat(4)}</p></article></body></html>`;
  const block = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/${number}\r\nContent-Type: application/http\r\nContent-Length: ${block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}

const FILES: Record<string, Uint8Array> = {
  'JSON Lines': Buffer.from(all((number) => `${JSON.stringify({ id: `https://example.org/${number}`, text: TEXT })}\n`).join('')),
  'a feed': Buffer.from(
    `<rss version="2.0"><channel><title>المثال</title>${all((number) => `<item><guid>https://example.org/${number}</guid><description>${TEXT}</description></item>`).join('')}</channel></rss>`,
  ),
  'an archive': Buffer.concat(all(warcRecord)),
  'a packed archive': Buffer.concat(all((number) => gzipSync(warcRecord(number)))),
};

async function idsIn(bytes: Uint8Array): Promise<{ ids: Set<string>; problems: Problem[] }> {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  async function* piped(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  }
  for await (const { article } of readArticles(['-'], { stdin: piped(), report: (problem) => problems.push(problem) })) ids.add(article.id);
  return { ids, problems };
}

/** One stretch of bytes, behind the first article, by which the kind of a packed file is known, replaced by others, more or fewer. */
const damage = fc.record({
  at: fc.double({ min: 0.15, max: 1, noNaN: true }),
  removed: fc.integer({ min: 0, max: 60 }),
  added: fc.uint8Array({ maxLength: 60 }),
});

test.each(Object.entries(FILES))('%s with one damaged place loses two articles at most', async (_, whole) => {
  expect((await idsIn(whole)).ids.size).toBe(COUNT);
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, removed, added }) => {
      const from = Math.floor(at * whole.length);
      const { ids } = await idsIn(Buffer.concat([whole.subarray(0, from), added, whole.subarray(from + removed)]));
      const kept = all((number) => `https://example.org/${number}`).filter((id) => ids.has(id));
      expect(kept.length).toBeGreaterThanOrEqual(COUNT - 2);
    }),
    { numRuns: 60, seed: 20240206 },
  );
});

test.each(Object.entries(FILES))('%s cut off anywhere keeps its whole articles', async (_, whole) => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0.05, max: 1, noNaN: true }), async (share) => {
      const { ids } = await idsIn(whole.subarray(0, Math.floor(share * whole.length)));
      expect(ids.size).toBeGreaterThanOrEqual(Math.floor(share * COUNT - 0.3));
    }),
    { numRuns: 40, seed: 20240206 },
  );
});

test('rubbish of any kind is told, never thrown', async () => {
  const starts = ['{', '[', '<rss>', '<?xml', '<html>', 'WARC/1.0\r\n', '\x1f\x8b\x08\x00', '\ufeff', ''];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
      await idsIn(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    }),
    { numRuns: 300, seed: 20240206 },
  );
});
