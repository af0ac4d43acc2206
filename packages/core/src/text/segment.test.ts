import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCoder } from '../index.js';
import { packLexicon } from '../lexicon/read.js';
import { openLexicon } from '../lexicon/table.js';
import { Segmenter } from './segment.js';
import { tokenize } from './tokens.js';
import { WordReader } from './words.js';

const coder = createCoder();
const tokensOf = (text: string) => coder.explain({ id: 'test', text }).flatMap((s) => s.tokens);
/** The words of a text, each with + between its parts. */
const cut = (text: string): string =>
  tokensOf(text)
    .map((t) => t.segments.map((p) => p.text).join('+'))
    .join(' ');
const kinds = (text: string): string =>
  tokensOf(text)
    .map((t) => t.segments.map((p) => p.kind).join('+'))
    .join(' ');

describe('function words with their clitics', () => {
  test.each([
    ['أنه', 'أن+ه'],
    ['بأنها', 'ب+أن+ها'],
    ['لأن', 'ل+أن'],
    ['فإننا', 'ف+إن+نا'],
    ['ولكنهم', 'و+لكن+هم'],
    ['وكأنها', 'و+كأن+ها'],
    ['والتي', 'و+التي'],
    ['وللذين', 'و+ل+لذين'],
    ['أولئك', 'أولئك'],
    ['به', 'ب+ه'],
    ['ولهم', 'و+ل+هم'],
    ['إليه', 'إلي+ه'],
    ['علينا', 'علي+نا'],
    ['لديهم', 'لدي+هم'],
    ['وفي', 'و+في'],
    ['فقد', 'ف+قد'],
    ['لذلك', 'ل+ذلك'],
    ['وبهذا', 'و+ب+هذا'],
    ['كما', 'كما'],
    ['لكن', 'لكن'],
    ['نفسه', 'نفس+ه'],
    ['وحدها', 'وحد+ها'],
    ['بعضهم', 'بعض+هم'],
    ['لله', 'ل+له'],
  ])('%s', (word, expected) => expect(cut(word)).toBe(expected));

  test('لما is one word at the head of a clause and two behind a noun', () => {
    expect(cut('لما وصل الوزير')).toMatch(/^لما /);
    expect(cut('خلافا لما قال')).toContain(' ل+ما ');
  });

  test('لي and بي are letters and names beside their like', () => {
    expect(cut('قال لي إنه وصل')).toContain('ل+ي');
    expect(cut('قالت هيئة بي بي سي')).toContain('بي بي سي');
  });
});

describe('words of the lexicon', () => {
  test.each([
    ['بشأن', 'ب+شأن'],
    ['بسبب', 'ب+سبب'],
    ['بالفعل', 'ب+ال+فعل'],
    ['وبالتالي', 'و+ب+ال+تالي'],
    ['بعيدا', 'بعيدا'],
    ['كلامه', 'كلام+ه'],
    ['زيارته', 'زيارت+ه'],
    ['زيارة', 'زيارة'],
    ['وجه', 'وجه'],
    ['مياه', 'مياه'],
    ['توجيه', 'توجيه'],
    ['سيلتقي', 'س+يلتقي'],
    ['وسيلتقيه', 'و+س+يلتقي+ه'],
    ['للحكومة', 'ل+ل+حكومة'],
    ['وبالحكومة', 'و+ب+ال+حكومة'],
    ['لبنان', 'لبنان'],
    ['بلاده', 'بلاد+ه'],
    ['وزارة', 'وزارة'],
    ['وصلت', 'وصلت'],
    ['ووصلت', 'و+وصلت'],
    ['وأدى', 'و+أدى'],
    ['أعضائها', 'أعضائ+ها'],
    ['التزامهم', 'التزام+هم'],
    ['كتابا', 'كتابا'],
    ['بغداد', 'بغداد'],
  ])('%s', (word, expected) => expect(cut(word)).toBe(expected));

  test('a dual before its genitive has no pronoun', () => {
    expect(cut('اتفاق شركتي النفط')).toContain('شركتي');
    expect(cut('اتفاق شركتي.')).toContain('شركت+ي');
  });

  test('no preposition stands behind a preposition', () => expect(cut('وصل من باريس')).toBe('وصل من باريس'));
});

