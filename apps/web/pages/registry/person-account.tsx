import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand, type Once } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { ApiProblem } from '../../api/problem.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Confirm, Dialog } from '../../ui/dialog.js';
import { Box, Loading, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { peopleWords } from '../../words/people.words.js';
import { useBetween, useWords } from '../../words/words.js';
import type { Person } from './person.page.js';
import { RecordDialog } from './record-form.js';
import { labelOf } from './vocabulary.rules.js';

type Account = Schema<'Account'>;
const said = (key: keyof typeof peopleWords) => labelOf(peopleWords, key);
const loginField: FieldSchema = { type: 'string', maxLength: 100, label: said('login'), help: said('loginHelp') };
const NEW_ACCOUNT: FieldSchema = { type: 'object', required: [], properties: { login: loginField } };
const ONE_MORE_LOGIN: FieldSchema = { type: 'object', required: ['login'], properties: { login: loginField } };

/** With what somebody signs in: for operators. No password is ever shown; a code to set a new one is, once. */
export function PersonAccount({ person }: { person: Person }) {
  const w = useWords(peopleWords);
  const path = { person: person.id };
  const [isGiving, setGiving] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('account', person.id),
    queryFn: () => answered(api.GET('/api/v1/people/{person}/account', { params: { path } })),
    retry: false,
  });
  const hasNone = error instanceof ApiProblem && error.status === 404;
  const account = hasNone ? undefined : data;
  return (
    <section className="stack" aria-label={w('account')}>
      <h2>{w('account')}</h2>
      {error !== null && !hasNone && data === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {hasNone && (
        <>
          <p className="soft">{w('noAccount')}</p>
          <p>
            <Button onPress={() => setGiving(true)}>{w('giveAccount')}</Button>
          </p>
        </>
      )}
      {account !== undefined && <AccountFacts account={account} person={person} />}
      {isGiving && (
        <RecordDialog
          isOpen
          onClose={() => setGiving(false)}
          title={w('giveAccountTitle', { name: person.name })}
          action={w('giveAccount')}
          schema={NEW_ACCOUNT}
          unit={null}
          send={(value, headers) =>
            answered(api.POST('/api/v1/people/{person}/account', { params: { path }, body: value, headers }))
          }
          onDone={() => undefined}
        >
          <p>{w('giveAccountHelp')}</p>
        </RecordDialog>
      )}
    </section>
  );
}

function AccountFacts({ account, person }: { account: Account; person: Person }) {
  const w = useWords(peopleWords);
  const between = useBetween();
  return (
    <>
      <p>
        <Chip kind={account.status === 'active' ? 'good' : 'warn'}>{w(account.status)}</Chip>
      </p>
      <Facts
        facts={[
          [w('logins'), account.logins.length === 0 ? w('noLogin') : account.logins.join(between)],
          [w('password'), w(account.hasPassword ? 'isSet' : 'isNotSet')],
          [w('secondFactor'), w(account.hasSecondFactor ? 'isSet' : 'isNotSet')],
          [w('seenAt'), account.seenAt === null ? w('neverSeen') : <When key="seen" at={account.seenAt} />],
        ]}
      />
      <AccountActs account={account} person={person} />
    </>
  );
}

const ACTS = ['reset', 'lock', 'unlock', 'endSessions', 'resetSecondFactor', 'close'] as const;
type Act = (typeof ACTS)[number];
const HELP = {
  reset: 'resetHelp',
  lock: 'lockHelp',
  unlock: 'unlockHelp',
  endSessions: 'endSessionsHelp',
  resetSecondFactor: 'resetSecondFactorHelp',
  close: 'closeHelp',
} as const satisfies Record<Act, keyof typeof peopleWords>;

function send(act: Act, person: string, headers: Once): Promise<unknown> {
  const at = { params: { path: { person } }, headers };
  switch (act) {
    case 'reset':
      return answered(api.POST('/api/v1/people/{person}/account/reset-password', at));
    case 'lock':
      return answered(api.POST('/api/v1/people/{person}/account/lock', at));
    case 'unlock':
      return answered(api.POST('/api/v1/people/{person}/account/unlock', at));
    case 'endSessions':
      return answered(api.POST('/api/v1/people/{person}/account/end-sessions', at));
    case 'resetSecondFactor':
      return answered(api.POST('/api/v1/people/{person}/account/reset-second-factor', at));
    case 'close':
      return answered(api.POST('/api/v1/people/{person}/account/close', at));
  }
}

/** What an operator may do with an account: each asks once, in words. */
function AccountActs({ account, person }: { account: Account; person: Person }) {
  const w = useWords(peopleWords);
  const [doing, setDoing] = useState<Act | 'login' | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [done, setDone] = useState<Act | null>(null);
  const command = useCommand((act: Act, headers) => send(act, person.id, headers), {
    onDone: (came, act) => {
      setDoing(null);
      setDone(act);
      const made = came as { code?: string } | undefined;
      if (act === 'reset' && typeof made?.code === 'string') setCode(made.code);
    },
  });
  const isLocked = account.status === 'locked';
  const offered = ACTS.filter((act) => {
    if (act === 'lock') return !isLocked;
    if (act === 'unlock') return isLocked;
    return act !== 'resetSecondFactor' || account.hasSecondFactor;
  });
  const asked = doing === null || doing === 'login' ? null : doing;
  return (
    <>
      {done !== null && done !== 'reset' && (
        <div role="status">
          <Box kind="good">{w('actDone', { act: w(done) })}</Box>
        </div>
      )}
      <p className="row">
        {offered.map((act) => (
          <Button key={act} look={act === 'close' ? 'danger' : 'secondary'} onPress={() => setDoing(act)}>
            {w(act)}
          </Button>
        ))}
        <Button onPress={() => setDoing('login')}>{w('addLogin')}</Button>
      </p>
      <Confirm
        isOpen={asked !== null}
        title={asked === null ? '' : w('actTitle', { act: w(asked), name: person.name })}
        action={asked === null ? '' : w(asked)}
        look={asked === 'close' || asked === 'lock' ? 'danger' : 'primary'}
        isPending={command.isPending}
        onConfirm={() => asked !== null && command.mutate(asked)}
        onClose={() => setDoing(null)}
      >
        {asked !== null && <p>{w(HELP[asked])}</p>}
        {command.error !== null && <ProblemBox error={command.error} />}
      </Confirm>
      <Dialog isOpen={code !== null} onClose={() => setCode(null)} title={w('codeTitle', { name: person.name })}>
        <p className="rg-secret">{code}</p>
        <p>{w('codeHelp')}</p>
      </Dialog>
      {doing === 'login' && (
        <RecordDialog
          isOpen
          onClose={() => setDoing(null)}
          title={w('addLoginTitle', { name: person.name })}
          action={w('addLogin')}
          schema={ONE_MORE_LOGIN}
          unit={null}
          send={({ login }, headers) =>
            answered(
              api.POST('/api/v1/people/{person}/account/logins', {
                params: { path: { person: person.id } },
                body: { login: String(login) },
                headers,
              }),
            )
          }
          onDone={() => undefined}
        />
      )}
    </>
  );
}
