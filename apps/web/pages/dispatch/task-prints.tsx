import type { Schema } from '../../api/client.js';
import { taskWords } from '../../words/task.words.js';
import { useWords } from '../../words/words.js';
import { papersOf, type TaskFacts } from './task.rules.js';

/** Papers of a task: what it is at now can be printed and put on file. */
export function TaskPrints({ seen, task }: { seen: Schema<'Case'>; task: TaskFacts }) {
  const w = useWords(taskWords);
  const papers = papersOf(seen, task);
  return (
    <section className="stack tight" aria-label={w('prints')}>
      <h3>{w('prints')}</h3>
      <ul className="phrase-list">
        {papers.map((paper) => (
          <li key={paper}>
            <a
              className="button secondary small"
              href={`/api/v1/cases/${seen.id}/print/${PATHS[paper]}`}
              target="_blank"
              rel="noreferrer"
            >
              {w(`print_${paper}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const PATHS = {
  dispatch: 'dispatch',
  urge: 'urge',
  supervise: 'supervision',
  return: 'return',
  completion: 'completion',
} as const;
