// For tests: an annotated article of ../shared/gold as mentions, as a coder without faults would give them.

import { existsSync, readFileSync } from 'node:fs';
import { PLOVER, scoreOf } from '../src/ontology/plover.js';
import type { Channel, EventType, Mention, Participant, Status } from '../src/types.js';

interface GoldParticipant {
  text: string;
  code: string;
}

interface GoldEvent {
  id: string;
  s: number;
  trigger: string;
  type: EventType;
  mode: string[];
  actors: GoldParticipant[];
  recipients: GoldParticipant[];
  status: Status;
  date: string | null;
  speaker: GoldParticipant[];
  channel: Channel | null;
  same_as: string | null;
  start: number;
  end: number;
}

interface GoldArticle {
  article: { id: string; source: string; url: string | null; published: string; text: string };
  sentences: [start: number, end: number][];
  events: GoldEvent[];
}

const SHARED = new URL('../../../../shared/', import.meta.url);

/** A file of the shared material; null where it is missing. */
export function sharedFile(path: string): string | null {
  const file = new URL(path, SHARED);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** `topic` is given to the mentions of the sentences that have one of `cues`. */
export function mentionsOfGold(json: string, topic: Mention['topics'][number], cues: RegExp): Mention[] {
  const { article, sentences, events } = JSON.parse(json) as GoldArticle;
  const { text, ...head } = article;
  return events.map((event) => {
    const [start, end] = sentences[event.s] ?? [0, 0];
    const sentence = text.slice(start, end);
    return {
      id: event.id,
      event: event.same_as ?? event.id,
      article: { ...head, title: null },
      sentence: { index: event.s, start, end, text: sentence },
      trigger: { text: event.trigger, start: event.start, end: event.end, lemma: event.trigger },
      type: event.type,
      mode: event.mode,
      context: [],
      cameo: PLOVER[event.type].cameo,
      quad: PLOVER[event.type].quad,
      score: scoreOf(event.type, event.mode),
      status: event.status,
      actors: event.actors.map(participant),
      recipients: event.recipients.map(participant),
      date: event.date === null ? null : { start: event.date, end: event.date, text: '' },
      counts: [],
      about: null,
      place: null,
      attribution: event.speaker.map((speaker) => ({ ...participant(speaker), channel: event.channel })),
      topics: cues.test(sentence) ? [topic] : [],
      confidence: 1,
      why: [],
      coder: { version: 'gold', lexicon: 'gold' },
    };
  });
}

function participant({ text, code }: GoldParticipant): Participant {
  const [country = '', ...sectors] = code.split(' ');
  const known = country === '---' ? null : country;
  return { text, start: null, end: null, name: { ar: null, en: null }, country: known, sectors, wikidata: null, kind: 'role' };
}
