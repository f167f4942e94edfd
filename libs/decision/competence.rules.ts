import type { Body, RuleStatus } from './decision-rule.schema.js';

/*
 * Who may decide a matter at all. Asked before any vote: a verdict binds only the body competent to give it. Data to start from,
 * like the presets of the rules; the adviser who states the competence of an issue has the last word.
 */

/** Whose business a matter is. `nobody`: one person's rights, which no majority touches. */
export const COMPETENCES = ['residents', 'owners', 'department', 'nobody'] as const;
export type Competence = (typeof COMPETENCES)[number];

/** Where a matter goes that a body may not decide. */
export const WAYS = ['meeting', 'ownersBallot', 'department', 'confidential'] as const;
export type Way = (typeof WAYS)[number];

interface Text {
  zh: string;
  en: string;
}

interface Matter {
  label: Text;
  competence: Competence;
  /** Bodies that may decide, lowest first. A parlour consults and decides only what concerns those who come. */
  bodies: readonly Body[];
  /** Preset by which it is decided, where the law leaves no choice. */
  rule: string | null;
  law: string;
  status: RuleStatus;
}

const RESIDENTS = {
  competence: 'residents',
  bodies: ['council', 'representatives', 'assembly'],
  rule: null,
  status: 'found',
} as const;

const ORDINARY = { competence: 'owners', bodies: ['owners'], rule: 'owners-ordinary', status: 'found' } as const;
const SPECIAL = { ...ORDINARY, rule: 'owners-special' } as const;
const OFFICE = { competence: 'department', bodies: [], rule: null, status: 'found' } as const;
const PRIVATE = { competence: 'nobody', bodies: [], rule: null, status: 'found' } as const;

const article278 = (item: string): string => `《中华人民共和国民法典》第二百七十八条第一款第${item}项`;

const MATTER_TABLE = {
  commonAffairs: {
    ...RESIDENTS,
    label: { zh: '居民公共事务', en: "Residents' common affairs" },
    law: '《城市居民委员会组织法》居民会议；社区议事规则',
  },
  covenant: {
    ...RESIDENTS,
    bodies: ['representatives', 'assembly'],
    label: { zh: '居民公约', en: "Residents' covenant" },
    law: '《城市居民委员会组织法》：居民公约由居民会议讨论制定，报街道备案',
  },
  publicProject: {
    ...RESIDENTS,
    label: { zh: '公益事业项目', en: 'Public-interest project' },
    law: '《城市居民委员会组织法》居民会议；社区议事规则',
  },
  neighbourArrangement: {
    ...RESIDENTS,
    bodies: ['parlour', 'council', 'representatives', 'assembly'],
    status: 'unverified',
    label: { zh: '楼栋、网格内的邻里约定', en: 'An arrangement among the neighbours of a building or grid' },
    law: '预设：只涉及到场邻里的，由楼栋、网格会客厅商定',
  },
  ownersProcedure: {
    ...ORDINARY,
    label: { zh: '业主大会议事规则', en: "Rules of procedure of the owners' assembly" },
    law: article278('一'),
  },
  ownersCovenant: {
    ...ORDINARY,
    label: { zh: '管理规约', en: "Owners' management covenant" },
    law: article278('二'),
  },
  ownersCommittee: {
    ...ORDINARY,
    label: { zh: '选举业主委员会或者更换成员', en: "Electing the owners' committee or replacing members" },
    law: article278('三'),
  },
  propertyCompany: {
    ...ORDINARY,
    label: { zh: '选聘和解聘物业服务企业', en: 'Hiring and dismissing the property company' },
    law: article278('四'),
  },
  useFund: {
    ...ORDINARY,
    label: { zh: '使用维修资金', en: 'Using the maintenance fund' },
    law: article278('五'),
  },
  raiseFund: {
    ...SPECIAL,
    label: { zh: '筹集维修资金', en: 'Raising the maintenance fund' },
    law: article278('六'),
  },
  rebuild: {
    ...SPECIAL,
    label: { zh: '改建、重建建筑物及其附属设施', en: 'Altering or rebuilding the building or its facilities' },
    law: article278('七'),
  },
  lift: {
    ...SPECIAL,
    label: { zh: '加装电梯', en: 'Adding a lift' },
    law: article278('七'),
  },
  changeUse: {
    ...SPECIAL,
    label: {
      zh: '改变共有部分的用途或者利用共有部分从事经营活动',
      en: 'Changing the use of common parts or doing business with them',
    },
    law: article278('八'),
  },
  commonParts: {
    ...ORDINARY,
    label: { zh: '共有部分和共同管理的其他重大事项', en: 'Other important matters of common parts' },
    law: article278('九'),
  },
  parking: {
    ...ORDINARY,
    status: 'unverified',
    label: { zh: '小区共有道路停车规则', en: 'Parking on common roads' },
    law: '《中华人民共和国民法典》第二百七十五条、第二百七十八条第一款第九项；新占绿地、改变用途的按第八项',
  },
  illegalBuilding: {
    ...OFFICE,
    label: { zh: '违法建设', en: 'Illegal building' },
    law: '《中华人民共和国城乡规划法》；由主管部门依法处理',
  },
  foodSafety: {
    ...OFFICE,
    label: { zh: '食品安全', en: 'Food safety' },
    law: '《中华人民共和国食品安全法》；由主管部门依法处理',
  },
  licence: {
    ...OFFICE,
    label: { zh: '许可、证照', en: 'Permits and licences' },
    law: '《中华人民共和国行政许可法》；由主管部门依法处理',
  },
  legalDuty: {
    ...OFFICE,
    label: { zh: '其他法定职责', en: 'Another legal duty' },
    law: '由负有法定职责的部门依法处理',
  },
  personalRights: {
    ...PRIVATE,
    label: { zh: '个人权利、隐私', en: "One person's rights or private life" },
    law: '《中华人民共和国民法典》人格权编',
  },
  hardship: {
    ...PRIVATE,
    label: { zh: '困难、疾病', en: 'Poverty or illness' },
    law: '《中华人民共和国个人信息保护法》第二十八条；社区议事规则',
  },
  quarrel: {
    ...PRIVATE,
    label: { zh: '两人（户）之间的纠纷', en: 'A quarrel of two' },
    law: '《中华人民共和国人民调解法》',
  },
} as const satisfies Record<string, Matter>;

