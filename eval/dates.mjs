// Dates against two sets made by others: agency datelines that give each day in both calendars, and the Arabic cases of a date library's tests.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openCore, sharedFolder, stopWith } from './coder.mjs';
import { shareRow, skipped } from './measure.mjs';
import { resultTable } from './table.mjs';

/** @typedef {import('./measure.mjs').Fault} Fault */
/** @typedef {{ text: string, from: string, to: string }} Span */

const TITLE = 'dates: date expressions and agency datelines';

/** Every span that the coder finds. @param {any} coder @param {string} text @param {string} [published] @returns {Span[]} */
function spansIn(coder, text, published) {
  const sentences = coder.explain({ id: 'dates', text, published });
  return sentences.flatMap((/** @type {any} */ s) =>
    s.dates.map((/** @type {any} */ d) => ({ text: text.slice(d.start, d.end), from: d.from, to: d.to })),
  );
}

/** A Hijri and a Gregorian day as agencies write them: 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م. */
const BOTH = /(\d{1,2}\s\S+(?:\s\S+)?\s1[34]\d\d\s?هـ?)\s+الموافق\s+(\d{1,2}\s\S+\s20\d\d\s?م?)/;

/**
 * A dateline is right where each half gives one day when read alone, both give the same, and the whole line gives it once.
 * @param {any} coder @param {string} file @param {Fault[]} faults
 */
function measureDatelines(coder, file, faults) {
  let right = 0;
  let of = 0;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const article = JSON.parse(line);
    const first = article.body.split('\n')[0];
    const halves = BOTH.exec(first);
    if (!halves) continue;
    of++;
    const [hijri, gregorian, both] = [halves[1], halves[2], first].map((text) => spansIn(coder, text));
    const days = [hijri, gregorian, both].map((spans) => (spans.length === 1 && spans[0].from === spans[0].to ? spans[0].from : null));
    if (days[0] && days.every((day) => day === days[0])) right++;
    else faults.push({ kind: 'DATELINE', where: article.id, text: first, detail: days.map((d) => d ?? 'none').join(' ') });
  }
  return shareRow('datelines, both calendars', right, of);
}

/** Files of the library's tests that give resolved values. */
const CASES = ['DateParser.json', 'DatePeriodParser.json'];

const MONTH = 'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر';
const WEEKDAY = 'الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت';

/**
 * What a news text does not hold, or holds in another sense than the library's; the pattern is looked for in the whole case.
 * @type {[string, RegExp][]}
 */
const LEFT_OUT = [
  [
    'figures without a year of four digits, or with the month first',
    /(?<![\d/-])\d{1,2}[./-]\d{1,2}(?![\d/-])|\d{2}\/\d{2}\/\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{2}(?!\d)|\d{4}\.\d(?!\d)|^\D*\d-\d{4}|\d{4}\/\d(?!\d)/,
  ],
  ['a bare day of the month or a bare month', /(إلى|يوم|في) \d{1,2}[.!]?$|(إلى ال|لل)(حادي|ثاني|ثلاثين)|هذا سبتمبر|سأخرج فبراير/],
  ['a full stop inside', /\d\. /],
  ['the month before its day', new RegExp(`(${MONTH})[- ]?(\\d{1,2}(?!\\d)|الثاني|الحادي|بين)`)],
  ['years before 1900 or read in pairs of digits', /1391|247|مائتين|تسعة عشر|سبعمائة/],
  ['decades by other names than ـينيات, or counted by the calendar', /الألفين|ألفين$|والعشرات|العشرينيات|العقد|عقود|في 1970/],
  ['parts and rests of periods: the library counts halves, Khabar thirds', /مطلع|بداية|أواخر|نهاية|منتصف|لاحق|بقية|باقي/],
  [
    'weeks and their days: the library begins the week on Monday, Khabar on Saturday',
    new RegExp(`أسبوع(?!ين)|الاسبوع|الإسبوع|اسبوعي|(${WEEKDAY}) (القادم|الماضي|الأول|الثاني|الثالث|الخامس)`),
  ],
  ['a month called past: the library takes that of the year before', /سبتمبر الماضي/],
  ['a weekday with a bare day of the month', new RegExp(`(${WEEKDAY}) (\\d{1,2}$|\\d{1,2} حتى|في )`)],
  ['the first or last such day', /أول يوم|آخر يوم/],
  ['the day after of a story', /التالي|اليوم الماضي/],
  ['vague counts, and counts of two units', /بضعة|القليلة|سنة و|شهر و|شهر,|عام و/],
  ['a count ahead that the library reads as a span', /بعد \d|سيحدث بعد|خلال اسبوعين/],
  ['words of a diary', /كورتانا|يومي$|هذا يوم/],
];

