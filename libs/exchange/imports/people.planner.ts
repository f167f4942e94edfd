import type { Tx } from '#libs/database';
import type { HouseholdId, NewHousehold, NewPerson, PersonFlag, ResidenceRecord, Upsert } from '#libs/registry';
import { idFromName, PERSON_FLAGS } from '#libs/registry';

import { severityOf } from '../problem.rules.js';
import { PEOPLE } from '../kinds/people.columns.js';
import type { StagedRow } from '../table/staged-row.js';
import { doorOf, Doors, placeOf, recordIds, type Door } from './doors.js';
import { householdsOf, knownPeople, type KnownPerson } from './known.sql.js';
import { PackedMap } from './packed.records.js';
import { personFacts, type PersonFacts } from './people.facts.js';
import { matchOf, type SoughtPerson } from './people.matching.js';
import { SeenPeople, type SeenPerson } from './people.seen.js';
import { stops, type Plan, type PlanGround, type PlannedRow, type Planner, type Write } from './planner.types.js';
import { peopleElsewhere, servingElsewhere } from './reach.sql.js';
import { Facts } from './row.facts.js';

/** A row that has been read and whose home is known. */
interface Person {
  facts: Facts;
  said: PersonFacts;
  door: Door | null;
  home: { id: HouseholdId; unit: string } | null;
  sought: SoughtPerson;
}

type PersonUpsert = Upsert<NewPerson>;

/** Plans a table of people: who is who, where they live, what is new about them. */
export class PeoplePlanner implements Planner {
  readonly #doors: Doors;
  readonly #seen = new SeenPeople();
  /** Ids and blind indexes of identity numbers of people registered elsewhere. */
  #elsewhere: ReadonlySet<string> = new Set();
  readonly #serving = new Set<string>();
  readonly #keyedHomes = new PackedMap<{ id: HouseholdId; unit: string }>(['id', 'unit']);

  constructor(private readonly ground: PlanGround) {
    this.#doors = new Doors(ground.places);
  }

  async plan(tx: Tx, rows: readonly StagedRow[]): Promise<Plan> {
    const writing = new PeopleWriting(this.ground);
    const people = await this.#read(tx, rows, writing);
    const registered = await this.#known(tx, people);
    const known = new CandidateIndex(registered);
    await this.#learnElsewhere(tx, people, registered);
    return { rows: people.map((person) => this.#planRow(person, known, writing)), writes: writing.writes() };
  }

  finish(): Promise<Plan> {
    return Promise.resolve({ rows: [], writes: [] });
  }

  async #read(tx: Tx, rows: readonly StagedRow[], writing: PeopleWriting): Promise<Person[]> {
    const read = rows.map((row) => {
      const facts = new Facts(row, PEOPLE);
      const said = personFacts(facts);
      const place = placeOf(facts);
      const isPlaced = place.building !== null || place.flat !== null || facts.text('householdKey') === '';
      return { facts, said, door: isPlaced ? doorOf(facts, place, this.ground.places) : null };
    });
    await this.#doors.learn(
      tx,
      read.flatMap(({ door }) => door ?? []),
    );
    await this.#learnKeyed(
      tx,
      read.map(({ facts }) => facts.text('householdKey')),
    );
    return read.map(({ facts, said, door }) => {
      const home = this.#homeOf(facts, door, writing);
      return { facts, said, door, home, sought: this.#sought(facts, said, home) };
    });
  }

  /** Households that came before under the sender's number. */
  async #learnKeyed(tx: Tx, keys: readonly string[]): Promise<void> {
    const unknown = [...new Set(keys)].filter((key) => key !== '' && !this.#keyedHomes.has(key));
    if (unknown.length === 0) return;
    const { unit } = this.ground;
    const byId = new Map(unknown.map((key) => [recordIds.keyed('household', unit, key), key]));
    for (const { id, stairwell } of await householdsOf(tx, [...byId.keys()]))
      if (this.ground.places.get(stairwell) !== undefined)
        this.#keyedHomes.set(byId.get(id) ?? '', { id, unit: stairwell });
  }

  #homeOf(facts: Facts, door: Door | null, writing: PeopleWriting): Person['home'] {
    const key = facts.text('householdKey');
    if (door === null) {
      const home = this.#keyedHomes.get(key) ?? null;
      if (home === null && key !== '' && !facts.problems.some((one) => severityOf(one) === 'error'))
        facts.problem('household.unknown', 'householdKey');
      return home;
    }
    const known = this.#doors.household(door);
    const home = { id: known?.id ?? recordIds.household(door), unit: door.stairwell.id };
    if (known === undefined) {
      const household = newHousehold(door, home.id, this.#doors.premises(door)?.id ?? null);
      this.#doors.addHousehold({ ...household, group: null, colour: 'green' });
      writing.household(household);
    }
    if (key !== '') this.#keyedHomes.set(key, home);
    return home;
  }

