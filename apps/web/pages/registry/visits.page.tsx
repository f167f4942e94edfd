import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { localDate, now } from '../../app/clock.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Box, EmptyState, NotYet, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { visitWords } from '../../words/visits.words.js';
import { mayDo } from './reach.rules.js';
import { RecordDialog } from './record-form.js';
import { RegistryNav } from './registry-nav.js';
import { ForRegistryStaff } from './registry-staff.js';
import { useNames } from './use-names.js';
import { daysBetween, mostUrgentFirst, urgencyOf } from './visits.rules.js';
import { choiceOf, labelOf } from './vocabulary.rules.js';

type Held = Schema<'HeldHouseholds'>['rows'][number];
const PURPOSES = ['care', 'safety', 'needs', 'warning'] as const;
const said = (key: keyof typeof visitWords) => labelOf(visitWords, key);
/** The local date of the communities, which keep one time all year. */
const today = (): string => localDate(now());

/** Households to visit: mine, what others asked for, how much each helper holds. */
export function VisitsPage() {
  const w = useWords(visitWords);
  const { data: me } = useMe();
  return (
    <Page title={w('visits')}>
      <RegistryNav />
      <ForRegistryStaff needs="visit">
        <div className="stack loose">
          <MyHouseholds />
          {mayDo(me, 'assign') && (
            <>
              <Asked />
              <Loads />
            </>
          )}
        </div>
      </ForRegistryStaff>
    </Page>
  );
}

function MyHouseholds() {
  const w = useWords(visitWords);
  const { data: me } = useMe();
  const [isClaiming, setClaiming] = useState(false);
  const [state, setState] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('visits'),
    queryFn: () => answered(api.GET('/api/v1/visits/mine')),
  });
  return (
    <section className="stack" aria-label={w('mine')}>
      <div className="row apart">
        <h2>{w('mine')}</h2>
        {mayDo(me, 'read') && (
          <Button look="primary" onPress={() => setClaiming(true)}>
            {w('claim')}
          </Button>
        )}
      </div>
      {state !== null && (
        <div role="status">
          <Box kind="good">{w(state === 'asked' ? 'claimAsked' : 'claimInForce')}</Box>
        </div>
      )}
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && (
        <EmptyState title={w('noHouseholds')}>
          <p>{w('noHouseholdsHelp')}</p>
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <ul className="rg-list">
          {mostUrgentFirst(data.rows).map((held) => (
            <HeldRow key={held.claim} held={held} />
          ))}
        </ul>
      )}
      {isClaiming && <ClaimDialog onClose={() => setClaiming(false)} onDone={setState} />}
    </section>
  );
}

const URGENCY_KINDS = { overdue: 'bad', today: 'warn', week: 'info', later: 'neutral' } as const;

function HeldRow({ held }: { held: Held }) {
  const w = useWords(visitWords);
  const urgency = urgencyOf(held.due, today());
  const days = daysBetween(today(), held.due);
  return (
    <li>
      <span className="rg-what">
        <Link to={`/visits/${held.household}`}>
          <bdi>{held.address}</bdi>
        </Link>
        <span className="soft small">
          {w(held.purpose)} ·{' '}
          {held.lastVisit === null ? (
            w('neverVisited')
          ) : (
            <>
              {w('lastVisit')} <When at={held.lastVisit} />
            </>
          )}
        </span>
      </span>
      <Chip kind={URGENCY_KINDS[urgency]}>{w(urgency, { n: Math.abs(days), day: held.due })}</Chip>
    </li>
  );
}

const CLAIM: FieldSchema = {
  type: 'object',
  required: ['household', 'purpose'],
  properties: {
    household: { type: 'string', refers: 'household', label: said('household'), help: said('householdHelp') },
    purpose: { ...choiceOf(visitWords, PURPOSES), label: said('purpose') },
    to: { type: 'string', format: 'date', label: said('until'), help: said('untilHelp') },
  },
};

function ClaimDialog({ onClose, onDone }: { onClose: () => void; onDone: (state: string) => void }) {
  const w = useWords(visitWords);
  return (
    <RecordDialog
      isOpen
      onClose={onClose}
      title={w('claim')}
      action={w('claim')}
      schema={CLAIM}
      unit={null}
      send={(value, headers) =>
        // the form is made from the body of this endpoint; the service checks it again
        answered(api.POST('/api/v1/visits/claims', { body: value as never, headers }))
      }
      onDone={({ state }) => onDone(state)}
    >
      <p>{w('claimHelp')}</p>
    </RecordDialog>
  );
}

/** What helpers have asked for: confirmed or declined by who leads the place. */
function Asked() {
  const w = useWords(visitWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('visit-claims'),
    queryFn: () => answered(api.GET('/api/v1/visits/claims')),
  });
  const decide = useCommand(({ claim, accept }: { claim: string; accept: boolean }, headers) =>
    answered(
      api.POST('/api/v1/visits/claims/{claim}/decide', { params: { path: { claim } }, body: { accept }, headers }),
    ),
  );
  const nameOf = useNames((data?.rows ?? []).map(({ person }) => person));
  return (
    <section className="stack" aria-label={w('asked')}>
      <h2>{w('asked')}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && <p className="soft">{w('nothingAsked')}</p>}
      {decide.error !== null && <ProblemBox error={decide.error} />}
      <ul className="rg-list">
        {(data?.rows ?? []).map(({ id, person, household, purpose, to }) => {
          const name = nameOf(person);
          return (
            <li key={id}>
              <span className="rg-what">
                <span>{w('asksFor', { name, purpose: w(purpose) })}</span>
                <Link to={`/visits/${household}`}>{w('seeHousehold')}</Link>
                <span className="soft small">{w('untilDay', { day: to })}</span>
              </span>
              <span className="row">
                <Button
                  look="primary"
                  size="small"
                  isPending={decide.isPending}
                  onPress={() => decide.mutate({ claim: id, accept: true })}
                  aria-label={w('acceptOf', { name })}
                >
                  {w('accept')}
                </Button>
                <Button
                  size="small"
                  isPending={decide.isPending}
                  onPress={() => decide.mutate({ claim: id, accept: false })}
                  aria-label={w('declineOf', { name })}
                >
                  {w('decline')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How many households each helper holds and is late with: counts only. */
function Loads() {
  const w = useWords(visitWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('visit-loads'),
    queryFn: () => answered(api.GET('/api/v1/visits/loads')),
  });
  const nameOf = useNames((data?.rows ?? []).map(({ person }) => person));
  return (
    <section className="stack" aria-label={w('loads')}>
      <h2>{w('loads')}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && (
        <table className="rg-table">
          <caption className="visually-hidden">{w('loads')}</caption>
          <thead>
            <tr>
              <th scope="col">{w('helper')}</th>
              <th scope="col">{w('holds')}</th>
              <th scope="col">{w('late')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ person, held, overdue }) => (
              <tr key={person}>
                <th scope="row">
                  <bdi>{nameOf(person)}</bdi>
                </th>
                <td className="number">{w('householdCount', { n: held })}</td>
                <td className="number">{overdue === 0 ? w('noneLate') : w('householdCount', { n: overdue })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
