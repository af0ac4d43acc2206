// The articles that the benchmark codes, as JSON Lines.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT, sharedFolder } from '../eval/coder.mjs';

const REPEATS = 200;

/**
 * Real articles of the shared folder, taken evenly over all months; where it is missing, Khabar's own, over and over.
 * @param {number} count
 * @returns {{ lines: string[], origin: string }}
 */
export function benchArticles(count) {
  const shared = sharedFolder();
  const texts = shared && join(shared, 'texts');
  if (texts && existsSync(texts)) {
    const lines = evenly(newsLines(texts), count);
    return { lines, origin: `${lines.length} news articles of ../shared/texts, evenly spread` };
  }
  const own = [...ownLines(), ...exampleLines()];
  const lines = Array.from({ length: REPEATS }, () => own)
    .flat()
    .slice(0, count);
  return {
    lines,
    origin: `${lines.length} articles: the ${own.length} of eval/articles and examples over and over (../shared/texts is not here; repeated text flatters every cache)`,
  };
}

/** @param {string} folder */
function newsLines(folder) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort();
  return files.flatMap((name) =>
    gunzipSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .split('\n')
      .filter(Boolean),
  );
}

function ownLines() {
  const folder = join(ROOT, 'eval/articles');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')).article));
}

function exampleLines() {
  const folder = join(ROOT, 'examples');
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  return files.map((name) => textLine(join(folder, name)));
}

/** A text file as a line of JSON Lines. @param {string} file */
export function textLine(file) {
  return JSON.stringify({ id: file, text: readFileSync(file, 'utf8') });
}

/** @template T @param {T[]} list @param {number} count @returns {T[]} */
function evenly(list, count) {
  if (count >= list.length) return list;
  return Array.from({ length: count }, (_, i) => /** @type {T} */ (list[Math.floor((i * list.length) / count)]));
}
