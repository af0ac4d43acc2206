// Follows feeds: visits each when it is due, several hosts at a time, until it is told to stop, and remembers where it stands.
import { type Polling, pollFeed } from './poll.js';
import { type FeedState, newFeedState, saveState, type WatchState } from './state.js';

export interface Watching extends Polling {
  feeds: string[];
  /** One visit to each feed, then the end. A feed that failed is left alone until its time comes all the same. */
  once: boolean;
  state: WatchState;
  statePath: string;
  /** Told of each visit that went well, with the number of articles that were new. */
  visited: (feed: string, articles: number) => void;
}

/** Ends when `signal` comes, after the article at hand. Returns how many feeds could not be read at their last visit. */
export async function watch(watching: Watching): Promise<number> {
  const { feeds, clock, signal, once } = watching;
  const inTurn = { ...watching, sink: oneByOne(watching.sink) };
  const save = oneByOne(() => saveState(watching.statePath, watching.state));
  do {
    await Promise.all(feeds.filter((feed) => mayVisit(feed, watching)).map((feed) => visit(feed, inTurn, save)));
    if (once || signal.aborted) break;
    const next = Math.min(...feeds.map((feed) => stateOf(feed, watching).due));
    await clock.sleep(next - clock.now(), signal);
  } while (!signal.aborted);
  return feeds.filter((feed) => stateOf(feed, watching).failures > 0).length;
}

function stateOf(feed: string, { state }: Watching): FeedState {
  const known = state.feeds.get(feed) ?? newFeedState();
  state.feeds.set(feed, known);
  return known;
}

function mayVisit(feed: string, watching: Watching): boolean {
  const { due, failures } = stateOf(feed, watching);
  if (due <= watching.clock.now()) return true;
  if (!watching.once) return false;
  if (failures > 0) watching.report({ code: 'KH507', at: { path: feed }, detail: `until ${new Date(due).toISOString()}` });
  return failures === 0;
}

async function visit(feed: string, watching: Watching, save: () => Promise<void>): Promise<void> {
  const outcome = await pollFeed(feed, stateOf(feed, watching), watching);
  if (outcome !== 'broken off' && 'problem' in outcome) watching.report(outcome.problem);
  if (outcome !== 'broken off' && 'articles' in outcome) watching.visited(feed, outcome.articles);
  await save();
}

/** Calls wait for the one before, whoever makes them. */
function oneByOne<Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>): (...given: Given) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const result = last.then(() => act(...given));
    last = result.catch(() => {});
    return result;
  };
}
