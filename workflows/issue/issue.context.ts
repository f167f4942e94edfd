import type { InputOf, TextId } from '#libs/contract';
import type { Actor, Contradiction, Instant, Json } from '#libs/engine';

import type { TaskPart } from '../task/contract.js';
import type { Channel, Ending, issueInput } from './contract.js';
import type { IssuePolicy, Level } from './issue.policy.js';

/** Who may decide a matter at all, as an adviser says it before anybody votes. */
export const COMPETENCES = ['residents', 'owners', 'department', 'nobody'] as const;
export type Competence = (typeof COMPETENCES)[number];

/** Why deliberation may be skipped (直通快办): only when nothing is to be decided in common. */
export const DIRECT_REASONS = ['statutory_duty', 'danger', 'individual_need', 'nothing_in_common'] as const;
export type DirectReason = (typeof DIRECT_REASONS)[number];

/** Typed reasons to decline: proceedings elsewhere (signposted), a repeat of a settled issue (linked), unfounded. */
export const DECLINE_REASONS = ['in_proceedings', 'repeat', 'unfounded'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Tiers above the community that an issue can be raised to. */
export const TIERS = ['community', 'street', 'district'] as const;
export type Tier = (typeof TIERS)[number];

/** Who carries a measure out. */
export const EXECUTORS = ['claimed', 'community', 'department', 'errand', 'jointly', 'task_group'] as const;
export type Executor = (typeof EXECUTORS)[number];

/** How an answer reached us. */
export const ANSWER_CHANNELS = ['page', 'phone', 'door', 'paper'] as const;
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number];

/** A task given to a unit: a child case. `result` is null while it runs. */
export interface Job {
  id: string;
  unit: string;
  part: TaskPart;
  /** The outcome waits for it. */
  required: boolean;
  result: 'verified' | 'impossible' | 'cancelled' | 'failed' | null;
  answer: TextId | null;
  evidence: string[];
}

/** The action plan (推进计划) in force. */
export interface Plan {
  executor: Executor;
  measure: TextId;
  /** Person answerable for work that is claimed or the community's own. */
  owner: string | null;
  lead: string | null;
  promised: Instant | null;
  /** People a confidential need is offered to; empty: open to everybody who may claim. */
  offeredTo: string[];
}

/** Departments summoned to one table (约请), and what their meeting came to; `done`: every duty of its minute is verified. */
export interface Joint {
  departments: string[];
  reason: TextId;
  minutes: TextId | null;
  done: boolean | null;
}

/** A chain of sign-offs, who collects them, and what came of it. */
export interface Chain {
  template: string | null;
  group: string[];
  body: string | null;
  helper: string | null;
  result: 'complete' | 'failed' | 'cancelled' | null;
  seals: number;
  documents: string[];
}

/** What one of those concerned said about the outcome. */
export interface Answer {
  person: string;
  solved: boolean;
  satisfied: boolean;
  /** Not the work but the measure itself is contested. */
  disputed: boolean;
  channel: AnswerChannel;
  witness: string | null;
  enteredBy: string | null;
  text: TextId | null;
}

/** One logged attempt to reach somebody who has not answered. */
export interface Attempt {
  by: string;
  on: string;
  channel: 'phone' | 'door' | 'message';
  reached: boolean;
}

/** A resolution, or a recommendation where a department decides. */
export interface Decision {
  /** Null: the owners decided by their ballot. */
  meeting: string | null;
  measure: TextId | null;
  provisional: boolean;
  /** Spends common money, restricts use or affects rights: waits for the end of its public notice. */
  blocking: boolean;
  text: TextId | null;
  /** Proof of the verdict, and who announced it; null for what no ballot decided. */
  certificate: Json;
  signedBy: string | null;
  /** Number in the register of resolutions, once it is there. */
  number: string | null;
}

/** How the issue ends or is about to end, with the text that is posted or delivered. */
export interface EndingRecord {
  result: Ending;
  reason: string | null;
  text: TextId | null;
  evidence: string[];
  by: string | null;
}

/** Counters of every loop. */
export interface Counts {
  sortings: number;
  alarms: number;
  information: number;
  deliberations: number;
  agendas: number;
  postponements: number;
  notices: number;
  plans: number;
  returns: number;
  promises: number;
  redo: number;
  tiers: number;
  verifications: number;
  drafts: number;
  chases: number;
  late: number;
  notes: number;
}

