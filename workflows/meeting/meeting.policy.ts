import { z } from 'zod';

import { AT_LEAST_TWO_THIRDS, fractionSchema, MORE_THAN_HALF } from '#libs/decision';
import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});
const more = z.object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS) });

export const SPEAKING = ['free', 'list'] as const;
export const RHYTHM_UNITS = ['week', 'month'] as const;

const level = z.object({
  quorum: fractionSchema.nullable().describe('Share of the members that must be present; null: anybody'),
  rule: z
    .string()
    .min(1)
    .meta({ refers: 'rule' })
    .describe('Decision rule of its ballots, when the sitting names none'),
  sitting: span.describe('Longest sitting'),
  speaking: z
    .enum(SPEAKING)
    .default('free')
    .describe('`list`: members ask for the floor and are given it in turn; `free`: they speak and it is noted'),
  proxiesMost: z.number().int().min(0).max(20).default(0).describe('Written proxies one member may hold; 0: none'),
  rhythm: z
    .object({ every: z.number().int().min(1).max(52), unit: z.enum(RHYTHM_UNITS) })
    .nullable()
    .default(null)
    .describe('How often a body meets that meets regularly'),
});

/** The numbers of a meeting. */
export const meetingPolicySchema = z.object({
  levels: z.object({ building: level, grid: level, council: level, assembly: level }),
  noticeHours: z
    .number()
    .int()
    .min(0)
    .meta({ unit: 'hours' })
    .describe('Hours between convening and the start; shorter is recorded in the minutes'),
  agendaMost: z.number().int().min(1).describe('Items one sitting takes'),
  reschedulesMost: z.number().int().min(0),
  gathering: span.describe('To wait for members after the hour'),
  waitsMost: z.number().int().min(0).describe('Times the wait is repeated before the meeting adjourns'),
  recall: span.describe('To call an adjourned meeting again'),
  recallsMost: z.number().int().min(0),
  prolongSitting: more.describe('What one prolongation of the sitting adds'),
  sittingProlongationsMost: z.number().int().min(0),
  debate: span.describe('For one item, until the vote'),
  prolongDebate: more.describe('What one prolongation of the debate adds'),
  debateProlongationsMost: z.number().int().min(0).describe('For each item'),
  seconding: span.describe('For a motion to be seconded'),
  turn: span.default({ amount: 3, unit: 'minute', calendar: 'always' }).describe('One turn on the speaking list'),
  turnsMost: z.number().int().min(1).describe('Times one person speaks to one item'),
  motionsMost: z.number().int().min(1).describe('Motions one item may see, seconded or not'),
  ballotsMost: z.number().int().min(1).describe('Ballots on one item; the last one that fails rejects it'),
  amendmentsMost: z.number().int().min(0).describe('Amendments of one motion'),
  quorumWait: span.describe('To wait for members when too many have left'),
  quorumLossesMost: z.number().int().min(0).describe('Times the sitting may lose its quorum and go on'),
  minutes: span.describe('To draft the minutes, and to sign them'),
  minutesReturnsMost: z.number().int().min(0).describe('Times the minutes may be sent back'),
});

export type MeetingPolicy = z.output<typeof meetingPolicySchema>;
export type Span = z.output<typeof span>;

const always = (amount: number, unit: 'minute' | 'hour'): Span => ({ amount, unit, calendar: 'always' });
const wholeSitting = always(3, 'hour');

type Level = z.output<typeof level>;

/** The rules of a meeting at its level; one that was called under a policy of before these numbers has what was usual. */
export function levelOf({
  policy,
  level: key,
}: {
  policy: MeetingPolicy;
  level: keyof MeetingPolicy['levels'];
}): Level {
  return { ...ADDED, ...policy.levels[key] };
}

/** One turn on the speaking list, also under a policy of before there was one. */
export function turnOf({ policy }: { policy: Partial<Pick<MeetingPolicy, 'turn'>> }): Span {
  return policy.turn ?? always(3, 'minute');
}

