// How each kind of answer looks: a line or more for reading, columns for tables.
import type { EventRecord, Mention, Participant } from '@khabar/core';
import type { ActorCount, DyadCount, PeriodCount } from '../store/counts.js';
import type { Shape } from './answer.js';
import type { Io } from './io.js';
import { prettyEvent, type ReportedEvent } from './pretty-events.js';
import { screenOf } from './run.js';
import { coloursFor, isolate, showable } from './terminal.js';

const codesOf = (parties: Participant[]): string =>
  parties.map(({ country, sectors }) => [country ?? '---', ...sectors].join(' ')).join('; ');
const line = (cells: (string | number)[]): string => `${cells.join('  ')}\n`;

const eventColumns: Shape<EventRecord>['columns'] = {
  id: ({ id }) => id,
  type: ({ type }) => type,
  mode: ({ mode }) => mode.join('; '),
  cameo: ({ cameo }) => cameo,
  quad: ({ quad }) => quad,
  score: ({ score }) => score,
  status: ({ status }) => status,
  actors: ({ actors }) => codesOf(actors),
  recipients: ({ recipients }) => codesOf(recipients),
  start: ({ date }) => date?.start,
  end: ({ date }) => date?.end,
  place: ({ place }) => place?.name.en,
  lat: ({ place }) => place?.lat,
  lon: ({ place }) => place?.lon,
  mentions: ({ mentions }) => mentions.length,
  articles: ({ articles }) => articles.length,
  outlets: ({ outlets }) => outlets.join('; '),
  first: ({ first }) => first,
  last: ({ last }) => last,
  confidence: ({ confidence }) => confidence,
};

const mentionColumns: Shape<Mention>['columns'] = {
  id: ({ id }) => id,
  event: ({ event }) => event,
  article: ({ article }) => article.id,
  source: ({ article }) => article.source,
  published: ({ article }) => article.published,
  type: ({ type }) => type,
  mode: ({ mode }) => mode.join('; '),
  cameo: ({ cameo }) => cameo,
  score: ({ score }) => score,
  status: ({ status }) => status,
  actors: ({ actors }) => codesOf(actors),
  recipients: ({ recipients }) => codesOf(recipients),
  start: ({ date }) => date?.start,
  end: ({ date }) => date?.end,
  place: ({ place }) => place?.name.en,
  trigger: ({ trigger }) => trigger.text,
  sentence: ({ sentence }) => sentence.text,
  confidence: ({ confidence }) => confidence,
};

/** `color` is false for `--no-color`. */
export function shapesFor(io: Io) {
  const event = (color: boolean | undefined): Shape<ReportedEvent> => {
    const colours = coloursFor(screenOf(io, color === undefined ? {} : { color }));
    return { pretty: (item) => prettyEvent(item, colours), columns: eventColumns };
  };
  const mention: Shape<Mention> = {
    pretty: ({ type, mode, actors, recipients, article, sentence }) =>
      line([
        `${[type, ...mode].join(' ')}  ${codesOf(actors)} → ${codesOf(recipients)}  ${article.source ?? article.id}\n   `,
        isolate(showable(sentence.text)),
      ]),
    columns: mentionColumns,
  };
  const actor: Shape<ActorCount> = {
    pretty: ({ country, sector, acting, receiving, score }) =>
      line([country.padEnd(4), sector.padEnd(4), String(acting).padStart(7), String(receiving).padStart(7), score ?? '']),
    columns: {
      country: (c) => c.country,
      sector: (c) => c.sector,
      acting: (c) => c.acting,
      receiving: (c) => c.receiving,
      score: (c) => c.score,
    },
  };
  const quads = {
    verbalCooperation: (c: { quads: number[] }) => c.quads[0],
    materialCooperation: (c: { quads: number[] }) => c.quads[1],
    verbalConflict: (c: { quads: number[] }) => c.quads[2],
    materialConflict: (c: { quads: number[] }) => c.quads[3],
  };
  const dyad: Shape<DyadCount> = {
    pretty: (c) =>
      line([`${c.actor} → ${c.recipient}`.padEnd(12), String(c.events).padStart(7), String(c.score).padStart(7), c.quads.join(' · ')]),
    columns: { actor: (c) => c.actor, recipient: (c) => c.recipient, events: (c) => c.events, score: (c) => c.score, ...quads },
  };
  const period: Shape<PeriodCount> = {
    pretty: (c) => line([c.from, String(c.events).padStart(7), String(c.score).padStart(7), c.quads.join(' · ')]),
    columns: { from: (c) => c.from, events: (c) => c.events, score: (c) => c.score, ...quads },
  };
  return { event, mention, actor, dyad, period };
}
