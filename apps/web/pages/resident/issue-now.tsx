import type { Schema } from '../../api/client.js';
import { useTimes } from '../../app/times.js';
import { Card } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { Chip, Due, When, type ChipKind } from '../../ui/status.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';

type Story = Schema<'Story'>;
type Holder = NonNullable<Story['holder']>;

/** Who has it now, since when and until when; what is late, and why. */
export function IssueNow({ story }: { story: Story }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const { holder, waits } = story;
  if (holder === null) return <Ended story={story} />;
  const others = waits.filter((one) => inLabel(one.label) !== inLabel(holder.label));
  return (
    <section className="stack tight" aria-labelledby="issue-now">
      <h2 id="issue-now">{w('nowAt')}</h2>
      {story.review?.result?.solved === false && story.stage.key === 'act' && (
        <Box kind="warn" title={w('doneAgain')}>
          <p>{w('doneAgainHelp')}</p>
        </Box>
      )}
      <Held holder={holder} />
      {others.length > 0 && (
        <details>
          <summary>{w('alsoWaits', { n: others.length })}</summary>
          <div className="stack resident-more">
            {others.map((one) => (
              <Held key={inLabel(one.label)} holder={one} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** That it is over, how, and in the words it was ended with; green only where residents said that it is solved. */
function Ended({ story: { ending, endedAt, review, timeline } }: { story: Story }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  if (ending === null) return null;
  const solved = review?.result?.solved ?? null;
  const said = timeline.findLast(({ kind }) => kind === 'ended')?.text ?? null;
  return (
    <Box kind={solved === null ? 'note' : solved ? 'good' : 'bad'} title={w('overAs', { ending: inLabel(ending) })}>
      {solved === false && (
        <p>
          <strong>{w('resultUnsolved')}</strong>
        </p>
      )}
      {said !== null && (
        <p className="keep-lines" dir="auto">
          {said}
        </p>
      )}
      {endedAt !== null && (
        <p>
          <When at={endedAt} exact />
        </p>
      )}
    </Box>
  );
}

function Held({ holder }: { holder: Holder }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const { names, label, since, dueAt, isLate, isPaused, why, explanation, isMe } = holder;
  return (
    <Box
      kind={isLate ? 'bad' : isMe ? 'warn' : 'info'}
      title={isMe ? w('itsMe', { what: inLabel(label) }) : inLabel(label)}
    >
      {names.length > 0 && (
        <p>
          {w('heldBy')} <strong>{names.map(({ name }) => inLabel(name)).join(w('listed'))}</strong>{' '}
          <span className="soft small">{w('since', { at: inWords(since, 'short') })}</span>
        </p>
      )}
      <p>
        <Due dueAt={dueAt} isPaused={isPaused} />
      </p>
      {why !== null && (
        <p>
          <strong>{w(isPaused ? 'whyPaused' : 'whyLate')}</strong> {inLabel(why)}
        </p>
      )}
      {explanation !== null && (
        <details>
          <summary>{w('whyThen')}</summary>
          <p className="keep-lines small">{inLabel(explanation)}</p>
        </details>
      )}
    </Box>
  );
}

const KINDS = { running: 'info', paused: 'note', late: 'bad', kept: 'good', broken: 'bad' } as const satisfies Record<
  string,
  ChipKind
>;

/** What was promised, by whom and until when, and whether it was kept. */
export function IssuePromises({ story: { promises } }: { story: Story }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  if (promises.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="issue-promises">
      <h2 id="issue-promises">{w('promises')}</h2>
      <ul className="stack tight resident-waits">
        {promises.map(({ kind, label, by, dueAt, doneAt, state }, index) => (
          // a clock may run twice, under the same words
          <Card as="li" key={`${kind} ${index}`}>
            <p className="row apart">
              <span>
                <strong>{inLabel(label)}</strong> {by !== null && <bdi className="soft">{by.name}</bdi>}
              </span>
              <Chip kind={KINDS[state]}>{w(`promise_${state}`)}</Chip>
            </p>
            {dueAt !== null && <p className="small">{w('until', { at: inWords(dueAt, 'short') })}</p>}
            {doneAt !== null && <p className="small">{w('promiseDone', { at: inWords(doneAt, 'short') })}</p>}
          </Card>
        ))}
      </ul>
    </section>
  );
}
