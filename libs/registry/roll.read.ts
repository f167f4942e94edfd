import type { Tx } from '#libs/database';

import { IN_FORCE } from './history.read.js';
import type { RecordOf } from './history.read.js';
import type { LocalDate } from './registry.vocabulary.js';
import type { RollPerson, RollQuestion, RollRows } from './roll.rules.js';
import type { UnitId } from './units.vocabulary.js';

/** The unit and what stood below it on a day, wherever it stands now. */
export async function subtreeAsOf(tx: Tx, unit: UnitId, on: LocalDate): Promise<UnitId[]> {
  const rows = await tx.query<{ id: UnitId }>(
    `with recursive below(id) as (
       select $1::varchar(255)
       union
       select v.id from below b join registry_versions v on v.place = b.id and v.entity = 'unit' and ${IN_FORCE})
     select id from below`,
    [unit, on],
  );
  return rows.map(({ id }) => id);
}

/** Records that were found under one of these places on a day. */
async function placedAsOf<Entity extends 'household' | 'premises'>(
  tx: Tx,
  entity: Entity,
  { places, on }: { places: readonly string[]; on: LocalDate },
): Promise<RecordOf<Entity>[]> {
  const rows = await tx.query<{ body: RecordOf<Entity> }>(
    `select v.body from registry_versions v where v.entity = $1 and v.place = any($3) and ${IN_FORCE} order by v.id`,
    [entity, on, places],
  );
  return rows.map(({ body }) => body);
}

/** Facts in force on a day, of these records. */
async function factsOf<Row>(
  tx: Tx,
  [table, columns, field]: readonly [string, string, string],
  { ids, on }: { ids: readonly string[]; on: LocalDate },
): Promise<Row[]> {
  return tx.query<Row>(
    `select ${columns} from ${table} where ${field} = any($1)
       and from_date <= $2::date and (to_date is null or to_date > $2::date) order by id`,
    [ids, on],
  );
}

/** These people, and those who speak for them since their records were merged. */
async function peopleOfRoll(tx: Tx, ids: readonly string[]): Promise<RollPerson[]> {
  return tx.query<RollPerson>(
    `select id, birth_year as "birthYear", birth_date as "birthDate", died_on as "diedOn", merged_into as "mergedInto"
     from people where id = any($1) or id in (select merged_into from people where id = any($1))`,
    [[...new Set(ids)]],
  );
}

/** Reads what a roll is formed from: places as they were on the day, facts that held on it. */
export async function rollRows(tx: Tx, { of, unit }: RollQuestion, on: LocalDate): Promise<RollRows> {
  const units = await subtreeAsOf(tx, unit, on);
  const empty: RollRows = { households: [], residences: [], delegates: [], premises: [], ownerships: [], people: [] };
  if (of === 'owners') {
    const premises = await premisesOfRoll(tx, units, on);
    const at = { ids: premises.map(({ id }) => id), on };
    const ownerships = await factsOf<RollRows['ownerships'][number]>(
      tx,
      ['ownerships', 'premises, person', 'premises'],
      at,
    );
    const people = await peopleOfRoll(
      tx,
      ownerships.map(({ person }) => person),
    );
    return { ...empty, premises, ownerships, people };
  }
  const households = await placedAsOf(tx, 'household', { places: units, on });
  const at = { ids: households.map(({ id }) => id), on };
  const residences = await factsOf<RollRows['residences'][number]>(
    tx,
    ['residences', 'person, household', 'household'],
    at,
  );
  const delegates = await factsOf<RollRows['delegates'][number]>(
    tx,
    ['delegates', 'household, person', 'household'],
    at,
  );
  const people = await peopleOfRoll(
    tx,
    [...residences, ...delegates].map(({ person }) => person),
  );
  return { ...empty, households, residences, delegates, people };
}

/** Flats and shops of these units: a stairwell's stand under its building. Common rooms belong to all and do not count. */
async function premisesOfRoll(tx: Tx, units: readonly UnitId[], on: LocalDate): Promise<RecordOf<'premises'>[]> {
  const above = await tx.query<{ parent: UnitId }>(
    'select distinct parent from units where id = any($1) and parent is not null',
    [units],
  );
  const own = new Set(units);
  const places = [...new Set([...units, ...above.map(({ parent }) => parent)])];
  const premises = await placedAsOf(tx, 'premises', { places, on });
  return premises.filter(
    ({ use, building, stairwell }) =>
      use !== 'common' && (own.has(building) || (stairwell !== null && own.has(stairwell))),
  );
}
