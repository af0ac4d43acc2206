import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Problem, placeOf } from '../errors.js';
import { type Clock, HOUR, MINUTE } from './clock.js';
import { createPoliteFetcher } from './polite.js';
import { openJsonLines } from './sink.js';
import { loadState } from './state.js';
import { watch } from './watch.js';

const TEXT = 'أعلنت وزارة الخارجية العمانية أن الوزير سيزور طهران.';
const item = (number: number, text = TEXT) =>
  `<item><guid isPermaLink="false">urn:item:${number}</guid><title>عنوان ${number}</title><link>/page/${number}</link><description>${text}</description></item>`;
const feed = (...items: string[]) => `<rss version="2.0"><channel><title>المثال</title>${items.join('')}</channel></rss>`;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let origin = '';
let handlers: Record<string, Handler> = {};
let requests: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const handler = handlers[path];
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-watch-'));
  handlers = {};
  requests = [];
});

const send =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Handler =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

/** Time stands still but for sleeping; chance is even. */
function stillClock(start = Date.UTC(2024, 1, 6)): Clock & { slept: number[]; time: number } {
  const clock = {
    time: start,
    slept: [] as number[],
    now: () => clock.time,
    random: () => 0.5,
    sleep: async (milliseconds: number) => {
      clock.slept.push(milliseconds);
      clock.time += milliseconds;
    },
  };
  return clock;
}

interface Run {
  feeds?: string[];
  clock?: ReturnType<typeof stillClock>;
  hosts?: string[];
  timeout?: number;
  pages?: boolean;
  /** How many visits until it is stopped; one where not given. */
  visits?: number;
}

async function run({ feeds = ['/rss'], clock = stillClock(), hosts = ['127.0.0.1'], timeout = 2000, pages = false, visits }: Run = {}) {
  const [out, statePath] = [join(folder, 'out.jsonl'), join(folder, 'state.json')];
  const stop = new AbortController();
  const state = await loadState(statePath);
  const limits = { hosts: new Set(hosts), userAgent: 'khabar/0', timeout, mostBytes: 100_000, signal: stop.signal };
  const file = await openJsonLines(out);
  const [problems, visited]: [Problem[], number[]] = [[], []];
  let count = 0;
  const counted = () => {
    count += 1;
    if (count === visits) stop.abort();
  };
  const failing = await watch({
    feeds: feeds.map((path) => new URL(path, origin).href),
    fetcher: createPoliteFetcher(limits, 0, state.robots, clock),
    sink: file.put,
    clock,
    signal: stop.signal,
    every: 15 * MINUTE,
    pages,
    once: visits === undefined,
    state,
    statePath,
    visited: (_, articles) => {
      visited.push(articles);
      counted();
    },
    report: (problem) => {
      problems.push(problem);
      counted();
    },
  });
  await file.close();
  const lines = (await readFile(out, 'utf8')).split('\n').filter((line) => line !== '');
  return {
    failing,
    visited,
    articles: lines.map((line) => JSON.parse(line) as { id: string; text: string; url: string | null }),
    problems: problems.map((problem) => `${problem.code} ${placeOf(problem.at).replace(origin, '')} ${problem.detail ?? ''}`.trim()),
    stateOf: (path: string) => state.feeds.get(new URL(path, origin).href),
  };
}

test('new articles are written, oldest first, with addresses made whole; what was there before is not written again', async () => {
  handlers['/rss'] = send(feed(item(2), item(1)));
  const first = await run();
  expect(first).toMatchObject({ failing: 0, visited: [2], problems: [] });
  expect(first.articles.map(({ id, url }) => [id, url])).toEqual([
    ['urn:item:1', `${origin}/page/1`],
    ['urn:item:2', `${origin}/page/2`],
  ]);
  handlers['/rss'] = send(feed(item(3), item(2)));
  const second = await run();
  expect([second.visited, second.articles.map(({ id }) => id)]).toEqual([[1], ['urn:item:1', 'urn:item:2', 'urn:item:3']]);
});

