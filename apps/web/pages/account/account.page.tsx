import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useSession } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { NotYet, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { OwnPage } from './own-page.js';
import { PasswordForm } from './password-form.js';
import { SecretField } from './secret-field.js';
import { EnrolStep, RecoveryCodes } from './second-factor.js';
import { Sessions, SignIns } from './sessions.js';
import { SignOutButton } from './sign-out.js';
import { Tokens } from './tokens.js';

/** How I come in: names, password, second factor, where I am signed in, keys for programs. */
export function AccountPage() {
  const w = useWords(accountWords);
  return (
    <OwnPage title={w('account')} actions={<SignOutButton />}>
      <Account />
    </OwnPage>
  );
}

function Account() {
  const w = useWords(accountWords);
  const between = useBetween();
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('account'),
    queryFn: () => answered(api.GET('/api/v1/me/account')),
  });
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  return (
    <>
      <section className="stack account-form" aria-labelledby="account-password">
        <h2 id="account-password">{w('password')}</h2>
        <p>
          {w('logins')} <strong>{data.logins.length === 0 ? w('noLogin') : data.logins.join(between)}</strong>
        </p>
        <PasswordForm key={String(data.hasPassword)} hasPassword={data.hasPassword} hasLogin={data.logins.length > 0} />
      </section>
      <SecondFactor account={data} />
      <Identities account={data} />
      <Sessions />
      <SignIns />
      <Tokens hasPassword={data.hasPassword} />
    </>
  );
}

function SecondFactor({ account: { secondFactor, hasPassword } }: { account: Schema<'MyAccount'> }) {
  const w = useWords(accountWords);
  const [open, setOpen] = useState<'enrol' | 'codes' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = (): void => {
    setOpen(null);
    setCodes(null);
  };
  return (
    <section className="stack account-form" aria-labelledby="account-factor">
      <h2 id="account-factor">{w('secondFactor')}</h2>
      <p>{secondFactor.isSet ? w('factorOn', { n: secondFactor.codesLeft }) : w('factorOff')}</p>
      <div className="row">
        {!secondFactor.isSet && <Button onPress={() => setOpen('enrol')}>{w('factorSet')}</Button>}
        {secondFactor.isSet && <Button onPress={() => setOpen('codes')}>{w('newCodes')}</Button>}
      </div>
      <Dialog
        isOpen={open !== null}
        onClose={close}
        title={w(codes === null ? 'secondFactor' : 'codesTitle')}
        actions={<></>}
      >
        {codes !== null && <RecoveryCodes codes={codes} onDone={close} />}
        {codes === null && open === 'enrol' && <Enrol hasPassword={hasPassword} onDone={setCodes} />}
        {codes === null && open === 'codes' && <NewCodes onDone={setCodes} />}
      </Dialog>
    </section>
  );
}

function Enrol({ hasPassword, onDone }: { hasPassword: boolean; onDone: (codes: readonly string[]) => void }) {
  const w = useWords(accountWords);
  const [password, setPassword] = useState('');
  return (
    <>
      {hasPassword && (
        <SecretField
          label={w('currentPassword')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          isRequired
        />
      )}
      <EnrolStep password={hasPassword ? password : undefined} onDone={onDone} />
    </>
  );
}

function NewCodes({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const w = useWords(accountWords);
  const [code, setCode] = useState('');
  const renew = useCommand(
    (body: { code: string }, headers) =>
      answered(api.POST('/api/v1/me/second-factor/recovery-codes', { body, headers })),
    { onDone: ({ recoveryCodes }) => onDone(recoveryCodes) },
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        renew.mutate({ code });
      }}
    >
      {renew.error !== null && <ProblemBox error={renew.error} />}
      <TextField
        label={w('factorCode')}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        inputMode="numeric"
        isRequired
      />
      <Button type="submit" look="primary" isPending={renew.isPending}>
        {w('newCodes')}
      </Button>
    </form>
  );
}

/** Identities of a sign-on service that lead to this account. */
function Identities({ account: { identities } }: { account: Schema<'MyAccount'> }) {
  const w = useWords(accountWords);
  const { inWords } = useTimes();
  const { data: session } = useSession();
  const link = useCommand(
    (_: null) => answered(api.POST('/api/v1/single-sign-on', { body: { purpose: 'link', next: '/account' } })),
    {
      onDone: ({ url }) => location.assign(url),
    },
  );
  const unlink = useCommand((body: { issuer: string }, headers) =>
    answered(api.POST('/api/v1/me/identities/unlink', { body, headers })),
  );
  if (session?.singleSignOn == null && identities.length === 0) return null;
  return (
    <section className="stack account-form" aria-labelledby="account-identities">
      <h2 id="account-identities">{w('identities')}</h2>
      {(link.error ?? unlink.error) !== null && <ProblemBox error={link.error ?? unlink.error} />}
      <ul className="account-list">
        {identities.map(({ issuer, linkedAt }) => (
          <li key={issuer}>
            <span>
              {issuer} <span className="soft small">{w('linkedAt', { at: inWords(linkedAt, 'day') })}</span>
            </span>
            <Button isPending={unlink.isPending} onPress={() => unlink.mutate({ issuer })}>
              {w('unlink')}
            </Button>
          </li>
        ))}
      </ul>
      {session?.singleSignOn != null && identities.length === 0 && (
        <p>
          <Button isPending={link.isPending} onPress={() => link.mutate(null)}>
            {w('linkIdentity', { name: session.singleSignOn })}
          </Button>
        </p>
      )}
    </section>
  );
}
