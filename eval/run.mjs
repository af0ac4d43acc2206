#!/usr/bin/env node
// npm run eval: measures the coder, prints one table a set, and in --check holds the figures against their floors.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openCore, ROOT, sharedFolder, stopWith, UsageError } from './coder.mjs';
import { measureCalibration } from './confidence.mjs';
import { fallsOf, raised, readFloors, readGoals, writeFloors } from './floors.mjs';
import { measureGold, readGold } from './gold.mjs';
import { measureGsr } from './gsr.mjs';
import { skipped } from './measure.mjs';
import { measureNames } from './names.mjs';
import { measureSpelling } from './spelling.mjs';
import { levelsTable, resultTable } from './table.mjs';
import { measureTreebank } from './treebank.mjs';

/** @typedef {import('./measure.mjs').Result} Result */

const SETS = ['own', 'dev', 'gsr', 'treebank', 'names', 'dates', 'spelling', 'calibration'];
const USAGE = `Usage: npm run eval -- [--set NAME[,NAME…]] [--errors [KIND]] [--article ID] [--json] [--check | --record]

Measures the coder and prints a table for each set: the figure, its floor, and the goals; ! marks a bound that is not kept.
  --set NAMES     own         the articles written for Khabar, in eval/articles
                  dev         the shared gold articles
                  gsr         single sentences judged by several annotators (assault, protest)
                  treebank    words split as in UD Arabic-PUD
                  names       names of a named-entity corpus (reported only)
                  dates       date expressions and agency datelines
                  spelling    the gold articles in other spellings: the same records?
                  calibration how far the confidence can be believed
                  all         every one of them
                  Default: own,dev. Sets whose material is not here are left out with a word; KHABAR_SHARED names
                  its folder (default: ../shared).
  --errors [KIND] also list what was read wrongly, with the sentence; only one kind where named: MISSED, FALSE, SIDES, STATUS,
                  SPLIT, NAME, SPELLING
  --article ID    only this gold article, with its errors
  --json          everything as JSON
  --check         fail (exit 1) where a figure is below its floor in eval/floor.json
  --record        make the figures of these sets the new floors
  --help          this text

Speed, start-up time and memory: npm run bench. Learning the confidence: node eval/confidence.mjs.
`;

/** @typedef {{ core: any, coder: any, shared: string | null, only: string | null }} Bench what the sets are measured with */

/** @param {Bench} bench @param {string} set @returns {Promise<Result>} */
async function measure(bench, set) {
  const { coder, shared } = bench;
  if (set === 'own' || set === 'dev') return measureGoldSet(bench, set);
  if (set === 'spelling') return overAllGold(bench, measureSpelling({ coder, gold: allGold(bench) }));
  if (set === 'calibration') return overAllGold(bench, measureCalibration({ coder, gold: allGold(bench) }));
  if (!shared) return skipped(set, set, 'the shared folder is not here (KHABAR_SHARED)');
  if (set === 'gsr') return measureGsr({ coder, shared });
  if (set === 'treebank') return measureTreebank({ coder, shared });
  if (set === 'names') return measureNames({ coder, shared });
  return await measureDates(coder, shared);
}

/** @param {Bench} bench @param {string} set */
function goldFolder({ shared }, set) {
  if (set === 'own') return join(ROOT, 'eval/articles');
  return shared && join(shared, 'gold/dev');
}

/** @param {Bench} bench @param {string} set @returns {Result} */
function measureGoldSet(bench, set) {
  const folder = goldFolder(bench, set);
  const title = set === 'own' ? "own: Khabar's articles" : 'dev: the shared gold articles';
  if (!folder || !existsSync(folder)) return skipped(set, title, 'the shared gold articles are not here (KHABAR_SHARED)');
  const gold = readGold(folder, bench.only);
  if (gold.length === 0) return skipped(set, title, bench.only ? `no article ${bench.only} in it` : 'no article in it');
  return measureGold({ set, title, gold, coder: bench.coder, another: () => bench.core.createCoder() });
}

/** Every gold article that is here. @param {Bench} bench */
function allGold(bench) {
  const folders = ['own', 'dev'].map((set) => goldFolder(bench, set));
  return folders.flatMap((folder) => (folder && existsSync(folder) ? readGold(folder, bench.only) : []));
}

/** A result over all gold; without the shared articles it goes by another name, so that it has floors of its own. @param {Bench} bench @param {Result} result */
function overAllGold({ shared }, result) {
  return shared ? result : { ...result, set: `${result.set}-own` };
}

