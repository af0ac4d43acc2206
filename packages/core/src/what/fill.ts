// Fills the roles of a frame: from the phrases in its slots to participants, references settled.

import { endsFeminine } from '../clauses/agreement.js';
import type { Phrase, Predicate, Token, Who } from '../document.js';
import { type Condition, Form, type Frame } from '../lexicon/entries.js';
import type { LexiconTable } from '../lexicon/table.js';
import { keyOf } from '../text/letters.js';
import type { Discourse } from '../who/discourse.js';
import { makeWho } from '../who/names.js';
import { hasSought, keysAt } from './conditions.js';

export interface FillContext {
  tokens: readonly Token[];
  lexicon: LexiconTable;
  discourse: Discourse;
}

export interface Filled {
  frame: Frame;
  actors: Who[];
  recipients: Who[];
  passive: boolean;
  why: string[];
}

const NO_PHRASES: readonly Phrase[] = [];

const memo = new WeakMap<Predicate, Who[]>();

/** Phrases in a slot of a verb as its frame names it, with passive, topic and carried subjects in mind. */
function verbSlot(p: Predicate, slot: string, passive: boolean): readonly Phrase[] {
  if (passive) {
    if (slot === 'subj') return p.slots.get('by') ?? NO_PHRASES;
    if (slot === 'obj') return subjectPhrases(p);
  }
  if (slot === 'subj') return subjectPhrases(p);
  if (slot === 'obj') return objectPhrases(p);
  return p.slots.get(slot) ?? ofConsumed(p, slot);
}

/** Between whom, told by the noun that is part of the event: توقيع اتفاق بين الصين وباكستان (the signing of an agreement between China and Pakistan). */
function ofConsumed(p: Predicate, slot: string): readonly Phrase[] {
  if (slot !== 'بين' && slot !== 'مع') return NO_PHRASES;
  for (const part of p.consumed ?? []) {
    const phrases = part.slots.get(slot);
    if (phrases) return phrases;
  }
  return NO_PHRASES;
}

/** Objects of a verb; where the only bare phrase stands for a subject carried over, that phrase: واتهمت إثيوبيا بـ (and she accused Ethiopia of). */
function objectPhrases(p: Predicate): readonly Phrase[] {
  if (p.objectFirst) return p.slots.get('subj') ?? NO_PHRASES;
  const first = p.slots.get('obj');
  const second = p.slots.get('obj2');
  return first && second ? [...first, ...second] : (first ?? second ?? NO_PHRASES);
}

export function subjectPhrases(p: Predicate): readonly Phrase[] {
  const subject = p.slots.get('subj');
  if (subject && !p.objectFirst) return subject;
  const topic = p.slots.get('topic');
  if (topic && !(p.antecedent && p.slots.get('obj')?.includes(p.antecedent))) return topic;
  return p.slots.get('carried') ?? NO_PHRASES;
}

/** Slots of a verbal noun in the terms of its verb's frame. */
function masdarSlot(p: Predicate, slot: string, frame: Frame): readonly Phrase[] {
  if (slot !== 'subj' && slot !== 'obj') return p.slots.get(slot) ?? NO_PHRASES;
  const gen = p.slots.get('gen') ?? NO_PHRASES;
  const own = p.slots.get('obj') ?? NO_PHRASES;
  const takesObject = frame.actors.includes('obj') || frame.recipients.some((r) => r.slot === 'obj');
  const lam = !takesObject
    ? NO_PHRASES
    : own.length > 0 && gen.length > 0
      ? own
      : (p.slots.get('ل')?.filter((ph) => ph.who.length > 0) ?? NO_PHRASES);
  if (slot === 'obj') return lam.length > 0 ? lam : own.length > 0 ? [...gen, ...own] : gen;
  const others = [...(p.slots.get('light') ?? []), ...(p.slots.get('by') ?? []), ...(p.slots.get('adj') ?? [])];
  return !takesObject || lam.length > 0 ? [...others, ...gen] : others;
}

export function slotPhrases(p: Predicate, slot: string, frame: Frame, passive: boolean): readonly Phrase[] {
  if (p.pos === 'v') return verbSlot(p, slot, passive);
  if (frame.pos === 'v') return masdarSlot(p, slot, frame);
  return p.slots.get(slot) ?? ofConsumed(p, slot);
}

