import type { Database } from '#libs/database';
import type { Routing } from '#libs/routing';

interface Ground {
  database: Database;
  routing: Routing;
  now: () => string;
}

/** Fills the admission register of the demonstration, unless somebody keeps one already. */
export async function loadDemoAdmissions({ database, routing, now }: Ground): Promise<void> {
  const { demoPeople, liminAdmissions, SINCE } = await import('#apps/demo');
  await database.transaction(async (tx) => {
    const [kept] = await tx.query('select from admissions limit 1');
    if (kept !== undefined) return;
    const at = now();
    for (const { admitted, ground, ...application } of liminAdmissions()) {
      const { id } = await routing.admissions.apply(tx, { ...application, by: demoPeople.department.id, at });
      const by = demoPeople.cityLeader.id;
      await routing.admissions.decide(tx, { id, admitted, ground, from: SINCE, to: null, by, at });
    }
  });
}
