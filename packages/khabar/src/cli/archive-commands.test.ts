// The commands of an archive as a shell sees them; and a run that is killed again and again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { dump } from '../../test/dump.js';
import { openArchive } from '../store/archive.js';
import { main } from './main.js';

const folder = mkdtempSync(join(tmpdir(), 'khabar-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function khabar(...line: string[]): Promise<{ status: number; out: string; err: string }> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const status = await main(line, { stdin: Readable.from([]), stdout, stderr, env: {} });
  return { status, out: stdout.text, err: stderr.text };
}

const MEETING = 'التقى وزير الخارجية الموريتاني نظيره السنغالي في داكار.';
const RAID = 'قتل ثلاثة مدنيين في غارة جوية إسرائيلية على غزة.';
const archive = join(folder, 'news.db');
const articles = join(folder, 'articles.jsonl');
const lines = [
  { id: 'a', source: 'A', published: '2024-02-03T10:00:00Z', text: MEETING },
  { id: 'b', source: 'B', published: '2024-02-03T12:00:00Z', text: `${MEETING} ولم يصدر بيان.` },
  { id: 'c', source: 'C', published: '2024-02-04T12:00:00Z', text: RAID },
];
writeFileSync(articles, lines.map((line) => JSON.stringify(line)).join('\n'));

/** The events as the contract has them, a line each. */
async function events(...filter: string[]): Promise<Record<string, unknown>[]> {
  const { out } = await khabar('events', '--archive', archive, '--format', 'jsonl', ...filter);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('an archive from the command line', () => {
  test('takes articles in, and the same ones not again', async () => {
    const first = await khabar('add', articles, '--archive', archive);
    expect([first.status, first.err]).toEqual([0, `khabar: 3 articles added · 3 mentions · 2 events in ${archive}\n`]);
    const again = await khabar('add', articles, '--archive', archive);
    expect(again.err).toBe(`khabar: 0 articles added · 3 already there · 0 mentions · 2 events in ${archive}\n`);
  });

  test('prints events with the fields of the contract', async () => {
    const [meeting, raid] = await events();
    for (const field of 'id type mode status actors recipients date place score mentions articles outlets first last'.split(' '))
      expect(meeting).toHaveProperty(field);
    expect(meeting).toMatchObject({ type: 'CONSULT', outlets: ['A', 'B'], first: '2024-02-03T10:00:00Z', last: '2024-02-03T12:00:00Z' });
    expect(raid).toMatchObject({ type: 'ASSAULT', mode: ['aerial'], counts: [{ kind: 'killed', low: 3, high: 3 }] });
    expect(await events('--type', 'assault', '--actor', 'isr')).toEqual([raid]);
    expect(await events('--from', '2024-02-05')).toEqual([]);
  });

  test('prints a table, and counts', async () => {
    const table = await khabar('events', '--archive', archive, '--format', 'csv', '--quad', '4');
    const [head, raid] = table.out.split('\r\n');
    expect(head?.startsWith('id,type,mode,cameo,')).toBe(true);
    expect(raid).toContain(',ASSAULT,aerial,195,4,-9.5,actual,ISR GOV,');
    const dyads = await khabar('dyads', '--archive', archive, '--format', 'jsonl', '--type', 'ASSAULT');
    expect(JSON.parse(dyads.out)).toEqual({ actor: 'ISR', recipient: 'PSE', events: 1, score: -9.5, quads: [0, 0, 0, 1] });
    const series = await khabar('series', '--archive', archive, '--by', 'day', '--format', 'csv');
    expect(series.out.split('\r\n').map((line) => line.slice(0, 12))).toEqual(['from,events,', '2024-02-03,1', '2024-02-04,1', '']);
    const actors = await khabar('actors', '--archive', archive, '--format', 'json', '--limit', '1');
    expect(JSON.parse(actors.out)).toHaveLength(1);
    const mentions = await khabar('mentions', '--archive', archive, '--text', 'غاره', '--format', 'jsonl');
    expect(JSON.parse(mentions.out)).toMatchObject({ article: { id: 'c' }, type: 'ASSAULT' });
  });

  test('splits, joins and takes back', async () => {
    const [meeting] = await events('--type', 'CONSULT');
    const [, second] = (meeting?.mentions as string[] | undefined) ?? [];
    const split = await khabar('split', second ?? '', '--archive', archive, '--by', 'Amal');
    expect(split.status).toBe(0);
    const apart = await events('--type', 'CONSULT');
    expect(apart.map(({ reviewed, outlets }) => [reviewed, outlets])).toEqual(expect.arrayContaining([[true, expect.any(Array)]]));
    expect(apart).toHaveLength(2);
    const listed = JSON.parse((await khabar('review', 'list', '--archive', archive)).out) as { id: string; by: string; mentions: string[] };
    expect([listed.by, listed.mentions]).toEqual(['Amal', [second]]);
    await khabar('review', 'undo', listed.id, '--archive', archive);
    expect(await events('--type', 'CONSULT')).toEqual([meeting]);
    const all = await events();
    await khabar('join', ...all.map(({ id }) => String(id)), '--archive', archive);
    expect(await events()).toHaveLength(1);
    await khabar(
      'review',
      'undo',
      (JSON.parse((await khabar('review', 'list', '--archive', archive)).out) as { id: string }).id,
      '--archive',
      archive,
    );
    expect(await events()).toEqual(all);
  });

  test('corrects a mention', async () => {
    const [raid] = await events('--type', 'ASSAULT');
    await khabar(
      'review',
      'correct',
      String(raid?.id),
      '--set',
      'type=COERCE',
      '--set',
      'mode=',
      '--set',
      'date=2024-02-02',
      '--archive',
      archive,
    );
    expect(await events('--type', 'COERCE')).toMatchObject([{ mode: [], date: { start: '2024-02-02' }, cameo: '170', reviewed: true }]);
    await khabar(
      'review',
      'undo',
      (JSON.parse((await khabar('review', 'list', '--archive', archive)).out) as { id: string }).id,
      '--archive',
      archive,
    );
  });

  test('is audited', async () => {
    const { out } = await khabar('audit', '--archive', archive, '--sample', '5');
    const items = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { says: { type: string }; verdict: boolean | null });
    expect(items.map(({ says }) => says.type).sort()).toEqual(['ASSAULT', 'CONSULT']);
    const sample = join(folder, 'sample.jsonl');
    writeFileSync(sample, items.map((item) => JSON.stringify({ ...item, verdict: item.says.type === 'ASSAULT' })).join('\n'));
    const { out: found } = await khabar('audit', '--verdicts', sample);
    expect(JSON.parse(found)).toEqual({ judged: 2, open: 0, right: 1, precision: 0.5, low: 0.095, high: 0.905 });
    writeFileSync(sample, out);
    expect((await khabar('audit', '--verdicts', sample)).err).toContain('holds no verdict');
  });

  test('is copied, coded again and loses an article', async () => {
    const copy = join(folder, 'copy.db');
    expect((await khabar('backup', copy, '--archive', archive)).status).toBe(0);
    expect((await khabar('backup', copy, '--archive', archive)).status).toBe(2);
    const recoded = await khabar('recode', '--archive', archive);
    expect([recoded.out, recoded.err]).toEqual(['', 'khabar: 0 articles coded again · mentions: 0 gone, 0 added, 0 changed\n']);
    const lexicon = join(folder, 'own.tsv');
    writeFileSync(lexicon, 'person\tزعيم متخيل\tImagined Leader\tMRT GOV\n');
    await khabar('delete', 'c', '--archive', archive);
    expect(await events()).toHaveLength(1);
    const { out } = await khabar('events', '--archive', copy, '--format', 'jsonl');
    expect(out.split('\n').filter(Boolean)).toHaveLength(2);
  });

  test('says what is wrong and how to mend it', async () => {
    const missing = await khabar('events', '--archive', join(folder, 'none.db'));
    expect([missing.status, missing.err]).toEqual([
      2,
      `khabar: there is no archive ${join(folder, 'none.db')}\nMake one: khabar add ARTICLES --archive ${join(folder, 'none.db')}.\n`,
    ]);
    expect((await khabar('events', '--archive', archive, '--type', 'WAR')).err).toContain('--type: there is no WAR');
    expect((await khabar('events', '--archive', archive, '--dyad', 'USA')).status).toBe(2);
    expect((await khabar('delete', 'none', '--archive', archive)).status).toBe(2);
    expect((await khabar('events', '--archive', articles)).err).toContain('cannot be opened');
  });
});

const BUILT = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../bin/khabar.mjs', import.meta.url));
/** All that is in an archive that is not open. */
async function dumpFile(file: string): Promise<string[]> {
  const opened = await openArchive(file);
  try {
    return await dump(opened);
  } finally {
    await opened.close();
  }
}

/** Enough articles for several transactions: meetings, calls and attacks of many pairs over a month. */
function manyArticles(): string {
  const offices = [
    'وزير الخارجية المصري',
    'الرئيس التركي',
    'الرئيس الروسي',
    'وزير الدفاع الأميركي',
    'رئيس الوزراء العراقي',
    'الرئيس الإيراني',
  ];
  const text = (k: number): string => {
    const [a, b] = [offices[k % 6], offices[(k + 1 + (k % 4)) % 6]];
    const acts = [
      `التقى ${a} ${b} في جنيف.`,
      `أجرى ${a} اتصالا هاتفيا مع ${b}.`,
      `انتقد ${a} موقف ${b} من الأزمة السورية.`,
      `هدد ${a} بفرض عقوبات على إيران.`,
    ];
    return `${acts[k % 4]}\n${acts[(k + 1) % 4]}\nقتل ${3 + (k % 5)} مدنيين في غارة جوية على مدينة دوما السورية.\nالخبر رقم ${k}.`;
  };
  return Array.from({ length: 1000 }, (_, k) =>
    JSON.stringify({
      id: `k${k}`,
      source: `O${k % 5}`,
      published: `2024-03-${String(1 + (k % 28)).padStart(2, '0')}T10:00:00Z`,
      text: text(k),
    }),
  ).join('\n');
}

test.skipIf(!existsSync(BUILT))(
  'a run killed at any moment and taken up again gives the same rows as an undisturbed one (skipped before the build)',
  async () => {
    const many = join(folder, 'many.jsonl');
    writeFileSync(many, manyArticles());
    const [whole, broken] = [join(folder, 'whole.db'), join(folder, 'broken.db')];
    const start = (file: string): ChildProcess => spawn(process.execPath, [PROGRAM, 'add', many, '--archive', file], { stdio: 'ignore' });
    const began = Date.now();
    await once(start(whole), 'exit');
    const time = Date.now() - began;
    let killed = 0;
    for (const share of [0.4, 0.6, 0.75, 0.85]) {
      const child = start(broken);
      const timer = setTimeout(() => child.kill('SIGKILL'), time * share);
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
      clearTimeout(timer);
      if (signal === 'SIGKILL') killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    await once(start(broken), 'exit');
    expect(await dumpFile(broken)).toEqual(await dumpFile(whole));
  },
  300_000,
);
