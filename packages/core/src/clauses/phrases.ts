// Noun phrases: who or what each could name, with the adjectives, genitives, titles and proper names that belong to it.

import type { Day, EventWord, Phrase, Who } from '../document.js';
import { Form, type RoleEntry } from '../lexicon/entries.js';
import { numberOf } from '../text/letters.js';
import { TokenKind } from '../text/tokens.js';
import type { Match } from '../text/view.js';
import { makeWho, organisationWho, personWho, placeWho, roleWho, stateWho } from '../who/names.js';
import { asNoun, type Bearers, bearerAt } from './bearers.js';
import { emptyPhrase } from './empty-phrase.js';
import type { SentenceReader } from './reader.js';

/** So deep genitives are followed: وزير خارجية حكومة الوفاق الوطني (the foreign minister of the government of national accord). */
const DEPTH = 4;
const NAME_WORDS = 4;

export interface PhraseContext {
  reader: SentenceReader;
  day: Day | null;
  /** Names learnt from this article. */
  known: Bearers;
  /** Verbs that hand on what others call a thing, by lemma. */
  quotatives: ReadonlySet<string>;
}

const isDefinite = (m: Match): boolean => m.reading.def;

/** Reads the noun phrase that begins at token `i`; null where none does. `bare`: it must carry no conjunction or preposition; `counted`: a number stands before it. */
export function readPhrase(context: PhraseContext, i: number, depth = 0, bare = false, counted = false): Phrase | null {
  const { reader } = context;
  const token = reader.token(i);
  if (!token) return null;
  if (token.kind === TokenKind.Number) return countedPhrase(context, i, depth);
  if (token.kind === TokenKind.Latin) return latinPhrase(context, i);
  if (token.kind !== TokenKind.Word || !token.word) return null;
  const numeral = reader.view(i).time ? numberWord(reader, i) : null;
  if (bare && !counted && isAccusative(reader, i)) return null;
  if (numeral && (!bare || (!numeral.prep && !numeral.conj))) {
    const counted = countedPhrase(context, i, depth, numeral.value);
    counted.prep = numeral.prep;
    counted.conj = numeral.conj;
    return counted;
  }
  const reference = reader.reference(i);
  if (reference && !(bare && (reference.reading.conj || reference.reading.prep))) return referencePhrase(context, i, reference);
  const name = governsLike(reader, i) ? null : reader.name(i);
  const bearer = name === null || (name.entry.kind === 'role' && name.length === 1) ? bearerAt(reader, context.known, i) : null;
  if (bearer) return bearerPhrase(i, bearer, bare);
  const event = reader.event(i);
  const longest =
    event &&
    (!name || event.length >= name.length) &&
    !(
      name &&
      name.length === event.length &&
      name.entry.kind !== 'place' &&
      !(name.entry.kind === 'role' && event.entry.kind === 'event')
    ) &&
    !(name && event.reading.def && /اء$/.test(token.surface))
      ? event
      : name;
  if (longest && bare && (longest.reading.conj || longest.reading.prep)) return null;
  let phrase: Phrase;
  if (longest && longest === event) phrase = eventPhrase(context, i, longest, depth);
  else if (name) phrase = whoPhrase(context, i, name, depth);
  else {
    const plain = plainPhrase(context, i, depth, bare);
    if (!plain) return null;
    phrase = plain;
  }
  return phrase;
}

/** An indefinite participle that governs a preposition or a clause says something and names nobody: مشيرة إلى (pointing to), مسؤولا عن (responsible for). */
function governsLike(reader: SentenceReader, i: number): boolean {
  const name = reader.name(i);
  if (name?.entry.kind !== 'role' || name.length > 1 || name.reading.def || !/[اة]ً?$/.test(reader.token(i)?.surface ?? '')) return false;
  const governs = reader.particle(i + 1)?.entry;
  if (governs?.class !== 'comp' && !(governs?.class === 'prep' && GOVERNED.has(governs.value))) return false;
  return reader.matchesAt(i).some((m) => m.entry.kind === 'verb' && m.bits & (Form.ActiveParticiple | Form.PassiveParticiple));
}

const GOVERNED = new Set(['إلى', 'عن', 'على']);

function bearerPhrase(i: number, { who, length, clitic }: NonNullable<ReturnType<typeof bearerAt>>, bare: boolean): Phrase | null {
  if (bare && clitic !== '') return null;
  const phrase = emptyPhrase('who', i, i + length);
  phrase.def = true;
  phrase.conj = clitic === 'و' || clitic === 'ف';
  phrase.prep = clitic === 'ب' || clitic === 'ل' ? clitic : '';
  const reference = who.reference === 'name' ? who.reference : null;
  phrase.who = [{ ...who, from: i, to: phrase.to, reference, why: `${who.why}, named before` }];
  return phrase;
}

function latinPhrase(context: PhraseContext, i: number): Phrase {
  let to = i + 1;
  while (context.reader.token(to)?.kind === TokenKind.Latin) to++;
  return emptyPhrase('plain', i, to);
}

/** An indefinite noun in the accusative, which no genitive is: صحفيا (a journalist, as object). */
function isAccusative(reader: SentenceReader, i: number): boolean {
  if (!ACCUSATIVE.test(reader.token(i)?.surface ?? '')) return false;
  const match = reader.name(i) ?? reader.event(i) ?? reader.common(i);
  if (match?.pron) return false;
  const { entry } = match ?? {};
  const lemma = entry?.kind === 'role' ? entry.role : entry?.kind === 'event' ? entry.lemma : entry?.kind === 'common' ? entry.noun : '';
  return lemma !== '' && !/[اى]$/.test(lemma);
}

