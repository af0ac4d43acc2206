// From the predicates of a sentence to drafts of mentions: frames chosen, light verbs passed on, roles filled, status told, one record for one event.

import type { SentenceReader } from '../clauses/reader.js';
import type { DateSpan, Predicate, Sentence, Who } from '../document.js';
import type { Frame, FrameType } from '../lexicon/entries.js';
import type { Cue } from '../text/match.js';
import { EVENT_TYPES, type EventType, type Status } from '../types.js';
import { chooseFrame, type FillContext, fill, subjectPhrases, unique, whosIn } from './fill.js';
import { statusCue, statusOf } from './status.js';

export interface Draft {
  predicate: Predicate;
  type: EventType;
  mode: string[];
  cameo: string;
  actors: Who[];
  recipients: Who[];
  status: Status;
  date: DateSpan | null;
  why: string[];
  /** Evidence for the confidence. */
  evidence: Set<string>;
}

const EVENTS = new Set<string>(EVENT_TYPES);
const isEvent = (type: FrameType): type is EventType => EVENTS.has(type);

/** Chooses the frames of all predicates, verbs first, and hands the subjects of light verbs to their event nouns. */
export function chooseFrames(context: FillContext, sentence: Sentence): void {
  const choose = (p: Predicate): void => {
    const chosen = chooseFrame(context, p);
    p.frame = chosen?.frame ?? null;
    if (chosen) consume(p, chosen.frame);
    if (chosen && hands(chosen.frame)) passOn(sentence, p, chosen.frame.event ?? 'obj', chosen.passive);
  };
  for (const p of sentence.predicates) choose(p);
  for (const [k, p] of sentence.predicates.entries()) describing(sentence, k, p);
  // Light verbs again, now that every noun has its frame: a relative clause tells who carried out the operation before it.
  for (const p of sentence.predicates)
    if (p.frame && hands(p.frame)) passOn(sentence, p, p.frame.event ?? 'obj', chooseFrame(context, p)?.passive ?? false);
  // Nouns again: what a light verb handed on may fill the slots that their frames ask for.
  for (const p of sentence.predicates) if (p.pos === 'n' && p.slots.has('light')) choose(p);
}

/** Whether the subject does what the noun in a slot says: of light verbs (شنّ هجوما), and of those of intent (حاول اقتحام, he tried to storm). */
const hands = (frame: Frame): boolean => frame.type === 'LIGHT' || (frame.type === 'OP' && frame.event !== null);

/** A verb right behind an indefinite attack tells of it: تفجير استهدف جنودا (a blast that hit soldiers). */
function describing(sentence: Sentence, k: number, p: Predicate): void {
  if (p.pos !== 'v' || p.conj || p.antecedent || p.slots.has('subj') || p.frame?.type !== 'ASSAULT') return;
  const attack = sentence.predicates
    .slice(Math.max(0, k - 3), k)
    .find((x) => x.phrase !== null && x.phrase.to === p.from && !x.phrase.def && x.frame?.type === 'ASSAULT');
  if (!attack?.phrase) return;
  p.antecedent = attack.phrase;
  p.slots.delete('carried');
  p.slots.set('topic', [attack.phrase]);
}

/** A noun that a frame asks for by name is part of its event (ألحق خسائر), unless the frame says what becomes of it. */
function consume(p: Predicate, frame: Frame): void {
  if (!isEvent(frame.type)) return;
  for (const c of frame.conditions) {
    if (c.absent || frame.inner[c.slot] !== undefined) continue;
    for (const x of p.inside) if (x.slot === c.slot) p.consumed = (p.consumed ?? new Set()).add(x.predicate);
  }
}

const HANDED_ON = ['مع', 'بين', 'على', 'ضد', 'إلى', 'ل', 'من', 'تجاه', 'by'];

