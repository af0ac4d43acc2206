// The order of the stages, on one screen: read, attach, frames, speakers, drafts, mentions, story.

import { type AttachContext, attach } from './clauses/attach.js';
import { explainDocument } from './explain.js';
import type { PackedLexicon } from './lexicon/entries.js';
import type { LexiconFile } from './lexicon/read.js';
import { openLexicon } from './lexicon/table.js';
import { MentionWriter } from './mention.js';
import { type ReadDocument, readDocument } from './read-document.js';
import { linkWithin } from './story/within.js';
import { prepareArticle } from './text/article.js';
import { detectLanguage } from './text/language.js';
import { WordReader } from './text/words.js';
import type { Article, Coder, Mention, ReadArticle, SentenceReading } from './types.js';
import { VERSION } from './version.js';
import { chooseFrames } from './what/draft.js';
import type { FillContext } from './what/fill.js';
import { Discourse } from './who/discourse.js';

/** A coder over a packed lexicon, with users' files laid over it. Throws LexiconError for a line of theirs that cannot be read. */
export function coderOver(packed: PackedLexicon, files: LexiconFile[] = []): Coder {
  const lexicon = openLexicon(packed, files);
  const words = new WordReader(lexicon);
  const slots: AttachContext['slots'] = { v: new Map(), n: new Map() };
  const identity = { version: VERSION, lexicon: lexicon.hash };

  const analyse = (article: Article): { document: ReadDocument; context: FillContext } => {
    const document = readDocument(words, prepareArticle(article), lexicon.quotatives);
    const discourse = new Discourse();
    discourse.weigh(document.sentences);
    return { document, context: { tokens: document.tokens, lexicon, discourse } };
  };

  const codeArticle = (article: Article): { mentions: Mention[]; evidence: MentionWriter['evidence'] } => {
    const { document, context } = analyse(article);
    const writer = new MentionWriter(article, document, context, identity);
    for (const sentence of document.sentences) {
      if (sentence.units.length === 0) continue;
      context.discourse.enter(sentence);
      if (!document.readers[sentence.index]?.framed) continue;
      attach({ lexicon, document, slots }, sentence);
      chooseFrames(context, sentence);
      writer.take(sentence);
    }
    const mentions = writer.write();
    linkWithin(mentions);
    return { mentions, evidence: writer.evidence };
  };

  return {
    identity,
    code: (article) => codeArticle(article).mentions,
    evidence(article: Article) {
      const { mentions, evidence } = codeArticle(article);
      return mentions.map((mention) => ({ mention, features: Object.fromEntries(evidence.get(mention.id) ?? []) }));
    },
    read(article: Article): ReadArticle {
      const prepared = prepareArticle(article);
      const document = article.published ? null : readDocument(words, prepared, lexicon.quotatives);
      return {
        id: article.id,
        url: article.url ?? null,
        source: article.source ?? null,
        title: prepared.title,
        published: article.published ?? document?.published ?? null,
        language: detectLanguage(prepared.text),
        text: prepared.text,
      };
    },
    explain(article: Article): SentenceReading[] {
      const { document, context } = analyse(article);
      return document.sentences.map((sentence, k) => {
        attach({ lexicon, document, slots }, sentence);
        context.discourse.enter(sentence);
        chooseFrames(context, sentence);
        return explainDocument(document, sentence, k);
      });
    },
  };
}
