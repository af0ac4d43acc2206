// Whether an event happened: actual, historical, future, hypothetical or negated, from its own words and from the words above it.

import type { Predicate } from '../document.js';
import { Form } from '../lexicon/entries.js';
import type { Status } from '../types.js';

const WEIGHT: Record<Status, number> = { actual: 0, historical: 1, future: 2, hypothetical: 3, negated: 4 };

const stronger = (a: Status, b: Status): Status => (WEIGHT[b] > WEIGHT[a] ? b : a);

/** What the word itself says. */
function ownStatus(p: Predicate): Status {
  if (p.marks.has('negated') && !p.frame?.negated) return 'negated';
  if (p.marks.has('condition') || p.marks.has('maybe') || p.marks.has('purpose') || p.marks.has('before')) return 'hypothetical';
  if (p.marks.has('future') && !p.frame?.ahead) return 'future';
  if (p.marks.has('qad') && p.bits & Form.Imperfect && !(p.bits & Form.Perfect)) return 'hypothetical';
  if (p.marks.has('hypothetical')) return 'hypothetical';
  return 'actual';
}

/** The slot of an inside event as frames name it: a verbal noun's genitive is its verb's object. */
function innerEffect(parent: Predicate, slot: string): Status | null {
  const { frame } = parent;
  if (!frame) return null;
  const effect = frame.inner[slot] ?? (parent.pos === 'n' && slot === 'gen' ? (frame.inner.gen ?? frame.inner.obj) : undefined) ?? (slot === 'serial' ? (frame.inner.that ?? frame.inner.obj) : undefined);
  return (effect as Status | undefined) ?? null;
}

/** Needs the frames of all predicates of the sentence. */
export function statusOf(p: Predicate): Status {
  let status = ownStatus(p);
  let node = p;
  for (let n = 0; node.parent && n < 12; n++) {
    const { parent, parentSlot } = node;
    if (parentSlot === 'relative' || parentSlot === 'adverb' || parentSlot === 'topic') break;
    const effect = innerEffect(parent, parentSlot);
    if (effect) status = stronger(status, effect);
    else if (node.marks.has('subjunctive') && !(parent.frame && parent.frame.type === 'SAY')) status = stronger(status, 'hypothetical');
    const holds = parent.frame?.event === parentSlot || parentSlot === 'serial' || parent.frame?.type === 'OP' || (parent.pos === 'n' && effect !== null);
    if (holds) status = stronger(status, ownStatus(parent));
    if (parentSlot === 'that' && parent.frame?.type === 'SAY' && !parent.marks.has('negated')) break;
    node = parent;
  }
  return status;
}
