#!/usr/bin/env node
// Times questions to a SQLite archive of many events. The events are made up: pairs of countries as uneven as in the news, twenty years of days, sentences of common words.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../eval/coder.mjs';

const USAGE = `Usage: node bench/archive.mjs [--events N] [--keep FILE] [--json]

Fills a SQLite archive with N made-up events (default 1000000) and times three kinds of questions, each with 200 different filters:
a filtered page of 50 events, a dyad by month, a full-text search. Build first: npm run build.
  --keep FILE   keep the archive there, and use it again the next time
`;
const QUESTIONS = 200;
const DAYS = 7300;
const PORTION = 20_000;
const COUNTRIES =
  'USA RUS SYR ISR PSE IRN SAU YEM TUR IRQ EGY PRK CHN GBR FRA DEU LBN QAT ARE LBY JOR KOR JPN UKR IND PAK AFG SDN MAR DZA TUN SOM ETH'.split(
    ' ',
  );
const TYPES = 'ASSAULT CONSULT COERCE ACCUSE REQUEST SANCTION SUPPORT AGREE PROTEST RETREAT REJECT THREATEN'.split(' ');
const OUTLETS = ['A', 'B', 'C', 'D', 'E'];

/** A generator of numbers from 0 to 1, the same on every machine. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
/** Made-up words, the first ones frequent. @param {() => number} next */
function vocabulary(next) {
  return Array.from({ length: 20_000 }, () =>
    Array.from({ length: 4 + Math.floor(next() * 3) }, () => LETTERS[Math.floor(next() * 28)]).join(''),
  );
}

/** Few items often, many seldom. @template T @param {T[]} items @param {() => number} next */
const uneven = (items, next) => /** @type {T} */ (items[Math.floor(items.length * next() ** 3)]);

/** @param {number} index @param {string[]} words @param {() => number} next */
function madeUp(index, words, next) {
  const [actor, recipient] = [uneven(COUNTRIES, next), uneven(COUNTRIES, next)];
  const type = uneven(TYPES, next);
  const date = new Date((10_000 + Math.floor(next() * DAYS)) * 86_400_000).toISOString().slice(0, 10);
  const participant = (/** @type {string} */ country) => ({
    text: '',
    start: null,
    end: null,
    name: { ar: null, en: country },
    country,
    sectors: ['GOV'],
    wikidata: null,
    kind: 'state',
  });
  const outlets = OUTLETS.slice(0, 1 + Math.floor(next() ** 2 * 5));
  const quad = 1 + Math.floor(next() * 4);
  const id =
    index.toString(16).padStart(5, '0') +
    Math.floor(next() * 2 ** 36)
      .toString(16)
      .padStart(9, '0');
  const event = {
    id,
    type,
    mode: [],
    context: [],
    cameo: '040',
    quad,
    score: Math.round(next() * 20) - 10,
    status: 'actual',
    actors: [participant(actor)],
    recipients: [participant(recipient)],
    date: { start: date, end: date, text: '' },
    place: null,
    counts: [],
    topics: [],
    mentions: [`${id}m`],
    articles: [`a${index}`],
    outlets,
    first: `${date}T10:00:00Z`,
    last: `${date}T10:00:00Z`,
    confidence: 0.5,
    claimedBy: null,
    contradictions: [],
    reviewed: false,
  };
  return { event, sentence: Array.from({ length: 30 }, () => uneven(words, next)).join(' ') };
}

/** @param {any} store @param {any} archive @param {number} count @param {string[]} words */
async function fill(store, archive, count, words) {
  const next = random(7);
  for (let from = 0; from < count; from += PORTION) {
    const rows = Array.from({ length: Math.min(PORTION, count - from) }, (_, k) => {
      const { event, sentence } = madeUp(from + k, words, next);
      const day = Date.parse(`${event.date.start}T00:00:00Z`) / 86_400_000;
      const mention = { id: `${event.id}m`, article: { id: event.articles[0] }, sentence: { text: sentence } };
      return store.eventRows(event, {
        id: event.id,
        day,
        filed: day,
        until: null,
        leader: { standing: 'told' },
        reports: [{ report: { mentions: [mention] }, why: [] }],
      });
    });
    const { database } = archive;
    await database.db.transaction().execute((/** @type {any} */ within) => store.insertEvents(database, within, rows));
    process.stderr.write(`\r${from + rows.length} events`);
  }
  process.stderr.write('\n');
}

/** Milliseconds of each question. @param {(k: number) => Promise<unknown>} ask */
async function timed(ask) {
  const times = [];
  for (let k = 0; k < QUESTIONS; k++) {
    const start = performance.now();
    await ask(k);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => Math.round((times[Math.ceil(share * times.length) - 1] ?? 0) * 10) / 10;
  return { median: at(0.5), p95: at(0.95), slowest: at(1) };
}

/** @param {AsyncIterable<unknown>} items */
async function count(items) {
  let found = 0;
  for await (const _ of items) found++;
  return found;
}

/** @param {any} archive @param {any} counts @param {string[]} words */
async function ask(archive, counts, words) {
  const next = random(11);
  const day = () => new Date((10_000 + Math.floor(next() * DAYS)) * 86_400_000).toISOString().slice(0, 10);
  const filters = [
    () => ({ types: [uneven(TYPES, next)], from: day() }),
    () => ({ parties: [uneven(COUNTRIES, next)], quads: [1 + Math.floor(next() * 4)] }),
    () => ({ dyad: [uneven(COUNTRIES, next), uneven(COUNTRIES, next)], to: day() }),
    () => ({ actors: [uneven(COUNTRIES, next)], recipients: [uneven(COUNTRIES, next)], types: [uneven(TYPES, next)] }),
    () => ({ outlets: ['C'], from: day(), leastOutlets: 3 }),
  ];
  return {
    'filtered page of 50 events': await timed((k) =>
      count(archive.events(filters[k % filters.length]?.(), { sort: k % 2 ? 'day' : '-day', limit: 50, offset: 50 * (k % 3) })),
    ),
    'dyad by month': await timed(() =>
      counts.countByPeriod(archive.database, { dyad: [uneven(COUNTRIES, next), uneven(COUNTRIES, next)] }, 'month'),
    ),
    'full-text search': await timed((k) =>
      count(archive.events({ text: `${uneven(words, next)}${k % 2 ? ` ${uneven(words, next)}` : ''}` }, { sort: '-day', limit: 50 })),
    ),
  };
}

async function run() {
  const { values } = parseArgs({
    options: { events: { type: 'string' }, keep: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return process.stdout.write(USAGE);
  const built = join(ROOT, 'packages/khabar/dist/store');
  const [{ openArchive }, counts, store] = await Promise.all(
    ['archive.js', 'counts.js', 'rows.js'].map((file) => import(join(built, file))),
  );
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'));
  const file = values.keep ?? join(folder, 'archive.db');
  const isThere = existsSync(file);
  const archive = await openArchive(file, { create: true });
  const words = vocabulary(random(3));
  if (!isThere) await fill(store, archive, Number(values.events ?? 1_000_000), words);
  const answers = await ask(archive, counts, words);
  await archive.close();
  rmSync(folder, { recursive: true });
  if (values.json) return process.stdout.write(`${JSON.stringify(answers)}\n`);
  for (const [question, { median, p95, slowest }] of Object.entries(answers))
    process.stdout.write(`${question.padEnd(28)} median ${median} ms · 95 % under ${p95} ms · slowest ${slowest} ms\n`);
}

await run();
