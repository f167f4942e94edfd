import { Link } from 'react-router';

import type { Schema } from '../../api/client.js';
import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState } from '../../ui/problem.js';
import { Chip, Due } from '../../ui/status.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { votingWords } from '../../words/voting.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { BallotStatusChip } from './ballot-body.js';
import { useOwnBallots, usePersonId } from './ballot-queries.js';
import { CaseCards } from './case-cards.js';
import { useCases, useHome } from './case-lists.js';
import './ballots.css';

type OwnBallot = Schema<'OwnBallots'>['rows'][number];

/** Ballots: those that wait for the reader first, then what is under way and what is over in the community. */
export function BallotsPage() {
  const w = useWords(ballotsWords);
  const v = useWords(votingWords);
  const person = usePersonId();
  const own = useOwnBallots().data?.rows ?? [];
  const home = useHome();
  const unit = home.data === undefined ? (home.isError ? null : undefined) : (home.data.community?.id ?? null);
  const active = useCases({ workflow: 'ballot', status: 'active', unit });
  const over = useCases({ workflow: 'ballot', status: 'done', unit });
  return (
    <Page title={w('ballots')} canBeRead>
      {own.length > 0 && (
        <section className="stack" aria-labelledby="waits">
          <h2 id="waits">{w('waitsForYou')}</h2>
          <ul className="ballot-list">
            {own.map((ballot) => (
              <OwnBallotCard key={ballot.id} ballot={ballot} />
            ))}
          </ul>
        </section>
      )}
      {person === '' && (
        <EmptyState title={v('signInFirst')}>
          <LinkButton to="/sign-in?next=/ballots">{v('signIn')}</LinkButton>
        </EmptyState>
      )}
      <CaseCards
        title={w('open')}
        cases={active}
        without={new Set(own.map(({ id }) => id))}
        empty={
          own.length === 0 && (
            <EmptyState title={w('noneOpen')}>
              <p>{w('noneOpenHelp')}</p>
              <LinkButton to="/report">{w('report')}</LinkButton>
            </EmptyState>
          )
        }
      />
      <CaseCards title={w('over')} cases={over} empty={<p className="soft">{w('noneOver')}</p>} />
    </Page>
  );
}

/** A ballot I am on the roll of, with the one thing to do. */
function OwnBallotCard({ ballot }: { ballot: OwnBallot }) {
  const w = useWords(ballotsWords);
  const v = useWords(votingWords);
  const inLabel = useLabel();
  const { id, title, status, secret, closesAt, entries, cast } = ballot;
  const isDone = cast >= entries;
  return (
    <Card as="li">
      <h3>
        <Link to={`/ballots/${id}`}>
          <bdi>{inLabel(title)}</bdi>
        </Link>
      </h3>
      <p className="row">
        <BallotStatusChip status={status} />
        <Chip kind="note">{v(secret ? 'isSecret' : 'isNamed')}</Chip>
        {isDone && <Chip kind="good">{w('votedAll')}</Chip>}
        {!isDone && entries > 1 && <span>{w('votedSome', { n: entries, cast })}</span>}
      </p>
      {status === 'open' && <Due dueAt={closesAt} />}
      <LinkButton look={isDone || status !== 'open' ? 'secondary' : 'primary'} size="big" to={`/vote/${id}`}>
        {w(status !== 'open' ? 'seeRoll' : isDone ? 'voteOrChange' : 'vote')}
      </LinkButton>
    </Card>
  );
}
