import type { GuardDefinition } from '#libs/engine';

import { personOf, type CovenantContext, type Counts } from './covenant.context.js';
import type { CovenantEvent, EventOf } from './covenant.events.js';
import type { CovenantPolicy } from './covenant.policy.js';

interface Args {
  context: CovenantContext;
  event: CovenantEvent;
}

function reading<Type extends CovenantEvent['type']>(
  type: Type,
  test: (context: CovenantContext, event: EventOf<Type>) => boolean,
): (args: Args) => boolean {
  return ({ context, event }) => event.type === type && test(context, event as EventOf<Type>);
}

type Limit = { [Key in keyof CovenantPolicy]: CovenantPolicy[Key] extends number ? Key : never }[keyof CovenantPolicy];

function fewerThan(counter: keyof Counts, limit: Limit): (args: Args) => boolean {
  return ({ context }) => context.counts[counter] < context.policy[limit];
}

const adoptionOf = ({ check, policy }: CovenantContext) => (check === null ? null : policy.bodies[check.body]);
const hasSignedAs = (context: CovenantContext, person: string | null, isNamed?: boolean): boolean =>
  context.signatories.some((one) => one.person === person && (isNamed === undefined || one.isNamed === isNamed));

/** The named conditions of the chart, each a question. */
export const covenantGuards = {
  hasText: ({ context }: Args) => context.text !== null,
  isChecklistComplete: reading('submitDraft', (_context, { input }) => Object.values(input).every(Boolean)),
  findsItLawful: reading('clearDraft', (_context, { input }) => input.setsNoPenalties && input.isLawful),
  namesCompetentBody: reading(
    'clearDraft',
    ({ kind, policy }, { input }) => kind !== 'covenant' || policy.competent.includes(input.adoptedBy),
  ),
  remindersLeft: fewerThan('reminders', 'draftingRemindersMost'),
  returnsLeft: fewerThan('returns', 'returnsMost'),
  reworksLeft: fewerThan('reworks', 'reworksMost'),
  agendasLeft: fewerThan('agendas', 'agendasMost'),
  triesLeft: fewerThan('tries', 'triesMost'),
  asksLeft: fewerThan('asks', 'asksMost'),
  filingObjectionsLeft: fewerThan('filingObjections', 'filingObjectionsMost'),
  entriesLeft: ({ context }: Args) => context.counts.entries + 1 < context.policy.entriesMost,
  wantsComments: ({ context }: Args) => context.policy.commentsOn.includes(context.kind),
  wereCommentsUpheld: ({ context }: Args) => context.commentsUpheld,
  isPledge: ({ context }: Args) => context.kind === 'pledge',
  isProcedure: ({ context }: Args) => context.kind === 'procedure',
  isRepeal: ({ context }: Args) => context.intent === 'repeal',
  isByMeeting: ({ context }: Args) => adoptionOf(context)?.way === 'meeting',
  isOwnMeeting: ({ context, event }: Args) =>
    (event.type === 'agenda.result' || event.type === 'agenda.dropped' || event.type === 'agenda.refused') &&
    event.payload.meeting === context.meeting,
  meetingAdopted: reading('agenda.result', (_context, { payload }) => payload.result === 'adopted'),
  meetingRejected: reading('agenda.result', (_context, { payload }) => payload.result === 'rejected'),
  isAmended: ({ context }: Args) => context.adopted !== null && context.adopted.text !== context.text,
  mayBeWithdrawn: ({ context }: Args) => context.vote?.verdict !== 'passed',
  isPassed: ({ context }: Args) => context.vote?.verdict === 'passed',
  isProvisional: ({ context }: Args) => context.vote?.provisional === true,
  isUndecided: ({ context }: Args) => context.vote?.verdict === 'no_quorum' || context.vote?.verdict === 'tie',
  wasSettled: reading('verdict.settled', (_context, { payload }) => payload.state === 'final'),
  filesWithStreet: ({ context }: Args) =>
    context.street !== null && context.policy.filesWithStreet.includes(context.kind),
  isSignedWidely: ({ context }: Args) => context.signatories.length >= context.policy.signatoriesLeast,
  bindsNobody: ({ context }: Args) => context.signatories.length === 0,
  changesSignature: reading('signPledge', (context, { by, input }) => {
    const person = personOf(by);
    return person !== null && !hasSignedAs(context, person, input.isNamed);
  }),
  hasSigned: reading('leavePledge', (context, { by }) => hasSignedAs(context, personOf(by))),
} satisfies Record<string, (args: Args) => boolean>;

