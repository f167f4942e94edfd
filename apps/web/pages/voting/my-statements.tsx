import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useDraft } from '../../forms/drafts.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { opinionWords } from '../../words/opinion.words.js';
import { useWords } from '../../words/words.js';
import { usePersonId } from './ballot-queries.js';

/** Says one thing for others to answer. */
export function SayStatement({ deliberation }: { deliberation: string }) {
  const w = useWords(opinionWords);
  const person = usePersonId();
  const { value, setValue, drop } = useDraft(`${person ?? ''} ${deliberation} statement`, '');
  const [isTried, setTried] = useState(false);
  const [said, setSaid] = useState<'saidWaiting' | 'saidShown' | null>(null);
  const command = useCommand(
    (text: string, headers) =>
      answered(
        api.POST('/api/v1/deliberations/{deliberation}/statements', {
          params: { path: { deliberation } },
          headers,
          body: { text },
        }),
      ),
    {
      onDone: ({ state }) => {
        drop();
        setTried(false);
        setSaid(state === 'shown' ? 'saidShown' : 'saidWaiting');
      },
    },
  );
  return (
    <section className="stack" aria-labelledby="say">
      <h2 id="say">{w('say')}</h2>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          setSaid(null);
          if (value.trim() !== '') command.mutate(value.trim());
        }}
      >
        <TextField
          label={w('sayField')}
          help={w('sayHelp')}
          value={value}
          onChange={setValue}
          isLong
          rows={3}
          isRequired
          maxLength={400}
          error={isTried && value.trim() === '' ? w('needed') : undefined}
        />
        {command.error !== null && <ProblemBox error={command.error} />}
        <div role="status">{said !== null && <Box kind="good">{w(said)}</Box>}</div>
        <p>
          <Button type="submit" look="primary" isPending={command.isPending}>
            {w('saySend')}
          </Button>
        </p>
      </form>
    </section>
  );
}

type Mine = Schema<'MyStatements'>['rows'][number];
const CHIPS = { waiting: 'info', shown: 'good', rejected: 'warn', merged: 'note' } as const;

/** What I said, what became of it and why; where a merge is proposed, my word is asked. */
export function MyStatements({ deliberation, rows }: { deliberation: string; rows: readonly Mine[] }) {
  const w = useWords(opinionWords);
  if (rows.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="my-statements">
      <h2 id="my-statements">{w('mine')}</h2>
      {rows.map((row) => (
        <Card key={row.number} as="div">
          <p dir="auto">{row.text ?? w('erased')}</p>
          <p className="row">
            <Chip kind={CHIPS[row.state]}>{w(`state_${row.state}`)}</Chip>
            {row.mergedInto !== null && <span>{w('mergedInto', { n: row.mergedInto })}</span>}
          </p>
          {row.reason !== null && <p dir="auto">{w('because', { reason: row.reason })}</p>}
          {row.asked !== null && <MergeAsked deliberation={deliberation} number={row.number} text={row.asked.text} />}
        </Card>
      ))}
    </section>
  );
}

function MergeAsked({ deliberation, number, text }: { deliberation: string; number: number; text: string | null }) {
  const w = useWords(opinionWords);
  const command = useCommand((accept: boolean, headers) =>
    answered(
      api.POST('/api/v1/deliberations/{deliberation}/statements/{number}/merge/answer', {
        params: { path: { deliberation, number } },
        headers,
        body: { accept },
      }),
    ),
  );
  return (
    <Box kind="note" title={w('mergeAsked')}>
      <p dir="auto">{w('mergeOther', { text: text ?? w('erased') })}</p>
      {command.error !== null && <ProblemBox error={command.error} />}
      <div className="row">
        <Button look="primary" isPending={command.isPending} onPress={() => command.mutate(true)}>
          {w('mergeYes')}
        </Button>
        <Button isPending={command.isPending} onPress={() => command.mutate(false)}>
          {w('mergeNo')}
        </Button>
      </div>
    </Box>
  );
}
