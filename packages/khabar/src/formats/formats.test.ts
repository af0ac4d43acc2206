// Each format is read back by a reader that takes nothing but what the format allows, over the events of the repository's annotated articles.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCoder, type EventRecord, eventsOf, type Mention, openDisputes } from '@khabar/core';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, test } from 'vitest';
import { cameoName, gdeltQuad, goldsteinOf, phoenixQuad } from './cameo.js';
import { GDELT_EVENT_COLUMNS, GDELT_MENTION_COLUMNS, ICEWS_COLUMNS, PHOENIX_COLUMNS, POLECAT_COLUMNS } from './columns.js';
import { cowOf, fipsOf } from './country-codes.js';
import { EVENT_COLUMNS } from './event-columns.js';
import { TEXT_FORMATS } from './formats.js';
import { parquetSink } from './parquet.js';
import { type EventReports, type ExportOptions, pairsOf } from './reports.js';
import { textSink } from './sink.js';

const ARTICLES = new URL('../../../../eval/articles/', import.meta.url);
const book = openDisputes();
const options: ExportOptions = { texts: true, stateName: (code) => book.stateName(code)?.en ?? null };

let all: EventReports[] = [];

beforeAll(() => {
  const coder = createCoder();
  const files = readdirSync(ARTICLES).filter((file) => file.endsWith('.json'));
  all = files.flatMap((file) => {
    const { article } = JSON.parse(readFileSync(new URL(file, ARTICLES), 'utf8')) as { article: Parameters<typeof coder.code>[0] };
    return reportsOf(coder.code(article));
  });
});

function reportsOf(mentions: Mention[]): EventReports[] {
  return eventsOf(mentions).map((event) => ({ event, mentions: mentions.filter(({ id }) => event.mentions.includes(id)) }));
}

async function written(format: keyof typeof TEXT_FORMATS, events: EventReports[], settings = options): Promise<string> {
  const parts: string[] = [];
  const target = {
    write: async (part: string) => {
      parts.push(part);
    },
    end: async () => {},
  };
  const sink = textSink(TEXT_FORMATS[format], target, settings);
  for (const reports of events) await sink.write(reports);
  await sink.close();
  return parts.join('');
}

const isAsserted = ({ event }: EventReports) => event.status === 'actual' || event.status === 'historical';

