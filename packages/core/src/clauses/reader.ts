// The chunker's eyes: what can be read at a token, as verb, particle, participant or noun, given what stands around it.

import type { Token, VerbWord } from '../document.js';
import { FINITE, Form, type ParticleEntry } from '../lexicon/entries.js';
import type { Cue, Match, Matches } from '../text/match.js';
import { TokenKind } from '../text/tokens.js';

const NAME_KINDS = new Set(['state', 'person', 'organisation', 'place', 'role']);
const NO_MATCHES: readonly Match[] = [];
/** Particles to which a pronoun may be attached: إليه (to him), أنها (that she), لكنه (but he). */
const TAKES_PRONOUN = new Set(['prep', 'comp', 'conj', 'skip', 'maybe']);

export class SentenceReader {
  constructor(
    readonly tokens: readonly Token[],
    readonly from: number,
    readonly to: number,
    private readonly matches: Matches,
  ) {}

  get cues(): readonly Cue[] {
    return this.matches.cues;
  }

  matchesAt(i: number): readonly Match[] {
    return i >= this.from && i < this.to ? (this.matches.at[i - this.from] ?? NO_MATCHES) : NO_MATCHES;
  }

  token(i: number): Token | undefined {
    return i >= this.from && i < this.to ? this.tokens[i] : undefined;
  }

  isWord(i: number): boolean {
    return this.token(i)?.kind === TokenKind.Word;
  }

  mark(i: number): string {
    const token = this.token(i);
    return token?.kind === TokenKind.Punctuation ? token.surface : '';
  }

  /** The longest particle that begins here, where no longer name does (ولي العهد, the crown prince, is not و + لي, and for me). */
  particle(i: number): (Match & { entry: ParticleEntry }) | null {
    const longest = this.matchesAt(i)[0];
    for (const m of this.matchesAt(i)) {
      if (longest && longest.to > m.to && m.to === i + 1 && longest.entry.kind !== 'particle' && !longest.reading.conj && !longest.reading.prep) continue;
      if (m.entry.kind !== 'particle' || m.reading.def) continue;
      if (m.reading.prep && (m.entry.class !== 'comp' || m.reading.prep === 'ك')) continue;
      if (m.entry.class === 'auxiliary') continue;
      if (m.reading.future || (m.pron && !TAKES_PRONOUN.has(m.entry.class))) continue;
      if (m.reading.conj && m.entry.class === 'prep' && this.token(i)?.word?.key.startsWith('ف') && this.matchesAt(i).some((o) => o.entry.kind === 'verb' && !o.reading.conj)) continue;
      return m as Match & { entry: ParticleEntry };
    }
    return null;
  }

  /** A named participant that begins here: state, nationality, person, organisation, place or role; the longest, persons before places. */
  name(i: number): Match | null {
    let best: Match | null = null;
    for (const m of this.matchesAt(i)) {
      if (!NAME_KINDS.has(m.entry.kind) || m.reading.future) continue;
      if (best && m.to < best.to) break;
      if (!plausible(m)) continue;
      if (m.entry.kind === 'role' && m.to === i + 1 && this.isStatusWord(i)) continue;
      if (!best || rank(m) < rank(best)) best = m;
    }
    return best;
  }

  /** An adjective that tells an event's status: المقرر (scheduled), المرتقب (expected). */
  private isStatusWord(i: number): boolean {
    return this.cues.some((c) => c.from === i && c.entry.kind === 'cue' && c.entry.of === 'status');
  }

  nisba(i: number): Match | null {
    for (const m of this.matchesAt(i)) if (m.entry.kind === 'state' && m.entry.as === 'nisba' && !m.reading.prep && !m.pron) return m;
    return null;
  }

  person(i: number): Match | null {
    for (const m of this.matchesAt(i)) if (m.entry.kind === 'person' && !m.reading.prep && !m.reading.conj) return m;
    return null;
  }

  /** An event noun: one of its own, or a verb's verbal noun; the longest. */
  event(i: number): Match | null {
    let verbal: Match | null = null;
    for (const m of this.matchesAt(i)) {
      if (m.reading.future || !plausible(m)) continue;
      if (m.entry.kind === 'event') return verbal && verbal.to > m.to ? verbal : m;
      if (m.entry.kind === 'verb' && m.bits & Form.Masdar && !verbal) verbal = m;
    }
    return verbal;
  }

  common(i: number): Match | null {
    for (const m of this.matchesAt(i)) if (m.entry.kind === 'common' && plausible(m)) return m;
    return null;
  }

  /** A noun that refers back: البلدين (the two countries), نظيره (his counterpart), الأخير (the latter). */
  reference(i: number): Match | null {
    for (const m of this.matchesAt(i)) {
      if (m.entry.kind !== 'common' || m.to > i + 1) continue;
      const { of } = m.entry;
      if (of === 'both' && m.reading.def && m.bits & (Form.Dual | Form.Plural) && !(m.bits & Form.Singular)) return m;
      if (of === 'counterpart' && (m.pron || m.bits & Form.Feminine)) return m;
      if (of === 'latter' && m.reading.def && m.bits & Form.Singular) return m;
      if (of === 'country' && m.pron) return m;
      if (of === 'allies' && m.pron) return m;
    }
    return null;
  }

  /** All finite verb readings of the token. */
  verbs(i: number): VerbWord[] {
    const found: VerbWord[] = [];
    for (const m of this.matchesAt(i)) {
      if (m.entry.kind !== 'verb' || !(m.bits & FINITE) || m.reading.def) continue;
      if (m.reading.prep && !(m.reading.prep === 'ل' && m.bits & Form.Imperfect)) continue;
      if (m.reading.future && !(m.bits & Form.Imperfect)) continue;
      if (m.pron === 'ي' || (m.reading.pron && m.reading.stem.length < 3 && (m.reading.stem.length < 2 || m.pron.length < 2 || m.reading.conj || m.reading.prep))) continue;
      found.push({ lemma: m.entry.lemma, bits: m.bits, pron: m.pron, future: m.reading.future, prep: m.reading.prep, conj: m.reading.conj });
    }
    return found;
  }

  participle(i: number): VerbWord[] {
    const found: VerbWord[] = [];
    for (const m of this.matchesAt(i)) {
      if (m.entry.kind !== 'verb' || !(m.bits & Form.ActiveParticiple) || m.reading.def || m.reading.prep || m.pron) continue;
      found.push({ lemma: m.entry.lemma, bits: m.bits, pron: '', future: false, prep: '', conj: m.reading.conj });
    }
    return found;
  }
}

/** A short stem behind clitics is rather a word that the lexicon lacks. */
function plausible(m: Match): boolean {
  const { reading } = m;
  if (m.bits & Form.Construct && reading.def) return false;
  if (m.bits & Form.Masdar && reading.prep && !reading.conj && !m.pron && reading.stem.length === 2) return true;
  if (reading.stem.length >= 3 || m.to > 0) {
    const clitics = (reading.conj ? 1 : 0) + reading.prep.length + m.pron.length;
    return clitics === 0 || reading.stem.length >= 3 || reading.def;
  }
  return true;
}

function rank(m: Match): number {
  const clitics = (m.reading.conj ? 1 : 0) + m.reading.prep.length + m.pron.length;
  const kinds = { person: 0, organisation: 1, state: 2, role: 3, place: 4 } as Record<string, number>;
  return clitics * 10 + (kinds[m.entry.kind] ?? 9);
}
