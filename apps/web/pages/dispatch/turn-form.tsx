import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useLanguage } from '../../app/preferences.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { dutyWords } from '../../words/duty.words.js';
import { useWords } from '../../words/words.js';
import { instantOf } from './duty.rules.js';

const EMPTY = { person: '', line: '1', phone: '', starts: '', ends: '' };

/** Enters a turn of duty. */
export function TurnForm({ unit }: { unit: string }) {
  const w = useWords(dutyWords);
  const language = useLanguage();
  const [value, setValue] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<typeof EMPTY>): void => setValue({ ...value, ...part });
  const [startsAt, endsAt] = [instantOf(value.starts), instantOf(value.ends)];
  const isOrdered = startsAt !== null && endsAt !== null && endsAt > startsAt;
  const enter = useCommand(
    (body: { line: number; person: string; phone: string | null; startsAt: string; endsAt: string }, headers) =>
      answered(api.POST('/api/v1/units/{unit}/duty-turns', { params: { path: { unit } }, body, headers })),
    {
      onDone: () => {
        setTried(false);
        setValue({ ...EMPTY, starts: value.ends, phone: value.phone });
      },
    },
  );
  const missing = (text: string): string | undefined => (isTried && text === '' ? w('needed') : undefined);
  return (
    <FormPlace value={{ unit, language }}>
      <form
        className="form card"
        aria-label={w('enter')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (value.person === '' || startsAt === null || endsAt === null || !isOrdered) return;
          const phone = value.phone.trim();
          enter.mutate({
            line: Number(value.line),
            person: value.person,
            phone: phone === '' ? null : phone,
            startsAt,
            endsAt,
          });
        }}
      >
        <h3>{w('enter')}</h3>
        <ReferenceField
          label={w('who')}
          help={w('whoHelp')}
          refers="person"
          value={value.person}
          onChange={(person) => set({ person })}
          error={missing(value.person)}
          isRequired
        />
        <ChoiceField
          label={w('line')}
          help={w('lineHelp')}
          choices={[
            { value: '1', label: w('line_1') },
            { value: '2', label: w('line_2') },
          ]}
          value={value.line}
          onChange={(line) => set({ line })}
          isRequired
        />
        <div className="tiles">
          <TextField
            label={w('starts')}
            type="datetime-local"
            value={value.starts}
            onChange={(starts) => set({ starts })}
            error={missing(value.starts)}
            isRequired
          />
          <TextField
            label={w('ends')}
            type="datetime-local"
            value={value.ends}
            onChange={(ends) => set({ ends })}
            error={missing(value.ends) ?? (isTried && !isOrdered ? w('endsBefore') : undefined)}
            isRequired
          />
          <TextField label={w('phone')} type="tel" value={value.phone} onChange={(phone) => set({ phone })} />
        </div>
        {enter.error !== null && <ProblemBox error={enter.error} />}
        <div role="status">{enter.isSuccess && <Box kind="good">{w('saved')}</Box>}</div>
        <p>
          <Button look="primary" type="submit" isPending={enter.isPending}>
            {w('save')}
          </Button>
        </p>
      </form>
    </FormPlace>
  );
}
