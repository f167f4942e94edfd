import type { Schema } from '../../api/client.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { clockFace } from './sitting.rules.js';
import { useSeconds } from './use-names.js';

interface CountdownProps {
  clock: Schema<'Clock'>;
  isLarge?: boolean;
}

/** A clock of the room running down; the last fifth and the end are also said. */
export function Countdown({ clock, isLarge = false }: CountdownProps) {
  const w = useWords(meetingsWords);
  const inLabel = useLabel();
  const at = useSeconds();
  const left = Date.parse(clock.dueAt) - at;
  const whole = Date.parse(clock.dueAt) - Date.parse(clock.armedAt);
  const kind = left <= 0 ? 'over' : left < whole / 5 ? 'soon' : 'ahead';
  return (
    <span className={`meeting-clock ${kind}${isLarge ? ' large' : ''}`} role="timer" aria-label={inLabel(clock.label)}>
      {!isLarge && <span className="small">{inLabel(clock.label)}</span>}{' '}
      <strong className="number">{clockFace(left)}</strong>
      {kind !== 'ahead' && <span className="small"> {w(kind === 'over' ? 'timeOver' : 'timeSoon')}</span>}
    </span>
  );
}

/** The clock of that name, where it runs. */
export function clockOf(clocks: readonly Schema<'Clock'>[], ...names: string[]): Schema<'Clock'> | undefined {
  return clocks.find(({ name, state }) => names.includes(name) && state === 'running');
}
