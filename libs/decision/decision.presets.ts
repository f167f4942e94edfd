import type { Base, DecisionRule } from './decision-rule.schema.js';
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
};

const council: DecisionRule = {
  ...ORDINARY,
  id: 'council',
  label: { zh: '议事会', en: 'Council' },
  tests: [{ base: 'members', turnout: AT_LEAST_TWO_THIRDS, approval: MORE_THAN_HALF }],
  status: 'found',
  law: '社区议事规则（一个社区的做法）：三分之二以上成员出席；过半数通过为预设',
  validFrom: '1990-01-01',
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
};

/** The decision rules every installation starts with. */
export const PRESET_RULES: readonly DecisionRule[] = [
  ...ASSEMBLIES.map(assemblyUnderOldLaw),
  ...ASSEMBLIES.map(assemblyUnderNewLaw),
  representatives,
  council,
  ownersOrdinary,
  ownersSpecial,
  parlour,
];

/** The preset with an id. */
export function presetRule(id: string): DecisionRule | undefined {
  return PRESET_RULES.find((rule) => rule.id === id);
}
