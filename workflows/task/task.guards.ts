import type { GuardDefinition } from '#libs/engine';

import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.events.js';

type CaseArgs = { context: TaskContext };
type InputArgs = { context: TaskContext; event: TaskEvent };

const mayReturn = ({ context }: CaseArgs): boolean => context.part !== 'emergency' && !context.owned;
const returnsLeft = ({ context }: CaseArgs): boolean => context.returns.length + 1 < context.policy.returnsMost;
const mayHold = ({ context }: CaseArgs): boolean =>
  context.part !== 'emergency' && context.holds < context.policy.holdsMost;
const holdShortEnough = ({ context, event }: InputArgs): boolean =>
  event.type === 'askHold' && event.input.days <= context.policy.holdLongestDays;
const notOverdue = ({ context }: CaseArgs): boolean => !context.overdue;
const mayExtend = ({ context }: CaseArgs): boolean =>
  context.part !== 'emergency' && context.extensions < context.policy.extensionsMost;
const extensionShortEnough = ({ context, event }: InputArgs): boolean =>
  event.type === 'askExtension' && event.input.days <= context.policy.extensionLongestDays;
const isFirstExtension = ({ context }: CaseArgs): boolean => context.extensions === 0;
const evidenceEnough = ({ context, event }: InputArgs): boolean =>
  event.type === 'finish' && event.input.evidence.length >= context.policy.evidenceLeast;
const redosLeft = ({ context }: CaseArgs): boolean => context.redoCount < context.policy.redosMost;
const isPrivate = ({ context }: CaseArgs): boolean => context.confidential || context.part === 'errand';

/** Implementations for the chart. */
export const taskGuards = {
  mayReturn,
  returnsLeft,
  mayHold,
  holdShortEnough,
  notOverdue,
  mayExtend,
  extensionShortEnough,
  isFirstExtension,
  evidenceEnough,
  redosLeft,
  isPrivate,
};

/** What each guard reads and what a refused person is told. */
export const taskGuardTexts: Record<keyof typeof taskGuards, GuardDefinition> = {
  mayReturn: {
    over: 'case',
    refusal: {
      zh: '紧急任务和经裁定的任务不能退回：请先处置，有异议另行向上级反映。',
      en: 'Emergencies and tasks given by arbitration cannot be returned: act first and object to the upper tier separately.',
    },
  },
  returnsLeft: {
    over: 'case',
    refusal: { zh: '退单次数已满，将由上级裁定。', en: 'No returns are left: the upper tier names the owner.' },
  },
  mayHold: {
    over: 'case',
    refusal: {
      zh: '紧急任务不能挂起，挂起次数也有限：请继续办理，或者申请延期、报告无法办理。',
      en: 'Emergencies cannot be held and holds are limited: go on, ask for more time, or report that it cannot be done.',
    },
  },
  holdShortEnough: {
    over: 'input',
    refusal: { zh: '挂起时间超过最长期限，请缩短。', en: 'The hold is longer than allowed: ask for fewer days.' },
  },
  notOverdue: {
    over: 'case',
    refusal: {
      zh: '已经超期，不能再延期：请尽快办结。',
      en: 'The time is over and cannot be extended: finish as soon as you can.',
    },
  },
  mayExtend: {
    over: 'case',
    refusal: {
      zh: '紧急任务不能延期，延期次数也有限：请办结，或者报告无法办理。',
      en: 'Emergencies cannot be extended and extensions are limited: finish, or report that it cannot be done.',
    },
  },
  extensionShortEnough: {
    over: 'input',
    refusal: {
      zh: '一次延期超过最长天数，请缩短。',
      en: 'The extension is longer than allowed at once: ask for fewer days.',
    },
  },
  isFirstExtension: {
    over: 'case',
    refusal: { zh: '第二次起的延期由上级负责人批准。', en: 'From the second extension on, the upper tier decides.' },
  },
  evidenceEnough: {
    over: 'input',
    refusal: {
      zh: '证据不足：请附上现场照片或文件。',
      en: 'Not enough evidence: attach photos of the place or documents.',
    },
  },
  redosLeft: {
    over: 'case',
    refusal: {
      zh: '重办次数已满，将由上级督办并裁定。',
      en: 'It was done badly too often: the upper tier takes it up.',
    },
  },
  isPrivate: {
    over: 'case',
    refusal: { zh: '个人事项由协调员核验。', en: 'A personal matter is verified by the coordinator.' },
  },
};
