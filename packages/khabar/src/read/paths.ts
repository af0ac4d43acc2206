// Finds the files that the user named: a folder stands for all files in it of a known kind, sorted, with its subfolders; so does a pattern (`news/**/*.html`).
import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { glob } from 'tinyglobby';
import type { Problem, Report } from '../errors.js';

/** `unknown`: a stream whose first bytes tell what it holds. */
export type SourceKind = 'plain' | 'html' | 'feed' | 'json' | 'jsonl' | 'warc' | 'unknown';

/** `path` as given, `-` for standard input; `size` in bytes, null where it cannot be known; `named`: by the user, not found in a folder. */
export interface Source {
  path: string;
  kind: SourceKind;
  size: number | null;
  named: boolean;
}

const ENDINGS: [RegExp, SourceKind][] = [
  [/\.txt(?:\.gz)?$/i, 'plain'],
  [/\.html?(?:\.gz)?$/i, 'html'],
  [/\.(?:xml|rss|atom|rdf)(?:\.gz)?$/i, 'feed'],
  [/\.json(?:\.gz)?$/i, 'json'],
  [/\.jsonl(?:\.gz)?$/i, 'jsonl'],
  [/\.warc(?:\.gz)?$/i, 'warc'],
];

const PATTERN = /[*?[{]/;

export function kindByEnding(path: string): SourceKind | null {
  return ENDINGS.find(([ending]) => ending.test(path))?.[1] ?? null;
}

/** The sources in the order of `paths`. What cannot be found is reported and left out. */
export async function* findSources(paths: string[], report: Report): AsyncGenerator<Source> {
  for (const path of paths) {
    if (path === '-') {
      yield { path, kind: 'unknown', size: null, named: true };
      continue;
    }
    try {
      yield* sourcesAt(path, report);
    } catch (error) {
      const problem = fileProblem(error, path);
      if (problem.code === 'KH201' && PATTERN.test(path)) yield* sourcesMatching(path, report);
      else report(problem);
    }
  }
}

async function* sourcesAt(path: string, report: Report): AsyncGenerator<Source> {
  const found = await stat(path);
  if (found.isDirectory()) {
    let any = false;
    for await (const source of sourcesInFolder(path, report)) {
      any = true;
      yield source;
    }
    if (!any) report({ code: 'KH204', at: { path } });
    return;
  }
  const kind = kindByEnding(path);
  if (found.isFile() && kind === null) report({ code: 'KH203', at: { path } });
  else yield { path, kind: kind ?? 'unknown', size: found.isFile() ? found.size : null, named: true };
}

/** A pattern is only taken for one where no file has that very name. Of what it matches, files of a known kind are read, sorted by code unit. */
async function* sourcesMatching(pattern: string, report: Report): AsyncGenerator<Source> {
  const paths = (
    await glob(pattern, {
      dot: false,
      onlyFiles: true,
      followSymbolicLinks: false,
      expandDirectories: false,
      absolute: isAbsolute(pattern),
    })
  )
    .filter((path) => kindByEnding(path) !== null)
    .sort((a, b) => (a < b ? -1 : 1));
  if (paths.length === 0) report({ code: 'KH208', at: { path: pattern } });
  for (const path of paths) {
    try {
      yield* fileInFolder(path);
    } catch (error) {
      report(fileProblem(error, path));
    }
  }
}

/** Sorted by code unit, so that the order is the same on every machine. Links to folders are not followed: they may run in a circle. */
async function* sourcesInFolder(folder: string, report: Report): AsyncGenerator<Source> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory()) yield* sourcesInFolder(path, report);
      else if (kindByEnding(path) !== null) yield* fileInFolder(path);
    } catch (error) {
      report(fileProblem(error, path));
    }
  }
}

async function* fileInFolder(path: string): AsyncGenerator<Source> {
  const found = await stat(path);
  if (found.isFile()) yield { path, kind: kindByEnding(path) ?? 'unknown', size: found.size, named: false };
}

/** What a failed call to the file system means for the user. */
export function fileProblem(error: unknown, path: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'KH201', at: { path } };
  return { code: 'KH202', at: { path }, detail: code || (error instanceof Error ? error.message : String(error)) };
}
