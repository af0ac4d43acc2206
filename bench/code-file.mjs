#!/usr/bin/env node
// Codes a JSON Lines file, an article at a time, in a process of its own: mentions to standard output, peak memory to standard error.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { openCore, stopWith } from '../eval/coder.mjs';

/** The lines of a file, read a piece at a time as they are asked for: `readline` reads far ahead, and its memory would be counted as the coder's. @param {string} file */
async function* linesOf(file) {
  let rest = '';
  for await (const piece of createReadStream(file, 'utf8')) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

/** @param {string} file */
async function codeFile(file) {
  const coder = (await openCore()).createCoder();
  for await (const line of linesOf(file)) {
    const mentions = coder.code(JSON.parse(line)).map((mention) => `${JSON.stringify(mention)}\n`);
    // What the reader of the pipe has not taken yet is not the coder's memory.
    if (!process.stdout.write(mentions.join(''))) await once(process.stdout, 'drain');
  }
  process.stderr.write(`${JSON.stringify({ maxRssKilobytes: process.resourceUsage().maxRSS })}\n`);
}

await codeFile(process.argv[2] ?? '').catch(stopWith);
