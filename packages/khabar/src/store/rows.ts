// From articles, mentions and events to the rows of the archive, and back. Pure: what stands in a row follows from what it is made of.
import { createHash } from 'node:crypto';
import {
  type Act,
  type Article,
  corrected,
  type EventRecord,
  type Mention,
  type MentionCorrection,
  type Participant,
  type ReadArticle,
  reportsOf,
  searchForms,
} from '@khabar/core';
import type { Database, Within } from './database.js';
import {
  type ArticleRow,
  type DyadRow,
  type EventMentionRow,
  type EventRow,
  type MentionRow,
  type ParticipantRow,
  UNDATED,
} from './schema.js';

export interface ArticleRows {
  article: ArticleRow;
  mentions: MentionRow[];
}

/** A text shorter than this is told from others with its title: short notes ("video") are no copies of each other. */
const LEAST_TEXT = 200;

/** What two copies of one article have in common, whatever their headline and white space. */
export function textHash({ title, text }: Pick<Article, 'title' | 'text'>): string {
  const words = (some: string): string => some.split(/\s+/).filter(Boolean).join(' ');
  const body = words(text);
  const content = body.length < LEAST_TEXT ? `${words(title ?? '')}\n${body}` : body;
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}

/** The rows of a coded article. */
export function articleRows(given: Article, read: ReadArticle, mentions: Mention[], coder: string): ArticleRows {
  const article: ArticleRow = {
    id: given.id,
    url: given.url ?? null,
    source: given.source ?? null,
    title: given.title ?? null,
    published: given.published ?? null,
    dated: mentions[0]?.article.published ?? read.published,
    language: read.language,
    text: read.text,
    hash: textHash(given),
    coder,
  };
  return { article, mentions: mentionRows(mentions) };
}

/** `corrections` by mention id: a row is found by what a person said, and keeps what the coder said. */
export function mentionRows(coded: Mention[], corrections: ReadonlyMap<string, MentionCorrection> = new Map()): MentionRow[] {
  // One trigger with one type is one mention: an id stands for it, and the first one told counts.
  const mentions = coded.filter(({ id }, index) => coded.findIndex((other) => other.id === id) === index);
  const meant = mentions.map((mention) => corrected(mention, corrections.get(mention.id)));
  const filing = new Map(reportsOf(meant).flatMap((report) => report.mentions.map(({ id }) => [id, report] as const)));
  return meant.map((mention, position) => ({
    id: mention.id,
    article: mention.article.id,
    position,
    type: mention.type,
    status: mention.status,
    standing: filing.get(mention.id)?.standing ?? 'told',
    filed: filing.get(mention.id)?.day ?? UNDATED,
    quad: mention.quad,
    score: mention.score,
    confidence: mention.confidence,
    modes: codes(mention.mode),
    contexts: codes(mention.context),
    sides: sidesOf(mention),
    topics: codes(mention.topics.map(({ id }) => id)),
    place: placeOf(mention.place),
    record: JSON.stringify({ ...mentions[position], article: undefined, coder: undefined }),
  }));
}

/** Lists are kept as `|a|b|`, so that one is found by `|a|`. */
function codes(items: string[]): string {
  return items.length === 0 ? '' : `|${items.join('|')}|`;
}

function sidesOf({ actors, recipients }: Pick<Mention, 'actors' | 'recipients'>): string {
  const side = (name: string, parties: Participant[]): string[] =>
    parties.flatMap(({ country, sectors }) => [
      `${name} ${country ?? '---'}`,
      ...sectors.map((sector) => `${name} ${country ?? '---'} ${sector}`),
    ]);
  return codes([...new Set([...side('actor', actors), ...side('recipient', recipients)])]);
}

function placeOf(place: Mention['place']): string {
  return place === null ? '' : codes([place.country ?? '---', ...[place.name.en, place.name.ar].filter((name) => name !== null)]);
}

/** The mention of a row, with the article's facts from its row. */
export function mentionOf(
  row: Pick<MentionRow, 'record'>,
  article: Pick<ArticleRow, 'id' | 'url' | 'source' | 'title' | 'dated' | 'coder'>,
): Mention {
  const { id: mention, event, ...rest } = JSON.parse(row.record) as Omit<Mention, 'article' | 'coder'>;
  const [version = '', lexicon = ''] = article.coder.split(' ');
  const { id, url, source, title, dated } = article;
  return { id: mention, event, article: { id, url, source, title, published: dated }, ...rest, coder: { version, lexicon } };
}

