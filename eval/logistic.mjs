// A small logistic model (L2, Newton's method) and the measure of its calibration: pure functions over numbers.

/**
 * @typedef {{ features: Record<string, number>, right: boolean, article: string }} Example
 * @typedef {{ intercept: number, weights: Record<string, number> }} Model
 * @typedef {{ count: number, mean: number, right: number }} Bin mean probability and share right
 */

/** @param {Model} model @param {Record<string, number>} features @returns {number} 0 to 1 */
export function probability({ intercept, weights }, features) {
  const sum = Object.entries(features).reduce((total, [name, value]) => total + (weights[name] ?? 0) * value, intercept);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits by Newton's method. The penalty is ½·`penalty`·w² on every weight but the intercept.
 * @param {Example[]} examples
 * @param {number} penalty above 0
 * @returns {Model}
 */
export function fitLogistic(examples, penalty) {
  const names = [...new Set(examples.flatMap((e) => Object.keys(e.features)))].sort();
  const index = new Map(names.map((name, i) => [name, i + 1]));
  const rows = examples.map((e) => ({ cells: sparse(e.features, index), right: e.right ? 1 : 0 }));
  let weights = new Float64Array(names.length + 1);
  for (let round = 0; round < 50; round++) {
    const next = stepDown(rows, weights, newtonStep(rows, weights, penalty), penalty);
    if (!next) break;
    weights = next;
  }
  return { intercept: weights[0] ?? 0, weights: Object.fromEntries(names.map((name, i) => [name, weights[i + 1] ?? 0])) };
}

/** The constant first, then the features that are not 0. @param {Record<string, number>} features @param {Map<string, number>} index */
function sparse(features, index) {
  const cells = Object.entries(features).map(([name, value]) => /** @type {[number, number]} */ ([index.get(name) ?? 0, value]));
  return [/** @type {[number, number]} */ ([0, 1]), ...cells.filter(([, value]) => value !== 0)];
}

/** @typedef {{ cells: [number, number][], right: number }[]} Rows */

/** @param {[number, number][]} cells @param {Float64Array} weights */
function logOdds(cells, weights) {
  return cells.reduce((sum, [i, x]) => sum + weights[i] * x, 0);
}

/** What the fit makes small: the log loss and the penalty. @param {Rows} rows @param {Float64Array} weights @param {number} penalty */
function cost(rows, weights, penalty) {
  const squares = weights.reduce((sum, w, i) => sum + (i === 0 ? 0 : w * w), 0);
  return rows.reduce(
    (sum, { cells, right }) => {
      const odds = logOdds(cells, weights);
      return sum + Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - right * odds;
    },
    0.5 * penalty * squares,
  );
}

/**
 * Goes the step, or the half, quarter … of it that lowers the cost; null when none does any more.
 * @param {Rows} rows
 * @param {Float64Array} weights
 * @param {Float64Array} step
 * @param {number} penalty
 */
function stepDown(rows, weights, step, penalty) {
  const before = cost(rows, weights, penalty);
  for (let part = 1; part > 1e-4; part /= 2) {
    const next = weights.map((w, i) => w + part * step[i]);
    if (cost(rows, next, penalty) < before - 1e-10) return next;
  }
  return null;
}

/** @param {Rows} rows @param {Float64Array} weights @param {number} penalty */
function newtonStep(rows, weights, penalty) {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (const { cells, right } of rows) {
    const p = 1 / (1 + Math.exp(-logOdds(cells, weights)));
    for (const [i, x] of cells) {
      gradient[i] += (right - p) * x;
      for (const [k, y] of cells) curvature[i][k] += p * (1 - p) * x * y;
    }
  }
  curvature[0][0] += 1e-9;
  for (let i = 1; i < size; i++) {
    gradient[i] -= penalty * weights[i];
    curvature[i][i] += penalty;
  }
  return solve(curvature, gradient);
}

/** Solves A·x = b for a symmetric positive definite A (Cholesky); overwrites A's lower half. @param {Float64Array[]} a @param {Float64Array} b */
function solve(a, b) {
  const size = b.length;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k <= i; k++) {
      let sum = a[i][k];
      for (let j = 0; j < k; j++) sum -= a[i][j] * a[k][j];
      a[i][k] = i === k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[k][k];
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) x[i] -= a[i][j] * x[j];
    x[i] /= a[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) x[i] -= a[j][i] * x[j];
    x[i] /= a[i][i];
  }
  return x;
}

/**
 * Each example's probability by a model that has not seen its article. Articles go into the folds in turn, in the order of their ids.
 * @param {Example[]} examples
 * @param {number} penalty
 * @param {number} [folds]
 * @returns {number[]}
 */
export function crossValidate(examples, penalty, folds = 10) {
  const articles = [...new Set(examples.map((e) => e.article))].sort();
  const foldOf = new Map(articles.map((article, i) => [article, i % folds]));
  const models = Array.from({ length: folds }, (_, fold) =>
    fitLogistic(
      examples.filter((e) => foldOf.get(e.article) !== fold),
      penalty,
    ),
  );
  return examples.map((e) => probability(models[foldOf.get(e.article) ?? 0], e.features));
}

/** The mean of −log of what was given to the truth. @param {number[]} probabilities @param {boolean[]} rights */
export function logLoss(probabilities, rights) {
  const losses = probabilities.map((p, i) => -Math.log(Math.max(rights[i] ? p : 1 - p, 1e-12)));
  return losses.reduce((a, b) => a + b, 0) / Math.max(losses.length, 1);
}

/** Bins of equal size by rising probability. @param {number[]} probabilities @param {boolean[]} rights @returns {Bin[]} */
export function equalMassBins(probabilities, rights, bins = 10) {
  const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[a] - probabilities[b] || a - b);
  return Array.from({ length: bins }, (_, bin) => {
    const members = order.slice(Math.round((bin * order.length) / bins), Math.round(((bin + 1) * order.length) / bins));
    const count = members.length;
    const mean = members.reduce((sum, i) => sum + probabilities[i], 0) / Math.max(count, 1);
    return { count, mean, right: members.filter((i) => rights[i]).length / Math.max(count, 1) };
  }).filter((bin) => bin.count > 0);
}

/** Expected calibration error: how far, on average over the examples, a bin's mean lies from its share right. @param {Bin[]} bins */
export function calibrationError(bins) {
  const all = bins.reduce((sum, bin) => sum + bin.count, 0);
  return bins.reduce((sum, bin) => sum + (bin.count * Math.abs(bin.mean - bin.right)) / Math.max(all, 1), 0);
}

/**
 * The 95th percentile of the calibration error that a perfectly calibrated coder with these probabilities would show by chance.
 * @param {number[]} probabilities
 */
export function chanceError(probabilities, runs = 2000) {
  const random = randomNumbers(20180301);
  const errors = Array.from({ length: runs }, () =>
    calibrationError(
      equalMassBins(
        probabilities,
        probabilities.map((p) => random() < p),
      ),
    ),
  );
  return errors.sort((a, b) => a - b)[Math.floor(runs * 0.95)] ?? 0;
}

/** Repeatable random numbers in [0, 1) (mulberry32). @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}
