// An archive in both databases: the same articles give the same rows, whatever the order, the batches and the interruptions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Article, createCoder, type EventRecord, type Review } from '@khabar/core';
import { afterAll, describe, expect, test } from 'vitest';
import { dump } from '../../test/dump.js';
import { openPostgresServer } from '../../test/postgres-server.js';
import { type Archive, type Filter, openArchive } from './archive.js';
import { addReview, articlesCodedOtherwise, deleteArticle, removeReview, replaceMentions, reviewOf } from './change.js';
import { countActors, countByPeriod, countDyads } from './counts.js';
import { merge } from './merge.js';
import { articleRows } from './rows.js';
import { newArticles, takeIn } from './take-in.js';

const coder = createCoder();
const folder = mkdtempSync(join(tmpdir(), 'khabar-archive-'));
const server = await openPostgresServer();
let number = 0;

/** A database server may take its time to stop on a busy machine (milliseconds). */
const STOPPING = 60_000;

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
}, STOPPING);

type Maker = () => Promise<Archive>;
const sqlite: Maker = () => openArchive(join(folder, `${++number}.db`), { create: true });
const postgres: Maker = async () => openArchive(await (server?.newDatabase() ?? ''), { create: true });

const MEETING = 'التقى وزير الخارجية الموريتاني نظيره السنغالي في داكار.';
const CALL = 'أجرى وزير الخارجية الموريتاني اتصالا هاتفيا بنظيره السنغالي.';
const RAID = 'قتل ثلاثة مدنيين في غارة جوية إسرائيلية على غزة.';
const LONG = `${RAID} ${'وقال شهود عيان إن الغارة استهدفت منزلا في حي سكني مكتظ قرب الميناء. '.repeat(5)}`;

const article = (id: string, source: string, published: string, text: string): Article => ({ id, source, published, text });
const ARTICLES = [
  article('a1', 'A', '2024-02-03T10:00:00Z', `${MEETING}\n${CALL}`),
  article('b1', 'B', '2024-02-03T18:00:00Z', 'عقد وزير الخارجية الموريتاني محادثات مع نظيره السنغالي في داكار السبت.'),
  article('c1', 'C', '2024-02-04T08:00:00Z', LONG),
  article('d1', 'D', '2024-02-04T09:00:00Z', 'قتل خمسة مدنيين في غارة جوية إسرائيلية على غزة.'),
  article('e1', 'E', '2024-02-04T07:00:00Z', LONG),
  article('f1', 'F', '2024-02-10T07:00:00Z', CALL),
];

async function add(archive: Archive, articles: Article[]): Promise<void> {
  const items = await newArticles(
    archive.database,
    articles.map((article) => ({ article })),
  );
  const rows = items.map(({ article }) => articleRows(article, coder.read(article), coder.code(article), '0.1.0 test'));
  if (rows.length > 0) await takeIn(archive.database, rows);
}

