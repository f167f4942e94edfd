import { useRouteError } from 'react-router';

import { Button, LinkButton } from '../ui/button.js';
import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';
import { Page } from './page.js';

/** There is nothing at this address. */
export function NotFoundPage() {
  const w = useWords(shellWords);
  return (
    <Page title={w('notFound')}>
      <p>{w('notFoundHelp')}</p>
      <p>
        <LinkButton to="/">{w('toHome')}</LinkButton>
      </p>
    </Page>
  );
}

/** A page failed while it was drawn; also when its code could not be loaded. */
export function BrokenPage() {
  const w = useWords(shellWords);
  const error = useRouteError();
  return (
    <Page title={w('broken')}>
      <p>{w('brokenHelp')}</p>
      <p className="row">
        <Button look="primary" onPress={() => location.reload()}>
          {w('reload')}
        </Button>
        <LinkButton to="/">{w('toHome')}</LinkButton>
      </p>
      <p className="soft small">{error instanceof Error ? error.message : ''}</p>
    </Page>
  );
}
