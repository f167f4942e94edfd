import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { questionOf, type LedgerValues } from './ledger.rules.js';

interface LedgerRows {
  rows: Schema<'CaseRow'>[] | undefined;
  total: { count: number; isMore: boolean } | undefined;
  error: Error | null;
  refetch: () => void;
  readOn: () => void;
}

/** The ledger page by page. It stands under the books: live changes do not read thousands of rows anew. */
export function useLedgerRows(values: LedgerValues): LedgerRows {
  const question = questionOf(values);
  const isBulk = values.bulk !== null;
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: keys.book('ledger', JSON.stringify(question), isBulk),
    queryFn: ({ pageParam }) => {
      const from = pageParam === '' ? ({ count: 'true' } as const) : { cursor: pageParam };
      const query = { ...question, ...from, ...(isBulk ? ({ abilities: 'true' } as const) : {}), limit: 200 };
      return answered(api.GET('/api/v1/cases', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 30_000,
  });
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows: data?.pages.flatMap(({ rows }) => rows),
    total: data?.pages[0]?.total,
    error,
    refetch: () => void refetch(),
    readOn,
  };
}
