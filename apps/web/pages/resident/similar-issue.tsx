import { useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ProblemBox } from '../../ui/problem.js';
import { StatusChip } from '../../ui/status.js';
import { residentWords } from '../../words/resident.words.js';
import { useWords } from '../../words/words.js';
import { useActingFor } from './acting-for.js';

/** An issue like the one that is being said. */
export function SimilarIssue({ issue, isIn }: { issue: Schema<'SimilarList'>['rows'][number]; isIn: boolean }) {
  const w = useWords(residentWords);
  const navigate = useNavigate();
  const { relative } = useActingFor();
  const { case: id, title, status, stage, place, unit, supporters } = issue;
  const support = useCommand(
    (_: null, headers) =>
      answered(
        api.POST('/api/v1/cases/{id}/acts', {
          params: { path: { id } },
          body: { act: 'support', input: {}, ...(relative === null ? {} : { onBehalfOf: relative.person }) },
          headers,
        }),
      ),
    { onDone: () => void navigate(`/cases/${id}`) },
  );
  return (
    <Card as="li">
      <h2 className="resident-card-title" dir="auto">
        {title}
      </h2>
      <p className="row">
        <StatusChip status={status} label={stage.label} />
        <span className="soft small">
          <bdi>{place?.name ?? unit.name}</bdi> {supporters > 0 && `· ${w('supporters', { n: supporters })}`}
        </span>
      </p>
      {support.error !== null && <ProblemBox error={support.error} />}
      <div className="row">
        {isIn && (
          <Button look="primary" isPending={support.isPending} onPress={() => support.mutate(null)}>
            {w('meToo')}
          </Button>
        )}
        <LinkButton to={`/cases/${id}`}>{w('look')}</LinkButton>
      </div>
    </Card>
  );
}
