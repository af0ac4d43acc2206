// Hangs the phrases of a sentence on its verbs and event nouns: subject, object and prepositions, across relative clauses, complements and coordination.

import type { Document, Phrase, Predicate, Sentence, Unit, VerbWord } from '../document.js';
import { Form } from '../lexicon/entries.js';
import type { LexiconTable } from '../lexicon/table.js';
import { makeWho } from '../who/names.js';
import { agrees, agreesWith, asThird, disagrees, endsFeminine, feminine, fits } from './agreement.js';
import { emptyPhrase } from './empty-phrase.js';
import { verbUnit } from './unit.js';

/** Slots that any event noun may take beside those of its frames. */
const QUOTES = new Set(['"', '«', '»', '“', '”']);
const SPEECH = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT']);
/** The ending of an indefinite accusative. */
const ACCUSATIVE = /[^اىء]ا\u064b?$|\u064bا$/;
const NOUN_SLOTS = new Set(['بين', 'مع', 'by', 'ضد', 'mediator']);

export interface AttachContext {
  lexicon: LexiconTable;
  document: Document;
  /** Slots by lemma, remembered. */
  slots: Record<'v' | 'n', Map<string, Set<string>>>;
}

function slotsOf(context: AttachContext, pos: 'v' | 'n', lemma: string): Set<string> {
  const known = context.slots[pos];
  let slots = known.get(lemma);
  if (!slots) {
    slots = new Set();
    const frames = [
      ...((pos === 'n' ? context.lexicon.nounFrames.get(lemma) : undefined) ?? []),
      ...(context.lexicon.verbFrames.get(lemma) ?? []),
    ];
    for (const f of frames) {
      for (const s of f.actors) slots.add(s);
      for (const r of f.recipients) slots.add(r.slot);
      for (const s of f.needs) slots.add(s);
      for (const c of f.conditions) slots.add(c.slot);
      for (const s of Object.keys(f.inner)) slots.add(s);
      if (f.event) slots.add(f.event);
    }
    known.set(lemma, slots);
  }
  return slots;
}

function newPredicate(from: number, to: number, pos: 'v' | 'n', clause: number): Predicate {
  return {
    from,
    to,
    pos,
    lemma: '',
    bits: 0,
    readings: [],
    phrase: null,
    slots: new Map(),
    inside: [],
    parent: null,
    parentSlot: '',
    marks: NO_MARKS,
    clause,
    antecedent: null,
    carried: false,
    dates: [],
    frame: null,
    participle: false,
    conj: false,
    quoted: false,
    consumed: null,
    objectFirst: false,
  };
}

/** Most predicates have no mark: they share one set, to which nothing is added. */
const NO_MARKS = new Set<string>();

const marked = (marks: Set<string>, mark: string): Set<string> => (marks === NO_MARKS ? new Set<string>() : marks).add(mark);

export function put(predicate: Predicate, slot: string, phrase: Phrase): void {
  const at = predicate.slots.get(slot);
  if (at) at.push(phrase);
  else predicate.slots.set(slot, [phrase]);
}

/** The verb reading that fits best: one with frames, third person first. */
export function chooseVerb(context: AttachContext, readings: readonly VerbWord[], present = false): VerbWord | null {
  let best: VerbWord | null = null;
  let bestScore = -1;
  for (const r of readings) {
    const framed = context.lexicon.verbFrames.has(r.lemma) ? 2 : 0;
    const third = r.bits & Form.Third ? 4 : 0;
    const plain = (r.conj ? 0 : 0.5) + (r.pron ? 0 : 1.5) + (r.bits & Form.Active ? 0.2 : 0);
    const tense = present && r.bits & Form.Imperfect ? 3 : 0;
    const score = framed + third + plain + tense;
    if (score > bestScore) {
      best = r;
      bestScore = score;
    }
  }
  return best;
}

/** One pass over the units of a sentence; fills `sentence.predicates`. Needs `units`; gives predicates with slots, parents and marks. */
export function attach(context: AttachContext, sentence: Sentence): void {
  new Attacher(context, sentence).run();
}

class Attacher {
  private readonly predicates: Predicate[] = [];
  /** Predicates that may still take a phrase, the innermost last. */
  private open: Predicate[] = [];
  /** The verb of the clause being read. */
  private verb: Predicate | null = null;
  private topic: Phrase[] = [];
  private preposition = '';
  private marks = NO_MARKS;
  private clause = 0;
  private antecedent: Phrase | null = null;
  private relative = false;
  private complement: { parent: Predicate; slot: string } | null = null;
  private lastPhrase: { phrase: Phrase; slot: string; owner: Predicate | null; index: number } | null = null;
  private inQuote = false;
  private afterMark = false;
  /** Token behind the latest أن / إن: a verb that stands there is subjunctive. */
  private complementEnd = -1;
  /** A verb whose بأنه tells what it calls somebody: وصفه بأنه إرهابي (described him as a terrorist). */
  private described: Predicate | null = null;
  /** The unit being read. */
  private index = 0;

  constructor(
    private readonly context: AttachContext,
    private readonly sentence: Sentence,
  ) {}

  run(): void {
    const { units } = this.sentence;
    for (let u = 0; u < units.length; u++) {
      const unit = units[u] as Unit;
      this.index = u;
      switch (unit.kind) {
        case 'mark':
          this.mark(unit.mark, u);
          continue;
        case 'particle':
          this.particle(unit, u);
          break;
        case 'date':
          this.date(unit);
          break;
        case 'verb':
          this.onVerb(unit);
          break;
        case 'phrase':
          this.onPhrase(unit.phrase, u);
          break;
      }
      this.afterMark = false;
    }
    for (const p of this.predicates) this.settleObject(p);
    this.sentence.predicates = this.predicates;
  }

  /** The only bare phrase of a coordinated verb that cannot do without an object is the object, where the subject may be carried over: وطالب الجامعة بالتراجع (and it asked the League to retreat). */
  private settleObject(p: Predicate): void {
    if (p.pos !== 'v' || !p.conj || p.participle || p.slots.has('obj') || p.slots.has('topic') || p.slots.has('by')) return;
    const phrases = p.slots.get('subj');
    const carried = p.slots.get('carried')?.[0];
    if (
      !phrases ||
      !carried?.who.length ||
      phrases.some((ph) => ph.event !== null || this.isNominative(ph)) ||
      (p.bits & Form.Passive && !(p.bits & Form.Active))
    )
      return;
    const frames = this.context.lexicon.verbFrames.get(p.lemma);
    if (
      !frames?.some((f) => f.recipients[0]?.slot === 'obj') ||
      !frames.every((f) => f.type === 'LIGHT' || f.type === 'OP' || f.type === 'SAY' || f.recipients[0]?.slot === 'obj')
    )
      return;
    if (!this.agreesInGender(p, carried)) return;
    p.slots.delete('subj');
    p.slots.set('obj', phrases);
    for (const x of p.inside) if (x.slot === 'subj') x.slot = x.predicate.parentSlot = 'obj';
  }

