// `khabar audit`: draws events for a person to judge, and says from the verdicts how right the archive is.
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { UsageError } from '../errors.js';
import { openArchive } from '../store/archive.js';
import { precisionOf, sampleEvents } from '../store/audit.js';
import { type FilterOptions, filterOf, whole, withFilterOptions } from './filter-options.js';
import type { Io } from './io.js';

const EXAMPLES = `
Examples:
  khabar audit --archive news.db --sample 100 > sample.jsonl        100 events with their sentences
                                                                    set each "verdict" to true or false in an editor
  khabar audit --verdicts sample.jsonl                              precision, with its 95 % interval
  khabar audit --archive news.db --type ASSAULT --outlets 2 --seed second > sample.jsonl`;

interface AuditOptions extends FilterOptions {
  archive?: string;
  sample: number;
  seed: string;
  verdicts?: string;
}

export function addAuditCommand(program: Command, io: Io, done: (status: number) => void): void {
  const command = program
    .command('audit')
    .description('draw events for a person to judge, and say from the verdicts how right the archive is')
    .option('-a, --archive <archive>', 'the archive: a SQLite file, or postgresql://…')
    .addOption(new Option('--sample <number>', 'how many events to draw').argParser(whole).default(100))
    .option('--seed <text>', 'another one draws other events; the same one the same', 'first')
    .option('--verdicts <file>', 'a sample in which each verdict is filled in');
  withFilterOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (options: AuditOptions) =>
      done(await (options.verdicts === undefined ? draw(options, io) : judge(options.verdicts, io))),
    );
}

async function draw(options: AuditOptions, io: Io): Promise<number> {
  if (options.archive === undefined)
    throw new UsageError('no archive is named', 'Give --archive to draw a sample, or --verdicts to count one');
  const archive = await openArchive(options.archive);
  try {
    for (const item of await sampleEvents(archive, filterOf(options), options.sample, options.seed))
      io.stdout.write(`${JSON.stringify(item)}\n`);
    return 0;
  } finally {
    await archive.close();
  }
}

async function judge(file: string, io: Io): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${error.code ?? error.message})`, 'Check the path given to --verdicts');
  });
  const verdicts = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [verdictIn(line, `${file}:${index + 1}`)]));
  if (verdicts.every((verdict) => verdict === null))
    throw new UsageError(`${file} holds no verdict`, 'Set "verdict" to true or false in each line');
  const { judged, right, precision, low, high } = precisionOf(verdicts);
  io.stdout.write(`${JSON.stringify({ judged, open: verdicts.length - judged, right, precision, low, high })}\n`);
  return 0;
}

function verdictIn(line: string, place: string): boolean | null {
  let verdict: unknown;
  try {
    verdict = (JSON.parse(line) as { verdict?: unknown }).verdict;
  } catch {
    throw new UsageError(`${place} is not valid JSON`, 'Keep one object a line, and change only its verdict');
  }
  if (verdict === true || verdict === false || verdict === null) return verdict;
  throw new UsageError(`${place}: the verdict is ${JSON.stringify(verdict)}`, 'Write true, false or null');
}
