// Who talked with whom, in order: meetings, visits, calls and mediations, the reports of one occasion taken together.

import { compareText } from '../story/report.js';
import type { EventRecord, LocalName, Mention, Participant } from '../types.js';
import { asserted, type CaseFile, commonDay, groundsOf, inOrder, isSolid } from './case-file.js';
import type { Consultation, ConsultationForm, DossierActor } from './types.js';

export function consultationsOf(file: CaseFile): Consultation[] {
  const occasions = new Map<string, Occasion>();
  for (const event of file.events) {
    if (event.type !== 'CONSULT' || !(asserted(event) || event.status === 'future')) continue;
    const mentions = file.mentionsOf(event).filter(({ status }) => asserted({ status }) === asserted(event));
    for (const { form, mentions: told } of occasionsIn(file, event, mentions)) {
      const occasion = { form, planned: event.status === 'future', mentions: told };
      const key = occasionKey(file, occasion);
      if (key === null) continue;
      const before = occasions.get(key);
      occasions.set(key, { ...occasion, mentions: inOrder([...(before?.mentions ?? []), ...told]) });
    }
  }
  return [...occasions.values()]
    .filter(({ mentions }) => isSolid(file, mentions))
    .map((occasion) => consultation(file, occasion))
    .sort(inOrderOfTime);
}

interface Occasion {
  form: ConsultationForm;
  planned: boolean;
  mentions: Mention[];
}

/**
 * Of one event, its occasion; and another one of talks, where an article tells of talks beside a call or a mediation, though merging took them for one act.
 * Talks beside a visit are held on it.
 */
function occasionsIn(file: CaseFile, event: EventRecord, mentions: Mention[]): Omit<Occasion, 'planned'>[] {
  const beside = mentions.filter(({ mode }) => mode.includes('phone') || mode.includes('third-party')).map(({ article }) => article.id);
  const apart = mentions.filter(({ mode, article }) => mode.length === 0 && beside.includes(article.id));
  const together = mentions.filter((mention) => !apart.includes(mention));
  const form = formOf(event, sideKeys(file, together).length);
  const talks: Omit<Occasion, 'planned'> = { form: 'meeting', mentions: apart };
  return [{ form, mentions: together }, talks].filter((each) => each.mentions.length > 0);
}

/**
 * The same sides in the same form on the same day are one occasion; what is planned is told for weeks, and is one occasion whatever day a report gives.
 * Null where fewer than two sides are known: nobody is said to have talked.
 */
function occasionKey(file: CaseFile, { form, planned, mentions }: Occasion): string | null {
  const keys = sideKeys(file, mentions);
  if (keys.length < 2) return null;
  return [form, planned ? 'planned' : (commonDay(mentions)?.start ?? ''), ...keys].join('|');
}

function sideKeys(file: CaseFile, mentions: Mention[]): string[] {
  return [...new Set(mentions.flatMap((mention) => sidesIn(file, mention).map(({ key }) => key)))].sort();
}

const sidesIn = (file: CaseFile, mention: Mention): DossierActor[] => [...file.cast.actors(mention), ...file.cast.recipients(mention)];

/** By day; on one day what the text dates stands first, then as reported. */
function inOrderOfTime(a: Consultation, b: Consultation): number {
  const dated = ({ day }: Consultation) => (day?.stated ? 0 : 1);
  return compareText(a.day?.start ?? '', b.day?.start ?? '') || dated(a) - dated(b);
}

const FORMS: Record<string, ConsultationForm> = { visit: 'visit', phone: 'call', 'third-party': 'mediation', multilateral: 'multilateral' };

/** Who mediates needs two others to mediate between: talks of two are talks. */
function formOf({ mode }: EventRecord, sides: number): ConsultationForm {
  const forms = mode.flatMap((each) => FORMS[each] ?? []).filter((form) => form !== 'mediation' || sides > 2);
  return forms[0] ?? 'meeting';
}

function consultation(file: CaseFile, { form, planned, mentions }: Occasion): Consultation {
  const sides = new Map<string, { actor: DossierActor; people: Map<string, LocalName> }>();
  for (const mention of mentions) {
    for (const participant of [...mention.actors, ...mention.recipients]) {
      const actor = file.cast.actorOf(participant);
      if (actor === null) continue;
      const side = sides.get(actor.key) ?? { actor, people: new Map<string, LocalName>() };
      sides.set(actor.key, side);
      const person = personOf(participant, actor);
      if (person !== null) side.people.set(person.en ?? person.ar ?? '', person);
    }
  }
  return {
    form,
    day: commonDay(mentions),
    planned,
    sides: [...sides.values()].map(({ actor, people }) => ({ actor, people: [...people.values()] })),
    // The report that dates it and names most of those present.
    ...groundsOf(file, mentions, (mention) => (mention.date === null ? sides.size : 0) - sidesIn(file, mention).length),
  };
}

/** A person is known by a name that is not that of the state or group he acts for. */
function personOf({ kind, name }: Participant, actor: DossierActor): LocalName | null {
  if (kind !== 'person' && kind !== 'role' && kind !== 'reference') return null;
  if (name.en === null || name.en === actor.name.en) return null;
  return name;
}
