import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { Page } from '../../app/page.js';
import { useSession } from '../../app/session.js';
import { Button, LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/problem.js';
import { caseLedgerWords } from '../../words/case-ledger.words.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useWords } from '../../words/words.js';
import { LedgerAccount } from './ledger-account.js';
import { LedgerCases } from './ledger-cases.js';
import { useMyUnit } from './my-unit.js';
import { NumberFinder } from './number-finder.js';
import './coordinator.css';

const VIEWS = ['cases', 'open', 'assigned', 'published', 'reconciled'] as const;
type View = (typeof VIEWS)[number];

/** All cases as a table, and the account kept of them. */
export function LedgerPage() {
  const w = useWords(caseLedgerWords);
  const desk = useWords(coordinatorWords);
  const { data: session } = useSession();
  const [params] = useSearchParams();
  const view = VIEWS.find((one): one is View => one === params.get('view')) ?? 'cases';
  const isOut = session !== undefined && session.person === null;
  return (
    <Page title={w('title')} width="full" actions={!isOut && <LedgerActions />}>
      <nav aria-label={w('views')}>
        <ul className="co-tabs">
          {VIEWS.map((one) => (
            <li key={one}>
              <Link to={one === 'cases' ? '?' : `?view=${one}`} aria-current={one === view ? 'page' : undefined}>
                {w(one)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {isOut ? (
        <EmptyState title={desk('signInFirst')}>
          <LinkButton to="/sign-in?next=/ledger" look="primary">
            {desk('signIn')}
          </LinkButton>
        </EmptyState>
      ) : (
        <>
          <NumberFinder />
          {view === 'cases' ? <LedgerCases /> : <LedgerAccount key={view} view={view} />}
        </>
      )}
    </Page>
  );
}

const FORMATS = ['csv', 'xlsx'] as const;

function LedgerActions() {
  const w = useWords(caseLedgerWords);
  const desk = useWords(coordinatorWords);
  const unit = useMyUnit();
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <Button
        onPress={() => {
          void navigator.clipboard.writeText(location.href).then(() => setCopied(true));
        }}
      >
        {desk('copyLink')}
      </Button>
      <span role="status" className="small soft">
        {isCopied && desk('copied')}
      </span>
      {unit !== undefined &&
        FORMATS.map((format) => (
          <a
            key={format}
            className="button secondary normal"
            href={`/api/v1/exports/cases?unit=${unit.id}&format=${format}`}
            download
          >
            {w('exportAs', { format: format.toUpperCase() })}
          </a>
        ))}
      <LinkButton to="/intake" look="primary">
        {desk('toIntake')}
      </LinkButton>
    </>
  );
}
