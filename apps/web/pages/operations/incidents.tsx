import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button, LinkButton } from '../../ui/button.js';
import { NativeSelect } from '../../ui/select-field.js';
import { EmptyState } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useWords } from '../../words/words.js';
import { AskedAct, Read } from './parts.js';

const STATES = ['open', 'retried', 'skipped', 'resolved'] as const;
type State = (typeof STATES)[number];

/** What the service could not carry out by itself, and what an operator decides about it. */
export function IncidentsPart() {
  const w = useWords(operationsWords);
  const ui = useWords(uiWords);
  const [status, setStatus] = useState<State | null>('open');
  const query = useInfiniteQuery({
    queryKey: keys.list('incidents', status),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/incidents', {
          params: {
            query: {
              limit: 50,
              ...(status === null ? {} : { status }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <>
      <p className="soft">{w('incidentsHelp')}</p>
      <div className="operations-choice">
        <NativeSelect
          label={w('which')}
          empty={w('every')}
          value={status}
          choices={STATES.map((value) => ({ value, label: w(value) }))}
          onChange={(value) => setStatus(STATES.find((one) => one === value) ?? null)}
        />
      </div>
      <Read query={query}>
        {({ pages }) => (
          <>
            {pages[0]?.rows.length === 0 && <EmptyState title={w('incidentsNone')} />}
            <ul className="operations-cards">
              {pages
                .flatMap(({ rows }) => rows)
                .map((one) => (
                  <Incident key={one.id} {...one} />
                ))}
            </ul>
          </>
        )}
      </Read>
      {query.hasNextPage && (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {ui('more')}
        </Button>
      )}
    </>
  );
}

interface IncidentProps {
  id: string;
  case: string;
  kind: 'effect' | 'fault';
  name: string;
  error: string;
  attempts: number;
  since: string;
  status: State;
}

function Incident(props: IncidentProps) {
  const { id, kind, name, error, attempts, since, status } = props;
  const w = useWords(operationsWords);
  const path = { params: { path: { id } } };
  const kinds = { open: 'bad', retried: 'info', skipped: 'neutral', resolved: 'good' } as const;
  return (
    <li className="card">
      <p className="row">
        <strong>
          {w(kind)} · {name}
        </strong>
        <Chip kind={kinds[status]}>{w(status)}</Chip>
        <span className="soft">
          {w('attempts', { n: attempts })} · <When at={since} />
        </span>
      </p>
      <pre className="operations-error">{error}</pre>
      <p className="row">
        <LinkButton size="small" to={`/cases/${props.case}/chart`}>
          {w('toCase')}
        </LinkButton>
        {status === 'open' && (
          <>
            <AskedAct
              {...{ act: w('retry'), name, help: w('retryHelp') }}
              look="primary"
              send={(_, headers) => answered(api.POST('/api/v1/incidents/{id}/retry', { ...path, headers }))}
            />
            <AskedAct
              {...{ act: w('skip'), name, help: w('skipHelp') }}
              look="danger"
              send={(_, headers) => answered(api.POST('/api/v1/incidents/{id}/skip', { ...path, headers }))}
            />
            <AskedAct
              {...{ act: w('resolve'), name, help: w('resolveHelp'), asks: w('note') }}
              send={(note, headers) =>
                answered(api.POST('/api/v1/incidents/{id}/resolve', { ...path, body: { note }, headers }))
              }
            />
          </>
        )}
      </p>
    </li>
  );
}
