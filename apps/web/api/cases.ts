import { useQuery } from '@tanstack/react-query';

import { answered, api } from './client.js';
import { keys } from './keys.js';

/** A case as whoever is signed in may see it. */
export function caseQuery(id: string) {
  return {
    queryKey: keys.case(id),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  };
}

/** The same, read and kept up to date. */
export function useCase(id: string, isWanted = true) {
  return useQuery({ ...caseQuery(id), enabled: isWanted });
}
