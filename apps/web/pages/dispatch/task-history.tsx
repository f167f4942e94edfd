import type { Schema } from '../../api/client.js';
import { UNNAMED, useNames } from '../../app/names.js';
import { Box } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { taskWords } from '../../words/task.words.js';
import { useWords } from '../../words/words.js';
import { Evidence } from './evidence.js';
import type { TaskFacts } from './task.rules.js';

interface PartProps {
  seen: Schema<'Case'>;
  task: TaskFacts;
}

type Key = keyof typeof taskWords;
/** The key of a text, if there is one: a code may be newer than its words. */
const wordOf = (key: string): Key | null => (key in taskWords ? (key as Key) : null);

/** What is asked for now, and how earlier requests ended. */
export function Requests({ seen, task }: PartProps) {
  const w = useWords(taskWords);
  const { request, answers } = task;
  // a hold that was granted keeps its request: the page says above that the time stands still, and why
  const isHeld = seen.states.some(({ id }) => id.endsWith('.held'));
  const text = (id: string | null): string | null => (id === null ? null : (seen.texts[id] ?? null));
  const named = (kind: string): string => {
    const key = wordOf(`ask_${kind}`);
    return key === null ? kind : w(key);
  };
  const kinds = { granted: 'good', refused: 'bad', lapsed: 'warn' } as const;
  return (
    <>
      {request !== null && !isHeld && (
        <Box
          kind="note"
          title={`${w('asks')}：${named(request.kind)}${request.days > 0 ? ` · ${w('askDays', { n: request.days })}` : ''}`}
        >
          <p dir="auto">{text(request.reason)}</p>
          <Evidence files={request.evidence} nameOf={(n) => w('evidenceOf', { n })} />
        </Box>
      )}
      {answers.length > 0 && (
        <details>
          <summary>{w('earlier')}</summary>
          <ul>
            {answers.map(({ kind, decision, reason, at }) => (
              <li key={at}>
                {named(kind)}{' '}
                {decision in kinds && (
                  <Chip kind={kinds[decision as keyof typeof kinds]}>{w(decision as keyof typeof kinds)}</Chip>
                )}{' '}
                <When at={at} exact /> <span dir="auto">{text(reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Who had it from when until when and why, and every return with its ground and basis. */
export function Transfers({ seen, task, name }: PartProps & { name: (id: string) => string | null }) {
  const w = useWords(taskWords);
  const inside = useNames(
    task.returns.flatMap(({ unit, suggestedUnit }) => [unit, suggestedUnit]),
    seen.id,
  );
  const text = (id: string): string => seen.texts[id] ?? '';
  if (task.holdings.length < 2 && task.returns.length === 0) return null;
  return (
    <section className="stack tight" aria-label={w('history')}>
      <h3>{w('history')}</h3>
      <ol>
        {task.holdings.map(({ unit, from, to, why, note }) => {
          const key = wordOf(`why_${why}`);
          return (
            <li key={from}>
              <bdi>{name(unit) ?? UNNAMED}</bdi> <Chip>{key === null ? why : w(key)}</Chip>{' '}
              <span className="soft small">
                <When at={from} exact /> – {to === null ? w('today') : <When at={to} exact />}
              </span>
              {note !== null && text(note) !== '' && <p dir="auto">{text(note)}</p>}
            </li>
          );
        })}
      </ol>
      {task.returns.length > 0 && <h3>{w('returns')}</h3>}
      {task.returns.map(({ at, unit, ground, reason, basis, suggestedUnit }) => {
        const key = wordOf(`ground_${ground}`);
        return (
          <Box key={at} kind="warn" title={<bdi>{inside(unit)}</bdi>}>
            <p>
              {key === null ? ground : w(key)} · <When at={at} exact />
            </p>
            <p dir="auto">{text(reason)}</p>
            <p dir="auto">
              {w('basis')}：{text(basis)}
            </p>
            {suggestedUnit !== null && (
              <p>
                {w('suggests')}：<bdi>{inside(suggestedUnit)}</bdi>
              </p>
            )}
          </Box>
        );
      })}
    </section>
  );
}