describe('words outside the lexicon', () => {
  test.each([
    ['والكستنائيين', 'و+ال+كستنائيين'],
    ['بالكستنائيين', 'ب+ال+كستنائيين'],
    ['للكستنائيين', 'ل+ل+كستنائيين'],
    ['بأوزفالدن', 'ب+أوزفالدن'],
    ['كستناءاتها', 'كستناءات+ها'],
    ['كستنفسكي', 'كستنفسكي'],
    ['بلغرمسكي', 'بلغرمسكي'],
    ['وينغستام', 'وينغستام'],
  ])('%s', (word, expected) => expect(cut(word)).toBe(expected));

  test('what stands elsewhere in the article is a stem', () => {
    expect(cut('لشيبنغارد')).toBe('لشيبنغارد');
    expect(cut('وصل شيبنغارد أمس. وقال الوزير لشيبنغارد إن شيبنغارد يرفض')).toContain(' ل+شيبنغارد ');
  });

  test('an article that writes ه for ة has no pronouns there', () => {
    expect(cut('الحكومه السوريه والمعارضه المسلحه والجبهه الشعبيه زنجبيله')).toMatch(/زنجبيله$/);
  });
});

test('every kind of part', () => {
  expect(kinds('وسيلتقيه بالوزير 12 .')).toBe('conjunction+future+stem+pronoun preposition+article+stem number punctuation');
});

test.each([
  ['قال', 'verb', 'قال'],
  ['في', 'preposition', 'في'],
  ['أنه', 'conjunction', 'أن'],
  ['لن', 'particle', 'لن'],
  ['هذا', 'pronoun', 'هذا'],
  ['حكومة', 'noun', 'حكومة'],
  ['لندن', 'name', 'لندن'],
  ['12', 'number', null],
  ['،', 'punctuation', null],
  ['إليه', 'preposition', 'إلى'],
])('%s is a %s', (word, pos, lemma) => {
  const token = tokensOf(word)[0];
  expect([token?.pos, token?.lemma]).toEqual([pos, lemma]);
});

const KINDS = new Set(['conjunction', 'preposition', 'article', 'future', 'stem', 'pronoun', 'punctuation', 'number']);
const ARABIC = [
  ...'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
  'ﻻ',
  'ﻼ',
  'ﷲ',
  'ﺍ',
  'پ',
  'ە',
  '\u064b',
  '\u0651',
  '\u0650',
  'ـ',
  '\u200c',
  '\u200f',
  '\u061c',
];
const word = fc
  .tuple(
    fc.constantFrom('', 'و', 'ف', 'وب', 'وال', 'بال', 'لل', 'س', 'وَ', 'بـ', 'ﻟﻠ'),
    fc.string({ unit: fc.constantFrom(...ARABIC), maxLength: 8 }),
    fc.constantFrom('', 'ه', 'ها', 'هم', 'نا', 'تي', 'ـه', 'هُ', 'ﻫﺎ'),
  )
  .map((parts) => parts.join(''));
const known = fc.constantFrom(
  'وَبِالتَّعَاوُنِ',
  'رئـــيسه',
  'لِلحكومةِ',
  'وسيـلتقيـه',
  'ﻻزم',
  'وﻟﻠﺴﻼﻡ',
  'بـه',
  'أنّهُ',
  'الاتفاقـ',
  'كَأَنَّها',
  'مفاوضاتِهِما',
  'ﷲ',
  'بﷲ',
  'وﻻ',
);

describe('the parts of any word', () => {
  test('are together exactly the written form', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, known), { minLength: 1, maxLength: 12 }), (list) => {
        const text = list.join(' ');
        for (const t of tokensOf(text)) {
          expect(t.segments.map((p) => p.text).join('')).toBe(text.slice(t.start, t.end));
          expect(t.segments.every((p) => p.text !== '' && KINDS.has(p.kind))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('begin with a letter: signs stay with the letter before them', () => {
    fc.assert(
      fc.property(fc.oneof(word, known), (text) => {
        for (const t of tokensOf(text))
          for (const p of t.segments.slice(1)) expect(p.text).toMatch(/^[^\u0640\u064b-\u065f\u200c-\u200f\u061c]/);
      }),
      { numRuns: 400 },
    );
  });

  test('stand in the order of the language', () => {
    const order = /^(conjunction )?(preposition )?(future )?(article )?(stem ?)*(pronoun)?$/;
    fc.assert(
      fc.property(fc.oneof(word, known), (text) => {
        for (const t of tokensOf(text)) if (t.pos !== 'punctuation') expect(t.segments.map((p) => p.kind).join(' ')).toMatch(order);
      }),
      { numRuns: 400 },
    );
  });
});

test('any text is explained without throwing, without a lexicon too', () => {
  const words = new WordReader(openLexicon(packLexicon([])));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const tokens = tokenize(text, words);
      const segmenter = new Segmenter(tokens);
      for (const [i, token] of tokens.entries())
        expect(
          segmenter
            .segment(i)
            .parts.map((p) => p.text)
            .join(''),
        ).toBe(token.surface);
    }),
    { numRuns: 500 },
  );
});

test('a very long word is cut in bearable time', () => {
  const start = performance.now();
  expect(cut('و'.repeat(100_000)).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(5000);
});
