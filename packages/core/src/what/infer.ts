// What a careful reader supplies: the other side of a call told before, the makers of an agreement told in its relative clause, whom a compliment paid in a call was for.

import type { Predicate, Sentence, Who } from '../document.js';
import { makeWho } from '../who/names.js';
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
const VERBAL = new Set([
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'RETREAT',
  'SANCTION',
  'AID',
  'COOPERATE',
]);

interface Told {
  draft: Draft;
  sentence: number;
}

/** Memory of the events of one article. */
export class Story {
  private readonly told: Told[] = [];

  constructor(private readonly context: FillContext) {}

  /** Completes the drafts of a sentence in the order of the words, then remembers them. */
  complete(sentence: Sentence, drafts: Draft[]): Draft[] {
    for (const d of drafts) {
      fromRelative(sentence, drafts, d);
      accused(drafts, d);
      protested(drafts, d);
      refused(drafts, d);
      invited(drafts, d);
      sameDoer(drafts, d);
      this.controlled(drafts, d);
      if (d.actors.length + d.recipients.length === 0) this.sameAsBefore(sentence, d);
      if (d.type === 'CONSULT' && distinct([...d.actors, ...d.recipients]) === 1) {
        if (d.mode.includes('third-party')) mediated(drafts, d);
        else this.partner(sentence, drafts, d);
      }
      this.sameTalks(sentence, d);
      hosted(d);
      addressee(drafts, d);
      this.missingSide(sentence, d);
      unknownAttackers(d);
      this.court(d);
      this.threatened(sentence, d);
      if (d.type === 'PROTEST' && d.actors.length === 0 && this.context.discourse.country)
        d.actors = [unnamed(this.context.discourse.country, 'CVL', 'demonstrators of the country')];
      this.told.push({ draft: d, sentence: sentence.index });
    }
    for (const d of drafts) makers(drafts, d);
    return drafts.filter((d, k) => !drafts.slice(0, k).some((before) => toldTwice(before, d)));
  }

  /** Who convicts is a court, named or not. */
  private court(d: Draft): void {
    const country = d.recipients[0]?.country ?? this.context.discourse.country;
    if (d.type === 'SANCTION' && d.mode.includes('convict') && d.actors.length === 0 && country)
      d.actors = [unnamed(country, 'JUD', 'a court of the country')];
  }

  /** A threat with a condition is for whoever must meet it: هددت بالرد إذا واصل الطرفان القتال (threatened to respond if both sides went on fighting). */
  private threatened(sentence: Sentence, d: Draft): void {
    if (d.type !== 'THREATEN' || d.recipients.length > 0) return;
    const condition = sentence.predicates.find((p) => p.marks.has('condition') && p.from > d.predicate.from);
    if (!condition) return;
    d.recipients = whosIn(this.context, condition, subjectPhrases(condition), true).filter(
      (w) => !d.actors.some((a) => a.country === w.country),
    );
  }

  /** Once the whole article is read: a side that only another report of the same act names. */
  finish(): void {
    for (const t of this.told) {
      this.missingElsewhere(t);
      twoSided(t.draft);
    }
  }

  private missingElsewhere({ draft: d, sentence }: Told): void {
    if (MUTUAL.has(d.type) || d.actors.length > 0 === d.recipients.length > 0) return;
    if (d.actors.length > 0 && d.predicate.frame?.recipients.some((r) => r.by)) return;
    const side = d.actors.length > 0 ? 'actors' : 'recipients';
    const other = side === 'actors' ? 'recipients' : 'actors';
    if (side === 'actors' && !LENDS_RECIPIENTS.has(d.type)) return;
    let best: Draft | null = null;
    let bestScore = 0;
    for (const t of this.told) {
      const o = t.draft;
      if (o === d || o.type !== d.type || o[other].length === 0 || o.evidence.has('elsewhere')) continue;
      if (!o[side].some((w) => d[side].some((v) => v.country !== null && v.country === w.country))) continue;
      const score =
        (o.predicate.lemma === d.predicate.lemma ? 3 : 0) + 2 / (1 + Math.abs(t.sentence - sentence)) + (sharesMode(o, d) ? 1 : 0);
      if (score > bestScore) {
        best = o;
        bestScore = score;
      }
    }
    if (!best || bestScore < (side === 'actors' ? NEEDED_FOR_RECIPIENTS : NEEDED_FOR_ACTORS)) return;
    d[other] = best[other].filter((w) => !d[side].some((v) => v.country === w.country && v.sectors[0] === w.sectors[0])).map(implied);
    d.evidence.add('elsewhere');
    d.why.push(`${other} of the same act told elsewhere in the article`);
  }