/** A number in words: أربعة (four), with what is attached before it. */
function numberWord(reader: SentenceReader, i: number): { value: number; prep: string; conj: boolean } | null {
  for (const m of reader.matchesAt(i))
    if (m.entry.kind === 'time' && m.entry.of === 'number' && m.length === 1 && !m.pron)
      return { value: m.entry.value, prep: m.reading.prep, conj: m.reading.conj };
  return null;
}

/** A number and what it counts: 63 قتيلا (63 dead), 12 عنصرا. */
function countedPhrase(context: PhraseContext, i: number, depth: number, value = numberOf(context.reader.token(i)?.surface ?? '')): Phrase {
  const from = context.reader.particle(i + 1);
  const next = from?.entry.value === 'من' && !from.pron ? i + 1 + from.length : i + 1;
  const inner =
    depth < DEPTH && (context.reader.view(next).time || !startsVerb(context.reader, next))
      ? readPhrase(context, next, depth + 1, true, true)
      : null;
  const counted = inner && (next === i + 1 || inner.kind === 'who') ? inner : null;
  const phrase = counted && counted.kind !== 'time' ? counted : emptyPhrase('plain', i, i + 1);
  const count = Number.isFinite(value) ? { low: value, high: value, from: i } : null;
  if (value > 1) for (const w of phrase.who) w.number = 'pl';
  return { ...phrase, from: i, count: phrase.count ?? count };
}

function whoPhrase(context: PhraseContext, i: number, match: Match, depth: number): Phrase {
  const phrase = emptyPhrase('who', i, i + match.length);
  phrase.prep = match.reading.prep;
  phrase.conj = match.reading.conj;
  phrase.def = isDefinite(match);
  phrase.pron = match.pron;
  const { entry } = match;
  if (entry.kind === 'role') {
    const shorter = beforeState(context, i, match);
    if (shorter && shorter.entry.kind === 'role')
      return rolePhrase(context, { ...phrase, to: i + shorter.length }, shorter, shorter.entry, depth);
    return rolePhrase(context, phrase, match, entry, depth);
  }
  if (entry.kind === 'state') {
    const one = stateWho(entry, i, phrase.to);
    phrase.who = [one];
    if (entry.as === 'nisba') {
      one.kind = 'people';
      one.number = match.bits & Form.Plural ? 'pl' : 'sg';
      one.sectors = entry.sectors ?? [];
      phrase.to = nameAfter(context, phrase, one);
      if (one.sectors.length === 0 && !entry.sectors) one.sectors = isPrivate(context, i, phrase, i + match.length) ? ['CVL'] : ['GOV'];
    } else if (entry.as === 'capital') ownState(context, phrase, one);
  } else if (entry.kind === 'person') {
    const introduced =
      match.length === 1 ? context.known.get(context.reader.token(i)?.word?.key.replace(/^[وبلف](?=ال)/, '') ?? '') : undefined;
    phrase.who = [introduced ? { ...introduced, from: i, to: phrase.to, reference: null } : personWho(entry, i, phrase.to, context.day)];
    phrase.def = true;
    phrase.to = titleAfterName(context, phrase);
  } else if (entry.kind === 'organisation') {
    phrase.who = organisationWho(entry, i, phrase.to);
    phrase.def = true;
    const nisba = context.reader.nisba(phrase.to);
    if (nisba && nisba.entry.kind === 'state' && !nisba.reading.conj) extend(phrase, phrase.to + nisba.length, nisba.entry.code);
    // الائتلاف السوري المعارض (the opposition Syrian Coalition): the adjective is no participant of its own.
    const adjective = context.reader.common(phrase.to);
    if (
      context.reader.token(i)?.word?.def &&
      adjective?.entry.kind === 'common' &&
      adjective.entry.of.startsWith('adj') &&
      adjective.reading.def &&
      !adjective.reading.conj
    )
      extend(phrase, phrase.to + 1, null);
  } else if (entry.kind === 'place') {
    const one = placeWho(entry, i, phrase.to);
    phrase.who = [one];
    phrase.def = true;
    ownState(context, phrase, one);
  }
  return phrase;
}

/** An adjective of nationality behind a place tells its state and names nobody: مدينة لوزان السويسرية (the Swiss city of Lausanne). */
function ownState(context: PhraseContext, phrase: Phrase, place: Who): void {
  const nisba = context.reader.nisba(phrase.to);
  if (nisba?.entry.kind !== 'state' || !nisba.reading.def || nisba.reading.conj || nisba.bits & Form.Plural) return;
  if (place.country !== null && nisba.entry.code !== place.country) return;
  extend(phrase, phrase.to + nisba.length, nisba.entry.code);
}

/** The look of a plural that only women have. */
const WOMEN = /ات$/;

/** Whether a nationality as a noun names private persons, not their state: indefinite (سوري, a Syrian), of women, or with a name behind it. */
function isPrivate({ reader }: PhraseContext, i: number, phrase: Phrase, end: number): boolean {
  if (reader.nisba(i - 1) || reader.mark(i - 1) === '-' || reader.particle(i - 1)?.entry.class === 'prep-bare') return false;
  return !phrase.def || WOMEN.test(reader.token(i)?.word?.bare ?? '') || (phrase.to > end && !phrase.conj);
}

