import { expect, test } from 'vitest';
import type { Problem } from '../errors.js';
import { readFeed } from './feed.js';

const FULL = '<p>أعلنت وزارة الخارجية العمانية أن الوزير سيزور طهران.</p><p>وقال متحدث إن الزيارة تستمر يومين.</p>';
const SUMMARY = 'الوزير العماني في طهران';

async function read(feed: string | Uint8Array) {
  const problems: Problem[] = [];
  const articles = [];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(feed);
  }
  for await (const { article } of readFeed('feed.xml', chunks(), (problem) => problems.push(problem))) articles.push(article);
  return { articles, problems: problems.map(({ code, at, detail }) => [code, at.item ?? 0, detail ?? ''].join(' ').trim()) };
}

const rss = (items: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${prolog}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>وكالة المثال</title><link>https://example.org/</link>${items}</channel></rss>`;

test('an RSS item gives its full text, address and date', async () => {
  const item = `<item><title><![CDATA[وزير عماني يزور طهران &amp; بغداد]]></title><link>https://example.org/1</link><guid isPermaLink="false">n-1</guid>
    <pubDate>Tue, 06 Feb 2024 23:30:00 +0400</pubDate><description>${SUMMARY}</description><content:encoded><![CDATA[${FULL}]]></content:encoded></item>`;
  expect(await read(rss(item))).toEqual({
    articles: [
      {
        id: 'https://example.org/1',
        url: 'https://example.org/1',
        source: 'وكالة المثال',
        title: 'وزير عماني يزور طهران & بغداد',
        published: '2024-02-06T23:30:00+04:00',
        text: 'أعلنت وزارة الخارجية العمانية أن الوزير سيزور طهران.\nوقال متحدث إن الزيارة تستمر يومين.',
      },
    ],
    problems: [],
  });
});

test('an item with a summary only gives the summary; pictures, links and the pointer to the page are no text', async () => {
  const html = `<img src="a.jpg"/><p>${SUMMARY}، وفق بيان رسمي.</p><p><a href="/2">خبر آخر</a></p><p>ظهر المقال <a href="/1">وزير عماني يزور طهران</a> أولا على <a href="/">المثال</a></p>`;
  const item = `<item><title>عنوان</title><link>https://example.org/1</link><description><![CDATA[${html}]]></description><dc:date>2024-02-06T10:00:00Z</dc:date></item>`;
  const { articles, problems } = await read(rss(item));
  expect(articles).toMatchObject([{ id: 'https://example.org/1', text: `${SUMMARY}، وفق بيان رسمي.`, published: '2024-02-06T10:00:00Z' }]);
  expect(problems).toEqual([]);
});

test('a summary without markup keeps its lines', async () => {
  expect(
    (await read(rss('<item><title>ع</title><guid>7</guid><description>سطر أول\nسطر ثان</description></item>'))).articles[0],
  ).toMatchObject({
    id: 'feed.xml#7',
    text: 'سطر أول\nسطر ثان',
  });
});

test('an id of its own tells items apart, whatever else they have; without any, their words do', async () => {
  const items = ['<guid>urn:1</guid>', '<guid>1</guid><link>/a</link>', '<guid>1</guid>', '', ''].map(
    (id, place) => `<item>${id}<title>${place < 4 ? 'عنوان' : 'آخر'}</title></item>`,
  );
  const { articles } = await read(rss(items.join('')));
  expect(articles.slice(0, 3).map(({ id, url }) => [id, url])).toEqual([
    ['urn:1', null],
    ['https://example.org/a', 'https://example.org/a'],
    ['feed.xml#1', null],
  ]);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(5);
  expect(articles[3]?.id).toMatch(/^feed\.xml#[0-9a-f]{16}$/);
});

test('an Atom entry gives its content, alternate link and first date', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>المثال</title><entry><id>urn:1</id><title type="html">عنوان &lt;b&gt;الخبر&lt;/b&gt;</title>
    <link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/><published>2024-02-06T10:00:00+03:00</published><updated>2024-02-07T10:00:00+03:00</updated>
    <summary>${SUMMARY}</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${FULL}</div></content></entry></feed>`;
  expect((await read(atom)).articles).toMatchObject([
    { id: 'urn:1', url: 'https://example.org/1', title: 'عنوان الخبر', published: '2024-02-06T10:00:00+03:00', source: 'المثال' },
  ]);
});

test('an RDF item is called by its address', async () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org"><title>المثال</title></channel>
    <item rdf:about="https://example.org/3"><title>عنوان</title><description>${SUMMARY}</description><dc:date>2024-02-06</dc:date></item></rdf:RDF>`;
  const { articles, problems } = await read(rdf);
  expect(articles).toMatchObject([
    { id: 'https://example.org/3', url: 'https://example.org/3', text: SUMMARY, published: '2024-02-06T00:00:00+00:00' },
  ]);
  expect(problems).toEqual(['KH406 1 2024-02-06; said once for this file']);
});

test('a feed in Windows-1256 is read as it says', async () => {
  const decoder = new TextDecoder('windows-1256');
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  const feed = rss(
    `<item><title>عنوان</title><description>${SUMMARY}</description></item>`,
    '<?xml version="1.0" encoding="windows-1256"?>',
  );
  expect(await read(Uint8Array.from(feed, (letter) => table.get(letter) ?? 0x3f))).toMatchObject({
    articles: [{ text: SUMMARY }],
    problems: [],
  });
});

test('a broken item is named, and the others are read', async () => {
  const good = (number: number) =>
    `<item><title>عنوان ${number}</title><guid>g${number}</guid><description>${SUMMARY}</description></item>`;
  const { articles, problems } = await read(rss(`${good(1)}<item><title>ناقص<description>${SUMMARY}</item>${good(3)}`));
  expect(articles.map(({ id }) => id)).toEqual(['feed.xml#g1', 'feed.xml#g3']);
  expect(problems.map((problem) => problem.slice(0, 7))).toEqual(['KH214 2']);
});

test('a feed that is cut off gives its whole items', async () => {
  const item = (number: number) => `<item><guid>g${number}</guid><title>عنوان</title><description>${SUMMARY}</description></item>`;
  const whole = rss(item(1) + item(2) + item(3));
  const { articles, problems } = await read(whole.slice(0, whole.indexOf('g3') + 20));
  expect(articles.map(({ id }) => id)).toEqual(['feed.xml#g1', 'feed.xml#g2']);
  expect(problems).toEqual(['KH214 3 it has no end']);
});

test('a date that is none is told, and the article is read', async () => {
  const { articles, problems } = await read(
    rss(`<item><guid>g</guid><description>${SUMMARY}</description><pubDate>قبل ساعة</pubDate></item>`),
  );
  expect([articles[0]?.published, problems]).toEqual([null, ['KH405 1 "قبل ساعة"']]);
});

test('other XML is not a feed', async () => {
  expect(await read('<?xml version="1.0"?><urlset><url/></urlset>')).toEqual({
    articles: [],
    problems: ['KH209 0 Unrecognized feed format'],
  });
  expect((await read('<?xml version="1.0"?><rss version="2.0"><channel><title>الم')).problems).toEqual(['KH217 0 Invalid feed format']);
  expect((await read('<rss')).problems).toEqual(['KH217 0 Unrecognized feed format']);
  expect((await read(' ')).problems).toEqual(['KH103 0']);
});
