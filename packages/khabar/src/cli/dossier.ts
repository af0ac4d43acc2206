// `khabar dossier`: the file on a dispute or agreement, as a report to read, print or hand on.
import type { Dispute, DisputeBook, Dossier, EventRecord, Language, Mention } from '@khabar/core';
import { type Command, Option } from 'commander';
import { UsageError } from '../errors.js';
import type { Archive } from '../store/archive.js';
import type { Io } from './io.js';
import { archiveOption, pathsOrStdin, withCodeOptions } from './options.js';
import { createOutput } from './output.js';
import { type CodeOptions, codePaths, lexiconRefusal, readLexicons, screenOf } from './run.js';
import type { Screen } from './terminal.js';
import { tellUnmerged } from './unmerged.js';

export const DOSSIER_FORMATS = ['pretty', 'json', 'markdown', 'html'] as const;
type DossierFormat = (typeof DOSSIER_FORMATS)[number];

interface DossierOptions extends CodeOptions {
  archive?: string;
  format?: DossierFormat;
  language: Language;
  list?: boolean;
}

const EXAMPLES = `
Examples:
  khabar dossier --list                                the disputes, agreements and issues known
  khabar dossier karabakh news/                        what a folder of articles says on Nagorno-Karabakh
  khabar dossier libya --archive news.db               from an archive, its reports merged and reviewed
  khabar dossier yemen 2018-05.jsonl.gz --threads 2 --format html --language ar > yemen.html
  khabar dossier lake-basin news/ --lexicon my-disputes.tsv
                                                       a dispute of your own
  khabar dossier syria news/ --format json | jq '.mediators[].actor.name.en'

Exit status: 0 all articles read; 1 some could not be read (named on standard error); 2 wrong usage.`;

export function addDossierCommand(program: Command, io: Io, done: (status: number) => void): void {
  withCodeOptions(program.command('dossier'))
    .description('print the file on a dispute: parties, mediators, positions, talks, agreements')
    .argument('[dispute]', 'its id or name, see --list')
    .argument('[path...]', 'files (.txt .html .xml .json .jsonl .warc, also .gz), folders, patterns, or - for standard input')
    .addOption(archiveOption('instead of articles, '))
    .addOption(new Option('-f, --format <format>', 'pretty on a terminal, markdown in a pipe, unless given').choices(DOSSIER_FORMATS))
    .addOption(new Option('--language <language>', 'of the report; quotations stay Arabic').choices(['ar', 'en']).default('en'))
    .option('--list', 'list the disputes, agreements and issues known')
    .addHelpText('after', EXAMPLES)
    .action(async (wanted: string | undefined, paths: string[], options: DossierOptions) =>
      done(await printDossier(wanted, paths, options, io)),
    );
}

async function printDossier(wanted: string | undefined, paths: string[], options: DossierOptions, io: Io): Promise<number> {
  const { dossierOf } = await import('@khabar/core');
  const book = await openBook(options);
  const output = createOutput(io.stdout);
  if (options.list) {
    await output.write(book.disputes.map((dispute) => `${listed(dispute)}\n`).join(''));
    return 0;
  }
  const dispute = disputeCalled(wanted, book);
  const { events, mentions, status } = await materialOn(dispute, paths, options, io);
  const dossier = dossierOf(dispute, events, mentions, book);
  const format = options.format ?? (io.stdout.isTTY ? 'pretty' : 'markdown');
  await output.write(await inFormat(dossier, format, options.language, screenOf(io, options)));
  return status;
}

interface Material {
  events: EventRecord[];
  mentions: Mention[];
  /** The exit status: 1 where articles could not be read. */
  status: number;
}

/** @throws UsageError where both articles and an archive are named, or neither */
async function materialOn(dispute: Dispute, paths: string[], options: DossierOptions, io: Io): Promise<Material> {
  if (options.archive === undefined) return fromArticles(dispute, pathsOrStdin(paths, io, 'dossier'), options, io);
  if (paths.length > 0)
    throw new UsageError('articles and an archive are named', 'Name one of them; khabar add takes articles into an archive');
  return { ...(await fromArchive(dispute, options.archive, io)), status: 0 };
}

