import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { DataTable, keyById, type Column } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/problem.js';
import { StatusChip, When } from '../../ui/status.js';
import { caseLedgerWords } from '../../words/case-ledger.words.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { BulkBar } from './bulk-bar.js';
import { DueCell, PlaceCell, TitleCell, WaitsCell } from './case-cells.js';
import { LEDGER_FILTERS, questionOf, type LedgerValues } from './ledger.rules.js';
import { LedgerToolbar } from './ledger-toolbar.js';
import { useFilters, writtenSorting, sortingOf } from '../../app/use-filters.js';
import { useLedgerRows } from './use-ledger-rows.js';
import { useListKeys } from './use-list-keys.js';
import { PagedRows } from '../../ui/paged-rows.js';

type Row = Schema<'CaseRow'>;
const nothing: ReadonlySet<string> = new Set();
const NEWEST_FIRST = { by: 'created', descending: true } as const;

/** All cases one may see, filtered and ordered by the address; thousands scroll. */
export function LedgerCases() {
  const w = useWords(caseLedgerWords);
  const desk = useWords(coordinatorWords);
  const area = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { values, set, clear, isFiltered } = useFilters(LEDGER_FILTERS);
  const [selected, setSelected] = useState(nothing);
  const cases = useLedgerRows(values);
  const total = cases.first?.total;
  const columns = useColumns();
  const isBulk = values.bulk !== null;
  useListKeys(area);
  const chosen = (cases.rows ?? []).filter(({ id }) => selected.has(id));
  return (
    <div className="stack" ref={area}>
      <LedgerToolbar values={values} set={set} onClear={isFiltered ? clear : undefined} />
      <p className="row">
        <Button
          size="small"
          aria-pressed={isBulk}
          onPress={() => {
            setSelected(nothing);
            set({ bulk: isBulk ? null : '1' });
          }}
        >
          {w(isBulk ? 'bulkOff' : 'bulkOn')}
        </Button>
        <ChangedSince values={values} onUpdate={cases.refetch} />
      </p>
      <BulkBar
        rows={chosen.map((row) => ({ ...row, title: row.title ?? desk('untitled'), acts: row.abilities ?? [] }))}
        onClear={() => setSelected(nothing)}
      />
      <PagedRows
        list={cases}
        more="scroll"
        empty={
          <EmptyState title={w('nothing')}>
            <p>{w('nothingHelp')}</p>
            <Button onPress={clear}>{w('clear')}</Button>
          </EmptyState>
        }
      >
        {(rows) => (
          <>
            {total?.isMore === true && <p className="small soft">{w('atLeast', { n: total.count })}</p>}
            <DataTable
              name={w('casesTable')}
              columns={columns}
              rows={rows}
              rowKey={keyById}
              rowName={({ title }) => title ?? desk('untitled')}
              onOpen={({ id }) => void navigate(`/cases/${id}`)}
              {...(isBulk ? { selected, onSelect: setSelected } : {})}
              sorting={sortingOf(values.sort, NEWEST_FIRST)}
              onSort={({ by }) => set({ sort: writtenSorting({ by, descending: by !== 'due' }) })}
              onEnd={cases.readOn}
              total={total?.count}
            />
            <p className="soft small co-keys">{desk('keysDesk')}</p>
          </>
        )}
      </PagedRows>
    </div>
  );
}

/** Says that the first rows have changed: thousands of rows are not read anew for each change in town. */
function ChangedSince({ values, onUpdate }: { values: LedgerValues; onUpdate: () => void }) {
  const w = useWords(caseLedgerWords);
  const question = JSON.stringify(questionOf(values));
  const { data } = useQuery({
    queryKey: keys.list('ledger-newest', question),
    queryFn: async () => {
      const query = { ...questionOf(values), sort: 'changed', limit: 1 } as const;
      const { rows } = await answered(api.GET('/api/v1/cases', { params: { query } }));
      return `${rows[0]?.id ?? ''} ${rows[0]?.version ?? ''}`;
    },
  });
  const [known, setKnown] = useState<{ question: string; newest: string } | null>(null);
  if (data === undefined) return null;
  if (known === null || known.question !== question) {
    setKnown({ question, newest: data });
    return null;
  }
  if (known.newest === data) return null;
  return (
    <span role="status">
      <Button
        look="primary"
        size="small"
        onPress={() => {
          setKnown({ question, newest: data });
          onUpdate();
        }}
      >
        {w('changedSince')}
      </Button>
    </span>
  );
}

function useColumns(): Column<Row>[] {
  const w = useWords(caseLedgerWords);
  const desk = useWords(coordinatorWords);
  const inLabel = useLabel();
  return [
    {
      ...{ key: 'title', name: desk('title'), width: 'minmax(12rem, 3fr)' },
      cell: ({ id, title, annex }) => <TitleCell {...{ id, title, annex }} />,
    },
    {
      key: 'stage',
      name: w('stage'),
      width: 'minmax(7rem, 0.9fr)',
      cell: ({ status, stage }) => <StatusChip status={status} label={stage.label} />,
    },
    {
      key: 'place',
      name: desk('place'),
      width: 'minmax(7rem, 1.2fr)',
      cell: ({ annex }) => <PlaceCell annex={annex} />,
    },
    {
      key: 'category',
      name: w('category'),
      width: 'minmax(6.5rem, 0.8fr)',
      cell: ({ annex }) => annex?.category != null && inLabel(annex.category),
    },
    {
      key: 'waits',
      name: desk('waitsFor'),
      width: 'minmax(7rem, 1.1fr)',
      cell: ({ annex }) => <WaitsCell label={annex?.waitsFor ?? null} />,
    },
    {
      key: 'holder',
      name: w('holder'),
      width: 'minmax(6rem, 1fr)',
      cell: ({ annex }) => <bdi>{annex?.holder?.name}</bdi>,
    },
    {
      ...{ key: 'due', name: desk('left'), width: 'minmax(8rem, 1.1fr)', isSortable: true },
      cell: ({ annex, status }) => annex !== undefined && status === 'active' && <DueCell annex={annex} />,
    },
    {
      key: 'created',
      name: w('created'),
      width: 'minmax(5rem, 0.8fr)',
      isSortable: true,
      cell: ({ createdAt }) => <When at={createdAt} exact />,
    },
    {
      key: 'changed',
      name: w('changed'),
      width: 'minmax(5rem, 0.8fr)',
      isSortable: true,
      cell: ({ changedAt }) => <When at={changedAt} />,
    },
  ];
}
