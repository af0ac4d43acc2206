// Plain CSV after RFC 4180, one row an event, with a header line.
import { EVENT_COLUMNS } from './event-columns.js';
import type { TextFormat } from './format.js';

const line = (cells: string[]): string => `${cells.join(',')}\r\n`;

export const csv: TextFormat = {
  ending: 'csv',
  opening: line(EVENT_COLUMNS.map(({ name }) => name)),
  between: '',
  closing: '',
  lines: (reports, options) => [line(EVENT_COLUMNS.map(({ of }) => quoted(of(reports, options))))],
};

function quoted(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
