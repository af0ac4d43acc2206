import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from './main.js';

const FEED = `<rss version="2.0"><channel><title>المثال</title><item><guid>urn:1</guid><title>عنوان</title><description>أعلنت وزارة الخارجية أن الوزير سيزور طهران.</description></item></channel></rss>`;
let server: Server;
let origin = '';
let folder = '';
const agents = new Set<string | undefined>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-watch-'));
  server = createServer((request, response) => {
    agents.add(request.headers['user-agent']);
    if (request.url === '/rss') response.end(FEED);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function khabar(...argv: string[]) {
  let told = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      told += String(chunk);
      done();
    },
  });
  const status = await main(['watch', ...argv], { stdin: Readable.from([]), stdout: stream, stderr: stream, env: {} });
  return { status, told };
}

test('feeds of a list are read once, and their articles are ready for coding', async () => {
  const [list, out] = [join(folder, 'feeds.txt'), join(folder, 'articles.jsonl')];
  await writeFile(list, `# feeds\n${origin}/rss\n\n`);
  expect(await khabar(list, '--out', out, '--once', '--pace', '0', '--contact', 'desk@news.example')).toEqual({
    status: 0,
    told: `khabar: ${origin}/rss: 1 new\n`,
  });
  expect([...agents]).toEqual([expect.stringMatching(/^khabar\/\d+\.\d+\.\d+ \(desk@news\.example\)$/)]);
  expect(JSON.parse(await readFile(out, 'utf8'))).toEqual({
    id: 'urn:1',
    url: null,
    source: 'المثال',
    title: 'عنوان',
    published: null,
    text: 'أعلنت وزارة الخارجية أن الوزير سيزور طهران.',
  });
  expect(await khabar(`${origin}/rss`, `${origin}/none`, '--out', out, '--once', '--pace', '0')).toEqual({
    status: 1,
    told: expect.stringContaining(`khabar: ${origin}/none: error KH503: the server answers with an error (status 404). Mend: `),
  });
});

test.each([
  [['nowhere'], 'nowhere is neither an address nor a file'],
  [['https://news.example/rss', '--host', 'https://www.news.example'], 'Give a name without scheme, port and path'],
  [['https://news.example/rss', '--every', '0'], 'Give a number from 1'],
  [['https://news.example/rss', '--out', '/nowhere/a.jsonl', '--state', '/tmp/none.json'], '/nowhere/a.jsonl cannot be written (ENOENT)'],
])('wrong usage is told: %s', async (argv, message) => {
  const { status, told } = await khabar('--out', join(folder, 'none.jsonl'), ...argv);
  expect([status, told]).toEqual([2, expect.stringContaining(message)]);
});
