import type { ReactNode } from 'react';

import { useMe, useSession } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Loading } from '../../ui/problem.js';
import { registryWords } from '../../words/registry.words.js';
import { useWords } from '../../words/words.js';
import { mayDo, type Ability } from './reach.rules.js';

/** What stands here for those who work with the registry; others are told who does. */
export function ForRegistryStaff({ needs = 'read', children }: { needs?: Ability; children: ReactNode }) {
  const w = useWords(registryWords);
  const { data: session } = useSession();
  const { data: me } = useMe();
  if (session !== undefined && session.person === null)
    return (
      <EmptyState title={w('signInFirst')}>
        <LinkButton to={`/sign-in?to=${location.pathname}`} look="primary">
          {w('signIn')}
        </LinkButton>
      </EmptyState>
    );
  if (me === undefined) return <Loading />;
  if (!mayDo(me, needs))
    return (
      <EmptyState title={w('notYours')}>
        <p>{w('notYoursHelp')}</p>
      </EmptyState>
    );
  return children;
}
