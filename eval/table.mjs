// Lays figures out as a table for the terminal.
import { keeps } from './floors.mjs';

/** @typedef {import('./measure.mjs').Result} Result @typedef {import('./score.mjs').Levels} Levels */

/**
 * One set's figures beside their floors and goals.
 * @param {Result} result
 * @param {Record<string, number>} floors
 * @param {Record<string, [number, number]>} goals
 */
export function resultTable(result, floors, goals) {
  if (result.skipped) return `${result.title}\n  left out: ${result.skipped}\n`;
  const rows = result.rows.map((row) => {
    const floor = floors[row.measure];
    const [least, aim] = goals[row.measure] ?? [];
    const counts = row.of === undefined ? '' : `${row.right}/${row.of}`;
    return [row.measure, figure(row.value), counts, bounded(row, floor), bounded(row, least), bounded(row, aim), row.note ?? ''];
  });
  const atLeast = result.rows.some((r) => r.lower) ? 'goal' : 'at least';
  return `${result.title}\n${columns([['', 'now', '', 'floor', atLeast, 'aim', ''], ...rows])}\n`;
}

/** Detect, dyad and full of each type or article. @param {Record<string, Levels>} groups @param {string} name */
export function levelsTable(groups, name) {
  const rows = Object.entries(groups).map(([key, l]) => [
    key,
    `${l.required}`,
    `${l.predicted}`,
    figure(l.detect.p),
    figure(l.detect.r),
    figure(l.detect.f1),
    figure(l.dyad.f1),
    figure(l.full.f1),
  ]);
  return `${columns([[name, 'gold', 'coded', 'P', 'R', 'detect', 'dyad', 'full'], ...rows])}\n`;
}

/** @param {number | null | undefined} value */
function figure(value) {
  return value == null ? '–' : value.toFixed(3);
}

/** A bound, marked where the figure does not keep it. @param {import('./measure.mjs').Row} row @param {number | undefined} bound */
function bounded(row, bound) {
  if (bound === undefined) return '';
  return `${figure(bound)}${keeps(row, bound) ? ' ' : '!'}`;
}

/** Left-aligned first and last column, right-aligned figures. @param {string[][]} rows */
function columns(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const last = widths.length - 1;
  const isText = (/** @type {number} */ i) => i === 0 || (i === last && rows[0][i] === '');
  return rows
    .map((row) => `  ${row.map((cell, i) => (isText(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')}`.trimEnd())
    .join('\n');
}
