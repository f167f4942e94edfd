import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';

/** Matters that hold at a unit. */
export function useCatalogue(unit: string) {
  return useQuery({
    queryKey: keys.book('catalogue', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/catalogue', { params: { path: { unit } } })),
    enabled: unit !== '',
  });
}
