// How a sentence is read: verbs and nouns, subjects and objects, relative clauses, participles, the passive, quotes.

import { describe, it } from 'vitest';
import { each } from '../../test/mention-lines.js';

describe('verb or noun', () => {
  each([
    ['بحث وزير الخارجية العماني مع نظيره الهندي ملف التجارة.', 'CONSULT: OMN GOV, IND GOV → nobody'],
    ['رفض الرئيس اللبناني المقترح.', 'REJECT: LBN GOV → nobody'],
    ['وعد الرئيس الفرنسي تونس بمساعدات.', 'AGREE: FRA GOV → TUN GOV'],
    ['ووعد الرئيس الفرنسي تونس بالدعم.', 'AGREE: FRA GOV → TUN GOV'],
    ['تدعم فرنسا العراق.', 'SUPPORT: FRA GOV → IRQ GOV'],
    ['طلب الرئيس المالي من الجزائر الوساطة.', 'REQUEST meet: MLI GOV → DZA GOV'],
    ['هجوم تركي على مدينة منبج السورية.', 'ASSAULT: TUR GOV → SYR'],
    ['هاجم الأتراك مدينة منبج السورية.', 'ASSAULT: TUR GOV → SYR'],
    ['زيارة الرئيس البرازيلي إلى بكين.', 'CONSULT visit: BRA GOV → CHN GOV'],
  ]);
  it.todo('أثار رفض الرئيس اللبناني المقترح غضب باريس. REJECT: LBN GOV → nobody');
  it.todo('دعم فرنسا للعراق مستمر. SUPPORT: FRA GOV → IRQ GOV');
});

describe('the verb before its subject, or behind it', () => {
  each([
    ['زار وفد قطري بيروت.', 'CONSULT visit: QAT GOV → LBN GOV'],
    ['الرئيس المصري يزور الخرطوم.', 'CONSULT visit: EGY GOV → SDN GOV'],
    ['يزور الرئيس المصري الخرطوم.', 'CONSULT visit: EGY GOV → SDN GOV'],
    ['روسيا تنتقد ألمانيا.', 'ACCUSE disapprove: RUS GOV → DEU GOV'],
    ['تنتقد روسيا ألمانيا.', 'ACCUSE disapprove: RUS GOV → DEU GOV'],
    ['انتقد الأتراك الألمان.', 'ACCUSE disapprove: TUR GOV → DEU GOV'],
    ['واشنطن تفرض عقوبات على طهران.', 'SANCTION discontinue: USA GOV → IRN GOV'],
    ['روسيا تدين الغارات الإسرائيلية على سوريا.', 'ACCUSE disapprove: RUS GOV → ISR GOV', 'ASSAULT aerial: ISR GOV → SYR GOV'],
    ['إن باكستان اتهمت الهند بالكذب.', 'ACCUSE allege: PAK GOV → IND GOV'],
    ['وكانت إسبانيا قد انتقدت المغرب.', 'ACCUSE disapprove: ESP GOV → MAR GOV'],
  ]);
  it.todo('اتهم الجيش الأوكراني الانفصاليين بقتل جندي أوكراني. ACCUSE allege: UKR MIL → UKR REB; ASSAULT: UKR REB → UKR MIL');
  it.todo('اتهمت الحكومة اليمنية الحوثيين بخرق الهدنة. ACCUSE allege: YEM GOV → YEM REB');
  it.todo('هاجم الجيش السوري المعارضة. ASSAULT: SYR MIL → SYR OPP');
});

describe('a verb without a subject of its own goes on with the one before', () => {
  each([
    ['وصل الأمين العام للأمم المتحدة إلى طرابلس وأشاد بالحكومة الليبية.', 'CONSULT visit: UNO → LBY GOV', 'SUPPORT: UNO → LBY GOV'],
    ['أدانت تركيا الهجوم ودعت واشنطن إلى الحوار.', 'ACCUSE disapprove: TUR GOV → nobody', 'REQUEST meet: TUR GOV → USA GOV'],
    ['انتقد وزير الخارجية المصري إثيوبيا وحذرها من ملء السد.', 'ACCUSE disapprove: EGY GOV → ETH GOV', 'THREATEN: EGY GOV → ETH GOV'],
    ['انسحبت القوات الفرنسية من كيدال ثم هاجمت متمردين ماليين.', 'RETREAT withdraw: FRA MIL → nobody', 'ASSAULT: FRA MIL → MLI REB'],
    ['استقبل الملك المغربي وزير الخارجية الإسباني وأشاد بإسبانيا.', 'CONSULT visit: ESP GOV → MAR GOV', 'SUPPORT: MAR GOV → ESP GOV'],
  ]);
  it.todo('زار الوزير الصيني كابول، والتقى نظيره الأفغاني. CONSULT visit: CHN GOV → AFG GOV; CONSULT: CHN GOV, AFG GOV → nobody');
});

