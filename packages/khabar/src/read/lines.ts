// Cuts a stream of bytes into lines without ever holding more than one line, nor a line that is too long.

/** A line of JSON over this many bytes is skipped, not held. */
export const LONGEST_LINE = 16 * 1024 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** `number` counts from 1, empty lines included. `bytes` has no line end; null where the line was too long. `length` in bytes. */
export interface Line {
  number: number;
  bytes: Uint8Array | null;
  length: number;
}

/** The line being gathered, in the pieces in which it came. */
interface Gathering {
  pieces: Uint8Array[];
  length: number;
}

/** Splits at U+000A, in bytes, so that a letter cut by the border of two chunks stays whole. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let line: Gathering = { pieces: [], length: 0 };
  let number = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      gather(line, chunk.subarray(from, end), longest);
      yield finish(line, number);
      line = { pieces: [], length: 0 };
      number += 1;
      from = end + 1;
    }
    gather(line, chunk.subarray(from), longest);
  }
  if (line.length > 0) yield finish(line, number);
}

function gather(line: Gathering, piece: Uint8Array, longest: number): void {
  line.length += piece.length;
  if (line.length > longest) line.pieces = [];
  else if (piece.length > 0) line.pieces.push(piece);
}

function finish(line: Gathering, number: number): Line {
  const gathered = line.pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (gathered < line.length) return { number, bytes: null, length: line.length };
  const [only] = line.pieces;
  const bytes = line.pieces.length === 1 && only !== undefined ? only : Buffer.concat(line.pieces);
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  return { number, bytes: bytes.subarray(0, end), length: line.length };
}
