import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';

/** What everybody who may see a case may know of what it is about. */
export function useParticulars(id: string) {
  return useQuery({
    queryKey: keys.case(id, 'particulars'),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}/particulars', { params: { path: { id } } })),
  });
}
