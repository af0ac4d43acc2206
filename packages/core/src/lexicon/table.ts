// The packed lexicon at run time: a trie over word keys, in which names, nouns, verb forms and particles are all found in one pass.

import type { Entry, Frame, PackedLexicon } from './entries.js';
import { Collector, hashOf, type LexiconFile, readLexiconFile } from './read.js';

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

export interface LexiconTable {
  hash: string;
  root: Map<string, Node>;
  /** Frames of a lemma, the most particular first. */
  verbFrames: Map<string, Frame[]>;
  nounFrames: Map<string, Frame[]>;
  /** Verbs that only carry tense or aspect, by lemma: كان (was), ظل (remained). */
  auxiliaries: Set<string>;
  /** Verbs that hand on what others call a thing: وصف (describe), سمّى (call). */
  quotatives: Set<string>;
  confidence: Record<string, number>;
}

function insert(root: Map<string, Node>, key: string, found: Found): void {
  let level = root;
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
    level = node.next ??= new Map();
    from = space + 1;
  }
}

function particularity(frame: Frame): number {
  return frame.conditions.reduce((sum, c) => sum + (c.absent ? 1 : 4), 0) + frame.needs.length * 3 + frame.nots.length + (frame.negated === null ? 0 : 3) + (frame.ahead ? 3 : 0);
}

function indexFrames(table: LexiconTable, frames: Frame[]): void {
  for (const frame of frames) {
    const index = frame.pos === 'v' ? table.verbFrames : table.nounFrames;
    const at = index.get(frame.lemma);
    if (at) at.push(frame);
    else index.set(frame.lemma, [frame]);
  }
  for (const index of [table.verbFrames, table.nounFrames]) for (const at of index.values()) at.sort((a, b) => particularity(b) - particularity(a));
}

/** Unpacks the lexicon and lays users' files over it. Throws LexiconError for a line of theirs that cannot be read. */
export function openLexicon(packed: PackedLexicon, files: LexiconFile[] = []): LexiconTable {
  const table: LexiconTable = { hash: packed.hash, root: new Map(), verbFrames: new Map(), nounFrames: new Map(), auxiliaries: new Set(), quotatives: new Set(), confidence: packed.confidence };
  for (const line of packed.forms.split('\n')) {
    const tab = line.indexOf('\t');
    const key = line.slice(0, tab);
    for (const pair of line.slice(tab + 1).split(' ')) {
      const colon = pair.indexOf(':');
      const entry = packed.entries[Number.parseInt(pair.slice(0, colon), 36)];
      if (entry) insert(table.root, key, { entry, bits: Number.parseInt(pair.slice(colon + 1), 36) });
    }
  }
  for (const entry of packed.entries) if (entry.kind === 'particle' && entry.class === 'auxiliary') table.auxiliaries.add(entry.value);
  for (const entry of packed.entries) if (entry.kind === 'particle' && entry.class === 'quotative') table.quotatives.add(entry.value);
  const own = new Collector();
  for (const file of files) readLexiconFile(file, own);
  for (const [key, at] of own.forms) {
    for (const [index, bits] of at) {
      const entry = own.entries[index];
      if (entry) insert(table.root, key, { entry, bits });
    }
  }
  if (files.length > 0) table.hash = hashOf(packed.hash + files.map((f) => f.text).join('\u0000'));
  indexFrames(table, [...packed.frames, ...own.frames]);
  for (const entry of [...packed.entries, ...own.entries]) if (entry.kind === 'verb') entry.framed = table.verbFrames.has(entry.lemma);
  return table;
}
