// Cuts a sentence into units in order: verbs, noun phrases, particles, dates and marks. Whether a word is verb or noun is settled here, by what stands before it.

import type { DateSpan, Phrase, Unit, VerbWord, Who } from '../document.js';
import { Form } from '../lexicon/entries.js';
import { TokenKind } from '../text/tokens.js';
import type { Match } from '../text/view.js';
import { learnTitled } from './bearers.js';
import { type PhraseContext, readPhrase } from './phrases.js';
import { dateUnit, markUnit, particleUnit, phraseUnit, verbUnit } from './unit.js';

/** What the word before asks for. */
type Expect = 'verb' | 'noun' | 'either';

const VERB_PARTICLES = new Set(['qad', 'future', 'neg', 'purpose']);

export function unitsOf(context: PhraseContext, dates: readonly DateSpan[]): Unit[] {
  const { reader } = context;
  const units: Unit[] = [];
  let expect: Expect = 'verb';
  let topic = false;
  /** The clause already has its verb: a noun behind it is no topic. */
  let verbSeen = false;
  let i = afterDateline(reader);
  let nextDate = 0;
  let stripPreposition = false;
  /** What was expected before the latest comma, and the unit behind it. */
  let outside: { expect: Expect; topic: boolean; verbSeen: boolean } = { expect, topic, verbSeen };
  let insertFrom = -1;
  let joined = false;
  /** The sentence has had a verb since it began or since the latest conjunction or full stop. */
  let clauseVerb = false;
  /** Takes token `i` for a verb, with which its clause has one. */
  const verb = (readings: readonly VerbWord[], participle: boolean): void => {
    units.push(verbUnit(i, readings, participle));
    verbSeen = true;
    clauseVerb = true;
    expect = 'either';
    topic = false;
    i++;
  };
  while (i < reader.to) {
    while (nextDate < dates.length && (dates[nextDate] as DateSpan).from < i) nextDate++;
    const date = dates[nextDate];
    if (date && date.from === i) {
      units.push(dateUnit(i, date));
      i = date.to;
      continue;
    }
    const token = reader.token(i);
    if (!token) break;
    if (token.kind === TokenKind.Punctuation) {
      const closed = token.surface === '(' ? bracketed(context, units.at(-1), i, dates) : i;
      if (closed > i) {
        i = closed;
        continue;
      }
      units.push(markUnit(i, token.surface));
      const comma = token.surface === '،' || token.surface === ',';
      if (comma && isInsert(units, insertFrom)) {
        // The clause goes on behind a date between commas: نفذت السلطات، الثلاثاء، حكم الإعدام (on Tuesday the authorities carried out the death sentence).
        ({ expect, topic, verbSeen } = outside);
        insertFrom = -1;
        i++;
        continue;
      }
      if (comma) {
        outside = { expect, topic, verbSeen };
        insertFrom = units.length;
      }
      if (!QUOTES.has(token.surface)) {
        if (!comma) clauseVerb = false;
        verbSeen = false;
        topic = topic && !comma && token.surface !== ':' && token.surface !== '.';
        expect = 'verb';
      }
      i++;
      continue;
    }
    const particle = reader.particle(i);
    if (particle?.entry.class === 'ma' && quotes(context, i + 1)) {
      i += 2;
      stripPreposition = true;
      expect = 'noun';
      continue;
    }
    if (particle && token.surface === 'و' && joinsNouns(reader, i + 1)) {
      // A و that stands alone before a noun: السعودية و#الإمارات.
      joined = true;
      i++;
      continue;
    }
    const longerName = particle ? reader.name(i) : null;
    if (particle && !(longerName && longerName.length > particle.length && (!longerName.reading.conj || particle.reading.conj))) {
      const { entry } = particle;
      // نحو 150 شخصا (about 150 people), but نحو الحدود (towards the border).
      const about =
        entry.class === 'about' && !particle.pron && (reader.token(i + 1)?.kind === TokenKind.Number || isNumber(reader, i + 1));
      const wordClass = entry.class !== 'about' ? entry.class : about ? 'skip' : 'prep';
      const unit = particleUnit(i, i + particle.length);
      unit.class = wordClass;
      unit.value = entry.value;
      unit.conj = particle.reading.conj;
      unit.pron = particle.pron;
      unit.prep = particle.reading.prep;
      units.push(unit);
      expect =
        wordClass === 'prep' ||
        wordClass === 'skip' ||
        entry.class === 'prep-bare' ||
        entry.class === 'according' ||
        entry.class === 'dem' ||
        entry.class === 'negnoun' ||
        entry.class === 'negprep' ||
        entry.class === 'skip'
          ? 'noun'
          : VERB_PARTICLES.has(entry.class)
            ? 'verb'
            : 'either';
      if (entry.class === 'comp' || entry.class === 'rel' || entry.class === 'conj' || entry.class === 'cond') {
        topic = false;
        verbSeen = false;
        clauseVerb = false;
        expect = 'verb';
      }
      // Behind this and that comes a noun with ال or a clause: ردا على ذلك استهدفت (in answer to that they targeted).
      if (entry.class === 'dem' && reader.token(i + particle.length)?.word?.def === false) expect = 'either';
      if (entry.class === 'prep-pron' || (entry.class === 'prep' && particle.pron)) expect = 'either';
      i += particle.length;
      continue;
    }
    const verbs = reader.verbs(i);
    const nominal = !verbSeen && (topic || units.at(-1)?.kind === 'particle') ? predicateAt(context, i, units) : null;
    if (nominal) {
      verb(nominal, false);
      continue;
    }
    const participle = verbs.every((v) => v.pron !== '') ? participleAt(context, i, units) : null;
    if (participle) {
      verb(participle, true);
      continue;
    }
    if (
      verbs.length > 0 &&
      isVerb(
        context,
        i,
        verbs,
        clauseVerb && !verbSeen && expect === 'verb' && isApposition(units, i) && !verbs.some((v) => v.conj) ? 'either' : expect,
        topic,
        units,
      )
    ) {
      verb(verbs, false);
      continue;
    }
    if (verbs.length === 0 && unknownVerb(context, i, expect)) {
      verb([], false);
      continue;
    }
    const phrase = readPhrase(context, i);
    if (!phrase || phrase.to <= i) {
      i++;
      continue;
    }
    if (stripPreposition && phrase.prep === 'ب') phrase.prep = '';
    stripPreposition = false;
    if (joined) phrase.conj = true;
    joined = false;
    cutAtDate(phrase, dates);
    if (joinApposition(context, units, phrase)) {
      i = phrase.to;
      continue;
    }
    shareAdjective(context, units.at(-1), phrase);
    units.push(phraseUnit(i, phrase));
    for (const who of phrase.who) learnTitled(reader, context.known, who, who.to);
    const afterPreposition = expect === 'noun' || phrase.prep !== '';
    // Behind an adverbial that opens the clause its verb may follow: من جانبه دعا (for his part he called).
    expect = afterPreposition && !verbSeen && !topic && !phrase.conj ? 'verb' : 'either';
    topic = topic || (!afterPreposition && !verbSeen);
    i = phrase.to;
  }
  return units;
}

