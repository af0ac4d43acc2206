// Reads lexicon files (tab-separated, one kind a file, told by its columns) into entries with their word forms. Used by the build step and for users' files at run time.

import { conjugate, declineNisba, declineNoun, type WordForm } from '../text/conjugation.js';
import { keyOf } from '../text/letters.js';
import { EVENT_TYPES } from '../types.js';
import { type Entry, Form, type Frame, type FrameType, type PackedLexicon } from './entries.js';

export interface LexiconFile {
  /** The file's name, for messages. */
  name: string;
  text: string;
}

/** A line that cannot be read; `message` names file, line, cause and mend. */
export class LexiconError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    cause: string,
  ) {
    super(`${file}:${line}: ${cause}`);
    this.name = 'LexiconError';
  }
}

type Row = Record<string, string>;

interface Table {
  file: string;
  columns: string[];
  rows: { line: number; cells: Row }[];
}

/** Splits a file into rows; throws LexiconError where a line has too many cells. */
function parseTable({ name, text }: LexiconFile): Table {
  const table: Table = { file: name, columns: [], rows: [] };
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (table.columns.length === 0) {
      table.columns = cells.map((c) => c.trim());
      continue;
    }
    if (cells.length > table.columns.length)
      throw new LexiconError(
        name,
        i + 1,
        `${cells.length} cells, but the header names ${table.columns.length} columns; separate values in one cell by |`,
      );
    const row: Row = {};
    table.columns.forEach((column, c) => {
      row[column] = (cells[c] ?? '').trim();
    });
    table.rows.push({ line: i + 1, cells: row });
  }
  return table;
}

const list = (cell: string | undefined): string[] =>
  cell
    ? cell
        .split('|')
        .map((s) => s.trim())
        .filter(Boolean)
    : [];
const words = (cell: string | undefined): string[] => (cell && cell !== '-' ? cell.split(/\s+/).filter(Boolean) : []);

const phraseKey = (words: string[]): string => words.map(keyOf).filter(Boolean).join(' ');
/** Keys of a phrase, word by word, as written (names). */
export const nameKey = (name: string): string => phraseKey(name.split(/[\s_]+/));
/** Verbal nouns of the eighth measure whose root begins with ل: التزام (commitment) has no article. */
const OWN_LAM = /^الت.ا.$/;
/** Keys of a phrase without the articles (nouns: found with and without ال). */
export const nounKey = (phrase: string): string =>
  phraseKey(phrase.split(/\s+/).map((w) => (w.startsWith('ال') && w.length > 4 && !OWN_LAM.test(w) ? w.slice(2) : w)));

/** Keys of the words that conditions of frames name together, by the name of the set. */
export type WordSets = Map<string, string[]>;

/** Collects entries, frames and forms while files are read. */
export class Collector {
  readonly entries: Entry[] = [];
  readonly frames: Frame[] = [];
  readonly forms = new Map<string, Map<number, number>>();
  /** Verbs by lemma: one entry, however many files and roots name it. */
  readonly verbs = new Map<string, number>();

  /** @param sets word sets by name, as far as they are known; files may add more */
  constructor(readonly sets: WordSets = new Map()) {}

  add(entry: Entry): number {
    this.entries.push(entry);
    return this.entries.length - 1;
  }

  form(key: string, entry: number, bits: number): void {
    if (!key) return;
    const at = this.forms.get(key) ?? new Map<number, number>();
    this.forms.set(key, at);
    at.set(entry, (at.get(entry) ?? 0) | bits);
  }
}

const POS_BITS: Record<WordForm['pos'], number> = {
  verb: 0,
  masdar: Form.Masdar,
  'active-participle': Form.ActiveParticiple,
  'passive-participle': Form.PassiveParticiple,
};
const TENSE_BITS = { perfect: Form.Perfect, imperfect: Form.Imperfect, imperative: Form.Imperative };

