import type { Database, Tx } from '#libs/database';
import { presetRule } from '#libs/decision';
import type { DecisionRule, Question } from '#libs/decision';
import { Registry, registryEntities } from '#libs/registry';
import type { NewPerson, NewPremises, NewUnit, RegistryBatch } from '#libs/registry';
import { testVault } from '#libs/testing';

import type { AssistedNews } from '../assistance.service.js';
import { ballotEntities } from '../ballots.entity.js';
import { BallotRefused } from '../ballots.refused.js';
import { Ballots } from '../ballots.service.js';
import type { BallotSpec } from '../ballots.vocabulary.js';

/** The day on which everything in this world is asked. */
export const ON = '2026-06-01';
const since = { from: '2020-01-01', to: null };

/** Tables a ballot lives with. */
export const WORLD_ENTITIES = [...registryEntities, ...ballotEntities];

export const YES_NO_QUESTION: Question = { method: 'yesNo', options: [] };

/** A preset rule that must be there. */
export function ruleOf(id: string): DecisionRule {
  const rule = presetRule(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

const unit = (id: string, kind: NewUnit['kind'], parent: string | null): NewUnit => ({
  id,
  kind,
  parent,
  name: id,
  code: id,
});

/** Somebody born in 1970 who lives in the first building. */
export const person = (id: string, more: Partial<NewPerson> = {}): NewPerson => ({
  id,
  name: id,
  gender: null,
  birthYear: 1970,
  unit: 'b1-1',
  household: null,
  flags: [],
  ...more,
});

const flat = (id: string, area: number | null, stairwell = 'b1-1'): NewPremises => ({
  id,
  building: stairwell.slice(0, 2),
  stairwell,
  number: id,
  floor: 1,
  area,
  use: 'dwelling',
});

const home = (id: string, premises: string | null = null) => ({
  id,
  building: 'b1',
  stairwell: 'b1-1',
  premises,
  flat: id,
  colour: 'green' as const,
});

/**
 * A compound of two buildings. Owners: wang alone of two flats; li and zhao together of one, li of another besides; xiaoming, a
 * minor, whose guardian is sun; qian of a flat of unknown area; f7 belongs to nobody that is known.
 */
export const OWNERS_WORLD: RegistryBatch = {
  units: [
    unit('city', 'city', null),
    unit('street', 'street', 'city'),
    unit('community', 'community', 'street'),
    unit('compound', 'compound', 'community'),
    unit('b1', 'building', 'compound'),
    unit('b1-1', 'stairwell', 'b1'),
    unit('b2', 'building', 'compound'),
    unit('b2-1', 'stairwell', 'b2'),
    unit('council', 'body', 'community'),
  ],
  premises: [
    flat('f1', 8000),
    flat('f2', 6000, 'b2-1'),
    flat('f3', 9000),
    flat('f4', 5000),
    flat('f5', 7000, 'b2-1'),
    flat('f6', null, 'b2-1'),
    flat('f7', 4000, 'b2-1'),
  ],
  households: [home('h1', 'f1'), home('h2', 'f3'), home('h3', 'f5'), home('h4')],
  people: [
    person('wang', { household: 'h1' }),
    person('wang-son', { household: 'h1', birthYear: 2000 }),
    person('li', { household: 'h2' }),
    person('zhao', { household: 'h2' }),
    person('xiaoming', { household: 'h3', birthYear: 2015, birthDate: '2015-05-05' }),
    person('sun', { household: 'h3' }),
    person('qian'),
    person('tenant', { household: 'h4' }),
    person('zhou'),
    person('wu'),
    person('zheng'),
  ],
  ownerships: [
    { id: 'o1', premises: 'f1', person: 'wang', ...since },
    { id: 'o2', premises: 'f2', person: 'wang', ...since },
    { id: 'o3', premises: 'f3', person: 'li', ...since },
    { id: 'o4', premises: 'f3', person: 'zhao', ...since },
    { id: 'o5', premises: 'f4', person: 'li', ...since },
    { id: 'o6', premises: 'f5', person: 'xiaoming', ...since },
    { id: 'o7', premises: 'f6', person: 'qian', ...since },
  ],
  delegates: [{ id: 'd1', household: 'h2', person: 'zhao', ...since }],
  authorisations: [{ id: 'a1', person: 'xiaoming', agent: 'sun', ...since }],
  offices: ['wang', 'li', 'zhao'].map((one) => ({
    id: `seat-${one}`,
    person: one,
    unit: 'council',
    role: 'councillor',
    ...since,
  })),
};

export interface BallotWorld {
  ballots: Ballots;
  registry: Registry;
  /** What the clock of the world says; `null`: the database's. */
  time: { now: string | null };
  /** What voters were told of papers others entered. */
  told: AssistedNews[];
  inTx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** Ballots over a database that is opened by the test. */
export function ballotWorld(database: () => Database): BallotWorld {
  const time: BallotWorld['time'] = { now: null };
  const told: AssistedNews[] = [];
  const vault = testVault();
  const registry = new Registry({ vault, now: () => '2026-06-01T04:00:00.000Z' });
  let ballots: Ballots | null = null;
  return {
    get ballots() {
      ballots ??= new Ballots({
        database: database(),
        vault,
        registry,
        virtualNow: () => time.now,
        localDateOf: (instant) => instant.slice(0, 10),
        fileExists: (_tx, file) => Promise.resolve(file !== 'none'),
        tell: (_tx, news) => {
          told.push(news);
          return Promise.resolve();
        },
      });
      return ballots;
    },
    registry,
    time,
    told,
    inTx: (work) => database().transaction(work),
  };
}

/** Fills the world and draws a ballot in it. */
export function spec(more: Partial<BallotSpec> = {}): BallotSpec {
  return {
    id: 'lift',
    unit: 'compound',
    title: { zh: '加装电梯', en: 'A lift' },
    question: YES_NO_QUESTION,
    rule: ruleOf('owners-special'),
    roll: { of: 'owners', unit: 'compound' },
    secret: false,
    on: ON,
    ...more,
  };
}

/** People of a residents' assembly, one household each, as a batch and as their ids. */
export function residents(count: number): { batch: RegistryBatch; ids: string[] } {
  const ids = Array.from({ length: count }, (_, index) => `r${String(index).padStart(5, '0')}`);
  return {
    ids,
    batch: {
      households: ids.map((id) => home(`home-${id}`)),
      people: ids.map((id) => person(id, { household: `home-${id}` })),
      residences: [],
    },
  };
}

/** Code of the refusal, or `done`. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof BallotRefused) return error.refusal.code;
    throw error;
  }
}
