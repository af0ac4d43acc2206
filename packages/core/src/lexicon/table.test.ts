// Users' lexicon files, laid over Khabar's own at run time.

import { describe, expect, it } from 'vitest';
import { createCoder, LexiconError } from '../index.js';
import type { Coder, Mention } from '../types.js';

const PUBLISHED = '2018-07-18T10:00:00+03:00';
const plain = createCoder();

const sides = (participants: Mention['actors']): string =>
  participants.map((p) => [p.country ?? '---', ...p.sectors].join(' ')).join(', ') || 'nobody';

function mentions(coder: Coder, text: string): string[] {
  return coder
    .code({ id: 'test', text, published: PUBLISHED })
    .map((m) => `${[m.type, ...m.mode].join(' ')}: ${sides(m.actors)} → ${sides(m.recipients)}`);
}

const ORGANISATION = 'wikidata\ten\tnames\tcountry\tsectors\tkind\n\tHouse of Reconciliation\tدار الوئام\tTUN\tSOC\tngo\n';
const FRAME = 'lemma\tpos\ttype\tmode\tcameo\tframe\tnote\nعانق\tv\tCONSULT\t\t040\tA=subj,obj need=obj\t\n';
const VERB = 'lemma\troot\tmeasure\tvowels\tmasdars\tgloss\nخرفش\tخرفش\tq1\t\t\tblame (made up)\n';
const VERB_FRAME = 'lemma\tpos\ttype\tmode\tcameo\tframe\tnote\nخرفش\tv\tACCUSE\tdisapprove\t111\tA=subj R=obj\t\n';

describe('a file of a user takes effect', () => {
  it('where it names a new organisation', () => {
    const text = 'انتقدت دار الوئام فرنسا.';
    expect(mentions(plain, text)).not.toContain('ACCUSE disapprove: TUN SOC → FRA GOV');
    expect(mentions(createCoder({ lexicon: [ORGANISATION] }), text)).toEqual(['ACCUSE disapprove: TUN SOC → FRA GOV']);
  });

  it('where it gives a known verb a frame', () => {
    const text = 'عانق الرئيس التركي الرئيس الصربي.';
    expect(mentions(plain, text)).toEqual([]);
    expect(mentions(createCoder({ lexicon: [FRAME] }), text)).toEqual(['CONSULT: TUR GOV, SRB GOV → nobody']);
  });

  it('where it brings a verb of its own, in all its forms', () => {
    const coder = createCoder({ lexicon: [VERB, VERB_FRAME] });
    expect(mentions(plain, 'خرفش الوزير الكوبي كندا.')).toEqual([]);
    expect(mentions(coder, 'خرفش الوزير الكوبي كندا.')).toEqual(['ACCUSE disapprove: CUB GOV → CAN GOV']);
    expect(mentions(coder, 'تخرفش كوبا كندا.')).toEqual(['ACCUSE disapprove: CUB GOV → CAN GOV']);
    expect(mentions(coder, 'كوبا وبنما خرفشتا كندا.')).toEqual(['ACCUSE disapprove: CUB GOV, PAN GOV → CAN GOV']);
  });

  it('where it names again what is known, in the place of it', () => {
    const text = 'انتقدت فرنسا منظمة الصحة العالمية.';
    const own = 'wikidata\ten\tnames\tcountry\tsectors\tkind\n\tOther body\tمنظمة الصحة العالمية\tCHE\tMED\tngo\n';
    expect(mentions(plain, text)).not.toContain('ACCUSE disapprove: FRA GOV → CHE MED');
    expect(mentions(createCoder({ lexicon: [own] }), text)).toEqual(['ACCUSE disapprove: FRA GOV → CHE MED']);
  });

  it('where it gives a frame again that is known, in the place of it', () => {
    const text = 'انتقدت فرنسا اليونان.';
    const own = 'lemma\tpos\ttype\tmode\tcameo\tframe\tnote\nانتقد\tv\tREJECT\t\t120\tA=subj R=obj\t\n';
    expect(mentions(plain, text)).toEqual(['ACCUSE disapprove: FRA GOV → GRC GOV']);
    expect(mentions(createCoder({ lexicon: [own] }), text)).toEqual(['REJECT: FRA GOV → GRC GOV']);
  });

  it('where it names a set of words for its frames, or uses one of ours', () => {
    const text = 'خرفش الوزير الكوبي سياسات كندا.';
    const sets = 'set\twords\npolicies\tسياسة|سياسات\n';
    const frame = (set: string) => VERB_FRAME.replace('A=subj', `obj~#${set} A=subj`);
    expect(mentions(createCoder({ lexicon: [frame('policies'), VERB, sets] }), text)).toEqual(['ACCUSE disapprove: CUB GOV → CAN GOV']);
    expect(mentions(createCoder({ lexicon: [frame('treaties'), VERB] }), text)).toEqual([]);
    expect(() => createCoder({ lexicon: [frame('unheard-of')] })).toThrow('#unheard-of is no word set');
  });

  it('and leaves what it does not name as it was', () => {
    const text = 'زار الرئيس التركي طهران.';
    expect(mentions(createCoder({ lexicon: [ORGANISATION, FRAME] }), text)).toEqual(mentions(plain, text));
  });
});

describe('the hash of the lexicon', () => {
  it('is the same without users’ files', () => {
    expect(createCoder().identity).toEqual(plain.identity);
    expect(createCoder({ lexicon: [] }).identity).toEqual(plain.identity);
  });

  it('changes with a user’s file, its content and the order of files', () => {
    const hashes = [[], [ORGANISATION], [FRAME], [ORGANISATION, FRAME], [FRAME, ORGANISATION]].map(
      (lexicon) => createCoder({ lexicon }).identity.lexicon,
    );
    expect(new Set(hashes).size).toBe(5);
  });

  it('stands in every mention', () => {
    const coder = createCoder({ lexicon: [ORGANISATION] });
    const [mention] = coder.code({ id: 'test', text: 'انتقدت دار الوئام فرنسا.', published: PUBLISHED });
    expect(mention?.coder).toEqual(coder.identity);
  });
});

describe('a file of a user that cannot be read', () => {
  const bad = 'wikidata\ten\tnames\tcountry\tsectors\tkind\n\tHouse\tدار\tTUN\tSOC\tngo\tmore\n';

  it('is named by its place among the files, with line, cause and mend', () => {
    expect(() => createCoder({ lexicon: [FRAME, bad] })).toThrow(LexiconError);
    expect(() => createCoder({ lexicon: [FRAME, bad] })).toThrow(
      'lexicon 2:2: 7 cells, but the header names 6 columns; separate values in one cell by |',
    );
  });
});
