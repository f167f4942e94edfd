import { adopt } from './adoption.js';
import type { Tx } from '#libs/database';

import { authorisationsOf } from './authorisations.read.js';
import { bodiesAt, findUnits, unitColumns } from './units.read.js';
import type { UnitQuestion } from './units.read.js';
import { seat, seatsAt } from './bodies.read.js';
import type { SeatView } from './bodies.read.js';
import { checkAnswers, duty, dutyOf, matter, mattersAt } from './catalogue.read.js';
import type { AnswerProblem, DutyHolder } from './catalogue.rules.js';
import type { DutyRecord, MatterId, MatterRecord } from './catalogue.vocabulary.js';
import { Changes } from './changes.js';
import { ContactSealer } from './contact.sealer.js';
import { changeOf, changesOf, recordsAsOf, touchedBy, versionsOf } from './history.read.js';
import type { ChangesQuestion, ChangeView, RecordOf, Version } from './history.read.js';
import {
  delegatesOf,
  householdsById,
  householdsWithin,
  inhabitantsOf,
  ownersOf,
  premisesById,
  premisesOf,
  residencesOf,
} from './homes.read.js';
import { erasureDifferences, eraseVersions, mergeDifferences } from './merging.js';
import type { Merge } from './merging.js';
import { agentsOf, grantsOf, nearestHolders, officesSince, principalsOf, rolesHeld } from './offices.read.js';
import type { Holder, HolderQuestion } from './offices.read.js';
import { contactOf, idsOf, masksOf, peopleOf, peopleWithin } from './people.read.js';
import { findPeople } from './people.search.js';
import type { PeoplePage, PeopleQuestion } from './people.search.js';
import type {
  Applied,
  AuthorisationRecord,
  ChangeNote,
  Contact,
  DelegateRecord,
  Grant,
  HouseholdId,
  HouseholdRecord,
  LocalDate,
  OfficeRecord,
  OwnershipRecord,
  PersonId,
  PersonRecord,
  PremisesId,
  PremisesRecord,
  RegistryBatch,
  RegistryEntity,
  ResidenceRecord,
  UnitRecord,
} from './registry.vocabulary.js';
import { reseal } from './resealing.js';
import { rollRows } from './roll.read.js';
import { formRoll } from './roll.rules.js';
import type { Roll, RollQuestion } from './roll.rules.js';
import { lineageOf, lowestCommonAncestor } from './tree.rules.js';
import { officeDay } from './office-day.js';
import type { RegistryOptions } from './registry.options.js';
import { UnitPlaces } from './unit.places.js';
import type { UnitId, UnitKind } from './units.vocabulary.js';

/** The one table (一张表) of units, people, homes, offices and the catalogue. Everything goes through the transaction it is given. */
export class Registry {
  readonly #places: UnitPlaces;
  readonly #onUnitChanged: RegistryOptions['onUnitChanged'];
  readonly #sealer: ContactSealer;
  readonly #changes: Changes;
  readonly #today: () => LocalDate;

  constructor({ vault, now, today = () => officeDay(now()), staleAfterMs, onUnitChanged }: RegistryOptions) {
    this.#onUnitChanged = onUnitChanged;
    this.#places = new UnitPlaces(staleAfterMs);
    this.#sealer = new ContactSealer(vault);
    this.#today = today;
    this.#changes = new Changes({ sealer: this.#sealer, now, today });
  }

  /**
   * Writes one change: new records, and known ones by their ids with what differs. Everything is written or nothing; what does
   * not differ leaves no trace, so that repeating is harmless.
   * @throws RegistryRefused with every record that cannot be written; the transaction must be rolled back.
   */
  async apply(tx: Tx, note: ChangeNote, batch: RegistryBatch): Promise<Applied> {
    return this.#done(tx, await this.#changes.apply(tx, note, batch));
  }

  /** Takes one change back. @throws RegistryRefused with the records that have changed since, or that others refer to. */
  async undo(tx: Tx, change: string, note: ChangeNote): Promise<Applied> {
    return this.#done(tx, await this.#changes.undo(tx, change, note));
  }

  /** Takes in what a migration put aside; answers how many records. */
  adopt(tx: Tx): Promise<number> {
    return adopt(tx, (batch) => this.insert(tx, batch));
  }

