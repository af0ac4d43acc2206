// How sure the coder is: a logistic model over its own evidence, with weights learnt from annotated articles (see eval/).

import type { Draft } from './draft.js';

/** A first estimate until the weights are learnt. */
export function confidenceOf(draft: Draft): number {
  let logit = 0.8;
  if (draft.evidence.has('weak')) logit -= 0.7;
  if (draft.actors.length === 0) logit -= 0.8;
  if (draft.actors.some((a) => a.country === null)) logit -= 0.4;
  if (draft.status !== 'actual') logit -= 0.3;
  return Math.round((1 / (1 + Math.exp(-logit))) * 1000) / 1000;
}
