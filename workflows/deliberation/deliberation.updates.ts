import { assign } from 'xstate';

import type { DeliberationEvent, EventOf } from './deliberation.acts.js';
import { personOf, type DeliberationContext, type Interest } from './deliberation.context.js';

type Update = ReturnType<typeof assign<DeliberationContext, DeliberationEvent, undefined, DeliberationEvent, never>>;

function on<Type extends DeliberationEvent['type']>(
  type: Type,
  change: (context: DeliberationContext, event: EventOf<Type>) => Partial<DeliberationContext>,
): Update {
  return assign<DeliberationContext, DeliberationEvent, undefined, DeliberationEvent, never>(({ context, event }) => {
    if (event.type !== type) throw new Error(`${event.type} came where ${type} is written down`);
    return change(context, event as EventOf<Type>);
  });
}

function withInterest(context: DeliberationContext, interest: Interest): Pick<DeliberationContext, 'interests'> {
  return { interests: [...context.interests.filter(({ person }) => person !== interest.person), interest] };
}

/** What each act writes down. */
export const deliberationUpdates = {
  takeStatement: on('speak', (context, { input, by }) => {
    const person = personOf(by);
    if (person === null) return {};
    return { statements: [...context.statements.filter((said) => said.person !== person), { person, ...input }] };
  }),
  takeOpinion: on('giveOpinion', (context, { input }) => ({ opinions: [...context.opinions, input.text] })),
  takeMeasure: on('draftMeasure', (context, { input, by }) => ({
    lastNumber: context.lastNumber + 1,
    measures: [
      ...context.measures,
      { number: context.lastNumber + 1, text: input.text, by: personOf(by), backers: [] },
    ],
  })),
  takeBacking: on('backMeasure', (context, { input, by }) => ({
    measures: context.measures.map((measure) =>
      measure.number === input.measure && by.kind === 'person'
        ? { ...measure, backers: [...new Set([...measure.backers, by.person])] }
        : measure,
    ),
  })),
  removeMeasure: on('dropMeasure', (context, { input }) => ({
    measures: context.measures.filter(({ number }) => number !== input.measure),
    amendments: context.amendments.filter(({ measure }) => measure !== input.measure),
  })),
  takeAmendment: on('proposeAmendment', (context, { input, by }) => ({
    lastAmendment: context.lastAmendment + 1,
    amendments: [
      ...context.amendments,
      {
        number: context.lastAmendment + 1,
        measure: input.measure,
        text: input.text,
        by: personOf(by),
        state: 'proposed' as const,
        reason: null,
      },
    ],
  })),
  acceptAmendment: on('acceptAmendment', (context, { input }) => {
    const accepted = context.amendments.find(({ number }) => number === input.amendment);
    return {
      amendments: context.amendments.map((one) => (one === accepted ? { ...one, state: 'accepted' as const } : one)),
      measures: context.measures.map((measure) =>
        measure.number === accepted?.measure ? { ...measure, text: accepted.text } : measure,
      ),
    };
  }),
  declineAmendment: on('declineAmendment', (context, { input }) => ({
    amendments: context.amendments.map((one) =>
      one.number === input.amendment ? { ...one, state: 'declined' as const, reason: input.text } : one,
    ),
  })),
  removeAmendment: on('withdrawAmendment', (context, { input }) => ({
    amendments: context.amendments.filter(({ number }) => number !== input.amendment),
  })),
  takeInvitation: on('inviteAnswer', (context, { input }) => ({
    answers: [...context.answers.filter(({ unit }) => unit !== input.unit), { ...input, text: null }],
  })),
  takeAnswer: on('answer', (context, { input, by }) => {
    const person = personOf(by);
    if (person === null) return {};
    const asked = context.answers.find((one) => one.person === person) ?? { unit: null, person, question: null };
    return { answers: [...context.answers.filter((one) => one.person !== person), { ...asked, text: input.text }] };
  }),
  takeAgreed: on('recordAgreed', (context, { input }) => ({
    agreed: [...new Set([...context.agreed, ...input.statements])],
  })),
  takeOpinionResult: on('opinion.closed', (_, { payload }) => ({ opinion: payload })),
  takeInterest: on('declareInterest', (context, { input, by }) => {
    const person = personOf(by);
    return person === null ? {} : withInterest(context, { person, text: input.text, state: 'declared' });
  }),
  takeContest: on('contestInterest', (context, { input }) =>
    withInterest(context, { person: input.person, text: input.text, state: 'contested' }),
  ),
  takeRecusal: on('decideRecusal', (context, { input }) =>
    withInterest(context, { person: input.person, text: input.text, state: input.recused ? 'recused' : 'cleared' }),
  ),
  takeObjection: on('objectStrongly', (context, { by }) => ({
    objectors: [...new Set([...context.objectors, ...(by.kind === 'person' ? [by.person] : [])])],
  })),
};
