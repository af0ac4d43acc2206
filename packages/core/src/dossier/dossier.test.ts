import { describe, expect, test } from 'vitest';
import { made, mention, on, published } from '../../test/made-mentions.js';
import { eventsOf, LANGUAGES, openDisputes, reportOnDossier } from '../index.js';
import type { Mention } from '../types.js';
import { dossierOf } from './dossier.js';
import type { Dispute, DossierActor } from './types.js';
import { dateInWords } from './words.js';

const STATES: Record<string, string> = { SYR: 'Syria', RUS: 'Russia', USA: 'United States', IRN: 'Iran', YEM: 'Yemen' };
const stateName = (code: string) => ({ ar: null, en: STATES[code] ?? code });

const WAR: Dispute = { id: 'syria', kind: 'dispute', name: { ar: 'الحرب السورية', en: 'Syrian war' }, parties: ['SYR'] };
const PACT: Dispute = { id: 'pact', kind: 'agreement', name: { ar: 'الاتفاق النووي', en: 'Nuclear agreement' }, parties: ['IRN', 'USA'] };

const dossier = (mentions: Mention[], dispute = WAR) => dossierOf(dispute, eventsOf(mentions), mentions, { stateName });
const keys = (actors: DossierActor[]) => actors.map(({ key }) => key);

describe('what belongs to a dossier', () => {
  test('a mention that names no dispute belongs to it where another mention of its event does', () => {
    const first = mention({ type: 'CONSULT', actors: [made('SYR GOV'), made('RUS GOV')] });
    const second = mention({ type: 'CONSULT', event: first.event, actors: [made('SYR GOV'), made('RUS GOV')] }, null);
    expect(dossier([first, second]).size).toEqual({ articles: 2, outlets: 0, mentions: 2, events: 1 });
  });

  test('a mention of the event that names another dispute does not', () => {
    const first = mention({ type: 'CONSULT', actors: [made('SYR GOV'), made('RUS GOV')] });
    const second = mention({ type: 'CONSULT', event: first.event, actors: [made('SYR GOV'), made('RUS GOV')] }, 'pact');
    expect(dossier([first, second]).size.mentions).toBe(1);
  });

  test('the order in which events and mentions are given does not matter', () => {
    const all = [
      mention({ type: 'ASSAULT', actors: [made('USA MIL')], recipients: [made('SYR MIL')], ...on('2018-04-14') }),
      mention({ type: 'ACCUSE', mode: ['disapprove'], actors: [made('RUS GOV')], recipients: [made('USA GOV')] }),
      mention({ type: 'CONSULT', actors: [made('SYR GOV'), made('RUS GOV')], ...on('2018-04-20') }),
    ];
    const turned = all.toReversed();
    expect(dossierOf(WAR, eventsOf(turned), turned, { stateName })).toEqual(dossier(all));
  });
});

describe('actors', () => {
  test('all organs of a state are one actor, a rebel group is another', () => {
    const clash = (day: string) =>
      mention({ type: 'ASSAULT', actors: [made('SYR MIL'), made('SYR GOV'), made('SYR REB Free Army')], ...on(day) });
    expect(keys(dossier([clash('2018-04-01'), clash('2018-04-02')]).parties.map(({ actor }) => actor))).toEqual([
      'SYR',
      'SYR REB Free Army',
    ]);
  });

  test('rebels without a name are counted to the group that dominates', () => {
    const attack = (rebels: string, day: string) =>
      mention({ type: 'ASSAULT', actors: [made(rebels)], recipients: [made('SYR MIL')], ...on(day) });
    const { parties } = dossier([attack('SYR REB Free Army', '2018-04-01'), attack('SYR REB', '2018-04-02')]);
    expect(parties.map(({ actor, mentions }) => [actor.key, mentions.length])).toEqual([
      ['SYR', 2],
      ['SYR REB Free Army', 2],
    ]);
  });

  test('a body without a name is not the one that is named elsewhere', () => {
    const talks = (body: string) => mention({ type: 'CONSULT', actors: [made(body), made('SYR GOV')], ...on('2018-05-03') });
    const sides = dossier([talks('IGO GOV Arab League'), talks('IGO GOV')]).consultations.flatMap((each) =>
      keys(each.sides.map(({ actor }) => actor)),
    );
    expect(sides).toEqual(['IGO Arab League', 'SYR', 'IGO', 'SYR']);
  });

  test('civilians and unknown attackers are no actors', () => {
    const attack = () => mention({ type: 'ASSAULT', actors: [made('--- UAF')], recipients: [made('SYR CVL')] });
    expect(keys(dossier([attack(), attack()]).parties.map(({ actor }) => actor))).toEqual(['SYR']);
  });
});

