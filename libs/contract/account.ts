/*
 * What an account (台账) is made of. A workflow that keeps accounts has a pure fold `<name>.account.ts` from the entries of one
 * journal to facts; everything published as a number follows from such facts and from nothing else.
 */

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** An entry of a case's journal, as folds read it. `body` is what the journal keeps: event, clocks as armed, effects. */
export interface AccountLine {
  seq: number;
  /** ISO 8601 in UTC. */
  at: string;
  kind: string;
  by: { kind: 'person'; person: string; onBehalfOf?: string } | { kind: 'system'; name: string };
  body: { [key: string]: Value };
}

/** The published rates (评). Each has a numerator, a denominator and a month its cases count in. */
export const RATE_NAMES = [
  'response',
  'onTime',
  'solved',
  'satisfied',
  'redo',
  'return',
  'extension',
  'dispatch',
] as const;
export type RateName = (typeof RATE_NAMES)[number];

/** Why an entry may be left out of a rate (申诉剔除). */
export const EXCLUSION_GROUNDS = [
  'force_majeure',
  'not_our_duty',
  'resident_unreachable',
  'duplicate',
  'waited_for_others',
  'beyond_law',
] as const;
export type ExclusionGround = (typeof EXCLUSION_GROUNDS)[number];

/** What residents said of an outcome once it was posted. */
export interface Judgement {
  /** Which posting of the outcome, from 1. */
  round: number;
  postedAt: string;
  /** People whose word was asked. */
  asked: number;
  /** People who were spoken to or answered by themselves. */
  reached: number;
  answered: number;
  /** The time to answer is over: whoever has not answered is silent. */
  overAt: string | null;
  /** By the reporter's word, else that of the half; null while nobody has answered. */
  solved: boolean | null;
  satisfied: boolean | null;
  /** Somebody other than the handler called back (回访). */
  calledBack: boolean;
}

/** A piece of work an issue has given out, by the id its chart knows the child by. */
export interface GivenTask {
  child: string;
  /** Rounds of posting that had been when it was given out. */
  round: number;
}

/** An issue as its journal has it. */
export interface IssueFacts {
  of: 'issue';
  unit: string;
  place: string | null;
  category: string | null;
  tier: 'community' | 'street' | 'district';
  confidential: boolean;
  channel: string;
  openedAt: string;
  /** Null where nobody is owed a reply. */
  replyDueAt: string | null;
  repliedAt: string | null;
  /** First plan, dispatch, errand or claim. */
  assignedAt: string | null;
  /** The date promised for work the community does itself, and when it was handed in. */
  promiseDueAt: string | null;
  promiseKept: boolean | null;
  finishedAt: string | null;
  tasks: GivenTask[];
  judgements: Judgement[];
  redo: number;
  supervised: boolean;
  publishedAt: string | null;
  endedAt: string | null;
  /** How it ended; null while it runs. */
  ending: string | null;
}

/** One unit's time with a task: from being given it until it is handed in, returned or taken away. */
export interface TaskTurn {
  unit: string;
  /** Who gave it: the dispatcher is appraised by it, an arbiter is not. */
  givenBy: 'dispatcher' | 'arbiter' | 'transfer';
  from: string;
  acceptDueAt: string | null;
  acceptedAt: string | null;
  acceptedBySilence: boolean;
  returnedAt: string | null;
  returnGround: string | null;
  /** Taken away without a return: transferred, withdrawn, succeeded by another unit. */
  leftAt: string | null;
  /** Of the last visit, also while a hold stops the time. Null where the unit was relieved of it, by whatever, before it was due. */
  dueAt: string | null;
  /** An approved hold stops the time now, since then. */
  heldSince: string | null;
  heldMs: number;
  holds: number;
  extensions: number;
  extensionsRefused: number;
  /** Last time it was handed in. */
  finishedAt: string | null;
  /** Any visit of this turn ran out of time. */
  overdue: boolean;
  redo: number;
  supervised: boolean;
}

/** A task as its journal has it. */
export interface TaskFacts {
  of: 'task';
  issue: string;
  /** The id its parent's chart knows it by. */
  child: string | null;
  origin: string;
  place: string;
  part: string;
  matter: string | null;
  contact: string | null;
  confidential: boolean;
  openedAt: string;
  turns: TaskTurn[];
  arbitrations: number;
  verifiedAt: string | null;
  endedAt: string | null;
  ending: string | null;
}

