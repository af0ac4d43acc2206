// Opens the built coder for the evaluation and the benchmark, and says where the shared material lies.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

const BUILT = new URL('../packages/core/dist/index.js', import.meta.url);

/** A fault that the user can mend; its message is printed without a stack. */
export class UsageError extends Error {}

/** @returns {Promise<typeof import('../packages/core/dist/index.js')>} */
export async function openCore() {
  if (!existsSync(BUILT)) throw new UsageError('packages/core/dist/index.js is missing: run npm run build first.');
  return await import(BUILT.href);
}

/** The folder with gold, sentences, treebank and texts, which is not part of the repository; null where it is missing. */
export function sharedFolder() {
  const folder = process.env.KHABAR_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
  return existsSync(folder) ? folder : null;
}

/** Prints a usage fault plainly and ends with 2; throws on what is a bug. @param {any} error */
export function stopWith(error) {
  const isUsage = error instanceof UsageError || String(error?.code).startsWith('ERR_PARSE_ARGS');
  if (!isUsage) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
