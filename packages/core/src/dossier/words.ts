// The words of dossiers in both languages: names of bodies and groups, headings, labels, months. A table and nothing else; reports choose from it.

import type { Channel, EventType, LocalName } from '../types.js';
import type { ConsultationForm, Stage, Stance } from './types.js';

export const LANGUAGES = ['ar', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Words = Record<Language, string>;

const words = (en: string, ar: string): Words => ({ en, ar });

export const BODY_NAMES: Record<string, LocalName> = {
  UNO: words('United Nations', 'الأمم المتحدة'),
  EUR: words('European Union', 'الاتحاد الأوروبي'),
};

/** What a group without a name is called, by its sector, or by its code where that stands for bodies across states. */
const GROUPS: Record<string, Words> = {
  REB: words('rebels', 'متمردون'),
  PRM: words('paramilitaries', 'قوات شبه نظامية'),
  OPP: words('opposition', 'المعارضة'),
  PTY: words('political parties', 'أحزاب سياسية'),
  PRE: words('breakaway authorities', 'سلطات غير معترف بها دوليا'),
  IGO: words('an international organisation', 'منظمة دولية'),
  NGO: words('non-governmental organisations', 'منظمات غير حكومية'),
  IMG: words('an armed group across borders', 'جماعة مسلحة عابرة للحدود'),
  MNC: words('multinational companies', 'شركات متعددة الجنسيات'),
  ISM: words('an international movement', 'حركة دولية'),
};

export function groupName(country: string, sector: string | null, state: LocalName | null): LocalName {
  const group = GROUPS[sector ?? ''] ?? GROUPS[country];
  if (group === undefined) return { ar: null, en: `${country} ${sector ?? ''}`.trim() };
  return state === null ? group : { en: `${state.en ?? country}: ${group.en}`, ar: `${group.ar} (${state.ar ?? country})` };
}

/** The ending of a sound masculine plural, and what it becomes behind a preposition (الحوثيون, the Houthis: بين الحوثيين, between the Houthis). */
export const PLURAL = /ون(?=$| )/g;
export const GENITIVE = 'ين';

export const STANCE_WORDS: Record<Stance, Words> = {
  supports: words('Supports or welcomes', 'تأييد أو ترحيب'),
  ready: words('Ready to help, or promises', 'استعداد أو تعهد'),
  concedes: words('Concedes or eases', 'تنازل أو تخفيف'),
  'calls-for': words('Calls for', 'دعوة أو مطالبة'),
  rejects: words('Rejects', 'رفض'),
  condemns: words('Condemns or criticises', 'إدانة أو انتقاد'),
  accuses: words('Accuses', 'اتهام'),
  threatens: words('Threatens or warns', 'تهديد أو تحذير'),
};

/** What is called for, by the mode of the request. */
export const REQUEST_WORDS: Record<string, Words> = {
  meet: words('Calls for talks or a settlement', 'دعوة إلى الحوار أو التسوية'),
  yield: words('Calls for restraint or a halt', 'دعوة إلى التهدئة أو الكف'),
  change: words('Calls for a change of policy', 'مطالبة بتغيير السياسة'),
  assist: words('Asks for help', 'طلب الدعم أو المساعدة'),
};

export const STAGE_WORDS: Record<Stage, Words> = {
  proposed: words('Proposed', 'مقترح'),
  agreed: words('Agreed', 'متفق عليه'),
  signed: words('Signed or ratified', 'موقّع أو مصادق عليه'),
  'in-force': words('In force', 'سارٍ'),
  violated: words('Violated', 'منتهَك'),
  ended: words('Left or ended', 'انسحاب أو إنهاء'),
};

export const FORM_WORDS: Record<ConsultationForm, Words> = {
  meeting: words('Meeting or talks', 'لقاء أو محادثات'),
  visit: words('Visit', 'زيارة'),
  call: words('Telephone call', 'اتصال هاتفي'),
  mediation: words('Mediation', 'وساطة'),
  multilateral: words('Multilateral talks', 'محادثات متعددة الأطراف'),
};

/** Acts as the object of a position ("on the ceasefire"). */
export const ACT_WORDS: Record<EventType, Words> = {
  AGREE: words('the agreement', 'الاتفاق'),
  CONSULT: words('the talks', 'المحادثات'),
  SUPPORT: words('the support', 'الدعم'),
  CONCEDE: words('the concession', 'التنازل'),
  COOPERATE: words('the cooperation', 'التعاون'),
  AID: words('the aid', 'المساعدات'),
  RETREAT: words('the withdrawal or release', 'الانسحاب أو الإفراج'),
  REQUEST: words('the request', 'الدعوة'),
  ACCUSE: words('the accusation', 'الاتهام'),
  REJECT: words('the refusal', 'الرفض'),
  THREATEN: words('the threat', 'التهديد'),
  PROTEST: words('the protest', 'الاحتجاج'),
  SANCTION: words('the sanctions or rupture', 'العقوبات أو القطيعة'),
  MOBILIZE: words('the deployment', 'الحشد'),
  COERCE: words('the coercion', 'الإجراءات القسرية'),
  ASSAULT: words('the attack', 'الهجوم'),
};

/** Modes whose act has a better name than its type. */
export const MODE_WORDS: Record<string, Words> = {
  'third-party': words('the mediation', 'الوساطة'),
  ceasefire: words('the ceasefire', 'وقف إطلاق النار'),
  release: words('the release', 'الإفراج'),
  visit: words('the visit', 'الزيارة'),
  phone: words('the call', 'الاتصال الهاتفي'),
  withdraw: words('the withdrawal', 'الانسحاب'),
};

export const CHANNEL_WORDS: Record<Channel, Words> = {
  tweet: words('tweet', 'تغريدة'),
  statement: words('statement', 'بيان'),
  'press-conference': words('press conference', 'مؤتمر صحفي'),
  interview: words('interview', 'مقابلة'),
  speech: words('speech', 'خطاب'),
  phone: words('by telephone', 'عبر الهاتف'),
  letter: words('letter', 'رسالة'),
  agency: words('news agency', 'وكالة أنباء'),
  television: words('television', 'تلفزيون'),
  newspaper: words('newspaper', 'صحيفة'),
  'social-media': words('social media', 'وسائل التواصل الاجتماعي'),
};

export const TYPE_WORDS: Record<EventType, Words> = {
  AGREE: words('agreements and promises', 'اتفاقات وتعهدات'),
  CONSULT: words('talks and visits', 'محادثات وزيارات'),
  SUPPORT: words('support in words', 'تأييد'),
  CONCEDE: words('concessions', 'تنازلات'),
  COOPERATE: words('cooperation', 'تعاون'),
  AID: words('aid', 'مساعدات'),
  RETREAT: words('withdrawals, releases, ceasefires', 'انسحاب وإفراج ووقف نار'),
  REQUEST: words('requests and demands', 'دعوات ومطالب'),
  ACCUSE: words('condemnations and accusations', 'إدانات واتهامات'),
  REJECT: words('refusals', 'رفض'),
  THREATEN: words('threats', 'تهديدات'),
  PROTEST: words('protests', 'احتجاجات'),
  SANCTION: words('sanctions and ruptures', 'عقوبات وقطيعة'),
  MOBILIZE: words('deployments', 'حشد وانتشار'),
  COERCE: words('coercion', 'إجراءات قسرية'),
  ASSAULT: words('attacks and fighting', 'هجمات ومعارك'),
};

export const QUAD_WORDS: Record<1 | 2 | 3 | 4, Words> = {
  1: words('cooperation in words', 'تعاون بالقول'),
  2: words('cooperation in deed', 'تعاون بالفعل'),
  3: words('conflict in words', 'خلاف بالقول'),
  4: words('conflict in deed', 'خلاف بالفعل'),
};

export const KIND_WORDS: Record<string, Words> = {
  dispute: words('Dossier on a dispute', 'ملف نزاع'),
  agreement: words('Dossier on an agreement', 'ملف اتفاق'),
  issue: words('Dossier on an issue', 'ملف قضية'),
};

const MONTHS: Record<Language, string[]> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
};

