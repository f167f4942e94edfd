import type { FieldExplanation, FieldTexts, FieldWord } from '#libs/engine';

const PARTS: FieldExplanation['values'] = {
  lead: ['主办', 'Leads'],
  assist: ['协办', 'Assists'],
  emergency: ['应急', 'Emergency'],
  errand: ['代办', 'Errand'],
};
const note: FieldWord = ['补充说明', 'Note'];
const evidence: FieldWord = ['证明材料', 'Evidence', { help: ['照片或文件。', 'Photos or papers.'] }];
const files: FieldWord = ['照片或材料', 'Photos and papers'];
const workingDays = (zh: string, en: string): FieldWord => [zh, en, { help: ['按工作日算。', 'In working days.'] }];
const better: FieldWord = ['哪里没办好、怎样改', 'What is wrong, what helps'];
const found: FieldWord = ['核验情况', 'What you found'];

/** Words of the fields people fill in. */
export const taskFields: FieldTexts = {
  acts: {
    accept: { handler: ['由谁来办', 'Who will handle it', { help: ['不填就是您自己。', 'Left empty: you.'] }] },
    returnTask: {
      ground: [
        '退单的原因',
        'Ground',
        {
          values: {
            not_our_duty: ['不是本单位职责', 'Not our duty'],
            wrong_place: ['地点不归我们管', 'Wrong place'],
            needs_another_lead: ['应由别的单位主办', 'Another unit should lead'],
            no_legal_basis: ['没有法律依据', 'No legal basis'],
          },
        },
      ],
      reason: ['为什么退回', 'Why it goes back'],
      basis: ['依据哪条规定', 'Rule you rely on'],
      suggestedUnit: ['应由哪个单位办', 'Unit that should have it'],
    },
    assignInside: {
      unit: ['交给哪个科室', 'Office or sub-unit', { help: ['不填就留在本单位。', 'Left empty: the unit itself.'] }],
      person: ['由谁来办', 'Who handles it'],
      note: ['交代的话', 'What to mind'],
    },
    setTimetable: {
      steps: ['分几步办', 'Steps in their order'],
      'steps[].what': ['这一步做什么', 'What is done'],
      'steps[].on': ['哪天做完', 'Done by this day'],
      reason: ['为什么要这么久', 'Why it takes so long', { help: ['会公开给居民看。', 'Residents will read it.'] }],
    },
    doneStep: { step: ['完成了第几步', 'Number of the step'], note, files },
    progress: {
      note: ['进展情况', 'What was done'],
      files,
      open: [
        '公开给居民看',
        'Residents may read it',
        { help: ['不选就只给办理的人看。', 'Otherwise for those who work on it.'] },
      ],
    },
    finish: { answer: ['给居民的答复', 'Answer to the resident'], evidence },
    answerResident: { text: ['给居民的回复', 'Reply to the resident'] },
    askHold: {
      ground: [
        '为什么要暂停',
        'Ground',
        {
          values: {
            weather: ['天气原因', 'Weather'],
            material: ['等材料', 'Material'],
            procurement: ['等采购', 'Procurement'],
            permit: ['等审批', 'A permit'],
            litigation: ['在打官司', 'Litigation'],
            resident_absent: ['居民不在家', 'The resident is away'],
          },
        },
      ],
      reason: ['具体情况', 'What holds it up'],
      days: workingDays('暂停几天', 'Days of the hold'),
      evidence,
    },
    refuseHold: { reason: ['为什么不批准', 'Why not'] },
    askExtension: { reason: ['为什么要延期', 'Why more time'], days: workingDays('延长几天', 'Days more') },
    refuseExtension: { reason: ['为什么不同意', 'Why not'] },
    leaderRefuseExtension: { reason: ['为什么不同意', 'Why not'] },
    reportImpossible: { reason: ['给居民的最终答复', 'Final answer to the resident'], evidence },
    refuseImpossible: { reason: ['为什么不签发', 'Why it is not signed'] },
    sendBackAnswer: { reason: ['答复要怎样改', 'What to change'] },
    reassign: { unit: ['改派给哪个单位', 'Unit that is to do it'], note },
    transfer: { unit: ['转给哪个单位', 'Unit that is to do it'], reason: ['为什么转办', 'Why it is theirs'] },
    proposeTransfer: { unit: ['想转给哪个单位', 'Unit that is to do it'], reason: ['为什么转办', 'Why it is theirs'] },
    declineTransfer: { reason: ['为什么不接', 'Why not'] },
    assignOwner: { unit: ['由哪个单位承办', 'Unit that is to do it'], reason: ['裁定理由', 'Why it is theirs'] },
    nobodyFits: { reason: ['为什么没有单位合适', 'Why nobody fits'] },
    declareImpossible: { reason: ['为什么办不了', 'Why it cannot be done'], evidence },
    withdrawTask: { reason: ['为什么撤回', 'Why it is withdrawn'] },
    verify: { note: found },
    sendBack: { reason: better },
    verifyInstead: { note: found },
    sendBackInstead: { reason: better },
    coordinatorVerify: { note: found },
    coordinatorSendBack: { reason: better },
  },
  policy: {
    admissionCheck: ['查准入清单时限', 'Time to check admission'],
    acceptance: ['接单时限', 'Time to accept', { help: ['逾期不答复视为接单。', 'Silence is acceptance.'] }],
    emergencyAcceptance: ['应急接单时限', 'Time to accept an emergency'],
    secondInLinePercent: ['过多少呼叫第二值班', 'Second on duty rung after'],
    limits: ['办理时限', 'Time to handle'],
    lead: ['主办', 'Lead'],
    assist: ['协办', 'Assist'],
    emergency: ['应急', 'Emergency'],
    errand: ['代办', 'Errand'],
    returnsMost: ['退几次进入裁定', 'Return that goes to arbitration'],
    redispatch: ['重新派单时限', 'Time to dispatch again'],
    arbitration: ['裁定时限', 'Time to name the owner'],
    transfersMost: ['最多转办几次', 'Most transfers'],
    consent: ['同意转办时限', 'Time to agree', { help: ['逾期不答复视为不同意。', 'Silence is no consent.'] }],
    approval: ['审批时限', 'Time to answer a request'],
    holdsMost: ['最多暂停几次', 'Most holds'],
    holdLongestDays: workingDays('一次最多暂停几天', 'Longest hold'),
    extensionsMost: ['最多延期几次', 'Most extensions'],
    extensionLongestDays: workingDays('一次最多延几天', 'Longest extension'),
    extensionDispatcherDays: workingDays('派单人最多可批几天', 'Longest the dispatcher grants'),
    timetableParts: ['哪些任务要时间表', 'Parts that need a timetable', { values: PARTS }],
    longFromDays: ['超过几天要时间表', 'Days that need a timetable'],
    evidenceLeast: ['至少几份证明材料', 'Least evidence'],
    signedParts: ['哪些答复要领导签', 'Answers a leader signs', { values: PARTS }],
    answerSigning: ['签发答复时限', 'Time to sign the answer'],
    contactPercent: ['过多少应联系居民', 'Resident hears after'],
    verification: ['核验时限', 'Time to verify'],
    redo: ['重办时限', 'Time to do it again'],
    redosMost: ['最多重办几次', 'Most times done again'],
    ladder: ['催办安排', 'Ladder of reminders'],
    emergencyLadder: ['应急催办安排', 'Ladder of an emergency'],
    remindPercent: ['过多少提醒', 'Reminder after'],
    bluePercent: ['过多少亮蓝牌', 'Blue card after'],
    urgeAfter: ['逾期多久催办', 'Urged after'],
    superviseAfter: ['逾期多久督办', 'Supervised after'],
  },
};
