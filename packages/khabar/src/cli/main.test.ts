import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Article, Coder, Mention } from '@khabar/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Io } from './io.js';
import { main } from './main.js';

const SENTENCE = 'التقى وزير الخارجية العراقي نظيره التركي في أنقرة.';

/** A coder made by hand: every التقى (met) is a meeting. */
function handMadeCoder(): Coder {
  const identity = { version: '0.0.0', lexicon: 'none' };
  const facts = ({ id, url, source, title, published }: Article) => ({
    id,
    url: url ?? null,
    source: source ?? null,
    title: title ?? null,
    published: published ?? null,
  });
  const code = (article: Article): Mention[] => {
    if (article.text.includes('عطل')) throw new Error('a fault');
    return [...article.text.matchAll(/التقى/g)].map((found) => ({
      id: `${article.id}/${found.index}`,
      event: `${article.id}/${found.index}`,
      article: facts(article),
      sentence: { index: 0, start: 0, end: article.text.length, text: article.text },
      trigger: { text: found[0], start: found.index, end: found.index + found[0].length, lemma: 'التقى' },
      type: 'CONSULT',
      mode: ['meet'],
      context: ['diplomatic'],
      cameo: '040',
      quad: 1,
      score: 1,
      status: 'actual',
      actors: [
        {
          text: 'وزير الخارجية العراقي',
          start: 6,
          end: 27,
          name: { ar: null, en: 'Iraq' },
          country: 'IRQ',
          sectors: ['GOV'],
          wikidata: null,
          kind: 'office',
        },
      ],
      recipients: [
        {
          text: '',
          start: null,
          end: null,
          name: { ar: 'تركيا', en: 'Turkey' },
          country: 'TUR',
          sectors: ['GOV'],
          wikidata: null,
          kind: 'state',
        },
      ],
      date: { start: '2020-10-10', end: '2020-10-10', text: 'السبت' },
      counts: [],
      about: null,
      place: null,
      attribution: [],
      topics: [],
      confidence: 0.8,
      why: [],
      coder: identity,
    }));
  };
  return {
    identity,
    code,
    read: (article) => ({ ...facts(article), language: 'ar', text: article.text }),
    explain: (article) => [
      {
        article: article.id,
        sentence: { index: 0, start: 0, end: article.text.length },
        tokens: [],
        dates: [],
        names: [],
        places: [],
        frames: [],
      },
    ],
  };
}

class Sink extends Writable {
  text = '';
  isTTY = false;
  columns = 80;
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

interface Run {
  status: number;
  out: string;
  err: string;
}

async function khabar(argv: string[], given: { stdin?: string | Buffer; terminal?: boolean; env?: Io['env'] } = {}): Promise<Run> {
  const stdout = new Sink();
  const stderr = new Sink();
  stdout.isTTY = given.terminal ?? false;
  const stdin = Object.assign(Readable.from(given.stdin === undefined ? [] : [Buffer.from(given.stdin)]), {
    isTTY: given.stdin === undefined,
  });
  const status = await main(argv, { stdin, stdout, stderr, env: given.env ?? {}, createCoder: handMadeCoder });
  return { status, out: stdout.text, err: stderr.text };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-'));
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const jsonLine = (fields: object) => `${JSON.stringify(fields)}\n`;
const idsIn = ({ out }: Run) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { id: string }).id);

