import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useWords } from '../../words/words.js';

interface PeopleFieldProps {
  label: string;
  people: readonly string[];
  nameOf: (person: string) => string;
  onChange: (people: string[]) => void;
}

/** Some people of the registry, one after the other. */
export function PeopleField({ label, people, nameOf, onChange }: PeopleFieldProps) {
  const w = useWords(ballotDeskWords);
  return (
    <div className="stack tight" role="group" aria-label={label}>
      <ReferenceField
        key={people.length}
        label={people.length === 0 ? label : w('onePersonMore')}
        isRequired={people.length === 0}
        refers="person"
        value=""
        onChange={(person) => onChange([...new Set([...people, person])])}
      />
      {people.length > 0 && (
        <ul className="bd-people" aria-label={label}>
          {people.map((person) => (
            <li key={person} className="row">
              <bdi>{nameOf(person)}</bdi>
              <Button
                size="small"
                aria-label={w('leaveOut', { name: nameOf(person) })}
                onPress={() => onChange(people.filter((one) => one !== person))}
              >
                {w('takeOut')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
