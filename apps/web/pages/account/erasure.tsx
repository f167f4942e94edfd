import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useNames } from '../../app/names.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { ChoiceField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';

type Ground = Schema<'Erasure'>['ground'];

const GROUNDS: readonly Ground[] = [
  'consent withdrawn',
  'purpose achieved',
  'moved away or died',
  'unlawful',
  'retention over',
];

const STATE_KINDS = { asked: 'info', confirmed: 'warn', refused: 'warn', done: 'good' } as const;

/** Asking to be erased; it is asked once more in words, and a colleague of the office decides. */
export function Erasure() {
  const w = useWords(accountWords);
  const [ground, setGround] = useState<Ground | null>(null);
  const [isAsking, setAsking] = useState(false);
  const ask = useCommand(
    (body: { ground: Ground }, headers) => answered(api.POST('/api/v1/me/erasure', { body, headers })),
    {
      onDone: () => setAsking(false),
    },
  );
  return (
    <section className="stack account-form" aria-labelledby="data-erasure">
      <h2 id="data-erasure">{w('erasure')}</h2>
      <p className="soft">{w('erasureHelp')}</p>
      <Asked />
      <div role="status">{ask.isSuccess && <Box kind="good">{w('erasureAsked')}</Box>}</div>
      {ask.error !== null && <ProblemBox error={ask.error} />}
      <details>
        <summary>{w('askErasure')}</summary>
        <div className="stack">
          <ChoiceField
            label={w('ground')}
            value={ground}
            onChange={(chosen) => setGround(GROUNDS.find((one) => one === chosen) ?? null)}
            choices={GROUNDS.map((one) => ({ value: one, label: w(`ground_${one}`) }))}
            isRequired
          />
          <p>
            <Button look="danger" isDisabled={ground === null} onPress={() => setAsking(true)}>
              {w('askErasure')}
            </Button>
          </p>
        </div>
      </details>
      <Confirm
        isOpen={isAsking}
        title={w('askErasure')}
        action={w('askErasure')}
        look="danger"
        isPending={ask.isPending}
        onConfirm={() => ground !== null && ask.mutate({ ground })}
        onClose={() => setAsking(false)}
      >
        <p>{w('erasureConfirm')}</p>
      </Confirm>
    </section>
  );
}

/** What was asked for, and what became of it: being refused is owed a reason. */
function Asked() {
  const w = useWords(accountWords);
  const { inWords } = useTimes();
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('erasures'),
    queryFn: () => answered(api.GET('/api/v1/me/erasures')),
  });
  const nameOf = useNames(data?.rows.map(({ person }) => person) ?? []);
  if (data === undefined) return error === null ? null : <ProblemBox error={error} onRetry={() => void refetch()} />;
  return (
    <ul className="account-list">
      {data.rows.map(({ id, person, ground, state, askedAt, decidedAt, answer }) => (
        <li key={id}>
          <span dir="auto">
            <strong>
              <bdi>{nameOf(person)}</bdi>
            </strong>{' '}
            {w(`ground_${ground}`)}
            <br />
            <span className="soft small">
              {w('askedAt', { at: inWords(askedAt, 'short') })}
              {decidedAt !== null && ` · ${w('decidedAt', { at: inWords(decidedAt, 'short') })}`}
            </span>{' '}
            {answer}
          </span>
          <Chip kind={STATE_KINDS[state]}>{w(`erasure_${state}`)}</Chip>
        </li>
      ))}
    </ul>
  );
}
