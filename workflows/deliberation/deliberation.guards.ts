import type { GuardDefinition } from '#libs/engine';

import type { DeliberationEvent, EventOf } from './deliberation.acts.js';
import { personOf, type DeliberationContext } from './deliberation.context.js';

interface Args {
  context: DeliberationContext;
  event: DeliberationEvent;
}

function reading<Type extends DeliberationEvent['type']>(
  type: Type,
  test: (context: DeliberationContext, event: EventOf<Type>) => boolean,
): (args: Args) => boolean {
  return ({ context, event }) => event.type === type && test(context, event as EventOf<Type>);
}

/** The named conditions of the chart, each a question. */
export const deliberationGuards = {
  mayDraftMore: ({ context }: Args) => context.measures.length < context.policy.maxMeasures,
  isKnownMeasure: reading('backMeasure', (context, { input }) =>
    context.measures.some(({ number }) => number === input.measure),
  ),
  isOwnMeasure: reading('dropMeasure', (context, { input, by }) =>
    context.measures.some(
      (measure) => measure.number === input.measure && measure.by !== null && measure.by === personOf(by),
    ),
  ),
  isOpenToContest: reading(
    'contestInterest',
    (context, { input }) => !context.interests.some(({ person }) => person === input.person),
  ),
  /** Nobody decides about their own interest. */
  isContestOfAnother: reading(
    'decideRecusal',
    (context, { input, by }) =>
      personOf(by) !== input.person &&
      context.interests.some(({ person, state }) => person === input.person && state === 'contested'),
  ),
  hasMeasure: ({ context }: Args) => context.measures.length > 0,
  areInterestsDecided: ({ context }: Args) => context.interests.every(({ state }) => state !== 'contested'),
} satisfies Record<string, (args: Args) => boolean>;

const says = (over: GuardDefinition['over'], zh: string, en: string): GuardDefinition => ({
  over,
  refusal: { zh, en },
});

/** What each guard reads and what the user is told when it says no. */
export const deliberationGuardDefinitions: Record<keyof typeof deliberationGuards, GuardDefinition> = {
  mayDraftMore: says('case', '措施已经够多，请先撤回一条。', 'There are enough measures: drop one first.'),
  isKnownMeasure: says('input', '没有这条措施。', 'There is no such measure.'),
  isOwnMeasure: says('input', '只能撤回自己提出的措施。', 'You can only drop your own measure.'),
  isOpenToContest: says(
    'input',
    '该成员的回避问题已提出或已决定。',
    'That member’s interest was raised or decided already.',
  ),
  isContestOfAnother: says(
    'input',
    '没有待决定的回避，或涉及您本人。',
    'Nothing is to be decided there, or it is about yourself.',
  ),
  hasMeasure: says('case', '请先提出至少一条措施。', 'First draft at least one measure.'),
  areInterestsDecided: says('case', '请主持人先决定回避问题。', 'First the chair decides the contested interests.'),
};