export function bitsOf(form: WordForm): number {
  let bits = POS_BITS[form.pos];
  if (form.tense) bits |= TENSE_BITS[form.tense];
  if (form.voice) bits |= form.voice === 'passive' ? Form.Passive : Form.Active;
  if (form.number) bits |= { sg: Form.Singular, du: Form.Dual, pl: Form.Plural }[form.number];
  if (form.gender) bits |= form.gender === 'f' ? Form.Feminine : Form.Masculine;
  if (form.person) bits |= [0, Form.First, Form.Second, Form.Third][form.person] ?? 0;
  return bits;
}

const number = (cell: string | undefined): number => (cell ? Number(cell) : Number.NaN);

/** One reader a kind of file: it is chosen by the first columns of the header. */
type Reader = (table: Table, into: Collector) => void;

function readStates(table: Table, into: Collector): void {
  for (const { cells } of table.rows) {
    const names = list(cells.names);
    const base = {
      kind: 'state' as const,
      code: cells.code ?? '',
      en: cells.en ?? '',
      ar: names[0] ?? '',
      wikidata: cells.wikidata ?? '',
      capital: list(cells.capital)[0] ?? '',
      lat: number(cells.lat),
      lon: number(cells.lon),
    };
    const name = into.add({ ...base, as: 'name' });
    for (const n of names) into.form(nameKey(n), name, 0);
    const nisba = into.add({ ...base, as: 'nisba' });
    for (const n of list(cells.nisba)) for (const { form, bits } of nisbaForms(n)) into.form(form, nisba, bits);
    const capital = into.add({ ...base, as: 'capital' });
    for (const n of list(cells.capital)) into.form(nameKey(n), capital, 0);
  }
}

/** Adjectives that ascribe to a body as those of nationality do to a state: حوثي (Houthi), أممي (of the United Nations). */
function readNisbas(table: Table, into: Collector): void {
  for (const { cells } of table.rows) {
    const [ar = '', ...irregular] = list(cells.nisba);
    const entry = into.add({
      kind: 'state',
      as: 'nisba',
      code: cells.country ?? '',
      en: cells.en ?? '',
      ar,
      wikidata: '',
      capital: '',
      lat: 0,
      lon: 0,
      sectors: words(cells.sectors),
    });
    for (const n of [ar, ...irregular]) for (const { form, bits } of nisbaForms(n)) into.form(form, entry, bits);
  }
}

/** Forms of a nationality adjective; each word of a compound one (كوري شمالي, North Korean) is declined, the second with or without article. */
function nisbaForms(nisba: string): { form: string; bits: number }[] {
  const parts = nisba.split(' ');
  const first = parts[0] ?? '';
  const gender = (f: string) =>
    (/(ة|ات|تان|تين)$/.test(f) ? Form.Feminine : Form.Masculine) | (/(ون|ين|ات|ان)$/.test(f) ? Form.Plural : Form.Singular);
  const forms = first.endsWith('ي') ? declineNisba(first) : [first];
  if (!first.endsWith('ي')) return [{ form: nounKey(nisba), bits: Form.Plural | Form.Noun }];
  if (parts.length === 1) return forms.map((f) => ({ form: keyOf(f), bits: gender(f) | Form.Noun }));
  const rest = parts.slice(1);
  return forms.flatMap((f) =>
    declineNisba(rest[0] ?? '').map((g) => ({
      form: `${keyOf(f)} ${[g, ...rest.slice(1)].map(keyOf).join(' ')}`,
      bits: gender(f) | Form.Noun,
    })),
  );
}

function readPeople(table: Table, into: Collector): void {
  const known = new Map<string, number>();
  for (const { cells } of table.rows) {
    const names = list(cells.names);
    const term = {
      country: cells.country === '-' ? '' : (cells.country ?? ''),
      sectors: words(cells.sectors),
      office: cells.office ?? '',
      from: cells.from ?? '',
      to: cells.to ?? '',
    };
    const id = `${cells.en}`;
    let index = known.get(id);
    const before = index === undefined ? undefined : into.entries[index];
    if (before?.kind === 'person') before.terms.push(term);
    else {
      index = into.add({ kind: 'person', en: cells.en ?? '', ar: names[0] ?? '', wikidata: cells.wikidata ?? '', terms: [term] });
      known.set(id, index);
    }
    for (const n of names) if (index !== undefined) into.form(nameKey(n), index, 0);
  }
}

