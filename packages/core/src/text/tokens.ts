// Cuts a text into tokens: words, numbers, punctuation and line ends. Every token keeps its place in the original text.

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

/** Tokens of `text` in order; white space gives none. Runs in linear time on any input. */
export function tokenize(text: string, words: WordReader): Token[] {
  const tokens: Token[] = [];
  const push = (kind: TokenKind, start: number, end: number): void => {
    const surface = text.slice(start, end);
    tokens.push({ kind, start, end, surface, word: kind === TokenKind.Word ? words.read(surface) : null });
  };
  const length = text.length;
  let i = 0;
  while (i < length) {
    const start = i;
    const kind = charClass(text.charCodeAt(i));
    if (kind === CharClass.Letter || kind === CharClass.Mark) {
      i++;
      let letters = kind === CharClass.Letter;
      while (i < length) {
        const next = charClass(text.charCodeAt(i));
        if (next === CharClass.Letter) letters = true;
        else if (next !== CharClass.Mark) break;
        i++;
      }
      if (letters) push(TokenKind.Word, start, i);
    } else if (kind === CharClass.Digit) {
      i++;
      while (i < length) {
        const code = text.charCodeAt(i);
        if (charClass(code) === CharClass.Digit) i++;
        else if (joinsDigits(code) && charClass(text.charCodeAt(i + 1)) === CharClass.Digit) i += 2;
        else break;
      }
      push(TokenKind.Number, start, i);
    } else if (kind === CharClass.Latin) {
      i++;
      while (i < length && charClass(text.charCodeAt(i)) === CharClass.Latin) i++;
      push(TokenKind.Latin, start, i);
    } else if (kind === CharClass.Newline) {
      i++;
      push(TokenKind.Newline, start, i);
    } else if (kind === CharClass.Space) {
      i++;
    } else {
      i += isPair(text, i) ? 2 : 1;
      push(TokenKind.Punctuation, start, i);
    }
  }
  return tokens;
}

/** Whether a character outside the basic plane (an emoji) begins at `i`: its two code units stay together. */
function isPair(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}
