import type { JsonObject } from '#libs/engine';

/** What a task remembers that whoever does it works with: never who verified or signed it. */
const TASK = [
  ...[
    'title',
    'instruction',
    'part',
    'matter',
    'limit',
    'issue',
    'place',
    'round',
    'confidential',
    'origin',
    'minutes',
  ],
  ...['unit', 'firstUnit', 'holdings', 'owned', 'provisional', 'arbiter', 'fallback', 'admission', 'from', 'nominee'],
  ...['contact', 'contactReplies', 'contactLate', 'returns', 'dispatches', 'transfers', 'acceptedBySilence'],
  ...['assignments', 'handlers', 'timetable', 'timetableReason', 'progressNotes', 'openNotes', 'lastNote'],
  ...['request', 'answers', 'holds', 'extensions', 'overdue', 'overdueCount', 'supervised', 'answer', 'evidence'],
  ...['answerReturns', 'redoCount', 'redoing', 'redoReason', 'lead', 'leadUnit', 'assists', 'endReason', 'ending'],
];

/** A seal as its department works with it; who of the residents is behind the papers is the group's. */
const SEAL = [
  ...['title', 'name', 'chain', 'step', 'place', 'unit', 'upper', 'kind', 'seals', 'required', 'basis', 'limit'],
  ...['validDays', 'silence', 'round', 'papers', 'missing', 'submittedAt', 'heldSince', 'receivedBySilence', 'affixed'],
  ...[
    'conditions',
    'proof',
    'refusal',
    'directed',
    'ruling',
    'sitting',
    'lastReason',
    'askings',
    'refusals',
    'appeals',
  ],
  ...['resubmissions', 'sittings', 'confirmations', 'silences', 'overdue', 'supervised', 'ending', 'endedAt'],
];

/** A joint meeting is between units: all of it but who signed. */
const JOINT_MEETING = [
  ...['title', 'reason', 'issue', 'task', 'matter', 'place', 'confidential', 'round', 'caller', 'first', 'keeper'],
  ...['chair', 'upper', 'crossing', 'departments', 'summons', 'startsAt', 'where', 'sittings', 'attendance'],
  ...['statements', 'minute', 'revisions', 'replies', 'dissent', 'ruling', 'misses', 'postponements', 'unsigned'],
  ...['silences', 'endReason', 'ending'],
];

const WORKED_ON: Partial<Record<string, readonly string[]>> = {
  task: TASK,
  seal: SEAL,
  'joint-meeting': JOINT_MEETING,
};

/** Numbers of the policy people need beside what is remembered, such as how often more time may be asked for. */
const NUMBERS: Partial<Record<string, readonly string[]>> = {
  task: [
    ...['returnsMost', 'transfersMost', 'holdsMost', 'holdLongestDays', 'extensionsMost', 'extensionLongestDays'],
    ...['redosMost', 'evidenceLeast', 'signedParts', 'timetableParts', 'longFromDays'],
  ],
  appraisal: ['criteria', 'pointsMost'],
  meeting: ['levels', 'noticeHours', 'turnsMost', 'motionsMost', 'amendmentsMost'],
};

/** What members of the residents' bodies know of a sitting beyond its texts: all but the code that is shown in the room. */
const KEPT_FROM_MEMBERS: Partial<Record<string, readonly string[]>> = {
  meeting: ['code', 'policy'],
};

/**
 * What they know of a ballot in the room: the count that one of them has to confirm or dispute. Of one on papers nothing is
 * remembered here before it is certified.
 */
const SHOWN_TO_MEMBERS: Partial<Record<string, readonly string[]>> = {
  ballot: ['count', 'members', 'present', 'recused', 'recounts', 'verdict', 'provisional', 'ending'],
};

/** Whether the case is nothing but work given to units: whoever does it reads its notes too, their own and those of the desk. */
export function isUnitsWork(workflow: string): boolean {
  return ['task', 'seal', 'joint-meeting'].includes(workflow);
}

/** What whoever does the work is shown of what the workflow remembers; `null`: nothing, the case is about people. */
export function workContext(workflow: string, context: JsonObject): JsonObject | null {
  const names = WORKED_ON[workflow];
  return names === undefined ? null : picked(context, names);
}

/** What members of the residents' bodies are shown of what a sitting remembers; its minutes say the same. `null`: nothing. */
export function memberContext(workflow: string, context: JsonObject): JsonObject | null {
  const shown = SHOWN_TO_MEMBERS[workflow];
  if (shown !== undefined) return picked(context, shown);
  const kept = KEPT_FROM_MEMBERS[workflow];
  if (kept === undefined) return null;
  return Object.fromEntries(Object.entries(context).filter(([name]) => !kept.includes(name)));
}

/** The policy’s numbers that stand beside what is remembered, which holds no policy; nothing for workflows that need none. */
export function policyNumbers(workflow: string, policy: JsonObject): JsonObject {
  const names = NUMBERS[workflow];
  return names === undefined ? {} : { policy: picked(policy, names) };
}

function picked(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}
