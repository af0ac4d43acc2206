// What lies in the file on a dispute: its mentions and events, in order, and how they are quoted.

import { compareText } from '../story/report.js';
import type { EventRecord, LocalName, Mention } from '../types.js';
import { type Cast, castOf } from './actors.js';
import type { Citation, Dispute, Grounds, ReportedDay } from './types.js';

export interface CaseFile {
  dispute: Dispute;
  /** In the order of their first mentions. */
  events: readonly EventRecord[];
  /** By day, then by article and place in it. */
  mentions: readonly Mention[];
  /** Number of articles. */
  articles: number;
  mentionsOf(event: Pick<EventRecord, 'id'>): readonly Mention[];
  eventOf(mention: Mention): string;
  mention(id: string): Mention | undefined;
  /** The sentence itself names the dispute, rather than only telling of an event that belongs to it. */
  names(mention: Mention): boolean;
  cast: Cast;
}

/** Mentions quoted for one statement. */
const QUOTED = 3;
/** In a file of more articles than this, one doubtful mention makes no statement. */
const SMALL_FILE = 20;
/** Confidence from which a single mention makes one. */
const SURE = 0.3;

/**
 * The file on a dispute. An event belongs to it where one of its mentions names the dispute; a mention does where it names it,
 * or names no dispute at all and tells of such an event.
 */
export function openCaseFile(
  dispute: Dispute,
  events: readonly EventRecord[],
  mentions: readonly Mention[],
  stateName: (code: string) => LocalName | null,
): CaseFile {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const names = ({ topics }: Mention) => topics.some(({ id }) => id === dispute.id);
  const belonging = new Map<string, readonly Mention[]>();
  const eventIds = new Map<string, string>();
  for (const event of events) {
    const reports = event.mentions.flatMap((id) => byId.get(id) ?? []);
    if (!reports.some(names)) continue;
    const own = inOrder(reports.filter((mention) => names(mention) || mention.topics.length === 0));
    belonging.set(event.id, own);
    for (const { id } of own) eventIds.set(id, event.id);
  }
  const kept = inOrder([...belonging.values()].flat());
  const inFile = new Map(kept.map((mention) => [mention.id, mention]));
  const place = new Map(kept.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: EventRecord) => place.get(belonging.get(id)?.[0]?.id ?? '') ?? kept.length;
  return {
    dispute,
    events: events.filter(({ id }) => belonging.has(id)).sort((a, b) => placeOf(a) - placeOf(b)),
    mentions: kept,
    articles: new Set(kept.map(({ article }) => article.id)).size,
    mentionsOf: ({ id }) => belonging.get(id) ?? [],
    eventOf: ({ id }) => eventIds.get(id) ?? id,
    mention: (id) => inFile.get(id),
    names,
    cast: castOf(kept, stateName),
  };
}

export const asserted = ({ status }: { status: EventRecord['status'] }): boolean => status === 'actual' || status === 'historical';

/** The day that a mention is sorted by: of the act where the text tells it, else of publication; empty where neither is known. */
export function dayOf({ date, article }: Mention): string {
  return date?.start ?? article.published?.slice(0, 10) ?? '';
}

export function inOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort(
    (a, b) =>
      compareText(dayOf(a), dayOf(b)) ||
      compareText(a.article.published ?? '', b.article.published ?? '') ||
      compareText(a.article.id, b.article.id) ||
      a.trigger.start - b.trigger.start,
  );
}

/** Quotes the clearest of some mentions: those of the lowest `rank` first, then those that name the dispute, then the surest. */
export function groundsOf(file: CaseFile, mentions: readonly Mention[], rank: (mention: Mention) => number = () => 0): Grounds {
  const sorted = inOrder(mentions);
  const clearest = [...sorted].sort(
    (a, b) => rank(a) - rank(b) || Number(file.names(b)) - Number(file.names(a)) || b.confidence - a.confidence,
  );
  const quoted = new Map<string, Mention>();
  for (const mention of clearest) if (!quoted.has(mention.sentence.text)) quoted.set(mention.sentence.text, mention);
  return {
    mentions: sorted.map(({ id }) => id),
    citations: [...quoted.values()].slice(0, QUOTED).map((mention) => citationOf(file, mention)),
  };
}

/** Whether mentions carry a statement: two articles tell it, or one mention is fairly sure. In a small file every mention counts. */
export function isSolid(file: CaseFile, mentions: readonly Mention[]): boolean {
  if (file.articles <= SMALL_FILE) return true;
  return new Set(mentions.map(({ article }) => article.id)).size > 1 || mentions.some(({ confidence }) => confidence >= SURE);
}

/** The day that most of some mentions (in order) state, the first of them where several do; else the first day of publication. */
export function commonDay(mentions: readonly Mention[]): ReportedDay | null {
  const stated = new Map<string, { day: ReportedDay; count: number }>();
  for (const { date } of mentions) {
    if (date === null) continue;
    const key = `${date.start}/${date.end}`;
    const at = stated.get(key);
    stated.set(key, { day: { start: date.start, end: date.end, stated: true }, count: (at?.count ?? 0) + 1 });
  }
  const most = [...stated.values()].reduce((best, each) => (each.count > best.count ? each : best), {
    day: null as ReportedDay | null,
    count: 0,
  });
  return most.day ?? publicationDay(mentions.find(({ article }) => article.published !== null));
}

function publicationDay(mention: Mention | undefined): ReportedDay | null {
  const day = mention?.article.published?.slice(0, 10);
  return day === undefined ? null : { start: day, end: day, stated: false };
}

export function citationOf(file: CaseFile, mention: Mention): Citation {
  const { id, type, date, article, sentence, trigger, attribution, confidence } = mention;
  return {
    mention: id,
    event: file.eventOf(mention),
    type,
    day: date === null ? publicationDay(mention) : { start: date.start, end: date.end, stated: true },
    quote: sentence.text,
    trigger: { text: trigger.text, start: trigger.start - sentence.start, end: trigger.end - sentence.start },
    speakers: attribution.map(({ text, country, channel }) => ({ text, country, channel })),
    article: { id: article.id, source: article.source, url: article.url, title: article.title, published: article.published },
    confidence,
  };
}
