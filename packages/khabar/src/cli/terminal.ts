// How text is laid out for a person at a terminal: colours, Arabic kept in its own direction, lines that fit.
import { stripVTControlCharacters } from 'node:util';
import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;

/** How much room there is, and whether colour is wanted. Plain data, so that it can be handed to another thread. */
export interface Screen {
  width: number;
  colour: boolean;
}

export function coloursFor(screen: Screen): Colours {
  return picocolors.createColors(screen.colour);
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Sets a text apart, so that its direction does not disturb the line around it. The letters stay in logical order. */
export function isolate(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
}

/** An article's text must not steer the terminal nor reorder our line: controls become U+FFFD, direction marks go, white space is a blank. */
export function showable(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}

/** Columns that a text takes: colours, vowel signs and format characters take none. */
export function columnsOf(text: string): number {
  return [...stripVTControlCharacters(text).replace(/[\p{M}\p{Cf}]/gu, '')].length;
}

/** Sets unbreakable items side by side, in as many lines as it takes. */
export function wrapItems(items: string[], columns: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(last) + 1 + columnsOf(item) <= columns) lines[lines.length - 1] = `${last} ${item}`;
    else lines.push(item);
  }
  return lines;
}

/** A piece of text with the way to print it. */
export interface Piece {
  text: string;
  paint: (text: string) => string;
}

export const plainPiece = (text: string): Piece => ({ text, paint: (same) => same });

/** Breaks pieces at blanks into lines of at most `columns`; a longer word stands alone. Each line is isolated. */
export function wrapPieces(pieces: Piece[], columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = () => {
    if (line !== '') lines.push(isolate(line));
    line = '';
    used = 0;
  };
  for (const word of wordsOf(pieces)) {
    const width = word.reduce((sum, piece) => sum + columnsOf(piece.text), 0);
    if (used > 0 && used + 1 + width > columns) flush();
    line += (used > 0 ? ' ' : '') + word.map((piece) => piece.paint(piece.text)).join('');
    used += (used > 0 ? 1 : 0) + width;
  }
  flush();
  return lines;
}

/** Words, each of one or more pieces: a trigger may be a part of a word. */
function wordsOf(pieces: Piece[]): Piece[][] {
  const words: Piece[][] = [];
  let word: Piece[] = [];
  for (const { text, paint } of pieces) {
    for (const [index, part] of showable(text).split(' ').entries()) {
      if (index > 0) {
        if (word.length > 0) words.push(word);
        word = [];
      }
      if (part !== '') word.push({ text: part, paint });
    }
  }
  if (word.length > 0) words.push(word);
  return words;
}
