import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { ChoiceField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
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
