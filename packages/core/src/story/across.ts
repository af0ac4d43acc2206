// Which reports of many articles tell of one act. An event is one act on one day or over one stated span: its reports are compared with its
// leading report only, never with each other, so that nothing is chained through look-alikes. The outcome depends on the set of reports, not on their order.

import type { Day } from '../document.js';
import { hashOf } from '../lexicon/read.js';
import { isoOf } from '../when/calendar.js';
import { compareText, type Report } from './report.js';
import { areOneAct, isRetold, knowsSides, precision, sameAct } from './same-act.js';

/** Reports of one act, the first report first. */
export interface Act {
  id: string;
  /** The day of the act; the first of a stated span; null where it is not known. */
  day: Day | null;
  /** The day under which its reports are filed: its own, else that of publication; null where no article is dated. */
  filed: Day | null;
  until: Day | null;
  /** The report with which the others were compared. */
  leader: Report;
  reports: { report: Report; why: string[] }[];
}

/** An undated report may tell of an act up to this many days before its publication. */
export const REACH = 3;
/** To know that, it is compared with the reports of so many days before its publication. */
export const LOOKBACK = REACH + 1;
/** News breaks on a day that has so many times the reports of the day before, of so many articles in so many outlets. */
const BREAK_RATIO = 2;
const BREAK_ARTICLES = 5;
const BREAK_OUTLETS = 3;

/**
 * The acts of the days `from` to `to`, of reports of one type and standing. `reports` must hold all that are filed under the days from `from − LOOKBACK` to
 * `to + REACH`: with those, each day's acts come out the same whatever else is given.
 */
export function actsOf(reports: readonly Report[], from = -Infinity, to = Infinity): Act[] {
  const days = new Map<string, Report[]>();
  const file = (key: string, report: Report): void => {
    const filed = days.get(key);
    if (filed) filed.push(report);
    else days.set(key, [report]);
  };
  const byDay = groupByDay(reports);
  for (const report of reports) {
    if (report.alone || report.day === null) file(`alone ${report.id}`, report);
    else if (report.until !== null) file(`${report.day} ${report.until}`, report);
    else file(String(report.stated ? report.day : dayOfUndated(report, byDay)), report);
  }
  const acts: Act[] = [];
  for (const [key, filed] of days) {
    const alone = key.startsWith('alone');
    const day = alone ? (filed[0]?.day ?? null) : Number(key.split(' ')[0]);
    if (day !== null && (day < from || day > to)) continue;
    acts.push(...named(actsOfDay(filed, alone ? null : day, day)));
  }
  const when = ({ filed }: Act): number => filed ?? Number.MAX_SAFE_INTEGER;
  return acts.sort((a, b) => when(a) - when(b) || compareText(a.id, b.id));
}

type ByDay = Map<Day, Report[]>;

function groupByDay(reports: readonly Report[]): ByDay {
  const byDay: ByDay = new Map();
  for (const report of reports) {
    if (report.day === null || report.until !== null || report.alone) continue;
    const same = byDay.get(report.day);
    if (same) same.push(report);
    else byDay.set(report.day, [report]);
  }
  return byDay;
}

/**
 * What happened is told for days: an undated report tells of the day on which the news of its act last broke, if that was lately; else of the day on which
 * it was told in the same words; else of the day of publication.
 */
function dayOfUndated(report: Report, byDay: ByDay): Day {
  const published = report.day as Day;
  const found = new Map<Day, Support>();
  const supportOn = (day: Day): Support => {
    const known = found.get(day) ?? support(report, byDay.get(day) ?? []);
    found.set(day, known);
    return known;
  };
  for (let day = published; day >= published - REACH; day--) {
    if ((byDay.get(day)?.length ?? 0) < BREAK_ARTICLES) continue;
    const { articles, outlets } = supportOn(day);
    if (articles < BREAK_ARTICLES || outlets < BREAK_OUTLETS) continue;
    if (articles >= BREAK_RATIO * supportOn(day - 1).articles) return day;
  }
  for (let day = published - REACH; day < published; day++) if (byDay.get(day)?.some((other) => isRetold(other, report))) return day;
  return published;
}