describe('roles', () => {
  test('one act of force makes nobody a party, two do', () => {
    const raid = (day: string) =>
      mention({ type: 'ASSAULT', mode: ['aerial'], actors: [made('USA MIL')], recipients: [made('SYR MIL')], ...on(day) });
    const once = raid('2018-04-01');
    expect(keys(dossier([once]).parties.map(({ actor }) => actor))).toEqual(['SYR']);
    expect(dossier([once, raid('2018-04-14')]).parties.map(({ actor, listed }) => [actor.key, listed])).toEqual([
      ['SYR', true],
      ['USA', false],
    ]);
  });

  test('a denied act of force makes no party', () => {
    const raid = () => mention({ type: 'ASSAULT', status: 'negated', actors: [made('USA MIL')], recipients: [made('SYR MIL')] });
    expect(keys(dossier([raid(), raid()]).parties.map(({ actor }) => actor))).toEqual(['SYR']);
  });

  test('a party whom nothing that was read names is kept, without mentions', () => {
    expect(
      dossier([mention({ type: 'REJECT', actors: [made('USA GOV')] })]).parties.map(({ actor, mentions }) => [actor.key, mentions]),
    ).toEqual([['SYR', []]]);
  });

  test('a mediator that shares the side of the parties is told from them', () => {
    const talks = mention({ type: 'CONSULT', mode: ['third-party'], actors: [made('RUS GOV'), made('SYR GOV')] });
    expect(dossier([talks]).mediators.map(({ actor, between }) => [actor.key, keys(between)])).toEqual([['RUS', ['SYR']]]);
  });

  test('who sits at one table with two parties mediates, but not who sits there with many others', () => {
    const dispute = { ...WAR, parties: ['SYR', 'IRN'] };
    const table = (...who: string[]) => dossier([mention({ type: 'CONSULT', actors: who.map(made) })], dispute).mediators;
    expect(table('UNO', 'SYR GOV', 'IRN GOV').map(({ actor, between }) => [actor.key, keys(between)])).toEqual([['UNO', ['SYR', 'IRN']]]);
    expect(table('UNO', 'SYR GOV')).toEqual([]);
    expect(table('UNO', 'RUS GOV', 'USA GOV', 'SYR GOV', 'IRN GOV')).toEqual([]);
  });

  test('talks of a party and a group of its own country have no mediator among them', () => {
    const talks = mention({ type: 'CONSULT', mode: ['third-party'], actors: [made('SYR GOV'), made('SYR OPP')] });
    expect(dossier([talks]).mediators).toEqual([]);
    expect(dossier([talks]).consultations.map(({ form }) => form)).toEqual(['meeting']);
  });

  test('aid and words of support make an outsider a supporter, a listed party is none', () => {
    const aid = mention({ type: 'AID', actors: [made('IRN GOV')], recipients: [made('SYR GOV')] });
    const praise = mention({ type: 'SUPPORT', actors: [made('SYR GOV')], recipients: [made('SYR REB Free Army')] });
    expect(dossier([aid, praise]).supporters.map(({ actor, of }) => [actor.key, keys(of)])).toEqual([['IRN', ['SYR']]]);
  });
});

