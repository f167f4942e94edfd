import type { WorkflowTexts } from '#libs/engine';

import { jointMeetingFields } from './joint-meeting.words.js';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const jointTexts: WorkflowTexts = {
  label: { zh: '约请与联席会议', en: 'Joint meeting' },
  description: {
    zh: '社区、街道、区约请各单位到会，跨区域、跨部门的事开一次会、出一份纪要、定清各自职责，职责成为任务。',
    en: 'A community, street or district summons the units concerned: one sitting, one minute, and duties that become tasks.',
  },
  stages: {
    summons: { zh: '约请', en: 'Summons' },
    sitting: { zh: '开会', en: 'Sitting' },
    minute: { zh: '纪要', en: 'Minute' },
    duties: { zh: '落实', en: 'Duties' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    caller: { zh: '提出人', en: 'Who asked for it' },
    drafter: { zh: '纪要起草人', en: 'Who drafted the minute' },
    chair: { zh: '主持单位', en: 'Unit that chairs' },
    convener: { zh: '召集单位', en: 'Unit that calls' },
    upper: { zh: '上级单位', en: 'Tier above' },
    summoned: { zh: '被约请单位', en: 'Summoned unit' },
    countersigner: { zh: '会签单位', en: 'Unit that was there and may countersign' },
    expected: { zh: '未答复约请的单位', en: 'Unit that has not answered the summons' },
    unheard: { zh: '未答复纪要的单位', en: 'Unit that has not answered the minute' },
  },
  fields: jointMeetingFields,
};
