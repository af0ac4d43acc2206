// `khabar read`: prints articles with the text that is coded, into which all offsets point.
import type { Command } from 'commander';
import type { Io } from './io.js';
import { pathsOrStdin, withRunOptions } from './options.js';
import { type RunOptions, run } from './run.js';

const EXAMPLES = `
Examples:
  khabar read page.html                          the article of a page, without the site around it
  khabar read pages/ --format jsonl > articles.jsonl
  khabar read crawl.warc.gz                      all articles of a web archive
  khabar read 'feeds/**/*.xml'                   all items of all feeds in a folder
  curl -s URL | khabar read -                    a page from the web
  khabar read pages/ --format jsonl | khabar code -

Exit status: 0 all articles read; 1 some could not be read (named on standard error); 2 wrong usage.`;

export function addReadCommand(program: Command, io: Io, done: (status: number) => void): void {
  withRunOptions(program.command('read'))
    .description('print articles with the text that is coded')
    .argument('[path...]', 'files (.txt .html .xml .json .jsonl .warc, also .gz), folders, patterns, or - for standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: RunOptions) => done(await run('read', pathsOrStdin(paths, io, 'read'), options, io)));
}
