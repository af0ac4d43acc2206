// How something was said: by tweet, statement, interview, on the telephone …, where the words of speaking tell.

import type { Phrase, Predicate } from '../document.js';
import type { Cue } from '../text/match.js';
import type { Channel } from '../types.js';

/** Slots of a verb of saying in which the channel stands: في تغريدة (in a tweet), خلال مؤتمر صحفي (at a press conference). */
const CHANNEL_SLOTS = ['في', 'during', 'through', 'ل', 'عن', 'according', 'on', 'على', 'مع', 'أمام', 'ب'];

/** Where the words of an attribution stand: its verb with the phrases on it, and the speaker. */
export interface ChannelPlace {
  verb: Predicate | null;
  speaker: Phrase | null;
  /** First token, and the token where what is said begins. */
  from: number;
  to: number;
}

/** The channel that the words of a verb of saying, or the speaker's own, tell. */
export function channelOf({ verb, speaker, from, to }: ChannelPlace, cues: readonly Cue[]): Channel | null {
  const phrases = [...CHANNEL_SLOTS.flatMap((slot) => verb?.slots.get(slot) ?? []), ...(speaker ? [speaker] : [])];
  let medium: Channel | null = null;
  for (const c of cues) {
    if (c.entry.kind !== 'cue' || c.entry.of !== 'channel') continue;
    const between = c.from >= from && c.to <= to;
    if (!between && !phrases.some((ph) => c.from >= ph.from - 1 && c.to <= ph.to + 1)) continue;
    const channel = c.entry.value as Channel;
    // A medium that speaks is told by itself; what it carries (a tweet, an interview) tells more.
    if (MEDIA.has(channel)) medium ??= channel;
    else return channel;
  }
  return medium;
}

const MEDIA = new Set<Channel>(['agency', 'television', 'newspaper']);
