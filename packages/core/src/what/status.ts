// Whether an event happened: actual, historical, future, hypothetical or negated, from its own words, from the words above it and from its dates.

import type { DateSpan, Day, Phrase, Predicate, Sentence, Token, Who } from '../document.js';
import { Form, type FrameType } from '../lexicon/entries.js';
import { numberOf } from '../text/letters.js';
import type { Cue } from '../text/match.js';
import { TokenKind } from '../text/tokens.js';
import type { Status } from '../types.js';
import { partsOf } from '../when/calendar.js';

const WEIGHT: Record<Status, number> = { actual: 0, historical: 1, future: 2, hypothetical: 3, negated: 4 };

const stronger = (a: Status, b: Status): Status => (WEIGHT[b] > WEIGHT[a] ? b : a);

/** Slots in which what holds of a word above holds of the event too; a time, a reason or a place beside it is untouched. */
const CONTENT = new Set(['obj', 'obj2', 'gen', 'that', 'serial']);
/** Talks that are the circumstance of what is yet to come are yet to come. */
const SETTINGS = new Set(['في', 'during', 'subj', 'topic']);
/** Types that are planned and announced: told before another act (قبل), or as its aim, they are to come. */
const MEETINGS = new Set<FrameType>(['CONSULT']);
/** An attempt at these is an attack already: محاولة اغتيال (an attempted murder). */
const ATTEMPTED = new Set(['حاول', 'محاولة']);
/** Not to stop at a thing is to have done it: لم تكتف بالعقوبات (did not stop at sanctions). */
const STOPPING = new Set(['اكتفى', 'اقتصر']);
/** Who denies a part in an act denies it: نفت أي دور لها في التفجير (denied any role in the blast). */
const DENYING = new Set(['نفى', 'أنكر']);
const ROLE_SLOTS = new Set(['في', 'عن', 'ب']);
/** Verbs by which an event takes place or does not. */
const HAPPENING = new Set(['وقع', 'حدث', 'حصل', 'جرى', 'تمّ', 'عقد', 'انعقد', 'تعطّل', 'نفّذ']);
/** Bodies order what is then done: أمرت النيابة بحبس (the prosecution ordered the detention of). */
const ORDERED = new Set<FrameType>(['COERCE', 'SANCTION']);

/** What the word itself says. */
function ownStatus(p: Predicate): Status {
  // A prohibition asks for something as a command does: لا يجب أن (must not).
  if (p.marks.has('negated') && !p.frame?.negated && !p.frame?.actors.includes('speaker')) return 'negated';
  if (p.marks.has('condition') || p.marks.has('maybe')) return 'hypothetical';
  if (p.marks.has('told-hypothetical')) return 'hypothetical';
  if (p.marks.has('told-future')) return 'future';
  if (p.marks.has('purpose')) return p.frame && MEETINGS.has(p.frame.type) ? 'future' : 'hypothetical';
  if (p.marks.has('future') && !p.frame?.ahead) return 'future';
  if (p.marks.has('qad') && p.bits & Form.Imperfect && !(p.bits & Form.Perfect)) return 'hypothetical';
  if (p.marks.has('hypothetical')) return 'hypothetical';
  return 'actual';
}

/** The slot of an inside event as frames name it: a verbal noun's genitive is its verb's object. */
function innerEffect(parent: Predicate, slot: string): Status | null {
  const { frame } = parent;
  if (!frame) return null;
  const effect =
    frame.inner[slot] ??
    (slot === 'obj2' ? frame.inner.obj : undefined) ??
    (parent.pos === 'n' && slot === 'gen' ? (frame.inner.gen ?? frame.inner.obj) : undefined) ??
    (slot === 'serial' ? (frame.inner.that ?? frame.inner.obj) : undefined);
  return (effect as Status | undefined) ?? null;
}

/** The verb whose subject the event is, wherever the event itself is hung: قال إن اللقاء سيعقد (he said that the meeting will be held). */
function topicVerb(p: Predicate, predicates: readonly Predicate[]): Predicate | null {
  if (!p.phrase) return null;
  const holds = (ph: Phrase): boolean => ph === p.phrase || (ph.inner === p.phrase && ph.kind !== 'who');
  return (
    predicates.find(
      (v) =>
        v.pos === 'v' &&
        v.from > p.from &&
        v.antecedent === null &&
        [...(v.slots.get('topic') ?? []), ...(v.slots.get('subj') ?? [])].some(holds),
    ) ?? null
  );
}

