import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { Loading } from '../../ui/problem.js';
import { StatusChip } from '../../ui/status.js';
import { shellWords } from '../../words/shell.words.js';
import { useWords } from '../../words/words.js';

/** The first page. */
export function HomePage() {
  const w = useWords(shellWords);
  const { data } = useQuery({
    queryKey: keys.list('recent'),
    queryFn: () => answered(api.GET('/api/v1/cases', { params: { query: { workflow: 'issue', limit: 20 } } })),
  });
  return (
    <Page title={w('product')} canBeRead>
      {data === undefined ? <Loading /> : (
        <ul>
          {data.rows.map(({ id, title, status, stage }) => (
            <li key={id}>
              <Link to={`/cases/${id}`}>{title}</Link> <StatusChip status={status} label={stage.label} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
