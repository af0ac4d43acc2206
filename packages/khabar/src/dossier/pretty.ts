// A dossier for a person at a terminal. Arabic stands in logical order between isolates; the terminal lays it out.
import type { DossierReport, Quotation, ReportEntry, ReportSection, ReportTable } from '@khabar/core';
import { type Colours, coloursFor, columnsOf, plainPiece, type Screen, wrapPieces } from '../cli/terminal.js';

export function dossierPretty(report: DossierReport, screen: Screen): string {
  const colours = coloursFor(screen);
  const facts = report.facts.flatMap(({ label, value }) => paragraph(`${label}: ${value}`, '', screen));
  const sections = report.sections.flatMap((section) => ['', ...sectionLines(section, screen, colours)]);
  const closing = report.closing.flatMap((line) => paragraph(line, '', screen)).map(colours.dim);
  return `${[colours.dim(report.kind), colours.bold(report.title), ...facts, ...sections, '', ...closing].join('\n')}\n`;
}

function sectionLines({ title, note, blocks, more }: ReportSection, screen: Screen, colours: Colours): string[] {
  const rule = '─'.repeat(Math.max(2, screen.width - columnsOf(title) - 4));
  const lines = [`── ${colours.bold(title)} ${colours.dim(rule)}`];
  if (note !== null) lines.push(...paragraph(note, '', screen).map(colours.dim));
  for (const block of blocks) {
    lines.push('');
    lines.push(...(block.kind === 'table' ? tableLines(block, colours) : entryLines(block, '  ', screen, colours)));
  }
  if (more !== null) lines.push('', colours.dim(more));
  return lines;
}

function entryLines({ title, notes, quotations, entries }: ReportEntry, indent: string, screen: Screen, colours: Colours): string[] {
  const first = `${indent}${colours.bold(title)}${notes.length === 0 ? '' : ` ${colours.dim(`· ${notes.join(' · ')}`)}`}`;
  const inside = entries.flatMap((each) => entryLines(each, `${indent}  `, screen, colours));
  return [first, ...quotations.flatMap((quotation) => quotationLines(quotation, `${indent}  `, screen, colours)), ...inside];
}

function quotationLines({ text, mark: [start, end], source }: Quotation, indent: string, screen: Screen, colours: Colours): string[] {
  const pieces = [
    plainPiece(text.slice(0, start)),
    { text: text.slice(start, end), paint: (part: string) => colours.underline(part) },
    plainPiece(text.slice(end)),
  ];
  return [...wrapPieces(pieces, screen.width - indent.length).map((line) => indent + line), colours.dim(`${indent}— ${source}`)];
}

function tableLines({ columns, rows }: ReportTable, colours: Colours): string[] {
  const cells = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => columnsOf(row[column] ?? ''))));
  const padded = cells.map((row) =>
    row.map((cell, column) => {
      const blank = ' '.repeat((widths[column] ?? 0) - columnsOf(cell));
      return columns[column]?.numeric ? blank + cell : cell + blank;
    }),
  );
  return padded.map((row, index) => (index === 0 ? colours.dim(`  ${row.join('   ')}`) : `  ${row.join('   ')}`));
}

function paragraph(text: string, indent: string, screen: Screen): string[] {
  return wrapPlain(text, screen.width - indent.length).map((line) => indent + line);
}

/** Breaks at blanks. Isolates stay whole: none spans a line, since a name is short. */
function wrapPlain(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(`${last} ${word}`) <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
