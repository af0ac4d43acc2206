// Shows on a terminal how far a long run has come. Nothing is shown in a pipe, nor in the first two seconds.
import type { SingleBar } from 'cli-progress';
import type { Io } from './io.js';

const QUIET_MILLISECONDS = 2000;

export interface Progress {
  bytesRead(count: number): void;
  articleDone(): void;
  /** Writes a message above the bar. */
  say(message: string): void;
  stop(): void;
}

/** `totalBytes` is null where it cannot be known; then there is no bar. `wanted`: false where the records themselves come to the terminal. */
export function createProgress(io: Io, totalBytes: number | null, wanted: boolean): Progress {
  const say = (message: string) => void io.stderr.write(message);
  if (!wanted || io.stderr.isTTY !== true || totalBytes === null || totalBytes === 0) {
    return { bytesRead: () => {}, articleDone: () => {}, say, stop: () => {} };
  }
  return barAfterAWhile(io, totalBytes);
}

function barAfterAWhile(io: Io, totalBytes: number): Progress {
  let bar: SingleBar | null = null;
  let bytes = 0;
  let articles = 0;
  let stopped = false;
  const timer = setTimeout(async () => {
    const { SingleBar: Bar } = (await import('cli-progress')).default;
    if (stopped) return;
    bar = new Bar({
      format: '{bar} {percentage}% · {articles} articles · {eta_formatted} left',
      stream: io.stderr as NodeJS.WriteStream,
      clearOnComplete: true,
      hideCursor: true,
    });
    bar.start(totalBytes, bytes, { articles });
  }, QUIET_MILLISECONDS);
  timer.unref();
  const update = () => bar?.update(Math.min(bytes, totalBytes), { articles });
  return {
    bytesRead(count) {
      bytes += count;
      update();
    },
    articleDone() {
      articles += 1;
    },
    say(message) {
      io.stderr.write(bar === null ? message : `\r\u001b[K${message}`);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      bar?.stop();
    },
  };
}
