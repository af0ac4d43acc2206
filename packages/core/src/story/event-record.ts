// Events from their mentions: one record for all mentions that share an `event`.

import type { EventRecord, Mention, Topic } from '../types.js';
import { claimant, contradictionsOf } from './event.js';

/** One event for each `event` of the mentions, in the order of their first mentions. */
export function eventsOf(mentions: Iterable<Mention>): EventRecord[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.event);
    if (group === undefined) groups.set(mention.event, [mention]);
    else group.push(mention);
  }
  return [...groups].flatMap(([id, group]) => eventOf(id, group));
}

/** What its first report says of it, completed by the others: the sides by the first report that names most, day and place by the first that has them. */
function eventOf(id: string, mentions: Mention[]): EventRecord[] {
  const [first] = mentions;
  if (first === undefined) return [];
  const { actors, recipients } = mentions.reduce((most, mention) => (sidesIn(mention) > sidesIn(most) ? mention : most), first);
  const published = mentions.flatMap(({ article }) => article.published ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  return [
    {
      id,
      type: first.type,
      mode: union(mentions.map(({ mode }) => mode)),
      context: union(mentions.map(({ context }) => context)),
      cameo: first.cameo,
      quad: first.quad,
      score: first.score,
      status: first.status,
      actors,
      recipients,
      date: mentions.find(({ date }) => date !== null)?.date ?? null,
      place: mentions.find(({ place }) => place !== null)?.place ?? null,
      counts: mentions.find(({ counts }) => counts.length > 0)?.counts ?? [],
      topics: topicsOf(mentions),
      mentions: union(mentions.map((mention) => [mention.id])).sort(),
      articles: union(mentions.map(({ article }) => [article.id])).sort(),
      outlets: union(mentions.map(({ article }) => (article.source === null ? [] : [article.source]))).sort(),
      first: published[0] ?? null,
      last: published.at(-1) ?? null,
      confidence: Math.max(...mentions.map(({ confidence }) => confidence)),
      claimedBy: claimant(mentions),
      contradictions: contradictionsOf(mentions),
      reviewed: false,
    },
  ];
}

const union = (lists: string[][]): string[] => [...new Set(lists.flat())];

const sidesIn = ({ actors, recipients }: Mention): number => actors.length + recipients.length;

function topicsOf(mentions: Mention[]): Topic[] {
  return [...new Map(mentions.flatMap(({ topics }) => topics).map((topic) => [topic.id, topic])).values()];
}
