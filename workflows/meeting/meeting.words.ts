import type { FieldExplanation, FieldTexts, FieldWord } from '#libs/engine';

const SIDES: FieldExplanation['values'] = {
  for: ['赞成', 'For'],
  against: ['反对', 'Against'],
  neutral: ['只问情况', 'Neutral'],
};
const startsAt: FieldWord = ['开会时间', 'When it starts'];
const code: FieldWord = ['签到码', 'Code', { help: ['会场出示的几位数字。', 'The digits shown at the place.'] }];
const side: FieldWord = ['您的立场', 'Which side', { values: SIDES }];

/** Words of the fields people fill in. */
export const meetingFields: FieldTexts = {
  everywhere: { startsAt, code, side, issue: ['哪项议题', 'Which item'] },
  start: {
    unit: ['由谁开会', 'Unit or body that meets'],
    level: [
      '议事层级',
      'Level',
      {
        values: {
          building: ['楼栋', 'Building'],
          grid: ['网格会客厅', 'Grid parlour'],
          council: ['居民议事会', 'Council'],
          assembly: ['居民（代表）会议', 'Assembly'],
        },
      },
    ],
    title: ['会议名称', 'What it is called'],
    named: ['会议名称（已有）', 'Name from another case'],
    matter: ['联名要求的议题', 'Matter of the petition'],
    members: ['应到人数', 'Members entitled to vote'],
    rule: ['表决规则', 'Decision rule', { help: ['不填就用这一层级的规则。', 'Left empty: the one of the level.'] }],
    kind: [
      '开什么会',
      'Kind of meeting',
      {
        help: ['不填就是这一层级通常开的会。', 'Left empty: what is usual at the level.'],
        values: {
          parlour: ['网格会客厅', 'Grid parlour'],
          council: ['居民议事会', 'Council'],
          representatives: ['居民代表会议', 'Representatives’ meeting'],
          assembly: ['居民会议', 'Residents’ assembly'],
          owners: ['业主座谈会', 'Owners’ meeting'],
          roundTable: ['圆桌会', 'Round table'],
          eveningTalk: ['夜谈会', 'Evening talk'],
        },
      },
    ],
    calledBy: [
      '为什么召集',
      'Why it is called',
      {
        values: {
          committee: ['居委会召集', 'By the committee'],
          rhythm: ['例会', 'Regular meeting'],
          petition: ['居民联名要求', 'By petition'],
        },
      },
    ],
    petition: ['依据哪份联名', 'Petition that called it'],
    rhythm: [
      '定期召开',
      'Repeats regularly',
      { help: ['这次开完，自动召集下一次。', 'The next is called when it ends.'] },
    ],
  },
  acts: {
    reschedule: { startsAt: ['改到什么时间', 'New time'], reason: ['为什么改期', 'Why it is moved'] },
    orderAgenda: { issues: ['议题的先后', 'Items in their order'] },
    addItem: {
      title: ['议什么事', 'What it is about'],
      kind: [
        '哪种事项',
        'Kind of item',
        { values: { matter: ['议事', 'A matter'], election: ['选举', 'An election'] } },
      ],
      seats: ['选出几人', 'Seats to be filled'],
    },
    dropItem: { reason: ['为什么移出', 'Why it comes off'] },
    callOff: { reason: ['为什么取消', 'Why it is called off'] },
    recall: { startsAt: ['改到什么时间', 'New time'] },
    giveProxy: { holder: ['委托给谁', 'Who votes for you'] },
    recordProxy: {
      giver: ['委托人', 'Who gives it'],
      holder: ['受托人', 'Who votes instead'],
      paper: ['签了字的委托书', 'The signed proxy'],
    },
    recordArrivals: { persons: ['到场的人', 'Who arrived'] },
    recordDepartures: { persons: ['离场的人', 'Who left'] },
    admitGuest: { person: ['邀请谁列席', 'Guest'] },
    adjourn: { reason: ['为什么流会', 'Why it adjourns'] },
    handOverChair: { person: ['由谁主持', 'Who takes the chair'] },
    presentItem: { issue: ['进入哪项议题', 'Which item'] },
    carryOver: { reason: ['为什么留待下次', 'Why it waits'] },
    markUnsettled: { reason: ['为什么协商不成', 'Why it is unsettled'] },
    declareOutside: {
      decides: [
        '由谁决定',
        'Who decides it',
        {
          values: {
            owners: ['业主共同决定', 'The owners'],
            department: ['政府部门', 'A department'],
            nobody: ['个人权益，不表决', 'Nobody: private rights'],
          },
        },
      ],
      reason: ['为什么不归会议定', 'Why it is not ours'],
    },
    putToVote: {
      secret: ['无记名投票', 'Secret ballot', { help: ['不选就是举手表决。', 'Otherwise a show of hands.'] }],
    },
    speak: { note: ['发言要点', 'What was said'] },
    recuse: { person: ['谁要回避', 'Which member'], reason: ['为什么回避', 'Why'] },
    propose: {
      existing: ['已有的措施', 'A measure already proposed'],
      measure: ['新的措施', 'A new measure', { help: ['两项填一项。', 'Fill in one of the two.'] }],
    },
    moveAmendment: { measure: ['改后的全文', 'The measure as amended'] },
    amendMotion: { measure: ['改后的全文', 'The motion as amended'] },
    nominate: { candidate: ['提名谁', 'Who is proposed'] },
    recordAcceptance: { candidate: ['谁接受提名', 'Who accepts'] },
    draftMinutes: { text: ['会议纪要', 'The minutes'] },
    returnMinutes: { reason: ['要改什么', 'What to change'] },
  },
  policy: {
    levels: ['各层级的会议', 'Meetings by level'],
    building: ['楼栋', 'Building'],
    grid: ['网格会客厅', 'Grid parlour'],
    council: ['居民议事会', 'Council'],
    assembly: ['居民（代表）会议', 'Assembly'],
    quorum: ['多少人到场才能开', 'Quorum', { help: ['不填就是不限人数。', 'Left empty: anybody.'] }],
    numerator: ['分子', 'Numerator'],
    denominator: ['分母', 'Denominator'],
    inclusive: ['刚好达到也算', 'Reaching it is enough'],
    rule: ['表决规则', 'Decision rule'],
    sitting: ['最长开多久', 'Longest sitting'],
    speaking: [
      '怎样发言',
      'How members speak',
      { values: { free: ['自由发言', 'Freely'], list: ['登记后轮流', 'In turn from a list'] } },
    ],
    proxiesMost: ['一人最多代几票', 'Most proxies of one member'],
    rhythm: ['多久开一次', 'How often it meets'],
    every: ['每隔几个', 'Every'],
    'rhythm.unit': ['周还是月', 'Weeks or months', { values: { week: ['周', 'Weeks'], month: ['月', 'Months'] } }],
    noticeHours: ['提前几小时通知', 'Hours of notice'],
    agendaMost: ['一次最多几项议题', 'Most items of a sitting'],
    reschedulesMost: ['最多改期几次', 'Most reschedulings'],
    gathering: ['等人到齐多久', 'Time to wait for members'],
    waitsMost: ['最多等几次', 'Most waits'],
    recall: ['流会后再召集时限', 'Time to call again'],
    recallsMost: ['最多再召集几次', 'Most recalls'],
    prolongSitting: ['会议每次延长多久', 'One prolongation of it'],
    sittingProlongationsMost: ['会议最多延长几次', 'Most prolongations of a sitting'],
    debate: ['一项讨论多久', 'Debate of one item'],
    prolongDebate: ['讨论每次延长多久', 'One prolongation of a debate'],
    debateProlongationsMost: ['讨论最多延长几次', 'Most prolongations of a debate'],
    seconding: ['等人附议多久', 'Time to second a motion'],
    turn: ['一次发言多久', 'One turn to speak'],
    turnsMost: ['每人最多发言几次', 'Most turns of one person'],
    motionsMost: ['一项最多几个动议', 'Most motions on an item'],
    ballotsMost: ['一项最多表决几次', 'Most ballots on an item'],
    amendmentsMost: ['一个动议最多几修正', 'Most amendments of a motion'],
    quorumWait: ['人数不足等多久', 'Wait when too few remain'],
    quorumLossesMost: ['最多几次人数不足', 'Most losses of the quorum'],
    minutes: ['起草签署纪要时限', 'Time for the minutes'],
    minutesReturnsMost: ['纪要最多退几次', 'Most returns of the minutes'],
  },
};
