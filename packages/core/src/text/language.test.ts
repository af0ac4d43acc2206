import { expect, test } from 'vitest';
import { detectLanguage } from './language.js';

test.each([
  ['ar', 'قال وزير الخارجية إن بلاده ترفض أي تدخل في شؤونها، وأضاف أن المباحثات مع الجانب الروسي مستمرة.'],
  ['ar', 'قال وزير الخارجیة إن بلاده ترفض أی تدخل فی شؤونها، وأکد أن الحکومة تدعم الحل السیاسی فی الیمن.'],
  ['ar', 'شارك باراك أوباما وبنيامين پرات في مؤتمر بمدينة چيبوتي'],
  ['fa', 'وزیر امور خارجه گفت که این مذاکرات برای صلح در منطقه مهم است و ایران از آن حمایت می‌کند.'],
  ['ur', 'وزیر خارجہ نے کہا ہے کہ پاکستان اور بھارت کے درمیان مذاکرات کا کوئی امکان نہیں ہے۔'],
  ['ckb', 'وەزیری دەرەوە ڕایگەیاند کە وتووێژەکان لەگەڵ بەغدا بەردەوامن و بۆ ئەو مەبەستە کۆبوونەوە دەکرێت.'],
  ['und', 'The minister said that talks would go on.'],
  ['und', ''],
  ['und', '12.5 😀 ...'],
])('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language));

test('a short headline in Arabic is Arabic', () => expect(detectLanguage('ماكرون يصل بيروت')).toBe('ar'));

test('only the beginning of a long text counts', () => {
  expect(detectLanguage(`${'قال الوزير إن الحكومة ترفض ذلك. '.repeat(200)}${'مذاکرات است که این را از '.repeat(10_000)}`)).toBe('ar');
});
