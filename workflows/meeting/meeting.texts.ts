import type { WorkflowTexts } from '#libs/engine';

import { meetingFields } from './meeting.words.js';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const meetingTexts: WorkflowTexts = {
  label: { zh: '议事会议', en: 'Meeting' },
  description: {
    zh: '一次会议：收集议题，签到，逐一讨论，动议、附议、表决，结果告知每个议题，签署并公布纪要。',
    en: 'One sitting: items are collected, members check in, items are taken one by one with motion, second and vote, and the minutes are signed.',
  },
  stages: {
    convened: { zh: '召集', en: 'Convened' },
    sitting: { zh: '会议中', en: 'Sitting' },
    minutes: { zh: '会议纪要', en: 'Minutes' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    neighbours: { zh: '本楼本网格', en: 'Neighbours' },
    council: { zh: '议事会', en: 'Council' },
    assembly: { zh: '居民代表会议', en: 'Representatives’ meeting' },
    chair: { zh: '主持人', en: 'Chair' },
    present: { zh: '到场成员', en: 'Member present' },
    guest: { zh: '列席', en: 'Guest' },
    drafter: { zh: '纪要起草人', en: 'Drafter of the minutes' },
    represented: { zh: '委托人', en: 'Represented' },
    proxyHolder: { zh: '受托人', en: 'Holder of a proxy' },
    speaker: { zh: '发言人', en: 'Speaker' },
    amender: { zh: '修正案提出人', en: 'Mover of the amendment' },
    nominee: { zh: '被提名人', en: 'Nominee' },
    mover: { zh: '动议人', en: 'Mover' },
    recused: { zh: '回避', en: 'Recused' },
  },
  fields: meetingFields,
};
