// Turns the article part of a page into text: a paragraph a line, white space as a browser shows it.

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FIGURE FIGCAPTION BUTTON FORM'.split(' '));
const ELEMENT = 1;
const TEXT = 3;

/** Longest text of a caption or a legal notice, in UTF-16 code units. */
const LONGEST_CAPTION = 120;
const LONGEST_NOTICE = 800;
/** Letters of a paragraph that tells something, links left out. */
const SHORTEST_PROSE = 60;
const LONGEST_ASIDE = 100;

const asWord = (names: string) => new RegExp(`(?:^|[-_\\s])(?:${names})(?=[-_\\s]|$)`, 'i');
/** What sites call their boxes, as a whole word of a class or id: notices in prose, and things beside the article, mostly links. */
const NOTICE = asWord('cookies?|consent|gdpr|newsletter|subscri(?:be|ption)');
const ASIDE = asWord('share|sharing|social|ads?|advert\\w*|promo|sponsored|related|read-?(?:more|also)|also-?read|see-?also|credits?');

/** Takes out of a whole page what stands among the paragraphs without being part of the article: boxes, captions, and notes on the site's terms. */
export function removeBoxes(document: Document): void {
  for (const element of document.querySelectorAll('[class], [id]')) if (isBox(element)) element.remove();
  for (const caption of document.querySelectorAll('figure, figcaption, [class*="caption" i]')) caption.remove();
  for (const image of document.querySelectorAll('img')) captionBelow(image)?.remove();
  for (const link of document.querySelectorAll('a[href*="privacy" i], a[href*="terms" i], a[href*="guidelines" i]')) {
    const around = [link.closest('div'), link.closest('p')].find((block) => textLength(block) > 0 && textLength(block) < LONGEST_NOTICE);
    around?.remove();
  }
  for (const link of document.querySelectorAll('a[href*="//t.me/"], a[href*="whatsapp.com/" i], a[href*="//news.google." i]')) {
    const invitation = link.closest('p, li');
    if (textLength(invitation) <= LONGEST_CAPTION) invitation?.remove();
  }
}

/** An element of such a name can still be the article: then it is long, has the headline, or holds more prose than a notice, more words than links. */
function isBox(element: Element): boolean {
  const named = (box: RegExp) => box.test(element.getAttribute('class') ?? '') || box.test(element.getAttribute('id') ?? '');
  const [isNotice, isAside] = [named(NOTICE), named(ASIDE)];
  if (!(isNotice || isAside) || /^(?:HTML|BODY|ARTICLE|MAIN)$/i.test(element.nodeName)) return false;
  if (textLength(element) >= LONGEST_NOTICE || element.querySelector('h1') !== null) return false;
  const linked = linkedLetters(element);
  return (isAside && letters(element) - linked <= LONGEST_ASIDE + 2 * linked) || (isNotice && proseIn(element) < 2);
}

function proseIn(element: Element): number {
  return [...element.querySelectorAll('p')].filter((paragraph) => letters(paragraph) - linkedLetters(paragraph) > SHORTEST_PROSE).length;
}

/** A short line right under an image that does not end like a sentence. */
function captionBelow(image: Element): Element | null {
  let box: Element = image;
  while (box.parentElement !== null && !hasText(box.parentElement)) box = box.parentElement;
  let next = box.nextElementSibling;
  while (next !== null && textLength(next) === 0) next = next.nextElementSibling;
  const text = next?.textContent?.trim() ?? '';
  const short = text !== '' && text.length <= LONGEST_CAPTION && !/[.!?\u061F]$/.test(text);
  return next !== null && short && /^(?:DIV|SPAN|SMALL|EM|I)$/i.test(next.nodeName) ? next : null;
}

/** Found without gathering the text, which would be slow for a whole page. */
function hasText(node: Node): boolean {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT ? /\S/.test(child.nodeValue ?? '') : hasText(child)) return true;
  }
  return false;
}

function textLength(element: Element | null): number {
  return element?.textContent?.trim().length ?? 0;
}

/** The lines of the article. Left out are lines that repeat the headline, that point to other articles, and that head nothing. */
export function textOfContent(content: Element, headline: string | null): string {
  removeEndingHeadings(content);
  const pieces: string[] = [];
  appendText(content, pieces);
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '' && line !== headline)
    .filter((line, place, lines) => line !== LINKS_LEFT_OUT && !(lines[place + 1] === LINKS_LEFT_OUT && isLabel(line)))
    .join('\n');
}

/** Stands for a block of links while the line before it is looked at. */
const LINKS_LEFT_OUT = '\u0000';
const LONGEST_LABEL = 4;

/** A few words that do not end like a sentence: the heading of a list. */
function isLabel(line: string): boolean {
  return line.split(' ').length <= LONGEST_LABEL && !/[.!?\u061F»"]$/.test(line);
}

/** A heading with no text after it belonged to a list of other articles, now gone. */
function removeEndingHeadings(content: Element): void {
  const headings = [...content.querySelectorAll('h2, h3, h4, h5, h6, [class*="title" i]')].reverse();
  for (const heading of headings) {
    const text = heading.textContent?.trim() ?? '';
    if (text !== '' && !content.textContent?.trimEnd().endsWith(text)) return;
    heading.remove();
  }
}

/** Feeds end their items with a line that points to the page ("… appeared first on …"): more than half of it is links. */
export function removeLinkingEnd(content: Element): void {
  const last = [...content.children].findLast((block) => textLength(block) > 0);
  if (last !== undefined && last !== content.firstElementChild && linkedLetters(last) > 0.5 * letters(last)) last.remove();
}

function appendText(node: Node, pieces: string[]): void {
  if (node.nodeType === TEXT) {
    pieces.push((node.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' '));
    return;
  }
  const name = node.nodeName.toUpperCase();
  if (SILENT.has(name)) return;
  if (name === 'BR') pieces.push('\n');
  const block = node.nodeType === ELEMENT && BLOCKS.has(name);
  if (block && pointsElsewhere(node as Element)) {
    pieces.push(`\n${LINKS_LEFT_OUT}\n`);
    return;
  }
  if (block) pieces.push('\n');
  for (const child of node.childNodes) appendText(child, pieces);
  if (block) pieces.push('\n');
}

/** A paragraph that is nothing but links, or links behind a few words with a colon ("Read also: …"), points to other articles. */
function pointsElsewhere(block: Element): boolean {
  const linked = linkedLetters(block);
  if (linked === 0) return false;
  if (linked >= letters(block)) return true;
  const [label = '', rest = ''] = (block.textContent ?? '').split(/:(.*)/s);
  return isLabel(label.trim()) && rest !== '' && linked >= letters(block) - label.replace(/\s/g, '').length - 1;
}

function letters(element: Element): number {
  return (element.textContent ?? '').replace(/\s/g, '').length;
}

function linkedLetters(block: Element): number {
  return [...block.querySelectorAll('a[href]')].reduce((sum, link) => sum + letters(link), 0);
}
