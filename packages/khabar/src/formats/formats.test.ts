// CSV, Parquet and the JSON formats read back strictly, and what holds for every format, over the events of the repository's annotated articles.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventRecord } from '@khabar/core';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, test } from 'vitest';
import { annotatedEvents, isAsserted, options, written } from '../../test/exported.js';
import { cameoName, gdeltQuad, goldsteinOf, phoenixQuad } from './cameo.js';
import { cowOf, fipsOf } from './country-codes.js';
import { EVENT_COLUMNS } from './event-columns.js';
import { parquetSink } from './parquet.js';
import { type EventReports, pairsOf } from './reports.js';

let all: EventReports[] = [];

beforeAll(() => {
  all = annotatedEvents();
});

/** RFC 4180, nothing else: quotes only around a whole cell, doubled inside. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) throw new Error(`no CSV at ${at}: ${text.slice(at, at + 40)}`);
    const [, value = '', end] = found;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  expect(row).toEqual([]);
  return rows;
}

describe('CSV and Parquet', () => {
  test('a strict reader takes the CSV, one row an event, sentences untouched', async () => {
    const [header, ...rows] = readCsv(await written('csv', all));
    expect(header).toEqual(EVENT_COLUMNS.map(({ name }) => name));
    expect(rows).toHaveLength(all.length);
    const at = (name: string) => header?.indexOf(name) ?? -1;
    expect(rows.map((row) => row[at('sentence')])).toEqual(all.map(({ mentions }) => mentions[0]?.sentence.text));
    for (const row of rows) expect(row).toHaveLength(EVENT_COLUMNS.length);
  });

  test('Parquet holds the same rows with their types', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'khabar-parquet-')), 'events.parquet');
    const sink = parquetSink(file, options);
    for (const reports of all) await sink.write(reports);
    await sink.close();
    const buffer = await asyncBufferFromFile(file);
    const metadata = await parquetMetadataAsync(buffer);
    expect(Number(metadata.num_rows)).toBe(all.length);
    const rows = await parquetReadObjects({ file: buffer });
    expect(rows).toEqual(all.map((reports) => Object.fromEntries(EVENT_COLUMNS.map(({ name, of }) => [name, of(reports, options)]))));
    expect((await readFile(file)).subarray(0, 4).toString()).toBe('PAR1');
  });

  test('a Parquet file without events is still one', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'khabar-parquet-')), 'none.parquet');
    await parquetSink(file, options).close();
    expect(await parquetReadObjects({ file: await asyncBufferFromFile(file) })).toEqual([]);
  });
});

describe('PLOVER JSON', () => {
  const FIELDS = [
    ...[
      'id',
      'has_event',
      'date',
      'time',
      'enddate',
      'endtime',
      'actor',
      'recipient',
      'event',
      'event_loc',
      'event_text',
      'quad_code',
      'event_scale',
    ],
    ...['mode', 'context', 'link', 'text', 'text_info', 'cite_info', 'coder', 'coded_date', 'coded_time', 'comment', 'size'],
  ];
  const ENTITY = ['code', 'sector', 'entity_text', 'identifier_id', 'identifier_text'];

  test('one object a line, with the fields of the manual and no others, lists where it has lists', async () => {
    const lines = (await written('plover-json', all)).trimEnd().split('\n');
    expect(lines).toHaveLength(all.length);
    for (const line of lines) {
      const event = JSON.parse(line) as Record<string, unknown>;
      expect(Object.keys(event).filter((field) => !FIELDS.includes(field))).toEqual([]);
      expect([event.actor, event.recipient, event.event, event.mode, event.context, event.cite_info].map(Array.isArray)).toEqual(
        Array(6).fill(true),
      );
      for (const entity of event.actor as Record<string, unknown>[]) expect(Object.keys(entity)).toEqual(ENTITY);
      expect(['string', 'string', 'number', 'number']).toEqual([
        typeof event.id,
        typeof event.date,
        typeof event.quad_code,
        typeof event.event_scale,
      ]);
    }
  });

  test('a status that is no plain fact is an auxiliary mode', async () => {
    const denied = all.find(({ event }) => event.status === 'negated');
    expect(denied).toBeDefined();
    const event = JSON.parse(await written('plover-json', denied ? [denied] : [])) as { mode: string[] };
    expect(event.mode).toContain('negation');
  });
});

describe('JSON-LD', () => {
  test('is one JSON document whose terms are all in its context or in schema.org', async () => {
    const document = JSON.parse(await written('json-ld', all)) as {
      '@context': Record<string, unknown>;
      '@graph': Record<string, unknown>[];
    };
    expect(document['@graph']).toHaveLength(all.length);
    expect(document['@context']['@vocab']).toBe('https://schema.org/');
    const ids = document['@graph'].map((node) => node['@id']);
    expect(new Set(ids).size).toBe(all.length);
    for (const node of document['@graph']) expect(node['@type']).toEqual(['Event', expect.stringMatching(/^plover:[A-Z]+$/)]);
  });

  test('without events it is a document still', async () => {
    expect((JSON.parse(await written('json-ld', [])) as { '@graph': unknown[] })['@graph']).toEqual([]);
  });
});

describe('without texts', () => {
  const sentences = () => all.flatMap(({ mentions }) => mentions.map(({ sentence }) => sentence.text)).filter((text) => text.length > 40);

  test.each(['plover-json', 'csv', 'json-ld', 'polecat', 'icews', 'phoenix', 'gdelt-events', 'gdelt-mentions'] as const)(
    '%s holds no sentence',
    async (format) => {
      const text = await written(format, all, { ...options, texts: false });
      expect(sentences().filter((sentence) => text.includes(sentence) || text.includes(JSON.stringify(sentence).slice(1, -1)))).toEqual([]);
    },
  );
});

describe('what is not a fact', () => {
  test.each(['polecat', 'icews', 'phoenix', 'gdelt-events', 'gdelt-mentions'] as const)('%s holds asserted events only', async (format) => {
    const others = all.filter((each) => !isAsserted(each));
    expect(others.length).toBeGreaterThan(10);
    const text = await written(format, others);
    expect(text.split('\n').filter(Boolean).length).toBe(format === 'polecat' || format === 'icews' ? 1 : 0);
  });
});

describe('pairs', () => {
  const side = (country: string) => ({
    text: country,
    start: 0,
    end: 3,
    name: { ar: null, en: null },
    country,
    sectors: ['GOV'],
    wikidata: null,
    kind: 'state',
  });
  const pairs = (actors: string[], recipients: string[]) => {
    const event = { id: 'e', actors: actors.map(side), recipients: recipients.map(side) } as unknown as EventRecord;
    return pairsOf({ event, mentions: [] }).map(({ source, target }) => `${source?.country ?? '-'} ${target?.country ?? '-'}`);
  };

  test('are each actor with each recipient, or all who act together two by two', () => {
    expect(pairs(['A', 'B'], ['C', 'D'])).toEqual(['A C', 'A D', 'B C', 'B D']);
    expect(pairs(['A', 'B', 'C'], [])).toEqual(['A B', 'A C', 'B C']);
    expect(pairs(['A'], [])).toEqual(['A -']);
    expect(pairs([], ['A'])).toEqual(['- A']);
    expect(pairs(['A', 'B'], ['B'])).toEqual(['A B']);
    expect(pairs(['A'], ['A'])).toEqual(['A A']);
  });
});

describe('codes', () => {
  test('CAMEO has the Goldstein scores, names and quad classes of its users', () => {
    expect(['010', '0871', '190', '1214', '036'].map(goldsteinOf)).toEqual([0, 9, -10, -4, 4]);
    expect([cameoName('0871'), cameoName('19'), cameoName('999')]).toEqual(['Declare truce, ceasefire', 'Fight', '']);
    expect(['010', '036', '0871', '112', '141', '163', '195'].map(gdeltQuad)).toEqual([1, 1, 2, 3, 3, 4, 4]);
    expect(['010', '036', '0871', '112', '141', '163', '195'].map(phoenixQuad)).toEqual([0, 1, 2, 3, 4, 3, 4]);
  });

  test('every state has a code in FIPS, or is known to have none', () => {
    expect([fipsOf('DEU'), fipsOf('KOR'), fipsOf('PSE'), fipsOf('UNO'), fipsOf(null)]).toEqual(['GM', 'KS', 'WE', null, null]);
    expect([cowOf('IRN'), cowOf('DEU'), cowOf('YEM'), cowOf('PSE')]).toEqual(['630', '255', '679', null]);
  });
});
