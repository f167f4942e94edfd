import type { Tx } from '#libs/database';
import type { NewOwnership, NewPerson, RegistryBatch, Share, UnitId, Upsert } from '#libs/registry';
import { idFromName } from '#libs/registry';

import type { Problem } from '../exchange.vocabulary.js';
import { knownPeople, owningPeople, ownershipsOf, type KnownOwnership, type KnownPerson } from './known.sql.js';
import { PackedMap, PackedRecords } from './packed.records.js';
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

/** A flat, as the rows so far leave it. */
interface Flat {
  /** Row that named owners last; `null` while none has. */
  row: number | null;
  /** Who owns it by this file: person and share. */
  named: [string, Share | null][];
  /** Who owns it, whatever earlier rows have ended, and whom they named. */
  owners: Omit<KnownOwnership, 'premises'>[];
  /** Ownerships that ended because no row had named them so far; a later one may. */
  ended: string[];
}

/** Somebody this file brought. */
interface Brought {
  id: string;
  name: string;
  idNumber: string | null;
  phone: string | null;
  premises: string;
}

/** Numbers decide where both sides have them. */
function mayBe(one: Brought, { idNumber, phone }: Pick<Brought, 'idNumber' | 'phone'>): boolean {
  if (one.idNumber !== null && idNumber !== null) return one.idNumber === idNumber;
  return one.phone === null || phone === null || one.phone === phone;
}

/** What somebody of the file may be named by again, the surest first. */
function namesOf({ name, idNumber, phone, premises }: Omit<Brought, 'id'>): string[] {
  return [
    ...(idNumber === null ? [] : [`n${idNumber}`]),
    ...(phone === null ? [] : [`p${name}/${phone}`]),
    `h${name}@${premises}`,
  ];
}

/**
 * Owners of the flats of a file. An owner is found by identity number, by telephone and name, or by name in the household that
 * lives in the flat; who is not found is taken in, as somebody who lives elsewhere.
 */
