import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNames } from '../../app/names.js';
import { Facts } from '../../ui/card.js';
import { Chip, When } from '../../ui/status.js';
import { taskWords } from '../../words/task.words.js';
import { useBetween, useWords } from '../../words/words.js';
import type { TaskFacts } from './task.rules.js';

interface TaskFactListProps {
  seen: Schema<'Case'>;
  task: TaskFacts;
  doer: string | null;
  name: (id: string | null) => string | null;
}

const PARTS = ['lead', 'assist', 'emergency', 'errand'] as const;

/** What is to be done, by whom, where, and who talks with the resident. */
export function TaskFactList({ seen, task, doer, name }: TaskFactListProps) {
  const w = useWords(taskWords);
  const between = useBetween();
  const place = task.place ?? seen.unit;
  const last = task.assignments.at(-1);
  const inside = useNames(
    [place, ...task.handlers, ...task.assignments.flatMap(({ person, unit }) => [person, unit])],
    seen.id,
  );
  const part = PARTS.find((one) => one === (task.part ?? seen.category));
  return (
    <>
      {task.instruction !== null && seen.texts[task.instruction] != null && (
        <div>
          <h3>{w('instruction')}</h3>
          <p className="keep-lines" dir="auto">
            {seen.texts[task.instruction]}
          </p>
        </div>
      )}
      <Facts
        facts={[
          [w('doer'), <bdi key="doer">{name(doer)}</bdi>],
          [w('part'), part === undefined ? null : w(`part_${part}`)],
          [w('place'), <bdi key="place">{inside(place)}</bdi>],
          [
            w('assignedTo'),
            last === undefined
              ? task.handlers.flatMap((person) => inside(person) ?? []).join(between)
              : [inside(last.unit), inside(last.person)].filter(Boolean).join(' · '),
          ],
          [w('contact'), task.contact === null ? null : <Contact key="contact" unit={task.contact} task={task} />],
          [
            w('ofIssue'),
            seen.parent === null ? null : (
              <Link key="issue" to={`/cases/${task.issue ?? seen.parent}`}>
                {seen.title}
              </Link>
            ),
          ],
        ]}
      />
      {task.assignments.length > 1 && (
        <details>
          <summary>{w('assignments')}</summary>
          <ul>
            {task.assignments.map(({ at, person, unit, note }) => (
              <li key={at}>
                <bdi>{[inside(unit), inside(person)].filter(Boolean).join(' · ')}</bdi> <When at={at} exact />
                {note !== null && <p dir="auto">{seen.texts[note] ?? note}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The unit asked first keeps the resident informed until the end: with its telephone, and whether a word is due. */
function Contact({ unit, task }: { unit: string; task: TaskFacts }) {
  const w = useWords(taskWords);
  const { data } = useQuery({
    queryKey: keys.book('unit', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}', { params: { path: { unit } } })),
    retry: false,
  });
  const phone = data?.unit.phone ?? null;
  return (
    <span>
      <bdi>{data?.unit.name}</bdi> {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
      <br />
      <span className="soft small">{w('contactReplies', { n: task.contactReplies })}</span>{' '}
      {task.contactLate && <Chip kind="warn">{w('contactLate')}</Chip>}
    </span>
  );
}
