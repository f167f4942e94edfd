import type { Label } from '#libs/engine';

import type { CalledBy, Decider, MeetingKind } from './contract.js';
import type { Item, PastAmendment, PastMotion, Side } from './meeting.context.js';

/*
 * The words minutes are written in.
 */

export const KIND_WORDS: Readonly<Record<MeetingKind, Label>> = {
  parlour: { zh: '网格会客厅', en: 'Grid parlour' },
  council: { zh: '居民议事会', en: 'Council' },
  representatives: { zh: '居民代表会议', en: 'Representatives’ meeting' },
  assembly: { zh: '居民会议', en: 'Residents’ assembly' },
  owners: { zh: '业主座谈会', en: 'Owners’ meeting' },
  roundTable: { zh: '圆桌会', en: 'Round table' },
  eveningTalk: { zh: '夜谈会', en: 'Evening talk' },
};

export const CALLED_BY_WORDS: Readonly<Record<CalledBy, Label>> = {
  committee: { zh: '由居委会召集', en: 'Called by the committee' },
  rhythm: { zh: '例会', en: 'Regular meeting' },
  petition: { zh: '应联名要求召集', en: 'Called by petition' },
};

export const DECIDER_WORDS: Readonly<Record<Decider, Label>> = {
  residents: { zh: '居民决定', en: 'Residents decide' },
  owners: { zh: '业主共同决定', en: 'Owners decide' },
  department: { zh: '部门职责，居民可以建议', en: 'A department decides; residents may recommend' },
  nobody: { zh: '个人权益，不表决', en: 'Nobody votes on it' },
};

export const RESULT_WORDS: Readonly<Record<Item['status'], Label>> = {
  waiting: { zh: '未讨论', en: 'Not treated' },
  adopted: { zh: '通过', en: 'Adopted' },
  rejected: { zh: '未通过', en: 'Rejected' },
  next_meeting: { zh: '留待下次会议', en: 'Carried over' },
  unsettled: { zh: '协商未果', en: 'Not settled' },
  dropped: { zh: '移出议程', en: 'Taken off the agenda' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  refused: { zh: '本会无权决定，未列入议程', en: 'Refused: not ours to decide' },
};

/** What came of an item that the chair declared not to be this meeting's: to whom it goes. */
export const REFERRED_WORDS: Readonly<Record<Decider, Label>> = {
  residents: { zh: '转由居民决定', en: 'Referred to the residents' },
  owners: { zh: '不归本会决定，转由业主共同决定', en: 'Not for this meeting: referred to the owners' },
  department: {
    zh: '不归本会决定，转由主管部门办理',
    en: 'Not for this meeting: referred to the department in charge',
  },
  nobody: {
    zh: '属于个人权益，谁都不能表决，转由当事人自己处理',
    en: 'Nobody votes on it: left to those whose right it is',
  },
};

export const MOTION_ENDS: Readonly<Record<PastMotion['end'], Label>> = {
  adopted: { zh: '通过', en: 'Adopted' },
  defeated: { zh: '未通过', en: 'Defeated' },
  fell: { zh: '无人附议', en: 'Nobody seconded it' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  undecided: { zh: '未作决定', en: 'Not decided' },
};

export const AMENDMENT_ENDS: Readonly<Record<PastAmendment['end'], Label>> = {
  accepted: { zh: '动议人接受', en: 'Accepted by the mover' },
  adopted: { zh: '通过', en: 'Adopted' },
  defeated: { zh: '未通过', en: 'Defeated' },
  fell: { zh: '无人附议', en: 'Nobody seconded it' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
};

export const SIDE_WORDS: Readonly<Record<Side, Label>> = {
  for: { zh: '赞成', en: 'For' },
  against: { zh: '反对', en: 'Against' },
  neutral: { zh: '中立', en: 'Neutral' },
};

export const VERDICT_WORDS: Readonly<Record<'passed' | 'failed' | 'no_quorum' | 'tie', Label>> = {
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '未通过', en: 'Failed' },
  no_quorum: { zh: '参加人数不足', en: 'Too few took part' },
  tie: { zh: '票数相等', en: 'Tie' },
};
