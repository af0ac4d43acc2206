// What the article has named so far, and whom a reference points to: the two countries, his counterpart, the latter, he, the president, the police.

import type { Phrase, Sentence, Unit, Who } from '../document.js';
import { keyOf } from '../text/letters.js';
import { ARMED, belongTo, destinationOf, entersCountry, localCountry, OPEN_SECTORS, ownedBy, relatedTo, whosOf } from './belonging.js';

interface Named {
  who: Who;
  sentence: number;
}

/** Memory of participants in the order of the text. Filled sentence by sentence, so that nothing looks ahead but the article's main country. */
export class Discourse {
  private readonly named: Named[] = [];
  /** Two of different countries named side by side, with the place of the second. */
  private readonly pairs: { two: [Who, Who]; at: number; sentence: number }[] = [];
  private sentence = 0;
  /** The country whereto the latest sentence told of a way: the next may call it "the country". */
  private destination: string | null = null;
  /** The country of the place that the sentence being read names. */
  local: string | null = null;
  private readonly byRole = new Map<string, Who>();
  private readonly weight = new Map<string, number>();
  private main: string | null = null;
  /** The last one who acted or spoke as the subject of a main verb. */
  subject: Who | null = null;
  speaker: Who[] = [];

  /** Counts countries over the whole article: the country that an unqualified "police" belongs to. */
  weigh(sentences: readonly Sentence[]): void {
    for (const s of sentences) {
      for (const u of s.units) {
        if (u.kind !== 'phrase') continue;
        for (const w of whosOf(u.phrase))
          if (w.country && w.country.length === 3)
            this.weight.set(
              w.country,
              (this.weight.get(w.country) ?? 0) +
                (s.index === 0 ? 3 : s.index < 3 ? 2 : 1) * (w.kind === 'place' || w.kind === 'state' || w.kind === 'nisba' ? 1.2 : 1),
            );
      }
    }
    let best = 0;
    for (const [country, weight] of this.weight) {
      if (NON_STATES.has(country)) continue;
      if (weight > best) {
        best = weight;
        this.main = country;
      }
    }
  }

  /** Settles bare roles of a sentence and remembers its participants, in the order of the words. */
  enter(sentence: Sentence): void {
    const local = localCountry(sentence);
    this.sentence = sentence.index;
    this.local = local;
    const { units } = sentence;
    for (let k = 0; k < units.length; k++) {
      const u = units[k] as Unit;
      if (u.kind !== 'phrase') continue;
      belongTo(sentence, k, u.phrase);
      relatedTo(sentence.units[k - 1], u.phrase);
      this.settlePhrase(u.phrase, entersCountry(sentence, k) ? (this.destination ?? local) : local);
      for (const who of whosOf(u.phrase)) if (who.country && who.kind !== 'place') this.remember(who, sentence.index);
    }
    this.pair(sentence);
    this.destination = destinationOf(sentence) ?? this.destination;
  }

  /** Settles the roles of a phrase, the innermost first: whose gunmen مسلحو التنظيم (the organisation's gunmen) are tells the organisation. */
  private settlePhrase(phrase: Phrase, local: string | null): void {
    const { inner } = phrase;
    const nested = inner && inner.from >= phrase.from ? inner : null;
    if (nested) this.settlePhrase(nested, local);
    for (const who of phrase.who) {
      if (who.reference === 'name') this.settleName(who);
      if (who.reference === 'role' && !(phrase.who.length === 1 && ownedBy(who, nested?.who[0]))) this.settleRole(who, local, phrase.def);
      if (who.kind === 'role') governing(who);
    }
  }

  /** One named by a part of his name is he who bore the full name. */
  private settleName(who: Who): void {
    const before = this.latestWhere(who.from, (w) => w.name.ar === who.name.ar && w.reference !== 'name');
    if (before) Object.assign(who, { country: before.country, sectors: before.sectors, reference: null });
  }

