import type { z } from 'zod';

import type { Duration, TellTarget, ToldEvent } from '#libs/engine';

import type { NoticeOutput } from './contract.js';
import type { NoticeContext } from './notice.context.js';
import type { noticeEffects } from './notice.effects.js';
import type { NoticeEvent } from './notice.events.js';

/*
 * What the chart hands to effects, to the engine's actions and to its parent.
 */

type CaseArgs = { context: NoticeContext };

export function publication({ context }: CaseArgs): z.input<typeof noticeEffects.publish> {
  const { issue, unit, title, text, blocking, days, places } = context;
  return { notice: context.case, issue, unit, title, text, blocking, days, places };
}

export function takenDown({ context }: CaseArgs): z.input<typeof noticeEffects.unpublish> {
  return { notice: context.case, outcome: context.ending ?? 'withdrawn' };
}

/** For whoever asked to be told: a measure that need not wait goes on now. */
export function postedNews({ context }: CaseArgs): { target: TellTarget; event: ToldEvent } {
  const { blocking, days } = context;
  const payload = { notice: context.case, blocking, days };
  return { target: { parent: true }, event: { type: 'notice.posted', payload } };
}

export function askedExtension({ context, event }: CaseArgs & { event: NoticeEvent }): {
  clock: string;
  by: Pick<Duration, 'amount' | 'unit'>;
} {
  const days = event.type === 'extendNotice' ? event.input.days : 1;
  return { clock: 'hanging', by: { amount: days, unit: context.policy.dayUnit } };
}

export function outputWhenDone({ context }: CaseArgs): NoticeOutput {
  return { result: context.ending ?? 'withdrawn', objections: context.objections.length };
}
