// The packed lexicon at run time: the trie of its words, and its frames by lemma.

import { type Entry, evenEntry, type Frame, type PackedLexicon } from './entries.js';
import { Collector, hashOf, type LexiconFile, readLexiconFiles } from './read.js';
import { Trie } from './trie.js';

export type { Found, Node } from './trie.js';

export interface LexiconTable {
  hash: string;
  root: Trie;
  /** Frames of a lemma, the most particular first. */
  verbFrames: Map<string, Frame[]>;
  nounFrames: Map<string, Frame[]>;
  /** Verbs that only carry tense or aspect, by lemma: كان (was), ظل (remained). */
  auxiliaries: Set<string>;
  /** Verbs that hand on what others call a thing: وصف (describe), سمّى (call). */
  quotatives: Set<string>;
  /** All words that conditions of frames name. */
  sought: Set<string>;
  confidence: Map<string, number>;
}

function particularity(frame: Frame): number {
  return (
    frame.conditions.reduce((sum, c) => sum + (c.absent ? 1 : 4), 0) +
    frame.needs.length * 3 +
    frame.nots.length +
    (frame.negated === null ? 0 : 3) +
    (frame.ahead ? 3 : 0)
  );
}

const NOTHING: never[] = [];

/** Most lists of a frame are empty. One list for all of them stays in the processor's cache, where as many as there are frames would not. */
function shareEmpty(frame: Frame): void {
  for (const field of ['mode', 'actors', 'recipients', 'needs', 'nots', 'conditions', 'told'] as const)
    if (frame[field].length === 0) frame[field] = NOTHING;
}

function indexFrames(table: LexiconTable, frames: Frame[]): void {
  for (const frame of frames) {
    shareEmpty(frame);
    for (const { words } of frame.conditions) for (const phrase of words) for (const word of phrase.split(' ')) table.sought.add(word);
    const index = frame.pos === 'v' ? table.verbFrames : table.nounFrames;
    const at = index.get(frame.lemma);
    if (at) at.push(frame);
    else index.set(frame.lemma, [frame]);
  }
  for (const index of [table.verbFrames, table.nounFrames])
    for (const at of index.values()) if (at.length > 1) at.sort((a, b) => particularity(b) - particularity(a));
}

/** Unpacks the lexicon and lays users' files over it. Throws LexiconError for a line of theirs that cannot be read. */
export function openLexicon(packed: PackedLexicon, files: LexiconFile[] = []): LexiconTable {
  const prepare = (entry: Entry): void => {
    if (entry.kind === 'verb') entry.framed = table.verbFrames.has(entry.lemma);
  };
  const table: LexiconTable = {
    hash: packed.hash,
    root: new Trie(packed, prepare),
    verbFrames: new Map(),
    nounFrames: new Map(),
    auxiliaries: new Set(packed.auxiliaries),
    quotatives: new Set(packed.quotatives),
    sought: new Set(),
    confidence: new Map(Object.entries(packed.confidence)),
  };
  const own = new Collector(new Map(Object.entries(packed.sets)));
  readLexiconFiles(files, own);
  // Of two frames equally particular the user's is tried first.
  indexFrames(table, [...own.frames, ...packed.frames]);
  const entries = own.entries.map(evenEntry);
  for (const entry of entries) prepare(entry);
  for (const [key, at] of own.forms) {
    for (const [index, bits] of at) {
      const entry = entries[index];
      if (entry) table.root.insert(key, { entry, bits });
    }
  }
  if (files.length > 0) table.hash = hashOf(packed.hash + files.map((f) => f.text).join('\u0000'));
  return table;
}
