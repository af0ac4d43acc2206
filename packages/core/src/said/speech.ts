// Who says it: every report of speech in a sentence covers a stretch of words; an event is said by those whose stretches hold its trigger, nearest first.

import type { Phrase, Predicate, Sentence, Token, Unit, Who } from '../document.js';
import { Form } from '../lexicon/entries.js';
import type { Cue } from '../text/match.js';
import type { SentenceSpan } from '../text/sentences.js';
import type { Attribution, Channel } from '../types.js';
import type { FillContext } from '../what/fill.js';
import { subjectPhrases, whosIn } from '../what/fill.js';
import { whosOf } from '../who/belonging.js';
import { channelOf } from './channel.js';
import { type Quotation, quotationsOf } from './quotes.js';
import { guessed, Sources } from './sources.js';

export interface Speaker {
  who: Who[];
  phrase: Phrase | null;
  /** The verb of saying; null where a preposition attributes. */
  verb: Predicate | null;
  channel: Channel | null;
}

interface Report extends Speaker {
  /** The words that are said. */
  from: number;
  to: number;
  /** The first of the words that attribute them. */
  at: number;
  kind: 'said' | 'alleged' | 'headline' | 'according';
}

/** Slots that hold what a verb of saying tells: أعلن عن, أفاد ب, أشار إلى, أكد على. */
const CONTENT = new Set(['that', 'obj', 'obj2', 'عن', 'ب', 'إلى', 'على', 'من', 'حول']);
/** Acts of speech: their actor may speak on in the next sentence. */
const SPEECH_ACTS = new Set(['SAY', 'ACCUSE', 'REQUEST', 'REJECT', 'AGREE', 'THREATEN', 'SUPPORT', 'CONCEDE']);
/** What one does by announcing it: أعلن دعمه (he announced his support) is the support itself. */
const PERFORMED = new Set(['AGREE', 'SUPPORT', 'REJECT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'THREATEN']);
/** Verbs of saying and of passing on that attribute what stands before them: كما ذكرت الوكالة, بحسب ما نقلت الصحيفة. */
const PASSING_ON = new Set([
  'ذكر',
  'أفاد',
  'أعلن',
  'قال',
  'نقل',
  'نشر',
  'أورد',
  'أوضح',
  'أكّد',
  'صرّح',
  'أشار',
  'بثّ',
  'كتب',
  'جاء',
  'ورد',
  'أبلغ',
  'كشف',
  'أضاف',
  'رأى',
  'وصف',
  'قدّر',
  'بيّن',
  'روى',
  'أخبر',
]);
/** Verbs whose masculine singular without a subject is the article's own voice: يذكر أن (it is recalled that). */
const IMPERSONAL = new Set(['ذكر', 'أشار', 'اعتقد', 'توقّع', 'رجّح', 'زعم', 'اشتبه', 'خشي', 'لاحظ', 'قيل', 'افترض', 'علم']);
/** Words before what is said before them. */
const AS_SAID = new Set(['حسبما', 'وفقما', 'مثلما', 'كما', 'بحسب ما', 'حسب ما', 'وفق ما', 'وفقا لما', 'طبقا لما']);
/** Agencies that pass on the words of all countries. */
const INTERNATIONAL = new Set([
  'Reuters',
  'Agence France-Presse',
  'AFP',
  'Associated Press',
  'AP',
  'Bloomberg',
  'BBC',
  'CNN',
  'DPA',
  'Deutsche Presse-Agentur',
]);
/** A clause behind these is the article's own again. */
const CONTRAST = new Set(['فيما', 'بينما', 'في حين']);

/** Reads who says what, sentence by sentence in the order of the text. */
export class SpeechReader {
  private readonly all: Quotation[];
  /** Those of the sentence, also where they began before it. */
  private quotations: Quotation[] = [];
  private passed = 0;
  private readonly sources: Sources;
  private reports: Report[] = [];
  private sentence: Sentence | null = null;

  constructor(
    private readonly context: FillContext,
    private readonly tokens: readonly Token[],
    sentences: readonly SentenceSpan[],
  ) {
    this.all = quotationsOf(tokens, sentences);
    this.sources = new Sources(tokens);
  }

  /** Finds the reports of a sentence before its events are read, so that "we" is known. Needs predicates with their frames. */
  enter(sentence: Sentence): void {
    this.sentence = sentence;
    this.reports = [];
    this.quotations = this.quotationsIn(sentence);
    this.headline(sentence);
    this.carriedQuotations(sentence);
    for (const p of sentence.predicates) {
      if ((p.frame?.type === 'SAY' && !(p.lemma === 'شهد' && !p.inside.some((x) => x.slot === 'that'))) || this.tells(p))
        this.saying(sentence, p);
      else if (p.frame?.type === 'ACCUSE' && !p.frame.actors.includes('speaker')) this.telling(sentence, p, ['ب', 'that'], 'alleged');
      else if (p.frame?.told.length) this.telling(sentence, p, p.frame.told, 'said');
    }
    this.attributions(sentence);
    this.ownQuotations(sentence);
    this.keepSpeaker(sentence);
  }

  /** Notes that the speaker says the words from `from` up to `to`; `at` is the first of the words that attribute them. */
  private report({ who, phrase, verb, channel }: Speaker, from: number, to: number, at: number, kind: Report['kind']): void {
    this.reports.push({ who, phrase, verb, channel, from, to, at, kind });
  }

  /** Who says what the predicate tells, nearest first. */
  speakersOf(p: Predicate, actors: readonly Who[], cues: readonly Cue[]): Speaker[] {
    const at = p.phrase?.head ?? p.from;
    const inside = this.reports.filter((r) => at >= r.from && at < r.to && r.verb !== p && !this.isAct(p, r) && !besides(p, r));
    const nearness = (r: Report): number => (r.kind === 'according' ? 1 : r.kind === 'headline' ? 2 : 0);
    inside.sort(
      (a, b) =>
        nearness(a) - nearness(b) || (a.kind === 'according' ? accordingDistance(a, at) - accordingDistance(b, at) : b.from - a.from),
    );
    const found: Speaker[] = [];
    for (const r of inside) {
      if (r.kind === 'according' && r.who[0] && actors.includes(r.who[0])) continue;
      if (found.some((f) => same(f.who, r.who))) continue;
      found.push({
        who: r.who,
        phrase: r.phrase,
        verb: r.verb,
        channel: channelOf(
          { verb: r.verb, speaker: r.phrase, from: r.at, to: r.kind === 'according' ? this.clauseEnd(r.phrase?.to ?? r.at) : r.from },
          cues,
        ),
      });
    }
    // Through whom the nearest speaker is heard: قال مسؤول …، بحسب وكالة (an official said …, according to an agency).
    const [nearest] = found;
    if (nearest) nearest.channel ??= found.find((f) => f.channel !== null)?.channel ?? null;
    return found;
  }

  /** The next comma or full stop: كما ذكرت الوزارة على صفحتها في "فيسبوك". */
  private clauseEnd(from: number): number {
    const end = this.sentence?.to ?? from;
    for (let i = from; i < end; i++) if (/^[،,.؛]$/.test(this.tokens[i]?.surface ?? '')) return i;
    return end;
  }

  /** What one does by announcing it is told by the article: أعلن رفضه (he announced his rejection). */
  private isAct(p: Predicate, r: Report): boolean {
    if (r.kind !== 'said') return false;
    let node = p;
    for (let n = 0; node.parent && node.parent !== r.verb && n < 12; n++) {
      if (node.parentSlot === 'that') return false;
      node = node.parent;
    }
    if (node.parent !== r.verb || node.pos !== 'n' || node.parentSlot === 'that' || !node.frame || !PERFORMED.has(node.frame.type))
      return false;
    return !(node.slots.get('gen') ?? []).some((ph) => ph.who.some((w) => w.reference !== 'pronoun')) && !node.slots.has('adj');
  }

  // ── Headlines ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  private headline(sentence: Sentence): void {
    const phrase = sentence.headlineSpeaker;
    if (!phrase) return;
    const colon = sentence.units.findIndex((u) => u.kind === 'mark' && u.mark === ':' && u.from >= phrase.to);
    const who = phrase.who.filter((w) => w.country && w.kind !== 'place');
    if (who.length === 0 || colon < 0 || labels(phrase, sentence.units.slice(colon + 1), sentence.predicates)) return;
    this.reports.push({
      who,
      phrase,
      verb: null,
      channel: null,
      from: (sentence.units[colon] as Unit).to,
      to: sentence.to,
      at: phrase.from,
      kind: 'headline',
    });
    this.context.discourse.speaker = who;
  }

  // ── Verbs of saying ───────────────────────────────────────────────────────────────────────────────────────────────────────────

  private saying(sentence: Sentence, p: Predicate): void {
    const start = this.contentStart(sentence, p);
    const quotation = start.quotation;
    const speaker = this.speakerOf(sentence, p, start.at);
    if (!speaker) return;
    if (this.attributes(sentence, p, start.at)) return;
    if (start.at < 0) {
      const before = this.quotationBefore(sentence, p);
      if (before) this.report(speaker, Math.max(before.from, sentence.from), before.to, p.from, 'said');
      return;
    }
    const to = quotation ? quotation.to : (this.performedEnd(p, start.at) ?? this.contentEnd(sentence, p, start.at));
    if (quotation) quotation.speaker = speaker;
    this.report(speaker, start.at, to, p.from, 'said');
  }

  /** A light verb of speech tells of an act: أعلن الجيش سيطرته على (the army announced its control of). */
  private tells(p: Predicate): boolean {
    return p.frame?.type === 'LIGHT' && (this.context.lexicon.verbFrames.get(p.lemma)?.some((f) => f.type === 'SAY') ?? false);
  }

  /** Who announces an act of his own tells of that act alone: what it is for or about is a fact of the article's (دعمه للاتفاق, his support for the agreement). */
  private performedEnd(p: Predicate, at: number): number | null {
    if (!this.tells(p)) return null;
    const act = p.inside.find((x) => x.predicate.from === at)?.predicate;
    return act?.phrase && act.frame && PERFORMED.has(act.frame.type) ? act.phrase.head + 1 : null;
  }

  /** An act that holds what its actor tells: an accusation what the accused are said to have done, a briefing its news. */
  private telling(sentence: Sentence, p: Predicate, slots: readonly string[], kind: 'alleged' | 'said'): void {
    let from = -1;
    for (const x of p.inside)
      if (slots.includes(x.slot) && x.predicate.from > p.from && (from < 0 || x.predicate.from < from)) from = x.predicate.from;
    for (const slot of slots) {
      const told = p.slots.get(slot)?.[0];
      if (told && told.from > p.from && (from < 0 || told.from < from)) from = told.from;
    }
    if (from < 0) return;
    const who = this.whosOf(p, subjectPhrases(p));
    if (who.length === 0) return;
    const to = this.contentEnd(sentence, p, from);
    this.reports.push({ who, phrase: subjectPhrases(p)[0] ?? null, verb: p, channel: null, from, to, at: p.from, kind });
  }

  /** Where what is said begins: behind أن or a colon, in a quotation, or with the first event noun in a slot of what is told; -1 where nothing follows. */
  private contentStart(sentence: Sentence, p: Predicate): { at: number; quotation: Quotation | null } {
    let at = -1;
    for (const x of p.inside)
      if (CONTENT.has(x.slot) && x.predicate.from >= p.to && (at < 0 || x.predicate.from < at)) at = x.predicate.from;
    const clause = this.clauseStart(sentence, p);
    // What stands before a colon is how it was said, not what: كتب في تغريدة على موقع التواصل: (he wrote in a tweet on the network:).
    if (clause && (at < 0 || clause.at < at || clause.colon)) return clause;
    if (at < 0 && p.pos === 'v') {
      const later = this.quotations.find((q) => q.from > p.to && q.from < sentence.to && this.tokens[q.from - 2]?.surface === ':');
      const nearer = later && sentence.predicates.some((q) => q.from > p.from && q.from < later.from && q.frame?.type === 'SAY');
      if (later && !nearer) return { at: later.from, quotation: later };
    }
    if (p.pos === 'n' && at < 0)
      for (const x of p.inside)
        if (x.slot === 'gen' && x.predicate.from >= p.to && p.slots.get('gen')?.[0] !== x.predicate.phrase) at = x.predicate.from;
    return { at, quotation: null };
  }

  private clauseStart(sentence: Sentence, p: Predicate): { at: number; quotation: Quotation | null; colon: boolean } | null {
    for (const unit of sentence.units) {
      if (unit.from < p.to) continue;
      if (unit.kind === 'particle' && unit.class === 'comp') return { at: unit.to, quotation: null, colon: false };
      if (unit.kind === 'mark' && unit.mark === ':') return { at: unit.to, quotation: this.quotationAt(unit.to, 1), colon: true };
      const quotation = unit.kind === 'mark' ? this.quotationAt(unit.to, 0) : null;
      if (quotation) return { at: quotation.from, quotation, colon: false };
      if (unit.kind === 'verb' && (unit.participle || !this.describes(sentence, unit))) return null;
    }
    return null;
  }

  private describes(sentence: Sentence, unit: Unit): boolean {
    return sentence.predicates.some((q) => q.from === unit.from && q.parentSlot === 'relative');
  }

  /** Where it ends: with the sentence, or where a verb goes on outside of it. */
  private contentEnd(sentence: Sentence, p: Predicate, from: number): number {
    let to = sentence.to;
    for (const q of sentence.predicates) {
      if (
        q.from <= from ||
        q.pos !== 'v' ||
        q.parentSlot === 'relative' ||
        q.parentSlot === 'adverb' ||
        q.participle ||
        this.quoted(q.from, from)
      )
        continue;
      if (under(q, p) ? !this.goesOnItself(sentence, q) : differs(q, p)) continue;
      if (q.frame?.type === 'SAY' && this.attributes(sentence, q, -1)) continue;
      to = Math.min(to, q.from);
      break;
    }
    for (const unit of sentence.units) {
      if (unit.from <= from || unit.from >= to) continue;
      if (unit.kind === 'particle' && CONTRAST.has(this.written(unit.from, unit.to)) && !this.quoted(unit.from, from)) to = unit.from;
    }
    for (const q of this.quotations) if (q.from > from && q.from < to && q.to > to) to = q.to;
    return to;
  }

  /** لكنها طالبته (but she asked him): the speaker's own act again. */
  private goesOnItself(sentence: Sentence, q: Predicate): boolean {
    if (!q.frame || !SPEECH_ACTS.has(q.frame.type) || !(q.bits & Form.Perfect)) return false;
    return sentence.units.some(
      (u) => u.kind === 'particle' && u.to === q.from && u.pron !== '' && this.written(u.from, u.to).startsWith('لكن'),
    );
  }

  private quoted(at: number, since: number): boolean {
    return this.quotations.some((q) => q.from >= since && at >= q.from && at < q.to);
  }

  private written(from: number, to: number): string {
    let words = '';
    for (let i = from; i < to; i++) words += `${words ? ' ' : ''}${this.tokens[i]?.word?.key ?? ''}`;
    return words.replace(/^و(?=فيما|بينما|كما|حسب|بحسب)/, '');
  }

  // ── Speakers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The speaker of a verb of saying; one without a subject is said by whoever spoke before. Null where the article itself speaks. */
  private speakerOf(sentence: Sentence, p: Predicate, content: number): Speaker | null {
    const own = subjectPhrases(p).filter((ph) => content < 0 || ph.from < content);
    const source = p.lemma === 'نقل' || p.pos === 'n' ? this.sourceOf(sentence, p) : [];
    const phrases =
      source.length > 0
        ? source
        : p.pos === 'n'
          ? [...(p.slots.get('light') ?? []), ...(p.slots.get('gen') ?? []).slice(0, 1), ...(p.slots.get('by') ?? [])]
          : own;
    const who = this.whosOf(p, phrases);
    if (who.length > 0)
      return { who: source.length > 0 ? this.ofItsAgency(p, own, who) : who, phrase: phrases[0] ?? null, verb: p, channel: null };
    if (p.pos === 'n') return null;
    const first = (p.bits & Form.First) !== 0 && !(p.bits & Form.Third);
    if (this.impersonal(p, own)) return null;
    const last = this.lastOf(p);
    if (last.length === 0 || first) return null;
    return { who: last, phrase: own[0] ?? null, verb: p, channel: null };
  }

  /** A ministry or official without a country, passed on by a country's own agency, is that country's: وكالات الأنباء الروسية عن وزارة الدفاع. */
  private ofItsAgency(p: Predicate, subjects: readonly Phrase[], who: Who[]): Who[] {
    const agency = whosIn(this.context, p, subjects, true).find((w) => w.country && w.sectors[0] === 'JRN');
    if (!agency || (agency.kind === 'organisation' && INTERNATIONAL.has(agency.name.en ?? ''))) return who;
    return who.map((w) => (guessed(w) ? { ...w, country: agency.country, why: `role ${w.role}, as its country's agency says` } : w));
  }

  /** Whoever spoke last and agrees in gender with the verb: وقالت (she said) is not the minister of the sentence before. */
  private lastOf(p: Predicate): Who[] {
    const last = this.context.discourse.speaker;
    if (!(p.bits & Form.Feminine) || p.bits & Form.Masculine || this.lastVerb === null || this.lastVerb !== last) return last;
    return this.lastFeminine ?? last;
  }

  /** The speaker whose verb was masculine, and the last whose verb was feminine. */
  private lastVerb: Who[] | null = null;
  private lastFeminine: Who[] | null = null;

  /** يذكر أن, ويشار إلى أن: nobody speaks but the article. */
  private impersonal(p: Predicate, subjects: readonly Phrase[]): boolean {
    if (subjects.some((ph) => ph.who.length > 0)) return false;
    const imperfect = (p.bits & Form.Imperfect) !== 0 && (p.bits & Form.Perfect) === 0;
    return (
      imperfect &&
      !(p.bits & Form.Feminine && !(p.bits & Form.Masculine)) &&
      (IMPERSONAL.has(p.lemma) || p.readings.some((r) => IMPERSONAL.has(r.lemma) && r.bits & Form.Passive))
    );
  }

  /** Whom words are passed on from: نقلت الوكالة عن مسؤول قوله (the agency quoted an official as saying). */
  private sourceOf(sentence: Sentence, p: Predicate): Phrase[] {
    const own = p.pos === 'v' ? p.slots.get('عن') : undefined;
    if (own?.some((ph) => ph.who.length > 0)) return own;
    if (p.pos !== 'n' || !(p.slots.get('gen') ?? []).some((ph) => ph.pron !== '')) return [];
    for (const q of sentence.predicates) {
      const from = q.from < p.from && q.lemma === 'نقل' ? q.slots.get('عن') : undefined;
      if (from?.some((ph) => ph.who.length > 0 && ph.from < p.from)) return from;
    }
    return [];
  }

  private whosOf(p: Predicate, phrases: readonly Phrase[]): Who[] {
    const who = whosIn(this.context, p, phrases, true);
    return this.sources.settle(who, phrases, this.sentence as Sentence, this.context.discourse.speaker);
  }

  /** Whoever spoke or acted by word in the main clause is the one who speaks on in the next sentence. */
  private keepSpeaker(sentence: Sentence): void {
    let kept: Who[] | null = null;
    for (const r of this.reports) {
      if (r.kind !== 'said' || !r.verb) continue;
      if (this.reports.some((o) => o !== r && o.kind === 'said' && o.verb !== r.verb && r.at >= o.from && r.at < o.to)) continue;
      kept = r.who;
      const feminine = (r.verb.bits & Form.Feminine) !== 0 && (r.verb.bits & Form.Masculine) === 0;
      if (feminine) this.lastFeminine = kept;
      this.lastVerb = feminine ? null : kept;
    }
    if (!kept) {
      for (const p of sentence.predicates) {
        if (p.pos !== 'v' || p.parent || !p.frame || !SPEECH_ACTS.has(p.frame.type)) continue;
        const who = whosIn(this.context, p, subjectPhrases(p), true).filter((w) => w.country);
        if (who.length > 0) kept = who;
      }
    }
    if (kept) this.context.discourse.speaker = kept;
  }

  // ── Quotations ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  private quotationsIn(sentence: Sentence): Quotation[] {
    while (this.passed < this.all.length && (this.all[this.passed] as Quotation).to < sentence.from) this.passed++;
    let end = this.passed;
    while (end < this.all.length && (this.all[end] as Quotation).from < sentence.to) end++;
    return this.all.slice(this.passed, end);
  }

  /** The quotation that begins at a token, or so many tokens behind it. */
  private quotationAt(at: number, reach: number): Quotation | null {
    return this.quotations.find((q) => q.from >= at && q.from <= at + reach) ?? null;
  }

  /** "…", قال الوزير: the quotation that ends just before the verb. */
  private quotationBefore(sentence: Sentence, p: Predicate): Quotation | null {
    const q = this.quotations.find((x) => x.to < p.from && x.to >= p.from - 3 && x.to >= sentence.from);
    return q && q.speaker === null ? q : null;
  }

  /** A quotation that was opened in a sentence before goes on. */
  private carriedQuotations(sentence: Sentence): void {
    for (const q of this.quotations) {
      if (q.from >= sentence.from || q.to <= sentence.from) continue;
      const speaker = q.speaker ?? lastSpeaker(this.context.discourse.speaker);
      if (speaker) this.report(speaker, sentence.from, Math.min(q.to, sentence.to), sentence.from, 'said');
    }
  }

  /** A quotation with which a sentence begins and that nobody is named for goes on with the speaker before; one inside a report is the reporter's. */
  private ownQuotations(sentence: Sentence): void {
    for (const q of this.quotations) {
      if (q.from < sentence.from || q.from >= sentence.to || q.speaker) continue;
      const holder = this.reports.filter((r) => q.from >= r.from && q.from < r.to).sort((a, b) => b.from - a.from)[0];
      if (holder) q.speaker = holder;
      else if (q.from <= sentence.from + 2 && q.to >= sentence.to - 2) {
        const speaker = lastSpeaker(this.context.discourse.speaker);
        if (speaker) this.report(speaker, q.from, q.to, q.from, 'said');
        q.speaker = speaker;
      }
    }
  }

  // ── According to ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Whether a verb of saying attributes what stands before it: كما أعلن, حسبما ذكر, وفق ما أفاد. */
  private attributes(sentence: Sentence, p: Predicate, content: number): boolean {
    return p.pos === 'v' && content < 0 && this.asSaid(sentence, p.from) >= 0;
  }

  /** First token of the words for "as" before a verb, or -1. */
  private asSaid(sentence: Sentence, verb: number): number {
    const particle = sentence.units.find((u) => u.kind === 'particle' && u.to === verb);
    return particle && AS_SAID.has(this.written(particle.from, particle.to)) ? particle.from : -1;
  }

  private attributions(sentence: Sentence): void {
    const { units } = sentence;
    for (let k = 0; k < units.length; k++) {
      const unit = units[k] as Unit;
      if (unit.kind === 'particle' && unit.class === 'according') {
        const phrases = this.phrasesBehind(units, k + 1);
        const owner = sentence.predicates[0];
        if (phrases.length === 0 || !owner) continue;
        this.attribute(sentence, unit.from, phrases, null);
      }
    }
    for (const p of sentence.predicates) {
      if (p.pos !== 'v' || !(PASSING_ON.has(p.lemma) || p.readings.some((r) => PASSING_ON.has(r.lemma)))) continue;
      const at = this.asSaid(sentence, p.from);
      if (at < 0) continue;
      if (this.contentStart(sentence, p).at >= 0 && p.frame?.type === 'SAY' && this.written(at, p.from) === 'كما') continue;
      const source = p.slots.get('عن')?.filter((ph) => ph.who.length > 0) ?? [];
      const subjects = subjectPhrases(p).filter((ph) => ph.from > p.from);
      if (source.length > 0) this.attribute(sentence, at, source, p);
      if (subjects.length > 0) this.attribute(sentence, at, subjects, p);
      else if (source.length === 0) {
        const inStatement = p.slots.get('في') ?? [];
        const who = this.whosOf(p, inStatement);
        const speaker =
          who.length > 0 ? { who, phrase: inStatement[0] ?? null, verb: p, channel: null } : lastSpeaker(this.context.discourse.speaker);
        if (speaker && (this.tokens[p.from]?.word?.view?.matches.length ?? 0) > 0)
          this.reports.push({ ...speaker, verb: p, ...this.reach(sentence, at, p.to), at, kind: 'according' });
      }
    }
  }

  private phrasesBehind(units: readonly Unit[], k: number): Phrase[] {
    const found: Phrase[] = [];
    for (let u = k; u < units.length; u++) {
      const unit = units[u] as Unit;
      if (unit.kind === 'mark' && (unit.mark === '"' || unit.mark === '«' || unit.mark === '“') && found.length === 0) continue;
      if (unit.kind === 'particle' && (unit.class === 'skip' || unit.class === 'dem') && found.length === 0) continue;
      if (unit.kind !== 'phrase' || (found.length > 0 && !unit.phrase.conj)) break;
      found.push(unit.phrase);
    }
    return found;
  }

  private attribute(sentence: Sentence, at: number, phrases: readonly Phrase[], verb: Predicate | null): void {
    const owner = verb ?? sentence.predicates[0];
    if (!owner) return;
    const who = this.whosOf(owner, phrases);
    const end = phrases.at(-1)?.to ?? at;
    if (who.length > 0)
      this.reports.push({ who, phrase: phrases[0] ?? null, verb, channel: null, ...this.reach(sentence, at, end), at, kind: 'according' });
  }

  /** Set off by commas, or at either end of the sentence, an attribution covers the sentence; inside a clause only what follows. */
  private reach(sentence: Sentence, at: number, end: number): { from: number; to: number } {
    const before = this.tokens[at - 1];
    const opens = at <= sentence.from + 1 || (before !== undefined && before.word === null);
    const after = this.tokens[end];
    const closes = end >= sentence.to || (after !== undefined && after.word === null);
    return opens || closes ? { from: sentence.from, to: sentence.to } : { from: end, to: sentence.to };
  }
}

