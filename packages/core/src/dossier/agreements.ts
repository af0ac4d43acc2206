// Agreements and what becomes of them: proposed, agreed, signed, in force, violated, ended, each step with the mentions that tell it.

import { compareText } from '../story/report.js';
import type { LocalName, Mention } from '../types.js';
import { unique } from './actors.js';
import { asserted, type CaseFile, commonDay, dayOf, groundsOf, isSolid } from './case-file.js';
import { type Agreement, type AgreementStep, type DossierActor, STAGES, type Stage } from './types.js';

/** Days within which the same step by the same sides is told again, rather than taken again. */
const SAME_STEP = 31;

/** A step by whom hardly any of the reports of its stage tells is a slip of the coder. */
const LEAST_SHARE = 0.1;

/** A step while it is gathered; `day` is its first. */
interface Step {
  stage: Stage;
  day: string;
  actors: DossierActor[];
  mentions: Mention[];
}

interface Course {
  name: LocalName | null;
  sides: DossierActor[];
  steps: Step[];
}

export function agreementsOf(file: CaseFile): Agreement[] {
  const courses = file.dispute.kind === 'agreement' ? ownCourse(file) : coursesOf(file);
  return courses.map(({ name, sides, steps }) => ({ name, sides, steps: steps.map((step) => written(file, step)) }));
}

function written(file: CaseFile, { stage, actors, mentions }: Step): AgreementStep {
  const day = commonDay(mentions);
  return { stage, day, actors, ...groundsOf(file, mentions, ({ date }) => (day?.stated && date?.start !== day.start ? 1 : 0)) };
}

/** A dossier on an agreement has one course, in which only its parties can take steps. It is proposed until it is made. */
function ownCourse(file: CaseFile): Course[] {
  const parties = file.dispute.parties.map((code) => file.cast.state(code));
  const known = new Set(parties.map(({ key }) => key));
  const all = stepsOf(file, (actor) => known.has(actor.key));
  const made = MAKING.flatMap((stage) => joined(all.filter((step) => step.stage === stage)));
  const later = all.filter(({ stage }) => !MAKING.includes(stage) && (stage !== 'proposed' || made.length === 0));
  const steps = inOrderOfTime([...made, ...later]);
  return steps.length === 0 ? [] : [{ name: file.dispute.name, sides: parties, steps }];
}

/** An agreement is made but once: all that tells of it is one step. */
const MAKING: Stage[] = ['agreed', 'signed'];

function joined(steps: Step[]): Step[] {
  const [first] = steps;
  if (first === undefined) return [];
  return [{ ...first, actors: unique(steps.flatMap(({ actors }) => actors)), mentions: steps.flatMap(({ mentions }) => mentions) }];
}

/** Steps of one stage by the same sides that are told within a month are one step. In order of time. */
function stepsOf(file: CaseFile, may: (actor: DossierActor) => boolean): Step[] {
  const steps: Step[] = [];
  for (const mention of file.mentions) {
    const stage = stageOf(file, mention);
    if (stage === null) continue;
    const actors = actorsOf(file, mention, stage).filter(may);
    if (actors.length === 0) continue;
    const day = dayOf(mention);
    const told = steps.findLast(
      (step) => step.stage === stage && sameActors(step.actors, actors) && daysBetween(step.day, day) <= SAME_STEP,
    );
    if (told === undefined) steps.push({ stage, day, actors, mentions: [mention] });
    else told.mentions.push(mention);
  }
  return inOrderOfTime(steps.filter((step) => isSolid(file, step.mentions) && !isSlip(step, steps)));
}

/** Beside another step of the same stage within the month that nearly all reports tell. */
function isSlip(step: Step, steps: Step[]): boolean {
  return steps.some(
    ({ stage, day, mentions }) =>
      stage === step.stage && Math.abs(daysBetween(day, step.day)) <= SAME_STEP && step.mentions.length < mentions.length * LEAST_SHARE,
  );
}

function inOrderOfTime(steps: Step[]): Step[] {
  const day = ({ mentions }: Step) => commonDay(mentions)?.start ?? '';
  return steps.sort((a, b) => compareText(day(a), day(b)) || rankOf(a) - rankOf(b));
}

/** On one day what is proposed comes last: it is the next agreement's beginning, not that of the one just reached. */
function rankOf({ stage }: Step): number {
  return stage === 'proposed' ? STAGES.length : STAGES.indexOf(stage);
}

function stageOf(file: CaseFile, mention: Mention): Stage | null {
  const { type, cameo, mode, status } = mention;
  if (type === 'AGREE' && file.cast.actors(mention).length > 1) {
    if (asserted(mention)) return 'agreed';
    return status === 'negated' ? null : 'proposed';
  }
  if (!asserted(mention)) return null;
  if (cameo === '057') return 'signed';
  // A ceasefire of one side alone is no agreement that holds.
  if (type === 'RETREAT' && mode.includes('ceasefire') && file.cast.actors(mention).length > 1) return 'in-force';
  // CAMEO 196 breaks a ceasefire, 128 defies a rule; 160 with "withdraw" leaves an agreement or body.
  if (cameo === '196' || cameo === '128') return 'violated';
  return type === 'SANCTION' && mode.includes('withdraw') && cameo === '160' && isOnAgreement(file, mention) ? 'ended' : null;
}

/** In a dispute's dossier a withdrawal counts only where it is one from an agreement told of in the file. */
function isOnAgreement(file: CaseFile, { about }: Mention): boolean {
  return file.dispute.kind === 'agreement' || (about !== null && file.mention(about)?.type === 'AGREE');
}

function actorsOf(file: CaseFile, mention: Mention, stage: Stage): DossierActor[] {
  const together = stage === 'signed' ? file.cast.recipients(mention) : [];
  return unique([...file.cast.actors(mention), ...together]);
}

/** Agreements of a dispute, each opened by what two sides or more take together, a party of the dispute among them. */
function coursesOf(file: CaseFile): Course[] {
  const parties = new Set(file.dispute.parties);
  const courses: Course[] = [];
  for (const step of stepsOf(file, () => true)) {
    if (!step.actors.some(({ key, country }) => parties.has(key) || parties.has(country))) continue;
    const course = courses.findLast((each) => continues(each, step));
    if (course !== undefined) course.steps.push(step);
    else if (step.actors.length > 1) courses.push({ name: null, sides: step.actors, steps: [step] });
  }
  return courses;
}

/** A later stage by the same sides or some of them goes on with an agreement; another proposal begins a new one. */
function continues({ sides, steps }: Course, step: Step): boolean {
  const last = steps.at(-1);
  if (last === undefined || step.stage === 'proposed') return false;
  const known = new Set(sides.map(({ key }) => key));
  if (!step.actors.every(({ key }) => known.has(key))) return false;
  return STAGES.indexOf(step.stage) > STAGES.indexOf(last.stage) || step.stage === 'violated';
}

function sameActors(a: DossierActor[], b: DossierActor[]): boolean {
  return a.length === b.length && a.every(({ key }) => b.some((other) => other.key === key));
}

function daysBetween(from: string, to: string): number {
  return from === '' || to === '' ? 0 : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
