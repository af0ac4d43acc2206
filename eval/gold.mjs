// Codes gold articles and hands in the scorer's figures, and whether the same input gives the same bytes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './coder.mjs';
import { shareRow } from './measure.mjs';
import { scoreArticles } from './score.mjs';

/** @typedef {import('./score.mjs').GoldArticle} GoldArticle @typedef {import('./score.mjs').Score} Score */

/**
 * The gold articles of a folder, in the order of their file names.
 * @param {string} folder
 * @param {string | null} [only] an article's id
 * @returns {GoldArticle[]}
 */
export function readGold(folder, only = null) {
  if (!existsSync(folder)) throw new UsageError(`No gold articles at ${folder}.`);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const gold = files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return only ? gold.filter((g) => g.article.id === only) : gold;
}

/** @param {{ code(article: any): any[] }} coder @param {GoldArticle[]} gold */
export function codeGold(coder, gold) {
  return new Map(gold.map((g) => [g.article.id, coder.code(g.article)]));
}

/**
 * @param {{ set: string, title: string, gold: GoldArticle[], coder: any, another: () => any }} task
 *   `another` makes a fresh coder, for the comparison of two runs
 * @returns {import('./measure.mjs').Result & { score: Score }}
 */
export function measureGold({ set, title, gold, coder, another }) {
  const mentions = codeGold(coder, gold);
  const score = scoreArticles(gold, mentions);
  return {
    set,
    title: `${title}: ${gold.length} ${gold.length === 1 ? 'article' : 'articles'}, ${score.total.required} required, ${score.total.predicted} coded`,
    rows: [...scoreRows(score), repeatRow(gold, mentions, another())],
    faults: faultsOf(gold, score),
    score,
  };
}

/** @param {Score} score @returns {import('./measure.mjs').Row[]} */
function scoreRows(score) {
  const f1 = (/** @type {string} */ measure, /** @type {import('./score.mjs').Prf} */ x) => ({
    measure: `${measure} F1`,
    value: x.f1,
    note: `P ${x.p.toFixed(3)} R ${x.r.toFixed(3)}`,
  });
  const share = (/** @type {string} */ measure, /** @type {import('./score.mjs').Share} */ x) => ({
    measure,
    value: x.rate,
    right: x.right,
    of: x.of,
  });
  return [
    f1('detect', score.total.detect),
    f1('dyad', score.total.dyad),
    f1('full', score.total.full),
    share('mode', score.mode),
    share('status', score.status),
    share('trigger', score.trigger),
    share('direction', score.direction),
    f1('date', score.date),
    f1('speaker', score.speaker),
    f1('flagged', score.flagged),
    f1('words', score.words),
    f1('same_event', score.same_event),
  ];
}

/**
 * Same input, same bytes: a fresh coder that meets the articles in reverse order must write what the first one wrote.
 * @param {GoldArticle[]} gold
 * @param {Map<string, any[]>} mentions
 * @param {any} fresh
 */
function repeatRow(gold, mentions, fresh) {
  const same = gold.toReversed().filter((g) => JSON.stringify(fresh.code(g.article)) === JSON.stringify(mentions.get(g.article.id)));
  return shareRow('same bytes twice', same.length, gold.length);
}

/** @param {GoldArticle[]} gold @param {Score} score @returns {import('./measure.mjs').Fault[]} */
function faultsOf(gold, score) {
  const byId = new Map(gold.map((g) => [g.article.id, g]));
  return score.errors.map((error) => {
    const article = byId.get(error.article);
    const [start, end] = article?.sentences[error.sentence] ?? [0, 0];
    return {
      kind: error.kind,
      where: `${error.article} s${error.sentence}`,
      text: (article?.article.text.slice(start, end) ?? '').replace(/\s+/g, ' ').trim(),
      detail: `${error.type} «${error.trigger}» ${error.detail}`,
    };
  });
}
