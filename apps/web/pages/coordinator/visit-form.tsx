import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { now } from '../../app/clock.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { ProblemBox } from '../../ui/problem.js';
import { fieldWorkWords } from '../../words/field-work.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useWords } from '../../words/words.js';

const OUTCOMES = ['met', 'spoken by phone', 'not home', 'declined', 'needs help'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Records that somebody was there just now, or called. */
export function VisitForm({ claim, onClose }: { claim: string; onClose: () => void }) {
  const w = useWords(fieldWorkWords);
  const ui = useWords(uiWords);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const command = useCommand(
    (input: { outcome: Outcome; note: string }, headers) => {
      const at = new Date(now()).toISOString();
      const noted = input.note === '' ? {} : { note: input.note };
      return answered(api.POST('/api/v1/visits', { body: { claim, at, outcome: input.outcome, ...noted }, headers }));
    },
    { onDone: onClose },
  );
  return (
    <div className="co-sub stack tight">
      <ChoiceField
        label={w('outcome')}
        isRequired
        choices={OUTCOMES.map((value) => ({ value, label: w(value) }))}
        value={outcome}
        onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? null)}
      />
      <TextField label={w('note')} isLong maxLength={2000} value={note} onChange={setNote} />
      {command.error !== null && <ProblemBox error={command.error} />}
      <p className="row">
        <Button
          look="primary"
          isDisabled={outcome === null}
          isPending={command.isPending}
          onPress={() => outcome !== null && command.mutate({ outcome, note: note.trim() })}
        >
          {w('save')}
        </Button>
        <Button onPress={onClose}>{ui('cancel')}</Button>
      </p>
    </div>
  );
}
