import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import type { Once } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useTimes } from '../../app/times.js';
import { Box } from '../../ui/problem.js';
import { SearchBox } from '../../ui/search-box.js';
import { Chip, When } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';
import { AskedAct, PlainTable, Read } from './parts.js';

interface Account {
  person: string;
  name: string;
  status: 'active' | 'locked' | 'closed';
  logins: string[];
  hasSecondFactor: boolean;
  seenAt: string | null;
}

interface Said {
  kind: 'good' | 'warn';
  text: string;
  code?: string;
}

/** Accounts of the people of a unit: locked, unlocked, signed out, given a code for a new password. */
export function AccountsPart({ unit }: { unit: string }) {
  const w = useWords(operationsWords);
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const query = useQuery({
    queryKey: keys.list('accounts', unit),
    queryFn: () => answered(api.GET('/api/v1/accounts', { params: { query: { unit } } })),
  });
  const isFound = ({ name, logins }: Account): boolean =>
    [name, ...logins].some((one) => one.toLowerCase().includes(text.toLowerCase()));
  return (
    <>
      <p className="soft">{w('accountsHelp')}</p>
      <SearchBox label={w('search')} value={text} onSearch={setText} />
      <div role="status">
        {said !== null && (
          <Box kind={said.kind} title={said.text}>
            {said.code !== undefined && <code className="operations-code">{said.code}</code>}
          </Box>
        )}
      </div>
      <Read query={query}>
        {({ rows }) => (
          <PlainTable
            name={w('accounts')}
            heads={[w('person'), w('login'), w('status'), w('secondFactor'), w('seenAt'), w('which')]}
            rows={rows.filter(isFound).map((one) => ({
              key: one.person,
              cells: [
                <Link key="person" to={`/registry/people/${one.person}`}>
                  <bdi>{one.name}</bdi>
                </Link>,
                one.logins.join(' '),
                <Chip key="status" kind={({ active: 'good', locked: 'bad', closed: 'neutral' } as const)[one.status]}>
                  {w(one.status)}
                </Chip>,
                w(one.hasSecondFactor ? 'yes' : 'no'),
                one.seenAt === null ? w('never') : <When key="seen" at={one.seenAt} />,
                <AccountActs key="acts" account={one} onSaid={setSaid} />,
              ],
            }))}
          />
        )}
      </Read>
    </>
  );
}

function AccountActs({ account, onSaid }: { account: Account; onSaid: (said: Said) => void }) {
  const w = useWords(operationsWords);
  const { inWords } = useTimes();
  const { person, name, status, hasSecondFactor } = account;
  if (status === 'closed') return null;
  const path = { params: { path: { person } } };
  const done = (act: string) => () => onSaid({ kind: 'good', text: w('doneFor', { what: `${act} · ${name}` }) });
  const plain = [
    ...(status === 'active'
      ? [['lock', (headers: Once) => api.POST('/api/v1/people/{person}/account/lock', { ...path, headers })] as const]
      : [
          [
            'unlock',
            (headers: Once) => api.POST('/api/v1/people/{person}/account/unlock', { ...path, headers }),
          ] as const,
        ]),
    ['endSessions', (headers: Once) => api.POST('/api/v1/people/{person}/account/end-sessions', { ...path, headers })],
    ...(hasSecondFactor
      ? [
          [
            'resetSecondFactor',
            (headers: Once) => api.POST('/api/v1/people/{person}/account/reset-second-factor', { ...path, headers }),
          ] as const,
        ]
      : []),
  ] as const;
  return (
    <span className="row operations-acts">
      {plain.map(([act, send]) => (
        <AskedAct<unknown>
          key={act}
          {...{ act: w(act), name, help: w(`${act}Help`) }}
          {...(act === 'lock' ? { look: 'danger' as const } : {})}
          send={(_, headers) => answered<unknown>(send(headers))}
          onDone={done(w(act))}
        />
      ))}
      <AskedAct
        {...{ act: w('resetPassword'), name, help: w('resetPasswordHelp') }}
        send={(_, headers) =>
          answered(api.POST('/api/v1/people/{person}/account/reset-password', { ...path, headers }))
        }
        onDone={({ code, expiresAt }) =>
          onSaid({
            kind: 'warn',
            text: `${w('resetCode', { name })} ${w('validUntil', { when: inWords(expiresAt, 'dayAndTime') })}`,
            code,
          })
        }
      />
    </span>
  );
}