function readOrganisations(table: Table, into: Collector): void {
  for (const { cells } of table.rows) {
    const names = list(cells.names);
    const countries = list(cells.country).filter((c) => c !== '-');
    const entry = into.add({
      kind: 'organisation',
      of: cells.kind ?? '',
      en: cells.en ?? '',
      ar: names[0] ?? '',
      wikidata: cells.wikidata ?? '',
      countries,
      sectors: words(cells.sectors),
    });
    for (const n of names) into.form(nameKey(n), entry, 0);
  }
}

function readPlaces(table: Table, into: Collector): void {
  for (const { cells } of table.rows) {
    const names = list(cells.names);
    const entry = into.add({
      kind: 'place',
      of: cells.kind ?? '',
      en: cells.en ?? '',
      ar: names[0] ?? '',
      country: cells.country === '-' ? '' : (cells.country ?? ''),
      lat: number(cells.lat),
      lon: number(cells.lon),
    });
    for (const n of names) into.form(nameKey(n), entry, 0);
  }
}

function readRoles(table: Table, into: Collector): void {
  const own = new Set(table.rows.flatMap(({ cells }) => [cells.role ?? '', ...list(cells.plural)]).map(keyOf));
  for (const { cells } of table.rows) {
    const role = cells.role ?? '';
    const entry = into.add({
      kind: 'role',
      role,
      of: cells.kind ?? '',
      sectors: words(cells.sectors),
      needsCountry: cells.needs === 'country',
    });
    const plurals = list(cells.plural);
    // رئيس has رؤساء for its plural, so الرئيسين are two.
    const broken = plurals.length > 0 && !plurals.some((p) => /ون( |$)/.test(p));
    const hasFeminine = cells.kind !== 'body' && !/(ى|ات)(\s|$)/.test(role);
    const given = phraseForms(role);
    // المحامي is the lawyer, not only what is left of محامون before a genitive.
    const whole = new Set(given.flatMap(({ form, bits }) => (bits & Form.Construct ? [] : [form])));
    const add = (form: string, bits: number): void => into.form(form, entry, (whole.has(form) ? bits & ~Form.Construct : bits) | Form.Noun);
    for (const { form, bits } of given) {
      if (broken && bits & Form.Plural && bits & Form.Masculine) continue;
      // المرأة has النساء for its plural: مرات are times.
      if (broken && bits & Form.Plural && /ة(\s|$)/.test(role) && !plurals.some((p) => /ات( |$)/.test(p))) continue;
      // A feminine that has a line of its own is another thing: مقاتل (fighter) and مقاتلة (jet); bodies have none: جامع (mosque), قوات (forces).
      if (bits & Form.Feminine && !/ة(\s|$)/.test(role) && (own.has(form) || !hasFeminine)) continue;
      add(form, bits);
    }
    for (const p of plurals) for (const { form, bits } of phraseForms(p, true)) add(form, bits);
  }
}

const constructBit = (base: string, form: string): number => (form !== base && /[يو]$/.test(form) ? Form.Construct : 0);

/** Forms of a noun phrase: its first word is declined, the others stay. */
function phraseForms(phrase: string, plural = false): { form: string; bits: number }[] {
  const [head = '', ...rest] = phrase.split(/\s+/);
  const bare = head.startsWith('ال') && head.length > 4 ? head.slice(2) : head;
  const tail = rest.length ? ` ${nounKey(rest.join(' '))}` : '';
  if (plural) {
    const heads = new Set([bare]);
    if (/ون$/.test(bare)) for (const ending of ['ين', 'و', 'ي']) heads.add(bare.slice(0, -2) + ending);
    else if (!/(ات|ة|اء)$/.test(bare)) heads.add(`${bare}ا`);
    return [...heads].map((h) => ({ form: keyOf(h) + tail, bits: Form.Plural | (/ون$/.test(bare) ? constructBit(bare, h) : 0) }));
  }
  return declineNoun(bare).map((f) => ({
    form: keyOf(f.form) + tail,
    bits:
      { sg: Form.Singular, du: Form.Dual, pl: Form.Plural }[f.number] |
      (f.gender === 'f' ? Form.Feminine : Form.Masculine) |
      (f.number === 'sg' ? 0 : constructBit(bare, f.form)),
  }));
}

