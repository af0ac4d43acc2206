/**
 * All word forms of an Arabic verb, of its verbal nouns and participles, and the regular forms of nouns and nationality adjectives.
 *
 * A form is made in three steps:
 *   1. a template of the verb's measure is filled with the root (`1a2a3` + كتب → `كaتaب`; the notation stands in hamza.ts),
 *   2. the stem is changed as weak, doubled and hollow roots ask (`قaوaل` → `قAل`, `مaدaد` → `مaدد`), prefixes and endings are added,
 *   3. hamza.ts writes the sounds as letters.
 * Everything comes from root, measure and vowels. The lemma only decides where a root has two ways (استجاب and استجوب of جوب).
 * Forms are written without vowel signs and shadda. Attached pronouns, conjunctions, prepositions and ال are not added here.
 */

import { distinct, feminine, inYa, masculine, type NounForm } from './declension.js';
import { attach, spell, withoutSigns } from './hamza.js';
import { fill, isWeak, type Root, readings, type Stem, stemOf, type Templates, templatesOf, type VerbEntry } from './stems.js';

export { declineNisba, declineNoun, type NounForm } from './declension.js';
export type { VerbEntry } from './stems.js';

export type Voice = 'active' | 'passive';
export type VerbalPos = 'verb' | 'masdar' | 'active-participle' | 'passive-participle';

export interface WordForm {
  form: string;
  pos: VerbalPos;
  tense?: 'perfect' | 'imperfect' | 'imperative';
  voice?: Voice;
  person?: 1 | 2 | 3;
  gender?: 'm' | 'f';
  number?: 'sg' | 'du' | 'pl';
}

type Cell = Pick<WordForm, 'person' | 'gender' | 'number'>;

// ---------------------------------------------------------------------------------------------------------------- finite forms

const cell = (person: 1 | 2 | 3, gender: 'm' | 'f' | '', number: 'sg' | 'du' | 'pl'): Cell =>
  gender === '' ? { person, number } : { person, gender, number };

/** Endings of the past before which the stem is shut. */
const PERFECT_SHUT: readonly (readonly [string, Cell])[] = [
  ['ن', cell(3, 'f', 'pl')],
  ['ت', cell(2, 'm', 'sg')],
  ['ت', cell(2, 'f', 'sg')],
  ['تuمA', cell(2, 'm', 'du')],
  ['تuمA', cell(2, 'f', 'du')],
  ['تuم', cell(2, 'm', 'pl')],
  ['تuنن', cell(2, 'f', 'pl')],
  ['ت', cell(1, '', 'sg')],
  ['نA', cell(1, '', 'pl')],
];

/** A form of the present: prefix, which ending, and who. */
type Ending = 'none' | 'dual' | 'men' | 'women' | 'you-f';
const IMPERFECT: readonly (readonly [string, Ending, Cell])[] = [
  ['ي', 'none', cell(3, 'm', 'sg')],
  ['ت', 'none', cell(3, 'f', 'sg')],
  ['ي', 'dual', cell(3, 'm', 'du')],
  ['ت', 'dual', cell(3, 'f', 'du')],
  ['ي', 'men', cell(3, 'm', 'pl')],
  ['ي', 'women', cell(3, 'f', 'pl')],
  ['ت', 'none', cell(2, 'm', 'sg')],
  ['ت', 'you-f', cell(2, 'f', 'sg')],
  ['ت', 'dual', cell(2, 'm', 'du')],
  ['ت', 'dual', cell(2, 'f', 'du')],
  ['ت', 'men', cell(2, 'm', 'pl')],
  ['ت', 'women', cell(2, 'f', 'pl')],
  ['ء', 'none', cell(1, '', 'sg')],
  ['ن', 'none', cell(1, '', 'pl')],
];

/** Endings with the ن of the indicative and without it. */
const STRONG_ENDINGS: Record<Exclude<Ending, 'none' | 'women'>, readonly [string, string]> = {
  dual: ['Aن', 'A'],
  men: ['Uن', 'U#'],
  'you-f': ['Iن', 'I'],
};

