import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { holds, useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { TextField } from '../../ui/fields.js';
import { EmptyState, NotYet, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { dutyWords } from '../../words/duty.words.js';
import { routingWords } from '../../words/routing.words.js';
import { useLabel, useWords } from '../../words/words.js';

type Admission = Schema<'Admission'>;

/** What may be handed down to communities: who applied, with which authority and money, and what was decided. */
export function Admissions({ unit }: { unit: string }) {
  const w = useWords(routingWords);
  const { data: me } = useMe();
  const mayDecide = holds(me, 'leader', 'secretary');
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('admissions', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/admissions', { params: { path: { unit } } })),
    retry: false,
  });
  return (
    <section className="stack" aria-labelledby="admissions">
      <h2 id="admissions">{w('admissions')}</h2>
      <p className="soft">{w('admissionsHelp')}</p>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && <EmptyState title={w('noAdmissions')} />}
      <div className="tiles">
        {data?.rows.map((admission) => (
          <AdmissionCard key={admission.id} admission={admission} decidesFor={mayDecide ? unit : null} />
        ))}
      </div>
    </section>
  );
}

const STATUS = {
  applied: ['admission_applied', 'info'],
  admitted: ['admission_admitted', 'good'],
  refused: ['admission_refused', 'bad'],
  withdrawn: ['admission_withdrawn', 'neutral'],
} as const;

function AdmissionCard({ admission, decidesFor }: { admission: Admission; decidesFor: string | null }) {
  const w = useWords(routingWords);
  const inLabel = useLabel();
  const { id, matter, matterName, applicantName, scopeName, means, status, ground, reason, to } = admission;
  const [word, kind] = STATUS[status];
  const title = matterName === null ? matter : inLabel(matterName);
  return (
    <Card>
      <p className="row apart">
        <strong>{title}</strong>
        <Chip kind={kind}>{w(word)}</Chip>
      </p>
      <Facts
        facts={[
          [w('applicant'), <bdi key="applicant">{applicantName}</bdi>],
          [w('scope'), <bdi key="scope">{scopeName}</bdi>],
          [
            w('reason'),
            <span key="reason" dir="auto">
              {reason}
            </span>,
          ],
          [
            w('means'),
            <span key="means" dir="auto">
              {means}
            </span>,
          ],
          [w('grounds'), ground],
          [w('status'), to === null ? null : w('until', { to })],
        ]}
      />
      {status === 'applied' && decidesFor !== null && <Decision unit={decidesFor} admission={id} name={title} />}
    </Card>
  );
}

function Decision({ unit, admission, name }: { unit: string; admission: string; name: string }) {
  const w = useWords(routingWords);
  const duty = useWords(dutyWords);
  const [ground, setGround] = useState('');
  const [isTried, setTried] = useState(false);
  const decide = useCommand((body: { admitted: boolean; ground: string }, headers) =>
    answered(
      api.POST('/api/v1/units/{unit}/admissions/{admission}/decide', {
        params: { path: { unit, admission } },
        body,
        headers,
      }),
    ),
  );
  const send = (admitted: boolean): void => {
    setTried(true);
    if (ground.trim() !== '') decide.mutate({ admitted, ground: ground.trim() });
  };
  return (
    <div className="stack tight" role="group" aria-label={`${w('decide')}：${name}`}>
      <TextField
        label={w('grounds')}
        value={ground}
        onChange={setGround}
        isRequired
        error={isTried && ground.trim() === '' ? duty('needed') : undefined}
      />
      {decide.error !== null && <ProblemBox error={decide.error} />}
      <p className="row">
        <Button look="primary" isPending={decide.isPending} onPress={() => send(true)}>
          {w('admit')}
        </Button>
        <Button isPending={decide.isPending} onPress={() => send(false)}>
          {w('refuse')}
        </Button>
      </p>
    </div>
  );
}
