import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { DataTable, keyById } from '../../ui/data-table.js';
import { EmptyState, Loading, NotYet, ProblemBox } from '../../ui/problem.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { useLabel, useWords, type Label } from '../../words/words.js';
import { ActDialog } from './act-dialog.js';
import { BULK_ACTS, BulkBar, type BulkAct } from './bulk.js';
import { ClocksDialog } from './clocks.js';
import { nameOf, useColumns } from './desk-columns.js';
import { stillThere, type DeskAction, type FormAct, opensForm } from './desk.rules.js';
import { DeskKeysDialog } from './desk-keys.js';
import { useReadAhead } from './fresh-case.js';
import { sendAct } from './send-act.js';
import { holdKeys, type HeldKeys } from './held-keys.js';
import { useDeskKeys, useQueueKeys } from './use-desk-keys.js';
import { useCommand } from '../../api/command.js';
import './dispatch.css';

type Row = Schema<'DeskItem'>;
type Queue = Schema<'DeskCounts'>['queues'][number]['queue'];
type Open =
  { kind: 'act'; act: FormAct; row: Row } | { kind: 'clocks'; row: Row } | { kind: 'keys' } | { kind: BulkAct } | null;

/** What a department has to do, by queue; every act is one key away, and the place in the list is kept. */
export function DepartmentDesk() {
  const { counts, queue, choose } = useQueue();
  const [byKey, setByKey] = useState<{ queue: Queue; asked: number } | null>(null);
  const [held] = useState(holdKeys);
  useEffect(() => held.listen(), [held]);
  useQueueKeys(counts.data?.queues.map((one) => one.queue) ?? [], (next) => {
    held.begin(null);
    setByKey((before) => ({ queue: next, asked: (before?.asked ?? 0) + 1 }));
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
        asked={byKey?.queue === queue ? byKey.asked : 0}
        held={held}
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
      // at once: the next key means the queue that was asked for, not the one that is left
      { replace: true, flushSync: true },
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
  /** How often the queue was asked for by a key. */
  asked: number;
  held: HeldKeys;
}

function QueueList({ queue, label, asked, held }: QueueListProps) {
  const inLabel = useLabel();
  const wasFull = useRef(false);
  const { data, error, refetch, isFetching, dataUpdatedAt } = useQuery({
    queryKey: keys.list('desk', 'queue', queue),
    queryFn: () => answered(api.GET('/api/v1/desk', { params: { query: { queue, limit: 200 } } })),
    placeholderData: keepPreviousData,
  });
  const isEmpty = data?.rows.length === 0;
  useEffect(() => {
    if (isEmpty && !isFetching) held.drop();
  }, [isEmpty, isFetching, held]);
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  const name = label === undefined ? '' : inLabel(label);
  if (data.rows.length === 0) return <EmptyQueue name={name} takesFocus={asked > 0 || wasFull.current} />;
  wasFull.current = true;
  return <TaskList rows={data.rows} read={{ at: dataUpdatedAt, isAgain: isFetching }} {...{ name, asked, held }} />;
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
        <p className="dept-keys-button">{w('queueEmptyKeys')}</p>
      </EmptyState>
    </div>
  );
}

interface TaskListProps {
  rows: readonly Row[];
  name: string;
  /** How often the queue was asked for by a key. */
  asked: number;
  held: HeldKeys;
  /** When the rows were read, and whether they are being read again. */
  read: { at: number; isAgain: boolean };
}

function TaskList({ rows, name, asked, held, read }: TaskListProps) {
  const w = useWords(dispatchWords);
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
  const columns = useColumns(useCallback((row) => setOpen({ kind: 'clocks', row }), []));
  const done = (told: string): void => {
    // keys mean the row that comes after this one: they wait until the list knows what was done
    held.begin(read.at);
    setOpen(null);
    setSaid(told);
  };
  const accept = useAccept({ held, done });
  const onAction = useActions({ rows, selected, setSelected, setOpen, setSaid, accept: accept.begin });
  const onStand = useReadAhead();
  const first = rows.find(({ id }) => selected.has(id))?.id;
  useEffect(() => onStand(first), [first, onStand]);
  const frame = useDeskKeys({ onStand, rows, onAction, isCovered: open !== null, asked, held, read });
  return (
    <div className="stack tight" ref={frame}>
      <div className="row apart">
        <BulkBar
          rows={rows.filter(({ id }) => selected.has(id))}
          open={BULK_ACTS.find((one) => one === open?.kind) ?? null}
          onOpen={(kind) => setOpen(kind === null ? null : { kind })}
          onDone={(told) => {
            done(told);
            setSelected(new Set());
          }}
          onClear={() => setSelected(new Set())}
        />
        <span className="dept-keys-button">
          <Button size="small" look="quiet" onPress={() => setOpen({ kind: 'keys' })}>
            <kbd aria-hidden="true">?</kbd> {w('keys')}
          </Button>
        </span>
      </div>
      <p role="status" className="dept-said">
        {said}
      </p>
      {accept.error !== null && <ProblemBox error={accept.error} />}
      <DataTable
        {...{ name, columns, rows, selected }}
        rowKey={keyById}
        rowName={nameOf}
        onSelect={setSelected}
        onOpen={({ id }) => void navigate(`/cases/${id}`)}
      />
      {rows.length >= 200 && <p className="soft small">{w('mostShown')}</p>}
      <Opened open={open} onClose={() => setOpen(null)} onDone={done} />
    </div>
  );
}

/** Accepts a task at once, without a form. */
function useAccept({ held, done }: { held: HeldKeys; done: (told: string) => void }) {
  const w = useWords(dispatchWords);
  const { mutate, error } = useCommand(
    ({ id }: { id: string; name: string }, headers) => sendAct({ id, act: 'accept', input: {} }, headers),
    { onDone: (_, { name }) => done(w('accepted', { name })) },
  );
  const begin = (row: Row): void => {
    held.begin(Number.POSITIVE_INFINITY);
    mutate({ id: row.id, name: nameOf(row) }, { onError: held.drop });
  };
  return { begin, error };
}

interface Acting {
  rows: readonly Row[];
  selected: ReadonlySet<string>;
  setSelected: (selected: ReadonlySet<string>) => void;
  setOpen: (open: Open) => void;
  setSaid: (said: string) => void;
  accept: (row: Row) => void;
}

/** What a key of the desk does with the row it is pressed on, or with all that are selected. */
function useActions({ rows, selected, setSelected, setOpen, setSaid, accept }: Acting) {
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  return (action: DeskAction, row: Row | null): void => {
    setSaid('');
    if (action === 'help') {
      setOpen({ kind: 'keys' });
      return;
    }
    const bulk = BULK_ACTS.find((one) => one === action);
    if (bulk !== undefined && selected.size > 0) {
      const isPossible = rows.some(({ id, acts }) => selected.has(id) && acts.some(({ act }) => act === bulk));
      if (isPossible) setOpen({ kind: bulk });
      else setSaid(w('notNowMany', { act: w(`do_${bulk}`), n: selected.size }));
      return;
    }
    if (row === null) {
      setSaid(w('chooseRow'));
      return;
    }
    if (action === 'select') {
      const next = new Set(selected);
      if (!next.delete(row.id)) next.add(row.id);
      setSelected(next);
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
    if (opensForm(action)) setOpen({ kind: 'act', act: action, row });
    else accept(row);
  };
}

/** Whatever stands above the list. */
function Opened({ open, onClose, onDone }: { open: Open; onClose: () => void; onDone: (told: string) => void }) {
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
      onDone={(label) => onDone(`${inLabel(label)}：${nameOf(row)}`)}
    />
  );
}
