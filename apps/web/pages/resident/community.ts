import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { keptChoice } from '../../app/kept-choice.js';

/** Every community is called one. */
const CALLED = '社区';
const chosen = keptChoice('minyi.community', () => localStorage);

/** Whose community somebody looks at who does not live here or is not signed in; remembered on this device. */
export function useLookedAt({ isNeeded }: { isNeeded: boolean }): {
  communities: readonly { id: string; name: string }[];
  /** `undefined`: not known yet. */
  unit: string | undefined;
  choose: (unit: string) => void;
} {
  const asked = chosen.use();
  const { data } = useQuery({
    queryKey: keys.book('communities'),
    queryFn: () =>
      answered(api.GET('/api/v1/units/search', { params: { query: { text: CALLED, kind: 'community' } } })),
    enabled: isNeeded,
    staleTime: 3_600_000,
  });
  const communities = data?.rows ?? [];
  const unit = communities.find(({ id }) => id === asked)?.id ?? communities[0]?.id ?? asked ?? undefined;
  return { communities, unit, choose: chosen.choose };
}
