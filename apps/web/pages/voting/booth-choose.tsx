import { useState } from 'react';

import { Button } from '../../ui/button.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import { BoothButtons, BoothScreen } from './booth-steps.js';
import { OptionChoices, ScoreChoices, VoteChoices } from './choices.js';
import { choiceOf, type Ballot, type Picked } from './paper.rules.js';

interface BoothChooseProps {
  ballot: Ballot;
  picked: Picked;
  onPick: (picked: Picked) => void;
  onBack: () => void;
  onNext: () => void;
}

/** The question and what can be answered, as large as the screen allows. */
export function BoothChoose({ ballot, picked, onPick, onBack, onNext }: BoothChooseProps) {
  const w = useWords(votingWords);
  const { question, rule } = ballot;
  const [isTried, setTried] = useState(false);
  const hasChoice = choiceOf(question, picked) !== null;
  return (
    <BoothScreen n={1} title={w('choose')}>
      {question.method === 'yesNo' || question.method === 'consent' ? (
        <VoteChoices {...{ question, picked, onPick }} abstentionCounts={rule.abstention === 'counts_in_base'} />
      ) : question.method === 'score' ? (
        <ScoreChoices {...{ question, picked, onPick }} />
      ) : (
        <OptionChoices {...{ question, picked, onPick }} />
      )}
      {isTried && !hasChoice && (
        <p className="field-error" role="alert">
          {w('chooseFirst')}
        </p>
      )}
      <BoothButtons onBack={onBack}>
        <Button
          look="primary"
          size="big"
          onPress={() => {
            if (hasChoice) onNext();
            else setTried(true);
          }}
        >
          {w('next')}
        </Button>
      </BoothButtons>
    </BoothScreen>
  );
}