/** A verb of a relative clause taken for a noun: كمين نصبه مسلحون (an ambush that gunmen laid). */
const resumes = (phrase: Phrase): boolean => phrase.event !== null && phrase.pron !== '' && !phrase.prep && !phrase.conj;

/** Whether the verb is passive here: it can only be, or it wants an object and has none but its subject. */
function isPassive(p: Predicate, frame: Frame): boolean {
  if (p.pos !== 'v' || p.participle) return false;
  const reading = p.readings.find((r) => r.lemma === frame.lemma);
  const bits = reading?.bits ?? p.bits;
  if (!(bits & Form.Passive)) return false;
  if (!(bits & Form.Active)) return true;
  const wantsObject =
    frame.recipients.some((r) => r.slot === 'obj') ||
    frame.needs.includes('obj') ||
    frame.event === 'obj' ||
    frame.conditions.some((c) => c.slot === 'obj' && !c.absent);
  if (
    !wantsObject ||
    p.slots.get('obj')?.some((ph) => !resumes(ph)) ||
    p.inside.some((x) => x.slot === 'that' || (x.slot === 'obj' && !(x.predicate.phrase && resumes(x.predicate.phrase))))
  )
    return false;
  if (p.slots.has('by')) return true;
  const subject = p.slots.get('subj') ?? (p.antecedent ? undefined : p.slots.get('topic'));
  if (!subject || !FORCE.has(frame.type)) return false;
  if (subject.some((ph) => ph.who.some((w) => w.role === 'انتحاري'))) return false;
  return subject.some(
    (ph) =>
      ph.count !== null ||
      ph.kind !== 'who' ||
      ph.who.some(
        (w) =>
          w.reference === 'pronoun' || w.kind === 'people' || VICTIMS.has(w.sectors[0] ?? '') || (w.number === 'sg' && w.kind === 'role'),
      ),
  );
}

/** Marks of an object on its own words: the oblique dual and plural (حثّ الطرفين, he urged the two sides), the indefinite accusative (رحّلت ناشطا, she deported an activist), a gender that the verb before it lacks (وطالب الجامعة, and he asked the League). */
function looksLikeObject(context: FillContext, p: Predicate, frame: Frame): boolean {
  const phrase = p.slots.get('subj')?.[0];
  const who = phrase?.who[0];
  if (!phrase || !who || phrase.conj) return false;
  const word = context.tokens[phrase.head]?.surface ?? '';
  const isFeminine = endsFeminine(context.tokens, phrase);
  if ((who.number !== 'sg' || who.reference === 'both') && /(ين|يْن)$/.test(word)) return true;
  const masculine = (p.bits & Form.Masculine) !== 0 && !(p.bits & Form.Feminine);
  const feminine = (p.bits & Form.Feminine) !== 0 && !(p.bits & Form.Masculine);
  if (
    SPOKEN.has(frame.type) &&
    masculine &&
    who.number === 'sg' &&
    (who.gender === 'f' || (who.gender === null && who.kind !== 'person' && isFeminine && who.role !== 'خليفة'))
  )
    return true;
  return (
    feminine &&
    who.number === 'sg' &&
    (who.gender === 'm' || (who.kind === 'role' && who.gender === null && !isFeminine && phrase.inner === null && phrase.who.length === 1))
  );
}

/** A frame that cannot do without its object, on a verb with one bare phrase, taken for its subject, and a subject carried over. */
function wantsObjectFirst(context: FillContext, p: Predicate, frame: Frame): boolean {
  if (frame.recipients.some((r) => r.slot === 'obj') && looksLikeObject(context, p, frame)) return true;
  if (!p.slots.has('carried')) return false;
  const things = p.slots.get('subj')?.every((ph) => ph.kind !== 'who') ?? false;
  const someone = p.slots.get('carried')?.some((ph) => ph.who.length > 0) ?? false;
  if (things && someone && p.conj && frame.type !== 'LIGHT' && frame.type !== 'OP') return true;
  if (frame.recipients[0]?.slot !== 'obj') return false;
  if (p.conj && SPOKEN.has(frame.type)) return true;
  return (
    frame.needs.includes('obj') ||
    (frame.type === 'ACCUSE' && frame.mode.includes('allege')) ||
    (frame.type === 'REQUEST' && (frame.needs.includes('ب') || frame.needs.includes('على')))
  );
}

