#!/usr/bin/env node
// Learns the confidence: a logistic model over the coder's own evidence, trained on gold articles and written as a readable file.
//
// Right means counted in `dyad` (see score.mjs). Left out: mentions paired with optional gold, mentions that do not assert their event
// (they count neither as found nor as false), and a planned meeting coded as the AGREE that it may also be.
// The figures come from cross-validation: each mention is judged by a model that has not seen its article.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openCore, ROOT, sharedFolder, stopWith, UsageError } from './coder.mjs';
import { readGold } from './gold.mjs';
import { calibrationError, chanceError, crossValidate, equalMassBins, fitLogistic, logLoss } from './logistic.mjs';
import { rounded, skipped } from './measure.mjs';
import { scoreArticles } from './score.mjs';

/** @typedef {import('./logistic.mjs').Example} Example @typedef {import('./score.mjs').GoldArticle} GoldArticle */

const USAGE = `Usage: node eval/confidence.mjs [--set own|dev|both] [--penalty N] [--dry-run]

Learns how sure the coder may be of a mention, from its evidence on gold articles.
  --set own|dev|both  the articles to learn from (default: both, where the shared ones are here)
  --penalty N         how strongly weights are held near 0 (default: the best of 0.3, 1, 3, 10, 30 and 100 by cross-validated log loss)
  --out FILE          where to write the weights (default: packages/core/lexicon/confidence.json)
  --dry-run           print the figures, write nothing
`;
const PENALTIES = [0.3, 1, 3, 10, 30, 100];
const OUT = join(ROOT, 'packages/core/lexicon/confidence.json');
const RIGHT = new Set(['full', 'dyad']);
const WRONG = new Set(['sides', 'status', 'false']);

/**
 * The evidence of every counted mention, with the scorer's verdict. `coder.evidence` gives every mention that `coder.code` gives, those
 * that are not asserted too: the pairing with gold depends on all of them.
 * @param {{ evidence(article: any): { mention: any, features: Record<string, number> }[] }} coder
 * @param {GoldArticle[]} gold
 * @returns {Example[]}
 */
export function examplesOf(coder, gold) {
  const evidence = new Map(gold.map((g) => [g.article.id, coder.evidence(g.article)]));
  const features = new Map([...evidence.values()].flat().map((e) => [e.mention, e.features]));
  const { verdicts } = scoreArticles(gold, new Map([...evidence].map(([id, list]) => [id, list.map((e) => e.mention)])));
  return verdicts
    .filter(({ verdict }) => RIGHT.has(verdict) || WRONG.has(verdict))
    .map(({ article, mention, verdict }) => ({ features: features.get(mention) ?? {}, right: RIGHT.has(verdict), article }));
}

/**
 * Judges probabilities against what was right.
 * @param {number[]} probabilities
 * @param {boolean[]} rights
 */
export function calibrationOf(probabilities, rights) {
  const bins = equalMassBins(probabilities, rights);
  const error = calibrationError(bins);
  const chance = chanceError(probabilities);
  return { count: rights.length, bins, error, chance, excess: Math.max(0, error - chance), loss: logLoss(probabilities, rights) };
}

/** The best penalty, its probabilities and what they are worth. @param {Example[]} examples @param {number[]} penalties */
export function learn(examples, penalties) {
  const rights = examples.map((e) => e.right);
  const tried = penalties.map((penalty) => {
    const probabilities = crossValidate(examples, penalty);
    return { penalty, probabilities, loss: logLoss(probabilities, rights) };
  });
  const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
  return { penalty: best.penalty, calibration: calibrationOf(best.probabilities, rights), tried };
}

/**
 * The calibration row of the evaluation: cross-validated where the coder shows its evidence, else the confidence as written.
 * @param {{ coder: any, gold: GoldArticle[] }} task
 * @returns {import('./measure.mjs').Result}
 */
export function measureCalibration({ coder, gold }) {
  const learnt = typeof coder.evidence === 'function';
  const title = `calibration: ${learnt ? 'learnt confidence, cross-validated over articles' : 'confidence as the mentions carry it'}`;
  const calibration = learnt ? learn(examplesOf(coder, gold), PENALTIES).calibration : writtenCalibration(coder, gold);
  if (calibration.count === 0) return skipped('calibration', title, 'no mention is counted');
  return {
    set: 'calibration',
    title: `${title}; ${calibration.count} mentions`,
    rows: [
      { measure: 'error above chance', value: rounded(calibration.excess), lower: true },
      {
        measure: 'expected error',
        value: rounded(calibration.error),
        lower: true,
        note: `chance alone, 95th percentile: ${calibration.chance.toFixed(3)}`,
      },
    ],
    faults: [],
    extra: reliabilityTable(calibration.bins),
  };
}

