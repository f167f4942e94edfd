import { useId } from 'react';

import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import type { FieldProps } from './field.types.js';
import './fields.css';

interface SelectFieldProps extends FieldProps {
  choices: readonly { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
}

/** One of many in a list: the device's own, which everybody's phone and keyboard already know. */
export function SelectField({ label, help, error, choices, value, onChange, ...rest }: SelectFieldProps) {
  const { isRequired = false, isDisabled = false } = rest;
  const w = useWords(uiWords);
  const id = useId();
  return (
    <div className="field" data-invalid={error === undefined ? undefined : true}>
      <label className="field-label" htmlFor={id}>
        {label} <span className="field-need">{isRequired ? w('required') : w('optional')}</span>
      </label>
      <NativeSelect
        {...{ id, choices, value, onChange, isDisabled, isRequired }}
        empty={w('choose')}
        describedBy={`${id}-notes`}
        isInvalid={error !== undefined}
      />
      <div id={`${id}-notes`}>
        {help !== undefined && <p className="field-help">{help}</p>}
        {error !== undefined && <p className="field-error">{error}</p>}
      </div>
    </div>
  );
}

interface NativeSelectProps {
  choices: readonly { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** Words of the first line, which chooses nothing. */
  empty: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  isInvalid?: boolean;
  id?: string;
  describedBy?: string;
  /** Where no label stands beside it. */
  label?: string;
}

/** A list of a toolbar with its name above it. */
export function ToolSelect({ label, ...props }: NativeSelectProps & { label: string }) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <NativeSelect {...props} />
    </label>
  );
}

/** The bare list. */
export function NativeSelect({ choices, value, onChange, empty, label, describedBy, ...rest }: NativeSelectProps) {
  const { isDisabled = false, isRequired = false, isInvalid = false, id } = rest;
  return (
    <select
      className="input"
      id={id}
      value={value ?? ''}
      disabled={isDisabled}
      aria-label={label}
      aria-required={isRequired || undefined}
      aria-invalid={isInvalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{empty}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
