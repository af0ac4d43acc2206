// Writes mentions: from a sentence's drafts to records as the contract has them, with participants, speakers, place, date, counts, topics and reasons.

import type { Phrase, Predicate, Sentence, Who } from './document.js';
import { hashOf } from './lexicon/read.js';
import { cameoOf, PLOVER, scoreOf } from './ontology/plover.js';
import type { ReadDocument } from './read-document.js';
import { attributionOf, type Speaker, SpeechReader } from './said/speech.js';
import type { Article, Coder, Count, Mention, Participant, Place, Topic } from './types.js';
import { confidenceOf, type Features, featuresOf } from './what/confidence.js';
import { countsOf, findCounts } from './what/counts.js';
import { cuesNear, type Draft, draftsOf } from './what/draft.js';
import { type FillContext, subjectPhrases, whosIn } from './what/fill.js';
import { Story } from './what/infer.js';
import { agree, datedStatus, toldWithin } from './what/status.js';
import { isoOf } from './when/calendar.js';
import { whosOf } from './who/belonging.js';
import { NON_STATES } from './who/discourse.js';

export class MentionWriter {
  private readonly head: Mention['article'];
  private readonly story: Story;
  private readonly speech: SpeechReader;

  constructor(
    article: Article,
    private readonly document: ReadDocument,
    private readonly context: FillContext,
    private readonly identity: Coder['identity'],
  ) {
    this.story = new Story(context);
    this.speech = new SpeechReader(context, document.tokens, document.sentences);
    this.head = {
      id: article.id,
      url: article.url ?? null,
      source: article.source ?? null,
      title: article.title ?? null,
      published: document.published,
    };
  }

  private readonly read: { sentence: Sentence; drafts: { draft: Draft; speakers: Speaker[] }[] }[] = [];

  /** Takes in one sentence, in the order of the text: its drafts and who says them. Needs predicates with their frames. */
  take(sentence: Sentence): void {
    const { context, document } = this;
    const reader = document.readers[sentence.index];
    if (!reader || sentence.predicates.length === 0) return;
    this.speech.enter(sentence);
    const drafts = this.story.complete(sentence, draftsOf(context, sentence, reader));
    this.read.push({
      sentence,
      drafts: drafts.map((draft) => ({ draft, speakers: this.speech.speakersOf(draft.predicate, draft.actors, reader.cues) })),
    });
    this.leave(sentence);
  }

  /** The evidence behind each mention, by its id; filled by `write`. */
  readonly evidence = new Map<string, Features>();

  /** All mentions of the article, in the order of the text, once every sentence is taken in. */
  write(): Mention[] {
    this.story.finish();
    for (const { sentence, drafts } of this.read)
      for (const { draft } of drafts) draft.status = datedStatus(draft, sentence, this.document.tokens, this.document.day);
    agree(this.read.flatMap(({ drafts }) => drafts.map(({ draft }) => draft)));
    return this.read.flatMap(({ sentence, drafts }) => this.writeSentence(sentence, drafts));
  }

  private writeSentence(sentence: Sentence, drafts: { draft: Draft; speakers: Speaker[] }[]): Mention[] {
    const { document } = this;
    const reader = document.readers[sentence.index];
    if (!reader) return [];
    const mentions: Mention[] = [];
    const written = new Map<Draft, Mention>();
    let found: Count[] | null = null;
    const counts = (): Count[] => {
      found ??= findCounts(reader, document.text);
      return found;
    };
    for (const { draft, speakers } of drafts) {
      const named = draft.actors.length + draft.recipients.length;
      if (named === 0 || (draft.evidence.has('weak') && named < 2)) continue;
      if (drafts.some((d) => d.draft !== draft && toldWithin(draft, d.draft))) continue;
      const mention = this.mention(sentence, draft, speakers);
      // على أوروبا أن تطالب (Europe must demand): what is demanded of Europe and what it is to demand have one word.
      if (mentions.some((m) => m.id === mention.id)) continue;
      mention.counts = countsOf(draft.type, counts);
      const near = cuesNear(sentence, draft.predicate, reader.cues);
      for (const c of reader.cues) {
        if (c.entry.kind === 'topic')
          this.addTopic(mention.topics, { id: c.entry.id, name: { ar: c.entry.ar, en: c.entry.en }, kind: c.entry.of });
        else if (c.entry.of === 'context' && near.includes(c) && !mention.context.includes(c.entry.value))
          mention.context.push(c.entry.value);
      }
      mentions.push(mention);
      written.set(draft, mention);
    }
    for (const [draft, mention] of written) {
      for (const x of draft.predicate.inside) {
        const about = [...written].find(([d]) => d.predicate === x.predicate)?.[1];
        if (about && about !== mention && mention.about === null) mention.about = about.id;
      }
    }
    return mentions;
  }

  private addTopic(topics: Topic[], topic: Topic): void {
    if (!topics.some((t) => t.id === topic.id)) topics.push(topic);
  }

  /** The subject and speaker that later sentences may take up. */
  private leave(sentence: Sentence): void {
    for (const p of sentence.predicates) {
      if (p.pos !== 'v' || p.parent) continue;
      const who = whosIn(this.context, p, subjectPhrases(p), true).find((w) => w.country);
      if (who) {
        this.context.discourse.subject = who;
        return;
      }
    }
  }