  #sought(facts: Facts, said: PersonFacts, home: Person['home']): SoughtPerson {
    const { indexes, unit } = this.ground;
    const key = facts.text('key');
    return {
      name: said.name,
      birthDate: said.birthDate,
      birthYear: said.birthYear,
      household: home?.id ?? null,
      idIndexes: said.idNumber === null ? [] : indexes.idNumber(said.idNumber),
      phoneIndexes: said.phone === null ? [] : indexes.phone(said.phone),
      keyed: key === '' ? null : recordIds.keyed('person', unit, key),
    };
  }

  async #known(tx: Tx, people: readonly Person[]): Promise<KnownPerson[]> {
    const decided = people.flatMap(({ facts }) => this.ground.decisions[String(facts.row)] ?? []);
    const question = {
      ids: [...people.flatMap(({ sought }) => sought.keyed ?? []), ...decided],
      idIndexes: people.flatMap(({ sought }) => sought.idIndexes),
      phoneIndexes: people.flatMap(({ sought }) => sought.phoneIndexes),
      atHome: people.flatMap(({ sought: { name, household } }) =>
        household === null ? [] : [[name, household] as const],
      ),
      born: people.flatMap(({ sought: { name, birthDate } }) =>
        birthDate === null ? [] : [[name, birthDate] as const],
      ),
    };
    return knownPeople(tx, question, this.ground.unit);
  }

  /** Who is registered elsewhere, or serves there: nothing more is known of them here. */
  async #learnElsewhere(tx: Tx, people: readonly Person[], known: readonly KnownPerson[]): Promise<void> {
    const { unit } = this.ground;
    const ids = people.flatMap(({ sought }) => sought.keyed ?? []);
    const idIndexes = people.flatMap(({ sought }) => sought.idIndexes);
    this.#elsewhere = await peopleElsewhere(tx, { ids, idIndexes }, unit);
    const serving = await servingElsewhere(
      tx,
      known.map(({ id }) => id),
      this.ground,
    );
    for (const id of serving) this.#serving.add(id);
  }

  #planRow(person: Person, known: CandidateIndex, writing: PeopleWriting): PlannedRow {
    const { facts, sought } = person;
    const seen = this.#seen.candidates(sought);
    // whoever an earlier row was about is known as that row left them, whether that has been written yet or not
    const candidates = [...seen, ...known.for(sought).filter(({ id }) => !this.#seen.has(id))];
    const who = this.#decide(person, candidates);
    if (who === null || stops(facts.problems)) return { row: facts.row, outcome: 'error', problems: facts.problems };
    const outcome = writing.person(person, who, this.#serving.has(who.id));
    if (outcome === 'error') return { row: facts.row, outcome, problems: facts.problems };
    this.#note(person, who);
    return { row: facts.row, outcome, problems: facts.problems };
  }

  /** Keeps what is known of somebody after their row. */
  #note({ facts, said, sought }: Person, { id, known, seen }: Who): void {
    const before = seen ?? known;
    this.#seen.add(
      {
        row: seen?.row ?? facts.row,
        id,
        name: sought.name,
        birthDate: sought.birthDate ?? before?.birthDate ?? null,
        birthYear: sought.birthYear ?? before?.birthYear ?? null,
        household: (seen === null ? sought.household : null) ?? before?.household ?? null,
        idIndex: sought.idIndexes[0] ?? before?.idIndex ?? null,
        phoneIndex: sought.phoneIndexes[0] ?? before?.phoneIndex ?? null,
        flags: known === null ? withFlags(said, before?.flags ?? []) : setFlags(said, known.flags),
      },
      sought,
    );
  }

  /** Who the row is; `null` while that is for the user to say. */
  #decide({ facts, sought }: Person, candidates: readonly (KnownPerson | SeenPerson)[]): Who | null {
    const { same, maybe } = matchOf(sought, candidates);
    if (same !== null) {
      if ('row' in same) facts.problem('person.repeated', 'name', { other: same.row });
      return whoIs(same);
    }
    if ([sought.keyed ?? '', ...sought.idIndexes].some((key) => this.#elsewhere.has(key))) {
      facts.problem('person.elsewhere', sought.idIndexes.length > 0 ? 'idNumber' : 'key');
      return null;
    }
    const fresh: Who = { id: sought.keyed ?? recordIds.row(this.ground.importId, facts.row), known: null, seen: null };
    if (maybe.length === 0) return fresh;
    const decision = this.ground.decisions[String(facts.row)];
    if (decision === 'new') return fresh;
    const chosen = maybe.find((one) => decision !== undefined && namedBy(one).includes(decision));
    if (chosen !== undefined) return whoIs(chosen);
    if (decision !== undefined) facts.problem('decision.impossible', 'name');
    askAbout(facts, maybe);
    return null;
  }
}

