import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { Box, NotYet, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { useActingFor } from '../resident/acting-for.js';
import { OwnPage } from './own-page.js';

type Authorisation = Schema<'Authorisations'>['given'][number];

/** Who may act for me, and for whom I may act. */
export function AuthorisationsPage() {
  const w = useWords(accountWords);
  return (
    <OwnPage title={w('authorisations')} canBeRead>
      <Authorisations />
    </OwnPage>
  );
}

function Authorisations() {
  const w = useWords(accountWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('authorisations'),
    queryFn: () => answered(api.GET('/api/v1/me/authorisations')),
    staleTime: 300_000,
  });
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  return (
    <>
      <section className="stack account-form" aria-labelledby="given">
        <h2 id="given">{w('givenTitle')}</h2>
        {data.given.length === 0 && <p className="soft">{w('nobodyGiven')}</p>}
        <ul className="account-list">
          {data.given.map((one) => (
            <AuthorisationItem key={one.id} one={one} isHeld={false} />
          ))}
        </ul>
        <Authorise />
      </section>
      <section className="stack account-form" aria-labelledby="held">
        <h2 id="held">{w('heldTitle')}</h2>
        {data.held.length === 0 && <p className="soft">{w('nobodyHeld')}</p>}
        <ul className="account-list">
          {data.held.map((one) => (
            <AuthorisationItem key={one.id} one={one} isHeld />
          ))}
        </ul>
      </section>
    </>
  );
}

function AuthorisationItem({ one: { id, name, person, from, to }, isHeld }: { one: Authorisation; isHeld: boolean }) {
  const w = useWords(accountWords);
  const { inWords } = useTimes();
  const navigate = useNavigate();
  const { relatives, choose } = useActingFor();
  const [isAsking, setAsking] = useState(false);
  const end = useCommand(
    (_: null, headers) =>
      answered(api.POST('/api/v1/me/authorisations/{id}/end', { params: { path: { id } }, headers })),
    { onDone: () => setAsking(false) },
  );
  const day = (one: string): string => inWords(one, 'day');
  return (
    <li>
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span className="soft small">
          {to === null ? w('period', { from: day(from) }) : w('periodTo', { from: day(from), to: day(to) })}
        </span>
      </span>
      <span className="row">
        {isHeld && relatives.some((relative) => relative.person === person) && (
          <Button
            look="primary"
            onPress={() => {
              choose(person);
              void navigate('/');
            }}
          >
            {w('actForThem')}
          </Button>
        )}
        <Button onPress={() => setAsking(true)}>{w(isHeld ? 'giveUp' : 'takeBack')}</Button>
      </span>
      <Confirm
        isOpen={isAsking}
        title={w(isHeld ? 'giveUp' : 'takeBack')}
        action={w(isHeld ? 'giveUp' : 'takeBack')}
        isPending={end.isPending}
        onConfirm={() => end.mutate(null)}
        onClose={() => setAsking(false)}
      >
        <p>{w(isHeld ? 'giveUpHelp' : 'takeBackHelp', { name })}</p>
        {end.error !== null && <ProblemBox error={end.error} />}
      </Confirm>
    </li>
  );
}

function Authorise() {
  const w = useWords(accountWords);
  const [login, setLogin] = useState('');
  const [to, setTo] = useState('');
  const give = useCommand(
    (_: null, headers) =>
      answered(
        api.POST('/api/v1/me/authorisations', { body: { login: login.trim(), ...(to === '' ? {} : { to }) }, headers }),
      ),
    {
      onDone: () => {
        setLogin('');
        setTo('');
      },
    },
  );
  return (
    <details>
      <summary>{w('authorise')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate(null);
        }}
      >
        <p>{w('authoriseHelp')}</p>
        <div role="status">{give.isSuccess && <Box kind="good">{w('saved')}</Box>}</div>
        {give.error !== null && <ProblemBox error={give.error} />}
        <TextField
          label={w('theirLogin')}
          value={login}
          onChange={setLogin}
          autoComplete="off"
          maxLength={200}
          isRequired
        />
        <TextField label={w('untilDay')} type="date" value={to} onChange={setTo} />
        <Button type="submit" look="primary" isPending={give.isPending}>
          {w('giveIt')}
        </Button>
      </form>
    </details>
  );
}
