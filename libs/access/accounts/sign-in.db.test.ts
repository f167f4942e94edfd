import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { accountEntities } from './accounts.entity.js';
import { PasswordHasher } from './password-hash.js';
import type { SignInRow } from './sign-ins.service.js';
import { accountsOver, codeOf, ELSEWHERE, HOME, PASSWORD } from './testing/world.js';
import type { World } from './testing/world.js';

const db = testDatabase(accountEntities, { tables: 'of the entities' });

const withAccount = async (login = 'wang', person = 'wang'): Promise<World & { account: string }> => {
  const world = accountsOver(db.database, { staffSecondFactor: 'optional' });
  const account = await db.database.transaction((tx) =>
    world.accounts.createAccount(tx, { person, login, password: PASSWORD }),
  );
  return { ...world, account };
};
const resolve = ({ accounts }: World, token: string) =>
  db.database.transaction((tx) => accounts.resolveSession(tx, token), { readOnly: true });
const journal = ({ accounts }: World, account?: string): Promise<SignInRow[]> =>
  db.database.transaction((tx) =>
    accounts.signIns.list(tx, { limit: 50, ...(account === undefined ? {} : { account }) }),
  );

describe('signing in', () => {
  test('with name and password opens a session, however the name is typed', async () => {
    const world = await withAccount();
    const { session, token } = await world.accounts.signIn({ login: ' ＷＡＮＧ ', password: PASSWORD, ...HOME });
    expect(session).toMatchObject({
      kind: 'session',
      person: 'wang',
      scopes: 'all',
      secondFactor: 'passed',
      staff: false,
    });
    expect(await resolve(world, token)).toEqual(session);
  });

  test('stores neither the token nor the password', async () => {
    const world = await withAccount();
    const { token } = await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME });
    const rows = await db.database.query('select to_jsonb(s) as s, to_jsonb(a) as a from sessions s, accounts a');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });

  test.each([
    ['a wrong password', 'wang', 'another password altogether'],
    ['an unknown name', 'nobody', PASSWORD],
    ['a name that cannot be one', 'no body', PASSWORD],
    ['an empty password', 'wang', ''],
  ])('with %s is refused in the same words after the same work', async (...[, login, password]) => {
    const world = await withAccount();
    const before = world.hasher.runs;
    expect(await codeOf(world.accounts.signIn({ login, password, ...HOME }))).toBe('access.credentials_wrong');
    expect(world.hasher.runs - before).toBe(1);
  });

  test('into a locked account is refused as such only to whoever knows the password', async () => {
    const world = await withAccount();
    await db.database.query(`update accounts set status = 'locked'`);
    expect(await codeOf(world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME }))).toBe('account.locked');
    expect(await codeOf(world.accounts.signIn({ login: 'wang', password: 'wrong password', ...HOME }))).toBe(
      'access.credentials_wrong',
    );
  });

  test('into a closed account is like an unknown name', async () => {
    const world = await withAccount();
    await db.database.query(`update accounts set status = 'closed'`);
    expect(await codeOf(world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME }))).toBe(
      'access.credentials_wrong',
    );
  });

  test('never keeps a token the browser brought along (fixation)', async () => {
    const world = await withAccount();
    const planted = await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...ELSEWHERE });
    const own = await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME, previous: planted.token });
    expect(own.token).not.toBe(planted.token);
    expect(await resolve(world, planted.token)).toBeNull();
    expect(await resolve(world, own.token)).not.toBeNull();
  });

  test('makes a hash anew that was made with less work', async () => {
    const world = await withAccount();
    const stored = await new PasswordHasher({ memory: 32, passes: 1, parallelism: 1 }).hash(PASSWORD);
    await db.database.query('update accounts set password_hash = $1', [stored]);
    await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME });
    const [row] = await db.database.query<{ hash: string }>('select password_hash as hash from accounts');
    expect(row?.hash).toContain('m=64,t=1,p=1');
    expect((await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME })).session.person).toBe('wang');
  });
});

