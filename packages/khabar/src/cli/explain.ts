// `khabar explain`: shows how each sentence is read. Takes files, or a sentence on the command line.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { ReadItem } from '../read/articles.js';
import { kindByEnding } from '../read/paths.js';
import type { Io } from './io.js';
import { pathsOrStdin, withRunOptions } from './options.js';
import { type RunOptions, run } from './run.js';

const EXAMPLES = `
Examples:
  khabar explain "التقى وزير الخارجية العراقي نظيره التركي في أنقرة"
                                                 (the Iraqi foreign minister met his Turkish counterpart in Ankara)
  khabar explain article.txt                     every sentence of an article
  khabar explain article.txt --format jsonl      one JSON object a sentence

Exit status: 0 all articles read; 1 some could not be read (named on standard error); 2 wrong usage.`;

export function addExplainCommand(program: Command, io: Io, done: (status: number) => void): void {
  withRunOptions(program.command('explain'))
    .description('show how sentences are read: words, names, dates, places, frames')
    .argument('[path...]', 'files, folders, - for standard input, or a sentence in quotes')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: RunOptions) => done(await explain(paths, options, io)));
}

function explain(words: string[], options: RunOptions, io: Io): Promise<number> {
  if (!isSentence(words)) return run('explain', pathsOrStdin(words, io, 'explain'), options, io);
  return run('explain', [], options, io, oneSentence(words.join(' ')));
}

/** Arabic words of which none is a file, nor is named like one: a sentence, quoted or not. */
function isSentence(words: string[]): boolean {
  const isPath = (word: string) => word === '-' || kindByEnding(word) !== null || existsSync(word);
  return words.some((word) => /\p{Script=Arabic}/u.test(word)) && !words.some(isPath);
}

async function* oneSentence(text: string): AsyncGenerator<ReadItem> {
  yield { article: { id: 'sentence', url: null, source: null, title: null, published: null, text }, at: { path: 'sentence' } };
}
