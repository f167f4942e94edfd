import type { FieldExplanation, FieldTexts, FieldWord, FieldWords } from '#libs/engine';

import { issuePolicyFields } from './policy.words.js';

const OWN_WORDS: FieldWord = ['您的意见', 'In your own words'];
const CLASSES: FieldExplanation['values'] = {
  utility: ['水电气等抢修', 'Utility'],
  consultation: ['咨询', 'Consultation'],
  general: ['一般事项', 'General'],
  complex: ['复杂事项', 'Complex'],
};
const category: FieldWord = [
  '属于哪类事项',
  'Kind of matter',
  { help: ['从服务目录里选。', 'From the service catalogue.'] },
];
const needsVoice: FieldWord = [
  '须听到本人意见',
  'Must be asked in person',
  {
    help: [
      '反映人七十岁以上或常需走访的，不表态不能当作同意。',
      'Aged 70 or over or visited often: silence is never agreement.',
    ],
  },
];
const promised: FieldWord = ['承诺哪天办好', 'Promised until'];
const measure: FieldWord = ['要做什么', 'What is to be done'];
const evidence: FieldWord = ['证明材料', 'Evidence', { help: ['照片或文件。', 'Photos or papers.'] }];
const photos: FieldWord = ['现场照片', 'Photos'];
const witness: FieldWord = ['还有谁在场', 'Who else was there'];
const kindOfWork: FieldWord = [
  '属于哪类工作',
  'Kind of work',
  { help: ['决定办理时限。', 'It sets the limit.'], values: CLASSES },
];
const required: FieldWord = ['等它办完才算办完', 'The outcome waits for it'];

const verification: FieldWords = {
  passed: ['真的办好了吗', 'Was it really done?'],
  text: ['您看到的情况', 'What you saw'],
  files: photos,
};
const judgement: FieldWords = {
  solved: ['解决了吗', 'Is it solved?'],
  satisfied: ['对办理满意吗', 'Satisfied with the handling?'],
  disputed: ['该怎么办还有争议', 'What to do is disputed'],
  text: OWN_WORDS,
};
const onSite: FieldWords = {
  witness,
  solved: ['真的解决了吗', 'Is it really solved?'],
  text: ['看到的情况', 'What you saw', { help: ['写明怎样联系过居民。', 'And how you tried to reach the resident.'] }],
};

