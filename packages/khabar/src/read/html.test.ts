import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeProblem, type Problem } from '../errors.js';
import { readHtml } from './html.js';

const PARAGRAPH =
  'التقى وزير الخارجية العراقي نظيره التركي في أنقرة، وبحثا سبل تعزيز العلاقات بين البلدين، واتفقا على مواصلة المشاورات في الأيام المقبلة.';
const SECOND =
  'وقال الوزير في مؤتمر صحفي إن المحادثات كانت مثمرة، وإن الجانبين سيوقعان اتفاقا جديدا للتعاون في مجال الطاقة خلال الشهر المقبل.';
const HEADLINE = 'وزير الخارجية العراقي يلتقي نظيره التركي';

function page(parts: { head?: string; before?: string; inside?: string }): string {
  return `<!doctype html><html lang="ar"><head><title>${HEADLINE} - صحيفة المثال</title>${parts.head ?? ''}</head><body>
    <div class="menu"><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></div>
    <article><h1>${HEADLINE}</h1>${parts.before ?? ''}<p>${PARAGRAPH}</p>${parts.inside ?? ''}<p>${SECOND}</p></article>
    <div class="footer">جميع الحقوق محفوظة</div></body></html>`;
}

async function readPage(html: string | Uint8Array) {
  const problems: Problem[] = [];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(html);
  }
  for await (const { article } of readHtml('page.html', chunks(), (problem) => problems.push(problem))) {
    return { article, codes: problems.map(({ code }) => code) };
  }
  return { article: null, codes: problems.map(({ code }) => code) };
}

async function publishedOf(parts: Parameters<typeof page>[0]): Promise<string | null | undefined> {
  return (await readPage(page(parts))).article?.published;
}

test('the article is read without the site around it', async () => {
  const { article, codes } = await readPage(page({}));
  expect(article).toMatchObject({
    id: 'page.html',
    title: HEADLINE,
    source: 'صحيفة المثال',
    published: null,
    text: `${PARAGRAPH}\n${SECOND}`,
  });
  expect(codes).toEqual([]);
});

test('captions, whole-line links and the printed date are no text', async () => {
  const { article } = await readPage(
    page({
      before: '<div class="post-date">السبت 10 أكتوبر 2020</div>',
      inside:
        '<figure><img src="a.jpg"><figcaption>صورة من اللقاء</figcaption></figure><img src="b.jpg"><div>الوزيران في أنقرة</div><p><a href="/other">خبر آخر</a></p>',
    }),
  );
  expect(article?.text).toBe(`${PARAGRAPH}\n${SECOND}`);
});

test('the canonical link and the site name are taken', async () => {
  const head = '<link rel="canonical" href="https://example.com/a/1"><meta property="og:site_name" content="المثال">';
  expect((await readPage(page({ head }))).article).toMatchObject({ url: 'https://example.com/a/1', source: 'المثال' });
});

test('the date comes from JSON-LD, before the meta elements', async () => {
  const head = `<meta property="article:published_time" content="2020-12-24T23:59:50+00:00">
    <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2020-12-25T01:59:50+02:00"}]}</script>`;
  expect(await publishedOf({ head })).toBe('2020-12-25T01:59:50+02:00');
});

test('a page that builds its text with a script is read from its JSON-LD', async () => {
  const data = JSON.stringify({ '@type': 'NewsArticle', headline: HEADLINE, articleBody: `${PARAGRAPH}\n${SECOND}` });
  const html = `<html><head><title>${HEADLINE}</title><script type="application/ld+json">${data}</script></head><body><div id="app"></div></body></html>`;
  expect((await readPage(html)).article).toMatchObject({ title: HEADLINE, text: `${PARAGRAPH}\n${SECOND}` });
});

test('broken JSON-LD is passed over', async () => {
  const head =
    '<script type="application/ld+json">{"@type": oops</script><meta property="article:published_time" content="2020-06-03T03:01+0400">';
  expect(await publishedOf({ head })).toBe('2020-06-03T03:01:00+04:00');
});

