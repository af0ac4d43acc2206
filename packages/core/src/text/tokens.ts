// Cuts a text into tokens: words, numbers, punctuation and line ends. Every token keeps its place in the original text.

import { CharClass, charClass } from './letters.js';

export enum TokenKind {
  Word = 0,
  Number = 1,
  Latin = 2,
  Punctuation = 3,
  Newline = 4,
}

export interface RawToken {
  kind: TokenKind;
  start: number;
  end: number;
}

const DOT = 0x2e;
const COMMA = 0x2c;

/** A separator inside a number: 12.5, 1,200, ١٠٫٥. */
function joinsDigits(code: number): boolean {
  return code === DOT || code === COMMA || code === 0x066b || code === 0x066c;
}

/** Tokens of `text` in order; white space gives none. Runs in linear time on any input. */
export function tokenize(text: string): RawToken[] {
  const tokens: RawToken[] = [];
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
      if (letters) tokens.push({ kind: TokenKind.Word, start, end: i });
    } else if (kind === CharClass.Digit) {
      i++;
      while (i < length) {
        const code = text.charCodeAt(i);
        if (charClass(code) === CharClass.Digit) i++;
        else if (joinsDigits(code) && charClass(text.charCodeAt(i + 1)) === CharClass.Digit) i += 2;
        else break;
      }
      tokens.push({ kind: TokenKind.Number, start, end: i });
    } else if (kind === CharClass.Latin) {
      i++;
      while (i < length && charClass(text.charCodeAt(i)) === CharClass.Latin) i++;
      tokens.push({ kind: TokenKind.Latin, start, end: i });
    } else if (kind === CharClass.Newline) {
      i++;
      tokens.push({ kind: TokenKind.Newline, start, end: i });
    } else if (kind === CharClass.Space) {
      i++;
    } else {
      i++;
      tokens.push({ kind: TokenKind.Punctuation, start, end: i });
    }
  }
  return tokens;
}