/** A shorter role whose genitive is a state's name that begins with a word of the longer one: رئيس · الجمهورية الإسلامية الإيرانية. */
function beforeState(context: PhraseContext, i: number, longest: Match): Match | null {
  for (const m of context.reader.matchesAt(i)) {
    if (m.entry.kind !== 'role' || m.length >= longest.length) continue;
    const state = context.reader.name(i + m.length);
    if (state?.entry.kind === 'state' && state.entry.as === 'name' && m.length + state.length > longest.length && !state.reading.conj)
      return m;
  }
  return null;
}

function extend(phrase: Phrase, to: number, country: string | null): void {
  phrase.to = to;
  for (const w of phrase.who) {
    w.to = to;
    w.country ??= country;
  }
}

/** A nickname or second name in brackets after a name stays outside; a comma and a title too. */
function titleAfterName(_context: PhraseContext, phrase: Phrase): number {
  return phrase.to;
}

const ACCUSATIVE = /[^ء]ا[\u064b]?$|\u064bا$/;

function rolePhrase(context: PhraseContext, phrase: Phrase, match: Match, entry: RoleEntry, depth: number): Phrase {
  const number =
    match.bits & Form.Dual && !(match.bits & (Form.Plural | Form.Singular))
      ? 'du'
      : match.bits & Form.Plural && !(match.bits & Form.Singular)
        ? 'pl'
        : 'sg';
  const one = roleWho(entry, phrase.from, phrase.to, number);
  phrase.who = [one];
  adjectivesOfRole(context, phrase, one);
  // A noun in the accusative with ا, or one that an adjective follows, takes no genitive.
  // Nor does a sound plural that keeps its ن: مسلحون (gunmen).
  const last = context.reader.token(phrase.from + match.length - 1)?.surface ?? '';
  // رئيسا كينيا وأوغندا (the presidents of Kenya and Uganda): before a state's name it is a dual.
  const shared =
    (match.bits & Form.Dual) !== 0 &&
    last.endsWith('ا') &&
    !phrase.def &&
    context.reader.name(phrase.to)?.entry.kind === 'state' &&
    context.reader.nisba(phrase.to) === null;
  if (shared) one.number = 'du';
  const closed =
    phrase.to > phrase.from + match.length ||
    (ACCUSATIVE.test(last) && !shared) ||
    (one.number !== 'sg' && match.length === 1 && SOUND_PLURAL.test(last));
  const speaksFor = last.endsWith('باسم');
  if ((!phrase.def || speaksFor) && !phrase.pron && !closed && one.country === null && depth < DEPTH) {
    genitiveOfRole(context, phrase, one, match, entry, depth);
    if (phrase.inner && one.number === 'sg') adjectiveBeforeName(context, phrase, one);
  }
  if (entry.of === 'office' || entry.of === 'person') {
    linkOfRole(context, phrase, one, depth);
    phrase.to = nameAfter(context, phrase, one);
  } else if (one.country === null) linkOfRole(context, phrase, one, depth);
  // Two heads may share a genitive: مقاتلات ومدفعية التحالف (the jets and artillery of the coalition).
  const next = context.reader.name(phrase.to);
  const shares = next?.entry.kind === 'role' && next.reading.conj && one.number === 'pl';
  if (entry.needsCountry && one.country === null && !phrase.def && !phrase.pron && one.reference === null && !shares) {
    phrase.kind = 'plain';
    phrase.who = [];
    return phrase;
  }
  if (phrase.who.length === 1) {
    one.to = phrase.to;
    // Only with the article does a dual point back: الرئيسان (the two presidents), but ضابطان (two officers).
    if (one.number === 'du' && !phrase.def && one.country === null) one.number = 'pl';
    if (phrase.pron && one.country === null) one.reference = 'pronoun';
    else if (one.country === null) one.reference ??= 'role';
  }
  return phrase;
}

const SOUND_PLURAL = /(ون|ين|ان)$/;

/** An adjective between a role's genitive and its name: مساعد ترامب السابق مايكل فلين (Trump's former aide Michael Flynn). */
function adjectiveBeforeName(context: PhraseContext, phrase: Phrase, one: Who): void {
  const { reader } = context;
  const adjective = reader.common(phrase.to);
  if (
    adjective?.entry.kind !== 'common' ||
    !adjective.entry.of.startsWith('adj') ||
    !adjective.reading.def ||
    adjective.reading.conj ||
    adjective.reading.prep
  )
    return;
  const at = phrase.to + adjective.length;
  const former = adjective.entry.of === 'adj-former';
  if (!former && !reader.person(at)) return;
  if (former && one.sectors[0] === 'GOV') one.sectors = ['ELI'];
  phrase.to = one.to = at;
}

