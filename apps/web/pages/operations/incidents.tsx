import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { LinkButton } from '../../ui/button.js';
import { NativeSelect } from '../../ui/select-field.js';
import { EmptyState } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';
import { AskedAct } from './parts.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

const STATES = ['open', 'retried', 'skipped', 'resolved'] as const;
type State = (typeof STATES)[number];

/** What the service could not carry out by itself, and what an operator decides about it. */
export function IncidentsPart() {
  const w = useWords(operationsWords);
  const [status, setStatus] = useState<State | null>('open');
  const incidents = usePaged(keys.list('incidents', status), (from) => {
    const query = { limit: 50, ...(status === null ? {} : { status }), ...from };
    return answered(api.GET('/api/v1/incidents', { params: { query } }));
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
      <PagedRows list={incidents} empty={<EmptyState title={w('incidentsNone')} />}>
        {(rows) => (
          <ul className="operations-cards">
            {rows.map((one) => (
              <Incident key={one.id} {...one} />
            ))}
          </ul>
        )}
      </PagedRows>
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
