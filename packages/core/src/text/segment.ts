/**
 * How a written word falls into its parts: conjunction, preposition, future sign, article, stem, attached pronoun.
 *
 * The coder itself asks only which stems of the lexicon a word may hold (words.ts). Whoever looks at a sentence wants one answer for every
 * word, also for words that no lexicon has. Three sources offer cuts, each cut has a cost, and the cheapest is taken:
 *
 *   1. Function words: a closed list (prepositions, particles, pronouns, demonstratives) with the clitics that each takes: ب+أن+ه (that he), و+التي (and which).
 *   2. The lexicon: the readings of words.ts, as far as grammar allows them. The article excludes a pronoun; س stands only before the imperfect; a preposition
 *      stands before no finite verb (only ل before the imperfect) and before no nominative or accusative; ني hangs on verbs, ي on nouns; dual and plural lose their ن before a pronoun.
 *   3. Patterns, where the lexicon knows nothing: clitics that leave three letters or more, made likelier by what rarely is part of a stem (والـ, بالـ, للـ, ـها, a
 *      hamza on alif as second letter), by the shape of the rest (verbal nouns, participles), and by the article: the same stem bare or with other clitics elsewhere in it.
 *
 * The lexicon is looked up without hamza seats and with ه for ة; here the written form counts again: كلامه ends in a pronoun, كلامة would not. Where an article itself
 * drops hamzas or writes ه for ة (most of its words tell), that weighs nothing. Neighbours count a little: no preposition follows a preposition, none stands inside a person's name.
 *
 * Costs are rough logarithms of how rare a thing is in newspapers, set by hand and mended where a treebank or an article showed them wrong; none is counted from a text.
 */

import { type Entry, FINITE, Form } from '../lexicon/entries.js';
import type { Found } from '../lexicon/table.js';
import { CharClass, charClass, keyOf } from './letters.js';
import { type Token, TokenKind } from './tokens.js';
import type { Reading, Word } from './words.js';

export type PartKind = 'conjunction' | 'preposition' | 'article' | 'future' | 'stem' | 'pronoun' | 'punctuation' | 'number';
export type Pos =
  | 'verb'
  | 'noun'
  | 'adjective'
  | 'name'
  | 'particle'
  | 'preposition'
  | 'conjunction'
  | 'pronoun'
  | 'number'
  | 'punctuation';

export interface Part {
  text: string;
  kind: PartKind;
}

export interface Segmented {
  /** Together exactly the written form. */
  parts: Part[];
  lemma: string | null;
  pos: Pos;
}

/** What the reader of the sentence already knows of a word. */
export interface Hint {
  /** The chunk in which it stands. */
  unit: 'verb' | 'phrase' | 'other';
  /** The name that begins here and runs over several words. */
  name: { reading: Reading; entry: Entry } | null;
  /** The word stands inside such a name, not at its head. */
  inside: boolean;
}

const NO_HINT: Hint = { unit: 'other', name: null, inside: false };

/** One way to cut a word. Places count its letters: `conj` `prep` `future` `article` are as long as what they cut. */
interface Cut {
  conj: string;
  prep: string;
  future: boolean;
  article: number;
  pron: string;
  /** Where the stem begins and ends, in letters. */
  from: number;
  to: number;
  cost: number;
  lemma: string | null;
  pos: Pos;
}

// ---------------------------------------------------------------------------------------------------------------- letters

/** The letters of a written form, without vowel signs, and where each stands in it. */
interface Letters {
  text: string;
  at: number[];
  /** The accusative sign ً at its end. */
  tanwin: boolean;
}

function lettersOf(surface: string): Letters {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < surface.length; i++) {
    if (charClass(surface.charCodeAt(i)) !== CharClass.Letter) continue;
    // A ligature stands for several letters in one place.
    for (const letter of lettersIn(surface.charAt(i))) {
      text += letter;
      at.push(i);
    }
  }
  return { text, at, tanwin: /\u064b/.test(surface.slice(-2)) };
}

function lettersIn(char: string): string {
  const code = char.charCodeAt(0);
  return code >= 0xfb50 && code <= 0xfefc ? char.normalize('NFKC').replace(/[^\u0620-\u06d3]/g, '') : char;
}

// ---------------------------------------------------------------------------------------------------------------- function words

interface FunctionWord {
  pos: Pos;
  lemma: string;
  /** It stands with a pronoun: عليه. */
  pronoun: boolean;
  /** It stands only with one: وحده. */
  bound: boolean;
  /** Prepositions that it takes. */
  preps: string;
  /** It begins with a hamza that careless writing drops. */
  hamza: boolean;
}

