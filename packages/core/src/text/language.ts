// Which language in Arabic script a text is: Persian, Urdu and Kurdish have letters and small words that Arabic lacks.

import { CharClass, charClass } from './letters.js';

/** How much of a text is looked at (UTF-16 code units). */
const SAMPLE = 4000;

const MARKERS: [language: string, letters: RegExp, words: RegExp][] = [
  ['ur', /[ٹڈڑےھں]/g, /(?:^|\s)(?:کے|کی|میں|ہے|اور|سے|کو|نے|کا)(?=\s|$)/g],
  ['ckb', /[ۆێڕڵەۊ]/g, /(?:^|\s)(?:لە|بە|کە|بۆ|لەگەڵ|ئەو)(?=\s|$)/g],
  ['fa', /[پچژگکی]/g, /(?:^|\s)(?:است|که|این|را|های|می|شد|از|برای|با)(?=\s|$)/g],
];

const ARABIC_WORDS = /(?:^|\s)(?:في|من|على|إلى|الى|أن|ان|التي|الذي|عن|مع|هذا|بين|قال)(?=\s|$)/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

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
  const arabic = count(sample, ARABIC_WORDS);
  let best = 'ar';
  let bestScore = arabic + letters * 0.004;
  for (const [language, signs, words] of MARKERS) {
    const score = count(sample, words) * 1.5 + count(sample, signs) * 0.3;
    if (score > bestScore) {
      bestScore = score;
      best = language;
    }
  }
  return best;
}