describe('files', () => {
  test('a plain text file is named by its path, its text unaltered', async () => {
    const text = `عنوان\r\n\r\n${SENTENCE}\r\n`;
    const path = await file('plain.txt', `\uFEFF${text}`);
    const run = await khabar(['read', path, '--format', 'jsonl']);
    expect(JSON.parse(run.out)).toEqual({ id: path, url: null, source: null, title: null, published: null, language: 'ar', text });
    expect([run.status, run.err]).toEqual([0, '']);
  });

  test('a folder is read with its subfolders, sorted, known endings only', async () => {
    await mkdir(join(folder, 'tree', 'b'), { recursive: true });
    for (const name of ['c.txt', 'a.TXT', 'b/z.txt', 'notes.md']) await file(`tree/${name}`, SENTENCE);
    const run = await khabar(['read', join(folder, 'tree')]);
    expect(idsIn(run)).toEqual(['a.TXT', 'b/z.txt', 'c.txt'].map((name) => join(folder, 'tree', name)));
    expect(run.status).toBe(0);
  });

  test('compressed JSON Lines are unpacked', async () => {
    const path = await file('feed.jsonl.gz', gzipSync(jsonLine({ id: 'a', text: SENTENCE })));
    expect(idsIn(await khabar(['read', path]))).toEqual(['a']);
  });

  test('UTF-16 with a mark is read, also as JSON Lines', async () => {
    const plain = await file('utf16.txt', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le'));
    const lines = await file('utf16.jsonl', Buffer.from(`\uFEFF${jsonLine({ id: 'a', text: SENTENCE })}`, 'utf16le').swap16());
    const run = await khabar(['read', plain, lines]);
    expect([run.status, idsIn(run), run.err]).toEqual([0, [plain, 'a'], '']);
  });
});

describe('standard input', () => {
  test('it is plain text, named "-"', async () => {
    expect(idsIn(await khabar(['read', '-'], { stdin: SENTENCE }))).toEqual(['-']);
  });

  test('it is JSON Lines where it looks so, and needs no path in a pipe', async () => {
    const run = await khabar(['read'], { stdin: jsonLine({ id: 'a', text: SENTENCE }) + jsonLine({ id: 'a', text: SENTENCE }) });
    expect(idsIn(run)).toEqual(['a', 'a']);
  });

  test('a line is answered before the next one comes', async () => {
    const answers: string[] = [];
    const stdout = new Sink();
    async function* typed(): AsyncGenerator<Buffer> {
      for (const id of ['a', 'b']) {
        yield Buffer.from(jsonLine({ id, text: SENTENCE }));
        await new Promise((resolve) => setTimeout(resolve, 50));
        answers.push(
          stdout.text
            .split('\n')
            .filter((line) => line !== '')
            .at(-1)
            ?.slice(0, 9) ?? '',
        );
      }
    }
    await main(['read', '-'], { stdin: Readable.from(typed()), stdout, stderr: new Sink(), env: {}, createCoder: handMadeCoder });
    expect(answers).toEqual(['{"id":"a"', '{"id":"b"']);
  });
});

describe('input that cannot be coded is named, and the rest is coded', () => {
  const good = jsonLine({ id: 'good', text: SENTENCE });

  async function codeBetween(
    name: string,
    content: string | Uint8Array,
  ): Promise<{ status: number; ids: string[]; err: string; path: string }> {
    const path = await file(name, content);
    const after = await file('after.jsonl', good);
    const run = await khabar(['read', path, after]);
    return { status: run.status, ids: idsIn(run), err: run.err.replaceAll(path, 'X'), path };
  }

  test.each([
    ['empty.txt', '', 'KH103'],
    ['blank.txt', ' \n\n', 'KH103'],
    ['english.txt', 'The minister met his counterpart in Ankara on Saturday.', 'KH101'],
    ['persian.txt', 'وزیر خارجه ایران گفت که گفتگوها با روسیه درباره این بحران ادامه دارد و پیشرفت می‌کند.', 'KH102'],
    ['urdu.txt', 'وزیر خارجہ نے کہا ہے کہ دونوں ملکوں کے درمیان مذاکرات جاری ہیں اور ان میں پیش رفت ہوئی ہے۔', 'KH102'],
    ['kurdish.txt', 'وەزیری دەرەوەی عێراق ڕایگەیاند کە گفتوگۆکان لەگەڵ تورکیا بەردەوامن و پێشکەوتنیان تێدایە.', 'KH102'],
    ['broken.txt', Buffer.concat([Buffer.from(SENTENCE), Uint8Array.of(0xd8)]), 'KH301'],
    ['latin.txt', Buffer.from('Le président a été reçu à Téhéran', 'latin1'), 'KH303'],
    ['binary.txt', Buffer.from(Array.from({ length: 400 }, (_, index) => index % 16)), 'KH105'],
    ['big.txt', Buffer.alloc(17 * 1024 * 1024, 'x'), 'KH206'],
    ['notes.md', SENTENCE, 'KH203'],
    ['page.html', '<html><body></body></html>', 'KH207'],
    ['mark.txt', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00), 'KH303'],
  ])('%s', async (name, content, code) => {
    const { status, ids, err } = await codeBetween(name, content);
    expect(ids).toEqual(['good']);
    expect(err).toMatch(new RegExp(`^khabar: X: error ${code}: .+ Mend: .+\\.\n$`));
    expect(status).toBe(1);
  });

  test('languages are called by their names', async () => {
    const { err } = await codeBetween(
      'persian2.txt',
      'وزیر خارجه ایران گفت که گفتگوها با روسیه درباره این بحران ادامه دارد و پیشرفت می‌کند.',
    );
    expect(err).toContain('it is Persian');
  });

  test.each([
    ['that breaks off', '{"id": "x", "text": ', 'KH401'],
    ['with a list', '[1, 2]', 'KH402'],
    ['with null', 'null', 'KH402'],
    ['without text', '{"id": "x"}', 'KH403'],
    ['with null for a text', '{"id": "x", "text": null}', 'KH404'],
    ['with a list for a text', '{"id": "x", "text": ["a"]}', 'KH404'],
    ['with an empty text', '{"id": "x", "text": ""}', 'KH103'],
    ['of 18 MB', `{"id": "x", "text": "${'ا'.repeat(9 * 1024 * 1024)}"}`, 'KH408'],
  ])('a line %s', async (_, line, code) => {
    const path = await file('lines.jsonl', `${good}${line}\n\n${good}`);
    const run = await khabar(['read', path]);
    expect(idsIn(run)).toEqual(['good', 'good']);
    expect(run.err.replaceAll(path, 'X')).toMatch(new RegExp(`^khabar: X:2: error ${code}: .+\n$`));
    expect(run.status).toBe(1);
  });

  test('a compressed file that breaks off gives the lines before the break', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => jsonLine({ id: `${index}`, text: `${SENTENCE} ${Math.sin(index)}` })).join('');
    const whole = gzipSync(lines);
    const cut = await khabar(['read', await file('cut.jsonl.gz', whole.subarray(0, whole.length / 2))]);
    expect(idsIn(cut).length).toBeGreaterThan(1000);
    expect([cut.status, cut.err.includes('KH205')]).toEqual([1, true]);
    const spoilt = Buffer.from(whole);
    spoilt.writeUInt32LE(0, whole.length - 8);
    const wrongSum = await khabar(['read', await file('sum.jsonl.gz', spoilt)]);
    expect([wrongSum.status, wrongSum.err.includes('KH205'), idsIn(wrongSum).length > 2900]).toEqual([1, true, true]);
  });

  test('a file that is missing, and a folder with nothing in it', async () => {
    await mkdir(join(folder, 'nothing'), { recursive: true });
    const run = await khabar(['read', join(folder, 'missing.txt'), join(folder, 'nothing'), await file('after.jsonl', good)]);
    expect([idsIn(run), run.status]).toEqual([['good'], 1]);
    expect(run.err).toMatch(/missing\.txt: error KH201: .+\n.+nothing: error KH204: .+\n$/);
  });

  test('an article on which the coder fails', async () => {
    const run = await khabar(['code', '-'], { stdin: jsonLine({ id: 'x', text: 'حدث عطل في الشبكة' }) + good });
    expect(run.err).toContain('khabar: -:1: error KH901: the coder failed on this article (a fault)');
    expect([run.status, idsIn(run)]).toEqual([1, ['good/0']]);
  });
});

