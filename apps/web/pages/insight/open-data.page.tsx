import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { isStaff, useMe } from '../../app/session.js';
import { Page } from '../../app/page.js';
import { useLanguage } from '../../app/preferences.js';
import { Button } from '../../ui/button.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { insightWords } from '../../words/insight.words.js';
import { useWords } from '../../words/words.js';
import { save, useLicence, type Cells } from './download.js';
import { ScopeBar } from './scope-bar.js';
import { useScope, useUnit, type Scope } from './use-scope.js';
import './insight.css';

const MOST_ROWS = 5000;
const LISTS = ['people', 'households', 'premises', 'units', 'bodies', 'catalogue', 'cases', 'signIns'] as const;

/** What anybody may take away: rates, counts, public issues, notices, records of ballots. */
export function OpenDataPage() {
  const w = useWords(insightWords);
  const { scope, change } = useScope();
  const { data } = useUnit(scope?.unit);
  const { data: me } = useMe();
  const licence = useLicence();
  const unit = data?.unit.name ?? '';
  return (
    <Page title={w('openData')} canBeRead>
      <p>{w('openDataIntro')}</p>
      {scope === undefined || data === undefined ? (
        <Loading />
      ) : (
        <>
          <ScopeBar scope={scope} onChange={change} />
          <DataSets scope={scope} unit={unit} />
          <section className="stack tight">
            <h2>{w('ballotsData')}</h2>
            <p>{w('ballotsDataHelp')}</p>
            <p>
              <Link to="/notices">{w('seeBallots')}</Link>
            </p>
          </section>
          {isStaff(me) && <StaffLists unit={scope.unit} />}
          <p className="soft small">{licence(unit)}</p>
        </>
      )}
    </Page>
  );
}

function DataSets({ scope, unit }: { scope: Scope; unit: string }) {
  const w = useWords(insightWords);
  const rows = useDataSets(scope);
  return (
    <div className="tiles">
      {(['ratesMonthsData', 'ratesData', 'blocksData', 'issuesData', 'noticesData'] as const).map((name) => (
        <DataSet key={name} name={w(name)} unit={unit} read={rows[name]} />
      ))}
    </div>
  );
}

function DataSet({ name, unit, read }: { name: string; unit: string; read: () => Promise<Cells> }) {
  const w = useWords(insightWords);
  const licence = useLicence();
  const [state, setState] = useState<{ isReading: boolean; rows: number | null; error: unknown }>({
    ...{ isReading: false, rows: null, error: null },
  });
  const take = async (): Promise<void> => {
    setState({ isReading: true, rows: null, error: null });
    try {
      const cells = await read();
      save(`${unit} ${name}`, cells, licence(unit));
      setState({ isReading: false, rows: cells.length - 1, error: null });
    } catch (error) {
      setState({ isReading: false, rows: null, error });
    }
  };
  return (
    <section className="card">
      <h2>{name}</h2>
      <Button aria-label={w('downloadOf', { name })} isPending={state.isReading} onPress={() => void take()}>
        {w(state.isReading ? 'preparing' : 'download')}
      </Button>
      <p role="status">{state.rows !== null && w('rowsReady', { n: state.rows })}</p>
      {state.error !== null && <ProblemBox error={state.error} onRetry={() => void take()} />}
    </section>
  );
}

/** What each table is read from, page by page. */
function useDataSets(scope: Scope) {
  const w = useWords(insightWords);
  const language = useLanguage();
  const rates = (by: 'community' | 'month') => async (): Promise<Cells> => {
    const { groups, labels } = await answered(api.GET('/api/v1/rates', { params: { query: { ...scope, by } } }));
    const names = Object.keys(labels.rates);
    return [
      [
        w(by === 'month' ? 'month' : 'unit'),
        ...names.flatMap((name) => {
          const label = labels.rates[name]?.[language] ?? name;
          return [`${label} %`, `${label} a`, `${label} b`, `${label} −`];
        }),
      ],
      ...groups.map((group) => [
        group.name ?? group.key,
        ...names.flatMap((name) => {
          const rate = group.rates[name];
          return [rate?.percent ?? null, rate?.numerator ?? 0, rate?.denominator ?? 0, rate?.excluded ?? 0];
        }),
      ]),
    ];
  };
  return {
    ratesMonthsData: rates('month'),
    ratesData: rates('community'),
    blocksData: async (): Promise<Cells> => {
      const { rows } = await answered(api.GET('/api/v1/blocks', { params: { query: { unit: scope.unit } } }));
      return [
        [w('unit'), w('open'), w('overdue'), w('done'), w('solvedShare')],
        ...rows.map(({ unit, open, overdue, done, solved }) => [unit.name, open, overdue, done, solved.percent]),
      ];
    },
    issuesData: async (): Promise<Cells> => {
      const rows = await everyPage((cursor) =>
        answered(
          api.GET('/api/v1/cases', {
            params: { query: { workflow: 'issue', unit: scope.unit, limit: 200, ...cursor } },
          }),
        ),
      );
      return [
        [w('number'), w('titleColumn'), w('stage'), w('opened'), w('changed'), w('link')],
        ...rows
          .filter(({ visibility }) => visibility === 'public')
          .map(({ id, title, stage, createdAt, changedAt, annex }) => [
            annex?.number ?? null,
            title,
            stage.label[language],
            createdAt,
            changedAt,
            `${location.origin}/cases/${id}`,
          ]),
      ];
    },
    noticesData: async (): Promise<Cells> => {
      const rows = await everyPage((cursor) =>
        answered(api.GET('/api/v1/publications', { params: { query: { unit: scope.unit, limit: 200, ...cursor } } })),
      );
      return [
        [w('at'), w('unit'), w('kind'), w('titleColumn'), w('text')],
        ...rows.map(({ at, unitName, about, title, text }) => [at, unitName, about, title, text]),
      ];
    },
  };
}

async function everyPage<Row>(
  read: (cursor: { cursor?: string }) => Promise<{ rows: Row[]; next: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | null = null;
  do {
    const page: { rows: Row[]; next: string | null } = await read(next === null ? {} : { cursor: next });
    rows.push(...page.rows);
    next = page.next;
  } while (next !== null && rows.length < MOST_ROWS);
  return rows;
}

/** Lists those may export who keep them; the service refuses everybody else. */
function StaffLists({ unit }: { unit: string }) {
  const w = useWords(insightWords);
  return (
    <section className="stack tight">
      <h2>{w('staffLists')}</h2>
      <p className="soft">{w('staffListsHelp')}</p>
      <ul>
        {LISTS.map((list) => (
          <li key={list}>
            {w(list)}{' '}
            {(['csv', 'xlsx'] as const).map((format) => (
              <a
                key={format}
                className="button secondary small"
                href={`/api/v1/exports/${list}?unit=${unit}&format=${format}`}
                download
              >
                {format.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
