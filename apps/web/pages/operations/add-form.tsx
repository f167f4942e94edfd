import { useState } from 'react';

import { useCommand, type Once } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { CheckField, TextField } from '../../ui/fields.js';
import { ProblemBox } from '../../ui/problem.js';
import { SelectField } from '../../ui/select-field.js';

/** One field of a short form. `many`: several of a few. */
export interface AddField {
  name: string;
  label: string;
  kind: 'text' | 'one' | 'many';
  choices?: readonly { value: string; label: string }[];
  help?: string;
  isOptional?: boolean;
}

type Values = Readonly<Record<string, string>>;

interface AddFormProps<Done> {
  /** On the button and above the form. */
  title: string;
  action: string;
  fields: readonly AddField[];
  send: (values: Values, headers: Once) => Promise<Done>;
  onDone?: (done: Done) => void;
}

/** A button that opens a short form; several choices of one field are separated by a blank. */
export function AddForm<Done>({ title, action, fields, send, onDone }: AddFormProps<Done>) {
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useState<Values>({});
  const command = useCommand(send, {
    onDone: (done) => {
      setOpen(false);
      setValues({});
      onDone?.(done);
    },
  });
  const isMissing = fields.some(({ name, isOptional }) => isOptional !== true && (values[name] ?? '').trim() === '');
  const set = (name: string) => (value: string | null) => setValues((before) => ({ ...before, [name]: value ?? '' }));
  return (
    <>
      <p>
        <Button look="primary" onPress={() => setOpen(true)}>
          {title}
        </Button>
      </p>
      <Dialog
        isOpen={isOpen}
        title={title}
        onClose={() => setOpen(false)}
        actions={
          <Button
            look="primary"
            isDisabled={isMissing}
            isPending={command.isPending}
            onPress={() => command.mutate(values)}
          >
            {action}
          </Button>
        }
      >
        {fields.map((field) => (
          <OneField key={field.name} field={field} value={values[field.name] ?? ''} onChange={set(field.name)} />
        ))}
        {command.error !== null && <ProblemBox error={command.error} />}
      </Dialog>
    </>
  );
}

interface OneFieldProps {
  field: AddField;
  value: string;
  onChange: (value: string | null) => void;
}

function OneField({ field, value, onChange }: OneFieldProps) {
  const { label, help, kind, choices = [], isOptional = false } = field;
  if (kind === 'text') return <TextField {...{ label, help, value, onChange }} isRequired={!isOptional} />;
  if (kind === 'one')
    return <SelectField {...{ label, help, choices, onChange }} value={value || null} isRequired={!isOptional} />;
  const chosen = value.split(' ').filter(Boolean);
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {choices.map((choice) => (
        <CheckField
          key={choice.value}
          label={choice.label}
          isSelected={chosen.includes(choice.value)}
          onChange={(isOn) =>
            onChange((isOn ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value)).join(' '))
          }
        />
      ))}
    </fieldset>
  );
}
