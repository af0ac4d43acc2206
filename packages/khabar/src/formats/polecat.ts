// POLECAT's weekly files: one row for each pair of actor and recipient.
import type { Participant } from '@khabar/core';
import { POLECAT_COLUMNS } from './columns.js';
import { cowOf } from './country-codes.js';
import { type Cell, rowOf, tableFormat } from './format.js';
import { type EventReports, eventDay, firstReport, isAsserted, nameOf, type Pair, pairsOf, unique } from './reports.js';

const LIST = '; ';

export const polecat = tableFormat(POLECAT_COLUMNS, { header: true, missing: 'None' }, (reports) => {
  const day = eventDay(reports);
  if (day === null || !isAsserted(reports)) return [];
  return pairsOf(reports).map((pair, index) => rowOf(POLECAT_COLUMNS, { ...eventCells(reports, day, index), ...sideCells(pair) }));
});

type Column = (typeof POLECAT_COLUMNS)[number];
type SideColumn = Extract<Column, `${string}Actor${string}` | `${string}Recipient${string}`>;

function eventCells(reports: EventReports, day: string, index: number): Record<Exclude<Column, SideColumn>, Cell> {
  const { event, mentions } = reports;
  const published = event.first?.slice(0, 10) ?? null;
  const participants = mentions.flatMap(({ actors, recipients }) => [...actors, ...recipients]);
  const named = (...kinds: string[]) =>
    unique(participants.map(({ kind, name }) => (kinds.includes(kind) ? (name.en ?? name.ar) : null))).join(LIST);
  return {
    'Event ID': [(published ?? day).replaceAll('-', ''), index, `${event.id}_${[event.type, ...event.mode.slice(0, 1)].join('_')}`].join(
      '-',
    ),
    'Event Date': day,
    'Event Type': event.type,
    'Event Mode': event.mode[0] ?? null,
    Intensity: event.score,
    'Quad Code': event.quad,
    Contexts: event.context.join(LIST),
    Placename: event.place?.name.en ?? event.place?.text ?? null,
    City: null,
    District: null,
    Province: null,
    Country: event.place?.country ?? null,
    Latitude: event.place?.lat ?? null,
    Longitude: event.place?.lon ?? null,
    'GeoNames ID': event.place?.geonames ?? null,
    'Raw Placename': event.place?.text ?? null,
    'Feature Type': null,
    Source: event.outlets.join(LIST),
    'Publication Date': published,
    'Story People': named('person'),
    'Story Organizations': named('organisation'),
    'Story Locations': unique(mentions.map(({ place }) => place?.name.en ?? place?.text ?? null)).join(LIST),
    Language: 'Arabic',
    Version: `khabar ${firstReport(reports).coder.version}`,
  };
}

function sideCells({ source, target }: Pair): Record<SideColumn, Cell> {
  return {
    'Actor Name': name(source),
    'Actor Country': source?.country ?? null,
    'Actor COW': cowOf(source?.country ?? null),
    'Primary Actor Sector': source?.sectors[0] ?? null,
    'Actor Sectors': source?.sectors.join(LIST) ?? null,
    'Actor Title': null,
    'Actor Name Raw': source?.text ?? null,
    'Wikipedia Actor ID': null,
    'Recipient Name': name(target),
    'Recipient Country': target?.country ?? null,
    'Recipient COW': cowOf(target?.country ?? null),
    'Primary Recipient Sector': target?.sectors[0] ?? null,
    'Recipient Sectors': target?.sectors.join(LIST) ?? null,
    'Recipient Title': null,
    'Recipient Name Raw': target?.text ?? null,
    'Wikipedia Recipient ID': null,
  };
}

const name = (side: Participant | null): string | null => (side === null ? null : nameOf(side));
