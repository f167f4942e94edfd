import type { JsonObject } from '#libs/engine';
import { stepSchema, type ChainStep } from '#workflows/sign-off';

/*
 * The sixty sign-offs of a lift for one block of the demo community. Procedures, papers and order are written for the demonstration
 * after what such chains usually contain; they are no statement of the law.
 */

type More = Partial<Pick<ChainStep, 'kind' | 'seals' | 'papers' | 'basis' | 'validDays'>>;
type Row = readonly [id: string, department: string, name: string, needs: readonly string[], more?: More];

const PLAN = '加装电梯方案';
const DRAWINGS = '施工图';
const opinion = (papers: string[]): More => ({ kind: 'opinion', papers });
const approval = (more: More): More => ({ kind: 'approval', seals: 2, ...more });

/** From the owners' decision to the site. */
const BEGINNING: readonly Row[] = [
  ['intent', 'community', '业主表决结果登记', [], { papers: ['表决结果公告'] }],
  ['group', 'community', '业主小组备案', ['intent'], { papers: ['小组成员名单'], seals: 2 }],
  ['title', 'housing', '产权面积核对', ['intent'], { papers: ['房屋清册'] }],
  ['street-case', 'street', '街道受理登记', ['group'], { papers: ['申请书'], seals: 2 }],
  ['archive', 'housing', '房屋原始图纸调取', ['street-case'], { papers: ['介绍信'] }],
  ['structure', 'housing', '房屋结构安全鉴定', ['archive'], { kind: 'opinion', papers: ['鉴定报告'], seals: 2 }],
  ['site', 'street', '多部门现场踏勘', ['street-case'], { kind: 'meeting', papers: ['踏勘记录'] }],
  ['geology', 'housing', '地基勘察审查', ['site'], { papers: ['勘察报告'], seals: 2 }],
];

/** Pipes and wires: six companies side by side, then what each has to move. */
const PIPES: readonly Row[] = [
  ['heating-lines', 'heating', '供热管线核查', ['site'], opinion(['管线现状图'])],
  ['water-lines', 'water', '供水管线核查', ['site'], opinion(['管线现状图'])],
  ['drain-lines', 'drainage', '排水管线核查', ['site'], opinion(['管线现状图'])],
  ['power-lines', 'power', '电力线路核查', ['site'], opinion(['管线现状图'])],
  ['gas-lines', 'gas', '燃气管线核查', ['site'], opinion(['管线现状图'])],
  ['telecom-lines', 'telecom', '通信线路核查', ['site'], opinion(['管线现状图'])],
  [
    'pipe-plan',
    'housing',
    '管线综合方案',
    ['heating-lines', 'water-lines', 'drain-lines', 'power-lines', 'gas-lines', 'telecom-lines'],
    { papers: ['管线综合图'], seals: 2 },
  ],
  ['gas-move', 'gas', '燃气管道迁改', ['pipe-plan'], { papers: ['迁改协议'], seals: 2 }],
  ['water-move', 'water', '供水管道迁改', ['pipe-plan'], { papers: ['迁改协议'], seals: 2 }],
  ['drain-move', 'drainage', '检查井避让', ['pipe-plan'], { papers: ['避让方案'], seals: 2 }],
  ['telecom-move', 'telecom', '通信线路迁改', ['pipe-plan'], { papers: ['迁改协议'] }],
  ['heating-move', 'heating', '供热管道迁改', ['pipe-plan'], { papers: ['迁改协议'], seals: 2 }],
  ['power-supply', 'power', '电梯用电报装', ['pipe-plan'], { papers: ['用电申请'], seals: 2 }],
];

/** The plan, and what it does to light, trees, fire engines and neighbours. */
const PLANNING: readonly Row[] = [
  ['layout', 'housing', '总平面方案审查', ['pipe-plan', 'structure', 'geology', 'title'], { papers: [PLAN], seals: 2 }],
  ['sunlight', 'housing', '日照采光影响', ['layout'], opinion(['日照分析'])],
  ['neighbours', 'community', '相邻住户意见征询', ['sunlight'], { papers: ['征询表'] }],
  ['green', 'garden', '占用绿地', ['layout'], { papers: [PLAN], seals: 2 }],
  ['trees', 'garden', '树木移植许可', ['green'], approval({ papers: ['移植方案'], validDays: 180 })],
  ['traffic-inside', 'traffic', '小区交通组织', ['layout'], opinion([PLAN])],
  ['fire-lane', 'fire', '消防车道和登高面', ['layout'], approval({ papers: [PLAN, '消防总平面图'], validDays: 365 })],
  ['fire-design', 'fire', '消防设计意见', ['fire-lane'], { papers: [DRAWINGS], seals: 2 }],
  ['bins', 'sanitation', '垃圾收集点迁移', ['layout'], { papers: [PLAN] }],
  ['noise', 'environment', '噪声影响意见', ['layout'], opinion(['设备参数'])],
  ['barrier-free', 'civil', '无障碍设计意见', ['layout'], opinion([DRAWINGS])],
  ['cameras', 'police', '安防点位确认', ['layout'], { papers: [PLAN] }],
  ['posting', 'community', '方案公示', ['neighbours'], { papers: ['公示照片'] }],
  ['no-objection', 'street', '公示结果证明', ['posting'], { papers: ['公示情况说明'], seals: 2 }],
  ['mediation', 'justice', '异议调解情况', ['posting'], opinion(['调解记录'])],
  [
    'planning-permit',
    'housing',
    '建设工程规划许可',
    ['no-objection', 'mediation', 'fire-lane', 'green', 'traffic-inside'],
    approval({ papers: ['申请书', PLAN], basis: '城乡规划法第四十条', validDays: 365 }),
  ],
];

