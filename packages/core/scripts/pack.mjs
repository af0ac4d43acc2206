// Packs lexicon/*.tsv into dist/lexicon/packed.js: one table with a hash. Fails, naming file and line, where a line cannot be read.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packLexicon } from '../dist/lexicon/read.js';

const folder = new URL('../lexicon/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.tsv'))
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const weights = new URL('confidence.json', folder);
try {
  const packed = packLexicon(files, existsSync(weights) ? JSON.parse(readFileSync(weights, 'utf8')).weights : {});
  const fields = Object.entries(packed).map(([name, value]) => `${name}: ${JSON.stringify(value)},`);
  writeFileSync(new URL('../dist/lexicon/packed.js', import.meta.url), `export const PACKED = {\n${fields.join('\n')}\n};\n`);
  const lines = (text) => text.split('\n').length;
  console.error(`lexicon ${packed.hash}: ${lines(packed.entries)} entries, ${packed.frames.length} frames, ${lines(packed.forms)} forms`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