describe('relative clauses', () => {
  each([
    [
      'انتقدت الصين العقوبات التي فرضتها واشنطن على موسكو.',
      'ACCUSE disapprove: CHN GOV → USA GOV',
      'SANCTION discontinue: USA GOV → RUS GOV',
    ],
    ['أشاد الملك المغربي بالرئيس السنغالي الذي زار الرباط.', 'SUPPORT: MAR GOV → SEN GOV', 'CONSULT visit: SEN GOV → MAR GOV'],
    ['رحبت النمسا بالمحادثات التي أجرتها كوسوفو مع صربيا.', 'SUPPORT: AUT GOV → KOS GOV, SRB GOV', 'CONSULT: KOS GOV, SRB GOV → nobody'],
    ['انتقدت نيوزيلندا الهجوم الذي نفذه الجيش الميانماري.', 'ACCUSE disapprove: NZL GOV → MMR MIL', 'ASSAULT: MMR MIL → nobody'],
    ['أدانت الكويت الغارة التي استهدفت الرياض.', 'ACCUSE disapprove: KWT GOV → nobody', 'ASSAULT aerial: nobody → SAU GOV'],
  ]);
  it.todo('أدانت فرنسا الهجوم الذي شنه الحوثيون على السعودية. ACCUSE disapprove: FRA GOV → YEM REB; ASSAULT: YEM REB → SAU GOV');
  it.todo(
    'الوزير الإيطالي الذي زار طرابلس أمس دعا الأطراف الليبية إلى الحوار. CONSULT visit: ITA GOV → LBY GOV; REQUEST meet: ITA GOV → LBY GOV',
  );
  it.todo('رحب الأردن بالاتفاق الذي وقعته كولومبيا والمتمردون. SUPPORT: JOR GOV → COL GOV, COL REB; SUPPORT: COL GOV, COL REB → nobody');
  it.todo(
    'انتقد المغرب الاتفاق الذي وقعته الجزائر مع إيطاليا. ACCUSE disapprove: MAR GOV → DZA GOV, ITA GOV; SUPPORT: DZA GOV, ITA GOV → nobody',
  );
});

describe('coordination', () => {
  each([
    ['زار الرئيس الكيني أديس أبابا وجوبا.', 'CONSULT visit: KEN GOV → ETH GOV, SSD GOV'],
    ['انتقدت مصر والأردن والكويت إيران.', 'ACCUSE disapprove: EGY GOV, JOR GOV, KWT GOV → IRN GOV'],
    ['التقى الرئيس العراقي السفيرين التركي والإيراني.', 'CONSULT: IRQ GOV, TUR GOV, IRN GOV → nobody'],
    ['اجتمع الرئيسان التونسي والجزائري في تونس.', 'CONSULT: TUN GOV, DZA GOV → nobody'],
    ['بحث وزيرا خارجية مصر والسودان ملف المياه.', 'CONSULT: EGY GOV, SDN GOV → nobody'],
    ['اجتمع وزراء دفاع فرنسا وألمانيا وإسبانيا.', 'CONSULT: FRA GOV MIL, DEU GOV MIL, ESP GOV MIL → nobody'],
    ['هددت أمريكا كوريا الشمالية وإيران.', 'THREATEN: USA GOV → PRK GOV, IRN GOV'],
    ['رحبت الأمم المتحدة بالاتفاق بين السودان وجنوب السودان.', 'SUPPORT: UNO → SDN GOV, SSD GOV', 'AGREE: SDN GOV, SSD GOV → nobody'],
    ['انتقدت كل من السويد والنرويج روسيا.', 'ACCUSE disapprove: SWE GOV, NOR GOV → RUS GOV'],
    ['هاجم مسلحون قاعدة للجيش المالي، مستخدمين قذائف الهاون.', 'ASSAULT heavy-weapons: --- UAF → MLI MIL'],
  ]);
});

describe('participles', () => {
  each([
    ['غادر الوزير الروسي دمشق متوجها إلى طهران.', 'CONSULT visit: RUS GOV → IRN GOV'],
    ['رفض الوزير اللبناني العقوبات، مؤكدا أن بيروت تدعم سوريا.', 'REJECT: LBN GOV → nobody', 'SUPPORT: LBN GOV → SYR GOV, says LBN GOV'],
    ['التقى الرئيس القبرصي نظيره اليوناني، منتقدا تركيا.', 'CONSULT: CYP GOV, GRC GOV → nobody', 'ACCUSE disapprove: CYP GOV → TUR GOV'],
    ['التقى رئيس الوزراء الهندي نظيره الياباني، مشيدا باليابان.', 'CONSULT: IND GOV, JPN GOV → nobody', 'SUPPORT: IND GOV → JPN GOV'],
    [
      'انتقدت الخارجية الكوبية واشنطن، داعية إياها إلى رفع الحصار.',
      'ACCUSE disapprove: CUB GOV → USA GOV',
      'REQUEST yield: CUB GOV → USA GOV',
    ],
    ['انتقد الوزير الماليزي أستراليا، متهما إياها بالكذب.', 'ACCUSE disapprove: MYS GOV → AUS GOV', 'ACCUSE allege: MYS GOV → AUS GOV'],
  ]);
  it.todo(
    'دعا الرئيس التركي موسكو إلى الحوار، متهما دمشق بقصف المدنيين. REQUEST meet: TUR GOV → RUS GOV; ACCUSE allege: TUR GOV → SYR GOV; ASSAULT: SYR GOV → SYR CVL',
  );
  it.todo('غادر الرئيس التشادي نجامينا متجها إلى الخرطوم. CONSULT visit: TCD GOV → SDN GOV');
});

