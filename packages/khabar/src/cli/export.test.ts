import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { createCoder } from '@khabar/core';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from './main.js';

/** The Iraqi foreign minister met his Turkish counterpart on the day before the article's. */
const TEXT = 'التقى وزير الخارجية العراقي نظيره التركي أمس.';

async function run(command: string[], stdin = ''): Promise<{ status: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const into = (stream: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        printed[stream] += String(chunk);
        done();
      },
    });
  const input = Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]);
  const status = await main(command, { stdin: input, stdout: into('out'), stderr: into('err'), env: {} });
  return { status, ...printed };
}

let folder: string;
let lines: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-export-'));
  const coder = createCoder();
  const code = (id: string, published: string) => coder.code({ id, published, text: TEXT });
  const mentions = [...code('a', '2018-05-02T10:00:00+00:00'), ...code('b', '2018-06-02T10:00:00+00:00')];
  lines = mentions.map((mention) => `${JSON.stringify(mention)}\n`).join('');
  await writeFile(join(folder, 'mentions.jsonl'), lines);
  await writeFile(join(folder, 'mentions.jsonl.gz'), gzipSync(lines));
});

const data = (csv: string) => csv.trimEnd().split('\r\n').slice(1);

describe('khabar export', () => {
  test('takes mentions from a file, a compressed file and a pipe', async () => {
    const fromFile = await run(['export', join(folder, 'mentions.jsonl'), '--format', 'csv']);
    expect([fromFile.status, fromFile.err, data(fromFile.out).length]).toEqual([0, '', 2]);
    expect(data(fromFile.out)[0]).toContain('CONSULT');
    expect((await run(['export', join(folder, 'mentions.jsonl.gz'), '--format', 'csv'])).out).toBe(fromFile.out);
    expect((await run(['export', '--format', 'csv'], lines)).out).toBe(fromFile.out);
  });

  test('writes one file a month', async () => {
    const output = join(folder, 'months');
    expect(
      (await run(['export', join(folder, 'mentions.jsonl'), '--format', 'icews', '--partition', 'month', '--output', output])).status,
    ).toBe(0);
    expect((await readdir(output)).sort()).toEqual(['events-2018-05.tsv', 'events-2018-06.tsv']);
    const rows = (await readFile(join(output, 'events-2018-05.tsv'), 'utf8')).trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t')[1])).toEqual(['Event Date', '2018-05-01']);
  });

  test('writes Parquet into a file, by months as well', async () => {
    const file = join(folder, 'events.parquet');
    expect((await run(['export', join(folder, 'mentions.jsonl'), '--format', 'parquet', '--output', file])).status).toBe(0);
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
    expect(rows.map(({ date_start: day, quad }) => [day, quad])).toEqual([
      ['2018-05-01', 1],
      ['2018-06-01', 1],
    ]);
    const output = join(folder, 'parquet');
    await run(['export', join(folder, 'mentions.jsonl'), '--format', 'parquet', '--partition', 'month', '--output', output]);
    expect((await readdir(output)).sort()).toEqual(['events-2018-05.parquet', 'events-2018-06.parquet']);
  });

  test('leaves texts out where asked', async () => {
    const { out } = await run(['export', join(folder, 'mentions.jsonl'), '--format', 'json-ld', '--no-text']);
    expect(out).not.toContain(TEXT);
    expect((JSON.parse(out) as { '@graph': unknown[] })['@graph']).toHaveLength(2);
  });

  test('names lines that are no mentions, and exports the others', async () => {
    const { status, out, err } = await run(['export', '-', '--format', 'csv'], `{"id":"x","text":"y"}\n{broken\n${lines}`);
    expect([status, data(out).length]).toEqual([1, 2]);
    expect(err).toMatch(/^khabar: -:1: error KH409: .*\nkhabar: -:2: error KH401: /);
  });

  test('takes merged events from an archive, chosen by its filters', async () => {
    const archive = join(folder, 'news.db');
    const article = (id: string, source: string, text: string) =>
      JSON.stringify({ id, source, published: '2018-05-02T10:00:00+00:00', text });
    const met = article('a', 'A', `${TEXT} وأدان العراق القصف التركي.`);
    await writeFile(join(folder, 'articles.jsonl'), [met, article('b', 'B', TEXT)].join('\n'));
    expect((await run(['add', join(folder, 'articles.jsonl'), '--archive', archive])).status).toBe(0);
    const { status, out } = await run(['export', '--archive', archive, '--format', 'icews', '--type', 'CONSULT']);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'));
    expect(status).toBe(0);
    expect(rows.slice(1).map((row) => [row[1], row[6]])).toEqual([['2018-05-01', '040']]);
    const csv = await run(['export', '--archive', archive, '--format', 'csv', '--no-text', '--text', 'نظيره']);
    expect(data(csv.out)).toHaveLength(1);
    expect(csv.out).toContain('A; B');
    expect(csv.out).not.toContain('التقى');
  });

  test('says how many events a format cannot hold', async () => {
    const denied = lines.replaceAll('"status":"actual"', '"status":"negated"');
    const { out, err } = await run(['export', '-', '--format', 'phoenix'], denied);
    expect(out).toBe('');
    expect(err).toBe('khabar: events that phoenix cannot hold, and that were left out (planned, possible, denied or undated): 2\n');
  });

  test('refuses what does not fit together', async () => {
    const file = join(folder, 'mentions.jsonl');
    expect((await run(['export', file])).status).toBe(2);
    expect((await run(['export', file, '--format', 'parquet'])).err).toContain('parquet is no text for standard output');
    expect((await run(['export', file, '--format', 'csv', '--partition', 'month'])).err).toContain('--partition needs a folder');
    expect((await run(['export', file, '--format', 'csv', '--type', 'CONSULT'])).err).toContain('only an archive can be asked by filters');
    expect((await run(['export', file, '--format', 'csv', '--archive', file])).err).toContain('mentions and an archive are named');
    const output = join(folder, 'untouched.csv');
    await writeFile(output, 'kept');
    expect((await run(['export', '--archive', join(folder, 'none.db'), '--format', 'csv', '--output', output])).status).toBe(2);
    expect(await readFile(output, 'utf8')).toBe('kept');
    expect((await run(['export', file, '--format', 'csv', '--output', join(folder, 'no', 'such', 'x.csv')])).err).toContain(
      'cannot be written (ENOENT)',
    );
  });
});