function readDisputes(table: Table, into: Collector): void {
  for (const { cells } of table.rows) {
    const { id = '', kind: of = '', en = '', ar = '', parties = '' } = cells;
    const entry = into.add({ kind: 'topic', id, of, en, ar, parties });
    for (const cue of [cells.ar ?? '', ...list(cells.cues)]) into.form(nameKey(cue), entry, 0);
  }
}

function readVerbs(table: Table, into: Collector): void {
  for (const { cells, line } of table.rows) {
    const lemma = cells.lemma ?? '';
    const entry = into.verbs.get(lemma) ?? into.add({ kind: 'verb', lemma });
    into.verbs.set(lemma, entry);
    let forms: WordForm[];
    try {
      forms = conjugate({
        lemma,
        root: cells.root ?? '',
        measure: cells.measure ?? '',
        vowels: cells.vowels ?? '',
        masdars: list(cells.masdars),
      });
    } catch (cause) {
      throw new LexiconError(
        table.file,
        line,
        `${lemma}: ${cause instanceof Error ? cause.message : String(cause)}; check root, measure and vowels`,
      );
    }
    for (const f of forms) {
      if (f.pos === 'masdar' && f.form.endsWith('ي') && !/ي$/.test(forms.find((g) => g.pos === 'masdar')?.form ?? '')) continue;
      into.form(nameKey(f.form), entry, bitsOf(f));
    }
  }
}

const EVENT_TYPE_SET = new Set<string>([...EVENT_TYPES, 'SAY', 'LIGHT', 'OP']);
const MACROS: Record<string, { actors: string[]; recipients: string[] }> = {
  mutual: { actors: ['light', 'gen', 'adj', 'بين', 'مع', 'by'], recipients: [] },
  act: { actors: ['light', 'gen', 'adj', 'by'], recipients: [] },
  done: { actors: ['light', 'by', 'adj'], recipients: ['gen'] },
};

/** The words of a frame; what follows a condition without a sign of its own belongs to it (obj~حزب الله|حماس). */
const FLAGS = new Set(['weak', 'neg', 'affirmed', 'ahead']);

function frameWords(cell: string | undefined): string[] {
  const joined: string[] = [];
  for (const word of words(cell)) {
    const last = joined.at(-1);
    if (last && /[~!]/.test(last) && !/[=~!:]/.test(word) && !MACROS[word] && !FLAGS.has(word))
      joined[joined.length - 1] = `${last} ${word}`;
    else joined.push(word);
  }
  return joined;
}

/** A frame from its line; `#name` in a condition stands for the words of that set. `fail` is called with the cause where a word is not understood. */
export function parseFrame(cells: Row, fail: (cause: string) => never, sets: WordSets = new Map()): Frame {
  const type = cells.type ?? '';
  if (!EVENT_TYPE_SET.has(type)) fail(`unknown type ${type}; use one of ${[...EVENT_TYPE_SET].join(' ')}`);
  const frame: Frame = {
    lemma: list(cells.lemma)[0] ?? '',
    pos: cells.pos === 'n' ? 'n' : 'v',
    type: type as FrameType,
    mode: list(cells.mode),
    cameo: cells.cameo ?? '',
    actors: [],
    recipients: [],
    needs: [],
    nots: [],
    conditions: [],
    event: null,
    inner: {},
    told: [],
    weak: false,
    negated: null,
    ahead: false,
    note: cells.note ?? '',
  };
  for (const word of frameWords(cells.frame)) {
    const macro = MACROS[word];
    if (macro) {
      frame.actors.push(...macro.actors);
      frame.recipients.push(...macro.recipients.map((slot) => ({ slot, by: false })));
    } else if (word === 'weak') frame.weak = true;
    else if (word === 'ahead') frame.ahead = true;
    else if (word === 'neg' || word === 'affirmed') frame.negated = word === 'neg';
    else if (word.startsWith('A='))
      frame.actors.push(
        ...word
          .slice(2)
          .split(',')
          .filter(Boolean)
          .map((s) => s.replace(/:by$/, '')),
      );
    else if (word.startsWith('R='))
      frame.recipients.push(
        ...word
          .slice(2)
          .split(',')
          .filter(Boolean)
          .map((s) => (s.endsWith(':by') ? { slot: s.slice(0, -3), by: true } : { slot: s, by: false })),
      );
    else if (word.startsWith('need=')) frame.needs.push(...word.slice(5).split(','));
    else if (word.startsWith('not=')) frame.nots.push(...word.slice(4).split(','));
    else if (word.startsWith('event=')) frame.event = word.slice(6);
    else if (word.startsWith('told=')) frame.told.push(...word.slice(5).split(','));
    else if (word.startsWith('inner:')) {
      for (const part of word.slice(6).split(',')) {
        const [slot = '', status = ''] = part.replace(/^inner:/, '').split('=');
        frame.inner[slot] = status;
      }
    } else {
      const at = word.search(/[~!]/);
      if (at <= 0) fail(`"${word}" is no word of a frame; see docs/lexicon.md`);
      frame.conditions.push({
        slot: word.slice(0, at),
        words: word
          .slice(at + 1)
          .split('|')
          .flatMap((w) => {
            if (w.startsWith('#')) return sets.get(w.slice(1)) ?? fail(`${w} is no word set; see word-sets.tsv`);
            return w.startsWith('@') ? [w] : [nounKey(w.replaceAll('_', ' '))];
          }),
        absent: word[at] === '!',
      });
    }
  }
  frame.actors = [...new Set(frame.actors)];
  return frame;
}

