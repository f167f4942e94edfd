import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import type { Schema } from '../../api/client.js';
import { Page } from '../../app/page.js';
import { isStaff, useMe, useSession } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { Box, EmptyState, NotYet } from '../../ui/problem.js';
import { homeWords } from '../../words/home.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useActingFor } from './acting-for.js';
import { ActingForSwitch } from './acting-for-switch.js';
import { useLookedAt } from './community.js';
import { DemoNote } from './demo-note.js';
import { homeQuery } from './home-query.js';
import { HomeWaiting } from './home-waiting.js';
import { IssueCard } from './issue-card.js';
import { RelativeMatters } from './relative-matters.js';
import './resident.css';

type Home = Schema<'Home'>;

/** The first page: saying something, what waits for me, my building and community. */
export function HomePage() {
  const w = useWords(homeWords);
  const { data: me } = useMe();
  const { data: session } = useSession();
  const greeted = session?.secondFactor === 'passed' ? session.name : null;
  const { relative } = useActingFor();
  const { home, error, retry, lookedAt } = useHome();
  const name = home?.community?.name;
  return (
    <Page
      title={greeted === null ? w('homeTitle') : w('hello', { name: greeted })}
      canBeRead
      above={<Where home={home} lookedAt={lookedAt} />}
    >
      <ActingForSwitch />
      {isStaff(me) && (
        <Box title={w('youWorkHere')}>
          <p>
            <LinkButton to="/desk">{w('toDesk')}</LinkButton>
          </p>
        </Box>
      )}
      <LinkButton to="/report" look="primary" size="big">
        <span className="resident-say">{w('say')}</span>
      </LinkButton>
      {greeted === null && <p className="soft">{w('sayHelp')}</p>}
      {relative !== null && <RelativeMatters relative={relative} />}
      {home === undefined && <NotYet error={error} onRetry={retry} />}
      {home !== undefined && (
        <>
          {relative === null && <HomeWaiting home={home} />}
          {relative === null && <Mine home={home} />}
          <Around home={home} name={name} />
        </>
      )}
      <DemoNote />
    </Page>
  );
}

/** The community's page for visitors, one's own for residents; staff who live elsewhere see the community of their office. */
function useHome() {
  const { data: session } = useSession();
  const isKnown = session !== undefined;
  const isIn = session?.person != null && session.secondFactor === 'passed';
  const lookedAt = useLookedAt({ isNeeded: isKnown && !isIn });
  const unit = isIn ? undefined : lookedAt.unit;
  const { data, error, refetch } = useQuery({
    ...homeQuery(session?.person ?? null, unit),
    enabled: isKnown && (isIn || unit !== undefined),
  });
  return { home: data, error, retry: () => void refetch(), lookedAt: isIn ? null : lookedAt };
}

interface WhereProps {
  home: Home | undefined;
  lookedAt: ReturnType<typeof useLookedAt> | null;
}

/** Where this is: one's stairwell and community, or a choice of communities for visitors. */
function Where({ home, lookedAt }: WhereProps) {
  const w = useWords(homeWords);
  if (lookedAt !== null && lookedAt.communities.length > 1)
    return (
      <select
        className="input resident-community"
        aria-label={w('chooseCommunity')}
        value={lookedAt.unit}
        onChange={({ target }) => lookedAt.choose(target.value)}
      >
        {lookedAt.communities.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    );
  if (home === undefined) return null;
  const names = new Set([home.community?.name, home.units[0]?.name].filter((one) => one !== undefined));
  return (
    <p className="soft">
      <bdi>{[...names].join(' · ')}</bdi>
    </p>
  );
}

/** What I said, support or follow. */
function Mine({ home }: { home: Home }) {
  const w = useWords(homeWords);
  const inLabel = useLabel();
  if (home.person === null) return null;
  const shown = [...home.needs, ...home.mine].slice(0, 4);
  return (
    <section className="stack" aria-labelledby="home-mine">
      <div className="row apart">
        <h2 id="home-mine">{w('myMatters')}</h2>
        {shown.length > 0 && <Link to="/my">{w('seeAll')}</Link>}
      </div>
      {shown.length === 0 ? (
        <p className="soft">{w('nothingSaid')}</p>
      ) : (
        <ul className="tiles">
          {shown.map((one) => (
            <IssueCard
              key={one.case}
              {...cardOf(one)}
              relation={one.relations[0] === undefined ? undefined : inLabel(one.relations[0].label)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What goes on around: how many are open, and the matters that moved last. */
function Around({ home, name }: { home: Home; name: string | undefined }) {
  const w = useWords(homeWords);
  const { numbers, recent } = home;
  const facts = [
    ['open', numbers.open, '/issues'],
    ['doneYear', numbers.done, '/issues?status=done'],
    ['overdue', numbers.overdue, '/issues?overdue=true'],
  ] as const;
  return (
    <section className="stack" aria-labelledby="home-around">
      <div className="row apart">
        <h2 id="home-around">{name === undefined ? w('around') : w('aroundOf', { name })}</h2>
        <Link to="/issues">{w('seeAll')}</Link>
      </div>
      <ul className="resident-numbers">
        {facts.map(([word, n, to]) => (
          <li key={word}>
            <Link to={to}>
              <strong className="number">{n}</strong> {w(word)}
            </Link>
          </li>
        ))}
      </ul>
      {recent.length === 0 ? (
        <EmptyState title={w('nothingAround')}>
          <p>{w('nothingAroundHelp')}</p>
        </EmptyState>
      ) : (
        <ul className="tiles">
          {recent.map((one) => (
            <IssueCard key={one.case} {...cardOf(one)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function cardOf({
  case: id,
  title,
  status,
  stage,
  place,
  unit,
  changedAt,
  supporters,
  photo,
  isLate,
}: Home['recent'][number]) {
  return { id, title, status, stage, place: place?.name ?? unit.name, changedAt, supporters, photo, isLate };
}
