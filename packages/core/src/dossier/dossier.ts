// The file on a dispute, put together: the order of its parts, on one screen.

import type { EventRecord, Mention } from '../types.js';
import { agreementsOf } from './agreements.js';
import type { DisputeBook } from './book.js';
import { openCaseFile } from './case-file.js';
import { consultationsOf } from './consultations.js';
import { measuresOf } from './measures.js';
import { positionsOf } from './positions.js';
import { mediatorsOf, partiesOf, supportersOf } from './roles.js';
import type { Dispute, Dossier } from './types.js';

/**
 * The dossier on a dispute, from events and their mentions; those of other disputes may be among them and are left out. Pure: the same events and
 * mentions, in any order, give the same dossier.
 */
export function dossierOf(
  dispute: Dispute,
  events: readonly EventRecord[],
  mentions: readonly Mention[],
  book: Pick<DisputeBook, 'stateName'>,
): Dossier {
  const file = openCaseFile(dispute, events, mentions, book.stateName);
  const parties = partiesOf(file);
  const articles = new Map(file.mentions.map(({ article }) => [article.id, article]));
  const published = [...articles.values()].flatMap((article) => article.published?.slice(0, 10) ?? []).sort();
  const outlets = new Set([...articles.values()].flatMap(({ source }) => source ?? []));
  const [start, end] = [published[0], published.at(-1)];
  return {
    dispute,
    period: start === undefined || end === undefined ? null : { start, end },
    size: { articles: articles.size, outlets: outlets.size, mentions: file.mentions.length, events: file.events.length },
    parties,
    mediators: mediatorsOf(file, parties),
    supporters: supportersOf(file, parties),
    consultations: consultationsOf(file),
    positions: positionsOf(file),
    agreements: agreementsOf(file),
    measures: measuresOf(file),
  };
}
