import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { accountEntities } from './accounts.entity.js';
import { canHaveAccount, initialOf } from './slip.rules.js';
import type { SlipOrder } from './slips.service.js';
import { accountsOver, codeOf, ELSEWHERE, HOME, PASSWORD } from './testing/world.js';
import type { World } from './testing/world.js';

const db = testDatabase(accountEntities, { tables: 'of the entities' });

const issue = ({ accounts }: World, order: Partial<SlipOrder> = {}) =>
  db.database.transaction((tx) =>
    accounts.slips.issue(tx, { unit: 'b1', kind: 'household', by: 'li', managesAccounts: false, ...order }),
  );
/** A slip for flat 101 and the code on it. */
const slipOf101 = async (world: World) => {
  const [slip] = await issue(world, { subjects: ['h101'] });
  if (slip === undefined) throw new Error('no slip was issued');
  return slip;
};
const choiceOf = async ({ accounts }: World, code: string, birthYear: number): Promise<string> =>
  (await accounts.redeeming.look(code, HOME)).find((one) => one.birthYear === birthYear)?.choice ?? 'nobody';
const redeem = async (world: World, code: string, birthYear = 1953) =>
  world.accounts.redeeming.redeem({ code, choice: await choiceOf(world, code, birthYear), origin: HOME });

describe('slips of a building', () => {
  test('are one for each household, with a code that is stored nowhere', async () => {
    const world = accountsOver(db.database);
    const slips = await issue(world);
    expect(slips.map(({ subject, label }) => [subject, label])).toEqual([
      ['h101', '1单元101'],
      ['h102', '1单元102'],
    ]);
    const stored = JSON.stringify(await db.database.query('select to_jsonb(s) as s from slips s'));
    for (const { code } of slips) expect(stored).not.toContain(code);
  });

  test('leave out a household where nobody needs one', async () => {
    const world = accountsOver(db.database);
    await db.database.transaction((tx) =>
      world.accounts.createAccount(tx, { person: 'liu', login: 'liu', password: PASSWORD }),
    );
    await db.database.transaction((tx) =>
      world.accounts.createAccount(tx, { person: 'li', login: 'li', password: PASSWORD }),
    );
    expect((await issue(world)).map(({ subject }) => subject)).toEqual(['h101']);
  });

  test('replace those of before: one is good at a time', async () => {
    const world = accountsOver(db.database);
    const first = await slipOf101(world);
    const second = await slipOf101(world);
    expect(await codeOf(world.accounts.redeeming.look(first.code, HOME))).toBe('slip.unusable');
    expect(await codeOf(world.accounts.redeeming.look(second.code, HOME))).toBe('done');
  });

  test('cannot be asked for a household outside the unit', async () => {
    const world = accountsOver(db.database);
    expect(await codeOf(issue(world, { unit: 'b2', subjects: ['h101'] }))).toBe('resource.unknown');
    expect(await codeOf(issue(world, { subjects: ['h999'] }))).toBe('resource.unknown');
  });
});