export class Owners {
  #people: readonly KnownPerson[] = [];
  /** Blind indexes of identity numbers of people registered elsewhere. */
  #elsewhere: ReadonlySet<string> = new Set();
  /** Every flat of the file so far; read once and then kept. */
  readonly #kept = new PackedMap<Flat>(['row', 'named', 'owners', 'ended']);
  /** Flats of the rows that are being planned. */
  #flats = new Map<string, Flat>();
  /** Owners this file brought, so that somebody with two flats is one. */
  readonly #brought = new PackedRecords<Brought>(['id', 'name', 'idNumber', 'phone', 'premises']);
  #newPeople: Upsert<NewPerson>[] = [];
  #written = new Map<string, Upsert<NewOwnership>>();
  /** Flats named since the last time. */
  #touched = new Set<string>();

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
    await this.#learnFlats(
      tx,
      flats.map(({ premises }) => premises),
    );
    const found = new Set(people.map(({ id }) => id));
    const owning = flats.flatMap(({ premises }) =>
      this.#flat(premises).owners.flatMap(({ person }) => (found.has(person) ? [] : person)),
    );
    // whom this file brought is known by what its rows said, whether that has been written yet or not
    this.#people = [...people, ...(await owningPeople(tx, owning))].filter(({ id }) => !this.#isBrought(id));
  }

  async #learnFlats(tx: Tx, ids: readonly string[]): Promise<void> {
    const unknown: string[] = [];
    for (const id of new Set(ids)) {
      const kept = this.#kept.get(id);
      if (kept === undefined) unknown.push(id);
      this.#flats.set(id, kept ?? { row: null, named: [], owners: [], ended: [] });
    }
    for (const { premises, ...ownership } of await ownershipsOf(tx, unknown))
      this.#flat(premises).owners.push(ownership);
  }

  #isBrought(id: string): boolean {
    return this.#brought.find(`k${id}`).some((one) => one.id === id);
  }

  #flat(premises: string): Flat {
    const known = this.#flats.get(premises) ?? this.#kept.get(premises);
    const flat = known ?? { row: null, named: [], owners: [], ended: [] };
    this.#flats.set(premises, flat);
    return flat;
  }

  /** Notes the owners a row names. Answers whether that changes who owns the flat. */
  name(facts: Facts, owned: Owned, { owners, since }: PremisesFacts): boolean {
    if (owners.length === 0) return false;
    const flat = this.#flat(owned.premises);
    flat.row = facts.row;
    this.#touched.add(owned.premises);
    const named = new Map(flat.named);
    let isChanged = false;
    owners.forEach((owner, index) => {
      const person = this.#personOf(owner, { facts, owned, index });
      named.set(person, owner.share);
      isChanged = this.#own(person, { owner, owned, flat, from: since ?? this.ground.asOf }) || isChanged;
    });
    flat.named = [...named];
    return isChanged;
  }

  #own(
    person: string,
    { owner, owned, flat, from }: { owner: OwnerFacts; owned: Owned; flat: Flat; from: string },
  ): boolean {
    const { premises } = owned;
    const known = flat.owners.find((one) => one.person === person);
    if (known === undefined) {
      const begins = from > this.ground.today ? this.ground.asOf : from;
      const id = idFromName(`ownership:${premises}:${person}:${begins}`);
      const ownership = { id, person, share: owner.share, from: begins };
      this.#written.set(`${premises}/${person}`, { ...ownership, premises, to: null });
      flat.owners.push(ownership);
      return true;
    }
    const isAgain = flat.ended.includes(known.id);
    if (isAgain) flat.ended = flat.ended.filter((id) => id !== known.id);
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
    const owning = new Set(this.#flat(owned.premises).owners.map(({ person }) => person));
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
    const brought = this.#broughtBefore({ name, idNumber, phone, premises: owned.premises });
    if (brought !== undefined) return brought.id;
    const id = idFromName(`import:${importId}:${String(facts.row)}:owner${String(index)}`);
    this.#bring({ id, name, idNumber, phone, premises: owned.premises });
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

  #bring(one: Brought): void {
    this.#brought.add(one, [...namesOf(one), `k${one.id}`], () => false);
  }

  /** Whoever this file brought last under one of the names. */
  #broughtBefore(sought: Omit<Brought, 'id'>): Brought | undefined {
    return namesOf(sought)
      .map((key) => this.#brought.find(key).find((one) => namesOf(one).includes(key)))
      .find((one) => one !== undefined && mayBe(one, sought));
  }

  /** What the rows since the last time write. Whoever owned one of their flats and is not named owns it no more. */
  take(): Pick<RegistryBatch, 'people' | 'ownerships'> {
    for (const premises of this.#touched) this.#endOthers(premises);
    const batch = { people: this.#newPeople, ownerships: [...this.#written.values()] };
    for (const [premises, flat] of this.#flats) this.#kept.set(premises, flat);
    this.#flats = new Map();
    this.#newPeople = [];
    this.#written = new Map();
    this.#touched = new Set();
    return batch;
  }

  #endOthers(premises: string): void {
    const { asOf } = this.ground;
    const flat = this.#flat(premises);
    for (const known of flat.owners) {
      if (flat.named.some(([person]) => person === known.person) || flat.ended.includes(known.id)) continue;
      flat.ended.push(known.id);
      this.#written.set(`${premises}/${known.person}`, { id: known.id, to: known.from > asOf ? known.from : asOf });
    }
  }

  /** Says where shares are not the whole. */
  finish(): PlannedRow[] {
    const rows: PlannedRow[] = [];
    for (const { row, named } of this.#kept.values()) {
      const shares = named.map(([, share]) => share);
      const problem = row === null ? null : sharesProblem(row, shares);
      if (row === null || problem === null) continue;
      rows.push({ row, outcome: problem.code === 'shares.exceed' ? 'error' : 'unchanged', problems: [problem] });
    }
    return rows;
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
