// What can be read at a word: as particle, participant, event noun, verb or common noun. It depends on the written word alone, so it is found once for each and remembered.

import type { VerbWord } from '../document.js';
import { type CueEntry, type Entry, FINITE, Form, type ParticleEntry, type TimeEntry, type TopicEntry } from '../lexicon/entries.js';
import { grown } from './grown.js';
import type { Reading } from './words.js';

/** One entry found at a token: `length` counts its tokens. */
export interface Match {
  length: number;
  reading: Reading;
  entry: Entry;
  bits: number;
  /** The pronoun attached to its last word. */
  pron: string;
}

export type ParticleMatch = Match & { entry: ParticleEntry };

export interface WordView {
  /** All matches, the longest first, of equal ones those with fewer clitics. */
  matches: readonly Match[];
  /** Single words that tell mode, context, channel, status or topic. */
  cues: readonly (CueEntry | TopicEntry)[];
  /** The longest particle, where no longer name begins (ولي العهد, the crown prince, is not و + لي, and for me). */
  particle: ParticleMatch | null;
  /** The best participant: state, nationality, person, organisation, place or role; the longest, persons before places. */
  name: Match | null;
  nisba: Match | null;
  person: Match | null;
  /** An event noun: one of its own, or a verb's verbal noun; the longest. */
  event: Match | null;
  common: Match | null;
  /** A noun that refers back: البلدين (the two countries), نظيره (his counterpart), الأخير (the latter). */
  reference: Match | null;
  /** All finite verb readings. */
  verbs: readonly VerbWord[];
  participles: readonly VerbWord[];
  time: boolean;
  /** Its words of time by class, and how a date may begin with it (`when/words.ts`); found when first asked for. */
  times: Map<string, { length: number; reading: Reading; entry: TimeEntry }[]> | null;
  opening: number | null;
  /** A verb or event noun that has frames. */
  framed: boolean;
  /** An adjective that tells an event's status: المقرر (scheduled), المرتقب (expected). */
  tellsStatus: boolean;
}

const NO_VERBS: readonly VerbWord[] = [];
export const NO_CUES: WordView['cues'] = [];
export const EMPTY_VIEW: WordView = {
  matches: [],
  cues: NO_CUES,
  particle: null,
  name: null,
  nisba: null,
  person: null,
  event: null,
  common: null,
  reference: null,
  verbs: NO_VERBS,
  participles: NO_VERBS,
  time: false,
  times: null,
  opening: null,
  framed: false,
  tellsStatus: false,
};

const NAME_KINDS = new Set(['state', 'person', 'organisation', 'place', 'role']);
/** Particles to which a pronoun may be attached: إليه (to him), أنها (that she), لكنه (but he). */
const TAKES_PRONOUN = new Set(['prep', 'about', 'comp', 'conj', 'skip', 'maybe']);

/** Fewer clitics first: what stands in the lexicon as written is rarely to be cut. */
export function cliticLength(m: Match): number {
  const { reading } = m;
  return (reading.conj ? 1 : 0) + reading.prep.length + (reading.future ? 1 : 0) + m.pron.length;
}

/** The view of a word from its matches (any order) and single-word cues. */
export function viewOf(key: string, found: readonly Match[], cues: WordView['cues']): WordView {
  // A sorted copy takes no more room than it needs: views are kept.
  const matches = found.toSorted((a, b) => b.length - a.length || cliticLength(a) - cliticLength(b));
  const tellsStatus = cues.some((c) => c.kind === 'cue' && c.of === 'status');
  return {
    matches,
    cues,
    tellsStatus,
    particle: particleOf(key, matches),
    name: nameOf(matches, tellsStatus),
    nisba: matches.find((m) => m.entry.kind === 'state' && m.entry.as === 'nisba' && !m.reading.prep && !m.pron) ?? null,
    person: matches.find((m) => m.entry.kind === 'person' && !m.reading.prep && !m.reading.conj) ?? null,
    event: eventOf(matches),
    common: matches.find((m) => m.entry.kind === 'common' && plausible(m)) ?? null,
    reference: referenceOf(matches),
    verbs: verbsOf(matches),
    participles: participlesOf(matches),
    time: matches.some((m) => m.entry.kind === 'time'),
    times: null,
    opening: null,
    framed: matches.some((m) => m.entry.kind === 'event' || (m.entry.kind === 'verb' && m.entry.framed === true)),
  };
}

