// The command line: which commands there are, and what their ends mean to a shell.
import { Command, CommanderError } from 'commander';
import { UsageError } from '../errors.js';
import { addAddCommand } from './add.js';
import { addAskCommands } from './ask.js';
import { addAuditCommand } from './audit.js';
import { addChangeCommands } from './change.js';
import { addCodeCommand } from './code.js';
import { addDossierCommand } from './dossier.js';
import { addExplainCommand } from './explain.js';
import { addExportCommand } from './export.js';
import { type Io, processIo } from './io.js';
import { addReadCommand } from './read.js';
import { addReviewCommands } from './review.js';
import { programVersion } from './version.js';
import { addWatchCommand } from './watch.js';

const INTRODUCTION = `Reads Arabic news and codes who did what to whom, when and where, each event tied to the words that gave it.`;

const EXAMPLES = `
Examples:
  khabar code article.txt              the events of an article
  khabar read page.html                the text of a page, without the site around it
  khabar dossier karabakh news/        the file on a dispute: parties, mediators, positions
  khabar explain "زار الوزير بغداد"    how a sentence is read (the minister visited Baghdad)

See khabar COMMAND --help for more.`;

const NOT_ALL_CODED = 1;
const WRONG_USAGE = 2;

/** Runs one command line (without the program's name) and returns the exit status: 0 all coded, 1 some not read, 2 wrong usage. */
export async function main(argv: string[], io: Io = processIo()): Promise<number> {
  let status = 0;
  const program = createProgram(io, (reached) => {
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

function createProgram(io: Io, done: (status: number) => void): Command {
  const program = new Command('khabar')
    .description(INTRODUCTION)
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  const commands = [
    addCodeCommand,
    addReadCommand,
    addExplainCommand,
    addDossierCommand,
    addExportCommand,
    addWatchCommand,
    addAddCommand,
    addAskCommands,
    addReviewCommands,
    addChangeCommands,
    addAuditCommand,
  ];
  for (const add of commands) add(program, io, done);
  for (const command of program.commands) command.showHelpAfterError(`(see khabar ${command.name()} --help)`);
  return program.showHelpAfterError('(see khabar --help)');
}
