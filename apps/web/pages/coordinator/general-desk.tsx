import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button, LinkButton } from '../../ui/button.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { EmptyState, NotYet } from '../../ui/problem.js';
import { When } from '../../ui/status.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { BulkBar } from './bulk-bar.js';
import { DueCell, PlaceCell, TitleCell, WaitsCell } from './case-cells.js';
import { DeskToolbar } from './desk-toolbar.js';
import { deskKey, fittingRows, sortedRows, type DeskItem } from './desk.rules.js';
import { sortingOf, useFilters, writtenSorting } from '../../app/use-filters.js';
import { useListKeys } from './use-list-keys.js';
import { useSteadyRows } from './use-steady-rows.js';
import { usePaged } from '../../api/paged.js';

export const DESK_FILTERS = ['text', 'workflow', 'state', 'when', 'sort'] as const;
const AS_DUE = { by: 'due', descending: false } as const;
const nothing: ReadonlySet<string> = new Set();

/** Everything that waits for somebody, what is due first first. */
export function GeneralDesk({ counts }: { counts: Schema<'DeskCounts'> }) {
  const w = useWords(coordinatorWords);
  const area = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { values, set, clear, isFiltered } = useFilters(DESK_FILTERS);
  const [selected, setSelected] = useState(nothing);
  const sorting = sortingOf(values.sort, AS_DUE);
  const isWhole = values.text !== null || values.when !== null || values.sort !== null;
  const { rows: read, error, refetch, readOn } = useDesk(values, isWhole);
  const wanted = read && sortedRows(fittingRows(read, { ...values, soonBefore: counts.soonBefore }), sorting);
  const { rows, held, release } = useSteadyRows(wanted, deskKey, JSON.stringify(values));
  const columns = useColumns();
  useListKeys(area);
  const chosen = rows.filter((row) => selected.has(deskKey(row)));
  return (
    <div className="stack" ref={area}>
      <DeskToolbar counts={counts} values={values} set={set} onClear={isFiltered ? clear : undefined} />
      <BulkBar
        rows={chosen.map((row) => ({ ...row, title: row.title ?? w('untitled') }))}
        onClear={() => setSelected(nothing)}
      />
      {held > 0 && (
        <p role="status">
          <Button look="primary" size="small" onPress={release}>
            {w('newRows', { n: held })}
          </Button>
        </p>
      )}
      {read === undefined && <NotYet error={error} onRetry={refetch} />}
      {read !== undefined && rows.length === 0 && <NothingWaits isFiltered={isFiltered} onClear={clear} />}
      {rows.length > 0 && (
        <>
          <DataTable
            name={w('deskTable')}
            columns={columns}
            rows={rows}
            rowKey={deskKey}
            rowName={({ title }) => title ?? w('untitled')}
            onOpen={({ id }) => void navigate(`/cases/${id}`)}
            selected={selected}
            onSelect={setSelected}
            sorting={sorting}
            onSort={(next) => set({ sort: writtenSorting(next) })}
            onEnd={readOn}
          />
          <p className="soft small co-keys">{w('keysDesk')}</p>
        </>
      )}
    </div>
  );
}

function NothingWaits({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const w = useWords(coordinatorWords);
  return (
    <EmptyState title={w(isFiltered ? 'nothingFits' : 'nothingWaits')}>
      {isFiltered ? (
        <Button onPress={onClear}>{w('clearFilters')}</Button>
      ) : (
        <>
          <p>{w('nothingWaitsHelp')}</p>
          <p className="row">
            <LinkButton to="/ledger">{w('toLedger')}</LinkButton>
            <LinkButton to="/intake">{w('toIntake')}</LinkButton>
          </p>
        </>
      )}
    </EmptyState>
  );
}

/** The desk page by page; `isWhole`: to its end, because it is searched or put in another order. */
function useDesk({ workflow, state }: { workflow: string | null; state: string | null }, isWhole: boolean) {
  return usePaged(
    keys.list('desk', workflow, state),
    (from) => {
      const narrowed = { ...(workflow === null ? {} : { workflow }), ...(state === null ? {} : { state }) };
      return answered(api.GET('/api/v1/desk', { params: { query: { ...narrowed, limit: 200, ...from } } }));
    },
    { isWhole },
  );
}

function useColumns(): Column<DeskItem>[] {
  const w = useWords(coordinatorWords);
  const inLabel = useLabel();
  return [
    {
      key: 'title',
      name: w('title'),
      width: 'minmax(12rem, 3fr)',
      isSortable: true,
      cell: ({ id, title, annex }) => <TitleCell {...{ id, title, annex }} />,
    },
    {
      key: 'place',
      name: w('place'),
      width: 'minmax(7rem, 1.2fr)',
      isSortable: true,
      cell: ({ annex }) => <PlaceCell annex={annex} />,
    },
    {
      key: 'waits',
      name: w('waitsFor'),
      width: 'minmax(7rem, 1.2fr)',
      isSortable: true,
      cell: ({ label }) => <WaitsCell label={label} />,
    },
    {
      key: 'clock',
      name: w('clock'),
      width: 'minmax(6rem, 1fr)',
      cell: ({ annex }) => (annex.clock === null ? '' : inLabel(annex.clock)),
    },
    {
      ...{ key: 'due', name: w('left'), width: 'minmax(9rem, 1.3fr)', isSortable: true },
      cell: ({ dueAt, annex }) => <DueCell annex={{ dueAt, paused: dueAt === null ? annex.paused : null }} />,
    },
    {
      key: 'since',
      name: w('since'),
      width: 'minmax(5rem, 0.8fr)',
      isSortable: true,
      cell: ({ since }) => <When at={since} />,
    },
  ];
}
