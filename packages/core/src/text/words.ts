// Words and their parts: every way to cut a written word into conjunction, preposition, article, stem and pronoun such that the lexicon knows the stem.

import type { LexiconTable, Node } from '../lexicon/table.js';
import { bitOf } from '../lexicon/trie.js';
import { grown } from './grown.js';
import { hashFrom, placeOf } from './hash.js';
import { keyOf } from './letters.js';
import type { WordView } from './view.js';

/** One way to cut a word; `node` is where the lexicon's trie goes on from its stem. */
export interface Reading {
  stem: string;
  node: Node;
  /** و or ف before it. */
  conj: boolean;
  /** The attached preposition (ب ل ك), or empty. */
  prep: string;
  /** س before a verb. */
  future: boolean;
  /** ال before it. */
  def: boolean;
  /** The attached pronoun (ه ها هم …), or empty. */
  pron: string;
}

export interface Word {
  /** The written form, and its hash. */
  surface: string;
  hash: number;
  key: string;
  /** The key without ال: how it may stand inside a phrase of nouns. */
  bare: string;
  def: boolean;
  readings: Reading[];
  /** The readings with which a phrase of the lexicon may begin; null where there is none. */
  openers: readonly Reading[] | null;
  /** The bits (`bitOf`) of all words that may go on a phrase which begins here, and of all keys by which it may itself go on one. */
  openBits: number;
  bits: number;
  /** What can be read here; found when first asked for. */
  view: WordView | null;
  /** The same with a phrase that begins here, by the phrase's end in the trie. */
  wide: Map<Node, WordView> | null;
  /** Keys by which conditions of frames know it: stems, lemmas and the key itself; found when first asked for. */
  keys: readonly string[] | null;
  /** Those of its keys that conditions of frames name; found when first asked for. */
  sought: readonly string[] | null;
}

/** Longest first, so that هما is not read as ه-ما. */
const PRONOUNS = ['هما', 'كما', 'ها', 'هم', 'هن', 'كم', 'نا', 'ني', 'ه', 'ك', 'ي'];
/** The pronouns by their last letter. */
const PRONOUNS_ENDING = new Map(
  PRONOUNS.map((pron) => pron.slice(-1)).map((last) => [last, PRONOUNS.filter((pron) => pron.endsWith(last))]),
);

/** A stem as it is spelled before a pronoun, and as it stands alone: زيارته → زيارة, التقاه → التقى, لقاؤه → لقاء, أبلغوه → أبلغوا. */
function stemsBeforePronoun(stem: string): string[] {
  const last = stem.at(-1);
  if (last === 'ت') return [`${stem.slice(0, -1)}ه`, stem];
  if (last === 'ا') return [stem, `${stem.slice(0, -1)}ي`];
  if (last === 'و') return [stem, `${stem}ا`, stem.slice(0, -1)];
  if (last === 'ي') return [stem, stem.slice(0, -1)];
  return [stem];
}

/** Shared by all words that the lexicon lacks; never added to. */
const NO_READINGS: Reading[] = [];
const opensPhrase = (r: Reading): boolean => r.node.next !== null && r.pron === '';

/** How many written words are remembered. */
const MEMORY = 1 << 14;

/**
 * Cuts words, remembering each written form. The memory is bounded: for words of one hash it has two places, for the latest of them and the one before, and what is
 * pushed out of the second is forgotten. So it stays small on any number of articles, and frequent words are hardly ever cut again.
 */
export class WordReader {
  /** The word ends in ة or ء, which no pronoun does. */
  private closed = false;
  private readonly memory: (Word | null)[];

  /** `size` is a power of two. */
  constructor(
    private readonly lexicon: LexiconTable,
    size = MEMORY,
  ) {
    this.memory = new Array<Word | null>(size).fill(null);
  }

  read(surface: string): Word {
    return this.at(surface, 0, surface.length, hashFrom(surface, 0, surface.length));
  }

