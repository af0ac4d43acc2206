/**
 * From sounds to letters: how an Arabic word form is written in a newspaper.
 *
 * The generator in conjugation.ts builds words as *sounds*: Arabic letters stand for consonants (`ء` for every hamza), Latin letters for
 * vowels, so that نسمع `nasmaʿ` is `نaسمaع`:
 *
 *     a i u    short vowels                       @   the joining alif of استقبل, with its vowel: `@iستaقبaل`
 *     A I U    long vowels, written ا ي و         #   the silent alif of كتبوا
 *     Y        long a, written ى at the end       ة   the feminine ending
 *
 * `spell` turns sounds into letters: vowel signs and shadda are not written, every hamza gets its seat (أ إ ؤ ئ ء آ). Where
 * newspapers use two spellings (بدؤوا, بدأوا; مسؤول, مسئول), it gives both, the standard one first.
 * `attach` adds an ending to a noun that is already in letters (جزء + ا gives جزءا, عبء + ا gives عبئا).
 */

const VOWEL = /[aiuAIUY]/;
const SIGNS = /[\u0640\u064B-\u0652\u0670]/g;
/** Letters that do not join to the letter after them. */
const UNJOINED = /[اأإآءدذرزوؤىة]$/;

/** Removes shadda, vowel signs and tatweel. */
export function withoutSigns(text: string): string {
  return text.replace(SIGNS, '');
}

/** Sound laws: two hamzas at the head of a word become one with a long vowel (آخذ, إيمان); w and y without a vowel follow the vowel before (إيقاف, يوقظ). */
function smooth(sounds: string): string {
  return sounds
    .replace(/^ء([aiu])ء(?![aiuAIUYء])/, (_, vowel: string) => `ء${vowel.toUpperCase()}`)
    .replace(/i[وي](?![aiuAIUYوي])/g, 'I')
    .replace(/u[وي](?![aiuAIUYوي])/g, 'U');
}

/** The letters for a hamza at the head of a word and for the long a after it. */
function headHamza(next: string): string {
  if (next === 'A') return 'آ';
  return next === 'i' || next === 'I' ? 'إ' : 'أ';
}

/**
 * The seats of a hamza inside or at the end of a word. `before` and `next` are the sounds beside it ('' at the end), `written` the letters
 * before it, `joint` tells that an ending begins after it. A seat that ends in آ also stands for the long a that follows.
 */
function seats(before: string, next: string, written: string, joint: boolean): string[] {
  const closed = !VOWEL.test(before);
  if (next === '' || !VOWEL.test(next)) {
    if (before === 'a') return ['أ'];
    if (before === 'u') return ['ؤ'];
    return before === 'i' ? ['ئ'] : ['ء'];
  }
  if (next === 'i' || next === 'I') return joint && before === 'a' ? ['ئ', 'أ'] : ['ئ'];
  if (before === 'i' || before === 'I') return ['ئ'];
  if (next === 'u' || next === 'U') {
    if (before === 'U') return ['ء', 'ؤ'];
    if (joint && before === 'a') return ['ؤ', 'أ', 'ء'];
    if (joint && before === 'A') return ['ؤ', 'ء'];
    return closed && next === 'U' && !UNJOINED.test(written) ? ['ؤ', 'ئ'] : ['ؤ'];
  }
  if (before === 'u') return ['ؤ'];
  if (before === 'A' || before === 'U') return ['ء'];
  if (before === 'ي') return ['ئ', 'أ'];
  if (before === 'و') return ['ء', 'أ'];
  if (next === 'A') return joint && before === 'a' ? ['آ', 'أا'] : ['آ'];
  return ['أ'];
}

/** Writes a word given in sounds; `ending` is kept apart because a hamza before an ending has more than one current spelling. */
export function spell(stem: string, ending = ''): string[] {
  const head = smooth(stem);
  const sounds = head + ending;
  let written = [''];
  const add = (letters: string): void => {
    written = written.map((word) => word + letters);
  };
  for (let i = 0; i < sounds.length; i++) {
    const sound = sounds[i] as string;
    const before = sounds[i - 1] ?? '';
    if (sound === before && !VOWEL.test(sound)) continue; // a doubled consonant is written once
    if (sound === '@' || sound === '#' || sound === 'A') add('ا');
    else if (sound === 'I') add('ي');
    else if (sound === 'U') add('و');
    else if (sound === 'Y') add(/ي$/.test(written[0] as string) ? 'ا' : 'ى');
    else if (sound === 'ء') {
      const after = sounds[i + 1] === 'ء' ? i + 2 : i + 1;
      const next = sounds[after] ?? '';
      const choice = i === 0 ? [headHamza(next)] : seats(before, next, written[0] as string, after === head.length);
      written = choice.flatMap((seat) => written.map((word) => word + seat));
      if (next === 'A' && /[آا]$/.test(choice[0] as string)) i = after;
    } else if (!VOWEL.test(sound)) add(sound);
  }
  return [...new Set(written)];
}

/** Adds an ending (ا, ان, ين, ون, و, ي, ة, ات, تان …) to a noun in letters that does not end in ة; gives all current spellings. */
export function attach(noun: string, ending: string): string[] {
  const stem = noun.slice(0, -1);
  const first = ending[0];
  switch (noun[noun.length - 1]) {
    case 'أ':
      if (first === 'ا') return [`${stem}آ${ending.slice(1)}`];
      if (first === 'و') return [`${stem}ؤ${ending}`, `${noun}${ending}`];
      return first === 'ي' ? [`${stem}ئ${ending}`, `${noun}${ending}`] : [noun + ending];
    case 'ى':
      if (first === 'ا') return [`${stem}ي${ending}`];
      if (first === 'ة' || first === 'ت') return [`${stem}ا${ending}`];
      return [stem + ending];
    case 'ء':
      if (stem.endsWith('ا') || stem.endsWith('و')) {
        if (first === 'ي') return [`${stem}ئ${ending}`];
        return first === 'و' ? [`${stem}ؤ${ending}`, `${noun}${ending}`] : [noun + ending];
      }
      if (first === 'و' && UNJOINED.test(stem)) return [`${stem}ؤ${ending}`, `${noun}${ending}`];
      return [UNJOINED.test(stem) ? noun + ending : `${stem}ئ${ending}`];
    default:
      return [noun + ending];
  }
}
