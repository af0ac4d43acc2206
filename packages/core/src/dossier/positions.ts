// Where each actor stands: what it backs, refuses, condemns, asks for or offers, told by the type of its act, with the sentence.

import { compareText } from '../story/report.js';
import { keyOf } from '../text/letters.js';
import type { Mention } from '../types.js';
import { asserted, type CaseFile, dayOf, groundsOf, isSolid } from './case-file.js';
import type { ActorPositions, DossierActor, Position, Stance } from './types.js';

/** CAMEO 057 signs, 055 and 056 apologise and forgive, 128 breaks a rule, 090 investigates: acts, but no positions. */
const NO_POSITION = new Set(['055', '056', '057', '128', '090']);

/**
 * The stance that a mention takes on the dispute; null where it takes none. It must be told as a fact, and speak of an act in the file, or to a
 * party, or to nobody in particular: praise for an outsider in a sentence that names the dispute is courtesy.
 */
export function stanceOf(file: CaseFile, mention: Mention): Stance | null {
  const stance = stanceByType(file, mention);
  if (stance === null || !asserted(mention) || NO_POSITION.has(mention.cameo)) return null;
  return speaksOfDispute(file, mention) ? stance : null;
}

function stanceByType(file: CaseFile, mention: Mention): Stance | null {
  switch (mention.type) {
    case 'SUPPORT':
      return 'supports';
    case 'REJECT':
      return 'rejects';
    case 'ACCUSE':
      return mention.mode.includes('disapprove') ? 'condemns' : 'accuses';
    case 'REQUEST':
      return 'calls-for';
    case 'THREATEN':
      return 'threatens';
    case 'CONCEDE':
      return 'concedes';
    // One side alone promises or offers; two agree; and "the nuclear agreement" is the name of a thing.
    case 'AGREE':
      return file.cast.actors(mention).length === 1 && mention.recipients.length === 0 && !isItsName(file, mention) ? 'ready' : null;
    default:
      return null;
  }
}

/** The trigger is a word of the dispute's own name. */
function isItsName(file: CaseFile, { trigger }: Mention): boolean {
  const names = (file.dispute.name.ar ?? '').split(' ').map((word) => keyOf(word));
  const lemma = keyOf(trigger.lemma);
  return lemma !== '' && names.some((word) => word.endsWith(lemma));
}

function speaksOfDispute(file: CaseFile, mention: Mention): boolean {
  if (spokenOf(file, mention) !== undefined) return true;
  if (!file.names(mention) || isToItself(file, mention)) return false;
  return (
    mention.recipients.length === 0 || mention.recipients.some(({ country }) => country !== null && file.dispute.parties.includes(country))
  );
}

/** What a state says to its own side is no position on the dispute. */
function isToItself(file: CaseFile, mention: Mention): boolean {
  const own = new Set(file.cast.actors(mention).map(({ key }) => key));
  const towards = file.cast.recipients(mention);
  return towards.length > 0 && towards.every(({ key }) => own.has(key));
}

/** The act that a mention speaks of; talks in which its actors take part themselves are only the occasion on which they speak. */
function spokenOf(file: CaseFile, mention: Mention): Mention | undefined {
  const about = mention.about === null ? undefined : file.mention(mention.about);
  if (about === undefined || about.type !== 'CONSULT') return about;
  const taking = new Set(file.cast.actors(about).map(({ key }) => key));
  return file.cast.actors(mention).some(({ key }) => taking.has(key)) ? undefined : about;
}

/** What an actor holds on one object: all the times it said so, and the last of them. */
interface Held {
  stance: Stance;
  latest: Mention;
  mentions: Mention[];
}

/** Actors with the most reported positions first. */
export function positionsOf(file: CaseFile): ActorPositions[] {
  const found = new Map<string, { actor: DossierActor; total: number; held: Map<string, Held> }>();
  for (const mention of file.mentions) {
    const stance = stanceOf(file, mention);
    if (stance === null) continue;
    for (const actor of file.cast.actors(mention)) {
      const at = found.get(actor.key) ?? { actor, total: 0, held: new Map<string, Held>() };
      found.set(actor.key, at);
      at.total += 1;
      const object = `${stance} ${objectOf(file, mention)}`;
      const before = at.held.get(object);
      const latest = before === undefined || isLater(file, mention, before.latest) ? mention : before.latest;
      at.held.set(object, { stance, latest, mentions: [...(before?.mentions ?? []), mention] });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.total - a.total)
    .map(({ actor, held }) => ({
      actor,
      positions: latestFirst([...held.values()].filter(({ mentions }) => isSolid(file, mentions))).map((each) => position(file, each)),
    }))
    .filter(({ positions }) => positions.length > 0);
}

/** Of a later day; of one day, what names the dispute or is surer. */
function isLater(file: CaseFile, mention: Mention, than: Mention): boolean {
  if (dayOf(mention) !== dayOf(than)) return dayOf(mention) > dayOf(than);
  if (file.names(mention) !== file.names(than)) return file.names(mention);
  return mention.confidence >= than.confidence;
}

/** What a position is on: positions on the same object replace each other. */
function objectOf(file: CaseFile, mention: Mention): string {
  const about = spokenOf(file, mention);
  if (about !== undefined) return [about.type, ...about.mode].join(' ');
  const whom = file.cast.recipients(mention).map(({ key }) => key);
  return [mention.type === 'REQUEST' ? mention.mode.join(' ') : '', ...whom.sort()].join(' ');
}

function latestFirst(held: Held[]): Held[] {
  return held.reverse().sort((a, b) => compareText(dayOf(b.latest), dayOf(a.latest)));
}

function position(file: CaseFile, { stance, latest, mentions }: Held): Position {
  const about = spokenOf(file, latest);
  return {
    stance,
    mode: latest.mode,
    on: about === undefined ? null : { mention: about.id, type: about.type, mode: about.mode, text: about.trigger.text },
    towards: file.cast.recipients(latest),
    ...groundsOf(file, mentions, (mention) => (mention === latest ? 0 : 1)),
  };
}
