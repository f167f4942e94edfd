import { useParams, useSearchParams, Link } from 'react-router';

import { Page } from '../../app/page.js';
import { useSession } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, NotYet } from '../../ui/problem.js';
import { Chip, Due } from '../../ui/status.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useBallot } from '../voting/ballot-queries.js';
import { BallotDisputes } from './ballot-disputes.js';
import { BallotGrid } from './ballot-grid.js';
import { BallotPapers } from './ballot-papers.js';
import { BallotProxies } from './ballot-proxies.js';
import { BallotRollPart } from './ballot-roll.js';
import './ballot-desk.css';
import './coordinator.css';

const PARTS = {
  grid: BallotGrid,
  papers: BallotPapers,
  roll: BallotRollPart,
  disputes: BallotDisputes,
  proxies: BallotProxies,
};
const NAMES = ['grid', 'papers', 'roll', 'disputes', 'proxies'] as const;
type Part = (typeof NAMES)[number];

/** Runs a ballot: who has voted, papers that are entered, the roll, disputes. */
export function BallotDeskPage() {
  const { ballot: id = '' } = useParams();
  const w = useWords(ballotDeskWords);
  const desk = useWords(coordinatorWords);
  const inLabel = useLabel();
  const { data: session } = useSession();
  const [params] = useSearchParams();
  const { data, error, refetch } = useBallot(id);
  const part = NAMES.find((one): one is Part => one === params.get('part')) ?? 'grid';
  const Shown = PARTS[part];
  const isOut = session !== undefined && session.person === null;
  return (
    <Page
      title={data === undefined ? w('untitled') : w('title', { title: inLabel(data.title) })}
      width="full"
      actions={
        <>
          <LinkButton to={`/ballots/${id}`}>{w('toBallot')}</LinkButton>
          <LinkButton to={`/cases/${id}`}>{w('toCase')}</LinkButton>
        </>
      }
    >
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {isOut && (
        <EmptyState title={desk('signInFirst')}>
          <LinkButton to={`/sign-in?next=/ballots/${id}/desk`} look="primary">
            {desk('signIn')}
          </LinkButton>
        </EmptyState>
      )}
      {data !== undefined && !isOut && (
        <>
          <p className="row">
            <Chip kind={data.status === 'open' ? 'info' : 'neutral'}>{w(data.status)}</Chip>
            <Chip>{w(data.secret ? 'secret' : 'named')}</Chip>
            {data.status === 'open' && data.closesAt !== null && (
              <span>
                {w('closes')} <Due dueAt={data.closesAt} />
              </span>
            )}
          </p>
          <nav aria-label={w('parts')} className="no-print">
            <ul className="co-tabs">
              {NAMES.map((one) => (
                <li key={one}>
                  <Link to={one === 'grid' ? '?' : `?part=${one}`} aria-current={one === part ? 'page' : undefined}>
                    {w(one)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Shown key={part} ballot={data} />
        </>
      )}
    </Page>
  );
}
