import { useEffect, useRef, useState } from 'react';

import { useLabel, useWords, type Label } from '../../words/words.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Box, EmptyState } from '../../ui/problem.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { triageWords } from '../../words/triage.words.js';
import { FilterChip } from './filter-chip.js';
import { TriageList } from './triage-list.js';
import { TriageReport } from './triage-report.js';
import { shownCase, TRIAGE_QUEUES, type TriageCase, type TriageQueue } from './triage.rules.js';
import { useFilters } from '../../app/use-filters.js';
import { useListKeys } from './use-list-keys.js';
import { useSteadyRows } from './use-steady-rows.js';

const FILTERS = ['queue', 'case'] as const;
const keyOf = ({ id }: TriageCase): string => id;

/** The list of reports on the left, the one in hand beside it; when it is done, the next one comes. */
export function TriageDesk({ cases }: { cases: readonly TriageCase[] }) {
  const w = useWords(triageWords);
  const desk = useWords(coordinatorWords);
  const { values, set } = useFilters(FILTERS);
  const [said, setSaid] = useState<{ act: Label; title: string } | null>(null);
  const queued = cases.filter(({ queues }) => values.queue === null || queues.includes(values.queue as TriageQueue));
  const { rows, held, release } = useSteadyRows(queued, keyOf, values.queue ?? '');
  const [isWriting, setWriting] = useState(false);
  const { shown, go } = useShownCase(rows, values.case, { isHeld: isWriting, choose: (id) => set({ case: id }) });
  const [first] = useState(shown);
  useListKeys(useRef(null), { j: () => go(1), k: () => go(-1) });
  return (
    <div className="stack">
      <div className="row" role="group" aria-label={w('queues')}>
        <FilterChip isOn={values.queue === null} onPress={() => set({ queue: null, case: null })}>
          {desk('allCount', { n: cases.length })}
        </FilterChip>
        {TRIAGE_QUEUES.map((queue) => (
          <FilterChip key={queue} isOn={values.queue === queue} onPress={() => set({ queue, case: null })}>
            {w(`${queue}Queue`, { n: cases.filter(({ queues }) => queues.includes(queue)).length })}
          </FilterChip>
        ))}
      </div>
      <Said said={said} />
      {held > 0 && (
        <p role="status">
          <Button look="primary" size="small" onPress={release}>
            {desk('newRows', { n: held })}
          </Button>
        </p>
      )}
      {shown === null ? (
        <EmptyState title={w(cases.length === 0 ? 'nothing' : 'nothingHere')}>
          <p>{w('nothingHelp')}</p>
          <p className="row">
            {cases.length > 0 && (
              <Button look="primary" onPress={() => set({ queue: null, case: null })}>
                {w('toOthers', { n: cases.length })}
              </Button>
            )}
            <LinkButton to="/desk">{desk('desk')}</LinkButton>
            <LinkButton to="/intake">{desk('toIntake')}</LinkButton>
          </p>
        </EmptyState>
      ) : (
        <div className="tr-panes">
          <TriageList cases={rows} shown={shown} onChoose={(id) => set({ case: id })} />
          <TriageReport
            key={shown}
            id={shown}
            isFirst={shown === first}
            onDone={(act, title) => setSaid({ act, title })}
            onWriting={setWriting}
            onNext={rows.length > 1 ? () => go(1) : undefined}
          />
        </div>
      )}
      <p className="soft small co-keys">{w('keys')}</p>
    </div>
  );
}

function Said({ said }: { said: { act: Label; title: string } | null }) {
  const w = useWords(triageWords);
  const inLabel = useLabel();
  return (
    <div role="status">
      {said !== null && <Box kind="good">{w('said', { act: inLabel(said.act), title: said.title })}</Box>}
    </div>
  );
}

interface ShownCase {
  shown: string | null;
  go: (steps: number) => void;
}

/** Which report is in hand. Its place is remembered: what comes there when it is done is the next, unless something is being written. */
function useShownCase(
  rows: readonly TriageCase[],
  chosen: string | null,
  { isHeld, choose }: { isHeld: boolean; choose: (id: string | null) => void },
): ShownCase {
  const ids = rows.map(keyOf);
  const place = useRef(0);
  const wasListed = useRef(false);
  const isListed = chosen !== null && ids.includes(chosen);
  if (isListed) wasListed.current = true;
  // a link may name a report that does not wait any more: it is shown all the same
  const found = chosen !== null && !isListed && !wasListed.current ? chosen : shownCase(ids, chosen, place.current);
  const held = useRef<string | null>(null);
  const shown = isHeld && (chosen === null || chosen === held.current) ? held.current : found;
  useEffect(() => {
    held.current = shown;
    if (shown !== null && ids.includes(shown)) place.current = ids.indexOf(shown);
    if (chosen !== null && shown !== chosen) choose(shown);
  });
  const go = (steps: number): void => {
    const to = ids[Math.min(ids.length - 1, Math.max(0, place.current + steps))];
    if (to !== undefined) choose(to);
  };
  return { shown, go };
}
