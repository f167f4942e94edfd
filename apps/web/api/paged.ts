import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

/** A part of a list as the service answers it: `next` says where the part after it begins, `null`: this was the last. */
interface Part {
  rows: readonly unknown[];
  next: string | null;
}

interface PagedOptions {
  /** Not before this is true. */
  isEnabled?: boolean;
  /** Reads on by itself until the end. */
  isWhole?: boolean;
  staleTime?: number;
  retry?: boolean;
}

/** A list that is read part by part. */
export interface PagedList<Row> {
  /** What was read so far; `undefined`: nothing yet. */
  rows: Row[] | undefined;
  error: Error | null;
  refetch: () => void;
  hasMore: boolean;
  isReadingOn: boolean;
  /** Reads the next part, if there is one and it is not on its way. */
  readOn: () => void;
}

/**
 * Reads a list part by part under the given key. `read` gets the cursor to ask with, or nothing for the first part, so that it can be
 * spread into a query; `first` is the first part with what the service says beside the rows.
 */
export function usePaged<Answer extends Part>(
  queryKey: readonly unknown[],
  read: (from: { cursor?: string }) => Promise<Answer>,
  { isEnabled = true, isWhole = false, staleTime, retry }: PagedOptions = {},
): PagedList<Answer['rows'][number]> & { first: Answer | undefined } {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === '' ? {} : { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: isEnabled,
    ...(staleTime === undefined ? {} : { staleTime }),
    ...(retry === undefined ? {} : { retry }),
  });
  const { data, error, refetch, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = list;
  const isDue = isWhole && hasNextPage && !isFetching && error === null;
  useEffect(() => {
    if (isDue) void fetchNextPage();
  }, [isDue, fetchNextPage]);
  return {
    rows: data?.pages.flatMap(({ rows }) => rows),
    first: data?.pages[0],
    error,
    refetch: () => void refetch(),
    hasMore: hasNextPage,
    isReadingOn: isFetchingNextPage,
    readOn: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
