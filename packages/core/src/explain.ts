// How a sentence is read, for `khabar explain`: words and their parts, names, places, dates, and what became of each frame.

import type { Sentence, Who } from './document.js';
import type { ReadDocument } from './read-document.js';
import { type Hint, Segmenter } from './text/segment.js';
import type { SentenceReading } from './types.js';
import { isoOf } from './when/calendar.js';
import { whosOf } from './who/belonging.js';

/** One for each article, however many of its sentences are asked for. */
const segmenters = new WeakMap<ReadDocument, Segmenter>();

export function explainDocument(document: ReadDocument, sentence: Sentence, k: number): SentenceReading {
  const whos: Who[] = [];
  for (const u of sentence.units) if (u.kind === 'phrase') whos.push(...whosOf(u.phrase));
  const span = (from: number, to: number): { start: number; end: number } => ({
    start: document.tokens[from]?.start ?? 0,
    end: document.tokens[to - 1]?.end ?? 0,
  });
  return {
    article: document.id,
    sentence: { index: sentence.index, start: sentence.start, end: sentence.end },
    tokens: readTokens(document, sentence, k),
    dates: sentence.dates.map((d) => ({ ...span(d.from, d.to), from: isoOf(d.start), to: isoOf(d.end) })),
    names: whos
      .filter((w) => w.kind !== 'place' && w.to > w.from)
      .map((w) => ({ ...span(w.from, w.to), country: w.country, sectors: w.sectors, wikidata: w.wikidata, kind: w.kind })),
    places: whos
      .filter((w) => w.kind === 'place')
      .map((w) => ({ ...span(w.from, w.to), lat: w.lat ?? null, lon: w.lon ?? null, country: w.country })),
    frames: sentence.predicates.map((p) => ({
      ...span(p.from, p.to),
      lemma: p.lemma,
      type: p.frame?.type ?? '',
      decision: p.frame
        ? [...p.slots]
            .map(
              ([slot, phrases]) =>
                `${slot}: ${phrases.map((ph) => document.text.slice(span(ph.from, ph.to).start, span(ph.from, ph.to).end)).join(' + ')}`,
            )
            .join('; ')
        : 'no frame',
    })),
  };
}

function readTokens(document: ReadDocument, sentence: Sentence, k: number): SentenceReading['tokens'] {
  let segmenter = segmenters.get(document);
  if (!segmenter) {
    segmenter = new Segmenter(document.tokens);
    segmenters.set(document, segmenter);
  }
  const hints = hintsOf(document, sentence, k);
  const tokens: SentenceReading['tokens'] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = document.tokens[i];
    if (!token) continue;
    const { parts, lemma, pos } = segmenter.segment(i, hints[i - sentence.from]);
    tokens.push({ start: token.start, end: token.end, segments: parts, lemma, pos });
  }
  return tokens;
}

const NAMES = new Set(['state', 'person', 'organisation', 'place']);

/** What the sentence's layers tell of each of its words. */
function hintsOf(document: ReadDocument, sentence: Sentence, k: number): Hint[] {
  const reader = document.readers[k];
  const hints: Hint[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const match = reader?.matchesAt(i)[0];
    const name =
      match && match.length > 1 && NAMES.has(match.entry.kind)
        ? { reading: match.reading, entry: match.entry, length: match.length }
        : null;
    const inside = hints[i - sentence.from]?.inside ?? false;
    hints[i - sentence.from] = { unit: 'other', name: inside ? null : name, inside };
    if (name && !inside)
      for (let j = 1; j < name.length; j++)
        hints[i - sentence.from + j] = { unit: 'other', name: null, inside: match?.entry.kind !== 'organisation' };
  }
  for (const u of sentence.units) {
    const unit = u.kind === 'verb' || u.kind === 'phrase' ? u.kind : 'other';
    for (let i = u.from; i < u.to; i++) {
      const hint = hints[i - sentence.from];
      if (hint) hint.unit = unit;
    }
  }
  return hints;
}
