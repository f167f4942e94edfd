import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Page } from '../../app/page.js';
import { Button, LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { LEAST_PASSWORD } from './coming-in.rules.js';
import { SecretField } from './secret-field.js';

/** A new password with the code the office has given. */
export function PasswordResetPage() {
  const w = useWords(accountWords);
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = password.length < LEAST_PASSWORD;
  const reset = useCommand((body: { code: string; password: string }) =>
    answered(api.POST('/api/v1/password-reset', { body })),
  );
  if (reset.data !== undefined) {
    const { login } = reset.data;
    return (
      <Page title={w('resetTitle')}>
        <Box kind="good" title={w('resetDone')}>
          {login !== null && <p>{w('yourLogin', { login })}</p>}
        </Box>
        <LinkButton
          look="primary"
          size="big"
          to={`/sign-in${login === null ? '' : `?login=${encodeURIComponent(login)}`}`}
        >
          {w('signIn')}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page title={w('resetTitle')} canBeRead>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isShort) reset.mutate({ code, password });
        }}
      >
        <p>{w('resetLead')}</p>
        {reset.error !== null && <ProblemBox error={reset.error} />}
        <TextField
          label={w('resetCode')}
          value={code}
          onChange={setCode}
          autoComplete="off"
          maxLength={60}
          isRequired
        />
        <SecretField
          label={w('newPassword')}
          help={w('newPasswordHelp')}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          isRequired
          error={isTried && isShort ? w('tooShort') : undefined}
        />
        <Button type="submit" look="primary" size="big" isPending={reset.isPending}>
          {w('save')}
        </Button>
      </form>
    </Page>
  );
}
