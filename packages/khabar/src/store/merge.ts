// Makes events of mentions, wherever mentions or reviews changed since the last time. Each piece of work is one transaction: a killed run goes on where it stopped.
import {
  type Act,
  actsOf,
  eventOf,
  LOOKBACK,
  type Mention,
  noteOpposed,
  REACH,
  type Report,
  type Review,
  regroup,
  reportsOf,
  withReviews,
} from '@khabar/core';
import { sql } from 'kysely';
import type { Database, Within } from './database.js';
import { reviewsOf } from './reviews.js';
import { type EventRows, eventRows, insertEvents, mentionOf } from './rows.js';
import { type Tables, UNDATED } from './schema.js';
import { inPortions } from './take-in.js';

type Cell = Tables['unmerged'];

/** Events of the days `from` to `to`, of one type and standing. */
interface Stretch {
  type: string;
  standing: string;
  from: number;
  to: number;
  /** The marks that this work settles. */
  cells: Cell[];
}

/** The longest stretch that is made at once, in days: bounds the memory. */
const LONGEST = 14;

/** How far merging has come: stretches done of all. */
export type MergeProgress = (done: number, all: number) => void;

/** @returns the number of events made anew */
export async function merge(database: Database, progress: MergeProgress = () => {}): Promise<number> {
  const cells = await database.db.selectFrom('unmerged').selectAll().orderBy('type').orderBy('standing').orderBy('day').execute();
  const reviews = await reviewsOf(database.db);
  const tasks = await together(database, stretchesOf(cells), reviews);
  let events = 0;
  for (const [done, task] of tasks.entries()) {
    progress(done, tasks.length);
    events += await database.db.transaction().execute((within) => makeEvents(database, within, task, reviews));
  }
  return events;
}

/** A mention that came or went on a day can change events from `REACH` days before it to `LOOKBACK` days after it. */
function stretchesOf(cells: Cell[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const cell of cells) {
    const { type, standing, day } = cell;
    const [from, to] = day === UNDATED ? [day, day] : [day - REACH, day + LOOKBACK];
    const last = stretches.at(-1);
    const near = last !== undefined && last.type === type && last.standing === standing && from <= last.to + 1;
    if (near && to - last.from <= LONGEST) {
      last.to = to;
      last.cells.push(cell);
    } else stretches.push({ type, standing, from: near ? last.to + 1 : from, to, cells: [cell] });
  }
  return stretches;
}

/** Stretches whose mentions a review has joined are one piece of work, with those that they join. */
async function together({ db }: Database, stretches: Stretch[], reviews: Review[]): Promise<Stretch[][]> {
  const tasks = stretches.map((stretch) => [stretch]);
  for (const review of reviews.filter(({ kind }) => kind === 'join')) {
    const cells = await db
      .selectFrom('mentions')
      .select(['type', 'standing', 'filed as day'])
      .distinct()
      .where('id', 'in', review.mentions)
      .execute();
    const meant = stretchesOf(cells.sort((a, b) => a.type.localeCompare(b.type) || a.standing.localeCompare(b.standing) || a.day - b.day));
    const touched = tasks.filter((task) => task.some((stretch) => meant.some((other) => overlap(stretch, other))));
    if (touched.length === 0) continue;
    const missing = meant.filter((other) => !touched.flat().some((stretch) => covers(stretch, other)));
    const task = [...touched.flat(), ...missing.map((stretch) => ({ ...stretch, cells: [] }))];
    for (const one of touched) tasks.splice(tasks.indexOf(one), 1);
    tasks.push(task);
  }
  return tasks;
}

const sameKind = (a: Stretch, b: Stretch): boolean => a.type === b.type && a.standing === b.standing;
const overlap = (a: Stretch, b: Stretch): boolean => sameKind(a, b) && a.from <= b.to && b.from <= a.to;
const covers = (a: Stretch, b: Stretch): boolean => sameKind(a, b) && a.from <= b.from && b.to <= a.to;

