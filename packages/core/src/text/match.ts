// What the lexicon knows at each token of a sentence: the view of its word, widened by the phrases that begins there.

import type { Token } from '../document.js';
import type { CueEntry, TopicEntry } from '../lexicon/entries.js';
import type { Found, Node } from '../lexicon/table.js';
import { EMPTY_VIEW, type Match, viewOf, type WordView } from './view.js';
import type { Reading, Word } from './words.js';

export interface Cue {
  from: number;
  to: number;
  entry: CueEntry | TopicEntry;
}

export interface Matches {
  /** Views by token; index 0 is the sentence's first token. */
  at: WordView[];
  cues: Cue[];
}

function take(found: Match[], cues: (CueEntry | TopicEntry)[], length: number, reading: Reading, list: readonly Found[], pron: string): void {
  for (const { entry, bits } of list) {
    if (entry.kind === 'cue' || entry.kind === 'topic') {
      if (!cues.includes(entry)) cues.push(entry);
    } else found.push({ length, reading, entry, bits, pron });
  }
}

/** The view of a word by itself; made once a written word. */
function ownView(word: Word): WordView {
  if (word.view) return word.view;
  const found: Match[] = [];
  const cues: (CueEntry | TopicEntry)[] = [];
  for (const reading of word.readings) if (reading.node.found) take(found, cues, 1, reading, reading.node.found, reading.pron);
  word.view = found.length + cues.length === 0 ? EMPTY_VIEW : viewOf(word.key, found, cues);
  return word.view;
}

/** Views over `tokens[from..to)`. A phrase never runs over punctuation. */
export function matchSentence(tokens: readonly Token[], from: number, to: number): Matches {
  const at: WordView[] = [];
  const cues: Cue[] = [];
  for (let i = from; i < to; i++) {
    const word = tokens[i]?.word;
    if (!word || word.readings.length === 0) {
      at.push(EMPTY_VIEW);
      continue;
    }
    let view = ownView(word);
    for (const entry of view.cues) cues.push({ from: i, to: i + 1, entry });
    if (word.opens) {
      let longer: Match[] | null = null;
      for (const reading of word.readings) {
        if (!reading.node.next || reading.pron) continue;
        walk(tokens, i + 1, to, reading.node, (end, node, pron) => {
          const found: Match[] = [];
          const wide: (CueEntry | TopicEntry)[] = [];
          take(found, wide, end - i, reading, node.found ?? [], pron);
          for (const entry of wide) if (!cues.some((c) => c.from === i && c.entry === entry)) cues.push({ from: i, to: end, entry });
          if (found.length > 0) longer = longer ? [...longer, ...found] : found;
        });
      }
      if (longer) view = viewOf(word.key, [...(longer as Match[]), ...view.matches], view.cues);
    }
    at.push(view);
  }
  return { at, cues };
}

/** Quotation marks inside a name: حركة "فتح". */
const QUOTES = new Set(['"', '«', '“']);

function walk(tokens: readonly Token[], at: number, limit: number, node: Node, give: (end: number, node: Node, pron: string) => void): void {
  const i = at < limit && QUOTES.has(tokens[at]?.surface ?? '') ? at + 1 : at;
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
