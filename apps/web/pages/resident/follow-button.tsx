import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { ProblemBox } from '../../ui/problem.js';
import { residentWords } from '../../words/resident.words.js';
import { useWords } from '../../words/words.js';

/** Being told of every step, or no more; and how many neighbours stand behind it. */
export function FollowButton({ story }: { story: Schema<'Story'> }) {
  const w = useWords(residentWords);
  const { id, mine, followers, supporters } = story;
  const send = useCommand((follows: boolean, headers) => {
    const options = { params: { path: { id } }, headers };
    return answered(
      follows ? api.POST('/api/v1/cases/{id}/follow', options) : api.POST('/api/v1/cases/{id}/unfollow', options),
    );
  });
  return (
    <>
      {send.error !== null && <ProblemBox error={send.error} />}
      {(mine.mayFollow || mine.follows) && (
        <Button aria-pressed={mine.follows} isPending={send.isPending} onPress={() => send.mutate(!mine.follows)}>
          {w(mine.follows ? 'unfollow' : 'follow')}
        </Button>
      )}
      <span className="soft small">
        {supporters > 0 && w('supporters', { n: supporters })} {followers > 0 && w('followers', { n: followers })}
      </span>
    </>
  );
}
