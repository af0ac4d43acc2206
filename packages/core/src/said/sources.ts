// Who a source is: a spokesman speaks for the body behind him, "the source" is the one introduced before, a source that nobody names stays open.

import type { Phrase, Sentence, Token, Who } from '../document.js';
import { keyOf } from '../text/letters.js';

/** Sources that the article calls by their kind alone once they are introduced. */
const SOURCES = new Set([
  'مصدر',
  'متحدث',
  'ناطق',
  'مسؤول',
  'بيان',
  'تقرير',
  'مراسل',
  'شاهد',
  'دبلوماسي',
  'ضابط',
  'صحيفة',
  'وكالة',
  'قناة',
  'شبكة',
  'موقع',
  'مجلة',
  'منظمة',
  'مرصد',
]);

export const guessed = (who: Who): boolean =>
  who.why.includes('by the country of the article') ||
  who.why.includes('by the place') ||
  who.why.includes('as before') ||
  who.why.includes('named before');

/** The sources of one article, in the order in which it introduces them. */
export class Sources {
  private readonly introduced = new Map<string, Who>();
  /** Speakers by the last word of what names them, for names that the lexicon lacks. */
  private readonly byName = new Map<string, Who>();

  constructor(private readonly tokens: readonly Token[]) {}

  /** The speakers that phrases name, with bare roles led back to the one introduced before. */
  settle(whos: readonly Who[], phrases: readonly Phrase[], sentence: Sentence, last: readonly Who[]): Who[] {
    if (whos.length === 0) return this.called(phrases);
    const settled = whos.map((who) => this.one(who, phrases, sentence, last));
    this.learnName(settled, phrases, sentence);
    for (const who of settled) if (who.country !== null && !guessed(who)) this.introduced.set(this.headOf(who), who);
    return settled;
  }

  /** A bare name that the lexicon lacks and that was introduced with an office before: وأضاف القباطي. */
  private called(phrases: readonly Phrase[]): Who[] {
    for (const phrase of phrases) {
      if (phrase.kind !== 'plain' || phrase.inner) continue;
      const who = this.byName.get(this.tokens[phrase.to - 1]?.word?.key ?? '');
      if (who) return [{ ...who, from: phrase.from, to: phrase.to, why: `${who.why}, named before` }];
    }
    return [];
  }

  private learnName(whos: readonly Who[], phrases: readonly Phrase[], sentence: Sentence): void {
    const [who] = whos;
    if (whos.length !== 1 || !who?.country || phrases.length === 0) return;
    let end = phrases[0]?.to ?? who.to;
    for (const unit of sentence.units) {
      // The name stands behind the office, with or without a comma.
      if (unit.from < end || unit.from > end + 1) continue;
      if (unit.kind === 'phrase' && unit.phrase.kind === 'plain' && unit.phrase.unknown && !unit.phrase.conj) end = unit.to;
    }
    const key = this.tokens[end - 1]?.word?.key ?? '';
    if (end - who.from > 1 && key.length > 2) this.byName.set(key, who);
  }

  private one(who: Who, phrases: readonly Phrase[], sentence: Sentence, last: readonly Who[]): Who {
    if (who.kind !== 'role' || !who.role) return who;
    const body = this.bodyBehind(who, sentence);
    if (body) return { ...who, country: body.country, sectors: body.sectors, name: who.name, why: `role ${who.role}, for ${body.why}` };
    const head = this.headOf(who);
    if (!guessed(who) || !SOURCES.has(who.role.split(' ')[0] ?? '')) return who;
    const phrase = phrases.find((ph) => ph.who.includes(who)) ?? phrases[0];
    const before = this.introduced.get(head);
    if (phrase?.def && before)
      return {
        ...who,
        country: before.country,
        sectors: before.sectors,
        name: before.name,
        wikidata: before.wikidata,
        why: `${before.why}, named before`,
      };
    const one = last[0];
    if (phrase?.def && one && last.length === 1 && who.role !== 'مسؤول')
      return { ...who, country: one.country, sectors: one.sectors, why: `${one.why}, named before` };
    if (!phrase?.def && head === keyOf('مصدر') && who.sectors.length === 0)
      return { ...who, country: null, sectors: ['UNK'], why: 'a source that nobody names' };
    return who;
  }

  /** The word that names its kind: المنظمة, for منظمة العفو الدولية. */
  private headOf(who: Who): string {
    return this.tokens[who.from]?.word?.bare.replace(/ه$/, '') ?? '';
  }

  /** باسم الجيش الإسرائيلي (in the name of the Israeli army). */
  private bodyBehind(who: Who, sentence: Sentence): Who | null {
    if (this.tokens[who.to - 1]?.word?.key !== 'باسم') return null;
    for (const unit of sentence.units) {
      if (unit.from < who.to) continue;
      if (unit.from > who.to + 1) return null;
      if (unit.kind === 'phrase') return unit.phrase.who.find((w) => w.country) ?? unit.phrase.inner?.who.find((w) => w.country) ?? null;
    }
    return null;
  }
}
