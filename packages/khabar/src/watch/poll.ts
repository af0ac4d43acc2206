// One visit to a feed: what is new in it goes to the sink, and what came of it is remembered.
import type { Article } from '@khabar/core';
import { PROBLEMS, type Problem, type ProblemCode, type Report } from '../errors.js';
import { readFeed } from '../read/feed.js';
import { readPage } from '../read/html.js';
import { languageProblem } from '../read/language.js';
import { type Clock, DAY, HOUR, MINUTE } from './clock.js';
import type { PoliteAnswer, PoliteFetcher } from './polite.js';
import type { Sink } from './sink.js';
import { type FeedState, MOST_SEEN } from './state.js';

export interface Polling {
  fetcher: PoliteFetcher;
  sink: Sink;
  report: Report;
  clock: Clock;
  signal: AbortSignal;
  /** Milliseconds between two visits that go well. */
  every: number;
  /** Whether the page of each new article is fetched for its full text. */
  pages: boolean;
}

/** How a visit went: how many articles were new, what kept the feed from being read, or that it was broken off. */
export type Visit = { articles: number } | { problem: Problem } | 'broken off';

const FIRST_BACK_OFF = MINUTE;
const LONGEST_BACK_OFF = 6 * HOUR;
const LONGEST_RETRY_AFTER = DAY;

/** Visits a feed and changes its state. Where it is broken off, only the articles that are safe are noted, and the next visit takes up the rest. */
export async function pollFeed(url: string, state: FeedState, polling: Polling): Promise<Visit> {
  const answer = await polling.fetcher.get(url, state);
  if (polling.signal.aborted) return 'broken off';
  if (answer.kind === 'unchanged') return succeed(state, polling, 0);
  if (answer.kind !== 'body') return fail(state, polling, problemOf(answer, url), answer.kind === 'failed' ? answer.retryAfter : null);
  const faults: Problem[] = [];
  const report = (problem: Problem) => {
    if (problem.code !== 'KH406') faults.push(problem);
  };
  const articles: Article[] = [];
  for await (const { article } of readFeed(url, once(answer.bytes), report, { charset: answer.charset, url: answer.url }))
    articles.push(article);
  const broken = faults.find(({ code }) => code !== 'KH405' && code !== 'KH304' && code !== 'KH302');
  if (broken !== undefined && articles.length === 0) return fail(state, polling, broken, null);
  for (const fault of faults) polling.report(fault);
  const { taken, refusal } = await takeNew(articles, state, polling);
  if (polling.signal.aborted) return 'broken off';
  if (refusal !== null) return fail(state, polling, problemOf(refusal, url), refusal.retryAfter);
  // A feed with a broken item is fetched again in full.
  Object.assign(state, broken === undefined ? answer.validators : { etag: null, lastModified: null });
  return succeed(state, polling, taken);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Feeds print the newest item first; they are handed on in the order of their time. `refusal`: a page's server asked to wait, and the rest is left for the next visit. */
async function takeNew(articles: Article[], state: FeedState, polling: Polling): Promise<{ taken: number; refusal: Failure | null }> {
  const seen = new Set(state.seen);
  let taken = 0;
  let refusal: Failure | null = null;
  for (const article of articles.reverse()) {
    if (seen.has(article.id)) continue;
    const complete = await completed(article, polling);
    if ('kind' in complete) refusal = complete;
    if (polling.signal.aborted || 'kind' in complete) break;
    const problem = await textProblem(complete);
    if (problem !== null) polling.report(problem);
    else if (await polling.sink(complete)) taken += 1;
    seen.add(article.id);
    if (polling.signal.aborted) break;
  }
  const shown = new Set(articles.map(({ id }) => id));
  const kept = [...seen].filter((id) => !shown.has(id)).slice(-MOST_SEEN);
  state.seen = [...kept, ...[...shown].filter((id) => seen.has(id))];
  return { taken, refusal };
}

async function textProblem({ id, title, text }: Article): Promise<Problem | null> {
  const whole = `${title ?? ''}\n${text}`;
  if (whole.trim() === '') return { code: 'KH103', at: { path: id } };
  const { detectLanguage } = await import('@khabar/core');
  return languageProblem(detectLanguage(whole), { path: id });
}

/** The article with the text of its page, where that is wanted and can be had; else as the feed gave it. */
async function completed(article: Article, { fetcher, report, pages }: Polling): Promise<Article | Failure> {
  if (!pages || article.url == null) return article;
  const at = { path: article.url };
  const answer = await fetcher.get(article.url);
  if (answer.kind === 'failed' && asksToWait(answer)) return answer;
  if (answer.kind !== 'body') {
    report({ code: 'KH508', at, detail: detailOf(answer) });
    return article;
  }
  let why = '';
  const page = await readPage(answer.bytes, { charset: answer.charset, url: answer.url }, at, ({ code }) => {
    why = PROBLEMS[code].cause;
  });
  if (page === null) report({ code: 'KH508', at, detail: why });
  if (page === null || page.text.length <= article.text.length) return article;
  return { ...article, title: article.title ?? page.title, published: article.published ?? page.published, text: page.text };
}

function succeed(state: FeedState, { clock, every }: Polling, articles: number): Visit {
  state.failures = 0;
  state.due = clock.now() + every * (0.9 + 0.2 * clock.random());
  return { articles };
}

/** Each failure doubles the wait, with some chance in it, so that many watchers do not come back at once. A server's own word goes before it. */
function fail(state: FeedState, { clock }: Polling, problem: Problem, retryAfter: string | null): Visit {
  state.failures += 1;
  const backOff = Math.min(FIRST_BACK_OFF * 2 ** (state.failures - 1), LONGEST_BACK_OFF) * (0.5 + clock.random());
  state.due = clock.now() + Math.max(backOff, millisecondsOf(retryAfter, clock.now()));
  return { problem };
}

/** `Retry-After` holds seconds or a date (RFC 9110, 10.2.3). */
function millisecondsOf(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0;
  const wait = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(0, wait), LONGEST_RETRY_AFTER);
}

type Failure = Extract<PoliteAnswer, { kind: 'failed' }>;
type Refusal = Exclude<PoliteAnswer, { kind: 'body' | 'unchanged' }>;

const REFUSALS: Record<Exclude<Refusal['kind'], 'failed'>, ProblemCode> = {
  disallowed: 'KH501',
  'no-robots': 'KH502',
  foreign: 'KH504',
  'too-many-redirects': 'KH504',
  'too-long': 'KH505',
};

function problemOf(answer: Refusal, url: string): Problem {
  const code = answer.kind === 'failed' ? failureCode(answer) : REFUSALS[answer.kind];
  return { code, at: { path: url }, detail: detailOf(answer) };
}

function failureCode(answer: Failure): ProblemCode {
  if (asksToWait(answer)) return 'KH506';
  return answer.status === null ? 'KH502' : 'KH503';
}

function asksToWait({ status, retryAfter }: Failure): boolean {
  return status === 429 || retryAfter !== null;
}

function detailOf(answer: PoliteAnswer): string {
  if (answer.kind === 'failed') return answer.detail;
  if (answer.kind === 'foreign') return `to ${answer.host}`;
  if (answer.kind === 'disallowed') return answer.url;
  if (answer.kind === 'no-robots') return answer.why;
  return answer.kind.replaceAll('-', ' ');
}
