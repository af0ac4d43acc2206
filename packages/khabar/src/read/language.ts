// Refuses what is not Arabic, before it is coded or kept.
import type { Problem } from '../errors.js';

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** What is wrong with an article in this language: an ISO 639 code, `und` where there is no telling. Null for Arabic. */
export function languageProblem(language: string, at: Problem['at']): Problem | null {
  if (language === 'ar') return null;
  const name = language === 'und' ? undefined : languageNames.of(language);
  if (name === undefined) return { code: 'KH101', at, detail: 'no Arabic in it' };
  const inArabicScript = ['fa', 'ur', 'ckb', 'ku', 'ps', 'sd', 'ug', 'pnb', 'azb'].includes(language);
  return { code: inArabicScript ? 'KH102' : 'KH101', at, detail: `it is ${name}` };
}
