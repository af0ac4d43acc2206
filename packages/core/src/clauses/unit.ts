// Makes the units of a sentence: all fields of all kinds in each.

import type { DateSpan, Phrase, Unit, VerbWord } from '../document.js';

const NO_READINGS: readonly VerbWord[] = [];

function makeUnit(kind: Unit['kind'], from: number, to: number, phrase: Phrase | null, date: DateSpan | null): Unit {
  return {
    kind,
    from,
    to,
    phrase,
    readings: NO_READINGS,
    participle: false,
    class: '',
    value: '',
    conj: false,
    pron: '',
    prep: '',
    mark: '',
    date,
  } as Unit;
}

export const phraseUnit = (from: number, phrase: Phrase): Unit => makeUnit('phrase', from, phrase.to, phrase, null);

export const dateUnit = (from: number, date: DateSpan): Unit => makeUnit('date', from, date.to, null, date);

export function markUnit(from: number, mark: string): Unit {
  const unit = makeUnit('mark', from, from + 1, null, null);
  unit.mark = mark;
  return unit;
}

export function verbUnit(from: number, readings: readonly VerbWord[], participle: boolean): Unit & { kind: 'verb' } {
  const unit = makeUnit('verb', from, from + 1, null, null) as Unit & { kind: 'verb' };
  unit.readings = readings;
  unit.participle = participle;
  return unit;
}

export const particleUnit = (from: number, to: number): Unit => makeUnit('particle', from, to, null, null);
