/** How far a field may travel: to nobody in clear; to who needs to know; to who works on it; to everybody. */
export const FIELD_CLASS_NAMES = ['secret', 'sensitive', 'internal', 'public'] as const;
export type FieldClass = (typeof FIELD_CLASS_NAMES)[number];

interface Said {
  zh: string;
  en: string;
}

export const CLASS_MEANINGS = {
  secret: {
    zh: '加密或只存散列；只在说明理由后逐条查看并留痕，或谁也看不到',
    en: 'sealed or only a hash is kept; seen one by one with a reason, journaled, or by nobody',
  },
  sensitive: {
    zh: '敏感个人信息：只给有需要的人（认领走访的人），不进列表、地图、导出',
    en: 'sensitive personal data: for those who need to know (who has taken the household on); never in lists, maps, exports',
  },
  internal: { zh: '只给本辖区有职责的人员和本人', en: 'for those with a duty at the place, and for the person' },
  public: { zh: '可以公开', en: 'may be public' },
} as const satisfies Record<FieldClass, Said>;

/** What data are used for; nothing else. */
export const PURPOSES = {
  registry: { zh: '一张表：登记居民、住户、房产', en: 'one registry of people, households and flats' },
  selfRule: { zh: '居民自治：议事、表决、名册', en: 'self-rule: deliberation, ballots, rolls' },
  matters: { zh: '办理居民事项', en: 'handling the matters residents raise' },
  visits: { zh: '走访关爱', en: 'visits' },
  signIn: { zh: '登录与账号安全', en: 'signing in, safely' },
  telling: { zh: '通知本人', en: 'telling people' },
  proof: { zh: '留痕备查', en: 'proof that the rules were kept' },
  rights: { zh: '实现本人的权利', en: 'the rights of the person' },
  exchange: { zh: '与其他系统交换，免重复填报', en: 'exchange with other systems, so that nobody types twice' },
} as const satisfies Record<string, Said>;
export type Purpose = keyof typeof PURPOSES;

/** Articles on which the use rests. */
export const BASES = {
  duty: { zh: '个人信息保护法 13(1)③ 法定职责', en: 'PIPL 13(1)③ statutory duty' },
  dutySensitive: {
    zh: '个人信息保护法 13(1)③、28–30 法定职责，敏感信息',
    en: 'PIPL 13(1)③, 28–30 duty, sensitive data',
  },
  consent: { zh: '个人信息保护法 13(1)①、29 单独同意', en: 'PIPL 13(1)①, 29 separate consent' },
  request: { zh: '个人信息保护法 13(1)② 应本人请求办理', en: 'PIPL 13(1)② asked for by the person' },
  security: { zh: '个人信息保护法 51、网络安全法', en: 'PIPL 51 and the Cybersecurity Law' },
  accountability: { zh: '个人信息保护法 54、56', en: 'PIPL 54, 56' },
} as const satisfies Record<string, Said>;
export type Basis = keyof typeof BASES;

/** How long. */
export const RETENTIONS = {
  registered: { zh: '登记期间及依法留存期', en: 'while registered, and as long as the law asks' },
  case: { zh: '随事项台账长期保存；文字可依法删除', en: 'with the journal of the case; words can be erased' },
  account: { zh: '账号存续期间', en: 'while there is an account' },
  month: { zh: '三十天', en: 'thirty days' },
  year: { zh: '一年（已读）至三年', en: 'one year (read) to three years' },
  signIns: { zh: '四百天', en: 'four hundred days' },
  twoYears: { zh: '两年', en: 'two years' },
  threeYears: { zh: '三年', en: 'three years' },
  import: { zh: '导入结束即清', en: 'until the import has ended' },
  forever: { zh: '长期（证明）', en: 'kept (proof)' },
} as const satisfies Record<string, Said>;
export type RetentionName = keyof typeof RETENTIONS;

/** What erasing the person does with it. */
export const ERASURE_EFFECTS = {
  removed: { zh: '删除', en: 'goes' },
  blanked: { zh: '抹去内容，编号保留', en: 'words go, ids stay' },
  keptById: { zh: '保留编号（不再指向任何人）', en: 'the id stays and leads to nobody' },
  keptAsProof: { zh: '作为证明保留', en: 'stays as proof' },
  expires: { zh: '到期自动清除', en: 'goes by itself' },
} as const satisfies Record<string, Said>;
export type ErasureEffect = keyof typeof ERASURE_EFFECTS;

/** The personal fields of one table, under one purpose, by class; and those that say nothing about anybody. */
export interface TableClasses {
  purpose: Purpose;
  basis: Basis;
  retention: RetentionName;
  erasure: ErasureEffect;
  fields: Partial<Record<FieldClass, readonly string[]>>;
  impersonal: readonly string[];
}
