import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Box, EmptyState } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';
import { AddForm } from './add-form.js';
import { AskedAct, PlainTable, Read } from './parts.js';
import { SwitchAct } from './switch-act.js';

const EVENTS = ['case.started', 'case.changed', 'case.ended'] as const;
const ROBOTS = ['wecom', 'dingtalk', 'feishu'] as const;
const URGENCIES = ['emergency', 'important', 'routine'] as const;
const chosen = <Value extends string>(all: readonly Value[], written = ''): Value[] =>
  all.filter((one) => written.split(' ').includes(one));

/** Who else is told of cases: other systems by webhook, group chats by robot. */
export function HooksPart({ unit }: { unit: string }) {
  return (
    <>
      <Webhooks unit={unit} />
      <Robots unit={unit} />
    </>
  );
}

function Webhooks({ unit }: { unit: string }) {
  const w = useWords(operationsWords);
  const [secret, setSecret] = useState('');
  const query = useQuery({
    queryKey: keys.list('webhooks', unit),
    queryFn: () => answered(api.GET('/api/v1/webhooks', { params: { query: { unit } } })),
  });
  return (
    <section className="stack" aria-labelledby="webhooks">
      <h2 id="webhooks">{w('webhooks')}</h2>
      <p className="soft">{w('webhooksHelp')}</p>
      <AddForm
        title={w('addWebhook')}
        action={w('add')}
        fields={[
          { name: 'name', label: w('name'), kind: 'text' },
          { name: 'url', label: w('url'), kind: 'text', help: w('urlHelp') },
          {
            ...{ name: 'events', label: w('events'), kind: 'many' as const },
            choices: EVENTS.map((value) => ({ value, label: w(value) })),
          },
        ]}
        send={({ name = '', url = '', events }, headers) =>
          answered(api.POST('/api/v1/webhooks', { body: { unit, name, url, events: chosen(EVENTS, events) }, headers }))
        }
        onDone={(done) => setSecret(done.secret)}
      />
      <Secret secret={secret} />
      <Read query={query}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <EmptyState title={w('webhooksNone')} />}
            <ul className="operations-cards">
              {rows.map((one) => (
                <Webhook key={one.id} {...one} />
              ))}
            </ul>
          </>
        )}
      </Read>
    </section>
  );
}

/** A secret is shown once and kept nowhere on the page. */
export function Secret({ secret }: { secret: string }) {
  const w = useWords(operationsWords);
  return (
    <div role="status">
      {secret !== '' && (
        <Box kind="warn" title={w('secretOnce')}>
          <code className="operations-code">{secret}</code>
        </Box>
      )}
    </div>
  );
}

function Webhook({ id, name, host, isActive }: { id: string; name: string; host: string; isActive: boolean }) {
  const w = useWords(operationsWords);
  const [isShown, setShown] = useState(false);
  const [isTested, setTested] = useState(false);
  const path = { params: { path: { webhook: id } } };
  return (
    <li className="card">
      <p className="row">
        <strong>{name}</strong> <span className="soft">{host}</span>
        <Chip kind={isActive ? 'good' : 'neutral'}>{w(isActive ? 'isOn' : 'isOff')}</Chip>
      </p>
      <div className="row">
        <AskedAct
          {...{ act: w('test'), name, help: w('webhooksHelp') }}
          send={(_, headers) => answered(api.POST('/api/v1/webhooks/{webhook}/test', { ...path, headers }))}
          onDone={() => {
            setTested(true);
            setShown(true);
          }}
        />
        <SwitchAct
          {...{ name, isActive }}
          send={(isOn, headers) =>
            answered(api.POST('/api/v1/webhooks/{webhook}/switch', { ...path, body: { isActive: isOn }, headers }))
          }
        />
        <Button size="small" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
          {w('seeSent')}
        </Button>
      </div>
      <p role="status">{isTested && w('tested')}</p>
      {isShown && <WebhookLog webhook={id} name={name} />}
    </li>
  );
}

