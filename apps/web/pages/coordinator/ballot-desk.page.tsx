import { createElement } from 'react';
import { useParams, useSearchParams, Link } from 'react-router';

import { Page } from '../../app/page.js';
import { useMe, useSession } from '../../app/session.js';
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
import { partsOf } from './ballot-parts.rules.js';
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

/** Runs a ballot: who has voted, papers that are entered, the roll, disputes. */
export function BallotDeskPage() {
  const { ballot: id = '' } = useParams();
  const w = useWords(ballotDeskWords);
  const desk = useWords(coordinatorWords);
  const inLabel = useLabel();
  const { data: session } = useSession();
  const [params] = useSearchParams();
  const { data, error, refetch } = useBallot(id);
  const { data: me } = useMe();
  const { parts } = partsOf(me?.roles ?? []);
  const part = parts.find((one) => one === params.get('part')) ?? parts[0];
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
              {parts.map((one) => (
                <li key={one}>
                  <Link to={one === parts[0] ? '?' : `?part=${one}`} aria-current={one === part ? 'page' : undefined}>
                    {w(one)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {part !== undefined && createElement(PARTS[part], { key: part, ballot: data })}
          {part === undefined && me !== undefined && <EmptyState title={w('nothingHere')} />}
        </>
      )}
    </Page>
  );
}
