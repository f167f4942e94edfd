import type { Label } from '#libs/engine';

/** Offices as people call them, for pages. A role without a word here is shown by its key. */
export const ROLE_WORDS: Readonly<Record<string, Label | undefined>> = {
  resident: { zh: '居民', en: 'resident' },
  collector: { zh: '收集团成员', en: 'collector' },
  deliberator: { zh: '议事团成员', en: 'deliberator' },
  adviser: { zh: '顾问团成员', en: 'adviser' },
  supervisor: { zh: '监督团成员', en: 'supervisor' },
  representative: { zh: '居民代表', en: 'representative' },
  chair: { zh: '召集人', en: 'chair' },
  coordinator: { zh: '协调员', en: 'coordinator' },
  secretary: { zh: '书记', en: 'secretary' },
  recorder: { zh: '记录员', en: 'minute taker' },
  committeeMember: { zh: '居委会委员', en: 'committee member' },
  member: { zh: '党员', en: 'Party member' },
  volunteer: { zh: '志愿者', en: 'volunteer' },
  partner: { zh: '共建单位代表', en: 'partner' },
  gridLeader: { zh: '网格长', en: 'grid leader' },
  gridMember: { zh: '网格员', en: 'grid member' },
  stairwellLeader: { zh: '单元长', en: 'stairwell leader' },
  duty: { zh: '值班员', en: 'duty officer' },
  hotline: { zh: '热线话务员', en: 'hotline clerk' },
  department: { zh: '经办人', en: 'clerk' },
  leader: { zh: '负责人', en: 'leader' },
  operator: { zh: '运维员', en: 'operator' },
};
