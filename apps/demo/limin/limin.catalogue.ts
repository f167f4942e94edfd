import type { Amount } from '#libs/calendar';
import type { JsonObject, Label } from '#libs/engine';
import { idFromName } from '#libs/registry';
import type { Competence, Duty, NewDuty, NewMatter } from '#libs/registry';

import { MATTERS } from './catalogue/index.js';
import type { Matter, Theme } from './catalogue/matter.js';
import { SINCE } from './limin.figures.js';
import { unitId } from './limin.units.js';

/** Id of a demo entry of the catalogue by its Chinese name: the same in every installation. */
export const matterId = (name: string): string => idFromName(`matter:${name}`);

const HEADINGS: Readonly<Record<Theme, Label>> = {
  utilities: { zh: '水电气暖', en: 'Heat, water, power and gas' },
  building: { zh: '房屋与设施', en: 'Buildings and what belongs to them' },
  order: { zh: '秩序与安全', en: 'Order and safety' },
  environment: { zh: '环境卫生', en: 'Environment' },
  people: { zh: '为民服务', en: 'Services for people' },
  occasional: { zh: '其他事项', en: 'Other matters' },
};

/** English names of the entries. */
const ENGLISH: Readonly<Record<string, string>> = {
  一老一小: 'The old and the young',
  为老服务: 'Services for the old',
  井盖: 'Manhole covers',
  代办服务: 'Errands',
  供水: 'Water',
  供热: 'Heating',
  供电: 'Power',
  停车: 'Parking',
  公共交通: 'Public transport',
  公共设施: 'Public facilities',
  关爱探访: 'Visits of care',
  其他: 'Anything else',
  养犬: 'Dogs',
  出租房: 'Rented flats',
  加装电梯: 'Adding a lift',
  占道经营: 'Stalls on pavements',
  噪声: 'Noise',
  四害防治: 'Pests',
  垃圾分类: 'Sorting of waste',
  安防: 'Security',
  居民公约: "Residents' covenant",
  房屋安全: 'Safety of buildings',
  房屋维修: 'Repair of buildings',
  排水: 'Drains',
  政务服务: 'Public services',
  楼道堆物: 'Things left in stairwells',
  油烟: 'Kitchen fumes',
  活动场所: 'Places to meet',
  消防: 'Fire safety',
  消防通道: 'Fire lanes',
  燃气安全: 'Gas safety',
  物业服务: 'Property service',
  环境卫生: 'Cleanliness',
  电动车: 'Electric bicycles',
  电梯安全: 'Safety of lifts',
  管线: 'Cables and pipes',
  绿化: 'Greenery',
  路灯: 'Street lights',
  违法建设: 'Illegal building',
  适老改造: 'Changes for the old',
  道路: 'Roads',
  邻里纠纷: 'Quarrels of neighbours',
  除雪: 'Snow',
  非机动车: 'Bicycles',
};

const HANDLING: Readonly<Record<Matter['class'], Amount>> = {
  utility: { amount: 24, unit: 'hour' },
  consultation: { amount: 3, unit: 'workingDay' },
  general: { amount: 5, unit: 'workingDay' },
  complex: { amount: 15, unit: 'day' },
};

/** What has to be answered when it is reported. */
const QUESTIONS: Readonly<Record<string, JsonObject>> = {
  供热: {
    type: 'object',
    properties: {
      temperature: { type: 'number', minimum: -20, maximum: 40, title: '室温（℃）· Room temperature' },
      neighbours: { type: 'boolean', title: '邻居家也不热？· Neighbours cold, too?' },
    },
    required: ['temperature', 'neighbours'],
    additionalProperties: false,
  },
  加装电梯: {
    type: 'object',
    properties: {
      stairwell: { type: 'string', minLength: 1, title: '单元 · Stairwell' },
      floors: { type: 'integer', minimum: 2, maximum: 40, title: '楼层数 · Floors' },
    },
    required: ['stairwell', 'floors'],
    additionalProperties: false,
  },
  噪声: {
    type: 'object',
    properties: { hours: { type: 'string', minLength: 1, title: '什么时段 · At what hours' } },
    required: ['hours'],
    additionalProperties: false,
  },
};