test('an unchanged feed is not sent again', async () => {
  const asked: unknown[] = [];
  handlers['/rss'] = ({ headers }, response) => {
    asked.push([headers['if-none-match'], headers['if-modified-since']]);
    if (headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 06 Feb 2024 10:00:00 GMT' }).end(feed(item(1)));
  };
  expect((await run()).visited).toEqual([1]);
  expect((await run()).visited).toEqual([0]);
  expect(asked).toEqual([
    [undefined, undefined],
    ['"v1"', 'Tue, 06 Feb 2024 10:00:00 GMT'],
  ]);
});

test('robots.txt is asked first, once a day, and obeyed', async () => {
  handlers['/robots.txt'] = send('User-agent: *\nDisallow: /private');
  handlers['/rss'] = send(feed(item(1)));
  handlers['/private/rss'] = send(feed(item(2)));
  const { problems, articles, failing } = await run({ feeds: ['/rss', '/private/rss'] });
  expect([articles.length, failing, problems]).toEqual([1, 1, [`KH501 /private/rss ${origin}/private/rss`]]);
  await run();
  expect(requests).toEqual(['/robots.txt', '/rss', '/rss']);
});

test('where robots.txt cannot be had, nothing is asked', async () => {
  handlers['/robots.txt'] = send('', {}, 503);
  handlers['/rss'] = send(feed(item(1)));
  expect((await run()).problems).toEqual(['KH502 /rss robots.txt: status 503']);
  expect(requests).toEqual(['/robots.txt']);
});

test('a host is asked at the pace of its robots.txt', async () => {
  handlers['/robots.txt'] = send('User-agent: *\nCrawl-delay: 7');
  handlers['/a'] = send(feed(item(1)));
  handlers['/b'] = send(feed(item(2)));
  const clock = stillClock();
  await run({ feeds: ['/a', '/b'], clock });
  expect(clock.slept).toEqual([7000, 7000]);
});

test('a server that asks to wait is left alone until then', async () => {
  handlers['/rss'] = send('', { 'retry-after': '3600' }, 429);
  const clock = stillClock();
  const start = clock.now();
  const first = await run({ clock });
  expect([first.failing, first.problems, first.stateOf('/rss')?.due]).toEqual([1, ['KH506 /rss status 429'], start + HOUR]);
  handlers['/rss'] = send(feed(item(1)));
  clock.time += HOUR - 1;
  expect(await run({ clock })).toMatchObject({ failing: 1, articles: [], problems: ['KH507 /rss until 2024-02-06T01:00:00.000Z'] });
  clock.time += 1;
  expect(await run({ clock })).toMatchObject({ failing: 0, visited: [1] });
});

test('the wait for a date is the time up to it', async () => {
  handlers['/rss'] = send('', { 'retry-after': 'Tue, 06 Feb 2024 02:00:00 GMT' }, 503);
  expect((await run()).stateOf('/rss')?.due).toBe(Date.UTC(2024, 1, 6, 2));
});

test('each failure doubles the wait, and a success ends it', async () => {
  handlers['/rss'] = send('', {}, 500);
  const clock = stillClock();
  const { problems } = await run({ clock, visits: 4 });
  expect(problems).toEqual(Array(4).fill('KH503 /rss status 500'));
  expect(clock.slept).toEqual([1, 2, 4].map((minutes) => minutes * MINUTE));
  clock.time += HOUR;
  handlers['/rss'] = send(feed(item(1)));
  expect((await run({ clock })).stateOf('/rss')).toMatchObject({ failures: 0, due: clock.time + 15 * MINUTE });
});

test('feeds are visited again when they are due', async () => {
  handlers['/rss'] = send(feed(item(1)));
  const clock = stillClock();
  expect((await run({ clock, visits: 3 })).visited).toEqual([1, 0, 0]);
  expect(clock.slept).toEqual([15 * MINUTE, 15 * MINUTE]);
});

test('a server that hangs is given up', async () => {
  handlers['/rss'] = () => {};
  expect((await run({ timeout: 100 })).problems).toEqual(['KH502 /rss no answer in 0.1 seconds']);
});

test('a server that begins and then hangs is given up', async () => {
  handlers['/rss'] = (_, response) => void response.writeHead(200).write('<rss>');
  expect((await run({ timeout: 100 })).problems).toEqual(['KH502 /rss no answer in 0.1 seconds']);
});

test('a server that cannot be reached is named with the cause', async () => {
  const closed = createServer();
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const { problems, failing } = await run({ feeds: [`http://127.0.0.1:${port}/rss`] });
  expect([failing, problems]).toEqual([1, [`KH502 http://127.0.0.1:${port}/rss robots.txt: ECONNREFUSED`]]);
});

test('a redirect within the named hosts is followed, one to another host is not', async () => {
  handlers['/old'] = send('', { location: '/rss' }, 301);
  handlers['/rss'] = send(feed(item(1)));
  handlers['/away'] = send('', { location: `${origin.replace('127.0.0.1', 'localhost')}/rss` }, 302);
  const { articles, problems } = await run({ feeds: ['/old', '/away'] });
  expect([articles.length, problems]).toEqual([1, ['KH504 /away to localhost']]);
  expect(requests.filter((path) => path === '/rss').length).toBe(1);
  expect((await run({ feeds: ['/away'], hosts: ['127.0.0.1', 'localhost'], clock: stillClock(Date.UTC(2024, 1, 7)) })).problems).toEqual(
    [],
  );
});

test('a redirect in a circle ends', async () => {
  handlers['/a'] = send('', { location: '/b' }, 302);
  handlers['/b'] = send('', { location: '/a' }, 302);
  expect((await run({ feeds: ['/a'] })).problems).toEqual(['KH504 /a too many redirects']);
});

test('an answer without end is left', async () => {
  handlers['/rss'] = (_, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  };
  expect((await run()).problems).toEqual(['KH505 /rss too long']);
});

test('what is no feed is named, and asked again later', async () => {
  handlers['/rss'] = send('<html><body>صيانة</body></html>');
  expect(await run()).toMatchObject({ failing: 1, problems: ['KH209 /rss Unrecognized feed format'] });
});

test('a feed with a broken item gives the others, and is fetched in full the next time', async () => {
  handlers['/rss'] = send(feed(item(1), '<item><title>ناقص', item(2)), { etag: '"v1"' });
  const { articles, problems, stateOf } = await run();
  expect([articles.length, problems, stateOf('/rss')?.etag]).toEqual([2, ['KH214 /rss#2 it has no end'], null]);
});

test('the encoding is the one that the server named', async () => {
  const decoder = new TextDecoder('windows-1256');
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  const bytes = Uint8Array.from(feed(item(1)), (letter) => table.get(letter) ?? 0x3f);
  handlers['/rss'] = send(bytes, { 'content-type': 'text/xml; charset=windows-1256' });
  handlers['/wrong'] = send(Buffer.from(feed(item(2))), { 'content-type': 'text/xml; charset=windows-1256' });
  const { articles, problems } = await run({ feeds: ['/rss', '/wrong'] });
  expect(articles.map(({ text }) => text)).toEqual([TEXT, TEXT]);
  expect(problems).toEqual(['KH304 /wrong windows-1256, but it is UTF-8']);
});

test('what is not Arabic is named once and left out', async () => {
  handlers['/rss'] = send(
    feed(item(1, 'The minister will visit Tehran on Sunday for talks about the border.').replace('عنوان', 'Title'), item(2)),
  );
  expect(await run()).toMatchObject({ visited: [1], problems: ['KH101 urn:item:1 no Arabic in it'], failing: 0 });
  expect(await run()).toMatchObject({ visited: [0], problems: [] });
});

test('with pages, the full text is fetched; where it cannot be had, what the feed tells is kept', async () => {
  const page = `<html><head><title>عنوان</title></head><body><article><h1>عنوان</h1>${`<p>${`${TEXT} `.repeat(4).trim()}</p>`.repeat(3)}</article></body></html>`;
  handlers['/rss'] = send(feed(item(2), item(1)));
  handlers['/page/1'] = send(page, { 'content-type': 'text/html' });
  const { articles, problems } = await run({ pages: true });
  expect(articles.map(({ text }) => text.length > TEXT.length)).toEqual([true, false]);
  expect(problems).toEqual(['KH508 /page/2 status 404']);
});

test('where a page is refused because its server asks to wait, the rest is left for later', async () => {
  const page = `<html><head><title>عنوان</title></head><body><article><h1>عنوان</h1>${`<p>${`${TEXT} `.repeat(4).trim()}</p>`.repeat(3)}</article></body></html>`;
  handlers['/rss'] = send(feed(item(3), item(2), item(1)), { etag: '"v1"' });
  handlers['/page/1'] = send(page);
  handlers['/page/2'] = send('', { 'retry-after': '600' }, 429);
  const clock = stillClock();
  const first = await run({ pages: true, clock });
  expect([first.articles.length, first.problems, first.stateOf('/rss')?.etag]).toEqual([1, ['KH506 /rss status 429'], null]);
  expect(requests).not.toContain('/page/3');
  clock.time += HOUR;
  for (const path of ['/page/2', '/page/3']) handlers[path] = send(page);
  expect((await run({ pages: true, clock })).articles.map(({ text }) => text.length > TEXT.length)).toEqual([true, true, true]);
});

test('a run that was killed after an article, but before its state was kept, writes nothing twice; a line without end is taken away', async () => {
  handlers['/rss'] = send(feed(item(2), item(1)));
  await writeFile(join(folder, 'out.jsonl'), `${JSON.stringify({ id: 'urn:item:1', text: TEXT })}\n{"id":"urn:item:2","te`);
  const { articles, visited } = await run();
  expect([articles.map(({ id }) => id), visited]).toEqual([['urn:item:1', 'urn:item:2'], [1]]);
});

test('a visit that is broken off is taken up by the next', async () => {
  handlers['/rss'] = send(feed(item(3), item(2, 'Only English words in this one, and nothing else.').replace('عنوان', 'Title'), item(1)), {
    etag: '"v1"',
  });
  const first = await run({ visits: 1 });
  expect([first.articles.map(({ id }) => id), first.stateOf('/rss')]).toMatchObject([['urn:item:1'], { etag: null, due: 0 }]);
  expect((await run()).articles.map(({ id }) => id)).toEqual(['urn:item:1', 'urn:item:3']);
});

test('a state file that is none is refused', async () => {
  await writeFile(join(folder, 'state.json'), 'text');
  await expect(run()).rejects.toThrow('is no state file of khabar watch');
});
