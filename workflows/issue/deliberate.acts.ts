import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { COMPETENCES, DIRECT_REASONS } from './issue.context.js';
import { LEVELS } from './issue.policy.js';
import { ADVISERS, COORDINATORS, COUNCIL, LEADERS, PARTY_SECRETARIES } from './issue.people.js';

/** What can be done while an issue is deliberated (议): competence, level, direct line, agenda, decision. */
export const deliberateActs = {
  stateCompetence: {
    label: { zh: '出具权限意见', en: 'Say who may decide' },
    help: {
      zh: '表决前由顾问说明这件事谁有权决定。',
      en: 'Before anybody votes, an adviser says who may decide this at all.',
    },
    input: z.object({
      decides: z.enum(COMPETENCES).describe('Residents, owners, a department, or nobody: one person’s rights'),
      text: text(2000).describe('Legal ground'),
    }),
    who: ADVISERS,
  },
  letGoOn: {
    label: { zh: '党组织研究同意', en: 'Party organisation: go on' },
    help: { zh: '党组织研究后同意提交协商。', en: 'The Party organisation considered it and lets it go on.' },
    input: z.object({ text: text(2000).describe('Record and reason') }),
    who: PARTY_SECRETARIES,
  },
  refuse: {
    label: { zh: '党组织研究不同意', en: 'Party organisation: refuse' },
    help: {
      zh: '须写明理由；会公布，并可申诉一次。',
      en: 'Give the reason; it is published and can be appealed once.',
    },
    input: z.object({ text: text(2000).describe('Record and reason') }),
    who: PARTY_SECRETARIES,
    confirm: true,
  },
  appealRefusal: {
    label: { zh: '申诉', en: 'Appeal' },
    help: { zh: '对党组织研究的不同意意见申诉，仅一次。', en: 'Against the refusal; once only.' },
    input: z.object({ text: text(2000).describe('Why it is to be deliberated') }),
    who: [{ relation: 'reporter' }, { relation: 'supporter' }, { role: 'deliberator' }],
  },
  chooseLevel: {
    label: { zh: '选择议事层级', en: 'Choose the level' },
    help: { zh: '从合适的最低一级开始。', en: 'Start at the lowest level that fits.' },
    input: z.object({ level: z.enum(LEVELS).describe('Building, grid parlour, council or assembly') }),
    who: COORDINATORS,
  },
  takeDirectLine: {
    label: { zh: '直通快办', en: 'Take the direct line' },
    help: {
      zh: '无须共同决定时跳过协商；议事团三个工作日内可以叫停。',
      en: 'Skip deliberation when nothing is to be decided in common; the council may call it back.',
    },
    input: z.object({
      reason: z.enum(DIRECT_REASONS).describe('Why nothing is to be decided in common'),
      text: text(1000).describe('Reason for the ledger'),
    }),
    who: COORDINATORS,
  },
  callBack: {
    label: { zh: '叫停直通', en: 'Call back' },
    help: { zh: '这件事应当协商。', en: 'This has to be deliberated after all.' },
    input: z.object({ text: text(1000).describe('What is to be decided in common') }),
    who: COUNCIL,
    confirm: true,
  },
  callOwners: {
    label: { zh: '发起业主表决', en: 'Call the owners’ ballot' },
    help: {
      zh: '写明由哪里的业主表决、按哪条规则；名册按产权登记编制。参与不足的事项一年内不得再表决，除非委员会三分之二同意。',
      en: 'Whose owners vote, by which rule; the roll is drawn from the registry. An item that found too few voters rests for a year unless two thirds of the committee agree.',
    },
    input: z.object({
      unit: z
        .string()
        .min(1)
        .max(200)
        .meta({ refers: 'unit' })
        .describe('Stairwell, building or compound whose owners vote'),
      rule: z.string().min(1).max(200).meta({ refers: 'rule' }).describe('Decision rule'),
      committeeAgrees: z.boolean().default(false).describe('Two thirds of the committee agree that it returns early'),
    }),
    who: COORDINATORS,
  },
  confirmVerdict: {
    label: { zh: '核定表决规则', en: 'Confirm the verdict' },
    help: {
      zh: '引用条文，确认表决规则有效；此前结果为“待核定”。',
      en: 'Cite the article that makes the rule valid; until then the verdict is provisional.',
    },
    input: z.object({ citation: text(500).describe('Law and article') }),
    who: ADVISERS,
    confirm: true,
  },
  rejectVerdict: {
    label: { zh: '不予核定', en: 'Do not confirm' },
    help: { zh: '表决规则无效，重新上会。', en: 'The rule was not valid: the item goes back on an agenda.' },
    input: z.object({ text: text(500).describe('Why the rule was not valid') }),
    who: ADVISERS,
    confirm: true,
  },
  announceDecision: {
    label: { zh: '公布决定', en: 'Announce the decision' },
    help: {
      zh: '动用公共资金、限制使用或影响权利的，须公示期满才能办理。',
      en: 'A measure that spends common money, restricts use or affects rights waits for the end of its notice.',
    },
    input: z.object({
      text: text(4000).describe('Decision and reasons, as posted'),
      spendsCommonMoney: z.boolean().describe('Spends common money'),
      restrictsUse: z.boolean().describe('Restricts how something may be used'),
      affectsRights: z.boolean().describe('Affects somebody’s rights'),
    }),
    who: COORDINATORS,
  },
  explainRejection: {
    label: { zh: '说明否决理由', en: 'Explain the rejection' },
    help: {
      zh: '书面告诉反映人和附议人:为什么没有通过,还能怎么办。申诉期从说明起算。',
      en: 'Tell those concerned in writing why it was rejected and what they can still do. Their time to appeal runs from here.',
    },
    input: z.object({ text: text(4000).describe('Reason, and where to turn') }),
    who: COORDINATORS,
  },
  appealRejection: {
    label: { zh: '申诉', en: 'Appeal' },
    help: { zh: '提请上一级议事，仅一次。', en: 'Asks the next level to decide; once only.' },
    input: z.object({ text: text(2000).describe('Why the next level is to decide') }),
    who: [{ relation: 'reporter' }, { relation: 'supporter' }],
  },
  sendToAssembly: {
    label: { zh: '提交居民代表会议', en: 'Send to the representatives' },
    help: {
      zh: '协商无法解决或争议较大时，由居民代表会议决定。',
      en: 'What consultation cannot settle is decided by the representatives’ meeting.',
    },
    input: z.object({ text: text(1000).describe('What is disputed') }),
    who: [...COORDINATORS, ...LEADERS],
  },
} satisfies Record<string, ActDefinition>;
