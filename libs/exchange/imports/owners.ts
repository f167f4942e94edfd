import type { Tx } from '#libs/database';
import type { NewOwnership, NewPerson, RegistryBatch, Share, UnitId, Upsert } from '#libs/registry';
import { idFromName } from '#libs/registry';

import type { Problem } from '../exchange.vocabulary.js';
import { knownPeople, owningPeople, ownershipsOf, type KnownOwnership, type KnownPerson } from './known.sql.js';
import type { PlanGround, PlannedRow } from './planner.types.js';
import type { OwnerFacts, PremisesFacts } from './premises.facts.js';
import { peopleElsewhere } from './reach.sql.js';
import type { Facts } from './row.facts.js';

/** Premises as owners are named for them. */
export interface Owned {
  premises: string;
  building: UnitId;
  /** The household that lives there: an owner of a name in it is taken to be that person. */
  home: string | null;
}

/** Who owns a flat by this file, and by the row that said so last. */
interface Named {
  row: number;
  shares: Map<string, Share | null>;
}

interface Brought {
  id: string;
  idNumber: string | null;
  phone: string | null;
}

/** Numbers decide where both sides have them. */
function mayBe(one: Brought, { idNumber, phone }: Omit<Brought, 'id'>): boolean {
  if (one.idNumber !== null && idNumber !== null) return one.idNumber === idNumber;
  return one.phone === null || phone === null || one.phone === phone;
}

/**
 * Owners of the flats of a file. An owner is found by identity number, by telephone and name, or by name in the household that
 * lives in the flat; who is not found is taken in, as somebody who lives elsewhere.
 */
export class Owners {
  readonly #named = new Map<string, Named>();
  #people: readonly KnownPerson[] = [];
  /** Blind indexes of identity numbers of people registered elsewhere. */
  #elsewhere: ReadonlySet<string> = new Set();
  /** By flat; read once and then kept. */
  readonly #ownerships = new Map<string, KnownOwnership[]>();
  /** Owners this file brought, by name and number, so that somebody with two flats is one. */
  readonly #brought = new Map<string, Brought>();
  readonly #broughtIds = new Set<string>();
  #newPeople: Upsert<NewPerson>[] = [];
  #written = new Map<string, Upsert<NewOwnership>>();
  /** Flats named since the last time. */
  #touched = new Set<string>();
  /** Ended because no row had named them so far; a later row of the same flat may. */
  readonly #ended = new Set<string>();

  constructor(private readonly ground: PlanGround) {}

  async learn(
    tx: Tx,
    flats: readonly { premises: string; home: string | null; owners: readonly OwnerFacts[] }[],
  ): Promise<void> {
    const owners = flats.flatMap((flat) => flat.owners);
    const idIndexes = owners.flatMap((owner) => owner.idIndexes);
    const people = await knownPeople(
      tx,
      {
        ids: [],
        idIndexes,
        phoneIndexes: owners.flatMap((owner) => owner.phoneIndexes),
        atHome: flats.flatMap(({ home, owners: own }) =>
          home === null ? [] : own.map(({ name }) => [name, home] as const),
        ),
        born: [],
      },
      this.ground.unit,
    );
    this.#elsewhere = await peopleElsewhere(tx, { ids: [], idIndexes }, this.ground.unit);
    const unknown = new Set(flats.map(({ premises }) => premises).filter((id) => !this.#ownerships.has(id)));
    for (const id of unknown) this.#ownerships.set(id, []);
    for (const one of await ownershipsOf(tx, [...unknown])) this.#ownerships.get(one.premises)?.push(one);
    const found = new Set(people.map(({ id }) => id));
    const owning = flats.flatMap(({ premises }) =>
      this.#currentOf(premises).flatMap(({ person }) => (found.has(person) ? [] : person)),
    );
    // whom this file brought is known by what its rows said, whether that has been written yet or not
    this.#people = [...people, ...(await owningPeople(tx, owning))].filter(({ id }) => !this.#broughtIds.has(id));
  }

  /** Notes the owners a row names. Answers whether that changes who owns the flat. */
  name(facts: Facts, owned: Owned, { owners, since }: PremisesFacts): boolean {
    if (owners.length === 0) return false;
    const named = this.#named.get(owned.premises) ?? { row: facts.row, shares: new Map<string, Share | null>() };
    this.#named.set(owned.premises, named);
    named.row = facts.row;
    this.#touched.add(owned.premises);
    let isChanged = false;
    owners.forEach((owner, index) => {
      const person = this.#personOf(owner, { facts, owned, index });
      named.shares.set(person, owner.share);
      const current = this.#currentOf(owned.premises);
      isChanged = this.#own(person, { owner, owned, current, from: since ?? this.ground.asOf }) || isChanged;
    });
    return isChanged;
  }

  /** Who owns the flat, whatever earlier rows have ended, and whom they named. */
  #currentOf(premises: string): KnownOwnership[] {
    return this.#ownerships.get(premises) ?? [];
  }

  #own(
    person: string,
    {
      owner,
      owned,
      current,
      from,
    }: { owner: OwnerFacts; owned: Owned; current: readonly KnownOwnership[]; from: string },
  ): boolean {
    const { premises } = owned;
    const known = current.find((one) => one.person === person);
    if (known === undefined) {
      const begins = from > this.ground.today ? this.ground.asOf : from;
      const id = idFromName(`ownership:${premises}:${person}:${begins}`);
      const ownership = { id, premises, person, share: owner.share, from: begins };
      this.#written.set(`${premises}/${person}`, { ...ownership, to: null });
      this.#ownerships.set(premises, [...current, ownership]);
      return true;
    }
    const isAgain = this.#ended.delete(known.id);
    const share = owner.share === null || isSameShare(owner.share, known.share) ? {} : { share: owner.share };
    if (!isAgain && Object.keys(share).length === 0) return false;
    const key = `${premises}/${person}`;
    this.#written.set(key, { ...this.#written.get(key), id: known.id, ...share, ...(isAgain ? { to: null } : {}) });
    Object.assign(known, share);
    return Object.keys(share).length > 0;
  }

