import type { ReactNode } from 'react';

interface FilterChipProps {
  isOn: boolean;
  onPress: () => void;
  kind?: 'bad' | 'warn';
  children: ReactNode;
}

/** A number that narrows the list when it is pressed, and lets it go when pressed again. */
export function FilterChip({ isOn, onPress, kind, children }: FilterChipProps) {
  return (
    <button type="button" className={`co-chip ${kind ?? ''}`} aria-pressed={isOn} onClick={onPress}>
      {isOn && <span aria-hidden="true">{'✓ '}</span>}
      {children}
    </button>
  );
}
