import { Link } from 'react-router';

import type { Schema } from '../../api/client.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Due } from '../../ui/status.js';
import { homeWords } from '../../words/home.words.js';
import { useLabel, useWords } from '../../words/words.js';

type Home = Schema<'Home'>;

/** What waits for my word: outcomes to judge, ballots, consultations, and notices one may still object to. */
export function HomeWaiting({ home }: { home: Home }) {
  const w = useWords(homeWords);
  const ballots = home.ballots.filter(({ entries, cast, status }) => cast < entries && status !== 'closed');
  const waits = home.reviews.length + ballots.length + home.consultations.length;
  return (
    <>
      {home.person !== null && (
        <section className="stack" aria-labelledby="home-waits">
          <h2 id="home-waits">{w('waitsForMe')}</h2>
          {home.unread > 0 && (
            <p>
              <Link to="/my/messages">{w('unreadMessages', { n: home.unread })}</Link>
            </p>
          )}
          {waits === 0 ? (
            <p className="soft">{w('nothingWaits')}</p>
          ) : (
            <ul className="stack resident-waits">
              <Reviews home={home} />
              <Ballots ballots={ballots} />
              <Consultations home={home} />
            </ul>
          )}
        </section>
      )}
      {home.person === null && home.consultations.length > 0 && (
        <section className="stack" aria-labelledby="home-consultations">
          <h2 id="home-consultations">{w('consultations')}</h2>
          <ul className="stack resident-waits">
            <Consultations home={home} />
          </ul>
        </section>
      )}
      <Notices home={home} />
    </>
  );
}

function Reviews({ home }: { home: Home }) {
  const w = useWords(homeWords);
  return home.reviews.map(({ case: id, title, dueAt }) => (
    <Card as="li" key={id}>
      <p className="small soft">{w('waitsReview')}</p>
      <h3 dir="auto">{title ?? w('untitled')}</h3>
      <Due dueAt={dueAt} />
      <LinkButton look="primary" size="big" to={`/cases/${id}#review`}>
        {w('isItSolved')}
      </LinkButton>
    </Card>
  ));
}

function Ballots({ ballots }: { ballots: Home['ballots'] }) {
  const w = useWords(homeWords);
  const inLabel = useLabel();
  return ballots.map(({ ballot, title, closesAt, secret, unit, entries, cast }) => (
    <Card as="li" key={ballot}>
      <p className="small soft">
        {w(secret ? 'waitsSecretBallot' : 'waitsBallot')} · <bdi>{unit.name}</bdi>
      </p>
      <h3 dir="auto">{inLabel(title)}</h3>
      <Due dueAt={closesAt} />
      {entries > 1 && <p className="small">{w('castFor', { n: cast, of: entries })}</p>}
      <LinkButton look="primary" size="big" to={`/vote/${ballot}`}>
        {w('toVote')}
      </LinkButton>
    </Card>
  ));
}

function Consultations({ home }: { home: Home }) {
  const w = useWords(homeWords);
  const inLabel = useLabel();
  return home.consultations.map(({ case: id, title, unit, label, closesAt, statements }) => (
    <Card as="li" key={id}>
      <p className="small soft">
        {inLabel(label)} · <bdi>{unit.name}</bdi>
      </p>
      <h3 dir="auto">{title ?? w('untitled')}</h3>
      <Due dueAt={closesAt} />
      {statements > 0 && <p className="small">{w('statements', { n: statements })}</p>}
      <LinkButton look="primary" size="big" to={`/cases/${id}`}>
        {w('haveASay')}
      </LinkButton>
    </Card>
  ));
}

const MOST_NOTICES = 4;

function Notices({ home }: { home: Home }) {
  const w = useWords(homeWords);
  const own = new Set(home.units.map(({ id }) => id));
  const notices = [...home.notices]
    .sort((a, b) => Number(own.has(b.unit.id)) - Number(own.has(a.unit.id)) || a.until.localeCompare(b.until))
    .slice(0, MOST_NOTICES);
  if (notices.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="home-notices">
      <div className="row apart">
        <h2 id="home-notices">{w('noticesNow')}</h2>
        <Link to="/notices">{w('seeAll')}</Link>
      </div>
      <ul className="tiles">
        {notices.map(({ publication, case: id, issue, title, text, unit, daysLeft }) => {
          const to = id === null ? (issue === null ? '/notices' : `/cases/${issue}`) : `/notices/${id}`;
          return (
            <Card as="li" key={publication}>
              <p className="small soft">
                <bdi>{unit.name}</bdi> · {w('daysLeft', { n: daysLeft })}
              </p>
              <h3>
                <Link to={to} dir="auto">
                  {title ?? w('notice')}
                </Link>
              </h3>
              {text !== null && (
                <p className="resident-clamp" dir="auto">
                  {text}
                </p>
              )}
            </Card>
          );
        })}
      </ul>
    </section>
  );
}
