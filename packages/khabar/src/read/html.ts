// Reads a saved web page: the article's text without the site around it, its headline, date, outlet and address.
import type { Report, Whereabouts } from '../errors.js';
import { type Chunks, gatherBytes } from './chunks.js';
import { decodeStrictly, decodeText, readsAsArabic, surveyUtf8 } from './encoding.js';
import { printedDatelines, readPageDate } from './html-dates.js';
import { readHeadline, readOutlet, readStructuredData, readUrl } from './html-facts.js';
import { removeCaptionsAndNotices, textOfContent } from './html-text.js';
import type { ReadItem } from './jsonl.js';
import { LONGEST_LINE } from './lines.js';

/** Pages of news sites nest up to a hundred elements; the search for the article slows down with the cube of the depth. */
const DEEPEST_NESTING = 256;
const REPLACEMENT = '\uFFFD';

/** At most one article. Takes a page's declared encoding for a hint only. */
export async function* readHtml(path: string, chunks: Chunks, report: Report): AsyncGenerator<ReadItem> {
  const at = { path };
  const bytes = await gatherBytes(chunks, LONGEST_LINE);
  if (bytes === null) return report({ code: 'KH206', at });
  const html = await decodePage(bytes, at, report);
  if (html === null) return;
  if (html.trim() === '') return report({ code: 'KH103', at });
  const page = await readPage(html);
  if (page === null) return report({ code: 'KH207', at, detail: `elements nested deeper than ${DEEPEST_NESTING}` });
  if (page.text === '') return report({ code: 'KH207', at });
  if (page.text.includes(REPLACEMENT)) return report({ code: 'KH301', at, detail: "inside the article's text" });
  const { published, ...facts } = page;
  if (published !== null && !published.complete) report({ code: 'KH406', at, detail: published.iso.slice(0, 10) });
  yield { article: { id: path, ...facts, published: published?.iso ?? null }, at };
}

/** Valid UTF-8 is UTF-8 whatever the page declares; a few broken bytes outside the article do no harm. */
async function decodePage(bytes: Uint8Array, at: Whereabouts, report: Report): Promise<string | null> {
  const declared = declaredEncoding(bytes);
  const honest = declared === null || isUtf8Name(declared) ? null : decodeStrictly(bytes, declared);
  const decoded = await decodeText(bytes);
  if (decoded.text !== null && isUtf8Name(decoded.encoding)) {
    if (declared !== null && !isUtf8Name(declared)) report({ code: 'KH304', at, detail: `${declared}, but it is UTF-8` });
    return decoded.text;
  }
  if (honest !== null && readsAsArabic(honest)) return honest;
  if (decoded.text !== null) {
    if (declared === null) report({ code: 'KH302', at, detail: `read as ${decoded.encoding}` });
    else report({ code: 'KH304', at, detail: `${declared}, but it is ${decoded.encoding}` });
    return decoded.text;
  }
  const survey = surveyUtf8(bytes);
  if (survey.sequences > 20 * survey.broken) return new TextDecoder().decode(bytes);
  report({ code: decoded.broken ? 'KH301' : 'KH303', at, detail: decoded.detail });
  return null;
}

/** What `<meta charset>` or `<meta http-equiv>` says in the first 4096 bytes. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
}

function isUtf8Name(name: string): boolean {
  return /^utf-?8$/i.test(name);
}

async function readPage(html: string) {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')]);
  const document = parseHTML(withBody(html)).document as unknown as Document;
  if (isDeeplyNested(document)) return null;
  const structured = readStructuredData(document);
  const { headline, site } = readHeadline(document, structured);
  const url = readUrl(document);
  const facts = {
    url,
    source: readOutlet(document, structured, site, url),
    title: headline,
    published: readPageDate(document, structured, url),
  };
  for (const dateline of printedDatelines(document)) dateline.remove();
  removeCaptionsAndNotices(document);
  const content = new Readability(document, { charThreshold: 200, keepClasses: true }).parse()?.content ?? '';
  const text = textOfContent(parseHTML(`<html><body>${content}</body></html>`).document.body as unknown as Element, headline);
  return { ...facts, text };
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
