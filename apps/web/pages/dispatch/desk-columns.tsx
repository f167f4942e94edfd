import { useMemo } from 'react';
import { Link } from 'react-router';

import type { Schema } from '../../api/client.js';
import type { Column } from '../../ui/data-table.js';
import { Chip, Due } from '../../ui/status.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { ClockPeek, PausedNote } from './clocks.js';

type Row = Schema<'DeskItem'>;

/** What a task is called on the desk. */
export const nameOf = (row: Row): string => row.title ?? row.annex.number ?? row.id;

/** What the desk shows of a task. The same for as long as the language is: a row is then drawn only when it changes. */
export function useColumns(onClocks: (row: Row) => void): Column<Row>[] {
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  return useMemo(
    () => [
      {
        key: 'task',
        name: w('task'),
        width: 'minmax(11rem, 2.4fr)',
        cell: (row) => (
          <Link to={`/cases/${row.id}`} tabIndex={-1}>
            <bdi>{nameOf(row)}</bdi>
          </Link>
        ),
      },
      {
        key: 'number',
        name: w('number'),
        width: 'minmax(9rem, 1.3fr)',
        cell: ({ annex }) => <Numbers annex={annex} />,
      },
      {
        key: 'category',
        name: w('category'),
        width: 'minmax(6.5rem, 0.8fr)',
        cell: ({ annex }) => (annex.category === null ? '' : inLabel(annex.category)),
      },
      {
        key: 'place',
        name: w('place'),
        width: 'minmax(7rem, 1fr)',
        cell: ({ annex }) => annex.place?.name ?? annex.unitName,
      },
      {
        key: 'waits',
        name: w('waits'),
        width: 'minmax(8rem, 1fr)',
        cell: ({ label }) => <Chip kind="info">{inLabel(label)}</Chip>,
      },
      {
        key: 'time',
        name: w('time'),
        width: 'minmax(14.5rem, 1.7fr)',
        cell: (row) => (
          <span className="dept-time">
            {row.annex.paused !== null && <PausedNote paused={row.annex.paused} />}
            {row.annex.clock !== null && (
              <span>
                <span className="soft small">{inLabel(row.annex.clock)}</span> <Due dueAt={row.annex.dueAt} />
              </span>
            )}
            <ClockPeek caseId={row.id} name={nameOf(row)} onPress={() => onClocks(row)} />
          </span>
        ),
      },
    ],
    [w, inLabel, onClocks],
  );
}

function Numbers({ annex: { number, numbers } }: { annex: Row['annex'] }) {
  const w = useWords(dispatchWords);
  return (
    <span className="dept-numbers number small">
      <span>{number ?? w('noNumber')}</span>
      {numbers.map((one) => (
        <span key={`${one.system} ${one.number}`} className="soft">
          {one.system} {one.number}
        </span>
      ))}
    </span>
  );
}
