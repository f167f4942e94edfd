import type { FieldExplanation, FieldTexts, FieldWord } from '#libs/engine';

const BODIES: FieldExplanation['values'] = {
  assembly: ['居民会议', 'Residents’ assembly'],
  representatives: ['居民代表会议', 'Representatives’ meeting'],
  council: ['居民议事会', 'Council'],
  owners: ['业主大会', 'Owners’ meeting'],
};
const KINDS: FieldExplanation['values'] = {
  covenant: ['居民公约', 'Covenant'],
  pledge: ['自律公约', 'Pledge'],
  procedure: ['议事规则', 'Rules of procedure'],
};
const ground: FieldWord = [
  '属于哪类问题',
  'What is wrong with it',
  {
    values: {
      penalty: ['设了处罚', 'It sets penalties'],
      notCompetent: ['不归我们管', 'Not ours to decide'],
      againstLaw: ['与法律抵触', 'Against the law'],
      privateMatter: ['干涉个人私事', 'Somebody’s private matter'],
      unclear: ['写得不清楚', 'Unclear'],
    },
  },
];

/** Words of the fields people fill in. */
export const covenantFields: FieldTexts = {
  start: {
    kind: ['哪种公约', 'Kind of text', { values: KINDS }],
    unit: ['管哪个社区或小区', 'Community or compound'],
    title: ['公约名称', 'What it is called'],
    text: ['公约草案', 'The draft', { help: ['可以先不填，以后再写。', 'You may write it later.'] }],
    template: ['从哪个范本写起', 'Template to begin with'],
    document: ['文本的校验码', 'Fingerprint of the document'],
    filedWith: ['报哪个街道备案', 'Street it is filed with'],
    intent: [
      '制定还是废止',
      'Enact or repeal',
      { values: { enact: ['制定或修订', 'Enact'], repeal: ['废止', 'Repeal'] } },
    ],
    revises: ['修订或废止哪一份', 'Text that is revised'],
    'revises.entry': ['登记簿里的公约', 'Entry of the register'],
    'revises.version': ['现行第几版', 'Its newest version'],
  },
  acts: {
    writeDraft: {
      text: [
        '公约全文',
        'The whole text',
        { help: ['逐条写清楚谁、做什么、不做什么。', 'Article by article: who does what.'] },
      ],
      title: ['公约名称', 'What it is called'],
    },
    submitDraft: {
      setsNoPenalties: [
        '没有设处罚',
        'It sets no penalties',
        { help: ['如罚款、没收、停水停电。', 'No fines, nothing cut off.'] },
      ],
      touchesNobodyAlone: ['没有干涉个人权利', 'It touches nobody’s own rights'],
      followsTheLaw: ['不与法律抵触', 'It follows the law'],
      isOursToDecide: ['归我们决定', 'It is ours to decide'],
    },
    withdrawDraft: { reason: ['为什么撤回', 'Why it is withdrawn'] },
    clearDraft: {
      adoptedBy: [
        '由谁通过',
        'Who may adopt it',
        { help: ['自律公约由签名人通过，不用选。', 'A pledge is adopted by those who sign.'], values: BODIES },
      ],
      setsNoPenalties: ['没有设处罚', 'It sets no penalties'],
      isLawful: ['合法', 'It is lawful'],
      finding: ['审核意见和理由', 'Finding with its reason'],
    },
    returnDraft: { ground, reason: ['问题在哪里、怎样改', 'What to put right'] },
    refuseDraft: { ground, reason: ['为什么不能通过', 'Why it is refused'] },
    submitToMeeting: { meeting: ['提交哪次会议', 'Which meeting'] },
    signPledge: { isNamed: ['同意公示我的姓名', 'I may be named'] },
    callAgain: { reason: ['为什么再次表决', 'Why it votes again'] },
    declineToSign: { reason: ['为什么不签', 'Why it is not signed'] },
    acceptFiling: { number: ['备案号', 'Number of the filing'] },
    objectToFiling: { ground, reason: ['违反哪条规定', 'Against which provision'] },
    annul: { reason: ['为什么责令废止', 'Why it is revoked'] },
    dissolvePledge: { reason: ['为什么终止', 'Why it ends'] },
    keep: { reason: ['为什么继续有效', 'Why it is kept'] },
  },
  policy: {
    competent: ['哪些组织可以通过', 'Bodies that may adopt', { values: BODIES }],
    bodies: ['各组织怎样表决', 'How bodies vote'],
    assembly: ['居民会议', 'Residents’ assembly'],
    representatives: ['居民代表会议', 'Representatives’ meeting'],
    council: ['居民议事会', 'Council'],
    owners: ['业主大会', 'Owners’ meeting'],
    rule: ['表决规则', 'Decision rule'],
    way: [
      '表决方式',
      'Way of voting',
      { values: { ballot: ['逐人投票', 'By papers'], meeting: ['会上表决', 'In a sitting'] } },
    ],
    roll: [
      '谁在名册上',
      'Who is on the roll',
      {
        values: { households: ['每户一票', 'Households'], adults: ['成年居民', 'Adults'], owners: ['业主', 'Owners'] },
      },
    ],
    commentsOn: ['哪些要先征求意见', 'Kinds residents comment on', { values: KINDS }],
    filesWithStreet: ['哪些要报街道备案', 'Kinds filed with the street', { values: KINDS }],
    drafting: ['起草时限', 'Time to draft'],
    draftingRemindersMost: ['最多催起草几次', 'Most reminders to draft'],
    checking: ['法治审核时限', 'Time for the legal check'],
    returnsMost: ['最多退回几次', 'Most times sent back'],
    commentDays: ['征求意见几天', 'Days to comment'],
    reworksMost: ['因异议最多改几次', 'Most reworks after objections'],
    agenda: ['列入会议时限', 'Time for a meeting'],
    agendasMost: ['最多找几次会议', 'Most tries for a meeting'],
    collecting: ['征集签名时间', 'Time to collect signatures'],
    signatoriesLeast: ['至少几人签名', 'Least signatures'],
    undecided: ['没有结果再表决时限', 'Time to vote again'],
    triesMost: ['最多再表决几次', 'Most repeated votes'],
    provisional: ['核定规则时限', 'Time to confirm the rule'],
    asksMost: ['最多催核定几次', 'Most times asked for'],
    signing: ['签署时限', 'Time to sign'],
    filing: ['备案审查时限', 'Time for the filing', { help: ['逾期不答复视为备案。', 'Silence is filing.'] }],
    filingObjectionsMost: ['备案最多退回几次', 'Most objections to a filing'],
    entering: ['登记时限', 'Time to enter it'],
    entriesMost: ['最多登记几次', 'Most attempts to enter'],
    noticeDays: ['公布几天', 'Days it is posted'],
    review: ['多久回顾一次', 'Time until a review'],
  },
};
