// Which mentions within one article tell of the same act: same type and sides, and nothing in date, status or mode that speaks against it.

import type { Mention } from '../types.js';

const MUTUAL = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

function countries(mention: Mention): { actors: Set<string>; recipients: Set<string>; both: Set<string> } {
  const id = (p: Mention['actors'][number]): string => p.country ?? `x:${p.sectors[0] ?? 'UNK'}`;
  const actors = new Set(mention.actors.map(id));
  const recipients = new Set(mention.recipients.map(id));
  return { actors, recipients, both: new Set([...actors, ...recipients]) };
}

const equal = (a: Set<string>, b: Set<string>): boolean => a.size === b.size && [...a].every((x) => b.has(x));
const within = (a: Set<string>, b: Set<string>): boolean => a.size > 0 && [...a].every((x) => b.has(x));

function sameSides(a: Mention, b: Mention): boolean {
  const x = countries(a);
  const y = countries(b);
  if (MUTUAL.has(a.type))
    return equal(x.both, y.both) || (x.both.size > 1 && y.both.size > 1 && (within(x.both, y.both) || within(y.both, x.both)));
  const actors = equal(x.actors, y.actors) || x.actors.size === 0 || y.actors.size === 0;
  const recipients = equal(x.recipients, y.recipients) || x.recipients.size === 0 || y.recipients.size === 0;
  return actors && recipients && (equal(x.actors, y.actors) || equal(x.recipients, y.recipients));
}

function datesAgree(a: Mention, b: Mention): boolean {
  if (!a.date || !b.date) return true;
  return a.date.start <= b.date.end && b.date.start <= a.date.end;
}

/** Modes that tell of different acts: a call is no visit, and talks without a mode are neither unless told by the same word. */
function modesAgree(a: Mention, b: Mention): boolean {
  if (a.mode.length === 0 && b.mode.length === 0) return true;
  if (a.mode.length === 0 || b.mode.length === 0) return a.type !== 'CONSULT' || a.trigger.lemma === b.trigger.lemma;
  return a.mode.some((m) => b.mode.includes(m));
}

const asserted = (m: Mention): boolean => m.status === 'actual' || m.status === 'historical';

/** Gives each mention the `event` of the first one in the article that tells of the same act; in the order of the text. */
export function linkWithin(mentions: Mention[]): void {
  const firsts: Mention[] = [];
  for (const m of mentions) {
    const before = firsts.find(
      (f) => f.type === m.type && asserted(f) === asserted(m) && sameSides(f, m) && datesAgree(f, m) && modesAgree(f, m),
    );
    if (before) m.event = before.event;
    else firsts.push(m);
  }
}
