import { describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';

import { testDatabase, testVault } from '#libs/testing';

import { accountEntities } from './accounts.entity.js';
import type { AccountsPolicy } from './accounts.vocabulary.js';
import { Accounts } from './accounts.service.js';
import { accountsOver, codeOf, ELSEWHERE, HOME, PASSWORD, somePeople } from './testing/world.js';
import type { World } from './testing/world.js';

const db = testDatabase(accountEntities, { tables: 'of the entities' });

const codeAt = (secret: string, instant: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(instant) });

const staffAtDoor = async (policy: Partial<AccountsPolicy> = {}) => {
  const world = accountsOver(db.database, policy);
  const account = await db.database.transaction((tx) =>
    world.accounts.createAccount(tx, { person: 'li', login: 'li', password: PASSWORD }),
  );
  return { ...world, account, ...(await world.accounts.signIn({ login: 'li', password: PASSWORD, ...HOME })) };
};

const enrolled = async () => {
  const door = await staffAtDoor();
  const { secret } = await door.accounts.secondFactor.begin(door.account);
  const code = codeAt(secret, door.clock.now());
  const confirmed = await door.accounts.secondFactor.confirm({ session: door.session, origin: HOME }, code);
  door.clock.advance({ minutes: 1 });
  return { ...door, secret, ...confirmed };
};
const atDoorAgain = ({ accounts }: World) => accounts.signIn({ login: 'li', password: PASSWORD, ...ELSEWHERE });
const resolve = ({ accounts }: World, token: string) =>
  db.database.transaction((tx) => accounts.resolveSession(tx, token));

describe('staff without a second factor', () => {
  test('where it is required may only set one up', async () => {
    expect((await staffAtDoor()).session).toMatchObject({ staff: true, secondFactor: 'enrol' });
  });

  test('where it is optional are in', async () => {
    expect((await staffAtDoor({ staffSecondFactor: 'optional' })).session.secondFactor).toBe('passed');
  });

  test('set one up by a picture and a first code: the session is whole under a new token', async () => {
    const door = await staffAtDoor();
    const { secret, uri, picture } = await door.accounts.secondFactor.begin(door.account);
    expect(uri).toMatch(/^otpauth:\/\/totp\/.+li\?.*secret=/);
    expect(picture).toContain('<svg');
    const asking = { session: door.session, origin: HOME };
    const { opened, recoveryCodes } = await door.accounts.secondFactor.confirm(
      asking,
      codeAt(secret, door.clock.now()),
    );
    expect(opened.session.secondFactor).toBe('passed');
    expect(await resolve(door, door.token)).toBeNull();
    expect((await resolve(door, opened.token))?.secondFactor).toBe('passed');
    expect(new Set(recoveryCodes).size).toBe(10);
  });

  test('cannot confirm with a wrong code, or what they have not begun', async () => {
    const door = await staffAtDoor();
    const asking = { session: door.session, origin: HOME };
    expect(await codeOf(door.accounts.secondFactor.confirm(asking, '000000'))).toBe('factor.not_begun');
    const { secret } = await door.accounts.secondFactor.begin(door.account);
    const right = codeAt(secret, door.clock.now());
    const wrong = right === '123456' ? '654321' : '123456';
    expect(await codeOf(door.accounts.secondFactor.confirm(asking, wrong))).toBe('factor.wrong');
    expect((await atDoorAgain(door)).session.secondFactor).toBe('enrol');
  });

  test('keep their secret sealed', async () => {
    const { secret } = await enrolled();
    const stored = JSON.stringify(await db.database.query('select to_jsonb(a) as a from accounts a'));
    expect(stored).not.toContain(secret);
  });
});

