// The scorer's rules, one at a time, on hand-made gold and mentions.
import { describe, expect, test } from 'vitest';
import { groupMentions, scoreArticles } from './score.mjs';

type Fields = Record<string, unknown>;

const GOV = { usa: { text: 'واشنطن', code: 'USA GOV' }, iran: { text: 'طهران', code: 'IRN GOV' }, oman: { text: 'مسقط', code: 'OMN GOV' } };
const CODED = {
  usa: { text: 'واشنطن', country: 'USA', sectors: ['GOV'] },
  iran: { text: 'طهران', country: 'IRN', sectors: ['GOV'] },
  oman: { text: 'مسقط', country: 'OMN', sectors: ['GOV'] },
};

/** A gold event on the characters 0 to 4 of the first sentence: the United States accuse Iran. */
function event(fields: Fields = {}): Fields {
  const plain = {
    id: 'e1',
    s: 0,
    trigger: 'اتهم',
    start: 0,
    end: 4,
    type: 'ACCUSE',
    alt: [],
    mode: [],
    actors: [GOV.usa],
    recipients: [GOV.iran],
  };
  return { ...plain, status: 'actual', date: null, speaker: [], same_as: null, optional: false, ...fields };
}

/** The mention that finds it. */
function mention(fields: Fields = {}): Fields {
  const plain = {
    type: 'ACCUSE',
    status: 'actual',
    trigger: { text: 'اتهم', start: 0, end: 4 },
    mode: [],
    actors: [CODED.usa],
    recipients: [CODED.iran],
  };
  return { ...plain, date: null, attribution: [], event: 'v1', ...fields };
}

/** An article of two sentences: 0 to 50 and 50 to 100. */
function article(events: Fields[], id = 'a'): never {
  return {
    article: { id, text: ' '.repeat(100) },
    sentences: [
      [0, 50],
      [50, 100],
    ],
    events,
  } as never;
}

function score(events: Fields[], mentions: Fields[]) {
  return scoreArticles([article(events)], new Map([['a', mentions as never[]]]));
}

const verdicts = (events: Fields[], mentions: Fields[]): string[] => score(events, mentions).verdicts.map((v) => v.verdict);
const at = (start: number) => ({ text: 'اتهم', start, end: start + 4 });

describe('required gold', () => {
  test('a mention with the same sides and sectors counts in detect, dyad and full', () => {
    const { total, errors } = score([event()], [mention()]);
    expect(total).toEqual({
      required: 1,
      predicted: 1,
      detect: { p: 1, r: 1, f1: 1 },
      dyad: { p: 1, r: 1, f1: 1 },
      full: { p: 1, r: 1, f1: 1 },
    });
    expect(errors).toEqual([]);
  });

  test('what is not found is missed', () => {
    const { total, errors } = score([event()], []);
    expect(total.detect).toEqual({ p: 0, r: 0, f1: 0 });
    expect(errors).toEqual([{ kind: 'MISSED', article: 'a', sentence: 0, type: 'ACCUSE', trigger: 'اتهم', detail: 'USA GOV > IRN GOV' }]);
  });

  test('a mention without gold is false, under its own type', () => {
    const { byType, errors } = score([], [mention({ type: 'REJECT' })]);
    expect(byType.REJECT).toMatchObject({ required: 0, predicted: 1 });
    expect(errors[0]).toMatchObject({ kind: 'FALSE', detail: 'USA GOV > IRN GOV' });
  });

  test('a historical event is required, and found by an actual mention', () => {
    const { total, status } = score([event({ status: 'historical' })], [mention()]);
    expect(total.detect.f1).toBe(1);
    expect(status).toEqual({ right: 0, of: 1, rate: 0 });
  });

  test('a mention that does not assert the event neither finds it nor is false', () => {
    const { total, errors } = score([event()], [mention({ status: 'negated' })]);
    expect(total).toMatchObject({ required: 1, predicted: 0 });
    expect(errors[0]).toMatchObject({ kind: 'MISSED', detail: 'status negated' });
  });
});

