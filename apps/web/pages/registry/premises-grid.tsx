import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, Loading, NotYet, ProblemBox } from '../../ui/problem.js';
import { registryWords } from '../../words/registry.words.js';
import { useWords } from '../../words/words.js';
import { drawn, measured, squareMetres } from './premises.rules.js';
import { mayDo } from './reach.rules.js';
import { RecordForm } from './record-form.js';
import { line, maybe, ON, REASON } from './unit.schemas.js';
import type { UnitPartProps } from './units.js';
import { choiceOf, labelOf } from './vocabulary.rules.js';

type Grid = Schema<'PremisesGrid'>;
const USES = ['dwelling', 'shop', 'garage', 'common'] as const;
const SOURCES = ['deed', 'survey', 'contract'] as const;

/** Flats of a building, floor by floor; who owns one is read when somebody opens it. */
export function PremisesGrid({ unit, lineage }: UnitPartProps) {
  const w = useWords(registryWords);
  const [opened, setOpened] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('premises', unit.id),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/premises', { params: { path: { unit: unit.id } } })),
  });
  if (error !== null && data === undefined) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { flats, known, area } = measured(data.floors);
  if (flats === 0)
    return (
      <EmptyState title={w('noFlats')}>
        <p>{w('noFlatsHelp')}</p>
      </EmptyState>
    );
  return (
    <section className="stack" aria-label={w('partFlats')}>
      <p className="soft">{w('flatsSum', { n: flats, known, area: squareMetres(area) })}</p>
      <FlatTable unit={unit} floors={data.floors} opened={opened} onOpen={setOpened} />
      {opened !== null && <FlatDialog premises={opened} lineage={lineage} onClose={() => setOpened(null)} />}
    </section>
  );
}

interface FlatTableProps {
  unit: UnitPartProps['unit'];
  floors: Grid['floors'];
  opened: string | null;
  onOpen: (premises: string) => void;
}

function FlatTable({ unit, floors, opened, onOpen }: FlatTableProps) {
  const w = useWords(registryWords);
  const { data: below } = useQuery({
    queryKey: keys.book('subtree', unit.id),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/subtree', { params: { path: { unit: unit.id } } })),
  });
  const nameOf = (id: string): string => below?.rows.find((one) => one.id === id)?.name ?? id;
  const grid = drawn(floors, nameOf);
  return (
    <div className="rg-frame" role="region" aria-label={w('partFlats')} tabIndex={0}>
      <table className="rg-grid">
        <caption className="visually-hidden">{w('flatsTable', { name: unit.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{w('floor')}</th>
            {grid.stairwells.map((stairwell, index) => (
              <th
                key={stairwell ?? ''}
                scope="colgroup"
                colSpan={Math.max(1, ...grid.floors.map(({ cells }) => cells[index]?.length ?? 0))}
              >
                {stairwell === null ? w('noStairwell') : nameOf(stairwell).replace(unit.name, '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.floors.map(({ floor, cells }) => (
            <tr key={floor}>
              <th scope="row">{w('floorNumber', { n: floor })}</th>
              {cells.map((flats, index) => {
                const width = Math.max(1, ...grid.floors.map((one) => one.cells[index]?.length ?? 0));
                return flats.length === 0 ? (
                  <td key={grid.stairwells[index] ?? ''} colSpan={width} />
                ) : (
                  flats.map((flat, at) => (
                    <td key={flat.id} colSpan={at === flats.length - 1 ? width - flats.length + 1 : 1}>
                      <button
                        type="button"
                        className={`card-button rg-flat${flat.area === null ? ' unknown' : ''}`}
                        aria-haspopup="dialog"
                        aria-expanded={opened === flat.id}
                        onClick={() => onOpen(flat.id)}
                      >
                        <bdi>{flat.number}</bdi>
                        <span className="soft small number">
                          {flat.area === null ? w('areaUnknown') : w('area', { n: squareMetres(flat.area) })}
                        </span>
                        {flat.use !== 'dwelling' && <span className="small">{w(flat.use)}</span>}
                      </button>
                    </td>
                  ))
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const said = (key: keyof typeof registryWords) => labelOf(registryWords, key);
const CHANGE_FLAT: FieldSchema = {
  type: 'object',
  required: ['number', 'floor', 'use', 'reason'],
  properties: {
    number: line('flatNumber'),
    floor: { type: 'integer', minimum: -20, maximum: 300, label: said('floor') },
    use: { ...choiceOf(registryWords, USES), label: said('use') },
    area: maybe({ type: 'integer', minimum: 1, unit: 'squareDecimetres', label: said('areaLabel') }),
    areaSource: maybe({ ...choiceOf(registryWords, SOURCES), label: said('areaSource') }),
    reason: REASON,
    on: ON,
  },
};

interface FlatDialogProps {
  premises: string;
  lineage: readonly string[];
  onClose: () => void;
}

/** A flat with its owners; correcting what is registered of it. */
function FlatDialog({ premises, lineage, onClose }: FlatDialogProps) {
  const w = useWords(registryWords);
  const { data: me } = useMe();
  const [isEditing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('flat', premises),
    queryFn: () => answered(api.GET('/api/v1/premises/{premises}', { params: { path: { premises } } })),
  });
  const mayWrite = mayDo(me, 'write', lineage);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={w('flatTitle', { number: data?.number ?? '' })}
      {...(isEditing ? { actions: <></> } : {})}
    >
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && !isEditing && <FlatFacts flat={data} />}
      {data !== undefined && !isEditing && mayWrite && (
        <p>
          <Button onPress={() => setEditing(true)}>{w('changeFlat')}</Button>
        </p>
      )}
      {data !== undefined && isEditing && (
        <RecordForm
          action={w('save')}
          schema={CHANGE_FLAT}
          given={{ ...data }}
          isChange
          unit={data.building}
          send={(value, headers) =>
            answered(
              api.POST('/api/v1/premises/{premises}', {
                params: { path: { premises } },
                // the form is made from the body of this endpoint; the service checks it again
                body: value as never,
                headers,
              }),
            )
          }
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      )}
    </Dialog>
  );
}

function FlatFacts({ flat }: { flat: Schema<'PremisesView'> }) {
  const w = useWords(registryWords);
  return (
    <>
      <Facts
        facts={[
          [w('floor'), w('floorNumber', { n: flat.floor })],
          [w('use'), w(flat.use)],
          [w('areaLabel'), flat.area === null ? w('areaUnknown') : w('area', { n: squareMetres(flat.area) })],
          [w('areaSource'), flat.areaSource === null ? null : w(flat.areaSource)],
        ]}
      />
      <h3>{w('owners')}</h3>
      {flat.owners.length === 0 ? (
        <p className="soft">{w('noOwners')}</p>
      ) : (
        <ul className="rg-list">
          {flat.owners.map(({ person, name, share, from }) => (
            <li key={person}>
              <Link to={`/registry/people/${person}`}>
                <bdi>{name}</bdi>
              </Link>
              <span className="soft small">
                {share === null
                  ? w(flat.owners.length === 1 ? 'soleOwner' : 'jointly')
                  : w('share', { part: `${share.numerator}/${share.denominator}` })}
                {' · '}
                {w('since', { from })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
