// The events of one article as a person reads them: each sentence with its triggers marked, and under it what was coded.
import type { Article, Attribution, Count, LocalName, Mention, Participant, Quad } from '@khabar/core';
import { prettyHead } from './pretty-article.js';
import { type Colours, coloursFor, isolate, type Piece, plainPiece, type Screen, showable, wrapItems, wrapPieces } from './terminal.js';

const LABEL_COLUMNS = 12;
const INDENT = '  ';

export function prettyMentions(article: Article, mentions: Mention[], screen: Screen): string {
  const head = mentions[0]?.article ?? {
    ...article,
    url: null,
    source: article.source ?? null,
    title: article.title ?? null,
    published: article.published ?? null,
  };
  const colours = coloursFor(screen);
  const body =
    mentions.length === 0
      ? [`${INDENT}${colours.dim('no events')}`, '']
      : bySentence(mentions).flatMap((group) => sentenceBlock(group, screen));
  return [...prettyHead(head, screen), '', ...body, ''].join('\n');
}

function bySentence(mentions: Mention[]): Mention[][] {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.sentence.index);
    if (group === undefined) groups.set(mention.sentence.index, [mention]);
    else group.push(mention);
  }
  return [...groups.values()];
}

function sentenceBlock(mentions: Mention[], screen: Screen): string[] {
  const sentence = wrapPieces(markedSentence(mentions, coloursFor(screen)), screen.width - INDENT.length);
  return [...sentence.map((line) => INDENT + line), ...mentions.flatMap((mention) => mentionBlock(mention, screen)), ''];
}

/** The sentence cut at its triggers, each painted by its quad class. */
function markedSentence(mentions: Mention[], colours: Colours): Piece[] {
  const sentence = mentions[0]?.sentence;
  if (sentence === undefined) return [];
  const pieces: Piece[] = [];
  let at = sentence.start;
  const cut = (end: number) => sentence.text.slice(at - sentence.start, end - sentence.start);
  for (const { trigger, quad } of mentions.toSorted((a, b) => a.trigger.start - b.trigger.start)) {
    if (trigger.start < at || trigger.end > sentence.end) continue;
    pieces.push(plainPiece(cut(trigger.start)));
    at = trigger.start;
    pieces.push({ text: cut(trigger.end), paint: (text) => colours.bold(colours.underline(quadColour(quad, colours)(text))) });
    at = trigger.end;
  }
  return [...pieces, plainPiece(cut(sentence.end))];
}

/** Green and cyan for verbal and material cooperation, yellow and red for verbal and material conflict. */
function quadColour(quad: Quad, colours: Colours): (text: string) => string {
  return { 1: colours.green, 2: colours.cyan, 3: colours.yellow, 4: colours.red }[quad];
}

function mentionBlock(mention: Mention, screen: Screen): string[] {
  const colours = coloursFor(screen);
  const type = [mention.type, ...mention.mode].join(' ');
  const score = mention.score > 0 ? `+${mention.score}` : String(mention.score).replace('-', '−');
  const facts = [mention.status, `CAMEO ${mention.cameo}`, `quad ${mention.quad}`, score, `${Math.round(mention.confidence * 100)} %`];
  const trigger = isolate(showable(mention.trigger.text));
  const first = `${INDENT}${quadColour(mention.quad, colours)(`● ${colours.bold(type)}`)} ${trigger} ${colours.dim(facts.join(' · '))}`;
  return [first, ...detailLines(mention, colours).flatMap(([label, items]) => labelled(label, items, screen))];
}

/** Label of each thing that the text tells about the event, and its items. */
function detailLines(mention: Mention, colours: Colours): [string, string[]][] {
  const { date, place, attribution, counts, topics, context } = mention;
  const lines: [string, string[]][] = [['who', whoToWhom(mention, colours)]];
  if (date !== null) lines.push(['when', [date.start === date.end ? date.start : `${date.start} to ${date.end}`, quoted(date.text)]]);
  if (place !== null)
    lines.push(['where', [bothNames(place.name, place.text), codes([place.country], colours), coordinates(place.lat, place.lon)]]);
  if (attribution.length > 0) lines.push(['said by', attribution.map((speaker) => speakerOf(speaker, colours))]);
  if (counts.length > 0) lines.push(['counts', commas(counts.map(countOf))]);
  if (topics.length > 0) lines.push(['about', commas(topics.map((topic) => bothNames(topic.name, topic.id)))]);
  if (context.length > 0) lines.push(['context', commas(context)]);
  return lines.map(([label, items]) => [label, items.filter((item) => item !== '')]);
}

/** What is mutual, or done to nobody in particular, has actors only. */
function whoToWhom({ actors, recipients }: Mention, colours: Colours): string[] {
  const acting = actors.length > 0 ? people(actors, colours) : [colours.dim('nobody named')];
  return recipients.length > 0 ? [...acting, '→', ...people(recipients, colours)] : acting;
}

function people(participants: Participant[], colours: Colours): string[] {
  return commas(
    participants.map((each) => {
      const name = each.text === '' ? `${bothNames(each.name, '')} (implied)` : bothNames({ ...each.name, ar: each.text }, '');
      return `${name} ${codes([each.country, ...each.sectors], colours)}`.trim();
    }),
  );
}

function speakerOf(speaker: Attribution, colours: Colours): string {
  const parts = [quoted(speaker.text), codes([speaker.country, ...speaker.sectors], colours), speaker.channel ?? ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** A comma after each item but the last. */
function commas(items: string[]): string[] {
  return items.map((item, index) => (index < items.length - 1 ? `${item},` : item));
}

/** The name as the text has it, and in English where known. */
function bothNames(name: LocalName, otherwise: string): string {
  const names = [name.ar === null ? '' : isolate(showable(name.ar)), name.en ?? ''].filter((each) => each !== '');
  return names.length > 0 ? names.join(' ') : isolate(showable(otherwise));
}

function codes(parts: (string | null)[], colours: Colours): string {
  const known = parts.filter((part) => part !== null && part !== '');
  return known.length === 0 ? '' : colours.bold(known.join(' '));
}

function quoted(text: string): string {
  return text === '' ? '' : isolate(showable(text));
}

function coordinates(lat: number | null, lon: number | null): string {
  return lat === null || lon === null ? '' : `(${lat}, ${lon})`;
}

function countOf(count: Count): string {
  const number = count.low === count.high ? String(count.low) : `${count.low} to ${count.high}`;
  return `${number} ${count.kind} ${quoted(count.text)}`;
}

function labelled(label: string, items: string[], screen: Screen): string[] {
  const before = INDENT + INDENT;
  const lines = wrapItems(items, screen.width - before.length - LABEL_COLUMNS);
  const shown = coloursFor(screen).dim(label.padEnd(LABEL_COLUMNS));
  return lines.map((line, index) => before + (index === 0 ? shown : ' '.repeat(LABEL_COLUMNS)) + line);
}
