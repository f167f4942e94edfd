import type { Database } from '#libs/database';
import type { Grant, HouseholdRecord, PersonRecord } from '#libs/registry';
import { FakeClock, testVault } from '#libs/testing';

import { Accounts } from '../accounts.service.js';
import { DEFAULT_POLICY } from '../accounts.vocabulary.js';
import type { AccountsPolicy, Origin } from '../accounts.vocabulary.js';
import type { PeopleSource } from '../parts.js';
import { PasswordHasher } from '../password-hash.js';
import type { SingleSignOnOptions } from '../single-sign-on.service.js';

/** Work that takes no time: what is tested is what happens around it. */
export const CHEAP = { memory: 64, passes: 1, parallelism: 1 };
export const PASSWORD = '楼下的路灯昨天又不亮了';
export const HOME: Origin = { address: '203.0.113.7', agent: 'Firefox' };
export const ELSEWHERE: Origin = { address: '198.51.100.9', agent: 'curl' };

type Sketch = Pick<PersonRecord, 'id' | 'name' | 'birthYear' | 'household'>;

const person = (sketch: Sketch): PersonRecord => ({
  ...sketch,
  gender: null,
  birthDate: null,
  unit: 'b1-s1',
  flags: [],
  domicile: null,
  diedOn: null,
  mergedInto: null,
  erasedOn: null,
});

/** A family in flat 101, two neighbours in 102, and those who work there. */
export const PEOPLE: readonly PersonRecord[] = [
  person({ id: 'wang', name: '王桂兰', birthYear: 1953, household: 'h101' }),
  person({ id: 'zhang', name: '张慧芳', birthYear: 1979, household: 'h101' }),
  person({ id: 'child', name: '张小小', birthYear: 2018, household: 'h101' }),
  person({ id: 'liu', name: '刘鹏', birthYear: 1987, household: 'h102' }),
  person({ id: 'li', name: '李雪梅', birthYear: 1986, household: 'h102' }),
  person({ id: 'bai', name: '白浩', birthYear: 1991, household: null }),
];

const household = (id: string, flat: string): HouseholdRecord => ({
  id,
  flat,
  building: 'b1',
  stairwell: 'b1-s1',
  premises: null,
  colour: 'green',
  group: null,
  address: `1号楼${flat}`,
});
export const HOUSEHOLDS: readonly HouseholdRecord[] = [household('h101', '1单元101'), household('h102', '1单元102')];

const OFFICES: Readonly<Record<string, Grant[]>> = {
  li: [{ role: 'coordinator', unit: 'b1', held: 'office' }],
  bai: [{ role: 'operator', unit: 'city', held: 'office' }],
  zhang: [{ role: 'collector', unit: 'b1', held: 'body' }],
};

/** The registry as accounts see it: six people in a building. */
export const somePeople: PeopleSource = {
  person: (_tx, id) => Promise.resolve(PEOPLE.find((one) => one.id === id) ?? null),
  people: (_tx, ids) => Promise.resolve(PEOPLE.filter((one) => ids.includes(one.id))),
  peopleWithin: (_tx, unit) => Promise.resolve(PEOPLE.filter((one) => unit === 'city' || one.unit.startsWith(unit))),
  household: (_tx, id) => Promise.resolve(HOUSEHOLDS.find((one) => one.id === id) ?? null),
  households: (_tx, unit) =>
    Promise.resolve(HOUSEHOLDS.filter((one) => unit === 'city' || one.stairwell.startsWith(unit))),
  grantsOf: (_tx, id) => {
    const home = PEOPLE.find((one) => one.id === id)?.household;
    const residence: Grant[] = home == null ? [] : [{ role: 'resident', unit: 'b1', held: 'residence' }];
    return Promise.resolve([...(OFFICES[id] ?? []), ...residence]);
  },
};

/** Accounts around a database, with a clock that is told to move. */
export interface World {
  accounts: Accounts;
  clock: FakeClock;
  hasher: PasswordHasher;
}

export function accountsOver(
  database: Database,
  policy: Partial<AccountsPolicy> = {},
  singleSignOn?: SingleSignOnOptions,
): World {
  const clock = new FakeClock();
  const hasher = new PasswordHasher(CHEAP);
  const accounts = new Accounts({
    database,
    hasher,
    singleSignOn,
    vault: testVault(),
    registry: somePeople,
    now: () => clock.now(),
    today: () => clock.now().slice(0, 10),
    policy: { ...DEFAULT_POLICY, ...policy },
  });
  return { accounts, clock, hasher };
}

/** What a refused promise says. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const refusal: unknown = error instanceof Error ? Reflect.get(error, 'refusal') : undefined;
    if (typeof refusal === 'object' && refusal !== null) return String(Reflect.get(refusal, 'code'));
    throw error;
  }
}