function readFrames(table: Table, into: Collector): void {
  for (const { cells, line } of table.rows) {
    const fail = (cause: string): never => {
      throw new LexiconError(table.file, line, `${cells.lemma}: ${cause}`);
    };
    const frame = parseFrame(cells, fail, into.sets);
    into.frames.push(frame);
    if (frame.pos !== 'n') continue;
    const [singular = '', ...plurals] = list(cells.lemma);
    const entry = into.add({ kind: 'event', lemma: singular });
    for (const { form, bits } of phraseForms(singular))
      if (!(bits & Form.Construct) && !(bits & Form.Plural && bits & Form.Masculine) && !(bits & Form.Feminine && !/ة|^م/.test(singular)))
        into.form(form, entry, bits | Form.Noun);
    for (const p of plurals) for (const { form, bits } of phraseForms(p, true)) into.form(form, entry, bits | Form.Noun);
  }
}

function readCues(of: 'mode' | 'context' | 'channel' | 'status' | 'filter', valueColumn: string): Reader {
  return (table, into) => {
    for (const { cells } of table.rows) {
      const entry = into.add({ kind: 'cue', of, type: cells.type ?? '', value: cells[valueColumn] ?? '' });
      for (const w of list(cells.words)) into.form(nounKey(w), entry, 0);
    }
  };
}

function readWordSets(table: Table, into: Collector): void {
  for (const { cells } of table.rows)
    into.sets.set(
      cells.set ?? '',
      list(cells.words).map((w) => nounKey(w)),
    );
}

function readParticles(table: Table, into: Collector): void {
  for (const { cells } of table.rows)
    into.form(nameKey(cells.word ?? ''), into.add({ kind: 'particle', class: cells.class ?? '', value: cells.value ?? '' }), 0);
}

function readTimes(table: Table, into: Collector): void {
  for (const { cells } of table.rows) {
    const entry = into.add({ kind: 'time', of: cells.class ?? '', value: number(cells.value) });
    for (const w of list(cells.words)) into.form(nameKey(w), entry, 0);
  }
}

/** Classes whose words stand as they are written. */
const INVARIABLE = new Set(['given', 'name-half', 'adverb', 'time', 'measure']);

function readCommon(table: Table, into: Collector): void {
  for (const { cells } of table.rows) {
    const entry = into.add({ kind: 'common', of: cells.class ?? '', noun: cells.noun ?? '' });
    if (cells.class === 'both') {
      // Only the dual refers: البلدين (the two countries), not البلد.
      for (const dual of list(cells.plural)) into.form(keyOf(dual), entry, Form.Dual);
      continue;
    }
    if (INVARIABLE.has(cells.class ?? '')) {
      into.form(nounKey(cells.noun ?? ''), entry, Form.Singular);
      continue;
    }
    for (const { form, bits } of phraseForms(cells.noun ?? '')) into.form(form, entry, bits);
    for (const p of list(cells.plural)) for (const { form, bits } of phraseForms(p, true)) into.form(form, entry, bits);
  }
}