  /** The ending of a sound plural that only a subject has: آخرون (others). */
  private isNominative(phrase: Phrase): boolean {
    for (let i = phrase.from; i < phrase.to; i++)
      if (this.context.document.tokens[i]?.surface.endsWith('ون') && phrase.who.every((w) => w.number !== 'sg')) return true;
    return false;
  }

  private agreesInGender(verb: Predicate, phrase: Phrase): boolean {
    const gender =
      phrase.who[0]?.gender ?? (endsFeminine(this.context.document.tokens, phrase) && phrase.who[0]?.kind !== 'person' ? 'f' : null);
    if (gender === null) return phrase.who[0]?.kind !== 'role' || phrase.who[0].number !== 'sg' || (verb.bits & Form.Masculine) !== 0;
    return (verb.bits & (gender === 'f' ? Form.Feminine : Form.Masculine)) !== 0;
  }

  private date(unit: Unit & { kind: 'date' }): void {
    const owner = this.afterMark && this.verb ? this.verb : this.nearest();
    if (owner) owner.dates.push(unit.date);
    else this.pendingDates.push(unit.date);
    this.preposition = '';
  }

  private pendingDates: Predicate['dates'] = [];

  private nearest(): Predicate | null {
    return this.open.at(-1) ?? this.verb;
  }

  private mark(mark: string, u: number): void {
    this.afterMark = true;
    if (mark === '"' || mark === '«' || mark === '»' || mark === '“' || mark === '”') {
      this.inQuote = !this.inQuote;
      if (this.inQuote && this.opensSpeech(u)) this.startSpeech();
      return;
    }
    this.preposition = '';
    if (this.interrupted.length > 0 && mark === '،') {
      this.newClause();
      this.topic = this.interrupted;
      this.interrupted = [];
    }
    if (mark === ':') {
      const sayer = this.verb;
      if (sayer) {
        this.complement = { parent: sayer, slot: 'that' };
        this.newClause();
      } else {
        if (this.topic[0]?.who.length) this.sentence.headlineSpeaker = this.topic[0];
        this.topic = [];
      }
    }
  }

  /** A quotation that holds a whole clause, not a name or a word. */
  private opensSpeech(u: number): boolean {
    const { units } = this.sentence;
    let verbs = 0;
    for (let k = u + 1; k < units.length; k++) {
      const unit = units[k] as Unit;
      if (unit.kind === 'mark' && QUOTES.has(unit.mark)) return verbs > 0 && k - u > 4;
      if (unit.kind === 'verb') verbs++;
    }
    return verbs > 0 && units.length - u > 4;
  }

  /** What is quoted behind a verb of saying is what was said. */
  private startSpeech(): void {
    if (this.complement || !this.verb) return;
    const sayer = rootOf(outOfRelative(this.verb));
    if (!this.context.lexicon.verbFrames.get(sayer.lemma)?.some((f) => f.type === 'SAY')) return;
    this.complement = { parent: sayer, slot: 'that' };
    this.newClause();
  }

  private newClause(): void {
    this.clause++;
    this.topic = [];
    this.verb = null;
    this.open = [];
    this.marks = NO_MARKS;
    this.lastPhrase = null;
  }

  private particle(unit: Unit & { kind: 'particle' }, u: number): void {
    switch (unit.class) {
      case 'prep':
      case 'prep-bare':
        if (unit.pron) this.pronounSlot(unit.value, unit);
        else {
          if (this.obliges(unit, u)) this.oblige(unit);
          this.preposition = unit.value;
        }
        if (unit.conj && this.lastPhrase) this.lastPhrase = null;
        break;
      case 'prep-pron':
        this.pronounSlot(unit.value, unit);
        break;
      case 'comp':
        this.onComplement(unit);
        break;
      case 'rel': {
        const before = this.lastPhrase?.phrase ?? this.topic.at(-1) ?? null;
        this.relative = true;
        // مما (which) takes up the whole clause.
        this.antecedent = unit.value === 'clause' ? null : before;
        this.marks = NO_MARKS;
        this.preposition = '';
        break;
      }
      case 'neg':
        this.marks = marked(marked(this.marks, 'negated'), `neg-${unit.value}`);
        break;
      case 'ma':
        if (this.sentence.units[u + 1]?.kind === 'verb') this.relativeOrNegation(u);
        break;
      case 'negnoun':
        this.marks = marked(this.marks, 'negated-noun');
        break;
      case 'negprep':
        this.marks = marked(this.marks, 'negated-noun');
        this.preposition = 'دون';
        break;
      case 'future':
        this.marks = marked(this.marks, 'future');
        break;
      case 'qad':
        this.marks = marked(this.marks, 'qad');
        break;
      case 'maybe':
        this.marks = marked(this.marks, 'maybe');
        break;
      case 'purpose':
        this.marks = marked(this.marks, 'purpose');
        this.soften();
        break;
      case 'before':
        this.newSubclause();
        this.marks = marked(this.marks, 'before');
        break;
      case 'cond':
        this.newSubclause();
        this.marks = marked(this.marks, 'condition');
        break;
      case 'conj':
        this.newSubclause();
        break;
      case 'according':
        this.preposition = 'according';
        break;
      case 'skip':
        this.onQuantity(unit, u);
        break;
      case 'obj-pron':
        if (this.verb) put(this.verb, 'obj', pronounPhrase(unit.from, unit.to, unit.value));
        break;
      case 'pron':
        this.onPronoun(unit);
        break;
      default:
        break;
    }
  }

  /** على at the head of a clause, with somebody and what he is to do behind it: على إيران احترام الاتفاق, على إيران أن تحترم (Iran must respect). */
  private obliges(unit: Unit & { kind: 'particle' }, u: number): boolean {
    const { units } = this.sentence;
    const who = units[u + 1];
    const what = units[u + 2];
    if (unit.value !== 'على' || this.verb || this.topic.length > 0 || this.open.length > 0) return false;
    if (who?.kind !== 'phrase' || who.phrase.kind !== 'who' || who.phrase.prep || who.phrase.who.every((w) => w.kind === 'place'))
      return false;
    if (what?.kind === 'particle') return what.class === 'comp' && what.pron === '';
    if (what?.kind !== 'phrase' || !what.phrase.event || what.phrase.prep || what.phrase.conj) return false;
    return what.phrase.event.pos === 'v' || what.phrase.inner !== null;
  }

