// Events for a person at a terminal: what, who, when, where, and how well it is reported.
import type { EventRecord, Mention, Participant } from '@khabar/core';
import { type Colours, isolate, showable } from './terminal.js';

export type ReportedEvent = EventRecord & { reports?: { mention: Mention; why: string }[] };

export function prettyEvent(event: ReportedEvent, colours: Colours): string {
  const { bold, dim, yellow } = colours;
  const what = [bold(event.type), ...event.mode].join(' ');
  const day =
    event.date === null ? 'undated' : event.date.start === event.date.end ? event.date.start : `${event.date.start} to ${event.date.end}`;
  const sides = [event.actors, event.recipients].filter((side) => side.length > 0).map(partiesIn);
  const place = event.place === null ? [] : [`in ${event.place.name.en ?? isolate(showable(event.place.text))}`];
  const status = event.status === 'actual' ? [] : [event.status];
  const told = `${plural(event.outlets.length, 'outlet')}, ${plural(event.articles.length, 'article')}, confidence ${event.confidence}`;
  const lines = [
    `${yellow(day)}  ${[what, ...status].join(' ')}  ${sides.join(' → ')} ${place.join('')}`.trimEnd(),
    dim(`    ${event.id} · ${told}`),
  ];
  if (event.claimedBy !== null) lines.push(`    only ${event.claimedBy} says so`);
  for (const { about, readings } of event.contradictions)
    lines.push(`    ${about}: ${readings.map(({ says, mentions }) => `${says} (${mentions.length})`).join(' against ')}`);
  for (const report of event.reports ?? []) lines.push(...prettyReport(report, colours));
  return `${lines.join('\n')}\n`;
}

function prettyReport({ mention, why }: { mention: Mention; why: string }, { dim }: Colours): string[] {
  const { article, sentence, id } = mention;
  return [
    `    ${article.published?.slice(0, 16) ?? '—'} ${article.source ?? article.id}: ${isolate(showable(sentence.text))}`,
    dim(`        ${id} · ${why}`),
  ];
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function partiesIn(parties: Participant[]): string {
  return parties
    .map(({ name, country, sectors, text }) => [name.en ?? isolate(showable(text)), country ?? '---', sectors[0] ?? ''].join(' ').trim())
    .join(', ');
}
