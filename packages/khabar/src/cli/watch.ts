// `khabar watch`: follows feeds and keeps what is new in them.
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Io } from './io.js';

const EXAMPLES = `
Examples:
  khabar watch https://news.example/rss --out articles.jsonl
  khabar watch feeds.txt --out articles.jsonl --once            one visit to each feed of a list, from cron
  khabar watch feeds.txt --out articles.jsonl --pages           with the full text from each article's page
  khabar watch https://news.example/rss --host www.news.example --out articles.jsonl
  khabar code articles.jsonl --format jsonl > events.jsonl

A list of feeds holds one address a line; lines that begin with # are passed over. Only the hosts of the feeds, and those named with --host, are ever asked.
Ctrl-C ends it after the article at hand; the next run goes on from there.

Exit status: 0 all feeds read; 1 some could not be read at their last visit (named on standard error); 2 wrong usage.`;

export interface WatchOptions {
  out: string;
  state?: string;
  once?: boolean;
  pages?: boolean;
  host?: string[];
  every: number;
  pace: number;
  timeout: number;
  contact?: string;
}

export function addWatchCommand(program: Command, io: Io, done: (status: number) => void): void {
  program
    .command('watch')
    .description('follow feeds, politely, and keep what is new')
    .argument('<feed...>', 'addresses of feeds (RSS, Atom, RDF, JSON Feed), or files that list them')
    .requiredOption('-o, --out <file>', 'a file of JSON Lines to which new articles are added')
    .option('--once', 'visit each feed once, then end')
    .option('--pages', 'fetch the page of each new article for its full text')
    .addOption(new Option('--host <host>', 'a host that may be asked too; may be given several times').argParser(collectHost))
    .addOption(new Option('--every <minutes>', 'minutes between two visits to a feed').argParser(numberFrom(1)).default(15))
    .addOption(
      new Option('--pace <seconds>', 'seconds between two requests to a host; more where its robots.txt says so')
        .argParser(numberFrom(0))
        .default(2),
    )
    .addOption(new Option('--timeout <seconds>', 'seconds to wait for an answer').argParser(numberFrom(1)).default(30))
    .option('--state <file>', 'where each feed stands; beside the file of articles unless given')
    .option('--contact <address>', 'a page or mail address of yours, told to the sites that are asked')
    .addHelpText('after', EXAMPLES)
    .action(async (feeds: string[], options: WatchOptions) => done(await (await import('./follow.js')).follow(feeds, options, io)));
}

/** In the form in which addresses have it: small letters, Arabic names in ASCII. */
function collectHost(host: string, hosts: string[] = []): string[] {
  const url = `http://${host}/`;
  if (/[\s/:@?#]/.test(host) || !URL.canParse(url))
    throw new InvalidArgumentError('Give a name without scheme, port and path, such as www.news.example.');
  return [...hosts, new URL(url).hostname];
}

function numberFrom(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number) || number < least) throw new InvalidArgumentError(`Give a number from ${least}.`);
    return number;
  };
}
