#!/usr/bin/env node
// Lists the phrases in the slots of event frames over articles taken at random, with whom they resolved to: what the lexicon of names still lacks.
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { openCore, sharedFolder, stopWith, UsageError } from './coder.mjs';

const USAGE = `Usage: node eval/coverage.mjs [--articles N] [--seed N] [--show nothing|open|state|all] [--sample N] [--top N]

Reads N articles at random from ../shared/texts and lists who or what fills the slots of their event frames, the most frequent first.
  --articles N   how many articles (200)
  --seed N       which ones: the same seed takes the same articles (1)
  --show KIND    nothing  phrases that resolved to nobody (the default)
                 open     those whose kind is known and whose country is not
                 state    those that resolved to a state as a whole
                 all      all of them
  --sample N     N phrases at random, one a line with its slot, resolution and sentence, for reading by hand
  --top N        how many lines (100)

Examples:
  node eval/coverage.mjs --seed 7 --top 40
  node eval/coverage.mjs --seed 8 --show all --sample 150`;

/** Slots that hold participants and places; the others hold what an act is about. */
const SLOTS = new Set(['subj', 'obj', 'obj2', 'topic', 'gen', 'by', 'بين', 'مع', 'ضد', 'ل', 'إلى', 'على', 'من', 'في', 'لدى', 'تجاه']);
const NOT_EVENTS = new Set(['', 'OP', 'LIGHT']);

/** @typedef {{ slot: string, text: string, who: string, kind: string, sentence: string, article: string, frame: string }} Filler */

/** A small generator of numbers in [0, 1), the same for one seed on every machine (mulberry32). @param {number} seed */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** N things at random, each equally likely (reservoir). @template T @param {AsyncIterable<T> | Iterable<T>} things @param {number} n @param {() => number} random */
async function sampleOf(things, n, random) {
  /** @type {T[]} */
  const taken = [];
  let seen = 0;
  for await (const thing of things) {
    seen++;
    if (taken.length < n) taken.push(thing);
    else {
      const k = Math.floor(random() * seen);
      if (k < n) taken[k] = thing;
    }
  }
  return taken;
}

/** @param {string} folder */
async function* linesIn(folder) {
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.jsonl.gz')) yield* createInterface({ input: createReadStream(join(folder, file)).pipe(createGunzip()) });
}

/** @param {any} coder @param {any} article @returns {Filler[]} */
function fillersOf(coder, article) {
  const { text } = coder.read(article);
  /** @type {Filler[]} */
  const fillers = [];
  for (const { sentence, frames, names, places } of coder.explain(article)) {
    for (const frame of frames) {
      if (NOT_EVENTS.has(frame.type)) continue;
      for (const part of frame.decision.split('; ')) {
        const [slot = '', phrases = ''] = [part.slice(0, part.indexOf(': ')), part.slice(part.indexOf(': ') + 2)];
        if (!SLOTS.has(slot)) continue;
        for (const phrase of phrases.split(' + ')) {
          const start = text.indexOf(phrase, sentence.start);
          if (phrase === '' || start < 0) continue;
          const inside = [...names, ...places].filter((n) => n.start < start + phrase.length && n.end > start);
          fillers.push({
            slot,
            text: phrase.replace(/\s+/g, ' '),
            who: inside
              .map((n) =>
                `${n.country ?? '---'} ${[n.kind === undefined ? 'place' : '', ...(n.sectors ?? [])].filter(Boolean).join(' ')}`.trim(),
              )
              .join(' + '),
            kind: kindOf(inside),
            sentence: text.slice(sentence.start, sentence.end).replace(/\s+/g, ' '),
            article: article.id,
            frame: `${frame.type} ${frame.lemma}`,
          });
        }
      }
    }
  }
  return fillers;
}

/** @param {any[]} names */
function kindOf(names) {
  if (names.length === 0) return 'nothing';
  if (names.every((n) => n.country === null)) return 'open';
  return names.every((n) => n.kind === 'state' || n.kind === 'nisba' || n.kind === 'capital') ? 'state' : 'known';
}

async function main() {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: 'nothing' },
      sample: { type: 'string' },
      top: { type: 'string', default: '100' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void process.stdout.write(`${USAGE}\n`);
  const folder = join(sharedFolder() ?? '', 'texts');
  if (!existsSync(folder))
    throw new UsageError('The texts in ../shared/texts are missing: set KHABAR_SHARED to the folder that holds texts/.');
  const coder = (await openCore()).createCoder();
  const random = randomFrom(Number(values.seed));
  const articles = await sampleOf(linesIn(folder), Number(values.articles), random);
  const fillers = articles.flatMap((line) => fillersOf(coder, JSON.parse(line)));
  const shown = fillers.filter((f) => values.show === 'all' || f.kind === values.show);
  process.stdout.write(`${articles.length} articles, ${fillers.length} slot phrases; ${countsOf(fillers)}\n`);
  if (values.sample) {
    for (const f of await sampleOf(shown, Number(values.sample), random))
      process.stdout.write(`${f.frame} | ${f.slot}: ${f.text} | ${f.who || 'nobody'} | ${f.article}\n\t${f.sentence}\n`);
    return;
  }
  /** @type {Map<string, Filler[]>} */
  const grouped = new Map();
  for (const f of shown) grouped.set(f.text, [...(grouped.get(f.text) ?? []), f]);
  for (const [text, list] of [...grouped].sort((a, b) => b[1].length - a[1].length).slice(0, Number(values.top)))
    process.stdout.write(
      `${list.length} ${text} | ${list[0]?.who || 'nobody'} | ${list[0]?.frame} ${list[0]?.slot}\n\t${list[0]?.sentence}\n`,
    );
}

/** @param {Filler[]} fillers */
function countsOf(fillers) {
  return ['known', 'state', 'open', 'nothing'].map((kind) => `${kind} ${fillers.filter((f) => f.kind === kind).length}`).join(', ');
}

await main().catch(stopWith);
