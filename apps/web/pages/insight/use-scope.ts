import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { useInstallation } from '../../app/installation.js';
import { useMe } from '../../app/session.js';
import { monthAfter } from './insight.rules.js';

/** What a dashboard is about, as it stands in the address. */
export interface Scope {
  unit: string;
  from: string;
  to: string;
}

const SHANGHAI_MS = 8 * 3_600_000;
export const thisMonth = (): string => new Date(now() + SHANGHAI_MS).toISOString().slice(0, 7);
const isMonth = (text: string | null): text is string => text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Unit and months of the address; else one's own unit, or the first of the installation, and the last three months. */
export function useScope(): { scope: Scope | undefined; change: (changed: Partial<Scope>) => void } {
  const [search, setSearch] = useSearchParams();
  const { data: me } = useMe();
  const { data: installation } = useInstallation();
  const own = me?.roles.find(({ held }) => held !== 'residence')?.unit;
  const unit = search.get('unit') ?? own ?? installation?.roots[0]?.id;
  const to = isMonth(search.get('to')) ? (search.get('to') ?? '') : thisMonth();
  const asked = search.get('from');
  const from = isMonth(asked) && asked <= to ? asked : monthAfter(to, -2);
  return {
    scope: unit === undefined ? undefined : { unit, from, to },
    change: (changed) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed)) next.set(name, value);
          return next;
        },
        { preventScrollReset: true },
      ),
  };
}

/** A unit with those above it. */
export function useUnit(unit: string | undefined) {
  return useQuery({
    queryKey: keys.book('unit', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}', { params: { path: { unit: unit ?? '' } } })),
    enabled: unit !== undefined,
    staleTime: 600_000,
  });
}

/** Rates of the unit in its months. */
export function useRates(scope: Scope, by: 'community' | 'month' = 'community') {
  return useQuery({
    queryKey: keys.list('rates', scope, by),
    queryFn: () => answered(api.GET('/api/v1/rates', { params: { query: { ...scope, by } } })),
    placeholderData: (before) => before,
  });
}

/** Counts of the units inside. */
export function useBlocks(unit: string) {
  return useQuery({
    queryKey: keys.list('blocks', unit),
    queryFn: () => answered(api.GET('/api/v1/blocks', { params: { query: { unit } } })),
    placeholderData: (before) => before,
  });
}

export type RateGroup = Schema<'Rates'>['total'];
