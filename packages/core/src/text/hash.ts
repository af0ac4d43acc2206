// A quick hash of words for tables in memory. It is never written down: what needs a lasting identity takes `hashOf` of lexicon/read.ts.

/** Takes one more code unit into a running hash, which begins at 0. */
export function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1);
}

/** The hash of the code units from `from` up to `to`. */
export function hashFrom(text: string, from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

/** A place in a table of `size` places, a power of two. */
export function placeOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}
