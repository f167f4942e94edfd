import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { Consents } from './consents.js';
import { Erasure } from './erasure.js';
import { OwnPage } from './own-page.js';

/** What is held about me: who looked, what I agreed to, putting it right, taking it away, having it erased. */
export function MyDataPage() {
  const w = useWords(accountWords);
  return (
    <OwnPage title={w('data')} canBeRead>
      <Looks />
      <Consents />
      <Corrections />
      <Export />
      <Erasure />
    </OwnPage>
  );
}

function Looks() {
  const w = useWords(accountWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('looks'),
    queryFn: () => answered(api.GET('/api/v1/me/looks')),
  });
  return (
    <section className="stack account-form" aria-labelledby="data-looks">
      <h2 id="data-looks">{w('looks')}</h2>
      {error !== null && data === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data?.rows.length === 0 && <p className="soft">{w('noLooks')}</p>}
      <ul className="account-list">
        {data?.rows.map(({ seq, at, byName, field }) => (
          <li key={seq}>
            <span>
              {w('lookedAt', {
                who: byName,
                field: field === 'phone' || field === 'idNumber' ? w(`field_${field}`) : field,
              })}
            </span>
            <When at={at} exact />
          </li>
        ))}
      </ul>
    </section>
  );
}

const CORRECTION_KINDS = { open: 'info', done: 'good', refused: 'warn' } as const;

function Corrections() {
  const w = useWords(accountWords);
  const { inWords } = useTimes();
  const [field, setField] = useState('');
  const [wanted, setWanted] = useState('');
  const { data } = useQuery({
    queryKey: keys.mine('corrections'),
    queryFn: () => answered(api.GET('/api/v1/me/corrections')),
  });
  const ask = useCommand(
    (body: { field: string; wanted: string }, headers) =>
      answered(api.POST('/api/v1/me/corrections', { body, headers })),
    {
      onDone: () => {
        setField('');
        setWanted('');
      },
    },
  );
  return (
    <section className="stack account-form" aria-labelledby="data-corrections">
      <h2 id="data-corrections">{w('corrections')}</h2>
      <p className="soft">{w('correctionsHelp')}</p>
      <ul className="account-list">
        {data?.rows.map((one) => (
          <li key={one.id}>
            <span dir="auto">
              <strong>{one.field}</strong> {one.wanted}
              <br />
              <span className="soft small">{w('askedAt', { at: inWords(one.askedAt, 'short') })}</span> {one.answer}
            </span>
            <Chip kind={CORRECTION_KINDS[one.state]}>{w(`correction_${one.state}`)}</Chip>
          </li>
        ))}
      </ul>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ field, wanted });
        }}
      >
        {ask.error !== null && <ProblemBox error={ask.error} />}
        <TextField
          label={w('wrongField')}
          help={w('wrongFieldHelp')}
          value={field}
          onChange={setField}
          maxLength={100}
          isRequired
        />
        <TextField
          label={w('wanted')}
          value={wanted}
          onChange={setWanted}
          maxLength={1000}
          isLong
          rows={2}
          isRequired
        />
        <p>
          <Button type="submit" isPending={ask.isPending}>
            {w('askCorrection')}
          </Button>
        </p>
      </form>
    </section>
  );
}

/** Everything that is held, as a file on this device. */
function Export() {
  const w = useWords(accountWords);
  const take = useCommand(
    (format: 'json' | 'html', headers) =>
      answered(api.POST('/api/v1/me/data-export', { params: { query: { format } }, parseAs: 'blob', headers })),
    {
      onDone: (file, format) => {
        const url = URL.createObjectURL(file);
        const link = Object.assign(document.createElement('a'), { href: url, download: `minyi-my-data.${format}` });
        link.click();
        setTimeout(() => URL.revokeObjectURL(url), 60_000);
      },
    },
  );
  return (
    <section className="stack account-form" aria-labelledby="data-export">
      <h2 id="data-export">{w('takeAway')}</h2>
      <p className="soft">{w('takeAwayHelp')}</p>
      {take.error !== null && <ProblemBox error={take.error} />}
      <div role="status">{take.isSuccess && <Box kind="good">{w('saved')}</Box>}</div>
      <p className="row">
        <Button isPending={take.isPending} onPress={() => take.mutate('html')}>
          {w('asPage')}
        </Button>
        <Button isPending={take.isPending} onPress={() => take.mutate('json')}>
          {w('asData')}
        </Button>
      </p>
    </section>
  );
}
