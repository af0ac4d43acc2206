// For tests: sentences and the mentions that they give, a line each.

import { expect, it } from 'vitest';
import { createCoder } from '../src/index.js';
import type { Mention } from '../src/types.js';

export const coder = createCoder();
/** A Wednesday. */
export const PUBLISHED = '2018-07-18T10:00:00+03:00';

export const sides = (participants: { country: string | null; sectors: string[] }[]): string =>
  participants.map((p) => [p.country ?? '---', ...p.sectors].join(' ')).join(', ') || 'nobody';

/** A mention in a line: type, modes, who → to whom, status unless actual, who says it and how. */
function line({ type, mode, actors, recipients, status, attribution }: Mention): string {
  const what = [type, ...mode].join(' ');
  const says = attribution.map((a) => [a.country ?? '---', ...a.sectors, ...(a.channel ? [a.channel] : [])].join(' ')).join(' / ');
  return `${what}: ${sides(actors)} → ${sides(recipients)}${status === 'actual' ? '' : `, ${status}`}${says && `, says ${says}`}`;
}

/** A sentence and its mentions, in order. */
export function each(cases: [sentence: string, ...mentions: string[]][]): void {
  it.each(cases)('%s', (text, ...expected) => expect(coder.code({ id: 'test', text, published: PUBLISHED }).map(line)).toEqual(expected));
}
