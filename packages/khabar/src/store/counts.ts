// Counts over the events of a filter: who acts, who with whom, and how it goes over time.
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.js';
import { eventConditions, type Filter } from './filter.js';
import { UNDATED } from './schema.js';

export interface ActorCount {
  country: string;
  sector: string;
  /** Events in which it acts, and those in which it is acted upon. */
  acting: number;
  receiving: number;
  /** The mean conflict–cooperation score of the events in which it acts; null where it never does. */
  score: number | null;
}

export interface DyadCount {
  actor: string;
  recipient: string;
  events: number;
  score: number;
  /** By quad class: verbal cooperation, material cooperation, verbal conflict, material conflict. */
  quads: [number, number, number, number];
}

export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export interface PeriodCount {
  /** The first day of the period, ISO. Weeks begin on Monday. */
  from: string;
  events: number;
  score: number;
  quads: [number, number, number, number];
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

/** Most active first. */
export async function countActors(database: Database, filter: Filter = {}, limit = 1000): Promise<ActorCount[]> {
  const conditions = eventConditions(database.kind, filter);
  const { rows } = await sql<ActorCount>`select country, sector, sum(case when side = 'actor' then 1 else 0 end) as acting,
      sum(case when side = 'recipient' then 1 else 0 end) as receiving, avg(case when side = 'actor' then score end) as score
    from participants join events on events.seq = participants.seq where ${sql.join([sql`1 = 1`, ...conditions], sql` and `)}
    group by country, sector order by count(*) desc, country, sector limit ${limit}`.execute(database.db);
  return rows.map((row) => ({ ...row, score: row.score === null ? null : rounded(Number(row.score)) }));
}

interface Sums {
  events: number;
  total: number;
  q1: number;
  q2: number;
  q3: number;
  q4: number;
}

function sumsOf(table: string): RawBuilder<unknown> {
  const quads = [1, 2, 3, 4].map(
    (quad) => sql`sum(case when ${sql.ref(`${table}.quad`)} = ${sql.lit(quad)} then 1 else 0 end) as ${sql.ref(`q${quad}`)}`,
  );
  return sql`count(*) as events, sum(${sql.ref(`${table}.score`)}) as total, ${sql.join(quads)}`;
}

const quadsOf = ({ q1, q2, q3, q4 }: Sums): [number, number, number, number] => [q1, q2, q3, q4];

/** Most events first. */
export async function countDyads(database: Database, filter: Filter = {}, limit = 1000): Promise<DyadCount[]> {
  const conditions = eventConditions(database.kind, filter);
  const { rows } = await sql<Sums & { actor: string; recipient: string }>`select actor, recipient, ${sumsOf('events')}
    from dyads join events on events.seq = dyads.seq where ${sql.join([sql`1 = 1`, ...conditions], sql` and `)}
    group by actor, recipient order by count(*) desc, actor, recipient limit ${limit}`.execute(database.db);
  return rows.map((row) => ({
    actor: row.actor,
    recipient: row.recipient,
    events: row.events,
    score: rounded(row.total / row.events),
    quads: quadsOf(row),
  }));
}

/** In order; periods without events are left out, events without a day too. */
export async function countByPeriod(database: Database, filter: Filter = {}, period: Period = 'month'): Promise<PeriodCount[]> {
  const { rows } = await (isOfDyads(filter) ? dyadByDay(filter) : eventsByDay(database, filter)).execute(database.db);
  const periods = new Map<string, Sums>();
  for (const row of rows) {
    const from = firstDay(row.day, period);
    const sums = periods.get(from) ?? { events: 0, total: 0, q1: 0, q2: 0, q3: 0, q4: 0 };
    for (const key of ['events', 'total', 'q1', 'q2', 'q3', 'q4'] as const) sums[key] += row[key];
    periods.set(from, sums);
  }
  return [...periods].map(([from, sums]) => ({
    from,
    events: sums.events,
    score: rounded(sums.total / sums.events),
    quads: quadsOf(sums),
  }));
}

type ByDay = RawBuilder<Sums & { day: number }>;

function eventsByDay({ kind }: Database, filter: Filter): ByDay {
  const conditions = [sql`events.day > ${UNDATED}`, ...eventConditions(kind, filter)];
  return sql`select events.day, ${sumsOf('events')} from events where ${sql.join(conditions, sql` and `)} group by events.day order by events.day`;
}

/** Whether the table of dyads alone can answer. */
function isOfDyads({ dyad, types, quads, ...others }: Filter): boolean {
  return dyad !== undefined && Object.keys(others).length === 0;
}

/** An event in which the two act together has a row for each direction, and counts once. */
function dyadByDay({ dyad = ['', ''], types, quads }: Filter): ByDay {
  const [a, b] = dyad;
  const conditions = [sql`day > ${UNDATED}`, sql`((actor = ${a} and recipient = ${b}) or (actor = ${b} and recipient = ${a}))`];
  if (types?.length) conditions.push(sql`type in (${sql.join(types)})`);
  if (quads?.length) conditions.push(sql`quad in (${sql.join(quads)})`);
  const once = sql`select min(day) as day, min(quad) as quad, min(score) as score from dyads where ${sql.join(conditions, sql` and `)} group by seq`;
  return sql`select day, ${sumsOf('once')} from (${once}) as once group by day order by day`;
}

const DAY = 86_400_000;

function firstDay(day: number, period: Period): string {
  // Day 0 is a Thursday.
  const start = period === 'week' ? day - ((((day + 3) % 7) + 7) % 7) : day;
  const iso = new Date(start * DAY).toISOString().slice(0, 10);
  return period === 'month' ? `${iso.slice(0, 7)}-01` : iso;
}
