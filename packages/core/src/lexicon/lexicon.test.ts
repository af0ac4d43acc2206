// The lexicon as it is shipped: columns, codes, dates, coordinates, terms of office, frames.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains } from 'd3-geo';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { PLOVER } from '../ontology/plover.js';
import { CHANNELS, EVENT_TYPES, type EventType, STATUSES } from '../types.js';
import { parseFrame } from './read.js';

const FOLDER = new URL('../../lexicon/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.tsv'));

interface Line {
  /** `file:line`, for messages. */
  at: string;
  cells: Record<string, string>;
  /** How many cells it has, and how many columns the header names. */
  width: [cells: number, columns: number];
}

function read(name: string): { columns: string[]; lines: Line[] } {
  let columns: string[] = [];
  const lines: Line[] = [];
  for (const [k, text] of readFileSync(new URL(name, FOLDER), 'utf8').split('\n').entries()) {
    if (text.trim() === '' || text.startsWith('#')) continue;
    const cells = text.split('\t');
    if (columns.length === 0) columns = cells;
    else
      lines.push({
        at: `${name}:${k + 1}`,
        cells: Object.fromEntries(columns.map((c, i) => [c, cells[i] ?? ''])),
        width: [cells.length, columns.length],
      });
  }
  return { columns, lines };
}

const FILES = new Map(NAMES.map((name) => [name, read(name)]));
const linesOf = (pattern: RegExp): Line[] => [...FILES].filter(([name]) => pattern.test(name)).flatMap(([, file]) => file.lines);
const values = (cell: string | undefined, separator: string | RegExp = '|'): string[] => (cell ?? '').split(separator).filter(Boolean);
/** The lines of which something holds that should not, each with what it is. */
const amiss = (lines: readonly Line[], fault: (cells: Record<string, string>) => string | false | undefined): string[] =>
  lines.flatMap(({ at, cells }) => {
    const found = fault(cells);
    return found ? [`${at}: ${found}`] : [];
  });

const HOUSE_CODES = ['KOS', 'UNO', 'EUR', 'IGO', 'NGO', 'IMG', 'MNC', 'ISM', '-'];
const STATES = new Set(linesOf(/^states/).map(({ cells }) => cells.code ?? ''));
const COUNTRIES = new Set([...STATES, ...HOUSE_CODES]);
const SECTORS = new Set('GOV COP JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC'.split(' '));

describe('every file', () => {
  const COLUMNS: [pattern: RegExp, columns: string][] = [
    [/^states/, 'code en wikidata names nisba capital lat lon'],
    [/^nisbas/, 'nisba en country sectors'],
    [/^people/, 'wikidata en names country sectors office from to'],
    [/^organisations/, 'wikidata en names country sectors kind'],
    [/^places/, 'en names country kind lat lon'],
    [/^disputes/, 'id kind en ar parties cues'],
    [/^roles/, 'role plural sectors kind needs'],
    [/^verbs/, 'lemma root measure vowels masdars gloss'],
    [/^frames/, 'lemma pos type mode cameo frame note'],
    [/^modes/, 'type mode words'],
    [/^contexts/, 'context words'],
    [/^channels/, 'channel words'],
    [/^statuses/, 'status words'],
    [/^filters/, 'filter words'],
    [/^word-sets/, 'set words'],
    [/^particles/, 'word class value'],
    [/^(times|counts)/, 'words class value'],
    [/^(nouns|references)/, 'noun plural class'],
  ];

  it.each(NAMES)('%s has the columns of its kind, and no line has more', (name) => {
    const expected = COLUMNS.find(([pattern]) => pattern.test(name))?.[1];
    const file = FILES.get(name);
    expect(file?.columns.join(' ')).toBe(expected);
    expect(file?.lines.filter(({ width: [cells, columns] }) => cells > columns).map((l) => l.at)).toEqual([]);
  });

  it.each(NAMES)('%s has no blank ends of cells and no empty values', (name) => {
    expect(
      amiss(FILES.get(name)?.lines ?? [], (cells) => Object.values(cells).find((c) => c !== c.trim() || /^\||\|\||\|$/.test(c))),
    ).toEqual([]);
  });

  it.each(NAMES)('%s has no line twice', (name) => {
    const lines = FILES.get(name)?.lines ?? [];
    const seen = new Set<string>();
    expect(
      amiss(lines, (cells) => {
        const whole = Object.values(cells).join('\t');
        if (seen.has(whole)) return whole;
        seen.add(whole);
        return false;
      }),
    ).toEqual([]);
  });
});

