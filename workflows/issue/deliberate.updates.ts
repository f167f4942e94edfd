import { ballotContract } from '../ballot/contract.js';
import { deliberationContract } from '../deliberation/contract.js';
import { noticeContract } from '../notice/contract.js';
import type { Instant } from '#libs/engine';

import { personOf, type IssueContext } from './issue.context.js';
import { change, counted, fromChild, on } from './issue.update.js';

/** The next level in use above the present one; the representatives' meeting is the last. */
function levelAbove({ level, policy }: IssueContext): IssueContext['level'] {
  return policy.levels[policy.levels.indexOf(level) + 1] ?? 'assembly';
}

function daysAfter(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString();
}

/** What competence, level, agenda, verdict and notice change. */
export const deliberateUpdates = {
  takeCompetence: on('stateCompetence', (_, { input, by }) => ({
    competence: { decides: input.decides, by: personOf(by), text: input.text },
  })),
  takeRefusal: on('refuse', (_, { input, by }) => ({
    ending: { result: 'refused', reason: 'party', text: input.text, evidence: [], by: personOf(by) },
  })),
  countRefusalAppeal: change((context) => ({ appealed: { ...context.appealed, refusal: true } })),
  takeLevel: on('chooseLevel', (_, { input }) => ({ level: input.level })),
  takeDirect: on('takeDirectLine', (_, { input }) => ({
    direct: { reason: input.reason, text: input.text, open: true },
  })),
  /** The adviser named a department's duty and nobody chose in time: the duty itself is the reason. */
  takeDutyLine: change((context) => ({
    direct: { reason: 'statutory_duty', text: context.competence?.text ?? context.title, open: true },
  })),
  closeDirect: change((context) => ({ direct: context.direct === null ? null : { ...context.direct, open: false } })),
  leaveDirect: change(() => ({ direct: null, plan: null, handler: null })),
  countDeliberation: change((context) => counted(context, 'deliberations')),
  takeDeliberation: fromChild(deliberationContract.output, (context, output) => ({
    measures: output.measures,
    recused: output.recused,
    disputed: output.disputed,
    level: output.disputed || output.measures.length === 0 ? 'assembly' : context.level,
  })),
  countAgenda: change((context) => ({ ...counted(context, 'agendas'), agendaAsked: true, agenda: null })),
  takeAgenda: on('agenda.accepted', (_, { payload }) => ({
    agenda: { meeting: payload.meeting, startsAt: payload.startsAt },
  })),
  /** A meeting said so: competence is corrected, and the matter leaves the agenda. */
  takeOwnersMatter: change((context) => ({
    agenda: null,
    agendaAsked: false,
    competence: { decides: 'owners', by: null, text: context.competence?.text ?? context.title },
  })),
  countPostponement: change((context) => counted(context, 'postponements')),
  goToAssembly: change(() => ({ level: 'assembly', disputed: true })),
  goUpALevel: change((context) => ({ level: levelAbove(context) })),
  takeVerdict: on('agenda.result', (_, { payload }) => ({
    agenda: null,
    agendaAsked: false,
    decision: {
      meeting: payload.meeting,
      measure: payload.measure,
      provisional: payload.provisional,
      blocking: false,
      text: null,
      certificate: payload.certificate,
      signedBy: null,
      number: null,
    },
  })),
  takeOwnersCall: on('callOwners', (_, { input }) => ({
    ownersCall: { unit: input.unit, rule: input.rule },
    restsUntil: null,
  })),
  takeBallot: fromChild(ballotContract.output, (context, { verdict, provisional, certificate }, at) => {
    const measure = context.measures[0] ?? context.title;
    if (verdict === 'passed') {
      const unsaid = { text: null, signedBy: null, number: null };
      return {
        decision: { meeting: null, measure, provisional, blocking: false, certificate, ...unsaid },
        ending: null,
      };
    }
    if (verdict === 'failed') {
      return { ending: { result: 'rejected', reason: 'owners', text: measure, evidence: [], by: null } };
    }
    return { restsUntil: daysAfter(at, context.policy.restDays) };
  }),
  confirmDecision: change((context) => ({
    decision: context.decision === null ? null : { ...context.decision, provisional: false },
  })),
  forgetAgenda: change(() => ({ agenda: null, agendaAsked: false })),
  forgetDecision: change(() => ({ decision: null })),
  takeRejection: on('agenda.result', (_, { payload }) => ({
    agenda: null,
    agendaAsked: false,
    ending: { result: 'rejected', reason: payload.meeting, text: payload.measure, evidence: [], by: null },
  })),
  /** The result stays the body's; the explanation is its text from here on. */
  takeExplanation: on('explainRejection', (context, { input }) =>
    context.ending === null ? {} : { ending: { ...context.ending, text: input.text } },
  ),
  noteRejectionAppeal: change((context) => ({
    appealed: { ...context.appealed, rejection: true },
    ending: null,
    level: levelAbove(context),
  })),
  takeAnnouncement: on('announceDecision', (context, { input, by }) => ({
    ...counted(context, 'notices'),
    decision:
      context.decision === null
        ? null
        : {
            ...context.decision,
            text: input.text,
            signedBy: personOf(by),
            blocking: input.spendsCommonMoney || input.restrictsUse || input.affectsRights,
          },
  })),
  noteResolution: on('resolution.entered', (context, { payload }) => ({
    decision: context.decision === null ? null : { ...context.decision, number: payload.number },
  })),
  /** A notice that did not end in peace takes the decision back. */
  takeNotice: fromChild(noticeContract.output, (context, output) => ({
    decision: output.result === 'ended' ? context.decision : null,
  })),
};
