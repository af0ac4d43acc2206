import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CharClass, charClass, keyOf, numberOf } from './letters.js';

describe('spellings that meet in one key', () => {
  test.each([
    ['أمريكا', 'امريكا'],
    ['إيران', 'ایران'],
    ['الحكومة', 'الحكومه'],
    ['على', 'علي'],
    ['مسؤول', 'مسوول'],
    ['مُحَمَّد', 'محمد'],
    ['رئـــيس', 'رييس'],
    ['ﻻ', 'لا'],
    ['ﺍﻟﺴﻼﻡ', 'السلام'],
    ['ڤيينا', 'فيينا'],
    ['پوتین', 'بوتين'],
    ['کرکوک', 'كركوك'],
    ['سو\u200cريا', 'سوريا'],
    ['\u061cسوريا', 'سوريا'],
    ['وزراء', 'وزرا'],
  ])('%s = %s', (a, b) => expect(keyOf(a)).toBe(keyOf(b)));
});

test('what is no letter vanishes from the key, and the key of a key is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const key = keyOf(text);
      expect(keyOf(key)).toBe(key);
    }),
  );
});

test.each([
  ['12', 12],
  ['١٢', 12],
  ['۱۲', 12],
  ['1,200', 1200],
  ['1.200', 1200],
  ['١٢٫٥', 12.5],
  ['3.5', 3.5],
])('the number %s', (written, value) => expect(numberOf(written)).toBe(value));

test('without digits there is no number', () => expect(numberOf('...')).toBeNaN());

test.each([
  ['ە', CharClass.Letter],
  ['ـ', CharClass.Mark],
  ['\u064b', CharClass.Mark],
  ['\u200f', CharClass.Mark],
  ['\u061c', CharClass.Mark],
  ['\ufe0f', CharClass.Mark],
  ['۵', CharClass.Digit],
  ['٥', CharClass.Digit],
  ['é', CharClass.Latin],
  ['\u00a0', CharClass.Space],
  ['#', CharClass.Space],
  ['_', CharClass.Space],
  ['\u2029', CharClass.Newline],
  ['،', CharClass.Other],
])('the class of %j', (char, expected) => expect(charClass(char.charCodeAt(0))).toBe(expected));