/** Hands subject, prepositions and dates of a light verb to the event noun in its slot. */
function passOn(sentence: Sentence, verb: Predicate, slot: string, passive: boolean): void {
  const held = passive && slot === 'obj' ? 'subj' : slot;
  const targets = verb.inside
    .filter(
      (x) =>
        x.slot === held ||
        (held === 'obj' && x.slot === 'obj2') ||
        (verb.pos === 'n' && (slot === 'obj' || slot === 'subj') && x.slot === 'gen'),
    )
    .map((x) => x.predicate);
  if (verb.antecedent) {
    const described = sentence.predicates.find((p) => p.phrase === verb.antecedent);
    if (described) targets.push(described);
  }
  for (const t of [...targets])
    if (t.frame?.type === 'LIGHT') targets.push(...t.inside.filter((x) => x.slot === 'gen').map((x) => x.predicate));
  const topics = verb.slots.get('topic') ?? [];
  if (slot === 'subj')
    for (const p of sentence.predicates) if (p.phrase && topics.includes(p.phrase) && !targets.includes(p)) targets.push(p);
  for (const target of targets) {
    const frame = verb.frame;
    if (frame && held !== 'subj' && !passive) {
      const subjects = verb.pos === 'v' ? subjectPhrases(verb) : [...(verb.slots.get('light') ?? []), ...(verb.slots.get('adj') ?? [])];
      if (subjects.length > 0 && frame.actors.length > 0 && !(target.phrase && subjects.includes(target.phrase)))
        target.slots.set('light', [...subjects]);
      if (subjects.length > 0 && frame.recipients.some((r) => r.slot === 'subj')) target.slots.set('light-to', [...subjects]);
    }
    // What an attack hits, where it is the subject: هجوم استهدف قاعدة (an attack that hit a base), أودى الهجوم بحياة جنديين (took the lives of two soldiers).
    if (frame && slot === 'subj' && target.frame?.type === 'ASSAULT') {
      const hit = frame.recipients.flatMap((r) => [
        ...(verb.slots.get(r.slot) ?? []),
        ...(r.slot === 'ب' ? (verb.slots.get('obj') ?? []) : []),
      ]);
      if (hit.length > 0) target.slots.set('hit', hit);
    }
    for (const name of HANDED_ON) {
      const phrases = verb.slots.get(name);
      if (phrases && !target.slots.has(name) && !(target.phrase && phrases.includes(target.phrase))) target.slots.set(name, phrases);
    }
    target.dates.push(...verb.dates);
    if (!target.parent && verb.antecedent === null && slot === 'subj') {
      target.parent = verb;
      target.parentSlot = 'subj';
    }
  }
}

/** Region of a predicate: where words belong to it, up to the verbs around it. */
function regionOf(sentence: Sentence, p: Predicate): { from: number; to: number } {
  let from = sentence.from;
  let to = sentence.to;
  for (const other of sentence.predicates) {
    if (other === p || other.pos !== 'v' || other.frame?.type === 'LIGHT' || other.clause === p.clause) continue;
    if (other.to <= p.from && other.from > from && p.pos === 'v') from = other.to;
    if (other.from >= p.to && other.from < to) to = other.from;
  }
  return { from: Math.max(from, p.from - 12), to: Math.min(to, p.to + 16) };
}

export function cuesNear(sentence: Sentence, p: Predicate, cues: readonly Cue[]): Cue[] {
  const region = regionOf(sentence, p);
  return cues.filter((c) => c.from >= region.from && c.to <= region.to);
}

/** Drafts of a sentence in the order of the words. Needs frames; gives one draft an event. */
export function draftsOf(context: FillContext, sentence: Sentence, reader: SentenceReader): Draft[] {
  const { cues } = reader;
  const drafts: Draft[] = [];
  for (const p of sentence.predicates) {
    const draft = draftOf(context, sentence, p, cues);
    if (draft) drafts.push(draft);
  }
  return oneForEach(reader, drafts);
}

