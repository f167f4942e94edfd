import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useLanguage } from '../../app/preferences.js';
import { useMe } from '../../app/session.js';
import { FileField } from '../../forms/file-field.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useWords } from '../../words/words.js';
import { choiceOf, NOTHING_PICKED, type Choice, type Picked } from '../voting/paper.rules.js';
import { useBallotNames, useEntries } from './ballot-desk-data.js';
import { BallotDifferences } from './ballot-differences.js';
import type { BallotPartProps } from './ballot-grid.js';
import { partsOf } from './ballot-parts.rules.js';
import { BallotPrints } from './ballot-prints.js';
import { CasterField } from './caster-field.js';
import { FilterChip } from './filter-chip.js';
import { PaperChoice } from './paper-choice.js';

const WAYS = ['paper', 'telephone', 'doorstep', 'hands', 'envelope', 'inner'] as const;
type Way = (typeof WAYS)[number];

interface Entered {
  way: Way;
  entry: string;
  inner: string;
  caster: string;
  witness: string;
  files: string[];
  picked: Picked;
}
const EMPTY: Omit<Entered, 'way'> = {
  entry: '',
  inner: '',
  caster: '',
  witness: '',
  files: [],
  picked: NOTHING_PICKED,
};

type Outcome = 'waitingState' | 'countedState' | 'differsState' | 'entered' | 'tookEnvelope';

/** Enters what came on paper, by telephone, at the door or by raised hands; paper is read by two people. */
export function BallotPapers({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const [form, setForm] = useState<Entered>({ way: 'paper', ...EMPTY });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { data: me } = useMe();
  const { isRunning } = partsOf(me?.roles ?? []);
  const ways = WAYS.filter((way) => ballot.secret || (way !== 'envelope' && way !== 'inner'));
  return (
    <div className="stack">
      <BallotPrints ballot={ballot} />
      <div className="row" role="group" aria-label={w('how')}>
        {ways.map((way) => (
          <FilterChip key={way} isOn={way === form.way} onPress={() => setForm({ way, ...EMPTY })}>
            {w(way === 'doorstep' ? 'doorstepChannel' : way)}
          </FilterChip>
        ))}
      </div>
      <p className="soft">
        {w(form.way === 'envelope' ? 'envelopeHelp' : isAssisted(form.way) ? 'assistedHelp' : 'paperHelp')}
      </p>
      <div role="status">
        {outcome !== null && <Box kind={outcome === 'differsState' ? 'warn' : 'good'}>{w(outcome)}</Box>}
      </div>
      <PaperForm
        ballot={ballot}
        form={form}
        onChange={(next) => {
          setForm(next);
          setOutcome(null);
        }}
        onDone={(next) => {
          setOutcome(next);
          setForm({ way: form.way, ...EMPTY });
        }}
      />
      {isRunning && (
        <BallotDifferences ballot={ballot} onReadAgain={(entry) => setForm({ ...EMPTY, way: 'paper', entry })} />
      )}
    </div>
  );
}

const isAssisted = (way: Way): way is 'telephone' | 'doorstep' | 'hands' =>
  ['telephone', 'doorstep', 'hands'].includes(way);

interface PaperFormProps extends BallotPartProps {
  form: Entered;
  onChange: (form: Entered) => void;
  onDone: (outcome: Outcome) => void;
}

function PaperForm({ ballot, form, onChange, onDone }: PaperFormProps) {
  const w = useWords(ballotDeskWords);
  const language = useLanguage();
  const { suggestions, roll } = useEntries(ballot.id);
  const casters = roll.find(({ entry }) => entry === form.entry)?.casters;
  const nameOf = useBallotNames(ballot.id, casters ?? []);
  const [isTried, setTried] = useState(false);
  const { way, picked } = form;
  const choice = choiceOf(ballot.question, picked);
  const command = useCommand(
    (input: { form: Entered; choice: Choice | null }, headers) => send(ballot.id, input, headers),
    { onDone },
  );
  const change = (changed: Partial<Entered>): void => onChange({ ...form, ...changed });
  const isReady = isComplete(form, choice);
  const parts = suggestions === undefined ? {} : { entry: suggestions };
  return (
    <FormPlace value={{ unit: ballot.unit, language, parts }}>
      <form
        className="form co-sub"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isReady && !command.isPending) command.mutate({ form, choice }, { onSuccess: () => setTried(false) });
        }}
      >
        {way === 'inner' ? (
          <TextField
            label={w('innerNumber')}
            isRequired
            inputMode="numeric"
            value={form.inner}
            onChange={(inner) => change({ inner })}
          />
        ) : (
          <ReferenceField
            label={w('entry')}
            isRequired
            refers="entry"
            value={form.entry}
            onChange={(entry) => change({ entry, caster: '' })}
          />
        )}
        {way !== 'inner' && form.entry !== '' && (
          <CasterField
            label={w(way === 'paper' ? 'signer' : 'caster')}
            casters={casters}
            nameOf={nameOf}
            value={form.caster}
            onChange={(caster) => change({ caster })}
          />
        )}
        {isAssisted(way) && way !== 'hands' && (
          <ReferenceField
            label={w('witness')}
            isRequired
            refers="person"
            value={form.witness}
            onChange={(witness) => change({ witness })}
          />
        )}
        {way !== 'envelope' && (
          <>
            <h2>{w('choice')}</h2>
            <PaperChoice ballot={ballot} picked={picked} onPick={(next) => change({ picked: next })} />
          </>
        )}
        <FileField
          label={w(isAssisted(way) ? 'waiver' : 'scan')}
          most={1}
          value={form.files}
          onChange={(files) => change({ files })}
        />
        {isTried && !isReady && (
          <p className="field-error" role="alert">
            {w('needed')}
          </p>
        )}
        {command.error !== null && <ProblemBox error={command.error} />}
        <p>
          <Button type="submit" look="primary" isPending={command.isPending}>
            {w('enter')}
          </Button>
        </p>
      </form>
    </FormPlace>
  );
}

function isComplete({ way, entry, inner, caster, witness }: Entered, choice: Choice | null): boolean {
  if (way === 'inner') return /^\d{1,7}$/.test(inner) && choice !== null;
  if (entry === '') return false;
  if (way === 'envelope') return caster !== '';
  return caster !== '' && choice !== null && (way === 'hands' || way === 'paper' || witness !== '');
}

async function send(
  ballot: string,
  { form, choice }: { form: Entered; choice: Choice | null },
  headers: { 'idempotency-key': string },
): Promise<Outcome> {
  const { way, entry, caster, witness, files, inner } = form;
  const path = { ballot };
  const file = files[0] === undefined ? {} : { file: files[0] };
  if (way === 'envelope') {
    await answered(
      api.POST('/api/v1/ballots/{ballot}/envelopes', { params: { path }, body: { entry, caster, ...file }, headers }),
    );
    return 'tookEnvelope';
  }
  if (choice === null) throw new RangeError('a paper without a choice');
  if (isAssisted(way)) {
    const seen = witness === '' ? {} : { witness };
    const body = { entry, caster, choice, channel: way, ...seen, ...file };
    await answered(api.POST('/api/v1/ballots/{ballot}/assisted-papers', { params: { path }, body, headers }));
    return 'entered';
  }
  const whose = way === 'inner' ? { inner: Number(inner) } : { entry, ...(caster === '' ? {} : { caster }) };
  const body = { ...whose, choice, ...file };
  const { state } = await answered(
    api.POST('/api/v1/ballots/{ballot}/transcriptions', { params: { path }, body, headers }),
  );
  return `${state}State`;
}
