// Phoenix (Open Event Data Alliance): one row for each pair of source and target, ids, addresses and outlets of all reports joined.
import type { Participant } from '@khabar/core';
import { actorCode } from './actor-codes.js';
import { goldsteinOf, phoenixQuad, rootOf } from './cameo.js';
import { PHOENIX_COLUMNS } from './columns.js';
import { type Cell, rowOf, tableFormat } from './format.js';
import { type EventReports, eventDay, firstReport, isAsserted, pairsOf, unique } from './reports.js';

const LIST = ';';

export const phoenix = tableFormat(PHOENIX_COLUMNS, { header: false, missing: '' }, (reports) => {
  const { event, mentions } = reports;
  const day = eventDay(reports);
  if (day === null || !isAsserted(reports)) return [];
  const [year = '', month = '', date = ''] = day.split('-');
  return pairsOf(reports).map(({ number, source, target }) => {
    const [from, to] = [codesOf(source), codesOf(target)];
    return rowOf(PHOENIX_COLUMNS, {
      EventID: `${number}_v${firstReport(reports).coder.version}`,
      Date: `${year}${month}${date}`,
      Year: year,
      Month: month,
      Day: date,
      SourceActorFull: from.full,
      SourceActorEntity: from.entity,
      SourceActorRole: from.role,
      SourceActorAttribute: from.attribute,
      TargetActorFull: to.full,
      TargetActorEntity: to.entity,
      TargetActorRole: to.role,
      TargetActorAttribute: to.attribute,
      EventCode: event.cameo,
      EventRootCode: rootOf(event.cameo),
      QuadClass: phoenixQuad(event.cameo),
      GoldsteinScore: goldsteinOf(event.cameo),
      Issues: issuesOf(reports),
      Lat: event.place?.lat ?? null,
      Lon: event.place?.lon ?? null,
      LocationName: event.place?.name.en ?? event.place?.text ?? null,
      StateName: null,
      CountryCode: event.place?.country ?? null,
      SentenceID: mentions.map(({ article, sentence }) => `${article.id}_${sentence.index}`).join(LIST),
      URLs: unique(mentions.map(({ article }) => article.url)).join(LIST),
      NewsSources: event.outlets.join(LIST),
    });
  });
});

function codesOf(side: Participant | null): Record<'full' | 'entity' | 'role' | 'attribute', Cell> {
  if (side === null) return { full: '---', entity: '---', role: null, attribute: null };
  const { code } = actorCode(side);
  return { full: code, entity: code.slice(0, 3), role: code.slice(3, 6), attribute: code.slice(6) };
}

/** PLOVER contexts with the number of reports that have them, as Phoenix counts its issues. */
function issuesOf({ event, mentions }: EventReports): string {
  return event.context.map((context) => `${context},${mentions.filter((mention) => mention.context.includes(context)).length}`).join(LIST);
}
