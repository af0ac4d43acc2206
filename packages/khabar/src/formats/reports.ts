// What every exporter is given: an event with its mentions; and what several of them need: the day, the pairs of sides, a number.
import { createHash } from 'node:crypto';
import type { CountKind, EventDate, EventRecord, Mention, Participant } from '@khabar/core';

/** `mentions` by publication, then by place in the text; never empty. */
export interface EventReports {
  event: EventRecord;
  mentions: readonly Mention[];
}

export interface ExportOptions {
  /** Whether sentences and headlines of articles go in; false for files to be shared. */
  texts: boolean;
  /** The English name of a state by its code. */
  stateName: (code: string) => string | null;
}

/** One who does it and one to whom it is done, for formats that hold no more. `number` is the row's own, stable, under 2^48. */
export interface Pair {
  number: number;
  source: Participant | null;
  target: Participant | null;
}

/** Formats without a status would show what is planned, feared or denied as a fact: they are given asserted events only. */
export function isAsserted({ event }: EventReports): boolean {
  return event.status === 'actual' || event.status === 'historical';
}

/** The date that the texts give; null where none states it and the record holds the day of publication. */
export function statedDate({ event: { date } }: EventReports): EventDate | null {
  return date === null || date.text === '' ? null : date;
}

/** The day of the event, else that of its first report, as ISO `YYYY-MM-DD`; null where neither is known. */
export function eventDay({ event }: EventReports): string | null {
  return event.date?.start ?? event.first?.slice(0, 10) ?? null;
}

/** Each actor with each recipient; where nobody receives, all who act together, two by two; a single actor alone. */
export function pairsOf({ event }: EventReports): Pair[] {
  const { actors, recipients } = event;
  const pairs =
    recipients.length > 0
      ? across(actors, recipients)
      : actors.length > 1
        ? together(actors)
        : [{ source: actors[0] ?? null, target: null }];
  return pairs.map((pair, index) => ({ number: numberOf(`${event.id} ${index}`), ...pair }));
}

type Sides = Omit<Pair, 'number'>;

/** A side that reports put among actors and recipients both does nothing to itself, unless there is nobody else. */
function across(actors: Participant[], recipients: Participant[]): Sides[] {
  const sources = actors.length > 0 ? actors : [null];
  const pairs = sources.flatMap((source) => recipients.map((target) => ({ source, target })));
  const distinct = pairs.filter(({ source, target }) => source === null || !isSame(source, target));
  return distinct.length > 0 ? distinct : pairs;
}

function together(actors: Participant[]): Sides[] {
  return actors.flatMap((source, index) => actors.slice(index + 1).map((target) => ({ source, target })));
}

const isSame = (a: Participant, b: Participant): boolean => a.country !== null && a.country === b.country && a.sectors[0] === b.sectors[0];

/** A whole number under 2^48 that stands for a text, for formats whose ids are numbers. */
export function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6);
}

/** The name in English, else in Arabic, else the words of the text; null where it is only implied and has no name. */
export function nameOf({ name, text }: Participant): string | null {
  return name.en ?? name.ar ?? (text === '' ? null : text);
}

/** The lowest and highest number of one kind that the reports give; null where they give none. */
export function countOf({ event }: EventReports, kind: CountKind): { low: number; high: number } | null {
  const counts = event.counts.filter((count) => count.kind === kind);
  if (counts.length === 0) return null;
  return { low: Math.min(...counts.map(({ low }) => low)), high: Math.max(...counts.map(({ high }) => high)) };
}

/** The first report: what stands for the event where a format holds one report only. */
export function firstReport({ mentions }: EventReports): Mention {
  const [first] = mentions;
  if (first === undefined) throw new RangeError('an event has at least one mention');
  return first;
}

export function unique(items: (string | null)[]): string[] {
  return [...new Set(items.filter((item) => item !== null && item !== ''))] as string[];
}

/** `2020-10-10T04:20:00+00:00` as `20201010042000` in UTC, as GDELT writes times; null where it is no time. */
export function compactTime(iso: string | null): string | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(/\D/g, '').slice(0, 14);
}
