// Reads a news item in ninjs, the agencies' JSON form (IPTC, versions 1.0 to 3.x): which field of which version holds what an article needs.
import type { Article } from '@khabar/core';
import { placeOf, type Report, type Whereabouts } from '../errors.js';
import { type Fields, publishedOf } from './article.js';

/** One of several forms of a headline, body or description: `{role, contentType, value}` since 2.0, written `contenttype` there. */
interface Variant {
  role: string;
  type: string;
  value: string;
}

/** Whether these are a news item's fields, not a misspelt article's. */
export function isNinjs(fields: Fields): boolean {
  return (
    typeof fields.uri === 'string' &&
    (['headlines', 'bodies', 'headline', 'type'].some((name) => name in fields) || bodies(fields).length > 0)
  );
}

/** The article of a news item; null where its agency has withdrawn it, which is told. */
export async function readNinjs(fields: Fields, at: Whereabouts, report: Report): Promise<Article | null> {
  const status = first(fields, ['pubStatus', 'pubstatus']);
  if (status !== null && status !== 'usable') {
    report({ code: 'KH211', at, detail: status });
    return null;
  }
  const uri = first(fields, ['uri']);
  const dates = ['versionCreated', 'versioncreated', 'firstCreated', 'firstcreated', 'contentCreated', 'contentcreated'];
  return {
    id: uri ?? placeOf(at),
    url: uri !== null && /^https?:\/\//i.test(uri) ? uri : null,
    source: sourceOf(fields),
    title: mainOf(variants(fields.headlines)) ?? first(fields, ['headline', 'title']),
    published: publishedOf(first(fields, dates), at, report),
    text: await textOf(fields),
  };
}

/** The body with its paragraphs, which the marked-up form keeps best; where there is no body, the description. */
async function textOf(fields: Fields): Promise<string> {
  const main = [bodies(fields), descriptions(fields)].find((each) => each.length > 0) ?? [];
  const marked = main.find(({ type }) => /html/i.test(type));
  if (marked === undefined) return mainOf(main) ?? '';
  const { textOfFragment } = await import('./html.js');
  return textOfFragment(marked.value);
}

const bodies = (fields: Fields): Variant[] => [...variants(fields.bodies), ...suffixed(fields, 'body')];
const descriptions = (fields: Fields): Variant[] => [...variants(fields.descriptions), ...suffixed(fields, 'description')];

function variants(list: unknown): Variant[] {
  if (!Array.isArray(list)) return [];
  return list
    .map((each) => (typeof each === 'object' && each !== null ? (each as Fields) : {}))
    .map((each) => ({
      role: first(each, ['role']) ?? '',
      type: first(each, ['contentType', 'contenttype']) ?? '',
      value: first(each, ['value']) ?? '',
    }))
    .filter(({ value }) => value.trim() !== '');
}

/** Version 1 writes the form into the name: `body_text`, `body_html`, `body_xhtml`. */
function suffixed(fields: Fields, name: string): Variant[] {
  return Object.entries(fields)
    .filter(([key]) => key.startsWith(`${name}_`))
    .map(([key, value]) => ({ role: '', type: key.slice(name.length + 1), value: typeof value === 'string' ? value : '' }))
    .filter(({ value }) => value.trim() !== '');
}

function mainOf(list: Variant[]): string | null {
  return (list.find(({ role }) => role === 'main') ?? list[0])?.value ?? null;
}

function sourceOf(fields: Fields): string | null {
  const listed = [fields.infoSources, fields.infosources, fields.infosource].find(Array.isArray) ?? [];
  const names = listed.map((each: unknown) => (typeof each === 'object' && each !== null ? first(each as Fields, ['name']) : null));
  return names.find((name: string | null) => name !== null) ?? first(fields, ['copyrightHolder', 'copyrightholder', 'source']);
}

function first(fields: Fields, names: string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}
