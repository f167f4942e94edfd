import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { EmptyState, NotYet } from '../../ui/problem.js';
import { homeWords } from '../../words/home.words.js';
import { useWords } from '../../words/words.js';
import type { Relative } from './acting-for.js';
import { IssueCard } from './issue-card.js';

/** What a relative has said or waits for, as they would see it. */
export function RelativeMatters({ relative }: { relative: Relative }) {
  const w = useWords(homeWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('relative', relative.person),
    queryFn: () =>
      answered(
        api.GET('/api/v1/cases', {
          params: { query: { for: relative.person, workflow: 'issue', sort: 'changed', limit: 50 } },
        }),
      ),
  });
  return (
    <section className="stack" aria-labelledby="relative-matters">
      <h2 id="relative-matters">{w('mattersOf', { name: relative.name })}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && <EmptyState title={w('nothingSaidBy', { name: relative.name })} />}
      <ul className="tiles">
        {data?.rows.map(({ id, title, status, stage, changedAt, annex }) => (
          <IssueCard
            key={id}
            {...{ id, title, status, stage, changedAt }}
            place={annex?.place?.name ?? annex?.unitName ?? ''}
            isLate={annex?.isOverdue ?? false}
          />
        ))}
      </ul>
    </section>
  );
}
