// Reads a web archive (.warc, .warc.gz): one article a page that was fetched with success. Held is one record at a time.
import type { Problem, Report, Whereabouts } from '../errors.js';
import { noticesOnce, type ReadItem } from './article.js';
import { type Chunks, peek } from './chunks.js';
import { unpackMembers } from './gzip-members.js';
import { type PageOrigin, readPage } from './html.js';
import { charsetOf, readHttpResponse } from './http-message.js';
import { LONGEST_LINE } from './lines.js';
import { readWarcRecords, type WarcRecord } from './warc-records.js';

const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml']);

/** The articles of an archive in its order; each is called by its page's address. Pictures, redirects and the like are passed over in silence. */
export async function* readWarc(path: string, chunks: Chunks, report: Report): AsyncGenerator<ReadItem> {
  const say = noticesOnce(report);
  const file = await peek(chunks);
  const pieces = file.head[0] === 0x1f && file.head[1] === 0x8b ? unpackMembers(file.chunks) : file.chunks;
  for await (const record of readWarcRecords(pieces, mayHoldPage, LONGEST_LINE)) {
    const at = { path, item: record.number };
    if ('fault' in record) {
      say({ code: 'KH212', at, detail: record.fault });
      continue;
    }
    const item = await articleOfRecord(record, at, say);
    if (item !== null) yield item;
  }
}

/** `response` holds what a server said, `resource` a page alone. */
function mayHoldPage(field: WarcRecord['field']): boolean {
  const type = field('warc-type');
  const content = field('content-type') ?? '';
  return type === 'response' ? /^application\/http/i.test(content) : type === 'resource' && isPage(content);
}

function isPage(contentType: string): boolean {
  return PAGE_TYPES.has((contentType.split(';')[0] ?? '').trim().toLowerCase());
}

async function articleOfRecord(record: WarcRecord, at: Whereabouts, report: Report): Promise<ReadItem | null> {
  // Old versions of wget wrote the address in angle brackets.
  const url = record.field('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
  const named = (problem: Problem) => report({ ...problem, detail: [url, problem.detail].filter(Boolean).join(': ') });
  if (record.block === null) {
    named({ code: 'KH206', at });
    return null;
  }
  const found = pageOfRecord(record, record.block, (fault) => named({ code: 'KH212', at, detail: fault }));
  if (found === null) return null;
  const page = await readPage(found.body, { ...found.origin, url }, at, (problem) =>
    named(problem.code === 'KH207' ? { ...problem, code: 'KH213' } : problem),
  );
  return page === null ? null : { article: { id: url ?? `${at.path}#${record.number}`, ...page }, at };
}

/** The page that a record holds; null where it holds something else. */
function pageOfRecord(
  record: WarcRecord,
  block: Uint8Array,
  tell: (fault: string) => void,
): { body: Uint8Array; origin: PageOrigin } | null {
  if (record.field('warc-type') === 'resource') return { body: block, origin: { charset: charsetOf(record.field('content-type')) } };
  try {
    const { status, mediaType, charset, body } = readHttpResponse(block);
    return status === 200 && PAGE_TYPES.has(mediaType) ? { body: body(LONGEST_LINE), origin: { charset } } : null;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return null;
  }
}
