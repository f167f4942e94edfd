import type { ReactNode } from 'react';

/** What every field has: a label that stays visible, help below it, and what is wrong beside it. */
export interface FieldProps {
  label: ReactNode;
  help?: ReactNode;
  /** What is wrong with what was entered, and what to enter instead. */
  error?: string | undefined;
  isRequired?: boolean;
  /** A search or one of several numbers: whether it must be filled in is not said. */
  isPlain?: boolean;
  isDisabled?: boolean;
}
