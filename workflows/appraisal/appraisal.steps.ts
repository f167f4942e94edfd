import { assertEvent } from 'xstate';

import type { AppraisalOutput } from './contract.js';
import { personOf, silentStreets, type AppraisalContext } from './appraisal.context.js';
import type { AppraisalEvent } from './appraisal.events.js';

type Args = { context: AppraisalContext; event: AppraisalEvent };
type Change = Partial<AppraisalContext>;

/** The last word of a street on a department counts. */
export function recordAppraisal({ context, event }: Args): Change {
  assertEvent(event, 'appraise');
  const { street, department, scores, remark } = event.input;
  const others = context.appraisals.filter((one) => one.street !== street || one.department !== department);
  return { appraisals: [...others, { street, department, scores, remark, by: personOf(event.by), at: event.at }] };
}

export function nameSilent({ context }: Args): Change {
  return { silent: silentStreets(context) };
}

export function recordComment({ context, event }: Args): Change {
  assertEvent(event, 'comment');
  const { department, text } = event.input;
  return { comments: [...context.comments, { department, text, by: personOf(event.by) }] };
}

export const publish = ({ event }: Args): Change => ({ publishedAt: event.at, ending: 'published' });

export const endAsCancelled = (): Change => ({ ending: 'cancelled' });

export const outputWhenDone = ({ context }: { context: AppraisalContext }): AppraisalOutput => ({
  result: context.ending ?? 'cancelled',
  appraisals: context.appraisals.length,
  pointsMost: context.policy.criteria.length * context.policy.pointsMost,
  silent: context.silent,
});
