// The coder as a whole: same input same output, odd texts, offsets, ids, headlines and datelines, and a report retold.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCoder } from './index.js';
import type { Article, Mention } from './types.js';

const coder = createCoder();
const PUBLISHED = '2018-07-18T10:00:00+03:00';

const article = (text: string, more: Partial<Article> = {}): Article => ({ id: 'test', text, published: PUBLISHED, ...more });
const sides = (participants: Mention['actors']): string =>
  participants.map((p) => [p.country ?? '---', ...p.sectors].join(' ')).join(', ') || 'nobody';
const line = (m: Mention): string => `${m.trigger.text}: ${[m.type, ...m.mode].join(' ')} ${sides(m.actors)} → ${sides(m.recipients)}`;

const NEWS = [
  'استقبل الرئيس الكازاخي في أستانة نظيره الأوزبكي يوم الاثنين.',
  'وقال المتحدث باسم الرئاسة إن «الجانبين اتفقا على فتح المعابر»، نقلا عن وكالة رويترز.',
  'وقتلت القوات الإسرائيلية ثلاثة فلسطينيين في غزة، وأدانت مصر الهجوم في بيان.',
  'وكتب الرئيس الأمريكي على تويتر أن بلاده ستفرض عقوبات على إيران.',
].join('\n');

/** Every span of a mention with the words that it should cover. */
function spans(m: Mention): { text: string; start: number | null; end: number | null }[] {
  return [m.sentence, m.trigger, ...m.actors, ...m.recipients, ...m.attribution, ...(m.place ? [m.place] : [])];
}

function expectSpansInside(a: Article): void {
  const { text } = coder.read(a);
  for (const m of coder.code(a)) {
    for (const span of spans(m)) {
      if (span.start === null || span.end === null) expect(span.text).toBe('');
      else expect(text.slice(span.start, span.end)).toBe(span.text);
    }
    expect(m.trigger.start).toBeGreaterThanOrEqual(m.sentence.start);
    expect(m.trigger.end).toBeLessThanOrEqual(m.sentence.end);
    if (m.date) expect(text).toContain(m.date.text);
    for (const count of m.counts) expect(text).toContain(count.text);
  }
}

