import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useLanguage } from '../../app/preferences.js';
import { useNames } from '../../app/names.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { NotYet, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { dutyWords } from '../../words/duty.words.js';
import { useWords } from '../../words/words.js';

/** Who does what waits for me while I am away. */
export function Absences({ unit }: { unit: string | null }) {
  const w = useWords(dutyWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('absences'),
    queryFn: () => answered(api.GET('/api/v1/my/absences')),
  });
  return (
    <section className="stack" aria-labelledby="absences">
      <h2 id="absences">{w('absences')}</h2>
      <p className="soft">{w('absencesHelp')}</p>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && <p>{w('noAbsences')}</p>}
      {data !== undefined && data.rows.length > 0 && <AbsenceList rows={data.rows} />}
      <AbsenceForm unit={unit} />
    </section>
  );
}

function AbsenceList({ rows }: { rows: readonly Schema<'Absence'>[] }) {
  const w = useWords(dutyWords);
  const name = useNames(rows.map(({ substitute }) => substitute));
  const end = useCommand((absence: string, headers) =>
    answered(api.POST('/api/v1/absences/{absence}/end', { params: { path: { absence } }, headers })),
  );
  return (
    <>
      <ul className="duty-turns">
        {rows.map(({ id, from, to, substitute, endedAt }) => (
          <li key={id}>
            {w('absenceLine', { from, to, who: name(substitute) ?? w('substitute') })}{' '}
            {endedAt === null ? (
              <Button size="small" isPending={end.isPending && end.variables === id} onPress={() => end.mutate(id)}>
                {w('endNow')}
              </Button>
            ) : (
              <Chip>{w('ended')}</Chip>
            )}
          </li>
        ))}
      </ul>
      {end.error !== null && <ProblemBox error={end.error} />}
    </>
  );
}

const EMPTY = { substitute: '', from: '', to: '' };

function AbsenceForm({ unit }: { unit: string | null }) {
  const w = useWords(dutyWords);
  const language = useLanguage();
  const [value, setValue] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const enter = useCommand(
    (body: typeof EMPTY, headers) => answered(api.POST('/api/v1/my/absences', { body, headers })),
    {
      onDone: () => {
        setTried(false);
        setValue(EMPTY);
      },
    },
  );
  const missing = (text: string): string | undefined => (isTried && text === '' ? w('needed') : undefined);
  return (
    <FormPlace value={{ unit, language }}>
      <form
        className="form card"
        aria-label={w('enterAbsence')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (value.substitute !== '' && value.from !== '' && value.to !== '') enter.mutate(value);
        }}
      >
        <ReferenceField
          label={w('substitute')}
          help={w('substituteHelp')}
          refers="person"
          value={value.substitute}
          onChange={(substitute) => setValue({ ...value, substitute })}
          error={missing(value.substitute)}
          isRequired
        />
        <div className="tiles">
          <TextField
            label={w('from')}
            type="date"
            value={value.from}
            onChange={(from) => setValue({ ...value, from })}
            error={missing(value.from)}
            isRequired
          />
          <TextField
            label={w('to')}
            type="date"
            value={value.to}
            onChange={(to) => setValue({ ...value, to })}
            error={missing(value.to)}
            isRequired
          />
        </div>
        {enter.error !== null && <ProblemBox error={enter.error} />}
        <p>
          <Button type="submit" isPending={enter.isPending}>
            {w('enterAbsence')}
          </Button>
        </p>
      </form>
    </FormPlace>
  );
}
