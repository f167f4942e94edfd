import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/problem.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import type { Ballot } from './paper.rules.js';

/** What is said where no paper is taken now. */
export function NotOpen({ ballot }: { ballot: Ballot }) {
  const w = useWords(votingWords);
  const b = useWords(ballotsWords);
  const { status, id } = ballot;
  const said = {
    drawn: ['notOpen', 'notOpenHelp'],
    appeals: ['notOpen', 'notOpenHelp'],
    closed: ['isClosed', 'isClosedHelp'],
    counted: ['isCounted', null],
    void: ['isVoid', 'isVoidHelp'],
  } as const;
  if (status === 'open') return null;
  const [title, help] = said[status];
  return (
    <EmptyState title={w(title)}>
      {help !== null && <p>{w(help)}</p>}
      <LinkButton look={status === 'counted' ? 'primary' : 'secondary'} to={`/ballots/${id}`}>
        {status === 'counted' ? w('seeResult') : w('toBallot')}
      </LinkButton>
      {status === 'counted' && <LinkButton to={`/ballots/${id}/check`}>{b('check')}</LinkButton>}
    </EmptyState>
  );
}
