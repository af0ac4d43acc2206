// The shape in which every set hands in its figures, so that one table, one floor file and one check serve them all.

/**
 * @typedef {{ measure: string, value: number | null, right?: number, of?: number, note?: string, lower?: boolean }} Row
 *   `value` 0 to 1, null where there was nothing to measure; `lower`: the lower the better
 * @typedef {{ kind: string, where: string, text: string, detail: string }} Fault one thing that was read wrongly
 * @typedef {{ set: string, title: string, rows: Row[], faults: Fault[], skipped?: string, extra?: string }} Result `extra`: text below the table
 */

/** @param {number} x to three decimals, as they are printed and recorded */
export function rounded(x) {
  return Math.round(x * 1000) / 1000;
}

/** @param {string} measure @param {number} right @param {number} of @param {Partial<Row>} [more] @returns {Row} */
export function shareRow(measure, right, of, more = {}) {
  return { measure, value: of ? rounded(right / of) : null, right, of, ...more };
}

/** @param {string} set @param {string} title @param {string} why @returns {Result} */
export function skipped(set, title, why) {
  return { set, title, rows: [], faults: [], skipped: why };
}