/** Kinds of matter by name. */
export type MatterKind = keyof typeof MATTER_TABLE;
export const MATTERS = Object.keys(MATTER_TABLE) as readonly MatterKind[];

const WAY_OF: Record<Competence, Way> = {
  residents: 'meeting',
  owners: 'ownersBallot',
  department: 'department',
  nobody: 'confidential',
};

/** Who decides a matter, by what, and on what ground. */
export interface Deciders extends Matter {
  matter: MatterKind;
  /** How it is brought to whoever decides. */
  way: Way;
}

/** Who may decide a matter. */
export function whoDecides(matter: MatterKind): Deciders {
  return { matter, ...MATTER_TABLE[matter], way: WAY_OF[MATTER_TABLE[matter].competence] };
}

/** Why a body may not decide, and where the matter goes instead. */
export interface CompetenceRefusal {
  code: 'competence.owners' | 'competence.department' | 'competence.nobody' | 'competence.other_body';
  way: Way;
  /** Bodies that may decide; none where nobody votes. */
  bodies: readonly Body[];
  rule: string | null;
  law: string;
  text: Text;
}

const REFUSALS: Record<Competence, { code: CompetenceRefusal['code']; text: Text }> = {
  residents: {
    code: 'competence.other_body',
    text: {
      zh: '这件事不由这个会议决定，请提交有权决定的会议。',
      en: 'This body does not decide it: bring it before one that does.',
    },
  },
  owners: {
    code: 'competence.owners',
    text: {
      zh: '这是业主共同决定的事项，居民会议不能决定，请发起业主表决。',
      en: "The owners decide this in common; a meeting of residents cannot. Start an owners' ballot.",
    },
  },
  department: {
    code: 'competence.department',
    text: {
      zh: '这是部门的法定职责或许可事项，居民只能提出建议，请转交主管部门。',
      en: 'A department decides this by law; residents may only recommend. Forward it to the department.',
    },
  },
  nobody: {
    code: 'competence.nobody',
    text: {
      zh: '这涉及个人的权利或隐私，任何人不得表决，请转为保密服务、走访或调解。',
      en: 'This is about one person’s rights or private life: nobody votes. Offer confidential service, a visit or mediation.',
    },
  },
};

/** Why a body may not decide a matter; null when it may. */
export function competenceProblem(matter: MatterKind, body: Body): CompetenceRefusal | null {
  const { competence, bodies, rule, law, way } = whoDecides(matter);
  if (bodies.includes(body)) return null;
  return { ...REFUSALS[competence], way, bodies, rule, law };
}

/** Whether a body may put a matter to the vote as advice: only what a department decides, and never what is nobody's business. */
export function mayRecommend(matter: MatterKind, body: Body): boolean {
  return whoDecides(matter).competence === 'department' && body !== 'owners';
}