const WORD_SETS = 'set words';

const READERS: [first: string, reader: Reader][] = [
  [WORD_SETS, readWordSets],
  ['code en wikidata names nisba', readStates],
  ['nisba en country sectors', readNisbas],
  ['wikidata en names country sectors office', readPeople],
  ['wikidata en names country sectors kind', readOrganisations],
  ['en names country kind lat lon', readPlaces],
  ['role plural sectors kind needs', readRoles],
  ['id kind en ar parties cues', readDisputes],
  ['lemma root measure vowels masdars', readVerbs],
  ['lemma pos type mode cameo frame', readFrames],
  ['type mode words', readCues('mode', 'mode')],
  ['context words', readCues('context', 'context')],
  ['channel words', readCues('channel', 'channel')],
  ['status words', readCues('status', 'status')],
  ['filter words', readCues('filter', 'filter')],
  ['word class value', readParticles],
  ['words class value', readTimes],
  ['noun plural class', readCommon],
];

/** Reads files into the collector, word sets before the frames that name them. Throws LexiconError where columns or a line are not understood. */
export function readLexiconFiles(files: LexiconFile[], into: Collector): void {
  const tables = files.map(parseTable).filter((table) => table.columns.length > 0);
  const isSets = (table: Table): boolean => table.columns.join(' ').startsWith(WORD_SETS);
  for (const table of [...tables.filter(isSets), ...tables.filter((t) => !isSets(t))]) readTable(table, into);
}

function readTable(table: Table, into: Collector): void {
  const header = table.columns.join(' ');
  const reader = READERS.find(([first]) => header.startsWith(first))?.[1];
  if (!reader) throw new LexiconError(table.file, 1, `the columns "${header}" are of no known kind of lexicon file; see docs/lexicon.md`);
  reader(table, into);
}

/** A 53-bit hash of a text as 14 hexadecimal digits: stable on every machine; for identity, not for secrecy. */
export function hashOf(text: string, seed = 0): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (2097151 & b).toString(16).padStart(6, '0') + (a >>> 0).toString(16).padStart(8, '0');
}

/** Words that only conditions of frames name are nouns too, so that their clitics are cut like those of others. */
function addConditionWords(into: Collector): void {
  const words = new Set(into.frames.flatMap((f) => f.conditions.flatMap((c) => c.words)));
  for (const word of [...words].sort()) {
    if (word.startsWith('@') || word.includes(' ') || word.length < 3 || into.forms.has(word)) continue;
    const entry = into.add({ kind: 'common', of: 'noun', noun: word });
    for (const { form, bits } of phraseForms(word)) into.form(form, entry, bits);
  }
}

/** Packs lexicon files into one table. */
export function packLexicon(files: LexiconFile[], confidence: Record<string, number> = {}): PackedLexicon {
  const collector = new Collector();
  readLexiconFiles(files, collector);
  addConditionWords(collector);
  const forms = [...collector.forms].map(
    ([key, at]) => `${key}\t${[...at].map(([entry, bits]) => `${entry.toString(36)}:${bits.toString(36)}`).join(' ')}\n`,
  );
  const particles = (name: string): string[] =>
    collector.entries.flatMap((e) => (e.kind === 'particle' && e.class === name ? [e.value] : []));
  const packed = {
    entries: collector.entries.map((e) => JSON.stringify(e)).join('\n'),
    frames: collector.frames,
    sets: Object.fromEntries(collector.sets),
    confidence,
    auxiliaries: particles('auxiliary'),
    quotatives: particles('quotative'),
    // In the order of their letters, so that a word is found by halving, and all that begins with it stands together.
    forms: forms.sort((a, b) => (a < b ? -1 : 1)).join(''),
  };
  return { hash: hashOf(JSON.stringify(packed)), ...packed };
}