async function list<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe.each<[string, Maker | null]>([
  ['SQLite', sqlite],
  ['PostgreSQL', server === null ? null : postgres],
])('an archive in %s', (_, maker) => {
  const check = maker === null ? test.skip : test;
  const make: Maker = maker ?? sqlite;

  check('gives the events of its articles, with their reports', async () => {
    const archive = await make();
    await add(archive, ARTICLES);
    await merge(archive.database);
    const events = await list(archive.events());
    expect(events.map(({ type, date, outlets }) => [type, date?.start, ...outlets].join(' ')).sort()).toEqual([
      'ASSAULT 2024-02-04 D E',
      'CONSULT 2024-02-03 A',
      'CONSULT 2024-02-03 A B',
      'CONSULT 2024-02-10 F',
    ]);
    const days = events.map(({ date }) => date?.start);
    expect(days).toEqual([...days].sort());
    const meeting = events.find(({ outlets }) => outlets.length === 2 && outlets[0] === 'A');
    const reports = await archive.reports(meeting?.id ?? '');
    expect(reports.map(({ mention }) => mention.article.id)).toEqual(['a1', 'b1']);
    expect(reports.every(({ why }) => why !== '')).toBe(true);
    await archive.close();
  });

  check('is the same, row for row, for every order and division of the articles', async () => {
    const archives: string[][] = [];
    for (const batches of [
      [ARTICLES],
      [[...ARTICLES].reverse()],
      [ARTICLES.slice(3), ARTICLES.slice(0, 4)],
      ARTICLES.map((one) => [one]),
    ]) {
      const archive = await make();
      for (const batch of batches) {
        await add(archive, batch);
        await merge(archive.database);
      }
      archives.push(await dump(archive));
      await archive.close();
    }
    for (const archive of archives) expect(archive).toEqual(archives[0]);
  });

  check('takes the same article in once, and a copy of it not at all', async () => {
    const archive = await make();
    await add(archive, ARTICLES);
    await merge(archive.database);
    const before = await dump(archive);
    await add(archive, ARTICLES);
    await merge(archive.database);
    expect(await dump(archive)).toEqual(before);
    expect(await archive.database.db.selectFrom('duplicates').selectAll().execute()).toEqual([
      { article: 'c1', original: 'e1', how: 'text' },
    ]);
    expect(await list(archive.mentions({ outlets: ['C'] }))).toEqual([]);
    await archive.close();
  });

  check('keeps reviews apart from what was coded: taken back, everything is as before', async () => {
    const archive = await make();
    await add(archive, ARTICLES);
    await merge(archive.database);
    const before = await dump(archive);
    const events = await list(archive.events());
    const [alone, together] = ['A', 'A B'].map((outlets) => events.find((event) => event.outlets.join(' ') === outlets));
    const of = (event: EventRecord | undefined, outlet: string): Promise<string[]> =>
      archive
        .reports(event?.id ?? '')
        .then((reports) => reports.filter(({ mention }) => mention.article.source === outlet).map(({ mention }) => mention.id));
    const said: [Review['kind'], string[], Review['correction'], string[]][] = [
      ['split', await of(together, 'B'), null, ['ASSAULT D E', 'CONSULT A', 'CONSULT A', 'CONSULT B', 'CONSULT F']],
      ['join', [...(await of(alone, 'A')), ...(await of(together, 'B'))], null, ['ASSAULT D E', 'CONSULT A B', 'CONSULT F']],
      ['reject', await of(together, 'B'), null, ['ASSAULT D E', 'CONSULT A', 'CONSULT A', 'CONSULT F']],
      ['correct', await of(together, 'B'), { type: 'AGREE', mode: [] }, ['AGREE B', 'ASSAULT D E', 'CONSULT A', 'CONSULT A', 'CONSULT F']],
    ];
    for (const [kind, mentions, correction, expected] of said) {
      const review = reviewOf({ kind, mentions, correction, made: '2024-03-01T00:00:00Z', by: 'reader', note: null });
      await addReview(archive.database, review);
      await merge(archive.database);
      expect((await list(archive.events())).map(({ type, outlets }) => [type, ...outlets].join(' ')).sort()).toEqual(expected);
      expect(await removeReview(archive.database, review.id)).toBe(true);
      await merge(archive.database);
      expect(await dump(archive)).toEqual(before);
    }
    await archive.close();
  });

  check('forgets an article that is deleted, and takes its copy instead', async () => {
    const [archive, expected] = [await make(), await make()];
    await add(archive, ARTICLES);
    await merge(archive.database);
    const copy = await deleteArticle(archive.database, 'e1');
    if (copy === null || copy === 'missing') throw new Error('the copy c1 should be left');
    const left = ARTICLES.filter(({ id }) => id !== 'e1');
    const again = left.filter(({ id }) => id === copy.id);
    await replaceMentions(
      archive.database,
      again.map((article) => articleRows(article, coder.read(article), coder.code(article), '0.1.0 test')),
    );
    await merge(archive.database);
    await add(expected, left);
    await merge(expected.database);
    expect(await dump(archive)).toEqual(await dump(expected));
    expect(await deleteArticle(archive.database, 'none')).toBe('missing');
    await archive.close();
    await expected.close();
  });

  check('coded again says what is different, and keeps the rest', async () => {
    const archive = await make();
    await add(archive, ARTICLES);
    await merge(archive.database);
    const [first] = ARTICLES;
    if (first === undefined) throw new Error('there are articles');
    const mentions = coder.code(first);
    const recoded = mentions.slice(1).map((mention) => ({ ...mention, confidence: 0.5 }));
    const changes = await replaceMentions(archive.database, [articleRows(first, coder.read(first), recoded, '0.2.0 test')]);
    await merge(archive.database);
    expect(changes.map(({ change }) => change).sort()).toEqual(['changed', 'gone']);
    expect((await articlesCodedOtherwise(archive.database, '0.2.0 test', '', 10)).map(({ id }) => id)).toEqual(['b1', 'd1', 'e1', 'f1']);
    expect((await list(archive.mentions({ outlets: ['A'] }))).map(({ confidence }) => confidence)).toEqual([0.5]);
    await archive.close();
  });

  check('keeps a mention that comes twice once', async () => {
    const archive = await make();
    const [first] = ARTICLES;
    if (first === undefined) throw new Error('there are articles');
    const mentions = coder.code(first);
    await takeIn(archive.database, [articleRows(first, coder.read(first), [...mentions, ...mentions], '0.1.0 test')]);
    await merge(archive.database);
    expect((await list(archive.mentions())).map(({ id }) => id)).toEqual(mentions.map(({ id }) => id));
    await archive.close();
  });

  check('answers by every field of a filter', async () => {
    const archive = await make();
    await add(archive, ARTICLES);
    await merge(archive.database);
    const found = async (filter: Filter): Promise<string[]> =>
      (await list(archive.events(filter))).map(({ type, date, outlets }) => [type, date?.start.slice(5), ...outlets].join(' ')).sort();
    const all = ['ASSAULT 02-04 D E', 'CONSULT 02-03 A', 'CONSULT 02-03 A B', 'CONSULT 02-10 F'];
    const [raid, call, meeting, later] = all;
    expect(await found({})).toEqual(all);
    expect(await found({ types: ['ASSAULT'] })).toEqual([raid]);
    expect(await found({ modes: ['phone'] })).toEqual([call, later]);
    expect(await found({ quads: [4] })).toEqual([raid]);
    expect(await found({ statuses: ['negated'] })).toEqual([]);
    expect(await found({ actors: ['ISR'] })).toEqual([raid]);
    expect(await found({ actors: ['ISR MED'] })).toEqual([]);
    expect(await found({ recipients: ['PSE'] })).toEqual([raid]);
    expect(await found({ parties: ['SEN GOV'] })).toEqual([call, meeting, later]);
    expect(await found({ dyad: ['SEN', 'MRT'] })).toEqual([call, meeting, later]);
    expect(await found({ from: '2024-02-04', to: '2024-02-09' })).toEqual([raid]);
    expect(await found({ places: ['SEN'] })).toEqual([meeting]);
    expect(await found({ outlets: ['B', 'F'] })).toEqual([meeting, later]);
    expect(await found({ leastOutlets: 2 })).toEqual([raid, meeting]);
    expect(await found({ reviewed: true })).toEqual([]);
    // The raid, told with other letters and a preposition; a phrase; a word that is nowhere; no word at all.
    expect(await found({ text: 'إسرائيليه غزه' })).toEqual([raid]);
    expect(await found({ text: '"غارة جوية"' })).toEqual([raid]);
    expect(await found({ text: '"جوية غارة"' })).toEqual([]);
    expect(await found({ text: 'انتخابات' })).toEqual([]);
    expect(await found({ text: '؟' })).toEqual([]);
    expect(await archive.countEvents({ parties: ['MRT'] })).toBe(3);
    const page = await list(archive.events({}, { sort: '-day', limit: 2, offset: 1 }));
    expect(page.map(({ date }) => date?.start)).toEqual(['2024-02-04', '2024-02-03']);
    const words = await list(archive.mentions({ text: 'اتصالا', dyad: ['MRT', 'SEN'] }, { offset: 1, limit: 1 }));
    expect(words.map(({ article }) => article.id)).toEqual(['f1']);
    await archive.close();
  });

  check('counts actors, dyads and periods', async () => {
    const archive = await make();
    await add(archive, ARTICLES);
    await merge(archive.database);
    const { database } = archive;
    expect(
      (await countActors(database, { types: ['ASSAULT'] })).map(({ country, acting, receiving }) => [country, acting, receiving]),
    ).toEqual([
      ['ISR', 1, 0],
      ['PSE', 0, 1],
    ]);
    expect(
      (await countDyads(database, { types: ['ASSAULT'] })).map(({ actor, recipient, events, quads }) => [
        actor,
        recipient,
        events,
        ...quads,
      ]),
    ).toEqual([['ISR', 'PSE', 1, 0, 0, 0, 1]]);
    expect((await countByPeriod(database, {}, 'week')).map(({ from, events }) => [from, events])).toEqual([
      ['2024-01-29', 3],
      ['2024-02-05', 1],
    ]);
    expect(await countByPeriod(database, { types: ['CONSULT'], dyad: ['SEN', 'MRT'] }, 'month')).toMatchObject([
      { from: '2024-02-01', events: 3 },
    ]);
    await archive.close();
  });
});
