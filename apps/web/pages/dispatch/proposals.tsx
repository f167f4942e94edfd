import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { TextField } from '../../ui/fields.js';
import { EmptyState, NotYet, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { dutyWords } from '../../words/duty.words.js';
import { routingWords } from '../../words/routing.words.js';
import { useLabel, useWords } from '../../words/words.js';

type Proposal = Schema<'RoutingProposal'>;

/** What returns and rulings propose for the duty matrix, to be accepted or rejected with a reason. */
export function Proposals({ unit }: { unit: string }) {
  const w = useWords(routingWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('proposals', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/routing-proposals', { params: { path: { unit } } })),
    retry: false,
  });
  return (
    <section className="stack" aria-labelledby="proposals">
      <h2 id="proposals">{w('proposals')}</h2>
      <p className="soft">{w('proposalsHelp')}</p>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && (
        <EmptyState title={w('noProposals')}>
          <p>{w('noProposalsHelp')}</p>
        </EmptyState>
      )}
      {data?.rows.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} unit={unit} />
      ))}
    </section>
  );
}

const KINDS = { open: 'info', accepted: 'good', rejected: 'neutral' } as const;

function ProposalCard({ proposal, unit }: { proposal: Proposal; unit: string }) {
  const w = useWords(routingWords);
  const inLabel = useLabel();
  const { id, matter, matterName, fromName, toName, scopeName, count, cases, status, reason, decidedByName } = proposal;
  const line = w('proposalLine', {
    place: scopeName,
    matter: matterName === null ? matter : inLabel(matterName),
    from: fromName,
    to: toName,
  });
  return (
    <Card>
      <p className="row apart">
        <strong>{line}</strong>
        <Chip kind={KINDS[status]}>{w(status)}</Chip>
      </p>
      <details>
        <summary>{w('proposalCases', { n: count })}</summary>
        <ul>
          {cases.map((one, index) => (
            <li key={one}>
              <Link to={`/cases/${one}`}>{index + 1}</Link>
            </li>
          ))}
        </ul>
      </details>
      {status === 'open' ? (
        <Deciding name={line} unit={unit} proposal={id} />
      ) : (
        <p dir="auto">
          {decidedByName !== null && <strong>{decidedByName}</strong>} {reason}
        </p>
      )}
    </Card>
  );
}

function Deciding({ name, unit, proposal }: { name: string; unit: string; proposal: string }) {
  const w = useWords(routingWords);
  const duty = useWords(dutyWords);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const client = useQueryClient();
  const params = { path: { unit, proposal } };
  const decide = useCommand(({ yes, why }: { yes: boolean; why: string }, headers) =>
    answered(
      yes
        ? api.POST('/api/v1/units/{unit}/routing-proposals/{proposal}/accept', {
            params,
            body: { reason: why },
            headers,
          })
        : api.POST('/api/v1/units/{unit}/routing-proposals/{proposal}/reject', {
            params,
            body: { reason: why },
            headers,
          }),
    ),
  );
  const send = (yes: boolean): void => {
    setTried(true);
    // a colleague may have decided it since this was read: then the list says who did
    if (reason.trim() !== '')
      decide.mutate({ yes, why: reason.trim() }, { onError: () => void client.invalidateQueries() });
  };
  return (
    <div className="stack tight" role="group" aria-label={name}>
      <TextField
        label={w('reason')}
        value={reason}
        onChange={setReason}
        isRequired
        error={isTried && reason.trim() === '' ? duty('needed') : undefined}
      />
      {decide.error !== null && <ProblemBox error={decide.error} />}
      <p className="row">
        <Button look="primary" isPending={decide.isPending} onPress={() => send(true)}>
          {w('accept')}
        </Button>
        <Button isPending={decide.isPending} onPress={() => send(false)}>
          {w('reject')}
        </Button>
      </p>
    </div>
  );
}
