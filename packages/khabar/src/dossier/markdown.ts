// A dossier as Markdown, for notes and repositories. What Markdown would take for its own signs is escaped.
import type { DossierReport, Quotation, ReportEntry, ReportSection, ReportTable } from '@khabar/core';

export function dossierMarkdown(report: DossierReport): string {
  const facts = report.facts.map(({ label, value }) => `**${escaped(label)}:** ${escaped(value)}  `);
  const body = [
    `# ${escaped(report.title)}`,
    [`*${escaped(report.kind)}*  `, ...facts].join('\n'),
    ...report.sections.map(sectionMarkdown),
    '---',
    ...report.closing.map((line) => `*${escaped(line)}*`),
  ].join('\n\n');
  return report.direction === 'rtl' ? `<div dir="rtl" lang="ar">\n\n${body}\n\n</div>\n` : `${body}\n`;
}

function sectionMarkdown({ title, note, blocks, more }: ReportSection): string {
  const parts = [`## ${escaped(title)}`, note === null ? '' : escaped(note)];
  for (const block of blocks) parts.push(block.kind === 'table' ? tableMarkdown(block) : entryMarkdown(block, 3));
  parts.push(more === null ? '' : `*${escaped(more)}*`);
  return parts.filter((part) => part !== '').join('\n\n');
}

function entryMarkdown({ title, notes, quotations, entries }: ReportEntry, level: number): string {
  const heading = `${'#'.repeat(level)} ${escaped(title)}`;
  const parts = [
    heading,
    escaped(notes.join(' · ')),
    ...quotations.map(quotationMarkdown),
    ...entries.map((each) => entryMarkdown(each, level + 1)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Blank lines around the Arabic sentence make it a paragraph that right-to-left readers lay out by itself. */
function quotationMarkdown({ text, mark: [start, end], source, url }: Quotation): string {
  const marked = `${escaped(text.slice(0, start))}**${escaped(text.slice(start, end))}**${escaped(text.slice(end))}`;
  const named = isWebAddress(url) ? `[${escaped(source)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : escaped(source);
  return `> ${oneLine(marked)}\n>\n> — ${oneLine(named)}`;
}

function tableMarkdown({ columns, rows }: ReportTable): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => oneLine(escaped(cell))).join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    `| ${columns.map(({ numeric }) => (numeric ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

/** Links lead to the web only. */
export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
