import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { triageWords } from '../../words/triage.words.js';
import { useWords } from '../../words/words.js';
import { TriageDesk } from './triage-desk.js';
import { triageCases } from './triage.rules.js';
import './coordinator.css';
import './triage.css';

/** Reports that wait to be answered and sorted, one after the other. */
export function TriagePage() {
  const w = useWords(triageWords);
  const desk = useWords(coordinatorWords);
  const { data: me, isPending: isAsking } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('triage'),
    queryFn: () => answered(api.GET('/api/v1/desk', { params: { query: { workflow: 'issue', limit: 200 } } })),
    enabled: me !== undefined,
  });
  const isOut = me === undefined && !isAsking;
  return (
    <Page title={w('title')} width="full" actions={<LinkButton to="/intake">{desk('toIntake')}</LinkButton>}>
      <>
        {isOut && (
          <EmptyState title={desk('signInFirst')}>
            <LinkButton to="/sign-in?next=/triage" look="primary">
              {desk('signIn')}
            </LinkButton>
          </EmptyState>
        )}
        {error !== null && data === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && !isOut && <Loading />}
        {data !== undefined && <TriageDesk cases={triageCases(data.rows)} />}
      </>
    </Page>
  );
}
