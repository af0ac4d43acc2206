// `khabar add`: takes articles into an archive, codes them, and makes events of their mentions.
import type { Command } from 'commander';
import { describeProblem, type Problem, severityOf } from '../errors.js';
import { type ReadItem, readArticles } from '../read/articles.js';
import { type Archive, openArchive } from '../store/archive.js';
import { merge } from '../store/merge.js';
import type { ArticleRows } from '../store/rows.js';
import { newArticles, type TakenIn, takeIn } from '../store/take-in.js';
import type { Io } from './io.js';
import { pathsOrStdin, withArchiveOption, withCoderOptions } from './options.js';
import { createProgress, type Progress } from './progress.js';
import { outcomesOf, readLexicons, sizeOf } from './run.js';
import { inBatches } from './threads.js';
import type { Job } from './work.js';

const EXAMPLES = `
Examples:
  khabar add news/ --archive news.db                    a folder of articles into a SQLite file, made where there is none
  khabar add 2018-*.jsonl.gz --archive news.db -t 2     on two threads
  khabar add feed.jsonl --archive postgresql://khabar@localhost/news

The same article twice changes nothing. A run that was broken off is taken up by running it again.

Exit status: 0 all articles added; 1 some could not be read (named on standard error); 2 wrong usage.`;

/** Articles in one transaction: what a killed run may lose, to be read again. */
const BATCH = 200;

interface AddOptions {
  archive: string;
  threads?: number;
  lexicon?: string[];
}

interface Tally extends TakenIn {
  known: number;
  unread: number;
}

export function addAddCommand(program: Command, io: Io, done: (status: number) => void): void {
  withCoderOptions(withArchiveOption(program.command('add')))
    .description('take articles into an archive, code them, and merge their reports into events')
    .argument('[path...]', 'files (.txt .html .jsonl .jsonl.gz), folders, or - for standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: AddOptions) => done(await add(pathsOrStdin(paths, io, 'add'), options, io)));
}

async function add(paths: string[], options: AddOptions, io: Io): Promise<number> {
  const job: Job = {
    task: 'file',
    format: 'jsonl',
    screen: { width: 100, colour: false },
    lexicon: await readLexicons(options.lexicon ?? []),
  };
  const archive = await openArchive(options.archive, { create: true });
  try {
    const tally = await takeInAll(archive, paths, job, options, io);
    await mergeAll(archive, io);
    io.stderr.write(`khabar: ${await summary(archive, tally)}\n`);
    return tally.unread > 0 ? 1 : 0;
  } finally {
    await archive.close();
  }
}

async function takeInAll(archive: Archive, paths: string[], job: Job, options: AddOptions, io: Io): Promise<Tally> {
  const tally: Tally = { added: 0, copies: 0, mentions: 0, known: 0, unread: 0 };
  const progress = createProgress(io, await sizeOf(paths), true);
  const report = (problem: Problem): void => {
    if (severityOf(problem) === 'error') tally.unread += 1;
    progress.say(`khabar: ${describeProblem(problem)}\n`);
  };
  const articles = readArticles(paths, { stdin: io.stdin, report, onBytes: progress.bytesRead });
  let batch: ArticleRows[] = [];
  const store = async (): Promise<void> => {
    const taken = await takeIn(archive.database, batch);
    for (const key of ['added', 'copies', 'mentions'] as const) tally[key] += taken[key];
    batch = [];
  };
  try {
    for await (const { problem, records } of await outcomesOf(notKnown(archive, articles, tally, progress), job, options, io)) {
      progress.articleDone();
      if (problem !== null) report(problem);
      for (const record of records) batch.push(JSON.parse(record) as ArticleRows);
      if (batch.length >= BATCH) await store();
    }
    if (batch.length > 0) await store();
  } finally {
    progress.stop();
  }
  return tally;
}

/** What the archive has already is not coded again. */
async function* notKnown(archive: Archive, items: AsyncIterable<ReadItem>, tally: Tally, progress: Progress): AsyncGenerator<ReadItem> {
  for await (const portion of inBatches(items)) {
    const fresh = await newArticles(archive.database, portion);
    for (let known = portion.length - fresh.length; known > 0; known--) {
      tally.known += 1;
      progress.articleDone();
    }
    yield* fresh;
  }
}

/** Makes the events, and shows how far it has come. */
export async function mergeAll(archive: Archive, io: Io): Promise<number> {
  const shown = io.stderr.isTTY === true;
  const events = await merge(archive.database, (done, all) => {
    if (shown) io.stderr.write(`\r\u001b[Kmerging ${Math.floor((100 * done) / all)}%`);
  });
  if (shown) io.stderr.write('\r\u001b[K');
  return events;
}

async function summary(archive: Archive, { added, copies, mentions, known, unread }: Tally): Promise<string> {
  const parts = [
    `${added} articles added`,
    ...(copies > 0 ? [`${copies} of them copies`] : []),
    ...(known > 0 ? [`${known} already there`] : []),
  ];
  if (unread > 0) parts.push(`${unread} not read`);
  return [...parts, `${mentions} mentions`, `${await archive.countEvents()} events in ${archive.database.name}`].join(' · ');
}
