// The options by which events and mentions are chosen, the same for every command that asks an archive.
import { type EventType, PLOVER, STATUSES } from '@khabar/core';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../errors.js';
import type { Filter } from '../store/filter.js';

export interface FilterOptions {
  id?: string[];
  type?: string[];
  mode?: string[];
  context?: string[];
  status?: string[];
  quad?: string[];
  actor?: string[];
  recipient?: string[];
  party?: string[];
  dyad?: string[];
  from?: string;
  to?: string;
  place?: string[];
  topic?: string[];
  outlet?: string[];
  confidence?: number;
  outlets?: number;
  reviewed?: boolean;
  unreviewed?: boolean;
  text?: string;
}

/** Adds the options of a filter. Lists are separated by commas: one of them must hold. */
export function withFilterOptions(command: Command): Command {
  const list = (flags: string, description: string): Option => new Option(flags, description).argParser(items);
  return command
    .addOption(list('--id <ids>', 'these only'))
    .addOption(list('--type <types>', 'PLOVER types, such as CONSULT,AGREE'))
    .addOption(list('--mode <modes>', 'PLOVER modes, such as visit,phone'))
    .addOption(list('--context <contexts>', 'PLOVER contexts'))
    .addOption(list('--status <statuses>', STATUSES.join(', ')))
    .addOption(list('--quad <classes>', '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict'))
    .addOption(list('--actor <codes>', 'who acts: USA, or with a sector: "USA MIL"'))
    .addOption(list('--recipient <codes>', 'to whom'))
    .addOption(list('--party <codes>', 'on either side'))
    .addOption(list('--dyad <pair>', 'two countries, one on each side, whichever: USA,IRN'))
    .addOption(new Option('--from <day>', 'not before this day, YYYY-MM-DD').argParser(isoDay))
    .addOption(new Option('--to <day>', 'not after this day').argParser(isoDay))
    .addOption(list('--place <places>', 'where: a country code, or the name of a place, English or Arabic'))
    .addOption(list('--topic <topics>', 'disputes and agreements, by their id'))
    .addOption(list('--outlet <names>', 'reported by one of these outlets'))
    .addOption(new Option('--outlets <number>', 'reported by at least so many outlets').argParser(number))
    .addOption(new Option('--confidence <number>', 'at least, from 0 to 1').argParser(number))
    .option('--reviewed', 'only what a person has reviewed')
    .option('--unreviewed', 'only what no person has reviewed')
    .option('--text <words>', 'words of the sentences, however they are spelled; "phrases" in quotation marks');
}

function items(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

function isoDay(value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('Write the day like 2018-06-12.');
  return value;
}

export function whole(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function number(value: string): number {
  const found = Number(value);
  if (value.trim() === '' || !Number.isFinite(found) || found < 0) throw new InvalidArgumentError('Give a number.');
  return found;
}

/** @throws UsageError where an option names what does not exist */
export function filterOf(options: FilterOptions): Filter {
  const filter: Filter = {};
  const set = <Key extends keyof Filter>(key: Key, value: Filter[Key] | undefined): void => {
    if (value !== undefined) filter[key] = value;
  };
  const upper = (codes: string[] | undefined): string[] | undefined => codes?.map((code) => code.toUpperCase());
  set('ids', options.id);
  set('types', known('type', upper(options.type), Object.keys(PLOVER)));
  set(
    'modes',
    known(
      'mode',
      options.mode,
      Object.values(PLOVER).flatMap(({ modes }) => Object.keys(modes)),
    ),
  );
  set('contexts', options.context);
  set('statuses', known('status', options.status, STATUSES));
  set('quads', known('quad', options.quad, ['1', '2', '3', '4'])?.map(Number));
  set('actors', upper(options.actor));
  set('recipients', upper(options.recipient));
  set('parties', upper(options.party));
  set('dyad', pair(upper(options.dyad)));
  for (const key of ['from', 'to', 'confidence', 'text'] as const) set(key, options[key]);
  set('places', options.place);
  set('topics', options.topic);
  set('outlets', options.outlet);
  set('leastOutlets', options.outlets);
  if (options.reviewed || options.unreviewed) filter.reviewed = options.reviewed === true;
  return filter;
}

function known(option: string, values: string[] | undefined, all: readonly (string | EventType)[]): string[] | undefined {
  const unknown = values?.find((value) => !all.includes(value));
  if (unknown !== undefined) throw new UsageError(`--${option}: there is no ${unknown}`, `Use ${[...new Set(all)].join(', ')}`);
  return values;
}

function pair(codes: string[] | undefined): [string, string] | undefined {
  if (codes === undefined) return undefined;
  const [a, b, more] = codes;
  if (a === undefined || b === undefined || more !== undefined)
    throw new UsageError('--dyad takes two countries', 'Write them like --dyad USA,IRN');
  return [a, b];
}
