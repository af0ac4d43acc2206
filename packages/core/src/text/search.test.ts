// Words as they are searched.
import { expect, it } from 'vitest';
import { searchForm, searchForms } from './search.js';

it('spelling variants and what is written onto a word meet in one form', () => {
  for (const written of ['القدس', 'والقدس', 'بالقدس', 'للقدس', 'قُدس', 'وبالقدس']) expect(searchForm(written)).toBe('قدس');
  expect(searchForm('الإمارات')).toBe(searchForm('امارات'));
  expect(searchForm('وفلسطين')).toBe(searchForm('فلسطين'));
});

it('three letters always remain', () => {
  expect(searchForm('وفد')).toBe('وفد');
  expect(searchForm('والوفد')).toBe('وفد');
});

it('a text gives its words and numbers in order, without marks', () => {
  expect(searchForms('التقى الوزيران، في بغداد، 12 مرة (NATO)')).toEqual(['تقي', 'زيران', 'في', 'غداد', '12', 'مره', 'nato']);
  expect(searchForms(' ،.')).toEqual([]);
});
