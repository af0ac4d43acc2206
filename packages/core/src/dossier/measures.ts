// How much happened, and how well or badly: counts and mean scores of the asserted events, by month and by dyad.

import type { EventRecord, EventType, Quad } from '../types.js';
import { asserted, type CaseFile, dayOf } from './case-file.js';
import type { DossierActor, Measures } from './types.js';

type Dyad = Measures['dyads'][number];

export function measuresOf(file: CaseFile): Measures {
  const events = file.events.filter(asserted);
  const quads: Record<Quad, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const types = new Map<EventType, number>();
  const months = new Map<string, number[]>();
  for (const event of events) {
    quads[event.quad] += 1;
    types.set(event.type, (types.get(event.type) ?? 0) + 1);
    const month = monthOf(file, event);
    if (month !== null) months.set(month, [...(months.get(month) ?? []), event.score]);
  }
  return {
    events: events.length,
    score: events.length === 0 ? null : mean(events.map(({ score }) => score)),
    quads,
    types: [...types].map(([type, count]) => ({ type, events: count })).sort((a, b) => b.events - a.events),
    months: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, scores]) => ({ month, events: scores.length, score: mean(scores) })),
    dyads: dyadsOf(file, events),
  };
}

/** The month of the act where the text tells it, else of its first report; null where the text tells of a longer span. */
function monthOf(file: CaseFile, { date, ...event }: EventRecord): string | null {
  if (date !== null) return date.start.slice(0, 7) === date.end.slice(0, 7) ? date.start.slice(0, 7) : null;
  const [first] = file.mentionsOf(event);
  const day = event.first?.slice(0, 10) ?? (first === undefined ? '' : dayOf(first));
  return day === '' ? null : day.slice(0, 7);
}

function dyadsOf(file: CaseFile, events: EventRecord[]): Dyad[] {
  const found = new Map<string, { from: DossierActor; to: DossierActor; mutual: boolean; scores: number[] }>();
  for (const event of events) {
    for (const { from, to, mutual } of pairsOf(file, event)) {
      const key = `${from.key}|${to.key}|${mutual}`;
      const dyad = found.get(key) ?? { from, to, mutual, scores: [] };
      found.set(key, dyad);
      dyad.scores.push(event.score);
    }
  }
  return [...found.values()]
    .map(({ scores, ...dyad }) => ({ ...dyad, events: scores.length, score: mean(scores) }))
    .sort((a, b) => b.events - a.events || (a.from.key + a.to.key < b.from.key + b.to.key ? -1 : 1));
}

/** Each actor with each recipient; where nobody receives, all who act together, two by two. */
function pairsOf(file: CaseFile, event: EventRecord): Pick<Dyad, 'from' | 'to' | 'mutual'>[] {
  const actors = sidesOf(file, event.actors);
  const recipients = sidesOf(file, event.recipients);
  if (recipients.length > 0)
    return actors.flatMap((from) => recipients.filter(({ key }) => key !== from.key).map((to) => ({ from, to, mutual: false })));
  return actors.flatMap((from, index) => actors.slice(index + 1).map((to) => ({ from, to, mutual: true })));
}

function sidesOf(file: CaseFile, participants: EventRecord['actors']): DossierActor[] {
  const actors = participants.flatMap((each) => file.cast.actorOf(each) ?? []);
  return [...new Map(actors.map((actor) => [actor.key, actor])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function mean(scores: number[]): number {
  return Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100) / 100;
}