  /** The obligation is that of وجب (it is incumbent), unspoken. */
  private oblige(unit: Unit & { kind: 'particle' }): void {
    const bits = Form.Imperfect | Form.Third | Form.Masculine | Form.Singular;
    const reading = { lemma: OBLIGATION, bits, pron: '', future: false, prep: '', conj: unit.conj };
    this.onVerb(verbUnit(unit.from, [reading], false));
  }

  /** Token behind the latest word of quantity. */
  private quantityEnd = -1;

  /** A quantity with a pronoun stands for the noun: أوقفت الشرطة معظمهم (the police arrested most of them). */
  private onQuantity(unit: Unit & { kind: 'particle' }, u: number): void {
    this.quantityEnd = unit.to;
    const before = this.sentence.units[u - 1];
    if (
      !unit.pron ||
      unit.value === 'self' ||
      !this.verb ||
      !(this.preposition || before?.kind === 'verb' || (before?.kind === 'phrase' && this.lastPhrase?.slot === 'subj'))
    )
      return;
    this.onPhrase(pronounPhrase(unit.from, unit.to, unit.pron), u);
  }

  private relativeOrNegation(u: number): void {
    const before = this.sentence.units[u - 1];
    if (!before || (before.kind === 'mark' && !(before.mark === '،' && this.verb))) this.marks = marked(this.marks, 'negated');
    else {
      this.relative = true;
      this.antecedent = null;
      this.preposition = '';
    }
  }

  private soften(): void {
    this.preposition = '';
  }

  /** A subordinate clause begins: its verb takes its own subject, but the one before may be carried over. */
  private newSubclause(): void {
    this.clause++;
    this.topic = [];
    this.preposition = '';
    this.marks = NO_MARKS;
    this.relative = false;
    this.lastPhrase = null;
    this.subclause = true;
  }

  private subclause = false;

  /** The topic that a clause between commas interrupts: الوزير، وهو من حلب، انتقد (the minister, who is from Aleppo, criticised). */
  private interrupted: Phrase[] = [];

  private onPronoun(unit: Unit & { kind: 'particle' }): void {
    const phrase = pronounPhrase(unit.from, unit.to, unit.value);
    if (this.relative) return;
    const before = this.verb;
    this.clause++;
    this.verb = null;
    this.open = [];
    this.lastPhrase = null;
    if (!before && this.afterMark && unit.conj && this.topic.some((t) => t.who.length > 0)) this.interrupted = this.topic;
    const subject = before ? (before.slots.get('subj') ?? before.slots.get('topic')) : undefined;
    this.topic = subject ?? [phrase];
  }

  private pronounSlot(slot: string, unit: Unit & { kind: 'particle' }): void {
    const phrase = pronounPhrase(unit.from, unit.to, unit.pron || unit.value);
    this.preposition = '';
    if (this.relative && this.antecedent && this.verb?.antecedent === this.antecedent) {
      const owner = this.ownerOf(slot);
      if (owner) put(owner, slot, this.antecedent);
      return;
    }
    const owner = this.ownerOf(slot);
    if (owner) put(owner, slot, phrase);
  }

  private onComplement(unit: Unit & { kind: 'particle' }): void {
    const parent = this.verb ?? this.open.at(-1) ?? null;
    const slot = unit.prep || this.preposition || 'that';
    const noun = this.open.at(-1);
    // وصف الإعلان بأنه شجاع (he described the declaration as brave): the verb wants the preposition, the noun does not.
    const ofVerb = noun && noun !== parent && unit.prep !== '' && parent && this.wants(parent, slot) && !this.wants(noun, slot);
    const governor = noun && noun.pos === 'n' && noun.to === unit.from && !ofVerb ? noun : parent;
    this.preposition = '';
    const before = this.complement;
    // إذ أن اشتباكات تدور (since clashes are going on): a reason is told by whoever tells the sentence.
    const last = this.sentence.units[this.index - 1];
    const reason = last?.kind === 'particle' && last.class === 'conj' && last.to === unit.from;
    const again = before !== null && !reason && (unit.conj || parent === null);
    this.newClause();
    if (again) this.complement = before;
    else if (governor && !reason) this.complement = { parent: governor, slot };
    else this.complement = null;
    this.relative = false;
    this.complementEnd = unit.to;
    this.described = unit.prep === 'ب' && this.complement ? this.complement.parent : null;
    // شركات قالت إنها تمول (companies that, it said, finance): the pronoun is what the relative clause describes.
    const described = governor?.parentSlot === 'relative' && !governor.slots.has('topic') ? governor.antecedent : null;
    if (unit.pron)
      this.topic =
        described && agreesWith(unit.pron, described, this.context.document.tokens)
          ? [described]
          : [pronounPhrase(unit.from, unit.to, unit.pron)];
  }

  private onVerb(unit: Unit & { kind: 'verb' }): void {
    const chosen = chooseVerb(this.context, this.conditional(unit), this.topic.some((t) => feminine(t)) || this.relative);
    this.describe(unit);
    const predicate = newPredicate(unit.from, unit.to, 'v', this.clause);
    predicate.readings = unit.readings;
    predicate.lemma = chosen?.lemma ?? '';
    const form = (this.context.document.tokens[unit.from]?.surface ?? '').slice(chosen?.conj ? 1 : 0);
    predicate.bits = asThird(chosen?.bits ?? Form.Imperfect | Form.Third, form);
    predicate.participle = unit.participle;
    predicate.conj = chosen?.conj ?? false;
    predicate.quoted = this.inQuote;
    predicate.marks = this.marks;
    if (chosen?.future) predicate.marks = marked(predicate.marks, 'future');
    if (chosen?.prep === 'ل') predicate.marks = marked(predicate.marks, 'purpose');
    this.marks = NO_MARKS;
    this.preposition = '';
    if (unit.from === this.complementEnd) this.markComplement(predicate);
    // A nominal clause is over where a verb behind و begins another.
    if (predicate.conj && this.context.document.tokens[unit.from]?.surface.startsWith('و')) this.topic = [];
    predicate.dates.push(...this.pendingDates);
    this.pendingDates = [];
    this.link(predicate, unit);
    this.predicates.push(predicate);
    if (chosen?.pron && !this.relativeObject(predicate)) put(predicate, 'obj', pronounPhrase(unit.from, unit.to, chosen.pron));
    this.verb = predicate;
    this.open = [predicate];
    this.lastPhrase = null;
    this.indefinite = null;
    this.subclause = false;
  }

  /** Right behind إن stands a verb only where it is a condition, and then in the past tense: إن تخلى (if he gives up). */
  private conditional(unit: Unit & { kind: 'verb' }): readonly VerbWord[] {
    if (unit.from !== this.complementEnd || !CONDITION.test(this.context.document.tokens[this.complementEnd - 1]?.surface ?? ''))
      return unit.readings;
    const past = unit.readings.filter((r) => r.bits & Form.Perfect);
    return past.length > 0 ? past : unit.readings;
  }

