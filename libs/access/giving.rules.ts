import type { UnitId } from '#libs/registry';

import { idsOf, type Standing } from './access.rules.js';
import { CAPABILITIES, CAPABILITY_NAMES, reachOf } from './capabilities.js';

/** An office somebody is to be given, or that is to be taken from whoever holds it (`person: null`). */
export interface GivenOffice {
  person: string | null;
  role: string;
}

/**
 * Whether somebody may give or take an office: nobody appoints themselves, under whichever id they go by, and nobody gives or
 * takes an office that brings a capability they do not hold there. `lineage`: the office's unit and everything above it.
 */
export function mayGive(giver: Standing, { person, role }: GivenOffice, lineage: readonly UnitId[]): boolean {
  if (person !== null && idsOf(giver).includes(person)) return false;
  const brings = CAPABILITY_NAMES.filter((name) => (CAPABILITIES[name] as readonly string[]).includes(role));
  return brings.every((name) => reachOf(giver, name).some((held) => lineage.includes(held)));
}
