import type { ReactNode } from 'react';
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
import type { FieldProps } from './field.types.js';
import './fields.css';

export type { FieldProps } from './field.types.js';

function FieldLabel({ label, isRequired, isPlain = false }: Pick<FieldProps, 'label' | 'isRequired' | 'isPlain'>) {
  const w = useWords(uiWords);
  return (
    <AriaLabel className="field-label">
      {label} {!isPlain && <span className="field-need">{isRequired === true ? w('required') : w('optional')}</span>}
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

/** Years have four digits: a browser that knows goes on to the month after the fourth, so that a day is typed in one go. */
function lastOf(type: TextFieldProps['type']): string | undefined {
  if (type === 'date') return '9999-12-31';
  return type === 'datetime-local' ? '9999-12-31T23:59' : undefined;
}

/** A line or a paragraph of text. Text of any script keeps its own direction. */
export function TextField({
  label,
  help,
  error,
  isRequired = false,
  isPlain = false,
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
      <FieldLabel label={label} isRequired={isRequired} isPlain={isPlain} />
      {isLong ? (
        <AriaTextArea className="input" rows={rows} dir="auto" />
      ) : (
        <Input className="input" dir="auto" max={lastOf(rest.type)} />
      )}
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
