// Agreement: whether a verb, a pronoun and a noun can go together, by gender and number.

import type { Phrase, Predicate, Token } from '../document.js';
import { Form } from '../lexicon/entries.js';

/** Whether a noun looks feminine: it ends in ة, also where that is written ه, and not in a pronoun. */
export function endsFeminine(tokens: readonly Token[], phrase: Phrase): boolean {
  return phrase.pron === '' && (tokens[phrase.head]?.word?.key.endsWith('ه') ?? false);
}

/** Whether a pronoun may stand for a noun: ها for a feminine or a plural, ه for a masculine, هم for persons. */
export function agreesWith(pron: string, phrase: Phrase, tokens: readonly Token[]): boolean {
  const plural = phrase.count !== null || (phrase.who[0]?.number ?? 'sg') !== 'sg';
  const feminine = endsFeminine(tokens, phrase) || (tokens[phrase.head]?.surface.endsWith('ات') ?? false);
  return pron === 'ها' ? feminine || plural : pron === 'ه' ? !feminine && !plural : pron === 'هم' ? plural : false;
}

/**
 * A third person that looks like a first or second one: in ت it is feminine (كتبت, she wrote, or I or you wrote; تكتب); one that begins with ا
 * is past (التقى, he met, or I meet), and masculine where it ends in ى (التقي is what a woman is told); in أ it may be I (أبقى, I stay).
 */
export function asThird(bits: number, form: string): number {
  if (!(bits & Form.Third)) return bits;
  const past = /^[اأإٱ]/.test(form) && bits & Form.Perfect;
  if (past && bits & Form.Masculine && /^ا.*ى$/.test(form)) return bits & ~(Form.Imperfect | Form.First | Form.Feminine);
  const feminine = bits & Form.Feminine && bits & (Form.First | Form.Second) ? bits & ~Form.Masculine : bits;
  return past ? feminine & ~(Form.Imperfect | Form.First) : feminine;
}

/** The verb's gender rules the phrase out as its subject: حث أمريكا (he urged America). */
export function disagrees(verb: Predicate, phrase: Phrase): boolean {
  const gender =
    phrase.who.length > 0
      ? phrase.who[0]?.gender
      : phrase.event &&
          phrase.event.bits & Form.Singular &&
          !(phrase.event.bits & Form.Plural) &&
          !/[هاءى]$/.test(phrase.event.lemma) &&
          !phrase.event.lemma.endsWith('ة')
        ? 'm'
        : null;
  if (!gender || phrase.conj) return false;
  const masculine = (verb.bits & Form.Masculine) !== 0;
  const feminine = (verb.bits & Form.Feminine) !== 0;
  return gender === 'f' ? masculine && !feminine : feminine && !masculine;
}

/** A verb form that may have the phrase, standing before it, as its subject. */
export function fits(bits: number, phrase: Phrase): boolean {
  const gender = phrase.who[0]?.gender;
  if ((bits & Form.Dual) !== 0 && !(bits & (Form.Singular | Form.Plural)) && phrase.who.length < 2 && phrase.who[0]?.number !== 'du')
    return false;
  if (!gender || !(bits & Form.Third)) return true;
  return (bits & (gender === 'f' ? Form.Feminine : Form.Masculine)) !== 0;
}

/** Number and gender of verb and phrase fit; where the phrase does not tell, they do. */
export function agrees(verb: Predicate, phrase: Phrase | undefined): boolean {
  if (!phrase) return false;
  const who = phrase.who[0];
  if (!who) return !disagrees(verb, phrase);
  const plural = who.number !== 'sg';
  const verbPlural = (verb.bits & (Form.Plural | Form.Dual)) !== 0 && !(verb.bits & Form.Singular);
  // إنه استهدفت قوات (that forces targeted): the pronoun is no subject of a verb of another gender.
  const alone = who.reference === 'pronoun' && who.role === null;
  if (alone && phrase.pron === 'ه' && verb.bits & Form.Feminine && !(verb.bits & Form.Masculine)) return false;
  if (alone && phrase.pron === 'ها' && verb.bits & Form.Masculine && !(verb.bits & Form.Feminine)) return false;
  return !verbPlural || plural;
}

/** A feminine pronoun or noun as topic: its verb in ت is present tense (أنها تحقق, that she investigates). */
export function feminine(topic: Phrase): boolean {
  return topic.pron === 'ها' || topic.pron === 'fs';
}
