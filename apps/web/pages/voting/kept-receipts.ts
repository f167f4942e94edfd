import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createStore, del, get, set } from 'idb-keyval';
import { useCallback } from 'react';

import { keys } from '../../api/keys.js';
import { keptAfter, NOTHING_KEPT, type Kept } from './kept.rules.js';
import type { OwnUnit } from './paper.rules.js';

const receipts = createStore('minyi-receipts', 'receipts');
/** A private window keeps nothing on disk: until it is closed the receipts stay here. */
const inMemory = new Map<string, Kept>();

interface Place {
  person: string;
  ballot: string;
}

const keyOf = ({ person, ballot }: Place, entry: string): string => `${person} ${ballot} ${entry}`;

/** The receipts of a unit on this device. */
export async function keptReceipts(place: Place, entry: string): Promise<Kept> {
  const key = keyOf(place, entry);
  const stored = await get<Kept>(key, receipts).catch(() => undefined);
  return stored ?? inMemory.get(key) ?? NOTHING_KEPT;
}

/** Writes a receipt down; done before its paper is sent. */
export async function keepReceipt(place: Place, entry: string, kept: Kept): Promise<void> {
  const key = keyOf(place, entry);
  inMemory.set(key, kept);
  await set(key, kept, receipts).catch(() => undefined);
}

/** Receipts of all one's units, brought up to what the service says of them; `undefined`: they are being looked up. Nobody else who uses this device is shown them. */
export function useKeptReceipts(place: Place, units: readonly OwnUnit[]) {
  const client = useQueryClient();
  const revisions = units.map(({ entry, revision, state }) => [entry, revision, state]);
  const { data } = useQuery({
    queryKey: keys.mine('receipts', place.person, place.ballot, revisions),
    queryFn: async () => {
      const pairs = await Promise.all(
        units.map(async (unit) => {
          const before = await keptReceipts(place, unit.entry);
          const kept = keptAfter(before, unit);
          if (JSON.stringify(kept) !== JSON.stringify(before)) await keepReceipt(place, unit.entry, kept);
          return [unit.entry, kept] as const;
        }),
      );
      return new Map(pairs);
    },
    enabled: place.person !== '' && units.length > 0,
  });
  const { person, ballot } = place;
  const forget = useCallback(
    async (entry: string) => {
      inMemory.delete(keyOf({ person, ballot }, entry));
      await del(keyOf({ person, ballot }, entry), receipts).catch(() => undefined);
      await client.invalidateQueries({ queryKey: keys.mine('receipts', person, ballot) });
    },
    [client, person, ballot],
  );
  return { kept: data, forget };
}
