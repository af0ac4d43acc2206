// Participants as the lexicon knows them: from an entry to country, sectors and name, on the article's day.

import type { Day, Who } from '../document.js';
import type { OrganisationEntry, PersonEntry, PlaceEntry, RoleEntry, StateEntry, Term } from '../lexicon/entries.js';
import { dayOf } from '../when/calendar.js';

/** Copies of participants are spreads, so the first of them is one too: all then have one shape to an engine, which reads them faster. */
const BLANK: Who = {
  from: -1,
  to: -1,
  kind: 'reference',
  country: null,
  sectors: [],
  name: { ar: null, en: null },
  wikidata: null,
  role: null,
  roleKind: null,
  reference: null,
  number: 'sg',
  gender: null,
  lat: null,
  lon: null,
  why: '',
};

/** One participant. */
export function makeWho(
  from: number,
  to: number,
  kind: Who['kind'],
  country: string | null,
  sectors: string[],
  ar: string | null,
  en: string | null,
  wikidata: string | null,
  why: string,
): Who {
  return { ...BLANK, from, to, kind, country, sectors, name: { ar, en }, wikidata, why };
}

/** Sectors of one who no longer holds office: PLOVER counts former officials as elites. */
const FORMER = ['ELI'];
/** So long after an office ended the holder is still called by it (days). */
const GRACE = 3;

const startOf = (date: string): Day => dayOf(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
const endOf = (date: string): Day =>
  date.length === 4 ? dayOf(`${date}-12-31`) : date.length === 7 ? dayOf(`${date}-01`) + 30 : dayOf(date);

/** The term that holds on `day`, of two the one that began last; else the last that began before it, else the first. */
export function termOn(terms: readonly Term[], day: Day | null): { term: Term; former: boolean } | null {
  let past: Term | null = null;
  let next: Term | null = null;
  let held: Term | null = null;
  for (const term of terms) {
    term.days ??= [term.from ? startOf(term.from) : Number.NEGATIVE_INFINITY, term.to ? endOf(term.to) + GRACE : Number.POSITIVE_INFINITY];
    const [from, to] = term.days;
    if (day === null) {
      if (!term.to || !past) past = term;
      continue;
    }
    if (day >= from && day <= to && (!held || from > (held.days?.[0] ?? 0))) held = term;
    if (day > to && (!past || to > (past.days?.[1] ?? 0))) past = term;
    if (day < from && (!next || from < (next.days?.[0] ?? 0))) next = term;
  }
  if (held) return { term: held, former: false };
  if (past) return { term: past, former: day !== null };
  return next ? { term: next, former: false } : null;
}

export function personWho(entry: PersonEntry, from: number, to: number, day: Day | null): Who {
  const held = termOn(entry.terms, day);
  const sectors = !held ? [] : held.former && held.term.sectors[0] === 'GOV' ? FORMER : held.term.sectors;
  return makeWho(
    from,
    to,
    'person',
    held?.term.country || null,
    sectors,
    entry.ar,
    entry.en,
    entry.wikidata || null,
    held ? `${entry.en}: ${held.former ? 'former ' : ''}${held.term.office}` : entry.en,
  );
}

/** States whose Arabic names are masculine; all others, and all cities, are feminine. */
const MASCULINE_STATES = new Set(['IRQ', 'LBN', 'JOR', 'MAR', 'SDN', 'YEM', 'SSD', 'VAT', 'NER', 'SEN', 'CMR', 'GAB', 'COG', 'COD', 'MNE']);
const GOVERNMENT = ['GOV'];

export function stateWho(entry: StateEntry, from: number, to: number): Who {
  const kind = entry.as === 'name' ? 'state' : entry.as;
  const sectors = entry.sectors ?? GOVERNMENT;
  const one = makeWho(from, to, kind, entry.code, sectors, entry.ar, entry.en, entry.wikidata || null, `${entry.as} of ${entry.en}`);
  if (kind !== 'nisba') one.gender = kind === 'state' && MASCULINE_STATES.has(entry.code) ? 'm' : 'f';
  if (kind === 'capital') {
    one.lat = entry.lat;
    one.lon = entry.lon;
  }
  return one;
}

/** A named group of states gives one participant a member. */
export function organisationWho(entry: OrganisationEntry, from: number, to: number): Who[] {
  const make = (country: string | null, sectors: string[]): Who =>
    makeWho(from, to, 'organisation', country, sectors, entry.ar, entry.en, entry.wikidata || null, `${entry.of}: ${entry.en}`);
  if (entry.countries.length === 0) return [make(null, entry.sectors)];
  return entry.countries.map((country) => make(country, entry.sectors.length === 0 && entry.of === 'group' ? GOVERNMENT : entry.sectors));
}

export function placeWho(entry: PlaceEntry, from: number, to: number): Who {
  const one = makeWho(from, to, 'place', entry.country || null, [], entry.ar, entry.en, null, `${entry.of}: ${entry.en}`);
  one.lat = entry.lat;
  one.lon = entry.lon;
  return one;
}

export function roleWho(entry: RoleEntry, from: number, to: number, number: Who['number']): Who {
  const one = makeWho(from, to, 'role', null, entry.sectors, null, null, null, `role ${entry.role}`);
  one.role = entry.role;
  one.roleKind = entry.of;
  one.number = number;
  return one;
}