/** Nationality and plain adjectives behind a role; a second nationality behind و names a second participant (الرئيسان الإيراني والروسي). */
function adjectivesOfRole(context: PhraseContext, phrase: Phrase, one: Who): void {
  const { reader } = context;
  for (let steps = 0; steps < 6; steps++) {
    const nisba = reader.nisba(phrase.to);
    if (nisba && nisba.entry.kind === 'state' && !reader.name(phrase.to)?.entry.kind.startsWith('person')) {
      if (!nisba.reading.conj && one.country === null) {
        one.country = nisba.entry.code;
        // مسلح حوثي (a Houthi gunman) is of the group that the adjective names.
        if (nisba.entry.sectors && one.sectors[0] !== 'CVL' && (one.sectors.length === 0 || ARMED.has(nisba.entry.sectors[0] ?? '')))
          one.sectors = nisba.entry.sectors;
        phrase.to = one.to = phrase.to + nisba.length;
        continue;
      }
      if (
        one.country !== null &&
        (nisba.reading.conj || nisba.reading.def === phrase.def) &&
        nisba.entry.code !== one.country &&
        (nisba.reading.def || one.number !== 'sg') &&
        // القوات الإسرائيلية والفلسطينيين (the Israeli forces and the Palestinians): the plural goes with no force.
        !(one.number === 'sg' && nisba.bits & Form.Plural)
      ) {
        phrase.who.push({ ...one, from: phrase.to, to: phrase.to + nisba.length, country: nisba.entry.code });
        phrase.to += nisba.length;
        continue;
      }
    }
    const adjective = reader.common(phrase.to);
    if (
      adjective &&
      adjective.entry.kind === 'common' &&
      adjective.entry.of.startsWith('adj') &&
      !adjective.reading.conj &&
      !adjective.reading.prep &&
      adjective.reading.def === phrase.def
    ) {
      // برأت محكمة الجنح صحفيا (the court acquitted a journalist): an accusative goes with no noun that is none.
      if (
        reader.name(phrase.to) &&
        ACCUSATIVE.test(reader.token(phrase.to)?.surface ?? '') &&
        !ACCUSATIVE.test(reader.token(phrase.to - 1)?.surface ?? '')
      )
        return;
      if (adjective.entry.of === 'adj-former' && one.sectors[0] === 'GOV') one.sectors = ['ELI'];
      phrase.to += adjective.length;
      if (phrase.who.length === 1) one.to = phrase.to;
      continue;
    }
    return;
  }
}

/** The genitive behind an indefinite role gives its country, and its sectors where the role has none: سفير روسيا, المتحدث باسم الجيش. */
function genitiveOfRole(context: PhraseContext, phrase: Phrase, one: Who, match: Match, entry: RoleEntry, depth: number): void {
  if (context.reader.particle(phrase.to)) return;
  if (context.reader.verbs(phrase.to).length > 0 && !context.reader.name(phrase.to)) return;
  const inner = readPhrase(context, phrase.to, depth + 1, true);
  if (!inner || inner.kind === 'time') return;
  if ((entry.of === 'person' || entry.of === 'collective') && inner.who.length === 0 && !inner.inner?.who.length) return;
  // A person takes no other person as genitive: رشق شبان رجال الأمن (youths pelted policemen), فجر انتحاري سيارة (a bomber blew up a car).
  if (one.number === 'sg' && entry.role.endsWith('ي') && inner.who[0]?.kind === 'role' && !inner.def && !inner.inner) return;
  // A plural that has lost its ن takes a genitive for certain: مسلحو التنظيم (the organisation's gunmen).
  const bound = (match.bits & Form.Construct) !== 0 && match.length === 1;
  if (
    !bound &&
    (entry.of === 'person' || entry.of === 'collective') &&
    BARE_PERSON.has(one.sectors[0] ?? '') &&
    inner.kind === 'who' &&
    inner.who[0]?.kind === 'role' &&
    inner.who[0].sectors[0] !== one.sectors[0] &&
    !inner.inner
  )
    return;
  if (inner.kind === 'event' && inner.who.length === 0) {
    phrase.to = inner.to;
    one.country = inner.adjectives[0]?.country ?? null;
    return;
  }
  take(phrase, one, inner);
  // وزراء خارجية روسيا وإيران (the foreign ministers of Russia and Iran), but فصائل المعارضة في سوريا وروسيا (opposition factions in Syria, and Russia).
  if (one.number === 'sg' || !endsInState(inner)) return;
  for (
    let more = readPhrase(context, phrase.to, depth + 1);
    more && more.kind === 'who' && more.conj && !more.prep && more.who.every((w) => w.kind === 'state' || w.kind === 'capital');
    more = readPhrase(context, phrase.to, depth + 1)
  ) {
    for (const w of more.who) phrase.who.push({ ...one, from: w.from, to: w.to, country: w.country, name: w.name, wikidata: null });
    phrase.to = more.to;
  }
}

function endsInState(phrase: Phrase): boolean {
  if (phrase.who.length > 0 && phrase.who.every((w) => w.kind === 'state' || w.kind === 'capital')) return true;
  return phrase.inner !== null && endsInState(phrase.inner);
}

const BARE_PERSON = new Set(['CVL', 'UAF']);

/** Fighters and officials of an armed group or party are of its sector, whatever their own word says. */
const ARMED = new Set(['REB', 'PRM', 'IMG', 'PTY']);

function take(phrase: Phrase, one: Who, inner: Phrase): void {
  const source = inner.who[0] ?? inner.inner?.who[0] ?? inner.adjectives[0];
  phrase.to = inner.to;
  one.to = inner.to;
  phrase.inner = inner;
  if (!source) return;
  one.country ??= source.country;
  const armed = source.kind === 'organisation' || (source.kind === 'role' && source.number === 'sg' && phrase.who.length === 1);
  if (armed && ARMED.has(source.sectors[0] ?? '') && one.sectors[0] !== 'CVL') {
    one.sectors = source.sectors;
    one.country = source.country;
  }
  if (one.sectors.length === 0) one.sectors = source.sectors.length ? source.sectors : ['GOV'];
  if (source.reference && one.country === null) one.reference = source.reference;
  if (inner.who.length > 1 && one.number !== 'sg') {
    one.from = source.from;
    one.to = source.to;
  }
  for (const other of inner.who.slice(1)) phrase.who.push({ ...one, from: other.from, to: other.to, country: other.country });
}

