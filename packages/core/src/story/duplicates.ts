// Which articles print one text: the same agency report in three outlets, whole or shortened, with other first words or another headline.
// A fingerprint is a pure function of the text, and two texts are compared by their fingerprints alone: the order of arrival never counts.

import { hashOf } from '../lexicon/read.js';
import { keyOf } from '../text/letters.js';

export interface Fingerprint {
  /** Equal for texts of the same words, whatever their spelling variants, vowel signs, marks and white space. */
  words: string;
  /**
   * Safe integers by which a database finds candidates: two texts that share a third of their phrases have one in common with a probability of 94 %,
   * at half of them 99.9 %. Empty where the text is too short to tell a copy from a formula.
   */
  keys: number[];
  /** Hashes of all phrases of four words, each once, sorted. */
  phrases: Uint32Array;
  /** Those of the text's opening, in its order. */
  opening: Uint32Array;
}

/** What is compared. `published` as in `Article`; where one of two has none, time is left out. */
export interface Fingerprinted {
  fingerprint: Fingerprint;
  published?: string | null;
}

const PHRASE_WORDS = 4;
const OPENING_PHRASES = 30;
/** Picture galleries and results of matches repeat their two sentences every week. */
const FEWEST_PHRASES = 20;
const BANDS = 24;

/** Measured on 25,662 articles of five outlets: docs/reading.md. Of the shorter text; of both together; of each opening in the other text. */
const SHARE_OF_SHORTER = 0.5;
const SHARE_OF_BOTH = 0.3;
const SHARE_OF_OPENING = 0.25;
/** Formulas (a missile intercepted, an appeal for calm) come again after some days, copies do not. */
export const DAYS_BETWEEN_COPIES = 3;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const DAY = 86_400_000;

/** The fingerprint of an article's text, without its headline, which every outlet makes itself. */
export function fingerprintOf(text: string): Fingerprint {
  const words = (text.match(WORD) ?? []).map(keyOf).filter((word) => word !== '');
  const inOrder = phraseHashes(words);
  const phrases = Uint32Array.from(new Set(inOrder)).sort();
  return {
    words: hashOf(words.join(' ')),
    keys: phrases.length < FEWEST_PHRASES ? [] : bandKeys(phrases),
    phrases,
    opening: inOrder.slice(0, OPENING_PHRASES),
  };
}

/** Whether two articles print the same words. */
export function isCopy(a: Fingerprint, b: Fingerprint): boolean {
  return a.words === b.words;
}

/**
 * Whether one article is an edited form of the other's text, or both of a third. A newer report that only repeats the background of an older one is none:
 * each opening must stand in the other text too. Symmetric, not transitive.
 */
export function isNearDuplicate(a: Fingerprinted, b: Fingerprinted): boolean {
  const [one, other] = [a.fingerprint, b.fingerprint];
  if (one.keys.length === 0 || other.keys.length === 0 || daysBetween(a, b) > DAYS_BETWEEN_COPIES) return false;
  const shared = sharedCount(one.phrases, other.phrases);
  if (shared < SHARE_OF_SHORTER * Math.min(one.phrases.length, other.phrases.length)) return false;
  if (shared < SHARE_OF_BOTH * (one.phrases.length + other.phrases.length - shared)) return false;
  return openingStandsIn(one, other) && openingStandsIn(other, one);
}

/** All pairs of near duplicates, as places in the list, the smaller first, sorted. For lists that fit into memory; a database looks up `keys`. */
export function nearDuplicates(articles: readonly Fingerprinted[]): [number, number][] {
  const byKey = new Map<number, number[]>();
  const pairs = new Map<string, [number, number]>();
  for (const [place, article] of articles.entries()) {
    const seen = new Set<number>();
    for (const key of article.fingerprint.keys) {
      const before = byKey.get(key) ?? [];
      for (const earlier of before) seen.add(earlier);
      byKey.set(key, [...before, place]);
    }
    for (const earlier of seen) {
      const other = articles[earlier];
      if (other !== undefined && isNearDuplicate(other, article)) pairs.set(`${earlier} ${place}`, [earlier, place]);
    }
  }
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function phraseHashes(words: string[]): Uint32Array {
  const hashes = Uint32Array.from(words, hashOfWord);
  const phrases = new Uint32Array(Math.max(0, hashes.length - PHRASE_WORDS + 1));
  for (let at = 0; at < phrases.length; at++) {
    let hash = 0;
    for (let next = at; next < at + PHRASE_WORDS; next++) hash = Math.imul(hash ^ (hashes[next] ?? 0), 0x01000193) + next - at;
    phrases[at] = scramble(hash);
  }
  return phrases;
}

function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return scramble(hash);
}

/** Spreads a hash over all 32 bits (the finisher of MurmurHash 3). */
function scramble(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** MinHash in bands of two: of each band's two orders of all phrases the first ones, in one number. */
function bandKeys(phrases: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const two = scramble(firstInOrder(phrases, 2 * band) ^ Math.imul(firstInOrder(phrases, 2 * band + 1), 0x01000193));
    return band * 2 ** 32 + two;
  });
}

/** The smallest value that the phrases have after a shuffle that `order` names. */
function firstInOrder(phrases: Uint32Array, order: number): number {
  const salt = Math.imul(order + 1, 0x9e3779b1);
  let first = 0xffffffff;
  for (const phrase of phrases) {
    const mixed = Math.imul(phrase ^ salt, 0x85ebca6b);
    const value = (mixed ^ (mixed >>> 15)) >>> 0;
    if (value < first) first = value;
  }
  return first;
}

/** How many numbers two sorted lists have in common. */
function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

function openingStandsIn(one: Fingerprint, other: Fingerprint): boolean {
  const found = one.opening.filter((phrase) => contains(other.phrases, phrase));
  return found.length >= SHARE_OF_OPENING * one.opening.length;
}

function contains(sorted: Uint32Array, wanted: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}

function daysBetween(a: Fingerprinted, b: Fingerprinted): number {
  const days = Math.abs(Date.parse(a.published ?? '') - Date.parse(b.published ?? '')) / DAY;
  return Number.isNaN(days) ? 0 : days;
}
