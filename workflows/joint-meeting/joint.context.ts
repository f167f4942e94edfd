import type { TextId } from '#libs/contract';
import type { Actor, Instant } from '#libs/engine';

import type { DutyPart, JointMeetingInput, JointMeetingOutput } from './contract.js';
import type { JointPolicy } from './joint.policy.js';

/** What a summoned unit has said. `silent`: nothing in time; its leader and the upper tier were told. */
export type Summons = {
  unit: string;
  answer: 'expected' | 'confirmed' | 'excused' | 'silent';
  /** Why it does not come. */
  excuse: TextId | null;
  excusesRefused: number;
  at: Instant | null;
};

export type Statement = { unit: string; text: TextId; at: Instant };

/** A duty of the minute, which becomes a task. `result` is `null` until the task has ended. */
export type JointDuty = {
  id: string;
  unit: string;
  part: DutyPart;
  instruction: TextId;
  limit: { amount: number; unit: JointLimitUnit; calendar: string } | null;
  matter: string | null;
  result: JointMeetingOutput['duties'][number]['result'];
  answer: TextId | null;
  evidence: string[];
};
type JointLimitUnit = 'minute' | 'hour' | 'businessHour' | 'day' | 'workingDay';

export type Minute = {
  text: TextId;
  duties: JointDuty[];
  /** Whom it names as owner, and why. */
  owner: string | null;
  ground: TextId | null;
  /** Unit whose people wrote it; its drafter is kept for the record. */
  by: string | null;
};

/** What a unit says to the minute; each revision asks anew. `silent`: nothing in time, which confirms. */
export type Reply = { unit: string; how: 'confirmed' | 'objected' | 'silent'; reason: TextId | null; at: Instant };

export type JointContext = {
  policy: JointPolicy;
  case: string;
  unit: string;
  place: string;
  title: TextId;
  reason: TextId | null;
  issue: string | null;
  task: string | null;
  matter: string | null;
  confidential: boolean;
  round: number;
  caller: string | null;
  /** Unit asked first, and the one that keeps the matter when no meeting comes about: its district. */
  first: string;
  keeper: string;
  /** Who chairs: the caller in its own area, the tier above all in a cross-boundary matter, else the first-received district. */
  chair: string;
  upper: string | null;
  crossing: boolean;
  departments: string[];
  summons: Summons[];
  startsAt: Instant | null;
  where: TextId | null;
  sittings: number;
  attendance: string[];
  statements: Statement[];
  minute: Minute | null;
  revisions: number;
  replies: Reply[];
  /** Objections that stand in the signed minute. */
  dissent: { unit: string; reason: TextId | null }[];
  /** What the tier above said to them. */
  ruling: TextId | null;
  signedBy: string | null;
  misses: number;
  postponements: number;
  /** Times the chair let the time to sign pass: from the first on, units that were there may countersign. */
  unsigned: number;
  /** Times the chair let a time pass. */
  silences: number;
  endReason: TextId | null;
  ending: JointMeetingOutput['result'] | null;
};

/** What the engine gives the chart at its start; texts are ids. */
export type JointStart = Omit<JointMeetingInput, 'title' | 'reason'> & {
  title?: TextId;
  reason?: TextId;
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: JointPolicy;
};

/** Whose act it is: the person it was entered for, else the one who did it. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

const isExpected = (unit: string): Summons => ({
  unit,
  answer: 'expected',
  excuse: null,
  excusesRefused: 0,
  at: null,
});

/** Everybody is asked anew. */
export function summoned(units: readonly string[]): Summons[] {
  return units.map(isExpected);
}

/** A meeting that was called; who chairs is the caller until the registry has said otherwise. */
export function initialJoint({ input }: { input: JointStart }): JointContext {
  const title = input.title ?? input.named;
  if (title === undefined) throw new Error('a joint meeting has a title');
  const departments = [...new Set(input.departments)].filter((unit) => unit !== input.unit);
  return {
    policy: input.policy,
    case: input.case,
    unit: input.unit,
    place: input.place,
    title,
    reason: input.reason ?? input.because ?? null,
    issue: input.issue,
    // a person calls a meeting about a matter; only a dispute itself brings its task, whose owner the minute then names
    task: input.by.kind === 'system' ? input.task : null,
    matter: input.matter,
    confidential: input.confidential,
    round: input.round,
    caller: personOf(input.by) ?? input.caller,
    first: input.first ?? input.unit,
    keeper: input.first ?? input.unit,
    chair: input.unit,
    upper: null,
    crossing: false,
    departments,
    summons: summoned(departments),
    startsAt: null,
    where: null,
    sittings: 0,
    attendance: [],
    statements: [],
    ...noMinute,
    signedBy: null,
    misses: 0,
    postponements: 0,
    unsigned: 0,
    silences: 0,
    endReason: null,
    ending: null,
  };
}

const noMinute = { minute: null, revisions: 0, replies: [], dissent: [], ruling: null };

/** Units that must say something to the minute: who was there, and whoever is given a duty; never the chair who signs it. */
export function askedOf({ attendance, minute, chair }: JointContext): string[] {
  const dutied = minute?.duties.map(({ unit }) => unit) ?? [];
  return [...new Set([...attendance, ...dutied])].filter((unit) => unit !== chair);
}

/** Units that have not said anything to this revision of the minute. */
export function unheard(context: JointContext): string[] {
  return askedOf(context).filter((unit) => context.replies.every((reply) => reply.unit !== unit));
}

/** Everybody at the table: the caller, the chair and the summoned. */
export function table({ unit, chair, departments }: JointContext): string[] {
  return [...new Set([chair, unit, ...departments])];
}
