import type { PersonId, PremisesId } from '#libs/registry';

import type { ChangeKind, EntryCode, FormedEntry, Weights } from './ballots.vocabulary.js';

/** An entry as far as a sale touches it. */
export interface Owned {
  entry: EntryCode;
  key: string;
  weights: Weights;
  premises: readonly PremisesId[];
  casters: readonly PersonId[];
}

/** A change as it is proposed. */
export interface ProposedChange {
  kind: ChangeKind;
  /** `null`: the code is given when it comes on. */
  entry: EntryCode | null;
  wanted: Partial<Omit<FormedEntry, 'doubts'>>;
}

/** A flat that is sold while the ballot runs. */
export interface Sale {
  flat: PremisesId;
  /** 0.01 m². */
  area: number;
  seller: Owned;
  buyers: readonly PersonId[];
  /** The entry the buyers have already, as owners of other flats. */
  buyersEntry: Owned | null;
  /** Where the flat is. */
  building: string | null;
  stairwell: string | null;
}

/** Key of those who own flats together. */
export function ownersKey(owners: readonly PersonId[]): string {
  return `owners:${[...new Set(owners)].sort().join('+')}`;
}

/** People an entry stands for by its key; of a household, which has no names in it, nobody. */
export function peopleOfKey(key: string): PersonId[] {
  // of an entry that was taken off: removed:<n>:<key>
  const [, kind, names = ''] = /^(?:removed:\d+:)?(owners|person):(.*)$/s.exec(key) ?? [];
  return kind === undefined ? [] : names.split('+');
}

/**
 * What a sale does to the roll. A flat that was the seller's only one passes on with its entry: a paper already cast stays cast, the
 * flat has voted. Of a seller with other flats the area goes over and their paper weighs less. Only where the buyers are on the roll
 * already is the seller's entry taken off, because one owner is one head: a paper of it is then set aside.
 */
export function saleChanges({ flat, area, seller, buyers, buyersEntry, building, stairwell }: Sale): ProposedChange[] {
  const rest = seller.premises.filter((id) => id !== flat);
  const key = ownersKey(buyers);
  const casters = [...new Set(buyers)].sort();
  if (rest.length === 0 && buyersEntry === null) {
    return [{ kind: 'correct', entry: seller.entry, wanted: { key, casters, weights: { ...seller.weights, area } } }];
  }
  const leaving: ProposedChange =
    rest.length === 0
      ? { kind: 'remove', entry: seller.entry, wanted: {} }
      : { kind: 'correct', entry: seller.entry, wanted: { weights: moved(seller.weights, -area), premises: rest } };
  const coming: ProposedChange =
    buyersEntry === null
      ? {
          kind: 'add',
          entry: null,
          wanted: { key, casters, weights: { heads: 1, area }, premises: [flat], building, stairwell },
        }
      : {
          kind: 'correct',
          entry: buyersEntry.entry,
          wanted: { weights: moved(buyersEntry.weights, area), premises: [...buyersEntry.premises, flat] },
        };
  return [leaving, coming];
}

function moved(weights: Weights, by: number): Weights {
  return { ...weights, area: Math.max(0, (weights.area ?? 0) + by) };
}
