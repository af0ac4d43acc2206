// What is done with one article, on whichever thread: refuse what is not Arabic, run the coder, put the answer into its format.
import type { Article, Coder } from '@khabar/core';
import type { Problem } from '../errors.js';
import type { ReadItem } from '../read/articles.js';
import { languageProblem } from '../read/language.js';
import type { articleRows } from '../store/rows.js';
import type { Io } from './io.js';
import type { Format } from './output.js';
import { prettyArticle } from './pretty-article.js';
import { prettyMentions } from './pretty-mentions.js';
import { prettyReadings } from './pretty-readings.js';
import type { Screen } from './terminal.js';

/** `file`: the article's rows for the archive, as one JSON object. */
export type Task = 'code' | 'read' | 'explain' | 'file';

/** Plain data, so that every thread can be given the same. `lexicon`: the texts of the user's files. */
export interface Job {
  task: Task;
  format: Format;
  screen: Screen;
  lexicon: string[];
}

/** What became of one article: records in their format, or why there are none. `events` counts the distinct events of its mentions. */
export interface Outcome {
  records: string[];
  mentions: number;
  events: number;
  problem: Problem | null;
}

export type Work = (item: ReadItem) => Outcome;

type Answer = Omit<Outcome, 'problem'>;

/** @throws what the core says about a user's lexicon file that it cannot take */
export async function createWork(job: Job, createCoder?: Io['createCoder']): Promise<Work> {
  const core = await import('@khabar/core');
  const coder = (createCoder ?? core.createCoder)({ lexicon: job.lexicon });
  // Only who files needs what writes to a database.
  const rows = job.task === 'file' ? (await import('../store/rows.js')).articleRows : null;
  return ({ article, at }) => {
    const none = { records: [], mentions: 0, events: 0 };
    try {
      const problem = languageProblem(core.detectLanguage(`${article.title ?? ''}\n${article.text}`), at);
      return problem === null
        ? { ...(rows ? fileAnswer(coder, article, rows) : answer(coder, article, job)), problem }
        : { ...none, problem };
    } catch (error) {
      return { ...none, problem: { code: 'KH901', at, detail: error instanceof Error ? error.message : String(error) } };
    }
  };
}

function answer(coder: Coder, article: Article, job: Job): Answer {
  if (job.task === 'code') return codeAnswer(coder, article, job);
  return job.task === 'read' ? readAnswer(coder, article, job) : explainAnswer(coder, article, job);
}

function codeAnswer(coder: Coder, article: Article, { format, screen }: Job): Answer {
  const mentions = coder.code(article);
  const records = format === 'pretty' ? [prettyMentions(article, mentions, screen)] : mentions.map((mention) => JSON.stringify(mention));
  return { records, mentions: mentions.length, events: new Set(mentions.map(({ event }) => event)).size };
}

function fileAnswer(coder: Coder, article: Article, rowsOf: typeof articleRows): Answer {
  const mentions = coder.code(article);
  const { version, lexicon } = coder.identity;
  const rows = rowsOf(article, coder.read(article), mentions, `${version} ${lexicon}`);
  return { records: [JSON.stringify(rows)], mentions: mentions.length, events: 0 };
}

function readAnswer(coder: Coder, article: Article, { format, screen }: Job): Answer {
  const read = coder.read(article);
  return { records: [format === 'pretty' ? prettyArticle(read, screen) : JSON.stringify(read)], mentions: 0, events: 0 };
}

function explainAnswer(coder: Coder, article: Article, { format, screen }: Job): Answer {
  const readings = coder.explain(article);
  const records =
    format === 'pretty' ? [prettyReadings(coder.read(article), readings, screen)] : readings.map((reading) => JSON.stringify(reading));
  return { records, mentions: 0, events: 0 };
}
