// The document that the stages read and add to: tokens with their words, sentences, and per sentence the layers that each stage gives.

import type { Frame } from './lexicon/entries.js';
import type { SentenceSpan } from './text/sentences.js';
import type { Token } from './text/tokens.js';

export type { Token } from './text/tokens.js';

/** A day, as days since 1970-01-01 in the article's own offset. */
export type Day = number;

export interface DateSpan {
  from: number;
  to: number;
  start: Day;
  end: Day;
  /** Set where the span bounds what it dates and does not hold it: منذ 2011 (since), حتى الخميس (until). */
  bound?: 'since' | 'until' | 'before' | 'after';
}

/** Whom a reference points to, to be settled from what came before. */
export type Reference = 'both' | 'counterpart' | 'latter' | 'pronoun' | 'country' | 'role' | 'name';

/** One participant as a phrase names it; `country` stays null until the reference is settled. */
export interface Who {
  /** First token and the token after the last; -1 where it is only implied. */
  from: number;
  to: number;
  kind: 'state' | 'nisba' | 'people' | 'capital' | 'person' | 'organisation' | 'place' | 'role' | 'reference';
  country: string | null;
  sectors: string[];
  name: { ar: string | null; en: string | null };
  wikidata: string | null;
  /** The role word's lemma, where a role names it, and what kind of role that is: office, body, collective or person. */
  role: string | null;
  roleKind: string | null;
  reference: Reference | null;
  /** Grammatical gender, where it is known. */
  gender: 'm' | 'f' | null;
  /** Of a place. */
  lat: number | null;
  lon: number | null;
  number: 'sg' | 'du' | 'pl';
  why: string;
}

export type PhraseKind = 'who' | 'event' | 'plain' | 'time';

/** A noun phrase: its head, what it could name, the genitive inside it and the adjectives of nationality on it. */
export interface Phrase {
  kind: PhraseKind;
  from: number;
  to: number;
  head: number;
  /** Attached preposition (ب ل ك) or empty. */
  prep: string;
  conj: boolean;
  def: boolean;
  who: Who[];
  /** The event noun at its head. */
  event: EventWord | null;
  inner: Phrase | null;
  adjectives: Who[];
  /** The pronoun attached to its head (دعمه), or empty. */
  pron: string;
  /** A number that counts it (ثلاثة مدنيين, 3 civilians). */
  count: { low: number; high: number; from: number } | null;
  /** Its head is a word that the lexicon lacks. */
  unknown: boolean;
  /** Its head is an adjective, that hangs on a noun before it. */
  adjective: boolean;
}

export interface EventWord {
  lemma: string;
  /** `v` where the word is a verb's own verbal noun or participle. */
  pos: 'v' | 'n';
  bits: number;
}

export interface VerbWord {
  lemma: string;
  bits: number;
  pron: string;
  future: boolean;
  prep: string;
  conj: boolean;
}

/** What the chunker makes of a sentence, in order. Units of all kinds have all fields, so that an engine reads them alike. */
export type Unit = UnitFields &
  ({ kind: 'phrase'; phrase: Phrase } | { kind: 'verb' } | { kind: 'particle' } | { kind: 'mark' } | { kind: 'date'; date: DateSpan });

interface UnitFields {
  from: number;
  to: number;
  phrase: Phrase | null;
  /** Of a verb. */
  readings: readonly VerbWord[];
  participle: boolean;
  /** Of a particle; `class` and `value` as the lexicon has them. */
  class: string;
  value: string;
  conj: boolean;
  pron: string;
  prep: string;
  /** The mark itself. */
  mark: string;
  date: DateSpan | null;
}

/** A verb or event noun with the phrases that hang on it. */
export interface Predicate {
  from: number;
  to: number;
  pos: 'v' | 'n';
  lemma: string;
  bits: number;
  readings: readonly VerbWord[];
  phrase: Phrase | null;
  slots: Map<string, Phrase[]>;
  /** Event nouns and clauses that stand in a slot. */
  inside: { slot: string; predicate: Predicate }[];
  parent: Predicate | null;
  parentSlot: string;
  /** What stands before it: negation, future, condition … */
  marks: Set<string>;
  clause: number;
  /** The phrase that a relative clause describes. */
  antecedent: Phrase | null;
  /** The subject was carried over from before, not written. */
  carried: boolean;
  dates: DateSpan[];
  frame: Frame | null;
  participle: boolean;
  conj: boolean;
  quoted: boolean;
  /** Its only bare phrase is its object, the subject being carried over. */
  objectFirst: boolean;
  /** Event nouns that are part of this event. */
  consumed: Set<Predicate> | null;
}

export interface Sentence extends SentenceSpan {
  index: number;
  units: Unit[];
  predicates: Predicate[];
  dates: DateSpan[];
  /** Who stands before a colon without a verb: إسرائيل: … (Israel: …). */
  headlineSpeaker: Phrase | null;
}

export interface Document {
  id: string;
  text: string;
  tokens: Token[];
  sentences: Sentence[];
  /** The day of `published`, or of the dateline inside the text. */
  day: Day | null;
}
