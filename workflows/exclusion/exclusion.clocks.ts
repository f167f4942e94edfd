import type { ClockDefinition, Who } from '#libs/engine';

import { APPELLANTS, DISPATCHERS, SUPERVISING } from './exclusion.acts.js';
import type { ExclusionContext } from './exclusion.context.js';
import type { ExclusionPolicy } from './exclusion.policy.js';

type Clock = ClockDefinition<ExclusionContext, ExclusionPolicy>;

const deciding = (label: Clock['label'], of: 'first' | 'second', waitedFor: Who[]): Clock => ({
  label,
  duration: (_context, policy) => policy[of],
  rungs: () => [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...APPELLANTS] },
  ],
});

/** The clocks of an appeal by the name of the delay in the chart. */
export const exclusionClocks: Record<string, Clock> = {
  reading: {
    label: { zh: '调阅台账时限', en: 'Time to look the entry up' },
    duration: (_context, policy) => policy.reading,
  },
  first: deciding({ zh: '派单方审批时限', en: 'Time for the dispatcher’s side' }, 'first', DISPATCHERS),
  second: deciding({ zh: '监督方审批时限', en: 'Time for the supervising tier' }, 'second', SUPERVISING),
};