/** Part of speech, whether a pronoun may follow, which prepositions may precede, the words; those in - stand only before a pronoun. */
const FUNCTION_WORDS: [pos: Pos, pronoun: boolean, preps: string, words: string][] = [
  [
    'preposition',
    true,
    '',
    'من عن في على إلى لدى مع بين عند تحت فوق أمام حول تجاه إزاء ضد حيال عبر وراء ورائ- وراؤ- خلف قبل بعد ضمن لدن أثناء',
  ],
  ['preposition', false, '', 'بغية بعيد قبيل'],
  ['preposition', true, 'بلك', 'دون حسب وفق نحو مثل غير خلال سوى'],
  ['preposition', false, '', 'حتى منذ مذ رغم عدا خلا'],
  ['conjunction', true, 'بل', 'أن إن'],
  ['conjunction', true, '', 'لكن كأن لعل ليت'],
  ['conjunction', false, 'ب', 'حيث'],
  [
    'conjunction',
    false,
    '',
    'أو أم ثم إذ إذا كي لكي كما بينما عندما حينما حين فيما كلما بعدما قبلما ريثما طالما مثلما حسبما وقتما كيفما مهما أينما حيثما مما عما ممن لذا كذلك كيلا لئلا',
  ],
  ['particle', false, 'ب', 'لا ألا'],
  [
    'particle',
    false,
    '',
    'لم لن قد لقد هل سوف إلا إنما أما إما بل بلى نعم كلا لو لولا كم أيها أيتها يا ها فقط فحسب وفقا أيضا قط ثمة هكذا بيد لماذا لما هنا هناك هنالك الآن كيف أين متى إذن',
  ],
  ['verb', false, '', 'ليس ليست ليسوا لسنا لست'],
  [
    'pronoun',
    false,
    'بلك',
    'هذا هذه ذلك تلك هؤلاء أولئك هذان هذين هاتان هاتين ذاك الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي ما من ماذا',
  ],
  ['pronoun', false, '', 'هو هي هم هما هن نحن أنا أنت أنتم'],
  ['pronoun', true, '', 'إيا-'],
  ['name', false, 'بك', 'الله'],
  ['number', false, 'بلك', 'بليون بلايين'],
  ['noun', true, 'بلك', 'كل بعض جميع نفس أنفس ذات أي كلا- كلي- كلتا- كلتي- وحد- أحد إحدى معظم'],
];

const foldAlif = (text: string): string => text.replace(/[أإٱ]/g, 'ا').replace(/ى$/, 'ي');

const FUNCTIONS = new Map<string, FunctionWord[]>();
for (const [pos, pronoun, preps, words] of FUNCTION_WORDS) {
  for (const word of words.split(' ')) {
    const lemma = word.replace('-', '');
    const key = foldAlif(lemma);
    const entry = { pos, lemma: lemma.replace(/[ئؤ]$/, 'ء'), pronoun, bound: word.endsWith('-'), preps, hamza: /^[أإ]/.test(lemma) };
    FUNCTIONS.set(key, [...(FUNCTIONS.get(key) ?? []), entry]);
  }
}

/** Function words as the lexicon's keys spell them. */
const FUNCTION_KEYS = new Set([...FUNCTIONS.keys()].map(keyOf));

const PRONOUNS = ['هما', 'كما', 'ها', 'هم', 'هن', 'كم', 'كن', 'نا', 'ني', 'ه', 'ك', 'ي'];
/** How rare a pronoun is at the end of a noun or verb. */
const PRONOUN_COST: Record<string, number> = {
  ه: 1.2,
  ها: 1.1,
  هم: 1.2,
  هما: 1.4,
  هن: 2.5,
  نا: 1.8,
  ني: 2,
  ك: 3,
  كم: 2.4,
  كما: 4,
  كن: 4,
  ي: 4.2,
};
const AFTER_PREPOSITION = new Set(['ه', 'ها', 'هم', 'هما', 'هن', 'نا', 'ك', 'كم', 'ي']);
/** A function word is likelier than any other reading. */
const FUNCTION_COST = -1;

/** Cuts around a function word, or a preposition with its pronoun (به, in it). */
function functionCuts({ text }: Letters, writing: Writing): Cut[] {
  const cuts: Cut[] = [];
  for (const conj of heads(text, 'وف')) {
    const afterConj = text.slice(conj.length);
    for (const prep of heads(afterConj, 'بلك')) {
      const from = conj.length + prep.length;
      const rest = text.slice(from);
      const before = { conj, prep, future: false, article: 0, from };
      const base = FUNCTION_COST + (conj ? 0.2 : 0) + (prep ? 0.3 : 0);
      if (prep && prep !== 'ك' && AFTER_PREPOSITION.has(rest))
        cuts.push({ ...before, pron: rest, to: from, cost: base + (rest === 'ي' ? 0.6 : 0.2), lemma: prep, pos: 'preposition' });
      for (const pron of ['', ...PRONOUNS]) {
        if (!rest.endsWith(pron) || rest.length - pron.length < 2) continue;
        const stem = rest.slice(0, rest.length - pron.length);
        // للذين: the ا of الذين is lost behind ل.
        const full = prep === 'ل' && stem.startsWith('ل') ? `ا${stem}` : stem;
        for (const word of FUNCTIONS.get(foldAlif(full)) ?? []) {
          if ((prep && !word.preps.includes(prep)) || (pron ? !word.pronoun : word.bound)) continue;
          if (pron && stem.endsWith('ى')) continue;
          if (!spelled(word, stem, conj + prep, pron)) continue;
          const dropped = word.hamza && !/^[أإ]/.test(stem) && !writing.dropsHamza ? (word.pos === 'conjunction' ? 1.5 : 4) : 0;
          cuts.push({
            ...before,
            pron,
            to: text.length - pron.length,
            cost: base + dropped + (pron ? (pron === 'ي' || pron === 'ك' ? 0.6 : 0.2) : 0),
            lemma: word.lemma,
            pos: word.pos,
          });
        }
      }
    }
  }
  // لله (to God): the ل and the article of الله in one.
  const god = /^([وف]?)لله$/.exec(text);
  if (god)
    cuts.push({
      conj: god[1] ?? '',
      prep: 'ل',
      future: false,
      article: 0,
      pron: '',
      from: text.length - 2,
      to: text.length,
      cost: FUNCTION_COST,
      lemma: 'الله',
      pos: 'name',
    });
  // عما and ممن, written without assimilation.
  if (/^[عم]نم[ان]$/.test(text))
    cuts.push({
      conj: '',
      prep: '',
      future: false,
      article: 0,
      pron: '',
      from: 2,
      to: 4,
      cost: FUNCTION_COST,
      lemma: text.slice(2),
      pos: 'pronoun',
    });
  return cuts;
}

