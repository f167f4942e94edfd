import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { ToolSelect } from '../../ui/select-field.js';
import { SearchBox } from '../../ui/search-box.js';
import { caseLedgerWords } from '../../words/case-ledger.words.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { FilterChip } from './filter-chip.js';
import type { LedgerFilter, LedgerValues } from './ledger.rules.js';
import { useCatalogue, useMyUnit, useUnitsBelow } from './my-unit.js';

interface LedgerToolbarProps {
  values: LedgerValues;
  set: (changed: Partial<Record<LedgerFilter, string | null>>) => void;
  onClear: (() => void) | undefined;
}

const STATUSES = ['active', 'done', 'cancelled'] as const;

/** What of the ledger is shown. */
export function LedgerToolbar({ values, set, onClear }: LedgerToolbarProps) {
  const w = useWords(caseLedgerWords);
  const desk = useWords(coordinatorWords);
  const ui = useWords(uiWords);
  const inLabel = useLabel();
  const unit = useMyUnit();
  const matters = useCatalogue(unit?.id).map(({ code, name }) => ({ value: code, label: inLabel(name) }));
  const { workflows, stages } = useWorkflows(values.workflow);
  const statuses = STATUSES.map((value) => ({ value, label: ui(value) }));
  return (
    <div className="stack tight">
      <div className="row co-tools">
        <SearchBox label={w('searchTitle')} value={values.text ?? ''} onSearch={(text) => set({ text })} />
        <ToolSelect
          label={desk('workflow')}
          empty={desk('everyWorkflow')}
          choices={workflows}
          value={values.workflow}
          onChange={(workflow) => set({ workflow, stage: null })}
        />
        {stages.length > 0 && (
          <ToolSelect
            label={w('stage')}
            empty={w('everyStage')}
            choices={stages}
            value={values.stage}
            onChange={(stage) => set({ stage })}
          />
        )}
        <ToolSelect
          label={w('status')}
          empty={w('everyStatus')}
          choices={statuses}
          value={values.status}
          onChange={(status) => set({ status })}
        />
        <UnitSelect value={values.unit} onChange={(unit) => set({ unit })} />
        <ToolSelect
          label={w('category')}
          empty={w('everyCategory')}
          choices={matters}
          value={values.category}
          onChange={(category) => set({ category })}
        />
      </div>
      <div className="row">
        <FilterChip
          isOn={values.overdue !== null}
          kind="bad"
          onPress={() => set({ overdue: values.overdue === null ? '1' : null })}
        >
          {w('overdueOnly')}
        </FilterChip>
        <FilterChip isOn={values.mine !== null} onPress={() => set({ mine: values.mine === null ? '1' : null })}>
          {w('mineOnly')}
        </FilterChip>
        {onClear !== undefined && <Button onPress={onClear}>{w('clear')}</Button>}
      </div>
    </div>
  );
}

/** Places below mine, one of which may be looked at alone. */
export function UnitSelect({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const w = useWords(caseLedgerWords);
  const unit = useMyUnit();
  const units = useUnitsBelow(unit?.id);
  return <ToolSelect label={w('unit')} empty={w('everyUnit')} choices={units} value={value} onChange={onChange} />;
}

/** Workflows by name, and the stages of the one that is chosen. */
function useWorkflows(chosen: string | null): Record<'workflows' | 'stages', { value: string; label: string }[]> {
  const inLabel = useLabel();
  const { data } = useQuery({
    queryKey: keys.book('workflows'),
    queryFn: () => answered(api.GET('/api/v1/workflows')),
    staleTime: 600_000,
  });
  const { data: one } = useQuery({
    queryKey: keys.book('workflow', chosen ?? ''),
    queryFn: () => answered(api.GET('/api/v1/workflows/{name}', { params: { path: { name: chosen ?? '' } } })),
    enabled: chosen !== null,
    staleTime: 600_000,
  });
  return {
    workflows: (data?.rows ?? []).map(({ name, label }) => ({ value: name, label: inLabel(label) })),
    stages: chosen === null ? [] : (one?.stages ?? []).map(({ key, label }) => ({ value: key, label: inLabel(label) })),
  };
}
