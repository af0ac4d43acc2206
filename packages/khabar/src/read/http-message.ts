// Reads an HTTP response as a web archive keeps it: status, header fields, and the body without its transfer and content codings.
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export interface HttpResponse {
  status: number;
  /** Media type in small letters, without parameters; empty where none is named. */
  mediaType: string;
  charset: string | null;
  /** The body, of at most so many bytes. @throws Error where a coding is unknown or broken; the message says which */
  body(longest: number): Uint8Array;
}

/** @throws Error where it is no response */
export function readHttpResponse(message: Uint8Array): HttpResponse {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const { head, bodyStart } = splitHead(bytes);
  const status = Number(/^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head)?.[1]);
  if (Number.isNaN(status)) throw new Error('no HTTP response');
  const type = field(head, 'content-type');
  return {
    status,
    mediaType: (type.split(';')[0] ?? '').trim().toLowerCase(),
    charset: charsetOf(type),
    body: (longest) => bodyOf(bytes.subarray(bodyStart), head, longest),
  };
}

function bodyOf(sent: Uint8Array, head: string, longest: number): Uint8Array {
  const whole = /\bchunked\b/i.test(field(head, 'transfer-encoding')) ? withoutChunks(sent) : sent;
  const codings = field(head, 'content-encoding').toLowerCase().split(',').reverse();
  return codings.reduce((body, coding) => decode(body, coding.trim(), longest), whole);
}

/** The `charset` parameter of a Content-Type. */
export function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?\s*([\w:-]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function splitHead(bytes: Buffer): { head: string; bodyStart: number } {
  const [strict, lax] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')];
  const isStrict = strict !== -1 && (lax === -1 || strict < lax);
  const end = isStrict ? strict : lax;
  if (end === -1) throw new Error('an HTTP header without end');
  return { head: bytes.toString('latin1', 0, end), bodyStart: end + (isStrict ? 4 : 2) };
}

function field(head: string, name: string): string {
  return new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*\\r?$`, 'im').exec(head)?.[1] ?? '';
}

/** Chunked transfer coding (RFC 9112, 7.1). Some crawlers undo it and leave the header as it was: then nothing is done. */
function withoutChunks(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const pieces: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\n', at);
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(lineEnd === -1 ? '' : bytes.toString('latin1', at, lineEnd).trim())?.[1];
    if (size === undefined) {
      if (pieces.length === 0) return body;
      throw new Error('a broken chunk in the HTTP body');
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(pieces);
    if (lineEnd + 1 + length > bytes.length) throw new Error('the HTTP body is cut off');
    pieces.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
}

/** A body that begins like markup has been decoded already, whatever its header says. */
function decode(body: Uint8Array, coding: string, longest: number): Uint8Array {
  if (coding === '' || coding === 'identity' || /^\s*</.test(Buffer.from(body.subarray(0, 100)).toString('latin1'))) return body;
  const options = { maxOutputLength: longest };
  if (coding === 'gzip' || coding === 'x-gzip') return gunzipSync(body, options);
  if (coding === 'br') return brotliDecompressSync(body, options);
  if (coding === 'deflate') return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);
  throw new Error(`the content coding ${coding} is unknown`);
}
