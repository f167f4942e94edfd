import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { Button, LinkButton } from '../../ui/button.js';
import { DataTable, keyById, type Column } from '../../ui/data-table.js';
import { ToolSelect } from '../../ui/select-field.js';
import { Box, EmptyState } from '../../ui/problem.js';
import { SearchBox } from '../../ui/search-box.js';
import { peopleWords } from '../../words/people.words.js';
import { useWords } from '../../words/words.js';
import { useFilters } from '../../app/use-filters.js';
import { askedBy, askedFor, type PersonQuestion } from './people.rules.js';
import { NEW_PERSON } from './person.schemas.js';
import { mayDo } from './reach.rules.js';
import { RecordDialog } from './record-form.js';
import { RegistryNav } from './registry-nav.js';
import { ForRegistryStaff } from './registry-staff.js';
import { useLineage, useMyUnits, useUnit } from './units.js';
import { isPlace } from './tree.rules.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

type Person = Schema<'PersonView'>;
const NOBODY: ReadonlySet<string> = new Set();

/** People of my units: found by name, whole telephone number or address. */
export function PeoplePage() {
  const w = useWords(peopleWords);
  const { values } = useFilters(['unit']);
  const { data: unit } = useUnit(values.unit ?? '');
  return (
    <Page title={unit === undefined ? w('people') : w('peopleOf', { name: unit.unit.name })} width="full">
      <RegistryNav />
      <ForRegistryStaff>
        <People />
      </ForRegistryStaff>
    </Page>
  );
}

function People() {
  const w = useWords(peopleWords);
  const { values, set } = useFilters(['unit']);
  // who is looked for stays out of the address: it would stand in the history of a shared computer
  const [text, setText] = useState('');
  const [selected, setSelected] = useState(NOBODY);
  const question = askedFor(text);
  const found = usePeople(values.unit, question);
  const navigate = useNavigate();
  const columns = useColumns();
  const [one, other] = [...selected];
  return (
    <>
      <div className="rg-toolbar">
        <SearchBox label={w('search')} placeholder={w('searchHint')} value={text} onSearch={setText} />
        <WhereField unit={values.unit} onChange={(unit) => set({ unit })} />
        <AddPerson unit={values.unit} />
      </div>
      {question !== null && <p className="soft small">{w(SAID_BY[askedBy(question)], { text })}</p>}
      {selected.size > 0 && (
        <p className="row">
          {selected.size === 2 && one !== undefined && other !== undefined ? (
            <LinkButton look="primary" to={`/registry/people/merge?keep=${one}&drop=${other}`}>
              {w('compare')}
            </LinkButton>
          ) : (
            <span className="soft">{w('selectTwo')}</span>
          )}
          <Button onPress={() => setSelected(NOBODY)}>{w('clearSelection')}</Button>
        </p>
      )}
      <PagedRows
        list={found}
        more="scroll"
        empty={
          <EmptyState title={w(question === null ? 'nobodyHere' : 'nobodyFound')}>
            <p>{w(question !== null && 'phone' in question ? 'nobodyByPhone' : 'nobodyHelp')}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            name={w('people')}
            columns={columns}
            rows={rows}
            rowKey={keyById}
            rowName={({ name }) => name}
            onOpen={({ id }) => void navigate(`/registry/people/${id}`)}
            selected={selected}
            onSelect={setSelected}
            onEnd={found.readOn}
          />
        )}
      </PagedRows>
    </>
  );
}

const SAID_BY = { name: 'byName', phone: 'byPhone', address: 'byAddress' } as const;

function usePeople(unit: string | null, question: PersonQuestion | null) {
  return usePaged(['lists', 'people', unit, question], (from) => {
    const query = { limit: 100, ...(unit === null ? {} : { unit }), ...question, ...from };
    return answered(api.GET('/api/v1/people', { params: { query } }));
  });
}

function useColumns(): Column<Person>[] {
  const w = useWords(peopleWords);
  return [
    {
      key: 'name',
      name: w('name'),
      width: 'minmax(8rem, 1.2fr)',
      cell: ({ id, name, diedOn }) => (
        <span>
          <Link to={`/registry/people/${id}`}>
            <bdi>{name}</bdi>
          </Link>
          {diedOn !== null && <span className="soft small"> {w('died')}</span>}
        </span>
      ),
    },
    {
      key: 'gender',
      name: w('gender'),
      width: '5rem',
      cell: ({ gender }) => (gender === null ? '' : w(gender)),
    },
    { key: 'birthYear', name: w('birthYear'), width: '6rem', cell: ({ birthYear }) => birthYear ?? '' },
    {
      key: 'address',
      name: w('address'),
      width: 'minmax(10rem, 2fr)',
      cell: ({ address }) => <bdi>{address ?? ''}</bdi>,
    },
    {
      key: 'phone',
      name: w('phone'),
      width: 'minmax(8rem, 1fr)',
      cell: ({ phone }) => <span className="number">{phone ?? w('noPhone')}</span>,
    },
  ];
}

/** Narrows to a place; the list begins with what I reach. */
function WhereField({ unit, onChange }: { unit: string | null; onChange: (unit: string | null) => void }) {
  const w = useWords(peopleWords);
  const { units } = useMyUnits('read');
  const choices = units
    .filter((one) => isPlace(one) && one.kind !== 'stairwell')
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, 'zh-CN', { numeric: true }));
  return <ToolSelect label={w('where')} choices={choices} value={unit} onChange={onChange} empty={w('everywhere')} />;
}

function AddPerson({ unit }: { unit: string | null }) {
  const w = useWords(peopleWords);
  const { data: me } = useMe();
  const lineage = useLineage(unit ?? '');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  if (!mayDo(me, 'write', unit === null ? undefined : (lineage ?? []))) return null;
  return (
    <p>
      <Button look="primary" onPress={() => setOpen(true)}>
        {w('addPerson')}
      </Button>
      {isOpen && (
        <RecordDialog
          isOpen
          onClose={() => setOpen(false)}
          title={w('addPerson')}
          action={w('register')}
          schema={NEW_PERSON}
          given={unit === null ? {} : { unit }}
          unit={unit}
          send={(value, headers) =>
            // the form is made from the body of this endpoint; the service checks it again
            answered(api.POST('/api/v1/people', { body: value as never, headers }))
          }
          onDone={({ id }) => void navigate(`/registry/people/${id}`)}
        >
          <Box kind="info">{w('addPersonHelp')}</Box>
        </RecordDialog>
      )}
    </p>
  );
}
