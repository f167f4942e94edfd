import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { usePersonId } from './ballot-queries.js';

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
  return useInfiniteQuery({
    queryKey: keys.list('cases', workflow, status, unit),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/cases', {
          params: {
            query: {
              workflow,
              status,
              limit: 20,
              ...(unit == null ? {} : { unit }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: unit !== undefined,
  });
}