describe('input that is odd is told, and coded', () => {
  test('Windows-1256', async () => {
    const decoder = new TextDecoder('windows-1256');
    const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
    const run = await khabar([
      'read',
      await file(
        'old.txt',
        Uint8Array.from(SENTENCE, (letter) => table.get(letter) ?? 0x3f),
      ),
    ]);
    expect((JSON.parse(run.out) as { text: string }).text).toBe(SENTENCE);
    expect([run.status, run.err.includes('notice KH302: not in UTF-8 (read as windows-1256)')]).toEqual([0, true]);
  });

  test('control characters stay in the text', async () => {
    const run = await khabar(['read', '-'], { stdin: `${SENTENCE}\u0000\u0007` });
    expect((JSON.parse(run.out) as { text: string }).text).toBe(`${SENTENCE}\u0000\u0007`);
    expect([run.status, run.err.includes('warning KH104')]).toEqual([0, true]);
  });

  test('a wrong date leaves the article without a date', async () => {
    const run = await khabar(['read', '-'], { stdin: jsonLine({ id: 'a', text: SENTENCE, published: '2018-02-30T00:00:00Z' }) });
    expect(JSON.parse(run.out)).toMatchObject({ id: 'a', published: null });
    expect([run.status, run.err.includes('khabar: -:1: warning KH405')]).toEqual([0, true]);
  });

  test('dates without an offset are told once a file', async () => {
    const line = jsonLine({ id: 'a', text: SENTENCE, published: '2018-02-03' });
    const run = await khabar(['read', '-'], { stdin: line + line });
    expect(run.err.match(/KH406/g)?.length).toBe(1);
    expect(run.out).toContain('"published":"2018-02-03T00:00:00+00:00"');
  });

  test('a line without an id is named by its file and its place', async () => {
    expect(idsIn(await khabar(['read', '-'], { stdin: jsonLine({ text: SENTENCE }) + jsonLine({ text: SENTENCE }) }))).toEqual([
      '-',
      '-:2',
    ]);
  });

  test('other fields of a wrong type are left out', async () => {
    const run = await khabar(['read', '-'], { stdin: jsonLine({ id: 7, url: 5, source: null, text: SENTENCE }) });
    expect(JSON.parse(run.out)).toMatchObject({ id: '7', url: null, source: null });
    expect([run.status, run.err.match(/KH\d+/g)]).toEqual([0, ['KH407']]);
  });
});

