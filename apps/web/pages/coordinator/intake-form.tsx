import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { useLanguage } from '../../app/preferences.js';
import { useMe } from '../../app/session.js';
import { CommandForm, type Done } from '../../forms/act-form.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import type { FieldSchema, FormValue } from '../../forms/schema.types.js';
import { TextField } from '../../ui/fields.js';
import { Box } from '../../ui/problem.js';
import { StatusChip } from '../../ui/status.js';
import { intakeWords } from '../../words/intake.words.js';
import { useWords } from '../../words/words.js';
import { EmergencyCalls } from '../resident/emergency-calls.js';
import type { Channel as KnownChannel } from '../resident/channels.rules.js';
import { FilterChip } from './filter-chip.js';
import { ageOf, ASKED_IN_PERSON } from './intake.rules.js';
import { useMyUnit } from './my-unit.js';
import { PersonFinder, type FoundPerson } from './person-finder.js';

/** Those by which an office takes something down, the most usual first. */
const CHANNELS = [
  'counter',
  'hotline',
  'paper',
  'visit',
  'patrol',
  'chat',
  'group',
  'parlour',
] as const satisfies readonly KnownChannel[];
type Channel = (typeof CHANNELS)[number];
/** Asked for above the form, or not by those who enter it for others. */
const ABOVE = ['channel', 'reporter', 'witness', 'hotlineNumber', 'hideFromHandler'];
/** A message out of a group is entered as it was; whatever else came is written down. */
const PASTED: readonly Channel[] = ['chat', 'group'];

interface IntakeFormProps {
  schema: FieldSchema;
  onDone: (done: Done) => void;
}

/** How it came in, whose it is, what it is. */
export function IntakeForm({ schema, onDone }: IntakeFormProps) {
  const w = useWords(intakeWords);
  const language = useLanguage();
  const { data: me } = useMe();
  const unit = useMyUnit();
  const [channel, setChannel] = useState<Channel>('counter');
  const [number, setNumber] = useState('');
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [witness, setWitness] = useState('');
  const age = ageOf(person?.birthYear ?? null, now());
  const isAged = age !== null && age >= ASKED_IN_PERSON;
  const here = unit?.id;
  const given = useMemo(() => (here === undefined ? {} : { unit: here }), [here]);
  const send = (body: FormValue, headers: { 'idempotency-key': string }): Promise<Done> => {
    const hotlineNumber = channel === 'hotline' && number.trim() !== '' ? { hotlineNumber: number.trim() } : {};
    const reporter = person === null ? {} : { reporter: person.id };
    const seen = witness === '' ? {} : { witness };
    const input = { ...body, channel, ...hotlineNumber, ...reporter, ...seen, ...(isAged ? { needsVoice: true } : {}) };
    return answered(api.POST('/api/v1/cases', { body: { workflow: 'issue', input }, headers }));
  };
  return (
    <div className="stack">
      <section className="stack tight" aria-labelledby="intake-channel">
        <h2 id="intake-channel">{w('channel')}</h2>
        <div className="row" role="group" aria-labelledby="intake-channel">
          {CHANNELS.map((one) => (
            <FilterChip key={one} isOn={one === channel} onPress={() => setChannel(one)}>
              {w(one)}
            </FilterChip>
          ))}
        </div>
        {channel === 'hotline' && (
          <TextField label={w('hotlineNumber')} help={w('hotlineNumberHelp')} value={number} onChange={setNumber} />
        )}
      </section>
      <section className="stack tight" aria-labelledby="intake-who">
        <h2 id="intake-who">{w('who')}</h2>
        <PersonFinder person={person} onChange={setPerson} />
        {isAged && <Box kind="note">{w('aged', { age })}</Box>}
      </section>
      <TakenDown {...{ witness, not: [person?.id, me?.person], onChange: setWitness }} />
      <section className="stack tight" aria-labelledby="intake-what">
        <h2 id="intake-what">{w('what')}</h2>
        {unit !== undefined && (
          <CommandForm
            action={w('send')}
            schema={schema}
            draft={`${me?.person ?? ''} intake`}
            given={given}
            without={PASTED.includes(channel) ? ABOVE : [...ABOVE, 'pasted']}
            place={{ unit: unit.id, language }}
            send={send}
            onDone={onDone}
            beside={({ value }) => <Beside value={value} unit={unit.id} />}
          />
        )}
      </section>
    </div>
  );
}

interface TakenDownProps {
  witness: string;
  /** Nobody witnesses what they said or write down themselves. */
  not: readonly (string | null | undefined)[];
  onChange: (witness: string) => void;
}

/** Who writes it down, and who else was there. */
function TakenDown({ witness, not, onChange }: TakenDownProps) {
  const w = useWords(intakeWords);
  const language = useLanguage();
  const { data: me } = useMe();
  const unit = useMyUnit();
  const isOwn = witness !== '' && not.includes(witness);
  return (
    <FormPlace value={{ unit: unit?.id ?? null, language }}>
      <section className="stack tight" aria-labelledby="intake-taken">
        <h2 id="intake-taken">{w('taken')}</h2>
        <p>{w('takenBy', { name: me?.name ?? '' })}</p>
        <ReferenceField
          label={w('witness')}
          help={w('witnessHelp')}
          refers="person"
          value={witness}
          onChange={onChange}
        />
        {isOwn && (
          <p className="field-error" role="alert">
            {w('notWitness')}
          </p>
        )}
      </section>
    </FormPlace>
  );
}

/** While it is entered: whom to call when there is danger, and what is like it. */
function Beside({ value, unit }: { value: FormValue; unit: string }) {
  const w = useWords(intakeWords);
  const title = typeof value['title'] === 'string' ? value['title'].trim() : '';
  const place = typeof value['place'] === 'string' && value['place'] !== '' ? value['place'] : unit;
  const { data } = useQuery({
    queryKey: keys.list('similar', 'intake', title, place),
    queryFn: () => answered(api.GET('/api/v1/similar', { params: { query: { text: title, unit: place, limit: 3 } } })),
    enabled: title.length >= 4,
    placeholderData: (before) => before,
  });
  const rows = title.length >= 4 ? (data?.rows ?? []).filter(({ status }) => status === 'active') : [];
  return (
    <>
      {value['danger'] === true && (
        <Box kind="bad" title={w('dangerNow')}>
          <EmergencyCalls unit={unit} />
          <p>{w('dangerNowHelp')}</p>
        </Box>
      )}
      {rows.length > 0 && (
        <Box title={w('similar')}>
          <ul>
            {rows.map(({ case: id, title: name, status, stage, place: at, unit: of }) => (
              <li key={id}>
                <Link to={`/cases/${id}`} target="_blank">
                  <bdi>{name}</bdi>
                </Link>{' '}
                <StatusChip status={status} label={stage.label} />{' '}
                <span className="soft small">{at?.name ?? of.name}</span>
              </li>
            ))}
          </ul>
          <p className="small soft">{w('similarHelp')}</p>
        </Box>
      )}
    </>
  );
}
