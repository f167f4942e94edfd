import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { answered as answeredBy, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import type { ApiProblem } from '../../api/problem.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { opinionWords } from '../../words/opinion.words.js';
import { useWords } from '../../words/words.js';
import type { Schema } from '../../api/client.js';
import { answeredCount, nextAsked, POSITION_KEYS, type Position } from './opinion.rules.js';

interface StatementRoundProps {
  deliberation: string;
  asked: Schema<'AskedStatements'>;
}

const POSITIONS = [
  [1, 'agree', '✓', 'yes'],
  [-1, 'disagree', '✗', 'no'],
  [0, 'pass', '→', 'plain'],
] as const;

/** Statements one after the other with three large buttons; the keys 1, 2 and 3 do the same. */
export function StatementRound({ deliberation, asked }: StatementRoundProps) {
  const w = useWords(opinionWords);
  const { given, take, problem, retry } = usePositions(deliberation);
  const current = nextAsked(asked.rows, given);
  const done = answeredCount(asked, given);
  const number = current?.number ?? null;
  useEffect(() => {
    if (number === null) return undefined;
    const press = (event: KeyboardEvent): void => {
      const position = POSITION_KEYS[event.key];
      const isTyping =
        event.target instanceof Element && event.target.closest('input,textarea,select,[role=dialog]') !== null;
      if (position !== undefined && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey)
        take(number, position);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [number, take]);
  return (
    <section className="stack" aria-labelledby="one-by-one">
      <h2 id="one-by-one">{w('oneByOne')}</h2>
      <p>{w('oneByOneHelp')}</p>
      <p role="status">
        {asked.total > 0 && (
          <>
            {w('progress', { n: done, of: asked.total })}{' '}
            <progress className="opinion-progress" value={done} max={asked.total} aria-hidden="true" />
          </>
        )}
      </p>
      {current !== null && (
        <div className="opinion-asked">
          <p className="opinion-text" dir="auto" aria-live="polite">
            {current.text} {current.isMine && <span className="small soft">{w('byYou')}</span>}
          </p>
          <PositionButtons current={null} onTake={(position) => take(current.number, position)} />
          <p className="small soft opinion-keys">{w('keys')}</p>
        </div>
      )}
      {current === null && (
        <Box kind="good" title={asked.total === 0 ? w('noStatements') : w('allAnswered')}>
          {asked.total > 0 && <p>{w('allAnsweredHelp')}</p>}
        </Box>
      )}
      {problem !== null && <ProblemBox error={problem} onRetry={retry} />}
      {done > 0 && (
        <details>
          <summary className="vote-more">{w('changeAnswers')}</summary>
          <ul className="opinion-answers">
            {asked.rows
              .map((row) => ({ ...row, position: given.get(row.number) ?? row.position }))
              .filter(({ position }) => position !== null)
              .map(({ number: at, text, position }) => (
                <li key={at}>
                  <p dir="auto">{text}</p>
                  <PositionButtons current={position} isSmall onTake={(next) => take(at, next)} />
                </li>
              ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface PositionButtonsProps {
  current: Position | null;
  isSmall?: boolean;
  onTake: (position: Position) => void;
}

function PositionButtons({ current, isSmall = false, onTake }: PositionButtonsProps) {
  const w = useWords(opinionWords);
  return (
    <div className={`opinion-buttons${isSmall ? ' small' : ''}`}>
      {POSITIONS.map(([position, word, sign, kind]) => (
        <button
          key={word}
          type="button"
          className={`opinion-button ${kind}`}
          aria-pressed={isSmall ? current === position : undefined}
          onClick={() => onTake(position)}
        >
          <span aria-hidden="true">{sign}</span> {w(word)}
        </button>
      ))}
    </div>
  );
}

/** Positions go out one after the other while the next statement is already shown; the last one to a statement counts. */
function usePositions(deliberation: string) {
  const client = useQueryClient();
  const [given, setGiven] = useState<ReadonlyMap<number, Position>>(new Map());
  const last = useRef<{ statement: number; position: Position } | null>(null);
  const { mutate, error } = useMutation<unknown, ApiProblem, { statement: number; position: Position }>({
    scope: { id: `positions ${deliberation}` },
    retry: (count, problem) => count < 4 && problem.isPassing,
    mutationFn: (body) =>
      answeredBy(
        api.POST('/api/v1/deliberations/{deliberation}/positions', { params: { path: { deliberation } }, body }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.case(deliberation) }),
    onError: (_, { statement }) =>
      setGiven((before) => new Map([...before].filter(([number]) => number !== statement))),
  });
  const take = (statement: number, position: Position): void => {
    last.current = { statement, position };
    setGiven((before) => new Map(before).set(statement, position));
    mutate({ statement, position });
  };
  const retry = (): void => {
    if (last.current !== null) take(last.current.statement, last.current.position);
  };
  return { given, take, problem: error, retry };
}
