import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { isStaff, useMe } from '../../app/session.js';
import { NativeSelect } from '../../ui/select-field.js';
import { EmptyState, NotYet } from '../../ui/problem.js';
import { insightWords } from '../../words/insight.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { Download } from './download.js';
import { listBehind } from './insight.rules.js';
import { useRates, type Scope } from './use-scope.js';

const OF = ['department', 'dispatcher'] as const;
const RATES = ['onTime', 'response', 'solved', 'satisfied', 'redo', 'return', 'extension', 'dispatch'] as const;

/** Departments or dispatchers by one rate; who has had too few cases stands below without a place. */
export function League({ scope, unitName }: { scope: Scope; unitName: string }) {
  const w = useWords(insightWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const [search, setSearch] = useSearchParams();
  const of = OF.find((one) => one === search.get('of')) ?? 'department';
  const by = RATES.find((one) => one === search.get('by')) ?? 'onTime';
  const labels = useRates(scope).data?.labels.rates;
  const nameOf = (rate: string): string => (labels?.[rate] === undefined ? rate : inLabel(labels[rate]));
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('league', scope, of, by),
    queryFn: () => answered(api.GET('/api/v1/league', { params: { query: { ...scope, of, by } } })),
    placeholderData: (before) => before,
  });
  const set = (name: 'of' | 'by', value: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value !== null) next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const month = scope.from === scope.to ? scope.from : undefined;
  const columns = [by, ...RATES.filter((rate) => rate !== by)];
  const shown = (rate: { percent: string | null; numerator: number; denominator: number } | undefined): string =>
    rate === undefined || rate.percent === null ? '—' : `${rate.percent}% (${rate.numerator}/${rate.denominator})`;
  const cells = () => [
    [w('rank'), w('unit'), ...columns.map(nameOf)],
    ...(data?.rows ?? []).map(({ rank, name, rates }) => [
      rank ?? w('tooFew'),
      name,
      ...columns.map((rate) => rates[rate]?.percent ?? null),
    ]),
  ];
  return (
    <section className="stack" aria-labelledby="league">
      <div className="row apart">
        <h2 id="league">{w('league')}</h2>
        <Download name={w('league')} unit={unitName} rows={cells} />
      </div>
      <p className="soft">{w('leagueHelp')}</p>
      <div className="insight-choices no-print">
        <NativeSelect
          label={w('ofWhom')}
          empty={w('ofWhom')}
          value={of}
          choices={OF.map((value) => ({ value, label: w(value) }))}
          onChange={(value) => set('of', value)}
        />
        <NativeSelect
          label={w('by')}
          empty={w('by')}
          value={by}
          choices={RATES.map((value) => ({ value, label: nameOf(value) }))}
          onChange={(value) => set('by', value)}
        />
      </div>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && <EmptyState title={w('leagueEmpty')} />}
      {data !== undefined && data.rows.length > 0 && (
        <div className="chart-table" tabIndex={0} role="group" aria-labelledby="league">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{w('rank')}</th>
                <th scope="col">{w('unit')}</th>
                {columns.map((rate) => (
                  <th key={rate} scope="col" className="end">
                    {nameOf(rate)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map(({ key, name, rank, rates }) => (
                <tr key={key ?? ''}>
                  <td>{rank ?? w('tooFew')}</td>
                  <th scope="row">
                    <Link to={listBehind({ unit: key ?? scope.unit, isStaff: isStaff(me), month, of: 'assigned' })}>
                      {name ?? key}
                    </Link>
                  </th>
                  {columns.map((rate) => (
                    <td key={rate} className="end">
                      {shown(rates[rate])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
