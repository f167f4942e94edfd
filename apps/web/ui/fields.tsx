import { useId, type ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  FieldError,
  Input,
  Label as AriaLabel,
  RadioButton,
  RadioField,
  RadioGroup,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import './fields.css';

/** What every field has: a label that stays visible, help below it, and what is wrong beside it. */
export interface FieldProps {
  label: ReactNode;
  help?: ReactNode;
  /** What is wrong with what was entered, and what to enter instead. */
  error?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
}

function FieldLabel({ label, isRequired }: Pick<FieldProps, 'label' | 'isRequired'>) {
  const w = useWords(uiWords);
  return (
    <AriaLabel className="field-label">
      {label} <span className="field-need">{isRequired === true ? w('required') : w('optional')}</span>
    </AriaLabel>
  );
}

/** Help and error of a field, tied to it for those who listen. */
export function FieldNotes({ help, error }: Pick<FieldProps, 'help' | 'error'>) {
  return (
    <>
      {help !== undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error ?? ''}</FieldError>
    </>
  );
}

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** More than one line. */
  isLong?: boolean;
  rows?: number;
  maxLength?: number | undefined;
  type?: AriaTextFieldProps['type'];
  inputMode?: AriaTextFieldProps['inputMode'];
  autoComplete?: string;
  name?: string;
  autoFocus?: boolean;
}

/** A line or a paragraph of text. Text of any script keeps its own direction. */
export function TextField({
  label,
  help,
  error,
  isRequired = false,
  isLong = false,
  rows = 4,
  ...props
}: TextFieldProps) {
  const { isDisabled = false, maxLength, value, ...rest } = props;
  return (
    <AriaTextField
      {...rest}
      {...(maxLength === undefined ? {} : { maxLength })}
      value={value}
      className="field"
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={isRequired} />
      {isLong ? <AriaTextArea className="input" rows={rows} dir="auto" /> : <Input className="input" dir="auto" />}
      {isLong && maxLength !== undefined && (
        <span className="field-count soft small number">
          {value.length} / {maxLength}
        </span>
      )}
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  help?: ReactNode;
  isDisabled?: boolean;
}

interface ChoiceFieldProps extends FieldProps {
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string) => void;
}

/** One of a few, all in sight, each large enough for a thumb. */
export function ChoiceField({
  label,
  help,
  error,
  choices,
  value,
  onChange,
  isRequired = false,
  isDisabled = false,
}: ChoiceFieldProps) {
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={onChange}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className="choices">
        {choices.map((choice) => (
          <RadioField key={choice.value} value={choice.value} isDisabled={choice.isDisabled ?? false}>
            <RadioButton className="choice">
              <span className="choice-mark" aria-hidden="true" />
              <span>
                <span className="choice-label">{choice.label}</span>
                {choice.help !== undefined && <span className="choice-help">{choice.help}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldNotes help={help} error={error} />
    </RadioGroup>
  );
}

interface CheckFieldProps {
  label: ReactNode;
  help?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
}

/** Yes or not said. */
export function CheckField({ label, help, isSelected, onChange, isDisabled = false }: CheckFieldProps) {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <CheckboxButton className="choice check">
        <span className="choice-mark" aria-hidden="true" />
        <span>
          <span className="choice-label">{label}</span>
          {help !== undefined && <span className="choice-help">{help}</span>}
        </span>
      </CheckboxButton>
    </CheckboxField>
  );
}

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

/** The bare list, for toolbars. */
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