describe('a second factor', () => {
  test('is asked for at every sign-in, and a session that has not shown it is not whole', async () => {
    const staff = await enrolled();
    const door = await atDoorAgain(staff);
    expect(door.session.secondFactor).toBe('due');
    expect((await resolve(staff, door.token))?.secondFactor).toBe('due');
    const asking = { session: door.session, origin: ELSEWHERE };
    const opened = await staff.accounts.secondFactor.pass(asking, codeAt(staff.secret, staff.clock.now()));
    expect(opened.session).toMatchObject({ id: door.session.id, secondFactor: 'passed' });
    expect(opened.token).not.toBe(door.token);
    expect(await resolve(staff, door.token)).toBeNull();
  });

  test.each([
    ['of this half minute', 0, 'done'],
    ['of the half minute before', -30, 'done'],
    ['of the half minute after', 30, 'done'],
    ['of two half minutes before', -60, 'factor.wrong'],
    ['of two half minutes after', 60, 'factor.wrong'],
  ])('takes a code %s: %j seconds, %s', async (...[, seconds, answer]) => {
    const staff = await enrolled();
    staff.clock.advance({ minutes: 10 });
    const { session } = await atDoorAgain(staff);
    const at = new Date(Date.parse(staff.clock.now()) + seconds * 1000).toISOString();
    const passing = staff.accounts.secondFactor.pass({ session, origin: HOME }, codeAt(staff.secret, at));
    expect(await codeOf(passing)).toBe(answer);
  });

  test('takes each code once, and none older than the last one', async () => {
    const staff = await enrolled();
    const [first, second] = [await atDoorAgain(staff), await atDoorAgain(staff)];
    const now = staff.clock.now();
    const pass = (door: typeof first, instant: string) =>
      codeOf(staff.accounts.secondFactor.pass({ session: door.session, origin: HOME }, codeAt(staff.secret, instant)));
    expect(await pass(first, now)).toBe('done');
    expect(await pass(second, now)).toBe('factor.wrong');
    expect(await pass(second, new Date(Date.parse(now) - 30_000).toISOString())).toBe('factor.wrong');
    staff.clock.advance({ seconds: 30 });
    expect(await pass(second, staff.clock.now())).toBe('done');
  });

  test('cannot be guessed: after five codes there is a wait', async () => {
    const staff = await enrolled();
    const { session } = await atDoorAgain(staff);
    const guess = () => codeOf(staff.accounts.secondFactor.pass({ session, origin: ELSEWHERE }, 'abcdef'));
    for (let n = 0; n < 5; n += 1) expect(await guess()).toBe('factor.wrong');
    expect(await guess()).toBe('access.rate_limited');
  });

  test('cannot be set up a second time over the first', async () => {
    const staff = await enrolled();
    expect(await codeOf(staff.accounts.secondFactor.begin(staff.account))).toBe('factor.already_set');
  });

  test('can be replaced by each recovery code once', async () => {
    const staff = await enrolled();
    const code = staff.recoveryCodes[3] ?? '';
    const pass = async (typed: string) =>
      codeOf(staff.accounts.secondFactor.pass({ session: (await atDoorAgain(staff)).session, origin: HOME }, typed));
    expect(await pass(code.toLowerCase().replaceAll('-', ' '))).toBe('done');
    expect(await pass(code)).toBe('factor.wrong');
    const state = await db.database.transaction((tx) => staff.accounts.secondFactor.state(tx, staff.account));
    expect(state).toEqual({ isSet: true, codesLeft: 9 });
  });

  test('of somebody else opens nothing', async () => {
    const staff = await enrolled();
    await db.database.transaction((tx) =>
      staff.accounts.createAccount(tx, { person: 'bai', login: 'bai', password: PASSWORD }),
    );
    const { session } = await staff.accounts.signIn({ login: 'bai', password: PASSWORD, ...HOME });
    const borrowed = staff.accounts.secondFactor.pass({ session, origin: HOME }, staff.recoveryCodes[0] ?? '');
    expect(await codeOf(borrowed)).toBe('factor.wrong');
  });

  test('taken off by an operator ends every session; the next sign-in sets up a new one', async () => {
    const staff = await enrolled();
    await db.database.transaction((tx) => staff.accounts.secondFactor.reset(tx, staff.account));
    expect(await resolve(staff, staff.opened.token)).toBeNull();
    expect((await atDoorAgain(staff)).session.secondFactor).toBe('enrol');
  });

  test('is sealed again with a new data key', async () => {
    const staff = await enrolled();
    const rotated = new Accounts({
      database: db.database,
      vault: testVault('new', 'test'),
      registry: somePeople,
      now: () => staff.clock.now(),
      today: () => '2026-03-02',
    });
    expect(await db.database.transaction((tx) => rotated.secondFactor.reseal(tx))).toBe(1);
    expect(await db.database.transaction((tx) => rotated.secondFactor.reseal(tx))).toBe(0);
    const { session } = await atDoorAgain(staff);
    const passing = rotated.secondFactor.pass({ session, origin: HOME }, codeAt(staff.secret, staff.clock.now()));
    expect(await codeOf(passing)).toBe('done');
  });
});
