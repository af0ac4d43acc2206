// What a person's reviews make of mentions and acts. Applied anew each time, in the order in which they were made: the archive is a function of mentions and reviews.

import { hashOf } from '../lexicon/read.js';
import { cameoOf, PLOVER, scoreOf } from '../ontology/plover.js';
import type { Mention, MentionCorrection, Review } from '../types.js';
import type { Act } from './across.js';
import { compareText } from './report.js';

export interface ReviewedMentions {
  /** Those not rejected, corrected. */
  mentions: Mention[];
  /** Ids of mentions on which a person has spoken. */
  reviewed: Set<string>;
}

const inOrder = (reviews: readonly Review[]): Review[] =>
  [...reviews].sort((a, b) => compareText(a.made, b.made) || compareText(a.id, b.id));

/** Corrects mentions and leaves out what was rejected and not accepted since. */
export function withReviews(mentions: readonly Mention[], reviews: readonly Review[]): ReviewedMentions {
  const rejected = new Set<string>();
  const corrections = new Map<string, MentionCorrection>();
  const reviewed = new Set<string>();
  for (const { kind, mentions: ids, correction } of inOrder(reviews)) {
    for (const id of ids) {
      reviewed.add(id);
      if (kind === 'reject') rejected.add(id);
      if (kind === 'accept' || kind === 'correct') rejected.delete(id);
      if (kind === 'correct' && correction) corrections.set(id, { ...corrections.get(id), ...correction });
    }
  }
  const kept = mentions.filter(({ id }) => !rejected.has(id));
  return { mentions: kept.map((mention) => corrected(mention, corrections.get(mention.id))), reviewed };
}

/** What follows from type and mode is set anew with them. */
export function corrected(mention: Mention, correction: MentionCorrection | undefined): Mention {
  if (correction === undefined) return mention;
  const after = { ...mention, ...correction };
  if (correction.type === undefined && correction.mode === undefined) return after;
  const { type, mode } = after;
  return { ...after, cameo: cameoOf(type, mode, ''), quad: PLOVER[type].quad, score: scoreOf(type, mode) };
}

/** Takes acts apart and puts them together as reviews say. Acts that no review names come out as they are. */
export function regroup(acts: readonly Act[], reviews: readonly Review[]): Act[] {
  let grouped = [...acts];
  for (const review of inOrder(reviews)) {
    if (review.kind === 'split') grouped = grouped.flatMap((act) => splitOff(act, review));
    if (review.kind === 'join') grouped = joined(grouped, review);
  }
  return grouped;
}

const named = (review: Review, act: Act): boolean =>
  act.reports.some(({ report }) => report.mentions.some(({ id }) => review.mentions.includes(id)));

/** The mentions that the review names become an act of their own. */
function splitOff(act: Act, review: Review): Act[] {
  const part = (inside: boolean): Act['reports'] =>
    act.reports.flatMap(({ report, why }) => {
      const mentions = report.mentions.filter(({ id }) => review.mentions.includes(id) === inside);
      const [first] = mentions;
      return first === undefined ? [] : [{ report: { ...report, id: first.id, mentions }, why }];
    });
  const off = part(true).map(({ report }) => ({ report, why: [`split off by review ${review.id}`] }));
  const stay = part(false);
  const [first] = off;
  if (first === undefined || stay.length === 0) return [act];
  return [
    { ...act, reports: stay },
    { ...act, id: hashOf(`split ${review.id} ${act.id}`), leader: first.report, reports: off },
  ];
}

/** The acts of the mentions that the review names become one, under the name of the one with the first report. */
function joined(acts: Act[], review: Review): Act[] {
  const together = acts.filter((act) => named(review, act)).sort(byFirstReport);
  const [first, ...others] = together;
  if (first === undefined || others.length === 0) return acts;
  const joining = others.flatMap(({ reports }) => reports.map(({ report }) => ({ report, why: [`joined by review ${review.id}`] })));
  const one = { ...first, reports: [...first.reports, ...joining] };
  return acts.flatMap((act) => (act === first ? [one] : others.includes(act) ? [] : [act]));
}

function byFirstReport(a: Act, b: Act): number {
  const time = (act: Act): number => act.reports[0]?.report.published ?? Number.POSITIVE_INFINITY;
  return (time(a) === time(b) ? 0 : time(a) - time(b)) || compareText(a.id, b.id);
}
