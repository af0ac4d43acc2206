import { expect, it } from 'vitest';
import { createCoder } from '../index.js';

const published = (line: string): string | null =>
  createCoder().read({ id: 'test', text: `العنوان هنا\n\n${line}\n\nقال الوزير إنه وصل إلى بغداد.` }).published;

it.each([
  ['السبت ١٠ أكتوبر ٢٠٢٠ - ٠٤:٢٠ بتوقيت غرينتش', '2020-10-10T04:20:00+00:00'],
  ['الرياض 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس', '2015-08-10T00:00:00+00:00'],
  ['نشر في: 13/7/2018 8:30 مساء بتوقيت مكة المكرمة', '2018-07-13T20:30:00+03:00'],
  ['13 يوليو 2018 - 12:05 ص', '2018-07-13T00:05:00+00:00'],
])('the dateline %s', (line, expected) => expect(published(line)).toBe(expected));

it('prose with a date is no dateline', () => {
  expect(published('وصل الرئيس الروسي فلاديمير بوتين إلى العاصمة التركية أنقرة في 3 أبريل 2018 لإجراء محادثات')).toBeNull();
});
