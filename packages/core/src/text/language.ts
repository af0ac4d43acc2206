// Which language in Arabic script a text is: Persian, Urdu and Kurdish have letters and small words that Arabic lacks.

import { CharClass, charClass } from './letters.js';

/** How much of a text is looked at (UTF-16 code units). */
const SAMPLE = 4000;

/** Letters that the language has and Arabic lacks, and small words of its own. ک and ی tell nothing: Iranian keyboards write Arabic with them too. */
const MARKERS: [language: string, letters: RegExp, words: ReadonlySet<string>][] = [
  ['ur', /[ٹڈڑےںھہ]/g, new Set('كے كي ميں ہے ہیں اور سے كو نے كا كہ پر'.replaceAll('ی', 'ي').split(' '))],
  ['ckb', /[ۆێڕڵەۊڤ]/g, new Set('لە بە كە بۆ لەگەڵ ئەو ئەم و'.split(' '))],
  ['fa', /[پچژگ]/g, new Set('است كه اين را هاي مي شد از براي با در به شده خود وي'.split(' '))],
];

const ARABIC_WORDS = new Set('في من على علي إلى الى الي أن ان التي الذي عن مع هذا هذه بين قال أو لا ما'.split(' '));

const LETTER_RUN = /[\u0620-\u064a\u066e-\u06d3\u06d5\u200c]+/g;

/** `ar`, `fa`, `ur`, `ckb`, or `und` where the text has too few letters of the Arabic script. */
export function detectLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  let letters = 0;
  let others = 0;
  for (let i = 0; i < sample.length; i++) {
    const kind = charClass(sample.charCodeAt(i));
    if (kind === CharClass.Letter) letters++;
    else if (kind === CharClass.Latin) others++;
  }
  if (letters < 3 || letters < others / 3) return 'und';
  const words = (sample.match(LETTER_RUN) ?? []).map((word) => word.replaceAll('ک', 'ك').replaceAll('ی', 'ي').replace(/ى$/, 'ي'));
  const count = (set: ReadonlySet<string>): number => words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0);
  // The article is Arabic's own; the other languages have it only in loans.
  const articles = words.reduce((sum, word) => sum + (/^[وبف]?ال.../.test(word) ? 1 : 0), 0);
  let best = 'ar';
  let bestScore = count(ARABIC_WORDS) + articles * 0.5 + letters * 0.004;
  for (const [language, signs, own] of MARKERS) {
    const score = count(own) * 1.5 + (sample.match(signs)?.length ?? 0) * 0.4;
    if (score > bestScore) {
      bestScore = score;
      best = language;
    }
  }
  return best;
}
