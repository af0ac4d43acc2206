// The scorer: compares coded event mentions with gold articles, and says of every gold event and every mention what became of it.
//
// The rules
// Required: a gold event that is not `optional` and whose status is asserted (actual or historical). Flagged: not optional, and
//   future, hypothetical or negated. Optional: a careful coder could leave it out.
// Pairing: within one gold sentence (the one that holds the trigger's first character) gold events and mentions of the same type, or
//   of one of the gold's `alt`, are paired one to one; the best pairs go first: +4 the trigger words overlap, +3 both asserted or
//   both not, up to +2 how near the sides are, +1 the type itself rather than an alternative, +0.5 gold that is not optional.
// detect: pairs of required gold; precision, recall, F1.
// dyad:   those whose actors and recipients name the same countries (a participant without a country is named by its main sector).
//   For CONSULT, AGREE and COOPERATE both sides count as one set.
// full:   those whose main sectors agree too (a state without a sector is its government).
// Two readings: where two readers differed, `also` holds the second reading, and either is right.
// Optional gold: a mention paired with it is not counted, right or wrong.
// Flagged gold: no miss when left out; an asserted mention paired with it is a false positive (STATUS), except where its type is only
//   an alternative of something future: a planned meeting coded as the AGREE that it may also be is neither right nor wrong.
// A mention that is not asserted never counts as found, nor as false. `flagged`: of the flagged gold, how much is reported with such
//   a status; of the mentions with such a status (not paired with optional gold), how many stand for flagged gold.
// Of the pairs counted in `detect`:
//   trigger     the words overlap
//   direction   CONSULT, AGREE, COOPERATE with recipients: actors and recipients on their own sides (who visits whom)
//   mode        exactly the modes, where either side gives one
//   date        precision and recall of the first day; a gold month or year asks for a span of days
//   speaker     precision and recall of the nearest speaker's country (or sector)
//   words       F1 of the participants' words
//   same_event  B-cubed precision and recall over the mentions found: which of them tell of one event
// Of the pairs of required or flagged gold: status, exactly.
// `byType` and `byArticle` break detect, dyad and full down; a pair counts under the gold's type, a false mention under its own.

/**
 * @typedef {{ text: string, code: string }} GoldParticipant `code`: country and sectors, e.g. `IRN GOV`, `--- UAF`
 * @typedef {{ id: string, s: number, trigger: string, start: number, end: number, type: string, alt?: string[], mode?: string[],
 *   actors: GoldParticipant[], recipients: GoldParticipant[], status: string, date?: string | null, speaker?: GoldParticipant[],
 *   same_as?: string | null, optional?: boolean, also?: Partial<GoldEvent> }} GoldEvent
 * @typedef {{ article: { id: string, text: string, title?: string | null, published?: string | null }, sentences: [number, number][],
 *   events: GoldEvent[] }} GoldArticle
 * @typedef {{ text?: string, country?: string | null, sectors?: string[] }} Participant
 * @typedef {{ type: string, status?: string, trigger: { start: number, end: number, text: string }, mode?: string[],
 *   actors?: Participant[], recipients?: Participant[], date?: { start: string, end: string } | null, attribution?: Participant[],
 *   event?: string, confidence?: number }} Mention what the scorer reads of a mention
 * @typedef {'full' | 'dyad' | 'sides' | 'withheld' | 'missed' | 'optional' | 'flagged' | 'status' | 'open' | 'left out' | 'false' | 'stray'} Verdict
 *   required gold: found with sectors / with countries / with other sides; found but not asserted; not found.
 *   flagged gold: reported as such; asserted (wrong); asserted as an alternative (neither right nor wrong); left out.
 *   no gold: asserted (wrong); not asserted (not counted).
 * @typedef {{ event: GoldEvent | null, mention: Mention | null, verdict: Verdict, type: string }} Judgement one gold event or lone mention
 * @typedef {{ required: number, predicted: number, detect: number, dyad: number, full: number }} Tally
 * @typedef {{ p: number, r: number, f1: number }} Prf
 * @typedef {{ right: number, of: number, rate: number | null }} Share
 * @typedef {{ required: number, predicted: number, detect: Prf, dyad: Prf, full: Prf }} Levels
 * @typedef {{ kind: 'MISSED' | 'FALSE' | 'SIDES' | 'STATUS', article: string, sentence: number, type: string, trigger: string, detail: string }} ScoreError
 * @typedef {{ articles: number, total: Levels, trigger: Share, words: Prf, direction: Share, mode: Share, status: Share, date: Prf,
 *   speaker: Prf, flagged: Prf, same_event: Prf, byType: Record<string, Levels>, byArticle: Record<string, Levels>, errors: ScoreError[],
 *   verdicts: { article: string, mention: Mention, verdict: Verdict }[] }} Score
 */

