import type { Label } from '#libs/engine';
import { idFromName } from '#libs/registry';

/** An office of a demo person: role and code of the unit where it is held. */
export type DemoOffice = readonly [role: string, unit: string];

/** Somebody a visitor can sign in as. Names and lives are invented. */
export interface DemoPerson {
  /** Stable key, also part of the id. */
  key: string;
  id: string;
  name: string;
  gender: 'female' | 'male';
  age: number;
  /** What the visitor sees when choosing whom to be. */
  title: Label;
  /** Lives in one of the flats; staff and departments do not. */
  resident: boolean;
  /** Where staff work: code of the unit. */
  works?: string;
  partyMember?: boolean;
  livesAlone?: boolean;
  offices: readonly DemoOffice[];
}

type Sketch = Omit<DemoPerson, 'id' | 'key' | 'resident'>;

const at = (works: string, sketch: Omit<Sketch, 'works'>) => ({ ...sketch, works, resident: false });
const home = (sketch: Omit<Sketch, 'works'>) => ({ ...sketch, resident: true });

const PEOPLE = {
  resident: home({
    name: '王桂兰',
    gender: 'female',
    age: 72,
    livesAlone: true,
    title: { zh: '居民', en: 'Resident' },
    offices: [],
  }),
  neighbour: home({
    name: '刘鹏',
    gender: 'male',
    age: 38,
    title: { zh: '居民(流动人口家庭的邻居)', en: 'Resident, younger neighbour' },
    offices: [],
  }),
  collector: home({
    name: '何秀珍',
    gender: 'female',
    age: 64,
    title: { zh: '民情收集团成员', en: 'Collector' },
    offices: [
      ['collector', 'limin-collectors'],
      ['stairwellLeader', 'limin-b5-s1'],
    ],
  }),
  deliberator: home({
    name: '郭淑芬',
    gender: 'female',
    age: 66,
    title: { zh: '民情议事团成员', en: 'Deliberator' },
    offices: [['deliberator', 'limin-deliberators']],
  }),
  chair: home({
    name: '马振华',
    gender: 'male',
    age: 69,
    partyMember: true,
    title: { zh: '议事会召集人', en: 'Chair of the council' },
    offices: [
      ['chair', 'limin-council'],
      ['deliberator', 'limin-deliberators'],
      ['member', 'limin-party'],
    ],
  }),
  supervisor: home({
    name: '孙长生',
    gender: 'male',
    age: 70,
    partyMember: true,
    title: { zh: '民情监督团成员', en: 'Supervisor' },
    offices: [
      ['supervisor', 'limin-supervisors'],
      ['member', 'limin-party'],
    ],
  }),
  representative: home({
    name: '赵玉兰',
    gender: 'female',
    age: 68,
    title: { zh: '居民代表', en: "Residents' representative" },
    offices: [['representative', 'limin-assembly']],
  }),
  volunteer: home({
    name: '钱晓燕',
    gender: 'female',
    age: 45,
    title: { zh: '志愿者', en: 'Volunteer' },
    offices: [['volunteer', 'limin']],
  }),
  partyMember: home({
    name: '田守业',
    gender: 'male',
    age: 67,
    partyMember: true,
    title: { zh: '党员', en: 'Party member' },
    offices: [
      ['member', 'limin-party'],
      ['volunteer', 'limin'],
    ],
  }),
  relative: at('hechang', {
    name: '张慧芳',
    gender: 'female',
    age: 46,
    title: { zh: '王桂兰的女儿(受托亲属)', en: "Wang Guilan's daughter, authorised" },
    offices: [],
  }),
  adviser: at('justice', {
    name: '沈明轩',
    gender: 'male',
    age: 41,
    title: { zh: '顾问团成员、社区法治专员', en: 'Adviser, legal officer' },
    offices: [['adviser', 'limin-advisers']],
  }),
  coordinator: at('limin', {
    name: '李雪梅',
    gender: 'female',
    age: 39,
    title: { zh: '社区协调员', en: 'Coordinator' },
    offices: [['coordinator', 'limin']],
  }),
  secretary: at('limin', {
    name: '陈志远',
    gender: 'male',
    age: 48,
    partyMember: true,
    title: { zh: '社区党委书记', en: 'Secretary of the Party committee' },
    offices: [
      ['secretary', 'limin-party'],
      ['secretary', 'limin-joint'],
    ],
  }),
  recorder: at('limin', {
    name: '吴佳',
    gender: 'female',
    age: 31,
    title: { zh: '社区干事、会议记录员', en: 'Minute taker' },
    offices: [
      ['recorder', 'limin'],
      ['department', 'limin'],
      ['committeeMember', 'limin-committee'],
    ],
  }),
  gridLeader: at('limin', {
    name: '徐静',
    gender: 'female',
    age: 35,
    title: { zh: '第一网格长', en: 'Grid leader' },
    offices: [
      ['gridLeader', 'limin-g1'],
      ['collector', 'limin-collectors'],
    ],
  }),
  duty: at('limin', {
    name: '韩磊',
    gender: 'male',
    age: 33,
    title: { zh: '值班员', en: 'Duty officer' },
    offices: [['duty', 'limin']],
  }),
  hotline: at('hotline', {
    name: '周婷婷',
    gender: 'female',
    age: 29,
    title: { zh: '12345热线话务员', en: 'Hotline clerk' },
    offices: [['hotline', 'jyg']],
  }),
  department: at('heating', {
    name: '赵志刚',
    gender: 'male',
    age: 44,
    title: { zh: '供热公司经办人', en: 'Heating company, clerk' },
    offices: [['department', 'heating']],
  }),
  departmentLeader: at('heating', {
    name: '秦卫东',
    gender: 'male',
    age: 52,
    title: { zh: '供热公司负责人', en: 'Heating company, leader' },
    offices: [['leader', 'heating']],
  }),
  property: at('property', {
    name: '丁海燕',
    gender: 'female',
    age: 42,
    title: { zh: '物业公司经办人', en: 'Property company, clerk' },
    offices: [['department', 'property']],
  }),
  partner: at('school', {
    name: '方文静',
    gender: 'female',
    age: 40,
    title: { zh: '共建单位代表', en: 'Partner unit' },
    offices: [
      ['partner', 'limin-joint'],
      ['partner', 'school'],
      ['leader', 'school'],
    ],
  }),
  leader: at('gangcheng', {
    name: '高国强',
    gender: 'male',
    age: 50,
    title: { zh: '街道分管领导', en: 'Street leader' },
    offices: [['leader', 'gangcheng']],
  }),
  cityLeader: at('jyg', {
    name: '冯建华',
    gender: 'male',
    age: 54,
    title: { zh: '市级分管领导', en: 'City leader' },
    offices: [['leader', 'jyg']],
  }),
  operator: at('jyg', {
    name: '白浩',
    gender: 'male',
    age: 34,
    title: { zh: '平台运维员', en: 'Operator' },
    offices: [['operator', 'jyg']],
  }),
  elsewhere: at('qifenglu', {
    name: '石秀云',
    gender: 'female',
    age: 37,
    title: { zh: '另一城区的社区协调员', en: 'Coordinator in another city' },
    offices: [['coordinator', 'qifenglu']],
  }),
} as const satisfies Record<string, Omit<DemoPerson, 'id' | 'key'>>;

/** Keys of {@link demoPeople}. */
export type DemoPersonKey = keyof typeof PEOPLE;

/** Id of a demo person by key: the same in every installation. */
export const demoPersonId = (key: string): string => idFromName(`demo-person:${key}`);

/** The people a visitor can sign in as, one for each role, by key. */
export const demoPeople: Readonly<Record<DemoPersonKey, DemoPerson>> = Object.fromEntries(
  Object.entries(PEOPLE).map(([key, person]) => [key, { ...person, key, id: demoPersonId(key) }]),
) as Record<DemoPersonKey, DemoPerson>;
