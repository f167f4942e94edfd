import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import type { OwnUnit } from './paper.rules.js';

/** Says that somebody casts for one's household or flat who should not. */
export function ContestForm({ ballot, unit }: { ballot: string; unit: OwnUnit }) {
  const w = useWords(votingWords);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const command = useCommand((text: string, headers) =>
    answered(
      api.POST('/api/v1/ballots/{ballot}/contests', {
        params: { path: { ballot } },
        headers,
        body: { entry: unit.entry, reason: text },
      }),
    ),
  );
  if (command.isSuccess)
    return (
      <div role="status">
        <Box kind="good">{w('contestDone')}</Box>
      </div>
    );
  const isMissing = isTried && reason.trim() === '';
  return (
    <details className="no-print">
      <summary className="vote-more">{w('contest')}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (reason.trim() !== '') command.mutate(reason.trim());
        }}
      >
        <p>{w('contestHelp')}</p>
        <TextField
          label={w('contestReason')}
          value={reason}
          onChange={setReason}
          isLong
          isRequired
          maxLength={1000}
          error={isMissing ? w('needed') : undefined}
        />
        {command.error !== null && <ProblemBox error={command.error} />}
        <p>
          <Button type="submit" isPending={command.isPending}>
            {w('contestSend')}
          </Button>
        </p>
      </form>
    </details>
  );
}
