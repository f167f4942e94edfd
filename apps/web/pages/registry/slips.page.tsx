import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { useLanguage } from '../../app/preferences.js';
import { Button } from '../../ui/button.js';
import { Confirm, Dialog } from '../../ui/dialog.js';
import { ChoiceField } from '../../ui/fields.js';
import { Box, EmptyState, ProblemBox } from '../../ui/problem.js';
import { SelectField } from '../../ui/select-field.js';
import { Chip, When } from '../../ui/status.js';
import { slipWords } from '../../words/slips.words.js';
import { useWords } from '../../words/words.js';
import { useFilters } from '../../app/use-filters.js';
import { reachOf } from './reach.rules.js';
import { RegistryNav } from './registry-nav.js';
import { ForRegistryStaff } from './registry-staff.js';
import { printSheet } from './print-sheet.js';
import { useNames } from './use-names.js';
import { useMyUnits } from './units.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

type Slip = Schema<'SlipPage'>['rows'][number];
const PLACES = ['community', 'compound', 'courtyard', 'grid', 'building', 'stairwell'];

/** Invitation slips: issued for a building or for chosen people, as a sheet to print; listed; revoked. */
export function SlipsPage() {
  const w = useWords(slipWords);
  return (
    <Page title={w('slips')}>
      <RegistryNav />
      <ForRegistryStaff needs="slips">
        <Slips />
      </ForRegistryStaff>
    </Page>
  );
}

function Slips() {
  const w = useWords(slipWords);
  const { data: me } = useMe();
  const { values, set } = useFilters(['unit']);
  const { units } = useMyUnits('slips');
  const unit = values.unit ?? reachOf(me, 'slips')[0]?.unit ?? '';
  const choices = units
    .filter(({ kind, id }) => PLACES.includes(kind) || id === unit)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="stack loose">
      <SelectField
        label={w('where')}
        isRequired
        value={unit === '' ? null : unit}
        onChange={(chosen) => set({ unit: chosen })}
        choices={choices}
      />
      {unit !== '' && (
        <>
          <Issue key={unit} unit={unit} name={choices.find(({ value }) => value === unit)?.label ?? ''} />
          <Issued unit={unit} />
        </>
      )}
    </div>
  );
}

function Issue({ unit, name }: { unit: string; name: string }) {
  const w = useWords(slipWords);
  const language = useLanguage();
  const [kind, setKind] = useState<'household' | 'person'>('household');
  const [people, setPeople] = useState<string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const [sheet, setSheet] = useState<string | null>(null);
  const nameOf = useNames(people);
  const issue = useCommand(
    (body: { unit: string; kind: 'household' | 'person'; subjects?: string[] }, headers) =>
      answered(api.POST('/api/v1/slips/sheet', { body, headers, parseAs: 'text' })),
    {
      onDone: (page) => {
        setAsking(false);
        setPeople([]);
        setSheet(page);
      },
    },
  );
  const isReady = kind === 'household' || people.length > 0;
  return (
    <section className="stack" aria-label={w('issue')}>
      <h2>{w('issue')}</h2>
      <p>{w('issueHelp')}</p>
      <ChoiceField
        label={w('forWhom')}
        isRequired
        value={kind}
        onChange={(chosen) => setKind(chosen === 'person' ? 'person' : 'household')}
        choices={[
          { value: 'household', label: w('everyHousehold', { name }), help: w('everyHouseholdHelp') },
          { value: 'person', label: w('chosenPeople'), help: w('chosenPeopleHelp') },
        ]}
      />
      {kind === 'person' && (
        <FormPlace value={{ unit, language }}>
          <ReferenceField
            label={w('addSomebody')}
            refers="person"
            value=""
            onChange={(id) => setPeople((before) => (before.includes(id) ? before : [...before, id]))}
          />
          <ul className="rg-list" aria-label={w('chosen')}>
            {people.map((person) => (
              <li key={person}>
                <bdi>{nameOf(person)}</bdi>
                <Button
                  size="small"
                  onPress={() => setPeople(people.filter((one) => one !== person))}
                  aria-label={w('takeOut', { name: nameOf(person) })}
                >
                  {w('remove')}
                </Button>
              </li>
            ))}
          </ul>
        </FormPlace>
      )}
      {issue.error !== null && !isAsking && <ProblemBox error={issue.error} />}
      <p>
        <Button look="primary" isDisabled={!isReady} onPress={() => setAsking(true)}>
          {w('issueAction')}
        </Button>
      </p>
      <Confirm
        isOpen={isAsking}
        title={kind === 'household' ? w('issueTitle', { name }) : w('issuePeopleTitle', { n: people.length })}
        action={w('issueAction')}
        isPending={issue.isPending}
        onConfirm={() => issue.mutate({ unit, kind, ...(kind === 'person' ? { subjects: people } : {}) })}
        onClose={() => setAsking(false)}
      >
        <p>{w('issueWarning')}</p>
        {issue.error !== null && <ProblemBox error={issue.error} />}
      </Confirm>
      <Dialog
        isOpen={sheet !== null}
        onClose={() => setSheet(null)}
        title={w('sheetReady')}
        actions={
          <>
            <Button look="primary" onPress={() => sheet !== null && printSheet(sheet)}>
              {w('print')}
            </Button>
            <Button onPress={() => setSheet(null)}>{w('done')}</Button>
          </>
        }
      >
        <Box kind="warn">{w('sheetOnce')}</Box>
      </Dialog>
    </section>
  );
}

