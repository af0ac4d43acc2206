import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packLexicon } from '../lexicon/read.js';
import { openLexicon } from '../lexicon/table.js';
import { sentencesOf } from './sentences.js';
import { tokenize } from './tokens.js';
import { WordReader } from './words.js';

const words = new WordReader(openLexicon(packLexicon([])));
const split = (text: string): string[] => sentencesOf(text, tokenize(text, words)).map((s) => text.slice(s.start, s.end));

describe('a full stop that ends nothing', () => {
  test.each([
    'وصل د. أحمد إلى بغداد',
    'قال أ. د. محمد علي إن اللقاء مهم',
    'قالت قناة سي.إن.إن إن الهجوم وقع',
    'ذكرت وكالة أ.ف.ب أن القصف توقف',
    'بلغت النسبة 12.5 في المئة',
    'بلغت النسبة ١٢٫٥ في المئة',
    'نشر الموقع www.example.com الخبر',
    'قال الوزير (...) إن الحكومة ترفض ذلك',
    '1. رفض أي تدخل خارجي',
    'لقاء في الساعة 15.30 بتوقيت بيروت',
  ])('%s', (text) => expect(split(text)).toEqual([text]));
});

describe('where sentences end', () => {
  test.each<[string, string[]]>([
    ['وصل الوزير. ثم غادر.', ['وصل الوزير.', 'ثم غادر.']],
    ['وصل الوزير عام 2018. ثم غادر', ['وصل الوزير عام 2018.', 'ثم غادر']],
    ['هل وصل؟ نعم! وصل', ['هل وصل؟', 'نعم!', 'وصل']],
    ['هل وصل؟! نعم', ['هل وصل؟!', 'نعم']],
    ['قال: "لن نقبل." وأضاف: "سنرد."', ['قال: "لن نقبل."', 'وأضاف: "سنرد."']],
    ['قال: «لن نقبل.» وأضاف', ['قال: «لن نقبل.»', 'وأضاف']],
    ['قال: « لن نقبل. » وأضاف', ['قال: « لن نقبل. »', 'وأضاف']],
    ['قال: »لن نقبل.« وأضاف', ['قال: »لن نقبل.«', 'وأضاف']],
    ['وصل الوزير. «لن نقبل» قال', ['وصل الوزير.', '«لن نقبل» قال']],
    ['قال "لن نقبل". وأضاف', ['قال "لن نقبل".', 'وأضاف']],
    ['ذكر (رويترز). وأضاف', ['ذكر (رويترز).', 'وأضاف']],
    ['نقلت عنه أ ف ب. وأضاف', ['نقلت عنه أ ف ب.', 'وأضاف']],
    ['لن نقبل... سنرد', ['لن نقبل...', 'سنرد']],
    ['لن نقبل… سنرد', ['لن نقبل…', 'سنرد']],
    ['وصل الوزير.وغادر', ['وصل الوزير.', 'وغادر']],
    ['۔وصل۔ غادر', ['۔', 'وصل۔', 'غادر']],
  ])('%s', (text, expected) => expect(split(text)).toEqual(expected));
});

test('a paragraph is a sentence, with a full stop or without', () => {
  expect(split('العنوان\n\nبيروت - رويترز\nقال الوزير إنه يرفض\r\nوأضاف أنه يؤيد.\n')).toEqual([
    'العنوان',
    'بيروت - رويترز',
    'قال الوزير إنه يرفض',
    'وأضاف أنه يؤيد.',
  ]);
});

test('a dateline stays with its sentence', () => {
  expect(split('واشنطن، 12 مايو (أ ف ب) - قال الوزير إنه يرفض. وأضاف')).toEqual([
    'واشنطن، 12 مايو (أ ف ب) - قال الوزير إنه يرفض.',
    'وأضاف',
  ]);
});

test('an abbreviation at the end of a line ends with it', () =>
  expect(split('المجموعة أ.\nوصل د.\nغادر')).toEqual(['المجموعة أ.', 'وصل د.', 'غادر']));

test('empty text and text of separators have no sentence', () => {
  expect(split('')).toEqual([]);
  expect(split(' \n\r\n\t_ # ')).toEqual([]);
});

test('sentences hold every token once, in order', () => {
  const piece = fc.constantFrom(
    'قال',
    'د',
    '.',
    '...',
    '؟',
    '!',
    '"',
    '«',
    '»',
    '(',
    ')',
    '\n',
    ' ',
    ' ',
    '12',
    '1.',
    'a',
    '😀',
    '،',
    ':',
    '…',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const tokens = tokenize(text, words);
      let at = 0;
      for (const s of sentencesOf(text, tokens)) {
        expect(s.from).toBeGreaterThanOrEqual(at);
        expect(tokens.slice(at, s.from).every((t) => t.surface.trim() === '')).toBe(true);
        expect(s.to).toBeGreaterThan(s.from);
        expect([s.start, s.end]).toEqual([tokens[s.from]?.start, tokens[s.to - 1]?.end]);
        at = s.to;
      }
      expect(tokens.slice(at).every((t) => t.surface.trim() === '')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a million words without a full stop are cut into sentences of bearable length, in bearable time', () => {
  const text = 'كلمة '.repeat(1_000_000);
  const tokens = tokenize(text, words);
  const start = performance.now();
  const sentences = sentencesOf(text, tokens);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(sentences.reduce((sum, s) => sum + s.to - s.from, 0)).toBe(1_000_000);
  expect(Math.max(...sentences.map((s) => s.to - s.from))).toBeLessThan(500);
});

test.each(['.', '(...', '." ', 'د. ', '؟!»', '\n'])('a text of nothing but %j takes no longer than its length', (piece) => {
  const text = piece.repeat(100_000);
  const tokens = tokenize(text, words);
  const start = performance.now();
  sentencesOf(text, tokens);
  expect(performance.now() - start).toBeLessThan(2000);
});
