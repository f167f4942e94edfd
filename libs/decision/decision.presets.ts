import type { Base, DecisionRule, Extension, NoRepeat, Petition } from './decision-rule.schema.js';
import { AT_LEAST_THREE_QUARTERS, AT_LEAST_TWO_THIRDS, MORE_THAN_HALF } from './fraction.rules.js';

// Every preset is data to start from. A community edits it, and a case pins the version it started with.

const ORDINARY = {
  version: 1,
  quorum: null,
  abstention: 'counts_in_base',
  void: 'counts_in_base',
  silence: 'not_counted',
  tie: 'fails',
  validTo: null,
} as const;

const LAST_DAY_OF_OLD_LAW = '2025-12-31';
const FIRST_DAY_OF_NEW_LAW = '2026-01-01';

/** Who may demand an assembly: a fifth of the adults or of the households, or a third of the residents' groups. */
const petition: Petition = {
  shares: [
    { of: 'adults', share: { numerator: 1, denominator: 5, inclusive: true } },
    { of: 'households', share: { numerator: 1, denominator: 5, inclusive: true } },
    { of: 'groups', share: { numerator: 1, denominator: 3, inclusive: true } },
  ],
  status: 'found',
  law: '《城市居民委员会组织法》（1989年通过，2018年修正）第十条',
};

const extension: Extension = {
  mostMonths: 3,
  status: 'found',
  law: '深圳（2018年）：投票时间可以延长，合计不超过三个月',
};

const noRepeat: NoRepeat = {
  months: 12,
  unlessCommittee: AT_LEAST_TWO_THIRDS,
  status: 'found',
  law: '深圳（2018年）：未达到法定参与比例的事项一年内不得再次提交，业主委员会三分之二以上委员同意的除外',
};

const ASSEMBLIES = [
  { key: 'adults', base: 'heads', zh: '居民会议（全体十八周岁以上居民）', en: "Residents' assembly (all adults)" },
  {
    key: 'households',
    base: 'households',
    zh: '居民会议（每户派代表）',
    en: "Residents' assembly (one delegate per household)",
  },
  {
    key: 'groups',
    base: 'members',
    zh: '居民会议（居民小组代表）',
    en: "Residents' assembly (delegates of residents' groups)",
  },
] as const satisfies { key: string; base: Base; zh: string; en: string }[];

type Assembly = (typeof ASSEMBLIES)[number];

/** Article 9: valid with more than half of the base present, decides by more than half of those present. */
function assemblyUnderOldLaw({ key, base, zh, en }: Assembly): DecisionRule {
  return {
    ...ORDINARY,
    id: `residents-assembly-${key}-1990`,
    label: { zh, en },
    tests: [{ base, turnout: MORE_THAN_HALF, approval: MORE_THAN_HALF }],
    status: 'found',
    law: '《城市居民委员会组织法》（1989年通过，2018年修正）第九条',
    validFrom: '1990-01-01',
    validTo: LAST_DAY_OF_OLD_LAW,
    body: 'assembly',
    petition,
    ...(base === 'households' && {
      casting: { by: 'delegate', status: 'unverified', law: '预设：户代表一名，成年家庭成员签名确认' },
    }),
  };
}

/** The revised law was not at hand: the old numbers stand in until somebody who has read it confirms or corrects them. */
function assemblyUnderNewLaw(assembly: Assembly): DecisionRule {
  return {
    ...assemblyUnderOldLaw(assembly),
    id: `residents-assembly-${assembly.key}-2026`,
    status: 'to_be_confirmed',
    law: '《城市居民委员会组织法》（2025年修订，2026年1月1日起施行）第四章，条文待核定',
    validFrom: FIRST_DAY_OF_NEW_LAW,
    validTo: null,
    petition: {
      ...petition,
      status: 'to_be_confirmed',
      law: '《城市居民委员会组织法》（2025年修订，2026年1月1日起施行）第四章，条文待核定',
    },
    note: {
      zh: '比例沿用修订前第九条，须由专人核对现行条文后确认；确认前的结论为“待核定”。',
      en: 'The fractions are those of article 9 before the revision. Until a named person has checked them against the law in force, verdicts are provisional.',
    },
  };
}

const representatives: DecisionRule = {
  ...ORDINARY,
  id: 'representatives-meeting',
  label: { zh: '居民代表会议', en: "Residents' representatives' meeting" },
  tests: [{ base: 'members', turnout: AT_LEAST_TWO_THIRDS, approval: MORE_THAN_HALF }],
  status: 'unverified',
  law: '通行做法，未核对条文：三分之二以上代表出席，出席人过半数通过',
  validFrom: '1990-01-01',
  body: 'representatives',
};