describe('positions', () => {
  const stances = (mentions: Mention[]) =>
    dossier(mentions).positions.map(({ actor, positions }) => [actor.key, ...positions.map(({ stance }) => stance)]);

  test('praise of an outsider is no position, praise of what it did in the dispute is', () => {
    const praise = mention({ type: 'SUPPORT', actors: [made('IRN GOV')], recipients: [made('RUS GOV')] });
    const mediation = mention({ type: 'CONSULT', mode: ['third-party'], actors: [made('RUS GOV')], recipients: [made('SYR GOV')] });
    expect(stances([praise])).toEqual([]);
    expect(stances([mediation, { ...praise, about: mediation.id }])).toEqual([['IRN', 'supports']]);
  });

  test('the talks in which it is said are the occasion, not the object', () => {
    const call = mention({ type: 'CONSULT', mode: ['phone'], actors: [made('IRN GOV'), made('RUS GOV')] });
    const welcome = mention({ type: 'SUPPORT', actors: [made('IRN GOV')], about: call.id });
    const [iran] = dossier([call, welcome]).positions;
    expect(iran?.positions.map(({ stance, on: object }) => [stance, object])).toEqual([['supports', null]]);
  });

  test('the latest word on one object counts, and says how often it was said', () => {
    const early = mention({
      type: 'ACCUSE',
      mode: ['disapprove'],
      actors: [made('USA GOV')],
      recipients: [made('SYR GOV')],
      ...on('2018-04-01'),
    });
    const late = mention({
      type: 'ACCUSE',
      mode: ['disapprove'],
      actors: [made('USA GOV')],
      recipients: [made('SYR GOV')],
      ...on('2018-04-09'),
    });
    const [usa] = dossier([late, early]).positions;
    expect(usa?.positions.map(({ stance, mentions, citations }) => [stance, mentions, citations[0]?.mention])).toEqual([
      ['condemns', [early.id, late.id], late.id],
    ]);
  });

  test('what is planned, feared or denied, and what a state says to its own side, is none', () => {
    const threat = (status: Mention['status']) =>
      mention({ type: 'THREATEN', status, actors: [made('USA GOV')], recipients: [made('SYR GOV')] });
    const order = mention({ type: 'REQUEST', actors: [made('SYR GOV')], recipients: [made('SYR MIL')] });
    expect(stances([threat('future'), threat('hypothetical'), threat('negated'), order])).toEqual([]);
  });

  test('one side alone stands ready, two sides agree, and the name of an agreement is no promise', () => {
    const ready = mention({ type: 'AGREE', actors: [made('IRN GOV')] });
    const both = mention({ type: 'AGREE', actors: [made('RUS GOV'), made('SYR GOV')] });
    expect(stances([ready, both])).toEqual([['IRN', 'ready']]);
    const named = mention(
      { type: 'AGREE', actors: [made('IRN GOV')], trigger: { text: 'الاتفاق', start: 0, end: 4, lemma: 'اتفاق' } },
      'pact',
    );
    expect(dossier([named], PACT).positions).toEqual([]);
  });

  test('in a large file a single doubtful mention makes no position', () => {
    const other = Array.from({ length: 25 }, () => mention({ type: 'ASSAULT', actors: [made('SYR MIL')] }));
    const doubtful = mention({ type: 'REJECT', actors: [made('USA GOV')], confidence: 0.1 });
    expect(stances([doubtful])).toEqual([['USA', 'rejects']]);
    expect(stances([...other, doubtful])).toEqual([]);
    expect(stances([...other, { ...doubtful, confidence: 0.4 }])).toEqual([['USA', 'rejects']]);
  });
});

describe('consultations', () => {
  test('stand in order of time, the reports of one occasion together', () => {
    const meet = (day: string, ...who: string[]) => mention({ type: 'CONSULT', actors: who.map(made), ...on(day) });
    const told = [
      meet('2018-04-09', 'RUS GOV', 'SYR GOV'),
      meet('2018-04-02', 'IRN GOV', 'SYR GOV'),
      meet('2018-04-09', 'SYR GOV', 'RUS GOV'),
    ];
    expect(
      dossier(told).consultations.map(({ day, sides, mentions }) => [day?.start, keys(sides.map(({ actor }) => actor)), mentions.length]),
    ).toEqual([
      ['2018-04-02', ['IRN', 'SYR'], 1],
      ['2018-04-09', ['RUS', 'SYR'], 2],
    ]);
  });

  test('talks beside a call in one article are another occasion, talks beside a visit are held on it', () => {
    const sides = { actors: [made('RUS GOV'), made('SYR GOV')], ...published('2018-05-03', 'one') };
    const forms = (mode: string) => {
      const event = mention({ type: 'CONSULT', mode: [mode], ...sides });
      return dossier([event, mention({ type: 'CONSULT', event: event.event, ...sides })]).consultations.map(({ form }) => form);
    };
    expect([forms('phone'), forms('visit')]).toEqual([['call', 'meeting'], ['visit']]);
  });

  test('talks of one known side, and talks that did not take place, are left out; planned ones are marked', () => {
    const alone = mention({ type: 'CONSULT', actors: [made('RUS GOV')] });
    const denied = mention({ type: 'CONSULT', status: 'negated', actors: [made('RUS GOV'), made('SYR GOV')] });
    const planned = mention({ type: 'CONSULT', status: 'future', actors: [made('IRN GOV'), made('SYR GOV')] });
    expect(
      dossier([alone, denied, planned]).consultations.map(({ planned: isPlanned, sides }) => [
        isPlanned,
        keys(sides.map(({ actor }) => actor)),
      ]),
    ).toEqual([[true, ['IRN', 'SYR']]]);
  });

  test('a planned meeting is one occasion whatever days its reports give, on the day that most give', () => {
    const plan = (day: string) => mention({ type: 'CONSULT', status: 'future', actors: [made('RUS GOV'), made('SYR GOV')], ...on(day) });
    const [meeting, ...others] = dossier([plan('2018-05-20'), plan('2018-05-17'), plan('2018-05-17')]).consultations;
    expect([meeting?.day?.start, meeting?.mentions.length, others]).toEqual(['2018-05-17', 3, []]);
  });

  test('a day that the text does not state is that of publication, and says so', () => {
    const talks = mention({ type: 'CONSULT', actors: [made('RUS GOV'), made('SYR GOV')], ...published('2018-06-03', 'x') });
    expect(dossier([talks]).consultations[0]?.day).toEqual({ start: '2018-06-03', end: '2018-06-03', stated: false });
  });
});

