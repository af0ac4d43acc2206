// JSON-LD: events in the words of schema.org where it has them, codes in PLOVER's and Khabar's own, so that a triple store takes the file as it is.
import type { Mention, Participant, Place } from '@khabar/core';
import type { TextFormat } from './format.js';
import { type EventReports, type ExportOptions, firstReport, statedDate } from './reports.js';

const CONTEXT = {
  '@vocab': 'https://schema.org/',
  plover: 'urn:plover:',
  khabar: 'urn:khabar:',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  startDate: { '@type': 'xsd:date' },
  endDate: { '@type': 'xsd:date' },
  datePublished: { '@type': 'xsd:dateTime' },
  actor: { '@id': 'khabar:actor' },
  recipient: { '@id': 'khabar:recipient' },
  status: { '@id': 'khabar:status' },
  mode: { '@id': 'plover:mode' },
  context: { '@id': 'plover:context' },
  score: { '@id': 'plover:score' },
  quad: { '@id': 'plover:quad' },
  sector: { '@id': 'plover:sector' },
  country: { '@id': 'plover:country' },
  cameo: { '@id': 'khabar:cameo' },
  confidence: { '@id': 'khabar:confidence' },
  coder: { '@id': 'khabar:coder' },
};

export const jsonLd: TextFormat = {
  ending: 'jsonld',
  opening: `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n`,
  between: ',\n',
  closing: '\n]}\n',
  lines: (reports, options) => [JSON.stringify(node(reports, options))],
};

function node(reports: EventReports, options: ExportOptions) {
  const { event, mentions } = reports;
  const { coder } = firstReport(reports);
  const date = statedDate(reports);
  return {
    '@id': `khabar:event:${event.id}`,
    '@type': ['Event', `plover:${event.type}`],
    ...(date === null ? {} : { startDate: date.start, endDate: date.end }),
    mode: event.mode,
    context: event.context,
    quad: event.quad,
    score: event.score,
    cameo: event.cameo,
    status: event.status,
    actor: event.actors.map(agent),
    recipient: event.recipients.map(agent),
    ...(event.place === null ? {} : { location: location(event.place) }),
    about: event.topics.map(({ id, name }) => ({ '@id': `khabar:topic:${id}`, name: names(name.ar, name.en) })),
    confidence: event.confidence,
    coder: `${coder.version} ${coder.lexicon}`,
    subjectOf: mentions.map((mention) => report(mention, options)),
  };
}

function agent({ name, text, country, sectors, wikidata, kind }: Participant) {
  return {
    ...(wikidata === null ? {} : { '@id': `http://www.wikidata.org/entity/${wikidata}` }),
    '@type': kind === 'person' ? 'Person' : kind === 'state' || kind === 'capital' ? 'Country' : 'Organization',
    name: name.ar === null && name.en === null ? names(text === '' ? null : text, null) : names(name.ar, name.en),
    country,
    sector: sectors,
  };
}

function location({ name, text, country, lat, lon }: Place) {
  return {
    '@type': 'Place',
    name: names(name.ar ?? text, name.en),
    country,
    ...(lat === null || lon === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } }),
  };
}

/** The sentence stands in an article: a quotation from it, at its offsets in UTF-16 code units. */
function report({ id, article, sentence, trigger }: Mention, { texts }: ExportOptions) {
  return {
    '@id': `khabar:mention:${id}`,
    '@type': 'Quotation',
    ...(texts ? { text: sentence.text, 'khabar:trigger': trigger.text } : {}),
    'khabar:start': trigger.start,
    'khabar:end': trigger.end,
    isPartOf: {
      '@type': 'NewsArticle',
      identifier: article.id,
      inLanguage: 'ar',
      ...(article.url === null ? {} : { url: article.url }),
      ...(texts && article.title !== null ? { headline: article.title } : {}),
      ...(article.published === null ? {} : { datePublished: article.published }),
      ...(article.source === null ? {} : { publisher: { '@type': 'Organization', name: article.source } }),
    },
  };
}

function names(ar: string | null, en: string | null) {
  const found = [ar === null ? null : { '@value': ar, '@language': 'ar' }, en === null ? null : { '@value': en, '@language': 'en' }];
  return found.filter((name) => name !== null);
}
