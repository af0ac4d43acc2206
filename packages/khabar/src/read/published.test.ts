import { expect, test } from 'vitest';
import { publishedOnDay, readPublished } from './published.js';

test.each([
  ['2020-10-10T04:20:00+03:00', '2020-10-10T04:20:00+03:00'],
  ['2020-10-10T04:20:00Z', '2020-10-10T04:20:00Z'],
  ['2020-06-03T03:01+0400', '2020-06-03T03:01:00+04:00'],
  ['2020-06-03 03:01:05.250 -05', '2020-06-03T03:01:05.250-05:00'],
])('%s has its offset', (written, iso) => {
  expect(readPublished(written)).toEqual({ iso, complete: true });
});

test.each([
  ['2020-10-10', '2020-10-10T00:00:00+00:00'],
  ['2020-10-10T23:20', '2020-10-10T23:20:00+00:00'],
])('%s keeps its day, and is known to lack an offset', (written, iso) => {
  expect(readPublished(written)).toEqual({ iso, complete: false });
});

test.each(['', 'yesterday', '2020-02-30', '2020-13-01', '10/10/2020', '2020-10-10T25:00:00Z', '2020-10-10T04:20:00+25:00', '1602303600'])(
  '"%s" is no date',
  (written) => {
    expect(readPublished(written)).toBeNull();
  },
);

test('a day that does not exist is no date', () => {
  expect([publishedOnDay(2021, 2, 29), publishedOnDay(2020, 2, 29)?.iso]).toEqual([null, '2020-02-29T00:00:00+00:00']);
});