/** @param {any} coder @param {GoldArticle[]} gold */
function writtenCalibration(coder, gold) {
  const { verdicts } = scoreArticles(gold, new Map(gold.map((g) => [g.article.id, coder.code(g.article)])));
  const counted = verdicts.filter(({ verdict }) => RIGHT.has(verdict) || WRONG.has(verdict));
  return calibrationOf(
    counted.map((c) => c.mention.confidence ?? 0.5),
    counted.map((c) => RIGHT.has(c.verdict)),
  );
}

/** @param {import('./logistic.mjs').Bin[]} bins @returns {string} Markdown */
export function reliabilityTable(bins) {
  const rows = bins.map(
    (bin) => `| ${bin.count} | ${bin.mean.toFixed(3)} | ${bin.right.toFixed(3)} | ${(bin.right - bin.mean).toFixed(3)} |`,
  );
  return ['| mentions | mean confidence | share right | difference |', '| ---: | ---: | ---: | ---: |', ...rows].join('\n');
}

/** The weights as a readable file: features sorted, three decimals. @param {import('./logistic.mjs').Model} model @param {object} learntFrom */
function weightsFile(model, learntFrom) {
  const weights = Object.keys(model.weights)
    .sort()
    .map((name) => [name, rounded(model.weights[name] ?? 0)]);
  const file = {
    about: 'confidence = 1 / (1 + e^-(intercept + sum of weight × feature)); written by eval/confidence.mjs, not by hand',
    learntFrom,
    intercept: rounded(model.intercept),
    weights: Object.fromEntries(weights),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @param {string} set @returns {GoldArticle[]} */
function goldOf(set) {
  const shared = sharedFolder();
  if (!['own', 'dev', 'both'].includes(set)) throw new UsageError(`--set takes own, dev or both, not ${set}.`);
  if (set === 'dev' && !shared) throw new UsageError('The shared gold articles are not here; set KHABAR_SHARED to their folder.');
  return [
    ...(set === 'dev' ? [] : readGold(join(ROOT, 'eval/articles'))),
    ...(set === 'own' || !shared ? [] : readGold(join(shared, 'gold/dev'))),
  ];
}

/** @param {string | undefined} given @returns {number[]} */
function penaltiesOf(given) {
  if (given === undefined) return PENALTIES;
  if (!(Number(given) > 0)) throw new UsageError(`--penalty takes a number above 0, not ${given}.`);
  return [Number(given)];
}

async function main() {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'both' },
      penalty: { type: 'string' },
      out: { type: 'string', default: OUT },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const coder = /** @type {any} */ ((await openCore()).createCoder());
  if (typeof coder.evidence !== 'function')
    throw new UsageError('This coder does not show its evidence: build one that has coder.evidence(article).');
  const gold = goldOf(values.set);
  const examples = examplesOf(coder, gold);
  const { penalty, calibration, tried } = learn(examples, penaltiesOf(values.penalty));
  const right = examples.filter((e) => e.right).length;
  process.stdout.write(
    `${examples.length} mentions of ${gold.length} articles, ${right} right (${((100 * right) / examples.length).toFixed(1)} %)\n`,
  );
  for (const t of tried)
    process.stdout.write(`penalty ${t.penalty}: log loss ${t.loss.toFixed(4)}${t.penalty === penalty ? '  ← taken' : ''}\n`);
  process.stdout.write(
    `calibration error ${calibration.error.toFixed(4)}, by chance (95th percentile) ${calibration.chance.toFixed(4)}, above it ${calibration.excess.toFixed(4)}\n\n`,
  );
  process.stdout.write(`${reliabilityTable(calibration.bins)}\n`);
  if (values['dry-run']) return;
  const learntFrom = { articles: gold.length, mentions: examples.length, right, penalty, calibrationError: rounded(calibration.error) };
  writeFileSync(values.out, weightsFile(fitLogistic(examples, penalty), learntFrom));
  process.stdout.write(`\nWritten: ${values.out}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main().catch(stopWith);