describe('the same article', () => {
  it('gives the same mentions, twice and from another coder', () => {
    const first = JSON.stringify(coder.code(article(NEWS)));
    expect(JSON.stringify(coder.code(article(NEWS)))).toBe(first);
    expect(JSON.stringify(createCoder().code(article(NEWS)))).toBe(first);
  });

  it('gives the same mentions after another was coded', () => {
    const first = JSON.stringify(coder.code(article(NEWS)));
    coder.code(article('زار الرئيس التركي باريس. وأشاد الأخير بنظيره.', { id: 'other' }));
    expect(JSON.stringify(coder.code(article(NEWS)))).toBe(first);
  });

  it('is left as it was', () => {
    const frozen = Object.freeze(article(NEWS, { title: 'عنوان' }));
    coder.code(frozen);
    expect(frozen).toEqual({ id: 'test', text: NEWS, published: PUBLISHED, title: 'عنوان' });
  });

  it('gives ids that are its own: of article, trigger and type', () => {
    const text = 'زار الرئيس التركي طهران.';
    const id = (more: Partial<Article>, t = text) => coder.code(article(t, more))[0]?.id;
    expect(id({})).toMatch(/^[0-9a-f]{14}$/);
    expect(id({ published: '2020-01-01T00:00:00Z' })).toBe(id({}));
    expect(id({ id: 'other' })).not.toBe(id({}));
    expect(id({}, ` ${text}`)).not.toBe(id({}));
  });

  it('gives every mention an id of its own', () => {
    const ids = coder.code(article(NEWS)).map((m) => m.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('odd texts', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\t\n '],
    ['a full stop', '.'],
    ['marks alone', '؟!،؛…«»()[]'],
    ['control characters', '\u0000\u0001\u0007\u001b[31m\u007f'],
    ['marks of direction alone', '\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069'],
    ['half a surrogate pair', '\ud83d زار \udc00'],
    ['emoji', '🇮🇷🤝🇷🇺 👨‍👩‍👧‍👦'],
    ['vowel signs without letters', '\u064b\u064c\u0651\u0652'],
    ['tatweel alone', 'ــــــــ'],
    ['English', 'The president of Iran called his Russian counterpart.'],
    ['figures', '12 3.5 ٤٥٦ 7,000 1/2/2018'],
    ['one long word', 'ا'.repeat(50_000)],
    ['opening brackets', '('.repeat(5000)],
    ['quotation marks', '"'.repeat(5000)],
    ['line ends', '\n'.repeat(5000)],
    ['conjunctions', 'و '.repeat(5000)],
  ])('%s: nothing', (_, text) => expect(coder.code(article(text))).toEqual([]));

  it.each([
    ['control characters', 'زار\u0001 الرئيس التركي\u0007 طهران.'],
    ['marks of direction', '\u202bزار الرئيس\u200f التركي طهران\u202c.'],
    ['emoji', '🔴 زار الرئيس التركي طهران 🇹🇷🤝🇮🇷.'],
    ['non-breaking spaces', 'زار\u00a0الرئيس\u00a0التركي\u00a0طهران.'],
    ['vowel signs', 'زَارَ الرَّئِيسُ التُّرْكِيُّ طِهْرَانَ.'],
    ['tatweel', 'زار الرئـــيس التركــي طهــران.'],
    ['hashtags', 'زار الرئيس التركي #طهران.'],
    ['missing hamzas and dots', 'زار الرئيس التركى طهران.'],
    ['Latin beside it', 'TEHRAN (AFP) - زار الرئيس التركي طهران (Tehran).'],
    ['a byte order mark', '\ufeffزار الرئيس التركي طهران.'],
    ['Windows line ends', 'زار الرئيس التركي طهران.\r\n\r\n'],
  ])('with %s: read as without', (_, text) => {
    const mentions = coder.code(article(text));
    expect(mentions.map((m) => `${[m.type, ...m.mode].join(' ')} ${sides(m.actors)} → ${sides(m.recipients)}`)).toEqual([
      'CONSULT visit TUR GOV → IRN GOV',
    ]);
    expectSpansInside(article(text));
  });

  it('without any letter are explained without fault', () => {
    for (const text of ['', '.', '🤝', '\u0000']) expect(() => coder.explain(article(text))).not.toThrow();
  });
});

describe('a text without full stops', () => {
  const sentence = 'زار الرئيس التركي طهران والتقى نظيره الإيراني وأدان الهجوم على الجيش العراقي ';
  const words = sentence.trim().split(' ').length;
  const time = (count: number): number => {
    const text = sentence.repeat(Math.round(count / words));
    const begin = performance.now();
    coder.code(article(text));
    return performance.now() - begin;
  };

  it('costs time in proportion to its length', () => {
    time(20_000);
    const best = (count: number): number => Math.min(time(count), time(count), time(count));
    expect(best(80_000) / best(40_000)).toBeLessThan(3);
  }, 120_000);

  it('may hold a million words', () => {
    const text = 'كلمة '.repeat(1_000_000);
    expect(coder.code(article(`${text}\nزار الرئيس التركي طهران.`)).map(line)).toEqual(['زار: CONSULT visit TUR GOV → IRN GOV']);
  }, 120_000);
});

describe('offsets', () => {
  it('point at the words in the coded text', () => {
    expect(coder.code(article(NEWS)).length).toBeGreaterThan(3);
    expectSpansInside(article(NEWS));
  });

  it('count the title where it is put before the text', () => {
    const a = article('زار الرئيس التركي طهران.', { title: '🔴 تركيا تنتقد اليونان' });
    expect(coder.code(a).map((m) => [m.trigger.text, m.trigger.start])).toEqual([
      ['تنتقد', 9],
      ['زار', 24],
    ]);
    expectSpansInside(a);
  });

  it('count every unit of an emoji', () => {
    const a = article('🇹🇷🇮🇷 زار الرئيس التركي طهران.');
    expect(coder.code(a).map((m) => [m.trigger.text, m.trigger.start])).toEqual([['زار', 9]]);
  });
});

describe('the coded text', () => {
  const text = 'زار الرئيس التركي طهران.';

  it('is the text where there is no title', () => {
    expect(coder.read(article(text))).toEqual({
      id: 'test',
      url: null,
      source: null,
      title: null,
      published: PUBLISHED,
      language: 'ar',
      text,
    });
  });

  it('is the title, a blank line and the text', () => {
    expect(coder.read(article(text, { title: 'قمة في طهران' })).text).toBe(`قمة في طهران\n\n${text}`);
  });

  it('is the text alone where it begins with the title', () => {
    const whole = `قمة في طهران\n\n${text}`;
    expect(coder.read(article(whole, { title: 'قمة في طهران' }))).toMatchObject({ text: whole, title: 'قمة في طهران' });
  });

  it('has its first line for a headline where a blank line follows it', () => {
    expect(coder.read(article(`قمة في طهران\n\n${text}`)).title).toBe('قمة في طهران');
    expect(coder.read(article(`قمة في طهران\n${text}`)).title).toBeNull();
  });

  it('is coded once where the headline is printed twice', () => {
    const headline = 'الرئيس التركي يزور طهران';
    expect(coder.code(article(`${headline}\n\n${headline}\n\nوأشاد الرئيس التركي بإيران.`)).map(line)).toEqual([
      'يزور: CONSULT visit TUR GOV → IRN GOV',
      'وأشاد: SUPPORT TUR GOV → IRN GOV',
    ]);
  });

  it('holds what the article says of itself', () => {
    const [mention] = coder.code(article(text, { url: 'https://example.org/1', source: 'صحيفة', title: 'قمة' }));
    expect(mention?.article).toEqual({ id: 'test', url: 'https://example.org/1', source: 'صحيفة', title: 'قمة', published: PUBLISHED });
  });
});

describe('the day of the article', () => {
  const dateOf = (a: Article): string[] => coder.code(a).map((m) => (m.date ? `${m.date.start}..${m.date.end} ${m.date.text}` : 'undated'));

  it('is the day of publication in its own offset', () => {
    const text = 'زار الرئيس التركي طهران اليوم.';
    expect(dateOf(article(text, { published: '2018-07-18T23:30:00+03:00' }))).toEqual(['2018-07-18..2018-07-18 اليوم']);
    expect(dateOf(article(text, { published: '2018-07-18T23:30:00-05:00' }))).toEqual(['2018-07-18..2018-07-18 اليوم']);
  });

  it('is told by the dateline that the text carries', () => {
    const text = 'الرئيس التركي يزور طهران\n\nالسبت ١٠ أكتوبر ٢٠٢٠ - ٠٤:٢٠ بتوقيت غرينتش\n\nزار الرئيس التركي طهران أمس.';
    const a = article(text, { published: null });
    expect(coder.read(a).published).toBe('2020-10-10T04:20:00+00:00');
    expect(dateOf(a).at(-1)).toBe('2020-10-09..2020-10-09 أمس');
  });

  it('is that of publication where both are told', () => {
    const text = 'الرئيس التركي يزور طهران\n\nالسبت ١٠ أكتوبر ٢٠٢٠\n\nزار الرئيس التركي طهران أمس.';
    expect(coder.read(article(text)).published).toBe(PUBLISHED);
    expect(dateOf(article(text)).at(-1)).toBe('2018-07-17..2018-07-17 أمس');
  });

  it('leaves relative dates unresolved where nothing tells it', () => {
    const text = 'زار الرئيس التركي طهران أمس. وانتقدت تركيا اليونان ومالطا في 7 أغسطس 2017 بسبب أزمة الموانئ القديمة في البحر المتوسط.';
    expect(dateOf(article(text, { published: null }))).toEqual(['undated', '2017-08-07..2017-08-07 7 أغسطس 2017']);
  });
});

it('a short sentence with a full date is no dateline', () => {
  const [mention] = coder.code({
    id: 'test',
    text: 'عنوان.\nوانتقدت تركيا اليونان في 7 أغسطس 2017.',
    published: '2017-08-09T10:00:00+03:00',
  });
  expect(mention?.date).toMatchObject({ start: '2017-08-07' });
});

describe('a call between two presidents about a mediation, told again and again', () => {
  const text = [
    'الرئيسان الكازاخي والأوزبكي يبحثان هاتفيا الوساطة في القوقاز',
    '',
    'الثلاثاء 17 يوليو 2018 - 09:15 بتوقيت غرينتش',
    '',
    'أجرى الرئيس الكازاخي يوم الاثنين اتصالا هاتفيا مع نظيره الأوزبكي بحثا خلاله الوساطة بين أرمينيا وأذربيجان.',
    'وقالت الرئاسة الكازاخية في بيان إن الرئيس الكازاخي أطلع نظيره الأوزبكي في الاتصال على نتائج زيارته إلى باكو.',
    'وأعرب الرئيس الأوزبكي عن دعم بلاده لكازاخستان.',
    'ورحبت أرمينيا بالاتصال الهاتفي بين الرئيسين الكازاخي والأوزبكي.',
  ].join('\n');
  const mentions = coder.code({ id: 'test', text });

  it('is one call', () => {
    const calls = mentions.filter((m) => m.mode.includes('phone'));
    expect(calls.length).toBeGreaterThan(2);
    expect(new Set(calls.map((m) => m.event)).size).toBe(1);
    for (const call of calls) expect(new Set([...call.actors, ...call.recipients].map((p) => p.country))).toEqual(new Set(['KAZ', 'UZB']));
  });

  it('is dated by the article’s own dateline', () => {
    expect(mentions.find((m) => m.trigger.text === 'اتصالا هاتفيا')?.date).toEqual({
      start: '2018-07-16',
      end: '2018-07-16',
      text: 'يوم الاثنين',
    });
  });

  it('tells who backs whom', () => {
    expect(mentions.filter((m) => m.type === 'SUPPORT').map(line)).toEqual([
      'دعم: SUPPORT UZB GOV → KAZ GOV',
      'ورحبت: SUPPORT ARM GOV → KAZ GOV, UZB GOV',
    ]);
  });

  it('has reasons that a person can read, and a confidence', () => {
    for (const m of mentions) {
      expect(m.why.length).toBeGreaterThan(0);
      expect(m.confidence).toBeGreaterThan(0);
      expect(m.confidence).toBeLessThan(1);
    }
  });
});

it('the coder needs nothing of Node, so that it runs in a browser', () => {
  const root = new URL('./', import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  expect(sources.length).toBeGreaterThan(30);
  const foreign = sources.flatMap((name) =>
    [...readFileSync(new URL(name, root), 'utf8').matchAll(/(?:from\s+|import\s*\(?\s*)['"]([^'".][^'"]*)['"]/g)].map(
      (m) => `${name}: ${m[1]}`,
    ),
  );
  expect(foreign).toEqual([]);
  const globals = sources.filter((name) =>
    /\b(process\.|Buffer\b|require\(|__dirname|globalThis\.process|Date\.now|new Date\(\)|Math\.random|localeCompare|toLocale)/.test(
      readFileSync(new URL(name, root), 'utf8'),
    ),
  );
  expect(globals).toEqual([]);
});
