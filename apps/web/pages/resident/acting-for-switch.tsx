import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { homeWords } from '../../words/home.words.js';
import { useWords } from '../../words/words.js';
import { useActingFor } from './acting-for.js';

/** For whom the page is: shown only to those whom a relative has authorised. */
export function ActingForSwitch() {
  const w = useWords(homeWords);
  const { data: me } = useMe();
  const { relatives, relative, choose } = useActingFor();
  if (me === undefined || relatives.length === 0) return null;
  const people = [{ person: null, name: w('myself', { name: me.name }) }, ...relatives];
  return (
    <div className="resident-for" role="group" aria-label={w('forWhom')}>
      <span>{w('forWhom')}</span>
      {people.map(({ person, name }) => (
        <Button
          key={person ?? 'me'}
          look={person === (relative?.person ?? null) ? 'primary' : 'secondary'}
          aria-pressed={person === (relative?.person ?? null)}
          onPress={() => choose(person)}
        >
          <bdi>{name}</bdi>
        </Button>
      ))}
    </div>
  );
}
