import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { accountEntities } from './accounts.entity.js';
import type { SessionView } from './accounts.vocabulary.js';
import type { Errand, SingleSignOn } from './single-sign-on.service.js';
import { CLIENT, REDIRECT_URI, startProvider, throughProvider } from './testing/provider.js';
import type { TestProvider } from './testing/provider.js';
import { accountsOver, codeOf, HOME, PASSWORD } from './testing/world.js';
import type { World } from './testing/world.js';

const db = testDatabase(accountEntities, { tables: 'of the entities' });
let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
}, 60_000);
afterAll(() => provider.stop());
beforeEach(() => {
  provider.subject = 'somebody';
  provider.methods = undefined;
});

interface Door extends World {
  singleSignOn: SingleSignOn;
  account: string;
  session: SessionView;
}

/** Wang has an account and is signed in by password. */
const doorOf = async (issuer = provider.issuer, person = 'wang'): Promise<Door> => {
  const world = accountsOver(db.database, {}, { ...CLIENT, issuer, redirectUri: REDIRECT_URI });
  const { singleSignOn } = world.accounts;
  if (singleSignOn === null) throw new Error('single sign-on is not set up');
  const account = await db.database.transaction((tx) =>
    world.accounts.createAccount(tx, { person, login: person, password: PASSWORD }),
  );
  const { session } = await world.accounts.signIn({ login: person, password: PASSWORD, ...HOME });
  return { ...world, singleSignOn, account, session };
};

const visit = async ({ singleSignOn }: Door, errand: Errand, session: SessionView | null = null) => {
  const { url, journey } = await singleSignOn.begin(errand, { next: '/desk', address: HOME.address });
  const back = await throughProvider(url);
  return singleSignOn.finish({ url: back, journey, session, previous: undefined, origin: HOME });
};
const link = (door: Door) => visit(door, { purpose: 'link', session: door.session }, door.session);

describe('single sign-on', () => {
  test('lets nobody in whose identity is not linked, whatever the service says', async () => {
    const door = await doorOf();
    expect(await codeOf(visit(door, { purpose: 'signIn' }))).toBe('sso.not_linked');
  });

  test('links an identity to the account one is signed in to, and lets it in from then on', async () => {
    const door = await doorOf();
    expect(await link(door)).toEqual({ opened: null, next: '/desk' });
    const { opened, next } = await visit(door, { purpose: 'signIn' });
    expect(next).toBe('/desk');
    expect(opened?.session).toMatchObject({ person: 'wang', secondFactor: 'passed' });
    const token = opened?.token ?? '';
    expect(await db.database.transaction((tx) => door.accounts.resolveSession(tx, token))).toMatchObject({
      person: 'wang',
    });
  });

  test('links only to the session that set out, not to one somebody else brings back', async () => {
    const door = await doorOf();
    const other = { ...door.session, id: 'another session' };
    const errand = { purpose: 'link', session: door.session } as const;
    expect(await codeOf(visit(door, errand, other))).toBe('sso.failed');
    expect(await codeOf(visit(door, errand, null))).toBe('sso.failed');
  });

  test('links one identity to one account', async () => {
    const door = await doorOf();
    await link(door);
    await db.database.transaction((tx) =>
      door.accounts.createAccount(tx, { person: 'liu', login: 'liu', password: PASSWORD }),
    );
    const { session } = await door.accounts.signIn({ login: 'liu', password: PASSWORD, ...HOME });
    expect(await codeOf(visit(door, { purpose: 'link', session }, session))).toBe('sso.taken');
  });

  test('comes in with a slip and is linked at once', async () => {
    const door = await doorOf();
    const [slip] = await db.database.transaction((tx) =>
      door.accounts.slips.issue(tx, {
        unit: 'b1',
        kind: 'household',
        subjects: ['h102'],
        by: 'li',
        managesAccounts: false,
      }),
    );
    const code = slip?.code ?? '';
    const [who] = await door.accounts.redeeming.look(code, HOME);
    const joined = await visit(door, { purpose: 'join', code, choice: who?.choice ?? '' });
    expect(joined.opened?.session.person).toBe('liu');
    expect((await visit(door, { purpose: 'signIn' })).opened?.session.person).toBe('liu');
    expect(await codeOf(door.accounts.redeeming.look(code, HOME))).toBe('slip.unusable');
  });

  test('takes the second factor of the service where it says it asked for one', async () => {
    const door = await doorOf(provider.issuer, 'bai');
    provider.subject = 'bai at work';
    await db.database.query(`update sessions set second_factor = 'passed'`);
    const session = { ...door.session, secondFactor: 'passed' } as const;
    await visit(door, { purpose: 'link', session }, session);
    expect((await visit(door, { purpose: 'signIn' })).opened?.session.secondFactor).toBe('enrol');
    provider.methods = ['pwd', 'otp'];
    expect((await visit(door, { purpose: 'signIn' })).opened?.session.secondFactor).toBe('passed');
  });

  test('refuses a locked account', async () => {
    const door = await doorOf();
    await link(door);
    await db.database.query(`update accounts set status = 'locked'`);
    expect(await codeOf(visit(door, { purpose: 'signIn' }))).toBe('account.locked');
  });

  test('unlinked lets nobody in any more', async () => {
    const door = await doorOf();
    await link(door);
    await db.database.transaction((tx) => door.singleSignOn.unlink(tx, door.account, provider.issuer));
    expect(await codeOf(visit(door, { purpose: 'signIn' }))).toBe('sso.not_linked');
  });
});

describe('a way back that does not fit', () => {
  const gone = async (door: Door) => {
    const { url, journey } = await door.singleSignOn.begin({ purpose: 'signIn' }, { next: '/', address: HOME.address });
    return { url: await throughProvider(url), journey };
  };
  const finish = (door: Door, url: URL, journey: string | undefined) =>
    codeOf(door.singleSignOn.finish({ url, journey, session: null, previous: undefined, origin: HOME }));

  test.each([
    ['with another state', (url: URL) => url.searchParams.set('state', 'made up')],
    ['with another code', (url: URL) => url.searchParams.set('code', 'made up')],
    ['of another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['without a code', (url: URL) => url.searchParams.delete('code')],
  ])('%s fails', async (...[, spoil]) => {
    const door = await doorOf();
    const { url, journey } = await gone(door);
    spoil(url);
    expect(await finish(door, url, journey)).toBe('sso.failed');
  });

  test('in a browser that did not set out, or with the luggage of another journey, fails', async () => {
    const door = await doorOf();
    const [own, other] = [await gone(door), await gone(door)];
    expect(await finish(door, own.url, undefined)).toBe('sso.failed');
    expect(await finish(door, own.url, 'made up')).toBe('sso.failed');
    expect(await finish(door, own.url, other.journey)).toBe('sso.failed');
  });

  test('after ten minutes, or a second time, fails', async () => {
    const door = await doorOf();
    const late = await gone(door);
    door.clock.advance({ minutes: 11 });
    expect(await finish(door, late.url, late.journey)).toBe('sso.failed');
    await link({ ...door });
    const twice = await gone(door);
    expect(await finish(door, twice.url, twice.journey)).toBe('done');
    expect(await finish(door, twice.url, twice.journey)).toBe('sso.failed');
  });

  test('of a service that cannot be reached is a failure in words, and is tried again', async () => {
    const door = await doorOf('http://127.0.0.1:9');
    const begin = () => codeOf(door.singleSignOn.begin({ purpose: 'signIn' }, { next: '/', address: HOME.address }));
    expect([await begin(), await begin()]).toEqual(['sso.failed', 'sso.failed']);
  });
});
