import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';

import { Page } from '../../app/page.js';
import { useMe, useSession } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import './account.css';

interface OwnPageProps {
  title: string;
  children: ReactNode;
  /** Without the way back to “Mine”: it is that page. */
  isTop?: boolean;
  actions?: ReactNode;
  canBeRead?: boolean;
}

/** A page of one's own: whoever is not signed in is asked to, and comes back here. */
export function OwnPage({ title, children, isTop = false, actions, canBeRead = false }: OwnPageProps) {
  const w = useWords(accountWords);
  const { pathname } = useLocation();
  const { data: session, error, refetch } = useSession();
  const { data: me } = useMe();
  const above = isTop ? undefined : (
    <p>
      <Link to="/my">
        <span aria-hidden="true">←</span> {w('backToMy')}
      </Link>
    </p>
  );
  const isOut = session !== undefined && (session.person === null || session.secondFactor !== 'passed');
  return (
    <Page title={title} above={above} actions={me === undefined ? undefined : actions} canBeRead={canBeRead}>
      {isOut && (
        <EmptyState title={w('needSignIn')}>
          <p>{w('needSignInHelp')}</p>
          <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
            {w('signIn')}
          </LinkButton>
        </EmptyState>
      )}
      {error !== null && session === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {me !== undefined && !isOut && children}
      {me === undefined && !isOut && error === null && <Loading />}
    </Page>
  );
}
