import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';

const STORED = 'minyi.community';
/** Every community is called one. */
const CALLED = '社区';
const listeners = new Set<() => void>();
let chosen = stored();

/** Whose community somebody looks at who does not live here or is not signed in; remembered on this device. */
export function useLookedAt({ isNeeded }: { isNeeded: boolean }): {
  communities: readonly { id: string; name: string }[];
  /** `undefined`: not known yet. */
  unit: string | undefined;
  choose: (unit: string) => void;
} {
  const asked = useSyncExternalStore(listen, () => chosen);
  const { data } = useQuery({
    queryKey: keys.book('communities'),
    queryFn: () =>
      answered(api.GET('/api/v1/units/search', { params: { query: { text: CALLED, kind: 'community' } } })),
    enabled: isNeeded,
    staleTime: 3_600_000,
  });
  const communities = data?.rows ?? [];
  const unit = communities.find(({ id }) => id === asked)?.id ?? communities[0]?.id ?? asked ?? undefined;
  return { communities, unit, choose };
}

function choose(unit: string): void {
  chosen = unit;
  try {
    localStorage.setItem(STORED, unit);
  } catch {
    // kept until the page is closed
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
