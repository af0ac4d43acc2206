// The phrase from which all phrases are made.

import type { Phrase } from '../document.js';

/** Copies of phrases are spreads, so the first of them is one too: all then have one shape to an engine, which reads them faster. */
const BLANK: Phrase = {
  kind: 'plain',
  from: -1,
  to: -1,
  head: -1,
  prep: '',
  conj: false,
  def: false,
  who: [],
  event: null,
  inner: null,
  adjectives: [],
  pron: '',
  count: null,
  unknown: false,
  adjective: false,
};

export function emptyPhrase(kind: Phrase['kind'], from: number, to: number): Phrase {
  return { ...BLANK, kind, from, to, head: from, who: [], adjectives: [] };
}
