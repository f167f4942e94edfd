import { useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { useTimes } from '../../app/times.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/problem.js';
import { ToolSelect } from '../../ui/select-field.js';
import { Chip, When } from '../../ui/status.js';
import { caseLedgerWords } from '../../words/case-ledger.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { lastMonths } from './ledger.rules.js';
import { UnitSelect } from './ledger-toolbar.js';
import { useCatalogue, useMyUnit } from './my-unit.js';
import { useFilters } from '../../app/use-filters.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

type Entry = Schema<'LedgerPage'>['rows'][number];
export type AccountView = 'open' | 'assigned' | 'published' | 'reconciled';
const FILTERS = ['unit', 'month'] as const;
const MONTHS = 24;
const keyOf = (row: Entry): string => `${row.case ?? row.number ?? ''} ${row.unit} ${row.openedAt} ${row.part ?? ''}`;

/** The account: who had it, when, on time or not, and what residents said. Numbers and dates, no words of anybody. */
export function LedgerAccount({ view }: { view: AccountView }) {
  const w = useWords(caseLedgerWords);
  const navigate = useNavigate();
  const { inWords } = useTimes();
  const { values, set } = useFilters(FILTERS);
  const columns = useColumns(view);
  const account = useAccount(view, values);
  const months = lastMonths(now(), MONTHS).map((value) => ({
    value,
    label: inWords(`${value}-02T00:00:00Z`, 'month'),
  }));
  return (
    <div className="stack">
      <div className="row co-tools">
        <UnitSelect value={values.unit} onChange={(unit) => set({ unit })} />
        <ToolSelect
          label={w('month')}
          empty={w('everyMonth')}
          choices={months}
          value={values.month}
          onChange={(month) => set({ month })}
        />
      </div>
      <PagedRows
        list={account}
        more="scroll"
        empty={
          <EmptyState title={w('nothingInBook')}>
            <p>{w('nothingInBookHelp')}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            name={`${w('accountTable')} · ${w(view)}`}
            columns={columns}
            rows={rows}
            rowKey={keyOf}
            rowName={({ number }) => number ?? w('noNumber')}
            onOpen={(row) => row.case !== null && void navigate(`/cases/${row.case}`)}
            onEnd={account.readOn}
          />
        )}
      </PagedRows>
    </div>
  );
}

function useAccount(view: AccountView, { unit, month }: Record<(typeof FILTERS)[number], string | null>) {
  return usePaged(
    keys.book('account', view, unit, month),
    (from) => {
      const narrowed = { ...(unit === null ? {} : { unit }), ...(month === null ? {} : { month }) };
      return answered(api.GET('/api/v1/ledger', { params: { query: { view, limit: 200, ...narrowed, ...from } } }));
    },
    { staleTime: 30_000 },
  );
}

function useColumns(view: AccountView): Column<Entry>[] {
  const w = useWords(caseLedgerWords);
  const inLabel = useLabel();
  const unit = useMyUnit();
  const names = new Map(useCatalogue(unit?.id).map(({ code, name }) => [code, inLabel(name)]));
  const time = (
    key: 'openedAt' | 'assignedAt' | 'acceptedAt' | 'finishedAt' | 'publishedAt' | 'dueAt',
  ): Column<Entry> => ({
    ...{ key, name: w(key), width: 'minmax(5.5rem, 0.8fr)' },
    cell: ({ [key]: at }) => at !== null && <When at={at} exact />,
  });
  const times = {
    open: [time('openedAt'), time('dueAt')],
    assigned: [time('assignedAt'), time('acceptedAt'), time('dueAt'), time('finishedAt')],
    published: [time('publishedAt'), time('finishedAt')],
    reconciled: [time('openedAt'), time('finishedAt'), time('publishedAt')],
  }[view];
  return [
    {
      key: 'number',
      name: w('number'),
      width: 'minmax(10rem, 1.2fr)',
      cell: ({ number }) => <span className="number">{number ?? w('noNumber')}</span>,
    },
    { key: 'kind', name: w('kind'), width: '5rem', cell: ({ kind }) => w(kind) },
    {
      key: 'category',
      name: w('category'),
      width: 'minmax(6rem, 1fr)',
      cell: ({ category }) => names.get(category ?? '') ?? category,
    },
    { key: 'doer', name: w('doer'), width: 'minmax(7rem, 1.2fr)', cell: ({ unitName }) => <bdi>{unitName}</bdi> },
    {
      key: 'dispatcher',
      name: w('dispatcher'),
      width: 'minmax(7rem, 1fr)',
      cell: ({ dispatcherName }) => <bdi>{dispatcherName}</bdi>,
    },
    ...times,
    { key: 'onTime', name: w('onTime'), width: 'minmax(8rem, 1.2fr)', cell: (entry) => <Timeliness entry={entry} /> },
    { key: 'review', name: w('review'), width: 'minmax(9rem, 1.4fr)', cell: (entry) => <Judgement entry={entry} /> },
  ];
}

function Timeliness({ entry }: { entry: Entry }) {
  const w = useWords(caseLedgerWords);
  const { onTime, held, turns, extensions, redone, supervised, excludedBy } = entry;
  const notes = [
    held && w('held'),
    turns > 1 && `${w('turns')} ${w('turnsOf', { n: turns })}`,
    extensions > 0 && `${w('extensions')} ${w('times', { n: extensions })}`,
    redone && w('redone'),
    supervised && w('supervised'),
    excludedBy !== null && w('excluded'),
  ].filter((note) => note !== false);
  return (
    <>
      {onTime !== null && <Chip kind={onTime ? 'good' : 'bad'}>{w(onTime ? 'inTime' : 'late')}</Chip>}
      {notes.length > 0 && <span className="co-under small soft">{notes.join(' · ')}</span>}
    </>
  );
}

function Judgement({ entry: { asked, answered: said, silent, solved, satisfied } }: { entry: Entry }) {
  const w = useWords(caseLedgerWords);
  if (asked === 0 && solved === null) return null;
  return (
    <>
      {solved !== null && <Chip kind={solved ? 'good' : 'bad'}>{w(solved ? 'solved' : 'unsolved')}</Chip>}{' '}
      {satisfied !== null && (
        <Chip kind={satisfied ? 'good' : 'warn'}>{w(satisfied ? 'satisfied' : 'unsatisfied')}</Chip>
      )}
      <span className="co-under small soft">{w('answers', { asked, answered: said, silent })}</span>
    </>
  );
}
