import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { LEAST_PASSWORD } from './coming-in.rules.js';
import { SecretField } from './secret-field.js';

interface PasswordFormProps {
  /** Whether there is a password already, which is asked first. */
  hasPassword: boolean;
  /** Whether there is a name to sign in with already. */
  hasLogin: boolean;
}

/** Sets a password, and a name to sign in with where there is none. */
export function PasswordForm({ hasPassword, hasLogin }: PasswordFormProps) {
  const w = useWords(accountWords);
  const [login, setLogin] = useState('');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = password.length < LEAST_PASSWORD;
  const save = useCommand(
    (_: null, headers) =>
      answered(
        api.POST('/api/v1/me/password', {
          body: { password, ...(hasPassword ? { current } : {}), ...(hasLogin ? {} : { login }) },
          headers,
        }),
      ),
    {
      onDone: () => {
        setCurrent('');
        setPassword('');
        setTried(false);
      },
    },
  );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort) save.mutate(null);
      }}
    >
      <div role="status">{save.isSuccess && <Box kind="good">{w('saved')}</Box>}</div>
      {!hasLogin && (
        <TextField
          label={w('login')}
          help={w('loginHelp')}
          value={login}
          onChange={setLogin}
          autoComplete="username"
          maxLength={64}
          isRequired
        />
      )}
      {hasPassword && (
        <SecretField
          label={w('currentPassword')}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          isRequired
        />
      )}
      <SecretField
        label={w('newPassword')}
        help={w('newPasswordHelp')}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        isRequired
        error={isTried && isShort && !save.isSuccess ? w('tooShort') : undefined}
      />
      {save.error !== null && <ProblemBox error={save.error} />}
      <Button type="submit" look="primary" isPending={save.isPending}>
        {w(hasPassword ? 'changePassword' : 'setPassword')}
      </Button>
    </form>
  );
}
