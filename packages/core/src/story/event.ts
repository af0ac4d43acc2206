// Writes the record of an event from the mentions that tell of it: what most reports say, and what they say against each other.

import { cameoOf, PLOVER, scoreOf } from '../ontology/plover.js';
import type { Contradiction, Count, CountKind, EventRecord, Mention, Participant, Status, Topic } from '../types.js';
import { isoOf } from '../when/calendar.js';
import type { Act } from './across.js';
import { compareText, publishedAt } from './report.js';

/** What fewer than this share of the articles say that say anything of the kind, is left out of the event's record. It stays in the mentions. */
const LEAST_SHARE = 0.25;

/** The record of an act. `reviewed`: ids of mentions on which a person has spoken. */
export function eventOf(act: Act, reviewed: ReadonlySet<string> = new Set()): EventRecord {
  const mentions = act.reports.flatMap(({ report }) => report.mentions);
  const [first] = mentions;
  if (first === undefined) throw new RangeError('an event has at least one mention');
  const mode = common(mentions, (mention) => mention.mode);
  const actors = participantsOf(mentions, 'actors');
  const recipients = participantsOf(mentions, 'recipients').filter(
    ({ name, country }) => !actors.some((a) => sameName(a, { name, country })),
  );
  const dated = [...mentions].filter(({ article }) => Number.isFinite(publishedAt(article.published))).sort(byPublication);
  const cameo = mostOften(mentions.filter((m) => m.mode.every((one) => mode.includes(one))).map((m) => m.cameo));
  return {
    id: act.id,
    type: first.type,
    mode,
    context: common(mentions, (mention) => mention.context),
    cameo: cameo ?? cameoOf(first.type, mode, ''),
    quad: PLOVER[first.type].quad,
    score: scoreOf(first.type, mode),
    status: mostOften<Status>(mentions.map(({ status }) => status)) ?? first.status,
    actors,
    recipients,
    date: dateOf(act, mentions),
    place: placeOf(mentions),
    counts: countsOf(mentions),
    topics: topicsOf(mentions),
    mentions: sortedOnce(mentions.map(({ id }) => id)),
    articles: sortedOnce(mentions.map(({ article }) => article.id)),
    outlets: sortedOnce(mentions.flatMap(({ article }) => article.source ?? [])),
    first: dated[0]?.article.published ?? null,
    last: dated.at(-1)?.article.published ?? null,
    confidence: confidenceOf(mentions),
    claimedBy: claimant(mentions),
    contradictions: contradictionsOf(mentions),
    reviewed: mentions.some(({ id }) => reviewed.has(id)),
  };
}

const byPublication = (a: Mention, b: Mention): number =>
  publishedAt(a.article.published) - publishedAt(b.article.published) || compareText(a.id, b.id);

const sortedOnce = (items: string[]): string[] => [...new Set(items)].sort(compareText);

/** Counts each item once an article; the order is that of the first report. */
function tally<Item>(
  mentions: Mention[],
  itemsOf: (mention: Mention) => Item[],
  keyOf: (item: Item) => string,
): Map<string, { item: Item; articles: Set<string> }> {
  const found = new Map<string, { item: Item; articles: Set<string> }>();
  for (const mention of mentions) {
    for (const item of itemsOf(mention)) {
      const known = found.get(keyOf(item));
      if (known) known.articles.add(mention.article.id);
      else found.set(keyOf(item), { item, articles: new Set([mention.article.id]) });
    }
  }
  return found;
}

/** What at least a quarter of the articles say that say any; most often said first. */
function shared<Item>(mentions: Mention[], itemsOf: (mention: Mention) => Item[], keyOf: (item: Item) => string): Item[] {
  const saying = new Set(mentions.filter((mention) => itemsOf(mention).length > 0).map(({ article }) => article.id)).size;
  return [...tally(mentions, itemsOf, keyOf)]
    .filter(([, { articles }]) => articles.size >= LEAST_SHARE * saying)
    .sort(([a, { articles: x }], [b, { articles: y }]) => y.size - x.size || compareText(a, b))
    .map(([, { item }]) => item);
}

const common = (mentions: Mention[], itemsOf: (mention: Mention) => string[]): string[] => shared(mentions, itemsOf, (item) => item);

const topicsOf = (mentions: Mention[]): Topic[] =>
  shared(
    mentions,
    (mention) => mention.topics,
    ({ id }) => id,
  );

function mostOften<Item extends string>(items: Item[]): Item | null {
  const times = new Map<Item, number>();
  for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0] ?? null;
}

const partyKey = ({ country, sectors }: Participant): string => `${country ?? '---'} ${sectors[0] ?? ''}`;
const sameName = (a: Pick<Participant, 'name' | 'country'>, b: Pick<Participant, 'name' | 'country'>): boolean =>
  a.country === b.country && a.name.en !== null && a.name.en === b.name.en;

/** One participant for each country and sector, under the name that most articles give; as the first report with that name writes it. */
function participantsOf(mentions: Mention[], side: 'actors' | 'recipients'): Participant[] {
  const parties = shared(mentions, (mention) => mention[side], partyKey);
  const chosen = parties.map((party) => {
    const same = (mention: Mention): Participant[] => mention[side].filter((other) => partyKey(other) === partyKey(party));
    const [best] = [...tally(mentions, same, ({ name }) => name.en ?? '')].sort(
      ([a, x], [b, y]) => Number(a === '') - Number(b === '') || y.articles.size - x.articles.size || compareText(a, b),
    );
    return { ...(best?.[1].item ?? party), start: null, end: null };
  });
  return withoutVague(chosen);
}

