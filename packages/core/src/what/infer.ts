// What a careful reader supplies: the other side of a call told before, the makers of an agreement told in its relative clause, whom a compliment paid in a call was for.

import type { Predicate, Sentence, Who } from '../document.js';
import type { Draft } from './draft.js';
import { type FillContext, subjectPhrases, whosIn } from './fill.js';

/** How many sentences back a partner or an event may have been named. */
const REACH = 4;
const MUTUAL = new Set(['CONSULT', 'AGREE', 'COOPERATE']);
/** Acts of speech that address whoever the speaker was in talks with. */
const ADDRESSED = new Set(['SUPPORT']);

/** Slots in which talks are the circumstance of another act. */
const CIRCUMSTANCE = new Set(['في', 'during', 'after', 'before', 'through', 'purpose', 'ل', 'other']);
/** Acts of will and word, whose doer an announcement tells. */
const VERBAL = new Set(['AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'RETREAT', 'SANCTION', 'AID', 'COOPERATE']);

interface Told {
  draft: Draft;
  sentence: number;
}

/** Memory of the events of one article. */
export class Story {
  private readonly told: Told[] = [];

  constructor(private readonly context: FillContext) {}

  /** Completes the drafts of a sentence in the order of the words, then remembers them. */
  complete(sentence: Sentence, drafts: Draft[]): void {
    for (const d of drafts) {
      fromRelative(sentence, drafts, d);
      this.controlled(drafts, d);
      if (d.actors.length + d.recipients.length === 0) this.sameAsBefore(sentence, d);
      if (d.type === 'CONSULT' && distinct([...d.actors, ...d.recipients]) === 1) this.partner(sentence, drafts, d);
      addressee(drafts, d);
      this.missingSide(sentence, d);
      unknownAttackers(d);
      if (d.type === 'PROTEST' && d.actors.length === 0 && this.context.discourse.country) d.actors = [unnamed(this.context.discourse.country, 'CVL', 'demonstrators of the country')];
      this.told.push({ draft: d, sentence: sentence.index });
    }
  }

  /** The subject of the verb above also does what its noun says: اتفقا في القمة (they agreed at the summit), أعلن رفض القرار (he announced the rejection). */
  private controlled(drafts: Draft[], d: Draft): void {
    const noun = d.predicate;
    if (noun.pos !== 'n' || noun.phrase?.pron) return;
    const open = d.type === 'CONSULT' ? distinct([...d.actors, ...d.recipients]) < 2 : d.actors.length === 0 && VERBAL.has(d.type);
    if (!open) return;
    let node: Predicate = noun;
    for (let n = 0; node.parent && n < 4; n++) {
      const { parent, parentSlot } = node;
      if (parent.pos === 'v') {
        const circumstance = CIRCUMSTANCE.has(parentSlot);
        const announced = parent.frame?.type === 'SAY' || parent.frame?.type === 'LIGHT' || parent.frame?.type === 'OP';
        if (!(d.type === 'CONSULT' ? circumstance || (announced && parentSlot !== 'subj') : announced && (parentSlot === 'obj' || parentSlot === 'عن'))) return;
        const above = drafts.find((x) => x.predicate === parent);
        const subjects = above ? above.actors : whosIn(this.context, parent, subjectPhrases(parent), false);
        const fresh = subjects.filter((w) => w.country && !d.actors.some((a) => a.country === w.country) && !d.recipients.some((a) => a.country === w.country));
        if (fresh.length === 0) return;
        d.actors = [...fresh, ...d.actors];
        d.evidence.add('controlled');
        d.why.push('the subject of the verb above takes part');
        return;
      }
      if (parent.frame && parent.frame.type !== 'LIGHT' && parent.frame.type !== 'OP') return;
      node = parent;
    }
  }

  /** A definite event without participants is the one told before: الاتفاق (the agreement), هذه المحادثات (these talks). */
  private sameAsBefore(sentence: Sentence, d: Draft): void {
    const phrase = d.predicate.phrase;
    if (!phrase || (!phrase.def && sentence.index > 0)) return;
    for (let k = this.told.length - 1; k >= 0; k--) {
      const { draft, sentence: at } = this.told[k] as Told;
      if (draft.type !== d.type || sentence.index - at > REACH * 3 || draft.actors.length + draft.recipients.length === 0) continue;
      if (draft.predicate.lemma !== d.predicate.lemma && sentence.index - at > REACH) continue;
      d.actors = draft.actors.map(implied);
      d.recipients = draft.recipients.map(implied);
      if (d.mode.length === 0) d.mode = [...draft.mode];
      d.evidence.add('coreference');
      d.why.push('participants of the same event told before');
      return;
    }
  }

  /** An act with one side named, told before with both: the attack on Douma, told again without who attacked. */
  private missingSide(sentence: Sentence, d: Draft): void {
    if (MUTUAL.has(d.type) || (d.actors.length > 0) === (d.recipients.length > 0)) return;
    const side = d.actors.length > 0 ? 'actors' : 'recipients';
    const other = side === 'actors' ? 'recipients' : 'actors';
    if (side === 'actors' && !TWO_SIDED.has(d.type)) return;
    for (let k = this.told.length - 1; k >= 0; k--) {
      const { draft, sentence: at } = this.told[k] as Told;
      if (draft.type !== d.type || draft[other].length === 0 || draft[side].length === 0 || sentence.index - at > REACH * 4) continue;
      if (side === 'actors' && draft.predicate.lemma !== d.predicate.lemma) continue;
      if (!draft[side].some((w) => d[side].some((v) => v.country === w.country && v.country !== null))) continue;
      d[other] = draft[other].filter((w) => !d[side].some((v) => v.country === w.country && v.sectors[0] === w.sectors[0])).map(implied);
      if (d[other].length === 0) continue;
      d.evidence.add('missing-side');
      d.why.push(`${other} of the same act told before`);
      return;
    }
  }

  /** Talks with one side named: the other side is that of the talks told just before. */
  private partner(sentence: Sentence, drafts: Draft[], d: Draft): void {
    const one = [...d.actors, ...d.recipients].find((w) => w.country);
    if (!one) return;
    const candidates: Draft[] = drafts.filter((x) => x !== d && x.type === 'CONSULT' && x.predicate.from < d.predicate.from);
    for (let k = this.told.length - 1; k >= 0; k--) {
      const t = this.told[k] as Told;
      if (sentence.index - t.sentence > REACH) break;
      if (t.draft.type === 'CONSULT') candidates.push(t.draft);
    }
    for (const c of candidates) {
      const all = [...c.actors, ...c.recipients];
      if (distinct(all) < 2 || !all.some((w) => w.country === one.country)) continue;
      const others = all.filter((w) => w.country !== one.country);
      d.actors.push(...others.map(implied));
      if (d.type === 'CONSULT' && d.mode.length === 0) d.mode = [...c.mode];
      d.evidence.add('partner');
      d.why.push('the other side of the talks told before');
      return;
    }
  }
}

/** The same participant; its words are those that named it before. */
const TWO_SIDED = new Set(['ASSAULT', 'SANCTION', 'COERCE']);
const ANONYMOUS = new Set(['explosives', 'suicide-attack']);

/** Who plants bombs is rarely named: unknown attackers count as unidentified armed men. */
function unknownAttackers(d: Draft): void {
  if (d.type !== 'ASSAULT' || d.actors.length > 0 || !d.mode.some((m) => ANONYMOUS.has(m))) return;
  d.actors = [unnamed(null, 'UAF', 'unknown attackers')];
}

function unnamed(country: string | null, sector: string, why: string): Who {
  return { from: -1, to: -1, kind: 'role', country, sectors: [sector], name: { ar: null, en: null }, wikidata: null, role: null, reference: null, number: 'pl', why };
}

const implied = (who: Who): Who => ({ ...who, why: `${who.why}, named before` });

function distinct(whos: readonly Who[]): number {
  return new Set(whos.map((w) => w.country ?? w.sectors[0])).size;
}

function under(p: Predicate, top: Predicate): boolean {
  let node: Predicate | null = p;
  for (let n = 0; node && n < 10; n++, node = node.parent) if (node === top) return true;
  return false;
}

/** "The agreement that was reached in the talks between S and T": the talkers made it. */
function fromRelative(sentence: Sentence, drafts: Draft[], d: Draft): void {
  if (!MUTUAL.has(d.type) || d.actors.length > 0 || !d.predicate.phrase) return;
  const clause = sentence.predicates.find((p) => p.antecedent !== null && p.antecedent === d.predicate.phrase);
  if (!clause) return;
  const source = drafts.find((x) => x !== d && MUTUAL.has(x.type) && x.actors.length > 0 && under(x.predicate, clause)) ?? drafts.find((x) => x !== d && x.type === 'CONSULT' && x.actors.length > 1 && x.predicate.from > clause.from);
  if (!source) return;
  d.actors = source.actors;
  d.evidence.add('relative');
  d.why.push('made by those of the talks in its relative clause');
}

/** A compliment paid in a call or meeting is for the other side of it. */
function addressee(drafts: Draft[], d: Draft): void {
  if (!ADDRESSED.has(d.type) || d.recipients.length > 0 || !d.predicate.frame?.recipients.some((r) => r.slot === 'obj') || d.predicate.slots.has('obj')) return;
  const talk = drafts.find((x) => x.type === 'CONSULT' && x.predicate.parent === d.predicate);
  if (!talk) return;
  d.recipients = [...talk.actors, ...talk.recipients].filter((w) => !d.actors.some((a) => a.country === w.country));
  if (d.recipients.length > 0) d.why.push('said in talks with them');
}
