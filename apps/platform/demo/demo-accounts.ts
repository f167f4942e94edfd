import type { Accounts } from '#libs/access';
import { PasswordHasher } from '#libs/access';
import type { Database } from '#libs/database';

/** One at a time when several processes start together. */
const LOCK = 7_020_260_321;

/**
 * Gives every demo person an account with the demonstration's password, unless they have one. Answers how many were made. The
 * password is hashed once for all of them: it is written in the manual anyhow.
 */
export async function loadDemoAccounts(database: Database, accounts: Accounts): Promise<number> {
  const { DEMO_PASSWORD, demoLogins } = await import('#apps/demo');
  const people = demoLogins.map(({ person }) => person);
  const known = await database.transaction((tx) => accounts.havingAccount(tx, people), { readOnly: true });
  if (known.length === people.length) return 0;
  const passwordHash = await new PasswordHasher().hash(DEMO_PASSWORD);
  return database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const having = await accounts.havingAccount(tx, people);
    const missing = demoLogins.filter(({ person }) => !having.includes(person));
    for (const { person, login } of missing) await accounts.createAccount(tx, { person, login, passwordHash });
    return missing.length;
  });
}
