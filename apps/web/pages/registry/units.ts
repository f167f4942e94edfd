import { useQueries, useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { reachOf, type Ability } from './reach.rules.js';

export type Unit = Schema<'UnitView'>;

/** What each part of a unit's page gets. */
export interface UnitPartProps {
  unit: Unit;
  /** The unit and all above it: abilities count downwards. */
  lineage: readonly string[];
}

/** Units change seldom; whoever changes one asks anew. */
const FRESH_MS = 300_000;

/** Everything below the units at which I have an ability. */
export function useMyUnits(ability: Ability) {
  const { data: me } = useMe();
  const roots = reachOf(me, ability);
  const queries = useQueries({
    queries: roots.map(({ unit }) => ({
      queryKey: keys.book('subtree', unit),
      queryFn: () => answered(api.GET('/api/v1/units/{unit}/subtree', { params: { path: { unit } } })),
      staleTime: FRESH_MS,
    })),
  });
  const units = [...new Map(queries.flatMap(({ data }) => data?.rows ?? []).map((unit) => [unit.id, unit])).values()];
  return {
    units,
    isReading: me === undefined || queries.some(({ isPending }) => isPending),
    error: queries.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
    refetch: () => void Promise.all(queries.map(({ refetch }) => refetch())),
    roots,
  };
}

/** A unit with those above it. */
export function useUnit(unit: string) {
  return useQuery({
    queryKey: keys.book('unit', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}', { params: { path: { unit } } })),
    enabled: unit !== '',
    staleTime: FRESH_MS,
  });
}

/** A unit and all units above it, for abilities that count downwards. */
export function useLineage(unit: string): string[] | undefined {
  const { data } = useUnit(unit);
  return data === undefined ? undefined : [data.unit.id, ...data.above.map(({ id }) => id)];
}