describe('formats', () => {
  const stdin = jsonLine({ id: 'a', text: SENTENCE, published: '2020-10-10T04:20:00+03:00' });

  test('jsonl in a pipe: a mention a line', async () => {
    const run = await khabar(['code'], { stdin });
    expect(JSON.parse(run.out)).toMatchObject({ id: 'a/0', type: 'CONSULT', trigger: { text: 'التقى', start: 0, end: 5 } });
  });

  test('json: one list, also where it is empty', async () => {
    expect(JSON.parse((await khabar(['code', '--format', 'json'], { stdin: stdin + stdin })).out)).toHaveLength(2);
    expect((await khabar(['code', '--format', 'json'], { stdin: jsonLine({ id: 'a', text: 'لا شيء' }) })).out).toBe('[]\n');
  });

  test('pretty on a terminal: the sentence with its trigger marked, and what was coded', async () => {
    const { out } = await khabar(['code'], { stdin, terminal: true });
    expect(out).toContain('\u001b[4m\u001b[32mالتقى');
    expect(out).toContain('CONSULT meet');
    expect(out).toMatch(/1 article · 1 mention of 1 event\n$/);
  });

  test('pretty without colours: every line of Arabic is isolated', async () => {
    const { out } = await khabar(['code', '--no-color', '--format', 'pretty'], { stdin, terminal: true });
    expect(out.split('\n').slice(0, 7)).toEqual([
      `── \u2068a\u2069 · \u20682020-10-10 04:20\u2069 ${'─'.repeat(56)}`,
      '',
      `  \u2068${SENTENCE}\u2069`,
      '  ● CONSULT meet \u2068التقى\u2069 actual · CAMEO 040 · quad 1 · +1 · 80 %',
      '    who         \u2068وزير الخارجية العراقي\u2069 Iraq IRQ GOV →',
      '                \u2068تركيا\u2069 Turkey (implied) TUR GOV',
      '    when        2020-10-10 \u2068السبت\u2069',
    ]);
  });

  test('NO_COLOR is respected', async () => {
    expect((await khabar(['code'], { stdin, terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b');
  });

  test('the text of an article cannot steer the terminal', async () => {
    const { out } = await khabar(['read', '--format', 'pretty'], { stdin: `${SENTENCE} \u001b[2J\u202E` });
    expect([out.includes('\u001b'), out.includes('\u202E')]).toEqual([false, false]);
  });

  test('explain takes a sentence', async () => {
    const run = await khabar(['explain', SENTENCE]);
    expect(JSON.parse(run.out)).toMatchObject({ article: 'sentence', sentence: { index: 0, start: 0, end: SENTENCE.length } });
    expect((await khabar(['explain', 'التقى', 'الوزير'], { terminal: true })).out).toContain('التقى الوزير');
  });
});

describe('usage', () => {
  test.each([
    [[], 'Usage: khabar'],
    [['cod', 'x'], 'Did you mean code?'],
    [['code', '--formt', 'json'], 'Did you mean --format?'],
    [['code', '--format', 'xml', 'x'], 'see khabar code --help'],
    [['code', '--threads', '0', 'x'], 'whole number from 1'],
    [['code'], 'khabar code --help'],
    [['code', '-', '-'], 'standard input (-) is named twice'],
    [['code', 'x.txt', '--lexicon', '/nowhere/my.tsv'], 'Check the path given to --lexicon'],
  ])('khabar %j is wrong usage, with a hint', async (argv, hint) => {
    const run = await khabar(argv);
    expect([run.status, run.out]).toEqual([2, '']);
    expect(run.err).toContain(hint);
  });

  test.each(['code', 'read', 'explain'])('khabar %s --help shows examples', async (command) => {
    const run = await khabar([command, '--help']);
    expect([run.status, run.out.includes('Examples:')]).toEqual([0, true]);
  });

  test('khabar --version prints the version', async () => {
    expect(await khabar(['--version'])).toMatchObject({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test('a reader that leaves ends the run quietly', async () => {
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const stderr = new Sink();
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.from(jsonLine({ id: 'a', text: SENTENCE }));
      })(),
    );
    const status = await main(['code', '-'], { stdin: endless, stdout, stderr, env: {}, createCoder: handMadeCoder });
    expect([status, stderr.text]).toEqual([0, '']);
  });
});

test('a full disk is told, and ends the run', async () => {
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' }));
    },
  });
  const stderr = new Sink();
  const feed = Readable.from(Array.from({ length: 100 }, () => Buffer.from(jsonLine({ id: 'a', text: SENTENCE }))));
  const status = await main(['code', '-'], { stdin: feed, stdout, stderr, env: {}, createCoder: handMadeCoder });
  expect([status, stderr.text]).toEqual([1, 'khabar: the output cannot be written (ENOSPC); it ends within an article\n']);
});

test("a wrong line in a user's lexicon is wrong usage, and told by file and line", async () => {
  const path = await file('my.tsv', 'no\tsuch\tcolumns\n');
  const stderr = new Sink();
  const status = await main(['code', '-', '--lexicon', path], {
    stdin: Readable.from([Buffer.from(SENTENCE)]),
    stdout: new Sink(),
    stderr,
    env: {},
  });
  expect([status, stderr.text.startsWith(`khabar: ${path}:1: `)]).toEqual([2, true]);
});

const BUILT = new URL('../../dist/cli/main.js', import.meta.url);

test.skipIf(!existsSync(BUILT))('any number of threads gives the same bytes (skipped before the build)', async () => {
  const built = (await import(BUILT.href)) as { main: typeof main };
  const lines = Array.from({ length: 330 }, (_, index) =>
    jsonLine({ id: `${index}`, text: index % 50 === 7 ? 'English only' : `${SENTENCE} ${index}` }),
  );
  const path = await file('many.jsonl', lines.join(''));
  const outputs: string[] = [];
  for (const threads of ['1', '2', '3']) {
    const stdout = new Sink();
    const status = await built.main(['read', path, '--threads', threads], {
      stdin: Readable.from([]),
      stdout,
      stderr: new Sink(),
      env: {},
    });
    outputs.push(`${status}${stdout.text}`);
  }
  expect(new Set(outputs).size).toBe(1);
  expect(outputs[0]?.split('\n').length).toBe(324);
});