/** Endings of defective stems, by the vowel of the stem. */
const WEAK_ENDINGS: Record<string, Record<Ending, readonly [string, string]>> = {
  a: { none: ['Y', 'a'], dual: ['aيAن', 'aيA'], men: ['aون', 'aو#'], women: ['aين', 'aين'], 'you-f': ['aين', 'aي'] },
  i: { none: ['I', 'i'], dual: ['iيAن', 'iيA'], men: ['Uن', 'U#'], women: ['Iن', 'Iن'], 'you-f': ['Iن', 'I'] },
  u: { none: ['U', 'u'], dual: ['uوAن', 'uوA'], men: ['Uن', 'U#'], women: ['Uن', 'Uن'], 'you-f': ['Iن', 'I'] },
};

function perfect(stem: Stem, lastLetter: string): [string, Cell][] {
  const forms: [string, Cell][] = [];
  const put = (at: Cell, sounds: string, ending = ''): void => {
    for (const form of spell(sounds, ending)) forms.push([form, at]);
  };
  if (stem.kind === 'strong') {
    const { open, shut } = stem;
    put(cell(3, 'm', 'sg'), open);
    put(cell(3, 'f', 'sg'), open, 'aت');
    put(cell(3, 'm', 'du'), open, 'A');
    put(cell(3, 'f', 'du'), open, 'aتA');
    put(cell(3, 'm', 'pl'), open, 'U#');
    for (const [ending, at] of PERFECT_SHUT) put(at, shut, ending);
    return forms;
  }
  const { core, vowel } = stem;
  if (vowel === 'a') {
    put(cell(3, 'm', 'sg'), core + (lastLetter === 'و' ? 'A' : 'Y'));
    put(cell(3, 'f', 'sg'), `${core}aت`);
    put(cell(3, 'm', 'du'), `${core}a${lastLetter}A`);
    put(cell(3, 'f', 'du'), `${core}aتA`);
    put(cell(3, 'm', 'pl'), `${core}aو#`);
    for (const [ending, at] of PERFECT_SHUT) put(at, `${core}a${lastLetter}${ending}`);
    return forms;
  }
  const glide = vowel === 'i' ? 'ي' : 'و';
  put(cell(3, 'm', 'sg'), core + vowel + glide);
  put(cell(3, 'f', 'sg'), `${core}${vowel}${glide}aت`);
  put(cell(3, 'm', 'du'), `${core}${vowel}${glide}A`);
  put(cell(3, 'f', 'du'), `${core}${vowel}${glide}aتA`);
  put(cell(3, 'm', 'pl'), `${core}U#`);
  for (const [ending, at] of PERFECT_SHUT) put(at, core + vowel.toUpperCase() + ending);
  return forms;
}

/** Spellings of one cell of the present (indicative, subjunctive, jussive), or of the imperative when `moods` is 'short'. */
function presentForms(prefix: string, stem: Stem, ending: Ending, moods: 'all' | 'short'): string[] {
  if (stem.kind === 'weak') {
    const [long, short] = (WEAK_ENDINGS[stem.vowel] as (typeof WEAK_ENDINGS)[string])[ending];
    return [...(moods === 'all' ? [long] : []), short].flatMap((end) => spell(prefix + stem.core + end));
  }
  const { open, shut } = stem;
  if (ending === 'none') return [...spell(prefix + open), ...spell(prefix + shut)];
  if (ending === 'women') return spell(prefix + shut, 'ن');
  const [long, short] = STRONG_ENDINGS[ending];
  return [...(moods === 'all' ? [long] : []), short].flatMap((end) => spell(prefix + open, end));
}

function imperfect(prefixVowel: string, stem: Stem): [string, Cell][] {
  return IMPERFECT.flatMap(([prefix, ending, at]) =>
    presentForms(prefix + prefixVowel, stem, ending, 'all').map((form): [string, Cell] => [form, at]),
  );
}

function imperative(root: Root, templates: Templates): [string, Cell][] {
  if (root.defective && (root.assimilated || root.seeing)) return []; // فِ, رَ: one letter, not used
  let stem = stemOf(templates.imperfect, root);
  const verb = root.letters.join('');
  if (root.measure === '1' && ['ءخذ', 'ءكل', 'ءمر'].includes(verb)) {
    stem = stemOf(templates.imperfect.slice(1), root); // خذ, كل, مر
  }
  const start = (sounds: string): string => {
    if (root.measure !== '1') return templates.imperative;
    if (!/^[^aiuAIU]{2}/.test(sounds)) return '';
    return root.present === 'u' ? '@u' : '@i';
  };
  const forms: [string, Cell][] = [];
  for (const [prefix, ending, at] of IMPERFECT) {
    if (prefix !== 'ت' || at.person !== 2) continue;
    const parts: Stem[] =
      stem.kind === 'weak' || ending !== 'none'
        ? [stem]
        : [
            { kind: 'strong', open: stem.open, shut: stem.open },
            { kind: 'strong', open: stem.shut, shut: stem.shut },
          ];
    for (const part of parts) {
      if (root.hollow && ending === 'none' && part === parts[0]) continue; // قل, not قول
      const sounds = part.kind === 'weak' ? part.core + part.vowel : ending === 'women' ? part.shut : part.open;
      for (const form of presentForms(start(sounds), part, ending, 'short')) forms.push([form, at]);
    }
  }
  return forms;
}

