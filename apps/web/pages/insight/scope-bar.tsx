import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useInstallation } from '../../app/installation.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { NativeSelect } from '../../ui/select-field.js';
import { insightWords } from '../../words/insight.words.js';
import { useWords } from '../../words/words.js';
import { monthAfter, monthsBetween } from './insight.rules.js';
import { thisMonth, useUnit, type Scope } from './use-scope.js';

interface ScopeBarProps {
  scope: Scope;
  onChange: (changed: Partial<Scope>) => void;
}

const MONTHS_BACK = 36;

/** Which unit and which months: up by the names above, down by the list of those inside. */
export function ScopeBar({ scope, onChange }: ScopeBarProps) {
  const w = useWords(insightWords);
  const { inWords } = useTimes();
  const { data: found } = useUnit(scope.unit);
  const { data: installation } = useInstallation();
  const { data: inside } = useQuery({
    queryKey: keys.book('children', scope.unit),
    queryFn: () => answered(api.GET('/api/v1/units', { params: { query: { parent: scope.unit } } })),
    staleTime: 600_000,
  });
  const last = thisMonth();
  const months = monthsBetween(monthAfter(last, -MONTHS_BACK), last)
    .reverse()
    .map((value) => ({ value, label: inWords(`${value}-02T00:00:00Z`, 'month') }));
  const above = [...(found?.above ?? [])].reverse();
  const tops = above.length > 0 ? above : (installation?.roots ?? []).filter(({ id }) => id !== scope.unit);
  const before = monthAfter(last, -1);
  return (
    <section className="stack tight card no-print" aria-label={w('choose')}>
      {tops.length > 0 && (
        <div className="row">
          <span className="soft">{w('above')}</span>
          {tops.map(({ id, name }) => (
            <Button key={id} onPress={() => onChange({ unit: id })}>
              {name}
            </Button>
          ))}
        </div>
      )}
      <div className="insight-choices">
        <Labelled label={w('below')}>
          {(id) => (
            <NativeSelect
              id={id}
              empty={w('belowChoose')}
              value={null}
              choices={(inside?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
              onChange={(unit) => unit !== null && onChange({ unit })}
            />
          )}
        </Labelled>
        {(['from', 'to'] as const).map((end) => (
          <Labelled key={end} label={w(end)}>
            {(id) => (
              <NativeSelect
                id={id}
                empty={w('month')}
                value={scope[end]}
                choices={months.filter(({ value }) => end === 'from' || value >= scope.from)}
                onChange={(month) =>
                  month !== null &&
                  onChange({ ...(end === 'from' && month > scope.to ? { to: month } : {}), [end]: month })
                }
              />
            )}
          </Labelled>
        ))}
      </div>
      <div className="row">
        <Button onPress={() => onChange({ from: last, to: last })}>{w('thisMonth')}</Button>
        <Button onPress={() => onChange({ from: before, to: before })}>{w('lastMonth')}</Button>
        <Button onPress={() => onChange({ from: monthAfter(last, -11), to: last })}>{w('year')}</Button>
      </div>
    </section>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => React.ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
