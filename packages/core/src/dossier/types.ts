// The shape of a dossier: the file on one dispute or agreement, every statement in it tied to the mentions that make it.

import type { Channel, EventType, LocalName, Quad } from '../types.js';

/** A dispute, agreement or issue that can have a dossier: a line of `disputes.tsv` or of a user's file. */
export interface Dispute {
  id: string;
  /** `dispute`, `agreement` or `issue`. */
  kind: string;
  name: LocalName;
  /** Country codes of those between whom it stands. */
  parties: string[];
}

/**
 * Who acts in a dossier: a state with all its organs, an international body, or an armed group or party.
 * `key` is the country code of a state or body (`IRN`, `UNO`), else country and group (`YEM REB Houthis`).
 */
export interface DossierActor {
  key: string;
  country: string;
  /** PLOVER sector of a group that is no state; null for states and bodies. */
  sector: string | null;
  name: LocalName;
}

/** The day of the act where the text tells it (`stated`), else the day of publication. */
export interface ReportedDay {
  start: string;
  end: string;
  stated: boolean;
}

/** One mention as it is quoted. Days are ISO `YYYY-MM-DD`. */
export interface Citation {
  mention: string;
  event: string;
  type: EventType;
  day: ReportedDay | null;
  /** The sentence, and where in it the words stand that carry the event (UTF-16 code units). */
  quote: string;
  trigger: { text: string; start: number; end: number };
  /** Nearest first; empty in the article's own voice. */
  speakers: { text: string; country: string | null; channel: Channel | null }[];
  article: { id: string; source: string | null; url: string | null; title: string | null; published: string | null };
  confidence: number;
}

/** What a statement rests on: all its mentions, and the clearest few as they are quoted. */
export interface Grounds {
  mentions: string[];
  citations: Citation[];
}

export interface PartyRole extends Grounds {
  actor: DossierActor;
  /** Named by the dispute's definition; otherwise a party by its deeds: force, again and again, against or beside a party. */
  listed: boolean;
}

export interface MediatorRole extends Grounds {
  actor: DossierActor;
  between: DossierActor[];
}

/** An outsider that backs, aids or offers help. `of`: whose act it backs, or whom it aids. */
export interface SupporterRole extends Grounds {
  actor: DossierActor;
  of: DossierActor[];
}

export const CONSULTATION_FORMS = ['meeting', 'visit', 'call', 'mediation', 'multilateral'] as const;
export type ConsultationForm = (typeof CONSULTATION_FORMS)[number];

export interface Consultation extends Grounds {
  form: ConsultationForm;
  /** The day that most reports give it; null where none does and no article is dated. */
  day: ReportedDay | null;
  /** Told of as still to come. */
  planned: boolean;
  /** Those who take part, with the persons named. In a mediation or briefing the first is the one who leads it. */
  sides: { actor: DossierActor; people: LocalName[] }[];
}

export const STANCES = ['supports', 'ready', 'concedes', 'calls-for', 'rejects', 'condemns', 'accuses', 'threatens'] as const;
export type Stance = (typeof STANCES)[number];

export interface Position extends Grounds {
  stance: Stance;
  /** PLOVER modes of the act by which it is taken: what is called for, or threatened. */
  mode: string[];
  /** The act that it speaks of, where the sentence tells one. */
  on: { mention: string; type: EventType; mode: string[]; text: string } | null;
  towards: DossierActor[];
}

/** An actor's positions, the latest first: for each stance on each object the last time that it was taken. */
export interface ActorPositions {
  actor: DossierActor;
  positions: Position[];
}

export const STAGES = ['proposed', 'agreed', 'signed', 'in-force', 'violated', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

export interface AgreementStep extends Grounds {
  stage: Stage;
  /** The day that most reports give it; null where none does and no article is dated. */
  day: ReportedDay | null;
  actors: DossierActor[];
}

export interface Agreement {
  /** The agreement's own name, where the dossier is about one; null for an agreement told of without a name. */
  name: LocalName | null;
  sides: DossierActor[];
  /** In order of time; the last one is where it stands. */
  steps: AgreementStep[];
}

/** Asserted events only (actual or historical). `score` is the mean conflict–cooperation score, rounded to two digits. */
export interface Measures {
  events: number;
  score: number | null;
  quads: Record<Quad, number>;
  types: { type: EventType; events: number }[];
  /** Without what is dated to more than a month. */
  months: { month: string; events: number; score: number }[];
  /** `mutual` where both act together; else who does it to whom. */
  dyads: { from: DossierActor; to: DossierActor; mutual: boolean; events: number; score: number }[];
}

export interface Dossier {
  dispute: Dispute;
  /** First and last day of publication of what was read on it; null where no article is dated. */
  period: { start: string; end: string } | null;
  size: { articles: number; outlets: number; mentions: number; events: number };
  parties: PartyRole[];
  mediators: MediatorRole[];
  supporters: SupporterRole[];
  consultations: Consultation[];
  positions: ActorPositions[];
  agreements: Agreement[];
  measures: Measures;
}
