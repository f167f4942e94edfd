import { useState } from 'react';

import { ApiProblem } from '../../api/problem.js';
import { useTimes } from '../../app/times.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import { useChoiceWords, useUnitName } from './ballot-words.js';
import { BoothButtons, BoothScreen } from './booth-steps.js';
import type { Ballot, Choice, OwnUnit } from './paper.rules.js';

interface BoothReviewProps {
  ballot: Ballot;
  choice: Choice;
  units: readonly OwnUnit[];
  problem: unknown;
  isSending: boolean;
  onBack: () => void;
  onCast: () => void;
}

/** The whole paper in words; the button says what will be cast. */
export function BoothReview({ ballot, choice, units, problem, isSending, onBack, onCast }: BoothReviewProps) {
  const w = useWords(votingWords);
  const unitName = useUnitName();
  const { inWords } = useTimes();
  const lines = useChoiceWords(ballot.question)(choice);
  const [isPressed, setPressed] = useState(false);
  const [only, ...more] = lines;
  const action =
    more.length > 0 || only === undefined
      ? w('castPlain')
      : w(units.length > 1 ? 'castMany' : 'cast', { n: units.length, choice: only });
  return (
    <BoothScreen n={2} title={w('review')}>
      <div className="vote-paper">
        <p>{w('forWhom')}</p>
        <ul className="vote-units">
          {units.map((unit) => (
            <li key={unit.entry}>{unitName(unit)}</li>
          ))}
        </ul>
        <p>{w('youVote')}</p>
        {lines.map((line) => (
          <p key={line} className="vote-said" dir="auto">
            {line}
          </p>
        ))}
      </div>
      <p>
        <Chip kind="note">{w(ballot.secret ? 'isSecret' : 'isNamed')}</Chip>
      </p>
      <p>
        {w('reviewHelp')} {ballot.closesAt !== null && `${w('until')} ${inWords(ballot.closesAt, 'dayAndTime')}`}
      </p>
      <div role="status">{isSending && <Box kind="info">{w('sending')}</Box>}</div>
      {!isSending && problem !== null && isPressed && <Refused problem={problem} ballot={ballot.id} />}
      <BoothButtons onBack={onBack} backIsDisabled={isSending}>
        <Button
          look="primary"
          size="big"
          isPending={isSending}
          onPress={() => {
            setPressed(true);
            onCast();
          }}
        >
          {action}
        </Button>
      </BoothButtons>
    </BoothScreen>
  );
}

/** Why the paper was not taken, and that nothing was lost. */
function Refused({ problem, ballot }: { problem: unknown; ballot: string }) {
  const w = useWords(votingWords);
  const code = problem instanceof ApiProblem ? problem.code : '';
  if (code === 'ballot.closed')
    return (
      <div role="alert">
        <Box kind="warn" title={w('closedMeanwhile')}>
          <p>{w('closedMeanwhileHelp')}</p>
          <p>
            <LinkButton to={`/ballots/${ballot}`}>{w('toBallot')}</LinkButton>
          </p>
        </Box>
      </div>
    );
  return (
    <>
      <ProblemBox error={problem} />
      {problem instanceof ApiProblem && problem.isPassing && <p>{w('notSent')}</p>}
    </>
  );
}
