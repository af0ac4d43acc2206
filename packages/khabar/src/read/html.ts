// Reads a saved web page: the article's text without the site around it, its headline, date, outlet and address.
import type { ProblemCode, Report, Whereabouts } from '../errors.js';
import type { ReadItem } from './article.js';
import { type Chunks, gatherBytes } from './chunks.js';
import { decodeMarkup } from './encoding.js';
import { printedDatelines, readPageDate } from './html-dates.js';
import { readHeadline, readOutlet, readStructuredData, readUrl, type StructuredItem } from './html-facts.js';
import { removeBoxes, removeLinkingEnd, textOfContent } from './html-text.js';
import { LONGEST_LINE } from './lines.js';

/** Pages of news sites nest up to a hundred elements; the search for the article slows down with the cube of the depth. */
const DEEPEST_NESTING = 256;
const REPLACEMENT = '\uFFFD';

/** What is known of a page from outside of it: from the archive or the server that gave it. */
export interface PageOrigin {
  /** The encoding that the server named. */
  charset?: string | null;
  url?: string | null;
}

/** What a page tells of its article. */
export interface Page {
  url: string | null;
  source: string | null;
  title: string | null;
  published: string | null;
  text: string;
}

/** At most one article. */
export async function* readHtml(path: string, chunks: Chunks, report: Report): AsyncGenerator<ReadItem> {
  const at = { path };
  const bytes = await gatherBytes(chunks, LONGEST_LINE);
  if (bytes === null) return report({ code: 'KH206', at });
  const page = await readPage(bytes, {}, at, report);
  if (page !== null) yield { article: { id: path, ...page }, at };
}

/** The article of a page; null where there is none, which is told. Takes a declared encoding for a hint only. */
export async function readPage(bytes: Uint8Array, origin: PageOrigin, at: Whereabouts, report: Report): Promise<Page | null> {
  const html = await decodeMarkup(bytes, [origin.charset ?? null, encodingInPage(bytes)], at, report);
  if (html === null) return null;
  const refuse = (code: ProblemCode, detail?: string) => {
    report(detail === undefined ? { code, at } : { code, at, detail });
    return null;
  };
  if (html.trim() === '') return refuse('KH103');
  const page = await partsOf(html, origin.url ?? null);
  if (page === null) return refuse('KH207', `elements nested deeper than ${DEEPEST_NESTING}`);
  if (page.text === '') return refuse('KH207');
  if (page.text.includes(REPLACEMENT)) return refuse('KH301', "inside the article's text");
  const { published, ...parts } = page;
  if (published !== null && !published.complete) report({ code: 'KH406', at, detail: published.iso.slice(0, 10) });
  return { ...parts, published: published?.iso ?? null };
}

/** What `<meta charset>` or `<meta http-equiv>` says in the first 4096 bytes. */
function encodingInPage(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ?? null;
}

async function partsOf(html: string, knownUrl: string | null) {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')]);
  const document = parseHTML(withBody(html)).document as unknown as Document;
  if (isDeeplyNested(document)) return null;
  const structured = readStructuredData(document);
  const { headline, site } = readHeadline(document, structured);
  const url = readUrl(document) ?? knownUrl;
  const facts = {
    url,
    source: readOutlet(document, structured, site, url),
    title: headline,
    published: readPageDate(document, structured, url),
  };
  for (const dateline of printedDatelines(document)) dateline.remove();
  removeBoxes(document);
  const serializer = (content: Node) => content as Element;
  const content = new Readability(document, { charThreshold: 200, keepClasses: true, serializer }).parse()?.content;
  const found = content ? textOfContent(content, headline) : '';
  const told = await toldText(structured);
  // Some pages hold their text only for machines, and build what people see with a script.
  const text = found.length < told.length / 2 ? told : found;
  return { ...facts, text };
}

/** The text that the page's JSON-LD holds, if any. */
async function toldText(structured: StructuredItem[]): Promise<string> {
  const body = structured.map(({ articleBody }) => articleBody).find((each) => typeof each === 'string');
  return typeof body === 'string' ? textOfFragment(body) : '';
}

/** The text of a piece of a page, such as the item of a feed: a paragraph a line. Text without any markup keeps its lines. */
export async function textOfFragment(html: string): Promise<string> {
  const { parseHTML } = await import('linkedom');
  const marked = /<[a-z]/i.test(html) ? html : html.replaceAll('\n', '<br>');
  const document = parseHTML(`<html><body>${marked}</body></html>`).document as unknown as Document;
  if (isDeeplyNested(document)) return '';
  removeBoxes(document);
  removeLinkingEnd(document.body);
  return textOfContent(document.body, null);
}

function isDeeplyNested(document: Document): boolean {
  let depth = 0;
  let node: Node | null = document.documentElement;
  while (node !== null) {
    if (depth > DEEPEST_NESTING) return true;
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return false;
}

/** The parser makes no `<body>` of its own. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  if (/<\/head\s*>/i.test(html)) return html.replace(/<\/head\s*>/i, '$&<body>');
  return `<html><head></head><body>${html}</body></html>`;
}
