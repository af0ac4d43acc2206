// The chunker's eyes: what stands at a token of a sentence and what can be read there.

import type { Token, VerbWord } from '../document.js';
import type { Cue, Matches } from '../text/match.js';
import { TokenKind } from '../text/tokens.js';
import { EMPTY_VIEW, type Match, type ParticleMatch, type WordView } from '../text/view.js';

export class SentenceReader {
  /** Codes of states whose adjective is another word as well and which the article does not name: مالية is financial, where Mali is not told of. */
  untold: ReadonlySet<string> = new Set();

  constructor(
    readonly tokens: readonly Token[],
    readonly from: number,
    readonly to: number,
    private readonly matches: Matches,
  ) {}

  get cues(): readonly Cue[] {
    return this.matches.cues;
  }

  /** Whether any word of the sentence has frames: without one it tells of nothing. */
  get framed(): boolean {
    return this.matches.framed;
  }

  view(i: number): WordView {
    return i >= this.from && i < this.to ? (this.matches.at[i - this.from] ?? EMPTY_VIEW) : EMPTY_VIEW;
  }

  matchesAt(i: number): readonly Match[] {
    return this.view(i).matches;
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

  particle(i: number): ParticleMatch | null {
    return this.view(i).particle;
  }

  name(i: number): Match | null {
    const { name, common } = this.view(i);
    return name && common && this.isUntold(name) ? null : name;
  }

  nisba(i: number): Match | null {
    const { nisba, common } = this.view(i);
    return nisba && common && this.isUntold(nisba) ? null : nisba;
  }

  private isUntold(match: Match): boolean {
    return this.untold.size > 0 && match.entry.kind === 'state' && this.untold.has(match.entry.code);
  }

  person(i: number): Match | null {
    return this.view(i).person;
  }

  event(i: number): Match | null {
    return this.view(i).event;
  }

  common(i: number): Match | null {
    return this.view(i).common;
  }

  reference(i: number): Match | null {
    return this.view(i).reference;
  }

  verbs(i: number): readonly VerbWord[] {
    return this.view(i).verbs;
  }

  participle(i: number): readonly VerbWord[] {
    return this.view(i).participles;
  }
}
