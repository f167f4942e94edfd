import { idFromName } from '#libs/registry';
import type { BodyKind, NewUnit, UnitKind } from '#libs/registry';

import { FOUR_STAIRWELLS, GRID_SIZES } from './limin.figures.js';

/** Id of a demo unit by its code: the same in every installation. */
export const unitId = (code: string): string => idFromName(`unit:${code}`);

interface Naming {
  parent: string | null;
  address?: string;
  phone?: string;
}

/** A unit by code and name below the unit with the code `parent`. */
function unit(kind: UnitKind, [code, name]: readonly [string, string], { parent, ...contact }: Naming): NewUnit {
  return { id: unitId(code), parent: parent === null ? null : unitId(parent), kind, code, name, ...contact };
}

/** Departments and companies by code, with the place they serve. Telephone numbers are invented except the national ones. */
const DEPARTMENTS: readonly (readonly [code: string, kind: UnitKind, name: string, parent: string, phone: string])[] = [
  ['heating', 'company', '市供热公司', 'jyg', '0937-6280001'],
  ['water', 'company', '市供水公司', 'jyg', '0937-6280002'],
  ['drainage', 'company', '市排水公司', 'jyg', '0937-6280003'],
  ['power', 'company', '市供电公司', 'jyg', '95598'],
  ['gas', 'company', '市燃气公司', 'jyg', '0937-6280005'],
  ['telecom', 'company', '市通信管线公司', 'jyg', '0937-6280006'],
  ['lift', 'company', '宏运电梯维保公司', 'jyg', '0937-6280007'],
  ['urban', 'department', '市城市管理局', 'jyg', '0937-6280011'],
  ['housing', 'department', '市住房和城乡建设局', 'jyg', '0937-6280012'],
  ['market', 'department', '市市场监督管理局', 'jyg', '12315'],
  ['civil', 'department', '市民政局', 'jyg', '0937-6280014'],
  ['fire', 'department', '市消防救援支队', 'jyg', '119'],
  ['traffic', 'department', '市公安局交警支队', 'jyg', '122'],
  ['sanitation', 'department', '市环境卫生中心', 'jyg', '0937-6280017'],
  ['environment', 'department', '市生态环境局', 'jyg', '0937-6280018'],
  ['health', 'department', '市卫生健康委员会', 'jyg', '0937-6280019'],
  ['garden', 'department', '市园林绿化中心', 'jyg', '0937-6280020'],
  ['justice', 'department', '市司法局', 'jyg', '12348'],
  ['hr', 'department', '市人力资源和社会保障局', 'jyg', '12333'],
  ['hotline', 'department', '市政务服务便民热线中心', 'jyg', '12345'],
  ['police', 'department', '钢城派出所', 'gangcheng', '110'],
  ['enforcement', 'department', '街道综合执法队', 'gangcheng', '0937-6280031'],
  ['welfare', 'department', '街道民政办公室', 'gangcheng', '0937-6280032'],
  ['safety', 'department', '街道应急管理办公室', 'gangcheng', '0937-6280033'],
  ['clinic', 'department', '钢城街道社区卫生服务中心', 'gangcheng', '0937-6280034'],
  ['property', 'company', '利民物业服务公司', 'gangcheng', '0937-6280041'],
  ['property2', 'company', '安居物业服务公司', 'gangcheng', '0937-6280042'],
];

/** Offices inside the heating company, to which its tasks are given. */
const SECTIONS: readonly (readonly [code: string, name: string])[] = [
  ['heating-service', '客户服务部'],
  ['heating-repair', '抢修一队'],
];

/** Partner units (互联共转单位) that sit in the joint Party committee. */
const PARTNERS: readonly (readonly [code: string, name: string])[] = [
  ['school', '新华路小学'],
  ['kindergarten', '钢城幼儿园'],
  ['bank', '农商银行新华路支行'],
  ['hospital', '钢城职工医院'],
  ['library', '街道文化站'],
  ['bus', '公交公司三车队'],
  ['supermarket', '惠民超市'],
  ['steelworks', '钢厂退休职工服务中心'],
];

function places(): NewUnit[] {
  return [
    unit('city', ['jyg', '嘉峪关市'], { parent: null }),
    unit('street', ['gangcheng', '钢城街道'], { parent: 'jyg', phone: '0937-6280030' }),
    unit('community', ['limin', '利民社区'], {
      parent: 'gangcheng',
      address: '新华北路47号北侧',
      phone: '0937-6280040',
    }),
    // neighbours, for matters that cross a boundary
    unit('street', ['qianjin', '前进街道'], { parent: 'jyg' }),
    unit('community', ['hechang', '和畅社区'], { parent: 'qianjin' }),
    // the two streets' own teams for roads and pipes, who meet at the boundary
    unit('department', ['works', '钢城街道市政养护所'], { parent: 'gangcheng', phone: '0937-6280035' }),
    unit('department', ['qianjin-works', '前进街道市政养护所'], { parent: 'qianjin', phone: '0937-6280051' }),
    unit('building', ['hechang-b1', '和畅小区1号楼'], { parent: 'hechang' }),
    unit('building', ['hechang-b2', '和畅小区2号楼'], { parent: 'hechang' }),
    // a district of another city: nothing stands above both
    unit('district', ['qilian', '祁连区(演示)'], { parent: null }),
    unit('street', ['qifeng', '祁丰街道(演示)'], { parent: 'qilian' }),
    unit('community', ['qifenglu', '祁丰路社区(演示)'], { parent: 'qifeng' }),
    unit('department', ['qilian-urban', '祁连区城市管理局(演示)'], { parent: 'qilian' }),
    unit('building', ['qifenglu-b1', '祁丰小区1号楼(演示)'], { parent: 'qifenglu' }),
    // stands in the books, not on the ground
    {
      ...unit('building', ['limin-old-boiler', '利民小区锅炉房(已拆除)'], { parent: 'limin' }),
      from: '1994-10-01',
      to: '2019-06-01',
    },
  ];
}