  /** The word that stands in a text from `start` to `end`, whose `hashFrom` the caller knows. */
  at(text: string, start: number, end: number, hash: number): Word {
    const { memory } = this;
    const place = 2 * placeOf(hash, memory.length / 2);
    const latest = memory[place];
    if (latest && isWritten(latest, text, start, end, hash)) return latest;
    const before = memory[place + 1];
    const word = before && isWritten(before, text, start, end, hash) ? before : this.analyse(flat(text.slice(start, end)), hash);
    memory[place + 1] = latest ?? null;
    memory[place] = word;
    return word;
  }

  private analyse(surface: string, hash: number): Word {
    const key = keyOf(surface);
    this.closed = /[ةء][\u064b-\u0652]*$/.test(surface);
    const word: Word = {
      surface,
      hash,
      key,
      bare: key.length > 3 && key.startsWith('ال') ? key.slice(2) : key,
      def: key.length > 3 && key.startsWith('ال'),
      readings: NO_READINGS,
      openers: null,
      openBits: 0,
      bits: 0,
      view: null,
      wide: null,
      keys: null,
      sought: null,
    };
    this.afterConjunction(word, key, false);
    const first = key[0];
    if (key.length > 2 && (first === 'و' || first === 'ف')) {
      this.afterConjunction(word, key.slice(1), true);
    }
    word.bits = bitOf(word.key) | bitOf(word.bare);
    for (const r of word.readings) if (r.pron && !r.conj && !r.prep) word.bits |= bitOf(r.stem);
    if (word.readings.some(opensPhrase)) {
      word.openers = word.readings.filter(opensPhrase);
      for (const { node } of word.openers) word.openBits |= node.nextBits;
    }
    return word;
  }

  private afterConjunction(word: Word, rest: string, conj: boolean): void {
    this.stems(word, rest, { conj, prep: '', future: false, def: false });
    if (rest.length > 3 && rest.startsWith('ال')) this.stems(word, rest.slice(2), { conj, prep: '', future: false, def: true });
    if (rest.length < 3) return;
    const first = rest[0] ?? '';
    if (first === 'س') this.stems(word, rest.slice(1), { conj, prep: '', future: true, def: false });
    if (first !== 'ب' && first !== 'ل' && first !== 'ك') return;
    const after = rest.slice(1);
    this.stems(word, after, { conj, prep: first, future: false, def: false });
    if (first !== 'ل' && after.length > 3 && after.startsWith('ال'))
      this.stems(word, after.slice(2), { conj, prep: first, future: false, def: true });
    if (first === 'ل' && after.startsWith('ل') && after.length > 2) {
      this.stems(word, `ا${after}`, { conj, prep: 'ل', future: false, def: false });
      this.stems(word, after.slice(1), { conj, prep: 'ل', future: false, def: true });
    }
  }

  private stems(word: Word, stem: string, clitics: Pick<Reading, 'conj' | 'prep' | 'future' | 'def'>): void {
    this.keep(word, stem, clitics, '');
    if (clitics.def || this.closed) return;
    for (const pron of PRONOUNS_ENDING.get(stem.slice(-1)) ?? []) {
      if (stem.length <= pron.length + 1 || !stem.endsWith(pron)) continue;
      for (const base of stemsBeforePronoun(stem.slice(0, -pron.length))) this.keep(word, base, clitics, pron);
    }
  }

  private keep(word: Word, stem: string, clitics: Pick<Reading, 'conj' | 'prep' | 'future' | 'def'>, pron: string): void {
    const node = this.lexicon.root.get(stem);
    if (!node) return;
    const { conj, prep, future, def } = clitics;
    word.readings = grown(word.readings, { stem, node, conj, prep, future, def, pron });
  }
}

function isWritten(word: Word, text: string, start: number, end: number, hash: number): boolean {
  return word.hash === hash && word.surface.length === end - start && text.startsWith(word.surface, start);
}

/** So long a string engines cut out of another without copying it. */
const SHARED = 13;

/** A copy of the string that shares no memory with the text from which it was cut. */
function flat(surface: string): string {
  return surface.length < SHARED ? surface : [...surface].join('');
}
