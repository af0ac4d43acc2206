// Cuts a text into tokens: words, numbers, punctuation and line ends. Every token keeps its place in the original text.

import { mix } from './hash.js';
import { CharClass, charClass } from './letters.js';
import type { Word, WordReader } from './words.js';

export enum TokenKind {
  Word = 0,
  Number = 1,
  Latin = 2,
  Punctuation = 3,
  Newline = 4,
}

export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** The written form. */
  surface: string;
  /** Null for what is no Arabic word. */
  word: Word | null;
}

const DOT = 0x2e;
const COMMA = 0x2c;

/** A separator inside a number: 12.5, 1,200, ١٠٫٥. */
function joinsDigits(code: number): boolean {
  return code === DOT || code === COMMA || code === 0x066b || code === 0x066c;
}

const MARKS = new Map<number, string>();

/** A mark as a string: always the same one, so that what is asked of it again and again is quickly compared. */
function markOf(code: number): string {
  let mark = MARKS.get(code);
  if (mark === undefined) {
    mark = String.fromCharCode(code);
    MARKS.set(code, mark);
  }
  return mark;
}

const { Letter, Mark, Digit, Latin, Newline, Space } = CharClass;

/** Tokens of `text` in order; white space gives none. Runs in linear time on any input. */
export function tokenize(text: string, words: WordReader): Token[] {
  const tokens: Token[] = [];
  const push = (kind: TokenKind, start: number, end: number): void => {
    tokens.push({ kind, start, end, surface: text.slice(start, end), word: null });
  };
  const { length } = text;
  let i = 0;
  while (i < length) {
    const start = i;
    const first = text.charCodeAt(i++);
    const kind = charClass(first);
    if (kind === Space) continue;
    if (kind === Letter || kind === Mark) {
      let letters = kind === Letter;
      let hash = mix(0, first);
      for (; i < length; i++) {
        const code = text.charCodeAt(i);
        const next = charClass(code);
        if (next === Letter) letters = true;
        else if (next !== Mark) break;
        hash = mix(hash, code);
      }
      if (!letters) continue;
      const word = words.at(text, start, i, hash);
      tokens.push({ kind: TokenKind.Word, start, end: i, surface: word.surface, word });
    } else if (kind === Digit) {
      while (i < length) {
        const code = text.charCodeAt(i);
        if (charClass(code) === Digit) i++;
        else if (joinsDigits(code) && charClass(text.charCodeAt(i + 1)) === Digit) i += 2;
        else break;
      }
      push(TokenKind.Number, start, i);
    } else if (kind === Latin) {
      while (i < length && charClass(text.charCodeAt(i)) === Latin) i++;
      push(TokenKind.Latin, start, i);
    } else if (kind === Newline) push(TokenKind.Newline, start, i);
    else if (isPair(text, start)) push(TokenKind.Punctuation, start, ++i);
    else tokens.push({ kind: TokenKind.Punctuation, start, end: i, surface: markOf(first), word: null });
  }
  return tokens;
}

/** Whether a character outside the basic plane (an emoji) begins at `i`: its two code units stay together. */
function isPair(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}
