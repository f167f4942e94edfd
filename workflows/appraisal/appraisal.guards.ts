import type { GuardDefinition } from '#libs/engine';

import { silentStreets, type AppraisalContext } from './appraisal.context.js';
import type { AppraisalEvent } from './appraisal.events.js';

type Args = { context: AppraisalContext; event: AppraisalEvent };

const isOfThisRound = ({ context, event }: Args): boolean =>
  event.type === 'appraise' &&
  context.streets.includes(event.input.street) &&
  context.departments.includes(event.input.department);

/** Every criterion once, within the points of the policy, and nothing else. */
function scoresEach({ context, event }: Args): boolean {
  if (event.type !== 'appraise') return false;
  const { criteria, pointsMost } = context.policy;
  const given = Object.entries(event.input.scores);
  return (
    given.length === criteria.length &&
    criteria.every(({ name }) => {
      const points = event.input.scores[name];
      return points !== undefined && points <= pointsMost;
    })
  );
}

const isFirstComment = ({ context, event }: Args): boolean =>
  event.type === 'comment' &&
  context.departments.includes(event.input.department) &&
  context.comments.every(({ department }) => department !== event.input.department);

const haveAllSpoken = ({ context }: { context: AppraisalContext }): boolean => silentStreets(context).length === 0;
const haveAllCommented = ({ context }: { context: AppraisalContext }): boolean =>
  context.comments.length === context.departments.length;

export const appraisalGuards = { isOfThisRound, scoresEach, isFirstComment, haveAllSpoken, haveAllCommented };

const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } });
const overCase = (zh: string, en: string): GuardDefinition => ({ over: 'case', refusal: { zh, en } });

/** What each guard reads and what a refused person is told. */
export const appraisalGuardTexts: Record<keyof typeof appraisalGuards, GuardDefinition> = {
  isOfThisRound: overInput('街道或部门不在本次评议之列。', 'The street or the department is not part of this round.'),
  scoresEach: overInput('请逐项打分，不超过规定分值。', 'Give points for each criterion, within the most there are.'),
  isFirstComment: overInput('每个部门只能说明一次。', 'Each department comments once.'),
  haveAllSpoken: overCase('还有街道没有评完。', 'Some streets have not spoken on every department.'),
  haveAllCommented: overCase('还有部门没有说明。', 'Some departments have not commented.'),
};
