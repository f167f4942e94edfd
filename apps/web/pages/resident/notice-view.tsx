import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import { ActPanel } from '../../forms/act-panel.js';
import { LinkButton } from '../../ui/button.js';
import { Box, NotYet } from '../../ui/problem.js';
import { Due, StatusChip } from '../../ui/status.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { PrintLinks } from '../coordinator/print-links.js';
import { useActingFor } from './acting-for.js';
import { IssueResults } from './issue-results.js';
import { IssueTimeline } from './issue-timeline.js';
import './resident.css';

/** A notice: what was decided, until when it hangs, objecting to it, and what became of objections. */
export function NoticeView({ seen }: CaseViewProps) {
  const w = useWords(residentWords);
  const { relative } = useActingFor();
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(seen.id, 'story', relative?.person ?? null),
    queryFn: () =>
      answered(
        api.GET('/api/v1/cases/{id}/story', {
          params: { path: { id: seen.id }, query: relative === null ? {} : { for: relative.person } },
        }),
      ),
  });
  return (
    <Page
      title={data?.title ?? seen.title ?? w('notice')}
      canBeRead
      above={
        <p className="row">
          <Link to="/notices">{w('notices')}</Link> <StatusChip status={seen.status} label={seen.stage.label} />
        </p>
      }
    >
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && <NoticeBody story={data} />}
      {seen.parent !== null && (
        <p>
          <Link to={`/cases/${seen.parent}`}>{w('aboutIssue')}</Link>
        </p>
      )}
      <Objecting seen={seen} />
      <PrintLinks of={seen} />
      {data !== undefined && (
        <>
          <IssueResults story={data} />
          <IssueTimeline story={data} />
        </>
      )}
    </Page>
  );
}

function NoticeBody({ story }: { story: Schema<'Story'> }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const hangs = story.promises.find(({ kind }) => kind === 'notice')?.dueAt ?? story.holder?.dueAt ?? null;
  const text = story.description ?? story.timeline.find(({ text: words }) => words !== null)?.text ?? null;
  return (
    <>
      <Box
        kind={story.status === 'active' ? 'info' : 'good'}
        title={story.ending === null ? w('noticeText') : inLabel(story.ending)}
      >
        {text !== null && (
          <p className="keep-lines" dir="auto">
            {text}
          </p>
        )}
        {story.status === 'active' && hangs !== null && (
          <p>
            {w('hangsUntil', { at: inWords(hangs, 'dayAndTime') })} <Due dueAt={hangs} />
          </p>
        )}
        <p className="soft small">
          <bdi>{story.place?.name ?? story.unit.name}</bdi>
        </p>
      </Box>
    </>
  );
}

/** Objecting is for those it concerns, while it hangs. */
function Objecting({ seen }: CaseViewProps) {
  const w = useWords(residentWords);
  const { data: me } = useMe();
  const { pathname } = useLocation();
  const { relative } = useActingFor();
  if (me === undefined)
    return seen.status === 'active' ? (
      <p className="row">
        {w('signInToObject')}{' '}
        <LinkButton to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{w('signIn')}</LinkButton>
      </p>
    ) : null;
  if (seen.abilities.length === 0)
    return <p className="soft">{seen.status === 'active' ? w('objectHelp') : w('noObjection')}</p>;
  return <ActPanel seen={seen} {...(relative === null ? {} : { onBehalfOf: relative.person })} />;
}
