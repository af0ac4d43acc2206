// Events of an archive together with their mentions, in portions, so that any number can be streamed with few questions.
import { type EventRecord, type Mention, publishedAt } from '@khabar/core';
import type { Archive } from './archive.js';

const PORTION = 200;

/** Each event with its mentions, by publication and place in the text; in the order of `events`. */
export async function* withReports(
  archive: Pick<Archive, 'mentions'>,
  events: AsyncIterable<EventRecord>,
): AsyncGenerator<{ event: EventRecord; mentions: Mention[] }> {
  let portion: EventRecord[] = [];
  for await (const event of events) {
    portion.push(event);
    if (portion.length < PORTION) continue;
    yield* reportsOf(archive, portion);
    portion = [];
  }
  if (portion.length > 0) yield* reportsOf(archive, portion);
}

async function* reportsOf(archive: Pick<Archive, 'mentions'>, events: EventRecord[]) {
  const byId = new Map<string, Mention>();
  const ids = events.flatMap(({ mentions }) => mentions);
  for await (const mention of archive.mentions({ ids })) byId.set(mention.id, mention);
  for (const event of events) yield { event, mentions: event.mentions.flatMap((id) => byId.get(id) ?? []).sort(byPublication) };
}

function byPublication(a: Mention, b: Mention): number {
  const time = publishedAt(a.article.published) - publishedAt(b.article.published);
  if (time !== 0 && !Number.isNaN(time)) return time;
  return a.article.id === b.article.id ? a.trigger.start - b.trigger.start : a.article.id < b.article.id ? -1 : 1;
}
