// Who says it: the speakers above an event, nearest first, and the channel that the sentence names.

import type { Phrase, Predicate, Sentence, Who } from '../document.js';
import type { Cue } from '../text/match.js';
import type { Attribution, Channel } from '../types.js';
import type { FillContext } from '../what/fill.js';
import { subjectPhrases, whosIn } from '../what/fill.js';

export interface Speaker {
  who: Who[];
  phrase: Phrase | null;
  channel: Channel | null;
}

/** Types of acts of speech whose content is said by their actor. */
const SPEECH_ACTS = new Set(['SAY', 'ACCUSE', 'REQUEST', 'REJECT', 'AGREE', 'THREATEN', 'SUPPORT', 'CONCEDE']);

export function speakersOf(context: FillContext, p: Predicate, actors: Map<Predicate, Who[]>): Speaker[] {
  const found: Speaker[] = [];
  let node = p;
  for (let n = 0; node.parent && n < 12; n++, node = node.parent) {
    const { parent, parentSlot } = node;
    if (!parent.frame || !SPEECH_ACTS.has(parent.frame.type)) continue;
    const said = parentSlot === 'that' || (parent.frame.type === 'SAY' && !['subj', 'topic', 'relative', 'adverb', 'serial', 'carried', 'by', 'light', 'during', 'after', 'before', 'في', 'مع', 'purpose'].includes(parentSlot));
    if (!said) continue;
    const who = actors.get(parent) ?? whosIn(context, parent, subjectPhrases(parent), true);
    if (who.length > 0) found.push({ who, phrase: subjectPhrases(parent)[0] ?? null, channel: null });
  }
  return found;
}

/** Speakers by وفق, بحسب, نقلا عن: for the whole sentence. */
export function accordingTo(context: FillContext, sentence: Sentence): Speaker[] {
  const found: Speaker[] = [];
  const seen = new Set<Phrase>();
  const take = (phrases: readonly Phrase[] | undefined, p: Predicate): void => {
    for (const phrase of phrases ?? []) {
      if (seen.has(phrase)) continue;
      seen.add(phrase);
      const who = whosIn(context, p, [phrase], true);
      if (who.length > 0) found.push({ who, phrase, channel: null });
    }
  };
  for (const p of sentence.predicates) take(p.slots.get('according'), p);
  return found;
}

export function channelOf(cues: readonly Cue[]): Channel | null {
  for (const c of cues) if (c.entry.kind === 'cue' && c.entry.of === 'channel') return c.entry.value as Channel;
  return null;
}

export function attributionOf(speaker: Speaker, text: (from: number, to: number) => { text: string; start: number | null; end: number | null }): Attribution[] {
  return speaker.who.map((w) => ({ ...text(w.from, w.to), country: w.country, sectors: w.sectors, channel: speaker.channel }));
}
