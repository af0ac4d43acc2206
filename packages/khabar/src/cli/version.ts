// The program's version.
import { readFileSync } from 'node:fs';

/** From package.json, which lies two folders up both from the source and from the built file. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