  /** A verb right behind أن is wished or told ahead (من المقرر أن يزور, he is to visit); one in the past tense behind إن is a condition. */
  private markComplement(predicate: Predicate): void {
    const { tokens } = this.context.document;
    const past = (predicate.bits & Form.Perfect) !== 0 && (predicate.bits & Form.Imperfect) === 0;
    if (past && CONDITION.test(tokens[this.complementEnd - 1]?.surface ?? '')) predicate.marks = marked(predicate.marks, 'condition');
    if (past) return;
    predicate.marks = marked(predicate.marks, 'subjunctive');
    const told = statusAt(tokens, this.complementEnd - 2);
    if (told) predicate.marks = marked(predicate.marks, `told-${told}`);
  }

  /** Not a purpose, but what the noun before it belongs to: البيان الختامي لاجتماع طارئ (the final statement of an emergency meeting). */
  private belongs(phrase: Phrase): boolean {
    if (
      phrase.event?.pos !== 'n' ||
      !this.context.lexicon.nounFrames.get(phrase.event.lemma)?.some((f) => f.type !== 'OP' && f.type !== 'LIGHT' && f.type !== 'SAY')
    )
      return false;
    const { units } = this.sentence;
    const before = units[units.findIndex((u) => u.kind === 'phrase' && u.phrase === phrase) - 1];
    return before?.kind === 'phrase' && before.phrase.kind !== 'who' && before.to === phrase.from && before.phrase.def;
  }

  /** A verb right behind an indefinite noun describes it, as a relative clause does: تفجير استهدف جنودا (a blast that hit soldiers). */
  private describe(unit: Unit & { kind: 'verb' }): void {
    const last = this.lastPhrase;
    if (this.relative || unit.participle || !last || !this.verb || last.phrase.to !== unit.from || unit.readings.some((r) => r.conj))
      return;
    if (this.saysOf(unit, last.phrase)) {
      this.relative = true;
      this.antecedent = this.spokenOf = last.phrase;
      return;
    }
    const farther = this.fartherNoun(unit, last.phrase);
    if (farther) {
      this.relative = true;
      this.antecedent = farther;
      return;
    }
    if (last.phrase.def) return;
    if (last.phrase.kind === 'who' && last.phrase.who.some((w) => w.kind !== 'role' && w.kind !== 'people')) return;
    if (this.context.lexicon.auxiliaries.has(this.verb.lemma)) return;
    if (last.slot === 'topic' || this.marks.size > 0) return;
    this.relative = true;
    // إطار وساطة يقودها (a framework of mediation that he leads): the event is what he leads.
    this.antecedent = last.phrase.kind === 'plain' && last.phrase.inner?.event ? last.phrase.inner : last.phrase;
  }

  /** The noun of which the subject of the clause speaks in the clause behind it. */
  private spokenOf: Phrase | null = null;

  /** Whom the subject of the clause speaks of: عقوبات على شركات قالت إنها تمول (sanctions on companies which, it said, finance). */
  private saysOf(unit: Unit & { kind: 'verb' }, last: Phrase): boolean {
    const next = this.sentence.units[this.index + 1];
    return (
      next?.kind === 'particle' &&
      next.class === 'comp' &&
      next.pron !== '' &&
      last.kind === 'who' &&
      !last.def &&
      this.verb?.slots.has('subj') === true &&
      unit.readings.some((r) => this.context.lexicon.verbFrames.get(r.lemma)?.some((f) => f.type === 'SAY') ?? false)
    );
  }

  /** The indefinite noun that a verb behind its prepositions describes: نفذ غارة على بلدة أدت إلى مقتل (he carried out a raid on a town that led to the death of). */
  private fartherNoun(unit: Unit & { kind: 'verb' }, last: Phrase): Phrase | null {
    const { verb } = this;
    if (
      !verb ||
      this.afterMark ||
      this.marks.size > 0 ||
      this.context.lexicon.auxiliaries.has(verb.lemma) ||
      !(verb.slots.has('subj') || verb.slots.has('obj'))
    )
      return null;
    const chosen = chooseVerb(this.context, unit.readings, true);
    if (!chosen || chosen.prep || chosen.future || !(chosen.bits & Form.Third)) return null;
    const noun = this.indefinite;
    if (!noun || noun === last || !(noun.event || noun.kind === 'plain')) return null;
    const surface = this.context.document.tokens[noun.head]?.surface ?? '';
    const feminine = endsFeminine(this.context.document.tokens, noun) || surface.endsWith('ات');
    // عملية دهس بسيارة نفذها فلسطيني (a car-ramming that a Palestinian carried out): the pronoun is the deed's.
    if (chosen.pron)
      return noun.event &&
        !last.event &&
        this.handsOn(chosen.lemma) &&
        (chosen.pron === 'هما' ? surface.endsWith('ان') || surface.endsWith('ين') : chosen.pron === (feminine ? 'ها' : 'ه'))
        ? noun
        : null;
    const next = this.sentence.units[this.index + 1];
    if (noun.event && next?.kind === 'particle' && (next.class === 'prep-pron' || (next.class === 'prep' && next.pron !== ''))) return noun;
    return chosen.bits & (feminine ? Form.Feminine : Form.Masculine) && !(chosen.bits & Form.Plural && !(chosen.bits & Form.Singular))
      ? noun
      : null;
  }

  /** A light verb, which carries out the noun that is its object. */
  private handsOn(lemma: string): boolean {
    return this.context.lexicon.verbFrames.get(lemma)?.some((f) => f.type === 'LIGHT' && f.event === 'obj') ?? false;
  }

  /** The latest indefinite noun that hangs on the verb of the clause. */
  private indefinite: Phrase | null = null;

  /** In "the agreement that Iran concluded(-it)" the pronoun is the antecedent. */
  private relativeObject(predicate: Predicate): boolean {
    if (!predicate.antecedent) return false;
    put(predicate, 'obj', predicate.antecedent);
    return true;
  }