/** So many words in brackets may explain the noun before them. */
const BRACKETED = 6;

/** A few nouns in brackets interrupt the clause, so they are passed over; where they tell whom the noun before means, it is they: دول شرق أفريقيا (إيغاد). */
function bracketed(context: PhraseContext, before: Unit | undefined, i: number, dates: readonly DateSpan[]): number {
  const { reader } = context;
  let end = i + 1;
  while (end <= i + 1 + BRACKETED && reader.token(end) && reader.mark(end) !== ')') {
    if (reader.verbs(end).length > 0 && !reader.name(end) && !reader.common(end) && !reader.event(end)) return i;
    end++;
  }
  if (
    reader.mark(end) !== ')' ||
    end === i + 1 ||
    before?.kind !== 'phrase' ||
    before.to !== i ||
    dates.some((d) => d.from > i && d.from < end)
  )
    return i;
  const inside: Who[] = [];
  for (let k = i + 1; k < end; ) {
    const phrase = readPhrase(context, k);
    if (phrase && phrase.to <= end) inside.push(...phrase.who);
    k = Math.max(k + 1, phrase?.to ?? 0);
  }
  const { phrase } = before;
  const open =
    phrase.who.every((w) => w.kind === 'role' && w.country === null && !w.name.ar) &&
    !phrase.event &&
    (phrase.inner?.who.every((w) => w.country === null) ?? true);
  if (open && inside.length > 0 && inside.every((w) => w.kind === 'state' || w.kind === 'organisation')) {
    phrase.who = inside;
    phrase.kind = 'who';
    phrase.def = true;
  }
  before.to = phrase.to = end + 1;
  return end + 1;
}

