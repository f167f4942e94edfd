import type { DecisionRule } from '#libs/decision';
import type { HouseholdId, PersonId, PremisesId, Roll, RollEntry, UnitId } from '#libs/registry';

import { WEIGHED } from './ballots.vocabulary.js';
import type { BallotPolicy, Electorate, FormedEntry, Weighed, Weights } from './ballots.vocabulary.js';

/** The most one entry weighs; area in 0.01 m², 10,000 km² of it. */
const MOST_WEIGHT: Record<Weighed, number> = { heads: 1, households: 1, members: 1, present: 1, area: 1e12 };

/** Where something stands. */
export interface Place {
  building: UnitId | null;
  stairwell: UnitId | null;
}

/** What the registry says besides its roll, as far as a ballot needs it. */
export interface RollFacts {
  premises: ReadonlyMap<PremisesId, Place & { area: number | null }>;
  households: ReadonlyMap<HouseholdId, Place>;
  /** Adults who live in a household. */
  adultsOf: ReadonlyMap<HouseholdId, readonly PersonId[]>;
  homes: ReadonlyMap<PersonId, Place>;
  /** Owners who are not of age: others cast for them. */
  minors: ReadonlySet<PersonId>;
  /** Who is authorised to act for a person on the day. */
  agents: ReadonlyMap<PersonId, readonly PersonId[]>;
}

/** A doubt about a record that is on no entry. */
export interface LooseDoubt {
  record: string;
  doubt: Roll['doubts'][number]['doubt'];
}

export interface FormedRoll {
  entries: FormedEntry[];
  loose: LooseDoubt[];
}

const NOWHERE: Place = { building: null, stairwell: null };
const sorted = (ids: Iterable<PersonId>): PersonId[] => [...new Set(ids)].sort();

/** An entry with a key and weights, and nothing else known of it but `rest`. */
export function entryOf(key: string, weights: Weights, rest: Partial<FormedEntry> = {}): FormedEntry {
  return {
    key,
    weights,
    casters: [],
    building: null,
    stairwell: null,
    premises: [],
    household: null,
    doubts: [],
    ...rest,
  };
}

function adultEntry({ person }: Extract<RollEntry, { person: PersonId }>, { homes }: RollFacts): FormedEntry {
  return entryOf(`person:${person}`, { heads: 1 }, { casters: [person], ...(homes.get(person) ?? NOWHERE) });
}

/**
 * A household votes through its named delegate. Without one, any adult of it casts, first come; or nobody, where the community
 * wants a slip first.
 */
function householdEntry(
  { household, premises, delegate, adults }: Extract<RollEntry, { household: HouseholdId }>,
  facts: RollFacts,
  { householdWithoutDelegate }: BallotPolicy,
): FormedEntry {
  const family = householdWithoutDelegate === 'anyAdult' ? (facts.adultsOf.get(household) ?? []) : [];
  return entryOf(
    `household:${household}`,
    { households: 1 },
    {
      casters: delegate === null ? sorted(family) : [delegate],
      ...(facts.households.get(household) ?? NOWHERE),
      premises: premises === null ? [] : [premises],
      household,
      doubts: adults === 0 ? ['adultsUnknown'] : [],
    },
  );
}

/** Owners of age cast themselves or through an authorised relative; for a minor only the relative does. */
function castersOf(owners: readonly PersonId[], { minors, agents }: RollFacts): PersonId[] {
  return sorted(owners.flatMap((owner) => [...(minors.has(owner) ? [] : [owner]), ...(agents.get(owner) ?? [])]));
}

/** One head for one owner of many flats, one for those who own flats together; an area that is not known weighs nothing. */
function ownersEntry({ owners, premises }: Extract<RollEntry, { owners: PersonId[] }>, facts: RollFacts): FormedEntry {
  const areas = premises.map((id) => facts.premises.get(id)?.area ?? null);
  const casters = castersOf(owners, facts);
  return entryOf(
    `owners:${owners.join('+')}`,
    { heads: 1, area: areas.reduce<number>((sum, area) => sum + (area ?? 0), 0) },
    {
      casters,
      ...placeOf(premises, facts),
      premises: [...premises],
      doubts: [
        ...(areas.includes(null) ? (['areaUnknown'] as const) : []),
        ...(casters.length === 0 ? (['kinless'] as const) : []),
      ],
    },
  );
}

