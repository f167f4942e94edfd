import type { ReactNode } from 'react';

import { ApiProblem } from '../api/problem.js';
import { uiWords } from '../words/ui.words.js';
import { useLabel, useWords } from '../words/words.js';
import { Button } from './button.js';
import './box.css';

interface ProblemBoxProps {
  error: unknown;
  /** Offers to try again. */
  onRetry?: () => void;
}

/** What happened, that nothing was lost, and what to do next. Announced when it appears. */
export function ProblemBox({ error, onRetry }: ProblemBoxProps) {
  const w = useWords(uiWords);
  const inLabel = useLabel();
  const problem = error instanceof ApiProblem ? error : null;
  const isUnreached = problem?.code === 'network';
  const title = isUnreached ? w('notReached') : problem?.title || w('failed');
  const detail = isUnreached ? w('notReachedHelp') : problem?.detail || w('failedHelp');
  return (
    <div className="box bad" role="alert">
      <p className="box-title">{title}</p>
      <p>{detail}</p>
      {problem !== null && problem.reasons.length > 0 && (
        <ul>
          {problem.reasons.map((reason) => (
            <li key={reason.zh}>{inLabel(reason)}</li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && (
        <p>
          <Button onPress={onRetry}>{w('retry')}</Button>
        </p>
      )}
    </div>
  );
}

interface BoxProps {
  kind?: 'info' | 'good' | 'warn' | 'bad' | 'note';
  title?: ReactNode;
  children?: ReactNode;
}

/** Something said beside the page: its kind is also in the words, never in the colour alone. */
export function Box({ kind = 'info', title, children }: BoxProps) {
  return (
    <div className={`box ${kind}`}>
      {title !== undefined && <p className="box-title">{title}</p>}
      {children}
    </div>
  );
}

/** Nothing is here yet, and what to do about it. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="box-title">{title}</p>
      {children}
    </div>
  );
}

/** Nothing can be shown yet: it is being read, or could not be and can be asked for again. */
export function NotYet({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  return error === null ? <Loading /> : <ProblemBox error={error} onRetry={() => void onRetry()} />;
}

/** Something is being read. */
export function Loading() {
  const w = useWords(uiWords);
  return (
    <p className="loading soft" role="status">
      {w('loading')}
    </p>
  );
}