const QUOTES = new Set(['"', '«', '»', '“', '”']);

/** Right behind a comma and a noun, where the clause has its verb already, a noun goes on rather than a verb: دوما، آخر المناطق (Duma, the last of the areas). */
function isApposition(units: readonly Unit[], i: number): boolean {
  const mark = units.at(-1);
  const before = units.at(-2);
  return mark?.kind === 'mark' && mark.to === i && before?.kind === 'phrase';
}

/** A noun, and no verb, stands at the token. */
function joinsNouns(reader: PhraseContext['reader'], i: number): boolean {
  return (
    reader.isWord(i) && (reader.name(i) !== null || reader.event(i) !== null) && reader.verbs(i).length === 0 && reader.particle(i) === null
  );
}

/** Nothing but a date, with or without its preposition, between the last comma and this one. */
function isInsert(units: readonly Unit[], from: number): boolean {
  const inside = units.length - 1 - from;
  if (from < 0 || inside < 1 || inside > 3) return false;
  let dated = false;
  for (let k = from; k < units.length - 1; k++) {
    const unit = units[k] as Unit;
    if (unit.kind === 'date') dated = true;
    else if (unit.kind !== 'particle' || unit.class.startsWith('prep') === false) return false;
  }
  return dated;
}

/** A page's dateline before the first words, as in "Dubai, United Arab Emirates (CNN) –", tells nothing of the event (tokens). */
const DATELINE = 16;

function afterDateline(reader: PhraseContext['reader']): number {
  const limit = Math.min(reader.to, reader.from + DATELINE);
  for (let i = reader.from + 1; i < limit; i++) {
    const mark = reader.mark(i);
    if ((mark === '-' || mark === '–' || mark === '—' || mark === ':') && reader.mark(i - 1) === ')') return i + 1;
  }
  return reader.from;
}

/** A title and a name that stand side by side, with or without a comma, are one participant: ولي العهد السعودي، الأمير محمد بن سلمان. */
function joinApposition(context: PhraseContext, units: Unit[], phrase: Phrase): boolean {
  const last = units.at(-1);
  const comma = last?.kind === 'mark' && (last.mark === '،' || last.mark === ',');
  const before = comma ? units.at(-2) : last;
  if (
    before?.kind !== 'phrase' ||
    before.to !== phrase.from - (comma ? 1 : 0) ||
    phrase.kind !== 'who' ||
    phrase.conj ||
    phrase.prep ||
    phrase.who.length !== 1
  )
    return false;
  const first = before.phrase;
  const one = first.who[0];
  const two = phrase.who[0];
  if (!two) return false;
  if (first.kind === 'plain' && unknownName(context, first) && two.kind === 'role' && !two.name.ar && !two.name.en) {
    // A name that the lexicon lacks, told by the office behind it.
    two.name = { ar: words(context, first), en: null };
    learnTitled(context.reader, context.known, { ...two, from: first.from }, first.to);
    Object.assign(first, { kind: 'who', who: [{ ...two, from: first.from, to: phrase.to }], to: phrase.to, def: true });
  } else if (one && first.who.length === 1 && first.kind === 'who' && sameHolder(one, two, comma)) {
    const country = one.country ?? two.country;
    const named = one.name.ar || one.name.en ? one : two;
    Object.assign(one, {
      country,
      name: named.name,
      wikidata: one.wikidata ?? two.wikidata,
      to: phrase.to,
      reference: country ? null : one.reference,
      why: `${one.why}, ${two.why}`,
    });
    if (one.sectors.length === 0) one.sectors = two.sectors;
    first.to = phrase.to;
  } else return false;
  before.to = phrase.to;
  if (comma) units.pop();
  if (phrase.to === first.to && one && two.name.ar) learnTitled(context.reader, context.known, one, phrase.to);
  return true;
}

