// The disputes that have dossiers, and the names of states: what a dossier needs of the lexicon beside the mentions.

import type { Entry, PackedLexicon, StateEntry, TopicEntry } from '../lexicon/entries.js';
import { Collector, type LexiconFile, readLexiconFiles } from '../lexicon/read.js';
import { keyOf } from '../text/letters.js';
import type { LocalName } from '../types.js';
import type { Dispute } from './types.js';

export interface DisputeBook {
  /** All disputes, sorted by id; a user's line replaces ours of the same id. */
  readonly disputes: readonly Dispute[];
  /** The dispute of that id or name, whatever its case and spelling; else those whose id or name has a word that begins with each of its words. */
  find(wanted: string): Dispute[];
  /** The usual names of a state by its code; null for a code that is no state. */
  stateName(code: string): LocalName | null;
}

/** @throws LexiconError where a line of a user's file cannot be read */
export function openDisputeBook(packed: PackedLexicon, files: LexiconFile[] = []): DisputeBook {
  const own = new Collector();
  readLexiconFiles(files, own);
  const disputes = new Map<string, Dispute>();
  const states = new Map<string, LocalName>();
  for (const entry of [...entriesOf(packed), ...own.entries]) {
    if (entry.kind === 'topic') disputes.set(entry.id, disputeOf(entry));
    if (entry.kind === 'state') addState(states, entry);
  }
  const sorted = [...disputes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { disputes: sorted, find: (wanted) => findIn(sorted, wanted), stateName: (code) => states.get(code) ?? null };
}

/** Only the kinds needed are unpacked: the lexicon is large. */
function entriesOf(packed: PackedLexicon): Entry[] {
  return packed.entries.split('\n').flatMap((line) => (/^\{"kind":"(topic|state)"/.test(line) ? [JSON.parse(line) as Entry] : []));
}

function disputeOf({ id, of, ar, en, parties }: TopicEntry): Dispute {
  return { id, kind: of, name: { ar: ar || null, en: en || null }, parties: parties.split(/\s+/).filter(Boolean) };
}

function addState(states: Map<string, LocalName>, { as, code, ar, en }: StateEntry): void {
  if (as === 'name' && !states.has(code)) states.set(code, { ar, en });
}

const keyOfName = (name: string): string =>
  name
    .toLowerCase()
    .split(/[\s_-]+/)
    .map(keyOf)
    .join(' ');

function findIn(disputes: Dispute[], wanted: string): Dispute[] {
  const key = keyOfName(wanted);
  const keys = disputes.map(({ id, name }) => [id, name.en ?? '', name.ar ?? ''].map(keyOfName));
  const exact = disputes.filter((_, i) => keys[i]?.includes(key));
  if (exact.length > 0) return exact.slice(0, 1);
  const words = key.split(' ').filter(Boolean);
  const holds = (name: string) => words.every((word) => name.split(' ').some((each) => each.startsWith(word)));
  return words.length === 0 ? [] : disputes.filter((_, i) => keys[i]?.some(holds));
}
