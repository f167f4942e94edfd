import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { EmptyState, Loading, NotYet, ProblemBox } from '../../ui/problem.js';
import { Chip, Due } from '../../ui/status.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { useLabel, useWords, type Label } from '../../words/words.js';
import { ActDialog } from './act-dialog.js';
import { BULK_ACTS, BulkBar, type BulkAct } from './bulk.js';
import { ClockPeek, ClocksDialog, PausedNote } from './clocks.js';
import { stillThere, type DeskAction, type FormAct, opensForm } from './desk.rules.js';
import { DeskKeysDialog } from './desk-keys.js';
import { sendAct } from './send-act.js';
import { useDeskKeys, useQueueKeys } from './use-desk-keys.js';
import { useCommand } from '../../api/command.js';
import './dispatch.css';

type Row = Schema<'DeskItem'>;
type Queue = Schema<'DeskCounts'>['queues'][number]['queue'];
type Open =
  { kind: 'act'; act: FormAct; row: Row } | { kind: 'clocks'; row: Row } | { kind: 'keys' } | { kind: BulkAct } | null;

const nameOf = (row: Row): string => row.title ?? row.annex.number ?? row.id;

/** What a department has to do, by queue; every act is one key away, and the place in the list is kept. */
export function DepartmentDesk() {
  const { counts, queue, choose } = useQueue();
  const [byKey, setByKey] = useState<Queue | null>(null);
  useQueueKeys(counts.data?.queues.map((one) => one.queue) ?? [], (next) => {
    setByKey(next);
    choose(next);
  });
  if (counts.data === undefined)
    return counts.error === null ? (
      <Loading />
    ) : (
      <ProblemBox error={counts.error} onRetry={() => void counts.refetch()} />
    );
  return (
    <div className="stack dept-desk">
      <QueueTabs queues={counts.data.queues} chosen={queue} onChoose={choose} />
      <QueueList
        key={queue}
        queue={queue}
        label={counts.data.queues.find((one) => one.queue === queue)?.label}
        takesFocus={byKey === queue}
      />
    </div>
  );
}

/** The queue of the address, else the most urgent one that is not empty. */
function useQueue() {
  const [search, setSearch] = useSearchParams();
  const counts = useQuery({
    queryKey: keys.list('desk', 'counts'),
    queryFn: () => answered(api.GET('/api/v1/desk/counts')),
    refetchInterval: 60_000,
  });
  const asked = search.get('queue');
  const full = counts.data?.queues.find(({ count }) => count > 0)?.queue;
  const [first, setFirst] = useState<Queue | null>(null);
  useEffect(() => {
    if (first === null && full !== undefined) setFirst(full);
  }, [first, full]);
  const queue = counts.data?.queues.find((one) => one.queue === asked)?.queue ?? first ?? 'toAccept';
  const choose = (next: Queue): void =>
    setSearch(
      (before) => {
        before.set('queue', next);
        return before;
      },
      { replace: true },
    );
  return { counts, queue, choose };
}

interface QueueTabsProps {
  queues: Schema<'DeskCounts'>['queues'];
  chosen: Queue;
  onChoose: (queue: Queue) => void;
}