async function makeEvents(database: Database, within: Within, task: Stretch[], reviews: Review[]): Promise<number> {
  const made: Act[] = [];
  const reviewed = new Set<string>();
  for (const stretch of task) {
    const { reports, spoken } = await reportsIn(within, stretch, reviews);
    for (const id of spoken) reviewed.add(id);
    made.push(...actsOf(reports, stretch.from, stretch.to));
    await removeEvents(database, within, stretch);
  }
  const acts = regroup(made, reviews);
  await writeEvents(database, within, acts, reviewed);
  for (const { cells } of task)
    for (const { type, standing, day } of cells)
      await within.deleteFrom('unmerged').where('type', '=', type).where('standing', '=', standing).where('day', '=', day).execute();
  return acts.length;
}

const ARTICLE_FACTS = ['articles.id', 'articles.url', 'articles.source', 'articles.title', 'articles.dated', 'articles.coder'] as const;

/** All reports that the events of a stretch may be made of. */
async function reportsIn(
  within: Within,
  { type, standing, from, to }: Stretch,
  reviews: Review[],
): Promise<{ reports: Report[]; spoken: Set<string> }> {
  const rows = await within
    .selectFrom('mentions')
    .innerJoin('articles', 'articles.id', 'mentions.article')
    .select(['mentions.record', 'mentions.article', ...ARTICLE_FACTS])
    .where('mentions.type', '=', type)
    .where('mentions.standing', '=', standing)
    .where('mentions.filed', '>=', from === UNDATED ? from : from - LOOKBACK)
    .where('mentions.filed', '<=', to === UNDATED ? to : to + REACH)
    .orderBy('mentions.article')
    .orderBy('mentions.position')
    .execute();
  const { mentions, reviewed } = withReviews(
    rows.map((row) => mentionOf(row, row)),
    reviews,
  );
  return { reports: byArticle(mentions).flatMap(reportsOf), spoken: reviewed };
}

function byArticle(mentions: Mention[]): Mention[][] {
  const articles = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const same = articles.get(mention.article.id);
    if (same) same.push(mention);
    else articles.set(mention.article.id, [mention]);
  }
  return [...articles.values()];
}

async function removeEvents(database: Database, within: Within, { type, standing, from, to }: Stretch): Promise<void> {
  const rows = await within
    .selectFrom('events')
    .select(['seq', 'id'])
    .where('type', '=', type)
    .where('standing', '=', standing)
    .where('filed', '>=', from)
    .where('filed', '<=', to)
    .execute();
  for (const portion of inPortions(rows)) {
    const seqs = portion.map(({ seq }) => seq);
    await within
      .deleteFrom('event_mentions')
      .where(
        'event',
        'in',
        portion.map(({ id }) => id),
      )
      .execute();
    for (const table of ['participants', 'dyads', 'events'] as const) await within.deleteFrom(table).where('seq', 'in', seqs).execute();
    const key = sql.raw(database.kind === 'sqlite' ? 'rowid' : 'seq');
    await sql`delete from event_words where ${key} in (${sql.join(seqs)})`.execute(within);
  }
}

async function writeEvents(database: Database, within: Within, acts: Act[], reviewed: ReadonlySet<string>): Promise<void> {
  const events = acts.map((act) => ({ act, event: eventOf(act, reviewed) }));
  noteOpposed(events.map(({ event }) => event));
  const rows = events.map(({ act, event }) => eventRows(event, act));
  await settleSeqs(within, rows);
  const mentions = rows.flatMap((row) => row.mentions);
  // A mention that a withdrawn review had joined elsewhere comes back from there.
  for (const portion of inPortions(mentions))
    await within
      .deleteFrom('event_mentions')
      .where(
        'mention',
        'in',
        portion.map(({ mention }) => mention),
      )
      .execute();
  await insertEvents(database, within, rows);
}

/** Two events of one day whose ids end alike would have one number: the later one in the order of ids takes the next that is free. */
async function settleSeqs(within: Within, rows: EventRows[]): Promise<void> {
  const taken = new Set<number>();
  for (const portion of inPortions(rows)) {
    const found = await within
      .selectFrom('events')
      .select('seq')
      .where(
        'seq',
        'in',
        portion.map(({ event }) => event.seq),
      )
      .execute();
    for (const { seq } of found) taken.add(seq);
  }
  for (const row of rows) {
    let { seq } = row.event;
    while (taken.has(seq)) seq += 1;
    taken.add(seq);
    if (seq === row.event.seq) continue;
    for (const part of [row.event, row.words, ...row.participants, ...row.dyads]) part.seq = seq;
  }
}
