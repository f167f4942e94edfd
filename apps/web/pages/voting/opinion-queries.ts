import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { usePersonId } from './ballot-queries.js';

/** Statements I am asked about, those I have not answered first. */
export function useAsked(deliberation: string) {
  const person = usePersonId();
  return useQuery({
    queryKey: keys.case(deliberation, 'asked', person),
    queryFn: () =>
      answered(
        api.GET('/api/v1/deliberations/{deliberation}/statements', {
          params: { path: { deliberation }, query: { limit: 200 } },
        }),
      ),
    enabled: person !== undefined && person !== '',
    retry: false,
  });
}

/** What I said and what became of it. */
export function useMyStatements(deliberation: string, isEnabled: boolean) {
  return useQuery({
    queryKey: keys.case(deliberation, 'my-statements'),
    queryFn: () =>
      answered(api.GET('/api/v1/deliberations/{deliberation}/statements/mine', { params: { path: { deliberation } } })),
    enabled: isEnabled,
  });
}

/** Opinion groups, and the one my answers put me in. */
export function usePicture(deliberation: string, isEnabled: boolean) {
  const picture = useQuery({
    queryKey: keys.case(deliberation, 'picture'),
    queryFn: () =>
      answered(api.GET('/api/v1/deliberations/{deliberation}/picture', { params: { path: { deliberation } } })),
    enabled: isEnabled,
  });
  const mine = useQuery({
    queryKey: keys.case(deliberation, 'my-group'),
    queryFn: () =>
      answered(api.GET('/api/v1/deliberations/{deliberation}/positions/mine', { params: { path: { deliberation } } })),
    enabled: isEnabled,
    retry: false,
  });
  return { picture, group: mine.data?.group ?? null };
}