test.each([
  ['itemprop', '<meta itemprop="datePublished" content="2020-06-03T03:01:00+04:00">'],
  ['name', '<meta name="pubdate" content="2020-06-03T03:01:00+04:00">'],
  ['mail form', '<meta name="date" content="Wed, 03 Jun 2020 03:01:00 +0400">'],
  ['mail form, offset behind GMT', '<meta name="date" content="Wed, 3 June 2020 3:01:00 GMT+04:00">'],
])('the date comes from a meta element (%s)', async (_, head) => {
  expect(await publishedOf({ head })).toBe('2020-06-03T03:01:00+04:00');
});

test('the date comes from a time element in the article', async () => {
  expect(await publishedOf({ before: '<time datetime="2020-06-03T03:01:00+04:00">3 يونيو</time>' })).toBe('2020-06-03T03:01:00+04:00');
});

test.each([
  ['03 يونيو 2020', '2020-06-03'],
  ['الجمعة 24 نيسان / أبريل 2020 09:22 مساءً', '2020-04-24'],
  ['الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21', '2013-08-04'],
  ['٢٥ كانون الأول ٢٠٢٠', '2020-12-25'],
  ['9 شتنبر 2021', '2021-09-09'],
  ['1 جويلية 2019', '2019-07-01'],
  ['نشر في 05/11/2019', '2019-11-05'],
])('the date comes from print: %s', async (printed, day) => {
  const { article, codes } = await readPage(page({ before: `<div class="article_created">${printed}</div>` }));
  expect(article?.published).toBe(`${day}T00:00:00+00:00`);
  expect(codes).toEqual(['KH406']);
});

test("the date of the day in the site's menu is not the article's", async () => {
  const html = page({}).replace('<div class="menu">', '<nav><span class="date">1 يناير 2024</span></nav><div class="menu">');
  expect((await readPage(html)).article?.published).toBeNull();
});

test('the date comes from the address where nothing else tells it', async () => {
  expect(await publishedOf({ head: '<link rel="canonical" href="https://example.com/story/2020/8/24/x/4943459">' })).toBe(
    '2020-08-24T00:00:00+00:00',
  );
});

test('a page in UTF-8 that declares Windows-1256 is read as UTF-8', async () => {
  const { article, codes } = await readPage(page({ head: '<meta charset="windows-1256">' }));
  expect([article?.title, codes]).toEqual([HEADLINE, ['KH304']]);
});

function inWindows1256(html: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(html, (letter) => table.get(letter) ?? 0x3f);
}

test('a page in Windows-1256 that says so is read as it says', async () => {
  const { article, codes } = await readPage(
    inWindows1256(page({ head: '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">' })),
  );
  expect([article?.title, codes]).toEqual([HEADLINE, []]);
});

test('a page in Windows-1256 that declares UTF-8 is read as what it is', async () => {
  const { article, codes } = await readPage(inWindows1256(page({ head: '<meta charset="utf-8">' })));
  expect([article?.title, codes]).toEqual([HEADLINE, ['KH304']]);
});

test('a broken byte outside the article does no harm, one inside refuses it', async () => {
  const outside = Buffer.from(page({ before: '<!-- X -->' }));
  outside[outside.indexOf('X')] = 0xff;
  expect((await readPage(outside)).article?.text).toBe(`${PARAGRAPH}\n${SECOND}`);
  const inside = Buffer.from(page({ inside: '<p>وأضاف X الوزير أن اللقاء القادم سيكون في بغداد.</p>' }));
  inside[inside.indexOf('X')] = 0xff;
  expect(await readPage(inside)).toEqual({ article: null, codes: ['KH301'] });
});

test('a page without an article is named', async () => {
  expect(await readPage('<html><head><title>x</title></head><body></body></html>')).toEqual({ article: null, codes: ['KH207'] });
});

test('a page nested without end is refused at once', async () => {
  const html = `<html><body>${'<div>'.repeat(50_000)}${PARAGRAPH}`;
  expect(await readPage(html)).toEqual({ article: null, codes: ['KH207'] });
});

test('a problem says where it is, what it is and how to mend it', () => {
  expect(describeProblem({ code: 'KH207', at: { path: 'page.html' } })).toBe(
    "page.html: error KH207: no article found in the page. Mend: save the article's text as .txt.",
  );
});

const READ_ALSO = '<a href="/1">رئيس الوزراء يستقبل وفدا برلمانيا من دولة مجاورة</a>';

