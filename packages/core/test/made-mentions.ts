// For tests: mentions made by hand, of which only what matters to the test is said.

import { PLOVER, scoreOf } from '../src/ontology/plover.js';
import type { Mention, Participant } from '../src/types.js';

/** `IRN GOV` as a state; `YEM REB Houthis` as an organisation of that name. */
export function made(code: string): Participant {
  const [country = '', sector, ...name] = code.split(' ');
  const en = name.length > 0 ? name.join(' ') : null;
  return {
    text: code,
    start: 0,
    end: code.length,
    name: { ar: null, en },
    country: country === '---' ? null : country,
    sectors: sector === undefined ? [] : [sector],
    wikidata: null,
    kind: en === null ? 'state' : 'organisation',
  };
}

let count = 0;

/** An asserted mention of 1 May 2018 on `dispute`, in an article of its own, unless `facts` say otherwise. */
export function mention(facts: Partial<Mention> & Pick<Mention, 'type'>, dispute: string | null = 'syria'): Mention {
  count += 1;
  const { type, mode = [] } = facts;
  const id = `m${count}`;
  const sentence = `جملة رقم ${count}`;
  return {
    id,
    event: id,
    article: { id: `a${count}`, url: null, source: null, title: null, published: '2018-05-01T10:00:00+00:00' },
    sentence: { index: 0, start: 0, end: sentence.length, text: sentence },
    trigger: { text: 'جملة', start: 0, end: 4, lemma: 'جملة' },
    mode,
    context: [],
    cameo: PLOVER[type].cameo,
    quad: PLOVER[type].quad,
    score: scoreOf(type, mode),
    status: 'actual',
    actors: [],
    recipients: [],
    date: null,
    counts: [],
    about: null,
    place: null,
    attribution: [],
    topics: dispute === null ? [] : [{ id: dispute, name: { ar: null, en: dispute }, kind: 'dispute' }],
    confidence: 0.5,
    why: [],
    coder: { version: 'test', lexicon: 'test' },
    ...facts,
  };
}

export function on(day: string): Pick<Mention, 'date'> {
  return { date: { start: day, end: day, text: '' } };
}

export function published(day: string, article: string): Pick<Mention, 'article'> {
  return { article: { id: article, url: null, source: null, title: null, published: `${day}T10:00:00+00:00` } };
}
