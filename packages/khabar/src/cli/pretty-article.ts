// The head of an article at a terminal, shared by all commands, and an article as `khabar read` shows it.
import type { ReadArticle } from '@khabar/core';
import { coloursFor, columnsOf, isolate, plainPiece, type Screen, showable, wrapPieces } from './terminal.js';

type Head = Pick<ReadArticle, 'id' | 'source' | 'published' | 'title' | 'url'>;

/** A ruled line with name, outlet and day, and the headline under it where the article gives one apart. */
export function prettyHead(article: Head, screen: Screen): string[] {
  const colours = coloursFor(screen);
  const facts = [article.id, article.source, article.published?.slice(0, 16).replace('T', ' ')]
    .filter((fact) => fact)
    .map((fact) => showable(fact ?? ''));
  const rule = '─'.repeat(Math.max(2, screen.width - columnsOf(facts.join(' · ')) - 4));
  const first = `${colours.dim('──')} ${colours.bold(facts.map(isolate).join(' · '))} ${colours.dim(rule)}`;
  const title = article.title ? wrapPieces([{ text: article.title, paint: colours.bold }], screen.width) : [];
  return [first, ...title];
}

export function prettyArticle(article: ReadArticle, screen: Screen): string {
  const colours = coloursFor(screen);
  const address = article.url === null ? [] : [colours.dim(showable(article.url))];
  const paragraphs = article.text
    .split(/\r?\n/)
    .flatMap((line) => (line.trim() === '' ? [''] : wrapPieces([plainPiece(line)], screen.width)));
  const { title: _, ...head } = article;
  return [...prettyHead({ ...head, title: null }, screen), ...address, '', ...paragraphs, '', ''].join('\n');
}
