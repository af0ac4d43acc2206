// Which events or mentions are asked for: one filter for every question, command and export.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DatabaseKind } from './database.js';
import { firstSeqOf } from './rows.js';
import { UNDATED } from './schema.js';
import { eventsWithWords } from './words.js';

/** Every given field must hold; of a list, one of its items must. Days are ISO `YYYY-MM-DD`, both included. */
export interface Filter {
  ids?: string[];
  types?: string[];
  modes?: string[];
  contexts?: string[];
  statuses?: string[];
  quads?: number[];
  /** A country code (`USA`), or a country and a sector (`USA MIL`). */
  actors?: string[];
  recipients?: string[];
  /** On either side. */
  parties?: string[];
  /** Two countries, one on each side, whichever; where all act together, both among them. */
  dyad?: [string, string];
  /** The first day of the event. */
  from?: string;
  to?: string;
  /** A country code, or a place's English or Arabic name. */
  places?: string[];
  topics?: string[];
  outlets?: string[];
  /** At least. */
  confidence?: number;
  /** Reported by at least so many outlets. Events only. */
  leastOutlets?: number;
  reviewed?: boolean;
  /** Words that its sentences hold, and "phrases in quotation marks". */
  text?: string;
}

type Condition = RawBuilder<SqlBool>;

const DAY = 86_400_000;
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

const either = (conditions: Condition[]): Condition => sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
const among = (column: string, items: readonly (string | number)[]): Condition => sql<SqlBool>`${sql.ref(column)} in (${sql.join(items)})`;

/** Columns of codes are kept as `|a|b|`. */
function holds(column: string, items: readonly string[]): Condition {
  return either(items.map((item) => sql<SqlBool>`${sql.ref(column)} like ${`%|${item.replace(/[\\%_]/g, '\\$&')}|%`} escape '\\'`));
}

/**
 * The conditions on the table `events`. `frequent`: parties of so many events that it is quicker to look at each event for them than to gather theirs.
 */
export function eventConditions(kind: DatabaseKind, filter: Filter, frequent = false): Expression<SqlBool>[] {
  const conditions: Condition[] = [...sharedConditions('events', filter)];
  const { from, to, dyad, text } = filter;
  const party = (sides: string[], codes: string[]): Condition => participates(sides, codes, frequent || bothSides(filter));
  if (bothSides(filter)) conditions.push(amongDyads(filter.actors ?? [], filter.recipients ?? []));
  if (filter.actors?.length) conditions.push(party(['actor'], filter.actors));
  if (filter.recipients?.length) conditions.push(party(['recipient'], filter.recipients));
  if (filter.parties?.length) conditions.push(party(['actor', 'recipient'], filter.parties));
  if (dyad) conditions.push(between(dyad, filter));
  // Events stand in the order of their days, so that a span of days is one piece of the table.
  if (from !== undefined) conditions.push(sql<SqlBool>`events.seq >= ${firstSeqOf(dayOf(from))}`);
  if (to !== undefined) conditions.push(sql<SqlBool>`events.seq < ${firstSeqOf(dayOf(to) + 1)}`);
  if (from !== undefined || to !== undefined) conditions.push(sql<SqlBool>`events.day > ${UNDATED}`);
  if (filter.outlets?.length) conditions.push(holds('events.outlets', filter.outlets));
  if (filter.leastOutlets !== undefined) conditions.push(sql<SqlBool>`${sql.ref('events.outletCount')} >= ${filter.leastOutlets}`);
  if (filter.reviewed !== undefined) conditions.push(sql<SqlBool>`events.reviewed = ${Number(filter.reviewed)}`);
  if (text !== undefined) conditions.push(withWords(kind, text));
  return conditions;
}

/** What a search without a single word finds: nothing. */
function withWords(kind: DatabaseKind, text: string): Condition {
  const found = eventsWithWords(kind, text);
  return found === null ? sql<SqlBool>`1 = 0` : sql<SqlBool>`events.seq in (${found})`;
}

/** Actors and recipients are both given: the pairs of countries are far fewer events than either side. */
function bothSides({ actors, recipients }: Filter): boolean {
  return (actors?.length ?? 0) > 0 && (recipients?.length ?? 0) > 0;
}

const countriesOf = (codes: string[]): string[] => codes.map((code) => code.split(/[ .:]/)[0] ?? '');

function amongDyads(actors: string[], recipients: string[]): Condition {
  const [from, to] = [countriesOf(actors), countriesOf(recipients)];
  return sql<SqlBool>`events.seq in (select seq from dyads where actor in (${sql.join(from)}) and recipient in (${sql.join(to)}))`;
}