/** Where one key stands for two words, the letters decide: علي behind a clitic is the name, إي is not أي. */
function spelled(word: FunctionWord, stem: string, clitics: string, pron: string): boolean {
  if (/ى$/.test(word.lemma) && stem.endsWith('ي') && clitics && !pron) return false;
  return !(word.lemma === 'أي' && stem.startsWith('إ'));
}

/** Nothing, or the first letter where it is one of `letters`. */
function heads(text: string, letters: string): string[] {
  const first = text.charAt(0);
  return text.length > 2 && letters.includes(first) ? ['', first] : ['', ...(text.length === 2 && letters.includes(first) ? [first] : [])];
}

// ---------------------------------------------------------------------------------------------------------------- the lexicon

/** The dictionary form of an entry, where it has one. */
function baseOf(entry: Entry): string {
  switch (entry.kind) {
    case 'verb':
    case 'event':
      return entry.lemma.replace(/[\u064b-\u0652]/g, '');
    case 'common':
      return entry.noun;
    case 'role':
      return entry.role;
    case 'state':
      return entry.as === 'capital' ? entry.capital : entry.ar;
    case 'person':
    case 'organisation':
    case 'place':
    case 'topic':
      return entry.ar;
    default:
      return '';
  }
}

/** Finite verb, verbal noun and participle may share a form; each is a sense of its own. */
function sensesOf(found: readonly Found[]): Found[] {
  return found.flatMap((f) => {
    if (f.entry.kind !== 'verb') return [f];
    const common = f.bits & ~(FINITE | Form.Imperative | Form.Masdar | Form.ActiveParticiple | Form.PassiveParticiple);
    return [FINITE | Form.Imperative, Form.Masdar, Form.ActiveParticiple | Form.PassiveParticiple]
      .filter((kind) => f.bits & kind)
      .map((kind) => ({ entry: f.entry, bits: common | (f.bits & kind) }));
  });
}

/** Words of the calendar that are nouns by themselves; the others are only cues of dates. */
const TIME_NOUNS = /^(month|.*-month|weekday|unit|unit-two|unit-many|season|decade|fraction|multiplier|part)$/;

type Sort = 'verb' | 'noun' | 'adjective' | 'nisba' | 'name' | 'given' | 'number' | 'fixed' | 'cue' | null;

/** As what a found form counts; null for what tells nothing of words (cues, topics). */
function sortOf({ entry, bits }: Found): Sort {
  switch (entry.kind) {
    case 'verb':
      return bits & FINITE || bits & Form.Imperative
        ? 'verb'
        : bits & (Form.ActiveParticiple | Form.PassiveParticiple)
          ? 'adjective'
          : 'noun';
    case 'event':
    case 'role':
      return 'noun';
    case 'common':
      return entry.of === 'given'
        ? 'given'
        : entry.of === 'adverb' || /^[بل]ال/.test(entry.noun)
          ? 'fixed'
          : entry.of.startsWith('adj')
            ? 'adjective'
            : 'noun';
    case 'state':
      return entry.as === 'nisba' ? 'nisba' : 'name';
    case 'person':
    case 'organisation':
    case 'place':
      return 'name';
    case 'time':
      return entry.of === 'number' || entry.of === 'ordinal'
        ? 'number'
        : TIME_NOUNS.test(entry.of)
          ? 'noun'
          : entry.of.startsWith('count')
            ? null
            : 'cue';
    case 'particle':
      return 'fixed';
    default:
      return null;
  }
}

const NEVER = Number.POSITIVE_INFINITY;
/** A word of which nothing is known. */
const UNKNOWN = 4;
/** However much speaks for a pattern, a stem that the lexicon knows is likelier. */
const LEAST = 1.6;

/** What a verb form costs by itself and with what hangs on it; NEVER where grammar forbids it. */
function verbCost(bits: number, r: Reading): number {
  if (r.def || r.pron === 'ي') return NEVER;
  if (r.prep && !(r.prep === 'ل' && bits & Form.Imperfect))
    return bits & Form.Perfect && bits & Form.Masculine && bits & Form.Third && r.stem.length === 3 && !r.pron ? 2.2 : NEVER;
  if (r.future && !(bits & Form.Imperfect)) return NEVER;
  let cost = r.prep ? 0.4 : 0;
  if (!(bits & FINITE)) cost += 2.5;
  if (!(bits & Form.Third)) cost += bits & Form.First ? (bits & Form.Imperfect ? 0.4 : 1) : 1.5;
  if (bits & Form.Dual && !(bits & (Form.Singular | Form.Plural))) cost += 1.2;
  if (bits & Form.Passive && !(bits & Form.Active)) cost += r.pron ? 1.4 : 0.5;
  // The passive of the third measure (ووجه, was faced) is far rarer than a verb behind و.
  if (!r.conj && r.stem.startsWith('وو')) cost += 1;
  return cost;
}

