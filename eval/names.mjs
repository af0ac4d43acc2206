// Persons, organisations and places of a named-entity corpus (CLEANANERCorp): how many the coder reads as a name or a place at all.
// Reported, without a goal: the coder looks for those who act in politics, the corpus marks footballers and firms as well.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareRow, skipped } from './measure.mjs';

const TITLE = 'names: CLEANANERCorp, names of which some part is read';
const KINDS = [
  ['persons', 'PERS'],
  ['organisations', 'ORG'],
  ['places', 'LOC'],
];

/** @typedef {{ start: number, end: number }} Span @typedef {{ text: string, names: (Span & { kind: string })[] }} Sentence */

/** @param {{ coder: any, shared: string }} task @returns {import('./measure.mjs').Result} */
export function measureNames({ coder, shared }) {
  const file = join(shared, 'language', 'names', 'cleananercorp-train.txt');
  if (!existsSync(file)) return skipped('names', TITLE, `${file} is not here`);
  const names = readCorpus(readFileSync(file, 'utf8')).flatMap((sentence, i) => judgeSentence(coder, sentence, i));
  return {
    set: 'names',
    title: TITLE,
    rows: KINDS.map(([label, kind]) => {
      const list = names.filter((n) => n.kind === kind);
      return shareRow(label, list.filter((n) => n.found).length, list.length);
    }),
    faults: names.filter((n) => !n.found).map((n) => ({ kind: 'NAME', where: `sentence ${n.sentence}`, text: n.text, detail: n.kind })),
  };
}

/** @param {any} coder @param {Sentence} sentence @param {number} number */
function judgeSentence(coder, { text, names }, number) {
  if (names.length === 0) return [];
  /** @type {Span[]} */
  const read = coder.explain({ id: `names-${number}`, text }).flatMap((/** @type {any} */ s) => [...s.names, ...s.places]);
  return names.map((name) => ({
    kind: name.kind,
    sentence: number,
    text: text.slice(name.start, name.end),
    found: read.some((r) => r.start < name.end && r.end > name.start),
  }));
}

/** One word and its label a line; an empty line ends a sentence. @param {string} corpus @returns {Sentence[]} */
function readCorpus(corpus) {
  /** @type {Sentence[]} */
  const sentences = [{ text: '', names: [] }];
  for (const line of corpus.split('\n')) {
    const [word = '', label = ''] = line.trim().split(/\s+/);
    const sentence = /** @type {Sentence} */ (sentences.at(-1));
    if (word) addWord(sentence, word, label);
    else if (sentence.text) sentences.push({ text: '', names: [] });
  }
  return sentences;
}

/** @param {Sentence} sentence @param {string} word @param {string} label */
function addWord(sentence, word, label) {
  const start = sentence.text ? sentence.text.length + 1 : 0;
  sentence.text = sentence.text ? `${sentence.text} ${word}` : word;
  const last = sentence.names.at(-1);
  if (label.startsWith('B-')) sentence.names.push({ start, end: sentence.text.length, kind: label.slice(2) });
  else if (label.startsWith('I-') && last) last.end = sentence.text.length;
}
