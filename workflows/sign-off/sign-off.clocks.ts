import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { OWNERS, RELEASERS } from './sign-off.acts.js';
import { firstExpiry, type SignOffContext } from './sign-off.context.js';
import type { SignOffPolicy } from './sign-off.policy.js';

type Clock = ClockDefinition<SignOffContext, SignOffPolicy>;

function shortLadder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

/** The instant a local day ends. The whole country keeps one time, eight hours ahead of UTC, without summer time. */
export function endOfDay(date: string): string {
  return `${date}T16:00:00.000Z`;
}

/** The clocks of a chain by the name of the delay in the chart. Each of its seals has clocks of its own. */
export const signOffClocks = {
  arranging: {
    label: { zh: '排步骤期限', en: 'Time to put the steps in order' },
    duration: (_context, policy) => policy.arranging,
    rungs: () => shortLadder(OWNERS, []),
  },
  deciding: {
    label: { zh: '决定怎么办期限', en: 'Time to say how it goes on' },
    duration: (_context, policy) => policy.deciding,
    rungs: () => shortLadder(OWNERS, RELEASERS),
  },
  expiry: {
    label: { zh: '最早一份签章到期', en: 'The first signature runs out' },
    duration: (context) => ({ until: endOfDay(firstExpiry(context) ?? '9999-12-31') }),
    rungs: (_context, { warningDays }) => [
      { name: 'remind', at: { before: { amount: warningDays, unit: 'day' } }, severity: 'remind', audience: OWNERS },
      { name: 'red', at: { percent: 100 }, severity: 'red', audience: OWNERS },
    ],
  },
} satisfies Record<string, Clock>;