/** The same for nouns, adjectives and names. */
function nounCost({ bits, entry }: Found, sort: Sort, r: Reading): number {
  const key = r.stem;
  if (r.future || r.pron === 'ني') return NEVER;
  const base = keyOf(baseOf(entry));
  const inflected = bits & (Form.Dual | Form.Plural) && !(bits & Form.Construct);
  const accusative = bits & Form.Singular && key.endsWith('ا') && !base.endsWith('ا') && !base.endsWith('ي');
  if (bits & Form.Construct && (r.def || r.pron === 'ي')) return NEVER;
  if (
    r.prep &&
    (accusative ||
      (inflected && /[واي]?[وا]ن$/.test(key) && !base.endsWith('ن')) ||
      (bits & Form.Dual && bits & Form.Construct && /ا$/.test(key)))
  )
    return NEVER;
  if (r.pron) {
    if (sort === 'name' || (sort === 'given' && key.length > 4)) return NEVER;
    if (accusative || (inflected && /[وياه]ن$/.test(key) && !base.endsWith('ن'))) return NEVER;
  }
  let cost = 0;
  if (sort === 'name') cost += 0.1;
  if (sort === 'cue') cost += 0.6;
  if (sort === 'given') cost += r.pron ? 1.6 : 0.4;
  if (r.pron && sort === 'nisba') cost += 2;
  if (r.pron && sort === 'adjective') cost += /^(ك|كم|ي|نا)$/.test(r.pron) ? 1.8 : 0.6;
  if (bits & Form.Dual) cost += bits & Form.Construct ? 1 : 0.3;
  return cost;
}

/** Whether an entry's form in ه has it as a letter of its own, and not for ة: وجه, توجيه, مياه. */
function ownHa(entry: Entry, key: string): boolean {
  const base = keyOf(baseOf(entry));
  if (/ة$/.test(baseOf(entry))) return false;
  if (entry.kind === 'verb') return /ه.?$/.test(base) && !key.endsWith('هه');
  if (entry.kind === 'person' || entry.kind === 'place' || entry.kind === 'organisation') return true;
  if (entry.kind === 'common' && entry.of === 'given') return base === key;
  return base === key || /ه.{0,2}$/.test(base);
}

/** Lexicon words that are prepositional phrases: بسبب (because of). Simple words in ب ل ك are among the function words. */
const PHRASE_HEAD = /^[بل](?=..)/;

/** Cuts that the lexicon offers, as far as grammar allows them. */
function lexiconCuts(letters: Letters, word: Word, writing: Writing, hint: Hint): Cut[] {
  const cuts: Cut[] = [];
  const places = keyPlaces(letters.text);
  const readings = hint.name ? [hint.name.reading, ...word.readings] : word.readings;
  for (const r of readings) {
    const found = hint.name?.reading === r ? [{ entry: hint.name.entry, bits: 0 }] : sensesOf(r.node.found ?? []);
    for (const f of found) {
      const sort = sortOf(f);
      if (!sort || (sort === 'cue' && !r.conj && !r.prep && /^[بلوف]|(ها|هم|ه)$/.test(r.stem))) continue;
      const cut = sort === 'fixed' ? fixedCut(letters, r, f) : freeCut(letters, places, r, f, sort, writing, hint);
      if (!cut) continue;
      if (hint.name?.reading === r) cut.cost -= 2.5;
      cuts.push(cut);
    }
  }
  return cuts;
}

/** A particle or adverb of the lexicon: whole, behind a conjunction, or cut behind the preposition with which it begins (بالفعل, in fact) and before a pronoun. */
function fixedCut({ text, tanwin }: Letters, r: Reading, { entry }: Found): Cut | null {
  if (
    r.future ||
    r.def ||
    (r.prep && !(entry.kind === 'particle' && entry.class === 'skip')) ||
    (r.pron && !(entry.kind === 'particle' && entry.class.startsWith('prep')))
  )
    return null;
  if (entry.kind === 'common' && r.stem !== keyOf(entry.noun)) return null;
  const conj = r.conj ? text.charAt(0) : '';
  const rest = text.slice(conj.length);
  if (
    rest.length < 3 ||
    (r.pron && r.stem.length < 3) ||
    FUNCTION_KEYS.has(r.stem) ||
    FUNCTION_KEYS.has(r.stem.slice(1)) ||
    (tanwin && entry.kind === 'particle')
  )
    return null;
  const preposition = entry.kind === 'particle' && (entry.class.startsWith('prep') || entry.class === 'according');
  const pos: Pos = preposition
    ? 'preposition'
    : entry.kind === 'particle' && /conj|coord|comp/.test(entry.class)
      ? 'conjunction'
      : 'particle';
  const pron = r.pron || (entry.kind === 'common' && /^.{3,}(?:ها|هم)$|^.{4,}ه$/.test(rest) ? (/(ها|هم|ه)$/.exec(rest)?.[0] ?? '') : '');
  const base = { conj, future: false, pron, to: text.length - pron.length, lemma: rest.slice(0, rest.length - pron.length), pos };
  const cost = 0.4 + (conj === 'ف' ? 1.2 : conj ? 0.6 : 0) + (pron ? 0.3 : 0);
  if (r.prep) return { ...base, prep: r.prep, article: 0, from: conj.length + 1, cost: cost + 0.4 };
  const phrase = PHRASE_HEAD.exec(rest);
  if (!phrase || (entry.kind !== 'particle' && !PHRASE_ADVERB.test(rest)))
    return { ...base, prep: '', article: 0, from: conj.length, cost: cost + 0.2 };
  const head = phrase[0];
  const article = rest.startsWith(`${head}ال`) && rest.length > 5 ? 2 : rest.startsWith('لل') && rest.length > 3 ? 1 : 0;
  return { ...base, prep: head, article, from: conj.length + 1 + article, cost };
}

