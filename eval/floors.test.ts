// The floors: what may fall, what may not, and what recording does.
import { expect, test } from 'vitest';
import { fallsOf, raised } from './floors.mjs';

const floors = { own: { 'detect F1': 0.8 }, gsr: { 'protest: no coded as actual': 0.1 } };

function result(set: string, measure: string, value: number | null, lower = false) {
  return { set, title: set, rows: [{ measure, value, lower }], faults: [] };
}

test('a figure at its floor stands', () => {
  expect(fallsOf([result('own', 'detect F1', 0.8)], floors)).toEqual([]);
});

test('a figure below its floor falls, and the message names both', () => {
  expect(fallsOf([result('own', 'detect F1', 0.799)], floors)).toEqual(['own, detect F1: 0.799 is below its floor 0.8']);
});

test('what is better low falls when it rises', () => {
  expect(fallsOf([result('gsr', 'protest: no coded as actual', 0.11, true)], floors)).toEqual([
    'gsr, protest: no coded as actual: 0.11 is above its floor 0.1',
  ]);
});

test('a figure that is no longer measured falls', () => {
  expect(fallsOf([result('own', 'dyad F1', 0.9)], floors)).toEqual(['own, detect F1: not measured any more (floor 0.8)']);
});

test('a set that is left out falls nowhere', () => {
  expect(fallsOf([{ ...result('own', 'detect F1', 0), rows: [], skipped: 'not here' }], floors)).toEqual([]);
});

test('a set without floors cannot be checked', () => {
  expect(fallsOf([result('dates', 'agency datelines', 1)], floors)).toEqual(['dates: no floor is recorded; --record records them']);
});

test('recording takes the figures as they are and leaves the other sets alone', () => {
  expect(raised(floors, [result('own', 'detect F1', 0.7)])).toEqual({ ...floors, own: { 'detect F1': 0.7 } });
});