describe('codes', () => {
  it('of states are ISO 3166 alpha-3, KOS or EUR, each once', () => {
    const lines = linesOf(/^states/);
    expect(amiss(lines, ({ code = '' }) => !/^[A-Z]{3}$/.test(code) && code)).toEqual([]);
    expect(STATES.size).toBe(lines.length);
    expect(STATES.size).toBeGreaterThan(195);
  });

  it.each(['people', 'organisations', 'nisbas', 'places', 'disputes'])('of countries in %s are known', (name) => {
    expect(
      amiss(linesOf(new RegExp(`^${name}`)), ({ country, parties }) =>
        [...values(country), ...values(parties, ' ')].filter((code) => !COUNTRIES.has(code)).join(' '),
      ),
    ).toEqual([]);
  });

  it.each(['people', 'organisations', 'places'])('of countries are told in %s', (name) => {
    expect(amiss(linesOf(new RegExp(`^${name}`)), ({ country, names }) => country === '' && names)).toEqual([]);
  });

  it.each(['people', 'organisations', 'nisbas', 'roles'])('of sectors in %s are those of PLOVER', (name) => {
    expect(
      amiss(linesOf(new RegExp(`^${name}`)), ({ sectors }) =>
        values(sectors, ' ')
          .filter((s) => !SECTORS.has(s))
          .join(' '),
      ),
    ).toEqual([]);
  });

  it('of Wikidata are Q numbers', () => {
    expect(
      amiss(linesOf(/^(states|people|organisations)/), ({ wikidata = '' }) => wikidata !== '' && !/^Q[1-9]\d*$/.test(wikidata) && wikidata),
    ).toEqual([]);
  });

  it.each([
    ['organisations', 'kind', 'body alliance ministry seat forces armed-group party agency media ngo company court parliament group'],
    ['places', 'kind', 'city town province region district camp crossing strait sea river island base site'],
    ['disputes', 'kind', 'dispute agreement issue'],
    ['roles', 'kind', 'office body collective person'],
    ['verbs', 'measure', '1 2 3 4 5 6 7 8 9 10 q1 q2 q4'],
    ['channels', 'channel', CHANNELS.join(' ')],
    ['statuses', 'status', STATUSES.join(' ')],
    ['modes', 'type', EVENT_TYPES.join(' ')],
  ])('of %s.tsv, column %s: %s', (name, column, known) => {
    const allowed = new Set(known.split(' '));
    expect(amiss(linesOf(new RegExp(`^${name}`)), (cells) => !allowed.has(cells[column] ?? '') && cells[column])).toEqual([]);
  });
});

describe('words', () => {
  it('are Arabic, without vowel signs but for عُمان (told from عمّان), in every column of names', () => {
    expect(
      amiss(linesOf(/^(states|people|places)/), ({ names = '', capital = '' }) =>
        [...values(names), ...values(capital)].find((n) => !/[ء-ي]/.test(n) || /[\u064b-\u0650\u0652]/.test(n.replace('عُمان', ''))),
      ),
    ).toEqual([]);
  });

  it('name one state alone', () => {
    const seen = new Map<string, string>();
    expect(
      amiss(linesOf(/^states/), ({ names, code = '' }) =>
        values(names)
          .filter((n) => {
            const before = seen.get(n);
            seen.set(n, code);
            return before !== undefined && before !== code;
          })
          .join(' '),
      ),
    ).toEqual([]);
  });

  it('name one place alone', () => {
    const seen = new Set<string>();
    expect(
      amiss(linesOf(/^places/), ({ names }) =>
        values(names)
          .filter((n) => seen.has(n) || !seen.add(n))
          .join(' '),
      ),
    ).toEqual([]);
  });
});