  #personOf(
    { name, idNumber, phone, idIndexes: ids, phoneIndexes: phones }: OwnerFacts,
    { facts, owned, index }: { facts: Facts; owned: Owned; index: number },
  ): string {
    const { importId } = this.ground;
    const owning = new Set(this.#currentOf(owned.premises).map(({ person }) => person));
    const contradicts = (one: KnownPerson): boolean =>
      one.idIndex !== null && ids.length > 0 && !ids.includes(one.idIndex);
    const namesakes = this.#people.filter((one) => one.name === name && !contradicts(one));
    const known =
      this.#people.find((one) => one.idIndex !== null && ids.includes(one.idIndex)) ??
      namesakes.find((one) => one.phoneIndex !== null && phones.includes(one.phoneIndex)) ??
      namesakes.find((one) => owning.has(one.id)) ??
      namesakes.find((one) => owned.home !== null && one.household === owned.home);
    if (known !== undefined) return known.id;
    if (ids.some((one) => this.#elsewhere.has(one))) facts.problem('person.elsewhere', 'ownerIds');
    const keys = [
      ...(idNumber === null ? [] : [idNumber]),
      ...(phone === null ? [] : [`${name}/${phone}`]),
      `${name}@${owned.premises}`,
    ];
    const brought = keys
      .map((key) => this.#brought.get(key))
      .find((one) => one !== undefined && mayBe(one, { idNumber, phone }));
    if (brought !== undefined) return brought.id;
    const id = idFromName(`import:${importId}:${String(facts.row)}:owner${String(index)}`);
    for (const key of keys) this.#brought.set(key, { id, idNumber, phone });
    this.#broughtIds.add(id);
    // the unit an owner who lives elsewhere is kept under is that of the flat
    const person = {
      id,
      name,
      gender: null,
      birthYear: null,
      unit: owned.building,
      household: null,
      flags: [],
      phone,
      idNumber,
    };
    this.#newPeople.push(person);
    return id;
  }

  /** What the rows since the last time write. Whoever owned one of their flats and is not named owns it no more. */
  take(): Pick<RegistryBatch, 'people' | 'ownerships'> {
    for (const premises of this.#touched) this.#endOthers(premises);
    const batch = { people: this.#newPeople, ownerships: [...this.#written.values()] };
    this.#newPeople = [];
    this.#written = new Map();
    this.#touched = new Set();
    return batch;
  }

  #endOthers(premises: string): void {
    const { asOf } = this.ground;
    for (const known of this.#ownerships.get(premises) ?? []) {
      if (this.#named.get(premises)?.shares.has(known.person) !== false || this.#ended.has(known.id)) continue;
      this.#ended.add(known.id);
      this.#written.set(`${premises}/${known.person}`, { id: known.id, to: known.from > asOf ? known.from : asOf });
    }
  }

  /** Says where shares are not the whole. */
  finish(): PlannedRow[] {
    return [...this.#named.values()].flatMap(({ row, shares }): PlannedRow[] => {
      const problem = sharesProblem(row, [...shares.values()]);
      if (problem === null) return [];
      return [{ row, outcome: problem.code === 'shares.exceed' ? 'error' : 'unchanged', problems: [problem] }];
    });
  }
}

function isSameShare(one: Share, other: Share | null): boolean {
  return other !== null && one.numerator * other.denominator === other.numerator * one.denominator;
}

/** Shares are added exactly; joint owners have none of their own. */
function sharesProblem(row: number, shares: readonly (Share | null)[]): Problem | null {
  const given = shares.filter((share) => share !== null);
  if (given.length < shares.length || given.length === 0) return null;
  let numerator = 0n;
  let denominator = 1n;
  for (const share of given) {
    numerator = numerator * BigInt(share.denominator) + BigInt(share.numerator) * denominator;
    denominator *= BigInt(share.denominator);
  }
  if (numerator === denominator) return null;
  // a third written as 33.33 % is meant to be one
  const isRounded = numerator < denominator && (denominator - numerator) * 1000n < denominator;
  if (isRounded) return null;
  const percent = `${String((numerator * 100n) / denominator)}%`;
  return {
    row,
    column: 'shares',
    code: numerator > denominator ? 'shares.exceed' : 'shares.incomplete',
    params: { sum: percent },
  };
}
