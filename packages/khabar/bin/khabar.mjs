#!/usr/bin/env node
// Starts the program. It is committed, so that npm can link it before the first build.
import { existsSync } from 'node:fs';

const program = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(program)) {
  process.stderr.write("khabar: not built yet. Run 'npm run build' in the repository's root, then try again.\n");
  process.exit(2);
}
const { main } = await import(program.href);
process.exitCode = await main(process.argv.slice(2));
