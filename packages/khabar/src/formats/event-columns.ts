// The columns of Khabar's own flat table, one row an event: plain CSV and Parquet have the same. docs/dictionary.md describes them.
import { countOf, type EventReports, type ExportOptions, firstReport, nameOf, statedDate, unique } from './reports.js';

type Value = string | number | null;

export interface EventColumn {
  name: string;
  type: 'string' | 'integer' | 'number';
  of: (reports: EventReports, options: ExportOptions) => Value;
}

const LIST = '; ';
const string = (name: string, of: EventColumn['of']): EventColumn => ({ name, type: 'string', of });
const integer = (name: string, of: EventColumn['of']): EventColumn => ({ name, type: 'integer', of });
const number = (name: string, of: EventColumn['of']): EventColumn => ({ name, type: 'number', of });

/** Cells of a list stand in the order of the participants; one without a value leaves its place empty, so that lists can be read side by side. */
function sideColumns(side: 'actor' | 'recipient', of: (reports: EventReports) => EventReports['event']['actors']): EventColumn[] {
  const list = (value: (participant: EventReports['event']['actors'][number]) => string | null) => (reports: EventReports) => {
    const cells = of(reports).map((participant) => value(participant) ?? '');
    return cells.every((cell) => cell === '') ? null : cells.join(LIST);
  };
  return [
    string(`${side}_names`, list(nameOf)),
    string(
      `${side}_countries`,
      list(({ country }) => country),
    ),
    string(
      `${side}_sectors`,
      list(({ sectors }) => sectors.join(' ')),
    ),
    string(
      `${side}_wikidata`,
      list(({ wikidata }) => wikidata),
    ),
  ];
}

export const EVENT_COLUMNS: EventColumn[] = [
  string('id', ({ event }) => event.id),
  string('type', ({ event }) => event.type),
  string('mode', ({ event }) => event.mode.join(LIST)),
  string('context', ({ event }) => event.context.join(LIST)),
  string('cameo', ({ event }) => event.cameo),
  integer('quad', ({ event }) => event.quad),
  number('score', ({ event }) => event.score),
  string('status', ({ event }) => event.status),
  string('date_start', (reports) => statedDate(reports)?.start ?? null),
  string('date_end', (reports) => statedDate(reports)?.end ?? null),
  ...sideColumns('actor', ({ event }) => event.actors),
  ...sideColumns('recipient', ({ event }) => event.recipients),
  string('place_name', ({ event }) => event.place?.name.en ?? event.place?.text ?? null),
  string('place_country', ({ event }) => event.place?.country ?? null),
  number('latitude', ({ event }) => event.place?.lat ?? null),
  number('longitude', ({ event }) => event.place?.lon ?? null),
  integer('killed_low', (reports) => countOf(reports, 'killed')?.low ?? null),
  integer('killed_high', (reports) => countOf(reports, 'killed')?.high ?? null),
  integer('injured_low', (reports) => countOf(reports, 'injured')?.low ?? null),
  integer('injured_high', (reports) => countOf(reports, 'injured')?.high ?? null),
  integer('arrested_low', (reports) => countOf(reports, 'arrested')?.low ?? null),
  integer('arrested_high', (reports) => countOf(reports, 'arrested')?.high ?? null),
  string('topics', ({ event }) => event.topics.map(({ id }) => id).join(LIST)),
  integer('mentions', ({ mentions }) => mentions.length),
  integer('articles', ({ event }) => event.articles.length),
  string('outlets', ({ event }) => event.outlets.join(LIST)),
  string('first', ({ event }) => event.first),
  string('last', ({ event }) => event.last),
  number('confidence', ({ event }) => event.confidence),
  string('claimed_by', ({ event }) => event.claimedBy),
  string('contradictions', ({ event }) => event.contradictions.map(({ about }) => about).join(LIST)),
  string('reviewed', ({ event }) => String(event.reviewed)),
  string('article', (reports) => firstReport(reports).article.id),
  string('urls', ({ mentions }) => unique(mentions.map(({ article }) => article.url)).join(LIST)),
  string('trigger', (reports, { texts }) => (texts ? firstReport(reports).trigger.text : null)),
  string('sentence', (reports, { texts }) => (texts ? firstReport(reports).sentence.text : null)),
  string('coder', (reports) => `${firstReport(reports).coder.version} ${firstReport(reports).coder.lexicon}`),
];
