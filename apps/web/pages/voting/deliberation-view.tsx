import { Page } from '../../app/page.js';
import { ActPanel } from '../../forms/act-panel.js';
import { LinkButton } from '../../ui/button.js';
import { Box, EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { Due, StatusChip } from '../../ui/status.js';
import { opinionWords } from '../../words/opinion.words.js';
import { useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { usePersonId } from './ballot-queries.js';
import { Drafted } from './drafted.js';
import { MyStatements, SayStatement } from './my-statements.js';
import { OpinionPicture } from './opinion-picture.js';
import { useAsked, useMyStatements, usePicture } from './opinion-queries.js';
import { StatementRound } from './statement-round.js';
import './opinion.css';
import './voting.css';

/** A deliberation: statements to answer one by one, saying something, what everybody thinks, and what was drafted. */
export function DeliberationView({ seen }: CaseViewProps) {
  const w = useWords(opinionWords);
  const person = usePersonId();
  const isActive = seen.status === 'active';
  const dueAt = seen.clocks.find(({ state }) => state === 'running')?.dueAt ?? null;
  return (
    <Page
      title={seen.title ?? w('consultations')}
      canBeRead
      above={
        <p className="row">
          <StatusChip status={seen.status} label={seen.stage.label} />
          {isActive && <Due dueAt={dueAt} />}
        </p>
      }
      actions={
        <>
          {seen.parent !== null && <LinkButton to={`/cases/${seen.parent}`}>{w('seeIssue')}</LinkButton>}
          <LinkButton to={`/cases/${seen.id}/chart`}>{w('seeChart')}</LinkButton>
        </>
      }
    >
      {person === '' ? (
        <EmptyState title={w('signInFirst')}>
          <LinkButton look="primary" size="big" to={`/sign-in?next=${encodeURIComponent(`/cases/${seen.id}`)}`}>
            {w('signIn')}
          </LinkButton>
        </EmptyState>
      ) : (
        <Opinions id={seen.id} />
      )}
      <Drafted deliberation={seen.id} />
      <ActPanel seen={seen} isQuiet />
    </Page>
  );
}

/** Statements, answers and the picture, for those who are asked and those who run it. */
function Opinions({ id }: { id: string }) {
  const w = useWords(opinionWords);
  const asked = useAsked(id);
  const isAdmitted = asked.data !== undefined;
  const mine = useMyStatements(id, isAdmitted);
  const { picture, group } = usePicture(id, isAdmitted);
  const isOpen = picture.data?.isOpen ?? true;
  if (asked.error !== null && asked.error instanceof Error && asked.data === undefined)
    return 'status' in asked.error && asked.error.status === 404 ? (
      <EmptyState title={w('notAsked')}>
        <p>{w('notAskedHelp')}</p>
      </EmptyState>
    ) : (
      <ProblemBox error={asked.error} onRetry={() => void asked.refetch()} />
    );
  if (asked.data === undefined) return <Loading />;
  return (
    <>
      {isOpen ? (
        <>
          <StatementRound deliberation={id} asked={asked.data} />
          <SayStatement deliberation={id} />
        </>
      ) : (
        <Box kind="info">{w('closed')}</Box>
      )}
      <MyStatements deliberation={id} rows={mine.data?.rows ?? []} />
      {picture.data !== undefined && <OpinionPicture picture={picture.data} group={group} />}
      {picture.error !== null && picture.data === undefined && (
        <ProblemBox error={picture.error} onRetry={() => void picture.refetch()} />
      )}
    </>
  );
}
