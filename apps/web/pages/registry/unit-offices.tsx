import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { CheckField } from '../../ui/fields.js';
import { Box, EmptyState, NotYet } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { officeWords } from '../../words/offices.words.js';
import { registryWords } from '../../words/registry.words.js';
import { useWords } from '../../words/words.js';
import { mayDo } from './reach.rules.js';
import { RecordDialog } from './record-form.js';
import { APPOINT, END_OFFICE, SUBSTITUTE } from './unit.schemas.js';
import { useLineage, type UnitPartProps } from './units.js';
import { wordOr } from './vocabulary.rules.js';
import { useNames } from './use-names.js';

type Seat = Schema<'SeatList'>['rows'][number];
type Doing = { act: 'appoint' } | { act: 'end' | 'substitute'; seat: Seat };

/** Offices held at a unit: entering one, ending one, who stands in. */
export function UnitOffices({ unit, lineage }: UnitPartProps) {
  const w = useWords(registryWords);
  const { data: me } = useMe();
  const [withPast, setWithPast] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [isDone, setDone] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('offices', unit.id, withPast),
    queryFn: () =>
      answered(
        api.GET('/api/v1/units/{unit}/offices', {
          params: { path: { unit: unit.id }, query: withPast ? { past: 'true' } : {} },
        }),
      ),
    placeholderData: (before) => before,
  });
  const mayWrite = mayDo(me, 'write', lineage);
  return (
    <section className="stack" aria-label={w('partOffices')}>
      <div className="row apart">
        <CheckField label={w('withPast')} isSelected={withPast} onChange={setWithPast} />
        {mayWrite && (
          <Button look="primary" onPress={() => setDoing({ act: 'appoint' })}>
            {w('appoint')}
          </Button>
        )}
      </div>
      {isDone && (
        <div role="status">
          <Box kind="good">{w('written')}</Box>
        </div>
      )}
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && (
        <EmptyState title={w('noOffices')}>
          <p>{w('noOfficesHelp')}</p>
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <ul className="rg-list">
          {data.rows.map((seat) => (
            <SeatRow key={seat.id} seat={seat} mayWrite={mayWrite} onDo={setDoing} />
          ))}
        </ul>
      )}
      {doing !== null && (
        <OfficeDialog {...{ doing }} unit={unit} onClose={() => setDoing(null)} onDone={() => setDone(true)} />
      )}
    </section>
  );
}

interface SeatRowProps {
  seat: Seat;
  mayWrite: boolean;
  onDo: (doing: Doing) => void;
}

function SeatRow({ seat, mayWrite, onDo }: SeatRowProps) {
  const w = useWords(registryWords);
  const offices = useWords(officeWords);
  const role = wordOr(officeWords, seat.role);
  const name = role === null ? seat.role : offices(role);
  const { ending, endReason, personName: person } = seat;
  return (
    <li>
      <span className="rg-what">
        <span>
          <strong>{name}</strong>{' '}
          <Link to={`/registry/people/${seat.person}`}>
            <bdi>{person}</bdi>
          </Link>
        </span>
        <span className="soft small">
          {seat.to === null ? w('since', { from: seat.from }) : w('period', { from: seat.from, to: seat.to })}
          {seat.constituencyName !== null && ` · ${w('represents', { name: seat.constituencyName })}`}
        </span>
        {ending !== null && (
          <span className="small">
            {offices(ending)}
            {endReason !== null && (
              <>
                {' · '}
                <bdi>{endReason}</bdi>
              </>
            )}
          </span>
        )}
      </span>
      <span className="row">
        {seat.substituteFor !== null && <Chip kind="info">{w('isSubstitute')}</Chip>}
        {seat.substitute !== null && <SubstituteChip person={seat.substitute} />}
        {mayWrite && ending === null && (
          <>
            {seat.substituteFor === null && (
              <Button
                size="small"
                onPress={() => onDo({ act: 'substitute', seat })}
                aria-label={w('substituteOf', { name: person, office: name })}
              >
                {w('substitute')}
              </Button>
            )}
            <Button
              size="small"
              onPress={() => onDo({ act: 'end', seat })}
              aria-label={w('endOf', { name: person, office: name })}
            >
              {w('endOffice')}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

/** Who stands in, by name where the reader may know it. */
function SubstituteChip({ person }: { person: string }) {
  const w = useWords(registryWords);
  const nameOf = useNames([person]);
  return <Chip kind="info">{w('substitutedBy', { name: nameOf(person) })}</Chip>;
}

interface OfficeDialogProps {
  doing: Doing;
  unit: UnitPartProps['unit'];
  onClose: () => void;
  onDone: () => void;
}

function OfficeDialog({ doing, unit, onClose, onDone }: OfficeDialogProps) {
  const w = useWords(registryWords);
  const above = useLineage(unit.id);
  const path = { unit: unit.id };
  // people of the whole community can hold an office of a building or an assembly
  const around = above?.at(1) ?? unit.id;
  const seat = doing.act === 'appoint' ? null : doing.seat;
  const forms = {
    appoint: {
      title: w('appointTitle', { name: unit.name }),
      action: w('appoint'),
      schema: APPOINT,
      help: w('appointHelp'),
    },
    end: {
      title: w('endTitle', { name: seat?.personName ?? '' }),
      action: w('endOffice'),
      schema: END_OFFICE,
      help: w('endHelp'),
    },
    substitute: {
      title: w('substituteTitle', { name: seat?.personName ?? '' }),
      action: w('substitute'),
      schema: SUBSTITUTE,
      help: w('substituteHelp'),
    },
  } as const;
  const { title, action, schema, help } = forms[doing.act];
  return (
    <RecordDialog
      isOpen
      onClose={onClose}
      {...{ title, action, schema, onDone }}
      unit={unit.kind === 'body' || unit.kind === 'building' || unit.kind === 'stairwell' ? around : unit.id}
      send={(value, headers) => {
        const body = value as never;
        if (seat === null)
          return answered(api.POST('/api/v1/units/{unit}/offices', { params: { path }, body, headers }));
        const at = { params: { path: { unit: seat.unit, office: seat.id } }, body, headers };
        return doing.act === 'end'
          ? answered(api.POST('/api/v1/units/{unit}/offices/{office}/end', at))
          : answered(api.POST('/api/v1/units/{unit}/offices/{office}/substitute', at));
      }}
    >
      <p>{help}</p>
    </RecordDialog>
  );
}
