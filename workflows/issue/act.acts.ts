import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { TASK_CLASSES } from './issue.policy.js';
import { CLAIMERS, HANDLER, LAST_VERIFIERS, PLANNERS, SIGNERS, SUBSTITUTES, SUPERVISORS } from './issue.people.js';

const id = z.string().min(1).max(200);
const personId = id.meta({ refers: 'person' });
const unitId = id.meta({ refers: 'unit' });
const templateId = id.meta({ refers: 'template' });
const files = z.array(fileId()).max(20).default([]);
const instant = z.iso.datetime({ precision: 3 });

const verdict = z.object({
  passed: z.boolean().describe('Whether it was really done'),
  text: text(1000).describe('What you saw'),
  files: files.describe('Photos'),
});

/** What can be done while an issue is acted on (办): plan, claim, dispatch, finish, verify, and what if it cannot be done. */
export const actActs = {
  offer: {
    label: { zh: '公开认领', en: 'Offer for claiming' },
    help: {
      zh: '先由党员、志愿者、共建单位认领；个人需求只发给指定的人。',
      en: 'Party members, volunteers and partner units first; a confidential need only to those named.',
    },
    input: z.object({
      measure: text(2000).describe('What is to be done'),
      offeredTo: z
        .array(personId)
        .max(50)
        .default([])
        .describe('People it is offered to; needed for a confidential need'),
    }),
    who: PLANNERS,
  },
  planOwnWork: {
    label: { zh: '社区自办', en: 'Do it ourselves' },
    help: { zh: '由社区指定的人办理，写明完成日期。', en: 'Somebody of the community does it by a date.' },
    input: z.object({
      measure: text(2000).describe('What is to be done'),
      owner: personId.describe('Person answerable for it'),
      promised: instant.describe('Promised until'),
    }),
    who: PLANNERS,
  },
  dispatch: {
    label: { zh: '派单', en: 'Dispatch' },
    help: {
      zh: '交由主办部门，必要时几个部门协办。',
      en: 'To a leading department, with others assisting where needed.',
    },
    input: z.object({
      measure: text(2000).describe('What is to be done'),
      lead: unitId.describe('Leading department'),
      class: z.enum(TASK_CLASSES).describe('Kind of work; it sets the limit'),
      long: z
        .object({
          days: z.int().min(1).max(180).meta({ unit: 'days' }).describe('Days the works take'),
          reason: text(500).describe('Why they take so long; it is published'),
        })
        .optional()
        .describe('Long works: a limit of their own instead of the kind’s'),
      assists: z
        .array(z.object({ unit: unitId, required: z.boolean().default(true).describe('The outcome waits for it') }))
        .max(10)
        .default([])
        .describe('Assisting departments'),
    }),
    who: PLANNERS,
  },
  callJointMeeting: {
    label: { zh: '召开联席会议', en: 'Call a joint meeting' },
    help: {
      zh: '跨街道、跨部门的事：约请有关单位同桌商定，一份纪要，各认其责。',
      en: 'What lies across boundaries: summon the units to one table; one minute names everybody’s duty.',
    },
    input: z.object({
      reason: text(2000).describe('Why they are summoned and what is to be settled'),
      departments: z.array(unitId).min(1).max(30).describe('Units summoned'),
    }),
    who: PLANNERS,
  },
  openSignOffs: {
    label: { zh: '启动会签', en: 'Begin the sign-offs' },
    help: {
      zh: '需要许多部门盖章的事：由居民工作小组办，哪枚章在谁手里一目了然。',
      en: 'What needs many seals: the residents’ task group collects them, and everybody sees who holds which.',
    },
    input: z.object({
      measure: text(2000).describe('What the seals are for'),
      template: templateId.optional().describe('Chain of another building to begin with'),
      group: z.array(personId).max(50).default([]).describe('Persons of the residents’ task group'),
      body: unitId.optional().describe('Body the task group is, if it is one'),
      helper: unitId.optional().describe('Party branch that helps'),
    }),
    who: PLANNERS,
  },
  arrangeErrand: {
    label: { zh: '代办', en: 'Arrange an errand' },
    help: {
      zh: '由党员或工作人员替居民跑腿办成。',
      en: 'Somebody carries the resident’s errand through to the office.',
    },
    input: z.object({
      measure: text(2000).describe('What is to be done'),
      unit: unitId.describe('Unit that runs the errand'),
    }),
    who: PLANNERS,
  },
  claim: {
    label: { zh: '认领', en: 'Claim' },
    help: { zh: '我来办，并承诺完成日期。', en: 'I will do it, by the date I promise.' },
    input: z.object({ promised: instant.describe('Promised until') }),
    who: CLAIMERS,
  },
  closeOffer: {
    label: { zh: '结束认领', en: 'Close the offer' },
    help: { zh: '无人认领或情况有变，重新计划。', en: 'Nobody claims it or things have changed: plan again.' },
    input: z.object({}),
    who: PLANNERS,
  },
  reportProgress: {
    label: { zh: '报告进展', en: 'Report progress' },
    help: { zh: '写明做了什么，可附照片。', en: 'Say what was done; photos help.' },
    input: z.object({ text: text(2000).describe('What was done'), files: files.describe('Photos') }),
    who: HANDLER,
  },
  promiseAgain: {
    label: { zh: '改期', en: 'Promise a new date' },
    help: { zh: '须在到期前提出并公开理由。', en: 'Before the promised date, with a public reason.' },
    input: z.object({ promised: instant.describe('New promised date'), text: text(500).describe('Public reason') }),
    who: HANDLER,
  },
  giveBack: {
    label: { zh: '退回认领', en: 'Give it back' },
    help: { zh: '不能继续办理，交回重新计划。', en: 'You cannot go on: it is planned again.' },
    input: z.object({ text: text(500).describe('Why') }),
    who: HANDLER,
  },
  takeBack: {
    label: { zh: '收回', en: 'Take it back' },
    help: {
      zh: '收回在办工作并重新计划；未办结的任务单随之撤销。',
      en: 'Plan again; tasks still running are cancelled.',
    },
    input: z.object({ text: text(500).describe('Why') }),
    who: PLANNERS,
  },
  addAssist: {
    label: { zh: '增加协办', en: 'Add an assist' },
    help: { zh: '再请一个部门协办。', en: 'Ask one more department to assist.' },
    input: z.object({
      unit: unitId.describe('Assisting department'),
      instruction: text(1000).describe('What it is to do'),
      class: z.enum(TASK_CLASSES).describe('Kind of work; it sets the limit'),
      required: z.boolean().default(true).describe('The outcome waits for it'),
    }),
    who: PLANNERS,
  },
  finish: {
    label: { zh: '办完', en: 'Finish' },
    help: { zh: '说明结果并附证据，由监督团验收。', en: 'Say what came of it, with evidence; supervisors verify it.' },
    input: z.object({ text: text(2000).describe('What was done'), files: files.describe('Evidence') }),
    who: HANDLER,
  },
  reportImpossible: {
    label: { zh: '无法办理', en: 'It cannot be done' },
    help: { zh: '说明原因并附证据。', en: 'Say why, with evidence.' },
    input: z.object({ text: text(2000).describe('Why'), files: files.describe('Evidence') }),
    who: HANDLER,
  },
  verify: {
    label: { zh: '验收', en: 'Verify' },
    help: { zh: '监督团到现场查看，办理人不能验收。', en: 'Supervisors look for themselves; never the handler.' },
    input: verdict,
    who: SUPERVISORS,
  },
  verifyAsSubstitute: {
    label: { zh: '替补验收', en: 'Verify as substitute' },
    help: {
      zh: '监督团未按时验收，由替补或居民代表验收。',
      en: 'The supervisor was silent: a substitute or representative verifies.',
    },
    input: verdict,
    who: SUBSTITUTES,
  },
  verifyLast: {
    label: { zh: '统筹人验收', en: 'Verify as coordinator' },
    help: {
      zh: '前两级都未验收，由统筹人验收，绝不自动通过。',
      en: 'Both were silent: the coordinator verifies; it never passes by itself.',
    },
    input: verdict,
    who: LAST_VERIFIERS,
  },
  planAgain: {
    label: { zh: '重新计划', en: 'Plan again' },
    help: { zh: '换一个办法或换人办理。', en: 'Another way or somebody else.' },
    input: z.object({ text: text(1000).describe('What changes') }),
    who: PLANNERS,
  },
  deliberateAgain: {
    label: { zh: '重新协商', en: 'Deliberate again' },
    help: { zh: '措施做不到，请居民重新商量。', en: 'The measure cannot be done: residents talk it over again.' },
    input: z.object({ text: text(1000).describe('What is to be decided') }),
    who: PLANNERS,
  },
  raiseTier: {
    label: { zh: '提级办理', en: 'Raise a tier' },
    help: { zh: '请街道或区里牵头。', en: 'Ask the street or the district to take the lead.' },
    input: z.object({ text: text(1000).describe('What is beyond us') }),
    who: PLANNERS,
  },
  draftFinalAnswer: {
    label: { zh: '拟最终答复', en: 'Draft a final answer' },
    help: {
      zh: '做不到或不允许做的，写明依据和证据，由领导签发。',
      en: 'It cannot or may not be done: say why, with evidence; a leader signs.',
    },
    input: z.object({
      text: text(4000).describe('Final answer with its ground'),
      files: z.array(fileId()).min(1).max(20).describe('Evidence'),
    }),
    who: PLANNERS,
  },
  signFinalAnswer: {
    label: { zh: '签发最终答复', en: 'Sign the final answer' },
    help: { zh: '签发后送达并办结。', en: 'It is delivered and the issue closes.' },
    input: z.object({}),
    who: SIGNERS,
    confirm: true,
  },
  returnFinalAnswer: {
    label: { zh: '退回最终答复', en: 'Return the final answer' },
    help: { zh: '理由或证据不足，不能这样结束。', en: 'Ground or evidence do not suffice: it cannot end like this.' },
    input: z.object({ text: text(1000).describe('What is missing') }),
    who: SIGNERS,
  },
} satisfies Record<string, ActDefinition>;
