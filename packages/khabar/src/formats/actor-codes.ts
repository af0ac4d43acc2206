// CAMEO's actor codes, blocks of three letters (IRNGOV, YEMREB), and the names of sectors, from PLOVER's countries and sectors.
import type { Participant } from '@khabar/core';

/** PLOVER sectors that CAMEO has under another code; what CAMEO lacks is left out (`''`). Others keep theirs. */
const CAMEO_SECTORS: Record<string, string> = { JRN: 'MED', MED: 'HLH', PRM: 'UAF', SOC: 'CVL', UNK: '', PRE: '', REL: '' };

/** Codes of bodies that CAMEO knows as a kind of actor rather than a country. */
const BODIES: Record<string, string> = { UNO: 'IGOUNO', EUR: 'IGOEUR', IGO: 'IGO', NGO: 'NGO', IMG: 'IMG', MNC: 'MNC', ISM: 'NGM' };

const SECTOR_NAMES: Record<string, string> = {
  GOV: 'Government',
  MIL: 'Military',
  LEG: 'Legislative',
  JUD: 'Judicial',
  COP: 'Police',
  SPY: 'State Intelligence',
  REB: 'Rebels',
  PRM: 'Paramilitaries',
  OPP: 'Opposition',
  PTY: 'Parties',
  UAF: 'Unidentified Forces',
  UNK: 'Unidentified Actor',
  AGR: 'Agricultural',
  BUS: 'Business',
  CRM: 'Criminals / Gangs',
  CVL: 'Civilian',
  EDU: 'Education',
  ELI: 'Elite',
  JRN: 'Media',
  LAB: 'Labor',
  MED: 'Medical / Health',
  REF: 'Refugees / Displaced',
  REL: 'Religious',
  SOC: 'Civil Society',
  PRE: 'Partially Recognized',
};

/** `country` is null for bodies, `body` for states; `types` are CAMEO's actor types, at most three. */
export interface ActorCode {
  code: string;
  country: string | null;
  body: string | null;
  types: string[];
}

export function actorCode({ country, sectors }: Participant): ActorCode {
  const types = [...new Set(sectors.map((sector) => CAMEO_SECTORS[sector] ?? sector).filter((type) => type !== ''))];
  const body = country === null ? null : (BODIES[country] ?? null);
  const state = body === null ? country : null;
  const kinds = body === null ? types : [...new Set([body.slice(0, 3), ...types])];
  return { code: `${body ?? state ?? '---'}${types.join('')}`, country: state, body: body?.slice(3) || null, types: kinds.slice(0, 3) };
}

export function sectorNames(sectors: readonly string[]): string[] {
  return sectors.map((sector) => SECTOR_NAMES[sector] ?? sector);
}
