import { describe, expect, test } from 'vitest';
import { packLexicon } from '../lexicon/read.js';
import { openLexicon } from '../lexicon/table.js';
import { WordReader } from './words.js';

const NOUNS = 'noun\tplural\tclass\nزيارة\tزيارات\tnoun\nاتفاق\tاتفاقات\tnoun\nلقاء\tلقاءات\tnoun\nلجنة\tلجان\tnoun\n';
const VERBS =
  'lemma\troot\tmeasure\tvowels\tmasdars\tgloss\nالتقى\tلقي\t8\t\t\tmeet\nأبلغ\tبلغ\t4\t\t\tinform\nكتب\tكتب\t1\ta-u\tكتابة\twrite\n';
const STATES = 'code\ten\twikidata\tnames\tnisba\tcapital\tlat\tlon\nSAU\tSaudi Arabia\tQ851\tالسعودية\tسعودي\tالرياض\t24.63\t46.72\n';
const reader = new WordReader(
  openLexicon(
    packLexicon([
      { name: 'nouns.tsv', text: NOUNS },
      { name: 'verbs.tsv', text: VERBS },
      { name: 'states.tsv', text: STATES },
    ]),
  ),
);

/** Readings as clitics and stem: `و+ب+ال+لقا`, the stem as the key spells it. */
const readings = (surface: string): string[] =>
  reader
    .read(surface)
    .readings.map((r) => [r.conj ? 'و' : '', r.prep, r.future ? 'س' : '', r.def ? 'ال' : '', r.stem, r.pron].filter(Boolean).join('+'));

describe('the readings of a written word', () => {
  test.each([
    ['زيارة', 'زياره'],
    ['وزيارته', 'و+زياره+ه'],
    ['بالزيارة', 'ب+ال+زياره'],
    ['للزيارة', 'ل+ال+زياره'],
    ['وللزيارة', 'و+ل+ال+زياره'],
    ['كالاتفاق', 'ك+ال+اتفاق'],
    ['لقاءه', 'لقا+ه'],
    ['لقاؤه', 'لقا+ه'],
    ['التقاه', 'التقي+ه'],
    ['سيكتبون', 'س+يكتبون'],
    ['أبلغوه', 'ابلغوا+ه'],
    ['للسعودية', 'ل+السعوديه'],
    ['فالسعودية', 'و+السعوديه'],
    ['وَلِلّجنةِ', 'و+ل+لجنه'],
    ['ﻟﻘﺎء', 'لقا'],
  ])('%s: %s', (surface, reading) => expect(readings(surface)).toContain(reading));

  test('the article excludes a pronoun', () => expect(readings('الزيارته')).toEqual([]));
  test('ة is never before a pronoun and never one', () => expect(readings('اتفاقة')).toEqual(['اتفاقه']));
  test('a word that no line of the lexicon has is read in no way', () => expect(readings('زنجبيل')).toEqual([]));
  test('the empty word and single letters are read in no way', () => {
    expect(readings('')).toEqual([]);
    expect(readings('و')).toEqual([]);
  });
});

test('a written word is read once', () => expect(reader.read('وزيارته')).toBe(reader.read('وزيارته')));

test('the memory is bounded and a forgotten word is read again alike', () => {
  const small = new WordReader(openLexicon(packLexicon([{ name: 'nouns.tsv', text: NOUNS }])), 2);
  const first = small.read('زيارة');
  for (const word of ['أ', 'ب', 'ت', 'ث']) small.read(word);
  expect(small.read('زيارة')).not.toBe(first);
  expect(small.read('زيارة').readings.map((r) => r.stem)).toEqual(first.readings.map((r) => r.stem));
});
