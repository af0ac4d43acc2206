// The founding example: what a careful editor takes from the article on Nagorno-Karabakh, from the coder's mentions and from those of the gold annotation.

import { describe, expect, test } from 'vitest';
import { mentionsOfGold, sharedFile } from '../../test/gold-mentions.js';
import { createCoder, dossierOf, eventsOf, openDisputes } from '../index.js';
import type { Mention } from '../types.js';
import type { Dossier } from './types.js';

const book = openDisputes();
const ARTICLE = sharedFile('texts/karabakh-20201010.txt');
const GOLD = sharedFile('gold/dev/karabakh-20201010.json');

function dossierFrom(mentions: Mention[]): Dossier {
  const [dispute] = book.find('karabakh');
  if (dispute === undefined) throw new Error('disputes.tsv has no karabakh');
  return dossierOf(dispute, eventsOf(mentions), mentions, book);
}

const names = (actors: { name: { en: string | null } }[]) => actors.map(({ name }) => name.en);

describe.skipIf(ARTICLE === null)('from the article (../shared/texts; skipped where it is missing)', () => {
  const dossier = dossierFrom(createCoder().code({ id: 'karabakh', text: ARTICLE ?? '' }));

  test('Azerbaijan and Armenia are the parties, shown by their ceasefire', () => {
    expect(dossier.parties.map(({ actor, listed }) => [actor.name.en, listed])).toEqual([
      ['Azerbaijan', true],
      ['Armenia', true],
    ]);
    expect(dossier.parties.map(({ citations }) => citations[0]?.trigger.text)).toEqual(['وقف اطلاق النار', 'وقف اطلاق النار']);
  });

  test('Russia mediates between them: it is said twice, and it sits at the table of their ministers', () => {
    expect(dossier.mediators.map(({ actor, between }) => [actor.name.en, names(between)])).toEqual([['Russia', ['Azerbaijan', 'Armenia']]]);
    expect(dossier.mediators[0]?.citations.map(({ trigger }) => trigger.text)).toEqual(['بالوساطة', 'الوساطة', 'المفاوضات']);
  });

  test('Iran supports from outside', () => {
    expect(names(dossier.supporters.map(({ actor }) => actor))).toEqual(['Iran']);
  });

  test("Iran's positions are its call for talks, its welcome, its backing of the agreement and the mediation, and its readiness to help", () => {
    expect(names(dossier.positions.map(({ actor }) => actor))).toEqual(['Iran']);
    const [iran] = dossier.positions;
    expect(
      iran?.positions.map(({ stance, mode, on, citations }) => [stance, ...mode, on?.text ?? null, citations[0]?.trigger.text]),
    ).toEqual([
      ['calls-for', 'meet', null, 'ضرورة'],
      ['supports', null, 'ورحب'],
      ['supports', 'للاتفاق', 'دعم'],
      ['supports', 'بالوساطة', 'ترحب'],
      ['ready', null, 'استعداد'],
    ]);
  });

  test('a birthday wish in a sentence that names the dispute is no position', () => {
    const quoted = dossier.positions.flatMap(({ positions }) =>
      positions.flatMap(({ citations }) => citations.map(({ trigger }) => trigger.text)),
    );
    expect(quoted).not.toContain('هنأ');
  });

  test('the consultations are the call of the presidents, the talks going on, the mediation, and those of the three ministers', () => {
    const told = dossier.consultations.map(({ form, sides, day }) => [
      form,
      ...names(sides.map(({ actor }) => actor)),
      day?.start,
      day?.stated,
    ]);
    expect(told).toEqual([
      ['call', 'Iran', 'Russia', '2020-10-10', true],
      ['meeting', 'Iran', 'Russia', '2020-10-10', false],
      ['mediation', 'Russia', 'Azerbaijan', 'Armenia', '2020-10-10', false],
      ['meeting', 'Azerbaijan', 'Armenia', 'Russia', '2020-10-10', false],
    ]);
    expect(dossier.consultations[0]?.sides.map(({ people }) => people.map(({ en }) => en))).toEqual([
      ['Hassan Rouhani'],
      ['Vladimir Putin'],
    ]);
  });

  test('the agreement of the three ministers was reached and the ceasefire holds; a peaceful solution is proposed', () => {
    expect(dossier.agreements.map(({ sides, steps }) => [names(sides), steps.map(({ stage, actors }) => [stage, names(actors)])])).toEqual([
      [
        ['Russia', 'Armenia', 'Azerbaijan'],
        [
          ['agreed', ['Russia', 'Armenia', 'Azerbaijan']],
          ['in-force', ['Azerbaijan', 'Armenia']],
        ],
      ],
      [['Russia', 'Armenia', 'Azerbaijan'], [['proposed', ['Russia', 'Armenia', 'Azerbaijan']]]],
    ]);
  });

  test('every citation stands in the article, with its trigger where it says', () => {
    const parts = [...dossier.parties, ...dossier.mediators, ...dossier.supporters, ...dossier.consultations];
    const citations = parts.flatMap((part) => part.citations);
    expect(citations.length).toBeGreaterThan(10);
    for (const { quote, trigger } of citations) {
      expect(ARTICLE).toContain(quote);
      expect(quote.slice(trigger.start, trigger.end)).toBe(trigger.text);
    }
  });
});

describe.skipIf(GOLD === null)('from the gold annotation (../shared/gold; skipped where it is missing)', () => {
  const topic = { id: 'karabakh', name: { ar: null, en: 'Nagorno-Karabakh' }, kind: 'dispute' };
  const dossier = dossierFrom(mentionsOfGold(GOLD ?? '', topic, /قر[هة]\sباغ/));

  test('the parties, Russia at their table, and Iran as the supporter', () => {
    expect(dossier.mediators.map(({ actor, between }) => [actor.name.en, names(between)])).toEqual([['Russia', ['Azerbaijan', 'Armenia']]]);
    expect(names(dossier.parties.map(({ actor }) => actor))).toEqual(['Azerbaijan', 'Armenia']);
    expect(names(dossier.supporters.map(({ actor }) => actor))).toEqual(['Iran']);
  });

  test('Iran stands ready, calls for talks, and welcomes; the parties announce their ceasefire', () => {
    const stances = dossier.positions.flatMap(({ actor, positions }) => positions.map(({ stance }) => `${actor.key} ${stance}`));
    expect(new Set(stances)).toEqual(new Set(['IRN calls-for', 'IRN supports', 'IRN ready', 'ARM concedes', 'AZE concedes']));
  });

  test('the call of the presidents comes first', () => {
    const [first] = dossier.consultations;
    expect([first?.form, first?.day?.stated, ...names(first?.sides.map(({ actor }) => actor) ?? [])]).toEqual([
      'call',
      true,
      'Iran',
      'Russia',
    ]);
  });
});
