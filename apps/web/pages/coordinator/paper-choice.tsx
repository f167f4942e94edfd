import { OptionChoices, ScoreChoices, VoteChoices } from '../voting/choices.js';
import type { Ballot, Picked } from '../voting/paper.rules.js';
import '../voting/voting.css';

interface PaperChoiceProps {
  ballot: Pick<Ballot, 'question' | 'rule'>;
  picked: Picked;
  onPick: (picked: Picked) => void;
}

/** What a paper says, whatever is asked. */
export function PaperChoice({ ballot: { question, rule }, picked, onPick }: PaperChoiceProps) {
  if (question.method === 'yesNo' || question.method === 'consent')
    return <VoteChoices {...{ question, picked, onPick }} abstentionCounts={rule.abstention === 'counts_in_base'} />;
  if (question.method === 'score') return <ScoreChoices {...{ question, picked, onPick }} />;
  return <OptionChoices {...{ question, picked, onPick }} />;
}