/** Somebody a row is about: registered before, told of in an earlier row, or new. */
interface Who {
  id: string;
  known: KnownPerson | null;
  seen: SeenPerson | null;
}

function whoIs(one: KnownPerson | SeenPerson): Who {
  return 'row' in one ? { id: one.id, known: null, seen: one } : { id: one.id, known: one, seen: null };
}

/** How a decision may name a candidate. */
function namedBy(one: KnownPerson | SeenPerson): string[] {
  return 'row' in one ? [one.id, `row:${String(one.row)}`] : [one.id];
}

function askAbout(facts: Facts, maybe: readonly (KnownPerson | SeenPerson)[]): void {
  const [first] = maybe;
  const candidates = maybe.map((one) => ('row' in one ? `row:${String(one.row)}` : one.id)).join(' ');
  if (first !== undefined && 'row' in first) {
    facts.problem('person.maybe_repeated', 'name', { other: first.row, candidates });
    return;
  }
  const known = maybe.filter((one): one is KnownPerson => !('row' in one));
  facts.problem('person.maybe_known', 'name', {
    names: known
      .map(({ name, birthYear }) => (birthYear === null ? name : `${name}（${String(birthYear)}）`))
      .join('、'),
    where: known.map(({ address }) => address ?? '—').join('、'),
    candidates,
  });
}

/** Registered people of a batch by what may name them. */
class CandidateIndex {
  readonly #by = new Map<string, KnownPerson[]>();

  constructor(known: readonly KnownPerson[]) {
    for (const one of known)
      for (const key of [`n${one.name}`, `k${one.id}`, ...(one.idIndex === null ? [] : [`i${one.idIndex}`])]) {
        const there = this.#by.get(key);
        if (there === undefined) this.#by.set(key, [one]);
        else there.push(one);
      }
  }

