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
  /** Called with the newest version once the reader has seen what happened. Absent: it cannot be done any more. */
  onSeen?: (newest: number) => void;
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
      const people = [...new Set(journal.rows.flatMap(({ by }) => by.person ?? []))];
      const named =
        people.length === 0
          ? []
          : (await answered(api.GET('/api/v1/names', { params: { query: { ids: people.join(','), case: caseId } } })))
              .rows;
      return {
        newest: now.version,
        entries: journal.rows,
        names: new Map(named.map(({ id, name }) => [id, name])),
      };
    },
    staleTime: 0,
  });
  if (data === undefined) return <Loading />;
  const whoIs = (by: (typeof data.entries)[number]['by']): string =>
    by.name ?? data.names.get(by.person ?? '') ?? w(by.kind === 'system' ? 'system' : 'somebody');
  return (
    <div role="alert">
      <Box kind="warn" title={w(onSeen === undefined ? 'gone' : 'stale')}>
        <ul>
          {data.entries.map(({ seq, at, label, by }) => (
            <li key={seq}>
              <When at={at} exact /> {w('staleBy', { who: whoIs(by), what: inLabel(label) })}
            </li>
          ))}
        </ul>
        {onSeen === undefined ? (
          <p>{w('goneHelp')}</p>
        ) : (
          <p>
            <Button onPress={() => onSeen(data.newest)}>{w('staleAgain')}</Button>
          </p>
        )}
      </Box>
    </div>
  );
}
