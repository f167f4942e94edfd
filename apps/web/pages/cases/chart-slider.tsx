import { useId } from 'react';

import { Button } from '../../ui/button.js';
import { Box } from '../../ui/problem.js';
import { chartWords } from '../../words/chart.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useTimes } from '../../app/times.js';
import type { Entry } from './chart-state.js';

interface AsOfSliderProps {
  journal: readonly Entry[];
  /** The entry looked at; `null`: the present. */
  seq: number | null;
  onChange: (seq: number | null) => void;
}

/** Goes back along the journal: every step of it is a moment the chart can be looked at. */
export function AsOfSlider({ journal, seq, onChange }: AsOfSliderProps) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const id = useId();
  const last = journal.length;
  const index = seq === null ? last : Math.max(1, journal.findLastIndex((entry) => entry.seq <= seq) + 1);
  const entry = journal[index - 1];
  if (entry === undefined) return null;
  const go = (to: number): void => {
    const next = journal[Math.min(Math.max(to, 1), last) - 1];
    onChange(next === undefined || to >= last ? null : next.seq);
  };
  const what = inLabel(entry.label);
  return (
    <section className="stack tight chart-slider no-print" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{w('asOf')}</h2>
      <label htmlFor={id}>{w('asOfHelp')}</label>
      <div className="row">
        <Button isDisabled={index <= 1} onPress={() => go(index - 1)}>
          {w('earlier')}
        </Button>
        <input
          id={id}
          type="range"
          min={1}
          max={last}
          value={index}
          aria-valuetext={`${w('asOfStep', { n: index, all: last })} · ${what} · ${inWords(entry.at, 'short')}`}
          onChange={({ target }) => go(Number(target.value))}
        />
        <Button isDisabled={index >= last} onPress={() => go(index + 1)}>
          {w('later')}
        </Button>
      </div>
      <p className="soft small">
        {w('asOfStep', { n: index, all: last })} · {what} · {inWords(entry.at, 'short')}
      </p>
      {seq !== null && (
        <Box kind="note">
          <p className="row">
            {w('asOfNote', { when: inWords(entry.at, 'dayAndTime'), what })}
            <Button onPress={() => onChange(null)}>{w('backToNow')}</Button>
          </p>
        </Box>
      )}
    </section>
  );
}