test.each([
  ['a box of other articles', `<div class="related-posts"><h4>أخبار ذات صلة</h4><ul><li>${READ_ALSO}</li></ul></div>`],
  ['"read also" before a link', `<p><strong>اقرأ أيضا: ${READ_ALSO}</strong></p>`],
  ['"read also" over a link', `<p>اقرأ أيضا</p><p>${READ_ALSO}</p>`],
  [
    'a cookie notice',
    '<div class="cookie-banner"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك، وبمواصلة التصفح فإنك توافق على ذلك.</p></div>',
  ],
  ['a newsletter', '<div class="newsletter-box"><p>اشترك في نشرتنا البريدية ليصلك كل جديد من أخبار المنطقة كل صباح.</p></div>'],
  ['buttons for sharing', '<ul class="social-share"><li>شارك</li><li>فيسبوك</li></ul>'],
  ['an invitation to a channel', '<p>تابعوا آخر الأخبار عبر <a href="https://t.me/x">تلغرام</a></p>'],
  ['a picture credit', '<span class="photo-credit">تصوير: وكالة المثال</span>'],
  ['a caption by its class', '<div><img src="a.jpg"><p class="wp-caption-text">الوزيران خلال المؤتمر الصحفي</p></div>'],
  ['an advertisement', '<div class="ad-container">إعلان</div>'],
])('%s is no text', async (_, inside) => {
  expect((await readPage(page({ inside }))).article?.text).toBe(`${PARAGRAPH}\n${SECOND}`);
});

test('a link within a sentence, and a short line before a paragraph, are text', async () => {
  const inside = '<p>وكان الوزير قد <a href="/old">زار أنقرة الشهر الماضي</a> لبحث ملف المياه.</p><h2>زيارة سابقة</h2>';
  expect((await readPage(page({ inside }))).article?.text).toBe(
    `${PARAGRAPH}\nوكان الوزير قد زار أنقرة الشهر الماضي لبحث ملف المياه.\nزيارة سابقة\n${SECOND}`,
  );
});

test('an article is none of the boxes, whatever its element is called', async () => {
  const html = page({})
    .replace('<article>', '<article class="share-enabled"><div class="social related">')
    .replace('</article>', '</div></article>');
  expect((await readPage(html)).article?.text).toBe(`${PARAGRAPH}\n${SECOND}`);
});

test('nor is an article of one paragraph', async () => {
  const html = `<html><head><title>${HEADLINE}</title></head><body><h1>${HEADLINE}</h1><div class="body ads-enabled social"><p>${PARAGRAPH}</p></div></body></html>`;
  expect((await readPage(html)).article?.text).toBe(PARAGRAPH);
});

const SHARED_PAGES = new URL('../../../../../shared/web/', import.meta.url);

test.skipIf(!existsSync(SHARED_PAGES))('real pages give their headline, day and first words (skipped where they are missing)', async () => {
  const pages = JSON.parse(readFileSync(new URL('pages.json', SHARED_PAGES), 'utf8')) as { file: string; date: string; title: string }[];
  for (const { file, date, title } of pages) {
    const { article } = await readPage(readFileSync(new URL(file, SHARED_PAGES)));
    expect(article?.published?.slice(0, 10), file).toBe(date);
    expect(title.startsWith(article?.title ?? '?'), file).toBe(true);
  }
});

/** Share of the words of both texts that both have, each as often as it stands there. */
function wordsInCommon(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => text.split(/\s+/).filter((word) => word !== ''));
  const left = [...(other ?? [])];
  const common = (one ?? []).filter((word) => left.includes(word) && left.splice(left.indexOf(word), 1));
  return common.length / Math.max(one?.length ?? 0, other?.length ?? 0);
}

test.skipIf(!existsSync(SHARED_PAGES))(
  'a real page gives its text, as far as the reference goes (skipped where it is missing)',
  async () => {
    const { expected } = JSON.parse(readFileSync(new URL('cnn_arabic.json', SHARED_PAGES), 'utf8')) as {
      expected: { cleaned_text: string };
    };
    const { article } = await readPage(readFileSync(new URL('cnn_arabic.html', SHARED_PAGES)));
    const reference = expected.cleaned_text;
    expect(article?.published?.slice(0, 10)).toBe('2013-08-04');
    expect(wordsInCommon(article?.text.slice(0, reference.length) ?? '', reference)).toBeGreaterThanOrEqual(0.95);
  },
);
