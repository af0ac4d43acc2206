// The trie over word keys. A word's forms are unpacked when it is first asked for, so that a text opens only the part of the lexicon that it needs.

import { grown } from '../text/grown.js';
import { hashFrom, placeOf } from '../text/hash.js';
import { type Entry, evenEntry, type PackedLexicon } from './entries.js';

export interface Found {
  entry: Entry;
  bits: number;
}

export interface Node {
  /** Words from the root to here. */
  depth: number;
  found: Found[] | null;
  next: Map<string, Node> | null;
  /** The `bitOf` of each word in `next`: most words that follow in a text are refused by it without being looked up. */
  nextBits: number;
}

/** One bit of 32 for a word, so that a set of words has a mask that tells which words it surely lacks. */
export function bitOf(word: string): number {
  return 1 << placeOf(hashFrom(word, 0, word.length), 32);
}

const TAB = 9;
const SPACE = 32;

export class Trie {
  /** The words asked for so far that the lexicon knows. */
  private readonly roots = new Map<string, Node>();
  /** First words of users' forms. */
  private readonly own = new Set<string>();
  private readonly entries: Entry[] = [];
  private readonly lines: string[];
  private readonly forms: string;
  /** Where the forms of each first word begin, in an open table by the word's hash; -1 where a place is free. */
  private readonly starts: Int32Array;

  /** `prepare` is called once for each entry, when it is first needed. */
  constructor(
    packed: Pick<PackedLexicon, 'entries' | 'forms'>,
    private readonly prepare: (entry: Entry) => void,
  ) {
    this.lines = packed.entries.split('\n');
    this.forms = packed.forms;
    this.starts = startsOf(packed.forms);
  }

  /** The node of a phrase's first word; undefined where no phrase begins so. */
  get(word: string): Node | undefined {
    const start = this.startOf(word);
    // Most of what is asked for is no word at all.
    if (start < 0 && this.own.size === 0) return undefined;
    return this.roots.get(word) ?? this.open(word, start);
  }

  /** Adds a user's form, before what the form is already known as; the words of a phrase are separated by a space. */
  insert(key: string, found: Found): void {
    const word = key.split(' ', 1)[0] ?? key;
    this.get(word);
    this.own.add(word);
    const node = this.nodeOf(key);
    node.found = [found, ...(node.found ?? [])];
  }

  /** Unpacks the forms that begin with a word: they stand together. */
  private open(word: string, start: number): Node | undefined {
    const { forms } = this;
    for (let at = start; at >= 0 && isWordEnd(forms, at + word.length) && forms.startsWith(word, at); ) {
      const end = forms.indexOf('\n', at);
      const tab = forms.indexOf('\t', at);
      const form = forms.slice(at, tab);
      for (const pair of forms.slice(tab + 1, end).split(' ')) {
        const colon = pair.indexOf(':');
        this.add(form, { entry: this.entry(Number.parseInt(pair.slice(0, colon), 36)), bits: Number.parseInt(pair.slice(colon + 1), 36) });
      }
      at = end + 1;
    }
    return this.roots.get(word);
  }

  /** Where the forms of a word begin; -1 where the lexicon lacks it. */
  private startOf(word: string): number {
    const { forms, starts } = this;
    for (let place = placeOf(hashFrom(word, 0, word.length), starts.length); ; place = (place + 1) % starts.length) {
      const at = starts[place] as number;
      if (at < 0 || (isWordEnd(forms, at + word.length) && forms.startsWith(word, at))) return at;
    }
  }

  private entry(index: number): Entry {
    let entry = this.entries[index];
    if (!entry) {
      entry = evenEntry(JSON.parse(this.lines[index] ?? 'null') as Entry);
      this.entries[index] = entry;
      this.prepare(entry);
    }
    return entry;
  }

  private add(key: string, found: Found): void {
    const node = this.nodeOf(key);
    node.found = grown(node.found, found);
  }

  /** The node of a form, made where there is none. */
  private nodeOf(key: string): Node {
    let level = this.roots;
    let parent: Node | null = null;
    let from = 0;
    for (let depth = 1; ; depth++) {
      const space = key.indexOf(' ', from);
      const word = space < 0 ? (from === 0 ? key : key.slice(from)) : key.slice(from, space);
      let node = level.get(word);
      if (!node) {
        node = { depth, found: null, next: null, nextBits: 0 };
        level.set(word, node);
        if (parent) parent.nextBits |= bitOf(word);
      }
      if (space < 0) return node;
      node.next ??= new Map();
      level = node.next;
      parent = node;
      from = space + 1;
    }
  }
}

function isWordEnd(forms: string, at: number): boolean {
  const code = forms.charCodeAt(at);
  return code === TAB || code === SPACE;
}

/** Finds the first line of each first word; all lines of one word stand together. */
function startsOf(forms: string): Int32Array {
  const firsts: number[] = [];
  const hashes: number[] = [];
  let first = 0;
  let length = 0;
  for (let at = 0; at < forms.length; at = forms.indexOf('\n', at) + 1) {
    let end = at;
    while (!isWordEnd(forms, end)) end++;
    if (end - at === length && forms.startsWith(forms.slice(first, first + length), at)) continue;
    first = at;
    length = end - at;
    firsts.push(at);
    hashes.push(hashFrom(forms, at, end));
  }
  let size = 2;
  while (size < 2 * firsts.length) size *= 2;
  const starts = new Int32Array(size).fill(-1);
  for (let k = 0; k < firsts.length; k++) {
    let place = placeOf(hashes[k] as number, size);
    while ((starts[place] as number) >= 0) place = (place + 1) % size;
    starts[place] = firsts[k] as number;
  }
  return starts;
}
