import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useTimes } from '../../app/times.js';
import { LinkButton } from '../../ui/button.js';
import { Box, NotYet } from '../../ui/problem.js';
import { Steps } from '../../ui/steps.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useActingFor } from './acting-for.js';
import { EmergencyCalls } from './emergency-calls.js';
import './resident.css';

const LOOK_AGAIN_MS = 2500;
const MOST_LOOKS = 8;

/** It arrived: its number, who has it now, what comes next and by when. */
export function ReportReceipt({ caseId }: { caseId: string }) {
  const w = useWords(residentWords);
  const { relative } = useActingFor();
  const query = relative === null ? {} : { for: relative.person };
  const { data, error, refetch } = useQuery({
    // its number is given a moment after it arrived
    refetchInterval: ({ state }) =>
      state.data?.number === null && state.dataUpdateCount < MOST_LOOKS ? LOOK_AGAIN_MS : false,
    queryKey: keys.case(caseId, 'story', relative?.person ?? null),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}/story', { params: { path: { id: caseId }, query } })),
  });
  return (
    <Page title={w('received')} canBeRead>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && <Receipt story={data} />}
      <div className="stack">
        <LinkButton look="primary" size="big" to={`/cases/${caseId}`}>
          {w('followIt')}
        </LinkButton>
        <LinkButton size="big" to="/">
          {w('toHome')}
        </LinkButton>
      </div>
    </Page>
  );
}

function Receipt({ story }: { story: Schema<'Story'> }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const { inWords, fromNow } = useTimes();
  const next = [...story.waits].sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  return (
    <>
      {story.isUrgent && (
        <Box kind="bad" title={w('rung')}>
          <p>{w('rungHelp')}</p>
          <EmergencyCalls unit={story.place?.id ?? story.unit.id} />
        </Box>
      )}
      <Box kind="good" title={story.title ?? ''}>
        {story.number !== null && (
          <p>
            {w('number')} <strong className="number">{story.number}</strong>
          </p>
        )}
        <p>{w('receivedAt', { at: inWords(story.createdAt, 'dayAndTime') })}</p>
      </Box>
      <Steps name={w('fourSteps')} steps={story.steps} />
      <section className="stack" aria-labelledby="next">
        <h2 id="next">{w('whatNext')}</h2>
        <ol className="stack resident-next">
          {next.map(({ label, names, dueAt }) => (
            <li key={inLabel(label)}>
              <strong>{inLabel(label)}</strong>
              {names.length > 0 && (
                <p>{w('byWhom', { names: names.map(({ name }) => inLabel(name)).join(w('listed')) })}</p>
              )}
              {dueAt !== null && <p>{w('byThen', { at: inWords(dueAt, 'dayAndTime'), left: fromNow(dueAt) })}</p>}
            </li>
          ))}
        </ol>
        <p className="soft">{w('youAreTold')}</p>
      </section>
    </>
  );
}
