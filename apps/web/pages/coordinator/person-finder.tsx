import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { Button } from '../../ui/button.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { SearchBox } from '../../ui/search-box.js';
import { intakeWords } from '../../words/intake.words.js';
import { useWords } from '../../words/words.js';
import { ageOf, personQuestion } from './intake.rules.js';
import { NewPerson } from './new-person.js';

export type FoundPerson = Pick<Schema<'PersonView'>, 'id' | 'name' | 'birthYear'>;

interface PersonFinderProps {
  person: FoundPerson | null;
  onChange: (person: FoundPerson | null) => void;
}

/** Somebody of the registry by name, telephone or address; else a new person, or nobody named. */
export function PersonFinder({ person, onChange }: PersonFinderProps) {
  const w = useWords(intakeWords);
  const [text, setText] = useState('');
  const [isNew, setNew] = useState(false);
  if (person !== null)
    return (
      <p className="row" role="status">
        <strong>{w('chosen', { name: person.name })}</strong>
        <Button size="small" onPress={() => onChange(null)}>
          {w('anotherPerson')}
        </Button>
      </p>
    );
  return (
    <div className="stack tight">
      <SearchBox label={w('findPerson')} placeholder={w('findPersonHelp')} value={text} onSearch={setText} />
      <Found text={text} onChoose={onChange} />
      <p className="row">
        <Button size="small" aria-expanded={isNew} onPress={() => setNew(!isNew)}>
          {w('newPerson')}
        </Button>
        {text === '' && !isNew && <span className="soft">{w('nobodyChosen')}</span>}
      </p>
      {isNew && (
        <NewPerson name={/^[\p{L}\s·]+$/u.test(text) ? text : ''} onDone={onChange} onCancel={() => setNew(false)} />
      )}
    </div>
  );
}

function Found({ text, onChoose }: { text: string; onChoose: (person: FoundPerson) => void }) {
  const w = useWords(intakeWords);
  const asked = personQuestion(text);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('people', asked),
    queryFn: () => answered(api.GET('/api/v1/people', { params: { query: { ...asked, limit: 8 } } })),
    enabled: asked !== null,
  });
  if (asked === null) return null;
  if (error !== null) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <div role="status">
      {data.rows.length === 0 ? (
        <p className="soft">{w('nobodyFound')}</p>
      ) : (
        <ul className="co-people" aria-label={w('found')}>
          {data.rows.map((one) => {
            const age = ageOf(one.birthYear, now());
            return (
              <li key={one.id}>
                <button type="button" className="card-button co-person" onClick={() => onChoose(one)}>
                  <bdi className="co-title">{one.name}</bdi> {age !== null && w('years', { age })}
                  <span className="co-under small soft">
                    <bdi>{one.address}</bdi> {one.phone}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
