// `khabar review`, `split` and `join`: a person's word on what the coder found and how reports were merged.
import { type EventType, type Mention, type MentionCorrection, PLOVER, type Review, STATUSES, type Status } from '@khabar/core';
import { type Command, Option } from 'commander';
import { UsageError } from '../errors.js';
import { type Archive, openArchive } from '../store/archive.js';
import { addReview, missingMentions, removeReview, reviewOf } from '../store/change.js';
import { reviewsOf } from '../store/reviews.js';
import { mergeAll } from './add.js';
import type { Io } from './io.js';
import { withArchiveOption } from './options.js';

const VERDICTS = ['accept', 'reject', 'correct'] as const;

const REVIEW_EXAMPLES = `
Examples:
  khabar review accept 0a3f5c61d2e4b7 --archive news.db            an event with all its mentions, or one mention
  khabar review reject 1c9e0d7a55b213 --archive news.db            it counts no longer
  khabar review correct 1c9e0d7a55b213 --set type=AGREE --set mode= --set date=2018-06-12 --archive news.db
  khabar review list --archive news.db
  khabar review undo 5d0f7b21c3a9e4 --archive news.db`;

const SPLIT_EXAMPLES = `
Examples:
  khabar events --archive news.db --id 0a3f5c61d2e4b7 --reports     shows the mentions
  khabar split 1c9e0d7a55b213 0b77aa10c2d3e4 --archive news.db      these mentions are an act of their own`;

const JOIN_EXAMPLES = `
Examples:
  khabar join 0a3f5c61d2e4b7 1e4d5c6b7a8f90 --archive news.db       these events are one act

khabar review list shows it, khabar review undo takes it back.`;

interface ReviewOptions {
  archive: string;
  set?: string[];
  by?: string;
  note?: string;
}

export function addReviewCommands(program: Command, io: Io, done: (status: number) => void): void {
  const collect = (value: string, values: string[] = []): string[] => [...values, value];
  const withAuthor = (command: Command): Command =>
    withArchiveOption(command).option('--by <name>', 'who says so').option('--note <text>', 'why');

  withAuthor(program.command('review'))
    .description('accept, reject or correct what was coded')
    .argument('<verdict>', `${VERDICTS.join(', ')}, list or undo`)
    .argument('[ids...]', 'of events or mentions; for undo, of a review')
    .addOption(new Option('--set <field=value>', 'for correct: type, mode, status or date; several times').argParser(collect))
    .addHelpText('after', REVIEW_EXAMPLES)
    .action(async (verdict: string, ids: string[], options: ReviewOptions) => done(await review(verdict, ids, options, io)));

  withAuthor(program.command('split'))
    .description('take mentions out of their event: they are an act of their own')
    .argument('<mentions...>', 'their ids')
    .addHelpText('after', SPLIT_EXAMPLES)
    .action(async (ids: string[], options: ReviewOptions) => done(await keep('split', ids, null, options, io)));

  withAuthor(program.command('join'))
    .description('make one event of several')
    .argument('<events...>', 'their ids')
    .addHelpText('after', JOIN_EXAMPLES)
    .action(async (ids: string[], options: ReviewOptions) => done(await keep('join', ids, null, options, io)));
}

async function review(verdict: string, ids: string[], options: ReviewOptions, io: Io): Promise<number> {
  if (verdict === 'list') return list(options, io);
  if (verdict === 'undo') return undo(ids, options, io);
  const kind = VERDICTS.find((one) => one === verdict);
  if (kind === undefined) throw new UsageError(`there is no verdict ${verdict}`, `Use ${VERDICTS.join(', ')}, list or undo`);
  return keep(kind, ids, kind === 'correct' ? correctionOf(options.set ?? []) : null, options, io);
}

async function keep(
  kind: Review['kind'],
  ids: string[],
  correction: MentionCorrection | null,
  options: ReviewOptions,
  io: Io,
): Promise<number> {
  if (ids.length === 0)
    throw new UsageError('nothing is named', `See khabar ${kind === 'split' || kind === 'join' ? kind : 'review'} --help`);
  const archive = await openArchive(options.archive);
  try {
    const mentions = await mentionsNamed(archive, ids);
    const made = reviewOf({
      kind,
      mentions,
      correction,
      made: new Date().toISOString(),
      by: options.by ?? null,
      note: options.note ?? null,
    });
    await addReview(archive.database, made);
    await mergeAll(archive, io);
    io.stderr.write(
      `khabar: review ${made.id} kept: ${kind}, ${made.mentions.length} mentions. Take it back with: khabar review undo ${made.id}\n`,
    );
    return 0;
  } finally {
    await archive.close();
  }
}

/** An event's id stands for all its mentions. @throws UsageError for an id of neither */
async function mentionsNamed(archive: Archive, ids: string[]): Promise<string[]> {
  const mentions: string[] = [];
  for (const id of ids) {
    const event = await archive.event(id);
    if (event === null && (await missingMentions(archive.database, [id])).length > 0)
      throw new UsageError(`the archive has no event or mention ${id}`, 'khabar events --reports shows both ids');
    mentions.push(...(event?.mentions ?? [id]));
  }
  return mentions;
}

async function list({ archive: where }: ReviewOptions, io: Io): Promise<number> {
  const archive = await openArchive(where);
  try {
    for (const one of await reviewsOf(archive.database.db)) io.stdout.write(`${JSON.stringify(one)}\n`);
    return 0;
  } finally {
    await archive.close();
  }
}

async function undo(ids: string[], { archive: where }: ReviewOptions, io: Io): Promise<number> {
  const archive = await openArchive(where);
  try {
    for (const id of ids)
      if (!(await removeReview(archive.database, id)))
        throw new UsageError(`the archive has no review ${id}`, 'khabar review list shows them');
    await mergeAll(archive, io);
    return 0;
  } finally {
    await archive.close();
  }
}

/** `type=AGREE`, `mode=visit,phone`, `status=negated`, `date=2018-06-12` or `date=2018-06-12..2018-06-14`; nothing behind `=` means none. @throws UsageError */
function correctionOf(settings: string[]): MentionCorrection {
  if (settings.length === 0) throw new UsageError('correct needs what is right', 'Say it with --set, such as --set type=AGREE');
  const correction: MentionCorrection = {};
  for (const setting of settings) {
    const [field = '', value = ''] = setting.split(/=(.*)/s);
    if (field === 'type') correction.type = oneOf<EventType>(value, Object.keys(PLOVER) as EventType[]);
    else if (field === 'status') correction.status = oneOf<Status>(value, STATUSES);
    else if (field === 'mode') correction.mode = value.split(',').filter(Boolean);
    else if (field === 'date') correction.date = dateOf(value);
    else throw new UsageError(`--set: there is no field ${field}`, 'Use type, mode, status or date');
  }
  return correction;
}

function oneOf<Value extends string>(value: string, all: readonly Value[]): Value {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--set: there is no ${value}`, `Use ${all.join(', ')}`);
  return found;
}

function dateOf(value: string): Mention['date'] {
  if (value === '') return null;
  const [start = '', end = start] = value.split('..');
  const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay(start) || !isDay(end) || end < start)
    throw new UsageError(`--set: ${value} is no date`, 'Write 2018-06-12, or 2018-06-12..2018-06-14');
  return { start, end, text: '' };
}
