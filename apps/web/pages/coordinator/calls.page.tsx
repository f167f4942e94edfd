import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { EmptyState } from '../../ui/problem.js';
import { SelectField } from '../../ui/select-field.js';
import { fieldWorkWords } from '../../words/field-work.words.js';
import { useWords } from '../../words/words.js';
import { CallCard } from './call-card.js';
import { FilterChip } from './filter-chip.js';
import { placesOfWork } from './my-unit.rules.js';
import { useFilters } from '../../app/use-filters.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';
import './coordinator.css';

/** Offices that make calls; the service decides, this only finds whose list it is. */
const CALLERS = ['gridMember', 'gridLeader', 'coordinator'];
const STATUSES = ['open', 'done', 'given_up', 'moot'] as const;

/** Who is to be called or told at the door, because no message reaches them. */
export function CallsPage() {
  const w = useWords(fieldWorkWords);
  const { data: me } = useMe();
  const { values, set } = useFilters(['status', 'unit']);
  const units = placesOfWork(me?.roles ?? [], CALLERS);
  const unit = units.find(({ id }) => id === values.unit) ?? units[0];
  const status = STATUSES.find((one) => one === values.status) ?? 'open';
  const calls = usePaged(
    keys.list('calls', unit?.id, status),
    (from) => answered(api.GET('/api/v1/calls', { params: { query: { unit: unit?.id ?? '', status, ...from } } })),
    { isEnabled: unit !== undefined },
  );
  return (
    <Page title={w('calls')} actions={unit !== undefined && <Prints unit={unit.id} />}>
      <p className="soft">{w('callsHelp')}</p>
      {units.length > 1 && (
        <SelectField
          label={w('whichUnit')}
          isRequired
          choices={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={unit?.id ?? null}
          onChange={(chosen) => set({ unit: chosen })}
        />
      )}
      <div className="row" role="group" aria-label={w('which')}>
        {STATUSES.map((one) => (
          <FilterChip key={one} isOn={one === status} onPress={() => set({ status: one === 'open' ? null : one })}>
            {w(one)}
          </FilterChip>
        ))}
      </div>
      {me !== undefined && unit === undefined && <EmptyState title={w('notACaller')} />}
      {unit !== undefined && (
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
      )}
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