/** `2020-10` or `2020-10-10` in words; as it stands where it is no date. */
export function dateInWords(date: string, language: Language): string {
  const [year = '', month = '', day] = date.split('-');
  const name = MONTHS[language][Number(month) - 1];
  if (name === undefined) return date;
  return [...(day === undefined ? [] : [String(Number(day))]), name, year].join(' ');
}

/** Headings and small words of the report. */
export const LABELS = {
  parties: words('Parties', 'الأطراف'),
  mediators: words('Mediators', 'الوسطاء'),
  supporters: words('Supporters from outside', 'الداعمون من خارج الأطراف'),
  consultations: words('Consultations, in order', 'المشاورات بحسب ترتيبها'),
  positions: words('Latest positions', 'أحدث المواقف'),
  agreements: words('Agreements and what became of them', 'الاتفاقات ومسارها'),
  measures: words('Measures', 'المؤشرات'),
  period: words('Published', 'تاريخ النشر'),
  size: words('Based on', 'استنادا إلى'),
  articles: words('Articles', 'عدد المقالات'),
  outlets: words('Outlets', 'عدد وسائل الإعلام'),
  mentions: words('Mentions', 'عدد الإشارات'),
  eventCount: words('Events', 'عدد الأحداث'),
  events: words('Events', 'الأحداث'),
  score: words('Mean score', 'متوسط الدرجة'),
  month: words('Month', 'الشهر'),
  dyad: words('Between', 'بين'),
  quad: words('In all', 'إجمالا'),
  type: words('Kind', 'النوع'),
  standing: words('Now', 'الحال'),
  listed: words('named by the definition of the dispute', 'طرف بحسب تعريف الملف'),
  byDeed: words('party by its deeds: force reported', 'طرف بأفعاله: نُسب إليه استخدام القوة'),
  noReport: words('No report in what was read.', 'لا ذكر له في ما قُرئ.'),
  reports: words('reports', 'عدد التقارير'),
  mediatesBetween: words('between', 'بين'),
  by: words('by', 'من'),
  supportOf: words('for', 'لمصلحة'),
  towards: words('towards', 'تجاه'),
  on: words('on', 'بشأن'),
  planned: words('planned', 'مقرر'),
  dayUnstated: words('day not stated; published', 'اليوم غير مذكور؛ نُشر في'),
  noDay: words('day not known', 'اليوم غير معروف'),
  saidBy: words('as said by', 'على لسان'),
  more: words('left out here, in full in the JSON:', 'غير مدرج هنا، وهو كامل في صيغة JSON:'),
  nothing: words('Nothing was read on this.', 'لا شيء في ما قُرئ.'),
  nothingHere: words('None reported.', 'لم يرد شيء.'),
  scale: words(
    'Asserted events only. Score: PLOVER, from −10 (conflict) to +10 (cooperation).',
    'الأحداث المؤكدة وحدها. الدرجة بحسب PLOVER من −10 (صراع) إلى +10 (تعاون).',
  ),
  madeBy: words('Made by Khabar', 'أعدّه برنامج «خبر»'),
  caution: words(
    'Coded by rules from the quoted sentences; check them before you rely on a statement.',
    'استُخرج آليا بقواعد من الجمل المقتبسة؛ راجعها قبل الاعتماد على أي معلومة.',
  ),
} as const satisfies Record<string, Words>;
