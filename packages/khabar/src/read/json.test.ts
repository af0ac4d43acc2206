import { expect, test } from 'vitest';
import type { Problem } from '../errors.js';
import { readJson } from './json.js';

async function read(value: unknown) {
  const problems: Problem[] = [];
  const articles = [];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  }
  for await (const { article } of readJson('a.json', chunks(), (problem) => problems.push(problem))) articles.push(article);
  return { articles, problems: problems.map(({ code, at, detail }) => [code, at.item ?? 0, detail ?? ''].join(' ').trim()) };
}

const TEXT = 'أعلنت وزارة الخارجية العمانية أن الوزير سيزور طهران.\nوقال متحدث إن الزيارة تستمر يومين.';
const HTML = '<section><p>أعلنت وزارة الخارجية العمانية أن الوزير سيزور طهران.</p> <p>وقال متحدث إن الزيارة تستمر يومين.</p></section>';
const TITLE = 'وزير عماني يزور طهران';

test.each([
  [
    '1.3',
    {
      uri: 'https://agency.example/items/1',
      type: 'text',
      versioncreated: '2024-02-06T10:00:00+03:00',
      headline: TITLE,
      body_text: 'كله في سطر',
      body_xhtml: HTML,
      infosource: [{ name: 'وكالة المثال' }],
    },
  ],
  [
    '2.0',
    {
      uri: 'https://agency.example/items/1',
      pubstatus: 'usable',
      versioncreated: '2024-02-06T10:00:00+03:00',
      headlines: [
        { role: 'short', value: 'قصير' },
        { role: 'main', value: TITLE },
      ],
      bodies: [{ role: 'main', contenttype: 'text/html', value: HTML }],
      infosources: [{ name: 'وكالة المثال' }],
    },
  ],
  [
    '3.0',
    {
      uri: 'https://agency.example/items/1',
      pubStatus: 'usable',
      versionCreated: '2024-02-06T10:00:00+03:00',
      headlines: [{ role: 'main', value: TITLE }],
      bodies: [{ role: 'main', contentType: 'text/plain', value: TEXT }],
      copyrightHolder: 'وكالة المثال',
    },
  ],
])('ninjs %s', async (_, item) => {
  expect(await read(item)).toEqual({
    articles: [
      {
        id: 'https://agency.example/items/1',
        url: 'https://agency.example/items/1',
        source: 'وكالة المثال',
        title: TITLE,
        published: '2024-02-06T10:00:00+03:00',
        text: TEXT,
      },
    ],
    problems: [],
  });
});

test('an item without a body gives its description', async () => {
  const item = { uri: 'urn:1', headlines: [{ value: TITLE }], descriptions: [{ role: 'text', contenttype: 'text/plain', value: 'موجز' }] };
  expect((await read(item)).articles).toMatchObject([{ id: 'urn:1', url: null, title: TITLE, text: 'موجز' }]);
});

test('an item that its agency has withdrawn is named', async () => {
  expect(await read({ uri: 'urn:1', type: 'text', pubstatus: 'canceled', body_text: TEXT })).toEqual({
    articles: [],
    problems: ['KH211 0 canceled'],
  });
});

test('a list gives its articles, in both forms, and names what is none', async () => {
  const { articles, problems } = await read([
    { text: TEXT },
    7,
    { id: 'b' },
    { uri: 'urn:1', type: 'text', body_text: TEXT },
    { text: TEXT },
  ]);
  expect(articles.map(({ id }) => id)).toEqual(['a.json', 'urn:1', 'a.json#5']);
  expect(problems).toEqual(['KH402 2 a number', 'KH403 3']);
});

test('a JSON Feed gives its items', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'وكالة المثال',
    home_page_url: 'https://agency.example/',
    items: [{ id: '1', url: '/news/1', title: TITLE, content_html: HTML, date_published: '2024-02-06T10:00:00+03:00' }],
  };
  const article = { source: 'وكالة المثال', title: TITLE, published: '2024-02-06T10:00:00+03:00', text: TEXT };
  expect((await read(feed)).articles).toEqual([{ id: 'https://agency.example/news/1', url: 'https://agency.example/news/1', ...article }]);
});

test('JSON without an article, and what is no JSON, is named', async () => {
  expect((await read({ name: 'settings' })).problems).toEqual(['KH215 0']);
  expect((await read([])).problems).toEqual(['KH215 0']);
  expect((await read(' ')).problems).toEqual(['KH103 0']);
  expect((await read('{"text": "خبر"}\n{"text": "خبر"}')).problems).toEqual([expect.stringMatching(/^KH210 0 Unexpected non-whitespace/)]);
});
