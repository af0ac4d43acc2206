import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Problem } from '../errors.js';
import { readWarc } from './warc.js';

const TEXTS = [
  'أعلنت وزارة الخارجية التونسية أن الوزير سيزور الجزائر يوم الأحد المقبل لإجراء محادثات مع نظيره حول أمن الحدود.',
  'وقال متحدث باسم الوزارة إن الجانبين سيوقعان اتفاقا للتعاون في مجال الطاقة، وإن الزيارة تستمر ثلاثة أيام.',
  'ورحب مجلس الأمن في بيان بنتائج المشاورات، ودعا جميع الأطراف إلى ضبط النفس والعودة إلى طاولة المفاوضات.',
];
const page = (headline: string) =>
  `<!doctype html><html><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${TEXTS.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

interface Made {
  url?: string;
  type?: string;
  http?: string;
  body?: string | Uint8Array;
  contentType?: string;
  length?: number;
}

/** One record, with an HTTP response in it unless it is of another type. */
function record({
  url = 'https://example.org/1',
  type = 'response',
  http = 'Content-Type: text/html; charset=utf-8',
  ...rest
}: Made): Buffer {
  const body = Buffer.from(rest.body ?? page('وزير الخارجية التونسي يزور الجزائر'));
  const block = type === 'response' ? Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${http}\r\n\r\n`), body]) : body;
  const contentType = rest.contentType ?? (type === 'response' ? 'application/http; msgtype=response' : 'text/plain');
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Type: ${contentType}\r\nContent-Length: ${rest.length ?? block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}

async function read(file: Uint8Array, chunk = 4096) {
  const problems: Problem[] = [];
  async function* chunks() {
    for (let at = 0; at < file.length; at += chunk) yield file.subarray(at, at + chunk);
  }
  const articles: { id: string; url?: string | null; title?: string | null; text: string }[] = [];
  for await (const { article } of readWarc('a.warc', chunks(), (problem) => problems.push(problem))) articles.push(article);
  return {
    articles,
    ids: articles.map(({ id }) => id.replace('https://example.org/', '')),
    problems: problems.map(({ code, at, detail }) => `#${at.item} ${code} ${detail ?? ''}`.trim()),
  };
}

const INFO = record({ type: 'warcinfo', body: 'software: none\r\n' });
const IMAGE = record({ http: 'Content-Type: image/png', body: Buffer.from([0x89, 0x50, 0x4e, 0x47]) });

test('a page is an article with its address; other records are passed over in silence', async () => {
  const request = record({ type: 'request', contentType: 'application/http; msgtype=request', body: 'GET / HTTP/1.1\r\n\r\n' });
  const moved = Buffer.from(record({ body: '' }).toString('latin1').replace('200 OK', '301 Ok'), 'latin1');
  const { articles, problems } = await read(Buffer.concat([INFO, request, IMAGE, moved, record({})]));
  expect(articles).toEqual([
    {
      id: 'https://example.org/1',
      url: 'https://example.org/1',
      source: 'example.org',
      title: 'وزير الخارجية التونسي يزور الجزائر',
      published: null,
      text: TEXTS.join('\n'),
    },
  ]);
  expect(problems).toEqual([]);
});

test.each([1, 10, 1000, 1 << 20])('a packed archive with one member a record, in chunks of %i bytes', async (chunk) => {
  const file = Buffer.concat([INFO, record({}), IMAGE, record({ url: 'https://example.org/2' })].map((each) => gzipSync(each)));
  expect(await read(file, chunk)).toMatchObject({ ids: ['1', '2'], problems: [] });
});

test('an archive packed as a whole', async () => {
  const file = gzipSync(Buffer.concat([INFO, record({}), record({ url: 'https://example.org/2' })]));
  expect(await read(file)).toMatchObject({ ids: ['1', '2'], problems: [] });
});

test.each([
  ['gzip', (body: string) => gzipSync(body)],
  ['br', (body: string) => brotliCompressSync(body)],
  ['deflate', (body: string) => deflateSync(body)],
  ['gzip', (body: string) => Buffer.from(body)],
])('a body in the content coding %s', async (coding, encode) => {
  const http = `Content-Type: text/html\r\nContent-Encoding: ${coding}`;
  expect(await read(record({ http, body: encode(page('وزير الخارجية التونسي يزور الجزائر')) }))).toMatchObject({
    ids: ['1'],
    problems: [],
  });
});

