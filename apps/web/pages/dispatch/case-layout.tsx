import type { ReactNode } from 'react';

import type { Schema } from '../../api/client.js';
import { Page } from '../../app/page.js';
import { ActPanel } from '../../forms/act-panel.js';
import type { ReferencePlace } from '../../forms/references.js';
import { LinkButton } from '../../ui/button.js';
import { StatusChip } from '../../ui/status.js';
import { casesWords } from '../../words/cases.words.js';
import { chainWords } from '../../words/chain.words.js';
import { useLabel, useWords } from '../../words/words.js';
import '../cases/cases.css';
import { ClockCards } from './clocks.js';
import './dispatch.css';
import { PrintLinks } from '../coordinator/print-links.js';
import { TaskTimeline } from './task-timeline.js';

interface CaseLayoutProps {
  seen: Schema<'Case'>;
  /** What is special about this kind of case. */
  children: ReactNode;
  /** False where its papers have nothing on them yet. */
  hasPrints?: boolean;
  parts?: ReferencePlace['parts'];
  /** Above the acts: what to know before them. */
  note?: ReactNode;
}

/** A case of work between units: what it is about wide, what can be done beside it, clocks and what happened below. */
export function CaseLayout({ seen, children, hasPrints = true, parts, note }: CaseLayoutProps) {
  const w = useWords(chainWords);
  const cases = useWords(casesWords);
  const inLabel = useLabel();
  return (
    <Page
      title={seen.title ?? inLabel(seen.workflowLabel)}
      width="full"
      above={
        <p className="row">
          <span className="soft">{inLabel(seen.workflowLabel)}</span>
          <StatusChip status={seen.status} label={seen.states[0]?.label ?? seen.stage.label} />
        </p>
      }
      actions={<LinkButton to={`/cases/${seen.id}/chart`}>{cases('seeChart')}</LinkButton>}
    >
      <div className="work-columns">
        <div className="stack loose">{children}</div>
        <div className="stack no-print">
          {note}
          <ActPanel seen={seen} {...(parts === undefined ? {} : { parts })} />
          {hasPrints && <PrintLinks of={seen} />}
          {seen.clocks.length > 0 && <h2>{w('clocks')}</h2>}
          {seen.clocks.length > 0 && <ClockCards caseId={seen.id} clocks={seen.clocks} />}
        </div>
        <section className="stack work-story" aria-labelledby="timeline">
          <h2 id="timeline">{w('timeline')}</h2>
          <TaskTimeline seen={seen} />
        </section>
      </div>
    </Page>
  );
}
