// What the lexicon knows at each token of a sentence: the view of its word, widened by the phrases that begins there.

import type { Token } from '../document.js';
import type { CueEntry, TopicEntry } from '../lexicon/entries.js';
import type { Found, Node } from '../lexicon/table.js';
import { TokenKind } from './tokens.js';
import { EMPTY_VIEW, type Match, NO_CUES, viewOf, type WordView } from './view.js';
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
  /** Whether any word has frames. */
  framed: boolean;
}

function take(
  found: Match[],
  cues: (CueEntry | TopicEntry)[],
  length: number,
  reading: Reading,
  list: readonly Found[],
  pron: string,
): void {
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
  word.view = found.length + cues.length === 0 ? EMPTY_VIEW : viewOf(word.key, found, cues.length > 0 ? cues.slice() : NO_CUES);
  return word.view;
}

/** A phrase of the lexicon that begins at a token. */
interface Hit {
  end: number;
  node: Node;
  reading: Reading;
  pron: string;
}

/** Views over `tokens[from..to)`. A phrase never runs over punctuation, except a quotation mark inside a name. */
export function matchSentence(tokens: readonly Token[], from: number, to: number): Matches {
  const at = new Array<WordView>(to - from).fill(EMPTY_VIEW);
  const cues: Cue[] = [];
  let framed = false;
  for (let i = from; i < to; i++) {
    const word = tokens[i]?.word;
    if (!word || word.readings.length === 0) continue;
    let view = word.view ?? ownView(word);
    if (view.cues !== NO_CUES) for (const entry of view.cues) cues.push({ from: i, to: i + 1, entry });
    const hits = word.openers !== null && goesOn(tokens, i + 1, to, word.openBits) ? phrasesAt(tokens, i, to, word.openers) : NO_HITS;
    if (hits !== NO_HITS) {
      view = wideView(word, view, i, hits);
      addCues(cues, i, hits);
    }
    framed ||= view.framed;
    at[i - from] = view;
  }
  return { at, cues, framed };
}

const NO_HITS: Hit[] = [];

function phrasesAt(tokens: readonly Token[], i: number, to: number, openers: readonly Reading[]): Hit[] {
  let hits = NO_HITS;
  for (const reading of openers) {
    if (!goesOn(tokens, i + 1, to, reading.node.nextBits)) continue;
    if (hits === NO_HITS) hits = [];
    walk(tokens, i + 1, to, reading.node, reading, hits);
  }
  return hits.length > 0 ? hits : NO_HITS;
}

function addCues(cues: Cue[], from: number, hits: readonly Hit[]): void {
  for (const { node, end } of hits)
    for (const { entry } of node.found ?? [])
      if ((entry.kind === 'cue' || entry.kind === 'topic') && !cues.some((c) => c.from === from && c.entry === entry))
        cues.push({ from, to: end, entry });
}

/** The view of a word with the phrases that begin at it; remembered for the phrase that ends last. */
function wideView(word: Word, own: WordView, i: number, hits: readonly Hit[]): WordView {
  const last = hits[hits.length - 1] as Hit;
  // Quotation marks lengthen a phrase, so that its view would hold for this place alone.
  const usual = hits.every((hit) => hit.reading === last.reading && hit.pron === '' && hit.end - i === hit.node.depth);
  const known = usual ? word.wide?.get(last.node) : undefined;
  if (known) return known;
  const found: Match[] = [];
  for (const hit of hits) take(found, [], hit.end - i, hit.reading, hit.node.found ?? [], hit.pron);
  const view = found.length > 0 ? viewOf(word.key, [...found, ...own.matches], own.cues) : own;
  if (usual) {
    word.wide ??= new Map();
    word.wide.set(last.node, view);
  }
  return view;
}

/** Quotation marks inside a name: حركة "فتح". */
const isQuote = ({ kind, surface }: Token): boolean =>
  kind === TokenKind.Punctuation && (surface === '"' || surface === '«' || surface === '“');

const behindQuote = (tokens: readonly Token[], at: number, limit: number): number =>
  at < limit && isQuote(tokens[at] as Token) ? at + 1 : at;

/** Whether the word at `at` may go on a phrase with the words that have these bits; false where it surely does not. */
function goesOn(tokens: readonly Token[], at: number, limit: number, bits: number): boolean {
  const i = behindQuote(tokens, at, limit);
  const word = i < limit ? tokens[i]?.word : null;
  return !!word && (bits & word.bits) !== 0;
}

function walk(tokens: readonly Token[], at: number, limit: number, node: Node, reading: Reading, hits: Hit[]): void {
  const i = behindQuote(tokens, at, limit);
  const word = tokens[i]?.word;
  const { next } = node;
  if (!word || !next) return;
  let child = next.get(word.key) ?? (word.bare !== word.key ? next.get(word.bare) : undefined);
  let pron = '';
  if (!child) {
    for (const r of word.readings) {
      if (!r.pron || r.conj || r.prep) continue;
      child = next.get(r.stem);
      if (child) {
        pron = r.pron;
        break;
      }
    }
    if (!child) return;
  }
  if (child.found) hits.push({ end: i + 1, node: child, reading, pron });
  if (child.next && !pron && goesOn(tokens, i + 1, limit, child.nextBits)) walk(tokens, i + 1, limit, child, reading, hits);
}
