// How the sentences of an article are read, laid out for a person: words with their parts, then what each stage found and decided.
import type { ReadArticle, SentenceReading } from '@khabar/core';
import { prettyHead } from './pretty-article.js';
import { coloursFor, columnsOf, isolate, plainPiece, type Screen, showable, wrapPieces } from './terminal.js';

const INDENT = '  ';
const WORD_COLUMNS = 18;

/** `article.text` is the coded text that the readings' offsets point into. */
export function prettyReadings(article: ReadArticle, readings: SentenceReading[], screen: Screen): string {
  return [...prettyHead(article, screen), '', ...readings.flatMap((reading) => readingBlock(article.text, reading, screen)), ''].join('\n');
}

function readingBlock(text: string, reading: SentenceReading, screen: Screen): string[] {
  const colours = coloursFor(screen);
  const { start, end, index } = reading.sentence;
  const number = colours.dim(`sentence ${index + 1}, ${start}–${end}`);
  const sentence = wrapPieces([plainPiece(text.slice(start, end))], screen.width - INDENT.length).map(
    (line) => INDENT + colours.bold(line),
  );
  const parts = [
    section(
      'words',
      reading.tokens.map((token) => tokenLine(token, text, screen)),
      screen,
    ),
    section(
      'names',
      reading.names.map((name) => found(text, name, [name.country, ...name.sectors, name.kind, name.wikidata])),
      screen,
    ),
    section(
      'dates',
      reading.dates.map((date) => found(text, date, [date.from === date.to ? date.from : `${date.from} to ${date.to}`])),
      screen,
    ),
    section(
      'places',
      reading.places.map((place) => found(text, place, [place.country, place.lat === null ? null : `${place.lat}, ${place.lon}`])),
      screen,
    ),
    section(
      'frames',
      reading.frames.map((frame) =>
        found(text, frame, [frame.lemma === '' ? null : isolate(showable(frame.lemma)), frame.type, frame.decision]),
      ),
      screen,
    ),
  ];
  return [number, ...sentence, ...parts.flat(), ''];
}

function section(title: string, lines: string[], screen: Screen): string[] {
  return lines.length === 0 ? [] : [`${INDENT}${coloursFor(screen).dim(title)}`, ...lines.map((line) => INDENT + INDENT + line)];
}

/** The word, its parts with their kinds where it has several, its lemma and part of speech. */
function tokenLine(token: SentenceReading['tokens'][number], text: string, screen: Screen): string {
  const colours = coloursFor(screen);
  const parts = token.segments.map((segment) => `${isolate(showable(segment.text))} ${colours.dim(segment.kind)}`).join(' + ');
  const lemma = token.lemma === null ? '' : isolate(showable(token.lemma));
  return [
    padded(text.slice(token.start, token.end), WORD_COLUMNS),
    colours.cyan(token.pos.padEnd(12)),
    lemma,
    token.segments.length > 1 ? `= ${parts}` : '',
  ]
    .join(' ')
    .trimEnd();
}

function found(text: string, span: { start: number; end: number }, facts: (string | null)[]): string {
  return `${padded(text.slice(span.start, span.end), WORD_COLUMNS)} ${facts.filter((fact) => fact !== null && fact !== '').join(' ')}`;
}

function padded(text: string, columns: number): string {
  const shown = showable(text);
  return isolate(shown) + ' '.repeat(Math.max(0, columns - columnsOf(shown)));
}