/** Adverbs in ب that hold the preposition: not those in the accusative (بعيدا, far). */
const PHRASE_ADVERB = /^[بل](ال|ل|.{2,}[^ا]$)/;

/** A cut as a reading of words.ts has it, for one sense of its stem; null where grammar or the written form forbid it. */
function freeCut(letters: Letters, places: readonly number[], r: Reading, f: Found, sort: Sort, writing: Writing, hint: Hint): Cut | null {
  const { text } = letters;
  const conj = r.conj ? text.charAt(0) : '';
  const withArticle = r.stem.startsWith('ال') && !r.def;
  // للسعودية: of the name's article only ل is left.
  const glued = r.prep === 'ل' && (r.def || (withArticle && !text.startsWith('ال', conj.length + 1)));
  const cutOff = glued ? 1 : r.def ? 2 : 0;
  const head = places[conj.length + r.prep.length + (r.future ? 1 : 0) + cutOff];
  const to = r.pron ? places[places.length - r.pron.length] : text.length;
  if (head === undefined || to === undefined || head >= to) return null;
  if (letters.tanwin && (r.pron || r.prep || sort === 'verb')) return null;
  if ((r.pron === 'ي' || r.pron === 'ه') && !text.endsWith(r.pron)) return null;
  let cost = sort === 'verb' ? verbCost(f.bits, r) : nounCost(f, sort, r);
  if (cost === NEVER) return null;
  cost += cliticCost(conj, r.prep, r.future, sort) + spellingCost(text, head, to, r, f, sort, writing);
  if (r.pron) cost += pronounCost(text, r.pron) - (sort === 'verb' && /^(ك|كم|نا)$/.test(r.pron) ? 0.8 : 0);
  const size = to - head;
  if (size < 3 && (conj || r.prep || r.pron || r.future)) cost += shortStemCost(size, conj, r, sort);
  if (hint.unit === 'verb' && sort === 'verb') cost -= 0.6;
  if (hint.unit === 'phrase' && sort === 'verb') cost += 0.4;
  if (sort === 'name' && withArticle) cost -= 0.2;
  const named =
    !r.def &&
    !glued &&
    withArticle &&
    ownArticle(f.entry, sort) &&
    /^[اٱ]ل.../.test(text.slice(head)) &&
    !/^اللهم?$/.test(text.slice(head));
  const from = named ? head + 2 : head;
  const lemma = f.entry.kind === 'verb' && sort !== 'verb' ? citation(text.slice(from, to), r) : lemmaOf(f);
  return { conj, prep: r.prep, future: r.future, article: named ? 2 : cutOff, pron: r.pron, from, to, cost, lemma, pos: posOf(f, sort) };
}

/** What the written form says against a stem that the lexicon knows by its folded key. */
function spellingCost(text: string, from: number, to: number, r: Reading, { entry }: Found, sort: Sort, writing: Writing): number {
  const base = baseOf(entry);
  let cost = 0;
  if (!r.pron && text.endsWith('ه') && !writing.haForTa && !ownHa(entry, r.stem)) cost += 6;
  // The first person of the imperfect has its hamza: سأعود, not سارس.
  if (r.future && /^[اٱ]/.test(text.slice(from)) && !writing.dropsHamza) cost += 3;
  if (/ء$/.test(text) && !(entry.kind === 'verb' && sort !== 'verb') && !/[ءأئؤآ]/.test(base)) cost += 2;
  if (sort === 'verb') return cost;
  if (/[أإآ]/.test(text.slice(from + 1, to)) && !/[أإآءئؤ]/.test(base)) cost += 2;
  if (writing.dropsHamza) return cost;
  if (/^[أإ]/.test(base) && text.charAt(from) === 'ا') cost += 0.8;
  if (/اء$/.test(base) && !r.pron && text.endsWith('ا')) cost += 1.5;
  return cost;
}

/** Few stems have two letters; doubled verbs (تم, شن) and nouns like يد and حق are the usual ones. */
function shortStemCost(size: number, conj: string, r: Reading, sort: Sort): number {
  if (size === 2 && (r.def || sort === 'verb')) return 1;
  return size === 2 && !conj && !r.prep && /^(ها|هم|ه)$/.test(r.pron) ? 1.3 : 2.5;
}

/** Whether ال at the head of an entry's form is the article: in القدس, not in التزام (commitment). */
function ownArticle(entry: Entry, sort: Sort): boolean {
  return sort === 'name' || sort === 'cue' || (entry.kind === 'role' && entry.role.startsWith('ال'));
}

