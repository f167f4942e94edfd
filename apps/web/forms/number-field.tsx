import { AHEAD_MS } from '../app/clock.js';
import { useState } from 'react';

import { TextField, type FieldProps } from '../ui/fields.js';
import { formWords } from '../words/form.words.js';
import { useWords } from '../words/words.js';
import type { FieldSchema } from './schema.types.js';

interface NumberFieldProps extends FieldProps {
  schema: FieldSchema;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** What numbers of forms count; anything else is counted as it is. */
const MEASURES = ['fen', 'hours', 'days', 'workingDays', 'noticeDays', 'percent', 'squareDecimetres'] as const;

/** People say yuan and square metres where the service counts hundredths. */
const HUNDREDTHS = ['fen', 'squareDecimetres'];

/** A number with what it counts behind it. */
export function NumberField({ schema, value, onChange, label, help, ...rest }: NumberFieldProps) {
  const w = useWords(formWords);
  const unit = schema.unit;
  const isHundredths = unit !== undefined && HUNDREDTHS.includes(unit);
  const [text, setText] = useState(value === null ? '' : String(isHundredths ? value / 100 : value));
  const measure = MEASURES.find((one) => one === unit);
  return (
    <TextField
      {...rest}
      label={
        measure === undefined ? (
          label
        ) : (
          <>
            {label}（{w(measure)}）
          </>
        )
      }
      help={help}
      inputMode={schema.type === 'integer' && !isHundredths ? 'numeric' : 'decimal'}
      value={text}
      onChange={(written) => {
        setText(written);
        const number = Number(written.replaceAll(/[,，\s]/g, ''));
        if (written.trim() === '') onChange(null);
        else onChange(isHundredths ? Math.round(number * 100) : number);
      }}
    />
  );
}

interface InstantFieldProps extends FieldProps {
  /** ISO 8601 in UTC; empty while nothing is entered. */
  value: string;
  onChange: (value: string | null) => void;
}

/** A day and a time, as the clock on the wall shows it. */
export function InstantField({ value, onChange, ...rest }: InstantFieldProps) {
  const shown = value === '' ? '' : new Date(Date.parse(value) + AHEAD_MS).toISOString().slice(0, 16);
  return (
    <TextField
      {...rest}
      type="datetime-local"
      value={shown}
      onChange={(written) => {
        const at = Date.parse(`${written}:00.000Z`);
        onChange(Number.isNaN(at) ? null : new Date(at - AHEAD_MS).toISOString());
      }}
    />
  );
}
