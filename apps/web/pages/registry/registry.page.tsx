import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { Button } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { SearchBox } from '../../ui/search-box.js';
import { registryWords } from '../../words/registry.words.js';
import { useWords } from '../../words/words.js';
import { useFilters } from '../../app/use-filters.js';
import { KindOf } from './kind-of.js';
import { RegistryNav } from './registry-nav.js';
import { ForRegistryStaff } from './registry-staff.js';
import { aboveOf, childrenOf, openedAtFirst } from './tree.rules.js';
import { useMyUnits, type Unit } from './units.js';

/** Units of the registry as a tree, with a search. */
export function RegistryPage() {
  const w = useWords(registryWords);
  const { values, set } = useFilters(['text']);
  const text = values.text ?? '';
  return (
    <Page title={w('registry')} width="full">
      <RegistryNav />
      <ForRegistryStaff>
        <SearchBox
          label={w('searchUnits')}
          placeholder={w('searchUnitsHint')}
          value={text}
          onSearch={(said) => set({ text: said })}
        />
        {text === '' ? <UnitTree /> : <FoundUnits text={text} onClear={() => set({ text: null })} />}
      </ForRegistryStaff>
    </Page>
  );
}

function UnitTree() {
  const w = useWords(registryWords);
  const { units, isReading, error, refetch } = useMyUnits('read');
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const children = useMemo(() => childrenOf(units), [units]);
  const first = useMemo(() => openedAtFirst(children), [children]);
  const toggle = (id: string): void =>
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  if (error !== null) return <ProblemBox error={error} onRetry={refetch} />;
  if (isReading) return <Loading />;
  return (
    <section aria-label={w('unitTree')} className="stack">
      <p className="soft">{w('unitCount', { n: units.length })}</p>
      <ul className="rg-tree">
        {(children.get(null) ?? []).map((unit) => (
          <Branch
            key={unit.id}
            unit={unit}
            childrenBy={children}
            isOpen={(id) => first.has(id) !== toggled.has(id)}
            onToggle={toggle}
          />
        ))}
      </ul>
    </section>
  );
}

interface BranchProps {
  unit: Unit;
  childrenBy: ReadonlyMap<string | null, readonly Unit[]>;
  isOpen: (id: string) => boolean;
  onToggle: (id: string) => void;
}

function Branch({ unit, childrenBy, isOpen, onToggle }: BranchProps) {
  const w = useWords(registryWords);
  const below = childrenBy.get(unit.id) ?? [];
  const open = isOpen(unit.id);
  return (
    <li>
      <div className="rg-tree-row">
        {below.length > 0 ? (
          <button
            type="button"
            className="rg-tree-toggle"
            aria-expanded={open}
            aria-label={w(open ? 'foldUnit' : 'unfoldUnit', { name: unit.name })}
            onClick={() => onToggle(unit.id)}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
        ) : (
          <span className="rg-tree-none" aria-hidden="true">
            ·
          </span>
        )}
        <Link to={`/registry/units/${unit.id}`} className="rg-tree-link">
          <bdi>{unit.name}</bdi>
        </Link>
        <KindOf unit={unit} />
        {below.length > 0 && !open && <span className="soft small number">{below.length}</span>}
      </div>
      {open && below.length > 0 && (
        <ul>
          {below.map((child) => (
            <Branch key={child.id} {...{ childrenBy, isOpen, onToggle }} unit={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function FoundUnits({ text, onClear }: { text: string; onClear: () => void }) {
  const w = useWords(registryWords);
  const { units } = useMyUnits('read');
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('units', text),
    queryFn: () => answered(api.GET('/api/v1/units/search', { params: { query: { text } } })),
  });
  if (error !== null) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.rows.length === 0)
    return (
      <EmptyState title={w('noUnits', { text })}>
        <p>{w('noUnitsHelp')}</p>
        <Button onPress={onClear}>{w('toTree')}</Button>
      </EmptyState>
    );
  return (
    <section aria-label={w('foundUnits')} className="stack">
      <p role="status" className="soft">
        {w('foundCount', { n: data.rows.length })}
      </p>
      <ul className="rg-list">
        {data.rows.map((unit) => (
          <li key={unit.id}>
            <span className="rg-what">
              <Link to={`/registry/units/${unit.id}`}>
                <bdi>{unit.name}</bdi>
              </Link>
              <span className="soft small">
                {aboveOf(units, unit.id)
                  .map(({ name }) => name)
                  .join(' › ')}
              </span>
            </span>
            <span className="row">
              <KindOf unit={unit} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
