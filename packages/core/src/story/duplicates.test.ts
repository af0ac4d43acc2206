import { expect, test } from 'vitest';
import { fingerprintOf, isCopy, isNearDuplicate, nearDuplicates } from './duplicates.js';

const LEAD = 'أعلنت وزارة الخارجية الجزائرية اليوم الثلاثاء أن وفدا رفيع المستوى سيتوجه إلى نيامي لبحث أمن الحدود المشتركة بين البلدين';
const BODY =
  'وقال المتحدث باسم الوزارة في مؤتمر صحفي إن المحادثات ستتناول مكافحة التهريب وتبادل المعلومات وفتح معبر جديد أمام حركة التجارة، وأضاف أن الزيارة تأتي تلبية لدعوة من حكومة النيجر';
const TAIL = 'ويشترك البلدان في حدود صحراوية طويلة شهدت في السنوات الماضية نشاطا متزايدا لشبكات التهريب والجماعات المسلحة';
const AGENCY = `${LEAD}.\n${BODY}.\n${TAIL}.`;
const NEWS =
  'وصل وزير الداخلية الجزائري مساء الخميس إلى نيامي حيث استقبله نظيره النيجري في مطار العاصمة وأجرى الجانبان جولة أولى من المشاورات وسط إجراءات أمنية مشددة حول مقر الحكومة ومبنى البرلمان وشوارع وسط المدينة';

const PUBLISHED = '2024-02-06T10:00:00+01:00';
const printed = (text: string, published: string | null = PUBLISHED) => ({ fingerprint: fingerprintOf(text), published });

test('spelling variants, vowel signs, marks and white space make no other text', () => {
  const vocalised = AGENCY.replace('أعلنت', 'اعلنت').replace('وفدا', 'وفدًا').replaceAll('.', ' !').replaceAll('\n', ' ');
  expect(isCopy(fingerprintOf(AGENCY), fingerprintOf(vocalised))).toBe(true);
  expect(isCopy(fingerprintOf(AGENCY), fingerprintOf(AGENCY.replace('الثلاثاء', 'الأربعاء')))).toBe(false);
});

test('an agency text with another opening, other words and without its end is a near duplicate', () => {
  const edited = `نيامي (وكالات) - ${LEAD.replace('سيتوجه', 'يتوجه')}. ${BODY.replace('في مؤتمر صحفي', 'للصحفيين')}.`;
  expect([isNearDuplicate(printed(AGENCY), printed(edited)), isNearDuplicate(printed(edited), printed(AGENCY))]).toEqual([true, true]);
});

test('a newer report that repeats the older one as its background is none', () => {
  expect(isNearDuplicate(printed(AGENCY), printed(`${NEWS}.\n${AGENCY}`))).toBe(false);
});

test('another text about the same matter is none', () => {
  const other = `${NEWS}. وبحث الوزيران سبل ضبط الحدود المشتركة والتصدي لشبكات التهريب التي تنشط في الصحراء الكبرى.`;
  expect(isNearDuplicate(printed(AGENCY), printed(other))).toBe(false);
});

test('the same formula some days later is none', () => {
  expect(isNearDuplicate(printed(AGENCY), printed(AGENCY, '2024-02-08T10:00:00+01:00'))).toBe(true);
  expect(isNearDuplicate(printed(AGENCY), printed(AGENCY, '2024-02-12T10:00:00+01:00'))).toBe(false);
  expect(isNearDuplicate(printed(AGENCY), printed(AGENCY, null))).toBe(true);
});

test('a text of a sentence is too short to be told from a formula', () => {
  expect([fingerprintOf(LEAD).keys, isNearDuplicate(printed(LEAD), printed(LEAD))]).toEqual([[], false]);
  expect(isCopy(fingerprintOf(LEAD), fingerprintOf(`${LEAD}.`))).toBe(true);
});

test('a text without words has a fingerprint', () => {
  expect(fingerprintOf(' … ')).toMatchObject({ keys: [], phrases: new Uint32Array(), opening: new Uint32Array() });
});

test('keys are safe integers, and near duplicates share some of them', () => {
  const [whole, cut] = [fingerprintOf(AGENCY).keys, fingerprintOf(`${LEAD}. ${BODY}.`).keys];
  expect(whole.length).toBe(24);
  expect(whole.every(Number.isSafeInteger)).toBe(true);
  expect(whole.some((key) => cut.includes(key))).toBe(true);
});

test('the pairs are the same in any order of arrival', () => {
  const texts = [AGENCY, `${NEWS}.\n${TAIL}.`, `${LEAD}. ${BODY}.`, `تونس - ${AGENCY}`];
  const pairsIn = (order: number[]) =>
    nearDuplicates(order.map((place) => printed(texts[place] ?? '')))
      .map(([a, b]) => [order[a] ?? -1, order[b] ?? -1].sort().join('-'))
      .sort();
  expect(pairsIn([0, 1, 2, 3])).toEqual(['0-2', '0-3', '2-3']);
  expect(pairsIn([3, 2, 1, 0])).toEqual(['0-2', '0-3', '2-3']);
  expect(pairsIn([2, 0, 3, 1])).toEqual(['0-2', '0-3', '2-3']);
});
