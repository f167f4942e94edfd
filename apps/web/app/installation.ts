import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../api/client.js';
import { keys } from '../api/keys.js';

/** What this service is called, where people are, whom to call in danger; in a demonstration who one can be. */
export function useInstallation() {
  return useQuery({
    queryKey: keys.installation,
    queryFn: () => answered(api.GET('/api/v1/installation')),
    staleTime: 600_000,
  });
}