describe('what a pronoun or a clause hangs on', () => {
  each([
    [
      'فرضت وزارة الخزانة الأميركية عقوبات على ثلاث شركات صومالية قالت إنها تمول حركة الشباب.',
      'SANCTION discontinue: USA GOV → SOM BUS',
      'AID: SOM BUS → SOM REB, says USA GOV',
    ],
    ['لكن الرئيس الصومالي نفى أن يكون التقى أي مسؤول إثيوبي.', 'CONSULT: SOM GOV, ETH GOV → nobody, negated, says SOM GOV'],
    ['قتلت عبوة زرعها مسلحون، الثلاثاء، ثلاثة مدنيين في كركوك.', 'ASSAULT explosives: --- UAF → IRQ CVL'],
    [
      'رفض قائد الحرس الثوري الإيراني، محمد علي جعفري، الثلاثاء، العرض الأميركي.',
      'REJECT: IRN MIL → USA GOV',
      'AGREE: USA GOV → IRN MIL, hypothetical',
    ],
    [
      'رفضت إثيوبيا الاتهام المصري، وكتب المتحدث باسم خارجيتها: "لن نقبل الاتهامات".',
      'REJECT: ETH GOV → EGY GOV',
      'ACCUSE allege: EGY GOV → nobody',
      'REJECT: ETH GOV → EGY GOV, says ETH GOV',
    ],
  ]);
});

describe('the passive', () => {
  each([
    ['اعتُقل ناشط بحريني في المنامة.', 'COERCE arrest: nobody → BHR CVL'],
    ['تم اعتقال صحفي مصري.', 'COERCE arrest: nobody → EGY JRN'],
    ['عُقدت محادثات بين الهند وباكستان في نيودلهي.', 'CONSULT: IND GOV, PAK GOV → nobody'],
    ['فُرضت عقوبات أوروبية على روسيا.', 'SANCTION discontinue: EUR GOV → RUS GOV'],
    ['قُتل جنديان نيجيريان على يد بوكو حرام.', 'ASSAULT: NGA REB → NGA MIL'],
    ['اعتُقل دبلوماسي أوكراني من قبل السلطات الروسية.', 'COERCE arrest: RUS GOV → UKR GOV'],
  ]);
  it.todo('اعتقل ثلاثة فلسطينيين في الخليل. COERCE arrest: nobody → PSE CVL');
  it.todo('استُقبل الرئيس الصيني في باريس. CONSULT visit: CHN GOV → FRA GOV');
});

describe('what is said has its speaker', () => {
  each([
    ['إيران: لن نتفاوض مع واشنطن', 'CONSULT: IRN GOV, USA GOV → nobody, negated, says IRN GOV'],
    ['قال وزير الخارجية الكيني إن بلاده تدعم الصومال.', 'SUPPORT: KEN GOV → SOM GOV, says KEN GOV'],
    ['وقالت وزارة الخارجية القطرية في بيان إن الدوحة تدعم الحكومة الصومالية.', 'SUPPORT: QAT GOV → SOM GOV, says QAT GOV statement'],
    ['أكد المتحدث باسم الكرملين أن موسكو لن تنسحب من الاتفاق.', 'SANCTION withdraw: RUS GOV → nobody, negated, says RUS GOV'],
    ['وبحسب الشرطة العراقية، هاجم مسلحون حقلا نفطيا.', 'ASSAULT: --- UAF → nobody, says IRQ COP'],
    ['كتب الرئيس الأوكراني على تويتر أن روسيا قصفت قرية أوكرانية.', 'ASSAULT: RUS GOV → UKR GOV, says UKR GOV tweet'],
  ]);
  it.todo('قال الرئيس التركي: "هاجم الجيش السوري مواقعنا". ASSAULT: SYR MIL → TUR GOV, says TUR GOV');
  it.todo('قال الرئيس التركي: "سنرد على الهجوم السوري". THREATEN violence: TUR GOV → SYR GOV; ASSAULT: SYR GOV → nobody, says TUR GOV');
  it.todo('نقلت وكالة رويترز عن مسؤول ليبي قوله إن مسلحين خطفوا صحفيا ألمانيا. ASSAULT abduct: --- UAF → DEU JRN, says LBY agency');
  it.todo('"الجيش السوري قصف دوما"، قال المتحدث باسم المعارضة السورية. ASSAULT: SYR MIL → SYR, says SYR OPP');
});
