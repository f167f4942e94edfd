import type { FieldExplanation, FieldTexts, FieldWord } from '#libs/engine';

const PLACES: FieldExplanation['values'] = {
  board: ['公告栏', 'Notice board'],
  stairwell: ['楼道', 'Stairwell'],
  web: ['网页', 'Web page'],
  wechat: ['微信', 'WeChat'],
};
const decision: FieldWord = [
  '是否采纳',
  'Decision',
  { values: { upheld: ['采纳', 'Upheld'], dismissed: ['不采纳', 'Dismissed'] } },
];

/** Words of the fields people fill in. */
export const noticeFields: FieldTexts = {
  everywhere: {
    places: ['贴在哪些地方', 'Where it hangs'],
    'places[].place': ['地点', 'Place', { help: ['例如：居务公开栏。', 'Such as the board of the committee.'] }],
    'places[].photo': [
      '张贴照片',
      'Photo',
      { help: ['拍下公示贴着的样子，或屏幕截图。', 'It hanging there, or of the screen.'] },
    ],
    'places[].kind': ['哪种地方', 'Kind of place', { values: PLACES }],
    objection: ['第几号异议', 'Number of the objection'],
  },
  acts: {
    objectTo: {
      ground: [
        '属于哪种异议',
        'What you object to',
        {
          values: {
            harms_rights: ['损害我的权益', 'It harms my rights'],
            wrong_facts: ['事实不对', 'The facts are wrong'],
            wrong_procedure: ['程序不对', 'The procedure was wrong'],
            cost: ['费用问题', 'The cost'],
            other: ['其他', 'Something else'],
          },
        },
      ],
      text: ['您的意见', 'Your objection'],
    },
    answerObjection: { decision, reason: ['答复和理由', 'Answer with its reason'] },
    askReview: { reason: ['为什么要复核', 'Why it is reviewed'] },
    decideReview: { decision, reason: ['复核理由', 'Reason of the decision'] },
    extendNotice: { days: ['延长几天', 'Days more'], reason: ['为什么延长', 'Why it is extended'] },
    withdrawNotice: { reason: ['为什么撤回', 'Why it is withdrawn'] },
    appealWithdrawal: { reason: ['为什么不该撤回', 'Why it should stay'] },
    upholdAppeal: { reason: ['为什么重新张贴', 'Why it hangs again'] },
    dismissAppeal: { reason: ['为什么驳回', 'Why it is dismissed'] },
  },
  policy: {
    posting: ['张贴时限', 'Time to post it'],
    dayUnit: [
      '公示天数怎么算',
      'What a day is',
      { values: { day: ['自然日', 'Days'], workingDay: ['工作日', 'Working days'] } },
    ],
    calendar: ['按哪本日历计算', 'Counted by which calendar'],
    placesLeast: ['至少贴几处', 'Least places'],
    kindsNeeded: ['必须贴的地方', 'Kinds of place needed', { values: PLACES }],
    objectionAnswer: ['答复异议时限', 'Time to answer an objection'],
    reviewHours: ['几小时内可申请复核', 'Hours to ask for a review'],
    withdrawalAppeal: ['对撤回的申诉期', 'Time to appeal a withdrawal'],
    appealDecision: ['处理申诉时限', 'Time to decide an appeal'],
    extensionsMost: ['最多延长几次', 'Most extensions'],
    extensionLongestDays: ['一次最多延长几天', 'Longest extension'],
  },
};