/**
 * Which cases a news text could hold: those with one expression that resolves to a real day, month, year or span of days, and nothing of LEFT_OUT.
 * @param {{ Input: string, Results: any[] }} entry
 */
function isNews({ Input: input, Results: results }) {
  const value = results.length === 1 ? results[0].Value : null;
  if (!value?.FutureResolution) return false;
  const resolved = JSON.stringify(value.FutureResolution);
  if (resolved === '{}' || resolved.includes('0001-01-01')) return false;
  return !LEFT_OUT.some(([, pattern]) => pattern.test(input));
}

const DAY = 86_400_000;
/** @param {string} iso */
const dayOf = (iso) => Date.parse(iso) / DAY;

/**
 * Either resolution is right, the coming or the past one. A span may end a day earlier (the library names the day after) or begin a day earlier (it counts some from the
 * morrow), and one of years ends with its last year; a point so many months or years away is right where the library's day lies in the month or year found.
 * @param {Span} span @param {Record<string, string>} resolution
 */
function agrees(span, resolution) {
  const [from, to] = [dayOf(span.from), dayOf(span.to)];
  const start = dayOf(resolution.date ?? resolution.startDate);
  const end = dayOf(resolution.date ?? resolution.endDate);
  if (resolution.date) return (from === start && to === end) || (/^(قبل|منذ|بعد)/.test(span.text) && from <= start && start <= to);
  return (from === start || from === start - 1) && (to === end || to === end - 1 || span.to === `${resolution.endDate.slice(0, 4)}-12-31`);
}

/** @param {any} coder @param {string} folder @param {Fault[]} faults */
function measureCases(coder, folder, faults) {
  let right = 0;
  let of = 0;
  let all = 0;
  for (const file of CASES) {
    for (const entry of JSON.parse(readFileSync(join(folder, file), 'utf8'))) {
      all++;
      if (!isNews(entry)) continue;
      of++;
      const { FutureResolution: future, PastResolution: past } = entry.Results[0].Value;
      const spans = spansIn(coder, entry.Input, entry.Context.ReferenceDateTime.slice(0, 10));
      if (spans.some((span) => agrees(span, future) || agrees(span, past))) right++;
      else
        faults.push({
          kind: 'DATE',
          where: file,
          text: entry.Input,
          detail: `${JSON.stringify(past)} read ${spans.map((s) => `${s.text} ${s.from} ${s.to}`).join('; ') || 'none'}`,
        });
    }
  }
  return shareRow('date expressions', right, of, { note: `chosen from ${all}` });
}

/** @param {{ coder: any, shared: string }} bench @returns {import('./measure.mjs').Result} */
export function measureDates({ coder, shared }) {
  const folder = join(shared, 'language/dates');
  if (!existsSync(folder)) return skipped('dates', TITLE, 'the shared dates are not here (KHABAR_SHARED)');
  /** @type {Fault[]} */
  const faults = [];
  const rows = [measureDatelines(coder, join(folder, 'spa-datelines.jsonl'), faults), measureCases(coder, folder, faults)];
  return { set: 'dates', title: TITLE, rows, faults };
}

async function main() {
  const shared = sharedFolder();
  if (!shared) return void process.stdout.write('dates: skipped, the shared folder is not here (KHABAR_SHARED)\n');
  const result = measureDates({ coder: (await openCore()).createCoder(), shared });
  process.stdout.write(`${resultTable(result, {}, {})}\n`);
  for (const { kind, where, text, detail } of result.faults) process.stdout.write(`${kind}\t${where}\t${text}\t${detail}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main().catch(stopWith);
