import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { Button, LinkButton } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { residentWords } from '../../words/resident.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { IssueCard } from './issue-card.js';
import { IssueFilters } from './issue-filters.js';
import { queryOf } from './issue-filters.rules.js';
import './resident.css';

const A_PAGE = 24;

/** All issues that are open to the reader, by words, step and place; the address names what is shown. */
export function IssuesPage() {
  const w = useWords(residentWords);
  const ui = useWords(uiWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const [search, setSearch] = useSearchParams();
  const query = queryOf(search);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.list('issues', query, me?.person ?? null),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/cases', {
          params: {
            query: {
              ...query,
              workflow: 'issue',
              sort: 'changed',
              limit: A_PAGE,
              ...(pageParam === '' ? { count: 'true' } : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total;
  return (
    <Page
      title={w('issues')}
      width="full"
      actions={
        <LinkButton look="primary" to="/report">
          {w('say')}
        </LinkButton>
      }
    >
      <IssueFilters key={search.get('text') ?? ''} />
      {error !== null && data === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      <p role="status" className="soft">
        {total !== undefined && w(total.isMore ? 'foundMore' : 'found', { n: total.count })}
      </p>
      {data !== undefined && rows.length === 0 && (
        <EmptyState title={w('nothingFound')}>
          <p>{w('nothingFoundHelp')}</p>
          <Button onPress={() => setSearch({})}>{w('clearFilters')}</Button>
        </EmptyState>
      )}
      <ul className="tiles">
        {rows.map(({ id, title, status, stage, changedAt, annex }) => (
          <IssueCard
            key={id}
            {...{ id, title, status, stage, changedAt }}
            place={annex?.place?.name ?? annex?.unitName ?? ''}
            isLate={annex?.isOverdue ?? false}
            category={annex?.category == null ? null : inLabel(annex.category)}
            headingLevel={2}
          />
        ))}
      </ul>
      {hasNextPage && (
        <p>
          <Button size="big" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {ui('more')}
          </Button>
        </p>
      )}
    </Page>
  );
}