/** What a role is bound to by a preposition: المتحدث باسم الخارجية الروسية, السفير لدى موسكو, المسؤول في البيت الأبيض. */
function linkOfRole(context: PhraseContext, phrase: Phrase, one: Who, depth: number): void {
  const { reader } = context;
  const particle = reader.particle(phrase.to);
  const linked =
    particle &&
    !particle.reading.conj &&
    (particle.entry.value === 'باسم' ||
      (particle.entry.value === 'عن' && one.roleKind === 'office' && one.sectors.length === 0) ||
      (particle.entry.value === 'في' && particle.entry.class === 'prep') ||
      particle.entry.value === 'لدى' ||
      particle.entry.value === 'إلى' ||
      particle.entry.value === 'من')
      ? particle
      : null;
  const next = linked ? phrase.to + linked.length : phrase.to;
  const attached = !linked ? reader.name(next) : null;
  if (!linked && !(attached && (attached.reading.prep === 'ب' || attached.reading.prep === 'ل'))) return;
  if (depth >= DEPTH) return;
  const inner = readPhrase(context, next, depth + 1);
  if (inner?.kind !== 'who' || inner.conj) return;
  // ممثلون عن الجانب الروسي (representatives of the Russian side)
  const speaksFor = linked?.entry.value === 'باسم' || linked?.entry.value === 'عن';
  const open = one.country === null || one.sectors.length === 0;
  if (speaksFor || (open && one.number !== 'du')) {
    const from = linked?.entry.value === 'من';
    // محتجون من صرب كوسوفو (protesters from among the Kosovo Serbs): of persons from tells whose they are.
    if (
      from &&
      phrase.kind === 'who' &&
      one.number !== 'sg' &&
      one.country === null &&
      one.role !== null &&
      !phrase.def &&
      inner.who.length === 1 &&
      (inner.who[0]?.country ?? null) !== null
    ) {
      take(phrase, one, inner);
      return;
    }
    const location = inner.who.every((w) => w.kind === 'place' || w.kind === 'state' || w.kind === 'capital');
    if (
      !speaksFor &&
      linked &&
      (linked.entry.value === 'إلى' || from) &&
      (one.sectors.length > 0 || inner.who[0]?.kind !== 'organisation')
    ) {
      if (!from && location) nameBehindHost(context, phrase, one, inner);
      return;
    }
    if (speaksFor || !location || one.country === null) {
      if (one.sectors.length === 0 || !location) take(phrase, one, inner);
      else {
        one.country ??= inner.who[0]?.country ?? null;
        phrase.to = one.to = inner.to;
      }
    }
    return;
  }
  if (linked && (linked.entry.value === 'لدى' || linked.entry.value === 'في')) nameBehindHost(context, phrase, one, inner);
}

/** The host of an ambassador is no part of his country, but his name may follow it: السفير الفرنسي لدى لبنان برونو فوشيه. */
function nameBehindHost(context: PhraseContext, phrase: Phrase, one: Who, host: Phrase): void {
  const probe = { ...phrase, to: host.to, who: [{ ...one }] };
  if (nameAfter(context, probe, probe.who[0] as Who) > host.to) phrase.to = one.to = host.to;
}

/** A proper name behind a title: one from the lexicon, or up to four words that the lexicon does not know. */
function nameAfter(context: PhraseContext, phrase: Phrase, one: Who): number {
  const { reader } = context;
  let at = phrase.to;
  const comma = reader.mark(at) === '،' || reader.mark(at) === ',' || reader.mark(at) === '"' || reader.mark(at) === '(';
  const person = reader.person(comma ? at + 1 : at);
  if (person && person.entry.kind === 'person') {
    const start = comma ? at + 1 : at;
    const named = personWho(person.entry, start, start + person.length, context.day);
    if (one.country === null || named.country === null || one.country === named.country || !comma) {
      one.name = named.name;
      one.wikidata = named.wikidata;
      if (one.country === null && phrase.who.length === 1) one.country = named.country;
      // الرئيس الكوري كيم جونغ أون (the Korean president Kim Jong-un): of two states with one adjective the person tells which.
      else if (one.sectors[0] === 'GOV' && named.sectors[0] === 'GOV' && person.length > 1 && !comma && isState(named.country))
        one.country = named.country;
      if (one.sectors.length === 0) one.sectors = named.sectors;
      one.why += `, ${named.why}`;
      if (phrase.who.length === 1) one.to = named.to;
      return named.to;
    }
  }
  if (comma || phrase.who.length > 1 || one.number !== 'sg') return at;
  const start = at;
  while (at - start < NAME_WORDS && isNameWord(reader, at)) at++;
  if (at === start) return start;
  const text = Array.from({ length: at - start }, (_, k) => reader.token(start + k)?.surface ?? '').join(' ');
  one.name = { ar: text, en: null };
  one.to = at;
  return at;
}

