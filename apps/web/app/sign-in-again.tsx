import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../api/client.js';
import { useCommand } from '../api/command.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextField } from '../ui/fields.js';
import { ProblemBox } from '../ui/problem.js';
import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';

interface SignInAgainProps {
  isOpen: boolean;
  /** Who was signed in. */
  name: string;
  onDone: () => void;
}

/** Signing in above the page that is open, when a session has ended in the middle of something. */
export function SignInAgain({ isOpen, name, onDone }: SignInAgainProps) {
  const w = useWords(shellWords);
  return (
    <Dialog isOpen={isOpen} onClose={onDone} title={w('signInAgain')} actions={<></>}>
      <p>
        <bdi>{name}</bdi>
      </p>
      <p>{w('signInAgainHelp')}</p>
      <SignInForm onDone={onDone} />
    </Dialog>
  );
}

/** Name and password, then a code where one is asked for. */
export function SignInForm({
  onDone,
  login: given = '',
}: {
  onDone: (secondFactor: string | null) => void;
  login?: string;
}) {
  const w = useWords(shellWords);
  const client = useQueryClient();
  const [login, setLogin] = useState(given);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeDue, setCodeDue] = useState(false);
  const finish = async (secondFactor: string | null): Promise<void> => {
    setPassword('');
    setCode('');
    if (secondFactor === 'due') {
      setCodeDue(true);
      return;
    }
    await client.invalidateQueries();
    onDone(secondFactor);
  };
  const signIn = useCommand(
    (body: { login: string; password: string }, headers) => answered(api.POST('/api/v1/session', { body, headers })),
    { onDone: ({ secondFactor }) => void finish(secondFactor) },
  );
  const giveCode = useCommand(
    (body: { code: string }, headers) => answered(api.POST('/api/v1/session/second-factor', { body, headers })),
    { onDone: () => void finish('passed') },
  );
  const running = isCodeDue ? giveCode : signIn;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (running.isPending) return;
        if (isCodeDue) giveCode.mutate({ code });
        else signIn.mutate({ login, password });
      }}
    >
      {running.error !== null && <ProblemBox error={running.error} />}
      {isCodeDue ? (
        <TextField
          label={w('code')}
          help={w('codeHelp')}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          isRequired
          autoFocus
        />
      ) : (
        <>
          <TextField
            label={w('login')}
            value={login}
            onChange={setLogin}
            autoComplete="username"
            name="login"
            isRequired
          />
          <TextField
            label={w('password')}
            value={password}
            onChange={setPassword}
            type="password"
            autoComplete="current-password"
            name="password"
            isRequired
          />
        </>
      )}
      <Button look="primary" size="big" type="submit" isPending={running.isPending}>
        {w(isCodeDue ? 'next' : 'signIn')}
      </Button>
    </form>
  );
}