test('a body in chunks, and one whose chunks the crawler has joined already', async () => {
  const html = Buffer.from(page('وزير الخارجية التونسي يزور الجزائر'));
  const chunk = (bytes: Buffer) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
  const chunked = Buffer.concat([chunk(html.subarray(0, 101)), chunk(html.subarray(101)), Buffer.from('0\r\n\r\n')]);
  const http = 'Content-Type: text/html\r\nTransfer-Encoding: chunked';
  const { articles, problems } = await read(Buffer.concat([record({ http, body: chunked }), record({ http, body: html })]));
  expect([articles.map(({ text }) => text), problems]).toEqual([[TEXTS.join('\n'), TEXTS.join('\n')], []]);
});

function inWindows1256(html: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(html, (letter) => table.get(letter) ?? 0x3f);
}

test('the encoding is the one that the server named, unless it is wrong', async () => {
  const body = inWindows1256(page('وزير الخارجية التونسي يزور الجزائر'));
  const [right, wrong] = ['windows-1256', 'utf-8'].map((charset) => record({ http: `Content-Type: text/html; charset=${charset}`, body }));
  const { articles, problems } = await read(Buffer.concat([right ?? INFO, wrong ?? INFO]));
  expect(articles.map(({ text }) => text)).toEqual([TEXTS.join('\n'), TEXTS.join('\n')]);
  expect(problems).toEqual(['#2 KH304 https://example.org/1: utf-8, but it is windows-1256']);
});

test('a broken member is named, and the other records are read', async () => {
  const broken = gzipSync(record({ url: 'https://example.org/2' }));
  broken.fill(0, 200, 260);
  const file = Buffer.concat([gzipSync(record({})), broken, gzipSync(record({ url: 'https://example.org/3' }))]);
  const { ids, problems } = await read(file);
  expect(ids).toEqual(['1', '3']);
  expect(problems).toEqual(['#2 KH212 bytes are lost']);
});

test('a wrong length is named, and the records after it are read', async () => {
  const short = record({ url: 'https://example.org/2', length: 300 });
  const long = record({ url: 'https://example.org/3', length: 2500 });
  const { ids, problems } = await read(Buffer.concat([record({}), short, long, record({ url: 'https://example.org/4' })]));
  expect(ids).toEqual(['1', '4']);
  expect(problems).toEqual(['#2 KH212 a record that is cut off', '#3 KH212 a record that is cut off']);
});

test('bytes between records are named', async () => {
  const { ids, problems } = await read(Buffer.concat([Buffer.from('\x00\x01\nrubbish\n'), record({}), Buffer.from('tail')]));
  expect(ids).toEqual([]);
  expect(problems).toEqual(['#1 KH212 no record begins here', '#1 KH212 a record that is cut off']);
});

test('an archive cut off in a record keeps those before it', async () => {
  const file = Buffer.concat([record({}), record({ url: 'https://example.org/2' }).subarray(0, 400)]);
  expect(await read(file)).toMatchObject({ ids: ['1'], problems: ['#2 KH212 a record that is cut off'] });
  expect(await read(gzipSync(file).subarray(0, -10))).toMatchObject({ ids: ['1'], problems: ['#2 KH212 a record that is cut off'] });
});

test('a page without an article is left out with a notice, a broken response with an error', async () => {
  const empty = record({ body: '<html><body><a href="/">الرئيسية</a></body></html>' });
  const cut = record({ http: 'Content-Type: text/html\r\nContent-Encoding: gzip', body: gzipSync(page('خبر')).subarray(0, 80) });
  expect((await read(Buffer.concat([empty, cut]))).problems).toEqual([
    '#1 KH213 https://example.org/1',
    '#2 KH212 https://example.org/1: unexpected end of file',
  ]);
});

test('a record without end is not held in memory', async () => {
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/big\r\nContent-Type: application/http\r\nContent-Length: ${400 << 20}\r\n\r\n`;
  async function* chunks() {
    yield Buffer.from(head);
    const block = Buffer.alloc(1 << 20, 'x');
    for (let count = 0; count < 400; count += 1) yield block;
    yield Buffer.from('\r\n\r\n');
    yield record({});
  }
  const before = process.memoryUsage().arrayBuffers;
  const problems: string[] = [];
  const ids: string[] = [];
  for await (const { article } of readWarc('a.warc', chunks(), ({ code }) => problems.push(code))) ids.push(article.id);
  expect([ids, problems]).toEqual([['https://example.org/1'], ['KH206']]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20);
});
