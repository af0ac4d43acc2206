// What happened: light verbs, events inside events, mutual acts, visits, briefings, accusations, counts.

import { describe, expect, it } from 'vitest';
import { coder, each, PUBLISHED } from '../../test/mention-lines.js';

describe('a light verb hands its subject to the noun that carries the event', () => {
  each([
    ['عقد وزيرا خارجية تركيا وروسيا مباحثات في أنقرة.', 'CONSULT: TUR GOV, RUS GOV → nobody'],
    ['شن الجيش التركي هجوما على مواقع حزب العمال الكردستاني.', 'ASSAULT: TUR MIL → TUR REB'],
    ['أجرى وزير الخارجية السعودي محادثات مع نظيره الفرنسي.', 'CONSULT: SAU GOV, FRA GOV → nobody'],
    ['قدمت الصين دعما للحكومة الباكستانية.', 'SUPPORT: CHN GOV → PAK GOV'],
    ['وجهت باريس انتقادات لأنقرة.', 'ACCUSE disapprove: FRA GOV → TUR GOV'],
    ['فرضت كندا عقوبات على فنزويلا.', 'SANCTION discontinue: CAN GOV → VEN GOV'],
    ['تلقت أوكرانيا دعما من بولندا.', 'SUPPORT: POL GOV → UKR GOV'],
  ]);
  it.todo(
    'وجه الرئيس الكوري الجنوبي دعوة إلى نظيره الياباني لزيارة سيول. AGREE: KOR GOV → JPN GOV; CONSULT visit: JPN GOV → KOR GOV, hypothetical',
  );
  it.todo('وفي غضون ذلك عقد وزيرا خارجية فرنسا وأوكرانيا محادثات في باريس. CONSULT: FRA GOV, UKR GOV → nobody');
});

describe('an event inside another', () => {
  each([
    ['رحبت قطر بالاتفاق بين إريتريا وإثيوبيا.', 'SUPPORT: QAT GOV → ERI GOV, ETH GOV', 'AGREE: ERI GOV, ETH GOV → nobody'],
    [
      'رحبت باريس بوقف إطلاق النار بين أوكرانيا والانفصاليين.',
      'SUPPORT: FRA GOV → UKR GOV, UKR REB',
      'RETREAT ceasefire: UKR GOV, UKR REB → nobody',
    ],
    ['أدانت الأردن الهجوم الإسرائيلي على غزة.', 'ACCUSE disapprove: JOR GOV → ISR GOV', 'ASSAULT: ISR GOV → PSE'],
    ['أدانت السعودية تفجيرا في كابول.', 'ACCUSE disapprove: SAU GOV → --- UAF', 'ASSAULT explosives: --- UAF → nobody'],
    ['أشادت سويسرا بالمحادثات بين الأرجنتين وتشيلي.', 'SUPPORT: CHE GOV → ARG GOV, CHL GOV', 'CONSULT: ARG GOV, CHL GOV → nobody'],
    ['تعتزم ألمانيا فرض عقوبات على ميانمار.', 'SANCTION discontinue: DEU GOV → MMR GOV, future'],
  ]);
});

describe('what is mutual has its makers as actors', () => {
  each([
    ['اتفقت مصر واليونان على ترسيم الحدود.', 'AGREE: EGY GOV, GRC GOV → nobody'],
    ['اشتبك الجيش الهندي مع القوات الباكستانية في كشمير.', 'ASSAULT: IND MIL, PAK MIL → nobody'],
    ['تبادلت إسرائيل وحماس القصف.', 'ASSAULT: ISR GOV, PSE REB PTY → nobody'],
    ['وقعت اشتباكات بين القوات الأرمينية والأذربيجانية.', 'ASSAULT: ARM MIL, AZE MIL → nobody'],
    ['أبرمت بنما والصين معاهدة.', 'SUPPORT: PAN GOV, CHN GOV → nobody'],
  ]);
  it.todo('اندلعت اشتباكات بين الجيش اللبناني ومسلحين في عرسال. ASSAULT: LBN MIL, --- UAF → nobody');
});

describe('a visitor visits a host', () => {
  each([
    ['وصل الرئيس التركي إلى الدوحة اليوم.', 'CONSULT visit: TUR GOV → QAT GOV'],
    ['غادر وزير الخارجية الأمريكي واشنطن إلى بيونغ يانغ.', 'CONSULT visit: USA GOV → PRK GOV'],
    ['أنهى الرئيس السنغالي زيارة إلى باريس.', 'CONSULT visit: SEN GOV → FRA GOV'],
    ['اختتم رئيس وزراء الهند زيارته إلى الأردن.', 'CONSULT visit: IND GOV → JOR GOV'],
    ['يزور العاهل البحريني موسكو الأسبوع المقبل.', 'CONSULT visit: BHR GOV → RUS GOV, future'],
  ]);
  it.todo('استضاف الرئيس النمساوي نظيره السلوفاكي. CONSULT visit: SVK GOV → AUT GOV');
});