  /** Subject, parent and clause of a new verb. */
  private link(predicate: Predicate, unit: Unit & { kind: 'verb' }): void {
    const before = this.leaveRelative(predicate, unit);
    if (this.relative) {
      predicate.antecedent = this.antecedent;
      predicate.parent = before;
      predicate.parentSlot = 'relative';
      predicate.clause = ++this.clause;
      if (this.antecedent && !this.isResumed(predicate, this.antecedent)) {
        put(predicate, 'topic', this.antecedent);
        this.addMaker(predicate, this.antecedent, before);
      } else if (before && before.lemma !== '') this.carry(predicate, before);
      this.relative = false;
      return;
    }
    if (this.complement) {
      predicate.parent = this.complement.parent;
      predicate.parentSlot = this.complement.slot;
      this.complement.parent.inside.push({ slot: this.complement.slot, predicate });
      if (!this.topic.length && before && before.parent === this.complement.parent) this.carry(predicate, before);
      else if (!this.topic.length && predicate.marks.has('subjunctive')) this.carry(predicate, this.complement.parent);
    } else if (unit.participle && before) {
      predicate.parent = before;
      predicate.parentSlot = 'adverb';
      this.carry(predicate, mainOf(before));
    } else if (before) {
      // A verb on a verb (كان يزور, يمكن أن): the second shares subject; a coordinated one carries it over.
      const serial = before.to === predicate.from;
      if (serial || !this.subclause) {
        if (serial) {
          predicate.parent = before;
          predicate.parentSlot = 'serial';
          before.inside.push({ slot: 'serial', predicate });
        }
        this.carry(predicate, before);
      } else if (this.subclause) this.carry(predicate, before);
    }
    if (!unit.participle) for (const t of this.topic) this.takeTopic(predicate, t);
    this.topic = [];
  }

  /** The noun described is no subject where a pronoun or the verb's gender points elsewhere: تغريدة أكد فيها (a tweet in which he stressed). */
  private isResumed(predicate: Predicate, antecedent: Phrase): boolean {
    if (predicate.readings.some((r) => r.pron)) return true;
    const next = this.sentence.units[this.index + 1];
    if (antecedent === this.spokenOf) return true;
    if (
      next?.kind === 'particle' &&
      (next.class === 'prep-pron' || (next.class === 'prep' && next.pron !== '')) &&
      antecedent.event !== null &&
      !antecedent.who.length
    )
      return true;
    return (
      endsFeminine(this.context.document.tokens, antecedent) &&
      antecedent.kind !== 'who' &&
      (predicate.bits & Form.Masculine) !== 0 &&
      !(predicate.bits & Form.Feminine) &&
      (predicate.bits & Form.Third) !== 0
    );
  }

  /** What an act says its maker says: وزعت تونس مشروع قرار يدعو (Tunisia tabled a draft resolution that calls). */
  private addMaker(predicate: Predicate, antecedent: Phrase, before: Predicate | null): void {
    if ((!antecedent.event && antecedent.kind !== 'plain') || !before?.slots.get('obj')?.includes(antecedent)) return;
    for (const s of before.slots.get('subj') ?? before.slots.get('topic') ?? before.slots.get('carried') ?? [])
      if (s.who.length > 0) put(predicate, 'topic', s);
  }

  /** The topic of a clause is its verb's subject; an event noun there stands inside the verb. */
  private takeTopic(predicate: Predicate, topic: Phrase): void {
    put(predicate, 'topic', topic);
    if (!topic.event) return;
    const event = this.predicates.find((p) => p.phrase === topic);
    if (!event || event.parent) return;
    event.parent = predicate;
    event.parentSlot = 'subj';
    predicate.inside.push({ slot: 'subj', predicate: event });
  }

  /** A coordinated verb or a participle goes on with the clause outside a relative one; a verb of saying outside what was said. */
  private leaveRelative(predicate: Predicate, unit: Unit & { kind: 'verb' }): Predicate | null {
    let before = this.verb;
    const comma = this.afterMark;
    if (before && before.parentSlot === 'relative' && (unit.participle || (comma && !this.relative) || predicate.conj)) {
      before = outOfRelative(before);
      if (!predicate.conj && !unit.participle) predicate.clause = ++this.clause;
    }
    if (
      !this.relative &&
      this.complement &&
      (this.topic.length === 0 ? unit.participle || this.leavesComplement(predicate, before, comma) : unit.participle && comma)
    ) {
      before = rootOf(this.complement.parent);
      this.complement = null;
    }
    return before;
  }

  /** A coordinated past tense goes on with the clause above where it speaks itself, or where what was said is told in the present: نفى أن يلتقيه، ودعا إلى. */
  private leavesComplement(predicate: Predicate, before: Predicate | null, comma: boolean): boolean {
    if (!predicate.conj || !(predicate.bits & Form.Perfect)) return false;
    const frames = this.context.lexicon.verbFrames.get(predicate.lemma) ?? [];
    if (frames.some((f) => f.type === 'SAY')) return true;
    if (comma && frames.some((f) => SPEECH.has(f.type))) return true;
    const above = this.complement?.parent;
    return above !== undefined && (above.bits & Form.Perfect) !== 0 && before !== null && !(before.bits & Form.Perfect);
  }

  private carry(predicate: Predicate, from: Predicate): void {
    if (this.context.lexicon.auxiliaries.has(from.lemma) && from.slots.has('subj') && !this.topic.length) {
      for (const s of from.slots.get('subj') ?? []) put(predicate, 'topic', s);
      return;
    }
    const subjects = from.slots.get('subj') ?? from.slots.get('topic') ?? from.slots.get('carried') ?? [];
    for (const s of subjects) put(predicate, 'carried', s);
  }

  private onPhrase(phrase: Phrase, u: number): void {
    if (this.verbOfAuxiliary(phrase)) {
      if (phrase.inner) this.onPhrase(phrase.inner, u);
      return;
    }
    if (this.described && !phrase.prep && !this.preposition) {
      put(this.described, 'ب', phrase);
      this.described = null;
    }
    const stray =
      phrase.adjective && phrase.kind === 'plain' && !phrase.prep && !this.preposition && phrase.to === phrase.from + 1 && !this.judges();
    // غير قانونية (unlawful): the negation is part of the adjective.
    if (phrase.adjective && this.marks.has('negated-noun') && this.judges()) phrase.from--;
    // موالين لداعش (loyal to IS): what an adjective leans on is no part of the clause.
    const leans = phrase.prep === 'ل' && this.strayEnd === phrase.from && phrase.who.length > 0 && !phrase.event;
    if ((phrase.kind === 'time' && !phrase.event) || stray || leans) {
      this.preposition = '';
      if (stray) this.strayEnd = phrase.to;
      if (leans) this.lean(phrase);
      return;
    }
    const slot = phrase.prep || this.preposition;
    const joined = this.coordinate(phrase, slot, u);
    const target = joined ?? this.place(phrase, slot);
    if (target.owner === this.verb && !phrase.def && !phrase.prep && phrase.who.length === 0) this.indefinite = phrase;
    this.preposition = '';
    this.lastPhrase = { phrase, slot: target.slot, owner: target.owner, index: u };
    this.nestEvents(phrase, target.owner, target.slot);
    // غير عادي (unusual): the negation was the adjective's.
    this.marks.delete('negated-noun');
  }

  /** Token behind the latest adjective that stands alone. */
  private strayEnd = -1;