  /** Remembers who stand side by side: بين إيران وروسيا, الرئيسان الإيراني والروسي. */
  private pair(sentence: Sentence): void {
    let before: Phrase | null = null;
    for (const u of sentence.units) {
      if (u.kind !== 'phrase') {
        if (u.kind !== 'mark') before = null;
        continue;
      }
      const { phrase } = u;
      const whos = phrase.who.length > 1 ? phrase.who : before && phrase.conj ? [...before.who.slice(-1), ...phrase.who.slice(0, 1)] : [];
      const [a, b] = whos;
      if (whos.length === 2 && a?.country && b?.country && (a.country !== b.country || opposed(a, b)) && isSide(a) && isSide(b))
        this.pairs.push({ two: [a, b], at: b.from, sentence: sentence.index });
      before = phrase.who.length > 0 ? phrase : null;
    }
  }

  private remember(who: Who, sentence: number): void {
    this.named.push({ who, sentence });
    if (who.role) this.byRole.set(who.role, who);
  }

  private settleRole(who: Who, local: string | null, definite: boolean): void {
    if ((who.number === 'du' && who.sectors[0] !== 'CVL') || this.settleBody(who, definite) || this.settleIndividual(who, definite)) return;
    const before = who.role ? this.byRole.get(who.role) : undefined;
    if (before && who.number === 'sg' && before.number === 'sg') {
      who.country = before.country;
      if (who.sectors.length === 0) who.sectors = before.sectors;
      if (!who.name.ar && !who.name.en) who.name = before.name;
      who.wikidata ??= before.wikidata;
      who.why += ', named before';
      return;
    }
    // The ministry is the one named before: الخارجية الروسية … الوزارة.
    if (MINISTRY.test(who.role ?? '') && who.number === 'sg') {
      const before = this.latestWhere(who.from, (w) => Boolean(w.country) && MINISTRY.test(`${w.role ?? ''} ${w.name.ar ?? ''}`));
      if (before) {
        Object.assign(who, { country: before.country, sectors: before.sectors, reference: null, why: `${before.why}, named before` });
        return;
      }
    }
    if (who.role === 'سلطنة' && who.number === 'sg') {
      who.country = 'OMN';
      return;
    }
    if (who.role === 'مملكة' && who.number === 'sg') {
      who.country = this.kingdom();
      return;
    }
    if (who.role === 'دولة' && who.number === 'pl') return;
    const people = PEOPLE.has(who.sectors[0] ?? '');
    const country = (people ? local : null) ?? before?.country ?? local ?? this.main;
    if (!country) return;
    if (OPEN_SECTORS.has(who.sectors[0] ?? '')) return;
    who.country = country;
    if (who.sectors.length === 0) who.sectors = before?.sectors ?? [];
    who.why += before ? ', as before' : local ? ', by the place' : ', by the country of the article';
  }

  /** A group called by its kind is the one named before: الحركة (the movement), المنظمة (the organisation). */
  private settleBody(who: Who, definite: boolean): boolean {
    const fighters = who.number === 'pl' && definite && FIGHTERS.has(who.sectors[0] ?? '');
    if ((who.number !== 'sg' && !fighters) || !who.role) return false;
    const before = this.sameBody(who, fighters);
    if (!before) return false;
    Object.assign(who, {
      country: before.country,
      sectors: before.sectors,
      name: before.name,
      wikidata: before.wikidata,
      reference: null,
      why: `${before.why}, named before`,
    });
    return true;
  }

  /** The latest body with the same word in its name, else the latest armed group where one is meant. */
  private sameBody(who: Who, fighters: boolean): Who | null {
    const kinds = BODIES.has(who.sectors[0] ?? 'none');
    if (!kinds && !COURTS.has(who.sectors[0] ?? '')) return null;
    const word = keyOf(who.role ?? '');
    const social = kinds && who.sectors[0] === 'SOC';
    const isBody = (w: Who): boolean => w.kind === 'organisation' && (!fighters || FIGHTERS.has(w.sectors[0] ?? ''));
    const called = this.latestWhere(who.from, (w) => isBody(w) && ((social && w.country === 'NGO') || this.wordsOf(w).includes(word)));
    if (called || !kinds || !ARMED.has(who.sectors[0] ?? '')) return called;
    return this.latestWhere(who.from, (w) => isBody(w) && ARMED.has(w.sectors[0] ?? ''));
  }