function WebhookLog({ webhook, name }: { webhook: string; name: string }) {
  const w = useWords(operationsWords);
  const query = useQuery({
    queryKey: keys.list('webhook deliveries', webhook),
    queryFn: () => answered(api.GET('/api/v1/webhooks/{webhook}/deliveries', { params: { path: { webhook } } })),
    refetchInterval: 10_000,
  });
  const states = { pending: 'pendingDelivery', sent: 'sent', failed: 'failed' } as const;
  return (
    <Read query={query}>
      {({ rows }) => (
        <PlainTable
          name={`${w('seeSent')} · ${name}`}
          heads={[w('when'), w('events'), w('status'), w('lastError'), w('which')]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <When key="at" at={row.at} exact />,
              row.event,
              `${w(states[row.status])} · ${w('attempts', { n: row.attempts.length })}`,
              row.attempts.at(-1)?.error ?? row.attempts.at(-1)?.responseCode,
              <AskedAct
                key="again"
                {...{ act: w('replay'), name: row.event, help: w('replayHelp') }}
                send={(_, headers) =>
                  answered(
                    api.POST('/api/v1/webhooks/{webhook}/deliveries/{delivery}/replay', {
                      params: { path: { webhook, delivery: row.id } },
                      headers,
                    }),
                  )
                }
              />,
            ],
          }))}
        />
      )}
    </Read>
  );
}

function Robots({ unit }: { unit: string }) {
  const w = useWords(operationsWords);
  const query = useQuery({
    queryKey: keys.list('robots', unit),
    queryFn: () => answered(api.GET('/api/v1/robots', { params: { query: { unit } } })),
  });
  return (
    <section className="stack" aria-labelledby="robots">
      <h2 id="robots">{w('robots')}</h2>
      <p className="soft">{w('robotsHelp')}</p>
      <AddForm
        title={w('addRobot')}
        action={w('add')}
        fields={[
          { name: 'kind', label: w('kind'), kind: 'one', choices: ROBOTS.map((value) => ({ value, label: w(value) })) },
          { name: 'name', label: w('name'), kind: 'text' },
          { name: 'url', label: w('url'), kind: 'text', help: w('urlHelp') },
          { name: 'secret', label: w('secret'), kind: 'text', isOptional: true },
          {
            ...{ name: 'urgencies', label: w('urgency'), kind: 'many' as const },
            choices: URGENCIES.map((value) => ({ value, label: w(value) })),
          },
        ]}
        send={({ kind, name = '', url = '', secret = '', urgencies }, headers) =>
          answered(
            api.POST('/api/v1/robots', {
              body: {
                ...{ unit, name, url, kind: ROBOTS.find((one) => one === kind) ?? 'wecom' },
                ...{ secret: secret === '' ? null : secret, urgencies: chosen(URGENCIES, urgencies) },
              },
              headers,
            }),
          )
        }
      />
      <Read query={query}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <EmptyState title={w('robotsNone')} />}
            <ul className="operations-cards">
              {rows.map(({ id, kind, name, host, isActive, urgencies }) => (
                <li key={id} className="card">
                  <p className="row">
                    <strong>{name}</strong>
                    <span className="soft">
                      {w(kind)} · {host} · {urgencies.map((one) => w(one)).join(' / ')}
                    </span>
                    <Chip kind={isActive ? 'good' : 'neutral'}>{w(isActive ? 'isOn' : 'isOff')}</Chip>
                  </p>
                  <div className="row">
                    <SwitchAct
                      {...{ name, isActive }}
                      send={(isOn, headers) =>
                        answered(
                          api.POST('/api/v1/robots/{robot}/switch', {
                            params: { path: { robot: id } },
                            ...{ body: { isActive: isOn }, headers },
                          }),
                        )
                      }
                    />
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Read>
    </section>
  );
}
