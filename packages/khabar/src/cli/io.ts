// The streams that a command talks to. Tests put their own in place of the process's.
import type { Readable, Writable } from 'node:stream';
import type { Coder } from '@khabar/core';

type Terminal = { isTTY?: boolean; columns?: number };

export interface Io {
  stdin: Readable & Terminal;
  stdout: Writable & Terminal;
  stderr: Writable & Terminal;
  env: Record<string, string | undefined>;
  /** Makes the coder; tests give one made by hand, which only serves a single thread. */
  createCoder?: (options: { lexicon: string[] }) => Coder;
}

/** The process's own streams. A reader that goes away (`khabar --help | head -1`) ends the output, and is no failure. */
export function processIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env };
}
