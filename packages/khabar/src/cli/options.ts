// The options and arguments that several commands take, checked in one place.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../errors.js';
import type { Io } from './io.js';
import { FORMATS } from './output.js';

const MOST_THREADS = 256;

/** Adds --format, --threads, --lexicon and --no-color. */
export function withRunOptions(command: Command): Command {
  return withCodeOptions(
    command.addOption(new Option('-f, --format <format>', 'pretty on a terminal, jsonl in a pipe, unless given').choices(FORMATS)),
  );
}

/** Adds the options of every command that codes: --threads, --lexicon and --no-color. */
export function withCodeOptions(command: Command): Command {
  return withCoderOptions(command).option('--no-color', 'no colours (as does the variable NO_COLOR)');
}

/** Adds --threads and --lexicon. */
export function withCoderOptions(command: Command): Command {
  return command
    .option('-t, --threads <number>', 'threads to work on; the output is the same for any number', threadCount, 1)
    .option('-l, --lexicon <file>', 'a lexicon file of your own laid over ours; may be given several times', collect);
}

/** Adds --archive, without which the command does nothing. */
export function withArchiveOption(command: Command): Command {
  return command.addOption(archiveOption().makeOptionMandatory());
}

/** `--archive`; `what` says what it is for, where a command does without. */
export function archiveOption(what = ''): Option {
  return new Option('-a, --archive <archive>', `${what}the archive: a SQLite file, or postgresql://…`);
}

function threadCount(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > MOST_THREADS)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_THREADS}.`);
  return number;
}

function collect(file: string, files: string[] = []): string[] {
  return [...files, file];
}

/** The paths given, or standard input where something is piped into it. @throws UsageError where neither is there */
export function pathsOrStdin(paths: string[], io: Io, command: string): string[] {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) is named twice', 'Name it once');
  if (paths.length > 0) return paths;
  if (io.stdin.isTTY) throw new UsageError('nothing to read', `Name a file or a folder, or see: khabar ${command} --help`);
  return ['-'];
}
