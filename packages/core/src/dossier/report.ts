// A dossier as a report in one language: headings, entries and quotations, in the order that a person reads them. How they look is left to the formats.

import type { LocalName } from '../types.js';
import type { AgreementStep, Citation, Consultation, Dossier, DossierActor, Grounds, Position, ReportedDay } from './types.js';
import {
  ACT_WORDS,
  CHANNEL_WORDS,
  dateInWords,
  FORM_WORDS,
  GENITIVE,
  KIND_WORDS,
  LABELS,
  type Language,
  MODE_WORDS,
  PLURAL,
  QUAD_WORDS,
  REQUEST_WORDS,
  STAGE_WORDS,
  STANCE_WORDS,
  TYPE_WORDS,
} from './words.js';

/** A sentence as it stands, `mark` being where the words of the event are in it (UTF-16 code units). */
export interface Quotation {
  text: string;
  mark: [start: number, end: number];
  /** Who says it, outlet and day. */
  source: string;
  url: string | null;
  mention: string;
}

export interface ReportEntry {
  kind: 'entry';
  title: string;
  /** What stands beside the title: how, towards whom, when. */
  notes: string[];
  quotations: Quotation[];
  entries: ReportEntry[];
}

export interface ReportTable {
  kind: 'table';
  columns: { title: string; numeric: boolean }[];
  rows: string[][];
}

export interface ReportSection {
  id: string;
  title: string;
  note: string | null;
  blocks: (ReportEntry | ReportTable)[];
  /** How many entries were left out, in words; null where none was. */
  more: string | null;
}

/** Text that runs against the direction of the page is set apart by the isolates U+2068 and U+2069. */
export interface DossierReport {
  language: Language;
  direction: 'rtl' | 'ltr';
  kind: string;
  title: string;
  facts: { label: string; value: string }[];
  sections: ReportSection[];
  closing: string[];
}

/** Entries of a section in a report; the JSON holds all. */
const MOST = { roles: 12, consultations: 40, actors: 12, positions: 5, agreements: 12, dyads: 15, between: 6, quotations: 1 } as const;

export function reportOnDossier(dossier: Dossier, language: Language): DossierReport {
  const writer = createWriter(language);
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    kind: KIND_WORDS[dossier.dispute.kind]?.[language] ?? dossier.dispute.kind,
    title: writer.name(dossier.dispute.name, dossier.dispute.id),
    facts: factsOf(dossier, writer),
    sections: [
      partiesSection(dossier, writer),
      mediatorsSection(dossier, writer),
      supportersSection(dossier, writer),
      positionsSection(dossier, writer),
      consultationsSection(dossier, writer),
      agreementsSection(dossier, writer),
      measuresSection(dossier, writer),
    ],
    closing: [writer.label('caution'), writer.label('madeBy')],
  };
}

/** Puts the small things into words of one language. */
interface Writer {
  language: Language;
  label(key: keyof typeof LABELS): string;
  word(table: Record<string, Record<Language, string>>, key: string): string;
  name(name: LocalName, otherwise: string): string;
  actor(actor: DossierActor): string;
  actors(actors: DossierActor[]): string;
  /** The same behind a preposition, which in Arabic changes the ending of a plural. */
  actorsBehind(actors: DossierActor[]): string;
  actorBehind(actor: DossierActor): string;
  /** Null where no day is known. */
  day(day: ReportedDay | null): string | null;
  number(value: number): string;
  list(items: string[]): string;
}

function createWriter(language: Language): Writer {
  const foreign = (text: string) => (isArabic(text) === (language === 'ar') ? text : isolate(text));
  const name = (names: LocalName, otherwise: string) =>
    foreign((language === 'ar' ? (names.ar ?? names.en) : (names.en ?? names.ar)) ?? otherwise);
  const actor = (each: DossierActor) => name(each.name, each.key);
  const actorBehind = (each: DossierActor) => (language === 'ar' && each.sector !== null ? inGenitive(actor(each)) : actor(each));
  const few = (actors: DossierActor[], named: (actor: DossierActor) => string) =>
    list(actors.slice(0, MOST.between).map(named)) + (actors.length > MOST.between ? ' …' : '');
  const list = (items: string[]) => (language === 'ar' ? items.join(' و') : englishList(items));
  return {
    language,
    label: (key) => LABELS[key][language],
    word: (table, key) => table[key]?.[language] ?? key,
    name,
    actor,
    list,
    actorBehind,
    actors: (actors) => few(actors, actor),
    actorsBehind: (actors) => few(actors, actorBehind),
    day: (day) => (day === null ? null : inWords(day, language)),
    // Its sign would stand on the wrong side of a number in an Arabic line.
    number: (value) => (value < 0 ? isolate(`−${-value}`) : String(value)),
  };
}

/** Of a group's name, the sound plurals that stand before a bracket: "the Houthis", not "rebels (Cameroon)". Names of states have the same ending and keep it. */
function inGenitive(name: string): string {
  const [group = '', ...rest] = name.split(' (');
  return [group.replace(PLURAL, GENITIVE), ...rest].join(' (');
}

