import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { CheckField } from '../../ui/fields.js';
import { SelectField } from '../../ui/select-field.js';
import { Box, EmptyState, Loading, NotYet, ProblemBox } from '../../ui/problem.js';
import { catalogueWords } from '../../words/catalogue.words.js';
import { officeWords } from '../../words/offices.words.js';
import { unitKindWords } from '../../words/unit-kinds.words.js';
import { useBetween, useLabel, useWords } from '../../words/words.js';
import { useFilters } from '../../app/use-filters.js';
import { mayDo } from './reach.rules.js';
import { RecordDialog } from './record-form.js';
import { REASON } from './unit.schemas.js';
import { useCatalogue } from './use-catalogue.js';
import type { UnitPartProps } from './units.js';
import { choiceOf, labelOf, PLACE_KINDS, ROLES, UNIT_KINDS, wordOr } from './vocabulary.rules.js';

const DUTIES = ['build', 'patrol', 'maintain', 'approve', 'handle', 'assist'] as const;
const said = (key: keyof typeof catalogueWords) => labelOf(catalogueWords, key);
const places = UNIT_KINDS.filter((kind) => PLACE_KINDS.includes(kind));

const DUTY: FieldSchema = {
  type: 'object',
  required: ['duty', 'reason'],
  properties: {
    duty: { ...choiceOf(catalogueWords, DUTIES), label: said('duty') },
    assignee: { type: 'string', refers: 'unit', label: said('assignee') },
    assigneeKind: { ...choiceOf(unitKindWords, UNIT_KINDS), label: said('assigneeKind') },
    role: { ...choiceOf(officeWords, ROLES), label: said('role') },
    placeKind: { ...choiceOf(unitKindWords, places), label: said('placeKind') },
    from: { type: 'string', format: 'date', label: said('from') },
    to: { type: 'string', format: 'date', label: said('to') },
    reason: REASON,
  },
};

/** The duty matrix for one matter at a place: who builds, patrols, maintains, approves; a dry run of dispatching; writing a duty. */
export function UnitDuties({ unit, lineage }: UnitPartProps) {
  const w = useWords(catalogueWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const { values, set } = useFilters(['matter']);
  const { data: catalogue } = useCatalogue(unit.id);
  const [isWriting, setWriting] = useState(false);
  const matter = catalogue?.rows.find(({ id }) => id === values.matter);
  return (
    <section className="stack" aria-label={w('duties')}>
      <p className="soft">{w('dutiesHelp')}</p>
      <div className="rg-toolbar">
        <SelectField
          label={w('chooseMatter')}
          isRequired
          value={values.matter}
          onChange={(id) => set({ matter: id })}
          choices={(catalogue?.rows ?? []).map(({ id, code, name }) => ({
            value: id,
            label: `${code} ${inLabel(name)}`,
          }))}
        />
      </div>
      {matter !== undefined && (
        <>
          <DutyTable unit={unit.id} matter={matter.id} />
          {mayDo(me, 'catalogue', lineage) && (
            <p>
              <Button onPress={() => setWriting(true)}>{w('writeDuty')}</Button>
            </p>
          )}
          {me !== undefined && <DryRun unit={unit.id} matter={matter.id} />}
          {isWriting && (
            <RecordDialog
              isOpen
              onClose={() => setWriting(false)}
              title={w('dutyTitle', { name: inLabel(matter.name) })}
              action={w('writeDuty')}
              schema={DUTY}
              unit={unit.id}
              send={(value, headers) =>
                answered(
                  api.POST('/api/v1/units/{unit}/duties', {
                    params: { path: { unit: unit.id } },
                    // the form is made from the body of this endpoint; the service checks it again
                    body: { ...value, matter: matter.id } as never,
                    headers,
                  }),
                )
              }
              onDone={() => undefined}
            >
              <p>{w('dutyHelp')}</p>
            </RecordDialog>
          )}
        </>
      )}
    </section>
  );
}

function DutyTable({ unit, matter }: { unit: string; matter: string }) {
  const w = useWords(catalogueWords);
  const between = useBetween();
  const offices = useWords(officeWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('duties', unit, matter),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/duties', { params: { path: { unit }, query: { matter } } })),
  });
  if (error !== null && data === undefined) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.rows.length === 0)
    return (
      <EmptyState title={w('noDuties')}>
        <p>{w('noDutiesHelp')}</p>
      </EmptyState>
    );
  return (
    <table className="rg-table">
      <caption className="visually-hidden">{w('duties')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('duty')}</th>
          <th scope="col">{w('whoHasIt')}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map(({ duty, unit: holder, unitName, role, holders }, index) => {
          const office = role === null ? null : wordOr(officeWords, role);
          return (
            // a duty may be written twice; rows have no name of their own
            <tr key={`${duty} ${holder ?? ''} ${index}`}>
              <th scope="row">{w(duty)}</th>
              <td>
                {holder === null ? (
                  <span>{w('nobodyFits')}</span>
                ) : (
                  <Link to={`/registry/units/${holder}`}>
                    <bdi>{unitName}</bdi>
                  </Link>
                )}
                {role !== null && <> · {office === null ? role : offices(office)}</>}
                {holders.length > 0 && (
                  <>
                    {' · '}
                    <bdi>{holders.map(({ name }) => name).join(between)}</bdi>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Who would get the matter here if it were dispatched now, and why. */
function DryRun({ unit, matter }: { unit: string; matter: string }) {
  const w = useWords(catalogueWords);
  const between = useBetween();
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const [danger, setDanger] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('preview', unit, matter, danger),
    queryFn: () => answered(api.POST('/api/v1/routing/preview', { body: { matter, place: unit, danger } })),
    retry: false,
  });
  return (
    <section className="stack" aria-label={w('preview')}>
      <h2>{w('preview')}</h2>
      <p className="soft">{w('previewHelp')}</p>
      <CheckField label={w('danger')} isSelected={danger} onChange={setDanger} />
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && (
        <>
          <Box kind="good" title={w('goesTo')}>
            <p>
              <Link to={`/registry/units/${data.lead.unit}`}>
                <bdi>{data.lead.unitName}</bdi>
              </Link>
            </p>
          </Box>
          <Facts
            facts={[
              [w('assists'), data.assists.map(({ unitName }) => unitName).join(between)],
              [w('callsOut'), data.emergency?.unitName ?? null],
              ...data.limits.map(
                ({ name, dueAt }) =>
                  [
                    name === 'handling' ? w('handling') : name,
                    dueAt === null ? null : inWords(dueAt, 'dayAndTime'),
                  ] as const,
              ),
            ]}
          />
          <details>
            <summary>{w('why')}</summary>
            <ol>
              {data.explanation.map((because, index) => (
                // sentences of one answer stay in their order
                <li key={index}>{inLabel(because)}</li>
              ))}
            </ol>
          </details>
        </>
      )}
    </section>
  );
}
