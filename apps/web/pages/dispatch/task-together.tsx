import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Due, StatusChip } from '../../ui/status.js';
import { taskWords } from '../../words/task.words.js';
import { useWords } from '../../words/words.js';
import type { TaskFacts } from './task.rules.js';

const PARTS = ['lead', 'assist', 'emergency', 'errand'] as const;

/** The lead and its assists, each with its own unit, state and clock. */
export function Together({ seen, task }: { seen: Schema<'Case'>; task: TaskFacts }) {
  const w = useWords(taskWords);
  const isShared = task.assists.length > 0 || task.lead !== null;
  const { data } = useQuery({
    queryKey: keys.list('together', seen.parent),
    queryFn: () =>
      answered(
        api.GET('/api/v1/cases', { params: { query: { parent: seen.parent ?? '', workflow: 'task', limit: 30 } } }),
      ),
    enabled: isShared && seen.parent !== null,
  });
  if (!isShared || data === undefined) return null;
  return (
    <section className="stack tight" aria-label={w('together')}>
      <h3>{w('together')}</h3>
      <ul className="task-together">
        {data.rows.map(({ id, status, stage, category, annex }) => {
          const part = PARTS.find((one) => one === category);
          return (
            <li key={id}>
              {id === seen.id ? (
                <strong>{annex?.holder?.name}</strong>
              ) : (
                <Link to={`/cases/${id}`}>{annex?.holder?.name ?? w('openTask')}</Link>
              )}{' '}
              <span className="soft">{part === undefined ? '' : w(`part_${part}`)}</span>{' '}
              <StatusChip status={status} label={annex?.waitsFor ?? stage.label} />{' '}
              {annex?.dueAt != null && <Due dueAt={annex.dueAt} isPaused={annex.paused !== null} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
