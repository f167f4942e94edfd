import type { FieldTexts, FieldWords } from '#libs/engine';

/** What can be chosen on a paper; the same for every way of voting. */
const question: FieldWords = {
  question: [
    '选票上的问题',
    'What can be chosen',
    { help: ['不填就是赞成、反对、弃权。', 'Left empty: yes, no or abstain.'] },
  ],
  'question.method': [
    '表决方式',
    'Way of voting',
    {
      values: {
        yesNo: ['赞成或反对', 'Yes or no'],
        chooseOne: ['选一个', 'Choose one'],
        chooseUpTo: ['可以选几个', 'Choose several'],
        score: ['打分', 'Give points'],
        ranked: ['排先后', 'Put in order'],
        consent: ['有没有人反对', 'Consent'],
      },
    },
  ],
  'question.options': ['备选项', 'Options'],
  'question.options[].id': ['选项代号', 'Short id of the option'],
  'question.options[].label': ['选项名称', 'Name of the option'],
  'question.options[].label.zh': ['中文名称', 'Name in Chinese'],
  'question.options[].label.en': ['英文名称', 'Name in English'],
  'question.seats': ['选出几个', 'Seats'],
  'question.most': ['最多选几个', 'Most options on one paper'],
  'question.scale': ['打分范围', 'Scale of points'],
  'question.scale.min': ['最低分', 'Lowest points'],
  'question.scale.max': ['最高分', 'Highest points'],
  'question.ranking': [
    '排名怎么算',
    'How the order is counted',
    {
      values: {
        schulze: ['两两对比（舒尔策法）', 'In pairs (Schulze)'],
        irv: ['逐轮淘汰', 'Instant run-off'],
      },
    },
  ],
};

/** Words of the fields people fill in. */
export const ballotFields: FieldTexts = {
  start: {
    ...question,
    subject: ['表决事项', 'What is voted on'],
    title: ['表决什么', 'What is put to the vote'],
    unit: ['哪个单元或组织表决', 'Unit or body that votes'],
    rule: ['表决规则', 'Decision rule'],
    issue: ['关联的事项', 'Issue it decides'],
    members: ['应到人数', 'Entitled members', { help: ['回避之前的全部成员。', 'Before anybody is recused.'] }],
    recused: ['回避人数', 'Members recused'],
    present: ['实到人数', 'Members present'],
    taking: [
      '怎样投票',
      'How votes are taken',
      { values: { count: ['现场点数', 'Counted in the room'], papers: ['逐人投票', 'By papers of a roll'] } },
    ],
    secret: [
      '无记名投票',
      'Secret ballot',
      {
        help: [
          '谁投了什么票，任何人都不会知道，包括系统管理员。',
          'Nobody learns who voted what, the operators included.',
        ],
      },
    ],
    roll: ['投票人名册', 'Who may vote'],
    'roll.of': [
      '谁在名册上',
      'Who is on the roll',
      {
        values: {
          owners: ['业主', 'Owners'],
          households: ['每户一票', 'Households'],
          adults: ['成年居民', 'Adult residents'],
          members: ['本组织成员', 'Members of the body'],
          named: ['点名的人', 'Named people'],
        },
      },
    ],
    'roll.unit': ['哪个楼栋、小区或组织', 'Building, compound or body'],
    'roll.persons': ['点名的投票人', 'The named voters'],
  },
  acts: {
    recordCount: {
      method: [
        '怎样计的票',
        'How it was counted',
        { values: { hands: ['举手', 'Show of hands'], paper: ['纸质选票', 'Papers'] } },
      ],
      yes: ['赞成票数', 'Votes for'],
      no: ['反对票数', 'Votes against'],
      abstain: ['弃权票数', 'Abstentions'],
      invalid: ['废票数', 'Void papers'],
      sheet: ['签了名的计票单', 'Signed count sheet', { help: ['拍照上传。', 'A photo of it.'] }],
    },
    disputeCount: { reason: ['哪里不一致', 'What differs'] },
    extendWindow: { reason: ['为什么要延长', 'Why it is extended'] },
    redrawRoll: {
      reason: [
        '为什么要重编名册',
        'Why the roll is redrawn',
        { help: ['写明更正了什么。', 'Say what was put right.'] },
      ],
    },
    extendPolling: { reason: ['为什么要延长', 'Why it is extended'] },
    declareVoid: { reason: ['程序错在哪里', 'What went wrong'] },
  },
  policy: {
    window: ['登记计票的时限', 'Time to record the count'],
    extension: ['每次延长多久', 'What one extension adds'],
    extensionsMost: ['最多延长几次', 'Most extensions'],
    confirmation: ['复核时限', 'Time to confirm the count'],
    remindersMost: ['最多催复核几次', 'Most reminders to confirm'],
    recountsMost: ['最多重新计票几次', 'Most recounts'],
    revotesMost: ['最多重新表决几次', 'Most repeated votes'],
    reckoning: ['算出结果的时限', 'Time to reckon the result'],
    reckoningsMost: ['最多核算几次', 'Most attempts to reckon'],
    polls: ['逐人投票', 'Ballots by papers'],
    atHome: ['会外投票', 'Voting from home'],
    inSitting: ['会上投票', 'Voting in a sitting'],
    drawing: ['编制名册时限', 'Time to draw the roll'],
    drawingsMost: ['最多编制名册几次', 'Most attempts to draw it'],
    appeals: ['名册公示异议期', 'Time to contest the roll'],
    redrawsMost: ['最多重编名册几次', 'Most times the roll is redrawn'],
    polling: ['投票期', 'Time to vote'],
    extendsWhenShort: ['票数不够自动延长', 'Extends when too few voted'],
    closesEarly: ['可以提前截止', 'May close early'],
    closing: ['封票和计票时限', 'Time to close and tally'],
    closingsMost: ['最多封票几次', 'Most attempts to close'],
    settling: ['处理争议票时限', 'Time to settle contested papers'],
    settlementsMost: ['最多处理几次', 'Most times settled'],
  },
};
