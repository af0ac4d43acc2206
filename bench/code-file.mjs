#!/usr/bin/env node
// Codes a JSON Lines file, an article at a time, in a process of its own: mentions to standard output, peak memory to standard error.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { openCore, stopWith } from '../eval/coder.mjs';

/** @param {string} file */
async function codeFile(file) {
  const coder = (await openCore()).createCoder();
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    for (const mention of coder.code(JSON.parse(line))) process.stdout.write(`${JSON.stringify(mention)}\n`);
  }
  process.stderr.write(`${JSON.stringify({ maxRssKilobytes: process.resourceUsage().maxRSS })}\n`);
}

await codeFile(process.argv[2] ?? '').catch(stopWith);
