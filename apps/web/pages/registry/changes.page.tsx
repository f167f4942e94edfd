import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { EmptyState } from '../../ui/problem.js';
import { SelectField } from '../../ui/select-field.js';
import { Chip, When } from '../../ui/status.js';
import { changeWords } from '../../words/changes.words.js';
import { useWords } from '../../words/words.js';
import { useFilters } from '../../app/use-filters.js';
import { reachOf } from './reach.rules.js';
import { RegistryNav } from './registry-nav.js';
import { ForRegistryStaff } from './registry-staff.js';
import { isPlace } from './tree.rules.js';
import { useMyUnits } from './units.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

/** Who changed what in the registry, newest first. */
export function ChangesPage() {
  const w = useWords(changeWords);
  return (
    <Page title={w('changes')}>
      <RegistryNav />
      <ForRegistryStaff>
        <Changes />
      </ForRegistryStaff>
    </Page>
  );
}

function Changes() {
  const w = useWords(changeWords);
  const { data: me } = useMe();
  const { values, set } = useFilters(['unit']);
  const { units } = useMyUnits('read');
  const unit = values.unit ?? reachOf(me, 'read')[0]?.unit ?? '';
  const changes = usePaged(
    keys.list('registry-changes', unit),
    (from) => answered(api.GET('/api/v1/registry-changes', { params: { query: { unit, ...from } } })),
    { isEnabled: unit !== '' },
  );
  return (
    <>
      <SelectField
        label={w('where')}
        isRequired
        value={unit}
        onChange={(chosen) => set({ unit: chosen })}
        choices={units
          .filter((one) => (isPlace(one) && one.kind !== 'stairwell') || one.id === unit)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PagedRows
        list={changes}
        empty={
          <EmptyState title={w('noChanges')}>
            <p>{w('noChangesHelp')}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <ul className="rg-list" aria-label={w('changes')}>
            {rows.map(({ id, at, byName, source, reason, undoneBy, undoes }) => (
              <li key={id}>
                <span className="rg-what">
                  <Link to={`/registry/changes/${id}`}>
                    <bdi>{reason}</bdi>
                  </Link>
                  <span className="soft small">
                    <bdi>{byName ?? w('system')}</bdi> · <SourceName source={source} /> · <When at={at} />
                  </span>
                </span>
                {undoneBy !== null && <Chip kind="warn">{w('undone')}</Chip>}
                {undoes !== null && <Chip kind="info">{w('isUndo')}</Chip>}
              </li>
            ))}
          </ul>
        )}
      </PagedRows>
    </>
  );
}

/** Sources of changes that have a word. */
const SOURCES = { desk: 'fromDesk', import: 'fromImport', demo: 'fromDemo', undo: 'fromUndo' } as const;

/** How a change came about. */
export function SourceName({ source }: { source: string }) {
  const w = useWords(changeWords);
  const word = Object.entries(SOURCES).find(([name]) => name === source)?.[1];
  return <>{word === undefined ? source : w(word)}</>;
}
