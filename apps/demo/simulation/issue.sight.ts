/** What agents read of an issue's context. */
export interface IssueSight {
  unit: string;
  place: string | null;
  opener: string | null;
  reporter: string | null;
  danger: boolean;
  nature: 'unsorted' | 'individual' | 'common';
  confidential: boolean;
  needsVoice: boolean;
  supporters: string[];
  mainIssue: string | null;
  appealed: { decline: boolean; refusal: boolean; rejection: boolean };
  competence: { decides: 'residents' | 'owners' | 'department' | 'nobody' } | null;
  direct: { reason: string; open: boolean } | null;
  tier: 'community' | 'street' | 'district';
  level: 'building' | 'grid' | 'council' | 'assembly';
  measures: string[];
  decision: unknown;
  plan: { executor: string; owner: string | null; offeredTo: string[] } | null;
  handler: string | null;
  jobs: { unit: string; result: string | null }[];
  answers: { person: string }[];
  attempts: { on: string; channel: string }[];
  ending: { by: string | null } | null;
  counts: Readonly<Record<string, number>>;
}

/** Owners were to decide and have not: only what is urgent may be done. */
export function isUndecidedByOwners(context: Pick<IssueSight, 'competence' | 'decision'> | undefined): boolean {
  return context?.competence?.decides === 'owners' && context.decision === null;
}

/** A counter of the issue; counters that a version of the chart does not know are zero. */
export function counted(context: IssueSight, name: string): number {
  return context.counts[name] ?? 0;
}
