import { describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';

import { testDatabase } from '#libs/testing';

import { accountEntities } from './accounts.entity.js';
import { accountsOver, codeOf, ELSEWHERE, HOME, PASSWORD } from './testing/world.js';

// Locks and races prove nothing on PGlite, which has one connection: this file runs on PostgreSQL only.
const db = testDatabase(accountEntities, { tables: 'of the entities' });

const AT_ONCE = 12;
const times = <T>(work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, index) => work(index)));
const oneDone = (refused: string): string[] => ['done', ...Array.from({ length: AT_ONCE - 1 }, () => refused)].sort();

describe('at the same instant', () => {
  test('a slip handed in many times lets one in', async () => {
    const { accounts } = accountsOver(db.database);
    const [slip] = await db.database.transaction((tx) =>
      accounts.slips.issue(tx, { unit: 'b1', kind: 'household', subjects: ['h101'], by: 'li', managesAccounts: false }),
    );
    const code = slip?.code ?? '';
    const choices = await accounts.redeeming.look(code, HOME);
    // every second one as the other person of the household
    const answers = await times((n) =>
      codeOf(accounts.redeeming.redeem({ code, choice: choices[n % 2]?.choice ?? '', origin: HOME })),
    );
    expect(answers.sort()).toEqual(oneDone('slip.unusable'));
    expect(await db.database.query('select id from sessions')).toHaveLength(1);
    expect(await db.database.query('select id from accounts')).toHaveLength(1);
  });

  test('a code to set a password used many times sets one', async () => {
    const { accounts } = accountsOver(db.database);
    const account = await db.database.transaction((tx) =>
      accounts.createAccount(tx, { person: 'wang', login: 'wang' }),
    );
    const { code } = await db.database.transaction((tx) =>
      accounts.slips.issueReset(tx, { account, unit: 'b1-s1', by: 'bai' }),
    );
    const answers = await times((n) =>
      codeOf(accounts.redeeming.resetPassword({ code, password: `new password ${String(n)}`, origin: HOME })),
    );
    expect(answers.sort()).toEqual(oneDone('slip.unusable'));
  });

  test('a code of the second factor sent many times passes once', async () => {
    const { accounts, clock } = accountsOver(db.database);
    const account = await db.database.transaction((tx) =>
      accounts.createAccount(tx, { person: 'bai', login: 'bai', password: PASSWORD }),
    );
    const first = await accounts.signIn({ login: 'bai', password: PASSWORD, ...HOME });
    const { secret } = await accounts.secondFactor.begin(account);
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(clock.now()) });
    await accounts.secondFactor.confirm({ session: first.session, origin: HOME }, code());
    clock.advance({ minutes: 1 });
    const doors = await Promise.all(
      Array.from({ length: 4 }, () => accounts.signIn({ login: 'bai', password: PASSWORD, ...HOME })),
    );
    const answers = await Promise.all(
      doors.map(({ session }) => codeOf(accounts.secondFactor.pass({ session, origin: HOME }, code()))),
    );
    expect(answers.sort()).toEqual(['done', ...Array.from({ length: 3 }, () => 'factor.wrong')]);
  });

  test('guesses are counted like guesses in a row', async () => {
    const { accounts, hasher } = accountsOver(db.database);
    await db.database.transaction((tx) =>
      accounts.createAccount(tx, { person: 'wang', login: 'wang', password: PASSWORD }),
    );
    const before = hasher.runs;
    const answers = await times(() =>
      codeOf(accounts.signIn({ login: 'wang', password: 'a wrong one', ...ELSEWHERE })),
    );
    expect(answers.filter((answer) => answer === 'access.credentials_wrong')).toHaveLength(5);
    expect(hasher.runs - before).toBe(5);
  });

  test('a token is worth nothing from the moment its revocation is committed', async () => {
    const { accounts } = accountsOver(db.database);
    const account = await db.database.transaction((tx) => accounts.createAccount(tx, { person: 'bai' }));
    const { token, row } = await db.database.transaction((tx) =>
      accounts.tokens.create(tx, account, { name: 'x', scopes: ['cases.read'], days: 1, staff: false }),
    );
    const uses = times(() => db.database.transaction((tx) => accounts.resolveToken(tx, token)));
    await db.database.transaction((tx) => accounts.tokens.revoke(tx, account, row.id));
    const after = await times(() => db.database.transaction((tx) => accounts.resolveToken(tx, token)));
    expect(after.every((found) => found === null)).toBe(true);
    await uses;
  });

  test('a person gets one account, and a name goes to one account', async () => {
    const { accounts } = accountsOver(db.database);
    const answers = await times((n) =>
      db.database
        .transaction((tx) =>
          accounts.createAccount(tx, { person: n % 2 === 0 ? 'wang' : 'liu', login: 'same name'.replace(' ', '') }),
        )
        .then(() => 'done')
        .catch(() => 'refused'),
    );
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  });
});
