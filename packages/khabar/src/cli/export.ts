// `khabar export`: hands events on in the formats that other tools read.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Mention } from '@khabar/core';
import { type Command, Option } from 'commander';
import { describeProblem, type Problem, type Report, severityOf, UsageError } from '../errors.js';
import { EXPORT_FORMATS, type ExportFormat, endingOf, TEXT_FORMATS } from '../formats/formats.js';
import type { EventReports, ExportOptions } from '../formats/reports.js';
import { type EventSink, monthlySink, type TextTarget, textSink } from '../formats/sink.js';
import { readMentions } from '../read/mentions.js';
import type { Archive, Filter } from '../store/archive.js';
import { type FilterOptions, filterOf, withFilterOptions } from './filter-options.js';
import type { Io } from './io.js';
import { archiveOption, pathsOrStdin } from './options.js';
import { createOutput } from './output.js';
import { tellUnmerged } from './unmerged.js';

interface ExportCommandOptions extends FilterOptions {
  format: ExportFormat;
  archive?: string;
  output?: string;
  partition?: 'month';
  /** False for `--no-text`. */
  texts?: boolean;
}

const EXAMPLES = `
Examples:
  khabar code news/ --format jsonl | khabar export - --format csv > events.csv
  khabar export --archive news.db --format csv --topic yemen --from 2018-05-01 > yemen.csv
  khabar export mentions.jsonl.gz --format polecat --partition month --output polecat/
  khabar export mentions.jsonl --format parquet --output events.parquet
  khabar export mentions.jsonl --format json-ld --no-text > to-share.jsonld

Formats: docs/formats.md tells what each one holds, and what it cannot.

Exit status: 0 all mentions exported; 1 some lines could not be read (named on standard error); 2 wrong usage.`;

export function addExportCommand(program: Command, io: Io, done: (status: number) => void): void {
  // The filter has a --text of its own, which the words behind it choose events by.
  const noText = new Option('--no-text', 'without sentences and headlines, for sharing');
  noText.attributeName = () => 'texts';
  withFilterOptions(program.command('export'))
    .description('hand events on in the formats of other tools')
    .argument('[path...]', 'files of mentions (.jsonl .jsonl.gz, as khabar code prints them), folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'of the output').choices(EXPORT_FORMATS).makeOptionMandatory())
    .option('-o, --output <path>', 'a file instead of standard output; with --partition a folder')
    .addOption(new Option('--partition <period>', 'one file a month').choices(['month']))
    .addOption(noText)
    .addOption(archiveOption('instead of mentions, '))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: ExportCommandOptions) => done(await exportEvents(paths, options, io)));
}

async function exportEvents(paths: string[], options: ExportCommandOptions, io: Io): Promise<number> {
  const { openDisputes } = await import('@khabar/core');
  const book = openDisputes();
  const settings = { texts: options.texts !== false, stateName: (code: string) => book.stateName(code)?.en ?? null };
  let unread = 0;
  let left = 0;
  const report = (problem: Problem) => {
    if (severityOf(problem) === 'error') unread += 1;
    io.stderr.write(`khabar: ${describeProblem(problem)}\n`);
  };
  const events = await eventsToExport(paths, options, io, report);
  const sink = await openSink(options, settings, io);
  for await (const reports of events) if (!(await sink.write(reports))) left += 1;
  await sink.close();
  if (left > 0)
    io.stderr.write(
      `khabar: events that ${options.format} cannot hold, and that were left out (planned, possible, denied or undated): ${left}\n`,
    );
  return unread > 0 ? 1 : 0;
}

/** Opens what the events come from, before anything is written. @throws UsageError where the options do not fit together, or there is no such archive */
async function eventsToExport(
  paths: string[],
  options: ExportCommandOptions,
  io: Io,
  report: Report,
): Promise<AsyncIterable<EventReports>> {
  const filter = filterOf(options);
  if (options.archive === undefined) {
    const [chosen] = Object.keys(filter);
    if (chosen !== undefined)
      throw new UsageError('only an archive can be asked by filters', 'Name one with --archive, or leave the filters out');
    return fromMentions(pathsOrStdin(paths, io, 'export'), io, report);
  }
  if (paths.length > 0) throw new UsageError('mentions and an archive are named', 'Name one of them');
  const { openArchive } = await import('../store/archive.js');
  const archive = await openArchive(options.archive);
  await tellUnmerged(archive, options.archive, io);
  return fromArchive(archive, filter);
}

async function* fromMentions(paths: string[], io: Io, report: Report): AsyncGenerator<EventReports> {
  const { eventsOf } = await import('@khabar/core');
  for await (const mentions of readMentions(paths, io.stdin, report)) yield* reportsOf(mentions, eventsOf(mentions));
}

async function* fromArchive(archive: Archive, filter: Filter): AsyncGenerator<EventReports> {
  const { withReports } = await import('../store/with-reports.js');
  try {
    yield* withReports(archive, archive.events(filter));
  } finally {
    await archive.close();
  }
}

function reportsOf(mentions: Mention[], events: EventReports['event'][]): EventReports[] {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  return events.map((event) => {
    const own = new Set(event.mentions);
    return { event, mentions: [...byId.values()].filter(({ id }) => own.has(id)) };
  });
}

/** @throws UsageError where the options do not fit together or the place cannot be written to */
async function openSink({ format, output, partition }: ExportCommandOptions, settings: ExportOptions, io: Io): Promise<EventSink> {
  if (partition !== undefined) {
    if (output === undefined) throw new UsageError('--partition needs a folder', 'Name one with --output');
    await mkdir(output, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      throw unwritable(output, error);
    });
    return monthlySink((month) => fileSink(format, join(output, `events-${month}.${endingOf(format)}`), settings));
  }
  if (output !== undefined) return fileSink(format, output, settings);
  if (format === 'parquet') throw new UsageError('parquet is no text for standard output', 'Name a file with --output');
  const standard = createOutput(io.stdout);
  return textSink(TEXT_FORMATS[format], { write: (text) => standard.write(text), end: async () => {} }, settings);
}

async function fileSink(format: ExportFormat, file: string, settings: ExportOptions): Promise<EventSink> {
  try {
    if (format !== 'parquet') return textSink(TEXT_FORMATS[format], await openFile(file), settings);
    return (await import('../formats/parquet.js')).parquetSink(file, settings);
  } catch (error) {
    throw unwritable(file, error as NodeJS.ErrnoException);
  }
}

async function openFile(file: string): Promise<TextTarget> {
  const stream = createWriteStream(file);
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });
  const output = createOutput(stream);
  return { write: (text) => output.write(text), end: () => ended(stream) };
}

function ended(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.end(() => resolve());
  });
}

function unwritable(path: string, error: NodeJS.ErrnoException): UsageError {
  return new UsageError(`${path} cannot be written (${error.code ?? error.message})`, 'Check the path given to --output');
}
