import type { Label } from '#libs/engine';

import type { CovenantKind } from './contract.js';

/** Something to start a draft from. The text is in the language covenants are written in. */
export interface CovenantTemplate {
  key: string;
  kind: CovenantKind;
  title: Label;
  /** In Chinese; what is in 〔〕 is filled in by the drafters. */
  text: string;
}

const articles = (...lines: string[]): string => lines.join('\n');

/** Templates for the matters communities write covenants about. None sets a penalty. */
export const COVENANT_TEMPLATES: readonly CovenantTemplate[] = [
  {
    key: 'dogs',
    kind: 'covenant',
    title: { zh: '文明养犬公约', en: 'Covenant on keeping dogs' },
    text: articles(
      '第一条 本公约适用于〔小区〕全体居民。',
      '第二条 依法登记、定期免疫，不养禁养犬只。',
      '第三条 出门牵绳，绳长不超过〔1.5〕米；乘电梯避开高峰，主动避让老人、孕妇和孩子。',
      '第四条 随手清理粪便；〔22:00〕至次日〔6:00〕避免犬吠扰邻。',
      '第五条 邻里之间先提醒、再调解；违反法律法规的，由主管部门依法处理。',
      '第六条 本公约自〔日期〕起施行，经原通过主体同意可以修订。',
    ),
  },
  {
    key: 'parking',
    kind: 'covenant',
    title: { zh: '停车公约', en: 'Covenant on parking' },
    text: articles(
      '第一条 本公约约定停车秩序；共有道路和车位的使用由业主依法共同决定。',
      '第二条 不占消防通道、不堵出入口、不占无障碍车位。',
      '第三条 访客车辆停在〔区域〕，过夜先登记。',
      '第四条 挪车电话放在明显处；接到电话〔15〕分钟内挪车。',
      '第五条 邻里之间先提醒、再调解；违反法律法规的，由主管部门依法处理。',
      '第六条 本公约自〔日期〕起施行，经原通过主体同意可以修订。',
    ),
  },
  {
    key: 'stairwell',
    kind: 'covenant',
    title: { zh: '楼道公约', en: 'Covenant of a stairwell' },
    text: articles(
      '第一条 楼道不堆物、不停放和充电动车，保持疏散通道畅通。',
      '第二条 〔每周〕轮流清扫，轮值表贴在一楼。',
      '第三条 装修提前〔3〕天告知邻居，工作日〔8:00—12:00、14:00—18:00〕施工。',
      '第四条 邻里之间先提醒、再调解；违反法律法规的，由主管部门依法处理。',
      '第五条 本公约自〔日期〕起施行，经原通过主体同意可以修订。',
    ),
  },
  {
    key: 'shops',
    kind: 'pledge',
    title: { zh: '沿街商户自律公约', en: 'Pledge of the shops along the street' },
    text: articles(
      '我们自愿承诺，并只以本承诺约束自己：',
      '一、门前整洁，不出店经营，不占盲道。',
      '二、油烟、噪声达标，〔22:00〕后不使用扩音设备。',
      '三、明码标价，接待投诉〔1〕个工作日内答复。',
      '四、互相提醒；每〔季度〕在街坊联席会议上通报一次。',
      '五、可以随时加入或者退出。',
    ),
  },
  {
    key: 'volunteers',
    kind: 'pledge',
    title: { zh: '邻里互助承诺', en: 'Pledge of neighbourly help' },
    text: articles(
      '我们自愿承诺，并只以本承诺约束自己：',
      '一、每月为邻里做一件事。',
      '二、答应的事按时做；做不到的提前说。',
      '三、保护他人隐私，不传播家长里短。',
      '四、可以随时加入或者退出。',
    ),
  },
];
