import type { FieldTexts, FieldWords } from '#libs/engine';

const minute: FieldWords = {
  minute: [
    '会议纪要',
    'The minute',
    { help: ['会上说了什么、定了什么，只写一份。', 'What was said and agreed: one for all.'] },
  ],
  duties: ['分工', 'Who does what', { help: ['只有一个主办，其他协办。', 'Exactly one leads, the others assist.'] }],
  'duties[].unit': ['哪个单位', 'Unit whose duty it is'],
  'duties[].part': [
    '主办还是协办',
    'Leads or assists',
    { values: { lead: ['主办', 'Leads'], assist: ['协办', 'Assists'] } },
  ],
  'duties[].instruction': ['要做什么', 'What it has to do'],
  'duties[].limit': ['办理时限', 'Time to do it', { help: ['不填就按通常的时限。', 'Left empty: the usual time.'] }],
  'duties[].matter': [
    '属于哪类事项',
    'Kind of matter',
    { help: ['不填就同会议的事项一样。', 'Left empty: that of the meeting.'] },
  ],
  owner: ['今后归哪个单位管', 'Who owns it from now'],
  ground: ['为什么归它管', 'Why it is that unit'],
};
const sitting: FieldWords = {
  startsAt: ['开会时间', 'When it starts'],
  where: ['开会地点', 'Where it sits', { help: ['线上开的，写明怎样参加。', 'Or how to take part.'] }],
};

/** Words of the fields people fill in. */
export const jointMeetingFields: FieldTexts = {
  everywhere: { unit: ['代表哪个单位', 'Unit you speak for'] },
  start: {
    unit: ['由哪个单位召集', 'Unit that calls'],
    place: ['事情在哪里', 'Where the matter lies'],
    departments: ['约请哪些单位', 'Units summoned'],
    title: ['会议议题', 'What it is about'],
    named: ['会议议题（已有）', 'Topic from another case'],
    reason: ['为什么约请他们', 'Why they are summoned'],
    because: ['约请理由（已有）', 'Reason from another case'],
    issue: ['关联的事项', 'Issue it serves'],
    task: ['没人接的任务', 'Task nobody wants', { help: ['会上定下由谁承办。', 'The meeting names its owner.'] }],
    first: ['最先接到的单位', 'Unit asked first'],
    caller: ['谁要求开会', 'Who asked for it'],
    matter: ['属于哪类事项', 'Kind of matter'],
    confidential: [
      '不公开',
      'Confidential',
      { help: ['只有相关的人看得到，纪要不公布。', 'Seen by its parties only.'] },
    ],
    round: ['第几次', 'Which round'],
  },
  acts: {
    setSitting: sitting,
    sendExcuse: { reason: ['为什么不能来', 'Why you cannot come'] },
    refuseExcuse: { unit: ['请假的单位', 'Unit that asked'], reason: ['为什么不准', 'Why not'] },
    postpone: { ...sitting, reason: ['为什么改期', 'Why it is postponed'] },
    callOff: { reason: ['为什么取消', 'Why it is called off'] },
    openSitting: { attendance: ['到会的单位', 'Units that are there'] },
    makeStatement: { unit: ['哪个单位的意见', 'Unit whose view it is'], statement: ['意见', 'Its view'] },
    draftMinute: minute,
    objectToMinute: { reason: ['哪里不同意', 'What you object to'] },
    reviseMinute: minute,
    referUp: { reason: ['为什么请上级裁定', 'Why it goes up'] },
    keepDissent: { reason: ['为什么保留异议', 'Why the objections stand'] },
    upholdMinute: { reason: ['维持的理由', 'Why it is upheld'] },
    rewriteMinute: minute,
  },
  policy: {
    preparing: ['定时间地点时限', 'Time to set the day'],
    answering: ['答复约请时限', 'Time to answer the summons'],
    daysMost: ['约请后几天内开会', 'Days until the sitting'],
    opening: ['到点后开会时限', 'Time to open it'],
    attendeesLeast: ['至少几个单位到会', 'Least units present'],
    postponementsMost: ['最多改期几次', 'Most postponements'],
    excusesRefusedMost: ['请假最多驳回几次', 'Most refused excuses'],
    missesMost: ['最多几次没人来', 'Most sittings nobody came to'],
    drafting: ['起草纪要时限', 'Time to draft the minute'],
    confirming: ['确认纪要时限', 'Time to confirm the minute', { help: ['逾期不答复视为同意。', 'Silence confirms.'] }],
    weighing: ['处理异议时限', 'Time to weigh objections'],
    revisionsMost: ['最多改纪要几次', 'Most revisions'],
    deciding: ['上级裁定时限', 'Time for the upper tier'],
    signing: ['签发时限', 'Time to sign'],
    silencesMost: ['主持人最多几次不办', 'Most silences of the chair'],
    dutiesMost: ['最多几项分工', 'Most duties'],
  },
};
