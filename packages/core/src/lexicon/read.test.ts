// Reading lexicon files: what a line becomes, and what is said where a line cannot be read.

import { describe, expect, it } from 'vitest';
import type { Entry } from './entries.js';
import { hashOf, LexiconError, type LexiconFile, nameKey, nounKey, packLexicon, parseFrame } from './read.js';

/** The entries of files, unpacked: a line each. */
const entriesOf = (...files: LexiconFile[]): Entry[] =>
  packLexicon(files)
    .entries.split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);

/** The error that a file raises, whole. */
function errorOf(name: string, ...lines: string[]): LexiconError {
  try {
    packLexicon([{ name, text: lines.join('\n') }]);
  } catch (error) {
    if (error instanceof LexiconError) return error;
  }
  throw new Error('no LexiconError');
}

const FRAMES = 'lemma\tpos\ttype\tmode\tcameo\tframe\tnote';

describe('an error names file, line, cause and mend', () => {
  it('of columns that no kind of file has', () => {
    const error = errorOf('mine.tsv', 'word\tmeaning', 'سلام\tpeace');
    expect([error.file, error.line]).toEqual(['mine.tsv', 1]);
    expect(error.message).toBe('mine.tsv:1: the columns "word meaning" are of no known kind of lexicon file; see docs/lexicon.md');
  });

  it('of a line with more cells than columns, counting comments and empty lines', () => {
    const error = errorOf('channels.tsv', '# how it was said', 'channel\twords', '', 'tweet\tتغريدة\tتويتر');
    expect(error.line).toBe(4);
    expect(error.message).toBe('channels.tsv:4: 3 cells, but the header names 2 columns; separate values in one cell by |');
  });

  it('of an event type that PLOVER lacks', () => {
    expect(errorOf('frames.tsv', FRAMES, 'صافح\tv\tGREET\t\t\tA=subj R=obj\t').message).toBe(
      'frames.tsv:2: صافح: unknown type GREET; use one of AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT SAY LIGHT OP',
    );
  });

  it('of a word that no frame has', () => {
    expect(errorOf('frames.tsv', FRAMES, 'صافح\tv\tCONSULT\t\t\tA=subj to=obj\t').message).toBe(
      'frames.tsv:2: صافح: "to=obj" is no word of a frame; see docs/lexicon.md',
    );
  });

  it.todo('of a verb whose root does not fit its measure: صافح صفح 12');
});

describe('a file', () => {
  it('may be empty, or hold comments alone', () => {
    expect(entriesOf({ name: 'empty.tsv', text: '\n# nothing yet\n' })).toEqual([]);
  });

  it('may end its lines as Windows does', () => {
    expect(entriesOf({ name: 'channels.tsv', text: 'channel\twords\r\ntweet\tتغريدة|تويتر\r\n' })).toEqual([
      { kind: 'cue', of: 'channel', type: '', value: 'tweet' },
    ]);
  });

  it('may leave the last cells of a line out', () => {
    const { frames } = packLexicon([{ name: 'frames.tsv', text: `${FRAMES}\nصافح\tv\tCONSULT` }]);
    expect(frames.map((f) => [f.lemma, f.type, f.mode, f.actors])).toEqual([['صافح', 'CONSULT', [], []]]);
  });

  it('gives one person all its terms of office', () => {
    const entries = entriesOf({
      name: 'people.tsv',
      text: [
        'wikidata\ten\tnames\tcountry\tsectors\toffice\tfrom\tto',
        'Q7747\tVladimir Putin\tفلاديمير بوتين|بوتين\tRUS\tGOV\tPrime Minister\t2008-05-08\t2012-05-07',
        'Q7747\tVladimir Putin\tفلاديمير بوتين|بوتين\tRUS\tGOV\tPresident\t2012-05-07\t',
      ].join('\n'),
    });
    expect(entries).toEqual([
      {
        kind: 'person',
        en: 'Vladimir Putin',
        ar: 'فلاديمير بوتين',
        wikidata: 'Q7747',
        terms: [
          { country: 'RUS', sectors: ['GOV'], office: 'Prime Minister', from: '2008-05-08', to: '2012-05-07' },
          { country: 'RUS', sectors: ['GOV'], office: 'President', from: '2012-05-07', to: '' },
        ],
      },
    ]);
  });
});