/** Acts that a coordinated verb goes on with: انتقدت المنظمة الحكم، وطالبت القاهرة بوقفه (the organisation criticised the sentence and called on Cairo to stop it). */
const SPOKEN = new Set(['REQUEST', 'ACCUSE', 'SUPPORT', 'AID']);

/** Acts of force: a verb of these with a victim for its only noun is passive (قتل ثلاثة مدنيين, three civilians were killed). */
const FORCE = new Set(['ASSAULT', 'COERCE', 'SANCTION']);
const VICTIMS = new Set(['CVL', 'MED', 'JRN', 'REF', 'EDU', 'REL', 'REB', 'UAF', 'LAB', 'CRM', 'ELI', 'OPP']);

function slotFilled(p: Predicate, slot: string, frame: Frame, passive: boolean): boolean {
  // For what purpose is not to whom: حبس الشرطيين للتحقيق (the policemen's detention for questioning).
  if (slot === 'ل' && p.pos === 'n' && frame.recipients.some((r) => r.slot === slot && !r.by))
    return (p.slots.get(slot) ?? []).some((ph) => ph.event === null || ph.who.length > 0);
  return slotPhrases(p, slot, frame, passive).length > 0 || p.inside.some((x) => x.slot === slot);
}

/** Those whom the event noun itself names: 63 قتيلا (63 dead). */
function victims(context: FillContext, p: Predicate): Who[] {
  const phrase = p.phrase;
  if (!phrase) return [];
  const own = [...(p.slots.get('gen') ?? []), ...(p.slots.get('من') ?? [])];
  const named = whosIn(context, p, own, true);
  if (named.length > 0) return named;
  const country = phrase.adjectives[0]?.country ?? context.discourse.local ?? context.discourse.country;
  return [makeWho(phrase.from, phrase.head + 1, 'role', country, ['CVL'], null, null, null, 'those that the word names')];
}

/** A nationality as a noun names people, not their state: ثلاثون فلسطينيا (thirty Palestinians). */
function asPeople(who: Who): Who {
  return who.kind === 'people' ? { ...who, sectors: ['CVL'] } : who;
}

/** A state's adjective on a protest names its people: المظاهرات الفلسطينية (the Palestinian demonstrations). */
function inTheStreets(who: Who): Who {
  return who.kind === 'nisba' ? { ...who, sectors: ['CVL'] } : who;
}

/** With the article a people is most often its state: هاجم الأتراك المدينة (the Turks attacked the town), but فلسطينيون هاجموا (Palestinians attacked). */
function isDefinite(context: FillContext, who: Who): boolean {
  return /^[وفبك]?(ال|لل)/.test(context.tokens[who.from]?.surface ?? '');
}

/** Acts that are done to persons: an object that the lexicon lacks is a private person of the country. */
const PERSONAL = new Set(['COERCE', 'ASSAULT', 'SANCTION']);

function unknownPersons(context: FillContext, phrases: readonly Phrase[]): Who[] {
  const country = context.discourse.country;
  return phrases
    .filter((ph) => ph.kind === 'plain' && ph.unknown && !ph.def && !ph.prep && ph.to - ph.from <= 4)
    .map((ph) => makeWho(ph.from, ph.to, 'role', country, ['CVL'], null, null, null, 'a person that the lexicon does not know'));
}

/** A verb in the dual, whose subject was named before: ثم اتفقا (then the two agreed). */
function isDual(p: Predicate): boolean {
  return (
    p.pos === 'v' &&
    (p.bits & Form.Dual) !== 0 &&
    !(p.bits & (Form.Singular | Form.Plural)) &&
    !p.slots.has('subj') &&
    !p.slots.has('topic')
  );
}

/** The two of whom a verb in the dual tells, where only the second is its subject: روسيا وتركيا اتفقتا (Russia and Turkey agreed). */
function sideBySide(context: FillContext, p: Predicate, phrases: readonly Phrase[]): Who[] | null {
  const one = phrases.length === 1 && phrases[0]?.conj && phrases[0].who.length === 1 ? phrases[0].who[0] : undefined;
  if (!one || p.pos !== 'v' || !(p.bits & (Form.Dual | Form.Plural))) return null;
  return context.discourse.pairEndingAt(one.from);
}

