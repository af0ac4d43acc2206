// Newsrooms spell as they please; the records must not change with it. Every gold article is coded again in five other spellings and in all of them together, and
// its records (sentence, type, sides, status) are compared with those of the article as it stands.
import { rounded, shareRow } from './measure.mjs';

const TITLE = 'spelling: the same records in other spellings';
const LATIN_DIGITS = '0123456789';
const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';
/** Letters that join to the next one; only after these can a tatweel stand. */
const JOINING = 'بتثجحخسشصضطظعغفقكلمنهيئ';
const FATHA = '\u064e';
const SUKUN = '\u0652';
const TATWEEL = '\u0640';

/** @type {[string, (text: string) => string][]} */
export const SPELLINGS = [
  ['hamzas dropped (أ إ آ → ا)', (text) => text.replace(/[أإآ]/g, 'ا')],
  ['ة → ه', (text) => text.replaceAll('ة', 'ه')],
  ['ى → ي', (text) => text.replaceAll('ى', 'ي')],
  ['diacritics and tatweel added', (text) => stretched(marked(text))],
  ['digits swapped (1 ↔ ١)', swappedDigits],
];

/** Marks that are right in any reading: fatha before a long alif, sukun on a last consonant. @param {string} text */
function marked(text) {
  return text
    .replace(/(?<=\p{L})([\u0628-\u0647])(?=ا)/gu, `$1${FATHA}`)
    .replace(/(?<=\p{L})([\u0628\u062a-\u0647])(?![\p{L}\p{M}])/gu, `$1${SUKUN}`);
}

/** A tatweel after the second letter of every longer word, as justified lines have it. @param {string} text */
function stretched(text) {
  return text.replace(new RegExp(`(?<![\\p{L}\\p{M}])(\\p{L}[${JOINING}])(?=[\\u0628-\\u064a]{2})`, 'gu'), `$1${TATWEEL}`);
}

/** @param {string} text */
function swappedDigits(text) {
  return text.replace(/[0-9٠-٩]/g, (d) => ARABIC_DIGITS[LATIN_DIGITS.indexOf(d)] ?? LATIN_DIGITS[ARABIC_DIGITS.indexOf(d)] ?? d);
}

/** @param {{ coder: any, gold: import('./score.mjs').GoldArticle[] }} task @returns {import('./measure.mjs').Result} */
export function measureSpelling({ coder, gold }) {
  const articles = gold.map((g) => g.article);
  const plain = articles.map((article) => recordsOf(coder, article));
  const run = (/** @type {string} */ name, /** @type {(text: string) => string} */ respell) =>
    compareRun(name, articles, plain, (a) => recordsOf(coder, respelt(a, respell)));
  const runs = SPELLINGS.map(([name, respell]) => run(name, respell));
  const together = run('all at once', (text) => SPELLINGS.reduce((t, [, respell]) => respell(t), text));
  const all = runs.reduce((sum, r) => ({ same: sum.same + r.same, of: sum.of + r.of }), { same: 0, of: 0 });
  return {
    set: 'spelling',
    title: `${TITLE} (${articles.length} articles)`,
    rows: [
      { measure: 'records unchanged', value: all.of ? rounded(all.same / all.of) : null, right: all.same, of: all.of },
      ...[...runs, together].map((r) => shareRow(r.name, r.same, r.of, { note: `articles unchanged ${r.whole}/${articles.length}` })),
    ],
    faults: runs.flatMap((r) => r.faults),
  };
}

/**
 * @param {string} name
 * @param {any[]} articles
 * @param {string[][]} plain the records of each article as it stands
 * @param {(article: any) => string[]} recode
 */
function compareRun(name, articles, plain, recode) {
  const run = { name, same: 0, of: 0, whole: 0, faults: /** @type {import('./measure.mjs').Fault[]} */ ([]) };
  for (const [i, article] of articles.entries()) {
    const before = plain[i] ?? [];
    const after = recode(article);
    const lost = without(before, after);
    const gained = without(after, before);
    run.of += Math.max(before.length, after.length);
    run.same += before.length - lost.length;
    if (lost.length + gained.length === 0) run.whole++;
    const fault = (/** @type {string} */ sign) => (/** @type {string} */ record) => ({
      kind: 'SPELLING',
      where: article.id,
      text: `${sign} ${record}`,
      detail: name,
    });
    run.faults.push(...lost.map(fault('−')), ...gained.map(fault('+')));
  }
  return run;
}

/** The records of `list` that `other` lacks, each counted as often as it stands. @param {string[]} list @param {string[]} other */
function without(list, other) {
  const left = new Map();
  for (const record of other) left.set(record, (left.get(record) ?? 0) + 1);
  return list.filter((record) => {
    const count = left.get(record) ?? 0;
    if (count) left.set(record, count - 1);
    return count === 0;
  });
}

/** @param {any} article @param {(text: string) => string} respell */
function respelt(article, respell) {
  return { ...article, text: respell(article.text), ...(article.title ? { title: respell(article.title) } : {}) };
}

/** @param {any} coder @param {any} article @returns {string[]} */
function recordsOf(coder, article) {
  const side = (/** @type {any[]} */ list) =>
    list
      .map((p) => [p.country ?? '---', ...p.sectors].join(' '))
      .sort()
      .join('+') || '-';
  return coder
    .code(article)
    .map((/** @type {any} */ m) => `s${m.sentence.index} ${m.type} ${m.status} ${side(m.actors)} > ${side(m.recipients)}`);
}
