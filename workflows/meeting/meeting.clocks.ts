import type { ClockDefinition, Rung, Who } from '#libs/engine';

import {
  BODY_MEMBERS,
  CHAIR,
  CONVENERS,
  MEMBERS,
  OPENERS,
  RECORDERS,
  SIGNERS,
  SPEAKER,
  WITNESSES,
} from './meeting.people.js';
import type { MeetingContext } from './meeting.context.js';
import { levelOf, turnOf, type MeetingPolicy, type Span } from './meeting.policy.js';

type Clock = ClockDefinition<MeetingContext, MeetingPolicy>;
type Pick = (policy: MeetingPolicy) => Span;

const LEADERS: Who[] = [{ role: 'leader' }];

function ladder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

/** A clock in the room: whoever has the floor is warned once before it ends. */
const inTheRoom = (label: Clock['label'], span: Pick, told: Who[] = CHAIR): Clock => ({
  label,
  duration: (_context, policy) => span(policy),
  rungs: () => [{ name: 'blue', at: { percent: 80 }, severity: 'blue', audience: told }],
});

const atTheDesk = (label: Clock['label'], span: Pick, waitedFor: Who[]): Clock => ({
  label,
  duration: (_context, policy) => span(policy),
  rungs: () => ladder(waitedFor, LEADERS),
});

/** The clocks of a meeting by the name of the delay in the chart. */
export const meetingClocks: Record<string, Clock> = {
  start: {
    label: { zh: '开会时间', en: 'Hour of the meeting' },
    duration: (context) => ({ until: context.startsAt }),
    rungs: () => [
      {
        name: 'dayBefore',
        at: { before: { amount: 1, unit: 'day' } },
        severity: 'remind',
        audience: [...CONVENERS, ...BODY_MEMBERS],
      },
      {
        name: 'hourBefore',
        at: { before: { amount: 1, unit: 'hour' } },
        severity: 'remind',
        audience: [...CONVENERS, ...BODY_MEMBERS],
      },
    ],
  },
  gathering: inTheRoom({ zh: '等待成员', en: 'Waiting for members' }, (policy) => policy.gathering, [
    ...OPENERS,
    ...BODY_MEMBERS,
  ]),
  recall: atTheDesk({ zh: '重新召集时限', en: 'Time to call again' }, (policy) => policy.recall, CONVENERS),
  sitting: {
    label: { zh: '会议时间', en: 'Time of the sitting' },
    duration: (context, policy) => levelOf({ policy, level: context.level }).sitting,
    rungs: () => [{ name: 'blue', at: { percent: 80 }, severity: 'blue', audience: CHAIR }],
  },
  debate: inTheRoom({ zh: '议题讨论时间', en: 'Time for the item' }, (policy) => policy.debate),
  seconding: inTheRoom({ zh: '附议时限', en: 'Time to second' }, (policy) => policy.seconding, MEMBERS),
  turn: {
    label: { zh: '发言时间', en: 'Time for the turn' },
    duration: (_context, policy) => turnOf({ policy }),
    rungs: () => [{ name: 'blue', at: { percent: 80 }, severity: 'blue', audience: [...SPEAKER, ...CHAIR] }],
  },
  quorumWait: inTheRoom({ zh: '等待人数恢复', en: 'Waiting for the quorum' }, (policy) => policy.quorumWait, [
    ...CHAIR,
    ...BODY_MEMBERS,
  ]),
  drafting: atTheDesk({ zh: '纪要起草时限', en: 'Time to draft the minutes' }, (policy) => policy.minutes, RECORDERS),
  signing: atTheDesk({ zh: '纪要签署时限', en: 'Time to sign the minutes' }, (policy) => policy.minutes, SIGNERS),
  witnessing: atTheDesk(
    { zh: '代签时限', en: 'Time to sign in the chair’s place' },
    (policy) => policy.minutes,
    WITNESSES,
  ),
};
