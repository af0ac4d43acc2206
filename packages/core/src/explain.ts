// How a sentence is read, for `khabar explain`: words and their parts, names, places, dates, and what became of each frame.

import type { ReadDocument } from './read-document.js';
import type { Sentence, Token, Who } from './document.js';
import type { SentenceReading } from './types.js';
import { TokenKind } from './text/tokens.js';
import { whosOf } from './who/discourse.js';
import { isoOf } from './when/calendar.js';
import type { Reading } from './text/words.js';

type ReadToken = SentenceReading['tokens'][number];

export function explainDocument(document: ReadDocument, sentence: Sentence, k: number): SentenceReading {
  const reader = document.readers[k];
  const tokens: ReadToken[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = document.tokens[i];
    if (token) tokens.push(readToken(token, reader?.matchesAt(i)[0]?.reading ?? token.word?.readings[0] ?? null, lemmaAt(document, k, i), posAt(sentence, i, token)));
  }
  const whos: Who[] = [];
  for (const u of sentence.units) if (u.kind === 'phrase') whos.push(...whosOf(u.phrase));
  const span = (from: number, to: number): { start: number; end: number } => ({ start: document.tokens[from]?.start ?? 0, end: document.tokens[to - 1]?.end ?? 0 });
  return {
    article: document.id,
    sentence: { index: sentence.index, start: sentence.start, end: sentence.end },
    tokens,
    dates: sentence.dates.map((d) => ({ ...span(d.from, d.to), from: isoOf(d.start), to: isoOf(d.end) })),
    names: whos.filter((w) => w.kind !== 'place' && w.to > w.from).map((w) => ({ ...span(w.from, w.to), country: w.country, sectors: w.sectors, wikidata: w.wikidata, kind: w.kind })),
    places: whos.filter((w) => w.kind === 'place').map((w) => ({ ...span(w.from, w.to), lat: w.lat ?? null, lon: w.lon ?? null, country: w.country })),
    frames: sentence.predicates.map((p) => ({ ...span(p.from, p.to), lemma: p.lemma, type: p.frame?.type ?? '', decision: p.frame ? [...p.slots].map(([slot, phrases]) => `${slot}: ${phrases.map((ph) => document.text.slice(span(ph.from, ph.to).start, span(ph.from, ph.to).end)).join(' + ')}`).join('; ') : 'no frame' })),
  };
}

function lemmaAt(document: ReadDocument, k: number, i: number): string | null {
  const match = document.readers[k]?.matchesAt(i)[0];
  if (!match) return null;
  return 'lemma' in match.entry ? match.entry.lemma : match.reading.stem;
}

function posAt(sentence: Sentence, i: number, token: Token): string {
  if (token.kind === TokenKind.Number) return 'number';
  if (token.kind === TokenKind.Punctuation) return 'punctuation';
  for (const u of sentence.units) {
    if (i < u.from || i >= u.to) continue;
    return u.kind === 'phrase' ? (u.phrase.kind === 'who' ? 'name' : 'noun') : u.kind === 'mark' ? 'punctuation' : u.kind;
  }
  return 'word';
}

function readToken(token: Token, reading: Reading | null, lemma: string | null, pos: string): ReadToken {
  const segments: ReadToken['segments'] = [];
  if (!reading) segments.push({ text: token.surface, kind: token.kind === TokenKind.Word ? 'stem' : pos });
  else segments.push(...cut(token.surface, reading));
  return { start: token.start, end: token.end, segments, lemma, pos };
}

/** Cuts the written form as the reading cut its key; marks stay with the letter before them. */
function cut(surface: string, reading: Reading): ReadToken['segments'] {
  const parts: ReadToken['segments'] = [];
  let rest = surface;
  const take = (letters: number, kind: string): void => {
    let seen = 0;
    let k = 0;
    while (k < rest.length && (seen < letters || !/[\u0621-\u064a\u0671-\u06d3]/.test(rest[k] ?? ''))) {
      if (/[\u0621-\u063f\u0641-\u064a\u0671-\u06d3]/.test(rest[k] ?? '')) seen++;
      k++;
    }
    parts.push({ text: rest.slice(0, k), kind });
    rest = rest.slice(k);
  };
  if (reading.conj) take(1, 'conjunction');
  if (reading.prep) take(1, 'preposition');
  if (reading.future) take(1, 'future');
  if (reading.def) take(reading.prep === 'ل' ? 1 : 2, 'article');
  if (reading.pron && rest.length > reading.pron.length) {
    parts.push({ text: rest.slice(0, rest.length - reading.pron.length), kind: 'stem' }, { text: rest.slice(rest.length - reading.pron.length), kind: 'pronoun' });
  } else if (rest) parts.push({ text: rest, kind: 'stem' });
  return parts;
}
