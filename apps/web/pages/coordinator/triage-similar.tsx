import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { StatusChip, When } from '../../ui/status.js';
import { triageWords } from '../../words/triage.words.js';
import { useWords } from '../../words/words.js';
import type { OpenAct } from './triage-acts.js';

interface TriageSimilarProps {
  seen: Schema<'Case'>;
  story: Schema<'Story'>;
  onOpen: (open: OpenAct) => void;
}

/** Issues that may be the same matter. The service names no private report of anybody here. */
export function TriageSimilar({ seen, story, onOpen }: TriageSimilarProps) {
  const w = useWords(triageWords);
  const text = [story.title, story.description]
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, 4000);
  const unit = story.place?.id ?? story.unit.id;
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('similar', seen.id, text, unit),
    queryFn: () => answered(api.GET('/api/v1/similar', { params: { query: { text, unit, case: seen.id, limit: 5 } } })),
    enabled: text !== '',
  });
  const may = (act: string): boolean => seen.abilities.some((one) => one.act === act);
  return (
    <section className="stack" aria-labelledby="similar">
      <h3 id="similar">{w('similar')}</h3>
      {error !== null && data === undefined && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && text !== '' && <Loading />}
      {data?.rows.length === 0 && <p className="soft">{w('nothingSimilar')}</p>}
      {data?.rows.map((one) => (
        <SimilarCase
          key={one.case}
          one={one}
          onMerge={
            may('merge') && one.status === 'active'
              ? () => onOpen({ act: 'merge', given: { into: one.case } })
              : undefined
          }
          onRepeat={
            may('decline') && one.status === 'done'
              ? () => onOpen({ act: 'decline', given: { reason: 'repeat', settledIn: one.case } })
              : undefined
          }
        />
      ))}
    </section>
  );
}

interface SimilarCaseProps {
  one: Schema<'SimilarList'>['rows'][number];
  onMerge: (() => void) | undefined;
  onRepeat: (() => void) | undefined;
}

function SimilarCase({ one, onMerge, onRepeat }: SimilarCaseProps) {
  const w = useWords(triageWords);
  const { title, status, stage, place, unit, score, supporters, createdAt } = one;
  return (
    <Card as="div">
      <p>
        <a href={`/cases/${one.case}`} target="_blank" rel="noreferrer" className="co-title">
          <bdi>{title}</bdi>
        </a>{' '}
        <StatusChip status={status} label={stage.label} />
      </p>
      <p className="small soft">
        {place?.name ?? unit.name} · {w('alike', { percent: Math.round(score * 100) })}
        {supporters > 0 && ` · ${w('supportedBy', { n: supporters })}`} · <When at={createdAt} />
      </p>
      {(onMerge ?? onRepeat) !== undefined && (
        <p className="row">
          {onMerge !== undefined && (
            <Button size="small" onPress={onMerge} aria-label={w('mergeInto', { title })}>
              {w('merge')}
            </Button>
          )}
          {onRepeat !== undefined && (
            <Button size="small" onPress={onRepeat} aria-label={w('repeatOf', { title })}>
              {w('repeat')}
            </Button>
          )}
        </p>
      )}
    </Card>
  );
}
