/**
 * Step one and two of the verb forms (see conjugation.ts): the templates of the measures, what kind of root a verb has, and its stems.
 * The notation of sounds stands in hamza.ts.
 */

import { withoutSigns } from './hamza.js';

/** What the generator must know of a verb; the columns of verbs.tsv. */
export interface VerbEntry {
  lemma: string;
  root: string;
  /** '1' to '10', 'q1', 'q2', 'q4' */
  measure: string;
  /** Measure 1: the vowels of past and present, as 'a-u'. */
  vowels: string;
  masdars: readonly string[];
}

// ---------------------------------------------------------------------------------------------------------------- templates

export interface Templates {
  perfect: string;
  imperfect: string;
  perfectPassive: string;
  imperfectPassive: string;
  /** Active participle without its prefix; where absent, the stem of the imperfect. */
  participle?: string;
  /** Vowel of the personal prefix of the active imperfect. */
  prefix: 'a' | 'u';
  /** What an imperative begins with. */
  imperative: string;
}

/** Digits are root letters, T is the t of measure 8. Measure 1 is made in `templatesOf`. */
const TEMPLATES: Record<string, Templates> = {
  '2': row('1a22a3', '1a22i3', '1u22i3', '1a22a3', 'u', ''),
  '3': row('1A2a3', '1A2i3', '1U2i3', '1A2a3', 'u', ''),
  '4': row('ءa12a3', '12i3', 'ءu12i3', '12a3', 'u', 'ءa'),
  '5': row('تa1a22a3', 'تa1a22a3', 'تu1u22i3', 'تa1a22a3', 'a', '', 'تa1a22i3'),
  '6': row('تa1A2a3', 'تa1A2a3', 'تu1U2i3', 'تa1A2a3', 'a', '', 'تa1A2i3'),
  '7': row('@iن1a2a3', 'ن1a2i3', '@uن1u2i3', 'ن1a2a3', 'a', '@i'),
  '8': row('@i1Ta2a3', '1Ta2i3', '@u1Tu2i3', '1Ta2a3', 'a', '@i'),
  '9': row('@i12a3a3', '12a3i3', '@u12u3i3', '12a3a3', 'a', '@i'),
  '10': row('@iستa12a3', 'ستa12i3', '@uستu12i3', 'ستa12a3', 'a', '@i'),
  q1: row('1a23a4', '1a23i4', '1u23i4', '1a23a4', 'u', ''),
  q2: row('تa1a23a4', 'تa1a23a4', 'تu1u23i4', 'تa1a23a4', 'a', '', 'تa1a23i4'),
  q4: row('@i12a34a4', '12a34i4', '@u12u34i4', '12a34a4', 'a', '@i'),
};

function row(
  perfect: string,
  imperfect: string,
  perfectPassive: string,
  imperfectPassive: string,
  prefix: 'a' | 'u',
  imperative: string,
  participle?: string,
): Templates {
  const templates: Templates = { perfect, imperfect, perfectPassive, imperfectPassive, prefix, imperative };
  return participle === undefined ? templates : { ...templates, participle };
}

// ---------------------------------------------------------------------------------------------------------------- the root

export interface Root {
  measure: string;
  letters: readonly string[];
  /** The t of measure 8, after assimilation. */
  infix: string;
  past: string;
  present: string;
  /** قال, أعاد: the middle w or y becomes a long vowel. */
  hollow: boolean;
  /** دعا, التقى: the last root letter is w or y. */
  defective: boolean;
  /** مدّ, استعدّ: the two last root letters fall together where a vowel follows. */
  doubled: boolean;
  /** وصل يصل: the first w is lost in the active imperfect. */
  assimilated: boolean;
  /** رأى يرى, أرى: the hamza is lost. */
  seeing: boolean;
}

export const isWeak = (letter: string | undefined): boolean => letter === 'و' || letter === 'ي';

/** First root letter and t of measure 8 as they come out together; the first pair is the usual one. */
function assimilations(first: string): readonly (readonly [string, string])[] {
  switch (first) {
    case 'و':
    case 'ي':
      return [['ت', 'ت']];
    case 'ء':
      return [
        ['ء', 'ت'],
        ['ت', 'ت'],
      ];
    case 'د':
    case 'ز':
      return [[first, 'د']];
    case 'ذ':
      return [
        ['د', 'د'],
        ['ذ', 'د'],
        ['ذ', 'ذ'],
      ];
    case 'ث':
      return [
        ['ث', 'ث'],
        ['ث', 'ت'],
      ];
    case 'ص':
    case 'ض':
    case 'ط':
      return [[first, 'ط']];
    case 'ظ':
      return [
        ['ظ', 'ط'],
        ['ظ', 'ظ'],
      ];
    default:
      return [[first, 'ت']];
  }
}

