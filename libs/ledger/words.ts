import type { RateName } from '#libs/contract';
import type { Label } from '#libs/engine';

import type { Counts } from './rates.rules.js';
import type { DigestPeriod } from './ledger.vocabulary.js';

const l = (zh: string, en: string): Label => ({ zh, en });

export const RATE_LABELS: Readonly<Record<RateName, Label>> = {
  response: l('响应率', 'Response rate'),
  onTime: l('按时办结率', 'On-time rate'),
  solved: l('解决率', 'Solved rate'),
  satisfied: l('满意率', 'Satisfied rate'),
  redo: l('返工率', 'Redo rate'),
  return: l('退单率', 'Return rate'),
  extension: l('延期率', 'Extension rate'),
  dispatch: l('错派率', 'Wrong-dispatch rate'),
};

export const COUNT_LABELS: Readonly<Record<keyof Counts, Label>> = {
  opened: l('建账', 'Opened'),
  finished: l('办结', 'Finished'),
  ended: l('销账', 'Ended'),
  overdue: l('逾期未办结', 'Overdue'),
  held: l('挂起中', 'On hold'),
  supervised: l('督办', 'Supervised'),
  arbitrated: l('裁定', 'By arbitration'),
  asked: l('应回访', 'Asked'),
  reached: l('已联系上', 'Reached'),
  answered: l('已评议', 'Answered'),
  silent: l('未表态', 'Silent'),
  callable: l('可回访件', 'To be called back'),
  called: l('已回访件', 'Called back'),
};

/** What a unit's account of a period counts, in the order it is told. */
export const ACTIVITIES = [
  'received',
  'accepted',
  'returned',
  'arbitrated',
  'held',
  'extended',
  'finishedOnTime',
  'finishedLate',
  'overdue',
  'redone',
  'verified',
  'supervised',
  'published',
  'asked',
  'reached',
  'answered',
  'silent',
  'solved',
  'satisfied',
  'excluded',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const ACTIVITY_LABELS: Readonly<Record<Activity, Label>> = {
  received: l('收到', 'Received'),
  accepted: l('接单', 'Accepted'),
  returned: l('退单', 'Returned'),
  arbitrated: l('经裁定承办', 'Given by arbitration'),
  held: l('挂起', 'Held'),
  extended: l('延期', 'Extended'),
  finishedOnTime: l('按时办结', 'Finished on time'),
  finishedLate: l('逾期办结', 'Finished late'),
  overdue: l('期末逾期未办结', 'Overdue at the end'),
  redone: l('返工', 'Done again'),
  verified: l('核验通过', 'Verified'),
  supervised: l('督办', 'Supervised'),
  published: l('晒账', 'Published'),
  asked: l('应评议人次', 'People asked'),
  reached: l('联系上', 'Reached'),
  answered: l('已评议', 'Answered'),
  silent: l('未表态', 'Silent'),
  solved: l('解决', 'Solved'),
  satisfied: l('满意', 'Satisfied'),
  excluded: l('申诉剔除', 'Left out of a rate'),
};

export const PERIOD_LABELS: Readonly<Record<DigestPeriod, Label>> = {
  day: l('日报', 'Daily account'),
  week: l('周报', 'Weekly account'),
  month: l('月报', 'Monthly account'),
  quarter: l('季报', 'Quarterly account'),
};
