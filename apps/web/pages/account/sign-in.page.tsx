import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { forgetAnswers } from '../../app/kept-pages.js';
import { Page } from '../../app/page.js';
import { useSession, type Session } from '../../app/session.js';
import { SignInForm } from '../../app/sign-in-again.js';
import { Button } from '../../ui/button.js';
import { Box, NotYet, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { afterwards } from './coming-in.rules.js';
import { DemoPeople } from './demo-people.js';
import { CodeStep, EnrolStep, RecoveryCodes } from './second-factor.js';
import { SignOutButton } from './sign-out.js';

/** Coming in: a password, single sign-on, a slip; then the second factor where there is one or has to be. */
export function SignInPage() {
  const w = useWords(accountWords);
  const { data: session, error, refetch } = useSession();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const enter = useEnter();
  if (session === undefined)
    return (
      <Page title={w('signIn')}>
        <NotYet error={error} onRetry={refetch} />
      </Page>
    );
  if (codes !== null)
    return (
      <Page title={w('codesTitle')}>
        <RecoveryCodes codes={codes} onDone={() => void enter()} />
      </Page>
    );
  if (session.person !== null && session.secondFactor === 'due')
    return (
      <Page title={w('codeTitle')}>
        <CodeStep onDone={() => void enter()} />
        <SignOutButton />
      </Page>
    );
  if (session.person !== null && session.secondFactor === 'enrol')
    return (
      <Page title={w('enrolTitle')}>
        <EnrolStep onDone={setCodes} />
        <SignOutButton />
      </Page>
    );
  return (
    <Page title={w('signIn')}>
      <Door session={session} onEntered={() => void enter()} />
    </Page>
  );
}

/** Goes on as whoever has just come in; what an earlier person has read here is forgotten. */
function useEnter(): () => Promise<void> {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  return async () => {
    await forgetAnswers();
    const now = await client.query({
      queryKey: keys.session,
      queryFn: () => answered(api.GET('/api/v1/session')),
      staleTime: 0,
    });
    if (now.person === null || now.secondFactor !== 'passed') return;
    await navigate(afterwards(search.get('next'), now.staff), { replace: true });
    void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
  };
}

const PROBLEMS = {
  'sso.failed': 'ssoFailed',
  'sso.not_linked': 'ssoNotLinked',
  'sso.taken': 'ssoTaken',
  'sso.off': 'ssoOff',
  'account.locked': 'accountLocked',
  'account.closed': 'accountLocked',
} as const satisfies Record<string, keyof typeof accountWords>;

function Door({ session, onEntered }: { session: Session; onEntered: () => void }) {
  const w = useWords(accountWords);
  const [search] = useSearchParams();
  const problem = search.get('problem');
  const next = search.get('next') ?? '/';
  const onwards = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <>
      {problem !== null && (
        <div role="alert">
          <Box kind="bad">{w(Object.entries(PROBLEMS).find(([code]) => code === problem)?.[1] ?? 'ssoFailed')}</Box>
        </div>
      )}
      {session.person !== null && (
        <Box kind="good" title={w('youAre', { name: session.name ?? '' })}>
          <p className="row">
            <Button look="primary" onPress={onEntered}>
              {w('goOn')}
            </Button>
            <SignOutButton />
          </p>
        </Box>
      )}
      <SignInForm login={search.get('login') ?? ''} onDone={onEntered} />
      {session.singleSignOn !== null && <SingleSignOn words={session.singleSignOn} next={next} />}
      <p className="row">
        <Link to={`/join${onwards}`}>{w('haveSlip')}</Link>
        <Link to="/password-reset">{w('forgot')}</Link>
      </p>
      <p className="soft">{w('signInLead')}</p>
      <DemoPeople onEntered={onEntered} />
    </>
  );
}

function SingleSignOn({ words, next }: { words: string; next: string }) {
  const w = useWords(accountWords);
  const begin = useCommand(
    (_: null) => answered(api.POST('/api/v1/single-sign-on', { body: { purpose: 'signIn', next } })),
    {
      onDone: ({ url }) => {
        void forgetAnswers().then(() => location.assign(url));
      },
    },
  );
  return (
    <div className="stack tight">
      <p className="soft">{w('or')}</p>
      {begin.error !== null && <ProblemBox error={begin.error} />}
      <Button size="big" isPending={begin.isPending} onPress={() => begin.mutate(null)}>
        {words}
      </Button>
    </div>
  );
}
