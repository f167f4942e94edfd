import { personOf, voiceOf, type Answer, type IssueContext } from './issue.context.js';
import { change, counted, on } from './issue.update.js';

/** One answer a person; the last one counts. */
function withAnswer(context: IssueContext, answer: Answer): Pick<IssueContext, 'answers'> {
  return { answers: [...context.answers.filter(({ person }) => person !== answer.person), answer] };
}

/** What posting, answering, reaching and supervising change. */
export const reviewUpdates = {
  /** A new outcome is judged anew. */
  takeOutcome: on('postOutcome', (_, { input }) => ({
    outcome: { text: input.text, evidence: input.files },
    answers: [],
    attempts: [],
  })),
  clearDanger: on('sortFurther', (context) => ({
    danger: false,
    outcome: null,
    jobs: context.jobs.map((job) => ({ ...job, required: false })),
  })),
  takeAnswer: on(['answer', 'answerForAll'], (context, { input, by }) => {
    const person = voiceOf(by);
    return person === null
      ? {}
      : withAnswer(context, { ...input, person, channel: 'page', witness: null, enteredBy: null });
  }),
  takeRecordedAnswer: on('recordAnswer', (context, { input, by }) =>
    withAnswer(context, { ...input, enteredBy: personOf(by) }),
  ),
  takeAttempt: on('logAttempt', (context, event) => ({
    attempts: [
      ...context.attempts,
      { by: personOf(event.by) ?? '', on: event.on, channel: event.input.channel, reached: event.input.reached },
    ],
  })),
  takeSiteCheck: on(['confirmOnSite', 'confirmInPerson'], (context, { input, by }) =>
    withAnswer(context, {
      person: context.reporter ?? personOf(by) ?? '',
      solved: input.solved,
      satisfied: false,
      disputed: false,
      channel: 'door',
      witness: input.witness,
      enteredBy: personOf(by),
      text: input.text,
    }),
  ),
  countChase: change((context) => counted(context, 'chases')),
  countRedo: change((context) => counted(context, 'redo')),
  noteSolved: change((context) => ({ ending: ended(context, 'solved') })),
  noteAccepted: change((context) => ({ ending: ended(context, 'accepted') })),
};

function ended(context: IssueContext, result: 'solved' | 'accepted'): IssueContext['ending'] {
  return {
    result,
    reason: null,
    text: context.outcome?.text ?? null,
    evidence: context.outcome?.evidence ?? [],
    by: null,
  };
}
