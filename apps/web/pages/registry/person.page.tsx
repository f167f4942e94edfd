import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import type { FormValue } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Box, NotYet } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { peopleWords } from '../../words/people.words.js';
import { useWords } from '../../words/words.js';
import { PersonAccount } from './person-account.js';
import { PersonAuthorisations } from './person-authorisations.js';
import { PersonConsents } from './person-consents.js';
import { PersonHistory } from './person-history.js';
import { PersonHousehold } from './person-household.js';
import { CHANGE_PERSON, MOVE_PERSON } from './person.schemas.js';
import { mayDo } from './reach.rules.js';
import { RecordDialog } from './record-form.js';
import { RegistryNav } from './registry-nav.js';
import { UnmaskDialog } from './unmask-dialog.js';
import { useLineage, useUnit } from './units.js';

export type Person = Schema<'PersonView'>;

/** A person of the registry: contact data masked; what can be changed by whoever may. */
export function PersonPage() {
  const w = useWords(peopleWords);
  const { person: id = '' } = useParams();
  const { data: me } = useMe();
  const {
    data: person,
    error,
    refetch,
  } = useQuery({
    queryKey: keys.book('person', id),
    queryFn: () => answered(api.GET('/api/v1/people/{person}', { params: { path: { person: id } } })),
  });
  const lineage = useLineage(person?.unit ?? '');
  return (
    <Page
      title={person?.name ?? w('person')}
      above={
        <p>
          <Link to="/registry/people">{w('people')}</Link>
        </p>
      }
    >
      <RegistryNav />
      {person === undefined && <NotYet error={error} onRetry={refetch} />}
      {person !== undefined && (
        <div className="stack loose">
          <PersonFacts person={person} mayWrite={mayDo(me, 'write', lineage ?? [])} />
          {person.household !== null && (
            <PersonHousehold household={person.household} mayWrite={mayDo(me, 'write', lineage ?? [])} />
          )}
          {mayDo(me, 'accounts', lineage ?? []) && <PersonAccount person={person} />}
          <PersonAuthorisations person={person} mayWrite={mayDo(me, 'write', lineage ?? [])} />
          <PersonConsents person={person} mayWrite={mayDo(me, 'write', lineage ?? [])} />
          <PersonHistory person={person.id} />
        </div>
      )}
    </Page>
  );
}

/** Marks that are no secret; what is need-to-know is in the visits. */
const SHOWN_FLAGS = ['partyMember', 'retired', 'floating'] as const;

function PersonFacts({ person, mayWrite }: { person: Person; mayWrite: boolean }) {
  const w = useWords(peopleWords);
  const { data: me } = useMe();
  const { data: home } = useUnit(person.unit);
  const lineage = useLineage(person.unit);
  const [doing, setDoing] = useState<'change' | 'move' | 'unmask' | null>(null);
  const [isDone, setDone] = useState(false);
  const flags = SHOWN_FLAGS.filter((flag) => person.flags.includes(flag));
  return (
    <section className="stack" aria-label={w('facts')}>
      <Facts
        facts={[
          [w('gender'), person.gender === null ? null : w(person.gender)],
          [w('birthYear'), person.birthYear],
          [
            w('address'),
            <Link key="unit" to={`/registry/units/${person.unit}`}>
              <bdi>{person.address ?? home?.unit.name ?? ''}</bdi>
            </Link>,
          ],
          [
            w('phone'),
            <span key="phone" className="number">
              {person.phone ?? w('noPhone')}
            </span>,
          ],
          [w('domicile'), person.domicile],
          [w('diedOn'), person.diedOn],
        ]}
      />
      {flags.length > 0 && (
        <p className="row">
          {flags.map((flag) => (
            <Chip key={flag}>{w(flag)}</Chip>
          ))}
        </p>
      )}
      <p className="soft small">{w('maskedNote')}</p>
      {isDone && (
        <div role="status">
          <Box kind="good">{w('written')}</Box>
        </div>
      )}
      <p className="row">
        {mayWrite && (
          <>
            <Button look="primary" onPress={() => setDoing('change')}>
              {w('change')}
            </Button>
            <Button onPress={() => setDoing('move')}>{w('move')}</Button>
          </>
        )}
        {mayDo(me, 'unmask', lineage ?? []) && <Button onPress={() => setDoing('unmask')}>{w('unmask')}</Button>}
      </p>
      {doing === 'unmask' && <UnmaskDialog person={person} onClose={() => setDoing(null)} />}
      {(doing === 'change' || doing === 'move') && (
        <ChangeDialog {...{ person, doing }} onClose={() => setDoing(null)} onDone={() => setDone(true)} />
      )}
    </section>
  );
}

/** Whoever moves to another building does not take the household along, unless one is named after that. */
const withoutFormerHome = (value: FormValue, before: FormValue): FormValue =>
  value.unit !== before.unit && value.household === before.household ? { ...value, household: undefined } : value;

/** What was registered of that which is changed. */
const seenOf = (given: FormValue, changed: FormValue): FormValue =>
  Object.fromEntries(Object.entries(given).filter(([field]) => field in changed));

interface ChangeDialogProps {
  person: Person;
  doing: 'change' | 'move';
  onClose: () => void;
  onDone: () => void;
}

function ChangeDialog({ person, doing, onClose, onDone }: ChangeDialogProps) {
  const w = useWords(peopleWords);
  const client = useQueryClient();
  const { name, gender, birthYear, domicile, diedOn, unit, household } = person;
  const [given] = useState<FormValue>(() =>
    doing === 'change' ? { name, gender, birthYear, domicile, diedOn } : { unit, household },
  );
  return (
    <RecordDialog
      isOpen
      onClose={() => {
        onClose();
        // somebody else may have changed it meanwhile: the page is to show that
        void client.invalidateQueries({ queryKey: keys.book('person', person.id) });
      }}
      title={w(doing === 'change' ? 'changeTitle' : 'moveTitle', { name })}
      action={w(doing === 'change' ? 'save' : 'move')}
      schema={doing === 'change' ? CHANGE_PERSON : MOVE_PERSON}
      given={given}
      isChange
      follows={withoutFormerHome}
      unit={null}
      send={(value, headers) =>
        answered(
          api.POST('/api/v1/people/{person}', {
            params: { path: { person: person.id } },
            // the form is made from the body of this endpoint; the service checks it again
            body: { ...value, seen: seenOf(given, value) } as never,
            headers,
          }),
        )
      }
      onDone={onDone}
    >
      <p>{w(doing === 'change' ? 'changeHelp' : 'moveHelp')}</p>
    </RecordDialog>
  );
}
