// PLOVER as tables: quad class and score of every type and mode, and the CAMEO code that stands for it where a frame names none.
// Source: PLOVER manual 2.0; ACCUSE counts −3 and SANCTION is material conflict, where the manual contradicts itself.

import type { EventType, Quad } from '../types.js';

interface TypeFacts {
  quad: Quad;
  score: number;
  cameo: string;
  modes: Record<string, { score: number | null; cameo: string }>;
}

const mode = (score: number | null, cameo: string): { score: number | null; cameo: string } => ({ score, cameo });

export const PLOVER: Record<EventType, TypeFacts> = {
  AGREE: { quad: 1, score: 2.5, cameo: '030', modes: {} },
  CONSULT: {
    quad: 1,
    score: 2.5,
    cameo: '040',
    modes: { visit: mode(4, '042'), 'third-party': mode(1, '045'), multilateral: mode(4, '046'), phone: mode(1.5, '041') },
  },
  SUPPORT: { quad: 1, score: 5, cameo: '050', modes: {} },
  CONCEDE: { quad: 1, score: 4.5, cameo: '080', modes: {} },
  COOPERATE: { quad: 2, score: 9.5, cameo: '060', modes: {} },
  AID: { quad: 2, score: 10, cameo: '070', modes: {} },
  RETREAT: {
    quad: 2,
    score: 6.5,
    cameo: '087',
    modes: {
      withdraw: mode(8, '0874'),
      release: mode(6.5, '0841'),
      disarm: mode(10, '0873'),
      ceasefire: mode(7.5, '0871'),
      access: mode(6.5, '0861'),
      resign: mode(4.5, '083'),
    },
  },
  REQUEST: {
    quad: 3,
    score: 0,
    cameo: '020',
    modes: { assist: mode(0.5, '023'), change: mode(-1, '024'), yield: mode(-1, '025'), meet: mode(0, '026') },
  },
  ACCUSE: {
    quad: 3,
    score: -3,
    cameo: '110',
    modes: { disapprove: mode(-2, '111'), investigate: mode(-3.5, '090'), allege: mode(-3.5, '112') },
  },
  REJECT: {
    quad: 3,
    score: -2,
    cameo: '120',
    modes: { assist: mode(-1.5, '122'), change: mode(-2, '123'), yield: mode(-2, '124'), meet: mode(-2, '125') },
  },
  THREATEN: {
    quad: 3,
    score: -3.5,
    cameo: '130',
    modes: {
      restrict: mode(-3, '132'),
      arrest: mode(-3.5, '1323'),
      relations: mode(-3.5, '1312'),
      expel: mode(-3.5, '134'),
      territory: mode(-4, '1383'),
      violence: mode(-3.5, '138'),
    },
  },
  PROTEST: {
    quad: 4,
    score: -5,
    cameo: '140',
    modes: {
      demo: mode(-5, '141'),
      riot: mode(-7, '145'),
      strike: mode(-5, '143'),
      hunger: mode(-4.5, '142'),
      boycott: mode(-4.5, '143'),
      obstruct: mode(-4.5, '144'),
      vandalize: mode(null, '145'),
    },
  },
  SANCTION: {
    quad: 4,
    score: -6,
    cameo: '160',
    modes: { convict: mode(-6, '173'), expel: mode(-5.5, '166'), withdraw: mode(-6, '166'), discontinue: mode(-6, '163') },
  },
  MOBILIZE: {
    quad: 4,
    score: -5.5,
    cameo: '150',
    modes: { troops: mode(-6.5, '154'), weapons: mode(-6.5, '155'), police: mode(-5.5, '151'), militia: mode(-6, '155') },
  },
  COERCE: {
    quad: 4,
    score: -7,
    cameo: '170',
    modes: {
      seize: mode(-7, '171'),
      restrict: mode(-7, '172'),
      censor: mode(-6.5, '172'),
      curfew: mode(-6.5, '1723'),
      'martial-law': mode(-7.5, '1724'),
      arrest: mode(-7, '173'),
      deport: mode(-7, '174'),
      withhold: mode(-7, '175'),
      misinformation: mode(-6.5, '170'),
      cyber: mode(-7, '176'),
    },
  },
  ASSAULT: {
    quad: 4,
    score: -9,
    cameo: '190',
    modes: {
      abduct: mode(-8.5, '181'),
      beat: mode(-7.5, '182'),
      torture: mode(-8.5, '1822'),
      sexual: mode(-8.5, '1821'),
      targeted: mode(-9.5, '186'),
      destroy: mode(-8.5, '1712'),
      primitive: mode(-8, '180'),
      firearms: mode(-9, '193'),
      explosives: mode(-9, '183'),
      'suicide-attack': mode(-9.5, '1831'),
      aerial: mode(-9.5, '195'),
      drone: mode(-9.5, '195'),
      'heavy-weapons': mode(-9.5, '194'),
      'crowd-control': mode(-7.5, '175'),
      unconventional: mode(-10, '204'),
    },
  },
};

/** The score of a type with its modes: that of the strongest mode; a mode without one takes its type's. */
export function scoreOf(type: EventType, modes: readonly string[]): number {
  const facts = PLOVER[type];
  let score: number | null = null;
  for (const m of modes) {
    const s = facts.modes[m]?.score ?? null;
    if (s !== null && (score === null || Math.abs(s) > Math.abs(score))) score = s;
  }
  return score ?? facts.score;
}

export function cameoOf(type: EventType, modes: readonly string[], frame: string): string {
  if (frame) return frame;
  for (const m of modes) {
    const code = PLOVER[type].modes[m]?.cameo;
    if (code) return code;
  }
  return PLOVER[type].cameo;
}
