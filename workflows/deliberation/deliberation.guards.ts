import type { GuardDefinition } from '#libs/engine';

import type { DeliberationEvent, EventOf } from './deliberation.acts.js';
import { invitationOf, openAmendments, personOf, type DeliberationContext } from './deliberation.context.js';
import { complete } from './deliberation.policy.js';

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
  mayAmendMore: ({ context }: Args) =>
    context.amendments.filter(({ state }) => state !== 'accepted').length < complete(context.policy).maxAmendments,
  isMeasureToAmend: reading('proposeAmendment', (context, { input }) =>
    context.measures.some(({ number }) => number === input.measure),
  ),
  /** Only the mover can change the measure; everybody else has it voted. */
  isMoverOfAmended: ({ context, event }: Args) => {
    if (event.type !== 'acceptAmendment' && event.type !== 'declineAmendment') return false;
    const mover = personOf(event.by);
    return context.measures.some(
      ({ number, by }) =>
        mover !== null &&
        by === mover &&
        openAmendments(context, number).some((one) => one.number === event.input.amendment),
    );
  },
  isOwnAmendment: reading('withdrawAmendment', (context, { input, by }) =>
    context.amendments.some(
      (one) => one.number === input.amendment && one.state !== 'accepted' && one.by !== null && one.by === personOf(by),
    ),
  ),
  mayInviteMore: ({ context }: Args) =>
    context.answers.filter(({ unit }) => unit !== null).length < complete(context.policy).maxInvited,
  /** A company that has answered is not asked again, and nobody speaks for two. */
  isNewInvitation: reading('inviteAnswer', (context, { input }) => {
    const spoken = invitationOf(context, input.person);
    const asked = context.answers.find(({ unit }) => unit === input.unit);
    return (spoken === undefined || spoken.unit === input.unit) && (asked?.text ?? null) === null;
  }),
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
  mayAmendMore: says('case', '待处理的修正案已经够多。', 'Enough amendments wait already.'),
  isMeasureToAmend: says('input', '没有这条措施。', 'There is no such measure.'),
  isMoverOfAmended: says(
    'input',
    '没有待答复的修正案，或措施不是您提出的。',
    'No such amendment waits, or the measure is not yours.',
  ),
  isOwnAmendment: says(
    'input',
    '只能撤回自己提出、尚未被接受的修正案。',
    'You can only withdraw your own amendment, and not once it was accepted.',
  ),
  mayInviteMore: says('case', '邀请的单位已经够多。', 'Enough companies and partners are invited.'),
  isNewInvitation: says(
    'input',
    '该单位已经答复，或此人已代表另一单位。',
    'It has answered already, or this person speaks for another one.',
  ),
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
