import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { useChoiceWords } from '../voting/ballot-words.js';
import { useBallotNames, useEntries } from './ballot-desk-data.js';
import type { BallotPartProps } from './ballot-grid.js';

/** Papers that one person has read, or two differently. A first reading is shown to nobody. */
export function BallotDifferences({ ballot, onReadAgain }: BallotPartProps & { onReadAgain: (entry: string) => void }) {
  const w = useWords(ballotDeskWords);
  const between = useBetween();
  const inWords = useChoiceWords(ballot.question);
  const { nameOf: entryName, roll } = useEntries(ballot.id);
  const { data, error } = useQuery({
    queryKey: keys.case(ballot.id, 'differences'),
    queryFn: () =>
      answered(api.GET('/api/v1/ballots/{ballot}/differences', { params: { path: { ballot: ballot.id } } })),
    retry: false,
  });
  const nameOf = useBallotNames(ballot.id, data?.rows.flatMap(({ readings }) => readings.map(({ by }) => by)) ?? []);
  return (
    <section className="stack tight" aria-labelledby="differences">
      <h2 id="differences">{w('differences')}</h2>
      {error !== null && <ProblemBox error={error} />}
      {data?.rows.length === 0 && <p className="soft">{w('noDifferences')}</p>}
      {data?.rows.map(({ slip, state, readings, file }) => (
        <Card key={slip} as="div">
          <p className="row">
            <strong>{entryName(slip)}</strong>
            <Chip kind={state === 'differs' ? 'warn' : 'neutral'}>
              {w(state === 'differs' ? 'differ' : 'waitsSecond')}
            </Chip>
          </p>
          {readings.map(({ by, choice, at }) => (
            <p key={`${by} ${at}`}>
              <span className="soft">{w('readBy', { name: nameOf(by) })}</span>{' '}
              <strong>{inWords(choice).join(between)}</strong> <When at={at} />
            </p>
          ))}
          <p className="row">
            {file !== null && (
              <a href={`/api/v1/files/${file}/content`} target="_blank" rel="noreferrer">
                {w('scan')}
              </a>
            )}
            {roll.some(({ entry }) => entry === slip) && (
              <Button size="small" onPress={() => onReadAgain(slip)}>
                {w('readAgain')}
              </Button>
            )}
          </p>
        </Card>
      ))}
    </section>
  );
}
