import { useParams } from 'react-router';

import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { votingWords } from '../../words/voting.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useBallot, useOwnUnits, usePersonId } from './ballot-queries.js';
import { Booth } from './booth.js';
import { QuestionAsked } from './booth-start.js';
import { RollAppeal } from './roll-appeal.js';
import { mayAppeal, type Ballot } from './paper.rules.js';
import './voting.css';

/** The voting booth: one question a screen, review, cast, receipt. */
export function BoothPage() {
  const { ballot = '' } = useParams();
  const w = useWords(votingWords);
  const inLabel = useLabel();
  const seen = useBallot(ballot);
  const title = seen.data === undefined ? w('booth') : inLabel(seen.data.title);
  return (
    <Page title={title} above={<p className="soft">{w('question')}</p>} canBeRead>
      {seen.data !== undefined ? (
        <BoothDoor ballot={seen.data} />
      ) : seen.error === null ? (
        <Loading />
      ) : (
        <ProblemBox error={seen.error} onRetry={() => void seen.refetch()} />
      )}
    </Page>
  );
}

/** Who may go in, and what is said to those who may not. */
function BoothDoor({ ballot }: { ballot: Ballot }) {
  const w = useWords(votingWords);
  const person = usePersonId();
  const units = useOwnUnits(ballot.id);
  if (person === '')
    return (
      <>
        <QuestionAsked ballot={ballot} />
        <EmptyState title={w('signInFirst')}>
          <p>{w('signInFirstHelp')}</p>
          <LinkButton look="primary" size="big" to={`/sign-in?next=${encodeURIComponent(`/vote/${ballot.id}`)}`}>
            {w('signIn')}
          </LinkButton>
          <LinkButton size="big" to={`/join?next=${encodeURIComponent(`/vote/${ballot.id}`)}`}>
            {w('haveSlip')}
          </LinkButton>
        </EmptyState>
      </>
    );
  if (person === undefined || (units.data === undefined && units.error === null)) return <Loading />;
  if (units.data === undefined) return <ProblemBox error={units.error} onRetry={() => void units.refetch()} />;
  if (units.data.rows.length === 0)
    return (
      <>
        <QuestionAsked ballot={ballot} />
        <EmptyState title={w('notOnRoll')}>
          <p>{w('notOnRollHelp')}</p>
          <LinkButton to={`/ballots/${ballot.id}`}>{w('toBallot')}</LinkButton>
        </EmptyState>
        {mayAppeal(ballot) && <RollAppeal ballot={ballot.id} units={[]} />}
      </>
    );
  return <Booth ballot={ballot} units={units.data.rows} person={person} />;
}
