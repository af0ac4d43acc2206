// Written by the build step (scripts/pack.mjs) into dist/lexicon/packed.js.
export declare const PACKED: import('./entries.js').PackedLexicon;