function cliticCost(conj: string, prep: string, future: boolean, sort: Sort): number {
  let cost = 0;
  if (conj === 'و') cost += 0.9;
  if (conj === 'ف') cost += sort === 'verb' ? 0.9 : sort === 'name' || sort === 'given' ? 3.8 : 1.6;
  if (prep) cost += prep === 'ك' ? 1.6 : 1;
  if (future) cost += 0.4;
  return cost;
}

function pronounCost(text: string, pron: string): number {
  const base = PRONOUN_COST[pron] ?? 3;
  // The ة before a pronoun is written ت: حياتي.
  if (pron === 'ي' && text.endsWith('تي')) return 1.6;
  // Behind a long vowel these are rather the end of a foreign name: ستوك (Stoke), كافاني (Cavani).
  return /[اوي](ك|نا|ني)$/.test(text) ? base + 1.4 : base;
}

/** A verbal noun or participle as it stands alone: زيارت of زيارته is زيارة. */
function citation(stem: string, { pron, stem: key }: Reading): string {
  return pron && stem.endsWith('ت') && key.endsWith('ه') ? `${stem.slice(0, -1)}ة` : stem;
}

function lemmaOf({ entry }: Found): string | null {
  switch (entry.kind) {
    case 'verb':
    case 'event':
      return entry.lemma;
    case 'common':
    case 'role':
    case 'state':
    case 'person':
    case 'organisation':
    case 'place':
      return entry.kind === 'state' && entry.as === 'nisba' ? null : baseOf(entry) || null;
    default:
      return null;
  }
}

function posOf({ entry }: Found, sort: Sort): Pos {
  if (sort === 'verb' || sort === 'number') return sort;
  if (sort === 'adjective' || sort === 'nisba') return entry.kind === 'verb' ? 'noun' : 'adjective';
  return sort === 'name' || sort === 'given' ? 'name' : 'noun';
}

/** For each character of the key the letter from which it comes: a bare hamza has none in the key. */
function keyPlaces(text: string): number[] {
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) if (keyOf(text.charAt(i)) !== '') places.push(i);
  return places;
}

// ---------------------------------------------------------------------------------------------------------------- patterns

/** Shapes of verbal nouns and participles, that foreign names rarely have. */
const NOUN_SHAPE =
  /^(ت..ي.ة?|ت.ا.[^ا]|ان..ا.|ا.[تطد].ا.|است..ا.|إ..ا.|م..و.ة?|م[^اوي].[^اوي]ة?|م.ا.[^اوي]ة|م[تن]...?ة?|مست...ة?|[^اوي]{2}ي.ة|ت[^اوي]{2}ي|ت[^اوي]ا[^اوي]ي|.{3,}ات|.{3,}ية)$/;
/** Shapes of the imperfect. */
const VERB_SHAPE = /^[يت]([^اويءأإآةى]{3,4}|ت[^اوي].[^اوي]+|ت.ا..|ست.{3}|[^اوي]ت..)$/;
/** Shapes of the perfect behind و: انهمكت, استغرق. */
const PERFECT_SHAPE = /^(ان[^اوي]{3}ت?|است[^اوي]{3,4}|ا[^اوي]ت[^اوي]{2}ت?)$/;

/** Cuts of a word that the lexicon does not know. */
function openCuts(letters: Letters, evidence: Evidence, writing: Writing): Cut[] {
  const { text } = letters;
  const cuts: Cut[] = [];
  for (const conj of heads(text, 'وف')) {
    for (const prep of heads(text.slice(conj.length), 'بلك')) {
      const ahead = conj.length + prep.length;
      const rest = text.slice(ahead);
      const article = /^[اٱ]ل.../.test(rest) && prep !== 'ل' ? 2 : prep === 'ل' && /^ل.../.test(rest) ? 1 : 0;
      const from = ahead + article;
      for (const pron of article ? [''] : ['', ...PRONOUNS]) {
        const cut = openCut(letters, { conj, prep, article, pron, from }, evidence, writing);
        if (cut) cuts.push(cut);
      }
    }
  }
  return cuts;
}

function openCut(
  { text, tanwin }: Letters,
  at: Pick<Cut, 'conj' | 'prep' | 'article' | 'pron' | 'from'>,
  evidence: Evidence,
  writing: Writing,
): Cut | null {
  const { conj, prep, article, pron, from } = at;
  const to = text.length - pron.length;
  if (!text.endsWith(pron) || (to - from < 3 && (conj || prep || pron))) return null;
  if (pron && (tanwin || pron === 'ي' || pron === 'ني' || (pron === 'ه' && writing.haForTa))) return null;
  if (tanwin && prep) return null;
  const stem = text.slice(from, to);
  const key = keyOf(stem);
  const rest = text.slice(conj.length + prep.length);
  let cost = UNKNOWN;
  if (article && !conj && !prep) cost -= 0.3;
  if (conj === 'و') cost += article ? -2 : restAfterWaw(stem);
  if (conj === 'ف') cost += article ? 0.3 : /^[أإ]/.test(stem) ? -0.6 : VERB_SHAPE.test(stem) ? -0.2 : 1.2;
  if (prep)
    cost +=
      article === 2 ? -2 : article === 1 ? (stem.length > 3 ? -1 : -0.4) : restAfterPreposition(rest, stem) + (prep === 'ك' ? 0.8 : 0);
  if (pron) cost += openPronoun(pron, stem);
  if (conj || prep || pron) cost -= Math.min(2, evidence.of(key, text)) * 1.1;
  else cost -= Math.min(2, evidence.of(key, text)) * 0.8;
  const pos: Pos = pron || article ? 'noun' : VERB_SHAPE.test(stem) && !prep ? 'verb' : 'name';
  return { ...at, future: false, to, cost: Math.max(cost, LEAST), lemma: stem, pos };
}

