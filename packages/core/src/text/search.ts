// The words by which texts are searched and compared: one spelling for all variants, without what Arabic writes onto the front of a word.

import { CharClass, charClass, keyOf } from './letters.js';

/** و ف (and, so), ب ل ك (in, to, like), and ا only as part of ال (the). */
const BEFORE = new Set(['و', 'ف', 'ب', 'ل', 'ك']);
const ARTICLE = 'ال';
const LEAST_LETTERS = 3;

/**
 * The search form of a written word: its key without the letters that can be conjunctions, prepositions or the article, as long as three letters remain.
 * A word's own first letters may go too (بغداد, Baghdad → غداد); since the query goes the same way, they meet again.
 */
export function searchForm(surface: string): string {
  let key = keyOf(surface).toLowerCase();
  for (;;) {
    const [first] = key;
    const cut = first !== undefined && BEFORE.has(first) ? 1 : key.startsWith(ARTICLE) ? ARTICLE.length : 0;
    if (cut === 0 || key.length - cut < LEAST_LETTERS) return key;
    key = key.slice(cut);
  }
}

/** The search forms of a text's words and numbers, in order. */
export function searchForms(text: string): string[] {
  const forms: string[] = [];
  let from = -1;
  for (let i = 0; i <= text.length; i++) {
    const kind = i < text.length ? charClass(text.charCodeAt(i)) : CharClass.Space;
    const inside = kind === CharClass.Letter || kind === CharClass.Mark || kind === CharClass.Digit || kind === CharClass.Latin;
    if (inside && from < 0) from = i;
    if (inside || from < 0) continue;
    const form = searchForm(text.slice(from, i));
    if (form !== '') forms.push(form);
    from = -1;
  }
  return forms;
}