  /** Fighters without a side of their own are of the body that they are loyal to: مسلحين موالين لداعش (gunmen loyal to IS). */
  private lean(body: Phrase): void {
    const [who] = this.lastPhrase?.phrase.who ?? [];
    const [side] = body.who;
    if (who?.kind !== 'role' || who.country !== null || side?.kind !== 'organisation' || !UNIDENTIFIED.has(who.sectors[0] ?? '')) return;
    Object.assign(who, { country: side.country, sectors: side.sectors, reference: null, why: `${who.why}, of ${side.why}` });
  }

  /** The verb of the clause says what its object is called: اعتبر الخطوة مهينة (he considered the step humiliating). */
  private judges(): boolean {
    return this.verb?.slots.has('obj') === true && this.context.lexicon.quotatives.has(this.verb.lemma);
  }

  /** A phrase behind و takes the slot of the one before it. */
  private coordinate(phrase: Phrase, slot: string, u: number): { owner: Predicate | null; slot: string } | null {
    const last = this.lastPhrase;
    if (!phrase.conj || slot || !last || this.startsClause(phrase, u)) return null;
    const adjacent = last.index === u - 1 || (last.index === u - 2 && this.sentence.units[u - 1]?.kind === 'mark');
    if (!adjacent) return null;
    const whose = phrase.kind === 'who' && !phrase.prep ? this.holderOf(last.phrase) : null;
    if (whose) {
      put(whose, 'gen', phrase);
      return { owner: whose, slot: 'gen' };
    }
    if (!last.owner) {
      if (last.slot !== 'topic' && !last.phrase.event) return null;
      this.topic.push(phrase);
      return { owner: null, slot: 'topic' };
    }
    put(last.owner, last.slot, phrase);
    return { owner: last.owner, slot: last.slot };
  }

  /** The event whose genitive a second participant shares: محادثات كوريا الشمالية والسويد (talks of North Korea and Sweden). */
  private holderOf(phrase: Phrase): Predicate | null {
    if (!phrase.event) return null;
    let event = phrase;
    while (event.inner?.event) event = event.inner;
    if (event.inner?.kind !== 'who') return null;
    return this.predicates.findLast((p) => p.phrase === event) ?? null;
  }

  /** A participant behind و with its own verb behind it begins a clause: وواشنطن تفرض عقوبات (and Washington imposes sanctions). */
  private startsClause(phrase: Phrase, u: number): boolean {
    const next = this.sentence.units[u + 1];
    if (
      next?.kind !== 'verb' ||
      next.participle ||
      next.readings.some((r) => r.conj) ||
      phrase.who.length === 0 ||
      !this.verb ||
      this.lastPhrase?.slot === 'topic' ||
      this.lastPhrase?.slot === 'بين'
    )
      return false;
    // كانت روسيا وتركيا اتفقتا (Russia and Turkey had agreed); قدمته الكويت وبلجيكا يطالب (that Kuwait and Belgium tabled, demanding): the verb is not that of the last name alone.
    if (this.context.lexicon.auxiliaries.has(this.verb.lemma) && this.lastPhrase?.slot === 'subj') return false;
    if (next.readings.length > 0 && next.readings.every((r) => !fits(r.bits, phrase))) return false;
    this.clause++;
    this.verb = null;
    this.open = [];
    this.topic = [];
    return true;
  }

  /** Behind an auxiliary and its subject a word that may be verb or noun is the verb: كان الوزير بحث مع (the minister had discussed with). */
  private verbOfAuxiliary(phrase: Phrase): boolean {
    const { verb } = this;
    if (
      !verb ||
      phrase.prep ||
      this.preposition ||
      phrase.conj ||
      phrase.who.length > 0 ||
      !this.context.lexicon.auxiliaries.has(verb.lemma) ||
      verb.slots.has('obj')
    )
      return false;
    // الذي كان دعا (who had called): in a relative clause the verb stands beside it.
    if (!(verb.antecedent && verb.to === phrase.from) && !(verb.slots.has('subj') && this.lastPhrase?.slot === 'subj')) return false;
    const readings = this.context.document.tokens[phrase.from]?.word?.view?.verbs.filter((r) => !r.conj && !r.prep && r.bits & Form.Third);
    if (!readings?.length) return false;
    this.onVerb(verbUnit(phrase.from, readings, false));
    return true;
  }

  private place(phrase: Phrase, slot: string): { owner: Predicate | null; slot: string } {
    const before = this.lastPhrase;
    if (phrase.prep === 'ل' && before && before.phrase.to === phrase.from && phrase.who.length > 0) {
      let head = before.phrase;
      while (head.inner) head = head.inner;
      const event = head.event ? this.predicates.findLast((p) => p.phrase === head) : undefined;
      // A noun and ل behind it: مواقع لحماس (positions of Hamas), استهداف دورية للشرطة (the targeting of a patrol of the police).
      if (
        !head.def &&
        !head.count &&
        head.kind !== 'who' &&
        (head.kind === 'plain' || (event && head !== before.phrase && !this.wants(event, 'ل') && !this.isTalk(event)))
      ) {
        head.inner = phrase;
        if (event) put(event, 'gen', phrase);
        return { owner: before.owner, slot: before.slot };
      }
    }
    // A few of many: دورية من القوات الفرنسية (a patrol of the French forces).
    if (
      phrase.prep === '' &&
      slot === 'من' &&
      before?.owner &&
      before.phrase.to === phrase.from - 1 &&
      this.isPartOf(before.phrase, phrase)
    ) {
      before.phrase.inner = phrase;
      return { owner: before.owner, slot: before.slot };
    }
    if (slot) {
      const owner = this.ownerOf(slot);
      if (owner) put(owner, slot, phrase);
      else this.loose.push({ slot, phrase });
      return { owner, slot };
    }
    const last = this.lastPhrase;
    if (
      last?.owner &&
      last.slot === 'في' &&
      !phrase.conj &&
      last.phrase.to === phrase.from &&
      phrase.who.length > 0 &&
      phrase.who.every((w) => w.kind === 'place' || w.kind === 'capital' || w.kind === 'state')
    ) {
      put(last.owner, 'في', phrase);
      return { owner: last.owner, slot: 'في' };
    }
    const verb = this.verb;
    // انتخابه رئيسا (his election as president): an accusative opens no clause.
    const noun = this.open.at(-1);
    if (!verb && noun?.pos === 'n' && this.isAccusative(phrase)) {
      put(noun, 'obj2', phrase);
      return { owner: noun, slot: 'obj2' };
    }
    if (!verb || this.subclauseOpen(verb)) {
      // الخطوة خيانة (the step is a betrayal): an indefinite noun behind the topic says what it is.
      if (!verb && phrase.event && !phrase.conj && !this.context.document.tokens[phrase.head]?.word?.def) this.predicated = this.topic;
      this.topic = [phrase];
      return { owner: null, slot: 'topic' };
    }
    const masdar = this.open.at(-1);
    if (
      masdar &&
      masdar.pos === 'n' &&
      masdar.phrase?.pron &&
      masdar.phrase.event?.pos !== undefined &&
      masdar.to === phrase.from &&
      phrase.kind === 'who'
    ) {
      put(masdar, 'obj', phrase);
      return { owner: masdar, slot: 'obj' };
    }
    if (masdar && this.isObjectOf(masdar, verb, phrase)) {
      put(masdar, 'obj', phrase);
      return { owner: masdar, slot: 'obj' };
    }
    const outer = this.afterMark || this.sentence.units[this.index - 1]?.kind === 'mark' ? this.waiting(verb, phrase) : null;
    const owner = outer ?? verb;
    const bare = outer ? 'obj' : this.bareSlot(verb, phrase);
    put(owner, bare, phrase);
    return { owner, slot: bare };
  }

