// The examples of docs/formats.md run as they stand there.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = new URL('../../../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/formats.md', ROOT), 'utf8');
const BIN = fileURLToPath(new URL('packages/khabar/bin/khabar.mjs', ROOT));
const folder = mkdtempSync(join(tmpdir(), 'khabar-examples-'));

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

/** The code of the first block of a language. */
function example(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1] ?? '';
}

beforeAll(() => {
  const khabar = (...command: string[]) => execFileSync(process.execPath, [BIN, ...command], { cwd: folder, maxBuffer: 1 << 26 });
  const mentions = khabar('code', fileURLToPath(new URL('examples', ROOT)), '--format', 'jsonl');
  const pipe = (input: Buffer, ...command: string[]) => execFileSync(process.execPath, [BIN, ...command], { cwd: folder, input });
  pipe(mentions, 'export', '-', '--format', 'csv', '--output', 'events.csv');
  pipe(mentions, 'export', '-', '--format', 'parquet', '--output', 'events.parquet');
});

/** Month, number of events and mean score, from the CSV by other means than the examples use. */
function expected(): { month: string; events: number; mean: number }[] {
  const [header = '', ...rows] = readFileSync(join(folder, 'events.csv'), 'utf8').trimEnd().split('\r\n');
  // Up to `date_start` no cell of these examples has a comma in it; `first` is the first time of day behind.
  const names = header.split(',');
  const months = new Map<string, number[]>();
  for (const row of rows) {
    const cells = row.split(',');
    if (!['actual', 'historical'].includes(cells[names.indexOf('status')] ?? '')) continue;
    const day = cells[names.indexOf('date_start')] || (/\d{4}-\d{2}-\d{2}(?=T)/.exec(row)?.[0] ?? '');
    months.set(day.slice(0, 7), [...(months.get(day.slice(0, 7)) ?? []), Number(cells[names.indexOf('score')])]);
  }
  const mean = (scores: number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, scores]) => ({ month, events: scores.length, mean: mean(scores) }));
}

describe('the examples of docs/formats.md', () => {
  test.skipIf(!has('python3'))('Python prints events and mean score by month (skipped without python3)', () => {
    const printed = execFileSync('python3', ['-c', example('python')], { cwd: folder, encoding: 'utf8' });
    const rows = printed
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' '));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(([month, events]) => [month, Number(events)])).toEqual(expected().map(({ month, events }) => [month, events]));
    for (const [index, { mean }] of expected().entries()) expect(Number(rows[index]?.[2])).toBeCloseTo(mean, 1);
  });

  test('DuckDB reads the same months from Parquet, and every dyad once', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const ask = async (sql: string) => {
      const reader = await connection.runAndReadAll(sql.replaceAll('events.parquet', join(folder, 'events.parquet')));
      return reader.getRowsJson();
    };
    const [byMonth = '', byDyad = ''] = [...PAGE.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => sql ?? '');
    expect((await ask(byMonth)).map(([month, events]) => [month, Number(events)])).toEqual(
      expected().map(({ month, events }) => [month, events]),
    );
    const dyads = (await ask(byDyad)).map(([actor, recipient]) => `${actor} ${recipient}`);
    expect(dyads).toContain('USA SOM');
    expect(new Set(dyads).size).toBe(dyads.length);
  });

  test.skipIf(!has('Rscript'))('R prints the same months (skipped without Rscript)', () => {
    const printed = execFileSync('Rscript', ['-e', example('r')], { cwd: folder, encoding: 'utf8' });
    for (const { month } of expected()) expect(printed).toContain(month);
  });
});
