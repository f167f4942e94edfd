import { lazy, Suspense, useId, useState } from 'react';

import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import { Button } from './button.js';
import { Loading } from './problem.js';
import './chart.css';

/** One line of numbers: the categories along the axis are those of the chart. */
export interface Series {
  name: string;
  values: readonly (number | null)[];
}

export interface ChartProps {
  /** What it shows, in a sentence. */
  title: string;
  kind: 'line' | 'bar' | 'stacked';
  /** Head of the first column of the table. */
  axis: string;
  categories: readonly string[];
  series: readonly Series[];
  /** Written after every number: `%`. */
  unit?: string;
  /** Called with the index of the category somebody chose. */
  onChoose?: (index: number) => void;
}

const Drawing = lazy(async () => ({ default: (await import('./chart-drawing.js')).ChartDrawing }));

/** A chart, and the same numbers as a table one press away. */
export function Chart(props: ChartProps) {
  const { title } = props;
  const w = useWords(uiWords);
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id} className="row apart">
        <strong>{title}</strong>
        <Button size="small" look="quiet" onPress={() => setTable(!isTable)} aria-pressed={isTable}>
          {w(isTable ? 'showChart' : 'showTable')}
        </Button>
      </figcaption>
      {isTable ? (
        <ChartTable {...props} />
      ) : (
        <Suspense fallback={<Loading />}>
          <Drawing {...props} />
        </Suspense>
      )}
    </figure>
  );
}

function ChartTable({ axis, categories, series, unit = '', onChoose }: ChartProps) {
  return (
    <div className="chart-table" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">
                {onChoose === undefined ? (
                  category
                ) : (
                  <button type="button" className="as-link" onClick={() => onChoose(index)}>
                    {category}
                  </button>
                )}
              </th>
              {series.map(({ name, values }) => {
                const value = values[index];
                return (
                  <td key={name} className="end">
                    {value == null ? '—' : `${value}${unit}`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