function QueueTabs({ queues, chosen, onChoose }: QueueTabsProps) {
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  return (
    <nav aria-label={w('queues')}>
      <ul className="dept-tabs">
        {queues.map(({ queue, label, count, overdue }, index) => (
          <li key={queue}>
            <button
              type="button"
              aria-keyshortcuts={String(index + 1)}
              className={`dept-tab${queue === 'overdue' && count > 0 ? ' over' : ''}`}
              aria-current={queue === chosen ? 'true' : undefined}
              onClick={() => onChoose(queue)}
            >
              <span>{inLabel(label)}</span> <strong className="number">{count}</strong>
              {overdue > 0 && queue !== 'overdue' && (
                <span className="dept-tab-over">{w('queueOver', { n: overdue })}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface QueueListProps {
  queue: Queue;
  label: Label | undefined;
  takesFocus: boolean;
}

function QueueList({ queue, label, takesFocus }: QueueListProps) {
  const inLabel = useLabel();
  const wasFull = useRef(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('desk', 'queue', queue),
    queryFn: () => answered(api.GET('/api/v1/desk', { params: { query: { queue, limit: 200 } } })),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  const name = label === undefined ? '' : inLabel(label);
  if (data.rows.length === 0) return <EmptyQueue name={name} takesFocus={takesFocus || wasFull.current} />;
  wasFull.current = true;
  return <TaskList rows={data.rows} name={name} takesFocus={takesFocus} />;
}

/** The last row has gone: whoever worked by keyboard stands here, and goes on with a digit. */
function EmptyQueue({ name, takesFocus }: { name: string; takesFocus: boolean }) {
  const w = useWords(dispatchWords);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (takesFocus && isNowhere) place.current?.focus();
  }, [takesFocus]);
  return (
    <div ref={place} tabIndex={-1}>
      <EmptyState title={w('queueEmpty', { queue: name })}>
        <p>{w('queueEmptyHelp')}</p>
        <p>{w('queueEmptyKeys')}</p>
      </EmptyState>
    </div>
  );
}

function TaskList({ rows, name, takesFocus }: { rows: readonly Row[]; name: string; takesFocus: boolean }) {
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  const navigate = useNavigate();
  const [chosen, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open>(null);
  const [said, setSaid] = useState('');
  const selected = useMemo(
    () =>
      stillThere(
        chosen,
        rows.map(({ id }) => id),
      ),
    [chosen, rows],
  );
  const columns = useColumns((row) => setOpen({ kind: 'clocks', row }));
  const accept = useCommand(
    ({ id }: { id: string; name: string }, headers) => sendAct({ id, act: 'accept', input: {} }, headers),
    {
      onDone: (_, { name: done }) => setSaid(w('accepted', { name: done })),
    },
  );
  const toggle = (row: Row): void => {
    const next = new Set(selected);
    if (!next.delete(row.id)) next.add(row.id);
    setSelected(next);
  };
  const onAction = (action: DeskAction, row: Row | null): void => {
    setSaid('');
    if (action === 'help') {
      setOpen({ kind: 'keys' });
      return;
    }
    const bulk = BULK_ACTS.find((one) => one === action);
    if (bulk !== undefined && selected.size > 0) {
      setOpen({ kind: bulk });
      return;
    }
    if (row === null) {
      setSaid(w('chooseRow'));
      return;
    }
    if (action === 'select') {
      toggle(row);
      return;
    }
    if (action === 'why') {
      setOpen({ kind: 'clocks', row });
      return;
    }
    if (!row.acts.some(({ act }) => act === action)) {
      setSaid(w('notNow', { act: w(`do_${action}`), name: nameOf(row), state: inLabel(row.label) }));
      return;
    }
    if (opensForm(action)) {
      setOpen({ kind: 'act', act: action, row });
      return;
    }
    accept.mutate({ id: row.id, name: nameOf(row) });
  };
  const frame = useDeskKeys({ rows, onAction, isCovered: open !== null, takesFocus });
  return (
    <div className="stack tight" ref={frame}>
      <div className="row apart">
        <BulkBar
          rows={rows.filter(({ id }) => selected.has(id))}
          open={BULK_ACTS.find((one) => one === open?.kind) ?? null}
          onOpen={(kind) => setOpen(kind === null ? null : { kind })}
          onDone={(told) => {
            setOpen(null);
            setSelected(new Set());
            setSaid(told);
          }}
          onClear={() => setSelected(new Set())}
        />
        <Button size="small" look="quiet" onPress={() => setOpen({ kind: 'keys' })}>
          <kbd aria-hidden="true">?</kbd> {w('keys')}
        </Button>
      </div>
      <p role="status" className="dept-said">
        {said}
      </p>
      {accept.error !== null && <ProblemBox error={accept.error} />}
      <DataTable
        {...{ name, columns, rows, selected }}
        rowKey={({ id }) => id}
        rowName={nameOf}
        onSelect={setSelected}
        onOpen={({ id }) => void navigate(`/cases/${id}`)}
      />
      {rows.length >= 200 && <p className="soft small">{w('mostShown')}</p>}
      <Opened open={open} onClose={() => setOpen(null)} onSaid={setSaid} />
    </div>
  );
}

/** Whatever stands above the list. */
function Opened({ open, onClose, onSaid }: { open: Open; onClose: () => void; onSaid: (told: string) => void }) {
  const inLabel = useLabel();
  if (open?.kind === 'keys') return <DeskKeysDialog onClose={onClose} />;
  if (open?.kind === 'clocks') return <ClocksDialog caseId={open.row.id} name={nameOf(open.row)} onClose={onClose} />;
  if (open?.kind !== 'act') return null;
  const { act, row } = open;
  return (
    <ActDialog
      caseId={row.id}
      name={nameOf(row)}
      act={act}
      onClose={onClose}
      onDone={(label) => {
        onSaid(`${inLabel(label)}：${nameOf(row)}`);
        onClose();
      }}
    />
  );
}

function useColumns(onClocks: (row: Row) => void): Column<Row>[] {
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  return [
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
    { key: 'number', name: w('number'), width: 'minmax(9rem, 1.3fr)', cell: ({ annex }) => <Numbers annex={annex} /> },
    {
      key: 'category',
      name: w('category'),
      width: 'minmax(5rem, 0.8fr)',
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
      width: 'minmax(6rem, 0.8fr)',
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
  ];
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