/** Rows of a table whose every cell must match the pattern of its column. Throws at the first that does not. */
function readStrictly(
  text: string,
  columns: readonly string[],
  patterns: Record<string, RegExp>,
  header: boolean,
): Record<string, string>[] {
  expect(text.endsWith('\n')).toBe(true);
  const lines = text.slice(0, -1).split('\n');
  if (header) expect(lines.shift()).toBe(columns.join('\t'));
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells, not ${columns.length}: ${line}`);
    for (const [index, column] of columns.entries()) {
      const pattern = patterns[column];
      if (pattern === undefined) throw new Error(`no pattern for ${column}`);
      if (!pattern.test(cells[index] ?? '')) throw new Error(`${column} is "${cells[index]}"`);
    }
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

const SOMETHING = /^(?!None$)[^"\p{Cc}]+$/u;
const ANYTHING = /^[^"\p{Cc}]*$/u;
const EMPTY = /^$/;
const NONE = /^None$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/;
const COMPACT_DAY = /^\d{4}(0[1-9]|1[0-2])([0-2]\d|3[01])$/;
const COMPACT_TIME = /^\d{14}$/;
const INTEGER = /^-?\d+$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const optional = (pattern: RegExp, missing = '') => new RegExp(`^(?:${missing}|${pattern.source.replace(/^\^|\$$/g, '')})$`, pattern.flags);
const CAMEO = /^(0[1-9]|1\d|20)\d{0,2}$/;
const COUNTRY = /^[A-Z]{3}$/;
const SECTORS = /^[A-Z]{3}(; [A-Z]{3})*$/;

describe('POLECAT', () => {
  const side = (name: string) => ({
    [`${name} Name`]: ANYTHING,
    [`${name} Country`]: optional(COUNTRY, 'None'),
    [`${name} COW`]: optional(/^\d{1,3}$/, 'None'),
    [`Primary ${name} Sector`]: optional(COUNTRY, 'None'),
    [`${name} Sectors`]: optional(SECTORS, 'None'),
    [`${name} Title`]: NONE,
    [`${name} Name Raw`]: ANYTHING,
    [`Wikipedia ${name} ID`]: NONE,
  });
  const patterns: Record<string, RegExp> = {
    'Event ID': /^\d{8}-\d+-[0-9a-f]{14}_[A-Z]+(_[a-z-]+)?$/,
    'Event Date': DAY,
    'Event Type': /^[A-Z]+$/,
    'Event Mode': /^(None|[a-z-]+)$/,
    Intensity: DECIMAL,
    'Quad Code': /^[1-4]$/,
    Contexts: /^(None|[a-z_]+(; [a-z_]+)*)$/,
    ...side('Actor'),
    ...side('Recipient'),
    Placename: ANYTHING,
    City: NONE,
    District: NONE,
    Province: NONE,
    Country: optional(COUNTRY, 'None'),
    Latitude: optional(DECIMAL, 'None'),
    Longitude: optional(DECIMAL, 'None'),
    'GeoNames ID': optional(INTEGER, 'None'),
    'Raw Placename': ANYTHING,
    'Feature Type': NONE,
    Source: ANYTHING,
    'Publication Date': optional(DAY, 'None'),
    'Story People': ANYTHING,
    'Story Organizations': ANYTHING,
    'Story Locations': ANYTHING,
    Language: /^Arabic$/,
    Version: /^khabar \d+\.\d+\.\d+$/,
  };

  test('a strict reader takes its 40 columns, each id once', async () => {
    expect(POLECAT_COLUMNS).toHaveLength(40);
    const rows = readStrictly(await written('polecat', all), POLECAT_COLUMNS, patterns, true);
    expect(rows.length).toBeGreaterThan(100);
    expect(new Set(rows.map((row) => row['Event ID'])).size).toBe(rows.length);
  });
});

test('ICEWS: a strict reader takes its 20 columns; event id and date are unique together', async () => {
  expect(ICEWS_COLUMNS).toHaveLength(20);
  const patterns: Record<string, RegExp> = {
    'Event ID': INTEGER,
    'Event Date': DAY,
    'Source Name': ANYTHING,
    'Source Sectors': ANYTHING,
    'Source Country': ANYTHING,
    'Event Text': SOMETHING,
    'CAMEO Code': CAMEO,
    Intensity: DECIMAL,
    'Target Name': ANYTHING,
    'Target Sectors': ANYTHING,
    'Target Country': ANYTHING,
    'Story ID': INTEGER,
    'Sentence Number': /^[1-9]\d*$/,
    Publisher: ANYTHING,
    City: ANYTHING,
    District: EMPTY,
    Province: EMPTY,
    Country: ANYTHING,
    Latitude: optional(DECIMAL),
    Longitude: optional(DECIMAL),
  };
  const rows = readStrictly(await written('icews', all), ICEWS_COLUMNS, patterns, true);
  expect(new Set(rows.map((row) => `${row['Event ID']} ${row['Event Date']}`)).size).toBe(rows.length);
  expect(rows.length).toBe(all.filter((each) => isAsserted(each)).reduce((sum, each) => sum + pairsOf(each).length, 0));
});

test('Phoenix: a strict reader takes its 26 columns', async () => {
  expect(PHOENIX_COLUMNS).toHaveLength(26);
  const actor = (name: string) => ({
    [`${name}ActorFull`]: /^(---|[A-Z]{3})([A-Z]{3})*$/,
    [`${name}ActorEntity`]: /^(---|[A-Z]{3})$/,
    [`${name}ActorRole`]: optional(COUNTRY),
    [`${name}ActorAttribute`]: /^([A-Z]{3})*$/,
  });
  const patterns: Record<string, RegExp> = {
    EventID: /^\d+_v\d+\.\d+\.\d+$/,
    Date: COMPACT_DAY,
    Year: /^\d{4}$/,
    Month: /^(0[1-9]|1[0-2])$/,
    Day: /^([0-2]\d|3[01])$/,
    ...actor('Source'),
    ...actor('Target'),
    EventCode: CAMEO,
    EventRootCode: /^(0[1-9]|1\d|20)$/,
    QuadClass: /^[0-4]$/,
    GoldsteinScore: DECIMAL,
    Issues: /^([a-z_]+,\d+(;[a-z_]+,\d+)*)?$/,
    Lat: optional(DECIMAL),
    Lon: optional(DECIMAL),
    LocationName: ANYTHING,
    StateName: EMPTY,
    CountryCode: optional(COUNTRY),
    SentenceID: /^[^;]+_\d+(;[^;]+_\d+)*$/,
    URLs: ANYTHING,
    NewsSources: ANYTHING,
  };
  const rows = readStrictly(await written('phoenix', all), PHOENIX_COLUMNS, patterns, false);
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) expect(row.Date).toBe(`${row.Year}${row.Month}${row.Day}`);
});

describe('GDELT', () => {
  const actor = (name: string) => ({
    [`${name}Code`]: /^([A-Z]{3})*$/,
    [`${name}Name`]: ANYTHING,
    [`${name}CountryCode`]: optional(COUNTRY),
    [`${name}KnownGroupCode`]: optional(COUNTRY),
    [`${name}EthnicCode`]: EMPTY,
    [`${name}Religion1Code`]: EMPTY,
    [`${name}Religion2Code`]: EMPTY,
    [`${name}Type1Code`]: optional(COUNTRY),
    [`${name}Type2Code`]: optional(COUNTRY),
    [`${name}Type3Code`]: optional(COUNTRY),
  });
  const geo = (name: string, type: RegExp) => ({
    [`${name}Geo_Type`]: type,
    [`${name}Geo_FullName`]: ANYTHING,
    [`${name}Geo_CountryCode`]: optional(/^[A-Z]{2}$/),
    [`${name}Geo_ADM1Code`]: EMPTY,
    [`${name}Geo_ADM2Code`]: EMPTY,
    [`${name}Geo_Lat`]: optional(DECIMAL),
    [`${name}Geo_Long`]: optional(DECIMAL),
    [`${name}Geo_FeatureID`]: ANYTHING,
  });
  const eventPatterns: Record<string, RegExp> = {
    GLOBALEVENTID: /^\d+$/,
    SQLDATE: COMPACT_DAY,
    MonthYear: /^\d{6}$/,
    Year: /^\d{4}$/,
    FractionDate: /^\d{4}\.\d{4}$/,
    ...actor('Actor1'),
    ...actor('Actor2'),
    IsRootEvent: /^[01]$/,
    EventCode: CAMEO,
    EventBaseCode: /^(0[1-9]|1\d|20)\d?$/,
    EventRootCode: /^(0[1-9]|1\d|20)$/,
    QuadClass: /^[1-4]$/,
    GoldsteinScale: DECIMAL,
    NumMentions: /^[1-9]\d*$/,
    NumSources: /^[1-9]\d*$/,
    NumArticles: /^[1-9]\d*$/,
    AvgTone: EMPTY,
    ...geo('Actor1', /^0$/),
    ...geo('Actor2', /^0$/),
    ...geo('Action', /^[014]$/),
    DATEADDED: COMPACT_TIME,
    SOURCEURL: SOMETHING,
  };
  const mentionPatterns: Record<string, RegExp> = {
    GLOBALEVENTID: /^\d+$/,
    EventTimeDate: COMPACT_TIME,
    MentionTimeDate: COMPACT_TIME,
    MentionType: /^1$/,
    MentionSourceName: ANYTHING,
    MentionIdentifier: SOMETHING,
    SentenceID: /^[1-9]\d*$/,
    Actor1CharOffset: INTEGER,
    Actor2CharOffset: INTEGER,
    ActionCharOffset: /^\d+$/,
    InRawText: /^1$/,
    Confidence: /^(100|[1-9]0)$/,
    MentionDocLen: EMPTY,
    MentionDocTone: EMPTY,
    MentionDocTranslationInfo: EMPTY,
    Extras: EMPTY,
  };

  test('a strict reader takes the 61 columns of events and the 16 of mentions, and every mention has its event', async () => {
    expect([GDELT_EVENT_COLUMNS.length, GDELT_MENTION_COLUMNS.length]).toEqual([61, 16]);
    const events = readStrictly(await written('gdelt-events', all), GDELT_EVENT_COLUMNS, eventPatterns, false);
    const mentions = readStrictly(await written('gdelt-mentions', all), GDELT_MENTION_COLUMNS, mentionPatterns, false);
    const ids = new Set(events.map((row) => row.GLOBALEVENTID));
    expect(ids.size).toBe(events.length);
    expect(new Set(mentions.map((row) => row.GLOBALEVENTID))).toEqual(ids);
  });
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
