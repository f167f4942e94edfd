import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

import { caseQuery, useCase } from '../../api/cases.js';

/** Somebody who stays on a row for this long may want its forms; in milliseconds. */
const STAYS_MS = 150;
/** What was read so lately needs no reading again unless the service tells of a change; in milliseconds. */
const FRESH_MS = 60_000;

/** Reads a case before it is asked for: its form is then there with the key that opens it. Answers whom to tell where somebody stands. */
export function useReadAhead(): (id: string | undefined) => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (id) => {
      clearTimeout(timer.current);
      if (id === undefined) return;
      timer.current = setTimeout(() => {
        // what cannot be read is said where it is asked for
        client.query({ ...caseQuery(id), staleTime: FRESH_MS }).catch(() => undefined);
      }, STAYS_MS);
    },
    [client],
  );
}

/** A case as it is now: one that was read earlier and may have changed since is read anew before its form is shown. */
export function useFreshCase(id: string, isWanted = true) {
  const client = useQueryClient();
  const { data, error, refetch, isFetchedAfterMount } = useCase(id, isWanted);
  const [isFresh] = useState(() => {
    const query = client.getQueryCache().find({ queryKey: caseQuery(id).queryKey });
    return query !== undefined && !query.isStaleByTime(FRESH_MS);
  });
  return { data: isFresh || isFetchedAfterMount ? data : undefined, error, refetch };
}
