/** What the page of a task reads of what the task remembers; whoever may not know is not told, so everything may be missing. */
export interface TaskFacts {
  part: string | null;
  matter: string | null;
  place: string | null;
  issue: string | null;
  unit: string | null;
  instruction: string | null;
  contact: string | null;
  contactReplies: number;
  contactLate: boolean;
  holdings: Holding[];
  returns: Returned[];
  assignments: Assignment[];
  handlers: string[];
  timetable: TimetableStep[];
  timetableReason: string | null;
  request: Request | null;
  answers: Answered[];
  holds: number;
  extensions: number;
  owned: boolean;
  overdue: boolean;
  supervised: boolean;
  acceptedBySilence: boolean;
  answer: string | null;
  evidence: string[];
  redoCount: number;
  redoReason: string | null;
  lead: string | null;
  leadUnit: string | null;
  assists: Assist[];
  nominee: string | null;
  arbiter: string | null;
  endReason: string | null;
  ending: 'verified' | 'impossible' | null;
  policy: TaskNumbers | null;
}

export interface Holding {
  unit: string;
  from: string;
  to: string | null;
  why: string;
  note: string | null;
}
export interface Returned {
  unit: string;
  ground: string;
  reason: string;
  basis: string;
  suggestedUnit: string | null;
  at: string;
}
export interface Assignment {
  unit: string | null;
  person: string;
  note: string | null;
  at: string;
}
export interface TimetableStep {
  what: string;
  on: string;
  doneAt: string | null;
}
export interface Request {
  kind: string;
  reason: string;
  days: number;
  evidence: string[];
  at: string;
}
export interface Answered {
  kind: string;
  decision: string;
  reason: string | null;
  at: string;
}
export interface Assist {
  task: string;
  unit: string;
  state: string;
}
export interface TaskNumbers {
  returnsMost?: number;
  holdsMost?: number;
  holdLongestDays?: number;
  extensionsMost?: number;
  extensionLongestDays?: number;
  evidenceLeast?: number;
  signedParts?: string[];
}

const NOTHING: TaskFacts = {
  part: null,
  matter: null,
  place: null,
  issue: null,
  unit: null,
  instruction: null,
  contact: null,
  contactReplies: 0,
  contactLate: false,
  holdings: [],
  returns: [],
  assignments: [],
  handlers: [],
  timetable: [],
  timetableReason: null,
  request: null,
  answers: [],
  holds: 0,
  extensions: 0,
  owned: false,
  overdue: false,
  supervised: false,
  acceptedBySilence: false,
  answer: null,
  evidence: [],
  redoCount: 0,
  redoReason: null,
  lead: null,
  leadUnit: null,
  assists: [],
  nominee: null,
  arbiter: null,
  endReason: null,
  ending: null,
  policy: null,
};

/** The facts of a task, with nothing in place of what is not told. */
export function taskOf(context: unknown): TaskFacts {
  return typeof context === 'object' && context !== null ? { ...NOTHING, ...(context as Partial<TaskFacts>) } : NOTHING;
}

type Left = { left: number; most: number; days: number };

/** How often and how long more time may still be asked for, and who says yes: from the second on the tier above. */
export function extensionLeft({
  policy,
  extensions,
}: Pick<TaskFacts, 'policy' | 'extensions'>): (Left & { approver: 'dispatcher' | 'leader' }) | null {
  if (policy?.extensionsMost === undefined || policy.extensionLongestDays === undefined) return null;
  const left = Math.max(0, policy.extensionsMost - extensions);
  return {
    left,
    most: policy.extensionsMost,
    days: policy.extensionLongestDays,
    approver: extensions === 0 ? 'dispatcher' : 'leader',
  };
}

/** How often and how long the time may still stand still. */
export function holdLeft({ policy, holds }: Pick<TaskFacts, 'policy' | 'holds'>): Left | null {
  if (policy?.holdsMost === undefined || policy.holdLongestDays === undefined) return null;
  return { left: Math.max(0, policy.holdsMost - holds), most: policy.holdsMost, days: policy.holdLongestDays };
}

/** Which return this would be; the last one goes to arbitration. */
export function returnsLeft({
  policy,
  returns,
}: Pick<TaskFacts, 'policy' | 'returns'>): { n: number; most: number } | null {
  return policy?.returnsMost === undefined ? null : { n: returns.length + 1, most: policy.returnsMost };
}

/** Words that say in a sentence where a task stands. */
export type TaskSentence =
  | 'sayReturned'
  | 'sayArbitration'
  | 'sayVerified'
  | 'sayImpossible'
  | 'sayCancelled'
  | 'sayVerifying'
  | 'saySigning'
  | 'sayHeld'
  | 'sayAsked'
  | 'sayRedo'
  | 'sayHandling'
  | 'sayDispatched'
  | 'sayAdmission';

