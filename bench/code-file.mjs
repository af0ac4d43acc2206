#!/usr/bin/env node
// Codes a JSON Lines file, an article at a time, in a process of its own: mentions to standard output, peak memory to standard error.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { openCore, stopWith } from '../eval/coder.mjs';

/** @param {string} file */
async function codeFile(file) {
  const coder = (await openCore()).createCoder();
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    const mentions = coder.code(JSON.parse(line)).map((mention) => `${JSON.stringify(mention)}\n`);
    // What the reader of the pipe has not taken yet is not the coder's memory.
    if (!process.stdout.write(mentions.join(''))) await once(process.stdout, 'drain');
  }
  process.stderr.write(`${JSON.stringify({ maxRssKilobytes: process.resourceUsage().maxRSS })}\n`);
}

await codeFile(process.argv[2] ?? '').catch(stopWith);
