// What verdicts on a sample say about the whole.
import { expect, test } from 'vitest';
import { precisionOf } from './audit.js';

const verdicts = (right: number, wrong: number, open = 0): (boolean | null)[] => [
  ...Array<boolean>(right).fill(true),
  ...Array<boolean>(wrong).fill(false),
  ...Array<null>(open).fill(null),
];

test('precision comes with the interval that Wilson gives', () => {
  // 90 of 100: 0.8256 to 0.9448, as tables of the Wilson interval have it.
  expect(precisionOf(verdicts(90, 10))).toEqual({ judged: 100, right: 90, precision: 0.9, low: 0.826, high: 0.945 });
  expect(precisionOf(verdicts(10, 0))).toEqual({ judged: 10, right: 10, precision: 1, low: 0.722, high: 1 });
});

test('what the reader left open does not count', () => {
  expect(precisionOf(verdicts(1, 1, 5))).toMatchObject({ judged: 2, right: 1, precision: 0.5 });
  expect(() => precisionOf(verdicts(0, 0, 3))).toThrow('nothing is judged');
});
