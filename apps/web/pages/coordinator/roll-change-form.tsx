import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useLanguage } from '../../app/preferences.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { SelectField } from '../../ui/select-field.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useWords } from '../../words/words.js';
import { useBallotNames, useEntries } from './ballot-desk-data.js';
import type { BallotPartProps } from './ballot-grid.js';
import { PeopleField } from './people-field.js';
import { RollAddition, useFlats } from './roll-addition.js';
import {
  basesOf,
  bodyOf,
  CHANGE_KINDS,
  GROUNDS,
  NOTHING_PROPOSED,
  type Proposed,
  type RollChangeBody,
} from './roll-change.rules.js';

/** Proposes a change of the roll; somebody else approves it. */
export function RollChangeForm({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const language = useLanguage();
  const [form, setForm] = useState(NOTHING_PROPOSED);
  const { suggestions = [], roll } = useEntries(ballot.id);
  const nameOf = useBallotNames(ballot.id, form.people);
  const command = useCommand(
    (body: RollChangeBody, headers) =>
      answered(
        api.POST('/api/v1/ballots/{ballot}/roll-changes', { params: { path: { ballot: ballot.id } }, body, headers }),
      ),
    { onDone: () => setForm(NOTHING_PROPOSED) },
  );
  const change = (changed: Partial<Proposed>): void => setForm({ ...form, ...changed });
  const bases = basesOf(roll);
  const body = bodyOf(form, bases);
  const { kind } = form;
  return (
    <FormPlace value={{ unit: ballot.unit, language, parts: { entry: suggestions } }}>
      <details className="co-sub">
        <summary>{w('propose')}</summary>
        <div className="form">
          <ChoiceField
            label={w('kind')}
            isRequired
            choices={CHANGE_KINDS.map((value) => ({ value, label: w(value), help: w(`${value}Help`) }))}
            value={kind}
            onChange={(value) => change({ kind: CHANGE_KINDS.find((one) => one === value) ?? 'add' })}
          />
          {kind === 'add' ? (
            <RollAddition {...{ ballot, roll, bases, form }} onChange={change} />
          ) : (
            <ChangedEntry {...{ roll, form }} onChange={change} />
          )}
          {kind !== 'remove' && (
            <PeopleField
              label={w(kind === 'add' ? 'mayVote' : 'buyer')}
              people={form.people}
              nameOf={nameOf}
              onChange={(people) => change({ people })}
            />
          )}
          {kind !== 'sale' && (
            <SelectField
              label={w('ground')}
              isRequired
              choices={GROUNDS.map((value) => ({ value, label: w(value) }))}
              value={form.ground}
              onChange={(next) => change({ ground: GROUNDS.find((one) => one === next) ?? null })}
            />
          )}
          <TextField
            label={w('reason')}
            isRequired
            isLong
            maxLength={1000}
            value={form.reason}
            onChange={(reason) => change({ reason })}
          />
          {command.error !== null && <ProblemBox error={command.error} />}
          <p>
            <Button
              look="primary"
              isDisabled={body === null}
              isPending={command.isPending}
              onPress={() => body !== null && command.mutate(body)}
            >
              {w('send')}
            </Button>
          </p>
        </div>
      </details>
      <div role="status">{command.isSuccess && <Box kind="good">{w('proposedDone')}</Box>}</div>
    </FormPlace>
  );
}

interface ChangedEntryProps {
  roll: ReturnType<typeof useEntries>['roll'];
  form: Proposed;
  onChange: (changed: Partial<Proposed>) => void;
}

/** Which unit of the roll is meant; of a sale also which of its flats. */
function ChangedEntry({ roll, form: { kind, entry, flat }, onChange }: ChangedEntryProps) {
  const w = useWords(ballotDeskWords);
  const row = roll.find((one) => one.entry === entry);
  const flats = useFlats(row?.building ?? null).filter(({ value }) => row?.premises.includes(value));
  return (
    <>
      <ReferenceField
        label={w('entry')}
        isRequired
        refers="entry"
        value={entry}
        onChange={(next) => onChange({ entry: next, flat: null })}
      />
      {kind === 'sale' && (
        <SelectField
          label={w('flat')}
          isRequired
          choices={flats}
          value={flat}
          onChange={(next) => onChange({ flat: next })}
        />
      )}
    </>
  );
}