/** An appeal that an entry be left out of a rate. */
export interface ExclusionFacts {
  of: 'exclusion';
  entry: string;
  unit: string;
  rate: RateName;
  ground: ExclusionGround;
  openedAt: string;
  /** Null while it is undecided. Only `excluded` changes a rate. */
  result: 'excluded' | 'refused' | 'lapsed' | 'withdrawn' | null;
  endedAt: string | null;
}

/** One street's word on one department. */
export interface StreetAppraisal {
  street: string;
  department: string;
  /** Points by criterion. */
  scores: { [criterion: string]: number };
  /** Id of the text. */
  remark: string | null;
  at: string;
}

/** A round in which streets appraise departments. */
export interface AppraisalFacts {
  of: 'appraisal';
  unit: string;
  /** `2026-Q1`. */
  period: string;
  departments: string[];
  streets: string[];
  pointsMost: number;
  appraisals: StreetAppraisal[];
  /** Streets that said nothing in time. */
  silent: string[];
  /** Ids of texts by department. */
  comments: { [department: string]: string };
  publishedAt: string | null;
  endedAt: string | null;
}

export type AccountFacts = IssueFacts | TaskFacts | ExclusionFacts | AppraisalFacts;

/** Entries of one journal, first to last, to facts; null before the case has a beginning. Pure. */
export type AccountFold<Facts extends AccountFacts = AccountFacts> = (lines: readonly AccountLine[]) => Facts | null;

/** What happened in an entry: the act, told event or clock, with its input. Null for what only keeps books. */
export interface LineEvent {
  kind: string;
  /** Name of the act, told event, clock's delay, rung or child. */
  name: string;
  input: { [key: string]: Value };
}

const record = (value: Value | undefined): { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const word = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

/** The event of an entry. */
export function eventOf({ body }: AccountLine): LineEvent | null {
  const event = record(body['event']);
  const kind = word(event['kind']);
  switch (kind) {
    case 'act':
      return { kind, name: word(event['act']), input: record(event['input']) };
    case 'told': {
      const told = record(event['event']);
      return { kind, name: word(told['type']), input: record(told['payload']) };
    }
    case 'clock':
      return { kind, name: delayOf(word(event['clock'])), input: {} };
    case 'rung':
      return { kind, name: word(event['rung']), input: { clock: delayOf(word(event['clock'])) } };
    case 'childDone':
    case 'childFailed':
      return { kind, name: word(event['child']), input: record(event['output']) };
    case '':
      return null;
    default:
      return { kind, name: kind, input: {} };
  }
}

/** How the entry ended the case, with what it handed to whoever started it; null where the case went on. */
export function endIn({ body }: AccountLine): { status: string; output: { [key: string]: Value } } | null {
  const ended = record(body['ended']);
  const status = word(ended['status']);
  return status === '' ? null : { status, output: record(ended['output']) };
}

/** What a case was started with. */
export function startOf({ body }: AccountLine): { [key: string]: Value } {
  return record(body['input']);
}

/** The id by which the parent's chart knows a case that was started as a child. */
export function childIn({ body }: AccountLine): string | null {
  const child = record(body['parent'])['child'];
  return typeof child === 'string' ? child : null;
}

/** A clock as an entry left it. */
export interface ArmedClock {
  name: string;
  token: string;
  /** Null: paused. */
  dueAt: string | null;
}

/** Clocks whose due instant an entry set, paused or moved. */
export function armedIn({ body }: AccountLine): ArmedClock[] {
  return Object.entries(record(body['armed'])).map(([clock, armed]) => {
    const { token, dueAt } = record(armed);
    return {
      name: delayOf(clock),
      token: typeof token === 'string' ? token : '',
      dueAt: typeof dueAt === 'string' ? dueAt : null,
    };
  });
}

/** Effects of an entry by kind, with the name of the clock, child or effect. */
export function effectsIn({ body }: AccountLine): { kind: string; name: string; id: string }[] {
  const effects = Array.isArray(body['effects']) ? body['effects'] : [];
  return effects.map((one) => {
    const { kind, name, id } = record(one);
    return { kind: word(kind), name: delayOf(word(name)), id: word(id) };
  });
}

/** `handling@task.withDoer` is the clock `handling`. */
function delayOf(clock: string): string {
  const at = clock.indexOf('@');
  return at < 0 ? clock : clock.slice(0, at);
}
