// ICEWS: one row for each pair of source and target, in CAMEO.
import type { Participant } from '@khabar/core';
import { sectorNames } from './actor-codes.js';
import { cameoName, goldsteinOf } from './cameo.js';
import { ICEWS_COLUMNS } from './columns.js';
import { rowOf, tableFormat } from './format.js';
import { type ExportOptions, eventDay, firstReport, isAsserted, nameOf, numberOf, pairsOf } from './reports.js';

export const icews = tableFormat(ICEWS_COLUMNS, { header: true, missing: '' }, (reports, options) => {
  const { event } = reports;
  const day = eventDay(reports);
  if (day === null || !isAsserted(reports)) return [];
  const { article, sentence } = firstReport(reports);
  const place = event.place;
  return pairsOf(reports).map(({ number, source, target }) =>
    rowOf(ICEWS_COLUMNS, {
      'Event ID': number,
      'Event Date': day,
      'Source Name': source === null ? null : nameOf(source),
      'Source Sectors': sectors(source),
      'Source Country': countryName(source, options),
      'Event Text': cameoName(event.cameo),
      'CAMEO Code': event.cameo,
      Intensity: goldsteinOf(event.cameo),
      'Target Name': target === null ? null : nameOf(target),
      'Target Sectors': sectors(target),
      'Target Country': countryName(target, options),
      'Story ID': numberOf(article.id),
      'Sentence Number': sentence.index + 1,
      Publisher: article.source,
      City: place === null ? null : (place.name.en ?? place.text),
      District: null,
      Province: null,
      Country: place?.country == null ? null : (options.stateName(place.country) ?? place.country),
      Latitude: place?.lat ?? null,
      Longitude: place?.lon ?? null,
    }),
  );
});

const sectors = (side: Participant | null): string | null => (side === null ? null : sectorNames(side.sectors).join(','));

function countryName(side: Participant | null, { stateName }: ExportOptions): string | null {
  return side?.country == null ? null : stateName(side.country);
}
