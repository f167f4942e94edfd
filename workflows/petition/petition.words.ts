import type { FieldTexts, FieldWords } from '#libs/engine';

const meeting: FieldWords = {
  unit: ['由谁开会', 'Body that meets'],
  kind: [
    '开什么会',
    'Kind of meeting',
    {
      values: {
        council: ['居民议事会', 'Council'],
        representatives: ['居民代表会议', 'Representatives’ meeting'],
        assembly: ['居民会议', 'Residents’ assembly'],
      },
    },
  ],
  startsAt: ['开会时间', 'When it starts'],
  members: ['应到人数', 'Members entitled to vote'],
  rule: ['表决规则', 'Decision rule', { help: ['不填就用这类会议通常的规则。', 'Left empty: the usual one.'] }],
};

/** Words of the fields people fill in. */
export const petitionFields: FieldTexts = {
  start: {
    unit: ['哪个社区', 'Community'],
    title: ['要开会决定什么', 'What is to be decided'],
    reason: ['为什么要开会', 'Why it has to meet'],
    base: [
      '征集谁的签名',
      'Whose signatures count',
      {
        values: {
          adults: ['成年居民', 'Adult residents'],
          households: ['每户一签', 'Households'],
          groups: ['居民小组', 'Residents’ groups'],
        },
      },
    ],
  },
  acts: {
    sign: {
      of: ['代表哪一户或小组', 'Household or group', { help: ['本人签名的不用填。', 'Not needed for yourself.'] }],
    },
    recordSignatures: {
      of: ['签了名的人、户或小组', 'Who signed'],
      paper: ['签名单照片', 'Picture of the sheet'],
    },
    setBase: { size: ['总数', 'How many there are'], source: ['数字从哪里来', 'Where the number is from'] },
    strikeSignatures: { numbers: ['剔除第几号签名', 'Numbers struck off'], reason: ['为什么剔除', 'Why'] },
    callMeeting: meeting,
    callInstead: meeting,
  },
  policy: {
    shares: ['多少签名就要开会', 'Share that calls a meeting'],
    adults: ['成年居民', 'Adult residents'],
    households: ['户', 'Households'],
    groups: ['居民小组', 'Residents’ groups'],
    numerator: ['分子', 'Numerator'],
    denominator: ['分母', 'Denominator'],
    inclusive: ['刚好达到也算', 'Reaching it is enough'],
    collecting: ['征集签名时间', 'Time to collect signatures'],
    sizing: ['确认总数时限', 'Time to say the total'],
    checking: [
      '核对签名时限',
      'Time to check signatures',
      { help: ['逾期不核对视为有效。', 'Silence confirms them.'] },
    ],
    checksMost: ['最多剔除几次', 'Most times struck off'],
    calling: ['召集会议时限', 'Time to call the meeting'],
    daysMost: ['召集后几天内开会', 'Days until the meeting'],
  },
};