const STATE_KINDS = { open: 'info', used: 'good', revoked: 'neutral', expired: 'warn' } as const satisfies Record<
  'open' | 'used' | 'revoked' | 'expired',
  string
>;

function Issued({ unit }: { unit: string }) {
  const w = useWords(slipWords);
  const [revoking, setRevoking] = useState<Slip | null>(null);
  const slips = usePaged(keys.list('slips', unit), (from) =>
    answered(api.GET('/api/v1/slips', { params: { query: { unit, ...from } } })),
  );
  const revoke = useCommand(
    (id: string, headers) => answered(api.POST('/api/v1/slips/{id}/revoke', { params: { path: { id } }, headers })),
    { onDone: () => setRevoking(null) },
  );
  const nameOf = useNames((slips.rows ?? []).flatMap(({ unit: at, issuedBy }) => [at, issuedBy]));
  return (
    <section className="stack" aria-label={w('issued')}>
      <h2>{w('issued')}</h2>
      <PagedRows
        list={slips}
        empty={
          <EmptyState title={w('noSlips')}>
            <p>{w('noSlipsHelp')}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <ul className="rg-list">
            {rows.map((slip) => (
              <li key={slip.id}>
                <span className="rg-what">
                  <span>
                    <strong className="number">{w('number', { number: slip.number })}</strong> {w(slip.kind)} ·{' '}
                    <bdi>{nameOf(slip.unit)}</bdi>
                  </span>
                  <span className="soft small">
                    <bdi>{nameOf(slip.issuedBy)}</bdi> <When at={slip.issuedAt} /> · {w('goodUntil')}{' '}
                    <When at={slip.expiresAt} exact />
                  </span>
                </span>
                <span className="row">
                  <Chip kind={STATE_KINDS[slip.state]}>{w(slip.state)}</Chip>
                  {slip.state === 'open' && (
                    <Button
                      size="small"
                      onPress={() => setRevoking(slip)}
                      aria-label={w('revokeOf', { number: slip.number })}
                    >
                      {w('revoke')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PagedRows>
      <Confirm
        isOpen={revoking !== null}
        title={w('revokeTitle', { number: revoking?.number ?? '' })}
        action={w('revoke')}
        look="danger"
        isPending={revoke.isPending}
        onConfirm={() => revoking !== null && revoke.mutate(revoking.id)}
        onClose={() => setRevoking(null)}
      >
        <p>{w('revokeHelp')}</p>
        {revoke.error !== null && <ProblemBox error={revoke.error} />}
      </Confirm>
    </section>
  );
}