// ---------------------------------------------------------------------------------------------------------------- participles

function inSounds(sounds: string): NounForm[] {
  return spell(sounds).flatMap((base) => [...masculine(base), ...feminine(base)]);
}

function participle(sounds: Stem, prefix: string, kind: 'active' | 'passive'): NounForm[] {
  if (sounds.kind === 'strong') return inSounds(prefix + sounds.open);
  if (kind === 'passive') {
    const inAlif = spell(prefix + sounds.core).flatMap((base) => [...masculine(`${base}ى`), ...feminine(`${base}ا`)]);
    return inAlif.map((noun) => ({ ...noun, form: noun.form.replace(/يى$/, 'يا') }));
  }
  return spell(`${prefix}${sounds.core}i`).flatMap(inYa);
}

function activeParticiple(root: Root, templates: Templates): NounForm[] {
  const template = templates.participle ?? templates.imperfect;
  if (root.measure !== '1') return participle(stemOf(template, root), 'مu', 'active');
  if (root.hollow) {
    const [first, , third] = root.letters;
    if (third === 'ء') return spell(`${first}Aءi`).flatMap(inYa); // جاءٍ, الجائي
    return inSounds(`${first}Aءi${third}`);
  }
  return participle(stemOf(template, root), '', 'active');
}

function passiveParticiple(root: Root, templates: Templates): NounForm[] {
  if (root.measure !== '1') return participle(stemOf(templates.imperfectPassive, root), 'مu', 'passive');
  const [first = '', second = '', third = ''] = root.letters;
  if (root.hollow) return inSounds(`مa${first}${second === 'و' ? 'U' : 'I'}${third}`);
  if (root.defective) return inSounds(`مa${first}${second}${third === 'و' && root.past === 'a' ? 'uوو' : 'iيي'}`);
  return inSounds(`مa${first}${second}U${third}`);
}

// ---------------------------------------------------------------------------------------------------------------- verbal nouns

/** The regular verbal noun of measures 2 to 10 and of quadriliterals, in sounds; `null` for measure 1. A final I stands for a noun like تخلٍّ. */
function regularMasdar(root: Root): string | null {
  const { hollow: isHollow, defective, seeing, letters } = root;
  const last = letters[letters.length - 1];
  const final = defective ? 'ء' : '3';
  switch (root.measure) {
    case '2':
      if (defective) return isWeak(letters[1]) && letters[1] === last ? 'تa1iييaة' : 'تa12iيaة';
      return last === 'ء' ? 'تa12i3aة' : 'تa12I3';
    case '3':
      if (defective) return 'مu1A2Aة';
      return root.doubled ? 'مu1A22aة' : 'مu1A2a3aة';
    case '4':
      if (seeing) return 'ءi1Aءaة';
      return isHollow ? 'ءi1A3aة' : `ءi12A${final}`;
    case '5':
      return defective ? 'تa1a22I' : 'تa1a22u3';
    case '6':
      if (defective) return 'تa1A2I';
      return root.doubled ? 'تa1A22' : 'تa1A2u3';
    case '7':
      return isHollow ? '@iن1iيA3' : `@iن1i2A${final}`;
    case '8':
      return isHollow ? '@i1TiيA3' : `@i1Ti2A${final}`;
    case '9':
      return '@i12i3A3';
    case '10':
      return isHollow ? '@iستi1A3aة' : `@iستi12A${final}`;
    case 'q1':
      return '1a23a4aة';
    case 'q2':
      return 'تa1a23u4';
    case 'q4':
      return '@i12i34A4';
    default:
      return null;
  }
}

