// The command line: which commands there are, and what their ends mean to a shell.
import { Command, CommanderError } from 'commander';
import { UsageError } from '../errors.js';
import { type Io, processIo } from './io.js';
import { programVersion } from './version.js';

const INTRODUCTION = `Reads Arabic news and codes who did what to whom, when and where, each event tied to the words that gave it.`;

const EXAMPLES = `
Examples:
  khabar code article.txt              the events of an article
  khabar read page.html                the text of a page, without the site around it
  khabar dossier karabakh news/        the file on a dispute: parties, mediators, positions
  khabar explain "زار الوزير بغداد"    how a sentence is read (the minister visited Baghdad)

See khabar COMMAND --help for more.`;

type AddCommands = (program: Command, io: Io, done: (status: number) => void) => void;

/** The commands in the order of the help, and where they are. Only the one that is called is loaded: half of the start would go to the others. */
const COMMANDS: [names: string[], load: () => Promise<AddCommands>][] = [
  [['code'], async () => (await import('./code.js')).addCodeCommand],
  [['read'], async () => (await import('./read.js')).addReadCommand],
  [['explain'], async () => (await import('./explain.js')).addExplainCommand],
  [['dossier'], async () => (await import('./dossier.js')).addDossierCommand],
  [['export'], async () => (await import('./export.js')).addExportCommand],
  [['watch'], async () => (await import('./watch.js')).addWatchCommand],
  [['add'], async () => (await import('./add.js')).addAddCommand],
  [['events', 'mentions', 'actors', 'dyads', 'series'], async () => (await import('./ask.js')).addAskCommands],
  [['review', 'split', 'join'], async () => (await import('./review.js')).addReviewCommands],
  [['recode', 'delete', 'backup'], async () => (await import('./change.js')).addChangeCommands],
  [['audit'], async () => (await import('./audit.js')).addAuditCommand],
];

const NOT_ALL_CODED = 1;
const WRONG_USAGE = 2;

/** Runs one command line (without the program's name) and returns the exit status: 0 all coded, 1 some not read, 2 wrong usage. */
export async function main(argv: string[], io: Io = processIo()): Promise<number> {
  let status = 0;
  const program = await createProgram(argv, io, (reached) => {
    status = reached;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (error instanceof UsageError) {
      io.stderr.write(`khabar: ${error.message}\n${error.hint}.\n`);
      return WRONG_USAGE;
    }
    if (!isFailedWrite(error)) throw error;
    io.stderr.write(`khabar: the output cannot be written (${error.code}); it ends within an article\n`);
    return NOT_ALL_CODED;
  }
}

/** A full disk, above all. */
function isFailedWrite(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && error.syscall === 'write';
}

async function createProgram(argv: string[], io: Io, done: (status: number) => void): Promise<Command> {
  const program = new Command('khabar')
    .description(INTRODUCTION)
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  const called = COMMANDS.filter(([names]) => names.includes(argv[0] ?? ''));
  for (const [, load] of called.length > 0 ? called : COMMANDS) (await load())(program, io, done);
  for (const command of program.commands) command.showHelpAfterError(`(see khabar ${command.name()} --help)`);
  return program.showHelpAfterError('(see khabar --help)');
}