  /** The words of a participant; an attached و ف ب ل ك stays outside, except where ل swallows the article (للحوثيين). */
  private span(from: number, to: number): { text: string; start: number | null; end: number | null } {
    const first = this.document.tokens[from];
    const last = this.document.tokens[to - 1];
    if (from < 0 || !first || !last || to <= from) return { text: '', start: null, end: null };
    const start = first.start + this.clitics(from);
    return { text: this.document.text.slice(start, last.end), start, end: last.end };
  }

  private clitics(i: number): number {
    const token = this.document.tokens[i];
    const reading = this.document.readerAt(i)?.name(i)?.reading;
    if (!token?.word || !reading) return 0;
    const letters =
      (reading.conj ? 1 : 0) + (reading.prep && !(reading.prep === 'ل' && (reading.def || reading.stem.startsWith('ال'))) ? 1 : 0);
    return letters > 0 && /^[\u0621-\u064a]+$/.test(token.surface) ? letters : 0;
  }

  private participant(w: Who): Participant {
    const { text, start, end } = this.span(w.from, w.to);
    return { text, start, end, name: w.name, country: w.country, sectors: sectorsOf(w), wikidata: w.wikidata, kind: w.kind };
  }

  private mention(sentence: Sentence, draft: Draft, speakers: Speaker[]): Mention {
    const { document } = this;
    const trigger = this.trigger(draft);
    const { status } = draft;
    const facts = PLOVER[draft.type];
    const id = hashOf(`${this.head.id}|${trigger.start}|${trigger.end}|${draft.type}`);
    const features = featuresOf(draft);
    this.evidence.set(id, features);
    return {
      id,
      event: id,
      article: this.head,
      sentence: {
        index: sentence.index,
        start: sentence.start,
        end: sentence.end,
        text: document.text.slice(sentence.start, sentence.end),
      },
      trigger,
      type: draft.type,
      mode: draft.mode,
      context: [],
      cameo: cameoOf(draft.type, draft.mode, draft.cameo),
      quad: facts.quad,
      score: scoreOf(draft.type, draft.mode),
      status,
      actors: draft.actors.map((w) => this.participant(w)),
      recipients: draft.recipients.map((w) => this.participant(w)),
      date: draft.date
        ? { start: isoOf(draft.date.start), end: isoOf(draft.date.end), text: this.span(draft.date.from, draft.date.to).text }
        : null,
      counts: [],
      about: null,
      place: this.place(sentence, draft),
      attribution: speakers.flatMap((s) => attributionOf(s, (from, to) => this.span(from, to))),
      topics: [],
      confidence: confidenceOf(features, this.context.lexicon.confidence),
      why: [...draft.why, ...draft.actors.map((w) => `actor ${w.why}`), ...draft.recipients.map((w) => `recipient ${w.why}`)],
      coder: this.identity,
    };
  }

  /** The word that carries the event: of a phrase its head. */
  private trigger(draft: Draft): Mention['trigger'] {
    const p = this.spoken(draft.predicate);
    const words = p.phrase ? (p.phrase.event?.lemma.split(' ').length ?? 1) : 1;
    const first = this.document.tokens[p.phrase ? p.phrase.head : p.from];
    const last = this.document.tokens[(p.phrase ? p.phrase.head : p.from) + words - 1] ?? first;
    const start = first?.start ?? 0;
    const end = last?.end ?? start;
    return { start, end, text: this.document.text.slice(start, end), lemma: p.lemma };
  }

  /** Of an obligation that only على tells, what is to be done: على إيران احترام الاتفاق (Iran must respect the agreement). */
  private spoken(p: Predicate): Predicate {
    const unspoken = p.pos === 'v' && this.document.readerAt(p.from)?.particle(p.from) !== null;
    return unspoken ? (p.inside.find((x) => x.predicate.from > p.from)?.predicate ?? p) : p;
  }

  private place(sentence: Sentence, draft: Draft): Place | null {
    const phrases: Phrase[] = [...(draft.predicate.slots.get('في') ?? []), ...(draft.predicate.parent?.slots.get('في') ?? [])];
    for (const u of sentence.units) if (u.kind === 'phrase') phrases.push(u.phrase);
    for (const phrase of phrases) {
      for (const w of whosOf(phrase)) {
        if (w.kind !== 'place' && !(w.kind === 'capital' && phrase.prep !== 'ل')) continue;
        if (w.kind === 'capital' && !draft.predicate.slots.get('في')?.includes(phrase)) continue;
        const span = this.span(w.from, w.to);
        if (span.start === null || span.end === null) continue;
        return {
          text: span.text,
          start: span.start,
          end: span.end,
          name: w.name,
          country: w.country,
          lat: w.lat ?? null,
          lon: w.lon ?? null,
          geonames: null,
        };
      }
    }
    return null;
  }
}

/** An official of a state of whom no more is told is of its government: مسؤول أميركي (an American official). */
function sectorsOf(who: Who): string[] {
  return who.kind === 'role' && who.sectors.length === 0 && who.country !== null && !NON_STATES.has(who.country) ? ['GOV'] : who.sectors;
}