function holds(context: FillContext, p: Predicate, condition: Condition, frame: Frame, passive: boolean): boolean {
  const { slot, absent } = condition;
  const phrases = slot === 'adj' && p.phrase ? [withoutGenitive(p.phrase)] : slotPhrases(p, slot, frame, passive);
  return hasSought(context, phrases, condition) !== absent;
}

const withoutGenitive = (phrase: Phrase): Phrase => (phrase.inner ? { ...phrase, inner: null, to: phrase.inner.from } : phrase);

/** The first frame of the predicate whose conditions hold; null where none does. */
export function chooseFrame(context: FillContext, p: Predicate): Chosen | null {
  const { verbFrames, nounFrames } = context.lexicon;
  const own = p.pos === 'n' && p.phrase?.event?.pos === 'n' ? nounFrames.get(p.lemma) : undefined;
  const chosen = (own && firstHolding(context, p, own, true)) ?? firstHolding(context, p, verbFrames.get(p.lemma), true);
  if (chosen || p.pos !== 'v') return chosen;
  for (const [k, { lemma }] of p.readings.entries()) {
    if (lemma === p.lemma || p.readings.findIndex((r) => r.lemma === lemma) < k) continue;
    const other = firstHolding(context, p, verbFrames.get(lemma), false);
    if (other) return other;
  }
  return null;
}

interface Chosen {
  frame: Frame;
  passive: boolean;
}

/** `likely`: the frames are those of the likeliest reading; of another they must ask for something that stands there. */
function firstHolding(context: FillContext, p: Predicate, frames: readonly Frame[] | undefined, likely: boolean): Chosen | null {
  if (!frames) return null;
  const onlySubject = p.pos === 'v' && p.slots.has('subj') && !p.slots.has('obj');
  for (const frame of frames) {
    if (!likely && frame.needs.length === 0 && frame.conditions.every((c) => c.absent)) continue;
    if (frame.ahead && !p.marks.has('future')) continue;
    if (frame.negated !== null && frame.negated !== p.marks.has('negated')) continue;
    p.objectFirst = onlySubject && wantsObjectFirst(context, p, frame);
    const passive = isPassive(p, frame);
    if (fits(context, p, frame, passive)) return { frame, passive };
  }
  return null;
}

function fits(context: FillContext, p: Predicate, frame: Frame, passive: boolean): boolean {
  for (const slot of frame.needs) if (!slotFilled(p, slot, frame, passive)) return false;
  for (const slot of frame.nots) if (slotFilled(p, slot, frame, passive)) return false;
  for (const condition of frame.conditions) if (!holds(context, p, condition, frame, passive)) return false;
  return true;
}

/** Participants that the phrases name, references settled. `loose`: a genitive inside a plain noun counts too (سياسة إيران, Iran's policy). */
export function whosIn(context: FillContext, p: Predicate, phrases: readonly Phrase[], loose: boolean): Who[] {
  const found: Who[] = [];
  for (const phrase of phrases) {
    if (
      loose &&
      found.length > 0 &&
      (phrase.kind !== 'who' || (phrase.pron !== '' && phrase.who[0]?.reference === 'pronoun')) &&
      !phrase.conj
    )
      continue;
    if (phrase.kind === 'who') {
      for (const who of phrase.who) {
        arm(context, who);
        if (who.reference === null) found.push(who);
        else found.push(...settle(context, p, who));
      }
    } else if (loose) {
      const adjectives = phrase.adjectives;
      if (phrase.inner) found.push(...whosIn(context, p, [phrase.inner], loose));
      else if (adjectives.length > 0) found.push(...adjectives);
      else if (phrase.pron && phrase.kind === 'plain') {
        const owner = context.discourse.latest(phrase.from, false);
        if (owner) found.push(implied(owner, 'pronoun'));
      }
    }
  }
  return unique(found);
}

