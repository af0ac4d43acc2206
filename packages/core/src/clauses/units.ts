// Cuts a sentence into units in order: verbs, noun phrases, particles, dates and marks. Whether a word is verb or noun is settled here, by what stands before it.

import type { DateSpan, Phrase, Unit, VerbWord } from '../document.js';
import { Form } from '../lexicon/entries.js';
import { TokenKind } from '../text/tokens.js';
import { type PhraseContext, readPhrase } from './phrases.js';

/** What the word before asks for. */
type Expect = 'verb' | 'noun' | 'either';

const VERB_PARTICLES = new Set(['qad', 'future', 'neg', 'purpose']);

export function unitsOf(context: PhraseContext, dates: readonly DateSpan[]): Unit[] {
  const { reader } = context;
  const units: Unit[] = [];
  let expect: Expect = 'verb';
  let topic = false;
  let i = reader.from;
  let nextDate = 0;
  while (i < reader.to) {
    while (nextDate < dates.length && (dates[nextDate] as DateSpan).from < i) nextDate++;
    const date = dates[nextDate];
    if (date && date.from === i) {
      units.push({ kind: 'date', from: i, to: date.to, date, conj: false });
      i = date.to;
      continue;
    }
    const token = reader.token(i);
    if (!token) break;
    if (token.kind === TokenKind.Punctuation) {
      units.push({ kind: 'mark', from: i, to: i + 1, mark: token.surface });
      if (token.surface !== '"') topic = topic && token.surface !== '،' && token.surface !== ':' && token.surface !== '.';
      expect = expect === 'noun' && token.surface === '"' ? 'noun' : 'verb';
      i++;
      continue;
    }
    const particle = reader.particle(i);
    const longerName = particle ? reader.name(i) : null;
    if (particle && !(longerName && longerName.to > particle.to && !longerName.reading.conj)) {
      const { entry } = particle;
      units.push({ kind: 'particle', from: i, to: particle.to, class: entry.class, value: entry.value, conj: particle.reading.conj, pron: particle.pron, prep: particle.reading.prep });
      expect = entry.class === 'prep' || entry.class === 'according' || entry.class === 'dem' || entry.class === 'negnoun' || entry.class === 'negprep' || entry.class === 'skip' ? 'noun' : VERB_PARTICLES.has(entry.class) ? 'verb' : 'either';
      if (entry.class === 'comp' || entry.class === 'rel' || entry.class === 'conj' || entry.class === 'cond') {
        topic = false;
        expect = entry.class === 'rel' || entry.class === 'comp' ? 'verb' : 'either';
      }
      if (entry.class === 'prep-pron' || (entry.class === 'prep' && particle.pron)) expect = 'either';
      i = particle.to;
      continue;
    }
    const verbs = reader.verbs(i);
    const participle = verbs.length === 0 ? participleAt(context, i, units) : null;
    if (participle) {
      units.push({ kind: 'verb', from: i, to: i + 1, readings: participle, participle: true });
      expect = 'either';
      topic = false;
      i++;
      continue;
    }
    if (verbs.length > 0 && isVerb(context, i, verbs, expect, topic)) {
      units.push({ kind: 'verb', from: i, to: i + 1, readings: verbs, participle: false });
      expect = 'either';
      topic = false;
      i++;
      continue;
    }
    if (verbs.length === 0 && unknownVerb(context, i, expect)) {
      units.push({ kind: 'verb', from: i, to: i + 1, readings: [], participle: false });
      expect = 'either';
      topic = false;
      i++;
      continue;
    }
    const phrase = readPhrase(context, i);
    if (!phrase || phrase.to <= i) {
      i++;
      continue;
    }
    cutAtDate(phrase, dates);
    units.push({ kind: 'phrase', from: i, to: phrase.to, phrase });
    learnNames(context, phrase);
    const afterPreposition = expect === 'noun' || phrase.prep !== '';
    expect = 'either';
    topic = topic || !afterPreposition;
    i = phrase.to;
  }
  return units;
}

function cutAtDate(phrase: Phrase, dates: readonly DateSpan[]): void {
  for (const date of dates) {
    if (date.from > phrase.from && date.from < phrase.to) {
      phrase.to = date.from;
      for (const w of phrase.who) w.to = Math.min(w.to, Math.max(w.from + 1, date.from));
      if (phrase.inner && phrase.inner.from >= date.from) phrase.inner = null;
    }
  }
}

/** Whether a word that can be a verb is one here. */
function isVerb(context: PhraseContext, i: number, verbs: VerbWord[], expect: Expect, topic: boolean): boolean {
  const { reader } = context;
  const name = reader.name(i);
  const event = reader.event(i);
  const common = reader.common(i);
  if (name && name.to > i + 1) return false;
  if (event && event.to > i + 1) return false;
  const noun = (name && !(name.reading.prep || name.pron || name.reading.conj)) || event || common;
  if (verbs.some((v) => v.future || v.prep)) return expect !== 'noun';
  if (expect === 'noun') return !noun && verbs.some((v) => v.bits & Form.Imperfect);
  if (!noun) return true;
  if (name && name.entry.kind !== 'role') return false;
  if (verbs.some((v) => v.pron && v.pron !== 'ي') && !event?.pron && !name) return true;
  const imperfect = verbs.some((v) => v.bits & Form.Imperfect && v.bits & Form.Third);
  if (imperfect && /^[وف]?[ي]/.test(reader.token(i)?.word?.key ?? '')) return true;
  if (expect === 'verb') return true;
  if (common && !event) return false;
  if (topic) {
    const before = i - 1;
    const last = reader.token(before)?.word;
    return last !== undefined && last !== null && (last.def || reader.matchesAt(before).some((m) => m.entry.kind === 'state' || m.entry.kind === 'person' || m.entry.kind === 'organisation' || m.entry.kind === 'place'));
  }
  return false;
}

/** A word outside the lexicon that has the shape of a present tense where a verb may stand. */
function unknownVerb(context: PhraseContext, i: number, expect: Expect): boolean {
  if (expect === 'noun') return false;
  const { reader } = context;
  if (reader.matchesAt(i).length > 0) return false;
  const key = reader.token(i)?.word?.key ?? '';
  return /^[وف]?(س?ي)[^ا].{2,}/.test(key) && (expect === 'verb' || key.length >= 4);
}

/** An accusative or feminine participle behind a clause goes on with its subject: مؤكدا أن (stressing that), مشيرة إلى. */
function participleAt(context: PhraseContext, i: number, units: Unit[]): VerbWord[] | null {
  const { reader } = context;
  const key = reader.token(i)?.word?.key ?? '';
  if (units.length === 0 || reader.name(i)) return null;
  const words = reader.participle(i);
  if (words.length === 0) return null;
  const last = units.at(-1);
  if (key.endsWith('ا')) return words.filter((w) => w.bits & Form.Masculine);
  const governs = reader.particle(i + 1);
  const opens = last?.kind === 'mark' || words.some((w) => w.conj);
  if (!opens || !(key.endsWith('ه') || key.endsWith('ين'))) return null;
  return governs && (governs.entry.class === 'comp' || governs.entry.class === 'prep') ? words : null;
}

/** Remembers names behind titles, so that the bare surname later is known again. */
function learnNames(context: PhraseContext, phrase: Phrase): void {
  for (const who of phrase.who) {
    if (who.kind !== 'role' || !who.name.ar || who.name.en || who.to <= who.from) continue;
    const last = context.reader.token(who.to - 1)?.word?.key;
    if (last && last.length >= 3 && who.country) context.known.set(last, who);
  }
}
