import type { Tx } from '#libs/database';
import { FakeClock, testVault } from '#libs/testing';

import { AccessJournal } from '../access-journal.service.js';
import { PrivacyRefused } from '../privacy.refused.js';
import type { VisitedHousehold, VisitsOptions } from '../visits.types.js';
import { Visits } from '../visits.service.js';

/** Offices of the people in these tests, and where they hold them. */
const OFFICES: Record<string, { role: string; unit: string }[]> = {
  li: [{ role: 'coordinator', unit: 'community' }],
  gao: [{ role: 'gridLeader', unit: 'grid-1' }],
  vera: [{ role: 'volunteer', unit: 'grid-1' }],
  otto: [{ role: 'volunteer', unit: 'grid-2' }],
  neighbour: [{ role: 'resident', unit: 'stair-1' }],
};

const TREE: Record<string, string[]> = {
  'stair-1': ['stair-1', 'grid-1', 'community'],
  'stair-2': ['stair-2', 'grid-2', 'community'],
};

export const HOUSEHOLDS: Record<string, VisitedHousehold> = Object.fromEntries(
  [
    { id: 'red-home', unit: 'stair-1', colour: 'red' as const, flags: ['livesAlone', 'disability'] },
    { id: 'blue-home', unit: 'stair-1', colour: 'blue' as const, flags: [] },
    { id: 'far-home', unit: 'stair-2', colour: 'green' as const, flags: [] },
  ].map(({ id, unit, colour, flags }) => [
    id,
    {
      id,
      unit,
      colour,
      address: `${unit} 3 号楼`,
      flat: '301',
      members: [{ person: `${id}-wang`, name: '王秀英', birthYear: 1941, flags }],
    },
  ]),
);

/** Visits among three households, with a clock that stands still. */
export function visitingWorld() {
  const clock = new FakeClock('2026-03-02T09:00:00+08:00');
  const now = (): string => clock.now();
  const journal = new AccessJournal(now);
  const offices = structuredClone(OFFICES);
  const options: VisitsOptions = {
    vault: testVault(),
    journal,
    now,
    today: () => now().slice(0, 10),
    household: (_tx: Tx, id) => Promise.resolve(HOUSEHOLDS[id] ?? null),
    lineage: (_tx, unit) => Promise.resolve(TREE[unit] ?? [unit]),
    standing: (_tx, person) =>
      Promise.resolve({
        person,
        grants: (offices[person] ?? []).map(({ role, unit }) => ({ role, unit, held: 'office' as const })),
      }),
  };
  return { clock, journal, offices, options, visits: new Visits(options) };
}

/** The code something is refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'carried out';
  } catch (error) {
    if (error instanceof PrivacyRefused) return error.refusal.code;
    throw error;
  }
}
