import type { Schema } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { ToolSelect } from '../../ui/select-field.js';
import { SearchBox } from '../../ui/search-box.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { FilterChip } from './filter-chip.js';

interface DeskToolbarProps {
  counts: Schema<'DeskCounts'>;
  values: Readonly<Record<'text' | 'workflow' | 'state' | 'when', string | null>>;
  set: (changed: Partial<Record<'text' | 'workflow' | 'state' | 'when', string | null>>) => void;
  onClear: (() => void) | undefined;
}

/** How much waits, by what is waited for: each number is a filter. */
export function DeskToolbar({ counts, values, set, onClear }: DeskToolbarProps) {
  const w = useWords(coordinatorWords);
  const inLabel = useLabel();
  const { total, states } = counts;
  const workflows = new Map(states.map(({ workflow, workflowLabel }) => [workflow, inLabel(workflowLabel)]));
  const shown = states.filter(({ workflow }) => values.workflow === null || workflow === values.workflow);
  const when = (value: string | null) => (): void => set({ when: value });
  return (
    <div className="stack tight">
      <div className="row" role="group" aria-label={w('deadline')}>
        <FilterChip isOn={values.when === null} onPress={when(null)}>
          {w('allCount', { n: total.count })}
        </FilterChip>
        <FilterChip isOn={values.when === 'overdue'} kind="bad" onPress={when('overdue')}>
          {w('overdueCount', { n: total.overdue })}
        </FilterChip>
        <FilterChip isOn={values.when === 'soon'} kind="warn" onPress={when('soon')}>
          {w('soonCount', { n: total.dueSoon })}
        </FilterChip>
      </div>
      {shown.length > 1 && (
        <div className="row co-states" role="group" aria-label={w('queues')}>
          {shown.map(({ workflow, state, label, count, overdue }) => (
            <FilterChip
              key={`${workflow} ${state}`}
              isOn={values.state === state}
              kind={overdue > 0 ? 'bad' : undefined}
              onPress={() => set(values.state === state ? { state: null } : { state, workflow })}
            >
              {w('queueCount', { name: inLabel(label), n: count })}
              {overdue > 0 && <span className="small">{` · ${w('overdueCount', { n: overdue })}`}</span>}
            </FilterChip>
          ))}
        </div>
      )}
      <div className="row co-tools">
        <SearchBox
          label={w('search')}
          placeholder={w('searchDesk')}
          value={values.text ?? ''}
          onSearch={(text) => set({ text })}
        />
        <ToolSelect
          label={w('workflow')}
          empty={w('everyWorkflow')}
          choices={[...workflows].map(([value, label]) => ({ value, label }))}
          value={values.workflow}
          onChange={(workflow) => set({ workflow, state: null })}
        />
        {onClear !== undefined && <Button onPress={onClear}>{w('clearFilters')}</Button>}
      </div>
    </div>
  );
}
