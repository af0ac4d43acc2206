import { expect, it } from 'vitest';
import { createCoder } from '../index.js';

const coder = createCoder();

/** Who says the first event of a type: the words that name each speaker, nearest first. */
function speakers(type: string, text: string): string[] {
  const mention = coder.code({ id: 'test', published: '2021-03-10T12:00:00+00:00', text }).find((m) => m.type === type);
  return (mention?.attribution ?? [{ text: 'no event', channel: null }]).map((a) => a.text);
}

function channel(type: string, text: string): string | null | undefined {
  return coder.code({ id: 'test', published: '2021-03-10T12:00:00+00:00', text }).find((m) => m.type === type)?.attribution[0]?.channel;
}

it.each([
  ['behind أن', 'أكدت وزارة الدفاع الروسية أن الجيش التركي قصف مواقع في إدلب.', ['وزارة الدفاع الروسية']],
  ['behind a colon', 'قال وزير الدفاع التركي: "قصفت الطائرات الروسية قرى في ريف إدلب أمس".', ['وزير الدفاع التركي']],
  ['in a quotation without أن', 'وقال وزير الخارجية الفرنسي "قصف الجيش السوري المدنيين في إدلب مرة أخرى".', ['وزير الخارجية الفرنسي']],
  ['in a quotation before the verb', '"قصف الجيش السوري المدنيين في إدلب مرة أخرى"، قال وزير الخارجية الفرنسي.', ['وزير الخارجية الفرنسي']],
  ['as a verbal noun', 'أعلنت الشرطة العراقية عن مقتل أربعة مدنيين في هجوم على قرية قرب كركوك.', ['الشرطة العراقية']],
  ['behind a denial', 'نفى الجيش التركي قصف مواقع في إدلب.', ['الجيش التركي']],
  ['behind a participle', 'ورحب الرئيس الفرنسي بالقرار، مؤكدا أن الجيش السوري قصف المدنيين في إدلب.', ['الرئيس الفرنسي']],
])('what is said %s', (_, text, expected) => expect(speakers('ASSAULT', text)).toEqual(expected));

it.each([
  ['كما + verb', 'قصف الجيش السوري بلدة في ريف إدلب، كما أعلنت وزارة الخارجية التركية.', ['وزارة الخارجية التركية']],
  ['حسبما + verb', 'قصف الجيش السوري بلدة في ريف إدلب، حسبما ذكرت وزارة الخارجية التركية.', ['وزارة الخارجية التركية']],
  ['وفق ما + verb', 'قصف الجيش السوري بلدة في ريف إدلب، وفق ما أفادت وزارة الخارجية التركية.', ['وزارة الخارجية التركية']],
  ['بحسب', 'قصف الجيش السوري بلدة في ريف إدلب، بحسب وزارة الخارجية التركية.', ['وزارة الخارجية التركية']],
  ['a clause at its head', 'ووفقا لوزارة الخارجية التركية، قصف الجيش السوري بلدة في ريف إدلب.', ['وزارة الخارجية التركية']],
  [
    'whoever an agency quotes, before the agency',
    'قصف الجيش السوري بلدة في ريف إدلب، بحسب ما نقلت وكالة رويترز عن وزارة الخارجية التركية.',
    ['وزارة الخارجية التركية', 'وكالة رويترز'],
  ],
])('attributed by %s', (_, text, expected) => expect(speakers('ASSAULT', text)).toEqual(expected));

it('the nearest speaker comes first', () => {
  expect(speakers('ASSAULT', 'قال الرئيس الفرنسي إن وزارة الدفاع الروسية أكدت أن الجيش التركي قصف مواقع في إدلب.')).toEqual([
    'وزارة الدفاع الروسية',
    'الرئيس الفرنسي',
  ]);
});

it('a spokesman speaks for the body behind him', () => {
  const mention = coder
    .code({ id: 'test', text: 'قال المتحدث باسم الجيش الإسرائيلي إن قوات سورية أطلقت صواريخ على الجولان.' })
    .find((m) => m.type === 'ASSAULT');
  expect(mention?.attribution.map((a) => [a.country, ...a.sectors])).toEqual([['ISR', 'MIL']]);
});