describe('the sign-in journal', () => {
  test('says who came from where and how it ended; an unknown name is not readable', async () => {
    const world = await withAccount();
    await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME });
    await codeOf(world.accounts.signIn({ login: 'wang', password: 'wrong password', ...ELSEWHERE }));
    await codeOf(world.accounts.signIn({ login: '我的口令打错了地方', password: 'x', ...ELSEWHERE }));
    const all = await journal(world);
    expect(all.map(({ outcome, account }) => [outcome, account === world.account]).sort()).toEqual([
      ['in', true],
      ['wrong', false],
      ['wrong', true],
    ]);
    expect(await journal(world, world.account)).toHaveLength(2);
    const stored = await db.database.query('select to_jsonb(s) as s from sign_ins s');
    expect(JSON.stringify(stored)).not.toContain('我的口令打错了地方');
  });

  test('is forgotten after its time', async () => {
    const world = await withAccount();
    await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME });
    world.clock.advance({ days: 181 });
    await world.accounts.prune();
    expect(await journal(world)).toEqual([]);
    world.clock.advance({ days: 181 });
    await world.accounts.prune();
    expect(await db.database.query('select id from sessions')).toEqual([]);
  });
});

describe('too many attempts', () => {
  const wrong = (world: World, from = ELSEWHERE, login = 'wang') =>
    codeOf(world.accounts.signIn({ login, password: 'a wrong password', ...from }));

  test('from one place make it wait, also with the right password', async () => {
    const world = await withAccount();
    for (let n = 0; n < 5; n += 1) expect(await wrong(world)).toBe('access.credentials_wrong');
    const before = world.hasher.runs;
    expect(await wrong(world)).toBe('access.rate_limited');
    expect(await codeOf(world.accounts.signIn({ login: 'wang', password: PASSWORD, ...ELSEWHERE }))).toBe(
      'access.rate_limited',
    );
    expect(world.hasher.runs).toBe(before);
  });

  test('say how long to wait, and each wait is twice as long, up to a quarter of an hour', async () => {
    const world = await withAccount();
    const waits: number[] = [];
    for (let strike = 0; strike < 8; strike += 1) {
      for (let n = 0; n < 5; n += 1) await wrong(world);
      const refused: unknown = await world.accounts
        .signIn({ login: 'wang', password: 'x', ...ELSEWHERE })
        .catch((error: unknown) => error);
      const seconds = (refused as { refusal: { params: { seconds: number } } }).refusal.params.seconds;
      waits.push(seconds);
      world.clock.advance({ seconds });
    }
    expect(waits.slice(0, 5)).toEqual([30, 60, 120, 240, 480]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(900);
  });

  test('for a name nobody has are counted alike: a limit says nothing about who exists', async () => {
    const world = await withAccount();
    const answers: string[] = [];
    for (let n = 0; n < 7; n += 1) answers.push(await wrong(world, ELSEWHERE, 'nobody'));
    expect(answers.slice(4)).toEqual(['access.credentials_wrong', 'access.rate_limited', 'access.rate_limited']);
  });

  test('from elsewhere do not lock out a browser its owner was in with', async () => {
    const world = await withAccount();
    const { session } = await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME });
    const device = world.accounts.knownDevice(session.account);
    for (let n = 0; n < 60; n += 1) await wrong(world, { address: `198.51.100.${String(n)}`, agent: '' });
    expect(await wrong(world, { address: '192.0.2.1', agent: '' })).toBe('access.rate_limited');
    const own = world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME, device });
    expect((await own).session.person).toBe('wang');
  });

  test('with a made-up or borrowed proof of a known browser are counted like those without', async () => {
    const world = await withAccount();
    const other = world.accounts.knownDevice('another account');
    for (let n = 0; n < 5; n += 1) await wrong(world);
    for (const device of ['made up', other])
      expect(await codeOf(world.accounts.signIn({ login: 'wang', password: PASSWORD, ...ELSEWHERE, device }))).toBe(
        'access.rate_limited',
      );
  });

  test('from a known browser are counted by what its proof says, however the proof is spelt', async () => {
    const world = await withAccount();
    const device = world.accounts.knownDevice(world.account);
    const attempt = (proof: string) =>
      codeOf(world.accounts.signIn({ login: 'wang', password: 'wrong', ...HOME, device: proof }));
    for (let n = 0; n < 5; n += 1) expect(await attempt(device)).toBe('access.credentials_wrong');
    expect(await attempt(device)).toBe('access.rate_limited');
    const answers: string[] = [];
    for (const end of ['.', '.a', '.b', '=', '==', ' ', '!']) answers.push(await attempt(`${device}${end}`));
    // not the proof that was given: counted as a stranger from one address
    expect(answers.slice(5)).toEqual(['access.rate_limited', 'access.rate_limited']);
  });

  test('from known browsers are limited together too', async () => {
    const world = await withAccount();
    const answers: string[] = [];
    for (let n = 0; n < 31; n += 1) {
      const device = world.accounts.knownDevice(world.account);
      answers.push(await codeOf(world.accounts.signIn({ login: 'wang', password: 'wrong', ...HOME, device })));
    }
    expect(answers.slice(29)).toEqual(['access.credentials_wrong', 'access.rate_limited']);
  });

  test('are forgotten after a sign-in, and after a day', async () => {
    const world = await withAccount();
    for (let n = 0; n < 4; n += 1) await wrong(world);
    await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...ELSEWHERE });
    for (let n = 0; n < 5; n += 1) expect(await wrong(world)).toBe('access.credentials_wrong');
    world.clock.advance({ days: 2 });
    await world.accounts.prune();
    expect(await db.database.query('select key from attempt_counts')).toEqual([]);
  });
});

