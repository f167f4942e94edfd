import { Page } from '../../app/page.js';
import { ActPanel } from '../../forms/act-panel.js';
import { LinkButton } from '../../ui/button.js';
import { Loading } from '../../ui/problem.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { GeneralCaseView, type CaseViewProps } from '../cases/case-views.js';
import { BallotBody, BallotStatusChip } from './ballot-body.js';
import { useBallot } from './ballot-queries.js';

/** The case of a ballot: as everybody sees it, with what those who run it can do. One counted in a room has the general page. */
export function BallotView({ seen }: CaseViewProps) {
  const w = useWords(ballotsWords);
  const inLabel = useLabel();
  const { data, error } = useBallot(seen.id);
  if (data === undefined) return error === null ? <Loading /> : <GeneralCaseView seen={seen} />;
  return (
    <Page
      title={inLabel(data.title)}
      canBeRead
      above={
        <p>
          <BallotStatusChip status={data.status} />
        </p>
      }
      actions={
        <>
          {seen.parent !== null && <LinkButton to={`/cases/${seen.parent}`}>{w('seeIssue')}</LinkButton>}
          <LinkButton to={`/cases/${seen.id}/chart`}>{w('seeChart')}</LinkButton>
        </>
      }
    >
      <BallotBody ballot={data} />
      <ActPanel seen={seen} isQuiet />
    </Page>
  );
}
