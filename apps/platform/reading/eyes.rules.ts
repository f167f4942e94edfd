import { HANDLING_ROLES, maySee, STAFF_ROLES, type SeenSide, type Standing } from '#libs/access';
import type { CaseView } from '#libs/cases';

/**
 * How much of a case somebody is shown. `staff` who run it at its unit or above read everything; `handler`s (members of the
 * residents' bodies, and offices of a unit that is party) read texts but not who is behind them; `party` people read what was
 * said when it began and what came of it; `outsider`s read the title, the step and what came of it.
 */
export const EYES = ['staff', 'handler', 'party', 'outsider'] as const;
export type Eyes = (typeof EYES)[number];

/** Offices that run cases: they know who reported, who voted, who is related. Members of bodies judge matters, not people. */
const RUNNING_ROLES: readonly string[] = [
  'coordinator',
  'collector',
  'secretary',
  'chair',
  'hotline',
  'duty',
  'operator',
  'gridLeader',
  'recorder',
  'leader',
];

/** A case as `libs/access` judges it. */
export function seenSide(
  view: Pick<CaseView, 'parties' | 'visibility' | 'awaits'>,
  lineage: readonly string[],
): SeenSide {
  const { parties, visibility, awaits } = view;
  return { lineage, parties, visibility, awaited: awaits.flatMap(({ who }) => who) };
}

/** With which eyes somebody sees the case; `null`: not at all, and then it does not exist for them. */
export function eyesOn(standing: Standing | null, side: SeenSide): Eyes | null {
  if (!maySee(standing, side)) return null;
  if (standing === null) return 'outsider';
  if (holdsAny(standing, RUNNING_ROLES, side)) return 'staff';
  if (holdsAny(standing, STAFF_ROLES, side) || isHandler(standing, side)) return 'handler';
  return side.parties.some(({ person }) => person === standing.person) ? 'party' : 'outsider';
}

function holdsAny({ grants }: Standing, roles: readonly string[], { lineage }: SeenSide): boolean {
  return grants.some(({ role, unit }) => roles.includes(role) && (lineage ?? []).includes(unit));
}

function isHandler({ grants }: Standing, { parties }: SeenSide): boolean {
  const units = parties.flatMap(({ unit }) => unit ?? []);
  return grants.some(
    ({ role, unit, held }) => held === 'office' && HANDLING_ROLES.includes(role) && units.includes(unit),
  );
}
