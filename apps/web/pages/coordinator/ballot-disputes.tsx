import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { TextField } from '../../ui/fields.js';
import { ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useWords } from '../../words/words.js';
import { useBallotNames, useEntries } from './ballot-desk-data.js';
import type { BallotPartProps } from './ballot-grid.js';

/** Who casts is contested; the roll is said to be wrong. */
export function BallotDisputes({ ballot }: BallotPartProps) {
  return (
    <div className="stack loose">
      <Contests ballot={ballot} />
      <Appeals ballot={ballot} />
    </div>
  );
}

function Contests({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const { nameOf } = useEntries(ballot.id);
  const { data, error } = useQuery({
    queryKey: keys.case(ballot.id, 'contests'),
    queryFn: () => answered(api.GET('/api/v1/ballots/{ballot}/contests', { params: { path: { ballot: ballot.id } } })),
    retry: false,
  });
  const personOf = useBallotNames(ballot.id, data?.rows.map(({ by }) => by) ?? []);
  return (
    <section className="stack tight" aria-labelledby="contests">
      <h2 id="contests">{w('contests')}</h2>
      {error !== null && <ProblemBox error={error} />}
      {data?.rows.length === 0 && <p className="soft">{w('noContests')}</p>}
      {data?.rows.map(({ id, entry, reason, at, by }) => (
        <Card key={id} as="div">
          <p>
            <strong>{nameOf(entry)}</strong> <span className="soft small">{personOf(by)}</span> <When at={at} />
          </p>
          <p dir="auto">{reason}</p>
          <Settle ballot={ballot} entry={entry} />
        </Card>
      ))}
    </section>
  );
}

function Settle({ ballot, entry }: BallotPartProps & { entry: string }) {
  const w = useWords(ballotDeskWords);
  const [ground, setGround] = useState('');
  const command = useCommand((outcome: 'counts' | 'falls', headers) =>
    answered(
      api.POST('/api/v1/ballots/{ballot}/settlements', {
        params: { path: { ballot: ballot.id } },
        body: { entry, outcome, ground: ground.trim() },
        headers,
      }),
    ),
  );
  const isEmpty = ground.trim() === '';
  return (
    <div className="stack tight" role="group" aria-label={w('settle')}>
      <TextField label={w('reason')} isRequired value={ground} onChange={setGround} maxLength={1000} />
      <p className="row">
        {(['counts', 'falls'] as const).map((outcome) => (
          <Button
            key={outcome}
            isDisabled={isEmpty}
            isPending={command.isPending}
            onPress={() => command.mutate(outcome)}
          >
            {w(outcome)}
          </Button>
        ))}
      </p>
      {command.error !== null && <ProblemBox error={command.error} />}
    </div>
  );
}

const ABOUT = ['missing', 'area', 'casters', 'other'] as const;

function Appeals({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const { data, error } = useQuery({
    queryKey: keys.case(ballot.id, 'appeals'),
    queryFn: () => answered(api.GET('/api/v1/ballots/{ballot}/appeals', { params: { path: { ballot: ballot.id } } })),
    retry: false,
  });
  const personOf = useBallotNames(ballot.id, data?.rows.map(({ person }) => person) ?? []);
  return (
    <section className="stack tight" aria-labelledby="appeals">
      <h2 id="appeals">{w('rollAppeals')}</h2>
      {error !== null && <ProblemBox error={error} />}
      {data?.rows.length === 0 && <p className="soft">{w('noAppeals')}</p>}
      {data?.rows.map((appeal) => (
        <Appeal key={appeal.id} ballot={ballot} appeal={appeal} name={personOf(appeal.person)} />
      ))}
    </section>
  );
}

interface AppealProps extends BallotPartProps {
  appeal: Schema<'RollAppeals'>['rows'][number];
  name: string;
}

function Appeal({ ballot, appeal, name }: AppealProps) {
  const w = useWords(ballotDeskWords);
  const { nameOf } = useEntries(ballot.id);
  const [answer, setAnswer] = useState('');
  const command = useCommand((granted: boolean, headers) =>
    answered(
      api.POST('/api/v1/ballots/{ballot}/appeals/{appeal}/answer', {
        params: { path: { ballot: ballot.id, appeal: appeal.id } },
        body: { granted, answer: answer.trim() },
        headers,
      }),
    ),
  );
  const about = ABOUT.find((one) => one === appeal.about) ?? 'other';
  const isEmpty = answer.trim() === '';
  return (
    <Card as="div">
      <p className="row">
        <strong>
          <bdi>{name}</bdi> · {w(`about_${about}`)}
        </strong>
        {appeal.entry !== null && <span>{nameOf(appeal.entry)}</span>} <When at={appeal.at} />
        {appeal.state !== 'open' && <Chip>{w(appeal.state === 'granted' ? 'granted' : 'dismissed')}</Chip>}
      </p>
      <p dir="auto">{appeal.text}</p>
      {appeal.state !== 'open' ? (
        <p dir="auto">{appeal.answer}</p>
      ) : (
        <>
          <TextField label={w('answer')} isRequired isLong maxLength={1000} value={answer} onChange={setAnswer} />
          <p className="row">
            <Button isDisabled={isEmpty} isPending={command.isPending} onPress={() => command.mutate(true)}>
              {w('granted')}
            </Button>
            <Button isDisabled={isEmpty} isPending={command.isPending} onPress={() => command.mutate(false)}>
              {w('dismissed')}
            </Button>
          </p>
          {command.error !== null && <ProblemBox error={command.error} />}
        </>
      )}
    </Card>
  );
}
