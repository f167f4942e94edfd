import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { Box, EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { peopleWords } from '../../words/people.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { useFilters } from '../../app/use-filters.js';
import { compared, doubtsOf } from './people.rules.js';
import type { Person } from './person.page.js';
import { RegistryNav } from './registry-nav.js';
import { ForRegistryStaff } from './registry-staff.js';

/** Two records of one person side by side: one stays, the other ends. */
export function MergePage() {
  const w = useWords(peopleWords);
  return (
    <Page
      title={w('mergeTitle')}
      above={
        <p>
          <Link to="/registry/people">{w('people')}</Link>
        </p>
      }
    >
      <RegistryNav />
      <ForRegistryStaff needs="write">
        <Merge />
      </ForRegistryStaff>
    </Page>
  );
}

function Merge() {
  const w = useWords(peopleWords);
  const { values, set } = useFilters(['keep', 'drop']);
  const { keep, drop } = values;
  const [one, other] = useQueries({
    queries: [keep, drop].map((person) => ({
      queryKey: keys.book('person', person),
      queryFn: () => answered(api.GET('/api/v1/people/{person}', { params: { path: { person: person ?? '' } } })),
      enabled: person !== null,
    })),
  });
  if (keep === null || drop === null || keep === drop)
    return (
      <EmptyState title={w('mergeNothing')}>
        <p>{w('mergeNothingHelp')}</p>
        <Link to="/registry/people">{w('people')}</Link>
      </EmptyState>
    );
  const error = one?.error ?? other?.error ?? null;
  if (error !== null) return <ProblemBox error={error} />;
  if (one?.data === undefined || other?.data === undefined) return <Loading />;
  return <Compared key={keep} keep={one.data} drop={other.data} onSwap={() => set({ keep: drop, drop: keep })} />;
}

function Compared({ keep, drop, onSwap }: { keep: Person; drop: Person; onSwap: () => void }) {
  const w = useWords(peopleWords);
  const between = useBetween();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const doubts = doubtsOf(keep, drop);
  const merge = useCommand(
    (body: { drop: string; reason: string }, headers) =>
      answered(api.POST('/api/v1/people/{person}/merge', { params: { path: { person: keep.id } }, body, headers })),
    { onDone: () => void navigate(`/registry/people/${keep.id}`) },
  );
  const shown = (value: string | number | null): string => (value === null ? w('notEntered') : String(value));
  const valueOf = (person: Person, field: keyof Person): string => {
    const value = person[field];
    return field === 'gender' && (value === 'female' || value === 'male')
      ? w(value)
      : shown(typeof value === 'string' || typeof value === 'number' ? value : null);
  };
  return (
    <>
      <p>{w('mergeHelp')}</p>
      <div className="rg-frame" role="region" aria-label={w('mergeTitle')} tabIndex={0}>
        <table className="rg-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{w('stays')}</th>
              <th scope="col">{w('ends')}</th>
            </tr>
          </thead>
          <tbody>
            {compared(keep, drop).map(({ field, differs }) => (
              <tr key={field}>
                <th scope="row">
                  {w(field)}
                  {differs && <span className="soft small"> {w('differs')}</span>}
                </th>
                <td className={differs ? 'differs' : ''}>
                  <bdi>{valueOf(keep, field)}</bdi>
                </td>
                <td className={differs ? 'differs' : ''}>
                  <bdi>{valueOf(drop, field)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Button onPress={onSwap}>{w('swap')}</Button>
      </p>
      {doubts.length > 0 && (
        <Box kind="warn" title={w('mergeDoubt')}>
          <p>{w('mergeDoubtHelp', { fields: doubts.map((field) => w(field)).join(between) })}</p>
        </Box>
      )}
      <TextField
        label={w('mergeReason')}
        isRequired
        maxLength={160}
        value={reason}
        onChange={setReason}
        error={isTried && reason.trim() === '' ? w('mergeReasonNeeded') : undefined}
      />
      <p>
        <Button
          look="danger"
          onPress={() => {
            setTried(true);
            if (reason.trim() !== '') setAsking(true);
          }}
        >
          {w('merge')}
        </Button>
      </p>
      <Confirm
        isOpen={isAsking}
        title={w('mergeConfirm', { name: keep.name })}
        action={w('merge')}
        look="danger"
        isPending={merge.isPending}
        onConfirm={() => merge.mutate({ drop: drop.id, reason: reason.trim() })}
        onClose={() => setAsking(false)}
      >
        <p>
          {w('mergeConfirmHelp', {
            keep: `${keep.name} ${keep.address ?? ''}`,
            drop: `${drop.name} ${drop.address ?? ''}`,
          })}
        </p>
        {merge.error !== null && <ProblemBox error={merge.error} />}
      </Confirm>
    </>
  );
}
