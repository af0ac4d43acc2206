import { expect, test } from 'vitest';
import { decodeText, readsAsArabic, surveyUtf8 } from './encoding.js';

const SENTENCE = 'التقى وزير الخارجية نظيره في العاصمة يوم السبت، وبحثا سبل وقف إطلاق النار.';

/** Encodes what TextEncoder cannot: looks each letter up in the decoder's own table. */
function encodeIn(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 0x3f);
}

test('valid UTF-8 is UTF-8', async () => {
  expect(await decodeText(Buffer.from(SENTENCE))).toEqual({ text: SENTENCE, encoding: 'utf-8' });
});

test('Windows-1256 is found by its letters', async () => {
  expect(await decodeText(encodeIn('windows-1256', SENTENCE))).toEqual({ text: SENTENCE, encoding: 'windows-1256' });
});

test('ISO 8859-6 is found by its letters', async () => {
  expect(await decodeText(encodeIn('iso-8859-6', SENTENCE))).toEqual({ text: SENTENCE, encoding: 'iso-8859-6' });
});

test('UTF-16 without a mark is found by its letters', async () => {
  expect(await decodeText(Buffer.from(SENTENCE, 'utf16le'))).toEqual({ text: SENTENCE, encoding: 'utf-16le' });
});

test('UTF-8 with a broken letter is not read as something else', async () => {
  const bytes = Buffer.from(SENTENCE);
  bytes[20] = 0xff;
  expect(await decodeText(bytes)).toMatchObject({ text: null, broken: true });
});

test('UTF-8 cut off within a letter is broken at that letter', async () => {
  const bytes = Buffer.from('خبر').subarray(0, 5);
  expect(await decodeText(bytes)).toEqual({ text: null, broken: true, detail: 'at byte 4' });
});

test('French in Latin-1 is an unknown encoding, not Arabic', async () => {
  const bytes = Buffer.from('Le président a été reçu à Téhéran après la cérémonie d’hiver', 'latin1');
  expect(await decodeText(bytes)).toMatchObject({ text: null, broken: false });
});

test('UTF-8 read as Windows-1256 does not read as Arabic', () => {
  const misread = new TextDecoder('windows-1256').decode(Buffer.from(SENTENCE));
  expect([readsAsArabic(misread), readsAsArabic(SENTENCE)]).toEqual([false, true]);
});

test('sequences and broken bytes are counted', () => {
  expect(surveyUtf8(Buffer.from([0x61, 0xd8, 0xae, 0xff, 0xe2, 0x82]))).toEqual({ sequences: 1, broken: 3, firstBroken: 3 });
});
