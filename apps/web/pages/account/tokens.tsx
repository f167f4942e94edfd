import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { CheckField, TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { SecretField } from './secret-field.js';

/** Keys for programs that act as I do. */
export function Tokens({ hasPassword }: { hasPassword: boolean }) {
  const w = useWords(accountWords);
  const { inWords } = useTimes();
  const { data } = useQuery({
    queryKey: keys.mine('tokens'),
    queryFn: () => answered(api.GET('/api/v1/me/tokens')),
  });
  const revoke = useCommand((id: string, headers) =>
    answered(api.POST('/api/v1/me/tokens/{id}/revoke', { params: { path: { id } }, headers })),
  );
  const rows = data?.rows ?? [];
  return (
    <details className="account-form">
      <summary>{w('tokens')}</summary>
      <div className="stack">
        <p className="soft">{w('tokensHelp')}</p>
        {revoke.error !== null && <ProblemBox error={revoke.error} />}
        {rows.length === 0 && <p>{w('noTokens')}</p>}
        <ul className="account-list">
          {rows.map(({ id, name, ending, expiresAt, revokedAt }) => (
            <li key={id}>
              <span>
                <bdi>{name}</bdi>{' '}
                <span className="soft small">{w('tokenEnding', { ending, at: inWords(expiresAt, 'day') })}</span>
              </span>
              {revokedAt === null ? (
                <Button isPending={revoke.isPending} onPress={() => revoke.mutate(id)}>
                  {w('revoke')}
                </Button>
              ) : (
                <Chip>{w('revoked')}</Chip>
              )}
            </li>
          ))}
        </ul>
        <NewToken hasPassword={hasPassword} />
      </div>
    </details>
  );
}

const USUAL_DAYS = 90;
const MOST_DAYS = 366;

function NewToken({ hasPassword }: { hasPassword: boolean }) {
  const w = useWords(accountWords);
  const [name, setName] = useState('');
  const [days, setDays] = useState(String(USUAL_DAYS));
  const [mayAct, setMayAct] = useState(false);
  const [password, setPassword] = useState('');
  const make = useCommand(
    (_: null, headers) =>
      answered(
        api.POST('/api/v1/me/tokens', {
          body: {
            name,
            days: Math.min(MOST_DAYS, Math.max(1, Number(days) || USUAL_DAYS)),
            scopes: mayAct ? ['cases.read', 'cases.act'] : ['cases.read'],
            ...(hasPassword ? { password } : {}),
          },
          headers,
        }),
      ),
    {
      onDone: () => {
        setName('');
        setPassword('');
      },
    },
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(null);
      }}
    >
      {make.data !== undefined && (
        <Box kind="good" title={w('tokenShown')}>
          <code className="account-secret">{make.data.token}</code>
        </Box>
      )}
      <TextField label={w('tokenName')} value={name} onChange={setName} maxLength={100} isRequired />
      <TextField label={w('tokenDays')} value={days} onChange={setDays} inputMode="numeric" isRequired />
      <CheckField label={w('scopeAct')} help={w('scopeRead')} isSelected={mayAct} onChange={setMayAct} />
      {hasPassword && (
        <SecretField
          label={w('currentPassword')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          isRequired
        />
      )}
      {make.error !== null && <ProblemBox error={make.error} />}
      <Button type="submit" isPending={make.isPending}>
        {w('makeToken')}
      </Button>
    </form>
  );
}
