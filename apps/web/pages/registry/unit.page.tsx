import { lazy, Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { registryWords } from '../../words/registry.words.js';
import { useWords } from '../../words/words.js';
import { KindOf } from './kind-of.js';
import { mayDo, type Ability } from './reach.rules.js';
import { RegistryNav } from './registry-nav.js';
import { UnitFacts } from './unit-facts.js';
import { useUnit, type Unit, type UnitPartProps } from './units.js';

const UnitOffices = lazy(async () => ({ default: (await import('./unit-offices.js')).UnitOffices }));
const UnitCatalogue = lazy(async () => ({ default: (await import('./unit-catalogue.js')).UnitCatalogue }));
const UnitDuties = lazy(async () => ({ default: (await import('./unit-duties.js')).UnitDuties }));
const PremisesGrid = lazy(async () => ({ default: (await import('./premises-grid.js')).PremisesGrid }));

const PARTS = [
  { part: 'facts', word: 'partFacts', Part: UnitFacts, needs: null, kinds: null },
  { part: 'offices', word: 'partOffices', Part: UnitOffices, needs: 'read', kinds: null },
  { part: 'flats', word: 'partFlats', Part: PremisesGrid, needs: 'read', kinds: ['building', 'stairwell'] },
  { part: 'catalogue', word: 'partCatalogue', Part: UnitCatalogue, needs: null, kinds: null },
  { part: 'duties', word: 'partDuties', Part: UnitDuties, needs: null, kinds: null },
] as const satisfies readonly {
  part: string;
  word: keyof typeof registryWords;
  Part: React.ComponentType<UnitPartProps>;
  needs: Ability | null;
  kinds: readonly string[] | null;
}[];

/** A unit: what it is, who holds offices, its catalogue, who has which duty, its flats. */
export function UnitPage() {
  const w = useWords(registryWords);
  const { unit: id = '' } = useParams();
  const { data: me } = useMe();
  const [params] = useSearchParams();
  const { data: seen, error, refetch } = useUnit(id);
  if (error !== null && seen === undefined)
    return (
      <Page title={w('registry')}>
        <ProblemBox error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (seen === undefined)
    return (
      <Page title={w('registry')}>
        <Loading />
      </Page>
    );
  const { unit, above } = seen;
  const lineage = [unit.id, ...above.map((one) => one.id)];
  const parts = PARTS.filter(
    ({ needs, kinds }) =>
      (needs === null || mayDo(me, needs, lineage)) &&
      (kinds === null || (kinds as readonly string[]).includes(unit.kind)),
  );
  const chosen = parts.find(({ part }) => part === params.get('part')) ?? parts[0];
  return (
    <Page
      title={unit.name}
      width="full"
      above={<Above above={above} />}
      actions={
        mayDo(me, 'read', lineage) && (
          <>
            <LinkButton to={`/registry/people?unit=${unit.id}`}>{w('peopleHere')}</LinkButton>
            {mayDo(me, 'slips', lineage) && (
              <LinkButton to={`/registry/slips?unit=${unit.id}`}>{w('slipsHere')}</LinkButton>
            )}
          </>
        )
      }
    >
      <RegistryNav />
      <p className="row">
        <KindOf unit={unit} />
      </p>
      <nav className="rg-tabs" aria-label={w('unitParts', { name: unit.name })}>
        <ul className="row">
          {parts.map(({ part, word }) => (
            <li key={part}>
              <Link
                to={part === 'facts' ? '?' : `?part=${part}`}
                replace
                className="rg-tab"
                aria-current={part === chosen?.part ? 'true' : undefined}
              >
                {w(word)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense fallback={<Loading />}>
        {chosen !== undefined && <chosen.Part key={unit.id} unit={unit} lineage={lineage} />}
      </Suspense>
    </Page>
  );
}

/** Where a unit stands: links to everything above it. */
function Above({ above }: { above: readonly Unit[] }) {
  const w = useWords(registryWords);
  return (
    <nav aria-label={w('above')}>
      <ol className="rg-crumbs">
        <li>
          <Link to="/registry">{w('registry')}</Link>
        </li>
        {inOrder(above).map(({ id, name }) => (
          <li key={id}>
            <Link to={`/registry/units/${id}`}>
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** From the root down, whichever way they came. */
function inOrder(above: readonly Unit[]): readonly Unit[] {
  return above[0]?.parent === null ? above : [...above].reverse();
}
