import { personOf, voiceOf, type IssueContext } from './issue.context.js';
import { change, counted, on } from './issue.update.js';

const unique = (ids: string[]): string[] => [...new Set(ids)];

/** People of merged issues leave with them; own supporters stay. */
function without(context: IssueContext, issue: string): Pick<IssueContext, 'merged' | 'supporters'> {
  const gone = context.merged.find((joined) => joined.issue === issue)?.people ?? [];
  return {
    merged: context.merged.filter((joined) => joined.issue !== issue),
    supporters: context.supporters.filter((person) => !gone.includes(person)),
  };
}

/** What being said, sorted, merged and declined changes. */
export const sayUpdates = {
  noteReplied: change(() => ({ replied: true })),
  noteLate: change((context) => counted(context, 'late')),
  noteEntry: change((context) => counted(context, 'notes')),
  takeAsCommon: on('sortAsCommon', (context, { input }) => ({
    nature: 'common',
    category: input.category ?? context.category,
    major: input.major,
    needsVoice: context.needsVoice || input.needsVoice,
  })),
  takeAsIndividual: on('sortAsIndividual', (context, { input }) => ({
    nature: 'individual',
    reporter: input.person ?? context.reporter,
    category: input.category ?? context.category,
    needsVoice: context.needsVoice || input.needsVoice,
  })),
  /** One person's rights: from here on only that person and the helper see it. */
  makeConfidential: change(() => ({ nature: 'individual', confidential: true, supporters: [], merged: [] })),
  takeDanger: on('declareDanger', () => ({ danger: true })),
  countSorting: change((context) => counted(context, 'sortings')),
  countAlarm: change((context) => counted(context, 'alarms')),
  countInformation: change((context) => counted(context, 'information')),
  takeInformation: on('giveInformation', (context, { input }) => ({
    files: unique([...context.files, ...input.files]),
  })),
  takeMainIssue: on('merge', (_, { input }) => ({ mainIssue: input.into })),
  forgetMainIssue: change(() => ({ mainIssue: null })),
  addMerged: on('merge.joined', (context, { payload }) => ({
    merged: [...context.merged, { issue: payload.issue, people: payload.people.filter((p) => p !== context.reporter) }],
    supporters: unique([...context.supporters, ...payload.people]).filter((person) => person !== context.reporter),
  })),
  removeMerged: on('merge.left', (context, { payload }) => without(context, payload.issue)),
  addSupporter: on('support', (context, { by }) => {
    const person = voiceOf(by);
    return person === null ? {} : { supporters: unique([...context.supporters, person]) };
  }),
  removeSupporter: on('leaveSupport', (context, { by }) => ({
    supporters: context.supporters.filter((person) => person !== voiceOf(by)),
  })),
  removeReporter: change(() => ({ reporter: null, replied: true })),
  takeForward: on('forward', (_, { input, by }) => ({
    ending: { result: 'forwarded', reason: input.to, text: input.text, evidence: [], by: personOf(by) },
  })),
  takeDecline: on('decline', (_, { input, by }) => ({
    ending: { result: 'declined', reason: input.reason, text: input.text, evidence: [], by: personOf(by) },
  })),
  takeWithdrawal: on('withdraw', (_, { input, by }) => ({
    ending: { result: 'withdrawn', reason: null, text: input.text, evidence: [], by: personOf(by) },
  })),
  takeMerged: change(() => ({
    ending: { result: 'merged', reason: null, text: null, evidence: [], by: null },
  })),
  takeCancelled: on('cancelled', () => ({
    ending: { result: 'cancelled', reason: null, text: null, evidence: [], by: null },
  })),
  countDeclineAppeal: change((context) => ({ appealed: { ...context.appealed, decline: true } })),
  forgetEnding: change(() => ({ ending: null })),
  keepAppealText: on('dismissAppeal', (context, { input, by }) =>
    context.ending === null ? {} : { ending: { ...context.ending, text: input.text, by: personOf(by) } },
  ),
};
