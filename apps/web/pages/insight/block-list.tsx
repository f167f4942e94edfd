import { useState } from 'react';
import { Link } from 'react-router';

import type { Schema } from '../../api/client.js';
import { isStaff, useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { EmptyState, NotYet } from '../../ui/problem.js';
import { insightWords } from '../../words/insight.words.js';
import { useWords } from '../../words/words.js';
import { Download } from './download.js';
import { listBehind } from './insight.rules.js';
import { useBlocks, type Scope } from './use-scope.js';

type Row = Schema<'Blocks'>['rows'][number];
const COUNTS = ['open', 'overdue', 'done'] as const;

/** The units inside beside each other, as tiles or as a table. */
export function BlockList({ scope, onLook }: { scope: Scope; onLook: (unit: string) => void }) {
  const w = useWords(insightWords);
  const [isTable, setTable] = useState(false);
  const { data, error, refetch } = useBlocks(scope.unit);
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  const cells = () => [
    [w('unit'), ...COUNTS.map((key) => w(key)), w('solvedShare')],
    ...data.rows.map((row) => [row.unit.name, ...COUNTS.map((key) => row[key]), row.solved.percent]),
  ];
  return (
    <section className="stack" aria-labelledby="blocks">
      <div className="row apart">
        <h2 id="blocks">{w('blocks')}</h2>
        <div className="row">
          <Button size="small" aria-pressed={isTable} onPress={() => setTable(!isTable)}>
            {w(isTable ? 'showTiles' : 'showTable')}
          </Button>
          <Download name={w('blocksData')} unit={data.unit.name} rows={cells} />
        </div>
      </div>
      <p className="soft">{w('blocksHelp')}</p>
      {data.rows.length === 0 && <EmptyState title={w('blocksEmpty')} />}
      {data.rows.length > 0 && (isTable ? <BlockTable {...{ data, onLook }} /> : <BlockTiles {...{ data, onLook }} />)}
    </section>
  );
}

interface BlocksProps {
  data: Schema<'Blocks'>;
  onLook: (unit: string) => void;
}

function BlockTiles({ data, onLook }: BlocksProps) {
  const w = useWords(insightWords);
  return (
    <ul className="insight-tiles">
      {data.rows.map((row) => (
        <li key={row.unit.id} className="card insight-tile">
          <h3>
            <button type="button" className="as-link insight-look" onClick={() => onLook(row.unit.id)}>
              {row.unit.name}
            </button>
          </h3>
          <ul className="row insight-counts">
            {COUNTS.map((key) => (
              <li key={key}>
                <CountLink row={row} of={key} />
              </li>
            ))}
          </ul>
          <p className="soft small">
            {w('solvedShare')} {solved(row)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function BlockTable({ data, onLook }: BlocksProps) {
  const w = useWords(insightWords);
  return (
    <div className="chart-table" tabIndex={0} role="group" aria-labelledby="blocks">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{w('unit')}</th>
            {COUNTS.map((key) => (
              <th key={key} scope="col" className="end">
                {w(key)}
              </th>
            ))}
            <th scope="col" className="end">
              {w('solvedShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.unit.id}>
              <th scope="row">
                <button type="button" className="as-link" onClick={() => onLook(row.unit.id)}>
                  {row.unit.name}
                </button>
              </th>
              {COUNTS.map((key) => (
                <td key={key} className="end">
                  <CountLink row={row} of={key} isBare />
                </td>
              ))}
              <td className="end">{solved(row)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{w('total')}</th>
            {COUNTS.map((key) => (
              <td key={key} className="end">
                {data.total[key]}
              </td>
            ))}
            <td className="end">{solved(data.total)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function CountLink({ row, of, isBare = false }: { row: Row; of: (typeof COUNTS)[number]; isBare?: boolean }) {
  const w = useWords(insightWords);
  const { data: me } = useMe();
  const to = listBehind({ unit: row.unit.id, isStaff: isStaff(me), of });
  const name = `${row.unit.name} ${w(of)} ${row[of]}`;
  return (
    <Link to={to} aria-label={name} className={of === 'overdue' && row.overdue > 0 ? 'insight-over' : ''}>
      {isBare ? row[of] : `${w(of)} ${row[of]}`}
    </Link>
  );
}

const solved = ({ solved: { percent, numerator, denominator } }: Pick<Row, 'solved'>): string =>
  percent === null ? '—' : `${percent}% (${numerator}/${denominator})`;