describe('terms of office', () => {
  const lines = linesOf(/^people/);
  /** A date as first and last day; the month or year where it says no more. */
  const first = (date: string): string =>
    date === '' ? '0000-00-00' : date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  const last = (date: string): string =>
    date === '' ? '9999-12-31' : date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;

  it('have dates that exist', () => {
    const valid = (date: string): boolean =>
      /^\d{4}(-\d\d(-\d\d)?)?$/.test(date) && new Date(`${first(date)}T00:00:00Z`).toISOString().slice(0, date.length) === date;
    expect(
      amiss(lines, ({ from = '', to = '' }) =>
        [from, to].find((date) => {
          try {
            return date !== '' && !valid(date);
          } catch {
            return true;
          }
        }),
      ),
    ).toEqual([]);
  });

  it('begin before they end', () => {
    expect(amiss(lines, ({ from = '', to = '', en }) => to !== '' && first(from) > last(to) && `${en} ${from} ${to}`)).toEqual([]);
  });

  /** Offices that one person holds at a time. */
  const SINGLE =
    /^(President|King|Queen|Emir|Sultan|Pope|Prime Minister|Chancellor|Supreme Leader|Crown Prince|Secretary of State|Secretary of Defense|Secretary-General|National Security Adviser|Foreign Minister|Defence Minister|Interior Minister|Finance Minister|Army Chief of Staff|CIA Director)$/;

  it('of one office of one country do not overlap', () => {
    const held = new Map<string, Line[]>();
    for (const l of lines) {
      const { country = '', office = '' } = l.cells;
      if (SINGLE.test(office) && country !== '-') held.set(`${country} ${office}`, [...(held.get(`${country} ${office}`) ?? []), l]);
    }
    const overlaps: string[] = [];
    for (const [office, terms] of held) {
      for (const [k, a] of terms.entries()) {
        for (const b of terms.slice(k + 1)) {
          if (a.cells.en === b.cells.en) continue;
          const dates = [a.cells.from, a.cells.to, b.cells.from, b.cells.to].map((d) => d ?? '');
          const precision = Math.min(...dates.map((d) => d.length || 10));
          const [fromA = '', toA = '', fromB = '', toB = ''] = dates;
          const start = ([first(fromA), first(fromB)].sort()[1] ?? '').slice(0, precision);
          const end = ([last(toA), last(toB)].sort()[0] ?? '').slice(0, precision);
          // One may leave and another come on one day.
          if (start < end) overlaps.push(`${office}: ${a.cells.en} ${fromA}–${toA} (${a.at}), ${b.cells.en} ${fromB}–${toB} (${b.at})`);
        }
      }
    }
    expect(held.size).toBeGreaterThan(300);
    expect(overlaps).toEqual([]);
  });
});

