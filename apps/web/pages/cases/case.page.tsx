import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { casesWords } from '../../words/cases.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useWords } from '../../words/words.js';
import { useActingFor } from '../resident/acting-for.js';
import { CASE_VIEWS, GeneralCaseView } from './case-views.js';

/** The page of a case: that of its workflow, else the general one. */
export function CasePage() {
  const { id = '' } = useParams();
  const ui = useWords(uiWords);
  const w = useWords(casesWords);
  // whoever acts for a relative sees what the relative sees, and what may be done for them
  const { relative } = useActingFor();
  const query = relative === null ? {} : { for: relative.person };
  const { data, error, refetch } = useQuery({
    queryKey: relative === null ? keys.case(id) : keys.case(id, 'for', relative.person),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}', { params: { path: { id }, query } })),
  });
  if (error !== null && data === undefined)
    return (
      <Page title={w('untitled')}>
        <ProblemBox error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (data === undefined)
    return (
      <Page title={ui('loading')}>
        <Loading />
      </Page>
    );
  const View = CASE_VIEWS[data.workflow] ?? GeneralCaseView;
  return (
    <Suspense fallback={<Loading />}>
      <View key={data.id} seen={data} />
    </Suspense>
  );
}