function draftOf(context: FillContext, sentence: Sentence, p: Predicate, cues: readonly Cue[]): Draft | null {
  const { frame } = p;
  if (!frame || !isEvent(frame.type) || p.parent?.consumed?.has(p)) return null;
  const type: EventType = frame.type;
  // What one is accused of is no second accusation: اتهم إيران بالتورط في (accused Iran of involvement in).
  if (type === 'ACCUSE' && p.parentSlot === 'ب' && p.parent?.frame?.type === 'ACCUSE') return null;
  const chosen = chooseFrame(context, p);
  const filled = fill(context, p, frame, chosen?.passive ?? false);
  const lightTo = p.slots.get('light-to');
  if (lightTo) {
    // Who receives a call, an invitation or criticism is its recipient; it comes from (من) another.
    const givers = whosIn(context, p, p.slots.get('من') ?? [], false);
    if (givers.length > 0) filled.actors = givers;
    if (filled.recipients.length === 0)
      filled.recipients = whosIn(context, p, lightTo, true).filter(
        (w) => !filled.actors.some((a) => a.country === w.country && a.sectors[0] === w.sectors[0]),
      );
  }
  const hit = p.slots.get('hit');
  if (hit && filled.recipients.length === 0)
    filled.recipients = whosIn(context, p, hit, true).filter(
      (w) => !filled.actors.some((a) => a.country === w.country && a.sectors[0] === w.sectors[0]),
    );
  const evidence = new Set<string>();
  if (filled.actors.length === 0 && filled.recipients.length === 0) evidence.add('bare');
  if (frame.weak) evidence.add('weak');
  let status = statusOf(p, sentence.predicates);
  const near = cuesNear(sentence, p, cues);
  if (status === 'actual') status = statusCue(p, near, context.tokens) ?? status;
  const mode: string[] = [...frame.mode];
  const override = near.find(
    (c) => c.entry.kind === 'cue' && c.entry.of === 'mode' && c.entry.type === frame.type && OVERRIDING.has(c.entry.value),
  );
  if (override?.entry.kind === 'cue' && mode.some((m) => m === 'explosives' || m === 'aerial'))
    mode.splice(0, mode.length, override.entry.value);
  // Rockets from aircraft are an air raid.
  if (
    frame.type === 'ASSAULT' &&
    !override &&
    !mode.some((m) => m !== 'heavy-weapons') &&
    near.some((c) => c.entry.kind === 'cue' && c.entry.of === 'mode' && c.entry.type === 'ASSAULT' && c.entry.value === 'aerial')
  )
    mode.splice(0, mode.length, 'aerial');
  const told = near.find(
    (c) =>
      c.entry.kind === 'cue' && c.entry.of === 'mode' && c.entry.type === frame.type && belongs(p, c, type) && !toldApart(sentence, p, c),
  );
  if (mode.length === 0 && told?.entry.kind === 'cue') mode.push(told.entry.value);
  // What is asked for, unless help, talks or yielding, is that others act otherwise.
  if (mode.length === 0 && frame.type === 'REQUEST') mode.push('change');
  return {
    predicate: p,
    type: frame.type,
    mode,
    cameo: frame.cameo,
    actors: filled.actors,
    recipients: filled.recipients,
    status,
    date: dateOf(p),
    why: filled.why,
    evidence,
  };
}

/** Modes that are more particular than the explosives or aircraft of a frame. */
const OVERRIDING = new Set(['suicide-attack', 'drone', 'unconventional']);

/** Whether a word that tells a mode stands with the event: for talks in its own phrases, for acts of force anywhere near. */
function belongs(p: Predicate, cue: Cue, type: EventType): boolean {
  if (type !== 'CONSULT') return true;
  if (cue.from >= p.from && cue.from <= (p.phrase?.to ?? p.to) + 1) return true;
  if (p.pos === 'n') return p.parent?.frame?.type === 'LIGHT' && cue.from >= p.parent.from && cue.from < p.from;
  for (const phrases of p.slots.values()) for (const ph of phrases) if (cue.from >= ph.from && cue.to <= ph.to) return true;
  return false;
}

/** A word that is another event of the same type tells of that one: التقى به خلال زيارته (met him during his visit). */
function toldApart(sentence: Sentence, p: Predicate, cue: Cue): boolean {
  return (
    p.frame?.type === 'CONSULT' &&
    sentence.predicates.some((x) => x !== p && x.frame?.type === 'CONSULT' && cue.from >= x.from && cue.from < x.to && x.lemma !== p.lemma)
  );
}

/** Its own date, or that of a noun that is part of it (توقيع الهدنة عام 1953); one that only bounds it (منذ, since) tells no day. */
function dateOf(p: Predicate): DateSpan | null {
  for (const { dates } of p.pos === 'n' ? [p, ...(p.consumed ?? [])] : [p]) {
    const date = dates.find((d) => d.bound !== 'since');
    if (date) return date;
  }
  return objectDate(p) ?? inheritedDate(p);
}

