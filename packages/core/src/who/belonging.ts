// Whose participants are, by the words around them: a genitive, من (of), a pronoun on a relative, the place that the sentence names.

import type { Phrase, Sentence, Unit, Who } from '../document.js';

export const ARMED = new Set(['REB', 'PRM', 'PTY', 'UAF', 'IMG']);
/** Who acts unknown stays unknown: gunmen are not of the country where they shoot. */
export const OPEN_SECTORS = new Set(['UAF', 'UNK']);

/** Takes country, and of fighters the group, from the one in the genitive behind a role: مسلحو التنظيم (the organisation's gunmen). */
export function ownedBy(who: Who, owner: Who | undefined): boolean {
  if (!owner?.country || owner === who || who.country !== null || owner.kind !== 'role') return false;
  who.country = owner.country;
  who.reference = null;
  if (who.sectors.length === 0 || (ARMED.has(owner.sectors[0] ?? '') && who.sectors[0] !== 'CVL')) who.sectors = owner.sectors;
  who.why += `, of ${owner.why}`;
  return true;
}

/** Relatives coordinated with a person are his: سكريبال وابنته (Skripal and his daughter). */
export function relatedTo(before: Unit | undefined, phrase: Phrase): void {
  const [who] = phrase.who;
  if (before?.kind !== 'phrase' || !phrase.conj || who?.reference !== 'pronoun' || who.role === null || who.sectors[0] !== 'CVL') return;
  const person = whosOf(before.phrase).findLast((w) => w.kind === 'person' || w.kind === 'role');
  if (!person?.country || person.number !== 'sg') return;
  who.country = person.country;
  who.reference = null;
  who.why += `, of ${person.why}`;
}

const isTo = (sentence: Sentence, k: number): boolean => {
  const unit = sentence.units[k];
  return unit?.kind === 'particle' && unit.value === 'إلى' && !unit.pron;
};

/** The bare word "the country" behind "to": وصل إلى البلاد (he arrived in the country). */
export function entersCountry(sentence: Sentence, k: number): boolean {
  const unit = sentence.units[k];
  return unit?.kind === 'phrase' && unit.phrase.def && unit.phrase.who[0]?.role === 'بلد' && isTo(sentence, k - 1);
}

/** The last state, capital or place behind "to". */
export function destinationOf(sentence: Sentence): string | null {
  let country: string | null = null;
  for (const [k, unit] of sentence.units.entries()) {
    const who = unit.kind === 'phrase' && isTo(sentence, k - 1) ? unit.phrase.who[0] : undefined;
    if (who?.country && (who.kind === 'state' || who.kind === 'capital' || who.kind === 'place')) country = who.country;
  }
  return country;
}

/** All participants in a phrase, the genitives and adjectives included, in order. */
export function whosOf(phrase: Phrase): readonly Who[] {
  const { who, adjectives, inner } = phrase;
  const nested = inner && inner.from >= phrase.from && !(who.length > 0 && inner.who.some((w) => who.includes(w))) ? whosOf(inner) : NOBODY;
  if (adjectives.length === 0 && nested.length === 0) return who;
  return [...who, ...adjectives, ...nested];
}

const NOBODY: readonly Who[] = [];

/** Members tell with من whose they are: مسلحون من طالبان (gunmen of the Taliban), محتجون من صرب كوسوفو (protesters of the Serbs of Kosovo). */
export function belongTo(sentence: Sentence, k: number, phrase: Phrase): void {
  const [who] = phrase.who;
  // Two heads share a genitive: مقاتلات ومدفعية التحالف (the jets and artillery of the coalition).
  const next = sentence.units[k + 1];
  if (
    who &&
    phrase.who.length === 1 &&
    !who.country &&
    who.kind === 'role' &&
    !phrase.def &&
    next?.kind === 'phrase' &&
    next.phrase.conj &&
    next.phrase.who[0]?.kind === 'role' &&
    next.phrase.who[0].country &&
    next.phrase.inner
  ) {
    who.country = next.phrase.who[0].country;
    if (who.sectors.length === 0 || OPEN_SECTORS.has(who.sectors[0] ?? '') || who.country === 'IGO')
      who.sectors = next.phrase.who[0].sectors;
    who.reference = null;
    return;
  }
  const preposition = sentence.units[k + 1];
  const whole = sentence.units[k + 2];
  if (
    !who ||
    phrase.who.length !== 1 ||
    who.country ||
    who.kind !== 'role' ||
    preposition?.kind !== 'particle' ||
    preposition.value !== 'من' ||
    preposition.pron ||
    whole?.kind !== 'phrase'
  )
    return;
  const body = whole.phrase.who[0];
  if (!body?.country || whole.phrase.prep) return;
  who.country = body.country;
  who.reference = null;
  if (body.kind === 'organisation' && body.sectors.length > 0) who.sectors = body.sectors;
  who.why += `, of ${body.why}`;
}

/** The country of which a title tells (إيران: …) or the place that the sentence names: it is where its police and its dead belong. */
export function localCountry(sentence: Sentence): string | null {
  const [first, colon] = sentence.units;
  if (first?.kind === 'phrase' && colon?.kind === 'mark' && colon.mark === ':' && first.phrase.who[0]?.kind === 'state')
    return first.phrase.who[0].country;
  for (const u of sentence.units)
    if (u.kind === 'phrase') for (const w of whosOf(u.phrase)) if (w.kind === 'place' && w.country) return w.country;
  let before: Unit | null = null;
  let act: Unit | null = null;
  for (const u of sentence.units) {
    // غارة على سوريا (a raid on Syria) is where its dead are.
    const hit = before?.kind === 'particle' && before.value === 'على' && act?.kind === 'phrase' && act.phrase.event !== null;
    const where = hit || (before?.kind === 'particle' && before.value === 'في');
    act = before;
    before = u;
    if (u.kind !== 'phrase' || !where) continue;
    for (const w of u.phrase.who) if (w.country && (w.kind === 'capital' || w.kind === 'state')) return w.country;
  }
  return null;
}
