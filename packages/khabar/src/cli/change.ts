// `khabar recode`, `delete` and `backup`: an archive looked after.
import { existsSync } from 'node:fs';
import { type Article, createCoder } from '@khabar/core';
import type { Command } from 'commander';
import { sql } from 'kysely';
import { describeProblem, UsageError } from '../errors.js';
import type { ReadItem } from '../read/articles.js';
import { type Archive, openArchive } from '../store/archive.js';
import { articlesCodedOtherwise, deleteArticle, type MentionChange, missingMentions, replaceMentions } from '../store/change.js';
import { reviewsOf } from '../store/reviews.js';
import type { ArticleRows } from '../store/rows.js';
import type { ArticleRow } from '../store/schema.js';
import { mergeAll } from './add.js';
import type { Io } from './io.js';
import { withArchiveOption, withCoderOptions } from './options.js';
import { createOutput } from './output.js';
import { outcomesOf, readLexicons } from './run.js';
import type { Job } from './work.js';

const RECODE_EXAMPLES = `
Examples:
  khabar recode --archive news.db -t 2                       after a new version of khabar
  khabar recode --archive news.db --lexicon my-names.tsv     with names of your own
  khabar recode --archive news.db > changes.jsonl            mention by mention: gone, added or changed

Reviews are kept. A run that was broken off is taken up by running it again.`;

const DELETE_EXAMPLES = `
Examples:
  khabar delete SK-world-17 --archive news.db

Its mentions go, and what events were made of them alone. A copy of it in the archive takes its place.`;

const BACKUP_EXAMPLES = `
Examples:
  khabar backup news-2018-07.db --archive news.db

A SQLite archive is copied whole while it is in use. For PostgreSQL use pg_dump.`;

interface ChangeOptions {
  archive: string;
  threads?: number;
  lexicon?: string[];
}

const BATCH = 400;

export function addChangeCommands(program: Command, io: Io, done: (status: number) => void): void {
  withCoderOptions(withArchiveOption(program.command('recode')))
    .description('code the articles of an archive again, with the coder and lexicon of today')
    .addHelpText('after', RECODE_EXAMPLES)
    .action(async (options: ChangeOptions) => done(await recode(options, io)));

  withArchiveOption(program.command('delete'))
    .description('delete an article with all that came from it')
    .argument('<article>', 'its id')
    .addHelpText('after', DELETE_EXAMPLES)
    .action(async (id: string, options: ChangeOptions) => done(await remove(id, options, io)));

  withArchiveOption(program.command('backup'))
    .description('copy a SQLite archive')
    .argument('<file>', 'the copy; it must not exist yet')
    .addHelpText('after', BACKUP_EXAMPLES)
    .action(async (file: string, options: ChangeOptions) => done(await backup(file, options, io)));
}

const articleOf = ({ id, url, source, title, published, text }: ArticleRow): Article => ({ id, url, source, title, published, text });

async function* staleArticles({ database }: Archive, coder: string): AsyncGenerator<ReadItem> {
  let after = '';
  for (;;) {
    const rows = await articlesCodedOtherwise(database, coder, after, BATCH);
    for (const row of rows) yield { article: articleOf(row), at: { path: row.id } };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function jobFor(options: ChangeOptions): Promise<Job> {
  return { task: 'file', format: 'jsonl', screen: { width: 100, colour: false }, lexicon: await readLexicons(options.lexicon ?? []) };
}

async function recode(options: ChangeOptions, io: Io): Promise<number> {
  const job = await jobFor(options);
  const { version, lexicon } = (io.createCoder ?? createCoder)({ lexicon: job.lexicon }).identity;
  const archive = await openArchive(options.archive);
  const output = createOutput(io.stdout);
  const tally = { articles: 0, gone: 0, added: 0, changed: 0 };
  let batch: ArticleRows[] = [];
  const store = async (): Promise<void> => {
    const changes = await replaceMentions(archive.database, batch);
    tally.articles += batch.length;
    for (const { change } of changes) tally[change] += 1;
    await output.write(changes.map((change: MentionChange) => `${JSON.stringify(change)}\n`).join(''));
    batch = [];
  };
  try {
    for await (const { problem, records } of await outcomesOf(staleArticles(archive, `${version} ${lexicon}`), job, options, io)) {
      if (problem !== null) io.stderr.write(`khabar: ${describeProblem(problem)}\n`);
      for (const record of records) batch.push(JSON.parse(record) as ArticleRows);
      if (batch.length >= BATCH) await store();
    }
    if (batch.length > 0) await store();
    await mergeAll(archive, io);
    io.stderr.write(
      `khabar: ${tally.articles} articles coded again · mentions: ${tally.gone} gone, ${tally.added} added, ${tally.changed} changed\n`,
    );
    await tellLostReviews(archive, io);
    return 0;
  } finally {
    await archive.close();
  }
}

/** A review is kept even where the coder no longer finds what it is about. */
async function tellLostReviews({ database }: Archive, io: Io): Promise<void> {
  for (const { id, kind, mentions } of await reviewsOf(database.db)) {
    const missing = await missingMentions(database, mentions);
    if (missing.length > 0)
      io.stderr.write(`khabar: review ${id} (${kind}): ${missing.length} of its ${mentions.length} mentions are no longer found\n`);
  }
}

async function remove(id: string, options: ChangeOptions, io: Io): Promise<number> {
  const archive = await openArchive(options.archive);
  try {
    const copy = await deleteArticle(archive.database, id);
    if (copy === 'missing') throw new UsageError(`the archive has no article ${id}`, 'Ids are case-sensitive; khabar mentions shows them');
    if (copy !== null) {
      const item: ReadItem = { article: articleOf(copy), at: { path: copy.id } };
      const one = async function* (): AsyncGenerator<ReadItem> {
        yield item;
      };
      for await (const { records } of await outcomesOf(one(), await jobFor(options), { threads: 1 }, io))
        await replaceMentions(
          archive.database,
          records.map((record) => JSON.parse(record) as ArticleRows),
        );
    }
    await mergeAll(archive, io);
    io.stderr.write(`khabar: ${id} is deleted${copy === null ? '' : `; its copy ${copy.id} stands in its place`}\n`);
    return 0;
  } finally {
    await archive.close();
  }
}

async function backup(file: string, options: ChangeOptions, io: Io): Promise<number> {
  const archive = await openArchive(options.archive);
  try {
    if (archive.database.kind === 'postgres') throw new UsageError('only SQLite archives are copied', 'For PostgreSQL use its own pg_dump');
    if (existsSync(file)) throw new UsageError(`${file} exists already`, 'Give another name');
    await sql`vacuum into ${file}`.execute(archive.database.db);
    io.stderr.write(`khabar: copied to ${file}\n`);
    return 0;
  } finally {
    await archive.close();
  }
}