  /** The verb outside a finished relative clause that still wants its object: قتلت عبوة زرعها مسلحون، الثلاثاء، ثلاثة مدنيين (a device that gunmen planted killed three civilians). */
  private waiting(verb: Predicate, phrase: Phrase): Predicate | null {
    if (verb.parentSlot !== 'relative' || phrase.conj || !verb.slots.has('subj') || !verb.slots.has('obj')) return null;
    const outer = outOfRelative(verb);
    return outer.pos === 'v' && outer.slots.has('subj') && !outer.slots.has('obj') && this.wants(outer, 'obj') ? outer : null;
  }

  private isPartOf(part: Phrase, whole: Phrase): boolean {
    return part.kind === 'plain' && !part.def && !part.inner && !part.conj && FORCES.has(whole.who[0]?.sectors[0] ?? '');
  }

  /** Behind a verbal noun and its subject stands its object: إغلاق إسرائيل المعبر (Israel's closing the crossing), طلب السودان إرسال مراقبين. */
  private isObjectOf(masdar: Predicate, verb: Predicate, phrase: Phrase): boolean {
    const doer = masdar.phrase?.inner;
    if (masdar.pos !== 'n' || !doer || masdar.to !== phrase.from || phrase.conj || phrase.kind === 'time') return false;
    if (doer.kind !== 'who') return false;
    if (!verb.slots.has('subj') && !verb.slots.has('topic') && !verb.slots.has('carried')) return false;
    if (masdar.parent === verb && masdar.parentSlot === 'subj') return false;
    return this.wants(masdar, 'obj');
  }

  /** The topic of which the event noun at hand is said. */
  private predicated: Phrase[] = [];

  private loose: { slot: string; phrase: Phrase }[] = [];

  private subclauseOpen(_verb: Predicate): boolean {
    return this.subclause;
  }

  /** An event noun that is no subject: in the accusative (عقد اجتماعا, he held a meeting), or behind a light verb whose subject is carried over. */
  private mustBeObject(verb: Predicate, phrase: Phrase): boolean {
    const surface = this.context.document.tokens[phrase.head]?.surface ?? '';
    if (ACCUSATIVE.test(surface) && !phrase.pron && !phrase.event?.lemma.endsWith('ا')) return true;
    const carried = verb.slots.get('carried')?.some((ph) => ph.who.length > 0) ?? false;
    return (
      carried &&
      (this.context.lexicon.verbFrames.get(verb.lemma)?.some((f) => f.type === 'LIGHT' && f.event === 'obj' && f.actors.length > 0) ??
        false)
    );
  }

  /** A participant whose ending only an object has: ناشطا (an activist), الطرفين (both sides). */
  private isAccusative(phrase: Phrase): boolean {
    const who = phrase.who[0];
    if (phrase.kind !== 'who' || !who || phrase.count) return false;
    const word = this.context.document.tokens[phrase.head];
    // Behind a quantity the noun is a genitive: سلم عشرات المقاتلين (dozens of fighters handed over).
    if (!word || this.quantityEnd === phrase.from) return false;
    if (who.number !== 'sg' && who.kind !== 'organisation' && word.surface.endsWith('ين')) return true;
    return (
      who.kind === 'role' &&
      who.role !== null &&
      who.number === 'sg' &&
      !phrase.inner &&
      !who.role.includes(' ') &&
      !phrase.def &&
      ACCUSATIVE.test(word.surface) &&
      !who.role.endsWith('ا')
    );
  }

  /** Subject or object: the first bare phrase behind the verb is its subject, unless the subject stood before it. */
  private bareSlot(verb: Predicate, phrase: Phrase): string {
    if (phrase.event && !verb.slots.has('subj') && !verb.slots.has('obj') && this.mustBeObject(verb, phrase)) return 'obj';
    if (!verb.slots.has('subj') && this.isAccusative(phrase)) return 'obj';
    const hasSubject = verb.slots.has('subj');
    if (hasSubject) return verb.slots.has('obj') && verb.antecedent === null ? 'obj2' : 'obj';
    if (verb.participle) return 'obj';
    const person = verb.bits & (Form.First | Form.Second) && !(verb.bits & Form.Third);
    if (person) return 'obj';
    // نفى أن يكون التقى مسؤولا إثيوبيا (denied having met an Ethiopian official): who denies is the subject.
    if (verb.slots.has('carried') && this.wants(verb, 'obj') && this.afterWished(verb)) return 'obj';
    if ((verb.slots.has('topic') || verb.slots.has('carried')) && disagrees(verb, phrase)) return 'obj';
    const topicSubject = verb.slots.has('topic') && !(verb.antecedent && verb.slots.has('obj'));
    const plural = (verb.bits & (Form.Plural | Form.Dual)) !== 0 && !(verb.bits & Form.Singular);
    if (plural) return 'obj';
    if (topicSubject) {
      // After a topic the first bare phrase is the object, except where the verb cannot agree with the topic.
      return agrees(verb, verb.slots.get('topic')?.at(-1)) || !agrees(verb, phrase) ? 'obj' : 'subj';
    }
    return 'subj';
  }

  /** Right behind أن يكون (to have), whose subject is that of the verb above. */
  private afterWished(verb: Predicate): boolean {
    const before = this.predicates.at(-2);
    return before?.to === verb.from && before.marks.has('subjunctive') && this.context.lexicon.auxiliaries.has(before.lemma);
  }

