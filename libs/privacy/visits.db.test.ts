import { describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { testDatabase } from '#libs/testing';

import { privacyEntities } from './privacy.entities.js';
import { refusalOf, visitingWorld } from './testing/world.js';

const held = testDatabase(privacyEntities, { tables: 'of the entities' });
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => held.database.transaction(work);
const YEAR = { from: '2026-03-02', to: '2026-12-31' };
const blue = { household: 'blue-home', person: 'vera', purpose: 'care' as const, ...YEAR };

describe('taking on a household', () => {
  test('a helper who asks sees nothing until somebody who leads the place agrees', async () => {
    const { visits } = visitingWorld();
    const asked = await inTx((tx) => visits.claims.ask(tx, blue));
    expect(asked.state).toBe('asked');
    expect(await inTx((tx) => visits.mine(tx, 'vera'))).toEqual([]);
    expect(await refusalOf(inTx((tx) => visits.page(tx, 'blue-home', 'vera')))).toBe('resource.unknown');
    await inTx((tx) => visits.claims.decide(tx, asked.id, { accept: true, by: 'gao' }));
    const page = await inTx((tx) => visits.page(tx, 'blue-home', 'vera'));
    expect([page.household.colour, page.everyDays, page.claim]).toEqual(['blue', 30, asked.id]);
  });

  test('asking for a household tells nothing about its colour', async () => {
    const { visits } = visitingWorld();
    const red = await inTx((tx) => visits.claims.ask(tx, { ...blue, household: 'red-home' }));
    const other = await inTx((tx) => visits.claims.ask(tx, blue));
    expect({ ...red, id: '', household: '' }).toEqual({ ...other, id: '', household: '' });
    expect(await refusalOf(inTx((tx) => visits.claims.decide(tx, red.id, { accept: true, by: 'gao' })))).toBe(
      'visits.not_entitled',
    );
  });

  test('whoever leads the place takes a household on at once', async () => {
    const { visits } = visitingWorld();
    const claim = await inTx((tx) => visits.claims.ask(tx, { ...blue, person: 'gao' }));
    expect([claim.state, claim.assignedBy]).toEqual(['in force', 'gao']);
  });

  test('the same household is claimed once by the same person', async () => {
    const { visits } = visitingWorld();
    await inTx((tx) => visits.claims.assign(tx, blue, 'gao'));
    expect(await refusalOf(inTx((tx) => visits.claims.assign(tx, blue, 'gao')))).toBe('resource.conflict');
  });

  test.each([
    ['a volunteer of another grid', 'otto'],
    ['a neighbour', 'neighbour'],
    ['somebody unknown', 'nobody'],
  ])('%s cannot even ask, as if there were no such household', async (_, person) => {
    const { visits } = visitingWorld();
    expect(await refusalOf(inTx((tx) => visits.claims.ask(tx, { ...blue, person })))).toBe('resource.unknown');
  });

  test('nobody holds more households than the policy allows', async () => {
    const { visits, options } = visitingWorld();
    const { Visits } = await import('./visits.service.js');
    const { VISIT_PRESET } = await import('./visits.rules.js');
    const strict = new Visits({ ...options, policy: { ...VISIT_PRESET, mostHouseholds: 1 } });
    await inTx((tx) => visits.claims.assign(tx, { ...blue, person: 'li' }, 'li'));
    const second = { ...blue, household: 'red-home', person: 'li' };
    expect(await refusalOf(inTx((tx) => strict.claims.assign(tx, second, 'li')))).toBe('visits.too_many');
  });
});

describe('who sees a claimed household', () => {
  test('only its holder: not another volunteer, not a neighbour, not a household that was not claimed', async () => {
    const { visits } = visitingWorld();
    await inTx((tx) => visits.claims.assign(tx, blue, 'gao'));
    const refused = await Promise.all(
      [
        ['blue-home', 'otto'],
        ['blue-home', 'neighbour'],
        ['red-home', 'vera'],
        ['far-home', 'vera'],
        ['no-home', 'vera'],
      ].map(([household = '', person = '']) => refusalOf(inTx((tx) => visits.page(tx, household, person)))),
    );
    expect(new Set(refused)).toEqual(new Set(['resource.unknown']));
    expect((await inTx((tx) => visits.mine(tx, 'vera'))).map(({ household }) => household)).toEqual(['blue-home']);
  });

  test.each([
    [
      'the claim was ended',
      (world: ReturnType<typeof visitingWorld>, claim: string) =>
        inTx((tx) => world.visits.claims.end(tx, claim, 'gao')),
    ],
    [
      'its last day has come',
      (world: ReturnType<typeof visitingWorld>) => {
        world.clock.advance({ days: 305 });
        return Promise.resolve();
      },
    ],
    [
      'its holder left the office',
      (world: ReturnType<typeof visitingWorld>) => {
        world.offices['vera'] = [];
        return Promise.resolve();
      },
    ],
  ])('nobody any more once %s', async (_, happen) => {
    const world = visitingWorld();
    const { id } = await inTx((tx) => world.visits.claims.assign(tx, blue, 'gao'));
    expect(await inTx((tx) => world.visits.mine(tx, 'vera'))).toHaveLength(1);
    await happen(world, id);
    expect(await inTx((tx) => world.visits.mine(tx, 'vera'))).toEqual([]);
    expect(await refusalOf(inTx((tx) => world.visits.page(tx, 'blue-home', 'vera')))).toBe('resource.unknown');
  });

  test('whoever assigns there may look, and the look stands in the journal', async () => {
    const { visits, journal } = visitingWorld();
    const page = await inTx((tx) => visits.page(tx, 'red-home', 'gao'));
    expect([page.claim, page.household.colour]).toEqual([null, 'red']);
    const looks = await inTx((tx) => journal.of(tx, 'red-home-wang', 'red-home'));
    expect(looks.map(({ by, field }) => [by, field])).toEqual([['gao', 'household']]);
    expect(await refusalOf(inTx((tx) => visits.page(tx, 'far-home', 'gao')))).toBe('resource.unknown');
  });
});

describe('visiting', () => {
  async function holding() {
    const world = visitingWorld();
    const { id } = await inTx((tx) => world.visits.claims.assign(tx, blue, 'gao'));
    return { ...world, claim: id };
  }

  test('a visit moves the next one, an attempt does not', async () => {
    const { visits, claim, clock } = await holding();
    const at = clock.now();
    const visit = (id: string, outcome: 'met' | 'not home') =>
      inTx((tx) => visits.record(tx, { id, claim, at, outcome, note: '一切都好' }, 'vera'));
    expect(await visit('one', 'not home')).toEqual({ due: '2026-03-02' });
    expect(await visit('two', 'met')).toEqual({ due: '2026-04-01' });
    expect(await visit('two', 'met')).toEqual({ due: '2026-04-01' });
    expect((await inTx((tx) => visits.page(tx, 'blue-home', 'vera'))).visits).toHaveLength(2);
  });

  test('a note lies sealed in the table', async () => {
    const { visits, claim, clock } = await holding();
    await inTx((tx) =>
      visits.record(tx, { id: 'one', claim, at: clock.now(), outcome: 'met', note: '血压高' }, 'vera'),
    );
    const rows = await held.database.query<{ note: string }>(`select note from visits`);
    expect(rows[0]?.note).not.toContain('血压');
    expect((await inTx((tx) => visits.madeTo(tx, 'blue-home'))).map(({ note }) => note)).toEqual(['血压高']);
  });

  test('nobody records a visit on the claim of another, or one that has not been', async () => {
    const { visits, claim, clock } = await holding();
    const visit = { id: 'x', claim, at: clock.now(), outcome: 'met' as const };
    expect(await refusalOf(inTx((tx) => visits.record(tx, visit, 'otto')))).toBe('resource.unknown');
    const tomorrow = { ...visit, at: '2026-03-03T09:00:00.000Z' };
    expect(await refusalOf(inTx((tx) => visits.record(tx, tomorrow, 'vera')))).toBe('visits.in_the_future');
  });

  test('those who assign see how far behind a helper is, and no colour', async () => {
    const { visits, clock } = await holding();
    clock.advance({ days: 2 });
    expect(await inTx((tx) => visits.loads(tx, ['grid-1']))).toEqual([{ person: 'vera', held: 1, overdue: 1 }]);
    expect(await inTx((tx) => visits.loads(tx, ['grid-2']))).toEqual([]);
  });
});
