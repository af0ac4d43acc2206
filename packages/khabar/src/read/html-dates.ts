// Finds when a page was published. What machines read comes first; a date printed near the headline, and a date in the address, come after.
import { readMeta, type StructuredItem } from './html-facts.js';
import { type Published, publishedOnDay, readPublished } from './published.js';

const META_NAMES = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datePublished',
  'publish_date',
  'publish-date',
  'pubdate',
  'publication_date',
  'article_date_original',
  'cXenseParse:recs:publishtime',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'DC.date',
  'DCTERMS.created',
  'dateCreated',
  'date',
];

/** `url` is the page's own address. JSON-LD stands before meta elements, since it keeps the outlet's own offset, and so its own day. */
export function readPageDate(document: Document, structured: StructuredItem[], url: string | null): Published | null {
  return (
    firstDate(structured.map((item) => item.datePublished)) ??
    firstDate(META_NAMES.map((name) => readMeta(document, [name]))) ??
    firstDate(timeElements(document)) ??
    printedDate(document) ??
    dateInAddress(url)
  );
}

function firstDate(values: unknown[]): Published | null {
  for (const value of values) {
    const published = typeof value === 'string' ? readMachineDate(value) : null;
    if (published !== null) return published;
  }
  return null;
}

function readMachineDate(text: string): Published | null {
  return readPublished(text) ?? readMailDate(text);
}

/** A date of publication in any of the forms that feeds write: ISO 8601, RFC 5322, or in Arabic. */
export function readWrittenDate(text: string): Published | null {
  return readMachineDate(text) ?? readPrintedDay(text);
}

/** `<time datetime>`: marked as publication first, then within the article, before a list of other articles' times. */
function timeElements(document: Document): (string | null)[] {
  const places = ['time[itemprop="datePublished"]', 'time[pubdate]', 'article time[datetime]', 'main time[datetime]', 'time[datetime]'];
  return places.map((place) => document.querySelector(place)?.getAttribute('datetime') ?? null);
}

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Fri, 11 May 2018 12:24:30 +0400` (RFC 5322), which feeds and some sites' meta elements write; also with `GMT+0400`. */
function readMailDate(text: string): Published | null {
  const [, day = '', month = '', year = '', time = '00:00', zone = ''] = MAIL_DATE.exec(text) ?? [];
  const index = ENGLISH_MONTHS.indexOf(month.toLowerCase());
  if (index === -1) return null;
  const offset = /[+-].*$/.exec(zone)?.[0] ?? (zone === '' ? '' : 'Z');
  return readPublished(`${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}T${time.replace(/^\d:/, '0$&')}${offset}`);
}

const MAIL_DATE =
  /(\d{1,2})[ -]([A-Z][a-z]{2})[a-z]*[ -](\d{4})(?: (\d{1,2}:\d{2}(?::\d{2})?)(?: ((?:GMT|UTC)?[+-]\d{2}:?\d{2}|GMT|UTC|UT|Z)\b)?)?/;

const DATE_CLASSES = ['publish', 'created', 'date', 'time', 'tmstmp', 'stamp'];
const DATELINES = DATE_CLASSES.map((part) => `[class*="${part}" i]`).join(',');
const LONGEST_DATELINE = 120;

/** A short element whose class speaks of a date, near the first heading: after it, or else the last before it. */
function printedDate(document: Document): Published | null {
  const elements = [...document.querySelectorAll(`h1,${DATELINES}`)].filter((element) => !isInSiteFrame(element));
  const dated = elements.map((element) => ({ heading: /^h1$/i.test(element.nodeName), published: dateOf(element) }));
  const headline = dated.findIndex(({ heading }) => heading);
  const after = dated.slice(headline + 1).find(({ published }) => published !== null);
  return after?.published ?? dated.slice(0, Math.max(0, headline)).findLast(({ published }) => published !== null)?.published ?? null;
}

/** The elements that print a date and little else: they are no part of the article's text. */
export function printedDatelines(document: Document): Element[] {
  return [...document.querySelectorAll(DATELINES)].filter((element) => dateOf(element) !== null);
}

/** Headers, menus, side columns and footers print today's date, or other articles' dates. */
function isInSiteFrame(element: Element): boolean {
  return element.closest('nav, footer, aside, [class*="nav_"], [class*="top_"], [class*="related" i], [class*="sidebar" i]') !== null;
}

function dateOf(element: Element): Published | null {
  const text = element.textContent ?? '';
  return text.length > LONGEST_DATELINE ? null : (readPrintedDay(text) ?? readPublished(text));
}

/** The first day in a printed date: `04 آب/اغسطس 2013` (4 August 2013), `24 نيسان / أبريل 2020`, `24/04/2020` (day first, as Arab papers do). */
export function readPrintedDay(text: string): Published | null {
  const plain = foldLetters(westernDigits(text));
  const [, day, month, year] = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(plain) ?? [];
  if (day !== undefined) return publishedOnDay(Number(year), Number(month), Number(day));
  if (!/\d{4}/.test(plain)) return null;
  for (const { month: number, dayFirst, monthFirst } of monthPatterns()) {
    const [, dayBefore, yearAfter] = dayFirst.exec(plain) ?? [];
    if (dayBefore !== undefined) return publishedOnDay(Number(yearAfter), number, Number(dayBefore));
    const [, dayAfter, yearLast] = monthFirst.exec(plain) ?? [];
    if (dayAfter !== undefined) return publishedOnDay(Number(yearLast), number, Number(dayAfter));
  }
  return null;
}

function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}

/** Hamza seats to bare letters, vowel signs off. */
function foldLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

interface MonthPattern {
  month: number;
  dayFirst: RegExp;
  monthFirst: RegExp;
}

let knownPatterns: MonthPattern[] | null = null;

/** The Arab world's month names: Gregorian by English, by French and by Syriac names, and Morocco's; from the platform's locale data. */
function monthPatterns(): MonthPattern[] {
  if (knownPatterns !== null) return knownPatterns;
  const names = new Map<string, number>();
  for (const locale of ['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA', 'en']) {
    const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) names.set(foldLetters(format.format(Date.UTC(2020, month - 1, 1))), month);
  }
  knownPatterns = [...names].map(([name, month]) => ({
    month,
    dayFirst: new RegExp(`(?<!\\d)(\\d{1,2})\\s*[-/,]?\\s*${name}(?!\\p{L})[^\\d]{0,25}(\\d{4})(?!\\d)`, 'u'),
    monthFirst: new RegExp(`(?<!\\p{L})${name}\\s+(\\d{1,2})\\p{P}?\\s+(\\d{4})(?!\\d)`, 'u'),
  }));
  return knownPatterns;
}

/** `/2020/8/24/`, `/2020-06-03-` or `/20200603/` in the address. */
export function dateInAddress(url: string | null): Published | null {
  const [, year, month, day] =
    /[/-]((?:19|20)\d{2})([/-])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(url ?? '')?.filter((_, index) => index !== 2) ?? [];
  if (year !== undefined) return publishedOnDay(Number(year), Number(month), Number(day));
  const [, y, m, d] = /\/(20\d{2})(\d{2})(\d{2})(?!\d)/.exec(url ?? '') ?? [];
  return y === undefined ? null : publishedOnDay(Number(y), Number(m), Number(d));
}