const SYMMETRIC = new Set(['CONSULT', 'AGREE', 'COOPERATE']);
/** The verdicts that each figure counts. */
const FOUND = new Set(['full', 'dyad', 'sides']);
const RIGHT_SIDES = new Set(['full', 'dyad']);
const REQUIRED = new Set([...FOUND, 'withheld', 'missed']);
const PREDICTED = new Set([...FOUND, 'status', 'false']);

/**
 * Scores mentions against gold.
 * @param {GoldArticle[]} gold
 * @param {Map<string, Mention[]>} mentionsByArticle by article id; an article without an entry has no mentions
 * @returns {Score}
 */
export function scoreArticles(gold, mentionsByArticle) {
  const judged = gold.map((article) => ({ article, judgements: judgeArticle(article, mentionsByArticle.get(article.article.id) ?? []) }));
  const all = judged.flatMap((j) => j.judgements);
  const found = all.filter((j) => FOUND.has(j.verdict));
  return {
    articles: gold.length,
    total: levelsOf(all),
    trigger: shareOf(found, ({ event, mention }) => overlaps(mention.trigger, event)),
    words: prfOfParts(found.map(wordCounts)),
    direction: shareOf(
      found.filter(({ event }) => SYMMETRIC.has(event.type) && event.recipients.length > 0),
      ({ event, mention }) => compareSides(event, mention, false).directed,
    ),
    mode: shareOf(
      found.filter(({ event, mention }) => event.mode?.length || mention.mode?.length),
      ({ event, mention }) => readingsOf(event).some((r) => sameSet(new Set(r.mode), new Set(mention.mode ?? []))),
    ),
    status: shareOf(
      all.filter(({ event, mention }) => event && !event.optional && mention),
      ({ event, mention }) => readingsOf(event).some((r) => (mention.status ?? 'actual') === r.status),
    ),
    date: prfOfParts(found.map(dateCounts)),
    speaker: prfOfParts(found.map(speakerCounts)),
    flagged: flaggedPrf(all),
    same_event: bCubed(judged.map((j) => ({ events: j.article.events, found: j.judgements.filter((x) => FOUND.has(x.verdict)) }))),
    byType: groupLevels(all.map((j) => [j.type, j])),
    byArticle: groupLevels(judged.flatMap((j) => j.judgements.map((x) => [j.article.article.id, x]))),
    errors: judged.flatMap((j) => errorsOf(j.article, j.judgements)),
    verdicts: judged.flatMap((j) =>
      j.judgements.filter((x) => x.mention).map((x) => ({ article: j.article.article.id, mention: x.mention, verdict: x.verdict })),
    ),
  };
}

/**
 * Sorts mentions, as read from JSON Lines, under the gold articles.
 * @param {GoldArticle[]} gold
 * @param {Iterable<any>} mentions
 */
export function groupMentions(gold, mentions) {
  const byArticle = new Map(gold.map((g) => [g.article.id, /** @type {Mention[]} */ ([])]));
  let strangers = 0;
  let malformed = 0;
  for (const mention of mentions) {
    const list = byArticle.get(mention.article?.id ?? mention.article);
    if (!mention.type || !Number.isInteger(mention.trigger?.start) || !Number.isInteger(mention.trigger?.end)) malformed++;
    else if (list) list.push(mention);
    else strangers++;
  }
  return { byArticle, strangers, malformed };
}

/** Whether a status says that the event took place. @param {string | null | undefined} status */
export function isAsserted(status) {
  return status == null || status === 'actual' || status === 'historical';
}

// ── Sides ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A participant's key: its country, and with `withSector` its main sector; where the country is open the sector stands for it.
 * @param {string | null | undefined} country
 * @param {string[]} sectors
 * @param {boolean} withSector
 */
function participantKey(country, sectors, withSector) {
  if (!country || country === '---') return `x:${sectors[0] ?? 'UNK'}`;
  return withSector ? `${country} ${sectors[0] ?? 'GOV'}` : country;
}

/** @param {GoldParticipant} participant @param {boolean} withSector */
function goldKey(participant, withSector) {
  const [country, ...sectors] = participant.code.split(' ');
  return participantKey(country, sectors, withSector);
}

/** @param {Participant} participant @param {boolean} withSector */
function mentionKey(participant, withSector) {
  return participantKey(participant.country, participant.sectors ?? [], withSector);
}