/** One adjective in the dual or plural serves both of two coordinated roles: ضابط وجندي إسرائيليين (an Israeli officer and soldier). */
function shareAdjective(context: PhraseContext, before: Unit | undefined, phrase: Phrase): void {
  if (before?.kind !== 'phrase' || !phrase.conj || phrase.who.length !== 1) return;
  const one = phrase.who[0];
  const other = before.phrase.who[0] ?? before.phrase.inner?.who[0];
  if (!one?.country || one.kind !== 'role' || other?.kind !== 'role' || other.country !== null) return;
  const last = context.reader.nisba(phrase.to - 1);
  if (!last || !(last.bits & (Form.Plural | Form.Dual))) return;
  other.country = one.country;
  other.reference = null;
}

function sameHolder(one: Who, two: Who, comma: boolean): boolean {
  if (one.country !== null && two.country !== null && one.country !== two.country) return false;
  // قائد الحرس الثوري، محمد علي جعفري (the commander of the Revolutionary Guard, Mohammad Ali Jafari).
  if (comma && one.kind === 'organisation' && two.kind === 'person' && one.country === two.country) return true;
  const named = (w: Who): boolean => w.kind === 'person' || w.name.ar !== null || w.name.en !== null;
  if (
    one.kind === 'role' &&
    one.number === 'sg' &&
    !named(one) &&
    (two.kind === 'person' || (two.kind === 'role' && named(two) && two.number === 'sg'))
  )
    return true;
  return (
    comma &&
    named(one) &&
    (one.kind === 'person' || one.kind === 'role') &&
    two.kind === 'role' &&
    two.number === 'sg' &&
    !named(two) &&
    two.sectors[0] !== 'CVL'
  );
}

function unknownName(context: PhraseContext, phrase: Phrase): boolean {
  const length = phrase.to - phrase.from;
  if (length < 1 || length > 4 || phrase.def || phrase.inner || phrase.adjectives.length > 0) return false;
  for (let i = phrase.from; i < phrase.to; i++)
    if (
      context.reader
        .matchesAt(i)
        .some((m) => !(m.entry.kind === 'common' && m.entry.of === 'given') && !m.reading.prep && !m.reading.conj && !m.pron)
    )
      return false;
  return true;
}

function words(context: PhraseContext, phrase: Phrase): string {
  return Array.from({ length: phrase.to - phrase.from }, (_, k) => context.reader.token(phrase.from + k)?.surface ?? '').join(' ');
}

