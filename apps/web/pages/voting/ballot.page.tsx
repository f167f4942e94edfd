import { useParams } from 'react-router';

import { ApiProblem } from '../../api/problem.js';
import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { BallotBody, BallotStatusChip } from './ballot-body.js';
import { useBallot } from './ballot-queries.js';

/** The page of a ballot by papers. */
export function BallotPage() {
  const { ballot = '' } = useParams();
  const w = useWords(ballotsWords);
  const inLabel = useLabel();
  const { data, error, refetch } = useBallot(ballot);
  const isNone = error instanceof ApiProblem && error.code === 'ballot.unknown';
  return (
    <Page
      title={data === undefined ? w('ballot') : inLabel(data.title)}
      canBeRead
      above={
        data !== undefined && (
          <p>
            <BallotStatusChip status={data.status} />
          </p>
        )
      }
      actions={data !== undefined && <LinkButton to={`/cases/${data.id}/chart`}>{w('seeChart')}</LinkButton>}
    >
      {data !== undefined && <BallotBody ballot={data} />}
      {data === undefined && error === null && <Loading />}
      {data === undefined && isNone && (
        <EmptyState title={w('notFound')}>
          <LinkButton to="/ballots">{w('ballots')}</LinkButton>
        </EmptyState>
      )}
      {data === undefined && error !== null && !isNone && <ProblemBox error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}