describe('agreements', () => {
  const courses = (mentions: Mention[], dispute = WAR) =>
    dossier(mentions, dispute).agreements.map(({ sides, steps }) => [
      keys(sides),
      ...steps.map(({ stage, actors }) => [stage, ...keys(actors)].join(' ')),
    ]);

  test('go from agreed to in force to violated', () => {
    const agreed = mention({ type: 'AGREE', actors: [made('RUS GOV'), made('SYR GOV'), made('SYR REB Free Army')], ...on('2018-04-01') });
    const holds = mention({
      type: 'RETREAT',
      mode: ['ceasefire'],
      actors: [made('SYR GOV'), made('SYR REB Free Army')],
      ...on('2018-04-03'),
    });
    const broken = mention({ type: 'ASSAULT', cameo: '196', actors: [made('SYR MIL')], ...on('2018-04-05') });
    expect(courses([broken, holds, agreed])).toEqual([
      [['RUS', 'SYR', 'SYR REB Free Army'], 'agreed RUS SYR SYR REB Free Army', 'in-force SYR SYR REB Free Army', 'violated SYR'],
    ]);
  });

  test('what one side alone signed is no agreement between sides', () => {
    expect(courses([mention({ type: 'SUPPORT', cameo: '057', actors: [made('SYR GOV')] })])).toEqual([]);
  });

  test('a ceasefire of one side alone is no agreement in force', () => {
    expect(courses([mention({ type: 'RETREAT', mode: ['ceasefire'], actors: [made('SYR GOV')] })])).toEqual([]);
  });

  test('only its parties can leave an agreement, and what hardly any report tells is left out', () => {
    const leaves = (who: string) => mention({ type: 'SANCTION', mode: ['withdraw'], actors: [made(who)], ...on('2018-05-08') }, 'pact');
    const reports = [...Array.from({ length: 30 }, () => leaves('USA GOV')), leaves('IRN GOV'), leaves('SYR GOV'), leaves('SYR GOV')];
    expect(courses(reports, PACT)).toEqual([[['IRN', 'USA'], 'ended USA']]);
  });

  test('an agreement is made once, on the day that most reports give', () => {
    const made2015 = () => mention({ type: 'AGREE', actors: [made('IRN GOV'), made('USA GOV')], ...on('2015-07-14') }, 'pact');
    const loose = mention({ type: 'AGREE', actors: [made('IRN GOV'), made('USA GOV')], ...on('2018-05-01') }, 'pact');
    const [pact] = dossier([made2015(), loose, made2015()], PACT).agreements;
    expect(pact?.steps.map(({ stage, day, mentions }) => [stage, day?.start, mentions.length])).toEqual([['agreed', '2015-07-14', 3]]);
  });
});

test('measures count asserted events by month and dyad, mutual ones once', () => {
  const raid = mention({ type: 'ASSAULT', actors: [made('USA MIL')], recipients: [made('SYR MIL')], ...on('2018-04-14') });
  const talks = mention({ type: 'CONSULT', actors: [made('SYR GOV'), made('RUS GOV')], ...on('2018-05-02') });
  const feared = mention({ type: 'ASSAULT', status: 'hypothetical', actors: [made('USA MIL')], recipients: [made('SYR MIL')] });
  const { measures } = dossier([raid, talks, feared]);
  expect(measures).toMatchObject({ events: 2, score: -3.25, quads: { 1: 1, 2: 0, 3: 0, 4: 1 } });
  expect(measures.months).toEqual([
    { month: '2018-04', events: 1, score: -9 },
    { month: '2018-05', events: 1, score: 2.5 },
  ]);
  expect(measures.dyads.map(({ from, to, mutual, events, score }) => [from.key, to.key, mutual, events, score])).toEqual([
    ['RUS', 'SYR', true, 1, 2.5],
    ['USA', 'SYR', false, 1, -9],
  ]);
});

