// Everything that can be wrong with what a user gives us: one stable code each, with its cause and what to do about it.
// A code never changes its meaning; a retired one is not used again.

/** `error`: the article was not coded. `warning`: it was coded, something is lost. `notice`: it was coded in full. */
export type Severity = 'error' | 'warning' | 'notice';

interface ProblemKind {
  severity: Severity;
  cause: string;
  mend: string;
}

export const PROBLEMS = {
  KH101: { severity: 'error', cause: 'not Arabic', mend: 'give Arabic articles only' },
  KH102: { severity: 'error', cause: 'written in another language in Arabic script', mend: 'leave the article out; only Arabic is coded' },
  KH103: { severity: 'error', cause: 'empty: no text to code', mend: 'check how the text was fetched, or leave the article out' },
  KH104: {
    severity: 'warning',
    cause: 'control characters in the text',
    mend: 'remove them where the text is made; the article is coded as it stands',
  },
  KH105: { severity: 'error', cause: 'binary data, not text', mend: 'save it as plain text in UTF-8' },

  KH201: { severity: 'error', cause: 'no such file or folder', mend: 'check the path' },
  KH202: { severity: 'error', cause: 'cannot be read', mend: 'check the permissions and the disk' },
  KH203: {
    severity: 'error',
    cause: 'unknown kind of file',
    mend: 'rename it to .txt, .html, .jsonl or .jsonl.gz, or send it through standard input: khabar code - < FILE',
  },
  KH204: { severity: 'error', cause: 'nothing to read in the folder', mend: 'put .txt, .html, .htm, .jsonl or .jsonl.gz files into it' },
  KH205: {
    severity: 'error',
    cause: 'the compressed file is broken',
    mend: 'fetch it again, and test it with gzip -t; the whole lines before the break are coded',
  },
  KH206: { severity: 'error', cause: 'more than 16 MB in one article', mend: 'split it: one article a file, or JSON Lines' },
  KH207: { severity: 'error', cause: 'no article found in the page', mend: "save the article's text as .txt" },

  KH301: { severity: 'error', cause: 'broken UTF-8', mend: 'save it again as UTF-8, from a source that is whole' },
  KH302: { severity: 'notice', cause: 'not in UTF-8', mend: 'save it as UTF-8 to be sure' },
  KH303: { severity: 'error', cause: 'unknown encoding', mend: 'save it as UTF-8' },
  KH304: {
    severity: 'notice',
    cause: 'the page declares a wrong encoding',
    mend: "none needed; mend the page's declaration if it is yours",
  },

  KH401: { severity: 'error', cause: 'the line is not valid JSON', mend: 'write one JSON object a line, without line breaks inside' },
  KH402: {
    severity: 'error',
    cause: 'the line is JSON, but not an object',
    mend: 'write one object a line: {"id": …, "text": …}; a list is unpacked by jq -c ".[]"',
  },
  KH403: { severity: 'error', cause: 'the field "text" is missing', mend: 'name the field that holds the article "text"' },
  KH404: { severity: 'error', cause: 'the field "text" is not a string', mend: 'write the text as one string' },
  KH405: {
    severity: 'warning',
    cause: 'the date of publication is not a date',
    mend: 'write it like 2020-10-10T04:20:00+00:00; without it relative dates stay unresolved',
  },
  KH406: {
    severity: 'notice',
    cause: 'the date of publication has no offset from UTC, and is read as UTC',
    mend: 'write it like 2020-10-10T04:20:00+03:00',
  },
  KH407: { severity: 'warning', cause: 'a field has the wrong type, and is left out', mend: 'write it as a string' },
  KH408: { severity: 'error', cause: 'the line is longer than 16 MB', mend: 'write one article a line' },
  KH409: { severity: 'error', cause: 'the line is no event mention', mend: 'give the lines that khabar code --format jsonl prints' },

  KH901: { severity: 'error', cause: 'the coder failed on this article', mend: 'report it, with the article' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Where it is: `path` as the user gave it, `line` from 1. */
export interface Whereabouts {
  path: string;
  line?: number;
}

export interface Problem {
  code: ProblemCode;
  at: Whereabouts;
  /** What exactly was found, where the cause alone does not say it. */
  detail?: string;
}

export type Report = (problem: Problem) => void;

/** Wrong usage of the command line: ends the program with status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export function severityOf(problem: Problem): Severity {
  return PROBLEMS[problem.code].severity;
}

/** One line for a person (and for grep): `feed.jsonl:12: error KH401: cause (detail). Mend: …`. */
export function describeProblem(problem: Problem): string {
  const { severity, cause, mend } = PROBLEMS[problem.code];
  const { path, line } = problem.at;
  const place = line === undefined ? path : `${path}:${line}`;
  const detail = problem.detail === undefined ? '' : ` (${problem.detail})`;
  return withoutControls(`${place}: ${severity} ${problem.code}: ${cause}${detail}. Mend: ${mend}.`);
}

/** Control characters in a file's name or text must not steer the terminal. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
