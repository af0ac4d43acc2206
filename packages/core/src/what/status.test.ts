import { expect, it } from 'vitest';
import { createCoder } from '../index.js';

const coder = createCoder();

/** The status of the first event of a type in a text published on 10 March 2021, a Wednesday. */
function status(type: string, text: string): string | undefined {
  return coder.code({ id: 'test', published: '2021-03-10T12:00:00+00:00', text }).find((m) => m.type === type)?.status;
}

it.each([
  ['a headline in the present tense', 'CONSULT', 'الرئيس الفرنسي يزور مصر'],
  ['an attempted killing', 'ASSAULT', 'اتهمت بريطانيا روسيا بمحاولة اغتيال ضابط سابق.'],
  ['what a negated verb stops at', 'ASSAULT', 'لم تكتف إسرائيل بقصف سوريا.'],
  ['an event beside what is negated', 'CONSULT', 'لم تتغير الأسعار منذ قمة الرئيسين الروسي والتركي في سوتشي.'],
  ['what came next behind قبل أن', 'CONSULT', 'التقى الرئيس الفرنسي نظيره الروسي الاثنين قبل أن يجتمع مع نظيره التركي.'],
  ['a prohibition', 'REQUEST', 'قال الرئيس الفرنسي: لا يجب أن تمتلك إيران أسلحة نووية.'],
])('%s is actual', (_, type, text) => expect(status(type, text)).toBe('actual'));

it.each([
  ['the future tense', 'CONSULT', 'سيلتقي الرئيس الفرنسي نظيره الروسي في موسكو.'],
  ['من المقرر أن', 'CONSULT', 'ومن المقرر أن يلتقي الرئيس الفرنسي نظيره الروسي في موسكو.'],
  ['من المتوقع أن', 'CONSULT', 'ومن المتوقع أن يزور الرئيس الفرنسي موسكو.'],
  ['an adjective', 'CONSULT', 'ارتفعت الأسعار مع اقتراب القمة المرتقبة بين الرئيسين الأميركي والروسي.'],
  ['what it comes before', 'CONSULT', 'ارتفعت أسعار النفط قبيل قمة الرئيسين الأميركي والروسي.'],
  ['the verb whose subject it is', 'CONSULT', 'وأوضح الوزير أن اللقاء بين الرئيسين الأميركي والروسي سيعقد في جنيف.'],
])('told ahead by %s: future', (_, type, text) => expect(status(type, text)).toBe('future'));

it('talks that one sentence plans are planned in the others', () => {
  const text = 'قمة الرئيسين الأميركي والروسي تشغل الصحف\nومن المقرر أن يلتقي الرئيس الأميركي نظيره الروسي في جنيف الشهر المقبل.';
  expect(coder.code({ id: 'test', published: '2021-03-10T12:00:00+00:00', text }).map((m) => m.status)).toEqual(['future', 'future']);
});

it.each([
  ['a condition behind إذا', 'ASSAULT', 'وقال الوزير إن الوضع سيتدهور إذا قصفت إسرائيل إيران.'],
  ['a condition behind إن', 'ASSAULT', 'وقال الوزير: سيتدهور الوضع إن قصفت إسرائيل إيران.'],
  ['a condition on a noun', 'ASSAULT', 'وتدهور الأسعار متوقع في حال قصف إسرائيل إيران.'],
  ['قد with the present tense', 'ASSAULT', 'قد تقصف إسرائيل إيران.'],
  ['a question', 'ASSAULT', 'هل قصفت إسرائيل إيران؟'],
])('%s makes it hypothetical', (_, type, text) => expect(status(type, text)).toBe('hypothetical'));

it.each([
  ['لم', 'ASSAULT', 'لم تقصف إسرائيل إيران.'],
  ['a denial', 'ASSAULT', 'نفت إسرائيل قصف إيران.'],
  ['a denied part in it', 'ASSAULT', 'نفت إسرائيل أي دور لها في قصف إيران.'],
  ['the verb whose subject it is', 'CONSULT', 'وأكد الوزير أن اللقاء بين الرئيسين الأميركي والروسي لم يعقد.'],
])('negated by %s', (_, type, text) => expect(status(type, text)).toBe('negated'));

it.each([
  ['its own year', 'ASSAULT', 'قصفت إسرائيل مفاعلا في سوريا عام 2007.'],
  ['years ago', 'ASSAULT', 'قصفت إسرائيل مفاعلا في سوريا قبل عدة سنوات.'],
  ['سبق أن', 'ACCUSE', 'وسبق أن انتقدت روسيا إيران.'],
  ['the year in which it was said', 'ASSAULT', 'وكان الرئيس الإيراني قد قال عام 2016 إن إسرائيل قصفت سوريا.'],
])('long ago by %s: historical', (_, type, text) => expect(status(type, text)).toBe('historical'));
