import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { When } from '../../ui/status.js';
import { fieldWorkWords } from '../../words/field-work.words.js';
import { useWords } from '../../words/words.js';
import { VisitForm } from './visit-form.js';
import './coordinator.css';

/** Households somebody has taken on, the most urgent visit first. */
export function VisitsPage() {
  const w = useWords(fieldWorkWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('visits'),
    queryFn: () => answered(api.GET('/api/v1/visits/mine')),
  });
  return (
    <Page title={w('visits')}>
      <p className="soft">{w('visitsHelp')}</p>
      {error !== null && data === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.rows.length === 0 && (
        <EmptyState title={w('noVisits')}>
          <p>{w('noVisitsHelp')}</p>
        </EmptyState>
      )}
      {data?.rows.map((held) => (
        <Held key={held.claim} held={held} />
      ))}
    </Page>
  );
}

function Held({ held }: { held: Schema<'HeldHouseholds'>['rows'][number] }) {
  const w = useWords(fieldWorkWords);
  const { inWords } = useTimes();
  const [isOpen, setOpen] = useState(false);
  const dayOf = (day: string): string => inWords(`${day}T04:00:00Z`, 'weekday');
  return (
    <Card>
      <h2 className="co-name">
        <bdi>{held.address}</bdi>
      </h2>
      <Facts
        facts={[
          [w('nextVisit'), dayOf(held.due)],
          [w('lastVisit'), held.lastVisit === null ? w('never') : <When key="at" at={held.lastVisit} />],
          [w('until'), dayOf(held.to)],
        ]}
      />
      {isOpen ? (
        <VisitForm claim={held.claim} onClose={() => setOpen(false)} />
      ) : (
        <p>
          <Button look="primary" onPress={() => setOpen(true)}>
            {w('recordVisit')}
          </Button>
        </p>
      )}
    </Card>
  );
}
