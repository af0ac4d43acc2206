// Single sentences that several annotators judged: does this sentence tell of an assault, of a protest? (Parolin et al.'s GSR sets.)
// Measured: of the sentences that all affirmed, how many get the type at all, asserted (actual or historical); of the sentences that all
// of at least two denied, how many get the type as actual. Some of the denied do tell of such an event by the guide.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareRow, skipped } from './measure.mjs';
import { isAsserted } from './score.mjs';

const TYPES = /** @type {const} */ (['ASSAULT', 'PROTEST']);
const TITLE = 'gsr: single sentences, judged by several annotators';

/** @typedef {{ id: string, label: string, accept: number, reject: number, text: string }} Sentence */

/** @param {Sentence} s */
const isUnanimousYes = (s) => s.label === 'yes' && s.reject === 0;
/** @param {Sentence} s */
const isUnanimousNo = (s) => s.accept === 0 && s.reject >= 2;

/** @param {{ coder: any, shared: string }} task @returns {import('./measure.mjs').Result} */
export function measureGsr({ coder, shared }) {
  const file = (/** @type {string} */ type) => join(shared, 'gsr', `${type.toLowerCase()}.jsonl`);
  if (!TYPES.every((type) => existsSync(file(type)))) return skipped('gsr', TITLE, `${join(shared, 'gsr')} is not here`);
  const parts = TYPES.map((type) => judgeType(coder, type, readJsonLines(file(type))));
  return { set: 'gsr', title: TITLE, rows: parts.flatMap((p) => p.rows), faults: parts.flatMap((p) => p.faults) };
}

/** @param {any} coder @param {string} type @param {Sentence[]} sentences */
function judgeType(coder, type, sentences) {
  const statuses = (/** @type {Sentence} */ s) => codedStatuses(coder, type, s);
  const yes = sentences.filter(isUnanimousYes);
  const no = sentences.filter(isUnanimousNo);
  const missed = yes.filter((s) => !statuses(s).some(isAsserted));
  const wrong = no.filter((s) => statuses(s).includes('actual'));
  const name = type.toLowerCase();
  const fault = (/** @type {string} */ kind) => (/** @type {Sentence} */ s) => ({
    kind,
    where: s.id.slice(0, 40),
    text: s.text,
    detail: type,
  });
  return {
    rows: [
      shareRow(`${name}: yes found`, yes.length - missed.length, yes.length),
      shareRow(`${name}: no coded as actual`, wrong.length, no.length, { lower: true }),
    ],
    faults: [...missed.map(fault('MISSED')), ...wrong.map(fault('FALSE'))],
  };
}

/** @param {any} coder @param {string} type @param {Sentence} sentence @returns {string[]} */
function codedStatuses(coder, type, { id, text }) {
  const mentions = coder.code({ id, text });
  return mentions.filter((/** @type {any} */ m) => m.type === type).map((/** @type {any} */ m) => m.status);
}

/** @param {string} file */
function readJsonLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