/** The ways in which a root may behave in a measure, the usual one first. */
export function readings(verb: VerbEntry): Root[] {
  const letters = [...withoutSigns(verb.root)];
  const [first = '', second = '', third = ''] = letters;
  const { measure } = verb;
  const [past = 'a', present = 'u'] = verb.vowels.split('-');
  const defective = isWeak(letters[letters.length - 1]);
  const seeing = verb.root === 'رءي' && (measure === '1' || measure === '4');
  const mayBeHollow = !defective && isWeak(second) && second !== third && ['1', '4', '7', '8', '10'].includes(measure);
  const mayBeDoubled = !defective && second === third && ['1', '3', '4', '6', '7', '8', '10'].includes(measure);
  const assimilated =
    measure === '1' && first === 'و' && (present === 'i' || (present === 'a' && (past === 'a' || ['وسع', 'وطء'].includes(verb.root))));
  const starts = measure === '8' ? assimilations(first) : [[first, ''] as const];
  const found: Root[] = [];
  for (const regular of [false, true]) {
    for (const [start, infix] of starts) {
      found.push({
        measure,
        letters: [start, ...letters.slice(1)],
        infix,
        past,
        present,
        hollow: mayBeHollow && !regular,
        defective,
        doubled: measure === '9' || measure === 'q4' || (mayBeDoubled && !regular),
        assimilated,
        seeing,
      });
    }
  }
  return found;
}

export function templatesOf(root: Root): Templates {
  const { past, present } = root;
  const templates =
    TEMPLATES[root.measure] ?? row(`1a2${past}3`, root.assimilated ? `2${present}3` : `12${present}3`, '1u2i3', '12a3', 'a', '', '1A2i3');
  if (!root.seeing) return templates;
  // رأى keeps its hamza in the past only, أرى nowhere.
  return root.measure === '1'
    ? { ...templates, imperfect: '1a3', imperfectPassive: '1a3' }
    : { ...templates, perfect: 'ءa1a3', imperfect: '1i3', perfectPassive: 'ءu1i3', imperfectPassive: '1a3' };
}

export function fill(template: string, root: Root): string {
  return template.replace(/[1234T]/g, (sign) => (sign === 'T' ? root.infix : (root.letters[Number(sign) - 1] ?? '')));
}

// ---------------------------------------------------------------------------------------------------------------- stems

/** A stem as it stands before a vowel (`open`) and before a consonant or at the end (`shut`); a defective stem has its last vowel in `vowel`. */
export type Stem = { kind: 'strong'; open: string; shut: string } | { kind: 'weak'; core: string; vowel: string };

export function stemOf(template: string, root: Root): Stem {
  if (root.defective) {
    const sounds = fill(template.replace(/.$/, ''), root);
    return { kind: 'weak', core: sounds.slice(0, -1), vowel: sounds.slice(-1) };
  }
  if (root.hollow) return hollow(template, root);
  const shut = fill(template, root);
  return { kind: 'strong', open: root.doubled ? contract(shut) : shut, shut };
}

/** `مaدaد` → `مaدد`, `مدuد` → `مuدد` */
function contract(sounds: string): string {
  const vowel = sounds.slice(-2, -1);
  const last = sounds.slice(-1);
  const head = sounds.slice(0, -3);
  return /[aiuAU]$/.test(head) ? head + last + last : head + vowel + last + last;
}

/** `قaوaل` → `قAل`, `قuل`; `قوuل` → `قUل`, `قuل`; `قuوiل` → `قIل`, `قiل` */
function hollow(template: string, root: Root): Stem {
  const [, head = '', before = '', after = ''] = /^(.*?)([aiu]?)2([aiu])3$/.exec(template) ?? [];
  const stem = fill(head, root);
  const last = root.letters[2] as string;
  const long = before === 'a' ? 'a' : before === 'u' ? 'i' : after;
  const isPastOfMeasure1 = root.measure === '1' && before === 'a';
  const short = isPastOfMeasure1 ? (root.past === 'a' && root.present === 'u' ? 'u' : 'i') : long;
  return { kind: 'strong', open: stem + long.toUpperCase() + last, shut: stem + short + last };
}
