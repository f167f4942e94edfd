import { useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { Button, LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/problem.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { IssueCard } from './issue-card.js';
import { IssueFilters } from './issue-filters.js';
import { queryOf } from './issue-filters.rules.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';
import './resident.css';

const A_PAGE = 24;

/** All issues that are open to the reader, by words, step and place; the address names what is shown. */
export function IssuesPage() {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const [search, setSearch] = useSearchParams();
  const query = queryOf(search);
  const issues = usePaged(keys.list('issues', query, me?.person ?? null), (from) => {
    const counted = from.cursor === undefined ? ({ count: 'true' } as const) : from;
    const wanted = { ...query, workflow: 'issue', sort: 'changed', limit: A_PAGE, ...counted } as const;
    return answered(api.GET('/api/v1/cases', { params: { query: wanted } }));
  });
  const total = issues.first?.total;
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
      <p role="status" className="soft">
        {total !== undefined && w(total.isMore ? 'foundMore' : 'found', { n: total.count })}
      </p>
      <PagedRows
        list={issues}
        more="big"
        empty={
          <EmptyState title={w('nothingFound')}>
            <p>{w('nothingFoundHelp')}</p>
            <Button onPress={() => setSearch({})}>{w('clearFilters')}</Button>
          </EmptyState>
        }
      >
        {(rows) => (
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
        )}
      </PagedRows>
    </Page>
  );
}