function englishList(items: string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function inWords(day: ReportedDay, language: Language): string {
  if (!day.stated) return `${LABELS.dayUnstated[language]} ${dateInWords(day.start, language)}`;
  const whole = wholePeriod(day);
  if (whole !== null) return dateInWords(whole, language);
  if (day.start === day.end) return dateInWords(day.start, language);
  return `${dateInWords(day.start, language)} – ${dateInWords(day.end, language)}`;
}

/** `2015` for its first to its last day, `2015-07` for that month; null for other periods. */
function wholePeriod({ start, end }: ReportedDay): string | null {
  if (start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`) return start.slice(0, 4);
  const next = new Date(Date.parse(end) + 86_400_000).toISOString();
  const isMonth = start.endsWith('-01') && next.slice(8, 10) === '01' && start.slice(0, 7) === end.slice(0, 7);
  return isMonth ? start.slice(0, 7) : null;
}

/** An article without outlet and title is called by its file. */
const fileName = (id: string): string => id.split('/').at(-1) ?? id;

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);

const isolate = (text: string): string => `\u2068${text}\u2069`;

function factsOf({ period, size }: Dossier, writer: Writer): DossierReport['facts'] {
  const counts = [
    { key: 'articles', count: size.articles },
    { key: 'outlets', count: size.outlets },
    { key: 'mentions', count: size.mentions },
    { key: 'eventCount', count: size.events },
  ] as const;
  const told = counts.filter(({ key, count }) => key !== 'outlets' || count > 0);
  const inWords = told.map(({ key, count }) => `${writer.label(key)}: ${count}`);
  const facts = [{ label: writer.label('size'), value: inWords.join(' · ') }];
  if (period === null) return facts;
  const days = period.start === period.end ? [period.start] : [period.start, period.end];
  return [{ label: writer.label('period'), value: days.map((day) => dateInWords(day, writer.language)).join(' – ') }, ...facts];
}

function section(writer: Writer, id: keyof typeof LABELS, entries: ReportEntry[], most: number): ReportSection {
  const left = entries.length - most;
  return {
    id,
    title: writer.label(id),
    note: entries.length === 0 ? writer.label('nothingHere') : null,
    blocks: entries.slice(0, most),
    more: left > 0 ? `${writer.label('more')} ${writer.number(left)}` : null,
  };
}

function entry(writer: Writer, title: string, notes: (string | null)[], grounds: Grounds | null, entries: ReportEntry[] = []): ReportEntry {
  const quotations = grounds === null ? [] : grounds.citations.slice(0, MOST.quotations).map((report) => quotationOf(report, writer));
  const count =
    grounds !== null && grounds.mentions.length > 1 ? `${writer.label('reports')}: ${writer.number(grounds.mentions.length)}` : null;
  return { kind: 'entry', title, notes: [...notes, count].filter((note) => note !== null), quotations, entries };
}

function quotationOf({ quote, trigger, speakers, article, mention, day }: Citation, writer: Writer): Quotation {
  const said = speakers.map(({ text, channel }) => {
    const how = channel === null ? '' : writer.word(CHANNEL_WORDS, channel);
    return [text === '' ? '' : isolate(text), how === '' ? '' : text === '' ? how : `(${how})`].filter(Boolean).join(' ');
  });
  const published = article.published?.slice(0, 10);
  const parts = [
    said.length === 0 ? '' : `${writer.label('saidBy')} ${writer.list(said)}`,
    isolate(article.source ?? article.title ?? fileName(article.id)),
    published === undefined ? (day === null ? writer.label('noDay') : '') : dateInWords(published, writer.language),
  ];
  return { text: quote, mark: [trigger.start, trigger.end], source: parts.filter(Boolean).join(' · '), url: article.url, mention };
}

function partiesSection({ parties }: Dossier, writer: Writer): ReportSection {
  const entries = parties.map((party) => {
    const silent = party.mentions.length === 0 ? writer.label('noReport') : null;
    return entry(writer, writer.actor(party.actor), [writer.label(party.listed ? 'listed' : 'byDeed'), silent], party);
  });
  return section(writer, 'parties', entries, MOST.roles);
}

function mediatorsSection({ mediators }: Dossier, writer: Writer): ReportSection {
  const entries = mediators.map(({ actor, between, ...grounds }) =>
    entry(
      writer,
      writer.actor(actor),
      [between.length === 0 ? null : `${writer.label('mediatesBetween')} ${writer.actorsBehind(between)}`],
      grounds,
    ),
  );
  return section(writer, 'mediators', entries, MOST.roles);
}

function supportersSection({ supporters }: Dossier, writer: Writer): ReportSection {
  const entries = supporters.map(({ actor, of, ...grounds }) =>
    entry(writer, writer.actor(actor), [of.length === 0 ? null : `${writer.label('supportOf')} ${writer.actorsBehind(of)}`], grounds),
  );
  return section(writer, 'supporters', entries, MOST.roles);
}

function positionsSection({ positions }: Dossier, writer: Writer): ReportSection {
  const entries = positions.map(({ actor, positions: held }) => {
    const left = held.length - MOST.positions;
    const notes = left > 0 ? [`${writer.label('more')} ${writer.number(left)}`] : [];
    return entry(
      writer,
      writer.actor(actor),
      notes,
      null,
      held.slice(0, MOST.positions).map((each) => positionEntry(each, writer)),
    );
  });
  return section(writer, 'positions', entries, MOST.actors);
}

function positionEntry(position: Position, writer: Writer): ReportEntry {
  const { stance, mode, on, towards, citations } = position;
  const request = stance === 'calls-for' ? mode.map((each) => REQUEST_WORDS[each]?.[writer.language]).find(Boolean) : undefined;
  const act =
    on === null ? null : (on.mode.map((each) => MODE_WORDS[each]?.[writer.language]).find(Boolean) ?? writer.word(ACT_WORDS, on.type));
  const notes = [
    act === null ? null : `${writer.label('on')} ${act}`,
    towards.length === 0 ? null : `${writer.label('towards')} ${writer.actorsBehind(towards)}`,
    writer.day(citations[0]?.day ?? null),
  ];
  return entry(writer, request ?? writer.word(STANCE_WORDS, stance), notes, position);
}

function consultationsSection({ consultations }: Dossier, writer: Writer): ReportSection {
  const entries = consultations.slice(-MOST.consultations).map((each) => consultationEntry(each, writer));
  const left = consultations.length - entries.length;
  const more = left > 0 ? `${writer.label('more')} ${writer.number(left)}` : null;
  return { ...section(writer, 'consultations', entries, MOST.consultations), more };
}

function consultationEntry(consultation: Consultation, writer: Writer): ReportEntry {
  const planned = consultation.planned ? writer.label('planned') : null;
  return entry(writer, consultationTitle(consultation, writer), [planned, writer.day(consultation.day)], consultation);
}

function consultationTitle({ form, sides }: Consultation, writer: Writer): string {
  const [leader = '', ...others] = sides.map(({ actor, people }) => {
    const named = people.map((person) => writer.name(person, ''));
    return named.length === 0 ? writer.actorBehind(actor) : `${writer.actorBehind(actor)} (${writer.list(named)})`;
  });
  const what = writer.word(FORM_WORDS, form);
  const between = writer.label('mediatesBetween');
  if (form === 'mediation' && others.length > 1) return `${what} ${writer.label('by')} ${leader} ${between} ${writer.list(others)}`;
  return `${what} ${between} ${writer.list([leader, ...others])}`;
}

function agreementsSection({ agreements }: Dossier, writer: Writer): ReportSection {
  const entries = agreements.slice(-MOST.agreements).map(({ name, sides, steps }) => {
    const last = steps.at(-1);
    const standing = last === undefined ? null : `${writer.label('standing')}: ${writer.word(STAGE_WORDS, last.stage)}`;
    const title = name === null ? `${writer.label('dyad')} ${writer.actorsBehind(sides)}` : writer.name(name, '');
    return entry(
      writer,
      title,
      [standing],
      null,
      steps.map((step) => stepEntry(step, writer)),
    );
  });
  const left = agreements.length - entries.length;
  return {
    ...section(writer, 'agreements', entries, MOST.agreements),
    more: left > 0 ? `${writer.label('more')} ${writer.number(left)}` : null,
  };
}

function stepEntry(step: AgreementStep, writer: Writer): ReportEntry {
  return entry(writer, writer.word(STAGE_WORDS, step.stage), [writer.actors(step.actors), writer.day(step.day)], step);
}

function measuresSection({ measures }: Dossier, writer: Writer): ReportSection {
  const { number } = writer;
  const events = { title: writer.label('events'), numeric: true };
  const score = { title: writer.label('score'), numeric: true };
  const column = (key: keyof typeof LABELS) => ({ title: writer.label(key), numeric: false });
  const quads = ([1, 2, 3, 4] as const).map((quad) => [writer.word(QUAD_WORDS, String(quad)), number(measures.quads[quad])]);
  const types = measures.types.map(({ type, events: count }) => [writer.word(TYPE_WORDS, type), number(count)]);
  const months = measures.months.map((each) => [dateInWords(each.month, writer.language), number(each.events), number(each.score)]);
  const arrow = writer.language === 'ar' ? ' ← ' : ' → ';
  const dyads = measures.dyads
    .slice(0, MOST.dyads)
    .map((each) => [
      [writer.actor(each.from), writer.actor(each.to)].join(each.mutual ? ' ↔ ' : arrow),
      number(each.events),
      number(each.score),
    ]);
  const mean = measures.score === null ? '' : ` ${writer.label('score')}: ${number(measures.score)}`;
  const tables: ReportTable[] = [
    { kind: 'table', columns: [column('quad'), events], rows: quads },
    { kind: 'table', columns: [column('type'), events], rows: types },
    { kind: 'table', columns: [column('month'), events, score], rows: months },
    { kind: 'table', columns: [column('dyad'), events, score], rows: dyads },
  ];
  return {
    id: 'measures',
    title: writer.label('measures'),
    note: `${writer.label('scale')}${mean}`,
    blocks: tables.filter(({ rows }) => rows.length > 0),
    more: null,
  };
}
