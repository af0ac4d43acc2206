// Everything that can be wrong with what a user gives us: one stable code each, with its cause and what to do about it.
// A code never changes its meaning; a retired one is not used again.

/** `error`: the article was not coded. `warning`: it was coded, something is lost. `notice`: nothing is lost. */
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
    mend: 'rename it to .txt, .html, .xml, .json, .jsonl or .warc, each also with .gz, or send it through standard input: khabar code - < FILE',
  },
  KH204: { severity: 'error', cause: 'nothing to read in the folder', mend: 'put .txt, .html, .xml, .json, .jsonl or .warc files into it' },
  KH205: {
    severity: 'error',
    cause: 'the compressed file is broken',
    mend: 'fetch it again, and test it with gzip -t; the whole lines before the break are coded',
  },
  KH206: { severity: 'error', cause: 'more than 16 MB in one article', mend: 'split it: one article a file, or JSON Lines' },
  KH207: { severity: 'error', cause: 'no article found in the page', mend: "save the article's text as .txt" },
  KH208: {
    severity: 'error',
    cause: 'no file matches the pattern',
    mend: 'check it, and put it in quotes, so that the shell leaves it alone',
  },
  KH209: { severity: 'error', cause: 'not a feed', mend: 'give RSS, Atom or RDF; fetch it again if it is one' },
  KH210: {
    severity: 'error',
    cause: 'the file is not valid JSON',
    mend: 'write one object, or a list of them; a file with one object a line is named .jsonl',
  },
  KH211: { severity: 'error', cause: 'withdrawn by its agency', mend: 'none needed; leave the item out' },
  KH212: { severity: 'error', cause: 'broken in the archive', mend: 'fetch the archive again; what comes after it is read' },
  KH213: { severity: 'notice', cause: 'a page of the archive is no article, and is left out', mend: 'none needed' },
  KH214: { severity: 'error', cause: 'a broken item in the feed', mend: 'fetch the feed again; the other items are read' },
  KH215: { severity: 'error', cause: 'no article in the JSON file', mend: 'give objects with "text", or news items in ninjs' },
  KH216: { severity: 'notice', cause: 'no news in the file, which is passed over', mend: 'none needed; name the file itself to see why' },
  KH217: { severity: 'error', cause: 'a feed that is broken as a whole', mend: 'fetch it again' },

  KH301: { severity: 'error', cause: 'broken UTF-8', mend: 'save it again as UTF-8, from a source that is whole' },
  KH302: { severity: 'notice', cause: 'not in UTF-8', mend: 'save it as UTF-8 to be sure' },
  KH303: { severity: 'error', cause: 'unknown encoding', mend: 'save it as UTF-8' },
  KH304: {
    severity: 'notice',
    cause: 'a wrong encoding is declared',
    mend: 'none needed; mend the declaration if the page or feed is yours',
  },

  KH401: { severity: 'error', cause: 'the line is not valid JSON', mend: 'write one JSON object a line, without line breaks inside' },
  KH402: {
    severity: 'error',
    cause: 'JSON, but not an object',
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

  KH501: { severity: 'error', cause: 'robots.txt does not allow it', mend: 'leave the feed out, or ask the site' },
  KH502: { severity: 'error', cause: 'the server cannot be reached', mend: 'check the address and the network; it is tried again later' },
  KH503: { severity: 'error', cause: 'the server answers with an error', mend: 'check the address; it is tried again later' },
  KH504: { severity: 'error', cause: 'it leads to a host that was not named', mend: 'name the host with --host if it may be asked' },
  KH505: { severity: 'error', cause: 'more than 16 MB in one answer', mend: 'check the address; feeds are smaller' },
  KH506: {
    severity: 'error',
    cause: 'the server asks to wait',
    mend: 'none needed; it is tried again after the time that the server named',
  },
  KH507: { severity: 'notice', cause: 'not asked: it failed before, and its time has not come', mend: 'run it again later' },
  KH508: { severity: 'notice', cause: 'the page of an article is not read; what the feed tells of it is kept', mend: 'none needed' },

  KH901: { severity: 'error', cause: 'the coder failed on this article', mend: 'report it, with the article' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Where it is: `path` as the user gave it; `line`, or the place of an item in a feed, list or archive, from 1. */
export interface Whereabouts {
  path: string;
  line?: number;
  item?: number;
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

/** One line for a person (and for grep): `feed.jsonl:12: error KH401: cause (detail). Mend: …`; the 12th item is `feed.xml#12`. */
export function describeProblem(problem: Problem): string {
  const { severity, cause, mend } = PROBLEMS[problem.code];
  const place = placeOf(problem.at);
  const detail = problem.detail === undefined ? '' : ` (${problem.detail})`;
  return withoutControls(`${place}: ${severity} ${problem.code}: ${cause}${detail}. Mend: ${mend}.`);
}

/** As messages name it. It also is the id of an article that has none of its own. */
export function placeOf({ path, line, item }: Whereabouts): string {
  return line !== undefined ? `${path}:${line}` : item !== undefined ? `${path}#${item}` : path;
}

/** Control characters in a file's name or text must not steer the terminal. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
