/**
 * Regular forms of nouns and adjectives, made from letters to letters: singular with the accusative alif, dual, sound plurals, the forms
 * before a genitive (وزيرا, وزيري, مسؤولو), feminines.
 */

import { attach } from './hamza.js';

export type NounForm = { form: string; number: 'sg' | 'du' | 'pl'; gender: 'm' | 'f' };

/** Forms of a masculine noun or adjective in letters: singular, dual and sound plural. */
export function masculine(base: string): NounForm[] {
  const forms: NounForm[] = [];
  const put = (number: NounForm['number'], ...endings: string[]): void => {
    for (const ending of endings) for (const form of attach(base, ending)) forms.push({ form, number, gender: 'm' });
  };
  forms.push({ form: base, number: 'sg', gender: 'm' });
  if (!/(اء|أ|ى)$/.test(base)) put('sg', 'ا');
  put('du', 'ان', 'ين', 'ا', 'ي');
  put('pl', 'ون', 'ين', 'و', 'ي');
  return forms;
}

/** Forms of a feminine noun or adjective in ة: singular, dual and the plural in ات. `base` is without ة. */
export function feminine(base: string): NounForm[] {
  const forms: NounForm[] = [];
  const put = (number: NounForm['number'], stem: string, ...endings: string[]): void => {
    for (const ending of endings) for (const form of attach(stem, ending)) forms.push({ form, number, gender: 'f' });
  };
  put('sg', base, 'ة');
  put('du', base, 'تان', 'تين', 'تا', 'تي');
  put('pl', base.endsWith('ا') ? `${base.slice(0, -1)}ي` : base, 'ات'); // مباراة, مباريات
  return forms;
}

/** Forms of a noun like داعٍ: داع, الداعي, داعيا, داعون. `base` is without the ي. */
export function inYa(base: string): NounForm[] {
  const forms: NounForm[] = [];
  const put = (number: NounForm['number'], ...list: string[]): void => {
    for (const form of list) forms.push({ form, number, gender: 'm' });
  };
  put('sg', base.replace(/ئ$/, 'ء'), `${base}ي`, `${base}يا`); // راءٍ, الرائي
  put('du', `${base}يان`, `${base}يين`, `${base}يا`, `${base}يي`);
  for (const ending of ['ون', 'ين', 'و', 'ي']) put('pl', ...attach(base.replace(/ئ$/, 'ء'), ending));
  return [...forms, ...feminine(`${base}ي`)];
}

export function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** All forms of a nationality adjective, given its masculine singular without ال (إيراني). */
export function declineNisba(base: string): string[] {
  const endings = ['', 'ة', 'ان', 'ين', 'ون', 'ات', 'تان', 'تين', 'ا'];
  return distinct(endings.flatMap((ending) => (ending === '' ? [base] : attach(base, ending))));
}

/** Nouns for persons whose plural drops the ي (قاضٍ, قاضون), with or without the ي. */
const IN_YA = /^(قاض|وال|راع|داع|ساع|حام|جان|محام|مفت|مدع|متقاض|موال|مناد|مرب)ي?$/;

/** Regular forms of a noun, given its singular without ال: سفير → سفير, سفيران, سفيرين, سفيرون, سفيرة, سفيرات … */
export function declineNoun(singular: string): NounForm[] {
  if (singular.endsWith('ة')) return distinct(feminine(singular.slice(0, -1)));
  if (IN_YA.test(singular)) return distinct(inYa(singular.replace(/ي$/, '')));
  // A noun like راضي may be such a noun or, as مالي, a nationality adjective: both plurals are given.
  const regular = [...masculine(singular), ...feminine(singular)];
  return distinct(/^م?.ا.ي$/.test(singular) ? [...inYa(singular.slice(0, -1)), ...regular] : regular);
}
