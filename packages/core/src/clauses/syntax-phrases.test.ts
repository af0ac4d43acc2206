// Where noun phrases begin and end, which words are verbs, and what hangs on what.

import { describe, expect, it } from 'vitest';
import { coder, PUBLISHED, sides } from '../../test/mention-lines.js';
import type { Mention } from '../types.js';

/** A mention in a line: type, who → to whom. */
const line = ({ type, actors, recipients }: Mention): string => `${type}: ${sides(actors)} → ${sides(recipients)}`;

/** A sentence and its mentions, in order. */
function each(cases: [sentence: string, ...mentions: string[]][]): void {
  it.each(cases)('%s', (text, ...expected) => expect(coder.code({ id: 'test', text, published: PUBLISHED }).map(line)).toEqual(expected));
}

describe('names behind و go on with the list', () => {
  each([
    ['نددت باريس ولندن وبكين بالهجوم على الخرطوم.', 'ACCUSE: FRA GOV, GBR GOV, CHN GOV → nobody', 'ASSAULT: nobody → SDN GOV'],
    ['انتقدت تركيا و مصر قرار اليونان.', 'ACCUSE: TUR GOV, EGY GOV → GRC GOV'],
    ['محادثات السويد والنرويج في جنيف.', 'CONSULT: SWE GOV, NOR GOV → nobody'],
    ['وكانت إيطاليا وإسبانيا اتفقتا في مايو 2018 على تبادل السفراء.', 'AGREE: ITA GOV, ESP GOV → nobody'],
  ]);
});

describe('a verb that looks like a noun', () => {
  each([
    ['وكان الوزير التونسي أجرى اتصالا مع نظيره المصري.', 'CONSULT: TUN GOV, EGY GOV → nobody'],
    ['وكان الرئيس الصربي بحث مع المستشارة الألمانية ملف كوسوفو.', 'CONSULT: SRB GOV, DEU GOV → nobody'],
    ['من جانبه دعا الرئيس الكيني أوغندا إلى الحوار.', 'REQUEST: KEN GOV → UGA GOV'],
    ['وقتل تسعة جنود ماليين في كمين نصبه مسلحون.', 'ASSAULT: --- UAF → MLI MIL'],
    ['شنت طائرات تركية غارة في شمال العراق قتل فيها مدني كردي.', 'ASSAULT: TUR MIL → IRQ CVL'],
    ['تركيا ومصر توقعان إعلانا للتعاون.', 'SUPPORT: TUR GOV, EGY GOV → nobody'],
  ]);
});

describe('the object by its ending, or since the subject is carried over', () => {
  each([
    ['اعتقلت السلطات التونسية، الاثنين، ناشطا جزائريا.', 'COERCE: TUN GOV → DZA CVL'],
    ['انتقدت منظمة العفو الدولية الحكم، وطالبت القاهرة بوقف التنفيذ.', 'ACCUSE: NGO → nobody', 'REQUEST: NGO → EGY GOV'],
    [
      'التقى الرئيس التشادي السفير الفرنسي، واتهم المتمردين بخرق الهدنة.',
      'CONSULT: TCD GOV, FRA GOV → nobody',
      'ACCUSE: TCD GOV → TCD REB',
      'ASSAULT: TCD REB → nobody',
    ],
    ['اعتقلت الشرطة المصرية عشرين ناشطا.', 'COERCE: EGY COP → EGY CVL'],
    ['أعدمت السعودية نحو 150 شخصا.', 'ASSAULT: SAU GOV → SAU CVL'],
    ['ورشق شبان فلسطينيون رجال الأمن بالحجارة.', 'PROTEST: PSE CVL → PSE COP'],
    ['أدانت النرويج إغلاق إسرائيل معبر رفح.', 'ACCUSE: NOR GOV → ISR GOV'],
  ]);
});

describe('participles', () => {
  each([
    ['إيران مستعدة للحوار مع السعودية.', 'AGREE: IRN GOV → SAU GOV', 'CONSULT: IRN GOV, SAU GOV → nobody'],
    ['انتقد الرئيس البرازيلي الأرجنتين، متهما إياها بالتجسس.', 'ACCUSE: BRA GOV → ARG GOV', 'ACCUSE: BRA GOV → ARG GOV'],
    ['أعلنت وزارة الخارجية الروسية انسحابها، متهمة بريطانيا بالكذب.', 'SANCTION: RUS GOV → nobody', 'ACCUSE: RUS GOV → GBR GOV'],
  ]);
});

describe('clauses inside clauses', () => {
  each([
    ['الرئيس الفرنسي، الذي وصل الأحد، التقى نظيره الجزائري.', 'CONSULT: FRA GOV, DZA GOV → nobody'],
    ['الوزير التركي، وهو مقرب من الرئيس، انتقد ألمانيا.', 'ACCUSE: TUR GOV → DEU GOV'],
    ['قدمت الكويت مشروع قرار يدعو إسرائيل إلى وقف القصف.', 'REQUEST: KWT GOV → ISR GOV'],
    ['وصف وزير الدفاع الإسرائيلي إعلان ترامب بأنه شجاع.', 'SUPPORT: ISR GOV MIL → USA GOV'],
    ['السودان: الجيش يعلق مشاركته وواشنطن تفرض عقوبات على الخرطوم.', 'REJECT: SDN MIL → nobody', 'SANCTION: USA GOV → SDN GOV'],
  ]);
});

describe('titles, names and brackets', () => {
  each([
    ['قال مساعد ترامب السابق مايكل فلين إن روسيا هاجمت أوكرانيا.', 'ASSAULT: RUS GOV → UKR GOV'],
    ['رحبت دول شرق أفريقيا (إيغاد) بالاتفاق بين إثيوبيا وإريتريا.', 'SUPPORT: IGO → ETH GOV, ERI GOV', 'AGREE: ETH GOV, ERI GOV → nobody'],
  ]);
});
