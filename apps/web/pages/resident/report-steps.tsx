import { useLanguage } from '../../app/preferences.js';
import { FileField } from '../../forms/file-field.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Box } from '../../ui/problem.js';
import { residentWords } from '../../words/resident.words.js';
import { useWords } from '../../words/words.js';
import { EmergencyCalls } from './emergency-calls.js';
import { LONGEST_DESCRIPTION, LONGEST_TITLE } from './report.rules.js';
import type { ReportState } from './report-state.js';
import { SimilarIssue } from './similar-issue.js';

interface StepProps {
  state: ReportState;
  /** What is missing, after somebody wanted to go on. */
  error?: string | undefined;
}

/** Is anybody in danger? Then numbers to call come before anything else. */
export function DangerStep({ state: { draft, change, home }, onNext }: StepProps & { onNext: () => void }) {
  const w = useWords(residentWords);
  return (
    <>
      <p>{w('dangerHelp')}</p>
      <Button
        size="big"
        look={draft.danger === false ? 'primary' : 'secondary'}
        onPress={() => {
          change({ danger: false });
          onNext();
        }}
      >
        {w('noDanger')}
      </Button>
      <Button size="big" look="danger" aria-expanded={draft.danger === true} onPress={() => change({ danger: true })}>
        {w('yesDanger')}
      </Button>
      {draft.danger === true && (
        <div role="alert" className="stack">
          <Box kind="bad" title={w('callFirst')}>
            <p>{w('callFirstHelp')}</p>
          </Box>
          <EmergencyCalls unit={home?.units[0]?.id ?? home?.community?.id} />
          <Button look="primary" size="big" onPress={onNext}>
            {w('calledGoOn')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The matter in one line, and more of it for those who wish. */
export function WhatStep({ state: { draft, change }, error }: StepProps) {
  const w = useWords(residentWords);
  return (
    <>
      {draft.danger === true && <Box kind="bad">{w('dangerRings')}</Box>}
      <TextField
        label={w('title')}
        help={w('titleHelp')}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={LONGEST_TITLE}
        isRequired
        error={error}
      />
      <TextField
        label={w('description')}
        help={w('descriptionHelp')}
        value={draft.description}
        onChange={(description) => change({ description })}
        maxLength={LONGEST_DESCRIPTION}
        isLong
        rows={5}
      />
      <details>
        <summary>{w('privateQuestion')}</summary>
        <p>{w('privateAnswer')}</p>
      </details>
    </>
  );
}

const ELSEWHERE = 'elsewhere';
/** Where people say something is: a stairwell, a building, a yard. */
const NEAR_KINDS = ['stairwell', 'building', 'courtyard', 'compound'];

/** My building is one press; any other place is looked for by name. */
export function WhereStep({ state: { draft, change, home, community }, error }: StepProps) {
  const w = useWords(residentWords);
  const language = useLanguage();
  const near = home?.units.filter(({ kind }) => NEAR_KINDS.includes(kind)) ?? [];
  const whole = home?.community ?? null;
  const choices = [
    ...near.map(({ id, name, kind }) => ({
      value: id,
      label: w(kind === 'building' ? 'myBuilding' : 'myPlace', { name }),
    })),
    ...(whole === null ? [] : [{ value: whole.id, label: w('somewhereIn', { name: whole.name }) }]),
    { value: ELSEWHERE, label: w('elsewhere') },
  ];
  const value = draft.isElsewhere ? ELSEWHERE : draft.place === '' ? null : draft.place;
  return (
    <FormPlace value={{ unit: community ?? null, language }}>
      <ChoiceField
        label={w('place')}
        choices={choices}
        value={value}
        isRequired
        error={draft.isElsewhere ? undefined : error}
        onChange={(chosen) =>
          change(chosen === ELSEWHERE ? { isElsewhere: true, place: '' } : { isElsewhere: false, place: chosen })
        }
      />
      {draft.isElsewhere && (
        <ReferenceField
          label={w('placeSearch')}
          help={w('placeSearchHelp')}
          refers="unit"
          value={draft.place}
          onChange={(place) => change({ place })}
          isRequired
          error={error}
        />
      )}
    </FormPlace>
  );
}

/** Neighbours may have said it already: joining them is one press. */
export function SimilarStep({ state: { similar, me } }: StepProps) {
  const w = useWords(residentWords);
  return (
    <>
      <p>{w('similarHelp')}</p>
      <ul className="stack resident-waits">
        {similar.map((one) => (
          <SimilarIssue key={one.case} issue={one} isIn={me !== undefined} />
        ))}
      </ul>
    </>
  );
}

export function PhotoStep({ state: { draft, change, me } }: StepProps) {
  const w = useWords(residentWords);
  return me === undefined ? (
    <p>{w('photosAfterSignIn')}</p>
  ) : (
    <>
      <p>{w('photosHelp')}</p>
      <FileField label={w('photos')} value={draft.files} onChange={(files) => change({ files })} />
    </>
  );
}