/**
 * The dates stand in a file of their own, which exports `measureDates({ coder, shared })` → rows or a result; a file that exports
 * nothing is run, and what it prints is shown.
 * @param {any} coder
 * @param {string} shared
 * @returns {Promise<Result>}
 */
async function measureDates(coder, shared) {
  const title = 'dates: date expressions and agency datelines';
  const file = new URL('./dates.mjs', import.meta.url);
  if (!existsSync(file)) return skipped('dates', title, 'eval/dates.mjs is not here');
  if (/^export .*\bmeasureDates\b/m.test(readFileSync(file, 'utf8'))) {
    const found = await (await import(file.href)).measureDates({ coder, shared });
    return { set: 'dates', title, rows: [], faults: [], ...(Array.isArray(found) ? { rows: found } : found) };
  }
  const run = spawnSync(process.execPath, [fileURLToPath(file)], { encoding: 'utf8', env: { ...process.env, KHABAR_SHARED: shared } });
  if (run.status !== 0) return skipped('dates', title, `eval/dates.mjs failed: ${run.stderr.trim()}`);
  return { set: 'dates', title, rows: [], faults: [], extra: run.stdout.trimEnd() };
}

/** @param {string[]} args */
function readOptions(args) {
  // `--errors` may stand without a kind.
  const spelt = args.map((arg, i) => (arg === '--errors' && !/^[A-Z]+$/i.test(args[i + 1] ?? '') ? '--errors=all' : arg));
  const { values } = parseArgs({
    args: spelt,
    options: {
      set: { type: 'string', multiple: true },
      errors: { type: 'string' },
      article: { type: 'string' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.article && (values.check || values.record))
    throw new UsageError('--article cannot go with --check or --record: floors are for whole sets.');
  return { ...values, sets: setsOf(values.set ?? ['own', 'dev']) };
}

/** @param {string[]} given */
function setsOf(given) {
  const names = given.flatMap((list) => list.split(','));
  const unknown = names.find((name) => name !== 'all' && !SETS.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no set ${unknown}; there are ${SETS.join(', ')} and all.`);
  return SETS.filter((set) => names.includes('all') || names.includes(set));
}

/** @param {Result & { score?: import('./score.mjs').Score }} result @param {string | undefined} kind */
function printFaults(result, kind) {
  const wanted = result.faults.filter((f) => !kind || kind === 'all' || f.kind === kind.toUpperCase());
  for (const f of wanted) process.stdout.write(`${f.kind}\t${f.where}\t${f.detail}\n\t${f.text}\n`);
  if (wanted.length > 0) process.stdout.write('\n');
}

/** @param {Result & { score?: import('./score.mjs').Score }} result @param {ReturnType<typeof readOptions>} options */
function printResult(result, options) {
  process.stdout.write(`${resultTable(result, options.article ? {} : (readFloors()[result.set] ?? {}), readGoals()[result.set] ?? {})}\n`);
  if (result.score) process.stdout.write(`${levelsTable(result.score.byType, 'type')}\n`);
  if (result.extra) process.stdout.write(`${result.extra}\n\n`);
  if (options.errors || (options.article && result.score)) printFaults(result, options.errors);
}

/** @param {Result & { score?: import('./score.mjs').Score }} result */
function asJson({ score, ...result }) {
  if (!score) return result;
  const { errors: _, verdicts: __, ...figures } = score;
  return { ...result, score: figures };
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(USAGE);
  const core = await openCore();
  const bench = { core, coder: core.createCoder(), shared: sharedFolder(), only: options.article ?? null };
  const results = [];
  for (const set of options.sets) {
    const result = await measure(bench, set);
    results.push(result);
    if (!options.json) printResult(result, options);
  }
  if (options.article && results.every((r) => r.skipped))
    throw new UsageError(`There is no article ${options.article} in ${options.sets.join(', ')}.`);
  const falls = options.check ? fallsOf(results, readFloors()) : [];
  if (options.json)
    process.stdout.write(`${JSON.stringify({ coder: bench.coder.identity, results: results.map(asJson), falls }, null, 1)}\n`);
  if (options.record) writeFloors(raised(readFloors(), results));
  for (const fall of falls) process.stderr.write(`Below the floor: ${fall}\n`);
  if (options.check && falls.length === 0) process.stderr.write('Every figure keeps its floor.\n');
  if (falls.length > 0) process.exitCode = 1;
}

// The reader of a pipe may have seen enough (| head).
process.stdout.on('error', (error) => {
  if (/** @type {any} */ (error).code === 'EPIPE') process.exit();
  throw error;
});
await main().catch(stopWith);
