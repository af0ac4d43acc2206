// Khabar's coder: Arabic news in, sourced event mentions out. For Node and browsers; reads no file and no network.

import { coderOver } from './coder.js';
import { type DisputeBook, openDisputeBook } from './dossier/book.js';
import { PACKED } from './lexicon/packed.js';
import type { Coder } from './types.js';

export { coderOver } from './coder.js';
export type { DisputeBook } from './dossier/book.js';
export { dossierOf } from './dossier/dossier.js';
export * from './dossier/report.js';
export * from './dossier/types.js';
export { LANGUAGES, type Language } from './dossier/words.js';
export type { PackedLexicon } from './lexicon/entries.js';
export { LexiconError, type LexiconFile, packLexicon } from './lexicon/read.js';
export { PLOVER, scoreOf } from './ontology/plover.js';
export { type Act, actsOf, LOOKBACK, REACH } from './story/across.js';
export {
  DAYS_BETWEEN_COPIES,
  type Fingerprint,
  type Fingerprinted,
  fingerprintOf,
  isCopy,
  isNearDuplicate,
  nearDuplicates,
} from './story/duplicates.js';
export { eventOf, noteOpposed } from './story/event.js';
export { eventsOf } from './story/events.js';
export { publishedAt, type Report, reportsOf, type Standing } from './story/report.js';
export { corrected, regroup, withReviews } from './story/reviews.js';
export { detectLanguage } from './text/language.js';
export { keyOf } from './text/letters.js';
export { searchForm, searchForms } from './text/search.js';
export * from './types.js';
export { VERSION } from './version.js';

export interface CoderOptions {
  /** The text of users' lexicon files (tab-separated, see docs/lexicon.md), laid over Khabar's own. */
  lexicon?: readonly string[];
}

/**
 * A coder with Khabar's lexicon. Making one takes some tenths of a second; it can then code any number of articles.
 * @throws LexiconError where a line of a user's file cannot be read; the message names line, cause and mend.
 */
export function createCoder(options: CoderOptions = {}): Coder {
  return coderOver(
    PACKED,
    (options.lexicon ?? []).map((text, i) => ({ name: `lexicon ${i + 1}`, text })),
  );
}

/**
 * The disputes, agreements and issues that have dossiers, with those of users' files laid over them.
 * @throws LexiconError where a line of a user's file cannot be read
 */
export function openDisputes(options: CoderOptions = {}): DisputeBook {
  return openDisputeBook(
    PACKED,
    (options.lexicon ?? []).map((text, i) => ({ name: `lexicon ${i + 1}`, text })),
  );
}
