// An article as it is coded: its coded text, its day (from `published` or from a dateline inside the text), its headline.

import type { Article } from '../types.js';

export interface PreparedArticle {
  article: Article;
  /** The coded text. */
  text: string;
  title: string | null;
}

/** The coded text: `text`, or `title`, a blank line, `text` where a separate title is given that the text does not begin with. */
export function prepareArticle(article: Article): PreparedArticle {
  const text = article.text.startsWith('\ufeff') ? article.text.slice(1) : article.text;
  const title = article.title?.trim() || null;
  // Joined from a list the text is one string at once; `+` would leave two, between which an engine chooses at each letter.
  if (title && !text.trimStart().startsWith(title)) return { article, text: [title, text].join('\n\n'), title };
  return { article, text, title: title ?? headlineOf(text) };
}

/** Without a title of its own the first line, if a blank line follows it, is the headline. */
function headlineOf(text: string): string | null {
  const match = /^\s*([^\n\r]+)\r?\n[ \t]*\r?\n/.exec(text.slice(0, 2000));
  return match?.[1]?.trim() ?? null;
}