/** The parties of a filter that stand alone on a side, if any: those whose frequency decides how events are found. */
export function partiesAlone(filter: Filter): { sides: string[]; countries: string[] } | null {
  const { actors, recipients, parties } = filter;
  if (bothSides(filter) || filter.dyad !== undefined || filter.text !== undefined || filter.ids !== undefined) return null;
  if (parties?.length)
    return actors?.length || recipients?.length ? null : { sides: ['actor', 'recipient'], countries: countriesOf(parties) };
  if (actors?.length) return { sides: ['actor'], countries: countriesOf(actors) };
  return recipients?.length ? { sides: ['recipient'], countries: countriesOf(recipients) } : null;
}

/** `USA` or `USA MIL`. */
function participates(sides: string[], codes: string[], oneByOne: boolean): Condition {
  const ofCode = codes.map((code) => {
    const [country = '', sector] = code.split(/[ .:]/);
    const ofSector = sector === undefined ? sql`` : sql` and sector = ${sector}`;
    return sql<SqlBool>`(country = ${country}${ofSector})`;
  });
  const meant = sql`side in (${sql.join(sides)}) and ${either(ofCode)}`;
  if (oneByOne) return sql<SqlBool>`exists (select 1 from participants where participants.seq = events.seq and ${meant})`;
  return sql<SqlBool>`events.seq in (select seq from participants where ${meant})`;
}

function between([a, b]: [string, string], { from, to }: Filter): Condition {
  const days = [
    ...(from === undefined ? [] : [sql` and day >= ${dayOf(from)}`]),
    ...(to === undefined ? [] : [sql` and day <= ${dayOf(to)}`]),
  ];
  const way = (actor: string, recipient: string): RawBuilder<unknown> =>
    sql`(actor = ${actor} and recipient = ${recipient}${sql.join(days, sql``)})`;
  return sql<SqlBool>`events.seq in (select seq from dyads where ${way(a, b)} or ${way(b, a)})`;
}

function sharedConditions(table: 'events' | 'mentions', filter: Filter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.ids?.length) conditions.push(among(`${table}.id`, filter.ids));
  if (filter.types?.length) conditions.push(among(`${table}.type`, filter.types));
  if (filter.statuses?.length) conditions.push(among(`${table}.status`, filter.statuses));
  if (filter.quads?.length) conditions.push(among(`${table}.quad`, filter.quads));
  if (filter.modes?.length) conditions.push(holds(`${table}.modes`, filter.modes));
  if (filter.contexts?.length) conditions.push(holds(`${table}.contexts`, filter.contexts));
  if (filter.topics?.length) conditions.push(holds(`${table}.topics`, filter.topics));
  if (filter.places?.length) conditions.push(holds(`${table}.place`, filter.places));
  if (filter.confidence !== undefined) conditions.push(sql<SqlBool>`${sql.ref(`${table}.confidence`)} >= ${filter.confidence}`);
  return conditions;
}

/** The conditions on the table `mentions`, joined with `articles` and `event_mentions`. Days are those under which mentions are filed. */
export function mentionConditions(kind: DatabaseKind, filter: Filter): Expression<SqlBool>[] {
  const conditions: Condition[] = [...sharedConditions('mentions', filter)];
  const sides = (names: string[], codes: string[]): Condition =>
    holds(
      'mentions.sides',
      names.flatMap((name) => codes.map((code) => `${name} ${code.replace(/[.:]/, ' ')}`)),
    );
  const { from, to, dyad, text } = filter;
  if (filter.actors?.length) conditions.push(sides(['actor'], filter.actors));
  if (filter.recipients?.length) conditions.push(sides(['recipient'], filter.recipients));
  if (filter.parties?.length) conditions.push(sides(['actor', 'recipient'], filter.parties));
  if (dyad) for (const country of dyad) conditions.push(sides(['actor', 'recipient'], [country]));
  if (from !== undefined) conditions.push(sql<SqlBool>`mentions.filed >= ${dayOf(from)}`);
  if (to !== undefined) conditions.push(sql<SqlBool>`mentions.filed <= ${dayOf(to)} and mentions.filed > ${UNDATED}`);
  if (filter.outlets?.length) conditions.push(among('articles.source', filter.outlets));
  if (filter.reviewed !== undefined) {
    const spoken = sql`(select mention from review_mentions)`;
    conditions.push(filter.reviewed ? sql<SqlBool>`mentions.id in ${spoken}` : sql<SqlBool>`mentions.id not in ${spoken}`);
  }
  if (text !== undefined) {
    const inEvents = sql`select id from events where ${withWords(kind, text)}`;
    conditions.push(sql<SqlBool>`event_mentions.event in (${inEvents})`);
  }
  return conditions;
}
