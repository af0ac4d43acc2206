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
const OPENERS = new Set(['(', '[']);
const MIRRORED = new Set(['«', '“']);
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
    else if (isOpener(text, tokens[i - 1]) && text.charAt(token.start) === '.') {
      while (text.charAt(tokens[i + 1]?.start ?? -1) === '.') i++;
    } else if (token.kind === TokenKind.Punctuation && ENDS.has(text.charAt(token.start)) && endsHere(text, tokens, i, from)) {
      while (closes(text, tokens, i + 1)) i++;
      close(i + 1);
    } else if (i - from >= LONGEST) close(i + 1);
  }
  close(tokens.length);
  return sentences;
}

function isOpener(text: string, token: Token | undefined): boolean {
  return token?.kind === TokenKind.Punctuation && OPENERS.has(text.charAt(token.start));
}

function closes(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== TokenKind.Punctuation) return false;
  const c = text.charAt(token.start);
  if (ENDS.has(c)) return true;
  // « نرفض. »: French spacing before the mark; no sentence begins with it.
  if (c === '»' && tokens[i + 1]?.start !== token.end) return true;
  if (tokens[i - 1]?.end !== token.start) return false;
  // Mirrored marks (»نرفض.«) close where no word follows at once.
  return CLOSERS.has(c) || (MIRRORED.has(c) && tokens[i + 1]?.start !== token.end);
}

/**
 * A full stop ends nothing after a single letter (د. for Dr, but أ ف ب. ends like a word), between the parts of a spelled-out name (سي.إن.إن, CNN), before a letter without
 * space (en.wikipedia) and behind the number of a paragraph (1. أولا). Full stops in brackets stand for what is left out: (...).
 */
function endsHere(text: string, tokens: readonly Token[], i: number, from: number): boolean {
  const token = tokens[i] as Token;
  if (text.charAt(token.start) !== '.') return true;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const last = !after || after.kind === TokenKind.Newline;
  const joined = after?.start === token.end;
  if (joined && (after?.kind === TokenKind.Latin || after?.kind === TokenKind.Number)) return false;
  if (last || before?.end !== token.start) return true;
  const size = before.end - before.start;
  if (before.kind === TokenKind.Punctuation) return true;
  if (before.kind === TokenKind.Number) return !(i - 1 === from && size <= 2 && !joined);
  if (size === 1) return isLetterRun(tokens, i - 1);
  return !(joined && after?.kind === TokenKind.Word && size <= 3 && after.end - after.start <= 3);
}

/** The last letter of a name in letters: أ ف ب (AFP). */
function isLetterRun(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  return !!token && !!before && before.kind === token.kind && before.end - before.start === 1 && before.end + 1 === token.start;
}
