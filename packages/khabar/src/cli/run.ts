// The way of an article through a command, shared by code, read and explain: read, work, write, and tell what could not be read.
import { readFile, stat } from 'node:fs/promises';
import { describeProblem, type Problem, severityOf, UsageError } from '../errors.js';
import { type ReadItem, readArticles } from '../read/articles.js';
import { decodeUtf8 } from '../read/encoding.js';
import type { Io } from './io.js';
import { createOutput, createRecordWriter, type Format } from './output.js';
import { createProgress } from './progress.js';
import type { Screen } from './terminal.js';
import { workAlone, workOnThreads } from './threads.js';
import { createWork, type Job, type Outcome, type Task } from './work.js';

/** The options of every command that codes, as the command line gives them. `color` is false for `--no-color`. */
export interface CodeOptions {
  threads?: number;
  lexicon?: string[];
  color?: boolean;
}

/** Those of the three commands that print records. */
export interface RunOptions extends CodeOptions {
  format?: Format;
}

interface Tally {
  articles: number;
  mentions: number;
  events: number;
  unread: number;
}

/** Runs a task over `paths`, or over `items` where the article was given in another way. Returns the exit status. */
export async function run(task: Task, paths: string[], options: RunOptions, io: Io, items?: AsyncIterable<ReadItem>): Promise<number> {
  const format = options.format ?? (io.stdout.isTTY ? 'pretty' : 'jsonl');
  const job: Job = { task, format, screen: screenOf(io, options), lexicon: await readLexicons(options.lexicon ?? []) };
  const tally: Tally = { articles: 0, mentions: 0, events: 0, unread: 0 };
  const output = createOutput(io.stdout);
  const writer = createRecordWriter(format, output);
  const take = async (outcome: Outcome) => {
    if (outcome.problem === null) count(tally, outcome);
    await writer.write(outcome.records);
    return !output.closed;
  };
  try {
    tally.unread = await overArticles(job, paths, options, io, take, items);
    if (!output.closed) await writer.end();
    if (format === 'pretty') await output.write(summary(task, tally));
  } finally {
    if (output.closed) io.stdin.destroy();
  }
  return tally.unread > 0 ? 1 : 0;
}

/** Codes the articles at `paths` and hands over the mentions of each, as JSON, in their order. Returns the exit status. */
export async function codePaths(paths: string[], options: CodeOptions, io: Io, take: (mentions: string[]) => void): Promise<number> {
  const job: Job = { task: 'code', format: 'jsonl', screen: screenOf(io, options), lexicon: await readLexicons(options.lexicon ?? []) };
  const unread = await overArticles(job, paths, options, io, async ({ records }) => {
    take(records);
    return true;
  });
  return unread > 0 ? 1 : 0;
}

/** Leads articles through a job one by one, until `take` wants no more. Returns how many could not be read, each told on standard error. */
async function overArticles(
  job: Job,
  paths: string[],
  options: CodeOptions,
  io: Io,
  take: (outcome: Outcome) => Promise<boolean>,
  items?: AsyncIterable<ReadItem>,
): Promise<number> {
  let unread = 0;
  const progress = createProgress(io, await sizeOf(paths), io.stdout.isTTY !== true);
  const report = (problem: Problem) => {
    if (severityOf(problem) === 'error') unread += 1;
    progress.say(`khabar: ${describeProblem(problem)}\n`);
  };
  const reading = items ?? readArticles(paths, { stdin: io.stdin, report, onBytes: progress.bytesRead });
  try {
    for await (const outcome of await outcomesOf(reading, job, options, io)) {
      if (outcome.problem !== null) report(outcome.problem);
      progress.articleDone();
      if (!(await take(outcome))) break;
    }
  } finally {
    progress.stop();
  }
  return unread;
}

/** The outcomes of a job on articles, in their order, on as many threads as the options say. @throws UsageError for a lexicon that cannot be read */
export async function outcomesOf(
  items: AsyncIterable<ReadItem>,
  job: Job,
  { threads = 1, lexicon: lexiconFiles = [] }: CodeOptions,
  io: Io,
) {
  const alone = threads === 1 || io.createCoder !== undefined;
  if (alone) return workAlone(items, await workOrRefusal(job, lexiconFiles, io));
  if (job.lexicon.length > 0) await workOrRefusal(job, lexiconFiles, io);
  return workOnThreads(items, job, threads, new URL('./work-thread.js', import.meta.url));
}

/** A lexicon file that the core cannot take is a matter of usage; it is found here, on any number of threads. */
async function workOrRefusal(job: Job, lexiconFiles: string[], io: Io) {
  try {
    return await createWork(job, io.createCoder);
  } catch (error) {
    throw job.lexicon.length === 0 ? error : lexiconRefusal(error, lexiconFiles);
  }
}

/** Turns what the core says about a user's lexicon file into wrong usage, with the file's name. */
export function lexiconRefusal(error: unknown, lexiconFiles: string[]): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  return new UsageError(withFileName(message, lexiconFiles), 'The form of a lexicon file is told in docs/lexicon.md');
}

/** The core knows users' lexicons by their texts only, and calls them "lexicon 1", "lexicon 2". */
function withFileName(message: string, lexiconFiles: string[]): string {
  return message.replace(/^lexicon (\d+)(?=:)/, (name, number) => lexiconFiles[Number(number) - 1] ?? name);
}

/** The texts of users' lexicon files. @throws UsageError where one cannot be read */
export async function readLexicons(files: string[]): Promise<string[]> {
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(
          `the lexicon file ${file} cannot be read (${error.code ?? error.message})`,
          'Check the path given to --lexicon',
        );
      });
      const text = decodeUtf8(bytes);
      if (text === null) throw new UsageError(`the lexicon file ${file} is not in UTF-8`, 'Save it as UTF-8');
      return text;
    }),
  );
}

/** Colour as https://no-color.org asks: not in a pipe, never against NO_COLOR or --no-color. */
export function screenOf(io: Io, options: { color?: boolean }): Screen {
  const wanted = io.env.FORCE_COLOR ? io.env.FORCE_COLOR !== '0' : io.stdout.isTTY === true && io.env.TERM !== 'dumb';
  const columns = io.stdout.columns ?? (Number(io.env.COLUMNS) || 100);
  return { width: Math.max(40, columns), colour: wanted && !io.env.NO_COLOR && options.color !== false };
}

/** Bytes of all files named; null where a folder or stream is among them. */
export async function sizeOf(paths: string[]): Promise<number | null> {
  let total = 0;
  for (const path of paths) {
    const found = path === '-' ? null : await stat(path).catch(() => null);
    if (found === null || !found.isFile()) return null;
    total += found.size;
  }
  return total;
}

function count(tally: Tally, outcome: { mentions: number; events: number }): void {
  tally.articles += 1;
  tally.mentions += outcome.mentions;
  tally.events += outcome.events;
}

function summary(task: Task, { articles, mentions, events, unread }: Tally): string {
  const some = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
  const found = task === 'code' ? [`${some(mentions, 'mention')} of ${some(events, 'event')}`] : [];
  const lost = unread > 0 ? [`${unread} not read`] : [];
  return `${[some(articles, 'article'), ...found, ...lost].join(' · ')}\n`;
}
