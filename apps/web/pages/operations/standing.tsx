import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { EmptyState } from '../../ui/problem.js';
import { Chip, Due, When } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { PlainTable, Read } from './parts.js';

type Standing = Schema<'Standing'>;

/** How the service stands: queue, clocks, deliveries, and which cases are stuck and why. Asked for anew every half minute. */
export function StandingPart() {
  const w = useWords(operationsWords);
  const { inWords } = useTimes();
  const query = useQuery({
    queryKey: keys.list('standing'),
    queryFn: () => answered(api.GET('/api/v1/operation/standing')),
    refetchInterval: 30_000,
  });
  return (
    <Read query={query}>
      {(data) => (
        <>
          <p className="row">
            {w('at', { when: inWords(data.at, 'dayAndTime') })}
            <Button isPending={query.isFetching} onPress={() => void query.refetch()}>
              {w('refresh')}
            </Button>
          </p>
          <StandingTiles data={data} />
          <section className="stack" aria-labelledby="stuck">
            <h2 id="stuck">{w('stuck')}</h2>
            {data.stuck.length === 0 ? <EmptyState title={w('stuckNone')} /> : <Stuck rows={data.stuck} />}
          </section>
        </>
      )}
    </Read>
  );
}

function StandingTiles({ data }: { data: Standing }) {
  const w = useWords(operationsWords);
  const { queue, clocks, projector, remeasuring } = data;
  const seconds = (n: number | null): string => (n === null ? '—' : w('seconds', { n: Math.round(n * 10) / 10 }));
  return (
    <div className="tiles">
      <Card as="section">
        <h2>{w('queue')}</h2>
        <Facts
          facts={[
            [w('pending'), `${queue.pending} (${queue.kind})`],
            [w('oldest'), seconds(queue.oldestSeconds)],
            [w('retrying'), queue.retrying],
          ]}
        />
      </Card>
      <Card as="section">
        <h2>{w('clocks')}</h2>
        <Facts
          facts={[
            [w('late'), clocks.late],
            [w('mostLate'), seconds(clocks.mostLateSeconds)],
            [w('fired'), clocks.fired],
            [w('lateness'), [clocks.p50, clocks.p90, clocks.p99].map(seconds).join(' / ')],
          ]}
        />
      </Card>
      <Card as="section">
        <h2>{w('projector')}</h2>
        <Facts
          facts={[
            [w('behind'), projector.behind],
            [w('oldest'), seconds(projector.oldestSeconds)],
            [w('anew'), projector.anew],
            [w('remeasuring'), `${remeasuring.edits} / ${remeasuring.clocks}`],
          ]}
        />
      </Card>
      <Card as="section">
        <h2>{w('version')}</h2>
        <Facts
          facts={[
            [w('version'), data.version],
            [w('role'), data.role],
            [w('database'), data.database],
          ]}
        />
      </Card>
    </div>
  );
}

function Stuck({ rows }: { rows: Standing['stuck'] }) {
  const w = useWords(operationsWords);
  const inLabel = useLabel();
  return (
    <>
      <p className="soft">{w('stuckHelp')}</p>
      <PlainTable
        name={w('stuck')}
        heads={[w('workflow'), w('unit'), w('reason'), w('since'), w('due')]}
        rows={rows.map((row) => ({
          key: `${row.case} ${row.reason}`,
          cells: [
            <Link key="case" to={`/cases/${row.case}/chart`}>
              {inLabel(row.workflowLabel)}
            </Link>,
            row.unit.name,
            <span key="why">
              <Chip kind={row.reason === 'overdue' ? 'warn' : 'bad'}>{w(row.reason)}</Chip> {inLabel(row.words)}
            </span>,
            <When key="since" at={row.since} />,
            <Due key="due" dueAt={row.dueAt} />,
          ],
        }))}
      />
    </>
  );
}
