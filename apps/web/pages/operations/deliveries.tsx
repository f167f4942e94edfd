import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { NativeSelect } from '../../ui/select-field.js';
import { Box, EmptyState } from '../../ui/problem.js';
import { When } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';
import { AskedAct, PlainTable, Read } from './parts.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

const STATES = ['pending', 'sent', 'skipped', 'failed'] as const;
type State = (typeof STATES)[number];
const STATE_WORDS = {
  pending: 'pendingDelivery',
  sent: 'sent',
  skipped: 'skippedDelivery',
  failed: 'failed',
} as const;
const CHANNELS = ['email', 'sms', 'robot'] as const;

/** How mails, text messages and robots stand, their log, and sending again what was given up. */
export function DeliveriesPart({ unit }: { unit: string }) {
  const w = useWords(operationsWords);
  const [said, setSaid] = useState('');
  const standing = useQuery({
    queryKey: keys.list('deliveries standing', unit),
    queryFn: () => answered(api.GET('/api/v1/deliveries/standing', { params: { query: { unit } } })),
  });
  const channel = (name: string): string => w(CHANNELS.find((one) => one === name) ?? 'robot');
  return (
    <>
      <Read query={standing}>
        {({ rows }) => (
          <PlainTable
            name={w('deliveries')}
            heads={[w('channel'), w('dueNow'), w('waiting'), w('failed'), w('sent'), w('lastError')]}
            rows={rows.map((row) => ({
              key: row.channel,
              cells: [channel(row.channel), row.due, row.waiting, row.failed, row.sent, row.lastError],
            }))}
          />
        )}
      </Read>
      <div className="row">
        <AskedAct
          {...{ act: w('replay'), name: w('replayAll'), help: w('replayHelp') }}
          send={(_, headers) => answered(api.POST('/api/v1/deliveries/replay', { body: { unit }, headers }))}
          onDone={({ replayed }) => setSaid(w('replayed', { n: replayed }))}
        />
      </div>
      <div role="status">{said !== '' && <Box kind="good">{said}</Box>}</div>
      <h2>{w('log')}</h2>
      <DeliveryLog unit={unit} />
    </>
  );
}

function DeliveryLog({ unit }: { unit: string }) {
  const w = useWords(operationsWords);
  const [status, setStatus] = useState<State | null>(null);
  const deliveries = usePaged(keys.list('deliveries', unit, status), (from) => {
    const query = { unit, limit: 50, ...(status === null ? {} : { status }), ...from };
    return answered(api.GET('/api/v1/deliveries', { params: { query } }));
  });
  return (
    <>
      <div className="operations-choice">
        <NativeSelect
          label={w('status')}
          empty={w('every')}
          value={status}
          choices={STATES.map((value) => ({ value, label: w(STATE_WORDS[value]) }))}
          onChange={(value) => setStatus(STATES.find((one) => one === value) ?? null)}
        />
      </div>
      <PagedRows list={deliveries} empty={<EmptyState title={w('logNone')} />}>
        {(rows) => (
          <PlainTable
            name={w('log')}
            heads={[w('when'), w('channel'), w('urgency'), w('status'), w('lastError'), w('workflow')]}
            rows={rows.map((row) => ({
              key: row.id,
              cells: [
                <When key="at" at={row.at} exact />,
                w(row.channel),
                w(row.urgency),
                w(STATE_WORDS[row.status]),
                row.status === 'failed' ? (
                  <span key="again" className="row">
                    {row.lastError}
                    <AskedAct
                      {...{ act: w('replay'), name: w(row.channel), help: w('replayHelp') }}
                      send={(_, headers) =>
                        answered(api.POST('/api/v1/deliveries/replay', { body: { unit, delivery: row.id }, headers }))
                      }
                    />
                  </span>
                ) : (
                  row.lastError
                ),
                <Link key="case" to={`/cases/${row.case}/chart`}>
                  {w('toCase')}
                </Link>,
              ],
            }))}
          />
        )}
      </PagedRows>
    </>
  );
}
