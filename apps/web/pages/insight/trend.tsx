import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { isStaff, useMe } from '../../app/session.js';
import { Chart } from '../../ui/chart.js';
import { EmptyState, NotYet } from '../../ui/problem.js';
import { insightWords } from '../../words/insight.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { listBehind, pointOf } from './insight.rules.js';

const SHOWN = ['response', 'solved', 'satisfied', 'onTime'] as const;
const VOLUMES = ['opened', 'finished', 'overdue'] as const;
const MONTHS = 12;

/** The last twelve months as lines and as a table; a month opens its matters. */
export function Trend({ unit }: { unit: string }) {
  const w = useWords(insightWords);
  const inLabel = useLabel();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('trend', unit),
    queryFn: () => answered(api.GET('/api/v1/trend', { params: { query: { unit, months: MONTHS } } })),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  const named = (labels: Record<string, { zh: string; en: string } | undefined>, key: string): string => {
    const label = labels[key];
    return label === undefined ? key : inLabel(label);
  };
  const isEmpty = data.months.every(({ counts }) => VOLUMES.every((key) => (counts[key] ?? 0) === 0));
  const around = {
    axis: w('month'),
    categories: data.months.map(({ month }) => month),
    onChoose: (index: number) =>
      void navigate(listBehind({ unit, isStaff: isStaff(me), month: data.months[index]?.month, of: 'opened' })),
  };
  return (
    <section className="stack" aria-labelledby="trend">
      <h2 id="trend">{w('trend')}</h2>
      {isEmpty ? (
        <EmptyState title={w('trendEmpty')} />
      ) : (
        <div className="insight-charts">
          <Chart
            title={w('trendOf')}
            kind="line"
            unit="%"
            {...around}
            series={SHOWN.map((rate) => ({
              name: named(data.labels.rates, rate),
              values: data.months.map(({ rates }) => pointOf(rates[rate]?.percent)),
            }))}
          />
          <Chart
            title={w('trendVolume')}
            kind="bar"
            {...around}
            series={VOLUMES.map((key) => ({
              name: named(data.labels.counts, key),
              values: data.months.map(({ counts }) => counts[key] ?? 0),
            }))}
          />
        </div>
      )}
    </section>
  );
}
