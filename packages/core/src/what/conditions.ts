// Whether a condition of a frame holds: which words, or participants of which kind, stand in one of its slots.

import type { Phrase, Who } from '../document.js';
import type { Condition, Sought } from '../lexicon/entries.js';
import { keyOf } from '../text/letters.js';
import type { Word } from '../text/words.js';
import type { FillContext } from './fill.js';

const FORCES = new Set(['MIL', 'REB', 'PRM', 'UAF', 'COP', 'IMG']);

/** Kinds that a frame may ask of a slot: obj~@place, subj~@force. */
function isOfKind(who: Who, kind: string): boolean {
  switch (kind) {
    case 'place':
      return who.kind === 'place' || who.kind === 'capital' || who.kind === 'state';
    case 'person':
      return (
        who.kind === 'person' ||
        (who.kind === 'role' && who.number === 'sg') ||
        who.reference === 'pronoun' ||
        who.reference === 'counterpart'
      );
    case 'force':
      return FORCES.has(who.sectors[0] ?? '');
    case 'state':
      return who.kind === 'state' || who.kind === 'capital' || who.sectors[0] === 'GOV';
    case 'civilian':
      return who.sectors[0] === 'CVL';
    case 'own':
      return who.reference === 'pronoun';
    case 'court':
      return who.sectors[0] === 'JUD';
    default:
      return false;
  }
}

/** The words of a condition by their sort. */
function soughtBy(condition: Condition): Sought {
  const { words } = condition;
  condition.sought ??= {
    kinds: words.filter((w) => w.startsWith('@')).map((w) => w.slice(1)),
    words: new Set(words.filter((w) => !w.startsWith('@') && !w.includes(' '))),
    phrases: words.filter((w) => !w.startsWith('@') && w.includes(' ')).map((w) => w.split(' ')),
  };
  return condition.sought;
}

/** Whether one of the phrases, or a genitive inside it, has what the condition names. */
export function hasSought(context: FillContext, phrases: readonly Phrase[], condition: Condition): boolean {
  if (phrases.length === 0) return false;
  const sought = soughtBy(condition);
  for (const phrase of phrases) if (stands(context, phrase, sought)) return true;
  return false;
}

function stands(context: FillContext, phrase: Phrase, sought: Sought): boolean {
  const isWho = phrase.kind === 'who';
  if (isWho) for (const kind of sought.kinds) if (phrase.who.some((who) => isOfKind(who, kind))) return true;
  if (!isWho || !phrase.pron)
    for (let i = phrase.from; i < phrase.to; i++) for (const key of soughtAt(context, i)) if (sought.words.has(key)) return true;
  for (const wanted of sought.phrases) if (hasPhrase(context, phrase, wanted)) return true;
  return phrase.inner !== null && !isWho && stands(context, phrase.inner, sought);
}

/** Whether words stand side by side in a phrase. */
function hasPhrase(context: FillContext, phrase: Phrase, wanted: readonly string[]): boolean {
  for (let i = phrase.from; i + wanted.length <= phrase.to; i++)
    if (wanted.every((w, k) => soughtAt(context, i + k).includes(w))) return true;
  return false;
}

const NO_KEYS: readonly string[] = [];

/** Keys of the word at token `i`: as written without article, its stems, and the lemmas of nouns and roles. */
export function keysAt(context: FillContext, i: number): readonly string[] {
  const word = context.tokens[i]?.word;
  return word ? keysOf(word) : NO_KEYS;
}

/** Those of its keys that a condition of any frame names: most words have none. */
function soughtAt(context: FillContext, i: number): readonly string[] {
  const word = context.tokens[i]?.word;
  if (!word) return NO_KEYS;
  if (!word.sought) {
    const sought = keysOf(word).filter((key) => context.lexicon.sought.has(key));
    word.sought = sought.length > 0 ? sought : NO_KEYS;
  }
  return word.sought;
}

function keysOf(word: Word): readonly string[] {
  if (!word.keys) {
    const keys = new Set([word.bare]);
    for (const r of word.readings) keys.add(r.stem);
    if (word.bare.length > 3 && word.bare.endsWith('ا')) keys.add(word.bare.slice(0, -1));
    for (const m of word.view?.matches ?? []) {
      const lemma =
        m.entry.kind === 'event' ? m.entry.lemma : m.entry.kind === 'common' ? m.entry.noun : m.entry.kind === 'role' ? m.entry.role : '';
      if (lemma && !lemma.includes(' ')) keys.add(keyOf(lemma));
    }
    word.keys = [...keys];
  }
  return word.keys;
}