describe('a judgement reproaches whoever it is passed on', () => {
  each([
    ['اعتبرت اليونان الخطوة التركية غير قانونية.', 'ACCUSE disapprove: GRC GOV → TUR GOV'],
    ['قال الرئيس القبرصي إن تصريحات تركيا استفزاز خطير.', 'ACCUSE disapprove: CYP GOV → TUR GOV, says CYP GOV'],
    [
      'قال الرئيس المالي إن فرنسا مسؤولة عن الهجوم.',
      'ACCUSE allege: MLI GOV → FRA GOV, says MLI GOV',
      'ASSAULT: FRA GOV → nobody, says MLI GOV',
    ],
    [
      'قالت كندا إن الهند متورطة بمحاولة اغتيال.',
      'ACCUSE allege: CAN GOV → IND GOV, says CAN GOV',
      'ASSAULT targeted: IND GOV → nobody, says CAN GOV',
    ],
    ['قال الوزير الألماني إن بولندا فشلت في تنفيذ الاتفاق.', 'ACCUSE disapprove: DEU GOV → POL GOV, says DEU GOV'],
    ['قال الوزير الألماني إن المجر مستمرة في خداعنا.', 'ACCUSE allege: DEU GOV → HUN GOV, says DEU GOV'],
    ['احتجت كينيا إلى السفير الصومالي في نيروبي.', 'ACCUSE disapprove: KEN GOV → SOM GOV'],
  ]);
});

describe('who does it stands elsewhere in the sentence', () => {
  each([
    ['حاول مسلحون اقتحام مقر الشرطة في كركوك.', 'ASSAULT: --- UAF → IRQ COP'],
    ['نفذ فلسطيني عملية دهس بسيارة في القدس.', 'ASSAULT: PSE CVL → nobody'],
    [
      'اتهمت السعودية إيران بالتورط في اغتيال دبلوماسيين سعوديين.',
      'ACCUSE allege: SAU GOV → IRN GOV',
      'ASSAULT targeted: IRN GOV → SAU GOV, says SAU GOV',
    ],
    ['قررت المحكمة المصرية حبس الناشط المصري.', 'COERCE arrest: EGY JUD → EGY CVL'],
  ]);
  it.todo('تظاهر أردنيون في عمان للتنديد بالقرار الأميركي. PROTEST demo: JOR CVL → USA GOV; ACCUSE disapprove: JOR CVL → USA GOV');
});

describe('a threat is for whoever must meet its condition', () => {
  each([
    [
      'كينيا تهدد بإجراءات جذرية إن تخلى الرئيس الأوغندي عن الاتفاق.',
      'THREATEN: KEN GOV → UGA GOV',
      'SANCTION withdraw: UGA GOV → nobody, hypothetical',
    ],
  ]);
});

describe('a pronoun before the verb is its subject', () => {
  each([['قال الرئيس الأرميني إنه التقى الرئيس الروسي.', 'CONSULT: ARM GOV, RUS GOV → nobody, says ARM GOV']]);
});

describe('what an event is made of tells between whom', () => {
  each([['تم توقيع اتفاق بين الصين وباكستان.', 'SUPPORT: CHN GOV, PAK GOV → nobody']]);

  it('and when', () => {
    const [signing] = coder.code({ id: 'test', text: 'تم توقيع الهدنة بين الكوريتين عام 1953.', published: PUBLISHED });
    expect(signing?.date?.start).toBe('1953-01-01');
  });
});

describe('who takes part is told by the act around it', () => {
  each([
    ['ووجهت اليونان دعوة للرئيس البلغاري لزيارتها.', 'AGREE: GRC GOV → BGR GOV', 'CONSULT visit: BGR GOV → GRC GOV, hypothetical'],
    ['سيطر الجيش التركي على مدينة عفرين بعد طرد الفصائل الكردية.', 'COERCE seize: TUR MIL → SYR', 'COERCE deport: TUR MIL → SYR REB'],
  ]);
});

describe('what somebody must do is asked of him', () => {
  each([
    ['قال الوزير السعودي إن على إيران احترام حسن الجوار.', 'REQUEST change: SAU GOV → IRN GOV, says SAU GOV'],
    ['قال الوزير الكيني إن على الصومال أن يطالب إثيوبيا بالانسحاب.', 'REQUEST change: KEN GOV → SOM GOV, says KEN GOV'],
    ['أكد الوزير الكيني أن على الصومال أن يحترم الحدود.', 'REQUEST change: KEN GOV → SOM GOV, says KEN GOV'],
    [
      'قالت منظمة العفو الدولية إن على السلطات المصرية وقف اعتقال المعارضين.',
      'REQUEST change: NGO → EGY GOV, says NGO',
      'COERCE arrest: nobody → EGY OPP, hypothetical, says NGO',
    ],
  ]);
});

describe('who briefs is the actor', () => {
  each([['أطلع وزير الخارجية الإيراني نظيره العراقي على الملف النووي.', 'CONSULT: IRN GOV → IRQ GOV']]);
  it.todo('أطلع المبعوث الأممي مجلس الأمن على نتائج الزيارة. CONSULT: UNO → UNO');
  it.todo('أبلغ وزير الخارجية الروسي نظيره التركي بتفاصيل الاتفاق. CONSULT: RUS GOV → TUR GOV');
  it.todo('أحاط السفير السويدي الحكومة الكورية الجنوبية علما بالمحادثات. CONSULT: SWE GOV → KOR GOV');
});