export function unique(whos: Who[]): Who[] {
  if (whos.length < 2) return whos;
  const seen = new Set<string>();
  return whos.filter((w) => {
    const id = `${w.country}|${w.sectors.join(' ')}|${w.name.en ?? w.name.ar ?? ''}|${w.country ? '' : w.from}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** The same participant, named here by a reference. */
function implied(who: Who, why: string): Who {
  return { ...who, why: `${who.why}, by ${why}` };
}

/** The feminine plural of fighters are aircraft: مقاتلات التحالف (the coalition's jets). */
function arm(context: FillContext, who: Who): void {
  if (who.role === 'مقاتل' && context.tokens[who.from]?.surface.includes('مقاتلات')) who.sectors = ['MIL'];
}

/** Whom a participant word stands for that refers to another. */
function settle(context: FillContext, p: Predicate, who: Who): Who[] {
  const { discourse } = context;
  switch (who.reference) {
    case 'role':
      return who.number === 'du' && !who.country ? dualRole(context, who) : [who];
    case 'name':
      return [who];
    case 'both':
      return discourse
        .both(
          who.from,
          keysAt(context, who.from).some((k) => k.startsWith('طرف')),
        )
        .map((w) => at(w, who));
    case 'counterpart': {
      const host = governor(p, who);
      const sectors = who.sectors.length ? who.sectors : (host?.sectors ?? ['GOV']);
      return who.country ? [{ ...who, sectors, reference: null }] : [{ ...who, sectors }];
    }
    case 'latter': {
      const one = discourse.latestPerson(who.from);
      return one ? [at(one, who)] : [];
    }
    case 'country': {
      const one = governor(p, who) ?? discourse.latest(who.from, false);
      return one?.country ? [{ ...who, country: one.country, sectors: ['GOV'], reference: null, why: `his country: ${one.why}` }] : [];
    }
    case 'pronoun': {
      if (who.role) {
        const one = governor(p, who) ?? carried(p, who) ?? discourse.latest(who.from, false);
        return [{ ...who, country: one?.country ?? null, reference: null }];
      }
      const firstPerson = p.pos === 'v' && (p.bits & Form.First) !== 0 && !(p.bits & Form.Third);
      const subject =
        p.pos === 'v' && !subjectPhrases(p).some((ph) => ph.who.includes(who))
          ? firstPerson
            ? discourse.speaker
            : subjectPhrases(p).flatMap((ph) => ph.who)
          : [];
      const one =
        subject.length > 0 ? discourse.other(who.from, subject) : (governor(p, who) ?? discourse.latest(who.from, who.number === 'pl'));
      return one ? [implied(one, 'pronoun')] : [];
    }
    default:
      return [who];
  }
}

function dualRole(context: FillContext, who: Who): Who[] {
  const two = context.discourse.both(who.from);
  return two.length === 2
    ? two.map((w) => ({ ...who, country: w.country, sectors: who.sectors.length ? who.sectors : w.sectors, reference: null }))
    : [who];
}

/** The one referred to, with the place of the reference. */
function at(who: Who, reference: Who): Who {
  return { ...who, from: reference.from, to: reference.to, reference: null, why: `${who.why} (${reference.why})` };
}

/** The subject of the verb above: whom his, her and their mean in its objects. */
function governor(p: Predicate, who: Who): Who | null {
  let node: Predicate | null = p.pos === 'v' ? p : p.parent;
  if (p.pos === 'n' && node?.pos === 'v' && node.frame?.type === 'ACCUSE' && node.frame.recipients[0]?.slot === 'obj') {
    // What somebody is accused of is his: اتهمت القوات بالقتل أثناء هجماتها (accused the forces of killing during their attacks).
    for (const phrase of node.slots.get('obj') ?? [])
      for (const w of phrase.who) if (w.country && w.from < who.from && !w.reference) return w;
  }
  for (let n = 0; node && n < 12; n++, node = node.parent) {
    if (node.pos !== 'v') continue;
    for (const phrase of subjectPhrases(node)) {
      for (const w of phrase.who)
        if (w.country && w.from < who.from && !w.reference && (who.number !== 'pl' || w.number === 'pl' || who.role !== null)) return w;
    }
  }
  return null;
}

/** The subject that a verb with a new one goes on from: رفضت إثيوبيا … وكتب المتحدث باسم خارجيتها (Ethiopia refused … and the spokesman of its foreign ministry wrote). */
function carried(p: Predicate, who: Who): Who | null {
  for (const phrase of p.slots.get('carried') ?? [])
    for (const w of phrase.who) if (w.country && w.from < who.from && !w.reference) return w;
  return null;
}

/** Actors of an event, remembered: asked for when another act speaks of it. */
export function actorsOf(context: FillContext, p: Predicate): Who[] {
  let actors = memo.get(p);
  if (!actors) {
    memo.set(p, []);
    const chosen = chooseFrame(context, p);
    actors = chosen ? fill(context, p, chosen.frame, chosen.passive).actors : [];
    memo.set(p, actors);
  }
  return actors;
}

/** Who made the act: of a light or operating noun (عقد قمة, قرار الانسحاب) those of the event inside it. */
function makersOf(context: FillContext, p: Predicate, depth = 0): Who[] {
  const own = actorsOf(context, p);
  if (own.length > 0 || depth > 3) return own;
  return p.inside.flatMap((x) => makersOf(context, x.predicate, depth + 1));
}

/** Acts that are hardly done to nobody: whom they concern stands somewhere in what they are about. */
const DIRECTED = new Set(['THREATEN', 'ACCUSE', 'REJECT', 'SANCTION', 'AGREE', 'SUPPORT', 'REQUEST']);

/** The first other participant named in the nouns inside an act: هددت بإلغاء قمة مع الرئيس الأميركي (threatened to cancel a summit with the US president). */
function mentionedInside(p: Predicate, actors: readonly Who[], depth = 0): Who[] {
  const own = new Set(actors.map((w) => w.country));
  const other = (w: Who): boolean => w.country !== null && w.reference === null && w.kind !== 'place' && !own.has(w.country);
  for (const x of p.inside) {
    if (x.slot === 'that' || x.slot === 'relative') continue;
    for (const phrases of x.predicate.slots.values()) {
      for (const ph of phrases) {
        const found = [...ph.who, ...ph.adjectives].find(other);
        if (found) return [found];
      }
    }
    const deeper = depth < 2 ? mentionedInside(x.predicate, actors, depth + 1) : [];
    if (deeper.length > 0) return deeper;
  }
  return [];
}

const AGAINST = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'ACCUSE', 'THREATEN']);

/** Talks named after a city are held there: قمة هلسنكي (the Helsinki summit). */
const VENUES = new Set(['capital', 'place']);

const MUTUAL = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

/** Of whom something is asked, where the clause of the request has them for its subject: ضرورة أن تفكك كوريا أسلحتها (the need that Korea dismantle its arms). */
function asked(context: FillContext, p: Predicate, actors: readonly Who[], depth = 0): Who[] {
  for (const x of p.inside) {
    if (x.predicate.pos === 'v' && (x.slot === 'that' || x.slot === 'gen' || x.slot === 'إلى' || x.slot === 'ب' || x.slot === 'على')) {
      const subjects = whosIn(
        context,
        x.predicate,
        [...(x.predicate.slots.get('subj') ?? []), ...(x.predicate.slots.get('topic') ?? [])],
        true,
      ).filter((w) => w.country !== null && !actors.some((a) => a.country === w.country && a.sectors[0] === w.sectors[0]));
      if (subjects.length > 0) return subjects;
    }
    if (depth < 2) {
      const deeper = asked(context, x.predicate, actors, depth + 1);
      if (deeper.length > 0) return deeper;
    }
  }
  return [];
}

/** Whom a withdrawal from an agreement hits: the other party, named (انسحب من الاتفاق مع إيران) or else the state of which the article tells most (انسحب من الاتفاق النووي). */
function leftBehind(context: FillContext, p: Predicate, actors: readonly Who[]): Who[] {
  const left = p.inside.find((x) => x.slot === 'من')?.predicate;
  if (!left || (left.frame?.type !== 'AGREE' && !left.lemma.startsWith('اتفاق'))) return [];
  const parties = whosIn(context, p, [...(left.slots.get('مع') ?? []), ...(left.slots.get('بين') ?? [])], true);
  if (parties.length > 0) return parties;
  const other = context.discourse.weightiest(actors);
  return other ? [other] : [];
}

/** A base under attack is its army: قصف مطار التيفور العسكري (the bombing of the T4 air base). */
function attacked(context: FillContext, who: Who): Who {
  if (who.kind !== 'place' || who.sectors.length > 0) return who;
  let military = who.why.startsWith('base');
  for (let i = Math.max(0, who.from); i < who.to + 1; i++) if (keysAt(context, i).some((k) => MILITARY.has(k))) military = true;
  return military ? { ...who, sectors: ['MIL'] } : who;
}

const MILITARY = new Set(['عسكري', 'قاعدة', 'ثكنة', 'معسكر', 'موقع عسكري', 'جوي'].map(keyOf));

/** Who acts on whom in the predicate, by its frame. */
export function fill(context: FillContext, p: Predicate, frame: Frame, passive: boolean): Filled {
  const actors: Who[] = [];
  const why = [`frame ${frame.lemma} ${frame.type}`];
  const ownActor =
    frame.pos === 'n' || p.pos === 'n'
      ? p.slots.has('gen') && frame.actors.includes('gen') && !frame.actors.includes('بين') && !frame.actors.includes('مع')
      : false;
  if (frame.actors.includes('speaker')) actors.push(...context.discourse.speaker);
  const firstPerson = p.pos === 'v' && (p.bits & Form.First) !== 0 && !(p.bits & Form.Third);
  for (const slot of frame.actors) {
    if (slot === 'subj' && firstPerson) {
      actors.push(...context.discourse.speaker);
      continue;
    }
    if (slot === 'light' && ownActor && whosIn(context, p, p.slots.get('gen') ?? [], false).length > 0) continue;
    const phrases = slotPhrases(p, slot, frame, passive);
    if (slot === 'subj') {
      const two = sideBySide(context, p, phrases);
      if (two) {
        actors.push(...two);
        continue;
      }
    }
    if (slot === 'subj' && isDual(p) && whosIn(context, p, phrases, true).length < 2) {
      const two = context.discourse.both(p.from);
      if (two.length === 2) {
        actors.push(...two);
        why.push('the two named before');
        continue;
      }
    }
    const found = whosIn(context, p, phrases, slot !== 'obj');
    const venue = slot === 'gen' && (frame.actors.includes('بين') || frame.type === 'ASSAULT');
    actors.push(...(venue ? found.filter((w) => !VENUES.has(w.kind)) : found));
  }
  // Who fights alongside: هاجمت المواقع مع بريطانيا (attacked the sites together with Britain).
  if (
    frame.type === 'ASSAULT' &&
    p.pos === 'v' &&
    !passive &&
    actors.length > 0 &&
    !frame.actors.includes('مع') &&
    !frame.recipients.some((r) => r.slot === 'مع')
  ) {
    actors.push(
      ...whosIn(
        context,
        p,
        (p.slots.get('مع') ?? []).filter((ph) => ph.kind === 'who'),
        false,
      ).filter((w) => w.sectors[0] === 'GOV' || w.sectors[0] === 'MIL'),
    );
  }
  if (actors.length === 0 && p.pos === 'v' && frame.actors.includes('subj') && !passive) {
    if (!firstPerson && subjectPhrases(p).length === 0 && context.discourse.subject && (!p.slots.has('subj') || p.objectFirst)) {
      actors.push(context.discourse.subject);
      why.push('subject carried over');
    }
  }
  if (actors.length === 0 && p.pos === 'n' && p.phrase?.def && !frame.recipients.some((r) => r.slot === 'ل'))
    actors.push(...whosIn(context, p, (p.slots.get('ل') ?? []).slice(0, 1), false));
  // Who pays a visit may follow with ل, before the host: زيارة بوتين للبيت الأبيض, but الزيارة لولي العهد (the crown prince's visit).
  const visit = frame.mode.includes('visit') && p.pos === 'n' && actors.length === 0 ? p.slots.get('ل') : undefined;
  if (visit) {
    const [visitor] = visit;
    const named = visitor ? whosIn(context, p, [visitor], false) : [];
    if (named.length > 0 && (visit.length > 1 || named.every((w) => w.kind === 'person' || (w.kind === 'role' && w.number === 'sg'))))
      actors.push(...named);
  }
  let recipients: Who[] = [];
  for (const { slot, by } of frame.recipients) {
    const named = slotPhrases(p, slot, frame, passive);
    // What stands behind an object that names somebody is no second object: اتهم واشنطن بتوفير "الدعم" (accused Washington of giving "support").
    const objects = slot === 'obj' && !p.objectFirst ? named.filter((ph) => !p.slots.get('obj2')?.includes(ph)) : named;
    recipients = slot === 'self' ? victims(context, p) : whosIn(context, p, objects, true);
    if (recipients.length === 0 && objects.length < named.length) recipients = whosIn(context, p, named, true);
    const nominal = p.pos === 'n' && frame.pos === 'v' && slot === 'obj' ? ['obj', 'gen', 'ل'] : [slot];
    if (recipients.length === 0 && by)
      for (const inside of p.inside) if (nominal.includes(inside.slot)) recipients.push(...makersOf(context, inside.predicate));
    // A preposition behind the noun inside may be the verb's own: ألغى القمة مع كيم (cancelled the summit with Kim).
    if (recipients.length === 0 && slot !== 'obj' && slot !== 'subj')
      for (const inside of p.inside)
        if (inside.slot === 'obj') recipients.push(...whosIn(context, p, inside.predicate.slots.get(slot) ?? [], true));
    if (recipients.length > 0) break;
    if (slot === 'obj' && PERSONAL.has(frame.type)) recipients = unknownPersons(context, slotPhrases(p, slot, frame, passive));
    if (recipients.length > 0) break;
  }
  // Against whom, whatever the frame: اعتقالات بحق ناشطين (arrests of activists).
  if (recipients.length === 0 && p.pos === 'n' && AGAINST.has(frame.type)) recipients = whosIn(context, p, p.slots.get('ضد') ?? [], true);
  // A suicide bomber is no victim of his bombing: تفجير انتحاري.
  if (frame.type === 'ASSAULT') recipients = recipients.filter((w) => w.role !== 'انتحاري');
  if (
    recipients.length === 0 &&
    DIRECTED.has(frame.type) &&
    actors.length > 0 &&
    (!frame.recipients.some((r) => r.by) || frame.type === 'AGREE')
  )
    recipients = mentionedInside(p, actors);
  if (recipients.length === 0 && actors.length > 0 && frame.type === 'SANCTION' && frame.mode.includes('withdraw'))
    recipients = leftBehind(context, p, actors);
  if (recipients.length === 0 && actors.length > 0 && frame.type === 'REQUEST') recipients = asked(context, p, actors);
  // The convicted stands in what the court ordered: قضت محكمة بسجن ناشط (a court sentenced an activist to prison).
  if (recipients.length === 0 && frame.type === 'SANCTION' && frame.mode.includes('convict') && actors.length > 0) {
    for (const x of p.inside)
      if (recipients.length === 0 && (x.slot === 'ب' || x.slot === 'obj'))
        recipients = whosIn(
          context,
          p,
          [...(x.predicate.slots.get('gen') ?? []), ...(x.predicate.slots.get('على') ?? []), ...(x.predicate.slots.get('ضد') ?? [])],
          false,
        ).filter((w) => w.sectors[0] !== 'JUD');
  }
  // Nobody reproaches himself: the speaker that is known is not the one that blames.
  if (frame.type === 'ACCUSE' && frame.actors.includes('speaker'))
    recipients = recipients.filter((w) => !actors.some((a) => a.country === w.country && a.sectors[0] === w.sectors[0]));
  const keyed = new Set(actors.map((w) => `${w.country} ${w.sectors[0]} ${w.from}`));
  recipients = recipients.filter((w) => !keyed.has(`${w.country} ${w.sectors[0]} ${w.from}`));
  if (PERSONAL.has(frame.type) || frame.type === 'PROTEST') {
    recipients = recipients.map(asPeople);
    if (frame.type === 'PROTEST') actors.splice(0, actors.length, ...actors.map(asPeople).map(inTheStreets));
  }
  if (frame.type === 'ASSAULT') recipients = recipients.map((w) => attacked(context, w));
  if (frame.type === 'ASSAULT') actors.splice(0, actors.length, ...actors.map((w) => (isDefinite(context, w) ? w : asPeople(w))));
  if (frame.type === 'CONSULT') context.discourse.meet([...actors, ...recipients], p.to);
  const clean = unique(actors).filter((w) => w.kind !== 'place' || MUTUAL.has(frame.type) || w.country !== null);
  return { frame, actors: clean, recipients: unique(recipients), passive, why };
}
