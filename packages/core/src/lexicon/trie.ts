// The trie over word keys. Its words are unpacked by the first letters of the word asked for, so that a short text opens only the part of the lexicon that it needs.

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

/** So many first letters of a word name the part of the lexicon that holds it. */
export const PREFIX = 3;

/** The part of the lexicon in which a key stands: the first letters of its first word. */
export function prefixOf(key: string): string {
  const space = key.indexOf(' ');
  return key.slice(0, space >= 0 && space < PREFIX ? space : PREFIX);
}

export class Trie {
  private readonly roots = new Map<string, Node>();
  /** Where each part stands in the packed forms; a part once unpacked is taken out. */
  private readonly closed = new Map<string, [start: number, end: number]>();
  private readonly entries: Entry[] = [];
  private readonly lines: string[];

  /** `prepare` is called once for each entry, when it is first needed. */
  constructor(
    private readonly packed: Pick<PackedLexicon, 'entries' | 'forms' | 'parts'>,
    private readonly prepare: (entry: Entry) => void,
  ) {
    this.lines = packed.entries.split('\n');
    let start = 0;
    for (const part of packed.parts.split(' ')) {
      const at = part.indexOf(':');
      const end = start + Number.parseInt(part.slice(at + 1), 36);
      this.closed.set(part.slice(0, at), [start, end]);
      start = end;
    }
  }

  /** The node of a phrase's first word; undefined where no phrase begins so. */
  get(word: string): Node | undefined {
    if (this.closed.size > 0) this.open(word);
    return this.roots.get(word);
  }

  /** Adds a form; the words of a phrase are separated by a space. */
  insert(key: string, found: Found): void {
    if (this.closed.size > 0) this.open(key);
    this.add(key, found);
  }

  private open(key: string): void {
    const prefix = prefixOf(key);
    const part = this.closed.get(prefix);
    if (!part) return;
    this.closed.delete(prefix);
    for (const line of this.packed.forms.slice(part[0], part[1] - 1).split('\n')) {
      const tab = line.indexOf('\t');
      const form = line.slice(0, tab);
      for (const pair of line.slice(tab + 1).split(' ')) {
        const colon = pair.indexOf(':');
        this.add(form, { entry: this.entry(Number.parseInt(pair.slice(0, colon), 36)), bits: Number.parseInt(pair.slice(colon + 1), 36) });
      }
    }
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
        if (node.found) node.found.push(found);
        else node.found = [found];
        return;
      }
      node.next ??= new Map();
      level = node.next;
      from = space + 1;
    }
  }
}
