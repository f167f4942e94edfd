import { ReferenceField } from '../../forms/reference-field.js';
import { TextField } from '../../ui/fields.js';
import { SelectField } from '../../ui/select-field.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useWords } from '../../words/words.js';
import { useBallotNames, useBuildings, type RollEntry } from './ballot-desk-data.js';
import type { BallotPartProps } from './ballot-grid.js';
import type { basesOf, Proposed } from './roll-change.rules.js';

/** Flats of a building to choose from, with what the registry says of their size. */
export function useFlats(building: string | null): { value: string; label: string; area: number | null }[] {
  const [grid] = useBuildings(building === null ? [] : [building]);
  const flats = (grid?.floors ?? []).flatMap((floor) => floor.flats);
  return flats
    .map(({ id, number, area }) => ({ value: id, label: number, area }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN', { numeric: true }));
}

interface RollAdditionProps extends BallotPartProps {
  roll: readonly RollEntry[];
  bases: ReturnType<typeof basesOf>;
  form: Proposed;
  onChange: (changed: Partial<Proposed>) => void;
}

/** Where somebody who is missing on the roll votes for: a flat with its area, or a household. */
export function RollAddition({ ballot, roll, bases, form, onChange }: RollAdditionProps) {
  const w = useWords(ballotDeskWords);
  const buildings = [...new Set(roll.flatMap(({ building }) => building ?? []))];
  const nameOf = useBallotNames(ballot.id, buildings);
  const flats = useFlats(form.building);
  const choose = (flat: string | null): void => {
    const known = flats.find(({ value }) => value === flat)?.area ?? null;
    onChange({ flat, area: known === null ? form.area : (known / 100).toFixed(2) });
  };
  return (
    <>
      {bases.includes('households') && (
        <ReferenceField
          label={w('household')}
          isRequired
          refers="household"
          value={form.household}
          onChange={(household) => onChange({ household })}
        />
      )}
      {bases.includes('area') && (
        <>
          <SelectField
            label={w('building')}
            choices={buildings.map((value) => ({ value, label: nameOf(value) }))}
            value={form.building}
            onChange={(building) => onChange({ building, flat: null })}
          />
          <SelectField label={w('flat')} choices={flats} value={form.flat} onChange={choose} />
          <TextField
            label={w('weight')}
            help={w('areaHelp')}
            isRequired
            inputMode="decimal"
            value={form.area}
            onChange={(area) => onChange({ area })}
          />
        </>
      )}
    </>
  );
}
