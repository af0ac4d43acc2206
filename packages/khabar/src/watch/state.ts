// What the watcher remembers between runs, in a small JSON file: where each feed stands, and what robots.txt said.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import type { Validators } from './fetch.js';
import type { KnownRobots } from './polite.js';

export interface FeedState extends Validators {
  /** When to ask again, in milliseconds since 1970. */
  due: number;
  /** Failures since the last success. */
  failures: number;
  /** Ids of the articles that were handed on, the newest last. */
  seen: string[];
}

export interface WatchState {
  feeds: Map<string, FeedState>;
  robots: Map<string, KnownRobots>;
}

/** A feed shows its newest items; of older ones no more than so many are remembered. */
export const MOST_SEEN = 2000;

export function newFeedState(): FeedState {
  return { etag: null, lastModified: null, due: 0, failures: 0, seen: [] };
}

/** An empty state where there is no file. @throws UsageError where the file cannot be read or is none of ours */
export async function loadState(path: string): Promise<WatchState> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UsageError(`the state file ${path} cannot be read (${error.code ?? error.message})`, 'Check the path and its permissions');
  });
  if (text === null) return { feeds: new Map(), robots: new Map() };
  try {
    const { feeds, robots } = JSON.parse(text) as { feeds: Record<string, FeedState>; robots: Record<string, KnownRobots> };
    const states = Object.entries(feeds).map(([url, state]): [string, FeedState] => [url, { ...newFeedState(), ...state }]);
    return { feeds: new Map(states), robots: new Map(Object.entries(robots)) };
  } catch {
    throw new UsageError(
      `${path} is no state file of khabar watch`,
      'Name another one with --state, or remove it: no article is written twice',
    );
  }
}

/** Writes the whole file beside the old one and puts it in its place, so that a run killed at any moment leaves one of both. */
export async function saveState(path: string, { feeds, robots }: WatchState): Promise<void> {
  const beside = `${path}.new`;
  await writeFile(beside, `${JSON.stringify({ feeds: Object.fromEntries(feeds), robots: Object.fromEntries(robots) })}\n`);
  await rename(beside, path);
}
