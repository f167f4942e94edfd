import { ballotsWords } from '../../words/ballots.words.js';
import { useWords } from '../../words/words.js';
import { useAmount, useFraction } from './ballot-words.js';
import { missing, percent, threshold, type Base, type Comparison } from './rule.rules.js';

interface MeasureProps {
  /** What is measured: “参加（按人数）”. */
  name: string;
  base: Base;
  comparison: Comparison;
}

/** A part of a whole against what the rule asks: a bar with its mark, a tick or a cross, and the numbers in words. */
export function Measure({ name, base, comparison }: MeasureProps) {
  const w = useWords(ballotsWords);
  const amount = useAmount();
  const fraction = useFraction();
  const { part, whole, needed, met } = comparison;
  const share = percent(part, whole);
  return (
    <div className="ballot-measure">
      <p className="row apart">
        <strong>{name}</strong>
        <span className={`ballot-met ${met ? 'met' : 'missed'}`}>
          <span aria-hidden="true">{met ? '✓' : '✗'}</span> {w(met ? 'met' : 'notMet')}
        </span>
      </p>
      <div className="ballot-line" aria-hidden="true">
        <span className={`ballot-part ${met ? 'met' : 'missed'}`} style={{ inlineSize: `${Math.min(100, share)}%` }} />
        <span className="ballot-threshold" style={{ insetInlineStart: `${threshold(comparison.fraction)}%` }} />
      </div>
      <p className="small">
        {w('measured', {
          part: amount(base, part),
          whole: amount(base, whole),
          percent: share,
          fraction: fraction(comparison.fraction),
          needed: amount(base, needed),
        })}
        {!met && ` · ${w('short', { amount: amount(base, missing(comparison)) })}`}
      </p>
    </div>
  );
}
