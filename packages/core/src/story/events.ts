// Events of mentions that are all at hand: merged in memory as an archive merges them.

import type { EventRecord, Mention } from '../types.js';
import { actsOf } from './across.js';
import { eventOf, noteOpposed } from './event.js';
import { type Report, reportsOf } from './report.js';

/** The events of any number of articles' mentions, whatever their order. For many thousand articles use an archive. */
export function eventsOf(mentions: Iterable<Mention>): EventRecord[] {
  const articles = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const own = articles.get(mention.article.id);
    if (own === undefined) articles.set(mention.article.id, [mention]);
    else own.push(mention);
  }
  const kinds = new Map<string, Report[]>();
  for (const report of [...articles.values()].flatMap(reportsOf)) {
    const kind = `${report.type} ${report.standing}`;
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, [report]);
    else same.push(report);
  }
  const events = [...kinds.values()].flatMap((reports) => actsOf(reports).map((act) => eventOf(act)));
  noteOpposed(events);
  return events;
}
