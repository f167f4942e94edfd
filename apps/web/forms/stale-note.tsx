import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../api/client.js';
import { keys } from '../api/keys.js';
import { Button } from '../ui/button.js';
import { Box, Loading } from '../ui/problem.js';
import { When } from '../ui/status.js';
import { formWords } from '../words/form.words.js';
import { useLabel, useWords } from '../words/words.js';

interface StaleNoteProps {
  caseId: string;
  /** Version the reader has seen. */
  since: number;
  /** Called with the newest version once the reader has seen what happened. */
  onSeen: (newest: number) => void;
}

/** Who changed what since the page was read; what was entered stays as it is. */
export function StaleNote({ caseId, since, onSeen }: StaleNoteProps) {
  const w = useWords(formWords);
  const inLabel = useLabel();
  const { data } = useQuery({
    queryKey: keys.case(caseId, 'since', since),
    queryFn: async () => {
      const path = { id: caseId };
      const [now, journal] = await Promise.all([
        answered(api.GET('/api/v1/cases/{id}', { params: { path } })),
        answered(api.GET('/api/v1/cases/{id}/journal', { params: { path, query: { after: since, limit: 20 } } })),
      ]);
      return { newest: now.version, entries: journal.rows };
    },
    staleTime: 0,
  });
  if (data === undefined) return <Loading />;
  return (
    <div role="alert">
      <Box kind="warn" title={w('stale')}>
        <ul>
          {data.entries.map(({ seq, at, label, by }) => (
            <li key={seq}>
              <When at={at} exact />{' '}
              {w('staleBy', { who: by.name ?? w(by.kind === 'system' ? 'system' : 'somebody'), what: inLabel(label) })}
            </li>
          ))}
        </ul>
        <p>
          <Button onPress={() => onSeen(data.newest)}>{w('staleAgain')}</Button>
        </p>
      </Box>
    </div>
  );
}
