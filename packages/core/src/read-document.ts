// The first stages: text to tokens, sentences, what the lexicon knows at each word, dates and units.

import type { PhraseContext } from './clauses/phrases.js';
import { SentenceReader } from './clauses/reader.js';
import { unitsOf } from './clauses/units.js';
import type { Day, Document, Sentence, Token } from './document.js';
import { matchSentence } from './text/match.js';
import { sentencesOf } from './text/sentences.js';
import { TokenKind, tokenize } from './text/tokens.js';
import type { WordReader } from './text/words.js';
import { localDay } from './when/calendar.js';
import { readDateline } from './when/dateline.js';
import { findDates } from './when/dates.js';
import type { PreparedArticle } from './text/article.js';

export interface ReadDocument extends Document {
  readers: SentenceReader[];
  published: string | null;
}

/** How many sentences at the top may be the dateline. */
const TOP = 5;

/** Reads an article into tokens, sentences and units. Needs nothing; gives `units` and `dates` of every sentence. */
export function readDocument(words: WordReader, prepared: PreparedArticle): ReadDocument {
  const { text, article } = prepared;
  const tokens: Token[] = tokenize(text).map((raw) => {
    const surface = text.slice(raw.start, raw.end);
    return { ...raw, surface, word: raw.kind === TokenKind.Word ? words.read(surface) : null };
  });
  const spans = sentencesOf(text, tokens);
  const document: ReadDocument = { id: article.id, text, tokens, sentences: [], day: localDay(article.published), readers: [], published: article.published ?? null };
  const known: PhraseContext['known'] = new Map();
  const headline = text.slice(spans[0]?.start ?? 0, spans[0]?.end ?? 0);
  for (const [index, span] of spans.entries()) {
    const reader = new SentenceReader(tokens, span.from, span.to, matchSentence(tokens, span.from, span.to));
    const sentence: Sentence = { ...span, index, units: [], predicates: [], dates: [] };
    document.sentences.push(sentence);
    document.readers.push(reader);
    if (index > 0 && index < TOP) {
      if (text.slice(span.start, span.end) === headline) continue;
      const dateline = readDateline(reader);
      if (dateline) {
        document.published ??= dateline.published;
        document.day ??= localDay(dateline.published);
        continue;
      }
    }
    addLayers(document, sentence, reader, known, document.day);
  }
  return document;
}

function addLayers(document: ReadDocument, sentence: Sentence, reader: SentenceReader, known: PhraseContext['known'], day: Day | null): void {
  sentence.dates = findDates(reader, day);
  sentence.units = unitsOf({ reader, day: document.day, known }, sentence.dates);
}
