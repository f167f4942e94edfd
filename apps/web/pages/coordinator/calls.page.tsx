import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { EmptyState } from '../../ui/problem.js';
import { fieldWorkWords } from '../../words/field-work.words.js';
import { useWords } from '../../words/words.js';
import { CallCard } from './call-card.js';
import { FilterChip } from './filter-chip.js';
import { useMyUnit } from './my-unit.js';
import { useFilters } from './use-filters.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';
import './coordinator.css';

const STATUSES = ['open', 'done', 'given_up', 'moot'] as const;

/** Who is to be called or told at the door, because no message reaches them. */
export function CallsPage() {
  const w = useWords(fieldWorkWords);
  const unit = useMyUnit();
  const { values, set } = useFilters(['status']);
  const status = STATUSES.find((one) => one === values.status) ?? 'open';
  const calls = usePaged(
    keys.list('calls', unit?.id, status),
    (from) => answered(api.GET('/api/v1/calls', { params: { query: { unit: unit?.id ?? '', status, ...from } } })),
    { isEnabled: unit !== undefined },
  );
  return (
    <Page title={w('calls')} actions={unit !== undefined && <Prints unit={unit.id} />}>
      <p className="soft">{w('callsHelp')}</p>
      <div className="row" role="group" aria-label={w('which')}>
        {STATUSES.map((one) => (
          <FilterChip key={one} isOn={one === status} onPress={() => set({ status: one === 'open' ? null : one })}>
            {w(one)}
          </FilterChip>
        ))}
      </div>
      <PagedRows
        list={calls}
        empty={
          <EmptyState title={w('noCalls')}>
            <p>{w('noCallsHelp')}</p>
          </EmptyState>
        }
      >
        {(rows) => rows.map((call) => <CallCard key={call.id} call={call} />)}
      </PagedRows>
    </Page>
  );
}

function Prints({ unit }: { unit: string }) {
  const w = useWords(fieldWorkWords);
  return (
    <>
      <a className="button secondary normal" href={`/api/v1/calls/print?unit=${unit}`} target="_blank" rel="noreferrer">
        {w('printList')}
      </a>
      <a className="button secondary normal" href={`/api/v1/calls/slips?unit=${unit}`} target="_blank" rel="noreferrer">
        {w('printSlips')}
      </a>
    </>
  );
}