/** Everything an issue is. JSON only; people, units, files and texts are ids. */
export interface IssueContext {
  case: string;
  policy: IssuePolicy;
  unit: string;
  place: string | null;
  title: TextId;
  description: TextId | null;
  files: string[];
  category: string | null;
  channel: Channel;
  hotlineNumber: string | null;
  /** Whoever was first asked stays responsible to the resident until the end. */
  opener: string | null;
  reporter: string | null;
  /** Who was there when somebody else took it down. */
  witness: string | null;
  subject: string | null;
  hideFromHandler: boolean;
  needsVoice: boolean;
  danger: boolean;
  nature: 'unsorted' | 'individual' | 'common';
  confidential: boolean;
  major: boolean;
  supporters: string[];
  merged: { issue: string; people: string[] }[];
  mainIssue: string | null;
  replied: boolean;
  appealed: { decline: boolean; refusal: boolean; rejection: boolean };
  competence: { decides: Competence; by: string | null; text: TextId } | null;
  direct: { reason: DirectReason; text: TextId; open: boolean } | null;
  tier: Tier;
  level: Level;
  disputed: boolean;
  measures: TextId[];
  recused: string[];
  /** The owners' ballot that was called last. */
  ownersCall: { unit: string; rule: string } | null;
  /** Until when an item that found too few voters rests. */
  restsUntil: Instant | null;
  /** A place on an agenda was asked for and no result has come. */
  agendaAsked: boolean;
  agenda: { meeting: string; startsAt: Instant } | null;
  decision: Decision | null;
  plan: Plan | null;
  handler: string | null;
  jobs: Job[];
  joint: Joint | null;
  chain: Chain | null;
  outcome: { text: TextId; evidence: string[] } | null;
  answers: Answer[];
  attempts: Attempt[];
  ending: EndingRecord | null;
  counts: Counts;
}

/** What the engine gives a starting issue. */
export type IssueStart = InputOf<typeof issueInput> & {
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: IssuePolicy;
};

const NONE: Counts = {
  sortings: 0,
  alarms: 0,
  information: 0,
  deliberations: 0,
  agendas: 0,
  postponements: 0,
  notices: 0,
  plans: 0,
  returns: 0,
  promises: 0,
  redo: 0,
  tiers: 0,
  verifications: 0,
  drafts: 0,
  chases: 0,
  late: 0,
  notes: 0,
};

/** The person behind an actor; null when a system acts. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? by.person : null;
}

/** For whom somebody speaks: the person they act for, or themselves; null when a system acts. */
export function voiceOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

/** For whom somebody reports: the person named, the one acted for, or oneself on one's own page. */
function reporterOf(input: Pick<IssueStart, 'reporter' | 'channel' | 'subject'> & { by: Actor }): string | null {
  if (input.reporter !== null) return input.reporter;
  if (input.channel === 'device') return input.subject;
  if (input.by.kind !== 'person') return null;
  if (input.by.onBehalfOf !== undefined) return input.by.onBehalfOf;
  return input.channel === 'page' ? input.by.person : null;
}

/** Nobody witnesses what they said or wrote down themselves. */
export function witnessContradictions(
  input: Pick<IssueStart, 'reporter' | 'channel' | 'subject' | 'witness'>,
  by: Actor,
): Contradiction[] {
  const { witness } = input;
  if (witness === null || ![reporterOf({ ...input, by }), personOf(by)].includes(witness)) return [];
  return [
    {
      path: 'witness',
      message: 'is who reports it or who takes it down',
      zh: '不能是反映人或者记录的人，请另选一位',
    },
  ];
}

/** A new issue as it was said. */
export function createContext({ input }: { input: IssueStart }): IssueContext {
  const reporter = reporterOf(input);
  const opener = personOf(input.by);
  // refused by now; issues of before were opened without such a witness
  const isWitness = witnessContradictions(input, input.by).length === 0;
  return {
    case: input.case,
    policy: input.policy,
    unit: input.unit,
    place: input.place,
    title: input.title,
    description: input.pasted ?? input.description,
    files: input.files,
    category: input.category,
    channel: input.channel,
    hotlineNumber: input.hotlineNumber,
    opener,
    reporter,
    witness: isWitness ? input.witness : null,
    subject: input.subject,
    hideFromHandler: input.hideFromHandler,
    needsVoice: input.needsVoice,
    danger: input.danger,
    // What a device noticed in somebody's home is that person's need, and nobody else's business.
    nature: input.channel === 'device' ? 'individual' : 'unsorted',
    confidential: input.channel === 'device',
    major: false,
    supporters: [],
    merged: [],
    mainIssue: null,
    replied: reporter === null,
    appealed: { decline: false, refusal: false, rejection: false },
    competence: null,
    direct: null,
    tier: 'community',
    level: input.policy.levels[0] ?? 'council',
    disputed: false,
    measures: [],
    recused: [],
    ownersCall: null,
    restsUntil: null,
    agendaAsked: false,
    agenda: null,
    decision: null,
    plan: null,
    handler: null,
    jobs: [],
    joint: null,
    chain: null,
    outcome: null,
    answers: [],
    attempts: [],
    ending: null,
    counts: NONE,
  };
}