/** A date behind the subject or object of a verb dates the verb: أوقفت الشرطة الجمعة (the police arrested on Friday). */
function objectDate(p: Predicate): DateSpan | null {
  if (p.pos !== 'v') return null;
  for (const x of p.inside) {
    if ((x.slot !== 'subj' && x.slot !== 'obj') || x.predicate.frame !== null) continue;
    const date = x.predicate.dates.find((d) => d.bound !== 'since');
    if (date) return date;
  }
  return null;
}

function inheritedDate(p: Predicate): DateSpan | null {
  let node = p;
  for (let n = 0; node.parent && n < 4; n++) {
    const { parent, parentSlot } = node;
    const circumstance = n === 0 && p.frame?.type === 'CONSULT' && (parentSlot === 'في' || parentSlot === 'during');
    if (parent.frame?.type === 'LIGHT' || parentSlot === 'adverb' || parentSlot === 'serial' || circumstance) {
      if (parent.dates[0]) return parent.dates[0];
    } else return null;
    node = parent;
  }
  return null;
}

const key = (w: Who): string => w.country ?? `x:${w.sectors[0] ?? ''}`;
const keysOf = (d: Draft): Set<string> => new Set([...d.actors, ...d.recipients].map(key));

/** Slots that hold what is talked about, not the talk itself. */
const CONTENT = new Set(['على', 'حول', 'عن', 'إلى', 'تجاه', 'ب', 'that']);
const thirdParty = (d: Draft): boolean => d.mode.includes('third-party');

function related(a: Draft, b: Draft): boolean {
  const p = a.predicate;
  const q = b.predicate;
  if ((q.parent === p && CONTENT.has(q.parentSlot)) || (p.parent === q && CONTENT.has(p.parentSlot)) || thirdParty(a) !== thirdParty(b))
    return false;
  if (p.clause === q.clause || q.parent === p || p.parent === q) return true;
  return q.antecedent !== null && q.antecedent === p.phrase;
}

/** Two words of one sentence for one event give one record: the earlier one, or of a killing and its attack the attack. */
function oneForEach(reader: SentenceReader, drafts: Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const d of drafts) {
    const twin = kept.find((k) => k.type === d.type && related(k, d) && compatible(k, d) && !apart(k, d));
    if (!twin) {
      kept.push(d);
      continue;
    }
    merge(reader, twin, d);
  }
  return kept;
}

/** Acts of different modes are two, even of the same sides: انسحب من الاتفاق وفرض عقوبات (left the agreement and imposed sanctions). */
function apart(a: Draft, b: Draft): boolean {
  return a.type !== 'ASSAULT' && a.mode.length > 0 && b.mode.length > 0 && !a.mode.some((m) => b.mode.includes(m));
}

function compatible(a: Draft, b: Draft): boolean {
  const x = keysOf(a);
  const y = keysOf(b);
  if (x.size === 0 || y.size === 0) return true;
  if (a.type === 'ASSAULT')
    return a.actors.length === 0 || b.actors.length === 0 || [...a.actors].some((w) => b.actors.some((v) => key(v) === key(w)));
  const small = x.size <= y.size ? x : y;
  const large = small === x ? y : x;
  return [...small].every((k) => large.has(k));
}

/** The dead and wounded that an attack leaves: what is told of it, not the act itself. */
function isResult(reader: SentenceReader, d: Draft): boolean {
  const at = d.predicate.phrase?.head ?? d.predicate.from;
  return reader.matchesAt(at).some((m) => m.entry.kind === 'time' && (m.entry.of === 'count-killed' || m.entry.of === 'count-injured'));
}

function merge(reader: SentenceReader, into: Draft, from: Draft): void {
  if (into.type === 'ASSAULT') {
    if (isResult(reader, into) && !isResult(reader, from)) {
      into.predicate = from.predicate;
      into.cameo = from.cameo;
      if (from.mode.length > 0) into.mode = from.mode;
    }
    into.recipients = unique([...into.recipients, ...from.recipients]);
  }
  if (into.actors.length === 0) into.actors = from.actors;
  if (into.type === 'ASSAULT')
    into.recipients = into.recipients.filter((r) => !into.actors.some((a) => key(a) === key(r) && a.sectors[0] === r.sectors[0]));
  if (into.recipients.length === 0) into.recipients = from.recipients.filter((r) => !into.actors.some((a) => key(a) === key(r)));
  if (into.mode.length === 0) into.mode = from.mode;
  into.date ??= from.date;
  into.why.push(`one event with "${from.predicate.lemma}"`);
}