  /** The subject of the verb above also does what its noun says: اتفقا في القمة (they agreed at the summit), أعلن رفض القرار (he announced the rejection). */
  private controlled(drafts: Draft[], d: Draft): void {
    const noun = d.predicate;
    if (noun.pos !== 'n' || noun.phrase?.pron) return;
    const open = d.type === 'CONSULT' ? distinct([...d.actors, ...d.recipients]) < 2 : d.actors.length === 0;
    if (!open) return;
    const verbal = d.type === 'CONSULT' || VERBAL.has(d.type);
    let node: Predicate = noun;
    for (let n = 0; node.parent && n < 4; n++) {
      const { parent, parentSlot } = node;
      // Who denies a deed denies that he did it: نفى الجيش قصف المدينة (the army denied shelling the town).
      const denied =
        (parent.frame?.told.includes(parentSlot) ?? false) && (noun.frame?.pos === 'v' || noun.frame?.actors.includes('light'));
      if (!verbal && !denied) return;
      if (parent.pos === 'v') {
        const circumstance = CIRCUMSTANCE.has(parentSlot);
        const announced = parent.frame?.type === 'SAY' || parent.frame?.type === 'LIGHT' || parent.frame?.type === 'OP';
        if (
          !(d.type === 'CONSULT'
            ? circumstance || (announced && parentSlot !== 'subj')
            : announced && (parentSlot === 'obj' || parentSlot === 'عن'))
        )
          return;
        const above = drafts.find((x) => x.predicate === parent);
        const subjects = above
          ? d.type === 'CONSULT' && d.actors.length === 0
            ? [...above.actors, ...above.recipients]
            : above.actors
          : whosIn(this.context, parent, subjectPhrases(parent), false);
        // Who reports of a visit takes no part in it: بثت الوكالة صورا للزيارة (the agency showed pictures of the visit).
        const fresh = subjects.filter(
          (w) =>
            w.country &&
            !(d.type === 'CONSULT' && w.sectors[0] === 'JRN') &&
            !d.actors.some((a) => a.country === w.country) &&
            !d.recipients.some((a) => a.country === w.country),
        );
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
    const modified = phrase.to - phrase.from > 1 + (d.predicate.lemma.split(' ').length - 1) && phrase.inner === null;
    if (modified) return;
    const act = actOf(d);
    for (let k = this.told.length - 1; k >= 0; k--) {
      const { draft, sentence: at } = this.told[k] as Told;
      if (
        (draft.type !== d.type && actOf(draft) !== act) ||
        sentence.index - at > REACH * 3 ||
        draft.actors.length + draft.recipients.length === 0
      )
        continue;
      if (actOf(draft) !== act && sentence.index - at > REACH) continue;
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
    if (MUTUAL.has(d.type) || d.actors.length > 0 === d.recipients.length > 0) return;
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

  /** A verb of talk between the two of a call told before tells of that call. */
  private sameTalks(sentence: Sentence, d: Draft): void {
    if (d.type !== 'CONSULT' || d.mode.length > 0 || d.predicate.pos !== 'v') return;
    const sides = sidesOf(d);
    for (let k = this.told.length - 1; k >= 0; k--) {
      const t = this.told[k] as Told;
      if (sentence.index - t.sentence > REACH) return;
      if (t.draft.type !== 'CONSULT' || t.draft.mode.length === 0 || sidesOf(t.draft) !== sides || t.draft.mode.includes('third-party'))
        continue;
      d.mode = [...t.draft.mode];
      d.why.push('the same talks as told before');
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
      // Who is visited is the host: تأتي زيارته بعد (his visit comes after …).
      if (d.mode.includes('visit') && d.recipients.length === 0) d.recipients = others.map(implied);
      else d.actors.push(...others.map(implied));
      if (d.type === 'CONSULT' && d.mode.length === 0) d.mode = [...c.mode];
      d.evidence.add('partner');
      d.why.push('the other side of the talks told before');
      return;
    }
  }
}

/** The same participant; its words are those that named it before. */
/** How alike two reports must be that one lends the other a side. */
const NEEDED_FOR_RECIPIENTS = 0.6;
const NEEDED_FOR_ACTORS = 0.3;
const sharesMode = (a: Draft, b: Draft): boolean => a.mode.some((m) => b.mode.includes(m));
/** Types whose recipients are those of the same act told elsewhere; a request or a protest may address nobody. */
const LENDS_RECIPIENTS = new Set(['ASSAULT', 'SANCTION', 'COERCE', 'THREATEN', 'AID']);
const TWO_SIDED = new Set(['ASSAULT', 'SANCTION', 'COERCE']);
const ANONYMOUS = new Set(['explosives', 'suicide-attack', 'drone', 'abduct']);

/** The fighters killed in a battle are a side of it: قتل جنود في اشتباكات مع داعش (soldiers were killed in clashes with IS). */
function twoSided(d: Draft): void {
  if (d.type !== 'ASSAULT' || d.actors.length === 0 || d.predicate.pos !== 'n' || !d.predicate.frame?.actors.includes('بين')) return;
  const fighters = d.recipients.filter(
    (w) => FIGHTERS.has(w.sectors[0] ?? '') && !d.actors.some((a) => a.country === w.country && a.sectors[0] === w.sectors[0]),
  );
  if (fighters.length === 0 || distinct(d.actors) > 1) return;
  d.actors = [...d.actors, ...fighters];
  d.recipients = d.recipients.filter((w) => !fighters.includes(w));
}

const FIGHTERS = new Set(['MIL', 'REB', 'PRM', 'COP']);

/** Who plants bombs, sends a drone or takes hostages is often not named: unknown attackers count as unidentified armed men. */
function unknownAttackers(d: Draft): void {
  if (d.type !== 'ASSAULT' || d.actors.length > 0 || !d.mode.some((m) => ANONYMOUS.has(m))) return;
  d.actors = [unnamed(null, 'UAF', 'unknown attackers')];
}

function unnamed(country: string | null, sector: string, why: string): Who {
  const one = makeWho(-1, -1, 'role', country, [sector], null, null, null, why);
  one.number = 'pl';
  return one;
}

/** The word of the act itself: of an announced ceasefire the ceasefire. */
function actOf(d: Draft): string {
  const inside = d.predicate.inside.find((x) => x.slot === 'gen' || x.slot === 'obj');
  return inside?.predicate.phrase?.event && d.predicate.consumed?.has(inside.predicate) ? inside.predicate.lemma : d.predicate.lemma;
}

const sidesOf = (d: Draft): string =>
  [...new Set([...d.actors, ...d.recipients].map((w) => w.country ?? w.sectors[0] ?? ''))].sort().join(' ');

/** Who refuses a call is whom it was for: رفضت الحركة دعوة الرئيس (the movement refused the president's call). */
function refused(drafts: Draft[], d: Draft): void {
  if ((d.type !== 'REQUEST' && d.type !== 'AGREE') || d.recipients.length > 0 || d.predicate.parent?.frame?.type !== 'REJECT') return;
  const refusal = drafts.find((x) => x.predicate === d.predicate.parent);
  d.recipients = (refusal?.actors ?? []).filter((w) => !d.actors.some((a) => a.country === w.country && a.sectors[0] === w.sectors[0]));
  if (d.recipients.length > 0) d.why.push('whoever refused it');
}

/** Who is invited to a visit visits whoever invites: دعوة للوزير لزيارة أثينا (an invitation to the minister to visit Athens). */
function invited(drafts: Draft[], d: Draft): void {
  if (d.type !== 'CONSULT' || !d.mode.includes('visit') || d.predicate.pos !== 'n') return;
  const invitation = drafts.find((x) => x.type === 'AGREE' && x.predicate === d.predicate.parent);
  if (!invitation || invitation.recipients.length === 0) return;
  d.actors = invitation.recipients;
  d.recipients = invitation.actors;
  d.why.push('the invited visits the host');
}

/** What forces did before they took a place is theirs: سيطرت على المدينة بعد طرد المسلحين (took the town after driving the gunmen out). */
function sameDoer(drafts: Draft[], d: Draft): void {
  if ((d.type !== 'ASSAULT' && d.type !== 'COERCE') || d.actors.length > 0 || d.predicate.parentSlot !== 'after') return;
  if (!d.predicate.frame?.actors.includes('light')) return;
  const { parent } = d.predicate;
  const main = drafts.find(
    (x) => x !== d && FORCEFUL.has(x.type) && x.actors.length > 0 && (x.predicate === parent || x.predicate.parent === parent),
  );
  if (!main) return;
  d.actors = main.actors.filter((w) => !d.recipients.some((r) => r.country === w.country && r.sectors[0] === w.sectors[0]));
  if (d.actors.length > 0) d.why.push(`by those of "${main.predicate.lemma}"`);
}

const FORCEFUL = new Set(['ASSAULT', 'COERCE', 'RETREAT', 'MOBILIZE']);

/** Who is denounced at a protest is whom it is against: تظاهروا للتنديد بالقرار الأميركي (they marched to denounce the American decision). */
function protested(drafts: Draft[], d: Draft): void {
  if (d.type !== 'PROTEST' || d.recipients.length > 0) return;
  const aim = drafts.find(
    (x) =>
      (x.type === 'ACCUSE' || x.type === 'REJECT') &&
      x.predicate.from > d.predicate.from &&
      x.predicate.pos === 'n' &&
      x.recipients.length > 0,
  );
  if (!aim) return;
  d.recipients = aim.recipients;
  d.why.push(`against whom "${aim.predicate.lemma}" tells`);
}

/** The same word for the same act of the same sides, twice in one sentence. */
function toldTwice(a: Draft, b: Draft): boolean {
  if (a.type !== b.type || a.predicate.lemma !== b.predicate.lemma || a.status !== b.status) return false;
  return sidesOf(a) === sidesOf(b);
}

/** Talks in a city of one of the two are a visit of the other: أجرى محادثات في عمّان مع نظيره الأردني (held talks in Amman with his Jordanian counterpart). */
function hosted(d: Draft): void {
  if (d.type !== 'CONSULT' || d.recipients.length > 0 || (d.mode.length > 0 && !d.mode.includes('visit'))) return;
  const countries = new Set(d.actors.map((w) => w.country));
  if (countries.size !== 2) return;
  const { predicate: p } = d;
  const places = [...(p.slots.get('في') ?? []), ...(p.parent?.frame?.type === 'LIGHT' ? (p.parent.slots.get('في') ?? []) : [])]
    .flatMap((ph) => ph.who)
    .filter((w) => w.kind === 'capital' || w.kind === 'place' || w.kind === 'state');
  const host = places.find((w) => countries.has(w.country))?.country;
  if (!host || !d.actors.some((w) => w.country === host && d.actors[0]?.country !== host)) return;
  d.recipients = d.actors.filter((w) => w.country === host);
  d.actors = d.actors.filter((w) => w.country !== host);
  d.mode = ['visit'];
  d.why.push('talks in a city of one of the two');
}

/** A mediator's talks are with the sides whose talks or fighting the sentence names. */
function mediated(drafts: Draft[], d: Draft): void {
  const mediators = new Set([...d.actors, ...d.recipients].map((w) => w.country));
  for (const x of drafts) {
    if (
      x === d ||
      (x.type !== 'CONSULT' && x.type !== 'ASSAULT' && x.type !== 'AGREE') ||
      distinct(x.actors) < 2 ||
      x.actors.some((w) => mediators.has(w.country))
    )
      continue;
    d.recipients = x.actors.map(implied);
    d.why.push('between the sides that the sentence names');
    return;
  }
}

/** What somebody is accused of (بـ) is his own act: اتهمه بشن هجوم (accused him of an attack). */
function accused(drafts: Draft[], d: Draft): void {
  if (d.actors.length > 0) return;
  let node = d.predicate;
  for (let n = 0; node.parent && n < 4; n++, node = node.parent) {
    const { parent, parentSlot } = node;
    const nested = parent.parentSlot === 'ب' && parent.frame?.type === 'ACCUSE' && parent.parent?.frame?.type === 'ACCUSE';
    if (!nested && (parent.frame?.type === 'ACCUSE' || parent.frame?.type === 'SANCTION')) {
      // فرنسا مسؤولة عن الهجوم (France is guilty of the attack): who is blamed did it.
      const blamed = parent.frame.actors.includes('speaker') && GUILT.has(parentSlot);
      if (parentSlot !== 'ب' && !blamed) return;
      d.actors = (drafts.find((x) => x.predicate === parent)?.recipients ?? []).filter((w) => !d.recipients.some((r) => r.from === w.from));
      if (d.actors.length > 0) d.why.push('the accused');
      return;
    }
    if (!nested && parent.frame && parent.frame.type !== 'LIGHT' && parent.frame.type !== 'OP') return;
  }
}

/** Slots in which a reproach names the deed. */
const GUILT = new Set(['gen', 'في', 'عن', 'obj']);

/** Support, welcome or rejection of an act addresses those who made it, once they are known. */
function makers(drafts: Draft[], d: Draft): void {
  if (d.recipients.length > 0 || !d.predicate.frame) return;
  for (const { slot, by } of d.predicate.frame.recipients) {
    if (!by) continue;
    for (const x of d.predicate.inside) {
      if (x.slot !== slot && !(d.predicate.pos === 'n' && slot === 'obj' && (x.slot === 'gen' || x.slot === 'ل'))) continue;
      const act = drafts.find((o) => o.predicate === x.predicate);
      if (act) d.recipients = act.actors.filter((w) => !d.actors.some((a) => a.country === w.country && a.sectors[0] === w.sectors[0]));
      if (d.recipients.length > 0) return;
    }
  }
}

const implied = (who: Who): Who => ({ ...who, why: `${who.why}, named before` });

/** Sectors that stand against their own state: a president and a rebel leader of one country are two sides. */
const OPPOSED = new Set(['REB', 'OPP', 'PTY', 'PRM']);

function distinct(whos: readonly Who[]): number {
  return new Set(
    whos.map((w) => `${w.country} ${w.country ? '' : (w.sectors[0] ?? '')}${OPPOSED.has(w.sectors[0] ?? '') ? w.sectors[0] : ''}`),
  ).size;
}

function under(p: Predicate, top: Predicate): boolean {
  let node: Predicate | null = p;
  for (let n = 0; node && n < 10; n++, node = node.parent) if (node === top) return true;
  return false;
}

/** "The agreement that was reached in the talks between S and T": the talkers made it. */
function fromRelative(sentence: Sentence, drafts: Draft[], d: Draft): void {
  if (!MUTUAL.has(d.type) || d.actors.length > 0 || !d.predicate.phrase) return;
  // مذكرة التفاهم التي وقعتها (the memorandum of understanding that it signed): the clause describes the noun around the event.
  const clause = sentence.predicates.find(
    (p) =>
      p.antecedent !== null &&
      (p.antecedent === d.predicate.phrase || (p.antecedent.kind === 'plain' && p.antecedent.inner === d.predicate.phrase)),
  );
  if (!clause) return;
  const signed = drafts.find((x) => x.predicate === clause && x.actors.length > 1);
  const source =
    signed ??
    drafts.find((x) => x !== d && MUTUAL.has(x.type) && x.actors.length > 0 && under(x.predicate, clause)) ??
    drafts.find((x) => x !== d && x.type === 'CONSULT' && x.actors.length > 1 && x.predicate.from > clause.from);
  if (!source) return;
  d.actors = source.actors;
  d.evidence.add('relative');
  d.why.push('made by those of the talks in its relative clause');
}

/** A compliment paid in a call or meeting is for the other side of it. */
function addressee(drafts: Draft[], d: Draft): void {
  if (
    !ADDRESSED.has(d.type) ||
    d.recipients.length > 0 ||
    !d.predicate.frame?.recipients.some((r) => r.slot === 'obj') ||
    d.predicate.slots.has('obj')
  )
    return;
  const talk = drafts.find((x) => x.type === 'CONSULT' && x.predicate.parent === d.predicate);
  if (!talk) return;
  d.recipients = [...talk.actors, ...talk.recipients].filter((w) => !d.actors.some((a) => a.country === w.country));
  if (d.recipients.length > 0) d.why.push('said in talks with them');
}
