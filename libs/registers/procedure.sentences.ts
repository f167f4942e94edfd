import type { Label } from '#libs/engine';

/** One number or choice of a policy in words; `{}` is its value. */
export interface Sentence {
  /** Where it stands in the policy: `clocks.agenda`. */
  path: string;
  zh: string;
  en: string;
  /** Whole sentences for single values, in place of the sentence with a gap. */
  says?: Readonly<Record<string, Label>>;
  /** Law or practice; without it, a preset. */
  law?: string;
}

export interface Chapter {
  key: string;
  heading: Label;
  workflow: string;
  sentences: readonly Sentence[];
}

const ORDER = '通行议事规则（未核对条文）';
const SHENZHEN = '深圳（2018年）的做法';
const BEIJING = '北京12345（2021年征求意见稿）的做法';

type Said = readonly [zh: string, en: string, law?: string];

function s(path: string, ...[zh, en, law]: Said): Sentence {
  return { path, zh, en, ...(law === undefined ? {} : { law }) };
}

/** Chapters of the rules of procedure, in the order a matter goes through them. */
export const PROCEDURE_CHAPTERS: readonly Chapter[] = [
  {
    key: 'meetings',
    heading: { zh: '会议', en: 'Meetings' },
    workflow: 'meeting',
    sentences: [
      s(
        'noticeHours',
        '会议提前{}小时通知；不足的，写入纪要。',
        'Meetings are called {} hours ahead; shorter notice is in the minutes.',
      ),
      s(
        'levels.council.quorum',
        '议事会到会成员须{}。',
        'A council sits with {} of its members.',
        '社区议事规则（一个社区的做法）',
      ),
      s(
        'levels.assembly.quorum',
        '居民代表会议到会成员须{}。',
        'The representatives’ meeting sits with {} of its members.',
        ORDER,
      ),
      s('levels.council.rule', '议事会适用表决规则“{}”。', 'A council votes by the rule “{}”.'),
      s(
        'levels.assembly.rule',
        '居民（代表）会议适用表决规则“{}”。',
        'The residents’ (representatives’) meeting votes by the rule “{}”.',
      ),
      s('levels.council.proxiesMost', '议事会每名成员最多代理{}人。', 'A council member holds at most {} proxies.'),
      s(
        'levels.assembly.proxiesMost',
        '居民（代表）会议每人最多代理{}人。',
        'At the residents’ meeting one person holds at most {} proxies.',
      ),
      s(
        'agendaMost',
        '一次会议最多{}个议题；未议完的转下次会议。',
        'A sitting takes at most {} items; the rest go to the next.',
      ),
      s('gathering', '到会人数不足的，等候{}。', 'Where too few have come, one waits for {}.'),
      s('recall', '流会后{}内再次召集。', 'After an adjournment it is called again within {}.'),
      s('recallsMost', '最多再次召集{}次。', 'It is called again at most {} times.'),
      s('debate', '每个议题讨论{}。', 'Each item is debated for {}.', ORDER),
      s('turn', '每次发言不超过{}。', 'One turn takes at most {}.', ORDER),
      s('turnsMost', '每人对同一议题最多发言{}次。', 'Nobody speaks more than {} times to one item.', ORDER),
      s('seconding', '动议须在{}内有人附议。', 'A motion is seconded within {}.', ORDER),
      s('motionsMost', '每个议题最多{}个动议，一次只议一个。', 'At most {} motions on one item, one at a time.', ORDER),
      s(
        'amendmentsMost',
        '每个动议最多{}个修正案，先表决修正案。',
        'At most {} amendments of one motion, voted on first.',
        ORDER,
      ),
      s('ballotsMost', '每个议题最多表决{}次。', 'At most {} ballots on one item.'),
      s('minutes', '纪要在{}内写成并签署。', 'The minutes are written and signed within {}.'),
    ],
  },
  {
    key: 'ballots',
    heading: { zh: '投票', en: 'Ballots' },
    workflow: 'ballot',
    sentences: [
      s('confirmation', '举手表决的结果由另一人在{}内复核。', 'A second person confirms a show of hands within {}.'),
      s('recountsMost', '有争议的最多重新计票{}次。', 'A disputed count is taken again at most {} times.'),
      s('polls.atHome.appeals', '表决名册公示{}，期间可以提出更正。', 'The roll is open to appeals for {}.'),
      s('polls.atHome.polling', '投票期{}。', 'Papers are taken for {}.'),
      s(
        'polls.atHome.extension',
        '参加人数不足的，每次延长{}。',
        'With too few papers it is extended by {}.',
        SHENZHEN,
      ),
      s(
        'polls.atHome.extensionsMost',
        '最多延长{}次，总共不超过三个月。',
        'At most {} times, three months in all.',
        SHENZHEN,
      ),
      {
        ...s('polls.atHome.closesEarly', '是否可以提前截止：{}。', 'Early close: {}.'),
        says: {
          false: { zh: '不得提前截止投票。', en: 'A vote is never closed early.' },
          true: { zh: '全部投完的可以提前截止。', en: 'A vote may be closed early.' },
        },
      },
      s(
        'polls.atHome.settling',
        '有争议的票在{}内处理；未处理的不计。',
        'Contested papers are settled within {}; what is not, does not count.',
      ),
    ],
  },
  {
    key: 'issues',
    heading: { zh: '议题的提出与办理', en: 'Issues' },
    workflow: 'issue',
    sentences: [
      s('clocks.firstReply', '居民提出问题后{}内答复。', 'Whoever raises an issue has a first reply within {}.'),
      s('clocks.triage', '民情收集团在{}内分类。', 'Collectors sort it within {}.'),
      s('clocks.competence', '法治专员在{}内说明由谁决定。', 'The adviser says within {} who may decide.'),
      s(
        'clocks.appealWindow',
        '不予受理、不予采纳的，{}内可以申诉一次。',
        'A refusal can be appealed within {}, once.',
      ),
      s('clocks.appealDecision', '申诉在{}内决定。', 'An appeal is decided within {}.'),
      s('clocks.announcement', '决定在会后{}内公布。', 'A decision is announced within {} of the meeting.', BEIJING),
      s(
        'clocks.emergency',
        '危及生命财产的，{}内反馈，不分昼夜。',
        'Danger to life or property: feedback within {}, round the clock.',
        BEIJING,
      ),
      s('clocks.review', '办理结果由居民在{}内评议。', 'Residents judge the outcome within {}.'),
      s(
        'noticeDays',
        '动用公共资金、限制使用或者影响权益的决定公示{}天，期满后办理。',
        'What spends common money, restricts use or affects rights is posted for {} days first.',
      ),
      s(
        'restDays',
        '业主表决参加人数不足的，{}天内不再提出。',
        'An owners’ item for which too few took part rests for {} days.',
        SHENZHEN,
      ),
      s('limits.deliberations', '同一议题最多协商{}次。', 'An issue is deliberated at most {} times.'),
      s('limits.postponements', '同一议题最多延期{}次。', 'A meeting moves an item on at most {} times.'),
      {
        ...s(
          'party.considersMajor',
          '重大事项先经党组织研究：{}。',
          'Major matters go before the Party organisation first: {}.',
        ),
        says: {
          false: {
            zh: '议题按层级协商，不另设前置程序。',
            en: 'Issues are deliberated level by level without a step before it.',
          },
          true: {
            zh: '重大事项先经党组织研究，逾期视为同意提交。',
            en: 'Major matters go before the Party organisation first; silence lets them go on.',
          },
        },
      },
    ],
  },
  {
    key: 'notices',
    heading: { zh: '公示', en: 'Public notice' },
    workflow: 'notice',
    sentences: [
      s('posting', '结果在{}内张贴并上网公布。', 'Results are posted and published within {}.', BEIJING),
      s('placesLeast', '至少张贴{}处，拍照留证。', 'They hang at {} places at least, proved by photos.'),
      s('objectionAnswer', '每条异议在{}内书面答复。', 'Every objection is answered in writing within {}.'),
      s(
        'reviewHours',
        '异议未被采纳的，{}小时内可以申请监督团复核一次。',
        'A dismissed objection can be reviewed once within {} hours.',
      ),
      s('extensionsMost', '公示最多延长{}次。', 'A notice is extended at most {} times.'),
      s('withdrawalAppeal', '撤回公示的，居民{}内可以申诉。', 'A withdrawal can be appealed within {}.'),
    ],
  },
];
