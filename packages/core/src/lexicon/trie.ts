// The trie over word keys. A word's forms are unpacked when it is first asked for, so that a text opens only the part of the lexicon that it needs.

import type { Entry, PackedLexicon } from './entries.js';

export interface Found {
  entry: Entry;
  bits: number;
}

export interface Node {
  /** Words from the root to here. */
  depth: number;
  found: Found[] | null;
  next: Map<string, Node> | null;
}

const TAB = 9;
const SPACE = 32;

export class Trie {
  /** The words asked for so far that the lexicon knows. */
  private readonly roots = new Map<string, Node>();
  private readonly entries: Entry[] = [];
  private readonly lines: string[];
  private readonly forms: string;
  /** Where the words with the same two first letters begin and end. */
  private readonly bounds = new Map<string, [start: number, end: number]>();

  /** `prepare` is called once for each entry, when it is first needed. */
  constructor(
    packed: Pick<PackedLexicon, 'entries' | 'forms'>,
    private readonly prepare: (entry: Entry) => void,
  ) {
    this.lines = packed.entries.split('\n');
    this.forms = packed.forms;
  }

  /** The node of a phrase's first word; undefined where no phrase begins so. */
  get(word: string): Node | undefined {
    return this.roots.get(word) ?? this.open(word);
  }

  /** Adds a user's form, before what the form is already known as; the words of a phrase are separated by a space. */
  insert(key: string, found: Found): void {
    this.get(key.split(' ', 1)[0] ?? key);
    this.nodeOf(key).found?.unshift(found);
  }

  /** Unpacks the forms that begin with a word: they stand together. */
  private open(word: string): Node | undefined {
    const { forms } = this;
    for (let at = this.firstFrom(word); at < forms.length; ) {
      const end = forms.indexOf('\n', at);
      const after = forms.charCodeAt(at + word.length);
      if ((after !== TAB && after !== SPACE) || !forms.startsWith(word, at)) break;
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

  /** Where the first line stands that does not sort before a word. */
  private firstFrom(word: string): number {
    const prefix = word.slice(0, 2);
    let bounds = this.bounds.get(prefix);
    if (!bounds) {
      bounds = [this.halve(prefix, 0, this.forms.length), this.halve(`${prefix}\uffff`, 0, this.forms.length)];
      this.bounds.set(prefix, bounds);
    }
    return this.halve(word, bounds[0], bounds[1]);
  }

  private halve(word: string, low: number, high: number): number {
    const { forms } = this;
    while (low < high) {
      const start = forms.lastIndexOf('\n', (low + high) >> 1) + 1;
      const line = Math.max(start, low);
      if (forms.slice(line, line + word.length) < word) low = forms.indexOf('\n', line) + 1;
      else high = line;
    }
    return low;
  }

  private entry(index: number): Entry {
    let entry = this.entries[index];
    if (!entry) {
      entry = JSON.parse(this.lines[index] ?? 'null') as Entry;
      this.entries[index] = entry;
      this.prepare(entry);
    }
    return entry;
  }

  private add(key: string, found: Found): void {
    this.nodeOf(key).found?.push(found);
  }

  /** The node of a form, made where there is none. */
  private nodeOf(key: string): Node {
    let level = this.roots;
    let from = 0;
    for (let depth = 1; ; depth++) {
      const space = key.indexOf(' ', from);
      const word = space < 0 ? (from === 0 ? key : key.slice(from)) : key.slice(from, space);
      let node = level.get(word);
      if (!node) {
        node = { depth, found: null, next: null };
        level.set(word, node);
      }
      if (space < 0) {
        node.found ??= [];
        return node;
      }
      node.next ??= new Map();
      level = node.next;
      from = space + 1;
    }
  }
}
