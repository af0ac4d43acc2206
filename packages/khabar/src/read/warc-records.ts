// Cuts a web archive (WARC 0.17 to 1.1, ISO 28500) into its records. What lies between two records, or is cut off, is told, and the next record is looked for.
import { BREAK, type Broken } from './gzip-members.js';

export interface WarcRecord {
  /** Place in the archive, from 1, records that are passed over included. */
  number: number;
  /** A field of the record's header by its name in small letters. */
  field(name: string): string | null;
  /** The record's block; null where it is longer than wanted. */
  block: Uint8Array | null;
}

/** What is not a record: `number` is that of the record that should stand here. */
export interface WarcFault {
  number: number;
  fault: string;
}

/** Records with more than `longest` bytes, and those that `wanted` refuses by their header, are passed over without being held. */
export async function* readWarcRecords(
  pieces: AsyncIterable<Uint8Array | Broken>,
  wanted: (field: WarcRecord['field']) => boolean,
  longest: number,
): AsyncGenerator<WarcRecord | WarcFault> {
  const input = createInput(pieces);
  try {
    yield* recordsIn(input, wanted, longest);
  } finally {
    await input.close();
  }
}

async function* recordsIn(
  input: Input,
  wanted: (field: WarcRecord['field']) => boolean,
  longest: number,
): AsyncGenerator<WarcRecord | WarcFault> {
  let number = 1;
  // Of bytes that belong to no record, only the first are told.
  let lost = false;
  for (;;) {
    const line = await input.line();
    if (line === null) {
      if (!input.takeBreak()) return;
      if (!lost) yield { number, fault: 'bytes are lost' };
      lost = true;
    } else if (RECORD_START.test(line)) {
      const found = await readRecord(input, number, wanted, longest);
      lost = found !== null && 'fault' in found;
      if (found !== null) yield found;
      number += 1;
    } else if (line !== '' && !lost) {
      yield { number, fault: 'no record begins here' };
      lost = true;
    }
  }
}

/** The record whose first line has been read; null for one that is not wanted. Where its end is not right, its block is read again for the next one. */
async function readRecord(
  input: Input,
  number: number,
  wanted: (field: WarcRecord['field']) => boolean,
  longest: number,
): Promise<WarcRecord | WarcFault | null> {
  const field = await readHeader(input);
  const length = Number(field?.('content-length') || Number.NaN);
  if (field === null || !Number.isSafeInteger(length) || length < 0) return { number, fault: 'a record without a length' };
  const isWanted = wanted(field);
  const block = isWanted && length <= longest ? await input.take(length) : await input.skip(length);
  if (block === 'cut' || !(await endsRightly(input))) {
    if (block instanceof Uint8Array) input.giveBack(block);
    return { number, fault: 'a record that is cut off' };
  }
  return isWanted ? { number, field, block: block instanceof Uint8Array ? block : null } : null;
}

const RECORD_START = /^WARC\/\d\.\d+$/;
const LONGEST_HEADER_LINE = 64 * 1024;
const MOST_HEADER_LINES = 1000;

/** The fields up to the empty line; a line that begins with white space goes on with the one before. Null where no empty line comes. */
async function readHeader(input: Input): Promise<WarcRecord['field'] | null> {
  const fields = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MOST_HEADER_LINES; count += 1) {
    const line = await input.line();
    if (line === null) return null;
    if (line === '') return (name) => fields.get(name) ?? null;
    if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    else {
      last = line
        .slice(0, Math.max(0, line.indexOf(':')))
        .trim()
        .toLowerCase();
      fields.set(last, line.slice(line.indexOf(':') + 1).trim());
    }
  }
  return null;
}

/** After a block come empty lines and then the next record, or the end. */
async function endsRightly(input: Input): Promise<boolean> {
  for (;;) {
    const next = await input.peek(5);
    if (next.length === 0) return true;
    if (next[0] === 0x0d || next[0] === 0x0a) await input.take(1);
    else return Buffer.from(next).toString('latin1') === 'WARC/';
  }
}

/** Bytes read as lines or by number. A break ends what is being read, and all reads after it until it is taken. */
interface Input {
  /** A line without its end, as Latin-1 (UTF-8 where it is that); null at a break or the end. Of a longer line, the first part. */
  line(): Promise<string | null>;
  take(length: number): Promise<Uint8Array | 'cut'>;
  skip(length: number): Promise<'skipped' | 'cut'>;
  /** Up to so many bytes, which are read again. */
  peek(length: number): Promise<Uint8Array>;
  giveBack(bytes: Uint8Array): void;
  /** Whether a break lies here; it is then passed. */
  takeBreak(): boolean;
  close(): Promise<void>;
}

function createInput(pieces: AsyncIterable<Uint8Array | Broken>): Input {
  const iterator = pieces[Symbol.asyncIterator]();
  let bytes: Uint8Array = new Uint8Array(0);
  let broken = false;
  /** Reads on; false at a break or the end. */
  const more = async (): Promise<boolean> => {
    if (broken) return false;
    const step = await iterator.next();
    if (step.done) return false;
    if (step.value === BREAK) broken = true;
    else bytes = bytes.length === 0 ? step.value : Buffer.concat([bytes, step.value]);
    return !broken;
  };
  const cut = (length: number): Uint8Array => {
    const head = bytes.subarray(0, length);
    bytes = bytes.subarray(length);
    return head;
  };
  return {
    async line() {
      let searched = 0;
      let end = bytes.indexOf(0x0a);
      while (end === -1 && bytes.length < LONGEST_HEADER_LINE) {
        searched = bytes.length;
        if (!(await more())) break;
        end = bytes.indexOf(0x0a, searched);
      }
      if (end === -1 && bytes.length === 0) return null;
      const line = Buffer.from(cut(end === -1 ? Math.min(bytes.length, LONGEST_HEADER_LINE) : end + 1)).toString();
      return line.replace(/\r?\n$/, '');
    },
    async take(length) {
      const taken: Uint8Array[] = [];
      let missing = length;
      while (missing > 0) {
        if (bytes.length === 0 && !(await more())) {
          bytes = Buffer.concat(taken);
          return 'cut';
        }
        const piece = cut(missing);
        taken.push(piece);
        missing -= piece.length;
      }
      return taken.length === 1 && taken[0] !== undefined ? taken[0] : Buffer.concat(taken);
    },
    async skip(length) {
      for (let missing = length; missing > 0; ) {
        if (bytes.length === 0 && !(await more())) return 'cut';
        missing -= cut(missing).length;
      }
      return 'skipped';
    },
    async peek(length) {
      while (bytes.length < length && (await more()));
      return bytes.subarray(0, length);
    },
    giveBack(again) {
      bytes = Buffer.concat([again, bytes]);
    },
    takeBreak() {
      const was = broken;
      broken = false;
      return was;
    },
    async close() {
      await iterator.return?.();
    },
  };
}