/** What a frame says of the event in its slot, unless the event is such that it took place all the same. */
function effectOn(p: Predicate, parent: Predicate, slot: string): Status | null {
  const effect = innerEffect(parent, slot);
  if (effect === null && DENYING.has(parent.lemma) && ROLE_SLOTS.has(slot) && p.frame?.type === 'ASSAULT') return 'negated';
  if (effect !== 'hypothetical') return effect;
  if (ATTEMPTED.has(parent.lemma) && p.frame?.type === 'ASSAULT') return 'actual';
  if (parent.lemma === 'أمر' && p.frame && ORDERED.has(p.frame.type)) return 'actual';
  if (parent.frame?.type === 'REJECT' && (p.frame?.type === 'REQUEST' || p.frame?.type === 'ACCUSE')) return 'actual';
  return effect;
}

/** Needs the frames of all predicates of the sentence. */
export function statusOf(p: Predicate, predicates: readonly Predicate[] = []): Status {
  let status = ownStatus(p);
  const meeting = p.frame !== null && MEETINGS.has(p.frame.type) && p.pos === 'n';
  const verb = p.pos === 'n' ? topicVerb(p, predicates) : null;
  if (
    verb &&
    meeting &&
    ownStatus(verb) === 'future' &&
    !(verb.parentSlot === 'serial' && verb.parent?.lemma === 'كان' && finishedBy(verb.parent))
  )
    status = stronger(status, 'future');
  if (verb && HAPPENING.has(verb.lemma) && verb.marks.has('negated')) return 'negated';
  if (p.marks.has('before') && !wentOn(p, predicates)) return 'hypothetical';
  let node = p;
  for (let n = 0; node.parent && n < 12; n++) {
    const { parent, parentSlot } = node;
    if (meeting && node === p && parentSlot === 'before') return stronger(status, 'future');
    if (meeting && node === p && SETTINGS.has(parentSlot) && parent.pos === 'v' && ownStatus(parent) === 'future')
      return stronger(status, 'future');
    if (node === p && status === 'hypothetical' && p.marks.has('purpose') && parent.marks.has('future')) return 'future';
    // The definite subject of what is feared or denied is no part of it: حذر من أن قرار الانسحاب يهدد (warned that the decision to withdraw endangers).
    if (node.pos === 'n' && parentSlot === 'that' && node.phrase?.def && topicVerb(node, predicates)) break;
    const effect = effectOn(node, parent, parentSlot);
    const lightly =
      parent.frame?.event === parentSlot ||
      (parent.frame?.type === 'LIGHT' &&
        parent.frame.event === 'obj' &&
        (parentSlot === 'obj2' || parentSlot === 'gen' || parentSlot === 'subj'));
    if (effect === null && !lightly && !CONTENT.has(parentSlot)) break;
    if (effect) status = stronger(status, effect);
    else if (node.marks.has('subjunctive') && !told(node) && !(parent.frame && parent.frame.type === 'SAY'))
      status = stronger(status, 'hypothetical');
    const holds = lightly || parentSlot === 'serial' || parent.frame?.type === 'OP' || (parent.pos === 'n' && effect !== null);
    if (holds && !(STOPPING.has(parent.lemma) && parent.marks.has('negated'))) status = stronger(status, ownStatus(parent));
    if (parentSlot === 'that' && parent.frame?.type === 'SAY' && !parent.marks.has('negated')) break;
    node = parent;
  }
  return status;
}

/** Behind a verb in the past tense قبل أن tells what came next: التقى روحاني قبل أن يجتمع مع ترامب (he met Rouhani before he met Trump). */
function wentOn(p: Predicate, predicates: readonly Predicate[]): boolean {
  const before = predicates.filter((q) => q.pos === 'v' && q.from < p.from && !q.participle).at(-1);
  return before !== undefined && finishedBy(before) && !before.marks.has('negated');
}

const told = (p: Predicate): boolean => p.marks.has('told-future') || p.marks.has('told-hypothetical');

/** Acts of words are not scheduled. */
const WORDS = new Set<FrameType>(['REQUEST', 'ACCUSE', 'SUPPORT', 'REJECT', 'THREATEN', 'CONCEDE']);

/** An adjective on the event noun itself: القمة المرتقبة (the expected summit). */
export function statusCue(p: Predicate, cues: readonly Cue[], tokens: readonly Token[]): Status | null {
  const { phrase } = p;
  if (!phrase || (p.frame && WORDS.has(p.frame.type))) return null;
  for (const c of cues) {
    if (c.entry.kind !== 'cue' || c.entry.of !== 'status' || c.from < p.from || c.from > p.to + 1) continue;
    // In the words of another noun (مستقبل الأجيال القادمة) it is that noun's.
    const { inner } = phrase;
    if (inner && c.from >= inner.from && c.from < inner.to && inner.kind !== 'who' && inner.to - inner.from === 2) continue;
    if (c.from > p.to && tokens[p.to]?.kind === TokenKind.Punctuation) continue;
    return c.entry.value as Status;
  }
  return null;
}

// ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An event that lies longer before publication is background (days). */
const RECENT = 31;
/** So far from its verb a time may stand and still be the event's own (tokens). */
const REACH = 16;
/** A weekday without "next" or "last" may be read into the wrong week (days). */
const WEEK = 7;
/** سبق أن (had before). */
const BEFORE = new Set(['سبق', 'وسبق']);
/** On the eve of, shortly before. */
const AHEAD = new Set(['عشيه', 'قبيل']);
const AGO = new Set(['قبل', 'منذ']);
const LONG_UNITS = new Set([
  'سنوات',
  'اعوام',
  'عاما',
  'عام',
  'سنه',
  'اشهر',
  'شهور',
  'شهرا',
  'شهرين',
  'عامين',
  'سنتين',
  'عقود',
  'عقدين',
  'عقد',
  'قرن',
  'قرون',
]);
const ANNIVERSARY = new Set(['ذكري', 'الذكري', 'لذكري', 'بذكري', 'ذكراها', 'للذكري']);

export interface Dated {
  predicate: Predicate;
  status: Status;
  date: DateSpan | null;
}

/** The status once publication is known: what lies ahead is to come, what lies far back is background. */
export function datedStatus(event: Dated, sentence: Sentence, tokens: readonly Token[], day: Day | null): Status {
  const { status, date, predicate: p } = event;
  if (day === null) return status;
  if (status === 'future' && saidLongAgo(p, day)) return 'historical';
  if (status === 'future' && date && date.end < day - WEEK && date.bound === undefined && !p.marks.has('future'))
    return isOld(date, day) ? 'historical' : 'actual';
  if (status !== 'actual') return status;
  if (
    p.pos === 'n' &&
    p.frame &&
    MEETINGS.has(p.frame.type) &&
    AHEAD.has(tokens[p.from - 1]?.word?.key ?? '') &&
    !(date && date.end < day - WEEK)
  )
    return 'future';
  if (date && date.bound === undefined) {
    if (date.start > day) return told(p) || !finishedBy(p) ? 'future' : 'actual';
    return isOld(date, day) && tokens[date.from - 1]?.word?.key !== 'منذ' && tokens[date.from]?.word?.key !== 'منذ'
      ? 'historical'
      : 'actual';
  }
  return longAgo(p, sentence, tokens, day) || saidLongAgo(p, day) ? 'historical' : 'actual';
}

/** Over a month before publication; of a long span its middle counts. */
function isOld(date: DateSpan, day: Day): boolean {
  return (date.end - date.start > RECENT ? (date.start + date.end) / 2 : date.end) < day - RECENT;
}

/** What was said, done or told above it, and when: قال عام 2017 إن (he said in 2017 that). */
function saidLongAgo(p: Predicate, day: Day): boolean {
  let node = p;
  for (let n = 0; node.parent && n < 8; n++) {
    if (node.parentSlot === 'relative') return false;
    node = node.parent;
    const date = node.dates.find((d) => d.bound === undefined);
    if (date) return isOld(date, day);
  }
  return false;
}

/** A verb in the past tense tells what is over, whatever date stands near. */
function finishedBy(p: Predicate): boolean {
  return p.pos === 'v' && !p.participle && (p.bits & Form.Perfect) !== 0 && (p.bits & Form.Imperfect) === 0;
}

/** A year, or "years ago", beside the event in its own clause; an act told after one of long ago; or an anniversary of it. */
function longAgo(p: Predicate, sentence: Sentence, tokens: readonly Token[], day: Day): boolean {
  const key = (i: number): string => tokens[i]?.word?.key ?? '';
  if (p.pos === 'v' && !finishedBy(p) && !p.marks.has('before')) return false;
  if (p.pos === 'n' && (ANNIVERSARY.has(key(p.from - 1)) || ANNIVERSARY.has(key(p.from - 2)))) return true;
  for (let i = p.from - 6; i < p.from; i++)
    if (i >= sentence.from && BEFORE.has(key(i)) && (key(i + 1) === 'ان' || key(i + 2) === 'ان' || key(i + 1) === 'وان')) return true;
  if (key(p.to) === 'من' && key(p.to + 1) === 'قبل' && p.pos === 'v' && !p.slots.has('by')) return true;
  const end = clauseEnd(p, sentence);
  const { year } = partsOf(day);
  for (let i = p.from + 1; i < Math.min(end, p.to + REACH); i++) {
    const date = sentence.dates.find((d) => d.from === i);
    if (date) return date.bound === undefined && isOld(date, day) && !AGO.has(key(i - 1));
    const token = tokens[i];
    const number = token?.kind === TokenKind.Number && token.surface.length === 4 ? numberOf(token.surface) : 0;
    if (number >= 1800 && number < 2100) return number < year && !AGO.has(key(i - 1)) && !AGO.has(key(i - 2));
    if (key(i) !== 'قبل') continue;
    for (let k = i + 1; k < i + 4; k++) if (LONG_UNITS.has(key(k))) return true;
  }
  return afterOld(p, sentence, day);
}

