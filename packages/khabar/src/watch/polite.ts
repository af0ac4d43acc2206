// Asks as a good guest does: robots.txt first, one request a host at a time with a pause in between, and redirects only within the hosts that the user named.
import robots from 'robots-parser';
import { type Clock, DAY, SECOND } from './clock.js';
import { type Answer, type FetchLimits, fetchOnce, type Validators } from './fetch.js';

/** What robots.txt said, kept between runs. `until`: how long it holds, in milliseconds since 1970. */
export interface KnownRobots {
  text: string;
  until: number;
}

/** Where robots.txt cannot be had, nothing is allowed (RFC 9309, 2.3.1.4). */
type Robots = KnownRobots | { text: null; why: string };

export type PoliteAnswer =
  | Exclude<Answer, { kind: 'moved' }>
  | { kind: 'disallowed'; url: string }
  | { kind: 'no-robots'; why: string }
  | { kind: 'too-many-redirects' };

export interface PoliteFetcher {
  /** Never throws. `validators` go with the first request only. */
  get(url: string, validators?: Validators | null): Promise<PoliteAnswer>;
}

/** The package is CommonJS, its types say otherwise. */
const parseRobots = robots as unknown as typeof robots.default;

const MOST_REDIRECTS = 5;
const ROBOTS_HOLD = DAY;
/** More is not parsed (RFC 9309, 2.5). */
const LONGEST_ROBOTS = 500 * 1024;
const LONGEST_DELAY = 300 * SECOND;

/** `pace`: milliseconds between the end of one request to a host and the next. `known`: by origin; is added to. */
export function createPoliteFetcher(limits: FetchLimits, pace: number, known: Map<string, KnownRobots>, clock: Clock): PoliteFetcher {
  const turns = createTurns(pace, clock, limits.signal);
  const asking = new Map<string, Promise<Robots>>();
  const ask = (url: string, validators: Validators | null, delay: number) =>
    turns.take(new URL(url).hostname, delay, () => fetchOnce(url, validators, limits));

  const robotsOf = (origin: string): Promise<Robots> => {
    const before = known.get(origin);
    if (before !== undefined && before.until > clock.now()) return Promise.resolve(before);
    const underWay = asking.get(origin) ?? askRobots(origin, (url) => ask(url, null, 0), clock);
    asking.set(origin, underWay);
    return underWay.then((found) => {
      asking.delete(origin);
      if (found.text !== null) known.set(origin, found);
      return found;
    });
  };

  return {
    async get(url, validators = null) {
      let at = url;
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        const { origin, hostname } = new URL(at);
        if (!limits.hosts.has(hostname)) return { kind: 'foreign', host: hostname };
        const rules = await robotsOf(origin);
        if (rules.text === null) return { kind: 'no-robots', why: rules.why };
        const parsed = parseRobots(`${origin}/robots.txt`, rules.text);
        if (parsed.isDisallowed(at, limits.userAgent)) return { kind: 'disallowed', url: at };
        const delay = Math.min((parsed.getCrawlDelay(limits.userAgent) ?? 0) * SECOND, LONGEST_DELAY);
        const answer = await ask(at, redirects === 0 ? validators : null, delay);
        if (answer.kind !== 'moved') return answer;
        at = answer.to;
      }
      return { kind: 'too-many-redirects' };
    },
  };
}

/** No such file allows everything; a server in trouble allows nothing. A redirect is followed as far as hosts are named. */
async function askRobots(origin: string, ask: (url: string) => Promise<Answer>, clock: Clock): Promise<Robots> {
  let answer = await ask(`${origin}/robots.txt`);
  for (let redirects = 0; answer.kind === 'moved' && redirects < MOST_REDIRECTS; redirects += 1) answer = await ask(answer.to);
  const until = clock.now() + ROBOTS_HOLD;
  if (answer.kind === 'body') return { text: new TextDecoder().decode(answer.bytes.subarray(0, LONGEST_ROBOTS)), until };
  if (answer.kind === 'moved' || answer.kind === 'foreign') return { text: '', until };
  if (answer.kind !== 'failed') return { text: null, why: `robots.txt: ${answer.kind}` };
  const absent = answer.status !== null && answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  return absent ? { text: '', until } : { text: null, why: `robots.txt: ${answer.detail}` };
}

/** One after the other for each host, with a pause. */
function createTurns(pace: number, clock: Clock, signal: AbortSignal) {
  const queues = new Map<string, Promise<unknown>>();
  const freeFrom = new Map<string, number>();
  return {
    take<Result>(host: string, delay: number, act: () => Promise<Result>): Promise<Result> {
      const turn = (queues.get(host) ?? Promise.resolve()).then(async () => {
        const wait = (freeFrom.get(host) ?? 0) + Math.max(0, delay - pace) - clock.now();
        if (freeFrom.has(host) && wait > 0) await clock.sleep(wait, signal);
        const result = await act();
        freeFrom.set(host, clock.now() + pace);
        return result;
      });
      queues.set(host, turn);
      return turn;
    },
  };
}
