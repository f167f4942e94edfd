import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';

/** Most ids one question may name. */
const MOST = 100;

/** What ids of units and people are called, as far as the reader may know; an id nobody may name stays as it is. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const asked = [...new Set(ids)]
    .filter((id) => id !== '')
    .sort()
    .slice(0, MOST);
  const { data } = useQuery({
    queryKey: keys.book('names', asked),
    queryFn: () => answered(api.GET('/api/v1/names', { params: { query: { ids: asked.join(',') } } })),
    enabled: asked.length > 0,
  });
  return (id) => data?.rows.find((row) => row.id === id)?.name ?? '…';
}
