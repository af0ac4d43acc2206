// Who says it: the speakers above an event, nearest first, and the channel that the sentence names.

import type { Phrase, Predicate, Sentence, Who } from '../document.js';
import type { Cue } from '../text/match.js';
import type { Attribution, Channel } from '../types.js';
import type { FillContext } from '../what/fill.js';
import { subjectPhrases, whosIn } from '../what/fill.js';

export interface Speaker {
  who: Who[];
  phrase: Phrase | null;
  /** The verb of saying; null where a preposition attributes. */
  verb: Predicate | null;
  channel: Channel | null;
}

/** Types of acts of speech whose content is said by their actor. */
const SPEECH_ACTS = new Set(['SAY', 'ACCUSE', 'REQUEST', 'REJECT', 'AGREE', 'THREATEN', 'SUPPORT', 'CONCEDE']);

export function speakersOf(context: FillContext, p: Predicate, actors: Map<Predicate, Who[]>): Speaker[] {
  const found: Speaker[] = [];
  let node = p;
  for (let n = 0; node.parent && n < 12; n++, node = node.parent) {
    const { parent, parentSlot } = node;
    if (!parent.frame || !(SPEECH_ACTS.has(parent.frame.type) || parent.frame.type === 'LIGHT' || parent.frame.type === 'CONSULT')) continue;
    const said = (parentSlot === 'that' && SPEECH_ACTS.has(parent.frame.type)) || announces(context, parent, node) || (parent.frame.type === 'CONSULT' && parentSlot === 'على') || (parent.frame.type === 'SAY' && !['subj', 'topic', 'relative', 'adverb', 'serial', 'carried', 'by', 'light', 'during', 'after', 'before', 'في', 'مع', 'purpose'].includes(parentSlot));
    if (!said) continue;
    const who = actors.get(parent) ?? whosIn(context, parent, subjectPhrases(parent), true);
    if (who.length > 0) found.push({ who, phrase: subjectPhrases(parent)[0] ?? null, verb: parent, channel: null });
  }
  return found;
}

/** A light verb of speech tells of another's act: أعلن الرئيس دعم بلاده (the president announced his country's support). */
function announces(context: FillContext, verb: Predicate, noun: Predicate): boolean {
  if (verb.frame?.type !== 'LIGHT' || !context.lexicon.verbFrames.get(verb.lemma)?.some((f) => f.type === 'SAY')) return false;
  return (noun.slots.get('gen') ?? []).some((ph) => ph.who.some((w) => w.reference !== 'pronoun'));
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
      if (who.length > 0) found.push({ who, phrase, verb: null, channel: null });
    }
  };
  for (const p of sentence.predicates) take(p.slots.get('according'), p);
  return found;
}

/** Slots of a verb of saying in which the channel stands: في تغريدة (in a tweet), خلال مؤتمر صحفي (at a press conference). */
const CHANNEL_SLOTS = ['في', 'during', 'through', 'ل', 'عن', 'according', 'on', 'على', 'مع'];

/** The channel that the words of a verb of saying, or the speaker's own, tell. */
export function channelOf(p: Predicate | null, speaker: Phrase | null, cues: readonly Cue[]): Channel | null {
  const phrases = [...CHANNEL_SLOTS.flatMap((slot) => p?.slots.get(slot) ?? []), ...(speaker ? [speaker] : [])];
  for (const c of cues) {
    if (c.entry.kind !== 'cue' || c.entry.of !== 'channel') continue;
    if (phrases.some((ph) => c.from >= ph.from - 1 && c.to <= ph.to + 1 && !(ph.event && c.from >= ph.from && c.entry.kind === 'cue' && c.entry.value === 'phone' && p?.pos === 'v' && !p.slots.get('في')?.includes(ph)))) return c.entry.value as Channel;
  }
  return null;
}

export function attributionOf(speaker: Speaker, text: (from: number, to: number) => { text: string; start: number | null; end: number | null }): Attribution[] {
  return speaker.who.map((w) => ({ ...text(w.from, w.to), country: w.country, sectors: w.sectors, channel: speaker.channel }));
}
