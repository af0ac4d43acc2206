// `khabar events`, `mentions`, `actors`, `dyads` and `series`: what an archive holds.
import { type Command, Option } from 'commander';
import { type Archive, type EventOrder, type Filter, openArchive } from '../store/archive.js';
import { EVENT_ORDERS } from '../store/ask.js';
import { countActors, countByPeriod, countDyads, PERIODS, type Period } from '../store/counts.js';
import { ANSWER_FORMATS, type AnswerFormat, type Shape, writeAnswers } from './answer.js';
import { type FilterOptions, filterOf, whole, withFilterOptions } from './filter-options.js';
import type { Io } from './io.js';
import { withArchiveOption } from './options.js';
import type { ReportedEvent } from './pretty-events.js';
import { shapesFor } from './shapes.js';
import { tellUnmerged } from './unmerged.js';

interface AskOptions extends FilterOptions {
  archive: string;
  format?: AnswerFormat;
  color?: boolean;
  limit?: number | undefined;
  offset?: number;
  sort?: EventOrder;
  by?: Period;
  reports?: boolean;
}

/** Lines for a person end here unless --limit says otherwise. */
const LIMIT_FOR_READING = 50;

const EVENT_EXAMPLES = `
Examples:
  khabar events --archive news.db --type CONSULT --party PRK --from 2018-06-01 --to 2018-06-30
  khabar events --archive news.db --dyad USA,IRN --sort=-outlets --limit 10
  khabar events --archive news.db --text 'السفارة القدس' --outlets 3     embassy, Jerusalem; by three outlets
  khabar events --archive news.db --id 0a3f5c --reports                   with its reports, and why each is there
  khabar events --archive news.db --format csv > events.csv`;

const MENTION_EXAMPLES = `
Examples:
  khabar mentions --archive news.db --actor TUR --type THREATEN
  khabar mentions --archive news.db --outlet BBC --format jsonl > bbc.jsonl`;

const ACTOR_EXAMPLES = `
Examples:
  khabar actors --archive news.db --from 2018-05-01 --to 2018-05-31
  khabar actors --archive news.db --topic yemen --format csv`;

const DYAD_EXAMPLES = `
Examples:
  khabar dyads --archive news.db --quad 4 --limit 20        where force is used
  khabar dyads --archive news.db --party TUR`;

const SERIES_EXAMPLES = `
Examples:
  khabar series --archive news.db --dyad USA,IRN --by month
  khabar series --archive news.db --type PROTEST --actor IRN --by week --format csv`;

type Done = (status: number) => void;

export function addAskCommands(program: Command, io: Io, done: Done): void {
  const ask = <Item>(
    options: AskOptions,
    items: (archive: Archive, filter: Filter, limit: number | undefined) => AsyncIterable<Item> | Promise<Item[]>,
    shape: Shape<Item>,
  ) => answer(options, items, shape, io).then(() => done(0));
  const shapes = shapesFor(io);

  command(program, 'events', 'the events of an archive, one act each', EVENT_EXAMPLES)
    .addOption(new Option('--sort <order>', `${EVENT_ORDERS.join(', ')}; default day`).choices(EVENT_ORDERS))
    .option('--reports', 'with the reports of each event, and the reason why each is there')
    .action((options: AskOptions) =>
      ask(options, (archive, filter, limit) => eventsWith(archive, filter, { ...options, limit }), shapes.event(options.color)),
    );

  command(program, 'mentions', 'the mentions of an archive, as the articles have them', MENTION_EXAMPLES).action((options: AskOptions) =>
    ask(options, (archive, filter, limit) => archive.mentions(filter, { limit, offset: options.offset ?? 0 }), shapes.mention),
  );

  command(program, 'actors', 'who acts and is acted upon, by country and sector', ACTOR_EXAMPLES).action((options: AskOptions) =>
    ask(options, ({ database }, filter, limit) => countActors(database, filter, limit), shapes.actor),
  );

  command(program, 'dyads', 'who does it to whom, by country', DYAD_EXAMPLES).action((options: AskOptions) =>
    ask(options, ({ database }, filter, limit) => countDyads(database, filter, limit), shapes.dyad),
  );

  command(program, 'series', 'events over time', SERIES_EXAMPLES)
    .addOption(new Option('--by <period>', PERIODS.join(', ')).choices(PERIODS).default('month'))
    .action((options: AskOptions) => ask(options, ({ database }, filter) => countByPeriod(database, filter, options.by), shapes.period));
}

function command(program: Command, name: string, description: string, examples: string): Command {
  const added = withArchiveOption(program.command(name))
    .description(description)
    .addOption(new Option('-f, --format <format>', 'pretty on a terminal, jsonl in a pipe, unless given').choices(ANSWER_FORMATS))
    .option('--no-color', 'no colours (as does the variable NO_COLOR)');
  withFilterOptions(added)
    .addOption(new Option('--limit <number>', `at most so many; for reading ${LIMIT_FOR_READING} unless given`).argParser(whole))
    .addHelpText('after', examples);
  if (name === 'events' || name === 'mentions') added.addOption(new Option('--offset <number>', 'after so many').argParser(whole));
  return added;
}

async function answer<Item>(
  options: AskOptions,
  items: (archive: Archive, filter: Filter, limit: number | undefined) => AsyncIterable<Item> | Promise<Item[]>,
  shape: Shape<Item>,
  io: Io,
): Promise<void> {
  const format = options.format ?? (io.stdout.isTTY ? 'pretty' : 'jsonl');
  const limit = options.limit ?? (format === 'pretty' ? LIMIT_FOR_READING : undefined);
  const filter = filterOf(options);
  const archive = await openArchive(options.archive);
  try {
    await tellUnmerged(archive, options.archive, io);
    const written = await writeAnswers(await items(archive, filter, limit), format, shape, io);
    if (written === 0 && format === 'pretty') io.stdout.write('none\n');
    if (written === limit && options.limit === undefined) io.stdout.write(`… the first ${limit}; --limit shows more\n`);
  } finally {
    await archive.close();
  }
}

async function* eventsWith(archive: Archive, filter: Filter, { sort, limit, offset, reports }: AskOptions): AsyncGenerator<ReportedEvent> {
  const page = { ...(sort ? { sort } : {}), ...(limit === undefined ? {} : { limit }), ...(offset === undefined ? {} : { offset }) };
  for await (const event of archive.events(filter, page)) yield reports ? { ...event, reports: await archive.reports(event.id) } : event;
}
