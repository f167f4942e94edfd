import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { usePersonId } from './ballot-queries.js';
import { usePaged } from '../../api/paged.js';

/** What waits for the reader at home, and whose community it is. */
export function useHome() {
  const person = usePersonId();
  return useQuery({
    queryKey: keys.list('home', person),
    queryFn: () => answered(api.GET('/api/v1/home')),
    enabled: person !== undefined,
  });
}

interface Wanted {
  workflow: 'ballot' | 'deliberation';
  status: 'active' | 'done';
  /** Community; `undefined` while it is asked for, `null`: everywhere. */
  unit: string | null | undefined;
}

/** Cases of a community that are under way, or over; the latest first, some at a time. */
export function useCases({ workflow, status, unit }: Wanted) {
  return usePaged(
    keys.list('cases', workflow, status, unit),
    (from) => {
      const query = { workflow, status, limit: 20, ...(unit == null ? {} : { unit }), ...from };
      return answered(api.GET('/api/v1/cases', { params: { query } }));
    },
    { isEnabled: unit !== undefined },
  );
}