describe('a session', () => {
  const signedIn = async (person: string, policy = {}) => {
    const world = await withAccount(person, person);
    const opened = await world.accounts.signIn({ login: person, password: PASSWORD, ...HOME });
    return { ...world, ...policy, opened };
  };

  test('of staff ends after an hour without use, and after half a day in any case', async () => {
    const world = await signedIn('li');
    expect(world.opened.session.staff).toBe(true);
    for (let n = 0; n < 12; n += 1) {
      world.clock.advance({ minutes: 59 });
      expect(await resolve(world, world.opened.token)).not.toBeNull();
      await world.accounts.writeSightings();
    }
    world.clock.advance({ minutes: 15 });
    expect(await resolve(world, world.opened.token)).toBeNull();
    const again = await world.accounts.signIn({ login: 'li', password: PASSWORD, ...HOME });
    world.clock.advance({ minutes: 61 });
    expect(await resolve(world, again.token)).toBeNull();
  });

  test('of a resident lasts a month without use; holding a post of honour does not change that', async () => {
    const world = await signedIn('zhang');
    expect(world.opened.session.staff).toBe(false);
    world.clock.advance({ days: 29 });
    expect(await resolve(world, world.opened.token)).not.toBeNull();
    world.clock.advance({ days: 2 });
    expect(await resolve(world, world.opened.token)).toBeNull();
  });

  test('is noted as used without a write for each request', async () => {
    const world = await signedIn('wang');
    world.clock.advance({ minutes: 5 });
    await resolve(world, world.opened.token);
    const seen = () => db.database.query<{ at: string }>('select seen_at as at from sessions');
    const [before] = await seen();
    await world.accounts.writeSightings();
    const [after] = await seen();
    expect(before?.at).not.toBe(after?.at);
    expect(after?.at).toBe(world.clock.now());
  });

  test('ends when it is signed out, is ended from another one, or the account is locked', async () => {
    const world = await signedIn('wang');
    const { token, session } = world.opened;
    const other = await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...ELSEWHERE });
    const listed = await db.database.transaction((tx) => world.accounts.sessions.list(tx, world.account));
    expect(listed.map(({ address }) => address).sort()).toEqual([ELSEWHERE.address, HOME.address]);
    await db.database.transaction((tx) => world.accounts.sessions.endOne(tx, world.account, session.id));
    expect(await resolve(world, token)).toBeNull();
    expect(await resolve(world, other.token)).not.toBeNull();
    await db.database.query(`update accounts set status = 'locked'`);
    expect(await resolve(world, other.token)).toBeNull();
  });

  test('of somebody else is not ended', async () => {
    const world = await signedIn('wang');
    const ended = await db.database.transaction((tx) =>
      world.accounts.sessions.endOne(tx, 'another account', world.opened.session.id),
    );
    expect(ended).toBe(false);
    expect(await resolve(world, world.opened.token)).not.toBeNull();
  });

  test('is found by one indexed query', async () => {
    const world = await signedIn('wang');
    let queries = 0;
    await db.database.transaction(async (tx) => {
      const counting = {
        ...tx,
        em: tx.em,
        query: <Row>(sql: string, params?: readonly unknown[]) => {
          queries += 1;
          return tx.query<Row>(sql, params);
        },
      };
      await world.accounts.resolveSession(counting, world.opened.token);
    });
    expect(queries).toBe(1);
  });

  test('looked at without being used is not kept alive by it', async () => {
    const world = await signedIn('li');
    const look = () => db.database.transaction((tx) => world.accounts.sessions.look(tx, world.opened.token));
    world.clock.advance({ minutes: 40 });
    expect(await look()).toEqual(world.opened.session);
    await world.accounts.writeSightings();
    world.clock.advance({ minutes: 25 });
    expect(await look()).toBeNull();
  });

  test('changing the password revokes every token', async () => {
    const world = await signedIn('wang');
    const { token } = await db.database.transaction((tx) =>
      world.accounts.tokens.create(tx, world.account, { name: 'x', scopes: ['cases.read'], days: 7, staff: false }),
    );
    const change = { current: PASSWORD, password: 'a new long password' };
    await world.accounts.logins.changePassword(world.opened.session, change);
    expect(await world.accounts.resolveToken(db.database, token)).toBeNull();
  });

  test('changing the password ends every other one and asks for the old password', async () => {
    const world = await signedIn('wang');
    const other = await world.accounts.signIn({ login: 'wang', password: PASSWORD, ...ELSEWHERE });
    const { session, token } = world.opened;
    const change = (current: string, password: string) =>
      codeOf(world.accounts.logins.changePassword(session, { current, password }));
    expect(await change('not the password', 'a new long password')).toBe('access.credentials_wrong');
    expect(await change(PASSWORD, 'short')).toBe('password.too_short');
    expect(await change(PASSWORD, 'a new long password')).toBe('done');
    expect(await resolve(world, other.token)).toBeNull();
    expect(await resolve(world, token)).toBeNull();
    expect(await codeOf(world.accounts.signIn({ login: 'wang', password: PASSWORD, ...HOME }))).toBe(
      'access.credentials_wrong',
    );
  });
});

describe('an account', () => {
  test('is one a person, and a login name one account', async () => {
    const world = await withAccount();
    const create = (person: string, login: string) =>
      codeOf(db.database.transaction((tx) => world.accounts.createAccount(tx, { person, login, password: PASSWORD })));
    expect(await create('wang', 'another')).toBe('account.exists');
    expect(await create('liu', 'WANG')).toBe('account.login_taken');
    expect(await create('liu', 'has blank')).toBe('account.login_invalid');
    expect(await create('liu', 'liu')).toBe('done');
  });

  test('is signed in with any of its names', async () => {
    const world = await withAccount();
    await db.database.transaction((tx) => world.accounts.logins.addLogin(tx, world.account, '13800001234'));
    const { session } = await world.accounts.signIn({ login: '13800001234', password: PASSWORD, ...HOME });
    expect(session.account).toBe(world.account);
  });

  test('without a password is entered with none', async () => {
    const world = accountsOver(db.database);
    await db.database.transaction((tx) => world.accounts.createAccount(tx, { person: 'wang', login: 'wang' }));
    for (const password of ['', PASSWORD])
      expect(await codeOf(world.accounts.signIn({ login: 'wang', password, ...HOME }))).toBe(
        'access.credentials_wrong',
      );
  });
});