/** Where the first of the flats is: one entry is visited at one door. */
function placeOf(premises: readonly PremisesId[], { premises: places }: RollFacts): Place {
  const [first] = premises;
  const { building = null, stairwell = null } = (first === undefined ? undefined : places.get(first)) ?? {};
  return { building, stairwell };
}

/** A flat nobody is known to own: part of the whole, and silent until its owner is found. */
function ownerlessEntry(id: PremisesId, facts: RollFacts): FormedEntry {
  const area = facts.premises.get(id)?.area ?? null;
  return entryOf(
    `flat:${id}`,
    { heads: 1, area: area ?? 0 },
    {
      ...placeOf([id], facts),
      premises: [id],
      doubts: area === null ? ['ownerUnknown', 'areaUnknown'] : ['ownerUnknown'],
    },
  );
}

/** Forms the voting units of a ballot from a roll of the registry. Pure: the same roll and facts give the same entries. */
export function formEntries(roll: Roll, facts: RollFacts, policy: BallotPolicy): FormedRoll {
  const entries = roll.entries.map((one) => {
    if ('person' in one) return adultEntry(one, facts);
    return 'household' in one ? householdEntry(one, facts, policy) : ownersEntry(one, facts);
  });
  if (policy.unknownOwners === 'counted') {
    const ownerless = roll.doubts.filter(({ doubt }) => doubt === 'ownerUnknown');
    entries.push(...ownerless.map(({ id }) => ownerlessEntry(id, facts)));
  }
  const held = new Set(entries.flatMap(({ premises, household }) => [...premises, household]));
  const loose = roll.doubts.filter(({ id }) => !held.has(id)).map(({ id, doubt }) => ({ record: id, doubt }));
  return { entries, loose };
}

/** Members, representatives or persons present: each of them one vote in whatever the rule counts people by. */
export function formMembers(people: Iterable<PersonId>, bases: readonly Weighed[]): FormedEntry[] {
  const weights: Weights = Object.fromEntries(countedBases(bases).map((base) => [base, 1]));
  return sorted(people).map((person) => entryOf(`person:${person}`, { ...weights }, { casters: [person] }));
}

/** What people are counted by, of the bases of a rule. */
function countedBases(bases: readonly Weighed[]): Weighed[] {
  const counted = bases.filter((base) => base === 'members' || base === 'heads' || base === 'present');
  return counted.length === 0 ? ['members'] : counted;
}

/** What a rule counts by. */
export function basesOf(rule: Pick<DecisionRule, 'tests' | 'quorum'>): Weighed[] {
  const bases = rule.tests.map(({ base }) => base);
  return [...new Set(rule.quorum === null ? bases : [...bases, rule.quorum.base])];
}

/** Bases of the rule that the entries of this roll do not weigh anything in: such a ballot could never be judged. */
export function missingBases(rule: Pick<DecisionRule, 'tests' | 'quorum'>, entries: readonly FormedEntry[]): Weighed[] {
  const weighed = new Set(entries.flatMap(({ weights }) => Object.keys(weights)));
  return basesOf(rule).filter((base) => !weighed.has(base));
}

/** What an entry of a roll of this kind weighs something in, neither more nor less. */
export function basesOfRoll(of: Electorate, rule: Pick<DecisionRule, 'tests' | 'quorum'>): Weighed[] {
  if (of === 'adults') return ['heads'];
  if (of === 'households') return ['households'];
  return of === 'owners' ? ['heads', 'area'] : countedBases(basesOf(rule));
}

/** The first base in which these weights do not fit an entry of the roll: missing, unknown to it, or more than one vote. */
export function unfitBase(weights: Weights, bases: readonly Weighed[]): Weighed | null {
  const isUnfit = (base: Weighed): boolean => {
    const weight = weights[base];
    if (!bases.includes(base)) return weight !== undefined;
    return weight === undefined || !Number.isSafeInteger(weight) || weight < 0 || weight > MOST_WEIGHT[base];
  };
  return WEIGHED.find(isUnfit) ?? null;
}

/** Whether every entry weighs the same: a weight of its own would tell who cast a secret paper. */
export function areEqual(entries: readonly FormedEntry[]): boolean {
  const [first] = entries;
  const text = JSON.stringify(first?.weights);
  return entries.every(({ weights }) => JSON.stringify(weights) === text);
}