const council: DecisionRule = {
  ...ORDINARY,
  id: 'council',
  label: { zh: '议事会', en: 'Council' },
  tests: [{ base: 'members', turnout: AT_LEAST_TWO_THIRDS, approval: MORE_THAN_HALF }],
  status: 'found',
  law: '社区议事规则（一个社区的做法）：三分之二以上成员出席；过半数通过为预设',
  validFrom: '1990-01-01',
  body: 'council',
};

const ownersOrdinary: DecisionRule = {
  ...ORDINARY,
  id: 'owners-ordinary',
  label: { zh: '业主共同决定（一般事项）', en: 'Owners, ordinary matters' },
  tests: [
    { base: 'area', turnout: AT_LEAST_TWO_THIRDS, approval: MORE_THAN_HALF },
    { base: 'heads', turnout: AT_LEAST_TWO_THIRDS, approval: MORE_THAN_HALF },
  ],
  status: 'found',
  law: '《中华人民共和国民法典》第二百七十八条',
  validFrom: '2021-01-01',
  body: 'owners',
  scopes: ['compound'],
  casting: { by: 'agreedOwner', status: 'found', law: '北京（2020年）：共有的，推选一人行使表决权' },
  extension,
  noRepeat,
};

const ownersSpecial: DecisionRule = {
  ...ownersOrdinary,
  id: 'owners-special',
  label: { zh: '业主共同决定（特别事项）', en: 'Owners, special matters' },
  tests: [
    { base: 'area', turnout: AT_LEAST_TWO_THIRDS, approval: AT_LEAST_THREE_QUARTERS },
    { base: 'heads', turnout: AT_LEAST_TWO_THIRDS, approval: AT_LEAST_THREE_QUARTERS },
  ],
  law: '《中华人民共和国民法典》第二百七十八条第一款第六项至第八项、第二款',
  note: {
    zh: '筹集维修资金，改建、重建建筑物及附属设施（含加装电梯），改变共有部分用途或利用共有部分从事经营活动。',
    en: 'Raising the maintenance fund, altering or rebuilding (a lift is this), changing the use of common parts or doing business with them.',
  },
};

const parlour: DecisionRule = {
  ...ORDINARY,
  id: 'grid-parlour',
  label: { zh: '楼栋、网格会客厅', en: 'Stairwell, building or grid parlour' },
  tests: [{ base: 'present', turnout: null, approval: MORE_THAN_HALF }],
  status: 'unverified',
  law: '预设：到场人过半数同意',
  validFrom: '1990-01-01',
  body: 'parlour',
};

const consentRound: DecisionRule = {
  ...parlour,
  id: 'consent-round',
  label: { zh: '无异议通过', en: 'Consent of those present' },
  abstention: 'not_counted',
  law: '预设：到场人中无人提出有理由的异议，且同意者多于其他表态者',
  note: {
    zh: '用于“无异议”表决方式：有理由的异议一票即停；弃权不计入。',
    en: 'For questions of consent: one objection with a reason stops it; abstentions stand aside.',
  },
};

const ownersOfStairwell: DecisionRule = {
  ...ownersSpecial,
  id: 'owners-stairwell',
  label: { zh: '本楼栋（单元）业主共同决定', en: 'Owners of one building or stairwell' },
  status: 'unverified',
  scopes: ['building', 'stairwell'],
  law: '《中华人民共和国民法典》第二百七十八条；以本楼栋、本单元业主为基数须有地方规定，未核对条文',
  note: {
    zh: '加装电梯等只涉及一个单元的事项，地方规定允许以本单元业主为基数的，才可使用。',
    en: 'For a lift and other matters of one stairwell, only where local rules let its owners decide alone.',
  },
};

/** The decision rules every installation starts with. */
export const PRESET_RULES: readonly DecisionRule[] = [
  ...ASSEMBLIES.map(assemblyUnderOldLaw),
  ...ASSEMBLIES.map(assemblyUnderNewLaw),
  representatives,
  council,
  ownersOrdinary,
  ownersSpecial,
  ownersOfStairwell,
  parlour,
  consentRound,
];

/** The preset with an id. */
export function presetRule(id: string): DecisionRule | undefined {
  return PRESET_RULES.find((rule) => rule.id === id);
}
