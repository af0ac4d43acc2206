// GDELT 2.0 events: one row for each pair of actors, without a header line.
import type { Participant, Place } from '@khabar/core';
import { actorCode } from './actor-codes.js';
import { baseOf, gdeltQuad, goldsteinOf, rootOf } from './cameo.js';
import { GDELT_EVENT_COLUMNS } from './columns.js';
import { fipsOf } from './country-codes.js';
import { type Cell, rowOf, tableFormat } from './format.js';
import { gdeltDay } from './gdelt.js';
import { compactTime, type EventReports, firstReport, nameOf, pairsOf } from './reports.js';

type Column = (typeof GDELT_EVENT_COLUMNS)[number];
type ActorColumn<Actor extends 'Actor1' | 'Actor2'> = Extract<Column, `${Actor}${string}`>;

export const gdeltEvents = tableFormat(GDELT_EVENT_COLUMNS, { header: false, missing: '' }, (reports) => {
  const day = gdeltDay(reports);
  if (day === null) return [];
  return pairsOf(reports).map(({ number, source, target }) =>
    rowOf(GDELT_EVENT_COLUMNS, {
      GLOBALEVENTID: number,
      ...actorCells('Actor1', source),
      ...actorCells('Actor2', target),
      ...eventCells(reports, day),
    }),
  );
});

function eventCells(
  reports: EventReports,
  day: string,
): Record<Exclude<Column, ActorColumn<'Actor1'> | ActorColumn<'Actor2'> | 'GLOBALEVENTID'>, Cell> {
  const { event, mentions } = reports;
  const { article } = firstReport(reports);
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(4, 6)), Number(day.slice(6))];
  return {
    SQLDATE: day,
    MonthYear: day.slice(0, 6),
    Year: year,
    FractionDate: (Number(year) + (month * 30 + date) / 365).toFixed(4),
    // In GDELT, events of the lead paragraph; here of the headline or the first sentence under it.
    IsRootEvent: mentions.some(({ sentence }) => sentence.index <= 1) ? 1 : 0,
    EventCode: event.cameo,
    EventBaseCode: baseOf(event.cameo),
    EventRootCode: rootOf(event.cameo),
    QuadClass: gdeltQuad(event.cameo),
    GoldsteinScale: goldsteinOf(event.cameo),
    NumMentions: mentions.length,
    NumSources: Math.max(1, event.outlets.length),
    NumArticles: event.articles.length,
    AvgTone: null,
    ...placeCells(event.place),
    DATEADDED: compactTime(event.first) ?? `${day}000000`,
    SOURCEURL: article.url ?? article.id,
  };
}

function actorCells<Actor extends 'Actor1' | 'Actor2'>(actor: Actor, side: Participant | null): Record<ActorColumn<Actor>, Cell> {
  const codes = side === null ? null : actorCode(side);
  const cells = {
    Code: codes?.code.replace('---', '') ?? null,
    Name: side === null ? null : nameOf(side)?.toUpperCase(),
    CountryCode: codes?.country,
    KnownGroupCode: codes?.body,
    EthnicCode: null,
    Religion1Code: null,
    Religion2Code: null,
    Type1Code: codes?.types[0],
    Type2Code: codes?.types[1],
    Type3Code: codes?.types[2],
    // Where the actor stands in the world is not coded: geography of type 0.
    Geo_Type: 0,
    Geo_FullName: null,
    Geo_CountryCode: null,
    Geo_ADM1Code: null,
    Geo_ADM2Code: null,
    Geo_Lat: null,
    Geo_Long: null,
    Geo_FeatureID: null,
  };
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [`${actor}${name}`, cell ?? null])) as Record<
    ActorColumn<Actor>,
    Cell
  >;
}

/** Type 4 is a place in the world, 1 a country, 0 none. */
function placeCells(place: Place | null): Record<Extract<Column, `ActionGeo${string}`>, Cell> {
  return {
    ActionGeo_Type: place === null ? 0 : place.lat === null ? 1 : 4,
    ActionGeo_FullName: place === null ? null : (place.name.en ?? place.text),
    ActionGeo_CountryCode: fipsOf(place?.country ?? null),
    ActionGeo_ADM1Code: null,
    ActionGeo_ADM2Code: null,
    ActionGeo_Lat: place?.lat ?? null,
    ActionGeo_Long: place?.lon ?? null,
    ActionGeo_FeatureID: place?.geonames ?? null,
  };
}