describe('coordinates', () => {
  const topology = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const shapes = new Map(
    feature(topology, topology.objects.countries).features.map((f) => [f.properties.name, f.geometry as Polygon | MultiPolygon]),
  );

  /** States that the atlas writes otherwise, and lands that it draws apart. */
  const ATLAS: Record<string, string[]> = {
    ATG: ['Antigua and Barb.'],
    BIH: ['Bosnia and Herz.'],
    CAF: ['Central African Rep.'],
    COD: ['Dem. Rep. Congo'],
    COG: ['Congo'],
    COK: ['Cook Is.'],
    DOM: ['Dominican Rep.'],
    GNQ: ['Eq. Guinea'],
    KNA: ['St. Kitts and Nevis'],
    MHL: ['Marshall Is.'],
    MKD: ['Macedonia'],
    SLB: ['Solomon Is.'],
    SSD: ['S. Sudan'],
    STP: ['São Tomé and Principe'],
    SWZ: ['eSwatini'],
    VAT: ['Vatican'],
    VCT: ['St. Vin. and Gren.'],
    USA: ['United States of America', 'Puerto Rico', 'Guam', 'American Samoa', 'N. Mariana Is.', 'U.S. Virgin Is.'],
    GBR: [
      'United Kingdom',
      'Bermuda',
      'Falkland Is.',
      'Saint Helena',
      'Cayman Is.',
      'British Virgin Is.',
      'Jersey',
      'Guernsey',
      'Isle of Man',
      'Br. Indian Ocean Ter.',
    ],
    FRA: ['France', 'New Caledonia', 'Fr. Polynesia', 'St-Martin'],
    NLD: ['Netherlands', 'Aruba', 'Curaçao'],
    DNK: ['Denmark', 'Faeroe Is.'],
    MAR: ['Morocco', 'W. Sahara'],
    SOM: ['Somalia', 'Somaliland'],
    CYP: ['Cyprus', 'N. Cyprus'],
    FIN: ['Finland', 'Åland'],
    CHN: ['China', 'Macao', 'Hong Kong'],
    IND: ['India', 'Siachen Glacier'],
    PAK: ['Pakistan', 'Siachen Glacier'],
    GRL: ['Greenland'],
    // The atlas gives Crimea to Russia; here it is Ukraine's.
    UKR: ['Ukraine', 'Russia'],
  };
  const english = new Map(linesOf(/^states/).map(({ cells }) => [cells.code ?? '', cells.en ?? '']));
  const landsOf = (code: string): (Polygon | MultiPolygon)[] =>
    (ATLAS[code] ?? [english.get(code) ?? '']).flatMap((name) => shapes.get(name) ?? []);

  const KM_A_DEGREE = 111.2;

  /** Kilometres from a point to the nearest of some lands; 0 inside. Plane geometry around the point: exact enough for a few hundred kilometres. */
  function distance(lands: (Polygon | MultiPolygon)[], lon: number, lat: number): number {
    if (lands.some((land) => geoContains(land, [lon, lat]))) return 0;
    const narrow = Math.cos((lat * Math.PI) / 180);
    const place = ([x = 0, y = 0]: Position): [number, number] => [(((x - lon + 540) % 360) - 180) * narrow, y - lat];
    let best = Number.POSITIVE_INFINITY;
    for (const land of lands) {
      for (const ring of land.type === 'Polygon' ? land.coordinates : land.coordinates.flat()) {
        for (let i = 1; i < ring.length; i++) {
          const [ax, ay] = place(ring[i - 1] as Position);
          const [bx, by] = place(ring[i] as Position);
          const length = (bx - ax) ** 2 + (by - ay) ** 2;
          const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length));
          best = Math.min(best, Math.hypot(ax + along * (bx - ax), ay + along * (by - ay)));
        }
      }
    }
    return best * KM_A_DEGREE;
  }

  const written = (lines: Line[]): string[] =>
    amiss(lines, ({ lat = '', lon = '' }) =>
      !/^-?\d+\.\d\d$/.test(lat) || !/^-?\d+\.\d\d$/.test(lon) || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180
        ? `${lat} ${lon}`
        : false,
    );

  it('are decimal degrees with two digits', () => {
    expect(written(linesOf(/^states/).filter(({ cells }) => cells.code !== 'EUR'))).toEqual([]);
    expect(written(linesOf(/^places/))).toEqual([]);
  });

  it('of a capital lie in its country', () => {
    // Too small for the atlas: Tuvalu. No state: the European Union.
    const states = linesOf(/^states/).filter(({ cells }) => !['TUV', 'EUR'].includes(cells.code ?? ''));
    expect(amiss(states, ({ code = '' }) => landsOf(code).length === 0 && `the atlas lacks ${code}`)).toEqual([]);
    expect(
      amiss(states, ({ code = '', capital, lat, lon }) => {
        const km = distance(landsOf(code), Number(lon), Number(lat));
        return km > 5 && `${capital} is ${Math.round(km)} km from ${code}`;
      }),
    ).toEqual([]);
  });

  /** How far off its country's shore a place may lie (km): islands that the atlas leaves out, and fields in the exclusive economic zone (370 km). */
  const OFF_SHORE: Record<string, number> = { island: 370, sea: 370, site: 370 };
  const NEAR = 60;
  /** Disputed shoals, far from who holds or claims them. */
  const FAR = new Set(['Scarborough Shoal', 'Second Thomas Shoal', 'Spratly Islands', 'Christmas Island']);
  /** Bases and lands of a state inside or beside another, that the atlas does not draw. */
  const ABROAD = new Set(['Akrotiri', 'Dhekelia', 'Guantanamo', 'Gibraltar', 'Melilla', 'Funafuti']);

  it('of a place lie in its country, or within 60 km of it', () => {
    const places = linesOf(/^places/).filter(
      ({ cells }) => cells.country !== '-' && !FAR.has(cells.en ?? '') && !ABROAD.has(cells.en ?? ''),
    );
    expect(places.length).toBeGreaterThan(2500);
    expect(
      amiss(places, ({ en, country = '', kind = '', lat, lon }) => {
        const km = distance(landsOf(country), Number(lon), Number(lat));
        return km > (OFF_SHORE[kind] ?? NEAR) && `${en} is ${Math.round(km)} km from ${country}`;
      }),
    ).toEqual([]);
  });

  it('of towns and provinces lie on land or on its edge', () => {
    const land = linesOf(/^places/).filter(
      ({ cells }) =>
        ['city', 'town', 'province', 'district', 'camp'].includes(cells.kind ?? '') && cells.country !== '-' && !ABROAD.has(cells.en ?? ''),
    );
    expect(
      amiss(land, ({ en, country = '', lat, lon }) => {
        const km = distance(landsOf(country), Number(lon), Number(lat));
        return km > 25 && `${en} is ${Math.round(km)} km from ${country}`;
      }),
    ).toEqual([]);
  });
});

