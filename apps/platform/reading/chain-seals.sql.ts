import type { Database } from '#libs/database';
import type { Stored } from '#libs/engine';
import type { PendingSeal } from '#workflows/sign-off';

interface SealRow {
  id: string;
  stored: Stored;
  clocks: Record<string, { name: string; dueAt: string | null; ledger: { armedAt: string } }>;
  changedAt: string;
}

/** The clock that waits for whoever has the step, by the state of its chart. */
const CLOCKS: Readonly<Record<string, string>> = {
  preparing: 'preparing',
  submitted: 'signing',
  held: 'signing',
  tabled: 'signing',
  wanting: 'supplying',
  conditional: 'fulfilling',
  confirming: 'confirming',
  refused: 'remedy',
  appealed: 'appeal',
};

/** The seals of a chain that are out, in one read. */
export async function pendingSeals(database: Database, chain: string): Promise<PendingSeal[]> {
  const rows = await database.query<SealRow>(
    `select id, stored, clocks, changed_at as "changedAt" from cases
     where parent = $1 and workflow = 'seal' and status = 'active'`,
    [chain],
  );
  return rows.map(({ id, stored, clocks, changedAt }) => {
    const context = stored.context as unknown as PendingSeal['context'] & { step: string };
    const state = leafOf(stored.value);
    const clock = Object.values(clocks).find(({ name }) => name === CLOCKS[state]);
    const since = clock?.ledger.armedAt ?? changedAt;
    return { step: context.step, case: id, state, since, dueAt: clock?.dueAt ?? null, context };
  });
}

function leafOf(value: Stored['value']): string {
  return typeof value === 'string' ? value : leafOf(Object.values(value)[0] ?? '');
}
