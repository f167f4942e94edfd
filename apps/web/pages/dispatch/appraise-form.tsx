import { useNames } from '../../app/names.js';
import { ActForm } from '../../forms/act-form.js';
import { NumberField } from '../../forms/number-field.js';
import { chainWords } from '../../words/chain.words.js';
import { useLabel, useWords } from '../../words/words.js';
import type { SpecialActFormProps } from '../cases/act-forms.js';
import { appraisalOf } from './work.rules.js';

/** Appraising a department: points for each criterion the district has written, then a remark. */
export function AppraiseForm({ seen, ability, onBehalfOf, onCancel, onDone }: SpecialActFormProps) {
  const w = useWords(chainWords);
  const inLabel = useLabel();
  const { policy, streets, departments } = appraisalOf(seen.context);
  const name = useNames([...streets, ...departments], seen.id);
  const most = policy?.pointsMost ?? 100;
  return (
    <ActForm
      caseId={seen.id}
      version={seen.version}
      unit={seen.unit}
      {...ability}
      {...(onBehalfOf === undefined ? {} : { onBehalfOf })}
      parts={{ unit: [...streets, ...departments].map((id) => ({ id, name: name(id) ?? id })) }}
      without={['scores']}
      beside={({ value, setValue }) => {
        const scores = (value['scores'] ?? {}) as Record<string, number>;
        return (
          <fieldset className="form-group">
            <legend>{w('yourPoints')}</legend>
            {(policy?.criteria ?? []).map((criterion) => (
              <NumberField
                key={criterion.name}
                label={w('pointsOf', { name: inLabel(criterion.label), most })}
                schema={{ type: 'integer', minimum: 0, maximum: most }}
                value={scores[criterion.name] ?? null}
                onChange={(points) => setValue({ ...value, scores: { ...scores, [criterion.name]: points ?? 0 } })}
                isRequired
              />
            ))}
          </fieldset>
        );
      }}
      onCancel={onCancel}
      onDone={onDone}
    />
  );
}