test('an event that is dated to a year counts in all, but in no month', () => {
  const war = mention({ type: 'ASSAULT', actors: [made('USA MIL')], date: { start: '2015-01-01', end: '2015-12-31', text: '' } });
  const { measures } = dossier([war]);
  expect([measures.events, measures.months]).toEqual([1, []]);
});

describe('the disputes that have dossiers', () => {
  const HEADER = 'id\tkind\ten\tar\tparties\tcues';

  test('are found by id, by name in both languages, and by the beginning of a word where only one fits', () => {
    const book = openDisputes();
    expect(book.disputes.length).toBeGreaterThan(40);
    for (const wanted of ['karabakh', 'Nagorno-Karabakh', 'نزاع ناغورنو كاراباخ', 'ناغورنو'])
      expect(book.find(wanted).map(({ id }) => id)).toEqual(['karabakh']);
    expect(book.find('no such thing')).toEqual([]);
    expect(book.find('korea').map(({ id }) => id)).toEqual(['korea-nuclear', 'korea-panmunjom']);
  });

  test('a file of the user adds one, or replaces ours', () => {
    const book = openDisputes({
      lexicon: [`${HEADER}\nlake\tdispute\tLake\tنزاع البحيرة\tTCD NGA\tبحيرة\nsyria\tissue\tMine\tلي\tSYR\tكلمة`],
    });
    expect(book.find('lake')).toEqual([{ id: 'lake', kind: 'dispute', name: { ar: 'نزاع البحيرة', en: 'Lake' }, parties: ['TCD', 'NGA'] }]);
    expect(book.find('syria')[0]?.kind).toBe('issue');
  });
});

describe('the report', () => {
  test('is written in both languages, from the same sentences', () => {
    const raid = () => mention({ type: 'ASSAULT', actors: [made('USA MIL')], recipients: [made('SYR MIL')] });
    const strikes = dossier([raid(), raid()]);
    const [ar, en] = LANGUAGES.map((language) => reportOnDossier(strikes, language));
    expect([ar?.direction, ar?.title, en?.direction, en?.title]).toEqual(['rtl', 'الحرب السورية', 'ltr', 'Syrian war']);
    expect(ar?.sections.map(({ id }) => id)).toEqual(en?.sections.map(({ id }) => id));
    const quoted = (report: typeof ar) =>
      report?.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'entry' ? block.quotations : [])));
    expect(quoted(ar)?.map(({ text, mark }) => [text, mark])).toEqual(quoted(en)?.map(({ text, mark }) => [text, mark]));
  });

  test('gives an Arabic plural its ending behind a preposition, and leaves a state that ends alike', () => {
    const named = (code: string, ar: string) => ({ ...made(code), name: { ar, en: code } });
    const rebels = { ...named('CMR REB', 'الحوثيون'), kind: 'organisation' };
    const talks = mention({ type: 'CONSULT', actors: [made('CMR GOV'), rebels] }, 'war');
    const war: Dispute = { id: 'war', kind: 'dispute', name: { ar: 'الحرب', en: 'War' }, parties: ['CMR'] };
    const cameroon = () => ({ ar: 'الكاميرون', en: 'Cameroon' });
    const report = reportOnDossier(dossierOf(war, eventsOf([talks]), [talks], { stateName: cameroon }), 'ar');
    const [meeting] = report.sections.find(({ id }) => id === 'consultations')?.blocks ?? [];
    expect(meeting?.kind === 'entry' && meeting.title).toBe('لقاء أو محادثات بين الكاميرون والحوثيين');
  });

  test('sets a name of the other script apart, and names months', () => {
    const ar = reportOnDossier(dossier([mention({ type: 'ASSAULT', actors: [made('SYR MIL')] })]), 'ar');
    const [party] = ar.sections[0]?.blocks ?? [];
    expect(party?.kind === 'entry' && party.title).toBe('\u2068Syria\u2069');
    expect([dateInWords('2020-10-10', 'ar'), dateInWords('2020-10', 'en'), dateInWords('2020', 'en')]).toEqual([
      '10 أكتوبر 2020',
      'October 2020',
      '2020',
    ]);
  });
});
