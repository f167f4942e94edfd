import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { SelectField } from '../../ui/select-field.js';
import { Box, Loading, ProblemBox } from '../../ui/problem.js';
import { catalogueWords } from '../../words/catalogue.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { begunMatter, bodyOf, flawsOfMatter, type MatterDraft } from './matter.rules.js';
import { QuestionEditor } from './question-editor.js';
import type { Matter } from './unit-catalogue.js';

const COMPETENCES = ['residents', 'owners', 'department', 'nobody'] as const;
const LIMIT_UNITS = ['minute', 'hour', 'businessHour', 'day', 'workingDay'] as const;

interface MatterFormProps {
  unit: string;
  rows: readonly Matter[];
  /** `null`: a new one. */
  matter: string | null;
  onClose: () => void;
}

/** Writes a matter into the catalogue of a unit. */
export function MatterForm({ matter, ...rest }: MatterFormProps) {
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('matter', matter),
    queryFn: () => answered(api.GET('/api/v1/matters/{matter}', { params: { path: { matter: matter ?? '' } } })),
    enabled: matter !== null,
  });
  if (matter === null) return <Fields {...rest} known={null} />;
  if (error !== null && data === undefined) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return <Fields {...rest} known={data} />;
}

interface FieldsProps extends Omit<MatterFormProps, 'matter'> {
  known: Schema<'MatterView'> | null;
}

function Fields({ unit, rows, known, onClose }: FieldsProps) {
  const w = useWords(catalogueWords);
  const inLabel = useLabel();
  const [draft, setDraft] = useState<MatterDraft>(() => begunMatter(known));
  const [isTried, setTried] = useState(false);
  const save = useCommand(
    (body: object, headers) =>
      // the draft is made from the body of this endpoint; the service checks it again
      answered(api.POST('/api/v1/units/{unit}/matters', { params: { path: { unit } }, body: body as never, headers })),
    { onDone: onClose },
  );
  const set = (changed: Partial<MatterDraft>): void => setDraft({ ...draft, ...changed });
  const flaws = flawsOfMatter(draft);
  const errorOf = (name: string): string | undefined => (isTried && flaws.includes(name) ? w('fillIn') : undefined);
  const submit = (): void => {
    setTried(true);
    if (flaws.length === 0) save.mutate(bodyOf(draft, known));
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) submit();
      }}
    >
      <div className="rg-toolbar">
        <TextField
          label={w('nameZh')}
          value={draft.zh}
          onChange={(zh) => set({ zh })}
          isRequired
          error={errorOf('zh')}
        />
        <TextField
          label={w('nameEn')}
          value={draft.en}
          onChange={(en) => set({ en })}
          isRequired
          error={errorOf('en')}
        />
        <TextField
          label={w('code')}
          value={draft.code}
          onChange={(code) => set({ code })}
          isRequired
          error={errorOf('code')}
        />
        <SelectField
          label={w('heading')}
          value={draft.parent}
          onChange={(parent) => set({ parent })}
          choices={rows
            .filter(({ parent, id }) => parent === null && id !== known?.id)
            .map(({ id, name }) => ({ value: id, label: inLabel(name) }))}
        />
      </div>
      <SelectField
        label={w('competence')}
        help={w('competenceHelp')}
        value={draft.competence}
        onChange={(competence) => set({ competence })}
        choices={COMPETENCES.map((value) => ({ value, label: w(value) }))}
      />
      <TimeAndGuide draft={draft} set={set} errorOf={errorOf} />
      {draft.questions === null ? (
        <Box kind="info">{w('questionsBeyond')}</Box>
      ) : (
        <QuestionEditor questions={draft.questions} onChange={(questions) => set({ questions })} showFlaws={isTried} />
      )}
      <TextField
        label={w('reason')}
        help={w('reasonHelp')}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        isRequired
        error={errorOf('reason')}
      />
      {isTried && flaws.length > 0 && (
        <p className="field-error" role="alert">
          {w('fillInAll')}
        </p>
      )}
      {save.error !== null && <ProblemBox error={save.error} />}
      <div className="row">
        <Button look="primary" type="submit" isPending={save.isPending}>
          {w('save')}
        </Button>
        <Button onPress={onClose}>{w('notNow')}</Button>
      </div>
    </form>
  );
}

interface TimeAndGuideProps {
  draft: MatterDraft;
  set: (changed: Partial<MatterDraft>) => void;
  errorOf: (name: string) => string | undefined;
}

/** How long it may take, and what residents are told about it. */
function TimeAndGuide({ draft, set, errorOf }: TimeAndGuideProps) {
  const w = useWords(catalogueWords);
  return (
    <>
      <fieldset className="form-group">
        <legend>{w('handling')}</legend>
        <p className="field-help">{w('handlingHelp')}</p>
        <div className="rg-toolbar">
          <TextField
            label={w('amount')}
            inputMode="numeric"
            value={draft.amount}
            onChange={(amount) => set({ amount })}
            error={errorOf('amount')}
          />
          <SelectField
            label={w('measure')}
            value={draft.measure}
            onChange={(measure) => set({ measure })}
            choices={LIMIT_UNITS.map((value) => ({ value, label: w('of', { unit: w(value, { n: 2 }) }) }))}
            error={errorOf('measure')}
          />
        </div>
      </fieldset>
      <fieldset className="form-group">
        <legend>{w('guide')}</legend>
        <TextField label={w('guideZh')} isLong value={draft.guideZh} onChange={(guideZh) => set({ guideZh })} />
        <TextField
          label={w('guideEn')}
          isLong
          value={draft.guideEn}
          onChange={(guideEn) => set({ guideEn })}
          error={errorOf('guideEn')}
        />
      </fieldset>
    </>
  );
}
