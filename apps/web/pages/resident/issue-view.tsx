import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { ActPanel } from '../../forms/act-panel.js';
import { LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Box, Loading, NotYet } from '../../ui/problem.js';
import { StatusChip, When } from '../../ui/status.js';
import { Steps } from '../../ui/steps.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { PrintLinks } from '../coordinator/print-links.js';
import { useActingFor } from './acting-for.js';
import { ActingForSwitch } from './acting-for-switch.js';
import { IssueActs } from './issue-acts.js';
import { IssueNow, IssuePromises } from './issue-now.js';
import { IssueOpinion, IssueResults } from './issue-results.js';
import { IssueTimeline } from './issue-timeline.js';
import './resident.css';

type Story = Schema<'Story'>;

const Journal = lazy(async () => ({ default: (await import('../cases/general-case-view.js')).Journal }));
const CaseFacts = lazy(async () => ({ default: (await import('../cases/general-case-view.js')).CaseFacts }));

/** An issue as people follow it: where it is, who has it, what was promised, what I can do, what happened. */
export function IssueView({ seen }: CaseViewProps) {
  const w = useWords(residentWords);
  const { relative } = useActingFor();
  const person = relative?.person ?? null;
  const path = { id: seen.id };
  const query = person === null ? {} : { for: person };
  const story = useQuery({
    queryKey: keys.case(seen.id, 'story', person),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}/story', { params: { path, query } })),
  });
  const { data } = story;
  const isStaff = data?.eyes === 'staff' || data?.eyes === 'handler';
  return (
    <Page
      title={seen.title ?? w('untitled')}
      canBeRead
      width={isStaff ? 'full' : 'reading'}
      above={<Above seen={seen} story={data} />}
      actions={<LinkButton to={`/cases/${seen.id}/chart`}>{w('seeChart')}</LinkButton>}
    >
      <ActingForSwitch />
      {data === undefined && <NotYet error={story.error} onRetry={story.refetch} />}
      {data !== undefined &&
        (isStaff ? <ForStaff seen={seen} story={data} /> : <ForResidents seen={seen} story={data} />)}
    </Page>
  );
}

interface PartsProps extends CaseViewProps {
  story: Story;
}

function Above({ seen, story }: CaseViewProps & { story: Story | undefined }) {
  return (
    <p className="row">
      <StatusChip status={seen.status} label={seen.stage.label} />
      {story !== undefined && (
        <span className="soft small">
          <bdi>{story.place?.name ?? story.unit.name}</bdi> {story.number}
        </span>
      )}
    </p>
  );
}

function ForResidents({ seen, story }: PartsProps) {
  return (
    <>
      <StoryHead story={story} />
      <IssueActs seen={seen} story={story} />
      <StoryBody story={story} />
      <PrintLinks of={seen} />
    </>
  );
}

/** The same story, with what people who work on it do and see besides. */
function ForStaff({ seen, story }: PartsProps) {
  const w = useWords(residentWords);
  const { relative } = useActingFor();
  return (
    <div className="resident-columns">
      <div className="stack">
        <StoryHead story={story} />
        <StoryBody story={story} />
      </div>
      <div className="stack no-print">
        {seen.abilities.some(({ act }) => act === 'answer') && <IssueActs seen={seen} story={story} isOnlyReview />}
        <ActPanel seen={seen} without={['answer']} {...(relative === null ? {} : { onBehalfOf: relative.person })} />
        <PrintLinks of={seen} />
        <section className="stack resident-internal" aria-labelledby="internal">
          <h2 id="internal">{w('internalView')}</h2>
          <Suspense fallback={<Loading />}>
            <CaseFacts seen={seen} />
            <details>
              <summary>{w('journal')}</summary>
              <Journal caseId={seen.id} />
            </details>
          </Suspense>
        </section>
      </div>
    </div>
  );
}

function StoryHead({ story }: { story: Story }) {
  const w = useWords(residentWords);
  return (
    <>
      {story.visibility === 'confidential' && <Box kind="note">{w('privateNeed')}</Box>}
      {story.visibility !== 'confidential' && story.visibility !== 'public' && <Box>{w('notSorted')}</Box>}
      <Steps name={w('fourSteps')} steps={story.steps} />
      <IssueNow story={story} />
    </>
  );
}

function StoryBody({ story }: { story: Story }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  return (
    <>
      <section className="stack" aria-labelledby="issue-facts">
        <h2 id="issue-facts">{w('facts')}</h2>
        {story.description !== null && (
          <p className="keep-lines" dir="auto">
            {story.description}
          </p>
        )}
        <Photos story={story} />
        <Facts
          facts={[
            [w('place'), <bdi key="place">{story.place?.name ?? story.unit.name}</bdi>],
            [w('category'), story.category === null ? null : inLabel(story.category.name)],
            [w('number'), story.number],
            [w('opened'), <When key="at" at={story.createdAt} exact />],
            [w('ended'), story.endedAt === null ? null : <When key="at" at={story.endedAt} exact />],
          ]}
        />
      </section>
      <IssuePromises story={story} />
      <IssueResults story={story} />
      <IssueOpinion story={story} />
      <IssueTimeline story={story} />
    </>
  );
}

function Photos({ story: { photos } }: { story: Story }) {
  const w = useWords(residentWords);
  if (photos.length === 0) return null;
  return (
    <ul className="resident-photos">
      {photos.map(({ file, url, thumbnail }, index) => (
        <li key={file}>
          <a href={url} target="_blank" rel="noreferrer">
            {thumbnail === null ? (
              w('openFile', { n: index + 1 })
            ) : (
              <img src={thumbnail} alt={w('photoOf', { n: index + 1 })} loading="lazy" />
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
