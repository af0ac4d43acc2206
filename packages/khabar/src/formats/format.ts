// What a format of export is, and how cells of tab-separated files are written.
import type { EventReports, ExportOptions } from './reports.js';

/** A format of text, written event by event. The whole file is `opening`, the lines with `between` between them, and `closing`. */
export interface TextFormat {
  ending: string;
  opening: string;
  between: string;
  closing: string;
  /** One event's lines without line ends; none where the format cannot hold it. Pure. */
  lines: (reports: EventReports, options: ExportOptions) => string[];
}

export type Cell = string | number | null;

/** A tab-separated format: `header` where its files begin with the names of the columns, `missing` for what is not known. */
export function tableFormat(
  columns: readonly string[],
  layout: { header: boolean; missing: string },
  rows: (reports: EventReports, options: ExportOptions) => Cell[][],
): TextFormat {
  return {
    ending: 'tsv',
    opening: layout.header ? `${columns.join('\t')}\n` : '',
    between: '',
    closing: '',
    lines: (reports, options) => rows(reports, options).map((row) => `${row.map((cell) => cellText(cell, layout.missing)).join('\t')}\n`),
  };
}

/** Tabs and line ends would break the table, a straight quotation mark would open a quoted cell for some readers: both are replaced. */
function cellText(cell: Cell, missing: string): string {
  if (cell === null || cell === '') return missing;
  return String(cell)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('"', '”');
}

/** A row whose cells are named: none can stand in the wrong column, none can be forgotten. */
export function rowOf<Column extends string>(columns: readonly Column[], cells: Record<Column, Cell>): Cell[] {
  return columns.map((column) => cells[column]);
}
