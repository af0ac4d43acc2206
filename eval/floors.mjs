// The floors: what every figure was when it was last recorded. A figure may rise; when it falls below its floor the check fails.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('./floor.json', import.meta.url);
const GOALS = new URL('./goals.json', import.meta.url);

/** @typedef {import('./measure.mjs').Row} Row @typedef {import('./measure.mjs').Result} Result */
/** @typedef {Record<string, Record<string, number>>} Floors set → measure → figure */

/** @returns {Floors} */
export function readFloors() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

/**
 * What the project has set itself: set → measure → [at least, aim] (at most, for what is better low). Khabar's own articles are held to
 * the goals for articles kept apart: within 0.07, at best within 0.03, of those for `dev`.
 * @returns {Record<string, Record<string, [number, number]>>} */
export function readGoals() {
  return JSON.parse(readFileSync(GOALS, 'utf8'));
}

/** Whether a figure keeps a bound: at least, or for what is better low, at most. @param {Row} row @param {number} bound */
export function keeps(row, bound) {
  if (row.value === null) return false;
  return row.lower ? row.value <= bound : row.value >= bound;
}

/** What is wrong with these figures by their floors, one sentence each. @param {Result[]} results @param {Floors} floors @returns {string[]} */
export function fallsOf(results, floors) {
  return results
    .filter((r) => !r.skipped)
    .flatMap(({ set, rows }) => {
      const recorded = Object.entries(floors[set] ?? {});
      if (recorded.length === 0) return [`${set}: no floor is recorded; --record records them`];
      return recorded.flatMap(([measure, floor]) =>
        fallOf(
          set,
          measure,
          rows.find((r) => r.measure === measure),
          floor,
        ),
      );
    });
}

/** @param {string} set @param {string} measure @param {Row | undefined} row @param {number} floor */
function fallOf(set, measure, row, floor) {
  if (!row) return [`${set}, ${measure}: not measured any more (floor ${floor})`];
  if (keeps(row, floor)) return [];
  return [`${set}, ${measure}: ${row.value ?? 'nothing to measure'} is ${row.lower ? 'above' : 'below'} its floor ${floor}`];
}

/** The floors with the figures of these results in place of what was recorded for their sets. @param {Floors} floors @param {Result[]} results */
export function raised(floors, results) {
  const measured = results.filter((r) => !r.skipped && r.rows.length > 0);
  return { ...floors, ...Object.fromEntries(measured.map((r) => [r.set, figuresOf(r.rows)])) };
}

/** @param {Row[]} rows @returns {Record<string, number>} */
function figuresOf(rows) {
  return Object.fromEntries(rows.flatMap((row) => (row.value === null ? [] : [[row.measure, row.value]])));
}

/** @param {Floors} floors */
export function writeFloors(floors) {
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}