async function fromArticles(dispute: Dispute, paths: string[], options: DossierOptions, io: Io): Promise<Material> {
  const { eventsOf } = await import('@khabar/core');
  const mentions: Mention[] = [];
  const status = await codePaths(paths, options, io, (records) => mentions.push(...onDispute(records, dispute)));
  return { events: eventsOf(mentions), mentions, status };
}

/** The events of which any mention names the dispute. */
async function fromArchive({ id }: Dispute, where: string, io: Io): Promise<Pick<Material, 'events' | 'mentions'>> {
  const { openArchive } = await import('../store/archive.js');
  const { withReports } = await import('../store/with-reports.js');
  const archive = await openArchive(where);
  try {
    await tellUnmerged(archive, where, io);
    const ids = new Set<string>();
    for await (const { event } of archive.mentions({ topics: [id] })) ids.add(event);
    const events: EventRecord[] = [];
    const mentions: Mention[] = [];
    for await (const reports of withReports(archive, eventsWith(archive, [...ids]))) {
      events.push(reports.event);
      mentions.push(...reports.mentions);
    }
    return { events, mentions };
  } finally {
    await archive.close();
  }
}

/** Ids that one question can name. */
const IDS = 500;

async function* eventsWith(archive: Archive, ids: string[]): AsyncGenerator<EventRecord> {
  for (let from = 0; from < ids.length; from += IDS) yield* archive.events({ ids: ids.slice(from, from + IDS) });
}

async function openBook({ lexicon = [] }: DossierOptions): Promise<DisputeBook> {
  const { openDisputes } = await import('@khabar/core');
  const texts = await readLexicons(lexicon);
  try {
    return openDisputes({ lexicon: texts });
  } catch (error) {
    throw texts.length === 0 ? error : lexiconRefusal(error, lexicon);
  }
}

/** @throws UsageError where none or several are meant */
function disputeCalled(wanted: string | undefined, book: DisputeBook): Dispute {
  if (wanted === undefined) throw new UsageError('no dispute is named', 'Name one, as khabar dossier --list shows them');
  const found = book.find(wanted);
  const [dispute] = found;
  if (dispute !== undefined && found.length === 1) return dispute;
  if (dispute === undefined)
    throw new UsageError(
      `no dispute is called "${wanted}"`,
      'khabar dossier --list shows those known; docs/dossiers.md tells how to define your own',
    );
  throw new UsageError(`"${wanted}" may mean ${found.map(({ id }) => id).join(', ')}`, 'Name one of these');
}

/** The mentions of an article that can stand in the dossier: those of the dispute, and all that share an event with them. */
function onDispute(records: string[], { id }: Dispute): Mention[] {
  // Most articles are on something else: they need not be parsed.
  if (!records.some((record) => record.includes(JSON.stringify(id)))) return [];
  const mentions = records.map((record) => JSON.parse(record) as Mention);
  const events = new Set(mentions.filter(({ topics }) => topics.some((topic) => topic.id === id)).map(({ event }) => event));
  return mentions.filter(({ event }) => events.has(event));
}

async function inFormat(dossier: Dossier, format: DossierFormat, language: Language, screen: Screen): Promise<string> {
  if (format === 'json') return `${JSON.stringify(dossier, null, 2)}\n`;
  const { reportOnDossier } = await import('@khabar/core');
  const report = reportOnDossier(dossier, language);
  if (format === 'markdown') return (await import('../dossier/markdown.js')).dossierMarkdown(report);
  if (format === 'html') return (await import('../dossier/html.js')).dossierHtml(report);
  return (await import('../dossier/pretty.js')).dossierPretty(report, screen);
}

function listed({ id, kind, name }: Dispute): string {
  return [id.padEnd(28), kind.padEnd(10), name.en ?? '', name.ar === null ? '' : `\u2068${name.ar}\u2069`].join(' ').trimEnd();
}
