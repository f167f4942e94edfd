import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useSession } from '../../app/session.js';
import type { Done } from '../../forms/act-form.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Box, EmptyState, NotYet } from '../../ui/problem.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { intakeWords } from '../../words/intake.words.js';
import { useWords } from '../../words/words.js';
import { IntakeForm } from './intake-form.js';
import { useMyUnit } from './my-unit.js';
import { PrintLinks } from './print-links.js';
import './coordinator.css';

/** Enters a matter for somebody who came, called or wrote. */
export function IntakePage() {
  const w = useWords(intakeWords);
  const desk = useWords(coordinatorWords);
  const { data: session } = useSession();
  const unit = useMyUnit();
  const [done, setDone] = useState<Done | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('workflow', 'issue'),
    queryFn: () => answered(api.GET('/api/v1/workflows/{name}', { params: { path: { name: 'issue' } } })),
  });
  if (session !== undefined && session.person === null)
    return (
      <Page title={w('title')}>
        <EmptyState title={desk('signInFirst')}>
          <LinkButton to="/sign-in?next=/intake" look="primary">
            {desk('signIn')}
          </LinkButton>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={w('title')}
      actions={
        unit !== undefined && (
          <a
            className="button secondary normal"
            href={`/api/v1/units/${unit.id}/print/report-form`}
            target="_blank"
            rel="noreferrer"
          >
            {w('blank')}
          </a>
        )
      }
    >
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined &&
        (done === null ? (
          <IntakeForm schema={data.input as FieldSchema} onDone={setDone} />
        ) : (
          <Entered done={done} onAnother={() => setDone(null)} />
        ))}
    </Page>
  );
}

function Entered({ done, onAnother }: { done: Done; onAnother: () => void }) {
  const w = useWords(intakeWords);
  return (
    <div role="status">
      <Box kind={done.existing ? 'warn' : 'good'} title={w(done.existing ? 'existing' : 'done')}>
        <p className="row">
          <Button look="primary" autoFocus onPress={onAnother}>
            {w('another')}
          </Button>
          <LinkButton to={`/triage?case=${done.id}`}>{w('toTriage')}</LinkButton>
          <LinkButton to={`/cases/${done.id}`}>{w('openIt')}</LinkButton>
        </p>
        <PrintLinks of={{ id: done.id, workflow: 'issue' }} />
      </Box>
    </div>
  );
}
