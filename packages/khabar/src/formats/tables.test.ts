// The tab-separated formats are read back by a reader that takes nothing but what the format allows, over the events of the repository's annotated articles.
import { beforeAll, describe, expect, test } from 'vitest';
import { annotatedEvents, isAsserted, written } from '../../test/exported.js';
import { GDELT_EVENT_COLUMNS, GDELT_MENTION_COLUMNS, ICEWS_COLUMNS, PHOENIX_COLUMNS, POLECAT_COLUMNS } from './columns.js';
import { type EventReports, pairsOf } from './reports.js';

let all: EventReports[] = [];

beforeAll(() => {
  all = annotatedEvents();
});

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