const HOUSE_CODES = new Set(['UNO', 'EUR', 'IGO', 'NGO', 'IMG', 'MNC', 'ISM']);
const isState = (code: string | null): boolean => code !== null && !HOUSE_CODES.has(code);

/** A word that could be part of a person's name: known as nothing else, without article. */
function isNameWord(reader: SentenceReader, i: number): boolean {
  const token = reader.token(i);
  if (token?.kind !== TokenKind.Word || !token.word) return false;
  const { word } = token;
  if (word.key.length < 2) return false;
  const known = asNoun(reader, i);
  if (known.some((m) => m.entry.kind === 'person' || (m.entry.kind === 'common' && m.entry.of === 'given'))) return true;
  if (known.length > 0) return false;
  return !/^(وال|بال|لل|كال|فال)/.test(word.key);
}

function eventPhrase(context: PhraseContext, i: number, match: Match, depth: number): Phrase {
  const { reader } = context;
  const phrase = emptyPhrase('event', i, i + match.length);
  phrase.prep = match.reading.prep;
  phrase.conj = match.reading.conj;
  phrase.def = match.reading.def;
  phrase.pron = match.pron;
  const entry = match.entry;
  if (match.length > 1 && reader.token(phrase.to - 1)?.word?.def) phrase.def = true;
  const whole = match.length > 1 && phrase.def;
  phrase.event = {
    lemma: entry.kind === 'event' || entry.kind === 'verb' ? entry.lemma : '',
    pos: entry.kind === 'verb' ? 'v' : 'n',
    bits: match.bits,
  } satisfies EventWord;
  adjectivesOfNoun(context, phrase);
  const next = pastQuantifiers(reader, phrase.to);
  if (
    (!phrase.def || whole) &&
    !phrase.pron &&
    phrase.adjectives.length === 0 &&
    depth < DEPTH &&
    !(whole && !reader.name(next)) &&
    !startsVerb(reader, next)
  ) {
    const inner = readPhrase(context, next, depth + 1, true);
    if (inner && inner.kind !== 'time' && phrase.to === i + match.length) {
      phrase.inner = inner;
      phrase.to = inner.to;
      phrase.def = isKnown(inner);
      adjectivesOfNoun(context, phrase);
    }
  }
  return phrase;
}

/** A genitive makes its noun definite where it is definite itself: هجوم القوات, but not تفجير سيارة (a car bombing). */
function isKnown(genitive: Phrase): boolean {
  return genitive.def || genitive.pron !== '' || genitive.unknown || genitive.who.some((w) => w.kind !== 'role' && w.kind !== 'people');
}

/** The token behind words of quantity: مزيد من (more), عدد من (a number of), جميع (all). */
function pastQuantifiers(reader: SentenceReader, i: number): number {
  let at = i;
  for (let m = reader.particle(at); m && m.entry.class === 'skip' && !m.reading.conj && at + m.length < reader.to; m = reader.particle(at))
    at += m.length;
  return at;
}

/** A token that only a verb can be: it is no genitive. */
function startsVerb(reader: SentenceReader, i: number): boolean {
  if (reader.particle(i)) return true;
  // A verb with a pronoun and its subject behind it: كمين نصبه مسلحون (an ambush that gunmen laid).
  if (
    (reader.event(i)?.pron || reader.common(i)?.pron) &&
    reader.verbs(i).some((v) => v.pron !== '' && v.bits & Form.Perfect) &&
    reader.name(i + 1)?.reading.prep === ''
  )
    return true;
  return reader.verbs(i).length > 0 && !reader.name(i) && !reader.event(i) && !reader.common(i);
}

/** The look of an adjective: a nisba or a participle. */
const ADJECTIVAL = /(ي|يه|يا|يين|يتين)$|^م....*ه$/;
/** Adjectives in the sound masculine plural go with persons, never with an event: اغتيال دبلوماسيين (the murder of diplomats). */
const HUMAN_PLURAL = /(ون|ين)$/;

/** A nationality that does not agree with the noun before it is its genitive: اعتقال روسية (the arrest of a Russian woman), اعتقال الروسية. */
function isPerson(reader: SentenceReader, phrase: Phrase, nisba: Match, at: number): boolean {
  if (!phrase.event || phrase.inner || phrase.def || phrase.adjectives.length > 0 || at > phrase.to || nisba.reading.conj) return false;
  if (nisba.reading.def) return true;
  const plural = (phrase.event.bits & Form.Plural) !== 0 && (phrase.event.bits & Form.Singular) === 0;
  const feminine = /[هةىء]$|ات$/.test(reader.token(phrase.head)?.word?.bare ?? '');
  return !plural && !feminine && (nisba.bits & Form.Feminine) !== 0 && (nisba.bits & Form.Masculine) === 0;
}

const isDual = (phrase: Phrase): boolean => ((phrase.event?.bits ?? 0) & Form.Dual) !== 0;