  /** Fills an installation: like {@link apply}, but whoever is named need not be known. */
  async insert(tx: Tx, batch: RegistryBatch, on?: LocalDate): Promise<Applied> {
    const note = { by: null, source: 'installation', reason: 'installation', ...(on === undefined ? {} : { on }) };
    return this.#done(tx, await this.#changes.apply(tx, note, { ...batch, isChecked: false }));
  }

  async #done(tx: Tx, { touchesUnits, ...applied }: Applied & { touchesUnits: boolean }): Promise<Applied> {
    if (!touchesUnits) return applied;
    await this.#places.changed(tx);
    if (this.#onUnitChanged !== undefined) {
      const known = `select distinct id from registry_versions where entity = 'unit' and closed_by = $1`;
      for (const { id } of await tx.query<{ id: UnitId }>(known, [applied.change])) await this.#onUnitChanged(tx, id);
    }
    return applied;
  }

  async unit(tx: Tx, id: UnitId): Promise<UnitRecord | null> {
    return (await this.units(tx, [id]))[0] ?? null;
  }

  async units(tx: Tx, ids: readonly UnitId[]): Promise<UnitRecord[]> {
    if (ids.length === 0) return [];
    return tx.query<UnitRecord>(`select ${unitColumns('units')} from units where id = any($1)`, [ids]);
  }

  async unitByCode(tx: Tx, code: string): Promise<UnitRecord | null> {
    const rows = await tx.query<UnitRecord>(`select ${unitColumns('units')} from units where code = $1`, [code]);
    return rows[0] ?? null;
  }

  /** The units above which there is none: a city, or several when the installation serves several. */
  async roots(tx: Tx): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(`select ${unitColumns('units')} from units where parent is null order by code`);
  }

  async children(tx: Tx, id: UnitId): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(`select ${unitColumns('units')} from units where parent = $1 order by code`, [id]);
  }

  /** The unit and everything below it, parents before children; with `kind`, those of that kind only. */
  async subtree(tx: Tx, id: UnitId, kind?: UnitKind): Promise<UnitRecord[]> {
    const only = kind === undefined ? '' : ' and u.kind = $2';
    return tx.query<UnitRecord>(
      `select ${unitColumns('u')} from units u join units top on top.id = $1
       where u.path like top.path || '%'${only} order by array_length(string_to_array(u.path, '/'), 1), u.code`,
      kind === undefined ? [id] : [id, kind],
    );
  }

  /** The unit itself and those above it, lowest first. */
  async ancestors(tx: Tx, id: UnitId): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(
      `select ${unitColumns('a')} from units u join units a on a.id = any(string_to_array(u.path, '/'))
       where u.id = $1 order by array_length(string_to_array(a.path, '/'), 1) desc`,
      [id],
    );
  }

  /** Ids of the unit and those above it, lowest first; just the unit itself when it is not registered. */
  async lineage(tx: Tx, id: UnitId): Promise<UnitId[]> {
    const unit = (await this.#places.of(tx, [id])).get(id);
    return unit ? lineageOf(unit.path) : [id];
  }

  /** Who arbitrates between units: the lowest unit above all of them, or `null` when they share none. */
  async lowestCommonAncestor(tx: Tx, ids: readonly UnitId[]): Promise<UnitId | null> {
    const units = await this.units(tx, ids);
    return units.length === new Set(ids).size ? lowestCommonAncestor(units.map((unit) => unit.path)) : null;
  }

  /** Units by name or code, those with short names first. */
  findUnits(tx: Tx, question: UnitQuestion): Promise<UnitRecord[]> {
    return findUnits(tx, question);
  }

  /** Assemblies that serve a unit, and those inside them. */
  bodiesAt(tx: Tx, unit: UnitId, on: LocalDate): Promise<UnitRecord[]> {
    return bodiesAt(tx, unit, on);
  }

  async person(tx: Tx, id: PersonId): Promise<PersonRecord | null> {
    return (await peopleOf(tx, [id]))[0] ?? null;
  }

  /** The people with these ids; two records that were merged are one. */
  people(tx: Tx, ids: readonly PersonId[]): Promise<PersonRecord[]> {
    return peopleOf(tx, ids);
  }

  /** The person and the records merged into them, the one who speaks for all first. */
  idsOf(tx: Tx, person: PersonId): Promise<PersonId[]> {
    return idsOf(tx, person);
  }

  /** People who live or work at the unit or below it. */
  peopleWithin(tx: Tx, unit: UnitId): Promise<PersonRecord[]> {
    return peopleWithin(tx, unit);
  }

  /** Finds people by name, exact telephone number or address. @throws CursorMalformed */
  findPeople(tx: Tx, question: PeopleQuestion): Promise<PeoplePage> {
    return findPeople(tx, this.#sealer, question);
  }

  /** Telephone and identity number in clear. Whoever asks keeps a record of why. */
  contact(tx: Tx, id: PersonId): Promise<Contact> {
    return contactOf(tx, this.#sealer, id);
  }

  /** Telephone numbers as lists show them (`138****1234`), by person; the numbers themselves stay sealed. */
  maskedPhones(tx: Tx, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
    return masksOf(tx, this.#sealer, ids);
  }

  /** Households at a unit and below. Their colour is for those who claimed them: it goes into no list. */
  households(tx: Tx, unit: UnitId): Promise<HouseholdRecord[]> {
    return householdsWithin(tx, unit);
  }

  householdsById(tx: Tx, ids: readonly HouseholdId[]): Promise<HouseholdRecord[]> {
    return householdsById(tx, ids);
  }

  async household(tx: Tx, id: HouseholdId): Promise<HouseholdRecord | null> {
    return (await householdsById(tx, [id]))[0] ?? null;
  }

  /** Who lives in a household now. */
  inhabitantsOf(tx: Tx, household: HouseholdId): Promise<PersonId[]> {
    return inhabitantsOf(tx, household);
  }

  /** Where somebody has lived, or who has lived in a household, latest first. */
  residencesOf(
    tx: Tx,
    by: { people: readonly PersonId[] } | { household: HouseholdId },
  ): Promise<(ResidenceRecord & { address: string })[]> {
    return residencesOf(tx, by);
  }

  /** Delegates of a household, past ones too, latest first. */
  delegatesOf(tx: Tx, household: HouseholdId): Promise<DelegateRecord[]> {
    return delegatesOf(tx, household);
  }

  /** A flat, a shop, a common room. */
  async premises(tx: Tx, id: PremisesId): Promise<PremisesRecord | null> {
    return (await premisesById(tx, [id]))[0] ?? null;
  }

  premisesAmong(tx: Tx, ids: readonly PremisesId[]): Promise<PremisesRecord[]> {
    return premisesById(tx, ids);
  }

  /** Everything in a building or a stairwell, floor by floor. */
  premisesOf(tx: Tx, building: UnitId): Promise<PremisesRecord[]> {
    return premisesOf(tx, building);
  }

  ownersOf(tx: Tx, premises: readonly PremisesId[], on: LocalDate): Promise<OwnershipRecord[]> {
    return ownersOf(tx, premises, on);
  }

  /** Offices a person holds on that day or will hold later, under every record that was merged. */
  officesSince(tx: Tx, person: PersonId, day: LocalDate): Promise<OfficeRecord[]> {
    return officesSince(tx, person, day);
  }

  /** Offices at a unit, with names; with `past`, those that have ended, too. */
  seatsAt(tx: Tx, unit: UnitId, when: { on: LocalDate; past: boolean }): Promise<SeatView[]> {
    return seatsAt(tx, unit, when);
  }

  seat(tx: Tx, office: string, on: LocalDate): Promise<SeatView | null> {
    return seat(tx, office, on);
  }

  /** Everything the person's offices, bodies and home amount to on that day, under every record that was merged. */
  grantsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<Grant[]> {
    return grantsOf(tx, this.#places, { person, on });
  }

  /** Roles of the offices these people hold on a day; who holds none is left out. One query for all of them. */
  rolesHeld(tx: Pick<Tx, 'query'>, persons: readonly PersonId[], on: LocalDate): Promise<Map<PersonId, string[]>> {
    return rolesHeld(tx, { persons, on });
  }

  /** Holders of a role for a unit: those nearest to it, and nobody further up when somebody nearer holds it. */
  async holders(tx: Tx, question: HolderQuestion): Promise<Holder[]> {
    return (await nearestHolders(tx, this.#places, question))?.holders ?? [];
  }

  /** The unit nearest to the question's unit at which somebody holds the role; `null` when nobody does anywhere above. */
  async servedBy(tx: Tx, question: HolderQuestion): Promise<UnitId | null> {
    return (await nearestHolders(tx, this.#places, question))?.unit ?? null;
  }

  /** Who may act for the person as an authorised relative on that day. */
  agentsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<PersonId[]> {
    return agentsOf(tx, person, on);
  }

  /** For whom the person may act as an authorised relative on that day. */
  principalsOf(tx: Tx, agent: PersonId, on: LocalDate): Promise<PersonId[]> {
    return principalsOf(tx, agent, on);
  }

  /** Authorisations a person has given or holds, without those that are over on that day. */
  authorisationsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<AuthorisationRecord[]> {
    return authorisationsOf(tx, person, on);
  }

  /** The catalogue that holds at a unit: its own matters and those of the units above. */
  mattersAt(tx: Tx, unit: UnitId, on: LocalDate): Promise<MatterRecord[]> {
    return mattersAt(tx, unit, on);
  }

  duty(tx: Tx, id: string): Promise<DutyRecord | null> {
    return duty(tx, id);
  }

  matter(tx: Tx, id: MatterId): Promise<MatterRecord | null> {
    return matter(tx, id);
  }

  /** What is wrong with the answers given when a matter is reported. Empty: nothing. */
  checkAnswers(tx: Tx, id: MatterId, answers: unknown): Promise<AnswerProblem[]> {
    return checkAnswers(tx, id, answers);
  }

  /** Who builds, patrols, maintains and approves what belongs to a matter, at a place on a day. */
  dutyOf(tx: Tx, id: MatterId, place: { unit: UnitId; on: LocalDate }): Promise<DutyHolder[]> {
    return dutyOf(tx, id, place);
  }

  /** A record as it was on a day; `null`: it was not registered. */
  async asOf<Entity extends RegistryEntity>(
    tx: Tx,
    entity: Entity,
    { id, on }: { id: string; on: LocalDate },
  ): Promise<RecordOf<Entity> | null> {
    return (await recordsAsOf(tx, entity, { ids: [id], on }))[0] ?? null;
  }

  /** Every version of records, oldest first; nothing sealed is in them. */
  versionsOf<Entity extends RegistryEntity>(
    tx: Tx,
    entity: Entity,
    ids: readonly string[],
  ): Promise<Version<Entity>[]> {
    return versionsOf(tx, entity, ids);
  }

  /** Who changed what, newest first. @throws CursorMalformed */
  changes(tx: Tx, question: ChangesQuestion): Promise<{ rows: ChangeView[]; next: string | null }> {
    return changesOf(tx, question);
  }

  change(tx: Tx, id: string): Promise<ChangeView | null> {
    return changeOf(tx, id);
  }

  /** Records a change touched, before and after; at most `limit`. */
  touchedBy(tx: Tx, change: string, limit: number): ReturnType<typeof touchedBy> {
    return touchedBy(tx, change, limit);
  }

  /** The roll of a unit as of a day: of last March, it can be taken today. */
  async roll(tx: Tx, question: RollQuestion, on: LocalDate): Promise<Roll> {
    return formRoll(question, on, await rollRows(tx, question, on));
  }

  /**
   * Makes two records of one person one: `keep` speaks for both, what it does not say is taken from `drop`. Offices, flats and
   * stays of both stay as they were entered. Taken back like every change.
   * @throws RegistryRefused when one is not known, merged already or erased.
   */
  async merge(tx: Tx, note: ChangeNote, merge: Merge): Promise<Applied> {
    const people = await mergeDifferences(tx, merge);
    return this.#done(tx, await this.#changes.write(tx, note, new Map([['person', people]])));
  }

  /**
   * Erases what is known of a person, past versions included; the id and the year of birth stay, with which rolls and tallies
   * are counted. It cannot be taken back.
   */
  async erase(tx: Tx, note: ChangeNote, person: PersonId): Promise<Applied> {
    const ids = await idsOf(tx, person);
    const today = this.#today();
    const people = await erasureDifferences(tx, ids, today);
    const done = await this.#done(tx, await this.#changes.write(tx, note, new Map([['person', people]])));
    await eraseVersions(tx, ids, today);
    return done;
  }

  /** Seals again, with the key in use, at most `limit` people and as many past versions. Answers how many; 0: done. */
  reseal(tx: Tx, limit: number): Promise<number> {
    return reseal(tx, this.#sealer, limit);
  }
}