function particleOf(key: string, matches: readonly Match[]): ParticleMatch | null {
  const longest = matches[0];
  for (const m of matches) {
    if (
      longest &&
      longest.length > m.length &&
      m.length === 1 &&
      longest.entry.kind !== 'particle' &&
      !longest.reading.conj &&
      !longest.reading.prep
    )
      continue;
    if (m.entry.kind !== 'particle' || m.reading.def || m.entry.class === 'auxiliary' || m.entry.class === 'quotative') continue;
    if (m.reading.prep && (m.entry.class !== 'comp' || m.reading.prep === 'ك')) continue;
    if (m.reading.future || (m.pron && !TAKES_PRONOUN.has(m.entry.class))) continue;
    // فجرا (at dawn) is no ف + جراء, فعل no ف + على: what stands in the lexicon as written is not cut at ف. Nor is ورأى (and he saw) ورائي (behind me).
    if (m.reading.conj && key.startsWith('ف') && matches.some((o) => !o.reading.conj && o.entry.kind !== 'particle' && o.pron === ''))
      continue;
    // فيينا (Vienna) is not في + نا.
    if (
      m.pron !== '' &&
      matches.some((o) => o.length >= m.length && o.pron === '' && cliticLength(o) === 0 && NAME_KINDS.has(o.entry.kind))
    )
      continue;
    if (m.pron === 'ي' && matches.some((o) => o.entry.kind === 'verb' && o.pron === '')) continue;
    return m as ParticleMatch;
  }
  return null;
}

function nameOf(matches: readonly Match[], tellsStatus: boolean): Match | null {
  let best: Match | null = null;
  for (const m of matches) {
    if (!NAME_KINDS.has(m.entry.kind) || m.reading.future) continue;
    if (best && m.length < best.length) break;
    if (!plausible(m) || isCutName(m, matches) || (m.entry.kind === 'role' && m.length === 1 && tellsStatus)) continue;
    if (!best || rank(m) < rank(best)) best = m;
  }
  return best;
}

/** A proper name takes no pronoun: الغربي is western, not الغرب + ي (my West). Of a role, before "my television" and "the two televisions of" comes the adjective: تلفزيوني (televised). */
function isCutName(m: Match, matches: readonly Match[]): boolean {
  if (m.entry.kind !== 'role') return m.pron !== '';
  const rare = m.pron === 'ي' || ((m.bits & Form.Construct) !== 0 && (m.bits & Form.Dual) !== 0 && (m.bits & Form.Plural) === 0);
  return rare && m.length === 1 && matches.some((o) => o.entry.kind === 'common' && o.entry.of.startsWith('adj') && o.pron === '');
}

function eventOf(matches: readonly Match[]): Match | null {
  let verbal: Match | null = null;
  for (const m of matches) {
    if (m.reading.future || !plausible(m)) continue;
    if (m.entry.kind === 'event') return verbal && verbal.length > m.length ? verbal : m;
    if (m.entry.kind === 'verb' && m.bits & Form.Masdar && !verbal) verbal = m;
  }
  return verbal;
}

function referenceOf(matches: readonly Match[]): Match | null {
  for (const m of matches) {
    if (m.entry.kind !== 'common' || m.length > 1) continue;
    const { of } = m.entry;
    if (of === 'both' && m.reading.def && m.bits & Form.Dual) return m;
    if (of === 'counterpart' && (m.pron || m.bits & Form.Feminine)) return m;
    if (of === 'latter' && m.reading.def && m.bits & Form.Singular) return m;
    if ((of === 'country' || of === 'allies') && m.pron) return m;
  }
  return null;
}

function verbsOf(matches: readonly Match[]): readonly VerbWord[] {
  let found: VerbWord[] | null = null;
  for (const m of matches) {
    if (m.entry.kind !== 'verb' || !(m.bits & FINITE) || m.reading.def) continue;
    if (m.reading.prep && !(m.reading.prep === 'ل' && m.bits & Form.Imperfect)) continue;
    if (m.reading.future && !(m.bits & Form.Imperfect)) continue;
    if (
      m.pron === 'ي' ||
      (m.reading.pron && m.reading.stem.length < 3 && (m.reading.stem.length < 2 || m.pron.length < 2 || m.reading.conj || m.reading.prep))
    )
      continue;
    found = grown(found, {
      lemma: m.entry.lemma,
      bits: m.bits,
      pron: m.pron,
      future: m.reading.future,
      prep: m.reading.prep,
      conj: m.reading.conj,
    });
  }
  return found ?? NO_VERBS;
}

function participlesOf(matches: readonly Match[]): readonly VerbWord[] {
  let found: VerbWord[] | null = null;
  for (const m of matches) {
    if (m.entry.kind !== 'verb' || !(m.bits & Form.ActiveParticiple) || m.reading.def || m.reading.prep || m.pron) continue;
    found = grown(found, { lemma: m.entry.lemma, bits: m.bits, pron: '', future: false, prep: '', conj: m.reading.conj });
  }
  return found ?? NO_VERBS;
}

/** A short stem behind clitics is rather a word that the lexicon lacks. */
function plausible(m: Match): boolean {
  const { reading } = m;
  if (m.bits & Form.Construct && reading.def) return false;
  if (m.bits & Form.Masdar && reading.prep && !reading.conj && !m.pron && reading.stem.length === 2) return true;
  return reading.stem.length >= 3 || reading.def || (!reading.conj && reading.prep === '' && m.pron === '');
}

const KIND_ORDER = ['person', 'organisation', 'state', 'role', 'place'];

function rank(m: Match): number {
  return cliticLength(m) * 10 + KIND_ORDER.indexOf(m.entry.kind);
}
