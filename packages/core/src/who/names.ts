// Participants as the lexicon knows them: from an entry to country, sectors and name, on the article's day.

import type { Day, Who } from '../document.js';
import type { OrganisationEntry, PersonEntry, PlaceEntry, RoleEntry, StateEntry, Term } from '../lexicon/entries.js';
import { dayOf } from '../when/calendar.js';

const blank = { country: null, sectors: [] as string[], wikidata: null, role: null, reference: null, number: 'sg' as const };

/** Sectors of one who no longer holds office: PLOVER counts former officials as elites. */
const FORMER = ['ELI'];
/** So long after an office ended the holder is still called by it (days). */
const GRACE = 3;

const startOf = (date: string): Day => dayOf(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
const endOf = (date: string): Day => (date.length === 4 ? dayOf(`${date}-12-31`) : date.length === 7 ? dayOf(`${date}-01`) + 30 : dayOf(date));

/** The term that holds on `day`, else the last that began before it, else the first. */
export function termOn(terms: readonly Term[], day: Day | null): { term: Term; former: boolean } | null {
  let past: Term | null = null;
  let next: Term | null = null;
  for (const term of terms) {
    const from = term.from ? startOf(term.from) : Number.NEGATIVE_INFINITY;
    const to = term.to ? endOf(term.to) + GRACE : Number.POSITIVE_INFINITY;
    if (day === null) {
      if (!term.to || !past) past = term;
      continue;
    }
    if (day >= from && day <= to) return { term, former: false };
    if (day > to && (!past || endOf(term.to) > (past.to ? endOf(past.to) : 0))) past = term;
    if (day < from && (!next || from < startOf(next.from))) next = term;
  }
  if (past) return { term: past, former: day !== null };
  return next ? { term: next, former: false } : null;
}

export function personWho(entry: PersonEntry, from: number, to: number, day: Day | null): Who {
  const held = termOn(entry.terms, day);
  const sectors = !held ? [] : held.former && held.term.sectors[0] === 'GOV' ? FORMER : held.term.sectors;
  return {
    ...blank, from, to, kind: 'person', country: held?.term.country || null, sectors, name: { ar: entry.ar, en: entry.en }, wikidata: entry.wikidata || null,
    why: held ? `${entry.en}: ${held.former ? 'former ' : ''}${held.term.office}` : entry.en,
  };
}

/** States whose Arabic names are masculine; all others, and all cities, are feminine. */
const MASCULINE_STATES = new Set(['IRQ', 'LBN', 'JOR', 'MAR', 'SDN', 'YEM', 'SSD', 'VAT', 'NER', 'SEN', 'CMR', 'GAB', 'COG', 'COD', 'MNE']);

export function stateWho(entry: StateEntry, from: number, to: number): Who {
  const kind = entry.as === 'name' ? 'state' : entry.as;
  return { ...blank, from, to, kind, country: entry.code, sectors: ['GOV'], ...(kind === 'nisba' ? {} : { gender: MASCULINE_STATES.has(entry.code) && kind === 'state' ? ('m' as const) : ('f' as const) }), name: { ar: entry.ar, en: entry.en }, wikidata: entry.wikidata || null, ...(entry.as === 'capital' ? { lat: entry.lat, lon: entry.lon } : {}), why: `${entry.as} of ${entry.en}` };
}

/** A named group of states gives one participant a member. */
export function organisationWho(entry: OrganisationEntry, from: number, to: number): Who[] {
  const one = { ...blank, from, to, kind: 'organisation' as const, name: { ar: entry.ar, en: entry.en }, wikidata: entry.wikidata || null, why: `${entry.of}: ${entry.en}` };
  if (entry.countries.length === 0) return [{ ...one, country: null, sectors: entry.sectors }];
  return entry.countries.map((country) => ({ ...one, country, sectors: entry.sectors.length ? entry.sectors : entry.of === 'group' ? ['GOV'] : [] }));
}

export function placeWho(entry: PlaceEntry, from: number, to: number): Who {
  return { ...blank, from, to, kind: 'place', country: entry.country || null, sectors: [], name: { ar: entry.ar, en: entry.en }, wikidata: null, lat: entry.lat, lon: entry.lon, why: `${entry.of}: ${entry.en}` };
}

export function roleWho(entry: RoleEntry, from: number, to: number, number: Who['number']): Who {
  return { ...blank, from, to, kind: 'role', sectors: entry.sectors, name: { ar: null, en: null }, role: entry.role, number, why: `role ${entry.role}` };
}
