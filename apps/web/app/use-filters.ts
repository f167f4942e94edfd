import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

import type { Sorting } from '../ui/data-table.js';

interface Filters<Name extends string> {
  values: Readonly<Record<Name, string | null>>;
  /** Changes some; `null` takes a filter out of the address. */
  set: (changed: Partial<Record<Name, string | null>>) => void;
  clear: () => void;
  isFiltered: boolean;
}

/** Filters that stand in the address, so that a list can be linked, kept and gone back to. */
export function useFilters<Name extends string>(names: readonly Name[]): Filters<Name> {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, params.get(name)])) as Record<Name, string | null>;
  const set = useCallback(
    (changed: Partial<Record<Name, string | null>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | null | undefined>(changed))
            if (value == null || value === '') next.delete(name);
            else next.set(name, value);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const clear = useCallback(() => setParams({}, { replace: true, preventScrollReset: true }), [setParams]);
  return { values, set, clear, isFiltered: names.some((name) => values[name] !== null) };
}

/** Order of a list in the address: `due`, or `-due` for the other way round. */
export function sortingOf(written: string | null, otherwise: Sorting): Sorting {
  if (written === null) return otherwise;
  return { by: written.replace(/^-/, ''), descending: written.startsWith('-') };
}

export const writtenSorting = ({ by, descending }: Sorting): string => `${descending ? '-' : ''}${by}`;
