import { useInfiniteQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { Button } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { fieldWorkWords } from '../../words/field-work.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useWords } from '../../words/words.js';
import { CallCard } from './call-card.js';
import { FilterChip } from './filter-chip.js';
import { useMyUnit } from './my-unit.js';
import { useFilters } from './use-filters.js';
import './coordinator.css';

const STATUSES = ['open', 'done', 'given_up', 'moot'] as const;

/** Who is to be called or told at the door, because no message reaches them. */
export function CallsPage() {
  const w = useWords(fieldWorkWords);
  const ui = useWords(uiWords);
  const unit = useMyUnit();
  const { values, set } = useFilters(['status']);
  const status = STATUSES.find((one) => one === values.status) ?? 'open';
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: keys.list('calls', unit?.id, status),
    queryFn: ({ pageParam }) => {
      const query = { unit: unit?.id ?? '', status, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return answered(api.GET('/api/v1/calls', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: unit !== undefined,
  });
  const rows = data?.pages.flatMap((page) => page.rows);
  return (
    <Page title={w('calls')} actions={unit !== undefined && <Prints unit={unit.id} />}>
      <p className="soft">{w('callsHelp')}</p>
      <div className="row" role="group" aria-label={w('which')}>
        {STATUSES.map((one) => (
          <FilterChip key={one} isOn={one === status} onPress={() => set({ status: one === 'open' ? null : one })}>
            {w(one)}
          </FilterChip>
        ))}
      </div>
      {error !== null && rows === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {rows === undefined && error === null && <Loading />}
      {rows?.length === 0 && (
        <EmptyState title={w('noCalls')}>
          <p>{w('noCallsHelp')}</p>
        </EmptyState>
      )}
      {rows?.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
      {hasNextPage && (
        <p>
          <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {ui('more')}
          </Button>
        </p>
      )}
    </Page>
  );
}

function Prints({ unit }: { unit: string }) {
  const w = useWords(fieldWorkWords);
  return (
    <>
      <a className="button secondary normal" href={`/api/v1/calls/print?unit=${unit}`} target="_blank" rel="noreferrer">
        {w('printList')}
      </a>
      <a className="button secondary normal" href={`/api/v1/calls/slips?unit=${unit}`} target="_blank" rel="noreferrer">
        {w('printSlips')}
      </a>
    </>
  );
}
