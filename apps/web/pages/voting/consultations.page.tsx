import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/problem.js';
import { Due } from '../../ui/status.js';
import { opinionWords } from '../../words/opinion.words.js';
import { useWords } from '../../words/words.js';
import { CaseCards } from './case-cards.js';
import { useCases, useHome } from './case-lists.js';
import './ballots.css';

/** Deliberations of the community: those that take opinions, and those that are over. */
export function ConsultationsPage() {
  const w = useWords(opinionWords);
  const home = useHome();
  const unit = home.data === undefined ? (home.isError ? null : undefined) : (home.data.community?.id ?? null);
  const active = useCases({ workflow: 'deliberation', status: 'active', unit });
  const over = useCases({ workflow: 'deliberation', status: 'done', unit });
  const open = new Map((home.data?.consultations ?? []).map((one) => [one.case, one]));
  return (
    <Page title={w('consultations')} canBeRead>
      <CaseCards
        title={w('openNow')}
        cases={active}
        more={({ id, annex }) => (
          <>
            {open.get(id) !== undefined && <p>{w('statementsSoFar', { n: open.get(id)?.statements ?? 0 })}</p>}
            <Due dueAt={open.get(id)?.closesAt ?? annex?.dueAt ?? null} />
          </>
        )}
        empty={
          <EmptyState title={w('noneOpen')}>
            <p>{w('noneOpenHelp')}</p>
            <LinkButton to="/report">{w('report')}</LinkButton>
          </EmptyState>
        }
      />
      <CaseCards title={w('overNow')} cases={over} empty={<p className="soft">{w('noneOver')}</p>} />
    </Page>
  );
}
