import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { Box } from '../../ui/problem.js';
import { homeWords } from '../../words/home.words.js';
import { useLabel, useWords } from '../../words/words.js';

/** Says that this is a demonstration, how far its year is, and how to look at it as somebody else. */
export function DemoNote() {
  const w = useWords(homeWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const { data } = useQuery({
    queryKey: keys.installation,
    queryFn: () => answered(api.GET('/api/v1/installation')),
    staleTime: 300_000,
    refetchInterval: ({ state }) => (state.data?.demo?.year?.isRunning === true ? 10_000 : false),
  });
  if (data?.demo == null) return null;
  const { year } = data.demo;
  if (me !== undefined && year?.isRunning !== true) return null;
  return (
    <Box kind="note" title={w('demo')}>
      {year?.isRunning === true && (
        <p>
          {inLabel(year.label)} <progress max={100} value={year.percent} aria-label={inLabel(year.label)} />
        </p>
      )}
      {me === undefined && (
        <p>
          <LinkButton to="/sign-in">{w('demoSignIn')}</LinkButton>
        </p>
      )}
    </Box>
  );
}
