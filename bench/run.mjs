#!/usr/bin/env node
// npm run bench: speed, start-up time and peak memory of the coder, beside a yardstick measured in the same run.
//
// The yardstick reads the same JSON Lines and does the least that any program about words must do: it splits each text into words with
// a Unicode regular expression and counts them. Machines differ, and one machine from hour to hour; the ratio of the two differs less.
// Words are the yardstick's words, for both. One thread; medians of three runs, coder and yardstick in turn, after a warm-up of one tenth
// of the articles (at least 100) through both. Unpacking the files is not counted, parsing the JSON is.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openCore, ROOT, stopWith, UsageError } from '../eval/coder.mjs';
import { benchArticles, textLine } from './articles.mjs';

const USAGE = `Usage: npm run bench -- [--articles N] [--json]

Measures the coder's speed beside a yardstick (splitting the same texts into words), its start-up time and its peak memory.
  --articles N  how many articles to code (default 3000)
  --json        the figures as JSON
  --help        this text
`;
const RUNS = 3;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const EXAMPLE = join(ROOT, 'examples/mediation.txt');
const PROGRAM = join(ROOT, 'packages/khabar/bin/khabar.mjs');
const PROGRAM_BUILT = join(ROOT, 'packages/khabar/dist/cli/main.js');
const CODE_FILE = fileURLToPath(new URL('./code-file.mjs', import.meta.url));

/** The middle one. @param {number[]} list */
function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}

/** Splits the texts into words and counts each. @param {string[]} lines @returns {number} how many words there are */
function countWords(lines) {
  const counts = new Map();
  let all = 0;
  for (const line of lines) {
    for (const [word] of JSON.parse(line).text.matchAll(WORD)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      all++;
    }
  }
  return all;
}

/** @param {{ code(article: any): unknown[] }} coder @param {string[]} lines @returns {number} how many mentions were coded */
function codeLines(coder, lines) {
  return lines.reduce((sum, line) => sum + coder.code(JSON.parse(line)).length, 0);
}

/** @param {() => void} task @returns {number} seconds */
function secondsOf(task) {
  const start = performance.now();
  task();
  return (performance.now() - start) / 1000;
}

/** @param {any} coder @param {string[]} lines */
function measureSpeed(coder, lines) {
  const warmUp = lines.slice(0, Math.max(100, Math.ceil(lines.length / 10)));
  countWords(warmUp);
  codeLines(coder, warmUp);
  const words = countWords(lines);
  let mentions = 0;
  const runs = Array.from({ length: RUNS }, () => ({
    yardstick: secondsOf(() => countWords(lines)),
    coder: secondsOf(() => {
      mentions = codeLines(coder, lines);
    }),
  }));
  const wordsPerSecond = {
    coder: Math.round(words / median(runs.map((r) => r.coder))),
    yardstick: Math.round(words / median(runs.map((r) => r.yardstick))),
  };
  return {
    articles: lines.length,
    words,
    mentions,
    warmUp: warmUp.length,
    wordsPerSecond,
    ratio: wordsPerSecond.coder / wordsPerSecond.yardstick,
  };
}

/** Milliseconds from starting a fresh process to its first output. @param {string[]} args @returns {Promise<number>} */
function millisecondsToOutput(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.stdout.once('data', () => {
      resolve(performance.now() - start);
      child.stdout.resume();
    });
    child.once('error', reject);
    child.once('close', () => reject(new UsageError(`node ${args.join(' ')} printed nothing. ${complaint.trim()}`)));
  });
}

/** @param {string} folder where a file may be written */
async function measureStart(folder) {
  const built = existsSync(PROGRAM_BUILT);
  const file = join(folder, 'example.jsonl');
  if (!built) writeFileSync(file, `${textLine(EXAMPLE)}\n`);
  const args = built ? [PROGRAM, 'code', '--format', 'jsonl', EXAMPLE] : [CODE_FILE, file];
  const times = [];
  for (let run = 0; run < RUNS; run++) times.push(await millisecondsToOutput(args));
  return {
    milliseconds: Math.round(median(times)),
    of: built ? 'khabar code' : 'a small script over the coder (the program is not built)',
  };
}

/** Peak memory of a process that codes these articles one after the other. @param {string} folder @param {string[]} lines */
function measureMemory(folder, lines) {
  const file = join(folder, 'articles.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const run = spawnSync(process.execPath, [CODE_FILE, file], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`bench/code-file.mjs failed: ${run.stderr}`);
  return { peakMegabytes: Math.round(JSON.parse(run.stderr.trim().split('\n').at(-1) ?? '').maxRssKilobytes / 1024) };
}

/** @param {any} figures */
function print({ machine, origin, speed, start, memory }) {
  const number = (/** @type {number} */ x) => String(Math.round(x)).replace(/\B(?=(\d{3})+$)/g, ' ');
  const rows = [
    ['articles', origin],
    ['machine', machine],
    [
      'words',
      `${number(speed.words)}; ${number(speed.mentions)} mentions coded; warm-up ${speed.warmUp} articles, then medians of ${RUNS}, one thread`,
    ],
    ['coder', `${number(speed.wordsPerSecond.coder).padStart(10)} words a second`],
    ['yardstick', `${number(speed.wordsPerSecond.yardstick).padStart(10)} words a second (splitting and counting words)`],
    ['ratio', `${speed.ratio.toFixed(4).padStart(10)} coder : yardstick`],
    ['start', `${number(start.milliseconds).padStart(10)} ms to the first mention, ${start.of}`],
    ['memory', `${number(memory.peakMegabytes).padStart(10)} MB at the peak, coding these articles in a process of its own`],
  ];
  for (const [name, text] of rows) process.stdout.write(`${name.padEnd(10)} ${text}\n`);
}

async function main() {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '3000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const count = Number(values.articles);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--articles takes a whole number above 0, not ${values.articles}.`);
  const coder = (await openCore()).createCoder();
  const { lines, origin } = benchArticles(count);
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'));
  try {
    const start = await measureStart(folder);
    const memory = measureMemory(folder, lines);
    const speed = measureSpeed(coder, lines);
    const machine = `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;
    const figures = { machine, origin, speed, start, memory };
    if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`);
    else print(figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main().catch(stopWith);