it('a verb of saying without a subject goes on with the speaker before', () => {
  expect(
    speakers(
      'ASSAULT',
      'التقى وزير الخارجية التركي نظيره الروسي في أنقرة.\nوقال الوزير التركي إن البلدين صديقان.\nوأضاف أن الجيش السوري قصف بلدة في إدلب.',
    ),
  ).toEqual(['الوزير التركي']);
});

it('a quotation that is not closed goes on in the next sentence', () => {
  expect(speakers('ASSAULT', 'وقال وزير الخارجية التركي "نحن نريد السلام في سوريا كلها. قصف الجيش السوري بلدة في ريف إدلب".')).toEqual([
    'وزير الخارجية التركي',
  ]);
});

it('a briefing is told by whoever gives it', () => {
  expect(speakers('ASSAULT', 'أطلع الوزير التركي نظيره الروسي على الغارة السورية على إدلب.')).toEqual(['الوزير التركي']);
});

it('what is announced beside a report of talks is said by the same speaker', () => {
  expect(speakers('AGREE', 'وقال السفير التركي إن المشاورات بين البلدين مفيدة، معلنا استعداد أنقرة للمساعدة في وقف القتال.')).toEqual([
    'السفير التركي',
  ]);
});

it('an accusation is said by the accuser', () => {
  expect(speakers('ASSAULT', 'اتهمت تركيا الجيش السوري بالمسؤولية عن الغارة على بلدة في ريف إدلب.')).toEqual(['تركيا']);
});

it.each([
  ['an act of speech that the article tells', 'REQUEST', 'دعت ألمانيا إيران إلى الإفراج عن السجناء.'],
  ['what stands before the colon', 'CONSULT', 'كتب الوزير التركي على موقع الوزارة إثر اللقاء بين بوتين وروحاني: إن السلام قريب.'],
  ['what an announced support is for', 'AGREE', 'أعلن الرئيس التركي دعم أنقرة للاتفاق بين روسيا وأوكرانيا.'],
  ['what one does by announcing it', 'REJECT', 'أعلنت إيران رفضها للمقترح الأميركي.'],
  [
    'an act of speech told by a participle beside what is said',
    'REQUEST',
    'قال الرئيس الفرنسي إن الوضع خطير، داعيا إيران إلى الإفراج عن السجناء.',
  ],
  [
    'what it is recalled that happened',
    'ASSAULT',
    'وقال وزير الخارجية التركي إن البلدين صديقان.\nيذكر أن الجيش السوري قصف بلدة في ريف إدلب.',
  ],
  ['the act before a clause of contrast', 'ASSAULT', 'قال الرئيس الفرنسي إن الوضع خطير، فيما قصف الجيش السوري بلدة في ريف إدلب.'],
])('nobody says %s', (_, type, text) => expect(speakers(type, text)).toEqual([]));

it.each([
  ['the speaker', 'روسيا: الجيش التركي يقصف مواقع في إدلب', ['روسيا']],
  ['the place', 'الصومال: مقتل عشرة جنود في هجوم لحركة الشباب', []],
])('a country before a colon in a headline can be %s', (_, text, expected) => expect(speakers('ASSAULT', text)).toEqual(expected));

it.each([
  ['tweet', 'قال الرئيس التركي في تغريدة إن الجيش السوري قصف بلدة في إدلب.'],
  ['statement', 'قالت وزارة الدفاع التركية في بيان إن الجيش السوري قصف بلدة في إدلب.'],
  ['press-conference', 'قال الرئيس التركي خلال مؤتمر صحفي إن الجيش السوري قصف بلدة في إدلب.'],
  ['agency', 'قصف الجيش السوري بلدة في إدلب، بحسب وكالة الأناضول.'],
])('the channel %s', (expected, text) => expect(channel('ASSAULT', text)).toBe(expected));
