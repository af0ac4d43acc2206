import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packLexicon } from '../lexicon/read.js';
import { openLexicon } from '../lexicon/table.js';
import { CharClass, charClass } from './letters.js';
import { type Token, TokenKind, tokenize } from './tokens.js';
import { WordReader } from './words.js';

const words = new WordReader(openLexicon(packLexicon([])));
const read = (text: string): Token[] => tokenize(text, words);
const surfaces = (text: string): string[] => read(text).map((t) => t.surface);

/** Odd pieces as they come out of web pages and PDF files. */
const ODD_PIECES = [
  'قال',
  'والتي',
  'ﻻ',
  'ﺍﻟﺴﻼﻡ',
  'ﷲ',
  'مُحَمَّدٌ',
  'رئـــيس',
  'ە',
  'پ',
  'ـ',
  '\u064b',
  '\u200c',
  '\u200f',
  '\u202b',
  '\u061c',
  '\ufeff',
  '\u00ad',
  '😀',
  '👨‍👩‍👧',
  '🇱🇧',
  '\ud83d',
  '\ude00',
  '\u00a0',
  '\u3000',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u2028',
  '#الأزمة_القطرية',
  '@user',
  'F-16',
  'http://a.b/?c=d',
  'COVID',
  'é',
  '12.5',
  '١٢٫٥',
  '۱۳۹۷',
  '1,200',
  '٪',
  '...',
  '؟!',
  '«',
  '»',
  '"',
  '(',
  ')',
  '،',
  '.',
  '\u0000',
  '\uffff',
  '\ufdfd',
  '☪',
];
const oddText = fc
  .array(fc.oneof(fc.constantFrom(...ODD_PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

describe('tokens of odd text', () => {
  test('never throw, stand in order inside the text and are what is written there', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        let end = 0;
        for (const token of read(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.surface).toBe(text.slice(token.start, token.end));
          expect(token.word !== null).toBe(token.kind === TokenKind.Word);
          end = token.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('leave out only space and signs without letters', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const left = [...read(text)].reverse().reduce((rest, t) => rest.slice(0, t.start) + rest.slice(t.end), text);
        for (const char of left) expect([CharClass.Space, CharClass.Mark]).toContain(charClass(char.charCodeAt(0)));
      }),
      { numRuns: 500 },
    );
  });
});

test.each<[string, string[]]>([
  ['#الأزمة_القطرية', ['الأزمة', 'القطرية']],
  ['قال:«لا»', ['قال', ':', '«', 'لا', '»']],
  ['كوفيد19', ['كوفيد', '19']],
  ['F-16', ['F', '-', '16']],
  ['5,3 و12.5% و١٢٫٥ و۱۳۹۷', ['5,3', 'و', '12.5', '%', 'و', '١٢٫٥', 'و', '۱۳۹۷']],
  ['عام 2018.', ['عام', '2018', '.']],
  ['من\u00a0دون', ['من', 'دون']],
  ['می\u200cخواهم', ['می\u200cخواهم']],
  ['الس\u061cلام', ['الس\u061cلام']],
  ['ـ ً نعم', ['نعم']],
  ['مرحبا😀', ['مرحبا', '😀']],
  ['', []],
])('%s', (text, expected) => expect(surfaces(text)).toEqual(expected));

test('time grows with the text, not with its square', () => {
  const measure = (text: string): number => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  };
  for (const piece of ['1,', '١٫', 'ـ', '😀', '\u200f', 'a.', '...']) {
    measure(piece.repeat(20_000));
    // A square would make it 100 times as long.
    expect(measure(piece.repeat(400_000))).toBeLessThan(measure(piece.repeat(40_000)) * 40 + 400);
  }
});

test('one word of a million letters is one token', () => {
  expect(read('و'.repeat(1_000_000))).toHaveLength(1);
});