/** What makes و a conjunction before an unknown stem. Foreign names in W go on with ا ي و; few stems have a hamza on alif as second letter. */
function restAfterWaw(stem: string): number {
  if (/^[أإآ]/.test(stem)) return -1.5;
  if (VERB_SHAPE.test(stem) || NOUN_SHAPE.test(stem) || PERFECT_SHAPE.test(stem)) return -0.8;
  if (/^[اوي]/.test(stem)) return 1.2;
  return stem.length >= 4 ? -0.5 : 0.4;
}

function restAfterPreposition(rest: string, stem: string): number {
  if (/^[أإآ]/.test(rest)) return -1.5;
  if (NOUN_SHAPE.test(stem)) return -0.6;
  return stem.length >= 5 ? 0.7 : 1.2;
}

function openPronoun(pron: string, stem: string): number {
  if (/[ةىءا]$/.test(stem) && !(pron === 'ها' && stem.endsWith('ا'))) return stem.endsWith('ا') ? 0.6 : 3;
  if (pron === 'ها') return -0.8;
  if (pron === 'ه')
    return stem.endsWith('ت')
      ? -1.2
      : NOUN_SHAPE.test(stem) || VERB_SHAPE.test(stem) || /^[يت].{3,}ون$/.test(stem) || stem.length < 5
        ? -0.6
        : 0.3;
  if (pron === 'هم' || pron === 'هما') return -0.6;
  return pron === 'هن' ? 0.6 : pron === 'نا' ? 1.5 : 2.5;
}

// ---------------------------------------------------------------------------------------------------------------- the article

/** How an article writes: what it drops weighs nothing. */
interface Writing {
  dropsHamza: boolean;
  /** ه at the end for ة: الحكومه. */
  haForTa: boolean;
}

function writingOf(tokens: readonly Token[]): Writing {
  let hamza = 0;
  let bare = 0;
  let ta = 0;
  let ha = 0;
  for (const { kind, surface } of tokens) {
    if (kind !== TokenKind.Word) continue;
    if (/^(أن|إن|إلى|أو|أنه|أنها|إنه|أي|الأ.+)$/.test(surface)) hamza++;
    else if (/^(ان|الى|او|انه|انها|اي)$/.test(surface)) bare++;
    if (/^ال.{3,}ة$/.test(surface)) ta++;
    else if (/^ال.{3,}ه$/.test(surface)) ha++;
  }
  return { dropsHamza: bare > hamza, haForTa: ha > 2 && ha > 2 * ta };
}

/** In how many other written forms of the article a stem occurs, bare or behind clitics. */
class Evidence {
  private readonly forms = new Map<string, Set<string>>();

  constructor(tokens: readonly Token[]) {
    const seen = new Set<string>();
    for (const { word } of tokens) {
      if (!word || seen.has(word.key)) continue;
      seen.add(word.key);
      const bare = word.key.replace(/^[وف]?(?:[بك]?ال|لل|[بلك])?(?=...)/, '');
      for (const stem of new Set([word.key, bare, word.key.replace(/^[وف](?=...)/, ''), bare.replace(/(?<=...)(?:ها|هم|ه)$/, '')])) {
        const forms = this.forms.get(stem);
        if (forms) forms.add(word.key);
        else this.forms.set(stem, new Set([word.key]));
      }
    }
  }

  of(stem: string, text: string): number {
    const forms = this.forms.get(stem);
    if (!forms) return 0;
    return forms.size - (forms.has(keyOf(text)) ? 1 : 0);
  }
}

// ---------------------------------------------------------------------------------------------------------------- the choice

/** Cuts the words of one article. Needs tokens with their words; alters nothing. */
export class Segmenter {
  private readonly writing: Writing;
  private readonly evidence: Evidence;

  constructor(private readonly tokens: readonly Token[]) {
    this.writing = writingOf(tokens);
    this.evidence = new Evidence(tokens);
  }

  /** The parts of token `i`. Offsets of parts follow from their order: together they are the written form. */
  segment(i: number, hint: Hint = NO_HINT): Segmented {
    const token = this.tokens[i];
    if (!token) return { parts: [], lemma: null, pos: 'punctuation' };
    if (token.kind === TokenKind.Number) return { parts: [{ text: token.surface, kind: 'number' }], lemma: null, pos: 'number' };
    if (token.kind === TokenKind.Latin) return { parts: [{ text: token.surface, kind: 'stem' }], lemma: null, pos: 'name' };
    if (!token.word) return { parts: [{ text: token.surface, kind: 'punctuation' }], lemma: null, pos: 'punctuation' };
    const letters = lettersOf(token.surface);
    const best = this.choose(i, letters, token.word, hint);
    return { parts: partsOf(token.surface, letters, best), lemma: best.lemma, pos: best.pos };
  }

