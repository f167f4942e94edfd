import { describe, expect, test } from '@jest/globals';

import { mayAct, mayActOnBehalf, maySee } from './access.rules.js';
import type { CaseSide, Standing } from './access.rules.js';

const lineage = ['building-3', 'grid-1', 'community', 'street', 'city'];
const side: CaseSide = {
  lineage,
  parties: [
    { relation: 'reporter', person: 'wang' },
    { relation: 'executor', unit: 'heating' },
  ],
};
const person = (
  id: string,
  ...grants: [role: string, unit: string, held?: 'office' | 'body' | 'residence'][]
): Standing => ({
  person: id,
  grants: grants.map(([role, unit, held = 'office']) => ({ role, unit, held })),
});

describe('who may act', () => {
  test.each([
    [
      'a role at the community covers a building in it',
      person('li', ['coordinator', 'community']),
      [{ role: 'coordinator' }],
      true,
    ],
    [
      'a role at the building itself counts',
      person('li', ['coordinator', 'building-3']),
      [{ role: 'coordinator' }],
      true,
    ],
    [
      'a role at another building does not count',
      person('li', ['coordinator', 'building-4']),
      [{ role: 'coordinator' }],
      false,
    ],
    [
      'another role at the community does not count',
      person('li', ['chair', 'community']),
      [{ role: 'coordinator' }],
      false,
    ],
    [
      'a role of the executing unit counts there',
      person('zhao', ['department', 'heating']),
      [{ role: 'department', of: 'executor' }],
      true,
    ],
    [
      'a role above the executing unit does not count as its own',
      person('zhao', ['department', 'city']),
      [{ role: 'department', of: 'executor' }],
      false,
    ],
    [
      'nobody holds a role of a party that is not there',
      person('zhao', ['department', 'heating']),
      [{ role: 'department', of: 'assist' }],
      false,
    ],
    ['a relation is the person’s own', person('wang'), [{ relation: 'reporter' }], true],
    [
      'a relation of a unit is that of whoever does its work',
      person('zhao', ['department', 'heating']),
      [{ relation: 'executor' }],
      true,
    ],
    [
      'a relation of a unit is not that of whoever only sits there',
      person('qian', ['volunteer', 'heating']),
      [{ relation: 'executor' }],
      false,
    ],
    [
      'a relation of another record of the same person counts',
      { ...person('wang-2'), aliases: ['wang'] },
      [{ relation: 'reporter' }],
      true,
    ],
    ['role and relation must both hold', person('wang'), [{ role: 'resident', relation: 'reporter' }], false],
    ['any part of the list is enough', person('wang'), [{ role: 'chair' }, { relation: 'reporter' }], true],
    ['an empty part lets everybody', person('anybody'), [{}], true],
    ['an empty list lets nobody', person('wang', ['chair', 'city']), [], false],
  ])('%s', (...[, standing, who, allowed]) => {
    expect(mayAct(standing, who, side).allowed).toBe(allowed);
  });

  test('the part of the list that allowed it is named', () => {
    expect(mayAct(person('wang'), [{ role: 'chair' }, { relation: 'reporter' }], side)).toEqual({
      allowed: true,
      by: { relation: 'reporter' },
    });
  });

  test('an office at the executing unit excludes whoever may not verify their own work', () => {
    const who = [{ role: 'supervisor', not: ['executor'] }];
    expect(mayAct(person('sun', ['supervisor', 'community', 'body']), who, side).allowed).toBe(true);
    expect(mayAct(person('sun', ['supervisor', 'community', 'body'], ['department', 'heating']), who, side)).toEqual({
      allowed: false,
      reason: 'excluded',
    });
  });

  test('the coordinator of a community that does the work itself may still verify it', () => {
    const inside: CaseSide = { lineage, parties: [{ relation: 'executor', unit: 'community' }] };
    const who = [{ role: 'coordinator', not: ['executor'] }];
    expect(mayAct(person('li', ['coordinator', 'community']), who, inside).allowed).toBe(true);
    expect(mayAct(person('wu', ['coordinator', 'community'], ['department', 'community']), who, inside).allowed).toBe(
      false,
    );
  });

  test('living in the executing community excludes nobody', () => {
    const inside: CaseSide = { lineage, parties: [{ relation: 'executor', unit: 'community' }] };
    const supervisor = person('sun', ['supervisor', 'community', 'body'], ['resident', 'community', 'residence']);
    expect(mayAct(supervisor, [{ role: 'supervisor', not: ['executor'] }], inside).allowed).toBe(true);
  });

  test('a case without unit yet is started by whoever holds the role anywhere', () => {
    const nowhere: CaseSide = { lineage: null, parties: [] };
    expect(
      mayAct(person('wang', ['resident', 'community', 'residence']), [{ role: 'resident' }], nowhere).allowed,
    ).toBe(true);
    expect(mayAct(person('wang'), [{ role: 'resident' }], nowhere).allowed).toBe(false);
  });
});