/** A state before a colon is where it happened, unless it speaks of another state or of itself as "we": الصومال: حركة الشباب تقتل (Somalia: al-Shabab kills). */
function labels(phrase: Phrase, units: readonly Unit[], predicates: readonly Predicate[]): boolean {
  if (!phrase.who.every((w) => w.kind === 'state' || w.kind === 'capital')) return false;
  const [first] = units;
  if (
    first?.kind === 'phrase' &&
    !first.phrase.def &&
    !first.phrase.inner?.def &&
    predicates.some((p) => p.pos === 'n' && p.from === first.from)
  )
    return true;
  if (predicates.some((p) => p.from >= (first?.from ?? 0) && p.bits & Form.First && !(p.bits & Form.Third))) return false;
  for (const unit of units) {
    const who = unit.kind === 'phrase' ? whosOf(unit.phrase)[0] : undefined;
    if (who) return who.country === phrase.who[0]?.country;
  }
  return true;
}

function accordingDistance(r: Report, at: number): number {
  return r.at > at ? r.at - at : 1000 + at - r.at;
}

/** Whether the two verbs cannot have the same subject: ذكرت الوكالة أن الوزير …، ودعا (the agency said that the minister …, and he called). */
function differs(a: Predicate, b: Predicate): boolean {
  const gender = (p: Predicate): 'm' | 'f' | null =>
    p.bits & Form.Feminine ? (p.bits & Form.Masculine ? null : 'f') : p.bits & Form.Masculine ? 'm' : null;
  const x = gender(a);
  const y = gender(b);
  return a.conj && !a.slots.has('subj') && x !== null && y !== null && x !== y;
}