/** Drawings, contracts and the people who build. */
const BUILDING: readonly Row[] = [
  ['drawings', 'housing', '施工图审查', ['planning-permit'], { papers: [DRAWINGS], seals: 2 }],
  ['structure-check', 'housing', '结构设计复核', ['drawings', 'structure'], { papers: ['计算书'], seals: 2 }],
  ['lift-type', 'market', '电梯选型和资质', ['drawings'], { papers: ['制造许可证'], seals: 2 }],
  ['contract', 'housing', '施工合同备案', ['drawings'], { papers: ['施工合同'] }],
  ['wages', 'hr', '工资专户开立', ['contract'], { papers: ['专户证明'] }],
  ['insurance', 'hr', '工伤保险登记', ['contract'], { papers: ['参保证明'] }],
  ['quality', 'housing', '质量监督登记', ['contract', 'structure-check'], { papers: ['登记表'], seals: 2 }],
  ['site-safety', 'safety', '安全监督登记', ['quality'], { papers: ['安全方案'], seals: 2 }],
  [
    'building-permit',
    'housing',
    '施工许可',
    ['site-safety', 'wages', 'insurance', 'gas-move', 'water-move', 'drain-move', 'telecom-move', 'heating-move'],
    approval({ papers: ['申请书', '施工合同'], basis: '建筑法第七条', validDays: 180 }),
  ],
  ['install', 'market', '电梯安装告知', ['lift-type', 'building-permit'], { papers: ['告知书'], seals: 2 }],
  ['digging', 'urban', '占道开挖许可', ['building-permit'], approval({ papers: ['开挖方案'], validDays: 60 })],
  ['rubble', 'urban', '建筑垃圾处置', ['building-permit'], { papers: ['处置方案'] }],
  ['dust', 'environment', '扬尘和夜间施工', ['building-permit'], { papers: ['控制方案'] }],
  ['traffic-works', 'traffic', '施工期间交通安排', ['digging'], { papers: ['疏导方案'] }],
  ['residents', 'property', '施工告示和出行安排', ['building-permit'], { papers: ['告示'] }],
];

/** From the pit to the first ride. */
const FINISHING: readonly Row[] = [
  [
    'pit',
    'housing',
    '基础验槽',
    ['digging', 'rubble', 'dust', 'traffic-works', 'residents'],
    { kind: 'meeting', papers: ['验槽记录'], seals: 2 },
  ],
  ['steel', 'housing', '钢结构验收', ['pit'], { papers: ['检测报告'], seals: 2 }],
  ['power-on', 'power', '送电验收', ['power-supply', 'steel'], { papers: ['验收记录'] }],
  ['inspection', 'market', '电梯监督检验', ['power-on', 'install'], approval({ papers: ['自检报告'], validDays: 365 })],
  ['fire-check', 'fire', '消防验收备案', ['steel', 'fire-design'], { papers: ['验收申请'], seals: 2 }],
  ['upkeep', 'lift', '维保合同登记', ['inspection'], { papers: ['维保合同'] }],
  [
    'handover',
    'street',
    '联合竣工验收',
    ['inspection', 'fire-check', 'trees', 'bins', 'noise', 'barrier-free', 'cameras', 'upkeep'],
    { kind: 'meeting', papers: ['竣工报告'], seals: 2 },
  ],
  ['register', 'market', '电梯使用登记', ['handover'], approval({ papers: ['登记表'], validDays: 365 })],
];

/** Sixty steps at twenty-three departments and tiers, with more than ninety seals. */
export const LIFT_CHAIN: readonly ChainStep[] = [BEGINNING, PIPES, PLANNING, BUILDING, FINISHING]
  .flat()
  .map(([id, department, name, needs, more = {}]) => stepSchema.parse({ id, department, name, needs, ...more }));

/** The chain as visitors of the demonstration find it: saved for the next building, with nothing learned yet. */
export const LIFT_TEMPLATE = {
  template: 'lift',
  name: '加装电梯六十步(演示)',
  unit: null,
  steps: LIFT_CHAIN.map((step) => JSON.parse(JSON.stringify(step)) as JsonObject),
  caseId: null,
  savedBy: 'demo',
  savedAt: '2026-01-01T00:00:00.000Z',
};