  /** One private person called by a bare noun is the one told of before: الرجل (the man). */
  private settleIndividual(who: Who, definite: boolean): boolean {
    if (!definite || who.number !== 'sg' || who.sectors[0] !== 'CVL' || who.roleKind === 'body' || who.name.ar || who.from < 0)
      return false;
    const before = this.latestWhere(who.from, (w) => w.number === 'sg' && (w.roleKind === 'person' || isPrivatePerson(w)));
    if (!before) return false;
    who.country = before.country;
    who.why += `, named before: ${before.why}`;
    return true;
  }

  /** Keys of the words of a name, without the article. */
  private wordsOf({ name }: Who): readonly string[] {
    if (name.ar === null) return [];
    let words = this.nameWords.get(name.ar);
    if (!words) {
      words = name.ar.split(' ').map((w) => keyOf(w).replace(/^ال/, ''));
      this.nameWords.set(name.ar, words);
    }
    return words;
  }

  private readonly nameWords = new Map<string, readonly string[]>();

  /** The latest participant named before token `position` of whom the test holds. */
  private latestWhere(position: number, test: (who: Who) => boolean): Who | null {
    const end = Math.max(0, this.named.length - REACH);
    for (let k = this.named.length - 1; k >= end; k--) {
      const { who } = this.named[k] as Named;
      if (who.from < position && test(who)) return who;
    }
    return null;
  }

  /** The two latest different countries named before: البلدان (the two countries), الجانبان (the two sides). */
  both(position: number, fighting = false): Who[] {
    if (fighting) {
      const two = this.enemies(position);
      if (two) return two;
    }
    for (let k = this.pairs.length - 1; k >= 0; k--) {
      const pair = this.pairs[k];
      if (pair && pair.at < position && this.sentence - pair.sentence <= PAIR_REACH) return pair.two;
    }
    const found: Who[] = [];
    for (let k = this.named.length - 1; k >= 0; k--) {
      const { who } = this.named[k] as Named;
      if (who.from >= position) continue;
      if (!who.country || who.reference === 'both') continue;
      if (
        who.sectors[0] !== 'GOV' &&
        who.kind !== 'state' &&
        who.kind !== 'person' &&
        found.length === 0 &&
        who.kind !== 'organisation' &&
        who.sectors[0] !== 'REB' &&
        who.sectors[0] !== 'OPP'
      )
        continue;
      if (found.some((f) => f.country === who.country && !opposed(f, who))) continue;
      found.unshift(who);
      if (found.length === 2) break;
    }
    return found;
  }

  /** Two of one country that stand against each other, the latest named: الطرفان (the two parties) of a civil war. */
  private enemies(position: number): Who[] | null {
    const b = this.latestWhere(position, (w) => Boolean(w.country) && w.country === this.main && AGAINST.has(w.sectors[0] ?? ''));
    const a =
      b &&
      this.latestWhere(
        position,
        (w) => w.country === b.country && (w.sectors[0] === 'GOV' || w.sectors[0] === 'MIL') && w.kind !== 'place' && w.kind !== 'nisba',
      );
    return a && b ? [a, b] : null;
  }

  /** Remembers the two of a meeting: التقى وفد روسي قادة النيجر، ووقع الطرفان (a Russian delegation met Niger's leaders, and the two sides signed). */
  meet(whos: readonly Who[], at: number): void {
    const [a] = whos;
    const b = whos.find((w) => w.country !== a?.country);
    if (!a?.country || !b?.country || whos.some((w) => w.country !== a.country && w.country !== b.country) || !isSide(a) || !isSide(b))
      return;
    let k = this.pairs.length;
    while (k > 0 && (this.pairs[k - 1]?.at ?? 0) > at) k--;
    this.pairs.splice(k, 0, { two: [a, b], at, sentence: this.sentence });
  }

  /** The two named side by side of whom the second stands at `from`. */
  pairEndingAt(from: number): Who[] | null {
    for (let k = this.pairs.length - 1; k >= 0; k--) {
      const pair = this.pairs[k];
      if (pair && pair.at <= from) return pair.at === from ? pair.two : null;
    }
    return null;
  }

