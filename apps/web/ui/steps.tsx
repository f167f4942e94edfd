import { useTimes } from '../app/times.js';
import { uiWords } from '../words/ui.words.js';
import { useLabel, useWords, type Label } from '../words/words.js';
import './steps.css';

export interface Step {
  key: string;
  label: Label;
  state: 'done' | 'here' | 'ahead' | 'skipped';
  from?: string | null;
  to?: string | null;
}

/** The strip 说 · 议 · 办 · 评: what is behind, where it is now, what is to come, each with its date. */
export function Steps({ steps, name }: { steps: readonly Step[]; name: string }) {
  const w = useWords(uiWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const words = { done: 'stepDone', here: 'stepHere', ahead: 'stepAhead', skipped: 'stepSkipped' } as const;
  return (
    <ol className="steps" aria-label={name}>
      {steps.map(({ key, label, state, from, to }) => {
        const at = state === 'done' ? (to ?? from) : from;
        return (
          <li key={key} className={`step ${state}`} aria-current={state === 'here' ? 'step' : undefined}>
            <span className="step-name">{inLabel(label)}</span>
            <span className="step-state">{w(words[state])}</span>
            {at != null && (
              <time className="step-date" dateTime={at}>
                {inWords(at, 'shortDay')}
              </time>
            )}
          </li>
        );
      })}
    </ol>
  );
}
