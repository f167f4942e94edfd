import type { GuardDefinition } from '#libs/engine';

import { chainProblems } from './chain.rules.js';
import type { ChainStep } from './chain.schema.js';
import { areAllSettled, firstExpiry, type SignOffContext } from './sign-off.context.js';
import type { SignOffEvent } from './sign-off.events.js';

type CaseArgs = { context: SignOffContext };
type InputArgs = { context: SignOffContext; event: SignOffEvent };

const allSettled = ({ context }: CaseArgs): boolean => areAllSettled(context);
const isStuck = ({ context }: CaseArgs): boolean =>
  Object.values(context.records).some(({ state }) => state === 'refused');
const canBegin = ({ context }: CaseArgs): boolean =>
  context.steps.length > 0 && context.asked.length === 0 && context.steps.every(({ unit }) => unit !== null);
const expires = ({ context }: CaseArgs): boolean => firstExpiry(context) !== null;
const hasNoCosts = ({ context }: CaseArgs): boolean => context.costs === null;

/** The chain with these steps added or put in the place of those of the same id, if it can be carried out. */
function fits({ steps, policy }: SignOffContext, changed: readonly Pick<ChainStep, 'id' | 'needs'>[]): boolean {
  const ids = new Set(changed.map(({ id }) => id));
  const all = [...steps.filter(({ id }) => !ids.has(id)), ...changed];
  return all.length <= policy.stepsMost && chainProblems(all).length === 0;
}

/** Whoever asks for a signature does not say that silence is one: a step keeps what its template says of it, and gets nothing new. */
function saysNothingNewOfSilence(
  { steps }: SignOffContext,
  changed: readonly Pick<ChainStep, 'id' | 'silence'>[],
): boolean {
  return changed.every(
    ({ id, silence }) => silence === null || silence === steps.find((known) => known.id === id)?.silence,
  );
}

function addedFit({ context, event }: InputArgs): boolean {
  if (event.type !== 'addSteps') return false;
  const { steps } = event.input;
  const known = new Set(context.steps.map(({ id }) => id));
  return steps.every(({ id }) => !known.has(id)) && fits(context, steps) && saysNothingNewOfSilence(context, steps);
}

function changeFits({ context, event }: InputArgs): boolean {
  if (event.type !== 'changeStep') return false;
  const { step } = event.input;
  return (
    context.records[step.id]?.state === 'waiting' && fits(context, [step]) && saysNothingNewOfSilence(context, [step])
  );
}

function areRemovable({ context, event }: InputArgs): boolean {
  if (event.type !== 'removeSteps') return false;
  const removed = new Set(event.input.steps);
  const left = context.steps.filter(({ id }) => !removed.has(id));
  return event.input.steps.every((id) => Object.hasOwn(context.records, id)) && chainProblems(left).length === 0;
}

function areNameable({ context, event }: InputArgs): boolean {
  if (event.type !== 'nameDepartments') return false;
  return event.input.steps.every(({ step }) => {
    const record = context.records[step];
    const isOver = record?.state === 'signed' || record?.state === 'dropped';
    return record !== undefined && !isOver && record.round < context.policy.roundsMost;
  });
}

/** They sit at one table only where each has its paper: a step nobody was asked for has nothing to confirm. */
const areOpen = ({ context, event }: InputArgs): boolean =>
  event.type === 'recordSitting' && event.input.steps.every((id) => context.records[id]?.state === 'open');

function isReopenable({ context, event }: InputArgs): boolean {
  if (event.type !== 'reopenStep') return false;
  const record = context.records[event.input.step];
  return record?.state === 'refused' && record.round < context.policy.roundsMost;
}

function isDroppable({ context, event }: InputArgs): boolean {
  if (event.type !== 'dropStep') return false;
  const state = context.records[event.input.step]?.state;
  return state === 'waiting' || state === 'open' || state === 'refused';
}

const wasSigned = ({ event }: InputArgs): boolean => event.type === 'done.seal' && event.output.result === 'signed';

/** A signature that runs out before all others: the clock has to be set anew. */
function runsOutFirst({ context, event }: InputArgs): boolean {
  if (event.type !== 'done.seal' || event.output.validUntil === null) return false;
  const first = firstExpiry(context);
  return first === null || event.output.validUntil < first;
}

/** Implementations for the chart. */
export const signOffGuards = {
  allSettled,
  isStuck,
  canBegin,
  expires,
  hasNoCosts,
  addedFit,
  changeFits,
  areRemovable,
  areNameable,
  areOpen,
  isReopenable,
  isDroppable,
  wasSigned,
  runsOutFirst,
};

const overCase = (zh: string, en: string): GuardDefinition => ({ over: 'case', refusal: { zh, en } });
const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } });

/** What each guard reads and what a refused person is told. */
export const signOffGuardTexts: Record<keyof typeof signOffGuards, GuardDefinition> = {
  allSettled: overCase('还有步骤没有签完。', 'Not every step is signed.'),
  isStuck: overCase('没有被拒签的步骤。', 'No step was refused.'),
  canBegin: overCase('先写明步骤，并给每一步指定部门。', 'Give the chain steps, and each step a department.'),
  expires: overCase('没有会过期的签章。', 'No signature runs out.'),
  hasNoCosts: overCase('费用分摊已经开始。', 'Cost shares were opened already.'),
  addedFit: overInput(
    '编号重复、等待了不存在的步骤、互相等待成环、步骤过多，或者自行写明“逾期视为同意”：请改正。',
    'An id is taken, a step waits for one that does not exist, steps wait in a circle, there are too many, or one calls silence consent: correct it.',
  ),
  changeFits: overInput(
    '没有这一步、已经开始、先后关系不成立，或者自行写明“逾期视为同意”：请核对。',
    'No such step, it has begun, the order does not hold, or it calls silence consent: check it.',
  ),
  areRemovable: overInput(
    '没有这样的步骤，或者还有别的步骤在等它：先改别的步骤。',
    'No such step, or others wait for it: change those first.',
  ),
  areNameable: overInput(
    '没有这一步、已经签完，或者申请次数已满。',
    'No such step, it is signed already, or it was asked for too often.',
  ),
  areOpen: overInput('只有正在办理的步骤可以同桌会签。', 'Only steps that are being asked for can sit at one table.'),
  isReopenable: overInput('没有被拒签，或者申请次数已满。', 'It was not refused, or it was asked for too often.'),
  isDroppable: overInput('没有这一步，或者已经签完。', 'No such step, or it is signed already.'),
  wasSigned: overInput('没有签下来。', 'It was not signed.'),
  runsOutFirst: overInput('不是最早过期的。', 'It is not the first to run out.'),
};