/** A country without a sector adds nothing beside the same country with one. */
function withoutVague(parties: Participant[]): Participant[] {
  return parties.filter(
    (party) => party.sectors.length > 0 || !parties.some((other) => other.country === party.country && other.sectors.length > 0),
  );
}

function dateOf({ day, until }: Act, mentions: Mention[]): EventRecord['date'] {
  if (day === null) return null;
  const start = isoOf(day);
  const end = isoOf(until ?? day);
  const stated = mentions.find(({ date }) => date !== null && date.start === start && date.end === end)?.date;
  return { start, end, text: stated?.text ?? '' };
}

function placeOf(mentions: Mention[]): EventRecord['place'] {
  const found = [
    ...tally(
      mentions,
      ({ place }) => (place ? [place] : []),
      ({ name, text }) => name.en ?? text,
    ),
  ];
  const [best] = found.sort(([a, x], [b, y]) => y.articles.size - x.articles.size || compareText(a, b));
  return best?.[1].item ?? null;
}

/** By kind, what most articles say; of several numbers said equally often, the one said last. */
function countsOf(mentions: Mention[]): Count[] {
  const inTime = [...mentions].sort(byPublication);
  const kinds = sortedOnce(mentions.flatMap(({ counts }) => counts.map(({ kind }) => kind))) as CountKind[];
  return kinds.flatMap((kind) => {
    const said = [...tally(inTime, (m) => m.counts.filter((count) => count.kind === kind), rangeOf).values()];
    const most = Math.max(...said.map(({ articles }) => articles.size));
    return said.filter(({ articles }) => articles.size === most).at(-1)?.item ?? [];
  });
}

const rangeOf = ({ low, high }: Count): string => (low === high ? String(low) : `${low}–${high}`);

/** Outlets count as independent, articles of one outlet do not: one minus the chance that every outlet is wrong. */
function confidenceOf(mentions: Mention[]): number {
  const best = new Map<string, number>();
  for (const { article, confidence } of mentions) {
    const outlet = article.source ?? '';
    best.set(outlet, Math.max(best.get(outlet) ?? 0, confidence));
  }
  const wrong = [...best.values()].sort((a, b) => a - b).reduce((chance, confidence) => chance * (1 - confidence), 1);
  return Math.round((1 - wrong) * 1000) / 1000;
}

/** The one party of the event whose word all mentions rest on. */
export function claimant(mentions: Mention[]): string | null {
  const parties = new Set(mentions.flatMap(({ actors, recipients }) => [...actors, ...recipients].map(({ country }) => country)));
  const speakers = new Set(mentions.map(({ attribution }) => attribution[0]?.country ?? null));
  const [only = null] = speakers;
  return speakers.size === 1 && only !== null && parties.has(only) ? only : null;
}

/** Kinds of counts that reports of one act should agree on. */
const COUNTED: CountKind[] = ['killed', 'injured', 'arrested'];

/** Numbers of one kind that cannot all be true. */
export function contradictionsOf(mentions: Mention[]): Contradiction[] {
  return COUNTED.flatMap((kind) => {
    const readings = readingsOf(mentions, (mention) => mention.counts.filter((count) => count.kind === kind));
    const counts = mentions.flatMap((mention) => mention.counts.filter((count) => count.kind === kind));
    const low = Math.max(...counts.map((count) => count.low));
    const high = Math.min(...counts.map((count) => count.high));
    return low > high ? [{ about: kind, readings }] : [];
  });
}

function readingsOf(mentions: Mention[], countsIn: (mention: Mention) => Count[]): Contradiction['readings'] {
  const readings = new Map<string, string[]>();
  for (const mention of mentions)
    for (const count of countsIn(mention)) readings.set(rangeOf(count), [...(readings.get(rangeOf(count)) ?? []), mention.id]);
  return [...readings]
    .map(([says, ids]) => ({ says, mentions: sortedOnce(ids) }))
    .sort((a, b) => Number.parseFloat(a.says) - Number.parseFloat(b.says) || compareText(a.says, b.says));
}

/**
 * Notes in events of one day and place in which the same two parties do the same to each other, each in one report's telling, that the other telling exists:
 * who began is in dispute.
 */
export function noteOpposed(events: EventRecord[]): void {
  const tellings = new Map<string, EventRecord[]>();
  for (const event of events) {
    if (PLOVER[event.type].quad !== 4 || event.date === null || event.place === null) continue;
    const key = [event.type, event.date.start, event.place.name.en, ...[telling(event.actors), telling(event.recipients)].sort()].join('|');
    tellings.set(key, [...(tellings.get(key) ?? []), event]);
  }
  for (const same of tellings.values()) {
    const readings = same.map((event) => ({ says: `${telling(event.actors)} → ${telling(event.recipients)}`, mentions: event.mentions }));
    if (new Set(readings.map(({ says }) => says)).size < 2) continue;
    readings.sort((a, b) => compareText(a.says, b.says));
    for (const event of same) event.contradictions.push({ about: 'sides', readings });
  }
}

const telling = (parties: Participant[]): string => sortedOnce(parties.flatMap(({ country }) => country ?? [])).join(' ');
