import { useNavigate, useSearchParams } from 'react-router';

import { Page } from '../../app/page.js';
import { SignInForm } from '../../app/sign-in-again.js';
import { shellWords } from '../../words/shell.words.js';
import { useWords } from '../../words/words.js';

/** Coming in with a name and a password. */
export function SignInPage() {
  const w = useWords(shellWords);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = search.get('next') ?? '/';
  return (
    <Page title={w('signIn')}>
      <SignInForm login={search.get('login') ?? ''} onDone={() => void navigate(next.startsWith('/') && !next.startsWith('//') ? next : '/')} />
    </Page>
  );
}
