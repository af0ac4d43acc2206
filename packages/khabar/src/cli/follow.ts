// The work of `khabar watch`: from its options to the watcher. Loaded only when feeds are followed.
import { existsSync, readFileSync } from 'node:fs';
import { describeProblem, UsageError } from '../errors.js';
import { LONGEST_LINE } from '../read/lines.js';
import { MINUTE, SECOND, systemClock } from '../watch/clock.js';
import { createPoliteFetcher } from '../watch/polite.js';
import { openJsonLines } from '../watch/sink.js';
import { loadState } from '../watch/state.js';
import { watch } from '../watch/watch.js';
import type { Io } from './io.js';
import { programVersion } from './version.js';
import type { WatchOptions } from './watch.js';

/** Returns the exit status. */
export async function follow(given: string[], options: WatchOptions, io: Io): Promise<number> {
  const feeds = [...new Set(given.flatMap(addressesOf))];
  const say = (message: string) => void io.stderr.write(`khabar: ${message}\n`);
  const statePath = options.state ?? `${options.out}.state.json`;
  const state = await loadState(statePath);
  const file = await openJsonLines(options.out);
  const stop = stopSignal();
  try {
    const fetcher = createPoliteFetcher(limitsOf(feeds, options, stop.signal), options.pace * SECOND, state.robots, systemClock);
    const failing = await watch({
      feeds,
      state,
      statePath,
      fetcher,
      sink: file.put,
      clock: systemClock,
      signal: stop.signal,
      every: options.every * MINUTE,
      pages: options.pages === true,
      once: options.once === true,
      visited: (feed, articles) => say(`${feed}: ${articles} new`),
      report: (problem) => say(describeProblem(problem)),
    });
    return failing > 0 ? 1 : 0;
  } finally {
    stop.forget();
    await file.close();
  }
}

function limitsOf(feeds: string[], { host = [], timeout, contact }: WatchOptions, signal: AbortSignal) {
  return {
    hosts: new Set([...feeds.map((feed) => new URL(feed).hostname), ...host]),
    userAgent: `khabar/${programVersion()}${contact === undefined ? '' : ` (${contact})`}`,
    timeout: timeout * SECOND,
    mostBytes: LONGEST_LINE,
    signal,
  };
}

/** An address, or the addresses that a file lists. */
function addressesOf(given: string): string[] {
  if (isAddress(given)) return [new URL(given).href];
  if (!existsSync(given))
    throw new UsageError(
      `${given} is neither an address nor a file`,
      'Give addresses that begin with http:// or https://, or a file that lists them',
    );
  const lines = readFileSync(given, 'utf8').split('\n');
  const addresses = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const wrong = addresses.find((line) => !isAddress(line));
  if (wrong !== undefined) throw new UsageError(`${given}: ${wrong} is no address`, 'Write one a line, beginning with http:// or https://');
  if (addresses.length === 0) throw new UsageError(`${given} lists no feed`, 'Write one address a line');
  return addresses.map((line) => new URL(line).href);
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** Comes with Ctrl-C, or when the system ends the program. A second one ends it at once. */
function stopSignal() {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
    forget();
  };
  const forget = () => {
    for (const name of ['SIGINT', 'SIGTERM']) process.off(name, stop);
  };
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, stop);
  return { signal: controller.signal, forget };
}