/** Adjectives behind a noun: nationalities are kept (المشاورات الإيرانية الروسية), others only pass. */
function adjectivesOfNoun(context: PhraseContext, phrase: Phrase): void {
  const { reader } = context;
  for (let steps = 0; steps < 6; steps++) {
    const at = reader.mark(phrase.to) === '-' || reader.mark(phrase.to) === '–' ? phrase.to + 1 : phrase.to;
    const nisba = reader.nisba(at);
    const name = reader.name(at);
    if (
      nisba &&
      nisba.entry.kind === 'state' &&
      !(name && name.length > nisba.length) &&
      // قتل الفلسطينيين (the killing of the Palestinians): in the plural it is people.
      !(nisba.bits & Form.Plural && !isDual(phrase)) &&
      (nisba.reading.def || !phrase.def || at > phrase.to) &&
      !isPerson(reader, phrase, nisba, at) &&
      (!nisba.reading.conj || phrase.adjectives.length > 0)
    ) {
      phrase.adjectives.push(stateWho(nisba.entry, at, at + nisba.length));
      phrase.to = at + nisba.length;
      continue;
    }
    if (
      at === phrase.to &&
      !reader.event(at) &&
      reader.view(at).cues.some((c) => c.kind === 'cue' && (c.of === 'status' || c.of === 'mode')) &&
      reader.token(at)?.word?.def === phrase.def &&
      !name?.reading.conj &&
      (!name || (reader.common(at) !== null && !(HUMAN_PLURAL.test(reader.token(at)?.word?.key ?? '') && !isDual(phrase)))) &&
      (phrase.def || ADJECTIVAL.test(reader.token(at)?.word?.bare ?? ''))
    ) {
      phrase.to = at + 1;
      continue;
    }
    if (at !== phrase.to || reader.event(at) || reader.particle(at)) return;
    const word = reader.token(at)?.word;
    const common = reader.common(at);
    if (!word || !reader.isWord(at)) return;
    if (name) {
      // إفادة صحفية (a press briefing): an adjective that agrees with an act names nobody, except who is behind it (عملية إرهابية).
      if (namesNobody(reader, at, phrase)) {
        phrase.to = at + 1;
        continue;
      }
      // الهجوم المسلح (the armed attack): behind a definite noun the word is an adjective, no participant.
      if (
        name.entry.kind !== 'role' ||
        name.length > 1 ||
        !phrase.def ||
        phrase.inner ||
        !word.def ||
        name.bits & Form.Plural ||
        common?.entry.kind !== 'common' ||
        !common.entry.of.startsWith('adj')
      )
        return;
      phrase.to = at + 1;
      continue;
    }
    if (
      common &&
      common.entry.kind === 'common' &&
      common.entry.of.startsWith('adj') &&
      !common.reading.conj &&
      !common.reading.prep &&
      !HUMAN_PLURAL.test(word.key)
    )
      phrase.to = at + 1;
    else if (phrase.def && word.def && reader.matchesAt(at).length === 0) phrase.to = at + 1;
    else return;
  }
}

function plainPhrase(context: PhraseContext, i: number, depth: number, bare: boolean): Phrase | null {
  const { reader } = context;
  const word = reader.token(i)?.word;
  if (!word || reader.particle(i)) return null;
  const phrase = emptyPhrase('plain', i, i + 1);
  const first = reader.common(i) ?? reader.matchesAt(i).find((m) => m.entry.kind === 'verb' && !(m.bits & (Form.Perfect | Form.Imperfect)));
  if (first) {
    phrase.prep = first.reading.prep;
    phrase.conj = first.reading.conj;
    phrase.def = first.reading.def;
    phrase.pron = first.pron;
    phrase.to = i + first.length;
    if (first.entry.kind === 'common' && (first.entry.of === 'time' || first.entry.of === 'adverb')) {
      phrase.kind = 'time';
      return bare ? null : phrase;
    }
    phrase.adjective = first.entry.kind === 'common' && first.entry.of.startsWith('adj');
  } else {
    phrase.unknown = reader.matchesAt(i).length === 0;
    const cut = /^([وف]?)(?:([بك])ال|(ل)ل|ال)/.exec(word.key);
    phrase.def = cut !== null && word.key.length > 4;
    if (phrase.def && cut) {
      phrase.conj = cut[1] !== '';
      phrase.prep = cut[2] ?? cut[3] ?? '';
    }
  }
  if (bare && (phrase.conj || phrase.prep)) return null;
  const people =
    isMultiplier(reader, i) && reader.nisba(phrase.to) && depth < DEPTH ? readPhrase(context, phrase.to, depth + 1, true, true) : null;
  if (people?.kind === 'who') {
    // مليون فلسطيني (a million Palestinians)
    for (const w of people.who) w.number = 'pl';
    return { ...people, from: i, prep: phrase.prep, conj: phrase.conj };
  }
  while (phrase.to - i < 8) {
    const at = phrase.to;
    if (reader.token(at)?.kind !== TokenKind.Word || reader.particle(at)) break;
    const nisba = reader.nisba(at);
    if (nisba && nisba.entry.kind === 'state' && (nisba.reading.def || !phrase.def) && !nisba.reading.conj) {
      // دولار أميركي (a US dollar) is nobody.
      if (!isMeasure(reader, at - 1)) phrase.adjectives.push(stateWho(nisba.entry, at, at + nisba.length));
      phrase.to = at + nisba.length;
      continue;
    }
    const name = reader.name(at);
    const event = reader.event(at);
    if (!event && isAdjective(reader, at, phrase)) {
      phrase.to = at + 1;
      continue;
    }
    if (name || event) {
      if (phrase.def || phrase.pron || phrase.adjectives.length > 0 || depth >= DEPTH || (depth > 0 && isRelational(word.bare))) break;
      const inner = readPhrase(context, at, depth + 1, true);
      if (!inner) break;
      phrase.inner = inner;
      phrase.to = inner.to;
      break;
    }
    if (startsVerb(reader, at) || (reader.view(at).time && numberWord(reader, at))) break;
    const next = reader.token(at)?.word;
    if (!next) break;
    const cut = /^[وف]?(بال|لل|كال)|^[وف]ال/.test(next.key);
    if (cut) break;
    const known = reader.common(at);
    if (known && (known.reading.conj || known.reading.prep)) break;
    const nextDef = next.def;
    if (phrase.def && !nextDef) break;
    if (bearerAt(reader, context.known, at)) {
      const inner = readPhrase(context, at, depth + 1, true);
      if (inner && !phrase.def) {
        phrase.inner = inner;
        phrase.to = inner.to;
      }
      break;
    }
    if (nextDef) phrase.def = true;
    phrase.to = at + 1;
  }
  return phrase;
}

