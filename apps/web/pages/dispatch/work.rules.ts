/** What the page of a seal reads of what it remembers. */
export interface SealFacts {
  chain: string | null;
  unit: string | null;
  upper: string | null;
  kind: 'signOff' | 'approval' | 'opinion' | 'meeting' | null;
  required: string[];
  basis: string | null;
  silence: string | null;
  papers: { name: string; file: string }[];
  missing: { papers: string[] } | null;
  submittedAt: string | null;
  heldSince: string | null;
  conditions: { text: string; met: boolean }[];
  proof: string[];
  refusal: { reason: string; basis: string } | null;
  ruling: string | null;
  signature: { number: string | null; document: string | null; validUntil: string | null } | null;
}

const NO_SEAL: SealFacts = {
  chain: null,
  unit: null,
  upper: null,
  kind: null,
  required: [],
  basis: null,
  silence: null,
  papers: [],
  missing: null,
  submittedAt: null,
  heldSince: null,
  conditions: [],
  proof: [],
  refusal: null,
  ruling: null,
  signature: null,
};

/** The facts of a seal; whoever may not know is not told, and then there is nothing in their place. */
export function sealOf(context: unknown): SealFacts {
  return { ...NO_SEAL, ...recordOf(context) };
}

/** What the page of a joint meeting reads of what it remembers. */
export interface JointFacts {
  reason: string | null;
  issue: string | null;
  task: string | null;
  chair: string | null;
  unit: string | null;
  place: string | null;
  crossing: boolean;
  departments: string[];
  summons: { unit: string; answer: 'expected' | 'confirmed' | 'excused' | 'silent'; excuse: string | null }[];
  startsAt: string | null;
  where: string | null;
  sittings: number;
  attendance: string[];
  statements: { unit: string; text: string; at: string }[];
  minute: JointMinute | null;
  replies: { unit: string; how: 'confirmed' | 'objected' | 'silent'; reason: string | null }[];
  dissent: { unit: string; reason: string | null }[];
  ruling: string | null;
}

export interface JointMinute {
  text: string;
  owner: string | null;
  ground: string | null;
  duties: {
    id: string;
    unit: string;
    part: string;
    instruction: string;
    limit: { amount: number; unit: string } | null;
    result: string | null;
  }[];
}

const NO_MEETING: JointFacts = {
  reason: null,
  issue: null,
  task: null,
  chair: null,
  unit: null,
  place: null,
  crossing: false,
  departments: [],
  summons: [],
  startsAt: null,
  where: null,
  sittings: 0,
  attendance: [],
  statements: [],
  minute: null,
  replies: [],
  dissent: [],
  ruling: null,
};

/** The facts of a joint meeting, with nothing in place of what is not told. */
export function jointOf(context: unknown): JointFacts {
  return { ...NO_MEETING, ...recordOf(context) };
}

/** What a unit has said to the minute; `none`: nothing yet. */
export function replyOf(
  unit: string,
  { replies }: Pick<JointFacts, 'replies'>,
): 'confirmed' | 'objected' | 'silent' | 'none' {
  return replies.findLast((one) => one.unit === unit)?.how ?? 'none';
}

function recordOf(context: unknown): Record<string, unknown> {
  return typeof context === 'object' && context !== null ? (context as Record<string, unknown>) : {};
}

/** What the page of an appeal reads. */
export interface ExclusionFacts {
  entry: string | null;
  unit: string | null;
  rate: string | null;
  ground: string | null;
  reason: string | null;
  evidence: string[];
  first: { note: string | null } | null;
  second: { note: string | null } | null;
  refusal: string | null;
}

const NO_APPEAL: ExclusionFacts = {
  entry: null,
  unit: null,
  rate: null,
  ground: null,
  reason: null,
  evidence: [],
  first: null,
  second: null,
  refusal: null,
};

/** The facts of an appeal to leave a case out of a rate. */
export function exclusionOf(context: unknown): ExclusionFacts {
  return { ...NO_APPEAL, ...recordOf(context) };
}

/** What the page of an appraisal reads. */
export interface AppraisalFacts {
  period: string | null;
  streets: string[];
  departments: string[];
  silent: string[];
  appraisals: { street: string; department: string; scores: Record<string, number>; remark: string }[];
  comments: { department: string; text: string }[];
  policy: { criteria?: { name: string; label: { zh: string; en: string } }[]; pointsMost?: number } | null;
}

const NO_APPRAISAL: AppraisalFacts = {
  period: null,
  streets: [],
  departments: [],
  silent: [],
  appraisals: [],
  comments: [],
  policy: null,
};

/** The facts of an appraisal. */
export function appraisalOf(context: unknown): AppraisalFacts {
  return { ...NO_APPRAISAL, ...recordOf(context) };
}

/** Points of one street for one department in all. */
export function totalOf(scores: Readonly<Record<string, number>>): number {
  return Object.values(scores).reduce((sum, points) => sum + points, 0);
}