/** One entry for each category that comes up in the year, below a heading for each theme. */
export function liminMatters(): NewMatter[] {
  const unit = unitId('jyg');
  const themes = Object.keys(HEADINGS) as Theme[];
  const headings = themes.map((theme, index): NewMatter => {
    return {
      id: matterId(theme),
      parent: null,
      unit,
      code: `0${String(index + 1)}`,
      name: HEADINGS[theme],
      from: SINCE,
    };
  });
  const entries = [...new Map(MATTERS.map((one) => [one.category, one])).values()];
  const counts = new Map<Theme, number>();
  const matters = entries.map((one): NewMatter => {
    const number = (counts.get(one.theme) ?? 0) + 1;
    counts.set(one.theme, number);
    return {
      id: matterId(one.category),
      parent: matterId(one.theme),
      unit,
      code: `0${String(themes.indexOf(one.theme) + 1)}${String(number).padStart(2, '0')}`,
      name: { zh: one.category, en: ENGLISH[one.category] ?? one.category },
      competence: one.decides satisfies Competence,
      limits: { handling: HANDLING[one.class] },
      questions: QUESTIONS[one.category] ?? null,
      guide: { text: { zh: one.ground, en: 'Ask the community; the ground is given in Chinese.' }, pictures: [] },
      from: SINCE,
    };
  });
  return [...headings, ...matters];
}

type Sketch = readonly [matter: string, duty: Duty, given: Partial<NewDuty>];

const community = { assigneeKind: 'community', role: 'coordinator' } as const;

/** Several assist, so that whom is part of what such a field is called by. */
function dutyId(matter: string, duty: Duty, { assignee }: Partial<NewDuty>): string {
  return idFromName(duty === 'assist' ? `duty:${matter}:${duty}:${assignee ?? ''}` : `duty:${matter}:${duty}`);
}

/** Old courtyards: the city builds, the community patrols, the street maintains; what a company serves, it maintains itself. */
export function liminDuties(): NewDuty[] {
  const general = Object.keys(HEADINGS).flatMap((theme): Sketch[] => [
    [theme, 'build', { assigneeKind: 'city' }],
    [theme, 'patrol', community],
    [theme, 'maintain', { assigneeKind: 'street' }],
  ]);
  const led = [...new Map(MATTERS.map((one) => [one.category, one.departments[0]]))].map(([category, code]): Sketch => [
    category,
    'maintain',
    { assignee: unitId(code) },
  ]);
  const matters = new Map(MATTERS.map((one) => [one.category, one]));
  const helped = [...matters].flatMap(([category, { departments }]) =>
    departments.slice(1).map((code): Sketch => [category, 'assist', { assignee: unitId(code) }]),
  );
  const handled: Sketch[] = [
    // the company maintains the cables, but whoever digs is dealt with by the city's managers
    ['管线', 'handle', { assignee: unitId('urban') }],
    // a stairwell is cleared by the community together with whoever serves it
    ['楼道堆物', 'handle', { assigneeKind: 'community', role: 'coordinator' }],
  ];
  const approvals: Sketch[] = [
    ['加装电梯', 'approve', { assignee: unitId('housing') }],
    ['占道经营', 'approve', { assignee: unitId('urban') }],
    ['消防通道', 'patrol', { assigneeKind: 'grid', role: 'gridLeader' }],
  ];
  const unit = unitId('jyg');
  return [...general, ...led, ...approvals, ...handled, ...helped].map(([matter, duty, given]) => ({
    ...{ id: dutyId(matter, duty, given), matter: matterId(matter), duty, unit },
    ...given,
    from: SINCE,
  }));
}