/** @template P @param {P[] | null | undefined} list @param {(p: P, withSector: boolean) => string} key @param {boolean} withSector */
function keysOf(list, key, withSector) {
  return new Set((list ?? []).map((p) => key(p, withSector)));
}

/** @template T @param {Set<T>} a @param {Set<T>} b */
function sameSet(a, b) {
  return a.size === b.size && [...a].every((x) => b.has(x));
}

/** @template T @param {Set<T>} a @param {Set<T>} b */
function unionOf(a, b) {
  return new Set([...a, ...b]);
}

/** How much two sets share, 0 to 1 (Jaccard). @template T @param {Set<T>} a @param {Set<T>} b */
function nearness(a, b) {
  const size = unionOf(a, b).size;
  return size ? [...a].filter((x) => b.has(x)).length / size : 1;
}

/** The readings of a gold event, of which any is right. @param {GoldEvent} event @returns {GoldEvent[]} */
function readingsOf(event) {
  return event.also ? [event, { ...event, ...event.also }] : [event];
}

/** @param {GoldEvent} event one reading @param {Mention} mention @param {boolean} withSector */
function compareReading(event, mention, withSector) {
  const gold = [keysOf(event.actors, goldKey, withSector), keysOf(event.recipients, goldKey, withSector)];
  const coded = [keysOf(mention.actors, mentionKey, withSector), keysOf(mention.recipients, mentionKey, withSector)];
  const directed = sameSet(gold[0], coded[0]) && sameSet(gold[1], coded[1]);
  if (!SYMMETRIC.has(event.type)) {
    return { directed, equal: directed, near: (nearness(gold[0], coded[0]) + nearness(gold[1], coded[1])) / 2 };
  }
  const goldBoth = unionOf(gold[0], gold[1]);
  const codedBoth = unionOf(coded[0], coded[1]);
  return { directed, equal: sameSet(goldBoth, codedBoth), near: nearness(goldBoth, codedBoth) };
}

/** The best of all readings. @param {GoldEvent} event @param {Mention} mention @param {boolean} withSector */
function compareSides(event, mention, withSector) {
  const readings = readingsOf(event).map((reading) => compareReading(reading, mention, withSector));
  return {
    directed: readings.some((r) => r.directed),
    equal: readings.some((r) => r.equal),
    near: Math.max(...readings.map((r) => r.near)),
  };
}