function bodies(): NewUnit[] {
  const body = (kind: BodyKind, [code, name]: readonly [string, string], parent = 'limin'): NewUnit => ({
    ...unit('body', [code, name], { parent }),
    body: kind,
  });
  return [
    { ...unit('branch', ['limin-party', '利民社区党委'], { parent: 'limin' }), body: 'partyCommittee' },
    body('jointPartyCommittee', ['limin-joint', '社区大党委']),
    body('residentsCommittee', ['limin-committee', '利民社区居民委员会']),
    body('council', ['limin-council', '“睦邻说事”协商议事委员会']),
    body('collectors', ['limin-collectors', '民情收集团'], 'limin-council'),
    body('deliberators', ['limin-deliberators', '民情议事团'], 'limin-council'),
    body('advisers', ['limin-advisers', '民情顾问团'], 'limin-council'),
    body('supervisors', ['limin-supervisors', '民情监督团'], 'limin-council'),
    body('representativesMeeting', ['limin-assembly', '居民代表会议']),
    body('oversight', ['limin-oversight', '居务监督委员会']),
    body('partnerUnits', ['limin-partners', '互联共转单位']),
    body('ownersAssembly', ['limin-owners', '利民小区业主大会']),
    body('ownersCommittee', ['limin-owners-committee', '利民小区业主委员会'], 'limin-owners'),
    ...GROUPS.map((code, index): NewUnit => {
      const name = `利民社区第${String(index + 1)}居民小组`;
      return { ...unit('group', [code, name], { parent: 'limin' }), body: 'residentsGroup' };
    }),
  ];
}

/** Residents' groups (居民小组), each of five buildings or so. */
const GROUPS: readonly string[] = Array.from({ length: 12 }, (_, index) => `limin-group-${String(index + 1)}`);

/** Code of the residents' group of a building of Limin. */
export function groupOf(buildingNumber: number): string {
  return GROUPS[Math.min(GROUPS.length - 1, Math.floor((buildingNumber - 1) / 5))] ?? '';
}

/** A building of Limin: its number in the whole community and the number of its stairwells. */
export interface BuildingPlan {
  number: number;
  code: string;
  grid: string;
  stairwells: string[];
}

/** The 61 buildings, grid by grid. */
export const BUILDINGS: readonly BuildingPlan[] = GRID_SIZES.flatMap((size, grid) => {
  const before = GRID_SIZES.slice(0, grid).reduce((sum, one) => sum + one, 0);
  return Array.from({ length: size }, (_, index): BuildingPlan => {
    const number = before + index + 1;
    const code = `limin-b${String(number)}`;
    const stairwells = FOUR_STAIRWELLS.includes(number) ? [1, 2, 3, 4] : [1, 2, 3];
    return {
      number,
      code,
      grid: `limin-g${String(grid + 1)}`,
      stairwells: stairwells.map((one) => `${code}-s${String(one)}`),
    };
  });
});

const GRID_NAMES = ['第一网格', '第二网格', '第三网格', '第四网格'] as const;

function grids(): NewUnit[] {
  return GRID_NAMES.flatMap((name, index) => {
    const code = `limin-g${String(index + 1)}`;
    return [
      unit('grid', [code, `利民社区${name}`], { parent: 'limin' }),
      {
        ...unit('branch', [`${code}-branch`, `${name}党支部`], { parent: code }),
        body: 'partyBranch' as const,
      },
    ];
  });
}

function buildings(): NewUnit[] {
  return BUILDINGS.flatMap(({ number, code, grid, stairwells }) => [
    unit('building', [code, `利民小区${String(number)}号楼`], { parent: grid }),
    ...stairwells.map((one, index) =>
      unit('stairwell', [one, `${String(number)}号楼${String(index + 1)}单元`], { parent: code }),
    ),
  ]);
}

/** Codes of all departments and companies that take tasks. */
export const DEPARTMENT_CODES: readonly string[] = DEPARTMENTS.map(([code]) => code);
/** Codes of the partner units. */
export const PARTNER_CODES: readonly string[] = PARTNERS.map(([code]) => code);

/** Every unit of the demo world, parents first. */
export function liminUnits(): NewUnit[] {
  return [
    ...places(),
    ...DEPARTMENTS.map(([code, kind, name, parent, phone]) => unit(kind, [code, name], { parent, phone })),
    ...SECTIONS.map(([code, name]) => unit('department', [code, name], { parent: 'heating' })),
    ...PARTNERS.map(([code, name]) => unit('organisation', [code, name], { parent: 'gangcheng' })),
    ...bodies(),
    ...grids(),
    ...buildings(),
  ];
}