/** Forms of a verbal noun in letters. The plural in ات is given for nouns in ة, for those of measures 2 to 10 and for those like قرار. */
function masdarForms(noun: string, measure: string): NounForm[] {
  if (noun.endsWith('ة')) {
    const forms = feminine(noun.slice(0, -1));
    return measure === '1' && noun.endsWith('اة') ? forms.filter(({ number }) => number !== 'pl') : forms;
  }
  const forms = masculine(noun).filter(({ form, number }) => number === 'sg' || (number === 'du' && /(ان|ين|اءا)$/.test(form)));
  const sound = measure !== '1' || /^..ا.$/.test(noun);
  return [...forms, ...(sound ? attach(noun, 'ات').map((form): NounForm => ({ form, number: 'pl', gender: 'f' })) : [])];
}

function masdars(verb: VerbEntry, root: Root): NounForm[] {
  if (verb.masdars.length > 0) {
    return verb.masdars.flatMap((masdar) => {
      const noun = withoutSigns(masdar);
      // تخلّي and its like: a verbal noun in ي of measures 5 and 6
      return root.defective && (root.measure === '5' || root.measure === '6') && noun.endsWith('ي')
        ? yaMasdar(noun.slice(0, -1))
        : masdarForms(noun, root.measure);
    });
  }
  const template = regularMasdar(root);
  if (template === null) return [];
  if (template.endsWith('I')) return spell(fill(template.slice(0, -1), root)).flatMap(yaMasdar);
  return spell(fill(template, root)).flatMap((noun) => masdarForms(noun, root.measure));
}

function yaMasdar(base: string): NounForm[] {
  return [
    ...inYa(base).filter(({ gender, number }) => gender === 'm' && number !== 'pl'),
    { form: `${base}يات`, number: 'pl', gender: 'f' },
  ];
}

// ---------------------------------------------------------------------------------------------------------------- the verb

/** ليس has only a past, with the meaning of a present. */
const NOT_TO_BE: Stem = { kind: 'strong', open: 'لaيس', shut: 'لaس' };

/** The reading of the root under which the past is the lemma; the usual one if there is none. */
function readingOf(verb: VerbEntry): Root {
  const lemma = withoutSigns(verb.lemma);
  const all = readings(verb);
  return all.find((root) => pastOf(root).includes(lemma)) ?? (all[0] as Root);
}

function lastLetterOf(root: Root): string {
  return root.measure === '1' && root.letters[2] === 'و' ? 'و' : 'ي';
}

function pastOf(root: Root): string[] {
  return perfect(stemOf(templatesOf(root).perfect, root), lastLetterOf(root))
    .slice(0, 1)
    .map(([form]) => form);
}

/** Every word form of a verb: finite forms of both voices, imperative, participles and verbal nouns. */
export function conjugate(verb: VerbEntry): WordForm[] {
  const forms: WordForm[] = [];
  const put = (cells: readonly [string, Cell][], tense: 'perfect' | 'imperfect' | 'imperative', voice: Voice): void => {
    for (const [form, at] of cells) forms.push({ form, pos: 'verb', tense, voice, ...at });
  };
  if (verb.root === 'ليس') {
    put(perfect(NOT_TO_BE, 'ي'), 'perfect', 'active');
    return distinct(forms);
  }
  const root = readingOf(verb);
  const templates = templatesOf(root);
  const last = lastLetterOf(root);
  put(perfect(stemOf(templates.perfect, root), last), 'perfect', 'active');
  put(imperfect(templates.prefix, stemOf(templates.imperfect, root)), 'imperfect', 'active');
  put(imperative(root, templates), 'imperative', 'active');
  // Verbs of becoming (كبر u-u), of measures 7 and 9 have no passive.
  const hasPassive = !['7', '9'].includes(root.measure) && !(root.measure === '1' && root.past === 'u');
  if (hasPassive) {
    put(perfect(stemOf(templates.perfectPassive, root), last), 'perfect', 'passive');
    put(imperfect('u', stemOf(templates.imperfectPassive, root)), 'imperfect', 'passive');
  }
  const nouns = (pos: VerbalPos, list: readonly NounForm[]): void => {
    for (const { form, number, gender } of list) forms.push({ form, pos, gender, number });
  };
  nouns('active-participle', activeParticiple(root, templates));
  if (hasPassive) nouns('passive-participle', passiveParticiple(root, templates));
  nouns('masdar', masdars(verb, root));
  return distinct(forms);
}
