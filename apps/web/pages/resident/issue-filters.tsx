import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { NativeSelect } from '../../ui/select-field.js';
import { residentWords } from '../../words/resident.words.js';
import { useWords } from '../../words/words.js';
import { useLookedAt } from './community.js';
import { STAGES, STATUSES, withFilter, type IssueQuery } from './issue-filters.rules.js';

/** Words, step, open or done, place, mine: each change is in the address at once. */
export function IssueFilters() {
  const w = useWords(residentWords);
  const { data: me } = useMe();
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState(search.get('text') ?? '');
  const places = usePlaces();
  const set = (name: keyof IssueQuery, value: string | null): void =>
    setSearch(withFilter(search, name, value), { replace: true });
  return (
    <form
      className="resident-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        set('text', text);
      }}
    >
      <label className="resident-search">
        <span className="visually-hidden">{w('searchHelp')}</span>
        <input
          className="input"
          type="search"
          placeholder={w('searchHelp')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit">{w('search')}</Button>
      </label>
      <NativeSelect
        label={w('filterStage')}
        empty={w('filterStage')}
        value={search.get('stage')}
        onChange={(stage) => set('stage', stage)}
        choices={STAGES.map((one) => ({ value: one, label: w(`stage_${one}`) }))}
      />
      <NativeSelect
        label={w('filterStatus')}
        empty={w('filterStatus')}
        value={search.get('status')}
        onChange={(status) => set('status', status)}
        choices={STATUSES.map((one) => ({ value: one, label: w(STATUS_WORDS[one]) }))}
      />
      <NativeSelect
        label={w('filterPlace')}
        empty={w('everywhere')}
        value={search.get('unit')}
        onChange={(unit) => set('unit', unit)}
        choices={places}
      />
      <div className="row">
        {me !== undefined && (
          <Toggle name="mine" word={w('onlyMine')} isOn={search.get('mine') === 'true'} onChange={set} />
        )}
        <Toggle name="overdue" word={w('onlyOverdue')} isOn={search.get('overdue') === 'true'} onChange={set} />
        {search.size > 0 && (
          <Button look="quiet" onPress={() => setSearch({}, { replace: true })}>
            {w('clearFilters')}
          </Button>
        )}
      </div>
    </form>
  );
}

const STATUS_WORDS = { active: 'statusActive', done: 'statusDone', cancelled: 'statusCancelled' } as const;

interface ToggleProps {
  name: 'mine' | 'overdue';
  word: string;
  isOn: boolean;
  onChange: (name: 'mine' | 'overdue', value: string | null) => void;
}

function Toggle({ name, word, isOn, onChange }: ToggleProps) {
  return (
    <Button
      look={isOn ? 'primary' : 'secondary'}
      aria-pressed={isOn}
      onPress={() => onChange(name, isOn ? null : 'true')}
    >
      {word}
    </Button>
  );
}

/** Where one lives, and every community. */
function usePlaces(): readonly { value: string; label: string }[] {
  const { data: me } = useMe();
  const person = me?.person ?? null;
  const { data: home } = useQuery({
    queryKey: keys.list('home', person, undefined),
    queryFn: () => answered(api.GET('/api/v1/home', { params: { query: {} } })),
    enabled: person !== null,
  });
  const { communities } = useLookedAt({ isNeeded: true });
  const near = [...(home?.units ?? []), ...communities];
  return [...new Map(near.map(({ id, name }) => [id, name]))].map(([value, label]) => ({ value, label }));
}
