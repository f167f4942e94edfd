import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';

/** Stands where a name has not come yet, or may not be known. */
export const UNNAMED = '…';

/** What units and people are called, as far as the reader may know; a name that may not be known is `null`. */
export function useNames(
  ids: readonly (string | null | undefined)[],
  caseId?: string,
): (id: string | null | undefined) => string | null {
  const asked = [...new Set(ids.filter((id) => id != null && id !== ''))].sort().slice(0, 100) as string[];
  const { data } = useQuery({
    queryKey: keys.book('names', caseId, ...asked),
    queryFn: () =>
      answered(
        api.GET('/api/v1/names', {
          params: { query: { ids: asked.join(','), ...(caseId === undefined ? {} : { case: caseId }) } },
        }),
      ),
    enabled: asked.length > 0,
  });
  return (id) => data?.rows.find((row) => row.id === id)?.name ?? null;
}
