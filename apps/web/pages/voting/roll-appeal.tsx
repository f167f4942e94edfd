import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import { useUnitName, useWeight } from './ballot-words.js';
import type { OwnUnit } from './paper.rules.js';

const ABOUT = ['missing', 'area', 'casters', 'other'] as const;
type About = (typeof ABOUT)[number];

interface RollAppealProps {
  ballot: string;
  units: readonly OwnUnit[];
}

/** Says that the roll is wrong: one is missing, an area, who may cast. */
export function RollAppeal({ ballot, units }: RollAppealProps) {
  const w = useWords(votingWords);
  const unitName = useUnitName();
  const weight = useWeight();
  const [entry, setEntry] = useState<string | null>(units.length === 1 ? (units[0]?.entry ?? null) : null);
  const [about, setAbout] = useState<About | null>(null);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const command = useCommand((body: { entry?: string; about: About; text: string }, headers) =>
    answered(api.POST('/api/v1/ballots/{ballot}/appeals', { params: { path: { ballot } }, headers, body })),
  );
  if (command.isSuccess)
    return (
      <div role="status">
        <Box kind="good">{w('appealDone')}</Box>
      </div>
    );
  const submit = (): void => {
    setTried(true);
    if (about === null || text.trim() === '') return;
    command.mutate({ about, text: text.trim(), ...(entry === null || about === 'missing' ? {} : { entry }) });
  };
  const needed = (isMissing: boolean): string | undefined => (isTried && isMissing ? w('needed') : undefined);
  return (
    <details className="no-print">
      <summary className="vote-more">{w('appeal')}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{w('appealHelp')}</p>
        <ChoiceField
          label={w('appealAbout')}
          isRequired
          value={about}
          onChange={(value) => setAbout(ABOUT.find((one) => one === value) ?? null)}
          choices={ABOUT.map((value) => ({ value, label: w(`appeal_${value}`) }))}
          error={needed(about === null)}
        />
        {units.length > 1 && about !== 'missing' && (
          <ChoiceField
            label={w('forWhom')}
            value={entry}
            onChange={setEntry}
            choices={units.map((unit) => ({
              value: unit.entry,
              label: unitName(unit),
              help: weight(unit) ?? undefined,
            }))}
          />
        )}
        <TextField
          label={w('appealText')}
          value={text}
          onChange={setText}
          isLong
          isRequired
          maxLength={1000}
          error={needed(text.trim() === '')}
        />
        {command.error !== null && <ProblemBox error={command.error} />}
        <p>
          <Button type="submit" isPending={command.isPending}>
            {w('appealSend')}
          </Button>
        </p>
      </form>
    </details>
  );
}
