// Quotations: what stands between quotation marks, also where it runs over several sentences.

import type { SentenceSpan } from '../text/sentences.js';
import { type Token, TokenKind } from '../text/tokens.js';
import type { Speaker } from './speech.js';

export interface Quotation {
  /** First token inside, and the token of the closing mark (or the end of the text that the quotation reaches). */
  from: number;
  to: number;
  /** Words inside. */
  words: number;
  speaker: Speaker | null;
}

const OPENING = new Set(['«', '“', '„']);
const CLOSING = new Set(['»', '”']);
const STRAIGHT = new Set(['"', '″', "''"]);
/** So many sentences a quotation may run on before its closing mark is held to be missing. */
const LONGEST = 5;
/** Fewer words are a name or a word held at arm's length, not what somebody says, unless a verb in the present tense is among them. */
const LONG = 7;
const SHORT = 3;

type Side = 'open' | 'close' | 'either';

function sideOf(tokens: readonly Token[], i: number): Side | null {
  const token = tokens[i] as Token;
  if (token.kind !== TokenKind.Punctuation) return null;
  if (OPENING.has(token.surface)) return 'open';
  if (CLOSING.has(token.surface)) return 'close';
  if (!STRAIGHT.has(token.surface)) return null;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const left = before !== undefined && before.end === token.start && before.kind !== TokenKind.Newline;
  const right = after !== undefined && after.start === token.end && after.kind !== TokenKind.Newline;
  if (right && (!left || before.kind === TokenKind.Punctuation) && after.kind !== TokenKind.Punctuation) return 'open';
  if (left && !right) return 'close';
  return 'either';
}

/** The quotations of a text that are long enough to be speech, in order. */
export function quotationsOf(tokens: readonly Token[], sentences: readonly SentenceSpan[]): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let since = 0;
  const close = (to: number): void => {
    const words = countWords(tokens, open, to);
    if (words >= LONG || (words >= SHORT && hasVerb(tokens, open, to))) found.push({ from: open, to, words, speaker: null });
    open = -1;
  };
  for (const sentence of sentences) {
    const reaches = open >= 0;
    for (let i = sentence.from; i < sentence.to; i++) {
      const side = sideOf(tokens, i);
      if (!side) continue;
      if (open < 0) {
        if (side !== 'close') {
          open = i + 1;
          since = 0;
        }
      } else if (side !== 'open') close(i);
      else if (reaches && since > 0) {
        // A new quotation begins although the one before was not closed: it ended with its sentence.
        close(sentence.from);
        open = i + 1;
        since = 0;
      }
    }
    if (open >= 0 && ++since >= LONGEST) {
      close(sentence.to);
    }
  }
  if (open >= 0) close(tokens.length);
  return found;
}

/** A word that can be nothing but a verb: نحترم (we respect), ستدخل (it will enter). */
function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const view = tokens[i]?.word?.view;
    if (view && view.verbs.length > 0 && !view.name && !view.event && !view.common && !view.particle) return true;
  }
  return false;
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if (tokens[i]?.kind === TokenKind.Word) words++;
  return words;
}