interface Support {
  articles: number;
  outlets: number;
}

/** How many articles, of how many outlets, have a report that can be of the same act. */
function support(report: Report, others: readonly Report[]): Support {
  const articles = new Set<string>();
  const outlets = new Set<string | null>();
  for (const other of others) {
    if (articles.has(other.article) || (other !== report && !areOneAct(report, other))) continue;
    articles.add(other.article);
    outlets.add(other.source);
  }
  return { articles: articles.size, outlets: outlets.size };
}

function compareReports(a: Report, b: Report): number {
  return (a.published === b.published ? 0 : a.published - b.published) || compareText(a.id, b.id);
}

function actsOfDay(reports: Report[], day: Day | null, filed: Day | null): Omit<Act, 'id'>[] {
  const ranked = reports
    .map((report) => ({ report, precision: precision(report), support: reports.length > 1 ? support(report, reports).articles : 1 }))
    .sort(
      (a, b) =>
        Number(knowsSides(b.report)) - Number(knowsSides(a.report)) ||
        b.precision - a.precision ||
        Number(b.report.stated) - Number(a.report.stated) ||
        b.support - a.support ||
        compareReports(a.report, b.report),
    );
  const acts: Omit<Act, 'id'>[] = [];
  const taken = new Set<Report>();
  for (const { report: leader } of ranked) {
    if (taken.has(leader)) continue;
    const act: Omit<Act, 'id'> = { day, filed, until: leader.until, leader, reports: [] };
    for (const { report } of ranked) {
      if (taken.has(report)) continue;
      const why = report === leader ? ['the leading report'] : sameAct(leader, report);
      if (why === null) continue;
      taken.add(report);
      act.reports.push({ report, why: [...why, dayReason(report, day)] });
    }
    act.reports.sort((a, b) => compareReports(a.report, b.report));
    acts.push(act);
  }
  return acts;
}

function dayReason(report: Report, day: Day | null): string {
  if (day === null) return 'no day is known';
  if (report.until !== null) return `over the stated span ${isoOf(day)} to ${isoOf(report.until)}`;
  if (report.stated) return `on the stated day ${isoOf(day)}`;
  if (report.day === day) return `published on ${isoOf(day)}, without a day of its own`;
  return `without a day of its own; published after ${isoOf(day)}, when it was told first`;
}

/**
 * Names acts of one day after what the first report that knows both sides tells, so that a name holds while reports are added. Where two would have the same
 * name, the act reported first has it, and the other is named by more of what that report tells.
 */
function named(acts: Omit<Act, 'id'>[]): Act[] {
  const used = new Set<string>();
  const naming = acts.map((act) => ({ act, report: namingReport(act) })).sort((a, b) => compareReports(a.report, b.report));
  return naming.map(({ act, report }) => {
    const names = namesFor(report, act.filed).map((name) => hashOf(name));
    const id = names.find((name) => !used.has(name)) ?? hashOf(report.id);
    used.add(id);
    return { id, ...act };
  });
}

function namingReport({ reports, leader }: Omit<Act, 'id'>): Report {
  const knowing = reports.find(({ report }) => knowsSides(report));
  return (knowing ?? reports[0])?.report ?? leader;
}

function namesFor(report: Report, day: Day | null): string[] {
  const what = [report.type, report.standing, day ?? '', report.until ?? '', report.who].join('|');
  const people = [...report.people.actors, ...report.people.recipients].join(',');
  const detailed = [what, report.families.join(','), people, report.places[0]?.name ?? ''].join('|');
  return report.alone ? [[what, report.id].join('|')] : [what, detailed, [detailed, report.id].join('|')];
}
