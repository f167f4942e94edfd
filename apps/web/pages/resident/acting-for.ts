import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { useMe } from '../../app/session.js';

/** Somebody who has authorised the reader to act for them. */
export interface Relative {
  person: string;
  name: string;
}

const STORED = 'minyi.acting-for';
const listeners = new Set<() => void>();
let chosen = stored();

/**
 * For whom things are done: oneself, or a relative who has authorised that. Kept while the tab is open, so that nobody acts for
 * somebody else tomorrow without having chosen it.
 */
export function useActingFor(): {
  /** Everybody one may act for today. */
  relatives: readonly Relative[];
  /** `null`: for oneself. */
  relative: Relative | null;
  choose: (person: string | null) => void;
} {
  const { data: me } = useMe();
  const asked = useSyncExternalStore(listen, () => chosen);
  const { data } = useQuery({
    queryKey: keys.mine('authorisations'),
    queryFn: () => answered(api.GET('/api/v1/me/authorisations')),
    enabled: me !== undefined,
    staleTime: 300_000,
  });
  const today = new Date(now()).toISOString().slice(0, 10);
  const relatives = (data?.held ?? [])
    .filter(({ from, to }) => from <= today && (to === null || to > today))
    .map(({ person, name }) => ({ person, name }));
  return { relatives, relative: relatives.find(({ person }) => person === asked) ?? null, choose };
}

function choose(person: string | null): void {
  chosen = person;
  try {
    if (person === null) sessionStorage.removeItem(STORED);
    else sessionStorage.setItem(STORED, person);
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
    return sessionStorage.getItem(STORED);
  } catch {
    return null;
  }
}
