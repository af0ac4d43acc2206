// Writes records to a stream in one of three formats, no faster than the reader takes them. A reader that leaves ends the run quietly.
import type { Writable } from 'node:stream';

export const FORMATS = ['pretty', 'jsonl', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface Output {
  /** True once the other side has closed (`khabar code … | head`). */
  readonly closed: boolean;
  /** Resolves when the stream can take more. @throws what writing fails with, other than a closed pipe */
  write(text: string): Promise<void>;
}

export function createOutput(stream: Writable): Output {
  let closed = false;
  let failure: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') failure = error;
  });
  stream.on('close', () => {
    closed = true;
  });
  return {
    get closed() {
      return closed;
    },
    async write(text) {
      if (!closed && text !== '' && !stream.write(text)) await room(stream);
      if (failure !== null) throw failure;
    },
  };
}

/** The stream has room again, or is gone. */
function room(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ['drain', 'close', 'error']) stream.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) stream.on(event, done);
    if (stream.destroyed) done();
  });
}

/** What stands between records and around them. `records` are already in their format, without line ends of their own (JSON) or whole (pretty). */
export interface RecordWriter {
  write(records: string[]): Promise<void>;
  end(): Promise<void>;
}

export function createRecordWriter(format: Format, output: Output): RecordWriter {
  if (format === 'json') return jsonListWriter(output);
  const ending = format === 'jsonl' ? '\n' : '';
  return {
    write: (records) => output.write(records.map((record) => record + ending).join('')),
    end: async () => {},
  };
}

function jsonListWriter(output: Output): RecordWriter {
  let before = '[\n';
  return {
    async write(records) {
      if (records.length === 0) return;
      await output.write(before + records.join(',\n'));
      before = ',\n';
    },
    end: () => output.write(before === '[\n' ? '[]\n' : '\n]\n'),
  };
}
