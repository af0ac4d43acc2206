// Arabic letters and their spelling variants: every character falls into a class, and every letter folds to the one by which words are looked up.

export enum CharClass {
  Other = 0,
  Letter = 1,
  /** Vowel signs, tatweel, zero-width characters: part of a word, but not of its key. */
  Mark = 2,
  Digit = 3,
  Latin = 4,
  Space = 5,
  Newline = 6,
}

const CLASSES = new Uint8Array(65536);
/** The code unit to which a letter folds; 0 where it is dropped. */
const FOLDS = new Uint16Array(65536);

function fill(from: number, to: number, charClass: CharClass): void {
  for (let c = from; c <= to; c++) CLASSES[c] = charClass;
}

fill(0x0620, 0x064a, CharClass.Letter);
fill(0x066e, 0x06d3, CharClass.Letter);
for (const c of [0x06d5, 0x06ee, 0x06ef, 0x06fa, 0x06fb, 0x06fc, 0x06ff]) CLASSES[c] = CharClass.Letter;
fill(0x0750, 0x077f, CharClass.Letter);
fill(0xfb50, 0xfdfb, CharClass.Letter);
fill(0xfe70, 0xfefc, CharClass.Letter);
fill(0x0640, 0x0640, CharClass.Mark);
fill(0x064b, 0x065f, CharClass.Mark);
fill(0x0670, 0x0670, CharClass.Mark);
fill(0x06d6, 0x06ed, CharClass.Mark);
fill(0x0610, 0x061a, CharClass.Mark);
CLASSES[0x061c] = CharClass.Mark;
fill(0xfe00, 0xfe0f, CharClass.Mark);
fill(0x200b, 0x200f, CharClass.Mark);
fill(0x202a, 0x202e, CharClass.Mark);
fill(0x2060, 0x2069, CharClass.Mark);
fill(0xfeff, 0xfeff, CharClass.Mark);
fill(0x00ad, 0x00ad, CharClass.Mark);
fill(0x06d4, 0x06d4, CharClass.Other);
fill(0x30, 0x39, CharClass.Digit);
fill(0x0660, 0x0669, CharClass.Digit);
fill(0x06f0, 0x06f9, CharClass.Digit);
fill(0x41, 0x5a, CharClass.Latin);
fill(0x61, 0x7a, CharClass.Latin);
fill(0xc0, 0x24f, CharClass.Latin);
fill(0x370, 0x52f, CharClass.Latin);
// Hashtag signs and underscores only separate words: #الأزمة_القطرية (the Qatari crisis).
for (const c of [0x09, 0x23, 0x5f, 0x0b, 0x0c, 0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) CLASSES[c] = CharClass.Space;
fill(0x2000, 0x200a, CharClass.Space);
for (const c of [0x0a, 0x0d, 0x85, 0x2028, 0x2029]) CLASSES[c] = CharClass.Newline;

for (let c = 0; c < 65536; c++) FOLDS[c] = CLASSES[c] === CharClass.Mark ? 0 : c;
const FOLDED = 'آا أا إا ٱا ىي ئي ؤو ةه ۀه ەه ہه ھه ۃه کك گك ڭك ڪك یي ېي ێي پب چج ڤف ڥف ژز ۆو ۇو ٹت ڈد ڑر ںن ےي';
for (const pair of FOLDED.split(' ')) FOLDS[pair.charCodeAt(0)] = pair.charCodeAt(1);
FOLDS['ء'.charCodeAt(0)] = 0;

export function charClass(code: number): CharClass {
  return CLASSES[code] as CharClass;
}

/** Whether the code unit is an Arabic presentation form (a letter in a fixed shape, as in text taken from PDF files). */
function isPresentationForm(code: number): boolean {
  return code >= 0xfb50 && code <= 0xfefc;
}

/**
 * The key by which a word is looked up: one spelling for all its variants. Hamza seats fold to their letter and a bare hamza is dropped, ة becomes ه and ى becomes ي;
 * vowel signs, tatweel and zero-width characters vanish.
 */
export function keyOf(surface: string): string {
  let text = surface;
  for (let i = 0; i < text.length; i++) {
    if (isPresentationForm(text.charCodeAt(i))) {
      text = text.normalize('NFKC');
      break;
    }
  }
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const folded = FOLDS[text.charCodeAt(i)];
    if (folded) key += String.fromCharCode(folded);
  }
  return key;
}

/** The value of a run of digits in any of the three scripts, thousands separators ignored; NaN where there is none. */
export function numberOf(surface: string): number {
  let digits = '';
  for (let i = 0; i < surface.length; i++) {
    const c = surface.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) digits += surface[i];
    else if (c >= 0x0660 && c <= 0x0669) digits += String.fromCharCode(c - 0x0660 + 0x30);
    else if (c >= 0x06f0 && c <= 0x06f9) digits += String.fromCharCode(c - 0x06f0 + 0x30);
    else if (c === 0x2e || c === 0x066b) digits += '.';
  }
  if (/^\d{1,3}(\.\d{3})+$/.test(digits)) digits = digits.replaceAll('.', '');
  return digits === '' ? Number.NaN : Number(digits);
}