  for({ name, keyed, idIndexes }: SoughtPerson): KnownPerson[] {
    const keys = [`n${name}`, ...(keyed === null ? [] : [`k${keyed}`]), ...idIndexes.map((index) => `i${index}`)];
    return [...new Set(keys.flatMap((key) => this.#by.get(key) ?? []))];
  }
}

type NewHome = Pick<NewHousehold, 'id' | 'building' | 'stairwell' | 'flat' | 'premises'>;

function newHousehold({ building, stairwell, flat }: Door, id: HouseholdId, premises: string | null): NewHome {
  return { id, building: building.id, stairwell: stairwell.id, flat, premises };
}

/** Collects what a batch of rows writes, each record once. */
class PeopleWriting {
  readonly #households: NewHome[] = [];
  readonly #people = new Map<string, { on: string; upsert: PersonUpsert }>();
  readonly #residences: ResidenceRecord[] = [];

  constructor(private readonly ground: PlanGround) {}

  household(household: NewHome): void {
    this.#households.push(household);
  }

  /** Notes what is new about somebody. Answers what becomes of the row. */
  person({ facts, said, home }: Person, { id, known, seen }: Who, servesElsewhere: boolean): PlannedRow['outcome'] {
    const earlier = this.#people.get(id)?.upsert;
    if (known === null && seen === null) {
      this.#people.set(id, { on: this.ground.asOf, upsert: newPerson(id, said, home) });
      this.#movedIn(id, said, home);
      return 'new';
    }
    const changes = known === null ? stated(said, seen?.flags ?? []) : differences(said, known, this.ground);
    let on = this.ground.asOf;
    if (known !== null && home !== null && home.id !== known.household) {
      Object.assign(changes, { household: home.id, unit: home.unit });
      on = said.movedIn !== null && said.movedIn <= this.ground.today ? said.movedIn : on;
      if (known.household !== null)
        facts.problem('residence.moved', 'address', { from: known.address ?? '—', date: on });
    }
    // what is sensitive is written in silence: that a row differs by it would tell what is registered
    const isTold = Object.keys(changes).some((field) => field !== 'flags') || differsOpenly(said, known);
    if (servesElsewhere && (isTold || SENSITIVE_FLAGS.some((flag) => said.flags[flag] !== undefined))) {
      facts.problem('person.serves_elsewhere', 'name');
      return 'error';
    }
    if (Object.keys(changes).length === 0) return 'unchanged';
    this.#people.set(id, { on, upsert: { ...earlier, ...changes, id } });
    return known !== null && isTold ? 'changed' : 'unchanged';
  }

  /** Somebody new who came before the day of the import has lived there since. */
  #movedIn(person: string, { movedIn }: PersonFacts, home: Person['home']): void {
    if (movedIn === null || home === null || movedIn > this.ground.asOf) return;
    const id = idFromName(`residence:${person}:${home.id}:${movedIn}`);
    this.#residences.push({ id, person, household: home.id, from: movedIn, to: null });
  }

  writes(): Write[] {
    const byDay = Map.groupBy(this.#people.values(), ({ on }) => on);
    const { asOf } = this.ground;
    const first: Write = {
      on: asOf,
      batch: {
        households: this.#households,
        people: (byDay.get(asOf) ?? []).map(({ upsert }) => upsert),
        residences: this.#residences,
      },
    };
    const others = [...byDay].flatMap(([on, people]): Write[] =>
      on === asOf ? [] : [{ on, batch: { people: people.map(({ upsert }) => upsert) } }],
    );
    return [first, ...others];
  }
}

function setFlags(said: PersonFacts, known: readonly PersonFlag[]): PersonFlag[] {
  const flags = new Set(known);
  for (const [flag, isSet] of Object.entries(said.flags) as [PersonFlag, boolean][])
    if (isSet) flags.add(flag);
    else flags.delete(flag);
  return [...flags].sort();
}

function newPerson(id: string, said: PersonFacts, home: Person['home']): PersonUpsert {
  return {
    id,
    name: said.name,
    gender: said.gender,
    birthYear: said.birthYear,
    birthDate: said.birthDate,
    domicile: said.domicile,
    unit: home?.unit,
    household: home?.id ?? null,
    flags: setFlags(said, []),
    phone: said.phone,
    idNumber: said.idNumber,
  };
}

const SENSITIVE_FLAGS = PERSON_FLAGS.filter((flag) =>
  PEOPLE.columns.some(({ name, isSensitive }) => name === flag && isSensitive),
);

/** Whether a row says another thing about marks that are not sensitive. */
function differsOpenly(said: PersonFacts, known: KnownPerson | null): boolean {
  if (known === null) return false;
  const isOpen = (flag: PersonFlag): boolean => !SENSITIVE_FLAGS.includes(flag);
  return setFlags(said, known.flags).filter(isOpen).join() !== [...known.flags].filter(isOpen).sort().join();
}

/** What a second row about somebody in the same file adds. */
function stated(said: PersonFacts, before: readonly PersonFlag[]): Partial<PersonUpsert> {
  const { flags: _flags, movedIn: _movedIn, ...facts } = said;
  const flags = withFlags(said, before);
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  return { ...given, ...(flags.length === before.length ? {} : { flags }) };
}

/** Marks of the rows about somebody together: a later row takes none away. */
function withFlags(said: PersonFacts, before: readonly PersonFlag[]): PersonFlag[] {
  return [...new Set([...before, ...setFlags(said, [])])].sort();
}

/** What differs from the record; what the row does not say stays as it is. */
function differences(said: PersonFacts, known: KnownPerson, { indexes }: PlanGround): Partial<PersonUpsert> {
  const changes: Partial<PersonUpsert> = {};
  if (said.name !== known.name) changes.name = said.name;
  for (const field of ['gender', 'birthDate', 'birthYear', 'domicile'] as const) {
    const value = said[field];
    if (value !== null && value !== known[field]) Object.assign(changes, { [field]: value });
  }
  const flags = setFlags(said, known.flags);
  if (flags.join() !== [...known.flags].sort().join()) changes.flags = flags;
  if (said.phone !== null && !indexes.phone(said.phone).includes(known.phoneIndex ?? '')) changes.phone = said.phone;
  if (said.idNumber !== null && !indexes.idNumber(said.idNumber).includes(known.idIndex ?? ''))
    changes.idNumber = said.idNumber;
  return changes;
}
