import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { ApiProblem } from '../../api/problem.js';
import { Facts } from '../../ui/card.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { chainWords } from '../../words/chain.words.js';
import { useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { CaseLayout } from './case-layout.js';
import { inYuan, percentOf } from './chain.rules.js';

type Costs = Schema<'CostTable'>;

/** What a lift or another work costs, by floor and flat: shares, pledges, receipts, and what is still missing. */
export function CostsView({ seen }: CaseViewProps) {
  const w = useWords(chainWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(seen.id, 'costs'),
    queryFn: () => answered(api.GET('/api/v1/cost-shares/{id}', { params: { path: { id: seen.id } } })),
    retry: false,
  });
  const isUnknown = error instanceof ApiProblem && error.status === 404;
  const flats = flatsIn(seen.context);
  return (
    <CaseLayout seen={seen} hasPrints={data !== undefined} parts={{ flat: flats }}>
      {data === undefined && error === null && <Loading />}
      {isUnknown && (
        <EmptyState title={w('noCosts')}>
          <p>{w('noCostsHelp')}</p>
        </EmptyState>
      )}
      {error !== null && !isUnknown && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <CostTable costs={data} />}
      <ul>
        {seen.links.map(({ to }) => (
          <li key={to}>
            <Link to={`/cases/${to}`}>{w('ofChain')}</Link>
          </li>
        ))}
      </ul>
    </CaseLayout>
  );
}

function flatsIn(context: unknown): { id: string; name: string }[] {
  const flats = typeof context === 'object' && context !== null ? (context as Record<string, unknown>)['flats'] : null;
  return Array.isArray(flats)
    ? flats.flatMap((one: unknown) => {
        const flat = (one as { flat?: unknown }).flat;
        return typeof flat === 'string' ? [{ id: flat, name: flat }] : [];
      })
    : [];
}

const COLUMNS = ['share', 'pledged', 'paid', 'writtenOff', 'refunded'] as const;

function CostTable({ costs }: { costs: Costs }) {
  const w = useWords(chainWords);
  const yuan = (fen: number): string => w('yuan', { n: inYuan(fen) });
  const percent = percentOf(costs.pledged, costs.total);
  return (
    <section className="stack" aria-labelledby="costs">
      <h2 id="costs">{w('costs')}</h2>
      <progress className="chain-progress" value={percent} max={100} aria-label={w('pledgedShare', { percent })} />
      <Facts
        facts={[
          [w('total'), <strong key="total">{yuan(costs.total)}</strong>],
          [w('pledged'), `${yuan(costs.pledged)} · ${w('pledgedShare', { percent })}`],
          [w('unpledged'), yuan(costs.unpledged)],
          [w('paid'), yuan(costs.paid)],
          [w('unpaid'), yuan(costs.unpaid)],
          [w('writtenOff'), costs.writtenOff === 0 ? null : yuan(costs.writtenOff)],
          [w('refunded'), costs.refunded === 0 ? null : yuan(costs.refunded)],
        ]}
      />
      <div className="work-table" tabIndex={0} role="group" aria-label={w('costs')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{w('floorOrFlat')}</th>
              <th scope="col" className="end">
                {w('flats')}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="end">
                  {w(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {costs.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td className="end">{row.flats}</td>
                {COLUMNS.map((column) => (
                  <td key={column} className="end number">
                    {yuan(row[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
