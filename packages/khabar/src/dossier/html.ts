// A dossier as one page that needs nothing else: no network, no script. Made to be read, printed and sent on.
import type { DossierReport, Quotation, ReportEntry, ReportSection, ReportTable } from '@khabar/core';
import { isWebAddress } from './markdown.js';
import { PAGE_STYLE } from './page-style.js';

export function dossierHtml(report: DossierReport): string {
  const { language, direction, title, kind, facts, sections, closing } = report;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Khabar">
<title>${plain(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<p class="kind">${inline(kind)}</p>
<h1>${inline(title)}</h1>
<dl>${facts.map(({ label, value }) => `<div><dt>${inline(label)}</dt><dd>${inline(value)}</dd></div>`).join('')}</dl>
<nav>${sections.map(({ id, title: name }) => `<a href="#${id}">${inline(name)}</a>`).join('')}</nav>
</header>
<main>
${sections.map(sectionHtml).join('\n')}
</main>
<footer>${closing.map((line) => `<p>${inline(line)}</p>`).join('')}</footer>
</body>
</html>
`;
}

function sectionHtml({ id, title, note, blocks, more }: ReportSection): string {
  const remark = note === null ? '' : `<p class="note">${inline(note)}</p>\n`;
  const rest = more === null ? '' : `<p class="note">${inline(more)}</p>\n`;
  const inside = blocks.map((block) => (block.kind === 'table' ? tableHtml(block) : entryHtml(block, 3))).join('\n');
  return `<section id="${id}">\n<h2>${inline(title)}</h2>\n${remark}${inside}\n${rest}</section>`;
}

function entryHtml({ title, notes, quotations, entries }: ReportEntry, level: number): string {
  const remarks = notes.length === 0 ? '' : `<p class="notes">${notes.map((note) => `<span>${inline(note)}</span>`).join('')}</p>`;
  const inside = entries.map((each) => entryHtml(each, level + 1)).join('\n');
  return `<article><h${level}>${inline(title)}</h${level}>${remarks}${quotations.map(quotationHtml).join('')}${inside}</article>`;
}

/** The sentence is always Arabic, whatever the language of the report. */
function quotationHtml({ text, mark: [start, end], source, url, mention }: Quotation): string {
  const marked = `${escaped(text.slice(0, start))}<mark>${escaped(text.slice(start, end))}</mark>${escaped(text.slice(end))}`;
  const named = isWebAddress(url) ? `<a href="${escaped(url)}">${inline(source)}</a>` : inline(source);
  return `<figure data-mention="${escaped(mention)}"><blockquote lang="ar" dir="rtl">${marked}</blockquote><figcaption>${named}</figcaption></figure>`;
}

function tableHtml({ columns, rows }: ReportTable): string {
  const cell = (tag: 'th' | 'td', text: string, column: number) =>
    `<${tag}${columns[column]?.numeric ? ' class="number"' : ''}>${inline(text)}</${tag}>`;
  const head = columns.map(({ title }, column) => cell('th', title, column)).join('');
  const body = rows.map((row) => `<tr>${row.map((text, column) => cell('td', text, column)).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

/** Isolates become elements, which editors and screen readers know better than the characters. */
function inline(text: string): string {
  return escaped(text).replaceAll('\u2068', '<bdi>').replaceAll('\u2069', '</bdi>');
}

const plain = (text: string): string => escaped(text.replace(/[\u2068\u2069]/g, ''));

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
