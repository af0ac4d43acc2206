// Splitting words into clitics and stem, measured against UD Arabic-PUD, whose every node is one part and whose SpaceAfter=No joins
// the parts of a written word.
//
// A written word is a run of nodes without space or punctuation between them; words without an Arabic letter are left out. A word is
// right when the coder cuts it at exactly the treebank's places: conjunctions و ف, prepositions ب ل ك, future س and attached pronouns
// apart. Conventions that differ: the treebank leaves the article ال (and the ل of للـ) with its noun, so the coder's article is
// joined to the stem before the comparison; where the treebank rewrites a fusion (عمّا as عن + ما) its text has been rewritten with it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareRow, skipped } from './measure.mjs';

const TITLE = 'treebank: words split as in UD Arabic-PUD';
const ARABIC_LETTER = /\p{Script=Arabic}/u;

/**
 * @typedef {{ id: string, text: string, words: { start: number, end: number, cuts: number[] }[] }} Sentence `cuts`: places inside the word
 */

/** @param {{ coder: any, shared: string }} task @returns {import('./measure.mjs').Result} */
export function measureTreebank({ coder, shared }) {
  const file = join(shared, 'language', 'treebank', 'pud.conllu');
  if (!existsSync(file)) return skipped('treebank', TITLE, `${file} is not here`);
  const words = readConllu(readFileSync(file, 'utf8')).flatMap((sentence) => compareSentence(coder, sentence));
  const row = (/** @type {string} */ measure, /** @type {typeof words} */ list, more = {}) =>
    shareRow(measure, list.filter((w) => w.right).length, list.length, more);
  return {
    set: 'treebank',
    title: TITLE,
    rows: [
      row('words split exactly', words),
      row(
        'words that the treebank splits',
        words.filter((w) => w.gold.includes('+')),
      ),
      row(
        'words that it leaves whole',
        words.filter((w) => !w.gold.includes('+')),
      ),
    ],
    faults: words
      .filter((w) => !w.right)
      .map((w) => ({ kind: 'SPLIT', where: w.where, text: w.text, detail: `treebank ${w.gold}  coder ${w.coded}` })),
  };
}

/** @param {any} coder @param {Sentence} sentence */
function compareSentence(coder, sentence) {
  const cuts = codedCuts(coder, sentence);
  return sentence.words.map((word) => {
    const inside = cuts.filter((at) => at > word.start && at < word.end);
    const gold = cutAt(sentence.text, word, word.cuts);
    const coded = cutAt(sentence.text, word, inside);
    return { where: sentence.id, text: sentence.text.slice(word.start, word.end), gold, coded, right: gold === coded };
  });
}

/** The word with + at its cuts. @param {string} text @param {{ start: number, end: number }} word @param {number[]} cuts */
function cutAt(text, { start, end }, cuts) {
  const places = [start, ...cuts, end];
  return places
    .slice(1)
    .map((to, i) => text.slice(places[i], to))
    .join('+');
}

/** Where the coder cuts the sentence, the article left with its noun. @param {any} coder @param {Sentence} sentence @returns {number[]} */
function codedCuts(coder, { id, text }) {
  const cuts = new Set();
  for (const token of coder.explain({ id, text }).flatMap((/** @type {any} */ s) => s.tokens)) {
    let at = token.start;
    let afterArticle = false;
    for (const segment of token.segments) {
      if (!afterArticle) cuts.add(at);
      afterArticle = segment.kind === 'article';
      at += segment.text.length;
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

/** @param {string} conllu @returns {Sentence[]} */
function readConllu(conllu) {
  return conllu
    .split(/\n\s*\n/)
    .filter((block) => block.trim())
    .map(readSentence);
}

/** @param {string} block @returns {Sentence} */
function readSentence(block) {
  const lines = block.split('\n');
  const comment = (/** @type {string} */ key) => lines.find((l) => l.startsWith(`# ${key} = `))?.slice(key.length + 5) ?? '';
  const nodes = lines.filter((l) => /^\d+\t/.test(l)).map((l) => l.split('\t'));
  let text = '';
  /** @type {Sentence['words']} */
  const words = [];
  /** @type {Sentence['words'][number] | null} */
  let word = null;
  for (const [, form = '', , pos, , , , , , misc = ''] of nodes) {
    const start = text.length;
    text += form;
    if (pos === 'PUNCT' || pos === 'SYM') word = null;
    else if (word) {
      word.cuts.push(start);
      word.end = text.length;
    } else {
      word = { start, end: text.length, cuts: [] };
      words.push(word);
    }
    if (misc.includes('SpaceAfter=No')) continue;
    text += ' ';
    word = null;
  }
  return { id: comment('sent_id'), text: text.trimEnd(), words: words.filter((w) => ARABIC_LETTER.test(text.slice(w.start, w.end))) };
}