const ADDED = { speaking: 'free', proxiesMost: 0, rhythm: null } as const;
const neighbours: Level = { ...ADDED, quorum: null, rule: 'grid-parlour', sitting: wholeSitting };
const council: Level = { ...ADDED, quorum: AT_LEAST_TWO_THIRDS, rule: 'council', sitting: wholeSitting };
const representatives: Level = {
  ...ADDED,
  quorum: AT_LEAST_TWO_THIRDS,
  rule: 'representatives-meeting',
  sitting: always(4, 'hour'),
};
const MONTHLY = { every: 1, unit: 'month' } as const;

/**
 * `standard`: a council needs two thirds of its members (read in the rules of one community); the representatives' meeting has
 * the same by common practice, unverified; below that anybody present consults. Order of business is common practice.
 */
const standard: MeetingPolicy = {
  levels: { building: neighbours, grid: neighbours, council, assembly: representatives },
  noticeHours: 72,
  agendaMost: 20,
  reschedulesMost: 3,
  gathering: always(30, 'minute'),
  waitsMost: 1,
  recall: { amount: 5, unit: 'workingDay', calendar: 'office' },
  recallsMost: 2,
  prolongSitting: { amount: 1, unit: 'hour' },
  sittingProlongationsMost: 2,
  debate: always(30, 'minute'),
  prolongDebate: { amount: 15, unit: 'minute' },
  debateProlongationsMost: 2,
  seconding: always(5, 'minute'),
  turn: always(3, 'minute'),
  turnsMost: 2,
  motionsMost: 3,
  ballotsMost: 1,
  amendmentsMost: 3,
  quorumWait: always(20, 'minute'),
  quorumLossesMost: 3,
  minutes: { amount: 2, unit: 'workingDay', calendar: 'office' },
  minutesReturnsMost: 3,
};

function everywhere(rules: Level): MeetingPolicy['levels'] {
  return { building: rules, grid: rules, council: rules, assembly: rules };
}

/** `gridParlour`: neighbours talk; anybody present takes part, one vote each; called at short notice. */
const gridParlour: MeetingPolicy = { ...standard, noticeHours: 24, turnsMost: 3 };

/** `councilMonthly`: 20 members, two thirds present, every month, motions written, a speaking list (one community). */
const councilMonthly: MeetingPolicy = {
  ...standard,
  levels: { ...standard.levels, council: { ...council, speaking: 'list', rhythm: MONTHLY } },
};

/** `representatives`: two thirds of the members present, by common practice (unverified); a second ballot may follow a lost one. */
const representativesMeeting: MeetingPolicy = {
  ...standard,
  levels: { ...standard.levels, assembly: { ...representatives, speaking: 'list' } },
  ballotsMost: 2,
};

/**
 * `assembly`: all adult residents, more than half of them present or represented. The numbers are those of the law in force until
 * 2025; under the law of 2026 they are to be confirmed, and the rule makes every verdict provisional until they are.
 */
const assembly: MeetingPolicy = {
  ...standard,
  levels: {
    ...standard.levels,
    assembly: {
      ...representatives,
      quorum: MORE_THAN_HALF,
      rule: 'residents-assembly-adults-2026',
      speaking: 'list',
      proxiesMost: 1,
    },
  },
  noticeHours: 120,
  gathering: always(1, 'hour'),
  recall: { amount: 10, unit: 'workingDay', calendar: 'office' },
};

/** `roundTable`: owners, companies and neighbours at one table; those present decide what they can agree on. */
const roundTable: MeetingPolicy = {
  ...standard,
  levels: everywhere({ ...neighbours, proxiesMost: 2 }),
  noticeHours: 48,
  turnsMost: 3,
};

/** `eveningTalk`: after work, in the yard; no quorum, short, what those present agree on. */
const eveningTalk: MeetingPolicy = {
  ...standard,
  levels: everywhere({ ...neighbours, sitting: always(2, 'hour') }),
  noticeHours: 12,
  turnsMost: 5,
  debate: always(45, 'minute'),
};

export const meetingPresets = {
  standard,
  gridParlour,
  councilMonthly,
  representatives: representativesMeeting,
  assembly,
  roundTable,
  eveningTalk,
};
