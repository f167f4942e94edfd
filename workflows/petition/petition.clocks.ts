import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { COMMITTEE, DEPUTIES, PETITIONER, SUPERVISORS } from './petition.acts.js';
import type { PetitionContext } from './petition.context.js';
import type { PetitionPolicy, Span } from './petition.policy.js';

type Clock = ClockDefinition<PetitionContext, PetitionPolicy>;

/** Supervisors and the street are told when the committee is late: a petition does not depend on its goodwill. */
function ladder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

const clock = (label: Clock['label'], span: (policy: PetitionPolicy) => Span, rungs: Rung[]): Clock => ({
  label,
  duration: (_context, policy) => span(policy),
  rungs: () => rungs,
});

/** The clocks of a petition by the name of the delay in the chart. */
export const petitionClocks: Record<string, Clock> = {
  collecting: clock({ zh: '征集签名期限', en: 'Time to collect' }, (policy) => policy.collecting, [
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: PETITIONER },
  ]),
  sizing: clock(
    { zh: '确认总数时限', en: 'Time to say how many there are' },
    (policy) => policy.sizing,
    ladder(COMMITTEE, SUPERVISORS),
  ),
  checking: clock(
    { zh: '核实签名时限', en: 'Time to check the signatures' },
    (policy) => policy.checking,
    ladder(COMMITTEE, SUPERVISORS),
  ),
  calling: clock(
    { zh: '召集会议时限', en: 'Time to call the meeting' },
    (policy) => policy.calling,
    ladder(COMMITTEE, [...DEPUTIES, ...PETITIONER]),
  ),
  callingInstead: clock(
    { zh: '代为召集时限', en: 'Time to call it in their place' },
    (policy) => policy.calling,
    ladder(DEPUTIES, PETITIONER),
  ),
};
