import { describe, expect, it } from 'vitest';
import { dayFrom, dayOf, hijriDay, hijriYear, isDate, isoOf, localDay, partsOf, weekdayOf } from './calendar.js';

describe('days', () => {
  it('count from 1970-01-01', () => {
    expect(dayOf('1970-01-01')).toBe(0);
    expect(isoOf(dayFrom(2018, 7, 18))).toBe('2018-07-18');
    expect(partsOf(dayOf('2018-07-18'))).toEqual({ year: 2018, month: 7, date: 18, weekday: 3 });
    expect(weekdayOf(dayOf('1969-12-28'))).toBe(0);
  });

  it('are those of the article’s own offset', () => {
    expect(localDay('2018-07-18T00:30:00+03:00')).toBe(dayOf('2018-07-18'));
    expect(localDay('yesterday')).toBeNull();
    expect(localDay(null)).toBeNull();
  });

  it('know which dates there are', () => {
    expect(isDate(2018, 2, 29)).toBe(false);
    expect(isDate(2020, 2, 29)).toBe(true);
    expect(isDate(2018, 13, 1)).toBe(false);
  });
});

describe('Hijri dates', () => {
  it('follow Umm al-Qura from 1420 to 1450', () => {
    expect(isoOf(hijriDay(1420, 1, 1))).toBe('1999-04-17');
    expect(isoOf(hijriDay(1436, 10, 25))).toBe('2015-08-10');
    expect(isoOf(hijriDay(1439, 10, 1))).toBe('2018-06-15');
    expect(isoOf(hijriDay(1440, 1, 1))).toBe('2018-09-11');
    expect(isoOf(hijriDay(1445, 1, 1))).toBe('2023-07-19');
    expect(isoOf(hijriDay(1446, 9, 1))).toBe('2025-03-01');
  });

  it('follow the tabular calendar before and after', () => {
    expect(isoOf(hijriDay(1, 1, 1))).toBe('0622-07-19');
    expect(isoOf(hijriDay(1400, 1, 1))).toBe('1979-11-21');
  });

  it('go on without a gap of more than a day where the calendars meet', () => {
    expect(hijriDay(1420, 1, 1) - hijriDay(1419, 12, 29)).toBeLessThanOrEqual(2);
    expect(hijriDay(1451, 1, 1) - hijriDay(1450, 12, 29)).toBeLessThanOrEqual(2);
  });

  it('tell the year of a day', () => {
    expect(hijriYear(dayOf('2018-09-10'))).toBe(1439);
    expect(hijriYear(dayOf('2018-09-11'))).toBe(1440);
    expect(hijriYear(dayOf('1979-11-25'))).toBe(1400);
  });
});
