// Turns bytes into text. UTF-8 where it is valid; else an older Arabic encoding, if the text then reads as Arabic; never a guess that fills gaps.
import { isUtf8 } from 'node:buffer';
import type { Report, Whereabouts } from '../errors.js';

/** `text` is null where no encoding fits; `broken` then tells broken UTF-8 from an unknown encoding, `detail` what was seen. */
export type Decoded = { text: string; encoding: string } | { text: null; broken: boolean; detail: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of valid UTF-8, without a byte order mark; null where the bytes are not valid. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? utf8.decode(bytes) : null;
}

/** Decodes a whole text. `encoding` is the WHATWG label of what it was. */
export async function decodeText(bytes: Uint8Array): Promise<Decoded> {
  const text = decodeUtf8(bytes);
  if (text !== null) return decodeUnmarkedUtf16(bytes, text) ?? { text, encoding: 'utf-8' };
  const survey = surveyUtf8(bytes);
  if (survey.sequences > survey.broken) return { text: null, broken: true, detail: `at byte ${survey.firstBroken}` };
  return decodeOlderArabic(bytes);
}

/**
 * Decodes a page or feed. `declared`: the encodings that the server and the document itself name, which are often wrong: valid UTF-8 is UTF-8 whatever they say.
 * A few broken bytes are replaced by U+FFFD, for they may stand outside the article. Null where no encoding fits, which is told.
 */
export async function decodeMarkup(
  bytes: Uint8Array,
  declared: (string | null)[],
  at: Whereabouts,
  report: Report,
): Promise<string | null> {
  const names = declared.filter((name) => name !== null).map((name) => name.toLowerCase());
  const decoded = await decodeText(bytes);
  if (decoded.text !== null && decoded.encoding === 'utf-8') {
    if (names.length > 0 && !names.some(isUtf8Name)) report({ code: 'KH304', at, detail: `${names[0]}, but it is UTF-8` });
    return decoded.text;
  }
  for (const name of names.filter((name) => !isUtf8Name(name))) {
    const text = decodeStrictly(bytes, name);
    if (text !== null && readsAsArabic(text)) return text;
  }
  if (decoded.text !== null) {
    if (names.length === 0) report({ code: 'KH302', at, detail: `read as ${decoded.encoding}` });
    else report({ code: 'KH304', at, detail: `${names[0]}, but it is ${decoded.encoding}` });
    return decoded.text;
  }
  const survey = surveyUtf8(bytes);
  if (survey.sequences > 20 * survey.broken) return new TextDecoder().decode(bytes);
  report({ code: decoded.broken ? 'KH301' : 'KH303', at, detail: decoded.detail });
  return null;
}

function isUtf8Name(name: string): boolean {
  return /^utf-?8$/.test(name);
}

/** UTF-16 without a mark is valid UTF-8 full of control characters, since the high bytes of Arabic letters are 06. */
function decodeUnmarkedUtf16(bytes: Uint8Array, asUtf8: string): Decoded | null {
  if (controlShare(asUtf8) < 0.1) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && readsAsArabic(text)) return { text, encoding };
  }
  return null;
}

async function decodeOlderArabic(bytes: Uint8Array): Promise<Decoded> {
  const { detect } = await import('chardet');
  const guess = detect(bytes);
  const candidates = [guess?.toLowerCase(), 'windows-1256', 'iso-8859-6'].filter((name) => name !== undefined);
  for (const encoding of candidates) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && readsAsArabic(text)) return { text, encoding };
  }
  return { text: null, broken: false, detail: guess ? `perhaps ${guess}` : 'nothing fits' };
}

/** The text in a named encoding; null where the name is unknown or the bytes do not fit it. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of characters that no text has (controls other than tab and line ends). */
export function controlShare(text: string): number {
  return text.length === 0 ? 0 : countControls(text) / text.length;
}

export function countControls(text: string): number {
  return text.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0;
}

/**
 * Whether a decoding makes sense: most letters beyond ASCII are Arabic, and the six most frequent letters of Arabic prose
 * (alef, lam, yeh, waw, noon, meem: about half of any text) have at least a third. Misread UTF-8 is full of tah and zah instead.
 */
export function readsAsArabic(text: string): boolean {
  const beyondAscii = text.match(/[^\p{ASCII}\s]/gu)?.length ?? 0;
  const arabic = text.match(/[\u0621-\u064A]/g)?.length ?? 0;
  const frequent = text.match(/[\u0627\u0644\u064A\u0648\u0646\u0645]/g)?.length ?? 0;
  return arabic > 0 && arabic >= 0.7 * beyondAscii && frequent >= arabic / 3;
}

/** Counts the valid multi-byte sequences of UTF-8 and the bytes that belong to none (Unicode standard, table 3-7). */
export function surveyUtf8(bytes: Uint8Array): { sequences: number; broken: number; firstBroken: number } {
  const survey = { sequences: 0, broken: 0, firstBroken: -1 };
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) survey.sequences += 1;
    if (length === 0) {
      if (survey.broken === 0) survey.firstBroken = at;
      survey.broken += 1;
    }
    at += Math.max(1, length);
  }
  return survey;
}

/** Bytes of the sequence that begins here; 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  return length > 0 && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