// ── Pairing and verdicts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** @param {{ start: number, end: number }} a @param {{ start: number, end: number }} b */
function overlaps(a, b) {
  return Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

/** The number of the gold sentence that holds a position, −1 where none does. @param {GoldArticle} gold @param {number} position */
function sentenceAt(gold, position) {
  return gold.sentences.findIndex(([start, end]) => position >= start && position < end);
}

/** How well a mention fits a gold event of its sentence and type. @param {GoldEvent} event @param {Mention} mention */
function fitOf(event, mention) {
  return (
    (overlaps(mention.trigger, event) ? 4 : 0) +
    (isAsserted(mention.status) === isAsserted(event.status) ? 3 : 0) +
    2 * compareSides(event, mention, false).near +
    (mention.type === event.type ? 1 : 0) +
    (event.optional ? 0 : 0.5)
  );
}

/** Pairs one to one, best fit first, then in the order of the gold. @param {GoldArticle} gold @param {Mention[]} mentions */
function pairUp(gold, mentions) {
  const candidates = [];
  for (const [g, event] of gold.events.entries()) {
    for (const [m, mention] of mentions.entries()) {
      if (mention.type !== event.type && !event.alt?.includes(mention.type)) continue;
      if (sentenceAt(gold, mention.trigger.start) === event.s) candidates.push({ fit: fitOf(event, mention), g, m });
    }
  }
  candidates.sort((a, b) => b.fit - a.fit || a.g - b.g || a.m - b.m);
  const mentionOf = new Map();
  const paired = new Set();
  for (const { g, m } of candidates) {
    if (mentionOf.has(g) || paired.has(m)) continue;
    mentionOf.set(g, m);
    paired.add(m);
  }
  return { mentionOf, paired };
}

/** @param {GoldEvent} event @param {Mention | null} mention @returns {Verdict} */
function verdictOf(event, mention) {
  if (event.optional) return 'optional';
  if (!isAsserted(event.status)) {
    if (!mention) return 'left out';
    if (!isAsserted(mention.status)) return 'flagged';
    return mention.type === event.type || event.status !== 'future' ? 'status' : 'open';
  }
  if (!mention) return 'missed';
  if (!isAsserted(mention.status)) return 'withheld';
  if (!compareSides(event, mention, false).equal) return 'sides';
  return compareSides(event, mention, true).equal ? 'full' : 'dyad';
}

/**
 * What became of each gold event, then of each mention without one.
 * @param {GoldArticle} gold
 * @param {Mention[]} mentions
 * @returns {Judgement[]}
 */
export function judgeArticle(gold, mentions) {
  const { mentionOf, paired } = pairUp(gold, mentions);
  const events = gold.events.map((event, g) => {
    const mention = mentions[mentionOf.get(g)] ?? null;
    return { event, mention, verdict: verdictOf(event, mention), type: event.type };
  });
  const alone = mentions
    .filter((_, m) => !paired.has(m))
    .map((mention) => ({
      event: null,
      mention,
      verdict: /** @type {Verdict} */ (isAsserted(mention.status) ? 'false' : 'stray'),
      type: mention.type,
    }));
  return [...events, ...alone];
}

// ── Figures ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** @param {number} x */
function rounded(x) {
  return Math.round(x * 1000) / 1000;
}

/** @param {number} p @param {number} r @returns {Prf} */
function prf(p, r) {
  return { p: rounded(p), r: rounded(r), f1: rounded(p + r ? (2 * p * r) / (p + r) : 0) };
}

/** @param {number} hits @param {number} predicted @param {number} gold */
function prfOfCounts(hits, predicted, gold) {
  return prf(predicted ? hits / predicted : 0, gold ? hits / gold : 0);
}

/** @param {[number, number, number][]} parts hits, predicted, gold of each pair */
function prfOfParts(parts) {
  const sum = [0, 1, 2].map((i) => parts.reduce((total, part) => total + part[i], 0));
  return prfOfCounts(sum[0], sum[1], sum[2]);
}

/** @param {Judgement[]} judgements @param {(j: any) => boolean} isRight @returns {Share} */
function shareOf(judgements, isRight) {
  const right = judgements.filter(isRight).length;
  return { right, of: judgements.length, rate: judgements.length ? rounded(right / judgements.length) : null };
}

/** @param {Judgement[]} judgements @returns {Tally} */
function tallyOf(judgements) {
  const count = (/** @type {Set<string>} */ verdicts) => judgements.filter((j) => verdicts.has(j.verdict)).length;
  return {
    required: count(REQUIRED),
    predicted: count(PREDICTED),
    detect: count(FOUND),
    dyad: count(RIGHT_SIDES),
    full: count(new Set(['full'])),
  };
}

/** @param {Judgement[]} judgements @returns {Levels} */
function levelsOf(judgements) {
  const { required, predicted, detect, dyad, full } = tallyOf(judgements);
  const level = (/** @type {number} */ hits) => prfOfCounts(hits, predicted, required);
  return { required, predicted, detect: level(detect), dyad: level(dyad), full: level(full) };
}

/** Detect, dyad and full under each key, sorted; keys with nothing to count are left out. @param {[string, Judgement][]} keyed */
function groupLevels(keyed) {
  /** @type {Map<string, Judgement[]>} */
  const groups = new Map();
  for (const [key, judgement] of keyed) {
    const group = groups.get(key);
    if (group) group.push(judgement);
    else groups.set(key, [judgement]);
  }
  const rows = [...groups].map(([key, list]) => /** @type {const} */ ([key, levelsOf(list)]));
  return Object.fromEntries(rows.filter(([, l]) => l.required || l.predicted).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {Judgement[]} judgements */
function flaggedPrf(judgements) {
  const gold = judgements.filter(({ event }) => event && !event.optional && !isAsserted(event.status));
  const reported = judgements.filter(({ event, mention }) => mention && !isAsserted(mention.status) && !event?.optional);
  return prfOfCounts(judgements.filter((j) => j.verdict === 'flagged').length, reported.length, gold.length);
}

/** @param {Participant[]} participants */
function wordsOf(participants) {
  return new Set(participants.flatMap((p) => (p.text ?? '').split(/[^\p{L}\p{N}\p{M}]+/u)).filter(Boolean));
}

/** @param {any} pair @returns {[number, number, number]} */
function wordCounts({ event, mention }) {
  const gold = wordsOf([...event.actors, ...event.recipients]);
  const coded = wordsOf([...(mention.actors ?? []), ...(mention.recipients ?? [])]);
  return [[...gold].filter((w) => coded.has(w)).length, coded.size, gold.size];
}

/** @param {string} gold a day, a month or a year @param {{ start: string, end: string } | null | undefined} date */
function isRightDate(gold, date) {
  return String(date?.start ?? '').startsWith(gold) && (gold.length === 10 || date?.start !== date?.end);
}

/** @param {any} pair @returns {[number, number, number]} */
function dateCounts({ event, mention }) {
  const gold = readingsOf(event).flatMap((r) => (r.date ? [r.date] : []));
  const right = gold.some((date) => isRightDate(date, mention.date));
  return [right ? 1 : 0, mention.date?.start ? 1 : 0, gold.length ? 1 : 0];
}

/** Where only one reader heard a speaker, silence is right too. @param {any} pair @returns {[number, number, number]} */
function speakerCounts({ event, mention }) {
  const gold = readingsOf(event).map((r) => keysOf(r.speaker, goldKey, false));
  const nearest = mention.attribution?.[0] ? mentionKey(mention.attribution[0], false) : null;
  const right = nearest !== null && gold.some((speakers) => speakers.has(nearest));
  return [right ? 1 : 0, nearest === null ? 0 : 1, right || gold.every((speakers) => speakers.size > 0) ? 1 : 0];
}

/** B-cubed over the events found, article by article. @param {{ events: GoldEvent[], found: Judgement[] }[]} articles */
function bCubed(articles) {
  const parts = articles.flatMap(({ events, found }) => bCubedParts(events, /** @type {any[]} */ (found)));
  const mean = (/** @type {'p' | 'r'} */ k) => (parts.length ? parts.reduce((sum, part) => sum + part[k], 0) / parts.length : 0);
  return prf(mean('p'), mean('r'));
}

/** @param {GoldEvent[]} events @param {{ event: GoldEvent, mention: Mention }[]} found */
function bCubedParts(events, found) {
  const byId = new Map(events.map((e) => [e.id, e]));
  const groups = found.map(({ event }) => firstMention(byId, event));
  return found.map((one, i) => {
    const gold = found.filter((_, k) => groups[k] === groups[i]);
    const coded = found.filter((other) => other === one || (other.mention.event != null && other.mention.event === one.mention.event));
    const both = gold.filter((x) => coded.includes(x)).length;
    return { p: both / coded.length, r: both / gold.length };
  });
}

/** The event of which this one tells again. @param {Map<string, GoldEvent>} byId @param {GoldEvent} event */
function firstMention(byId, event) {
  let first = event;
  for (let steps = 0; steps < byId.size; steps++) {
    const earlier = first.same_as ? byId.get(first.same_as) : undefined;
    if (!earlier) break;
    first = earlier;
  }
  return first.id;
}

// ── Errors ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** @param {GoldEvent} event */
function goldSides(event) {
  const side = (/** @type {GoldParticipant[]} */ list) => (list ?? []).map((p) => p.code).join('+') || '-';
  return `${side(event.actors)} > ${side(event.recipients)}`;
}

/** @param {Mention} mention */
function mentionSides(mention) {
  const side = (/** @type {Participant[] | undefined} */ list) =>
    (list ?? []).map((p) => [p.country ?? '---', ...(p.sectors ?? [])].join(' ')).join('+') || '-';
  return `${side(mention.actors)} > ${side(mention.recipients)}`;
}

/** @param {GoldArticle} gold @param {Judgement[]} judgements @returns {ScoreError[]} */
function errorsOf(gold, judgements) {
  return judgements.flatMap((j) => {
    const error = errorOf(/** @type {any} */ (j));
    const sentence = j.event ? j.event.s : sentenceAt(gold, j.mention?.trigger.start ?? -1);
    return error ? [{ ...error, article: gold.article.id, sentence, type: j.type }] : [];
  });
}

/** @param {{ event: GoldEvent, mention: Mention, verdict: Verdict }} judgement @returns {Pick<ScoreError, 'kind' | 'trigger' | 'detail'> | null} */
function errorOf({ event, mention, verdict }) {
  switch (verdict) {
    case 'missed':
      return { kind: 'MISSED', trigger: event.trigger, detail: goldSides(event) };
    case 'withheld':
      return { kind: 'MISSED', trigger: event.trigger, detail: `status ${mention.status}` };
    case 'sides':
      return { kind: 'SIDES', trigger: event.trigger, detail: `gold ${goldSides(event)} pred ${mentionSides(mention)}` };
    case 'status':
      return { kind: 'STATUS', trigger: mention.trigger.text, detail: `gold ${event.status}` };
    case 'false':
      return { kind: 'FALSE', trigger: mention.trigger.text, detail: mentionSides(mention) };
    default:
      return null;
  }
}
