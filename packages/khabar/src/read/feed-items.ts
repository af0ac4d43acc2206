// What an article needs, from the parsed feed of each format.

/** `text` and `summary` may hold HTML; dates as they are written. */
export interface FeedItem {
  id: string | null;
  url: string | null;
  /** The feed's own address, for an item's that is not whole. */
  base: string | null;
  title: string | null;
  text: string | null;
  summary: string | null;
  published: string | null;
  source: string | null;
}

/** What all items of a feed share. */
type Shared = Pick<FeedItem, 'source' | 'base'>;

/** A parsed value, looked into by name; anything missing gives null. */
type Parsed = Record<string, unknown>;

/** The items of what feedsmith's `parseFeed` returns. */
export function itemsOf(parsed: unknown): FeedItem[] {
  const { format, feed } = record(parsed);
  const whole = record(feed);
  const shared = { source: text(whole.title), base: text(whole.link) ?? text(whole.home_page_url) ?? pageOf(whole) };
  if (format === 'atom') return list(whole.entries).map((entry) => atomItem(entry, shared));
  return list(whole.items).map((item) => (format === 'json' ? jsonItem(item, shared) : rssItem(item, shared)));
}

/** RSS and RDF, with the modules that news sites use: `content:encoded` for the full text, Dublin Core for dates. */
function rssItem(item: Parsed, shared: Shared): FeedItem {
  const guid = record(item.guid);
  const [dc, dcterms] = [record(item.dc), record(item.dcterms)];
  const link = text(item.link) ?? text(record(item.rdf).about) ?? (guid.isPermaLink === false ? null : address(text(guid.value)));
  return {
    id: text(guid.value) ?? text(record(item.rdf).about),
    url: link,
    title: text(item.title) ?? text(dc.title),
    text: text(record(item.content).encoded),
    summary: text(item.description) ?? text(dc.description),
    published: firstText(item.pubDate, dc.dates, dc.date, dcterms.issued, dcterms.created),
    source: text(record(item.source).title) ?? shared.source,
    base: shared.base,
  };
}

function atomItem(entry: Parsed, shared: Shared): FeedItem {
  return {
    id: text(entry.id),
    url: pageOf(entry),
    title: text(entry.title),
    text: text(entry.content),
    summary: text(entry.summary),
    published: firstText(entry.published, entry.updated),
    source: text(record(entry.source).title) ?? shared.source,
    base: shared.base,
  };
}

function jsonItem(item: Parsed, shared: Shared): FeedItem {
  return {
    id: text(item.id),
    url: text(item.url),
    title: text(item.title),
    text: text(item.content_html) ?? text(item.content_text),
    summary: text(item.summary),
    published: firstText(item.date_published, item.date_modified),
    ...shared,
  };
}

/** The link of a feed or entry that leads to a page for people. */
function pageOf(entry: Parsed): string | null {
  return text(list(entry.links).find(({ rel }) => rel === undefined || rel === 'alternate')?.href);
}

function record(value: unknown): Parsed {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parsed) : {};
}

function list(value: unknown): Parsed[] {
  return Array.isArray(value) ? value.map(record) : [];
}

/** A string, or the value of a text construct. */
function text(value: unknown): string | null {
  const found = typeof value === 'string' ? value : record(value).value;
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null;
}

function firstText(...values: unknown[]): string | null {
  for (const value of values.flat()) {
    const found = text(value);
    if (found !== null) return found;
  }
  return null;
}

function address(value: string | null): string | null {
  return value !== null && /^https?:\/\//i.test(value) ? value : null;
}
