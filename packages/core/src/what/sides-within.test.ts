// Who acts on whom inside one sentence: members and their wholes, objects and subjects, hosts and visitors, victims and attackers.

import { describe, expect, it } from 'vitest';
import { coder, PUBLISHED, sides } from '../../test/mention-lines.js';
import type { Mention } from '../types.js';

const line = ({ type, actors, recipients }: Mention): string => `${type}: ${sides(actors)} → ${sides(recipients)}`;

/** A text and the mentions that it must hold, among others. */
function each(cases: [text: string, ...mentions: string[]][]): void {
  it.each(cases)('%s', (text, ...expected) =>
    expect(coder.code({ id: 'test', text, published: PUBLISHED }).map(line)).toEqual(expect.arrayContaining(expected)),
  );
}

describe('members tell with من whose they are', () => {
  each([
    ['شن مسلحون من طالبان هجوما على قاعدة للجيش الأفغاني.', 'ASSAULT: AFG REB → AFG MIL'],
    ['هاجم مسلحون من تنظيم داعش قرية في العراق.', 'ASSAULT: IMG REB → nobody'],
  ]);
});

describe('what the verb cannot have for its subject is its object', () => {
  each([
    ['انتقدت منظمة العفو الدولية الحكم، وطالبت القاهرة بوقف التنفيذ.', 'REQUEST: NGO → EGY GOV'],
    ['اتهمت فرنسا إيران بالتجسس، وطلبت من ألمانيا تجميد المفاوضات.', 'REQUEST: FRA GOV → DEU GOV'],
  ]);
});

describe('the two whom the text names side by side', () => {
  each([
    ['كانت روسيا وتركيا اتفقتا على إقامة منطقة عازلة.', 'AGREE: RUS GOV, TUR GOV → nobody'],
    ['التقى وفد روسي قادة النيجر، ووقع الطرفان اتفاقا للتعاون.', 'SUPPORT: RUS GOV, NER GOV → nobody'],
  ]);
});

describe('who visits and who is visited', () => {
  each([
    ['أجرى وزير الخارجية الإماراتي محادثات في عمان مع نظيره الأردني.', 'CONSULT: ARE GOV → JOR GOV'],
    ['رحبت الكنيسة بالزيارة التاريخية لولي العهد السعودي لمصر.', 'CONSULT: SAU GOV → EGY GOV'],
  ]);
});

describe('attackers and victims', () => {
  each([
    ['قتل عشرة أشخاص في تفجير انتحاري استهدف جنودا رومانيين في أفغانستان.', 'ASSAULT: --- UAF → AFG CVL, ROU MIL'],
    ['هاجمت فرنسا مواقع النظام السوري مع أمريكا وبريطانيا.', 'ASSAULT: FRA GOV, USA GOV, GBR GOV → SYR GOV'],
    ['قصفت إسرائيل قاعدة التيفور في سوريا.', 'ASSAULT: ISR GOV → SYR MIL'],
    ['رشق فلسطينيون جنودا إسرائيليين بالحجارة.', 'ASSAULT: PSE CVL → ISR MIL'],
    ['نفذت الشرطة المصرية حملة اعتقالات ضد ناشطين.', 'COERCE: EGY COP → EGY CVL'],
  ]);
});

describe('whom an agreement left, a sentence passed or a demand made concerns', () => {
  each([
    ['أعلن ترامب انسحاب بلاده من الاتفاقية مع إيران.', 'SANCTION: USA GOV → IRN GOV'],
    ['قضت محكمة مصرية بسجن ناشط خمس سنوات.', 'SANCTION: EGY JUD → EGY CVL'],
    ['أكدت السويد ضرورة أن تفكك كوريا الشمالية أسلحتها.', 'REQUEST: SWE GOV → PRK GOV'],
    ['وافقت الولايات المتحدة على صفقة لبيع قطر صواريخ.', 'AGREE: USA GOV → QAT GOV'],
  ]);
});

describe('the ministry, the sultanate and the kingdom are those of the article', () => {
  each([
    ['انتقدت الخارجية الروسية بريطانيا. وطالبت الوزارة لندن بتوضيح.', 'REQUEST: RUS GOV → GBR GOV'],
    ['التقى سلطان عمان وفدا قطريا. وهنأت الدوحة السلطنة على نجاح مساعيها.', 'SUPPORT: QAT GOV → OMN GOV'],
  ]);
});
