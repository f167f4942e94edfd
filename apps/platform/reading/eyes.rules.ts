import { HANDLING_ROLES, idsOf, maySee, STAFF_ROLES, type SeenSide, type Standing } from '#libs/access';
import type { CaseView } from '#libs/cases';

/**
 * How much of a case somebody is shown. `staff` who run it at its unit or above read everything; `handler`s do its work and read
 * texts, and of people those who let them know; `member`s of the residents' bodies read texts but not who is behind them; `party`
 * people read what was said when it began and what came of it; `outsider`s read the title, the step and what came of it.
 */
export const EYES = ['staff', 'handler', 'member', 'party', 'outsider'] as const;
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

/** Relation of whoever a matter is about: never told who reported it, whatever office they hold. */
const SUBJECT = 'subject';
/** Relation of a person who has taken the work on. */
const HANDLER = 'handler';

/** With which eyes somebody sees the case; `null`: not at all, and then it does not exist for them. */
export function eyesOn(standing: Standing | null, side: SeenSide): Eyes | null {
  if (!maySee(standing, side)) return null;
  if (standing === null) return 'outsider';
  const relations = new Set(relationsOf(standing, side));
  // a complaint's subject learns what came of it; whoever is served in confidence reads what was said for them
  if (relations.has(SUBJECT) && !relations.has('reporter'))
    return side.visibility === 'confidential' ? 'party' : 'outsider';
  if (holdsAny(standing, RUNNING_ROLES, side)) return 'staff';
  if (relations.has(HANDLER) || isAtWork(standing, side)) return 'handler';
  if (holdsAny(standing, STAFF_ROLES, side)) return 'member';
  return relations.size > 0 ? 'party' : 'outsider';
}

function relationsOf(standing: Standing, { parties }: SeenSide): string[] {
  const ids = idsOf(standing);
  return parties.flatMap(({ person, relation }) => (person !== undefined && ids.includes(person) ? [relation] : []));
}

function holdsAny({ grants }: Standing, roles: readonly string[], { lineage }: SeenSide): boolean {
  return grants.some(({ role, unit }) => roles.includes(role) && (lineage ?? []).includes(unit));
}

function isAtWork({ grants }: Standing, { parties }: SeenSide): boolean {
  const units = parties.flatMap(({ unit }) => unit ?? []);
  return grants.some(
    ({ role, unit, held }) => held === 'office' && HANDLING_ROLES.includes(role) && units.includes(unit),
  );
}