  /** The innermost open predicate that wants the preposition; else the verb. */
  private ownerOf(slot: string): Predicate | null {
    const described =
      this.verb && this.context.lexicon.auxiliaries.has(this.verb.lemma) && this.open.length === 1 ? this.verb.antecedent : null;
    // لقاء كان مقررا بين (a meeting that was planned between): the preposition is the noun's.
    if (described?.event) {
      const event = this.predicates.find((p) => p.phrase === described);
      if (event) return event;
    }
    for (let k = this.open.length - 1; k >= 0; k--) {
      const p = this.open[k] as Predicate;
      if (p.lemma && (slotsOf(this.context, p.pos, p.lemma).has(slot) || (p.pos === 'n' && NOUN_SLOTS.has(slot)))) return p;
    }
    return this.verb ?? this.open.at(-1) ?? null;
  }

  /** Talks are held for (ل) what they are to bring. */
  private isTalk(p: Predicate): boolean {
    return p.pos === 'n' && (this.context.lexicon.nounFrames.get(p.lemma)?.some((f) => f.type === 'CONSULT') ?? false);
  }

  /** A word for a person that is an adjective too, behind an act that is done to nobody: حل سياسي (a political solution), هجوم إرهابي. */
  private onlyAdjective(p: Predicate, genitive: Phrase): boolean {
    const who = genitive.who[0];
    if (who?.kind !== 'role' || who.number !== 'sg' || genitive.def || genitive.inner) return false;
    for (let i = genitive.from; i < genitive.to; i++) {
      const common = this.context.document.tokens[i]?.word?.view?.common;
      if (common?.entry.kind !== 'common' || !common.entry.of.startsWith('adj')) return false;
    }
    return ![...(this.context.lexicon.nounFrames.get(p.lemma) ?? []), ...(this.context.lexicon.verbFrames.get(p.lemma) ?? [])].some(
      takesWhom,
    );
  }

  private wants(p: Predicate, slot: string): boolean {
    return slotsOf(this.context, p.pos, p.lemma).has(slot);
  }

  /** An event noun behind a condition (في حال وقوع هجوم) or behind من المقرر (it is planned to). */
  private markNoun(predicate: Predicate): void {
    if (this.subclause && this.marks.has('condition')) predicate.marks = marked(predicate.marks, 'condition');
    if (this.marks.has('maybe')) predicate.marks = marked(predicate.marks, 'maybe');
    const { tokens } = this.context.document;
    const told = tokens[predicate.from - 2]?.word?.bare === 'من' ? statusAt(tokens, predicate.from - 1) : null;
    if (told) predicate.marks = marked(predicate.marks, `told-${told}`);
  }

  private predicate(predicate: Predicate): void {
    for (const topic of this.predicated) {
      put(predicate, 'subj', topic);
      const event = topic.event ? this.predicates.find((p) => p.phrase === topic) : undefined;
      if (event) predicate.inside.push({ slot: 'subj', predicate: event });
    }
    this.predicated = [];
  }

  /** Event nouns become predicates of their own, also those inside a genitive. */
  private nestEvents(phrase: Phrase, owner: Predicate | null, slot: string): void {
    let at: Phrase | null = phrase;
    let parent = owner;
    let parentSlot = slot;
    while (at) {
      if (at.event) {
        const predicate = newPredicate(at.from, at.to, 'n', this.clause);
        predicate.lemma = at.event.lemma;
        predicate.bits = at.event.bits;
        predicate.phrase = at;
        predicate.parent = parent;
        predicate.parentSlot = parentSlot;
        predicate.quoted = this.inQuote;
        predicate.conj = at.conj;
        if (
          at === phrase &&
          parent &&
          (parentSlot === 'purpose' || (phrase.prep === 'ل' && (!this.wants(parent, 'ل') || this.isTalk(parent)) && !this.belongs(phrase)))
        )
          predicate.marks = marked(predicate.marks, 'purpose');
        if (at === phrase) this.markNoun(predicate);
        if (this.marks.has('negated-noun')) {
          predicate.marks = marked(predicate.marks, 'negated');
          this.marks.delete('negated-noun');
        }
        if (!parent && this.complement) {
          predicate.parent = this.complement.parent;
          predicate.parentSlot = this.complement.slot;
          this.complement.parent.inside.push({ slot: this.complement.slot, predicate });
        }
        if (!parent && slot && this.topic.length > 0 && at === phrase)
          for (const t of this.topic) if (t !== phrase) put(predicate, 'light', t);
        if (at === phrase) this.predicate(predicate);
        if (at.pron) put(predicate, 'gen', pronounPhrase(at.from, at.head + 1, at.pron));
        if (at.inner && !this.onlyAdjective(predicate, at.inner)) put(predicate, 'gen', at.inner);
        if (at.adjectives.length) put(predicate, 'adj', { ...at, kind: 'who', who: at.adjectives, event: null, inner: null });
        if (parent) parent.inside.push({ slot: parentSlot, predicate });
        this.predicates.push(predicate);
        this.open.push(predicate);
        parent = predicate;
        parentSlot = 'gen';
      } else if (parent === owner && at.inner) parentSlot = slot;
      at = at.inner;
    }
  }
}

/** The status that an adjective tells: المقرر (scheduled), المحتمل (possible). */
function statusAt(tokens: Document['tokens'], i: number): string | null {
  for (const cue of tokens[i]?.word?.view?.cues ?? []) if (cue.kind === 'cue' && cue.of === 'status') return cue.value;
  return null;
}

function takesWhom(frame: { recipients: readonly { slot: string }[] }): boolean {
  return frame.recipients.some((r) => r.slot === 'obj' || r.slot === 'gen');
}

function outOfRelative(predicate: Predicate): Predicate {
  let p = predicate;
  while (p.parentSlot === 'relative' && p.parent) p = p.parent;
  return p;
}

function rootOf(predicate: Predicate): Predicate {
  let p = predicate;
  for (let n = 0; p.parent && n < 20; n++) p = p.parent;
  return p;
}

function mainOf(predicate: Predicate): Predicate {
  let p = predicate;
  for (let n = 0; n < 20; n++) {
    if (p.participle && p.parent) p = p.parent;
    else return p;
  }
  return p;
}

const CONDITION = /^[وف]?إن$/;
/** The verb that على stands for where it says what somebody must do. */
const OBLIGATION = 'وجب';
const UNIDENTIFIED = new Set(['UAF', 'REB', 'PRM']);
const FORCES = new Set(['MIL', 'REB', 'PRM', 'COP', 'IMG']);

function pronounPhrase(from: number, to: number, pron: string): Phrase {
  const dual = pron === 'هما' || pron === 'du';
  const who = makeWho(from, to, 'reference', null, [], null, null, null, `pronoun ${pron}`);
  who.reference = dual ? 'both' : 'pronoun';
  who.number = dual ? 'du' : pron === 'هم' || pron === 'mp' ? 'pl' : 'sg';
  const phrase = emptyPhrase('who', from, to);
  phrase.def = true;
  phrase.pron = pron;
  phrase.who = [who];
  return phrase;
}
