import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { Button, LinkButton } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useActingFor } from '../resident/acting-for.js';
import { ActingForSwitch } from '../resident/acting-for-switch.js';
import { IssueCard } from '../resident/issue-card.js';
import { RelativeMatters } from '../resident/relative-matters.js';
import { OwnPage } from './own-page.js';
import { SignOutButton } from './sign-out.js';

type Home = Schema<'Home'>;

/** What I said and need, and everything that is mine to set. */
export function MyPage() {
  const w = useWords(accountWords);
  return (
    <OwnPage title={w('my')} isTop actions={<SignOutButton />} canBeRead>
      <Mine />
    </OwnPage>
  );
}

function Mine() {
  const { data: me } = useMe();
  const { relative } = useActingFor();
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('home', me?.person ?? null, undefined),
    queryFn: () => answered(api.GET('/api/v1/home', { params: { query: {} } })),
  });
  return (
    <>
      <ActingForSwitch />
      {relative !== null && <RelativeMatters relative={relative} />}
      {relative === null && error !== null && data === undefined && (
        <ProblemBox error={error} onRetry={() => void refetch()} />
      )}
      {relative === null && data === undefined && error === null && <Loading />}
      {relative === null && data !== undefined && <Matters home={data} />}
      <Settings unread={me?.unread ?? 0} />
    </>
  );
}

const OWN = new Set(['reporter', 'subject']);

function Matters({ home }: { home: Home }) {
  const w = useWords(accountWords);
  const isOwn = ({ relations }: Home['mine'][number]): boolean => relations.some(({ key }) => OWN.has(key));
  const said = home.mine.filter(isOwn);
  const followed = home.mine.filter((one) => !isOwn(one));
  return (
    <>
      {said.length + followed.length + home.needs.length === 0 && (
        <EmptyState title={w('nothingYet')}>
          <p>{w('nothingYetHelp')}</p>
          <LinkButton look="primary" to="/report">
            {w('say')}
          </LinkButton>
        </EmptyState>
      )}
      <MatterList id="my-said" title={w('myMatters')} rows={said} />
      <MatterList id="my-needs" title={w('myNeeds')} help={w('needsHelp')} rows={home.needs} />
      <MatterList id="my-followed" title={w('followed')} rows={followed} />
    </>
  );
}

/** More than this many are shown when asked for: what can be set stays within reach. */
const SHOWN_FIRST = 5;

function MatterList({ id, title, help, rows }: { id: string; title: string; help?: string; rows: Home['mine'] }) {
  const w = useWords(accountWords);
  const inLabel = useLabel();
  const [isAll, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = isAll ? rows : rows.slice(0, SHOWN_FIRST);
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {help !== undefined && <p className="soft">{help}</p>}
      <ul className="tiles">
        {rows.map(
          ({ case: key, title: name, status, stage, place, unit, changedAt, supporters, photo, isLate, relations }) => (
            <IssueCard
              key={key}
              id={key}
              title={name}
              {...{ status, stage, changedAt, supporters, photo, isLate }}
              place={place?.name ?? unit.name}
              relation={relations[0] === undefined ? undefined : inLabel(relations[0].label)}
            />
          ),
        )}
      </ul>
      {shown.length < rows.length && (
        <p>
          <Button onPress={() => setAll(true)}>{w('showAll', { n: rows.length })}</Button>
        </p>
      )}
    </section>
  );
}

function Settings({ unread }: { unread: number }) {
  const w = useWords(accountWords);
  const links = [
    ['/my/messages', w('toMessages'), w('toMessagesHelp', { n: unread })],
    ['/my/notifications', w('toNotifications'), w('toNotificationsHelp')],
    ['/my/authorisations', w('toAuthorisations'), w('toAuthorisationsHelp')],
    ['/account', w('toAccount'), w('toAccountHelp')],
    ['/my/data', w('toData'), w('toDataHelp')],
  ] as const;
  return (
    <section className="stack" aria-labelledby="my-settings">
      <h2 id="my-settings">{w('mySettings')}</h2>
      <ul className="account-links">
        {links.map(([to, name, help]) => (
          <li key={to}>
            <Link to={to}>
              <strong>{name}</strong>
              <span className="soft small">{help}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
