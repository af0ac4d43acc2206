// Full text: events are found by the words of their sentences, each in its search form, so that spelling variants and attached particles do not matter.
import { searchForms } from '@khabar/core';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseKind } from './database.js';

/** The search forms of a query: words that must all occur, and phrases ("in quotation marks") whose words must follow each other. */
function termsOf(query: string): string[][] {
  const terms: string[][] = [];
  for (const [, phrase, word] of query.matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    if (phrase !== undefined) terms.push(searchForms(phrase));
    else terms.push(...searchForms(word ?? '').map((form) => [form]));
  }
  return terms.filter((term) => term.length > 0);
}

/** The `seq` of the events whose sentences hold the query's words; null where the query has no words. */
export function eventsWithWords(kind: DatabaseKind, query: string): RawBuilder<unknown> | null {
  const terms = termsOf(query);
  if (terms.length === 0) return null;
  if (kind === 'sqlite') {
    const match = terms.map((term) => `"${term.join(' ')}"`).join(' AND ');
    return sql`select rowid from event_words where event_words match ${match}`;
  }
  const phrases = terms.map((term) => sql`phraseto_tsquery('simple', ${term.join(' ')})`);
  return sql`select seq from event_words where words @@ (${sql.join(phrases, sql` && `)})`;
}

/** Whether a sentence holds the query's words, by the same rule. */
export function holdsWords(text: string, query: string): boolean {
  const forms = ` ${searchForms(text).join(' ')} `;
  return termsOf(query).every((term) => forms.includes(` ${term.join(' ')} `));
}
