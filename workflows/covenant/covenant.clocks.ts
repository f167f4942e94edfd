import type { ClockDefinition, Label, Rung, Who } from '#libs/engine';

import { ASKERS, CHAIRS, DRAFTERS, OFFICERS, SECRETARIES, STREET } from './covenant.acts.js';
import type { CovenantContext } from './covenant.context.js';
import type { CovenantPolicy, Span } from './covenant.policy.js';

type Clock = ClockDefinition<CovenantContext, CovenantPolicy>;
type SpanName = { [Key in keyof CovenantPolicy]: CovenantPolicy[Key] extends Span ? Key : never }[keyof CovenantPolicy];

const LEADERS: Who[] = [{ role: 'leader' }];

function ladder(waitedFor: Who[], next: Who[] = LEADERS): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

function clock(name: SpanName, label: Label, rungs: Rung[]): Clock {
  return { label, duration: (_context, policy) => policy[name], rungs: () => rungs };
}

/** The clocks of a covenant by the name of the delay in the chart. */
export const covenantClocks = {
  drafting: clock('drafting', { zh: '起草时限', en: 'Time to write the draft' }, ladder(DRAFTERS)),
  checking: clock('checking', { zh: '法治审核时限', en: 'Time for the legal check' }, ladder(OFFICERS)),
  agenda: clock('agenda', { zh: '上会时限', en: 'Time for a meeting to take it' }, ladder(SECRETARIES)),
  collecting: clock('collecting', { zh: '征集签名期', en: 'Time to collect signatures' }, [
    { name: 'remind', at: { percent: 80 }, severity: 'remind', audience: SECRETARIES },
  ]),
  undecided: clock('undecided', { zh: '再次表决时限', en: 'Time to call the body again' }, ladder(SECRETARIES)),
  provisional: clock('provisional', { zh: '核定规则时限', en: 'Time to confirm the rule' }, ladder(ASKERS)),
  signing: clock('signing', { zh: '签署时限', en: 'Time to sign' }, ladder(CHAIRS)),
  filing: clock('filing', { zh: '备案审查时限', en: 'Time for the street to object' }, ladder(STREET, [])),
  entering: clock('entering', { zh: '登记时限', en: 'Time for the register' }, [
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [{ role: 'operator' }] },
  ]),
  unentered: {
    label: { zh: '排除登记障碍', en: 'Time to put right what hinders the entry' },
    duration: (_context, policy) => policy.undecided,
    rungs: () => ladder(SECRETARIES),
  },
  review: clock('review', { zh: '回顾期', en: 'Until the text is reviewed' }, [
    { name: 'remind', at: { percent: 100 }, severity: 'remind', audience: SECRETARIES },
  ]),
} satisfies Record<string, Clock>;
