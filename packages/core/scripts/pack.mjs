// Packs lexicon/*.tsv into dist/lexicon/packed.js: one table with a hash. Fails, naming file and line, where a line cannot be read.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packLexicon } from '../dist/lexicon/read.js';

const folder = new URL('../lexicon/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.tsv'))
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
try {
  const weights = new URL('confidence.json', folder);
  const packed = packLexicon(files, existsSync(weights) ? JSON.parse(readFileSync(weights, 'utf8')).weights : {});
  writeFileSync(new URL('../dist/lexicon/packed.js', import.meta.url), `export const PACKED = JSON.parse(${JSON.stringify(JSON.stringify(packed))});\n`);
  console.error(`lexicon ${packed.hash}: ${packed.entries.length} entries, ${packed.frames.length} frames, ${packed.forms.split('\n').length} forms`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
