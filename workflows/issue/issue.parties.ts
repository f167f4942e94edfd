import type { Party } from '#libs/engine';

import type { IssueContext } from './issue.context.js';

function people(relation: string, ids: readonly (string | null)[]): Party[] {
  return ids.flatMap((person) => (person === null ? [] : [{ relation, person }]));
}

/** Units at work now; a confidential need is known to them only as far as they serve it. */
function unitsAtWork(context: IssueContext): Party[] {
  return context.jobs
    .filter(({ result, required }) => result === null || required)
    .map(({ unit, part }) => ({ relation: part === 'assist' ? 'assist' : 'lead', unit }));
}

/** Units at one table: they may read what they are to settle. */
function unitsSummoned({ plan, joint }: IssueContext): Party[] {
  if (plan?.executor !== 'jointly') return [];
  return (joint?.departments ?? []).map((unit) => ({ relation: 'assist', unit }));
}

/**
 * Who is related to an issue, and how. `opener` is the first-asked responsible; `decider` whoever declined, refused or drafted
 * the ending, so that nobody hears the appeal against their own decision.
 */
export function issueParties(context: IssueContext): Party[] {
  const isServed = context.confidential;
  return [
    // whoever handles it may ask the reporter, unless the reporter chose to stay unknown to them
    ...people('reporter', [context.reporter]).map((party) => ({ ...party, knownToHandler: !context.hideFromHandler })),
    // A neighbour who reported somebody else's private need learns nothing more of it.
    ...(isServed ? [] : people('opener', [context.opener])),
    ...people('supporter', context.supporters),
    // whom a confidential need is served, those who serve it have to know; whom a complaint is about, they need not
    ...people('subject', [context.subject]).map((party) => ({ ...party, knownToHandler: isServed })),
    ...people('handler', [context.handler]),
    ...people('offered', context.plan?.offeredTo ?? []),
    ...people('decider', [context.ending?.by ?? null]),
    ...unitsAtWork(context),
    ...unitsSummoned(context),
  ];
}
