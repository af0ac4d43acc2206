// The documentation names everything that a user can meet: commands, options, formats, error codes and lexicon files.
import { readdirSync, readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { DOSSIER_FORMATS } from './cli/dossier.js';
import { main } from './cli/main.js';
import { FORMATS } from './cli/output.js';
import { PROBLEMS } from './errors.js';
import { EVENT_COLUMNS } from './formats/event-columns.js';
import { EXPORT_FORMATS, endingOf } from './formats/formats.js';

const ROOT = new URL('../../../', import.meta.url);
const CLI_PAGE = readFileSync(new URL('docs/cli.md', ROOT), 'utf8');
const LEXICON_PAGE = readFileSync(new URL('docs/lexicon.md', ROOT), 'utf8');

/** What `khabar … --help` prints. */
async function helpOf(...command: string[]): Promise<string> {
  let printed = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk);
      done();
    },
  });
  await main([...command, '--help'], { stdin: Readable.from([]), stdout, stderr: stdout, env: {} });
  return printed;
}

/** The lines of a part of the help, such as "Options:", up to the next empty line. */
function partOf(help: string, title: string): string {
  const from = help.indexOf(`\n${title}\n`);
  if (from < 0) return '';
  const to = help.indexOf('\n\n', from + 1);
  return help.slice(from, to < 0 ? undefined : to);
}

/** The section of a page under a heading of the second level. */
function sectionOf(page: string, heading: string): string {
  return page.split(/^## /m).find((section) => section.startsWith(heading)) ?? '';
}

/** The row of a table whose first cell is `cell`; cells may be padded. */
function rowOf(page: string, cell: string): string | undefined {
  return page
    .split('\n')
    .map((line) => line.replace(/ +/g, ' '))
    .find((line) => line.startsWith(`| ${cell} |`));
}

describe('docs/cli.md', () => {
  const commands: string[] = [];
  const options = new Set<string>();

  beforeAll(async () => {
    const helps = [await helpOf()];
    for (const [, name = ''] of partOf(helps[0] ?? '', 'Commands:').matchAll(/^ {2}([a-z][a-z-]*)/gm)) {
      commands.push(name);
      if (name !== 'help') helps.push(await helpOf(name));
    }
    for (const help of helps) {
      for (const [, option = ''] of partOf(help, 'Options:').matchAll(/^ {2}(?:-\w, )?(--[a-z][a-z-]*)/gm)) options.add(option);
    }
  });

  test('has a section for every command', () => {
    expect(commands).toEqual(expect.arrayContaining(['code', 'read', 'explain', 'dossier', 'export']));
    const missing = commands.filter((command) => !sectionOf(CLI_PAGE, `\`khabar ${command}`));
    expect(missing).toEqual([]);
  });

  test('names every option', () => {
    expect([...options]).toEqual(expect.arrayContaining(['--format', '--threads', '--lexicon', '--no-color', '--help', '--version']));
    const missing = [...options].filter((option) => !new RegExp(`\`[^\`]*${option}(?![\\w-])`).test(sectionOf(CLI_PAGE, 'Options')));
    expect(missing).toEqual([]);
  });

  test('names every format', () => {
    const missing = [...FORMATS, ...DOSSIER_FORMATS].filter((format) => rowOf(CLI_PAGE, `\`${format}\``) === undefined);
    expect(missing).toEqual([]);
  });

  test('has a row for every error code, with its severity and cause as the program prints them', () => {
    const wrong = Object.entries(PROBLEMS).filter(([code, { severity, cause }]) => {
      const row = rowOf(CLI_PAGE, code);
      return row === undefined || !row.includes(`| ${severity} | ${cause}`);
    });
    expect(wrong.map(([code]) => code)).toEqual([]);
  });

  test('explains no error code that does not exist', () => {
    const explained = [...CLI_PAGE.matchAll(/\bKH\d{3}\b/g)].map(([code]) => code);
    const unknown = explained.filter((code) => !(code in PROBLEMS));
    expect(unknown).toEqual([]);
  });
});

describe('docs/lexicon.md', () => {
  test('names every lexicon file, by itself or with its family (verbs-*.tsv)', () => {
    const files = readdirSync(new URL('packages/core/lexicon/', ROOT));
    const familyOf = (file: string) => file.replace(/-[a-z]+(?=\.tsv$)/, '-*');
    const missing = files.filter((file) => !LEXICON_PAGE.includes(`\`${file}\``) && !LEXICON_PAGE.includes(`\`${familyOf(file)}\``));
    expect(missing).toEqual([]);
  });

  test('describes no lexicon file that does not exist', () => {
    const files = readdirSync(new URL('packages/core/lexicon/', ROOT));
    const described = [...LEXICON_PAGE.matchAll(/^\| `([a-z]+\.tsv)` +\|/gm)].map(([, file]) => file);
    expect(described.filter((file) => file !== undefined && !files.includes(file))).toEqual([]);
  });
});

describe('docs/formats.md and docs/dictionary.md', () => {
  const FORMATS_PAGE = readFileSync(new URL('docs/formats.md', ROOT), 'utf8');
  const DICTIONARY_PAGE = readFileSync(new URL('docs/dictionary.md', ROOT), 'utf8');

  test('have a row for every format of export, with the ending of its files', () => {
    const missing = EXPORT_FORMATS.filter((format) => !rowOf(FORMATS_PAGE, `\`${format}\``)?.endsWith(`| \`.${endingOf(format)}\` |`));
    expect(missing).toEqual([]);
  });

  test('list the columns of the flat table in their order, with their types', () => {
    const described = [...sectionOf(DICTIONARY_PAGE, 'The flat table').matchAll(/^\| `(\w+)` \| (\w+) \|/gm)].map(([, name, type]) => ({
      name,
      type,
    }));
    expect(described).toEqual(EVENT_COLUMNS.map(({ name, type }) => ({ name, type })));
  });

  test('name every field of an event', () => {
    const types = readFileSync(new URL('packages/core/src/types.ts', ROOT), 'utf8');
    const [, body = ''] = /export interface EventRecord \{([^}]*)\}/.exec(types) ?? [];
    const fields = [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, field]) => field ?? '');
    expect(fields).toContain('id');
    const described = sectionOf(DICTIONARY_PAGE, 'Events');
    expect(fields.filter((field) => !described.includes(`\`${field}\``))).toEqual([]);
  });
});
