import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { inFours } from './coming-in.rules.js';
import './account.css';

/** The code of the authenticator, after the password. */
export function CodeStep({ onDone }: { onDone: () => void }) {
  const w = useWords(accountWords);
  const [code, setCode] = useState('');
  const give = useCommand(
    (body: { code: string }, headers) => answered(api.POST('/api/v1/session/second-factor', { body, headers })),
    { onDone },
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate({ code });
      }}
    >
      <p>{w('codeLead')}</p>
      {give.error !== null && <ProblemBox error={give.error} />}
      <TextField
        label={w('code')}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        inputMode="numeric"
        isRequired
        autoFocus
      />
      <Button type="submit" look="primary" size="big" isPending={give.isPending}>
        {w('next')}
      </Button>
    </form>
  );
}

interface EnrolStepProps {
  /** Asked once more, where the session may do anything else besides. */
  password?: string | undefined;
  /** Called with the recovery codes, which are shown this once. */
  onDone: (recoveryCodes: readonly string[]) => void;
}

/** Setting up a second factor: a picture to scan, then the first code. */
export function EnrolStep({ password, onDone }: EnrolStepProps) {
  const w = useWords(accountWords);
  const [code, setCode] = useState('');
  const begin = useCommand((_: null, headers) =>
    answered(api.POST('/api/v1/me/second-factor', { body: password === undefined ? {} : { password }, headers })),
  );
  const confirm = useCommand(
    (body: { code: string }, headers) => answered(api.POST('/api/v1/me/second-factor/confirm', { body, headers })),
    { onDone: ({ recoveryCodes }) => onDone(recoveryCodes) },
  );
  if (begin.data === undefined)
    return (
      <div className="stack">
        <p>{w('enrolLead')}</p>
        {begin.error !== null && <ProblemBox error={begin.error} />}
        <Button look="primary" size="big" isPending={begin.isPending} onPress={() => begin.mutate(null)}>
          {w('enrolBegin')}
        </Button>
      </div>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ code });
      }}
    >
      <p>{w('enrolLead')}</p>
      <Enrolment enrolment={begin.data} />
      {confirm.error !== null && <ProblemBox error={confirm.error} />}
      <TextField
        label={w('code')}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        inputMode="numeric"
        isRequired
      />
      <Button type="submit" look="primary" size="big" isPending={confirm.isPending}>
        {w('next')}
      </Button>
    </form>
  );
}

function Enrolment({ enrolment: { picture, secret } }: { enrolment: Schema<'Enrolment'> }) {
  const w = useWords(accountWords);
  return (
    <>
      <img className="account-qr" src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt={w('enrolPicture')} />
      <p>
        {w('enrolSecret')} <code className="account-secret">{inFours(secret)}</code>
      </p>
    </>
  );
}

/** Recovery codes to write down. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const w = useWords(accountWords);
  return (
    <div className="stack">
      <p>{w('codesLead')}</p>
      <ol className="account-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button look="primary" size="big" onPress={onDone}>
        {w('codesDone')}
      </Button>
    </div>
  );
}