  /** The latest person or body that a pronoun may stand for. */
  latest(position: number, plural: boolean): Who | null {
    const many = plural ? this.latestWhere(position, (w) => Boolean(w.country) && w.number === 'pl') : null;
    if (many) return many;
    if (!plural && this.subject && this.subject.from < position) return this.subject;
    return this.latestWhere(position, (w) => Boolean(w.country));
  }

  /** The latest one named before who is none of `except`: whom an object pronoun means. */
  other(position: number, except: readonly Who[]): Who | null {
    return this.latestWhere(
      position,
      (w) =>
        Boolean(w.country) &&
        !except.some((e) => e.country === w.country || (e.reference !== null && e.country === null && w === this.subject)),
    );
  }

  latestPerson(position: number): Who | null {
    return this.latestWhere(position, (w) => Boolean(w.country) && (w.kind === 'person' || (w.kind === 'role' && w.number === 'sg')));
  }

  /** The state of which the article tells most beside `others`. */
  weightiest(others: readonly Who[]): Who | null {
    let best = 0;
    let country: string | null = null;
    for (const [c, weight] of this.weight) {
      if (NON_STATES.has(c) || weight <= best || others.some((w) => w.country === c)) continue;
      best = weight;
      country = c;
    }
    for (const { who } of this.named)
      if (country && who.country === country && (who.kind === 'state' || who.kind === 'capital')) return who;
    return null;
  }

  /** A kingdom named by that word alone is the one of which the article tells most, else the Saudi one. */
  private kingdom(): string {
    let best = 'SAU';
    for (const c of KINGDOMS) if ((this.weight.get(c) ?? 0) > (this.weight.get(best) ?? 0)) best = c;
    return best;
  }

  get country(): string | null {
    return this.main;
  }
}

/** One that can be a side of talks or of a conflict: no place, no newspaper. */
function isSide(w: Who): boolean {
  return w.kind !== 'place' && w.kind !== 'people' && (w.sectors.length === 0 || SIDES.has(w.sectors[0] ?? ''));
}

/** Two of one country that stand against each other: the army and a rebel force. */
function opposed(a: Who, b: Who): boolean {
  const x = a.sectors[0] ?? 'GOV';
  const y = b.sectors[0] ?? 'GOV';
  return x !== y && (AGAINST.has(x) || AGAINST.has(y));
}

/** One who stands for himself alone: a named person out of office, one called by a noun for private persons. */
function isPrivatePerson(w: Who): boolean {
  if (w.kind === 'people') return w.sectors[0] === 'CVL';
  return w.kind === 'role' && w.roleKind === 'collective' && w.sectors[0] === 'CVL';
}

/** Officials and bodies of a state that no word ascribes to anything else are its government's; who bears a mere title is a private person. */
function governing(who: Who): void {
  if (who.sectors.length > 0 || who.country === null || NON_STATES.has(who.country)) return;
  if (who.roleKind === 'office' || who.roleKind === 'body') who.sectors = ['GOV'];
  else if (who.roleKind === 'person') who.sectors = ['CVL'];
}

const FIGHTERS = new Set(['REB', 'PRM']);
/** So many participants back a reference may point: more than any article names, so that time grows with length alone. */
const REACH = 1000;
const MINISTRY = /وزارة|خارجية/;
const KINGDOMS = ['SAU', 'JOR', 'MAR', 'BHR', 'GBR', 'ESP', 'THA'];
const AGAINST = new Set(['REB', 'OPP', 'PRM', 'PTY']);
const SIDES = new Set(['GOV', 'MIL', 'REB', 'OPP', 'PTY', 'PRM']);
/** So many sentences back the two of a pair are still "the two". */
const PAIR_REACH = 6;
const PEOPLE = new Set(['CVL', 'REF', 'MED', 'JRN', 'EDU', 'REL']);
const BODIES = new Set(['REB', 'PRM', 'PTY', 'UAF', 'SOC', 'JRN', 'BUS', 'EDU', 'none']);
/** Bodies that only their own word names again: المحكمة الجنائية الدولية … المحكمة (the court). */
const COURTS = new Set(['JUD', 'LEG']);
export const NON_STATES = new Set(['UNO', 'EUR', 'IGO', 'NGO', 'IMG', 'MNC', 'ISM']);
