import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { holds, useMe, useSession } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useWords } from '../../words/words.js';
import { GeneralDesk } from './general-desk.js';
import './coordinator.css';

const DepartmentDesk = lazy(async () => ({ default: (await import('../dispatch/department-desk.js')).DepartmentDesk }));

/** What waits for whoever is signed in. */
export function DeskPage() {
  const w = useWords(coordinatorWords);
  const { data: session } = useSession();
  const { data: me } = useMe();
  const [params] = useSearchParams();
  const {
    data: counts,
    error,
    refetch,
  } = useQuery({
    queryKey: keys.list('desk-counts'),
    queryFn: () => answered(api.GET('/api/v1/desk/counts')),
    enabled: me !== undefined,
  });
  const isSignedIn = session?.person != null;
  const isEverything = params.get('view') === 'all';
  const doesTasks =
    holds(me, 'department') || ((counts?.queues.length ?? 0) > 0 && !holds(me, 'coordinator', 'collector', 'hotline'));
  const isDepartment = doesTasks && !isEverything;
  return (
    <Page
      title={w('desk')}
      width="full"
      actions={me !== undefined && <DeskLinks doesTasks={doesTasks} isEverything={isEverything} />}
    >
      {session !== undefined && !isSignedIn && (
        <EmptyState title={w('signInFirst')}>
          <p>{w('signInFirstHelp')}</p>
          <LinkButton to="/sign-in?next=/desk" look="primary">
            {w('signIn')}
          </LinkButton>
        </EmptyState>
      )}
      {error !== null && counts === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {isSignedIn && counts === undefined && error === null && <Loading />}
      {isDepartment && (
        <Suspense fallback={<Loading />}>
          <DepartmentDesk />
        </Suspense>
      )}
      {counts !== undefined && !isDepartment && <GeneralDesk counts={counts} />}
    </Page>
  );
}

function DeskLinks({ doesTasks, isEverything }: { doesTasks: boolean; isEverything: boolean }) {
  const w = useWords(coordinatorWords);
  const { data: me } = useMe();
  return (
    <>
      {doesTasks && (
        <LinkButton to={isEverything ? '/desk' : '/desk?view=all'}>
          {w(isEverything ? 'toDispatch' : 'everything')}
        </LinkButton>
      )}
      {holds(me, 'coordinator', 'collector', 'leader') && <LinkButton to="/triage">{w('toTriage')}</LinkButton>}
      {holds(me, 'coordinator', 'collector', 'hotline', 'gridLeader', 'gridMember') && (
        <LinkButton to="/intake" look="primary">
          {w('toIntake')}
        </LinkButton>
      )}
    </>
  );
}
