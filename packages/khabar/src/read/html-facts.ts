// What a page says about its article: JSON-LD, Open Graph and other meta elements, headings. Nothing here reads the article's text.

export type StructuredItem = Record<string, unknown>;

const ARTICLE_TYPES = /(?:Article|BlogPosting|Report)$/;

/** The JSON-LD items that describe the article (schema.org), those of an article type first. Broken blocks are passed over. */
export function readStructuredData(document: Document): StructuredItem[] {
  const items: StructuredItem[] = [];
  for (const block of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collectItems(JSON.parse(block.textContent ?? ''), items);
    } catch {
      // Publishers' JSON-LD is often broken; the meta elements say the same.
    }
  }
  const articles = items.filter((item) => typesOf(item).some((type) => ARTICLE_TYPES.test(type)));
  const pages = items.filter((item) => typesOf(item).includes('WebPage'));
  return [...articles, ...pages];
}

function collectItems(value: unknown, items: StructuredItem[]): void {
  if (Array.isArray(value)) {
    for (const each of value) collectItems(each, items);
  } else if (typeof value === 'object' && value !== null) {
    const item = value as StructuredItem;
    items.push(item);
    collectItems(item['@graph'], items);
    collectItems(item.mainEntity, items);
  }
}

function typesOf(item: StructuredItem): string[] {
  const type = item['@type'];
  return (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string');
}

/** The content of the first meta element with one of these names (`property`, `name` or `itemprop`), in the order of the names. */
export function readMeta(document: Document, names: string[]): string | null {
  const metas = metasOf(document);
  for (const name of names) {
    for (const attribute of META_ATTRIBUTES) {
      const content = metas.get(`${attribute} ${name.toLowerCase()}`);
      if (content !== undefined) return content;
    }
  }
  return null;
}

const META_ATTRIBUTES = ['property', 'name', 'itemprop'] as const;
const knownMetas = new WeakMap<Document, Map<string, string>>();

/** Gathered once: each search goes through the whole page. */
function metasOf(document: Document): Map<string, string> {
  const known = knownMetas.get(document);
  if (known !== undefined) return known;
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = tidy(meta.getAttribute('content') ?? '');
    for (const attribute of META_ATTRIBUTES) {
      const key = `${attribute} ${meta.getAttribute(attribute)?.toLowerCase()}`;
      if (content !== '' && !metas.has(key)) metas.set(key, content);
    }
  }
  knownMetas.set(document, metas);
  return metas;
}

export function tidy(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim();
}

/**
 * The headline without the site's name around it, and that name. Pages put "headline - section - site" into `<title>`; where a heading
 * (or the JSON-LD headline) is part of that title, the heading is the headline and what is left over holds the site's name.
 */
export function readHeadline(document: Document, structured: StructuredItem[]): { headline: string | null; site: string | null } {
  const titles = [readMeta(document, ['og:title']), tidy(document.querySelector('title')?.textContent ?? '')].filter((title) => title);
  const title = titles[0] ?? null;
  const headings = [...document.querySelectorAll('h1')].map((heading) => tidy(heading.textContent ?? ''));
  const named = structured.map((item) => (typeof item.headline === 'string' ? tidy(item.headline) : ''));
  const twitter = readMeta(document, ['twitter:title']) ?? '';
  const candidates = [...headings, ...named, twitter, ...titles.map((each) => tidy(each ?? ''))];
  const fitting = candidates.filter((each) => wordCount(each) > 2 && titles.some((whole) => whole?.includes(each)));
  const longest = fitting.toSorted((a, b) => b.length - a.length)[0];
  const shorter = fitting
    .filter((each) => longest?.includes(each) && isBesideSeparator(longest, each))
    .toSorted((a, b) => b.length - a.length)[0];
  if (shorter !== undefined) return { headline: shorter, site: siteBeside(titles, shorter) };
  const whole = title ?? headings.find((heading) => heading !== '') ?? null;
  return whole === null ? { headline: null, site: null } : splitOffSite(whole, readMeta(document, ['og:site_name']));
}

const SEPARATOR = / [-–—|:»«•·] /;

/** Whether `whole` is `part` with something set off by a separator before or after it. */
function isBesideSeparator(whole: string, part: string): boolean {
  const at = whole.indexOf(part);
  const before = whole.slice(0, at);
  const after = whole.slice(at + part.length);
  return (
    before + after !== '' &&
    (before === '' || SEPARATOR.test(`${before.trimEnd()} `)) &&
    (after === '' || SEPARATOR.test(` ${after.trimStart()}`))
  );
}

function siteBeside(titles: (string | null)[], headline: string): string | null {
  for (const title of titles) {
    const rest = title?.includes(headline) ? title.replace(headline, '') : '';
    const site = rest
      .split(SEPARATOR)
      .map((part) => part.replace(/^[\s\-–—|:]+|[\s\-–—|:]+$/g, ''))
      .findLast((part) => part !== '');
    if (site !== undefined) return site;
  }
  return null;
}

/** Takes the site's name off the end (or the start) of a title: where the name is known, or where a short end follows a long headline. */
function splitOffSite(title: string, known: string | null): { headline: string; site: string | null } {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return { headline: title, site: known };
  const isSite = known === null ? wordCount(last) <= 3 && wordCount(title) - wordCount(last) > 4 : tidy(last) === known;
  if (isSite) return { headline: title.slice(0, title.length - last.length).replace(/\s+[-–—|:»«•·]\s*$/, ''), site: known ?? last };
  if (known !== null && parts[0] === known) return { headline: title.slice(known.length).replace(/^\s+[-–—|:»«•·]\s*/, ''), site: known };
  return { headline: title, site: known };
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The page's own address: canonical link, else Open Graph. */
export function readUrl(document: Document): string | null {
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  const address = [canonical, readMeta(document, ['og:url'])].find((each) => each && /^https?:\/\//i.test(each));
  return address?.trim() ?? null;
}

/** The outlet: the site's name as the page gives it, the publisher, what stands beside the headline, else the address's host. */
export function readOutlet(
  document: Document,
  structured: StructuredItem[],
  besideHeadline: string | null,
  url: string | null,
): string | null {
  return (
    readMeta(document, ['og:site_name']) ??
    publisherOf(structured) ??
    besideHeadline ??
    readMeta(document, ['application-name']) ??
    hostOf(url)
  );
}

function publisherOf(structured: StructuredItem[]): string | null {
  for (const { publisher } of structured) {
    const name = typeof publisher === 'object' && publisher !== null && 'name' in publisher ? publisher.name : null;
    if (typeof name === 'string' && name !== '') return tidy(name);
  }
  return null;
}

function hostOf(url: string | null): string | null {
  return url === null || !URL.canParse(url) ? null : new URL(url).hostname.replace(/^www\./, '');
}
