import type { Tx } from '#libs/database';

import { accountByLogin, accountOfPerson } from './directory.sql.js';
import { spellLogin } from './login.rules.js';
import type { Logins } from './logins.service.js';
import type { OpenedSession, Sessions } from './sessions.service.js';
import type { SignIns } from './sign-ins.service.js';

/** Where somebody at the machine itself comes from. */
const CONSOLE = { address: 'console', agent: 'minyi' };

interface ConsoleParts {
  sessions: Sessions;
  logins: Logins;
  signIns: SignIns;
  isPerson: (tx: Tx, person: string) => Promise<boolean>;
}

/**
 * Lets somebody in who sits at the machine: whoever may read the database may be anybody, and it is noted. A person without an
 * account gets one that nobody else can enter.
 * @param who a login name or the id of a person.
 * @returns `null` when there is no such person.
 */
export async function openAtConsole(tx: Tx, who: string, parts: ConsoleParts): Promise<OpenedSession | null> {
  const { sessions, logins, signIns, isPerson } = parts;
  const spelt = spellLogin(who);
  const known =
    (spelt === null ? null : await accountByLogin(tx, spelt)) ??
    (await accountOfPerson(tx, who)) ??
    ((await isPerson(tx, who)) ? { id: await logins.create(tx, { person: who }), person: who } : null);
  if (known === null) return null;
  await signIns.noteIn(tx, { account: known.id, way: 'console', outcome: 'in', origin: CONSOLE });
  return sessions.open(tx, {
    account: known.id,
    person: known.person,
    way: 'console',
    staff: true,
    secondFactor: 'passed',
    origin: CONSOLE,
  });
}