/** Words of the fields people fill in. */
export const issueFields: FieldTexts = {
  start: {
    danger: ['现在有危险吗', 'Is there danger now?', { help: ['有人或财物正面临危险。', 'To life or property.'] }],
    title: ['一句话说是什么事', 'The matter in one line'],
    description: [
      '具体情况',
      'What happened',
      { help: ['什么事、在哪里、从什么时候开始。', 'What, where and since when.'] },
    ],
    pasted: [
      '群里的原话',
      'Message from a group',
      { help: ['姓名和电话会自动隐去。', 'Names and numbers are masked.'] },
    ],
    unit: ['哪个社区、小区或网格', 'Community, compound or grid'],
    place: ['在哪个楼栋或单元', 'Building or stairwell'],
    files: ['照片或材料', 'Photos and papers'],
    category,
    channel: [
      '从哪里反映来的',
      'How it came in',
      {
        values: {
          page: ['网页', 'Web page'],
          counter: ['服务窗口', 'Counter'],
          patrol: ['巡查发现', 'Patrol'],
          visit: ['上门走访', 'Visit'],
          chat: ['微信私聊', 'Chat'],
          parlour: ['网格会客厅', 'Parlour'],
          group: ['微信群', 'Group'],
          hotline: ['热线', 'Hotline'],
          paper: ['纸质信件', 'Paper'],
          device: ['设备报警', 'Device'],
        },
      },
    ],
    hotlineNumber: ['热线编号', 'The hotline’s own number'],
    reporter: ['替谁反映', 'Reported for', { help: ['替别人登记时选。', 'When you enter it for somebody.'] }],
    witness: [
      '谁在场见证',
      'Who witnessed it',
      {
        help: [
          '口头说的、手写的，由别人录入时填；不能是本人，也不能是录入的人。',
          'When somebody else writes it down; neither who said it nor who enters it.',
        ],
      },
    ],
    subject: ['说的是谁', 'Who it is about', { help: ['不会告诉他是谁反映的。', 'Never told who reported it.'] }],
    hideFromHandler: ['不让办理人知道是我', 'Hide me from the handler'],
    needsVoice,
  },
  acts: {
    reply: { text: ['给居民的回复', 'Reply to the resident'] },
    sortAsCommon: {
      category,
      major: [
        '是重大事项',
        'A major matter',
        { help: ['重大事项先由党组织研究。', 'Considered by the Party organisation first.'] },
      ],
      needsVoice,
    },
    sortAsIndividual: {
      person: ['是谁的需求', 'Whose need it is', { help: ['不填就是反映人自己。', 'Left empty: the reporter’s own.'] }],
      category,
      needsVoice,
    },
    declareDanger: { text: ['有什么危险', 'What the danger is'] },
    askInformation: { text: ['还缺什么情况', 'What is missing'] },
    giveInformation: { text: ['补充的情况', 'What was missing'], files: ['照片或材料', 'Photos and papers'] },
    merge: { into: ['并入哪件事项', 'The issue that goes on'], text: ['为什么是同一件事', 'Why they are one'] },
    leaveMerge: { text: ['有什么不一样', 'What is different'] },
    forward: {
      address: ['该去哪里办', 'Where to turn', { help: ['写明单位、地址和电话。', 'Office, address and phone.'] }],
      to: ['转给哪个单位', 'Unit it is handed to', { help: ['不在本系统的不用选。', 'If it is in this system.'] }],
      text: ['为什么归他们管', 'Why it is theirs'],
    },
    decline: {
      reason: [
        '不受理的原因',
        'Ground',
        {
          values: {
            in_proceedings: ['已在别处处理', 'In proceedings elsewhere'],
            repeat: ['重复反映', 'A repeat'],
            unfounded: ['情况不属实', 'Unfounded'],
          },
        },
      ],
      text: ['给居民的解释', 'Explanation', { help: ['写明可以去哪里办。', 'With where to turn.'] }],
      settledIn: ['以前办过的那件', 'Issue that settled it', { help: ['重复反映时选。', 'For a repeat.'] }],
    },
    withdraw: { text: ['为什么撤回（可不填）', 'Why, if you wish'] },
    addNote: { text: ['记什么', 'The note'], files: ['照片或材料', 'Photos and papers'] },
    appealDecline: { text: ['为什么该受理', 'Why it belongs here'] },
    upholdAppeal: { text: ['支持的理由', 'Why it is upheld'] },
    dismissAppeal: { text: ['驳回的理由', 'Why it is dismissed'] },
    stateCompetence: {
      decides: [
        '该由谁决定',
        'Who may decide',
        {
          values: {
            residents: ['居民', 'Residents'],
            owners: ['业主共同决定', 'Owners'],
            department: ['政府部门', 'A department'],
            nobody: ['个人权益，不表决', 'Nobody: private rights'],
          },
        },
      ],
      text: ['法律依据', 'Legal ground'],
    },
    letGoOn: { text: ['研究记录和理由', 'Record and reason'] },
    refuse: { text: ['研究记录和理由', 'Record and reason'] },
    appealRefusal: { text: ['为什么要协商', 'Why it is to be deliberated'] },
    chooseLevel: {
      level: [
        '在哪一级议',
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
    },
    takeDirectLine: {
      reason: [
        '为什么不用协商',
        'Why it needs no deliberation',
        {
          values: {
            statutory_duty: ['依法应办', 'A statutory duty'],
            danger: ['有危险', 'Danger'],
            individual_need: ['个人需求', 'An individual need'],
            nothing_in_common: ['不涉及大家', 'Nothing held in common'],
          },
        },
      ],
      text: ['理由（记入台账）', 'Reason for the ledger'],
    },
    callBack: { text: ['有什么要大家商量', 'What is decided in common'] },
    callOwners: {
      unit: [
        '哪里的业主表决',
        'Whose owners vote',
        { help: ['单元、楼栋或小区。', 'Stairwell, building or compound.'] },
      ],
      rule: ['表决规则', 'Decision rule'],
      committeeAgrees: [
        '业委会三分之二同意',
        'Two thirds of committee agree',
        { help: ['可以提前再次表决。', 'So it may return early.'] },
      ],
    },
    confirmVerdict: { citation: ['法律和条款', 'Law and article'] },
    rejectVerdict: { text: ['规则为什么不对', 'Why the rule was invalid'] },
    announceDecision: {
      text: ['决定和理由', 'Decision and reasons', { help: ['会原样公布。', 'As posted.'] }],
      spendsCommonMoney: ['要花公共资金', 'It spends common money'],
      restrictsUse: ['限制使用', 'It restricts use'],
      affectsRights: ['影响他人权益', 'It affects somebody’s rights'],
    },
    explainRejection: { text: ['为什么没通过', 'Reason', { help: ['写明还可以去哪里。', 'And where to turn.'] }] },
    appealRejection: { text: ['为什么请上一级议', 'Why the next level decides'] },
    sendToAssembly: { text: ['争议在哪里', 'What is disputed'] },
    offer: {
      measure,
      offeredTo: [
        '请哪些人认领',
        'People it is offered to',
        { help: ['不公开的需求必须选人。', 'Needed when it is confidential.'] },
      ],
    },
    planOwnWork: { measure, owner: ['由谁负责', 'Person answerable for it'], promised },
    dispatch: {
      measure,
      lead: ['主办部门', 'Leading department'],
      class: kindOfWork,
      long: ['需要较长时间', 'Long works', { help: ['工期长的单独定时限。', 'A limit of their own.'] }],
      'long.days': ['要多少天', 'Days the works take'],
      'long.reason': ['为什么这么久', 'Why so long', { help: ['会公开给居民看。', 'It is published.'] }],
      assists: ['协办部门', 'Assisting departments'],
      'assists[].unit': ['哪个部门', 'Which department'],
      'assists[].required': required,
    },
    callJointMeeting: {
      reason: ['为什么开、要定什么', 'What is to be settled'],
      departments: ['约请哪些单位', 'Units summoned'],
    },
    openSignOffs: {
      measure: ['为什么事盖章', 'What the seals are for'],
      template: ['照哪份清单办', 'Chain to begin with'],
      group: ['筹备小组成员', 'People of the task group'],
      body: ['小组属于哪个组织', 'Body the group is'],
      helper: ['协助的党支部', 'Party branch that helps'],
    },
    arrangeErrand: { measure, unit: ['由哪个单位代办', 'Unit that runs it'] },
    claim: { promised },
    reportProgress: { text: ['进展情况', 'What was done'], files: photos },
    promiseAgain: { promised: ['改到哪天', 'New promised date'], text: ['公开的理由', 'Public reason'] },
    giveBack: { text: ['为什么退回', 'Why you give it back'] },
    takeBack: { text: ['为什么收回', 'Why it is taken back'] },
    addAssist: {
      unit: ['协办部门', 'Assisting department'],
      instruction: ['请它做什么', 'What it is to do'],
      class: kindOfWork,
      required,
    },
    finish: { text: ['做了什么', 'What was done'], files: evidence },
    reportImpossible: { text: ['为什么办不了', 'Why it cannot be done'], files: evidence },
    verify: verification,
    verifyAsSubstitute: verification,
    verifyLast: verification,
    planAgain: { text: ['要改什么', 'What changes'] },
    deliberateAgain: { text: ['要再商量什么', 'What is to be decided'] },
    raiseTier: { text: ['哪里我们办不了', 'What is beyond us'] },
    draftFinalAnswer: { text: ['最终答复和依据', 'Final answer with its ground'], files: evidence },
    returnFinalAnswer: { text: ['还缺什么', 'What is missing'] },
    postOutcome: { text: ['做了什么', 'What was done'], files: ['前后对比照片', 'Before and after'] },
    sortFurther: { text: ['还剩什么问题', 'What remains'] },
    answer: judgement,
    recordAnswer: {
      ...judgement,
      person: ['谁的意见', 'Whose answer it is'],
      channel: [
        '怎样得到的',
        'How it was given',
        { values: { phone: ['电话', 'Phone'], door: ['上门', 'At the door'], paper: ['纸条', 'Paper'] } },
      ],
      witness,
      text: ['居民的原话', 'In their own words'],
    },
    answerForAll: judgement,
    logAttempt: {
      channel: [
        '怎样联系的',
        'How you tried',
        { values: { phone: ['电话', 'Phone'], door: ['上门', 'At the door'], message: ['短信或微信', 'Message'] } },
      ],
      reached: ['联系上了吗', 'Was somebody reached?'],
      text: ['结果怎样', 'What came of it'],
    },
    confirmOnSite: onSite,
    confirmInPerson: onSite,
    orderRedo: { text: ['重办的要求', 'What has to be done'] },
    orderFinalAnswer: { text: ['最终答复和依据', 'Final answer with its ground'], files: evidence },
  },
  policy: issuePolicyFields,
};
