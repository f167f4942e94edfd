import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { answered, api } from '../api/client.js';
import { keys } from '../api/keys.js';

/** Stands where a name has not come yet. */
export const UNNAMED = '…';

/** Most ids one question may name. */
const MOST = 200;
/** Names seldom change, and not while somebody reads. */
const FRESH_MS = 600_000;

/**
 * What units and people are called, as far as the reader may know; `null`: the reader may not. Nobody is said to be unknown who is
 * only being asked for. Of a case those who may see it know who takes part. `isLasting`: what is known already is not asked for
 * anew with every act.
 */
export function useNames(
  ids: readonly (string | null | undefined)[],
  caseId?: string,
  { isLasting = false } = {},
): (id: string | null | undefined) => string | null {
  const asked = [...new Set(ids)]
    .filter((id) => id != null && id !== '')
    .sort()
    .slice(0, MOST);
  const queryKey = keys.book('names', caseId ?? null, asked);
  const isKnown = useQueryClient().getQueryData(queryKey) !== undefined;
  const { data, isLoading, isPlaceholderData } = useQuery({
    queryKey,
    queryFn: async () => {
      const query = { ids: asked.join(','), ...(caseId === undefined ? {} : { case: caseId }) };
      const { rows } = await answered(api.GET('/api/v1/names', { params: { query } }));
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    enabled: asked.length > 0 && !(isLasting && isKnown),
    staleTime: FRESH_MS,
    placeholderData: (before) => before,
  });
  const isOnItsWay = isLoading || isPlaceholderData;
  return useCallback(
    (id) => (id == null ? null : (data?.get(id) ?? (isOnItsWay ? UNNAMED : null))),
    [data, isOnItsWay],
  );
}
