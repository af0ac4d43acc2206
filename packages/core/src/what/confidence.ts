// How sure the coder is of a mention: a logistic model over its own evidence. The weights are learnt from annotated articles (eval/confidence.mjs) and stand
// in lexicon/confidence.json; "right" means: found with its type and with the countries of both sides.

import type { Status } from '../types.js';
import type { Draft } from './draft.js';

/** Named numbers, in the order in which they were found. */
export type Features = ReadonlyMap<string, number>;

/** The evidence for and against a draft, as named numbers; each name is a weight of the model. */
export function featuresOf(draft: Draft): Features {
  const features = new Map([
    ['bias', 1],
    [`type ${draft.type}`, 1],
  ]);
  const mark = (name: string, holds: boolean): void => {
    if (holds) features.set(name, 1);
  };
  const p = draft.predicate;
  const status: Status = draft.status;
  mark('noun', p.pos === 'n');
  mark('noun without participants of its own', p.pos === 'n' && !['gen', 'adj', 'light', 'بين', 'مع', 'by'].some((s) => p.slots.has(s)));
  mark(
    'inside another event',
    p.parent?.frame !== null && p.parent !== null && p.parent.frame?.type !== 'LIGHT' && p.parent.frame?.type !== 'SAY',
  );
  mark('no actor', draft.actors.length === 0);
  mark('no recipient', draft.recipients.length === 0);
  mark('several actors', draft.actors.length > 1);
  mark('several recipients', draft.recipients.length > 1);
  mark(
    'actor of open country',
    draft.actors.some((w) => w.country === null),
  );
  mark(
    'recipient of open country',
    draft.recipients.some((w) => w.country === null),
  );
  mark(
    'actor by reference',
    draft.actors.some((w) => w.why.includes('reference') || w.why.includes('pronoun') || w.why.includes('before')),
  );
  mark(
    'recipient by reference',
    draft.recipients.some((w) => w.why.includes('reference') || w.why.includes('pronoun') || w.why.includes('before')),
  );
  mark(
    'actor by the country of the article',
    draft.actors.some((w) => w.why.includes('country of the article') || w.why.includes('by the place')),
  );
  mark(
    'recipient by the country of the article',
    draft.recipients.some((w) => w.why.includes('country of the article') || w.why.includes('by the place')),
  );
  mark(
    'same country on both sides',
    draft.actors.some((a) => a.country !== null && draft.recipients.some((r) => r.country === a.country)),
  );
  mark('not asserted', status !== 'actual' && status !== 'historical');
  mark('historical', status === 'historical');
  mark(
    'subject carried over',
    draft.why.includes('subject carried over') || (p.pos === 'v' && !p.slots.has('subj') && !p.slots.has('topic')),
  );
  mark('mode told', draft.mode.length > 0);
  for (const name of draft.evidence) features.set(name, 1);
  return features;
}

/** Probability that a mention with this evidence is right, three digits; 0.5 without weights. */
export function confidenceOf(features: Features, weights: ReadonlyMap<string, number>): number {
  let logit = 0;
  for (const [name, value] of features) logit += (weights.get(name) ?? 0) * value;
  return Math.round((1 / (1 + Math.exp(-logit))) * 1000) / 1000;
}
