import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { NotYet } from '../../ui/problem.js';
import { residentWords } from '../../words/resident.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useWords } from '../../words/words.js';
import { useActingFor } from './acting-for.js';
import { NoticeView } from './notice-view.js';

/** One notice, by the id of its case. */
export function NoticePage() {
  const { id = '' } = useParams();
  const w = useWords(residentWords);
  const ui = useWords(uiWords);
  const { relative } = useActingFor();
  const query = relative === null ? {} : { for: relative.person };
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(id, 'for', relative?.person ?? null),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}', { params: { path: { id }, query } })),
  });
  if (data !== undefined) return <NoticeView seen={data} />;
  return <Page title={error === null ? ui('loading') : w('notice')}>{<NotYet error={error} onRetry={refetch} />}</Page>;
}
