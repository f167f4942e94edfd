import type { ChildInput } from '#libs/engine';

import type { BallotInput } from '../ballot/contract.js';
import type { DeliberationInput } from '../deliberation/contract.js';
import type { jointMeetingContract } from '../joint-meeting/contract.js';
import type { NoticeInput } from '../notice/contract.js';
import type { signOffContract } from '../sign-off/contract.js';
import type { IssueOutput } from './contract.js';
import type { IssueContext } from './issue.context.js';

interface Of {
  context: IssueContext;
}

/** What a public notice of the decision says. */
export function noticeInput({ context }: Of): NoticeInput {
  return {
    issue: context.case,
    unit: context.place ?? context.unit,
    title: context.title,
    text: context.decision?.text ?? context.title,
    blocking: context.decision?.blocking ?? false,
    days: context.policy.noticeDays,
    kind: 'result',
    owners: context.decision !== null && context.decision.meeting === null,
  };
}

/** What a round of deliberation starts from. */
export function deliberationInput({ context }: Of): DeliberationInput {
  const decides = context.competence?.decides ?? 'residents';
  return {
    issue: context.case,
    unit: context.unit,
    title: context.title,
    decides: decides === 'nobody' ? 'residents' : decides,
    round: Math.max(context.counts.deliberations, 1),
  };
}

/** The departments at one table; who planned it called them. */
export function jointMeetingInput({ context }: Of): ChildInput<typeof jointMeetingContract.input> {
  const { joint, unit, place, title, category, confidential, counts } = context;
  return {
    unit,
    place: place ?? unit,
    departments: joint?.departments ?? [],
    named: title,
    ...(joint === null ? {} : { because: joint.reason }),
    issue: context.case,
    first: unit,
    matter: category,
    confidential,
    round: Math.max(counts.plans, 1),
  };
}

/** The chain of seals as the task group begins it. */
export function signOffInput({ context }: Of): ChildInput<typeof signOffContract.input> {
  const { chain, unit, place, title } = context;
  return {
    issue: context.case,
    unit: place ?? unit,
    named: title,
    group: chain?.group ?? [],
    ...(chain?.body == null ? {} : { body: chain.body }),
    ...(chain?.helper == null ? {} : { helper: chain.helper }),
    ...(chain?.template == null ? {} : { template: chain.template }),
  };
}

/** What an issue came to, for whoever started it. */
export function issueOutputOf({ context }: Of): IssueOutput {
  return {
    result: context.ending?.result ?? 'cancelled',
    text: context.ending?.text ?? null,
    redoCount: context.counts.redo,
    confidential: context.confidential,
  };
}

/** The owners' ballot as its caller asked for it: by papers, on a roll drawn from the registry, named because areas weigh. */
export function ballotInput({ context }: Of): BallotInput {
  const { unit, rule } = context.ownersCall ?? { unit: context.unit, rule: 'owners-ordinary' };
  return {
    subject: context.measures[0] ?? context.title,
    unit,
    rule,
    issue: context.case,
    taking: 'papers',
    roll: { of: 'owners', unit },
  };
}