function lastSpeaker(who: Who[]): Speaker | null {
  return who.length > 0 ? { who, phrase: null, verb: null, channel: null } : null;
}

function same(a: readonly Who[], b: readonly Who[]): boolean {
  const id = (w: Who): string => `${w.country} ${w.sectors[0] ?? ''} ${w.name.en ?? w.name.ar ?? ''}`;
  return a.length === b.length && a.every((w, k) => id(w) === id(b[k] as Who));
}

function under(p: Predicate, top: Predicate): boolean {
  let node: Predicate | null = p;
  for (let n = 0; node && n < 20; n++, node = node.parent) if (node === top) return true;
  return false;
}

/** A participle that goes on with the clause of the verb of saying is told beside it, not said: قال …، داعيا إلى (he said …, calling for). */
function besides(p: Predicate, r: Report): boolean {
  if (r.kind === 'according' || r.kind === 'headline') return false;
  let node = p;
  for (let n = 0; node.parent && n < 20; n++) {
    if ((node.parentSlot === 'adverb' || node.participle) && node.parent === r.verb && !(p.quoted && p !== node)) return true;
    node = node.parent;
  }
  return false;
}

export function attributionOf(
  speaker: Speaker,
  text: (from: number, to: number) => { text: string; start: number | null; end: number | null },
): Attribution[] {
  return speaker.who.map((w) => {
    const words = text(w.from, w.to);
    return { text: words.text, start: words.start, end: words.end, country: w.country, sectors: w.sectors, channel: speaker.channel };
  });
}
