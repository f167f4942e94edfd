import type { Schema } from '../../api/client.js';
import { taskWords } from '../../words/task.words.js';
import { useWords } from '../../words/words.js';
import { paperOf, type TaskFacts } from './task.rules.js';

/** The sheet of a task, called what it has become: an order of work, later urged or supervised, at the end a report. */
export function TaskPrints({ seen, task }: { seen: Schema<'Case'>; task: TaskFacts }) {
  const w = useWords(taskWords);
  return (
    <section className="stack tight" aria-label={w('prints')}>
      <h3>{w('prints')}</h3>
      <p>
        <a className="button secondary" href={`/api/v1/cases/${seen.id}/print/sheet`} target="_blank" rel="noreferrer">
          {w(`print_${paperOf(seen, task)}`)}
        </a>
      </p>
    </section>
  );
}