/** A verb that only hands on what others call a thing: ما وصفته بـ (what it described as). */
function quotes(context: PhraseContext, i: number): boolean {
  return (
    context.reader.verbs(i).some((v) => context.quotatives.has(v.lemma)) &&
    context.reader.view(i + 1).matches.some((m) => m.reading.prep === 'ب')
  );
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

/** A clause that begins with على and somebody says what he must do. */
function owes(units: readonly Unit[]): boolean {
  const who = units.at(-1);
  const on = units.at(-2);
  const before = units.at(-3);
  return (
    who?.kind === 'phrase' &&
    who.phrase.who.length > 0 &&
    on?.kind === 'particle' &&
    on.value === 'على' &&
    on.pron === '' &&
    (!before || before.kind === 'mark' || (before.kind === 'particle' && before.class === 'comp'))
  );
}

/** Whether a word that can be a verb is one here. */
function isVerb(
  context: PhraseContext,
  i: number,
  verbs: readonly VerbWord[],
  expect: Expect,
  topic: boolean,
  units: readonly Unit[],
): boolean {
  const { reader } = context;
  const name = reader.name(i);
  const event = reader.event(i);
  if (name && name.length > 1) return false;
  if (event && event.length > 1) return false;
  const last = units.at(-1);
  // A name behind و and another name goes on with the list, whatever verb it looks like: باريس ولندن (Paris and London).
  if (name?.reading.conj && name.entry.kind !== 'role' && !name.pron && last?.kind === 'phrase' && last.phrase.who.length > 0) return false;
  if (isNumber(reader, i)) return false;
  // على السلطات وقف الاعتقالات (the authorities must stop the arrests): what one must do is a noun.
  if (event && owes(units) && verbs.every((v) => v.bits & Form.Perfect && !(v.bits & Form.Imperfect))) return false;
  // وزيرا (a minister), as it stands in the lexicon, is no و + زيرا (and the two were visited).
  if (name && !name.reading.conj && !name.reading.prep && !name.pron && verbs.every((v) => v.conj)) return false;
  // Behind أن and إن comes a noun or a present tense: إن التهم الموجهة (the charges brought), not التهم (he devoured).
  if (
    last?.kind === 'particle' &&
    last.class === 'comp' &&
    !last.pron &&
    last.to === i &&
    (reader.common(i) || event || name) &&
    verbs.every((v) => !(v.bits & Form.Imperfect))
  )
    return false;
  // ووجهت إليها (and to her were put): a pronoun on the preposition behind it tells the verb.
  const told = reader.particle(i + 1);
  if (
    expect === 'either' &&
    told?.pron &&
    told.entry.class === 'prep' &&
    verbs.some((v) => v.conj && v.bits & Form.Perfect && v.bits & Form.Third)
  )
    return true;
  const given = reader.common(i);
  // A given name behind a title is no verb: المسؤول قاسم.
  if (
    expect === 'either' &&
    !topic &&
    last?.kind === 'phrase' &&
    given?.entry.kind === 'common' &&
    given.entry.of === 'given' &&
    !verbs.some((v) => v.bits & Form.Imperfect)
  )
    return false;
  if (describesNoun(reader, i, verbs, units)) return true;
  // A second verb of two subjects: التقيا ... ونشرا بيانا (they met and published a statement).
  if (
    expect !== 'noun' &&
    !name &&
    verbs.some((v) => v.conj && isDual(v)) &&
    units.slice(-DUAL).some((u) => u.kind === 'verb' && u.readings.some(isDual))
  )
    return true;
  const literal = verbs.some((v) => !v.pron && !v.conj && !v.prep && !v.future);
  const common = nounBeside(reader.common(i), literal);
  const noun = (name && !(name.reading.prep || name.pron || name.reading.conj)) || event || common;
  if (name && !name.reading.prep && !name.reading.conj && !name.pron && name.entry.kind !== 'role') return false;
  // لنقل (for the carrying of): the first person is rarer than the noun.
  if (event?.reading.prep === 'ل' && verbs.every((v) => v.prep === 'ل' && !(v.bits & Form.Third))) return false;
  if (verbs.some((v) => v.future || v.prep)) return expect !== 'noun';
  if (expect === 'noun') return !noun && verbs.some((v) => v.bits & Form.Imperfect);
  if (!noun) return true;
  if (name && name.entry.kind !== 'role') return false;
  // إعلانا (a declaration) stands so in the lexicon and is not cut to a verb with نا.
  const whole = event !== null && !event.pron && !event.reading.prep && !event.reading.conj;
  if (whole && verbs.every((v) => v.pron !== '')) return false;
  if (verbs.some((v) => v.pron && v.pron !== 'ي') && !event?.pron && !name) return true;
  const imperfect = verbs.some((v) => v.bits & Form.Imperfect && v.bits & Form.Third);
  if (imperfect && /^[وف]?[ي]/.test(reader.token(i)?.word?.key ?? '')) return true;
  if (expect === 'verb') return true;
  if (topic) {
    // A long topic ends where a word that may be a verb governs a preposition: المشتبه به في احتجاز رهائن طالب بـ (the man suspected of taking hostages demanded).
    if (
      name?.entry.kind === 'role' &&
      !name.pron &&
      last?.kind === 'phrase' &&
      reader.matchesAt(i + 1).some((m) => m.reading.prep === 'ب') &&
      verbs.some((v) => !v.conj && !v.pron && v.bits & Form.Perfect && v.bits & Form.Third)
    )
      return true;
    if (last?.kind === 'phrase' && last.phrase.pron !== '') return true;
    const before = QUOTES.has(reader.mark(i - 1)) ? i - 2 : i - 1;
    const word = reader.token(before)?.word;
    return (
      word !== undefined &&
      word !== null &&
      (word.def ||
        reader
          .matchesAt(before)
          .some(
            (m) => m.entry.kind === 'state' || m.entry.kind === 'person' || m.entry.kind === 'organisation' || m.entry.kind === 'place',
          ))
    );
  }
  return false;
}

const NUMBERS = new Set(['number', 'multiplier', 'fraction']);

/** ألف (thousand) is not ألّف (he wrote), نصف (half) not نصف (we describe). */
function isNumber(reader: PhraseContext['reader'], i: number): boolean {
  return (
    reader.view(i).time &&
    reader.matchesAt(i).some((m) => m.entry.kind === 'time' && NUMBERS.has(m.entry.of) && m.pron === '' && !m.reading.future)
  );
}

/** So many units back another verb of the two may stand. */
const DUAL = 12;

const isDual = (v: VerbWord): boolean =>
  (v.bits & Form.Dual) !== 0 && !(v.bits & (Form.Singular | Form.Plural)) && (v.bits & Form.Perfect) !== 0;

/** So many units back the noun may stand that a relative verb describes. */
const NEAR = 4;

const describable = (phrase: Phrase): boolean => !phrase.def && phrase.who.every((w) => w.kind === 'role');

/** A past tense with a pronoun that points back to the indefinite noun before it: كمين نصبه مسلحون (an ambush that gunmen laid). */
function describesNoun(reader: PhraseContext['reader'], i: number, verbs: readonly VerbWord[], units: readonly Unit[]): boolean {
  const last = units.at(-1);
  // غارة قتل فيها مدني (a raid in which a civilian was killed): the pronoun stands on the preposition behind the verb.
  const behind = reader.particle(i + 1);
  const resumes =
    behind !== null &&
    (behind.entry.class === 'prep-pron' || behind.pron !== '') &&
    verbs.some((v) => !v.pron && !v.conj && !v.prep && v.bits & Form.Perfect && v.bits & Form.Third);
  if (
    resumes &&
    last?.kind === 'phrase' &&
    (describable(last.phrase) || units.slice(-NEAR).some((u) => u.kind === 'phrase' && u.phrase.event !== null && describable(u.phrase)))
  )
    return true;
  if (
    last?.kind !== 'phrase' ||
    !describable(last.phrase) ||
    last.to !== i ||
    !verbs.some((v) => v.pron !== '' && v.pron !== 'نا' && !v.conj && v.bits & Form.Perfect)
  )
    return false;
  const next = reader.name(i + 1);
  return next !== null && next.reading.prep === '' && !next.reading.conj;
}

/** A common noun that competes with a verb: no given name, and none that is only got by cutting what is a verb as written (التقى, he met, is not ال + تقي). */
function nounBeside(common: Match | null, literal: boolean): Match | null {
  if (!common || (common.entry.kind === 'common' && common.entry.of === 'given')) return null;
  const cut = common.reading.def || common.reading.conj || common.reading.prep !== '' || common.pron !== '';
  return literal && cut ? null : common;
}

const UNKNOWN_PRESENT = /^[وف]?(س?ي)[^ا].{2,}/;

/** A word outside the lexicon that has the shape of a present tense where a verb may stand. */
function unknownVerb(context: PhraseContext, i: number, expect: Expect): boolean {
  if (expect === 'noun') return false;
  const { reader } = context;
  if (reader.matchesAt(i).length > 0) return false;
  const key = reader.token(i)?.word?.key ?? '';
  // نكثوا (they broke): only a past tense in the plural ends so.
  if (key.length >= 5 && key.endsWith('وا')) return true;
  return UNKNOWN_PRESENT.test(key) && (expect === 'verb' || key.length >= 4);
}

/** An accusative or feminine participle behind a clause goes on with its subject: مؤكدا أن (stressing that), مشيرة إلى. */
function participleAt(context: PhraseContext, i: number, units: Unit[]): readonly VerbWord[] | null {
  const { reader } = context;
  const words = reader.participle(i);
  if (words.length === 0) return null;
  const key = reader.token(i)?.word?.key ?? '';
  const last = units.at(-1);
  const name = reader.name(i);
  // متهما إيران بـ (accusing Iran of) behind a comma goes on with the clause; elsewhere the word is a noun (an accused).
  if (
    name &&
    (name.entry.kind !== 'role' ||
      name.length > 1 ||
      name.reading.conj ||
      last?.kind !== 'mark' ||
      last.mark !== '،' ||
      name.entry.of === 'office' ||
      !(key.endsWith('ا') || key.endsWith('ه')) ||
      !startsObject(reader, i + 1))
  )
    return null;
  if (units.length === 0 && reader.particle(i + 1)?.entry.class !== 'comp' && reader.particle(i + 1)?.entry.class !== 'prep') return null;
  if (key.endsWith('ا')) return words.filter((w) => w.bits & Form.Masculine);
  const governs = reader.particle(i + 1);
  const attached = reader.matchesAt(i + 1).some((m) => m.reading.prep !== '');
  const opens = last === undefined || last.kind === 'mark' || words.some((w) => w.conj) || governs?.entry.class === 'comp' || name !== null;
  if (name) return words.filter((w) => w.bits & Form.Feminine);
  if (!opens || !(key.endsWith('ه') || key.endsWith('ين'))) return null;
  return attached ||
    (last?.kind === 'mark' && last.mark === '،' && startsObject(reader, i + 1)) ||
    (governs && (governs.entry.class === 'comp' || governs.entry.class === 'prep'))
    ? words
    : null;
}

/** An indefinite participle that says something of a definite topic and governs a preposition is its predicate: إيران مستعدة لـ (Iran is ready for). */
function predicateAt(context: PhraseContext, i: number, units: readonly Unit[]): readonly VerbWord[] | null {
  const { reader } = context;
  const words = reader.participle(i);
  if (words.length === 0) return null;
  const last = units.at(-1);
  if (last?.to !== i || words.some((w) => w.conj)) return null;
  // وأنها مستعدة لـ (and that she is ready for): the pronoun on أن is the topic.
  if (last.kind === 'particle' && (last.class !== 'comp' || last.pron === '')) return null;
  if (last.kind !== 'particle' && (last.kind !== 'phrase' || last.phrase.who.length === 0)) return null;
  if (
    last.kind === 'phrase' &&
    !last.phrase.def &&
    last.phrase.pron === '' &&
    last.phrase.who.every((w) => w.kind === 'role' || w.kind === 'people')
  )
    return null;
  if (!reader.matchesAt(i).some((m) => m.entry.kind === 'verb' && m.entry.framed === true && m.bits & Form.ActiveParticiple)) return null;
  const governs = reader.particle(i + 1)?.entry.class;
  if (governs !== 'prep' && governs !== 'comp' && !reader.matchesAt(i + 1).some((m) => m.reading.prep === 'ل' || m.reading.prep === 'ب'))
    return null;
  return words;
}

/** What a participle governs: a preposition or أن, a quotation, or a bare participant. */
function startsObject(reader: PhraseContext['reader'], i: number): boolean {
  const governs = reader.particle(i)?.entry.class;
  if (governs === 'comp' || governs === 'prep' || QUOTES.has(reader.mark(i))) return true;
  const name = reader.name(i);
  return (
    reader.token(i)?.surface === 'إياها' ||
    reader.token(i)?.surface === 'إياه' ||
    (name !== null && name.reading.prep === '' && !name.reading.conj && (name.entry.kind !== 'state' || name.entry.as !== 'nisba'))
  );
}
