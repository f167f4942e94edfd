import type { ClockDefinition, Who } from '#libs/engine';

import { DEPARTMENTS, DISTRICT, STREETS } from './appraisal.acts.js';
import type { AppraisalContext } from './appraisal.context.js';
import type { AppraisalPolicy } from './appraisal.policy.js';

type Clock = ClockDefinition<AppraisalContext, AppraisalPolicy>;

const span = (label: Clock['label'], of: 'appraising' | 'commenting', waitedFor: Who[]): Clock => ({
  label,
  duration: (_context, policy) => policy[of],
  rungs: () => [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...DISTRICT] },
  ],
});

/** The clocks of an appraisal by the name of the delay in the chart. */
export const appraisalClocks: Record<string, Clock> = {
  appraising: span({ zh: '街道评议时限', en: 'Time for the streets' }, 'appraising', STREETS),
  commenting: span({ zh: '部门说明时限', en: 'Time for the departments' }, 'commenting', DEPARTMENTS),
};
