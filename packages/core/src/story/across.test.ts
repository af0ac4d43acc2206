// Which reports of several articles tell of one act, whatever their order, and what the record of an event says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, createCoder, type EventRecord, type Mention, type Review } from '../index.js';
import { type Act, actsOf, REACH } from './across.js';
import { eventOf } from './event.js';
import { reportsOf } from './report.js';
import { regroup, withReviews } from './reviews.js';

const coder = createCoder();
let number = 0;

/** A report of an outlet, published at the given time. */
function told(source: string, published: string, ...sentences: string[]): Mention[] {
  number += 1;
  const article: Article = { id: `${source}-${number}`, source, published, text: sentences.join('\n') };
  return coder.code(article);
}

function acts(articles: Mention[][]): Act[] {
  const reports = articles.flatMap(reportsOf);
  const kinds = [...new Set(reports.map(({ type, standing }) => `${type} ${standing}`))].sort();
  return kinds.flatMap((kind) => actsOf(reports.filter(({ type, standing }) => `${type} ${standing}` === kind)));
}

/** Each event with its outlets: `CONSULT A B`. */
const lines = (found: Act[]): string[] =>
  found
    .map((act) => eventOf(act))
    .map(({ type, outlets }) => [type, ...outlets].join(' '))
    .sort();

const MEETING = 'التقى وزير الخارجية الموريتاني نظيره السنغالي في داكار.';
const MEETING_AGAIN = 'عقد وزير الخارجية الموريتاني محادثات مع نظيره السنغالي في داكار السبت.';
const CALL = 'أجرى وزير الخارجية الموريتاني اتصالا هاتفيا بنظيره السنغالي.';

describe('one act', () => {
  it('is a meeting told by two outlets on the same day', () => {
    expect(lines(acts([told('A', '2024-02-03T10:00:00Z', MEETING), told('B', '2024-02-03T18:00:00Z', MEETING_AGAIN)]))).toEqual([
      'CONSULT A B',
    ]);
  });

  it('is not a meeting and a call of the same day', () => {
    const found = acts([told('A', '2024-02-03T10:00:00Z', MEETING), told('B', '2024-02-03T18:00:00Z', CALL)]);
    expect(lines(found)).toEqual(['CONSULT A', 'CONSULT B']);
  });

  it('is not a meeting of one week and one of the next', () => {
    const found = acts([told('A', '2024-02-03T10:00:00Z', MEETING), told('B', '2024-02-10T10:00:00Z', MEETING)]);
    expect(lines(found)).toEqual(['CONSULT A', 'CONSULT B']);
  });

  it('is told again, without a day, in the days after the news broke', () => {
    const first = ['A', 'B', 'C', 'A', 'B'].map((source) => told(source, '2024-02-03T10:00:00Z', MEETING));
    const found = acts([...first, told('D', '2024-02-05T10:00:00Z', MEETING)]);
    expect(lines(found)).toEqual(['CONSULT A B C D']);
  });

  it('does not run on from day to day', () => {
    const days = ['03', '04', '05', '06', '07', '08', '09', '10'].map((day) => told(`O${day}`, `2024-02-${day}T10:00:00Z`, MEETING));
    const lasting = acts(days).map(({ reports }) => reports.map(({ report }) => report.published).sort());
    for (const times of lasting) expect(((times.at(-1) ?? 0) - (times[0] ?? 0)) / 86_400_000).toBeLessThanOrEqual(REACH);
    expect(lasting.flat()).toHaveLength(days.length);
  });
});

describe('events', () => {
  const archive = [
    told('A', '2024-02-03T10:00:00Z', MEETING, CALL),
    told('B', '2024-02-03T18:00:00Z', MEETING_AGAIN),
    told('C', '2024-02-04T08:00:00Z', MEETING, 'قتل ثلاثة مدنيين في غارة جوية إسرائيلية على غزة.'),
    told('D', '2024-02-04T09:00:00Z', 'قتل خمسة مدنيين في غارة جوية إسرائيلية على غزة.'),
    told('E', '2024-02-05T09:00:00Z', CALL),
  ];
  const records = (articles: Mention[][]): EventRecord[] => acts(articles).map((act) => eventOf(act));

  it('are the same whatever the order of arrival', () => {
    const expected = records(archive);
    fc.assert(
      fc.property(fc.shuffledSubarray(archive, { minLength: archive.length }), (shuffled) => {
        expect(records(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('keep their ids when reports are added', () => {
    const before = records(archive.slice(0, 3)).map(({ id }) => id);
    const after = records(archive).map(({ id }) => id);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('keep what reports say against each other', () => {
    const attack = records(archive).find(({ type }) => type === 'ASSAULT');
    const killed = attack?.contradictions.map(({ about, readings }) => [about, ...readings.map(({ says }) => says)]);
    expect(killed).toEqual([['killed', '3', '5']]);
    expect(attack?.outlets).toEqual(['C', 'D']);
  });

  it('know that only one party claims them', () => {
    const claim = 'قالت وزارة الدفاع الروسية إن القوات الروسية دمرت مستودعا للأسلحة في أوكرانيا.';
    const [claimed] = records([told('A', '2024-02-03T10:00:00Z', claim)]);
    expect(claimed?.claimedBy).toBe('RUS');
    const [own] = records([told('A', '2024-02-03T10:00:00Z', MEETING)]);
    expect(own?.claimedBy).toBe(null);
  });
});

describe('a review', () => {
  const a = told('A', '2024-02-03T10:00:00Z', MEETING);
  const b = told('B', '2024-02-03T18:00:00Z', MEETING_AGAIN);
  const c = told('C', '2024-02-03T19:00:00Z', CALL);
  const review = (kind: Review['kind'], mentions: Mention[], correction: Review['correction'] = null): Review => ({
    id: `r-${kind}`,
    kind,
    mentions: mentions.map(({ id }) => id).sort(),
    correction,
    made: '2024-03-01T00:00:00Z',
    by: null,
    note: null,
  });

  it('splits a report off, and without the review it is back', () => {
    const merged = acts([a, b]);
    expect(lines(regroup(merged, [review('split', b)]))).toEqual(['CONSULT A', 'CONSULT B']);
    expect(lines(regroup(merged, []))).toEqual(['CONSULT A B']);
  });

  it('joins what was apart', () => {
    expect(lines(regroup(acts([a, c]), [review('join', [...a, ...c])]))).toEqual(['CONSULT A C']);
  });

  it('rejects a mention and corrects another, with what follows from its type', () => {
    expect(withReviews([...a, ...b], [review('reject', a)]).mentions).toEqual(b);
    const [corrected] = withReviews(a, [review('correct', a, { type: 'AGREE', mode: [] })]).mentions;
    expect(corrected).toMatchObject({ type: 'AGREE', cameo: '030', quad: 1, score: 2.5 });
  });
});
