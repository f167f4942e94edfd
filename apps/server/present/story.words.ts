import type { Label } from '#libs/engine';

/** What was published, in words; the keys are those of the workflows' news. */
export const NEWS_WORDS: Readonly<Record<string, Label | undefined>> = {
  received: { zh: '已受理', en: 'Received' },
  danger: { zh: '险情处置', en: 'Emergency' },
  information_wanted: { zh: '请补充情况', en: 'More information wanted' },
  merged: { zh: '并入同类事项', en: 'Goes on with a like matter' },
  declined: { zh: '不予受理及理由', en: 'Declined, with the reason' },
  forwarded: { zh: '转交有权单位', en: 'Handed to whom it belongs' },
  appeal: { zh: '申诉结果', en: 'Outcome of the appeal' },
  refused: { zh: '未同意及理由', en: 'Refused, with the reason' },
  direct_line: { zh: '直通快办及理由', en: 'Done directly, with the reason' },
  called_back: { zh: '叫停直通，转入协商', en: 'Called back for deliberation' },
  on_agenda: { zh: '列入会议议程', en: 'On the agenda' },
  decision: { zh: '公布决定', en: 'Decision announced' },
  rejected: { zh: '会议否决及理由', en: 'Rejected, with the reason' },
  long_works: { zh: '需较长工期及理由', en: 'Takes long, with the reason' },
  offered: { zh: '公开征集认领', en: 'Open for claiming' },
  claimed: { zh: '已认领', en: 'Claimed' },
  outcome: { zh: '公布办理结果', en: 'Outcome posted' },
  final_answer: { zh: '最终答复', en: 'Final answer' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  closed: { zh: '办结', en: 'Closed' },
  minutes: { zh: '会议纪要', en: 'Minutes' },
  invitation: { zh: '会议通知', en: 'Meeting called' },
  notice: { zh: '公示', en: 'Public notice' },
  progress: { zh: '办理进展', en: 'Progress' },
  timetable: { zh: '调整计划及理由', en: 'Timetable changed, with the reason' },
  extension: { zh: '延期及理由', en: 'More time, with the reason' },
  returned: { zh: '退单及理由', en: 'Returned, with the reason' },
};

/** Words of what was published for which there are no others. */
export const PUBLISHED: Label = { zh: '公开信息', en: 'Published' };

/** Results of cases by their own key. */
export const RESULT_WORDS: Readonly<Record<string, Label | undefined>> = {
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '未通过', en: 'Not passed' },
  no_quorum: { zh: '参与不足，未形成结果', en: 'Too few took part' },
  tie: { zh: '票数相同', en: 'Tied' },
  verified: { zh: '核验通过', en: 'Verified' },
  impossible: { zh: '无法办理', en: 'Cannot be done' },
  cancelled: { zh: '已撤回', en: 'Withdrawn' },
  solved: { zh: '已解决', en: 'Solved' },
  accepted: { zh: '已认可', en: 'Accepted' },
  final_answer: { zh: '最终答复', en: 'Final answer' },
  declined: { zh: '不予受理', en: 'Declined' },
  forwarded: { zh: '已转交', en: 'Handed on' },
  rejected: { zh: '会议否决', en: 'Rejected' },
  refused: { zh: '未同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  merged: { zh: '随主事项办结', en: 'Settled with the main matter' },
  unopposed: { zh: '公示无异议', en: 'No objection' },
  upheld: { zh: '异议成立', en: 'Objection upheld' },
  adopted: { zh: '通过', en: 'Adopted' },
};

/** Who acted, where nobody is to be named. */
export const RESIDENT: Label = { zh: '居民', en: 'A resident' };
export const REPORTER: Label = { zh: '反映人', en: 'The reporter' };
export const ME: Label = { zh: '我', en: 'Me' };

/** Figures of results. */
export const FIGURE_WORDS = {
  turnout: { zh: '参与', en: 'Took part' },
  turnoutArea: { zh: '参与面积', en: 'Area taking part' },
  yes: { zh: '同意', en: 'Yes' },
  no: { zh: '反对', en: 'No' },
  abstain: { zh: '弃权', en: 'Abstained' },
  void: { zh: '无效', en: 'Void' },
  objections: { zh: '异议', en: 'Objections' },
  signatures: { zh: '联名', en: 'Signatures' },
  opinions: { zh: '专家意见', en: 'Opinions' },
  measures: { zh: '措施建议', en: 'Measures proposed' },
} as const satisfies Record<string, Label>;