describe('a frame', () => {
  const parse = (frame: string, type = 'REQUEST') =>
    parseFrame({ lemma: 'دعا', pos: 'v', type, frame }, (cause) => {
      throw new Error(cause);
    });

  it('says who acts and to whom', () => {
    const { actors, recipients } = parse('A=subj,by R=obj,إلى:by');
    expect(actors).toEqual(['subj', 'by']);
    expect(recipients).toEqual([
      { slot: 'obj', by: false },
      { slot: 'إلى', by: true },
    ]);
  });

  it('says where it counts', () => {
    const { needs, nots, negated, ahead, weak } = parse('A=subj need=إلى,obj not=that neg ahead weak');
    expect({ needs, nots, negated, ahead, weak }).toEqual({
      needs: ['إلى', 'obj'],
      nots: ['that'],
      negated: true,
      ahead: true,
      weak: true,
    });
    expect(parse('A=subj affirmed').negated).toBe(false);
    expect(parse('A=subj').negated).toBeNull();
  });

  it('names the words of a slot without their articles, and kinds as they are', () => {
    expect(parse('obj~علاقة|العلاقات subj!@person').conditions).toEqual([
      { slot: 'obj', words: ['علاقه', 'علاقات'], absent: false },
      { slot: 'subj', words: ['@person'], absent: true },
    ]);
  });

  it('may name words of two parts', () => {
    expect(parse('obj~حزب الله|حماس need=obj').conditions).toEqual([{ slot: 'obj', words: ['حزب الله', 'حماس'], absent: false }]);
  });

  it('tells what becomes of the event inside it', () => {
    expect(parse('A=subj inner:إلى=hypothetical,obj=negated').inner).toEqual({ إلى: 'hypothetical', obj: 'negated' });
    expect(parse('event=obj', 'LIGHT').event).toBe('obj');
  });

  it('may use one word for many', () => {
    expect(parse('mutual').actors).toEqual(['light', 'gen', 'adj', 'بين', 'مع', 'by']);
    expect(parse('act').actors).toEqual(['light', 'gen', 'adj', 'by']);
    expect(parse('done')).toMatchObject({ actors: ['light', 'by', 'adj'], recipients: [{ slot: 'gen', by: false }] });
  });
});

describe('keys', () => {
  it('of names keep the article, those of nouns do not', () => {
    expect(nameKey('المملكة العربية السعودية')).toBe('المملكه العربيه السعوديه');
    expect(nounKey('العلاقات الدبلوماسية')).toBe('علاقات دبلوماسيه');
  });

  it('of one word in several spellings are one', () => {
    expect(new Set(['إيران', 'ايران', 'أيران', 'إيــران'].map(nameKey)).size).toBe(1);
  });
});

describe('a hash', () => {
  it('is the same for the same text on every machine', () => {
    expect(hashOf('خبر')).toBe(hashOf('خبر'));
    expect(hashOf('')).toMatch(/^[0-9a-f]{14}$/);
  });

  it('is another where a letter or the order differs', () => {
    expect(new Set(['خبر', 'خبرا', 'بخر', ''].map((text) => hashOf(text))).size).toBe(4);
  });

  it('of a lexicon is that of its content', () => {
    const channels = (words: string) => packLexicon([{ name: 'channels.tsv', text: `channel\twords\ntweet\t${words}` }]).hash;
    expect(channels('تغريدة')).toBe(channels('تغريدة'));
    expect(channels('تغريدة')).not.toBe(channels('تغريدات'));
  });
});
