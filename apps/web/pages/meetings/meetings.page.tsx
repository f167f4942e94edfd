import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useLanguage } from '../../app/preferences.js';
import { holds, useMe } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import { CommandForm } from '../../forms/act-form.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { StatusChip } from '../../ui/status.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { useOwnUnit } from './use-own-unit.js';

type Row = Schema<'CaseRow'>;

/** Meetings: what sits now, what comes, whose minutes wait, what was held. */
export function MeetingsPage() {
  const w = useWords(meetingsWords);
  const { data: me } = useMe();
  const [isCalling, setCalling] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('meetings'),
    queryFn: () => answered(api.GET('/api/v1/cases', { params: { query: { workflow: 'meeting', limit: 60 } } })),
  });
  const rows = data?.rows ?? [];
  const active = rows.filter(({ status }) => status === 'active');
  const at = (stage: string): Row[] => active.filter((row) => row.stage.key === stage);
  const mayCall =
    me?.startable.some(({ name }) => name === 'meeting') === true && holds(me, 'coordinator', 'chair', 'secretary');
  return (
    <Page
      title={w('title')}
      actions={
        mayCall && (
          <Button look="primary" onPress={() => setCalling(true)}>
            {w('call')}
          </Button>
        )
      }
    >
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {at('sitting').length > 0 && <Group title={w('running')} rows={at('sitting')} />}
          <Group title={w('coming')} rows={at('convened')} isSoonestFirst />
          {at('convened').length === 0 && <EmptyState title={w('noneComing')}>{w('noneComingHelp')}</EmptyState>}
          {at('minutes').length > 0 && <Group title={w('minutesWait')} rows={at('minutes')} />}
          <Group title={w('past')} rows={rows.filter(({ status }) => status !== 'active')} />
          {rows.length === 0 && <EmptyState title={w('nonePast')} />}
        </>
      )}
      <Dialog isOpen={isCalling} onClose={() => setCalling(false)} title={w('call')} actions={<></>}>
        <CallForm onClose={() => setCalling(false)} />
      </Dialog>
    </Page>
  );
}

function Group({
  title,
  rows,
  isSoonestFirst = false,
}: {
  title: string;
  rows: readonly Row[];
  isSoonestFirst?: boolean;
}) {
  const w = useWords(meetingsWords);
  const { inWords } = useTimes();
  const startOf = (row: Row): string => row.annex?.dueAt ?? row.createdAt;
  const sorted = isSoonestFirst ? [...rows].sort((a, b) => startOf(a).localeCompare(startOf(b))) : rows;
  if (rows.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      <ul className="tiles">
        {sorted.map((row) => (
          <Card key={row.id} as="li">
            <h3>
              <Link to={`/meetings/${row.id}`}>
                <bdi>{row.title}</bdi>
              </Link>
            </h3>
            <p className="row small">
              <StatusChip status={row.status} label={row.stage.label} />
              <span>
                {w('oneLine', {
                  when: inWords(isSoonestFirst ? startOf(row) : row.createdAt, 'short'),
                  unit: row.annex?.unitName ?? '',
                })}
              </span>
            </p>
          </Card>
        ))}
      </ul>
    </section>
  );
}

/** Fields another case fills in when it calls a meeting. */
const NOT_BY_HAND = ['named', 'matter', 'petition', 'calledBy'];

function CallForm({ onClose }: { onClose: () => void }) {
  const w = useWords(meetingsWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const unit = useOwnUnit();
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('workflow', 'meeting'),
    queryFn: () => answered(api.GET('/api/v1/workflows/{name}', { params: { path: { name: 'meeting' } } })),
  });
  if (error !== null) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <CommandForm
      action={w('call')}
      schema={data.input as FieldSchema}
      draft="meeting start"
      given={{ level: 'council', members: 20, ...(unit === null ? {} : { unit }) }}
      without={NOT_BY_HAND}
      place={{ unit, language }}
      send={(input, headers) =>
        answered(
          api.POST('/api/v1/cases', {
            body: { workflow: 'meeting', input, ...(typeof input['unit'] === 'string' ? { unit: input['unit'] } : {}) },
            headers,
          }),
        )
      }
      onDone={({ id }) => void navigate(`/meetings/${id}`)}
      onCancel={onClose}
    />
  );
}