  private choose(i: number, letters: Letters, word: Word, hint: Hint): Cut {
    const whole: Cut = {
      conj: '',
      prep: '',
      future: false,
      article: 0,
      pron: '',
      from: 0,
      to: letters.text.length,
      cost: UNKNOWN,
      lemma: letters.text,
      pos: 'name',
    };
    if ((hint.inside && !/^([وب]ال|لل)...../.test(letters.text)) || letters.text.length < 2)
      return { ...whole, article: /^[اٱ]ل.../.test(letters.text) ? 2 : 0, from: /^[اٱ]ل.../.test(letters.text) ? 2 : 0 };
    const cuts = [
      ...functionCuts(letters, this.writing),
      ...lexiconCuts(letters, word, this.writing, hint),
      ...openCuts(letters, this.evidence, this.writing),
    ];
    let best = whole;
    for (const cut of cuts) {
      if (!fits(cut, letters) || (cut.from > 0 && /^[ءؤئىة]/.test(letters.text.slice(cut.from)))) continue;
      cut.cost += this.beside(i, cut, letters.text);
      if (cut.cost < best.cost) best = cut;
    }
    return best;
  }

  /** What the neighbours say. */
  private beside(i: number, cut: Cut, text: string): number {
    const before = this.tokens[i - 1];
    const after = this.tokens[i + 1];
    let cost = 0;
    if (before?.word && PLAIN_PREPOSITIONS.has(foldAlif(before.surface))) {
      if (cut.prep || cut.future) cost += 2;
      if (cut.conj && cut.pos !== 'preposition') cost += 1.5;
      if (cut.pos === 'verb') cost += 2.5;
    }
    if (cut.prep && before?.word && cut.pos === 'name' && cut.to - cut.from < 5 && isGiven(before.word)) cost += 3;
    // لي (to me) is also a name, بي a letter's name: بي بي سي (BBC).
    if (
      /^[بل]ي$/.test(text) &&
      cut.pron &&
      [before, after].some(
        (t) => t?.word && (t.word.key.length <= 2 ? bareFunction(t.surface) === null : t.word.readings.length === 0 || isName(t.word)),
      )
    )
      cost += 6;
    if (text === 'لما' && cut.prep && !(before?.word && before.kind === TokenKind.Word)) cost += 1;
    if (text === 'لما' && !cut.prep && before?.word) cost += 1;
    // A dual stands before its genitive (محطتي الطاقة), a noun with a pronoun does not.
    if (/تي$/.test(text) && cut.pos === 'noun' && !cut.article) {
      const genitive = !!after?.word && bareFunction(after.surface) === null;
      if (genitive === !!cut.pron) cost += 1.5;
    }
    // ولي الأمر (the guardian): not و+ل+ي.
    if (text === 'ولي' && cut.pron && after?.word?.def) cost += 3;
    return cost;
  }
}

/** Prepositions that never stand without their noun. */
const PLAIN_PREPOSITIONS = new Set(['من', 'عن', 'في', 'علي', 'الي', 'مع']);

function isGiven(word: Word): boolean {
  return word.readings.some(
    (r) => !r.prep && !r.conj && !r.pron && r.node.found?.some(({ entry }) => entry.kind === 'common' && entry.of === 'given'),
  );
}

function bareFunction(surface: string): Pos | null {
  return FUNCTIONS.get(foldAlif(surface.replace(/[^\u0621-\u064a\u0671]|\u0640/g, '')))?.[0]?.pos ?? null;
}

function isName(word: Word): boolean {
  return word.readings.some(
    (r) =>
      !r.prep &&
      !r.conj &&
      !r.pron &&
      r.node.found?.some(
        (f) =>
          f.entry.kind === 'person' ||
          f.entry.kind === 'state' ||
          f.entry.kind === 'place' ||
          (f.entry.kind === 'common' && f.entry.of === 'given'),
      ),
  );
}

/** No cut runs through a ligature. */
function fits(cut: Cut, { at }: Letters): boolean {
  return boundaries(cut).every((b) => b <= 0 || b >= at.length || at[b] !== at[b - 1]);
}

function boundaries(cut: Cut): number[] {
  const conj = cut.conj.length;
  const prep = conj + cut.prep.length;
  const future = prep + (cut.future ? 1 : 0);
  return [conj, prep, future, cut.from, cut.to];
}

function partsOf(surface: string, { at, text }: Letters, cut: Cut): Part[] {
  const [conj = 0, prep = 0, future = 0] = boundaries(cut);
  const article = future + cut.article;
  const ends: [end: number, kind: PartKind][] = [
    [conj, 'conjunction'],
    [prep, 'preposition'],
    [future, 'future'],
    [article, 'article'],
    [cut.from, 'stem'],
    [cut.to, 'stem'],
    [text.length, 'pronoun'],
  ];
  const parts: Part[] = [];
  let from = 0;
  let last = 0;
  for (const [end, kind] of ends) {
    if (end <= last) continue;
    const to = end >= text.length ? surface.length : (at[end] ?? surface.length);
    if (to > from) parts.push({ text: surface.slice(from, to), kind });
    from = to;
    last = end;
  }
  if (from < surface.length) parts.push({ text: surface.slice(from), kind: 'stem' });
  return parts;
}