describe('acting on behalf', () => {
  const wang = person('wang', ['resident', 'community', 'residence'], ['deliberator', 'community', 'body']);
  const review = { who: [{ relation: 'reporter', not: ['executor'] }], side };

  test('an authorised relative may do what the person may do', () => {
    expect(mayActOnBehalf(person('daughter'), { standing: wang, authorised: true }, review).allowed).toBe(true);
  });
  test('a stranger may not', () => {
    expect(mayActOnBehalf(person('stranger'), { standing: wang, authorised: false }, review).allowed).toBe(false);
  });
  test('a collector enters what was said at the door', () => {
    const collector = person('he', ['collector', 'community', 'body']);
    expect(mayActOnBehalf(collector, { standing: wang, authorised: false }, review).allowed).toBe(true);
  });
  test('the handler enters no verdict on the handler’s own work', () => {
    const clerk = person('zhao', ['recorder', 'community'], ['department', 'heating']);
    expect(mayActOnBehalf(clerk, { standing: wang, authorised: false }, review)).toEqual({
      allowed: false,
      reason: 'excluded',
    });
  });
  test('an office cannot be lent', () => {
    const vote = { who: [{ role: 'deliberator' }], side };
    expect(mayActOnBehalf(person('daughter'), { standing: wang, authorised: true }, vote).allowed).toBe(false);
  });
});

describe('who may see', () => {
  const awaited = [{ role: 'coordinator' }];
  const clerk = person('zhao', ['department', 'heating']);
  const supervisor = person('sun', ['supervisor', 'community', 'body']);
  const coordinator = person('li', ['coordinator', 'community']);
  const neighbour = person('gao', ['resident', 'community', 'residence']);
  const confidential = { ...side, awaited, visibility: 'confidential' as const };

  test('a public case is seen by all, signed in or not', () => {
    expect(maySee(null, { ...side, awaited, visibility: 'public' })).toBe(true);
  });
  test('an internal case is seen by staff, parties and the executing unit, not by neighbours', () => {
    const internal = { ...side, awaited, visibility: 'internal' as const };
    expect([supervisor, person('wang'), clerk].map((who) => maySee(who, internal))).toEqual([true, true, true]);
    expect([neighbour, null].map((who) => maySee(who, internal))).toEqual([false, false]);
  });
  test('a confidential case is seen by its parties, its handlers and those it waits for only', () => {
    expect([person('wang'), clerk, coordinator].map((who) => maySee(who, confidential))).toEqual([true, true, true]);
    expect([supervisor, neighbour, null].map((who) => maySee(who, confidential))).toEqual([false, false, false]);
  });
  test('in a confidential case an office alone allows nothing, but to those who run the community', () => {
    const hidden = { ...side, visibility: 'confidential' as const };
    const collector = person('he', ['collector', 'community']);
    expect(mayAct(collector, [{ role: 'collector' }], side).allowed).toBe(true);
    expect(mayAct(collector, [{ role: 'collector' }], hidden)).toEqual({ allowed: false, reason: 'nobody_fits' });
    expect(mayAct(coordinator, [{ role: 'coordinator' }], hidden).allowed).toBe(true);
    expect(mayAct(clerk, [{ role: 'department', of: 'executor' }], hidden).allowed).toBe(true);
    expect(mayAct(person('wang'), [{ relation: 'reporter' }], hidden).allowed).toBe(true);
    expect(maySee(collector, { ...confidential, awaited: [{ role: 'collector' }] })).toBe(false);
  });
  test('a reserved case is seen by its parties and those who sort, by others only while it waits for them', () => {
    const reserved = { ...side, awaited, visibility: 'reserved' as const };
    const collector = person('he', ['collector', 'community']);
    const chair = person('zhou', ['chair', 'community', 'body']);
    expect([person('wang'), collector, coordinator, clerk].map((who) => maySee(who, reserved))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([supervisor, chair, neighbour, null].map((who) => maySee(who, reserved))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(maySee(chair, { ...reserved, awaited: [{ role: 'chair' }] })).toBe(true);
    expect(maySee(neighbour, { ...reserved, awaited: [{ role: 'resident' }] })).toBe(false);
  });
  test('what waits for any resident opens no confidential case to the neighbours', () => {
    expect(maySee(neighbour, { ...confidential, awaited: [{ role: 'resident' }] })).toBe(false);
  });
  test('a volunteer of the executing unit does not read its confidential cases', () => {
    expect(maySee(person('qian', ['volunteer', 'heating']), confidential)).toBe(false);
  });
});