describe('whoever holds a slip', () => {
  test('is shown initials and birth years, no names, no children', async () => {
    const world = accountsOver(db.database);
    const { code } = await slipOf101(world);
    const choices = await world.accounts.redeeming.look(code, HOME);
    expect(choices.map(({ initial, birthYear }) => [initial, birthYear])).toEqual([
      ['王○○', 1953],
      ['张○○', 1979],
    ]);
    expect(JSON.stringify(choices)).not.toMatch(/wang|zhang|王桂兰|张慧芳/);
  });

  test('comes in as the one they chose, for a long time, without a password', async () => {
    const world = accountsOver(db.database);
    const { code } = await slipOf101(world);
    const { session, token } = await redeem(world, code);
    expect(session).toMatchObject({ person: 'wang', secondFactor: 'passed', staff: false });
    const resolved = () => db.database.transaction((tx) => world.accounts.resolveSession(tx, token));
    world.clock.advance({ days: 100 });
    expect(await resolved()).not.toBeNull();
    const row = await db.database.query<{ hash: string | null }>('select password_hash as hash from accounts');
    expect(row).toEqual([{ hash: null }]);
  });

  test('may set a name and a password later, and come back with them', async () => {
    const world = accountsOver(db.database);
    const { session } = await redeem(world, (await slipOf101(world)).code);
    await world.accounts.logins.changePassword(session, { login: '王桂兰', password: PASSWORD });
    const again = await world.accounts.signIn({ login: '王桂兰', password: PASSWORD, ...ELSEWHERE });
    expect(again.session.person).toBe('wang');
  });

  test('uses it once', async () => {
    const world = accountsOver(db.database);
    const { code } = await slipOf101(world);
    const choice = await choiceOf(world, code, 1953);
    const handIn = () => codeOf(world.accounts.redeeming.redeem({ code, choice, origin: HOME }));
    expect([await handIn(), await handIn()]).toEqual(['done', 'slip.unusable']);
  });

  test('who chooses nobody on it does not use it up', async () => {
    const world = accountsOver(db.database);
    const { code } = await slipOf101(world);
    const handIn = (choice: string) => codeOf(world.accounts.redeeming.redeem({ code, choice, origin: HOME }));
    expect(await handIn('made up')).toBe('slip.choice_unknown');
    expect(await handIn(await choiceOf(world, code, 1979))).toBe('done');
  });

  test.each([
    ['mistyped', (_world: World, code: string) => code.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'))],
    ['nonsense', () => 'ABC'],
    [
      'too old',
      ({ clock }: World, code: string) => {
        clock.advance({ days: 31 });
        return code;
      },
    ],
  ])('whose code is %s gets the same answer', async (...[, spoil]) => {
    const world = accountsOver(db.database);
    const { code } = await slipOf101(world);
    expect(await codeOf(world.accounts.redeeming.look(spoil(world, code), HOME))).toBe('slip.unusable');
  });

  test('that was revoked gets nowhere', async () => {
    const world = accountsOver(db.database);
    const { id, code } = await slipOf101(world);
    await db.database.transaction((tx) => world.accounts.slips.revoke(tx, id, 'li'));
    expect(await codeOf(world.accounts.redeeming.look(code, HOME))).toBe('slip.unusable');
    const [row] = await db.database.transaction((tx) => world.accounts.slips.list(tx, { units: ['b1-s1'], limit: 5 }));
    expect(row).toMatchObject({ state: 'revoked', kind: 'household' });
  });

  test('cannot try many codes from one place', async () => {
    const world = accountsOver(db.database);
    const answers: string[] = [];
    for (let n = 0; n < 22; n += 1)
      answers.push(await codeOf(world.accounts.redeeming.look('22222-22222-22222', ELSEWHERE)));
    expect(answers.slice(19)).toEqual(['slip.unusable', 'access.rate_limited', 'access.rate_limited']);
  });
});

describe('a slip does not open the account of', () => {
  test('somebody of the household who comes in with a password', async () => {
    const world = accountsOver(db.database);
    const { code } = await slipOf101(world);
    await db.database.transaction((tx) =>
      world.accounts.createAccount(tx, { person: 'wang', login: 'wang', password: PASSWORD }),
    );
    expect(await choiceOf(world, code, 1953)).toBe('nobody');
    expect(await choiceOf(world, code, 1979)).not.toBe('nobody');
  });

  test('somebody with an office who lives there', async () => {
    const world = accountsOver(db.database);
    const [slip] = await issue(world, { subjects: ['h102'] });
    expect((await world.accounts.redeeming.look(slip?.code ?? '', HOME)).map(({ birthYear }) => birthYear)).toEqual([
      1987,
    ]);
  });

  test('somebody whose account is locked', async () => {
    const world = accountsOver(db.database);
    const { code } = await slipOf101(world);
    await db.database.transaction((tx) => world.accounts.createAccount(tx, { person: 'wang' }));
    await db.database.transaction((tx) => world.accounts.directory.lock(tx, { person: 'wang', by: 'bai' }));
    expect(await choiceOf(world, code, 1953)).toBe('nobody');
  });
});

describe('a slip for one person', () => {
  const personal = (world: World, subject: string, managesAccounts: boolean) =>
    issue(world, { unit: 'city', kind: 'person', subjects: [subject], managesAccounts });

  test('with an office is issued by those who manage accounts only, and leads to setting up a second factor', async () => {
    const world = accountsOver(db.database);
    expect(await codeOf(personal(world, 'bai', false))).toBe('slip.needs_operator');
    const [slip] = await personal(world, 'bai', true);
    const { session } = await redeem(world, slip?.code ?? '', 1991);
    expect(session).toMatchObject({ person: 'bai', staff: true, secondFactor: 'enrol' });
  });

  test('of a plain issuer is void when an office came meanwhile', async () => {
    const world = accountsOver(db.database);
    await issue(world, { kind: 'person', subjects: ['liu'] });
    await db.database.query(`update slips set subject = 'bai'`);
    const [row] = await db.database.query<{ staff: boolean }>('select staff from slips');
    expect(row?.staff).toBe(false);
    const candidates = await db.database.transaction((tx) =>
      world.accounts.slips.candidates(tx, { kind: 'person', subject: 'bai', staff: false }),
    );
    expect(candidates).toEqual([]);
  });
});

describe('a code to set a new password', () => {
  const withReset = async () => {
    const world = accountsOver(db.database, { staffSecondFactor: 'optional' });
    const account = await db.database.transaction((tx) =>
      world.accounts.createAccount(tx, { person: 'wang', login: 'wang', password: PASSWORD }),
    );
    const { code } = await db.database.transaction((tx) =>
      world.accounts.slips.issueReset(tx, { account, unit: 'b1-s1', by: 'bai' }),
    );
    return { ...world, account, code };
  };
  const fresh = 'a completely new password';

  test('works once, ends every session and token, and keeps the password rules', async () => {
    const world = await withReset();
    const before = await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME });
    const { token } = await db.database.transaction((tx) =>
      world.accounts.tokens.create(tx, world.account, { name: 'x', scopes: ['cases.read'], days: 7, staff: false }),
    );
    const reset = (password: string) =>
      codeOf(world.accounts.redeeming.resetPassword({ code: world.code, password, origin: HOME }));
    expect(await reset('short')).toBe('password.too_short');
    expect(await reset(fresh)).toBe('done');
    expect(await reset(fresh)).toBe('slip.unusable');
    expect(await db.database.transaction((tx) => world.accounts.resolveSession(tx, before.token))).toBeNull();
    expect(await world.accounts.resolveToken(db.database, token)).toBeNull();
    expect((await world.accounts.signIn({ login: 'wang', password: fresh, ...HOME })).session.person).toBe('wang');
  });

  test('is good for a day, is no slip, and opens no locked account', async () => {
    const world = await withReset();
    expect(await codeOf(world.accounts.redeeming.look(world.code, HOME))).toBe('slip.unusable');
    const reset = () =>
      codeOf(world.accounts.redeeming.resetPassword({ code: world.code, password: fresh, origin: HOME }));
    await db.database.transaction((tx) => world.accounts.directory.lock(tx, { person: 'wang', by: 'bai' }));
    expect(await reset()).toBe('slip.unusable');
    await db.database.transaction((tx) => world.accounts.directory.unlock(tx, { person: 'wang', by: 'bai' }));
    world.clock.advance({ hours: 25 });
    expect(await reset()).toBe('slip.unusable');
  });
});

describe('whom a slip can be for', () => {
  const known = { birthYear: 1953, diedOn: null, mergedInto: null, erasedOn: null };
  test.each([
    ['somebody of 73', known, true],
    ['somebody of fourteen', { ...known, birthYear: 2012 }, true],
    ['a child of thirteen', { ...known, birthYear: 2013 }, false],
    ['somebody whose birth year nobody knows', { ...known, birthYear: null }, true],
    ['somebody who died', { ...known, diedOn: '2026-01-01' }, false],
    ['a record that was merged into another', { ...known, mergedInto: 'other' }, false],
    ['somebody whose data were erased', { ...known, erasedOn: '2026-01-01' }, false],
  ])('%s: %#', (...[, person, can]) => {
    expect(canHaveAccount(person, '2026-03-02')).toBe(can);
  });

  test('a name shows its first sign', () => {
    expect(['王桂兰', 'li', '𠮷田'].map(initialOf)).toEqual(['王○○', 'L○○', '𠮷○○']);
  });
});