describe('pairing', () => {
  test('only within the sentence that holds the trigger', () => {
    expect(verdicts([event()], [mention({ trigger: at(60) })])).toEqual(['false']);
  });

  test('another type pairs only where the gold allows it', () => {
    expect(verdicts([event()], [mention({ type: 'REJECT' })])).toEqual(['false']);
    expect(verdicts([event({ alt: ['REJECT'] })], [mention({ type: 'REJECT' })])).toEqual(['full']);
  });

  test('one to one: a second mention of one event is false', () => {
    expect(verdicts([event()], [mention(), mention({ trigger: at(20) })])).toEqual(['full', 'false']);
  });

  test('the mention on the same words is preferred to the one with nearer sides', () => {
    const elsewhere = mention({ trigger: at(20) });
    const here = mention({ actors: [CODED.oman], recipients: [] });
    expect(score([event()], [elsewhere, here]).errors.map((e) => e.kind)).toEqual(['SIDES', 'FALSE']);
  });

  test('a required event is preferred to an optional one', () => {
    expect(verdicts([event({ optional: true }), event({ id: 'e2' })], [mention()])).toEqual(['full']);
  });
});

describe('sides', () => {
  test('the wrong country is found but not a dyad', () => {
    const { total, errors } = score([event()], [mention({ recipients: [CODED.oman] })]);
    expect([total.detect.f1, total.dyad.f1]).toEqual([1, 0]);
    expect(errors[0]).toMatchObject({ kind: 'SIDES', detail: 'gold USA GOV > IRN GOV pred USA GOV > OMN GOV' });
  });

  test('the wrong main sector is a dyad but not full', () => {
    expect(verdicts([event()], [mention({ actors: [{ ...CODED.usa, sectors: ['LEG', 'GOV'] }] })])).toEqual(['dyad']);
  });

  test('a state without a sector is its government', () => {
    expect(verdicts([event()], [mention({ actors: [{ ...CODED.usa, sectors: [] }] })])).toEqual(['full']);
  });

  test('where the country is open the sector stands for it', () => {
    const unknown = event({ actors: [{ text: 'مسلحون', code: '--- UAF' }] });
    const coded = (sectors: string[]) => mention({ actors: [{ text: 'مسلحون', country: null, sectors }] });
    expect(verdicts([unknown], [coded(['UAF'])])).toEqual(['full']);
    expect(verdicts([unknown], [coded(['CVL'])])).toEqual(['sides']);
  });

  test('actors and recipients exchanged are wrong for an accusation, right for a meeting', () => {
    const exchanged = { actors: [CODED.iran], recipients: [CODED.usa] };
    expect(verdicts([event()], [mention(exchanged)])).toEqual(['sides']);
    const meeting = score([event({ type: 'CONSULT' })], [mention({ type: 'CONSULT', ...exchanged })]);
    expect(meeting.total.full.f1).toBe(1);
    expect(meeting.direction).toEqual({ right: 0, of: 1, rate: 0 });
  });

  test('direction is not asked where the gold has no recipient', () => {
    const both = { type: 'CONSULT', actors: [GOV.usa, GOV.iran], recipients: [] };
    expect(score([event(both)], [mention({ type: 'CONSULT' })]).direction).toEqual({ right: 0, of: 0, rate: null });
  });

  test('where two readers differ either is right', () => {
    const twice = event({ also: { recipients: [GOV.oman], status: 'historical' } });
    const { total, status } = score([twice], [mention({ recipients: [CODED.oman], status: 'historical' })]);
    expect([total.full.f1, status.rate]).toEqual([1, 1]);
  });
});

describe('gold that need not be found', () => {
  test('optional gold is no miss, and a mention of it is not counted', () => {
    expect(score([event({ optional: true })], []).total).toMatchObject({ required: 0, predicted: 0 });
    expect(score([event({ optional: true })], [mention()]).total).toMatchObject({ required: 0, predicted: 0 });
  });

  test('flagged gold reported with such a status counts in flagged, whichever of the three it is', () => {
    const { flagged, status, total } = score([event({ status: 'future' })], [mention({ status: 'hypothetical' })]);
    expect(flagged).toEqual({ p: 1, r: 1, f1: 1 });
    expect(status.rate).toBe(0);
    expect(total).toMatchObject({ required: 0, predicted: 0 });
  });

  test('flagged gold left out lowers only the recall of flagged', () => {
    const { flagged, total, errors } = score([event({ status: 'negated' })], []);
    expect([flagged.r, total.required, errors.length]).toEqual([0, 0, 0]);
  });

  test('a denied event coded as actual is a false positive', () => {
    const { total, errors } = score([event({ status: 'negated' })], [mention()]);
    expect(total.predicted).toBe(1);
    expect(errors[0]).toMatchObject({ kind: 'STATUS', detail: 'gold negated' });
  });

  test('a planned meeting coded as the agreement that it may also be is neither right nor wrong', () => {
    const planned = event({ type: 'CONSULT', alt: ['AGREE'], status: 'future' });
    expect(score([planned], [mention({ type: 'AGREE' })]).total.predicted).toBe(0);
    expect(score([planned], [mention({ type: 'CONSULT' })]).total.predicted).toBe(1);
  });

  test('a mention that is not asserted and has no gold lowers only the precision of flagged', () => {
    const { flagged, total } = score(
      [event({ status: 'future' })],
      [mention({ status: 'future' }), mention({ status: 'future', trigger: at(20) })],
    );
    expect([flagged.p, flagged.r, total.predicted]).toEqual([0.5, 1, 0]);
  });
});

