import type { FieldTexts } from '#libs/engine';

/** Words of the fields people fill in. */
export const deliberationFields: FieldTexts = {
  everywhere: {
    measure: ['第几条措施', 'Number of the measure'],
    amendment: ['第几条修正案', 'Number of the amendment'],
    person: ['哪位成员', 'The member'],
  },
  acts: {
    speak: {
      text: ['您的看法', 'What you think'],
      stance: [
        '您的态度',
        'Your stance',
        { values: { for: ['赞成', 'For'], against: ['反对', 'Against'], open: ['还没想好', 'Undecided'] } },
      ],
    },
    giveOpinion: { text: ['顾问意见和依据', 'Opinion with its ground'] },
    draftMeasure: {
      text: [
        '建议怎么做',
        'What should be done',
        { help: ['写明做什么、谁来做、要花多少钱。', 'What, by whom, at what cost.'] },
      ],
    },
    proposeAmendment: { text: ['改后的全文', 'The measure as amended'] },
    declineAmendment: { text: ['为什么不接受', 'Why not'] },
    inviteAnswer: {
      unit: ['邀请哪个单位', 'Company or partner'],
      person: ['由谁来答复', 'Who speaks for it'],
      question: ['想问什么', 'What it is asked'],
    },
    answer: { text: ['单位的答复', 'The answer'] },
    recordAgreed: { statements: ['大家都赞成的观点', 'What all agree with'] },
    declareInterest: { text: ['有什么利害关系', 'What the interest is'] },
    contestInterest: { text: ['他有什么利害关系', 'What the interest is'] },
    decideRecusal: {
      recused: ['是否回避', 'Leaves the item', { help: ['回避的人不计入表决基数。', 'Then not counted in the base.'] }],
      text: ['理由', 'Reason'],
    },
    objectStrongly: { text: ['为什么不能在这里定', 'Why not settle it here'] },
  },
  policy: {
    gathering: ['征集意见时间', 'Time to gather opinions'],
    overdue: ['延后准备时间', 'Time left when it is late'],
    remindPercent: ['过多少提醒', 'Reminder after'],
    bluePercent: ['过多少亮蓝牌', 'Blue card after'],
    disputesNeeded: ['多少人强烈反对算争议', 'Strong objections for a dispute'],
    maxMeasures: ['最多几条措施', 'Most measures'],
    maxAmendments: ['最多几条修正案', 'Most waiting amendments'],
    maxInvited: ['最多邀请几个单位', 'Most invited partners'],
    opinion: ['意见征集', 'Statements and groups'],
    moderation: [
      '何时审看发言',
      'When statements are looked at',
      { values: { before: ['先审后发', 'Before they are shown'], after: ['先发后审', 'After, when needed'] } },
    ],
    mostStatements: ['每人最多几条观点', 'Most statements of one person'],
    leastPositions: ['表态几条才分组', 'Least positions to be grouped'],
    leastGroup: ['每组至少几人', 'Least people of a group'],
    mostGroups: ['最多分几组', 'Most groups'],
    agreedPercent: ['各组赞成多少算共识', 'Agreement of every group'],
  },
};
