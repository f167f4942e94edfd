import { ReferenceField } from '../../forms/reference-field.js';
import { ChoiceField } from '../../ui/fields.js';

interface CasterFieldProps {
  label: string;
  /** Who may cast for the unit; `undefined`: the roll is not for the reader. */
  casters: readonly string[] | undefined;
  nameOf: (person: string) => string;
  value: string;
  onChange: (person: string) => void;
}

/** One of those who may vote for a unit. */
export function CasterField({ label, casters, nameOf, value, onChange }: CasterFieldProps) {
  if (casters === undefined)
    return <ReferenceField label={label} isRequired refers="person" value={value} onChange={onChange} />;
  return (
    <ChoiceField
      label={label}
      isRequired
      choices={casters.map((person) => ({ value: person, label: nameOf(person) }))}
      value={value === '' ? null : value}
      onChange={onChange}
    />
  );
}
