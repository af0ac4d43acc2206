// `khabar code`: prints the events that articles report.
import type { Command } from 'commander';
import type { Io } from './io.js';
import { pathsOrStdin, withRunOptions } from './options.js';
import { type RunOptions, run } from './run.js';

const EXAMPLES = `
Examples:
  khabar code article.txt                        the events of one article, for reading
  khabar code news/ --format jsonl > events.jsonl
  khabar code 2018-05.jsonl.gz --threads 4       one JSON object a mention
  khabar code news/ --lexicon my-names.tsv       with names of your own
  tail -f feed.jsonl | khabar code -             as a filter, line by line
  khabar code news/ | jq -r 'select(.quad == 4) | [.date.start, .cameo, .trigger.text] | @tsv'

Exit status: 0 all articles coded; 1 some could not be read (named on standard error); 2 wrong usage.`;

export function addCodeCommand(program: Command, io: Io, done: (status: number) => void): void {
  withRunOptions(program.command('code'))
    .description('code the events that articles report')
    .argument('[path...]', 'files (.txt .html .xml .json .jsonl .warc, also .gz), folders, patterns, or - for standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: RunOptions) => done(await run('code', pathsOrStdin(paths, io, 'code'), options, io)));
}
