import { idFromName } from '#libs/registry';

import { matterId } from './limin.catalogue.js';
import { unitId } from './limin.units.js';

/** An entry of the demonstration's admission register: what a department hands down, or wanted to. */
export interface DemoAdmission {
  id: string;
  matter: string;
  applicant: string;
  scope: string;
  reason: string;
  means: string;
  /** Whether it was admitted, and why. */
  admitted: boolean;
  ground: string;
}

type Sketch = readonly [matter: string, by: string, reason: string, means: string];

/**
 * What of the 110 matters that were handed down before is still admitted: 50 were (Chongchuan, Nantong). These are the ones of the
 * catalogue of Limin; the reasons are invented.
 */
const ADMITTED: readonly Sketch[] = [
  ['一老一小', 'civil', '社区最了解老人和孩子的情况', '每户每年60元走访经费，网格员授权登记'],
  ['为老服务', 'civil', '服务在居民家门口', '随单拨付，授权社区评估'],
  ['关爱探访', 'civil', '探访对象由社区掌握', '每次探访补贴15元'],
  ['代办服务', 'hr', '居民少跑腿', '授权窗口收件，配备一体机'],
  ['政务服务', 'hotline', '就近办理', '授权收件，业务培训每季一次'],
  ['垃圾分类', 'sanitation', '宣传和督导离不开居民', '每点位每月300元督导经费'],
  ['养犬', 'police', '登记信息由社区协助核对', '授权核对，不含处罚'],
  ['出租房', 'police', '居住情况由网格掌握', '授权登记，不含检查和处罚'],
  ['活动场所', 'civil', '场所由居民使用和管理', '维护经费随场所移交'],
  ['居民公约', 'justice', '公约由居民议定', '法治专员每月驻点两次'],
];

/** What was struck off: departments do it themselves from then on. */
const REFUSED: readonly (readonly [...Sketch, ground: string])[] = [
  ['违法建设', 'urban', '社区发现得早', '无', '执法是部门的法定职责，社区没有执法权；社区只报告，不处置'],
  ['占道经营', 'urban', '社区就在现场', '无', '没有授权也没有经费，不得下派'],
  ['油烟', 'environment', '投诉来自居民', '无', '检测和处罚是部门职责，社区不具备条件'],
  ['消防', 'fire', '社区点多面广', '无', '消防检查须由有资质的人员进行；社区只做巡查提示'],
  ['燃气安全', 'gas', '入户方便', '无', '入户安检是燃气公司的法定责任'],
  ['电梯安全', 'market', '电梯在小区里', '无', '特种设备监管不得下派社区'],
  ['噪声', 'environment', '邻里之间好沟通', '无', '测量和处罚是部门职责；邻里纠纷另由社区调解'],
  ['房屋安全', 'housing', '社区熟悉老旧房屋', '无', '鉴定须由专业机构进行'],
];

const sketched = ([matter, by, reason, means]: Sketch, more: { admitted: boolean; ground: string }): DemoAdmission => ({
  id: idFromName(`admission:${matter}:${by}`),
  matter: matterId(matter),
  applicant: unitId(by),
  scope: unitId('jyg'),
  reason,
  means,
  ...more,
});

/** The admission register (社区工作准入) of the demonstration. */
export function liminAdmissions(): DemoAdmission[] {
  return [
    ...ADMITTED.map((one) => sketched(one, { admitted: true, ground: '权随责走、费随事转，准予下沉' })),
    ...REFUSED.map(([matter, by, reason, means, ground]) =>
      sketched([matter, by, reason, means], { admitted: false, ground }),
    ),
  ];
}
