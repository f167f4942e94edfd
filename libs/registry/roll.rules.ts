import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';

import type { HouseholdId, LocalDate, PersonId, PremisesId } from './registry.vocabulary.js';
import type { UnitId } from './units.vocabulary.js';

/** Age from which people count. */
const ADULT_YEARS = 18;

/** What a roll is taken of: adults who live there, households with their delegates, owners with their flats. */
export const ROLLS = ['adults', 'households', 'owners'] as const;
export interface RollQuestion {
  of: (typeof ROLLS)[number];
  unit: UnitId;
}

/** A person as a roll needs them: facts that do not depend on the day. */
export interface RollPerson {
  id: PersonId;
  birthYear: number | null;
  birthDate: LocalDate | null;
  diedOn: LocalDate | null;
  mergedInto: PersonId | null;
}

/** What a roll is formed from, as it was on the day. */
export interface RollRows {
  households: readonly { id: HouseholdId; premises: PremisesId | null }[];
  /** In force on the day. */
  residences: readonly { person: PersonId; household: HouseholdId }[];
  delegates: readonly { household: HouseholdId; person: PersonId }[];
  premises: readonly { id: PremisesId; area: number | null }[];
  ownerships: readonly { premises: PremisesId; person: PersonId }[];
  people: readonly RollPerson[];
}

/**
 * One who counts. An owner's head is one person, or those who own their flats together; their areas are summed (0.01 m²), `null`
 * when one of them is not known. Erased and merged people keep their place by their id.
 */
export type RollEntry =
  | { person: PersonId }
  | { household: HouseholdId; premises: PremisesId | null; delegate: PersonId | null; adults: number }
  | { owners: PersonId[]; premises: PremisesId[]; area: number | null };

/** Why somebody has to be looked at before the roll is used. */
export const ROLL_DOUBTS = ['birthUnknown', 'areaUnknown', 'ownerUnknown', 'adultsUnknown'] as const;
export interface RollDoubt {
  id: string;
  doubt: (typeof ROLL_DOUBTS)[number];
}

export interface Roll {
  question: RollQuestion;
  on: LocalDate;
  entries: RollEntry[];
  doubts: RollDoubt[];
  totals: { entries: number; area: number | null };
  /** SHA-256 of the canonical JSON of everything above: two rolls with the same fingerprint are the same roll. */
  fingerprint: string;
}

/** Whether somebody is of age on a day; with the year alone, from the year after the birthday; `null`: not known. */
export function isAdult(person: Pick<RollPerson, 'birthDate' | 'birthYear'>, on: LocalDate): boolean | null {
  const { birthDate, birthYear } = person;
  if (birthDate !== null) {
    const coming = `${String(Number(birthDate.slice(0, 4)) + ADULT_YEARS).padStart(4, '0')}${birthDate.slice(4)}`;
    return coming <= on;
  }
  return birthYear === null ? null : Number(on.slice(0, 4)) - birthYear > ADULT_YEARS;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** People by their ids, merged records answered by the one that speaks for them; who had died by then is left out. */
function speakers(people: readonly RollPerson[], on: LocalDate): (id: PersonId) => RollPerson | null {
  const known = new Map(people.map((person) => [person.id, person]));
  return (id) => {
    const person = known.get(known.get(id)?.mergedInto ?? id) ?? null;
    return person === null || (person.diedOn !== null && person.diedOn <= on) ? null : person;
  };
}

type Formed = Pick<Roll, 'entries' | 'doubts'>;

/** People of each household, each once. */
function families(rows: RollRows, on: LocalDate): Map<HouseholdId, RollPerson[]> {
  const speaker = speakers(rows.people, on);
  const own = new Set(rows.households.map(({ id }) => id));
  const living = Map.groupBy(
    rows.residences.filter(({ household }) => own.has(household)),
    ({ household }) => household,
  );
  return new Map(
    [...living].map(([household, stays]) => {
      const people = stays.map(({ person }) => speaker(person)).filter((one) => one !== null);
      return [household, [...new Map(people.map((one) => [one.id, one])).values()]];
    }),
  );
}

function adultsRoll(rows: RollRows, on: LocalDate): Formed {
  const people = new Map([...families(rows, on).values()].flat().map((one) => [one.id, one]));
  const ordered = [...people.values()].sort((a, b) => byText(a.id, b.id));
  return {
    entries: ordered.filter((one) => isAdult(one, on) === true).map(({ id }) => ({ person: id })),
    doubts: ordered.filter((one) => isAdult(one, on) === null).map(({ id }) => ({ id, doubt: 'birthUnknown' })),
  };
}

function householdsRoll(rows: RollRows, on: LocalDate): Formed {
  const speaker = speakers(rows.people, on);
  const living = families(rows, on);
  const delegates = new Map(rows.delegates.map(({ household, person }) => [household, speaker(person)?.id ?? null]));
  const formed: Formed = { entries: [], doubts: [] };
  for (const { id, premises } of rows.households.toSorted((a, b) => byText(a.id, b.id))) {
    const family = living.get(id) ?? [];
    if (family.length === 0) continue;
    const adults = family.filter((one) => isAdult(one, on) === true).length;
    formed.entries.push({ household: id, premises, delegate: delegates.get(id) ?? null, adults });
    if (adults === 0) formed.doubts.push({ id, doubt: 'adultsUnknown' });
  }
  return formed;
}

function ownersRoll(rows: RollRows, on: LocalDate): Formed {
  const speaker = speakers(rows.people, on);
  const owned = Map.groupBy(rows.ownerships, ({ premises }) => premises);
  const formed: Formed = { entries: [], doubts: [] };
  const heads = new Map<string, { owners: PersonId[]; premises: PremisesId[]; area: number | null }>();
  for (const { id, area } of rows.premises.toSorted((a, b) => byText(a.id, b.id))) {
    const owners = [
      ...new Set((owned.get(id) ?? []).map(({ person }) => speaker(person)?.id).filter((one) => one !== undefined)),
    ].sort(byText);
    if (owners.length === 0) formed.doubts.push({ id, doubt: 'ownerUnknown' });
    else {
      const head = heads.get(owners.join(' ')) ?? { owners, premises: [], area: 0 };
      head.premises.push(id);
      head.area = head.area === null || area === null ? null : head.area + area;
      heads.set(owners.join(' '), head);
    }
    if (area === null) formed.doubts.push({ id, doubt: 'areaUnknown' });
  }
  formed.entries.push(...[...heads].sort(([a], [b]) => byText(a, b)).map(([, head]) => head));
  return formed;
}

const FORMERS = { adults: adultsRoll, households: householdsRoll, owners: ownersRoll } as const;

function totalArea(entries: readonly RollEntry[]): number | null {
  let total = 0;
  for (const entry of entries) {
    if (!('area' in entry) || entry.area === null) return null;
    total += entry.area;
  }
  return entries.length === 0 ? null : total;
}

/** Forms a roll from what was so on a day. Pure: the same rows give the same roll and the same fingerprint. */
export function formRoll(question: RollQuestion, on: LocalDate, rows: RollRows): Roll {
  const { entries, doubts } = FORMERS[question.of](rows, on);
  const totals = { entries: entries.length, area: totalArea(entries) };
  const content = { question: { of: question.of, unit: question.unit }, on, entries, doubts, totals };
  const text = canonicalize(content) ?? '';
  return { ...content, fingerprint: createHash('sha256').update(text).digest('hex') };
}