const BY_STATE: readonly (readonly [RegExp, TaskSentence])[] = [
  [/\.admission$/, 'sayAdmission'],
  [/\.(?:dispatched|arriving)$/, 'sayDispatched'],
  [/\.signing$/, 'saySigning'],
  [/\.held$/, 'sayHeld'],
  [/\.(?:holdAsked|extensionAsked|furtherExtensionAsked|impossibleReported|transferProposed)$/, 'sayAsked'],
  [/^task\.returned/, 'sayReturned'],
  [/^task\.arbitration/, 'sayArbitration'],
  [/^task\.verification/, 'sayVerifying'],
];

/** Where a task stands, for the sentence at the top of its page. */
export function sentenceOf(
  { status, states }: { status: string; states: readonly { id: string }[] },
  { ending, redoCount }: Pick<TaskFacts, 'ending' | 'redoCount'>,
): TaskSentence {
  if (ending === 'impossible') return 'sayImpossible';
  if (status === 'done') return 'sayVerified';
  if (status === 'cancelled') return 'sayCancelled';
  for (const [pattern, sentence] of BY_STATE) if (states.some(({ id }) => pattern.test(id))) return sentence;
  return redoCount > 0 ? 'sayRedo' : 'sayHandling';
}

/** A note of the journal as the timeline shows it. */
export interface Said {
  /** Free text of the act, as the case names it. */
  text: string | null;
  files: string[];
  /** Read by residents, or by those who work on it. */
  isPublic: boolean | null;
}

const TEXT_FIELDS = ['note', 'answer', 'text', 'reason'] as const;
const FILE_FIELDS = ['files', 'evidence'] as const;
/** Acts whose text residents read whatever was chosen. */
const ALWAYS_PUBLIC: readonly string[] = ['answerResident', 'setTimetable', 'askExtension'];

/** What somebody wrote with an act; texts are named by id and looked up in the case. */
export function saidIn(body: unknown, texts: Readonly<Record<string, string | null>>): Said {
  const { act, input } = eventIn(body);
  const field = TEXT_FIELDS.map((name) => input[name]).find((value) => typeof value === 'string');
  const text = typeof field === 'string' ? (texts[field] ?? (field in texts ? null : field)) : null;
  const files = FILE_FIELDS.flatMap((name) =>
    Array.isArray(input[name]) ? (input[name] as unknown[]).map(String) : [],
  );
  const isPublic = act === 'progress' ? input['open'] === true : ALWAYS_PUBLIC.includes(act) ? true : null;
  return { text, files, isPublic };
}

function eventIn(body: unknown): { act: string; input: Record<string, unknown> } {
  const event = (body as { event?: { act?: unknown; input?: unknown } } | undefined)?.event;
  const { act, input } = event ?? {};
  return {
    act: typeof act === 'string' ? act : '',
    input: typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {},
  };
}

/** Whether a step of the timetable is done, late, or still to do; the day counts until its end. */
export function stepState({ on, doneAt }: Pick<TimetableStep, 'on' | 'doneAt'>, now: string): 'done' | 'late' | 'open' {
  if (doneAt !== null) return 'done';
  // the end of that day where the communities are
  return Date.parse(`${on}T23:59:59+08:00`) < Date.parse(now) ? 'late' : 'open';
}

/** Ways a task comes to a unit that may not return it. */
const RULED: readonly string[] = ['arbitrated', 'fallback', 'provisional', 'jointMeeting'];

/** The ruling by which the unit has the task now; `null`: it came in the usual way. */
export function rulingOf({ holdings, owned }: Pick<TaskFacts, 'holdings' | 'owned'>): Holding | null {
  const last = holdings.at(-1);
  return owned && last !== undefined && RULED.includes(last.why) ? last : null;
}

interface RungSeen {
  name: string;
  severity: string;
  at: string | null;
  fired: boolean;
}

/** What has been sent because time is up, in its order. */
export function firedRungs<Rung extends RungSeen>(rungs: readonly Rung[]): Rung[] {
  return rungs.filter(({ severity, fired }) => fired && LATE.includes(severity));
}

const LATE: readonly string[] = ['red', 'urge', 'supervise'];
export type Told = 'toldHandlers' | 'toldLeader' | 'toldUpper' | 'toldDispatcher' | 'toldLead';

/** Who is told at a step of the ladder of the handling time; those who lead are told of their late assist. */
export function toldBy(severity: string, part: string | null): Told[] {
  const leading: Told[] = part === 'assist' ? ['toldLead'] : [];
  if (severity === 'supervise') return ['toldLeader', 'toldUpper', 'toldDispatcher', ...leading];
  if (!LATE.includes(severity)) return ['toldHandlers'];
  return ['toldHandlers', 'toldLeader', ...leading, ...(part === 'assist' ? (['toldDispatcher'] as const) : [])];
}
