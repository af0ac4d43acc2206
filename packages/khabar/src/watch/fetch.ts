// Fetches one address over HTTP: only from hosts that the user named, with limits of time and size. Pace and robots.txt are the matter of polite.ts.
import { charsetOf } from '../read/http-message.js';

/** What is sent with a request so that nothing is sent back where nothing has changed. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface FetchLimits {
  /** Host names, without ports. */
  hosts: ReadonlySet<string>;
  userAgent: string;
  /** Milliseconds for the whole answer, redirects not counted. */
  timeout: number;
  /** Bytes of the unpacked body. */
  mostBytes: number;
  signal: AbortSignal;
}

export type Answer =
  | { kind: 'body'; url: string; bytes: Uint8Array; charset: string | null; validators: Validators }
  | { kind: 'unchanged' }
  | { kind: 'moved'; to: string }
  /** `status` is null where there was no answer; `retryAfter` as the server wrote it. */
  | { kind: 'failed'; status: number | null; detail: string; retryAfter: string | null }
  | { kind: 'too-long' }
  | { kind: 'foreign'; host: string };

const MOVED = new Set([301, 302, 303, 307, 308]);

/** One request; a redirect is answered, not followed. Never throws. */
export async function fetchOnce(url: string, validators: Validators | null, limits: FetchLimits): Promise<Answer> {
  const { hostname } = new URL(url);
  if (!limits.hosts.has(hostname)) return { kind: 'foreign', host: hostname };
  const timeout = AbortSignal.timeout(limits.timeout);
  try {
    const response = await fetch(url, {
      headers: headersOf(validators, limits.userAgent),
      redirect: 'manual',
      signal: AbortSignal.any([limits.signal, timeout]),
    });
    return await answerOf(url, response, limits.mostBytes);
  } catch (error) {
    const detail = timeout.aborted ? `no answer in ${limits.timeout / 1000} seconds` : reasonOf(error);
    return { kind: 'failed', status: null, detail, retryAfter: null };
  }
}

function headersOf(validators: Validators | null, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5',
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

async function answerOf(url: string, response: Response, mostBytes: number): Promise<Answer> {
  const { status, headers } = response;
  const location = headers.get('location');
  if (status === 200) {
    const bytes = await bytesOf(response, mostBytes);
    if (bytes === null) return { kind: 'too-long' };
    const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
    return { kind: 'body', url, bytes, charset: charsetOf(headers.get('content-type')), validators };
  }
  await response.body?.cancel();
  if (status === 304) return { kind: 'unchanged' };
  if (MOVED.has(status) && location !== null && URL.canParse(location, url)) {
    return { kind: 'moved', to: new URL(location, url).href };
  }
  return { kind: 'failed', status, detail: `status ${status}`, retryAfter: headers.get('retry-after') };
}

/** Null where there are more than `most`; the rest is left unread. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The cause within the cause is the one that says something: "fetch failed" does not. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message || cause.name;
}
