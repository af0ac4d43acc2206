// The first stages: text to tokens, sentences, what the lexicon knows at each word, dates and units.

import { learnPersons } from './clauses/bearers.js';
import type { PhraseContext } from './clauses/phrases.js';
import { SentenceReader } from './clauses/reader.js';
import { unitsOf } from './clauses/units.js';
import type { Document, Sentence } from './document.js';
import type { StateEntry } from './lexicon/entries.js';
import type { PreparedArticle } from './text/article.js';
import { matchSentence } from './text/match.js';
import { sentencesOf } from './text/sentences.js';
import { tokenize } from './text/tokens.js';
import type { WordReader } from './text/words.js';
import { localDay } from './when/calendar.js';
import { readDateline } from './when/dateline.js';
import { findDates } from './when/dates.js';

export interface ReadDocument extends Document {
  readers: SentenceReader[];
  published: string | null;
  readerAt(token: number): SentenceReader | undefined;
}

/** How many sentences at the top may be the dateline. */
const TOP = 5;

/** Reads an article into tokens, sentences and units. Needs nothing; gives `units` and `dates` of every sentence. */
export function readDocument(words: WordReader, prepared: PreparedArticle, quotatives: ReadonlySet<string>): ReadDocument {
  const { text, article } = prepared;
  const tokens = tokenize(text, words);
  const spans = sentencesOf(text, tokens);
  const document: ReadDocument = {
    id: article.id,
    text,
    tokens,
    sentences: [],
    day: localDay(article.published),
    readers: [],
    published: article.published ?? null,
    readerAt: (i) => readerAt(document.readers, i),
  };
  const known: PhraseContext['known'] = new Map();
  const skipped = new Set<number>();
  const headline = text.slice(spans[0]?.start ?? 0, spans[0]?.end ?? 0);
  for (const [index, span] of spans.entries()) {
    const reader = new SentenceReader(tokens, span.from, span.to, matchSentence(tokens, span.from, span.to));
    const { from, to, start, end } = span;
    const sentence: Sentence = { from, to, start, end, index, units: [], predicates: [], dates: [], headlineSpeaker: null };
    document.sentences.push(sentence);
    document.readers.push(reader);
    if (index > 0 && index < TOP) {
      if (text.slice(span.start, span.end) === headline) {
        skipped.add(index);
        continue;
      }
      const dateline = readDateline(reader);
      if (dateline) {
        document.published ??= dateline.published;
        document.day ??= localDay(dateline.published);
        skipped.add(index);
      }
    }
  }
  if (offTopic(document.readers)) return document;
  const untold = untoldStates(document.readers);
  if (untold.size > 0) for (const reader of document.readers) reader.untold = untold;
  for (const reader of document.readers) learnPersons(reader, known, document.day);
  const before = new Set(known.keys());
  for (const sentence of document.sentences) {
    const reader = document.readers[sentence.index];
    if (reader && !skipped.has(sentence.index)) addLayers(document, sentence, { reader, day: document.day, known, quotatives });
  }
  learntLater(document, before, known, (sentence, reader) => {
    sentence.units = unitsOf({ reader, day: document.day, known, quotatives }, sentence.dates);
  });
  return document;
}

/** An article is about sport where so many of its words are of sport: sport tells of no political event. */
const SPORT_SHARE = 0.035;

function offTopic(readers: readonly SentenceReader[]): boolean {
  let sport = 0;
  let words = 0;
  for (const reader of readers) {
    words += reader.to - reader.from;
    for (const c of reader.cues) if (c.entry.kind === 'cue' && c.entry.of === 'filter') sport++;
  }
  return sport > 3 && sport > words * SPORT_SHARE;
}

/** States of which the article has only a word that may be a plain adjective: مالي (of Mali, or financial), with no capital named, nor the name behind a preposition, nor an army or government of theirs. */
function untoldStates(readers: readonly SentenceReader[]): Set<string> {
  const doubtful = new Set<string>();
  const told = new Set<string>();
  for (const reader of readers) {
    for (let i = reader.from; i < reader.to; i++) {
      const { name, nisba, common } = reader.view(i);
      if (name === null && nisba === null) continue;
      const adjective = common?.entry.kind === 'common' && common.entry.of === 'adj';
      for (const match of [name, nisba])
        if (match?.entry.kind === 'state') (adjective && !isToldAt(reader, i, match.entry.as) ? doubtful : told).add(match.entry.code);
    }
  }
  return new Set([...doubtful].filter((code) => !told.has(code)));
}

const POWERS = new Set(['MIL', 'GOV', 'REB']);

function isToldAt(reader: SentenceReader, i: number, as: StateEntry['as']): boolean {
  if (as === 'name') return reader.name(i)?.reading.prep === 'ل' || reader.particle(i - 1)?.entry.class === 'prep';
  const head = reader.name(i - 1)?.entry;
  return head?.kind === 'role' && POWERS.has(head.sectors[0] ?? '');
}

/** The reader of the sentence that holds token `i`. */
function readerAt(readers: readonly SentenceReader[], i: number): SentenceReader | undefined {
  let low = 0;
  let high = readers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const reader = readers[middle] as SentenceReader;
    if (i < reader.from) high = middle - 1;
    else if (i >= reader.to) low = middle + 1;
    else return reader;
  }
  return undefined;
}

/** Reads again the sentences that name one whose office only a later sentence tells. */
function learntLater(
  document: ReadDocument,
  before: ReadonlySet<string>,
  known: PhraseContext['known'],
  again: (sentence: Sentence, reader: SentenceReader) => void,
): void {
  if (known.size === before.size) return;
  const learnt = new Map([...known].filter(([key]) => !before.has(key)).map(([key, who]) => [key, who.from]));
  const latest = Math.max(...learnt.values());
  for (const sentence of document.sentences) {
    // Only what was learnt behind a sentence can change it.
    if (sentence.to > latest) break;
    const reader = document.readers[sentence.index];
    if (reader && sentence.units.length > 0 && namesOneOf(document, sentence, learnt)) again(sentence, reader);
  }
}

/** Whether the sentence has a name that was learnt behind it. A name may stand behind one attached letter: لبوتين (for Putin). */
function namesOneOf(document: ReadDocument, sentence: Sentence, learnt: ReadonlyMap<string, number>): boolean {
  const ofTwoWords = [...learnt.keys()].some((key) => key.includes(' '));
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = document.tokens[i]?.word;
    if (!word) continue;
    const both = ofTwoWords ? (learnt.get(`${word.key} ${document.tokens[i + 1]?.word?.key}`) ?? -1) : -1;
    const from = Math.max(learnt.get(word.key) ?? -1, learnt.get(word.key.slice(1)) ?? -1, both);
    if (from >= sentence.to) return true;
  }
  return false;
}

function addLayers(document: ReadDocument, sentence: Sentence, context: PhraseContext): void {
  sentence.dates = findDates(context.reader, document.day);
  sentence.units = unitsOf(context, sentence.dates);
}
