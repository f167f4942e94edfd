import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { accountEntities } from './accounts.entity.js';
import { newApiToken } from './secret.rules.js';
import { accountsOver, codeOf } from './testing/world.js';

const db = testDatabase(accountEntities, { tables: 'of the entities' });

const withToken = async (days = 30) => {
  const world = accountsOver(db.database);
  const account = await db.database.transaction((tx) => world.accounts.createAccount(tx, { person: 'bai' }));
  const made = await db.database.transaction((tx) =>
    world.accounts.tokens.create(tx, account, { name: '网格对接', scopes: ['cases.read'], days, staff: true }),
  );
  const resolve = (bearer: string) => db.database.transaction((tx) => world.accounts.resolveToken(tx, bearer));
  return { ...world, account, ...made, resolve };
};

describe('a token', () => {
  test('says whose it is and what it may', async () => {
    const { token, row, account, resolve } = await withToken();
    expect(await resolve(token)).toEqual({
      kind: 'token',
      id: row.id,
      account,
      person: 'bai',
      scopes: ['cases.read'],
      secondFactor: 'passed',
      staff: true,
    });
    expect(token.endsWith(row.ending)).toBe(true);
  });

  test('is stored as a hash only', async () => {
    const { token } = await withToken();
    const stored = JSON.stringify(await db.database.query('select to_jsonb(t) as t from api_tokens t'));
    expect(stored).not.toContain(token.slice(4));
  });

  test('is worth nothing once it is revoked, expired, or its account locked', async () => {
    const revoked = await withToken();
    const revoke = (account: string) =>
      db.database.transaction((tx) => revoked.accounts.tokens.revoke(tx, account, revoked.row.id));
    expect(await revoke('another account')).toBe(false);
    expect(await revoked.resolve(revoked.token)).not.toBeNull();
    expect(await revoke(revoked.account)).toBe(true);
    expect(await revoked.resolve(revoked.token)).toBeNull();
    await db.database.query('update api_tokens set revoked_at = null');
    await db.database.query(`update accounts set status = 'locked'`);
    expect(await revoked.resolve(revoked.token)).toBeNull();
    await db.database.query(`update accounts set status = 'active'`);
    revoked.clock.advance({ days: 31 });
    expect(await revoked.resolve(revoked.token)).toBeNull();
  });

  test('is revoked with all others when an operator ends the sessions or takes off the second factor', async () => {
    for (const what of ['endSessions', 'resetSecondFactor'] as const) {
      const { accounts, row, token, resolve } = await withToken();
      expect(await accounts.tokens.isLive(db.database, row.id)).toBe(true);
      await db.database.transaction(async (tx) => {
        await accounts.directory[what](tx, { person: 'bai', by: 'li' });
      });
      expect(await resolve(token)).toBeNull();
      expect(await accounts.tokens.isLive(db.database, row.id)).toBe(false);
      await db.database.transaction((tx) => accounts.directory.close(tx, { person: 'bai', by: 'li' }));
    }
  });

  test('is good for a year at most', async () => {
    const { row } = await withToken(5000);
    expect(Date.parse(row.expiresAt) - Date.parse(row.createdAt)).toBe(366 * 86_400_000);
  });

  test('notes when it was used last', async () => {
    const { token, resolve, accounts, account, clock } = await withToken();
    clock.advance({ hours: 1 });
    await resolve(token);
    await accounts.writeSightings();
    const [row] = await db.database.transaction((tx) => accounts.tokens.list(tx, account));
    expect(row?.usedAt).toBe(clock.now());
  });

  test('that nobody made is nobody’s', async () => {
    const { resolve } = await withToken();
    expect(await resolve(newApiToken())).toBeNull();
    expect(await resolve('mny_short')).toBeNull();
  });

  test('is one of fifty at most', async () => {
    const { accounts, account } = await withToken();
    const create = () =>
      codeOf(
        db.database.transaction((tx) =>
          accounts.tokens.create(tx, account, { name: 'x', scopes: [], days: 1, staff: false }),
        ),
      );
    for (let n = 1; n < 50; n += 1) expect(await create()).toBe('done');
    expect(await create()).toBe('token.too_many');
  });
});
