import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useLanguage } from '../../app/preferences.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { ProblemBox } from '../../ui/problem.js';
import { formWords } from '../../words/form.words.js';
import { intakeWords } from '../../words/intake.words.js';
import { useWords } from '../../words/words.js';
import { useMyUnit } from './my-unit.js';
import type { FoundPerson } from './person-finder.js';

interface NewPersonProps {
  name: string;
  onDone: (person: FoundPerson) => void;
  onCancel: () => void;
}

interface Entry {
  name: string;
  phone: string;
  unit: string;
}

/** Registers somebody who is not known yet, with no more than is needed to come back to them. */
export function NewPerson({ name: begun, onDone, onCancel }: NewPersonProps) {
  const w = useWords(intakeWords);
  const form = useWords(formWords);
  const language = useLanguage();
  const unit = useMyUnit();
  const [entry, setEntry] = useState<Entry>({ name: begun, phone: '', unit: '' });
  const command = useCommand(
    ({ name, phone, unit: home }: Entry, headers) => {
      const body = { name: name.trim(), unit: home === '' ? (unit?.id ?? '') : home, reason: w('reason') };
      return answered(
        api.POST('/api/v1/people', {
          body: { ...body, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) },
          headers,
        }),
      );
    },
    { onDone: ({ id }, { name }) => onDone({ id, name: name.trim(), birthYear: null }) },
  );
  const change = (changed: Partial<Entry>): void => setEntry({ ...entry, ...changed });
  const isReady = entry.name.trim() !== '';
  return (
    <FormPlace value={{ unit: unit?.id ?? null, language }}>
      <div className="co-sub stack tight" role="group" aria-label={w('newPerson')}>
        <TextField label={w('name')} isRequired value={entry.name} onChange={(name) => change({ name })} />
        <TextField
          label={w('phone')}
          type="tel"
          inputMode="tel"
          value={entry.phone}
          onChange={(phone) => change({ phone })}
        />
        <ReferenceField
          label={w('home')}
          refers="unit"
          value={entry.unit}
          onChange={(home) => change({ unit: home })}
        />
        {command.error !== null && <ProblemBox error={command.error} />}
        <p className="row">
          <Button
            look="primary"
            isDisabled={!isReady}
            isPending={command.isPending}
            onPress={() => command.mutate(entry)}
          >
            {w('save')}
          </Button>
          <Button onPress={onCancel}>{form('notNow')}</Button>
        </p>
      </div>
    </FormPlace>
  );
}
