import { Link } from 'react-router';

import type { Schema } from '../../api/client.js';
import { Card, Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { Chip, Due, StatusChip } from '../../ui/status.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { pageOf } from './story.rules.js';

type Story = Schema<'Story'>;

/** Meetings, ballots, notices and tasks of an issue with what came of each. */
export function IssueResults({ story: { related } }: { story: Story }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  if (related.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="issue-results">
      <h2 id="issue-results">{w('results')}</h2>
      <ul className="tiles">
        {related.map((one, index) => {
          const to = pageOf(one);
          const name = one.title ?? inLabel(one.workflowLabel);
          return (
            <Card as="li" key={one.case ?? index}>
              <p className="small soft">
                {inLabel(one.workflowLabel)} · <bdi>{one.unit.name}</bdi>
              </p>
              <h3 dir="auto">{to === null ? name : <Link to={to}>{name}</Link>}</h3>
              <p className="row">
                <StatusChip status={one.status} label={one.stage.label} />
                {one.verdict !== null && <strong>{inLabel(one.verdict)}</strong>}
              </p>
              {one.status === 'active' && <Due dueAt={one.dueAt} />}
              <Facts
                facts={one.figures.map(({ label, value, of }) => [
                  inLabel(label),
                  of === null ? value : w('figureOf', { n: value, of }),
                ])}
              />
            </Card>
          );
        })}
      </ul>
    </section>
  );
}

/** What residents said of the outcome: how many were asked, reached and answered, and what it came to. */
export function IssueOpinion({ story: { review } }: { story: Story }) {
  const w = useWords(residentWords);
  if (review === null) return null;
  const { asked, reached, answered, solved, satisfied, result } = review;
  return (
    <section className="stack tight" aria-labelledby="issue-opinion">
      <h2 id="issue-opinion">{w('opinion')}</h2>
      {result !== null && (
        <Box kind={result.solved ? 'good' : 'bad'} title={w(result.solved ? 'resultSolved' : 'resultUnsolved')}>
          <p>
            <Chip kind={result.satisfied ? 'good' : 'warn'}>
              {w(result.satisfied ? 'resultSatisfied' : 'resultUnsatisfied')}
            </Chip>
          </p>
        </Box>
      )}
      <p>{w('opinionReached', { asked, reached, answered })}</p>
      {solved !== null && <p>{w('opinionSolved', { n: solved })}</p>}
      {satisfied !== null && <p>{w('opinionSatisfied', { n: satisfied })}</p>}
    </section>
  );
}