describe('details of what was found', () => {
  test('trigger: the words must overlap', () => {
    expect(score([event()], [mention({ trigger: at(3) })]).trigger.right).toBe(1);
    expect(score([event()], [mention({ trigger: at(4) })]).trigger.right).toBe(0);
  });

  test('mode: exactly the modes, and asked only where one side gives one', () => {
    expect(score([event()], [mention()]).mode.of).toBe(0);
    expect(score([event({ mode: ['allege'] })], [mention({ mode: ['allege'] })]).mode.rate).toBe(1);
    expect(score([event({ mode: ['allege'] })], [mention({ mode: ['allege', 'investigate'] })]).mode.rate).toBe(0);
  });

  test('date: the first day; a month asks for a span of days', () => {
    const date = (gold: string, start: string, end: string) => score([event({ date: gold })], [mention({ date: { start, end } })]).date.f1;
    expect(date('2024-03-12', '2024-03-12', '2024-03-12')).toBe(1);
    expect(date('2024-03-12', '2024-03-11', '2024-03-11')).toBe(0);
    expect(date('2024-03', '2024-03-01', '2024-03-31')).toBe(1);
    expect(date('2024-03', '2024-03-01', '2024-03-01')).toBe(0);
  });

  test('a date that the gold does not give lowers precision', () => {
    const { date } = score(
      [event(), event({ id: 'e2', s: 1, start: 60, end: 64, date: '2024-03-12' })],
      [
        mention({ date: { start: '2024-03-12', end: '2024-03-12' } }),
        mention({ trigger: at(60), date: { start: '2024-03-12', end: '2024-03-12' } }),
      ],
    );
    expect(date).toEqual({ p: 0.5, r: 1, f1: 0.667 });
  });

  test('speaker: the nearest one only', () => {
    const said = event({ speaker: [GOV.oman] });
    expect(score([said], [mention({ attribution: [CODED.oman, CODED.usa] })]).speaker.f1).toBe(1);
    expect(score([said], [mention({ attribution: [CODED.usa, CODED.oman] })]).speaker.f1).toBe(0);
  });

  test('speaker: silence is right where only one reader heard one', () => {
    const doubtful = event({ speaker: [GOV.oman], also: { speaker: [] } });
    expect(score([doubtful], [mention()]).speaker.r).toBe(0);
    expect(
      score(
        [doubtful, event({ id: 'e2', s: 1, start: 60, end: 64, speaker: [GOV.usa] })],
        [mention(), mention({ trigger: at(60), attribution: [CODED.usa] })],
      ).speaker.f1,
    ).toBe(1);
  });

  test('words: the shared words of the participants, of both sides together', () => {
    const long = mention({ actors: [{ ...CODED.usa, text: 'حكومة واشنطن' }] });
    expect(score([event()], [long]).words).toEqual({ p: 0.667, r: 1, f1: 0.8 });
  });

  test('same_event: mentions of two events under one name lower precision, of one event under two names recall', () => {
    const second = { s: 1, start: 60, end: 64, id: 'e2' };
    const pair = (a: string, b: string) => [mention({ event: a }), mention({ event: b, trigger: at(60) })];
    expect(score([event(), event(second)], pair('v1', 'v1')).same_event).toEqual({ p: 0.5, r: 1, f1: 0.667 });
    expect(score([event(), event({ ...second, same_as: 'e1' })], pair('v1', 'v2')).same_event).toEqual({ p: 1, r: 0.5, f1: 0.667 });
  });
});

test('mentions of unknown articles and mentions without a trigger are set apart', () => {
  const grouped = groupMentions(
    [article([])],
    [
      { ...mention(), article: { id: 'b' } },
      { type: 'ACCUSE', article: { id: 'a' } },
      { ...mention(), article: { id: 'a' } },
    ],
  );
  expect([grouped.strangers, grouped.malformed, grouped.byArticle.get('a')?.length]).toEqual([1, 1, 1]);
});

test('figures are given by article too', () => {
  const gold = [article([event()], 'a'), article([event()], 'b')];
  expect(Object.keys(scoreArticles(gold, new Map()).byArticle)).toEqual(['a', 'b']);
});
