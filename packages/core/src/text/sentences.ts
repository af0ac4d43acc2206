// Where sentences begin and end: at full stops, question and exclamation marks and line ends; not inside numbers, abbreviations or initials.

import { type Token, TokenKind } from './tokens.js';

export interface SentenceSpan {
  /** First token, and the token after the last. */
  from: number;
  to: number;
  start: number;
  end: number;
}

const ENDS = new Set(['.', '؟', '!', '?', '…', '۔']);
const CLOSERS = new Set(['"', '”', '»', ')', ']', "'", '’']);
/** So long a sentence is cut, that a text without full stops costs no more than any other (tokens). */
const LONGEST = 400;

/** Sentence spans over `tokens` of `text`, in order; tokens that only separate belong to none. */
export function sentencesOf(text: string, tokens: readonly Token[]): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let from = 0;
  const close = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && tokens[a]?.kind === TokenKind.Newline) a++;
    while (b > a && tokens[b - 1]?.kind === TokenKind.Newline) b--;
    const first = tokens[a];
    const last = tokens[b - 1];
    if (first && last && b > a) sentences.push({ from: a, to: b, start: first.start, end: last.end });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === TokenKind.Newline) close(i + 1);
    else if (token.kind === TokenKind.Punctuation && ENDS.has(text.charAt(token.start)) && endsHere(text, tokens, i)) {
      while (closes(text, tokens, i + 1)) i++;
      close(i + 1);
    } else if (i - from >= LONGEST) close(i + 1);
  }
  close(tokens.length);
  return sentences;
}

function closes(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== TokenKind.Punctuation) return false;
  const c = text.charAt(token.start);
  return ENDS.has(c) || (CLOSERS.has(c) && tokens[i - 1]?.end === token.start);
}

/** A full stop after a single letter (د. for Dr) or before a letter without space (en.wikipedia) ends nothing. */
function endsHere(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (text.charAt(token.start) !== '.') return true;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (
    before &&
    before.end === token.start &&
    before.kind !== TokenKind.Number &&
    before.end - before.start === 1 &&
    after &&
    after.kind !== TokenKind.Newline
  )
    return false;
  if (after && after.start === token.end && (after.kind === TokenKind.Latin || after.kind === TokenKind.Number)) return false;
  return true;
}
