import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import type { operations } from '../../api/schema.generated.js';
import { useCommand } from '../../api/command.js';
import { useLanguage } from '../../app/preferences.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { SelectField } from '../../ui/select-field.js';
import { ProblemBox } from '../../ui/problem.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useWords } from '../../words/words.js';
import { useBuildings, useEntries } from './ballot-desk-data.js';
import type { BallotPartProps } from './ballot-grid.js';

type RollChangeBody = operations['proposeRollChange']['requestBody']['content']['application/json'];

const KINDS = ['remove', 'correct', 'sale'] as const;
type Kind = (typeof KINDS)[number];
const GROUNDS = ['appeal', 'inheritance', 'moved', 'correction', 'contest'] as const;
type Ground = (typeof GROUNDS)[number];

interface Proposed {
  kind: Kind;
  ground: Ground | null;
  entry: string;
  flat: string | null;
  person: string;
  reason: string;
}
const EMPTY: Proposed = { kind: 'remove', ground: null, entry: '', flat: null, person: '', reason: '' };

/** Proposes a change of the roll; somebody else approves it. */
export function RollChangeForm({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const language = useLanguage();
  const [form, setForm] = useState(EMPTY);
  const { suggestions = [], roll } = useEntries(ballot.id);
  const flats = useFlats(roll.find(({ entry }) => entry === form.entry));
  const command = useCommand((input: Proposed, headers) => propose(ballot.id, input, headers), {
    onDone: () => setForm(EMPTY),
  });
  const change = (changed: Partial<Proposed>): void => setForm({ ...form, ...changed });
  const { kind, ground, entry, person, reason, flat } = form;
  const isReady =
    entry !== '' &&
    reason.trim() !== '' &&
    (kind === 'sale' ? flat !== null && person !== '' : ground !== null && (kind === 'remove' || person !== ''));
  return (
    <FormPlace value={{ unit: ballot.unit, language, parts: { entry: suggestions } }}>
      <details className="co-sub">
        <summary>{w('propose')}</summary>
        <div className="form">
          <ChoiceField
            label={w('kind')}
            isRequired
            choices={KINDS.map((value) => ({ value, label: w(value) }))}
            value={kind}
            onChange={(value) => change({ kind: KINDS.find((one) => one === value) ?? 'remove' })}
          />
          <ReferenceField
            label={w('entry')}
            isRequired
            refers="entry"
            value={entry}
            onChange={(next) => change({ entry: next, flat: null })}
          />
          {kind === 'sale' && (
            <SelectField
              label={w('flat')}
              isRequired
              choices={flats}
              value={flat}
              onChange={(next) => change({ flat: next })}
            />
          )}
          {kind !== 'remove' && (
            <ReferenceField
              label={w('buyer')}
              isRequired
              refers="person"
              value={person}
              onChange={(next) => change({ person: next })}
            />
          )}
          {kind !== 'sale' && (
            <SelectField
              label={w('ground')}
              isRequired
              choices={GROUNDS.map((value) => ({ value, label: w(value) }))}
              value={ground}
              onChange={(next) => change({ ground: GROUNDS.find((one) => one === next) ?? null })}
            />
          )}
          <TextField
            label={w('reason')}
            isRequired
            isLong
            maxLength={1000}
            value={reason}
            onChange={(next) => change({ reason: next })}
          />
          {command.error !== null && <ProblemBox error={command.error} />}
          <p>
            <Button
              look="primary"
              isDisabled={!isReady}
              isPending={command.isPending}
              onPress={() => command.mutate(form)}
            >
              {w('send')}
            </Button>
          </p>
        </div>
      </details>
    </FormPlace>
  );
}

function useFlats(
  entry: { building: string | null; premises: readonly string[] } | undefined,
): { value: string; label: string }[] {
  const buildings = useBuildings(entry?.building == null ? [] : [entry.building]);
  const numbers = new Map(
    buildings.flatMap(({ floors }) =>
      floors.flatMap(({ flats }) => flats.map(({ id, number }): [string, string] => [id, number])),
    ),
  );
  return (entry?.premises ?? []).map((value) => ({ value, label: numbers.get(value) ?? value }));
}

function propose(
  ballot: string,
  { kind, ground, entry, flat, person, reason }: Proposed,
  headers: { 'idempotency-key': string },
): Promise<unknown> {
  const params = { path: { ballot } };
  const post = (body: RollChangeBody): Promise<unknown> =>
    answered(api.POST('/api/v1/ballots/{ballot}/roll-changes', { params, body, headers }));
  if (kind === 'sale') return post({ kind, entry, flat: flat ?? '', buyers: [person], reason });
  const common = { entry, ground: ground ?? 'correction', reason };
  return kind === 'remove' ? post({ kind, ...common }) : post({ kind, ...common, casters: [person] });
}