describe('frames', () => {
  const lines = linesOf(/^frames/);
  const types = new Set<string>(EVENT_TYPES);
  const isEvent = (type: string | undefined): type is EventType => types.has(type ?? '');
  const sets = new Map(linesOf(/^word-sets/).map(({ cells }) => [cells.set ?? '', values(cells.words)]));
  const frameOf = (cells: Record<string, string>) =>
    parseFrame(
      cells,
      (cause) => {
        throw new Error(cause);
      },
      sets,
    );

  it('are all understood', () => {
    expect(
      amiss(lines, (cells) => {
        let fault = '';
        try {
          frameOf(cells);
        } catch (error) {
          fault = String(error);
        }
        return fault;
      }),
    ).toEqual([]);
  });

  it('are of verbs or nouns', () => {
    expect(amiss(lines, ({ pos }) => pos !== 'v' && pos !== 'n' && pos)).toEqual([]);
  });

  it('stand once: one lemma, part of speech and conditions', () => {
    const seen = new Map<string, string>();
    expect(
      lines.flatMap(({ at, cells }) => {
        const key = [values(cells.lemma)[0], cells.pos, cells.frame].join(' ');
        const before = seen.get(key);
        seen.set(key, at);
        return before ? [`${at}: ${key} (${before})`] : [];
      }),
    ).toEqual([]);
  });

  it('have modes of their type', () => {
    expect(
      amiss(lines, ({ type, mode }) =>
        values(mode)
          .filter((m) => !isEvent(type) || PLOVER[type].modes[m] === undefined)
          .join(' '),
      ),
    ).toEqual([]);
  });

  it('of verbs have a verb that is conjugated', () => {
    const verbs = new Set(linesOf(/^verbs/).map(({ cells }) => cells.lemma));
    expect(amiss(lines, ({ lemma = '', pos }) => pos === 'v' && !verbs.has(values(lemma)[0] ?? '') && lemma)).toEqual([]);
  });

  it('use the slots that the reader fills', () => {
    const prepositions = linesOf(/^particles/).flatMap(({ cells }) => (cells.class?.startsWith('prep') ? [cells.value ?? ''] : []));
    const slots = new Set(['subj', 'obj', 'obj2', 'that', 'دون', 'by', 'gen', 'adj', 'light', 'light-to', ...prepositions]);
    const odd = lines.flatMap(({ at, cells }) => {
      const frame = frameOf(cells);
      return [
        ...frame.actors,
        ...frame.recipients.map((r) => r.slot),
        ...frame.needs,
        ...frame.nots,
        ...frame.conditions.map((c) => c.slot),
      ]
        .filter((s) => !slots.has(s) && s !== 'speaker' && s !== 'self')
        .map((s) => `${at}: ${s}`);
    });
    expect(odd).toEqual([]);
  });

  it('tell statuses that there are', () => {
    const statuses = new Set<string>(STATUSES);
    expect(
      amiss(lines, (cells) => {
        const { inner } = frameOf(cells);
        return Object.values(inner).find((s) => !statuses.has(s));
      }),
    ).toEqual([]);
  });

  /** CAMEO's codes (manual 1.1b3): a root, and what follows it. */
  const CAMEO: [root: string, branches: string][] = [
    ['01', '0 1 10 2 3 4 5 6 7 8 9'],
    ['02', '0 1 11 12 13 14 2 3 31 32 33 34 4 41 42 43 44 5 51 52 53 54 55 56 6 7 8'],
    ['03', '0 1 11 12 13 14 2 3 31 32 33 34 4 41 42 43 44 5 51 52 53 54 55 56 57 6 7 8 9'],
    ['04', '0 1 2 3 4 5 6'],
    ['05', '0 1 2 3 4 5 6 7'],
    ['06', '0 1 2 3 4'],
    ['07', '0 1 2 3 4 5'],
    ['08', '0 1 11 12 13 14 2 3 31 32 33 34 4 41 42 5 6 61 62 63 7 71 72 73 74'],
    ['09', '0 1 2 3 4'],
    ['10', '0 1 11 12 13 14 2 3 31 32 33 34 4 41 42 43 44 5 51 52 53 54 55 56 6 7 8 9'],
    ['11', '0 1 2 21 22 23 24 25 3 4 5 6'],
    ['12', '0 1 11 12 13 14 2 21 22 23 24 3 31 32 33 34 4 41 42 43 44 45 46 5 6 7 8 9'],
    ['13', '0 1 11 12 13 2 21 22 23 24 3 4 5 6 7 8 81 82 83 84 85 9'],
    ['14', '0 1 11 12 13 14 2 21 22 23 24 3 31 32 33 34 4 41 42 43 44 5 51 52 53 54'],
    ['15', '0 1 2 3 4 5'],
    ['16', '0 1 2 21 22 23 3 4 41 42 43 5 6 61 62 63'],
    ['17', '0 1 11 12 2 21 22 23 24 3 4 5 6'],
    ['18', '0 1 2 21 22 23 3 31 32 33 4 5 6'],
    ['19', '0 1 2 3 4 5 6'],
    ['20', '0 1 2 3 4 41 42'],
  ];

  it('have CAMEO codes that there are, and so have types and modes', () => {
    const known = new Set(CAMEO.flatMap(([root, branches]) => [root, ...branches.split(' ').map((branch) => root + branch)]));
    expect(amiss(lines, ({ cameo = '' }) => cameo !== '' && !known.has(cameo) && cameo)).toEqual([]);
    const ours = EVENT_TYPES.flatMap((type) => [PLOVER[type].cameo, ...Object.values(PLOVER[type].modes).map((m) => m.cameo)]);
    expect(ours.filter((code) => !known.has(code))).toEqual([]);
  });

  it('of events have a CAMEO code', () => {
    expect(amiss(lines, ({ type, cameo }) => isEvent(type) && cameo === '' && `${type} without code`)).toEqual([]);
  });
});