const says = (over: GuardDefinition['over'], zh: string, en: string): GuardDefinition => ({
  over,
  refusal: { zh, en },
});
const onCase = (zh: string, en: string): GuardDefinition => says('case', zh, en);
const onInput = (zh: string, en: string): GuardDefinition => says('input', zh, en);

/** What each guard reads and what a refused person is told. */
export const covenantGuardTexts: Record<keyof typeof covenantGuards, GuardDefinition> = {
  hasText: onCase('还没有草案文本：请先起草。', 'There is no text yet: write the draft first.'),
  isChecklistComplete: onInput(
    '自查有未满足的项：公约不得设定处罚，不得处置个人权利，不得与法律抵触。请先修改草案。',
    'Something on the checklist is not met: no penalties, nobody’s private rights, nothing against the law. Change the draft first.',
  ),
  findsItLawful: onInput(
    '设有处罚或者不合法的，不能通过：请退回修改或者不予通过。',
    'What sets penalties or is unlawful cannot be cleared: send it back or refuse it.',
  ),
  namesCompetentBody: onInput(
    '这个主体无权通过公约：请选择有权通过的主体。',
    'That body may not adopt a covenant: name a competent one.',
  ),
  remindersLeft: onCase('多次催促仍未提交。', 'The draft was asked for often enough.'),
  returnsLeft: onCase(
    '退回次数已满：请审核通过，或者说明理由不予通过。',
    'It was sent back often enough: clear it, or refuse it with reasons.',
  ),
  reworksLeft: onCase('因异议修改的次数已满。', 'It was reworked after objections often enough.'),
  agendasLeft: onCase('提请会议的次数已满。', 'Meetings were asked often enough.'),
  triesLeft: onCase('再次表决的次数已满。', 'The body was called often enough.'),
  asksLeft: onCase('规则多次催促仍未核定。', 'The rule was not confirmed after several requests.'),
  filingObjectionsLeft: onCase('街道退回次数已满。', 'The street has sent it back often enough.'),
  entriesLeft: onCase('登记簿多次没有答复。', 'The register did not answer several times.'),
  wantsComments: onCase('这类文本不需要征求意见。', 'Texts of this kind are not posted for comments.'),
  wereCommentsUpheld: onCase('没有异议成立。', 'No objection was upheld.'),
  isPledge: onCase('只有自律公约可以签名。', 'Only a pledge is signed by residents.'),
  isProcedure: onCase('不是议事规则。', 'These are not rules of procedure.'),
  isRepeal: onCase('不是废止程序。', 'Nothing is being repealed.'),
  isByMeeting: onCase('由投票通过，不提交会议。', 'It is adopted by ballot, not by a meeting.'),
  isOwnMeeting: onInput('不是本事项所在的会议。', 'That is not the meeting that has it.'),
  meetingAdopted: onInput('会议没有通过。', 'The meeting has not adopted it.'),
  meetingRejected: onInput('会议没有否决。', 'The meeting has not rejected it.'),
  isAmended: onCase('文本没有修改。', 'The text was not amended.'),
  mayBeWithdrawn: onCase(
    '已经通过，不能撤回；需要改变的，另行修订或者废止。',
    'It has been adopted and cannot be withdrawn: revise or repeal it instead.',
  ),
  isPassed: onCase('没有通过。', 'It did not pass.'),
  isProvisional: onCase('结果无需核定。', 'The verdict is not provisional.'),
  isUndecided: onCase('已有结果。', 'It has been decided.'),
  wasSettled: onInput('规则尚未核定。', 'The rule has not been confirmed yet.'),
  filesWithStreet: onCase('不需要备案。', 'It is not filed with the street.'),
  isSignedWidely: onCase('签名人数未达到规定。', 'There are not enough signatures yet.'),
  bindsNobody: onCase('还有人受约束：请先由他们退出。', 'It still binds somebody: they leave it first.'),
  changesSignature: onInput('您已经签过名了。', 'You have signed already.'),
  hasSigned: onInput('您没有签名。', 'You have not signed.'),
};
