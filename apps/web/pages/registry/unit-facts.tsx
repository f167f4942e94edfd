import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Box, EmptyState, NotYet } from '../../ui/problem.js';
import { registryWords } from '../../words/registry.words.js';
import { unitKindWords } from '../../words/unit-kinds.words.js';
import { useWords } from '../../words/words.js';
import { mayDo } from './reach.rules.js';
import { RecordDialog } from './record-form.js';
import { KindOf } from './kind-of.js';
import { childrenOf } from './tree.rules.js';
import { CHANGE_UNIT, CLOSE_UNIT, MOVE_UNIT, NEW_UNIT } from './unit.schemas.js';
import type { UnitPartProps } from './units.js';

type Doing = 'change' | 'add' | 'move' | 'close';

/** What is registered of a unit, what stands below it, the bodies that serve it; changing it. */
export function UnitFacts({ unit, lineage }: UnitPartProps) {
  const w = useWords(registryWords);
  const kinds = useWords(unitKindWords);
  const { data: me } = useMe();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const mayWrite = mayDo(me, 'write', lineage);
  return (
    <div className="stack loose">
      <section className="stack" aria-label={w('partFacts')}>
        <Facts
          facts={[
            [w('kind'), kinds(unit.kind)],
            [w('code'), unit.code],
            [w('address'), unit.address],
            [w('publicPhone'), unit.phone === null ? null : <a href={`tel:${unit.phone}`}>{unit.phone}</a>],
            [w('from'), unit.from],
            [w('to'), unit.to],
          ]}
        />
        {done !== null && (
          <div role="status">
            <Box kind="good">{done}</Box>
          </div>
        )}
        {mayWrite && (
          <p className="row">
            <Button look="primary" onPress={() => setDoing('change')}>
              {w('changeUnit')}
            </Button>
            <Button onPress={() => setDoing('add')}>{w('addUnit')}</Button>
            <Button onPress={() => setDoing('move')}>{w('moveUnit')}</Button>
            {unit.to === null && (
              <Button look="danger" onPress={() => setDoing('close')}>
                {w('closeUnit')}
              </Button>
            )}
          </p>
        )}
      </section>
      <Below unit={unit.id} />
      <Bodies unit={unit.id} />
      {doing !== null && (
        <UnitDialog unit={unit} doing={doing} onClose={() => setDoing(null)} onDone={(said) => setDone(said)} />
      )}
    </div>
  );
}

interface UnitDialogProps {
  unit: UnitPartProps['unit'];
  doing: Doing;
  onClose: () => void;
  onDone: (said: string) => void;
}

function UnitDialog({ unit, doing, onClose, onDone }: UnitDialogProps) {
  const w = useWords(registryWords);
  const navigate = useNavigate();
  const { id, name } = unit;
  const path = { unit: id };
  const forms: Record<Doing, { title: string; action: string; schema: FieldSchema; help: string }> = {
    change: { title: w('changeTitle', { name }), action: w('save'), schema: CHANGE_UNIT, help: w('changeHelp') },
    add: { title: w('addTitle', { name }), action: w('addUnit'), schema: NEW_UNIT, help: w('addHelp') },
    move: { title: w('moveTitle', { name }), action: w('moveUnit'), schema: MOVE_UNIT, help: w('moveHelp') },
    close: { title: w('closeTitle', { name }), action: w('closeUnit'), schema: CLOSE_UNIT, help: w('closeHelp') },
  };
  const { title, action, schema, help } = forms[doing];
  return (
    <RecordDialog
      isOpen
      onClose={onClose}
      {...{ title, action, schema }}
      look={doing === 'close' ? 'danger' : 'primary'}
      unit={id}
      isChange={doing === 'change'}
      given={doing === 'change' ? { ...unit } : {}}
      send={(value, headers) => {
        // the forms are made from the bodies of these endpoints; the service checks them again
        const body = value as never;
        if (doing === 'add')
          return answered(api.POST('/api/v1/units', { body: { ...value, parent: id } as never, headers }));
        if (doing === 'move')
          return answered(api.POST('/api/v1/units/{unit}/move', { params: { path }, body, headers }));
        if (doing === 'close')
          return answered(api.POST('/api/v1/units/{unit}/close', { params: { path }, body, headers }));
        return answered(api.POST('/api/v1/units/{unit}', { params: { path }, body, headers }));
      }}
      onDone={(changed) => {
        onDone(w('written'));
        if (doing === 'add') void navigate(`/registry/units/${changed.id}`);
      }}
    >
      <p>{help}</p>
    </RecordDialog>
  );
}

function Below({ unit }: { unit: string }) {
  const w = useWords(registryWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('subtree', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/subtree', { params: { path: { unit } } })),
  });
  const below = childrenOf((data?.rows ?? []).filter(({ id, kind }) => id !== unit && kind !== 'body'));
  const direct = (data?.rows ?? []).filter(({ parent }) => parent === unit);
  const shown = (below.get(null) ?? []).filter(({ id }) => direct.some((one) => one.id === id));
  return (
    <section className="stack" aria-label={w('below')}>
      <h2>{w('below')}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && shown.length === 0 && <p className="soft">{w('nothingBelow')}</p>}
      {shown.length > 0 && <UnitList units={shown} to={({ id }) => `/registry/units/${id}`} />}
    </section>
  );
}

function Bodies({ unit }: { unit: string }) {
  const w = useWords(registryWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('bodies', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/bodies', { params: { path: { unit } } })),
  });
  return (
    <section className="stack" aria-label={w('bodies')}>
      <h2>{w('bodies')}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && (
        <EmptyState title={w('noBodies')}>
          <p>{w('noBodiesHelp')}</p>
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <UnitList units={data.rows} to={({ id }) => `/registry/units/${id}?part=offices`} />
      )}
    </section>
  );
}

function UnitList({ units, to }: { units: readonly Schema<'UnitView'>[]; to: (unit: Schema<'UnitView'>) => string }) {
  return (
    <ul className="rg-list">
      {units.map((one) => (
        <li key={one.id}>
          <Link to={to(one)}>
            <bdi>{one.name}</bdi>
          </Link>
          <span className="row">
            <KindOf unit={one} />
          </span>
        </li>
      ))}
    </ul>
  );
}
