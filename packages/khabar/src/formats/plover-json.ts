// PLOVER JSON, one event a line, with the field names of the PLOVER manual. Actors and recipients stay lists.
import type { Mention, Participant, Place, Status } from '@khabar/core';
import type { TextFormat } from './format.js';
import { countOf, type EventReports, type ExportOptions, eventDay, firstReport, statedDate } from './reports.js';

/** The manual's auxiliary modes tell what is no present fact. */
const AUXILIARY: Record<Status, string[]> = {
  actual: [],
  historical: ['historical'],
  future: ['future'],
  hypothetical: ['hypothetical'],
  negated: ['negation'],
};

const COUNTRY = 1;
const CITY = 4;

export const ploverJson: TextFormat = {
  ending: 'jsonl',
  opening: '',
  between: '',
  closing: '',
  lines: (reports, options) => [`${JSON.stringify(ploverEvent(reports, options))}\n`],
};

/** `date` is required by the manual; null where neither the event nor its reports are dated. */
function ploverEvent(reports: EventReports, options: ExportOptions) {
  const { event, mentions } = reports;
  const first = firstReport(reports);
  return {
    id: event.id,
    has_event: true,
    date: eventDay(reports),
    enddate: statedDate(reports)?.end ?? null,
    actor: event.actors.map(entity),
    recipient: event.recipients.map(entity),
    event: [event.type],
    event_loc: event.place === null ? null : location(event.place),
    event_text: options.texts ? first.trigger.text : null,
    quad_code: event.quad,
    event_scale: event.score,
    mode: [...event.mode, ...AUXILIARY[event.status]],
    context: event.context,
    size: {
      dead: countOf(reports, 'killed')?.high ?? null,
      injured: countOf(reports, 'injured')?.high ?? null,
      arrested: countOf(reports, 'arrested')?.high ?? null,
    },
    text: options.texts ? first.sentence.text : null,
    text_info: { sequence: first.sentence.index, start: first.trigger.start, end: first.trigger.end },
    cite_info: mentions.map((mention) => citation(mention, options)),
    coder: `khabar ${first.coder.version} ${first.coder.lexicon}`,
    comment: statedDate(reports) === null ? 'date of the first report; the text states no day' : null,
  };
}

function entity({ country, sectors, text, wikidata, name }: Participant) {
  return { code: country, sector: sectors, entity_text: text, identifier_id: wikidata, identifier_text: name.en ?? name.ar };
}

function location({ text, name, geonames, lat, lon, country }: Place) {
  return {
    extracted_place: text,
    resolved_place: name.en ?? name.ar,
    geonameid: geonames,
    lat,
    lon,
    country_code: country,
    resolution: lat === null ? COUNTRY : CITY,
  };
}

function citation({ article, coder }: Mention, { texts }: ExportOptions) {
  const { id, url, source, title } = article;
  return {
    citation: id,
    url,
    title: texts ? title : null,
    language: 'ar',
    publication: source,
    coder: 'khabar',
    codebook: 'PLOVER 2.0',
    version: coder.version,
  };
}