describe('the accused does what he is accused of, and the accuser says it', () => {
  each([
    ['اتهمت الرياض طهران بتزويد الحوثيين بالصواريخ.', 'ACCUSE allege: SAU GOV → IRN GOV', 'AID: IRN GOV → YEM REB, says SAU GOV'],
    ['اتهمت جورجيا روسيا بشن هجوم على الجيش الجورجي.', 'ACCUSE allege: GEO GOV → RUS GOV', 'ASSAULT: RUS GOV → GEO MIL, says GEO GOV'],
    ['اتهمت كوبا كندا بطرد دبلوماسي كوبي.', 'ACCUSE allege: CUB GOV → CAN GOV', 'SANCTION expel: CAN GOV → CUB GOV, says CUB GOV'],
  ]);
  it.todo('اتهمت واشنطن موسكو بقصف مدنيين في سوريا. ACCUSE allege: USA GOV → RUS GOV; ASSAULT: RUS GOV → SYR CVL, says USA GOV');
});

describe('what did not happen, or not yet', () => {
  each([
    ['لم يزر الرئيس المصري طهران.', 'CONSULT visit: EGY GOV → IRN GOV, negated'],
    ['نفى الجيش الباكستاني مقتل جنود هنود.', 'ASSAULT: nobody → IND MIL, negated, says PAK MIL'],
    ['قد يزور الرئيس الأمريكي لندن.', 'CONSULT visit: USA GOV → GBR GOV, hypothetical'],
    ['سيلتقي الرئيس الكوري الجنوبي نظيره الصيني الشهر المقبل.', 'CONSULT: KOR GOV, CHN GOV → nobody, future'],
    ['من المقرر أن يلتقي الوزيران المصري والسوداني الخميس.', 'CONSULT: EGY GOV, SDN GOV → nobody, future'],
    ['يمكن أن تفرض واشنطن عقوبات على أنقرة.', 'SANCTION discontinue: USA GOV → TUR GOV, hypothetical'],
    ['زار الرئيس الأمريكي هافانا عام 2016.', 'CONSULT visit: USA GOV → CUB GOV, historical'],
  ]);
  it.todo('نفت أنقرة قصف المستشفى السوري. ASSAULT: TUR GOV → SYR MED, negated');
});

describe('numbers that the text gives', () => {
  it.each<[sentence: string, ...counts: string[]]>([
    ['قتلت القوات الإسرائيلية ثلاثة فلسطينيين في غزة.', 'killed 3'],
    ['قتلت غارة روسية 12 مدنيا سوريا.', 'killed 12'],
    ['اعتقلت القوات الإسرائيلية عشرة فلسطينيين في الخليل.', 'arrested 10'],
    ['أصيب 14 جنديا أوكرانيا في هجوم روسي.', 'injured 14'],
    ['قتل الجيش المصري 15 مسلحا.', 'killed 15'],
    ['أدى هجوم لحركة الشباب إلى مقتل عشرين جنديا صوماليا.', 'killed 20'],
    ['قدمت اليابان مئة مليون دولار مساعدات إلى الأردن.', 'money 100000000'],
    ['قتل خمسة جنود أتراك في اشتباكات مع مسلحين أكراد.', 'killed 5'],
    ['اعتقلت الشرطة التركية 45 متظاهرا في إسطنبول.', 'arrested 45'],
    ['قتل 12 مدنيا وأصيب 30 آخرون في غارة روسية على إدلب.', 'killed 12', 'injured 30'],
    ['أسفر تفجير انتحاري في كابول عن مقتل 20 شخصا وإصابة 50.', 'killed 20', 'injured 50'],
    ['تظاهر نحو خمسة آلاف شخص في برلين ضد الحرب.', 'participants 5000'],
    ['قتل ما لا يقل عن سبعة مدنيين في قصف تركي على عفرين.', 'killed 7'],
    ['قتل ما بين ثلاثة وخمسة جنود أتراك في هجوم روسي.', 'killed 3-5'],
    ['قُتل ألفا شخص في القصف الروسي على حلب.', 'killed 2000'],
  ])('%s', (text, ...expected) => {
    const [mention] = coder.code({ id: 'test', text, published: PUBLISHED });
    expect(mention?.counts.map((c) => `${c.kind} ${c.low}${c.high === c.low ? '' : `-${c.high}`}`)).toEqual(expected);
  });
});

describe('what a mention is about', () => {
  it('is the event inside it', () => {
    const [welcome, agreement] = coder.code({ id: 'test', text: 'رحبت قطر بالاتفاق بين إريتريا وإثيوبيا.', published: PUBLISHED });
    expect([welcome?.about, agreement?.about]).toEqual([agreement?.id, null]);
  });

  it('is nothing where no event is inside it', () => {
    const [praise] = coder.code({ id: 'test', text: 'أشاد الرئيس الصيني بالحكومة الباكستانية.', published: PUBLISHED });
    expect(praise?.about).toBeNull();
  });
});
