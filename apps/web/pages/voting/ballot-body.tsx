import { now } from '../../app/clock.js';
import { useMe } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import { LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { Chip, type ChipKind } from '../../ui/status.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { votingWords } from '../../words/voting.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { partsOf } from '../coordinator/ballot-parts.rules.js';
import { PrintLinks } from '../coordinator/print-links.js';
import { BallotOpenness, TurnoutByBuilding } from './ballot-openness.js';
import { useOwnUnits } from './ballot-queries.js';
import { BallotResult } from './ballot-result.js';
import { RuleInWords } from './ballot-words.js';
import { uncast, type Ballot } from './paper.rules.js';
import { certificateOf, daysLeft } from './rule.rules.js';
import './ballots.css';
import './voting.css';

const KINDS: Record<Ballot['status'], ChipKind> = {
  drawn: 'neutral',
  appeals: 'note',
  open: 'info',
  closed: 'note',
  counted: 'good',
  void: 'bad',
};
export function BallotStatusChip({ status }: { status: Ballot['status'] }) {
  const w = useWords(ballotsWords);
  return <Chip kind={KINDS[status]}>{w(`status_${status}`)}</Chip>;
}

/** A ballot for everybody: what is asked, by which rule, until when, what came of it, what is published. */
export function BallotBody({ ballot }: { ballot: Ballot }) {
  const w = useWords(ballotsWords);
  const { data: me } = useMe();
  const units = useOwnUnits(ballot.id).data?.rows ?? [];
  const certificate = certificateOf(ballot.decision);
  const { parts } = partsOf(me?.roles ?? []);
  const isRunner = parts.length > 0;
  return (
    <>
      {ballot.status === 'open' && units.length > 0 && (
        <LinkButton look="primary" size="big" to={`/vote/${ballot.id}`}>
          {w(uncast(units).length > 0 ? 'vote' : 'voteOrChange')}
        </LinkButton>
      )}
      {(ballot.status === 'drawn' || ballot.status === 'appeals') && units.length > 0 && (
        <LinkButton to={`/vote/${ballot.id}`}>{w('seeRoll')}</LinkButton>
      )}
      {isRunner && (
        <p>
          <LinkButton to={`/ballots/${ballot.id}/desk`}>{w('desk')}</LinkButton>
        </p>
      )}
      {certificate !== null && <BallotResult ballot={ballot} certificate={certificate} />}
      {certificate === null && <Box kind="info">{w('noResultYet')}</Box>}
      <BallotFacts ballot={ballot} />
      <section className="stack" aria-labelledby="rule">
        <h2 id="rule">{w('rule')}</h2>
        <RuleInWords rule={ballot.rule} />
      </section>
      {parts.includes('grid') && !ballot.secret && ballot.status === 'open' && <TurnoutByBuilding ballot={ballot} />}
      <BallotOpenness ballot={ballot} isOnRoll={units.length > 0 || isRunner} />
      <PrintLinks of={{ id: ballot.id, workflow: 'ballot', status: ballot.status === 'counted' ? 'done' : 'active' }} />
    </>
  );
}

function BallotFacts({ ballot }: { ballot: Ballot }) {
  const w = useWords(ballotsWords);
  const v = useWords(votingWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const { openedAt, closesAt, closedAt, countedAt, question, secret, rollDay, rule, status } = ballot;
  const time = (at: string | null) => at !== null && <time dateTime={at}>{inWords(at, 'dayAndTime')}</time>;
  return (
    <section className="stack" aria-labelledby="dates">
      <h2 id="dates">{w('dates')}</h2>
      {status === 'open' && closesAt !== null && (
        <p>
          <Chip kind="info">{v('untilDays', { n: daysLeft(closesAt, now()) })}</Chip>
        </p>
      )}
      <Facts
        facts={[
          [w('opened'), time(openedAt) || null],
          [w(closedAt === null ? 'closes' : 'closed'), time(closedAt ?? closesAt) || null],
          [w('counted'), time(countedAt) || null],
          [w('rollDay'), inWords(`${rollDay}T04:00:00Z`, 'day')],
          [w('whoMay'), w(`body_${rule.body ?? 'any'}`)],
          [v(secret ? 'isSecret' : 'isNamed'), v(secret ? 'secretMeans' : 'namedMeans')],
          [w('options'), question.options.map(({ label }) => inLabel(label)).join(v('listJoin'))],
        ]}
      />
    </section>
  );
}