/** Told behind an act of long ago in one sentence, and no other time between. */
function afterOld(p: Predicate, sentence: Sentence, day: Day): boolean {
  let verb: Predicate | null = null;
  for (const q of sentence.predicates)
    if (
      q.pos === 'v' &&
      q.from < p.from &&
      q.parentSlot !== 'relative' &&
      q.parentSlot !== 'that' &&
      q.dates.some((d) => d.bound === undefined)
    )
      verb = q;
  const date = verb?.dates.find((d) => d.bound === undefined);
  if (!verb || !date || !finishedBy(verb) || !isOld(date, day)) return false;
  return !sentence.dates.some((d) => d.from > verb.from && d.from < p.from && d !== date && !isOld(d, day));
}

/** Where the words of the event's clause end: before the next verb, unless its subject is the event or it describes it; such a verb's clause ends with the next event. */
function clauseEnd(p: Predicate, sentence: Sentence): number {
  const own = (q: Predicate): boolean =>
    q.lemma === 'كان' ||
    (finishedBy(q) &&
      p.phrase !== null &&
      (q.antecedent === p.phrase ||
        [...(q.slots.get('topic') ?? []), ...(q.slots.get('carried') ?? []), ...(q.slots.get('subj') ?? [])].includes(p.phrase)));
  let within = false;
  for (const q of sentence.predicates) {
    if (q === p || q.from < p.to || (q.pos === 'n' && !within)) continue;
    if (q.pos === 'n' || !own(q)) return q.from;
    within = true;
  }
  return sentence.to;
}

// ── The same act told elsewhere ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Reported extends Dated {
  type: FrameType;
  actors: Who[];
  recipients: Who[];
}

/** Talks that one sentence tells as planned are planned wherever only their name stands; an act of long ago stays one when it is named again. */
export function agree(reported: readonly Reported[]): void {
  const planned = new Set<string>();
  const held = new Set<string>();
  const past = new Set<string>();
  const ids = reported.map((r) => {
    const sides = sidesOf(r);
    return { sides, talks: `${r.type} ${kindOf(r)} ${sides}`, act: `${r.type} ${r.predicate.lemma} ${sides}` };
  });
  for (const [k, r] of reported.entries()) {
    const { talks, act } = ids[k] as (typeof ids)[number];
    if (r.status === 'future') planned.add(talks);
    else if (r.status === 'historical') past.add(act);
    if ((r.status === 'actual' || r.status === 'historical') && (r.date !== null || finishedBy(r.predicate) || heldBy(r.predicate)))
      held.add(talks);
  }
  for (const [k, r] of reported.entries()) {
    const { sides, talks, act } = ids[k] as (typeof ids)[number];
    if (r.status !== 'actual' || r.date !== null || r.predicate.pos !== 'n' || sides === '') continue;
    if (r.type === 'CONSULT' && planned.has(talks) && !held.has(talks)) r.status = 'future';
    else if (r.predicate.phrase?.def && past.has(act) && !underway(r.predicate.parent)) r.status = 'historical';
  }
}

/** What is cancelled, refused or threatened by word is told with the refusal or the threat: ألغى اللقاء (cancelled the meeting) is one act. */
export function toldWithin(inside: Reported, around: Reported): boolean {
  if (
    inside.status === 'actual' ||
    inside.status === 'historical' ||
    !around.predicate.inside.some((x) => x.predicate === inside.predicate)
  )
    return false;
  return (around.type === 'REJECT' && inside.type === 'CONSULT') || (around.type === 'THREATEN' && WORDS.has(inside.type));
}

/** A verb in the present tense: فرنسا تنجز سحب قواتها (France completes the withdrawal of its forces). */
function underway(p: Predicate | null): boolean {
  return p?.pos === 'v' && (p.bits & Form.Imperfect) !== 0 && (p.bits & Form.Perfect) === 0;
}

/** A light verb in the past tense says that the talks took place. */
function heldBy(p: Predicate): boolean {
  const { parent } = p;
  if (p.parentSlot === 'after') return true;
  if (!parent || !finishedBy(parent)) return false;
  if (p.parentSlot === 'during') return true;
  return parent.frame?.type === 'LIGHT' && (parent.frame.event === p.parentSlot || p.parentSlot === 'subj');
}

const kindOf = (r: Reported): string => (r.predicate.lemma === 'زيارة' || r.predicate.lemma === 'زار' ? 'visit' : 'talks');

function sidesOf(r: Reported): string {
  const sides: string[] = [];
  for (const w of [...r.actors, ...r.recipients]) {
    const side = w.country ?? w.sectors[0] ?? '';
    if (!sides.includes(side)) sides.push(side);
  }
  return sides.length < 2 ? (sides[0] ?? '') : sides.sort().join(' ');
}
