// Reads plain text: one article a file, its text unaltered (line ends included) but for a byte order mark.
import type { Report } from '../errors.js';
import type { ReadItem } from './article.js';
import { type Chunks, gatherBytes } from './chunks.js';
import { decodeText } from './encoding.js';
import { LONGEST_LINE } from './lines.js';

/** At most one article. The core finds headline and dateline in the text. */
export async function* readPlainText(path: string, chunks: Chunks, report: Report): AsyncGenerator<ReadItem> {
  const at = { path };
  const bytes = await gatherBytes(chunks, LONGEST_LINE);
  if (bytes === null) return report({ code: 'KH206', at });
  const decoded = await decodeText(bytes);
  if (decoded.text === null) return report({ code: decoded.broken ? 'KH301' : 'KH303', at, detail: decoded.detail });
  if (decoded.encoding !== 'utf-8') report({ code: 'KH302', at, detail: `read as ${decoded.encoding}` });
  yield { article: { id: path, url: null, source: null, title: null, published: null, text: decoded.text }, at };
}
