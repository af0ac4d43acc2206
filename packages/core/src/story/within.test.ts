// Which mentions of one article tell of one event.

import { describe, expect, it } from 'vitest';
import { createCoder } from '../index.js';

const coder = createCoder();
const PUBLISHED = '2018-07-18T10:00:00+03:00';

/** The mentions in order, each with the number of its event: `اتصالا 1`. */
function story(...sentences: string[]): string[] {
  const events: string[] = [];
  return coder.code({ id: 'test', text: sentences.join('\n'), published: PUBLISHED }).map((m) => {
    if (!events.includes(m.event)) events.push(m.event);
    return `${m.trigger.text} ${events.indexOf(m.event) + 1}`;
  });
}

describe('one event', () => {
  it('is a phone call told four times', () => {
    expect(
      story(
        'أجرى الرئيس الفرنسي اتصالا هاتفيا بنظيره الأوكراني.',
        'وقال قصر الإليزيه إن الرئيسين بحثا في الاتصال وقف إطلاق النار.',
        'وأشاد الرئيس الفرنسي خلال المكالمة بأوكرانيا.',
        'وهذا الاتصال هو الثاني بين الرئيسين الفرنسي والأوكراني.',
      ),
    ).toEqual(['اتصالا هاتفيا 1', 'بحثا 1', 'وأشاد 2', 'المكالمة 1', 'الاتصال 1']);
  });

  it('is an attack told with its attackers and again without them', () => {
    expect(story('هاجم تنظيم داعش الجيش المصري في سيناء.', 'وقال الجيش المصري إن الهجوم استهدف جنودا مصريين.')).toEqual([
      'هاجم 1',
      'الهجوم 1',
    ]);
  });

  it('is a visit, whoever is named first', () => {
    expect(story('زار الرئيس التركي طهران.', 'واستقبل الرئيس الإيراني نظيره التركي.')).toEqual(['زار 1', 'واستقبل 1']);
  });

  it('carries the id of its first mention', () => {
    const text = 'زار الرئيس التركي طهران.\nواستقبل الرئيس الإيراني نظيره التركي.';
    const [first, second] = coder.code({ id: 'test', text, published: PUBLISHED });
    expect(first?.event).toBe(first?.id);
    expect(second?.event).toBe(first?.id);
    expect(second?.id).not.toBe(first?.id);
  });
});

describe('two events', () => {
  it('are a call and talks of the same two', () => {
    expect(story('أجرى الرئيس الفرنسي اتصالا هاتفيا بنظيره الأوكراني.', 'وعقد وزيرا خارجية فرنسا وأوكرانيا محادثات في باريس.')).toEqual([
      'اتصالا هاتفيا 1',
      'محادثات 2',
    ]);
  });

  it('are acts of the same kind on different days', () => {
    expect(story('زار الرئيس التركي طهران في مايو الماضي.', 'وزار الرئيس التركي طهران الأسبوع الماضي.')).toEqual(['زار 1', 'وزار 2']);
  });

  it.todo('are acts of the same kind on different days: زار الرئيس التركي طهران في 3 مايو. وزارها مجددا في 7 يوليو.');

  it('are an act and its return', () => {
    expect(story('انتقدت تركيا اليونان.', 'وانتقدت اليونان تركيا.')).toEqual(['انتقدت 1', 'وانتقدت 2']);
  });

  it('are a visit that was paid and one that was not', () => {
    expect(story('زار الرئيس التركي طهران.', 'ولم يزر الرئيس التركي طهران.')).toEqual(['زار 1', 'يزر 2']);
  });

  it('are the same act towards two others', () => {
    expect(story('انتقدت تركيا اليونان.', 'وانتقدت تركيا قبرص.')).toEqual(['انتقدت 1', 'وانتقدت 2']);
  });
});
