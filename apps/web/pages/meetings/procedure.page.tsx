import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { holds, useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Box, Loading, ProblemBox } from '../../ui/problem.js';
import { rulesWords } from '../../words/rules.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { ChangesList } from './changes-list.js';
import { usePlace } from './use-place.js';

/** The rules of procedure to read and to print, written from what is in force, and the way into the register. */
export function ProcedurePage() {
  const w = useWords(rulesWords);
  const inLabel = useLabel();
  const unit = usePlace();
  const { data: me } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('procedure', unit),
    queryFn: () => answered(api.GET('/api/v1/procedure', { params: { query: { unit: unit ?? '' } } })),
    enabled: unit !== null,
  });
  const command = useCommand((fingerprint: string, headers) =>
    answered(api.POST('/api/v1/procedure', { body: { unit: unit ?? '', fingerprint }, headers })),
  );
  const mayPropose = holds(me, 'coordinator', 'secretary', 'adviser', 'operator');
  return (
    <Page
      title={data === undefined ? w('procedure') : inLabel(data.document.title)}
      above={<Link to="/rules">{w('back')}</Link>}
      canBeRead
      actions={unit !== null && <a href={`/api/v1/procedure/print?unit=${unit}`}>{w('print')}</a>}
    >
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <p className="soft">{w('procedureIntro')}</p>
          <Box kind={data.inForce === null ? 'warn' : 'good'}>
            {data.inForce === null
              ? w('notEntered')
              : w('entered', { number: data.inForce.number, n: data.inForce.version })}
          </Box>
          {data.changes.length > 0 && (
            <section aria-labelledby="changed">
              <h2 id="changed">{w('changed')}</h2>
              <ChangesList changes={data.changes} nameOf={(path) => path} />
            </section>
          )}
          {mayPropose && (data.inForce === null || data.changes.length > 0) && (
            <div className="stack tight no-print">
              <p>{w('proposeHelp')}</p>
              {command.error !== null && <ProblemBox error={command.error} />}
              {command.data === undefined ? (
                <p>
                  <Button look="primary" isPending={command.isPending} onPress={() => command.mutate(data.fingerprint)}>
                    {w('propose')}
                  </Button>
                </p>
              ) : (
                <Box kind="good" title={w('proposed')}>
                  <Link to={`/cases/${command.data.case}`}>{w('seeCase')}</Link>
                </Box>
              )}
            </div>
          )}
          {data.document.sections.map(({ key, heading, articles }) => (
            <section key={key} className="stack tight" aria-labelledby={`section-${key}`}>
              <h2 id={`section-${key}`}>{inLabel(heading)}</h2>
              <ol>
                {articles.map((article) => (
                  <li key={article.key}>
                    {inLabel(article.text)}
                    {article.law !== null && <p className="soft small">{article.law}</p>}
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </>
      )}
    </Page>
  );
}
