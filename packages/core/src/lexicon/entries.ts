// What a lexicon line becomes: an entry, found by its word forms. One table holds them all, so a text is matched once.

import type { EventType } from '../types.js';

export interface Term {
  country: string;
  sectors: string[];
  office: string;
  from: string;
  to: string;
  /** First and last day, once they are asked for. */
  days?: [number, number];
}

export interface StateEntry {
  kind: 'state';
  as: 'name' | 'nisba' | 'capital';
  code: string;
  en: string;
  ar: string;
  wikidata: string;
  capital: string;
  lat: number;
  lon: number;
  /** Of a body that is no state, as the adjective حوثي (Houthi) ascribes to one. */
  sectors?: string[];
}
export interface PersonEntry {
  kind: 'person';
  en: string;
  ar: string;
  wikidata: string;
  terms: Term[];
}
export interface OrganisationEntry {
  kind: 'organisation';
  of: string;
  en: string;
  ar: string;
  wikidata: string;
  countries: string[];
  sectors: string[];
}
export interface PlaceEntry {
  kind: 'place';
  of: string;
  en: string;
  ar: string;
  country: string;
  lat: number;
  lon: number;
}
export interface RoleEntry {
  kind: 'role';
  role: string;
  of: string;
  sectors: string[];
  needsCountry: boolean;
}
export interface TopicEntry {
  kind: 'topic';
  id: string;
  of: string;
  en: string;
  ar: string;
  /** Country codes, separated by a space. */
  parties: string;
}
export interface ParticleEntry {
  kind: 'particle';
  class: string;
  value: string;
}
export interface CueEntry {
  kind: 'cue';
  of: 'mode' | 'context' | 'channel' | 'status' | 'filter';
  type: string;
  value: string;
}
export interface CommonEntry {
  kind: 'common';
  of: string;
  noun: string;
}
/** A verb of `verbs*.tsv`; its frames are found by `lemma`. */
export interface VerbLexEntry {
  kind: 'verb';
  lemma: string /** Set when the lexicon is opened: the verb has frames. */;
  framed?: boolean;
}
/** An event noun with frames of its own. */
export interface EventNounEntry {
  kind: 'event';
  lemma: string;
}
/** Words of the calendar: months, weekdays, day words; read by `when/`. */
export interface TimeEntry {
  kind: 'time';
  of: string;
  value: number;
}

export type Entry =
  | StateEntry
  | PersonEntry
  | OrganisationEntry
  | PlaceEntry
  | RoleEntry
  | TopicEntry
  | ParticleEntry
  | CueEntry
  | CommonEntry
  | VerbLexEntry
  | EventNounEntry
  | TimeEntry;

/** Every field of every kind. Entries that have them all are alike to an engine, which then reads `entry.kind` of any at one place. */
const FIELDS = {
  kind: null,
  of: null,
  as: null,
  lemma: null,
  framed: null,
  noun: null,
  role: null,
  class: null,
  value: null,
  type: null,
  code: null,
  en: null,
  ar: null,
  wikidata: null,
  capital: null,
  country: null,
  countries: null,
  sectors: null,
  needsCountry: null,
  terms: null,
  lat: null,
  lon: null,
  id: null,
};

/** The entry with the fields of all other kinds, empty. */
export function evenEntry(entry: Entry): Entry {
  return { ...FIELDS, ...entry } as Entry;
}

/** Which form of its entry a word is, as bits. */
export const Form = {
  Perfect: 1 << 0,
  Imperfect: 1 << 1,
  Imperative: 1 << 2,
  Masdar: 1 << 3,
  ActiveParticiple: 1 << 4,
  PassiveParticiple: 1 << 5,
  Noun: 1 << 6,
  Active: 1 << 7,
  Passive: 1 << 8,
  Singular: 1 << 9,
  Dual: 1 << 10,
  Plural: 1 << 11,
  Feminine: 1 << 12,
  First: 1 << 13,
  Second: 1 << 14,
  Third: 1 << 15,
  Masculine: 1 << 16,
  /** Dual or plural before a genitive (مسؤولي, officials of): never with ال. */
  Construct: 1 << 17,
} as const;

export const FINITE = Form.Perfect | Form.Imperfect;

/** The type of a frame: an event type, a verb of saying, a light verb, or an operator. */
export type FrameType = EventType | 'SAY' | 'LIGHT' | 'OP';

export interface Condition {
  slot: string;
  words: string[];
  absent: boolean;
  /** Its words by their sort, once they are asked for. */
  sought?: Sought;
}

export interface Sought {
  /** Kinds of participants: `place` of obj~@place. */
  kinds: readonly string[];
  words: ReadonlySet<string>;
  /** Of words that stand side by side each. */
  phrases: readonly (readonly string[])[];
}

export interface Frame {
  lemma: string;
  pos: 'v' | 'n';
  type: FrameType;
  mode: string[];
  cameo: string;
  actors: string[];
  recipients: { slot: string; by: boolean }[];
  needs: string[];
  nots: string[];
  conditions: Condition[];
  /** The slot that holds the event noun of a light verb. */
  event: string | null;
  inner: Record<string, string>;
  /** The slots that hold what the actor tells by this act: أطلع نظيره على (he informed his counterpart of), نفى (he denied). */
  told: string[];
  weak: boolean;
  /** True where the frame counts only under negation (which then is part of it), false where only without, null where either. */
  negated: boolean | null;
  /** The frame counts only in the future tense, which then is part of it: سنرد (we shall respond) is a threat now. */
  ahead: boolean;
  note: string;
}

/** The packed lexicon, as the build step writes it. */
export interface PackedLexicon {
  hash: string;
  /** One entry a line, as JSON. */
  entries: string;
  frames: Frame[];
  /** Keys of the words that conditions of frames name together. */
  sets: Record<string, string[]>;
  /** Weights of the confidence, by the name of the evidence. */
  confidence: Record<string, number>;
  /** Lemmas of verbs that only carry tense or aspect, and of verbs that hand on what others call a thing. */
  auxiliaries: string[];
  quotatives: string[];
  /** One word form a line, in the order of UTF-16: `form TAB entry:bits entry:bits …` in base 36; the words of a phrase are separated by a space. */
  forms: string;
}
