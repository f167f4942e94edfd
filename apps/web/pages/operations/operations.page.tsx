import { Link, useSearchParams } from 'react-router';

import { Page } from '../../app/page.js';
import { holds, useMe, useSession } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Loading } from '../../ui/problem.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';
import { AccountsPart } from './accounts.js';
import { DeliveriesPart } from './deliveries.js';
import { HooksPart } from './hooks.js';
import { IncidentsPart } from './incidents.js';
import { PartnersPart } from './partners.js';
import { SignInsPart } from './sign-ins.js';
import { StandingPart } from './standing.js';
import '../../ui/chart.css';
import './operations.css';

const PARTS = {
  standing: StandingPart,
  incidents: IncidentsPart,
  deliveries: DeliveriesPart,
  hooks: HooksPart,
  partners: PartnersPart,
  accounts: AccountsPart,
  signIns: SignInsPart,
} as const;
const NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

/** What whoever runs the service looks at, part by part; the part stands in the address. */
export function OperationsPage() {
  const w = useWords(operationsWords);
  const { data: session } = useSession();
  const { data: me } = useMe();
  const [search] = useSearchParams();
  const part = NAMES.find((one) => one === search.get('part')) ?? 'standing';
  const unit = me?.roles.find(({ role }) => role === 'operator')?.unit;
  const Part = PARTS[part];
  if (session === undefined || (session.person !== null && me === undefined))
    return (
      <Page title={w('title')}>
        <Loading />
      </Page>
    );
  if (!holds(me, 'operator') || unit === undefined)
    return (
      <Page title={w('title')}>
        <EmptyState title={w('notYours')}>
          <p>{w('notYoursHelp')}</p>
          <LinkButton to="/sign-in?next=/operations">{w('signIn')}</LinkButton>
        </EmptyState>
      </Page>
    );
  return (
    <Page title={w('title')} width="full" actions={<LinkButton to="/privacy">{w('privacyTitle')}</LinkButton>}>
      <nav aria-label={w('sections')} className="operations-tabs">
        <ul className="row">
          {NAMES.map((name) => (
            <li key={name}>
              <Link to={`?part=${name}`} aria-current={name === part ? 'page' : undefined}>
                {w(name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="stack" key={part}>
        <Part unit={unit} />
      </div>
    </Page>
  );
}