const BITS_OF_ID = 2 ** 36;
const FIRST_DAY = -65_535;

/** Events sort by day, within a day by id. Stays below 2^53. */
export function seqOf(id: string, day: number): number {
  return firstSeqOf(day) + Number.parseInt(id.slice(-9), 16);
}

/** No event of the day or later has a smaller number. */
export function firstSeqOf(day: number): number {
  const slot = day === UNDATED ? 0 : Math.min(Math.max(day - FIRST_DAY, 1), 2 ** 17 - 1);
  return slot * BITS_OF_ID;
}

export interface EventRows {
  event: EventRow;
  mentions: EventMentionRow[];
  participants: ParticipantRow[];
  dyads: DyadRow[];
  words: { seq: number; words: string };
}

const DAY = 86_400_000;
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

export function eventRows(event: EventRecord, { reports, leader, filed: day }: Act): EventRows {
  const filed = day ?? UNDATED;
  const seq = seqOf(event.id, filed);
  const mentions = reports.flatMap(({ report }) => report.mentions);
  const dated = event.date === null ? UNDATED : dayOf(event.date.start);
  const { type, quad, score, status, confidence } = event;
  return {
    event: {
      seq,
      id: event.id,
      type,
      status,
      standing: leader.standing,
      filed,
      day: dated,
      until: event.date === null ? UNDATED : dayOf(event.date.end),
      quad,
      score,
      confidence,
      modes: codes(event.mode),
      contexts: codes(event.context),
      topics: codes(event.topics.map(({ id }) => id)),
      outlets: codes(event.outlets),
      place: placeOf(event.place),
      mentions: event.mentions.length,
      articles: event.articles.length,
      outletCount: event.outlets.length,
      reviewed: Number(event.reviewed),
      record: JSON.stringify(event),
    },
    mentions: reports.flatMap(({ report, why }) =>
      report.mentions.map(({ id, article }) => ({ mention: id, event: event.id, article: article.id, why: why.join('; ') })),
    ),
    participants: participantRows(event, seq),
    dyads: dyadsOf(event).map(([actor, recipient]) => ({ seq, actor, recipient, day: dated, type, quad, score })),
    words: { seq, words: [...new Set(mentions.map(({ sentence }) => sentence.text))].flatMap(searchForms).join(' ') },
  };
}

function participantRows({ actors, recipients }: EventRecord, seq: number): ParticipantRow[] {
  const all = [
    ...actors.map((party) => ({ party, side: 'actor' as const })),
    ...recipients.map((party) => ({ party, side: 'recipient' as const })),
  ];
  return all.map(({ party, side }, position) => ({
    seq,
    position,
    side,
    country: party.country ?? '---',
    sector: party.sectors[0] ?? '',
    name: party.name.en ?? party.name.ar ?? '',
  }));
}

/** Who did it to whom, by country; where all act together (no recipient), each to each of the others. */
export function dyadsOf({ actors, recipients }: Pick<EventRecord, 'actors' | 'recipients'>): [string, string][] {
  const countries = (parties: Participant[]): string[] => [...new Set(parties.map(({ country }) => country ?? '---'))];
  const from = countries(actors);
  const to = recipients.length > 0 ? countries(recipients) : from;
  return from.flatMap((actor) =>
    to.filter((recipient) => recipients.length > 0 || recipient !== actor).map((recipient): [string, string] => [actor, recipient]),
  );
}

/** Writes events, and all by which they are found. */
export async function insertEvents(database: Database, within: Within, rows: readonly EventRows[]): Promise<void> {
  await database.insert(
    within,
    'events',
    rows.map(({ event }) => event),
  );
  await database.insert(
    within,
    'event_mentions',
    rows.flatMap(({ mentions }) => mentions),
  );
  await database.insert(
    within,
    'participants',
    rows.flatMap(({ participants }) => participants),
  );
  await database.insert(
    within,
    'dyads',
    rows.flatMap(({ dyads }) => dyads),
  );
  await database.insert(
    within,
    'event_words',
    rows.map(({ words }) => words),
  );
}
