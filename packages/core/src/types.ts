// The shapes that go into the coder and come out of it. All offsets count UTF-16 code units into an article's coded text; all times carry an offset from UTC.

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** `actual` also covers what is going on; `historical` is background over a month before publication. */
export const STATUSES = ['actual', 'historical', 'future', 'hypothetical', 'negated'] as const;
export type Status = (typeof STATUSES)[number];

export const CHANNELS = [
  'tweet',
  'statement',
  'press-conference',
  'interview',
  'speech',
  'phone',
  'letter',
  'agency',
  'television',
  'newspaper',
  'social-media',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const COUNT_KINDS = ['killed', 'injured', 'arrested', 'participants', 'displaced', 'money', 'other'] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

/** PLOVER quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type Quad = 1 | 2 | 3 | 4;

/** An article as it goes in. */
export interface Article {
  id: string;
  url?: string | null;
  source?: string | null;
  title?: string | null;
  /** ISO 8601 with an offset. "Today" is the day of `published` in its own offset. */
  published?: string | null;
  text: string;
}

/** An article as the coder read it: `text` is the coded text, into which all offsets point. */
export interface ReadArticle {
  id: string;
  url: string | null;
  source: string | null;
  title: string | null;
  published: string | null;
  language: string;
  text: string;
}

export interface Span {
  start: number;
  end: number;
}

export interface LocalName {
  ar: string | null;
  en: string | null;
}

/** Who takes part. An implied participant has `text: ""` and no offsets. */
export interface Participant {
  text: string;
  start: number | null;
  end: number | null;
  name: LocalName;
  country: string | null;
  sectors: string[];
  wikidata: string | null;
  kind: string;
}

export interface EventDate {
  /** First and last day, ISO `YYYY-MM-DD`. */
  start: string;
  end: string;
  /** The words that gave it. */
  text: string;
}

export interface Count {
  kind: CountKind;
  low: number;
  high: number;
  text: string;
}

export interface Place extends Span {
  text: string;
  name: LocalName;
  country: string | null;
  lat: number | null;
  lon: number | null;
  geonames: string | null;
}

export interface Attribution {
  text: string;
  start: number | null;
  end: number | null;
  country: string | null;
  sectors: string[];
  channel: Channel | null;
}

export interface Topic {
  id: string;
  name: LocalName;
  kind: string;
}

/** One report of one act: what the contract calls an event mention. */
export interface Mention {
  id: string;
  event: string;
  article: { id: string; url: string | null; source: string | null; title: string | null; published: string | null };
  sentence: Span & { index: number; text: string };
  trigger: Span & { text: string; lemma: string };
  type: EventType;
  mode: string[];
  context: string[];
  cameo: string;
  quad: Quad;
  score: number;
  status: Status;
  actors: Participant[];
  recipients: Participant[];
  date: EventDate | null;
  counts: Count[];
  about: string | null;
  place: Place | null;
  attribution: Attribution[];
  topics: Topic[];
  confidence: number;
  why: string[];
  coder: { version: string; lexicon: string };
}

/** What reports of one event say against each other: numbers that cannot both be true, or who did it to whom. */
export interface Contradiction {
  about: CountKind | 'sides';
  /** What is said (a number, a range, or `USA → SYR`), and the mentions that say it; sorted by what is said. */
  readings: { says: string; mentions: string[] }[];
}

/** One act on one day, or over one stated span, with all the mentions that report it. Made from the set of its mentions, whatever their order. */
export interface EventRecord {
  id: string;
  type: EventType;
  mode: string[];
  context: string[];
  cameo: string;
  quad: Quad;
  score: number;
  status: Status;
  /** Without offsets: `text` is how the event's first report names them. */
  actors: Participant[];
  recipients: Participant[];
  /** Where no report states the day, `text` is empty and the day is that of publication; null where that is unknown too. */
  date: EventDate | null;
  place: Place | null;
  counts: Count[];
  topics: Topic[];
  /** Ids of its mentions and of their articles, and the names of the outlets; each sorted, each once. */
  mentions: string[];
  articles: string[];
  outlets: string[];
  /** When the first and the last report were published, ISO 8601; null where no report is dated. */
  first: string | null;
  last: string | null;
  confidence: number;
  /** The country code of the party to the event from which alone it is known; null where an article tells it in its own voice, or others do too. */
  claimedBy: string | null;
  contradictions: Contradiction[];
  /** Whether a person has accepted, corrected, split or joined it. */
  reviewed: boolean;
}

/** A person's word on mentions. What it makes of them is told in story/reviews.ts. */
export interface Review {
  id: string;
  kind: 'accept' | 'reject' | 'correct' | 'split' | 'join';
  /** The mentions it is about, sorted. Events are made anew as reports come in; mentions stay. */
  mentions: string[];
  /** For `correct`: the fields that are put in the place of the coder's. */
  correction: MentionCorrection | null;
  /** When it was made, ISO 8601 in UTC: of two that contradict each other the later one holds. */
  made: string;
  by: string | null;
  note: string | null;
}

export type MentionCorrection = Partial<Pick<Mention, 'type' | 'mode' | 'status' | 'actors' | 'recipients' | 'date' | 'place'>>;

/** How one sentence is read: what `khabar explain` prints. */
export interface SentenceReading {
  article: string;
  sentence: Span & { index: number };
  tokens: {
    start: number;
    end: number;
    /** `kind`: conjunction, preposition, article, future, stem, pronoun, punctuation, number. */
    segments: { text: string; kind: string }[];
    lemma: string | null;
    pos: string;
  }[];
  dates: { start: number; end: number; from: string; to: string }[];
  names: { start: number; end: number; country: string | null; sectors: string[]; wikidata: string | null; kind: string }[];
  places: { start: number; end: number; lat: number | null; lon: number | null; country: string | null }[];
  /** The frames that were tried, in the order of the words, and what became of each. */
  frames: { start: number; end: number; lemma: string; type: string; decision: string }[];
}

/** What the packed lexicon and the coder offer; made by `createCoder`. */
export interface Coder {
  /** The program's version and the lexicon's hash, as every mention carries them. */
  readonly identity: { version: string; lexicon: string };
  /** Codes one article. Pure: the same article gives the same mentions. Never throws on odd text. */
  code(article: Article): Mention[];
  /** The article with its coded text, its date (from `published` or its own dateline) and language. */
  read(article: Article): ReadArticle;
  /** The mentions of an article with the evidence behind the confidence of each: for training and for the curious. */
  evidence(article: Article): { mention: Mention; features: Record<string, number> }[];
  /** How each sentence of the article is read. */
  explain(article: Article): SentenceReading[];
}
