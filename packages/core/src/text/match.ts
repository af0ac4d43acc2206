// What the lexicon knows at each token of a sentence: every entry, single words and phrases, that begins there.

import type { Token } from '../document.js';
import type { CueEntry, Entry, TopicEntry } from '../lexicon/entries.js';
import type { Found, Node } from '../lexicon/table.js';
import type { Reading } from './words.js';

/** One entry found at a token: `to` is the token after its last. */
export interface Match {
  to: number;
  reading: Reading;
  entry: Entry;
  bits: number;
  /** The pronoun attached to its last word. */
  pron: string;
}

export interface Cue {
  from: number;
  to: number;
  entry: CueEntry | TopicEntry;
}

export interface Matches {
  /** Matches by token, the longest first; index 0 is the sentence's first token. */
  at: Match[][];
  cues: Cue[];
}

const NONE: Match[] = [];

/** Matches over `tokens[from..to)`. A phrase never runs over punctuation, except an opening or closing quotation mark. */
export function matchSentence(tokens: readonly Token[], from: number, to: number): Matches {
  const at: Match[][] = [];
  const cues: Cue[] = [];
  for (let i = from; i < to; i++) {
    const word = tokens[i]?.word;
    if (!word || word.readings.length === 0) {
      at.push(NONE);
      continue;
    }
    let found = NONE;
    const keep = (end: number, reading: Reading, list: readonly Found[], pron: string): void => {
      for (const { entry, bits } of list) {
        if (entry.kind === 'cue' || entry.kind === 'topic') {
          if (!cues.some((c) => c.from === i && c.to === end && c.entry === entry)) cues.push({ from: i, to: end, entry });
          continue;
        }
        if (found === NONE) found = [];
        found.push({ to: end, reading, entry, bits, pron });
      }
    };
    for (const reading of word.readings) {
      if (reading.node.found) keep(i + 1, reading, reading.node.found, reading.pron);
      if (reading.node.next && !reading.pron) walk(tokens, i + 1, to, reading.node, (end, node, pron) => keep(end, reading, node.found ?? [], pron));
    }
    if (found.length > 1) found.sort((a, b) => b.to - a.to || cliticLength(a.reading) - cliticLength(b.reading));
    at.push(found);
  }
  return { at, cues };
}

/** Fewer clitics first: what stands in the lexicon as written is rarely to be cut. */
function cliticLength(reading: Reading): number {
  return (reading.conj ? 1 : 0) + reading.prep.length + (reading.future ? 1 : 0) + reading.pron.length;
}

function walk(tokens: readonly Token[], i: number, limit: number, node: Node, give: (end: number, node: Node, pron: string) => void): void {
  const word = i < limit ? tokens[i]?.word : null;
  if (!word || !node.next) return;
  const step = (key: string, pron: string): boolean => {
    const next = node.next?.get(key);
    if (!next) return false;
    if (next.found) give(i + 1, next, pron);
    if (next.next && !pron) walk(tokens, i + 1, limit, next, give);
    return true;
  };
  if (step(word.key, '')) return;
  if (word.bare !== word.key && step(word.bare, '')) return;
  for (const r of word.readings) if (r.pron && !r.conj && !r.prep && step(r.stem, r.pron)) return;
}
