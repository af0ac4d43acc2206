// Writes answers of an archive: for reading, as JSON Lines, as one JSON list, or as a table for spreadsheets (CSV).

import type { Io } from './io.js';
import { createOutput, createRecordWriter, FORMATS } from './output.js';

export const ANSWER_FORMATS = [...FORMATS, 'csv'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** How one kind of answer is put for a person, and into columns. */
export interface Shape<Item> {
  pretty(item: Item): string;
  columns: Record<string, (item: Item) => string | number | null | undefined>;
}

/** Streams the answers; a reader that leaves early ends it quietly. Returns how many were written. */
export async function writeAnswers<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  format: AnswerFormat,
  shape: Shape<Item>,
  io: Io,
): Promise<number> {
  const output = createOutput(io.stdout);
  const writer = createRecordWriter(format === 'csv' ? 'pretty' : format, output);
  if (format === 'csv') await output.write(csvLine(Object.keys(shape.columns)));
  let written = 0;
  for await (const item of items) {
    if (output.closed) return written;
    await writer.write([record(item, format, shape)]);
    written += 1;
  }
  await writer.end();
  return written;
}

function record<Item>(item: Item, format: AnswerFormat, { pretty, columns }: Shape<Item>): string {
  if (format === 'pretty') return pretty(item);
  return format === 'csv' ? csvLine(Object.values(columns).map((column) => column(item))) : JSON.stringify(item);
}

/** As RFC 4180 has it: quotation marks around what holds a comma, a quotation mark or a line break. */
function csvLine(values: (string | number | null | undefined)[]): string {
  const cell = (value: string | number | null | undefined): string => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${values.map(cell).join(',')}\r\n`;
}
