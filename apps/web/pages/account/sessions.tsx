import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { NotYet, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

const SHOWN_FIRST = 5;

/** Where I am signed in, and ending what I do not know. */
export function Sessions() {
  const w = useWords(accountWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('sessions'),
    queryFn: () => answered(api.GET('/api/v1/me/sessions')),
  });
  const [isAll, setAll] = useState(false);
  const end = useCommand((id: string, headers) =>
    answered(api.POST('/api/v1/me/sessions/{id}/end', { params: { path: { id } }, headers })),
  );
  const endOthers = useCommand((_: null, headers) => answered(api.POST('/api/v1/me/sessions/end-others', { headers })));
  const problem = end.error ?? endOthers.error;
  const rows = data?.rows ?? [];
  return (
    <section className="stack account-form" aria-labelledby="account-sessions">
      <h2 id="account-sessions">{w('sessions')}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {problem !== null && <ProblemBox error={problem} />}
      {data !== undefined && rows.length === 1 && <p className="soft">{w('onlyThis')}</p>}
      <ul className="account-list">
        {[...rows]
          .sort((a, b) => Number(b.isThis) - Number(a.isThis))
          .slice(0, isAll ? undefined : SHOWN_FIRST)
          .map(({ id, isThis, way, address, agent, seenAt }) => (
            <li key={id}>
              <span>
                {w(`way_${way}`)} · {deviceOf(agent)} <span className="soft small">{address}</span>{' '}
                {isThis && <Chip kind="good">{w('thisOne')}</Chip>}
                <br />
                <span className="soft small">
                  {w('seen')} <When at={seenAt} />
                </span>
              </span>
              {!isThis && (
                <Button isPending={end.isPending} onPress={() => end.mutate(id)}>
                  {w('endSession')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      {rows.length > 1 && (
        <p className="row">
          {!isAll && rows.length > SHOWN_FIRST && (
            <Button onPress={() => setAll(true)}>{w('showAll', { n: rows.length })}</Button>
          )}
          <Button look="danger" isPending={endOthers.isPending} onPress={() => endOthers.mutate(null)}>
            {w('endOthers')}
          </Button>
        </p>
      )}
    </section>
  );
}

/** The part of what a browser calls itself that people know: the system and the browser. */
function deviceOf(agent: string): string {
  const system = /(?:iPhone|iPad|Android|Windows|Mac OS X|Linux|HarmonyOS)/.exec(agent)?.[0];
  const browser = /(?:MicroMessenger|Edg|Firefox|Chrome|Safari)/.exec(agent)?.[0];
  return [system, browser].filter((one) => one !== undefined).join(' ') || agent.slice(0, 40);
}

const A_PAGE = 20;

/** My sign-ins, and attempts on my account. */
export function SignIns() {
  const w = useWords(accountWords);
  const signIns = usePaged(keys.mine('sign-ins'), (from) =>
    answered(api.GET('/api/v1/me/sign-ins', { params: { query: { limit: A_PAGE, ...from } } })),
  );
  return (
    <details className="account-form">
      <summary>{w('signIns')}</summary>
      <PagedRows list={signIns}>
        {(rows) => (
          <ul className="account-list">
            {rows.map(({ id, at, way, outcome, address, agent }) => (
              <li key={id}>
                <span>
                  <When at={at} exact /> · {w(`way_${way}`)} · <strong>{w(`outcome_${outcome}`)}</strong>
                </span>
                <span className="soft small">
                  {deviceOf(agent)} {address}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PagedRows>
    </details>
  );
}
