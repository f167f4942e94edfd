import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { ActPanel } from '../../forms/act-panel.js';
import { LinkButton } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { StatusChip, When } from '../../ui/status.js';
import { casesWords } from '../../words/cases.words.js';
import { useBetween, useLabel, useWords } from '../../words/words.js';
import { PrintLinks } from '../coordinator/print-links.js';
import type { CaseViewProps } from './case-views.js';
import { useWorkflow } from './chart-queries.js';
import { ClockLine, Entries } from './chart-state.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';
import './cases.css';

/** Any case of any workflow: facts left, what happened in the middle, what can be done right. */
export function GeneralCaseView({ seen }: CaseViewProps) {
  const w = useWords(casesWords);
  const inLabel = useLabel();
  return (
    <Page
      title={seen.title ?? inLabel(seen.workflowLabel)}
      width="full"
      above={<StatusChip status={seen.status} label={seen.stage.label} />}
      actions={<LinkButton to={`/cases/${seen.id}/chart`}>{w('seeChart')}</LinkButton>}
    >
      <div className="case-columns">
        <CaseFacts seen={seen} />
        <section className="stack" aria-labelledby="journal">
          <h2 id="journal">{w('journal')}</h2>
          <Journal caseId={seen.id} />
        </section>
        <div className="no-print">
          <ActPanel seen={seen} />
          <PrintLinks of={seen} />
        </div>
      </div>
    </Page>
  );
}

/** What is known of a case at a glance: where it stands, what it waits for, until when and why then. */
export function CaseFacts({ seen }: CaseViewProps) {
  const w = useWords(casesWords);
  const between = useBetween();
  const inLabel = useLabel();
  const texts = Object.entries(seen.texts);
  return (
    <section className="stack" aria-labelledby="facts">
      <h2 id="facts">{w('facts')}</h2>
      <Facts
        facts={[
          [w('workflow'), inLabel(seen.workflowLabel)],
          [w('stage'), inLabel(seen.stage.label)],
          [w('opened'), <When key="at" at={seen.createdAt} exact />],
          [w('changed'), <When key="at" at={seen.changedAt} />],
          [w('waitsFor'), seen.awaits.map(({ label }) => inLabel(label)).join(between)],
        ]}
      />
      {seen.clocks.length > 0 && <h3>{w('clocks')}</h3>}
      {seen.clocks.map((clock) => (
        <Card key={clock.clock} as="div">
          <ClockLine clock={clock} />
        </Card>
      ))}
      {texts.length > 0 && <h3>{w('texts')}</h3>}
      {texts.map(([id, text]) => (
        <p key={id} className="keep-lines" dir="auto">
          {text ?? w('erased')}
        </p>
      ))}
      {seen.children.length > 0 && <h3>{w('parts')}</h3>}
      <ul>
        {seen.children.map((child) => (
          <li key={child.id}>
            <Link to={`/cases/${child.id}`}>
              <PartName workflow={child.workflow} />
            </Link>{' '}
            <StatusChip status={child.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a part is called: its workflow in words. */
function PartName({ workflow }: { workflow: string }) {
  const inLabel = useLabel();
  const { data } = useWorkflow(workflow);
  return data === undefined ? workflow : inLabel(data.label);
}

/** The journal of a case in words, newest at the end. */
export function Journal({ caseId }: { caseId: string }) {
  const journal = usePaged(keys.case(caseId, 'journal'), (from) =>
    answered(
      api.GET('/api/v1/cases/{id}/journal', { params: { path: { id: caseId }, query: { limit: 50, ...from } } }),
    ),
  );
  return <PagedRows list={journal}>{(entries) => <Entries entries={entries} />}</PagedRows>;
}