/** The look of an indefinite relational adjective, behind which no genitive stands: حوار تلفزيوني · رئيس الحكومة (a televised interview · the prime minister). */
const isRelational = (bare: string): boolean => bare.length > 4 && /(ي|يه)$/.test(bare);

const DOERS = new Set(['UAF', 'CVL', 'REB', 'MIL']);

function namesNobody(reader: SentenceReader, i: number, phrase: Phrase): boolean {
  const feminine = (k: number): boolean => /[هة]$/.test(reader.token(k)?.surface ?? '');
  const name = reader.name(i);
  if (name?.entry.kind !== 'role' || DOERS.has(name.entry.sectors[0] ?? 'UAF') || phrase.def || phrase.inner) return false;
  return feminine(phrase.head) && feminine(i) && isAdjective(reader, i, phrase);
}

/** مليون (million), ألف (thousand). */
const isMultiplier = (reader: SentenceReader, i: number): boolean =>
  reader.view(i).time && reader.matchesAt(i).some((m) => m.entry.kind === 'time' && m.entry.of === 'multiplier' && m.pron === '');

const isMeasure = (reader: SentenceReader, i: number): boolean =>
  reader.matchesAt(i).some((m) => m.entry.kind === 'common' && m.entry.of === 'measure');

/** A word that could name somebody is an adjective behind a thing that it agrees with: الحراك السياسي (the political movement), أهداف مدنية (civilian targets). */
function isAdjective(reader: SentenceReader, i: number, phrase: Phrase): boolean {
  const name = reader.name(i);
  const common = reader.common(i);
  if (name?.entry.kind !== 'role' || name.length > 1 || name.bits & Form.Plural || name.reading.conj || name.reading.prep || name.pron)
    return false;
  if (common?.entry.kind !== 'common' || !common.entry.of.startsWith('adj') || phrase.unknown || phrase.inner) return false;
  if ((reader.token(i)?.word?.def ?? false) !== phrase.def) return false;
  // سيارة مدنية (a civilian car): whom such a thing belongs to is told by the adjective.
  if (name.entry.sectors[0] === 'CVL' && !phrase.def) return false;
  const feminine = (k: number): boolean => /[هة]$/.test(reader.token(k)?.surface ?? '');
  return phrase.def || feminine(i) || !feminine(phrase.head);
}

/** Nouns that refer: البلدان (the two countries), نظيره (his counterpart), الأخير (the latter), بلاده (his country). */
function referencePhrase(context: PhraseContext, i: number, match: Match): Phrase {
  const { reader } = context;
  const of = match.entry.kind === 'common' ? match.entry.of : '';
  const phrase = emptyPhrase('who', i, i + match.length);
  phrase.prep = match.reading.prep;
  phrase.conj = match.reading.conj;
  phrase.def = true;
  const who = makeWho(i, phrase.to, 'reference', null, of === 'allies' ? ['GOV'] : [], null, null, null, `reference ${of}`);
  who.reference = of === 'allies' ? null : (of as Who['reference']);
  if (of === 'both') who.number = 'du';
  phrase.who = [who];
  const nisba = reader.nisba(phrase.to);
  if (nisba && nisba.entry.kind === 'state' && !nisba.reading.conj) {
    Object.assign(who, { country: nisba.entry.code, to: phrase.to + nisba.length });
    if (who.sectors.length === 0 && of !== 'counterpart') who.sectors = ['GOV'];
    phrase.to += nisba.length;
    const second = reader.nisba(phrase.to);
    if (of === 'both' && second && second.entry.kind === 'state') {
      who.reference = null;
      phrase.who.push({ ...who, from: phrase.to, to: phrase.to + second.length, country: second.entry.code });
      phrase.to += second.length;
    }
  }
  if (of === 'both' && who.reference) apposition(context, phrase);
  if (of === 'counterpart') phrase.to = nameAfter(context, phrase, who);
  return phrase;
}

/** The two named behind the reference: البلدين إيران وروسيا (the two countries Iran and Russia). */
function apposition(context: PhraseContext, phrase: Phrase): void {
  const { reader } = context;
  const at = reader.mark(phrase.to) === '،' || reader.mark(phrase.to) === '(' ? phrase.to + 1 : phrase.to;
  const first = reader.name(at);
  const second = first && !first.reading.conj && !first.reading.prep ? reader.name(at + first.length) : null;
  if (first?.entry.kind !== 'state' || second?.entry.kind !== 'state' || !second.reading.conj) return;
  const middle = at + first.length;
  phrase.who = [stateWho(first.entry, at, middle), stateWho(second.entry, middle, middle + second.length)];
  phrase.to = middle + second.length;
}
